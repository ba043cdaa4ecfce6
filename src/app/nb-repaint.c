/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lets a widget be painted as one rectangle when most of it changes. GTK compares what it has drawn with what
 * it is to draw and paints only what differs: a table that shows another report becomes two hundred small
 * rectangles, and cairo then cuts every line, text and box of the window by all of them, which takes three
 * times as long as to paint everything. Two drawings of different turns are never compared. Main thread only.
 */

#include "nb-repaint.h"

enum
{
  AROUND = 64, /* pixels around a widget where its shadow or its focus may be drawn */
  N_TURNS = 1024,
};

/**
 * nb_repaint_next:
 *
 * Returns: a turn that no drawing in sight has; for a widget to keep until most of it changes
 */
guint
nb_repaint_next (void)
{
  static guint last;

  last = (last + 1) % N_TURNS;
  return last;
}

/**
 * nb_repaint_append:
 * @snapshot: what @widget is drawn to
 * @content: (transfer full): everything that it draws
 * @widget: the widget
 * @turn: of nb_repaint_next()
 *
 * Adds the drawing of a widget. GTK compares clips of the same size only, so each turn has a size of its own,
 * around all there is to be clipped.
 */
void
nb_repaint_append (GtkSnapshot *snapshot, GtkSnapshot *content, GtkWidget *widget, guint turn)
{
  g_autoptr (GskRenderNode) drawn = gtk_snapshot_free_to_node (content);
  g_autoptr (GskRenderNode) clipped = NULL;
  float around = (float) (AROUND + turn);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-around, -around,
                                               (float) gtk_widget_get_width (widget) + around * 2,
                                               (float) gtk_widget_get_height (widget) + around * 2);

  if (drawn == NULL)
    return;
  clipped = gsk_clip_node_new (drawn, &bounds);
  gtk_snapshot_append_node (snapshot, clipped);
}
