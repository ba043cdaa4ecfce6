/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Beside the scroll bar: a tick for every place that was found in the text, where the scroll bar would stand with
 * that place in view. Takes no input and has nothing for the accessible tree: the count and the places themselves
 * tell the same.
 */

#include "nb-hit-ticks.h"

#include "nb-later.h"

enum
{
  TICK_WIDTH = 8,
  TICK_HEIGHT = 3,
};

struct _NbHitTicks
{
  GtkWidget parent_instance;

  NbTextView *view; /* (nullable): beside it, weak */
  GArray *places;   /* (owned): of double, from 0 to 1, where each occurrence stands */
};

G_DEFINE_FINAL_TYPE (NbHitTicks, nb_hit_ticks, GTK_TYPE_WIDGET)

static void
draw_tick (NbHitTicks *self, GtkSnapshot *snapshot, double at, gboolean current)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - TICK_HEIGHT;
  GdkRGBA color;

  /* The current place is told by its width as well. */
  if (gtk_style_context_lookup_color (style, current ? "orange_4" : "yellow_5", &color))
    gtk_snapshot_append_color (
        snapshot, &color,
        &GRAPHENE_RECT_INIT (current ? 0 : TICK_WIDTH / 2, (float) (int) (at * height),
                             current ? TICK_WIDTH : TICK_WIDTH / 2, TICK_HEIGHT));
}

static void
nb_hit_ticks_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NbHitTicks *self = NB_HIT_TICKS (widget);
  guint n_hits = self->view != NULL ? self->places->len : 0;
  guint current = n_hits > 0 ? nb_text_view_get_current_hit (self->view) : 0;
  double last = -1;

  for (guint i = 0; i < n_hits; i++)
    {
      double at = g_array_index (self->places, double, i);

      /* Two that would stand on each other are one. */
      if (i != current && (at - last) * gtk_widget_get_height (widget) < 1)
        continue;
      draw_tick (self, snapshot, at, FALSE);
      last = at;
    }
  if (current < n_hits)
    draw_tick (self, snapshot, g_array_index (self->places, double, current), TRUE);
}

/* Not while painting: to ask a text where a place is may lay out more of it. */
static gboolean
find_places (gpointer object)
{
  NbHitTicks *self = object;
  guint n_hits = self->view != NULL ? nb_text_view_get_n_hits (self->view) : 0;

  g_array_set_size (self->places, 0);
  for (guint i = 0; i < n_hits; i++)
    {
      double at = nb_text_view_get_hit_position (self->view, i);

      g_array_append_val (self->places, at);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return FALSE;
}

static void
queue_places (NbHitTicks *self)
{
  g_array_set_size (self->places, 0);
  nb_later_add (self, find_places, TRUE);
}

static void
nb_hit_ticks_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? TICK_WIDTH : 0;
}

static void
nb_hit_ticks_dispose (GObject *object)
{
  g_clear_weak_pointer (&NB_HIT_TICKS (object)->view);

  G_OBJECT_CLASS (nb_hit_ticks_parent_class)->dispose (object);
}

static void
nb_hit_ticks_finalize (GObject *object)
{
  g_array_unref (NB_HIT_TICKS (object)->places);

  G_OBJECT_CLASS (nb_hit_ticks_parent_class)->finalize (object);
}

static void
nb_hit_ticks_class_init (NbHitTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_hit_ticks_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_hit_ticks_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = nb_hit_ticks_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = nb_hit_ticks_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nb_hit_ticks_init (NbHitTicks *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * nb_hit_ticks_set_view:
 * @self: ticks
 * @view: the text beside them
 * @scrolled: what scrolls it
 */
void
nb_hit_ticks_set_view (NbHitTicks *self, NbTextView *view, GtkScrolledWindow *scrolled)
{
  g_return_if_fail (NB_IS_HIT_TICKS (self));

  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (view, "hits-changed", G_CALLBACK (queue_places), self,
                           G_CONNECT_SWAPPED);
  /* The height of a long text is known only little by little. */
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scrolled), "changed",
                           G_CALLBACK (queue_places), self, G_CONNECT_SWAPPED);
}
