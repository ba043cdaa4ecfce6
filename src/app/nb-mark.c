/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The mark of a finding where a widget draws it itself, since an image for each would be too dear: beside
 * lines of text, in rows of the side bar. Main thread only.
 */

#include "nb-mark.h"

/**
 * nb_mark_draw:
 * @widget: what is being drawn
 * @snapshot: where
 * @icon_name: a symbolic icon
 * @css_class: what gives it its colour, as nb_ui_severity_css_class()
 * @x: of its left edge, in pixels
 * @y: of its upper edge
 * @size: its width and height
 */
void
nb_mark_draw (GtkWidget *widget,
              GtkSnapshot *snapshot,
              const char *icon_name,
              const char *css_class,
              int x,
              int y,
              int size)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA color;

  gtk_style_context_save (context);
  gtk_style_context_add_class (context, css_class);
  gtk_style_context_get_color (context, &color);
  gtk_style_context_restore (context);
  icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), icon_name, NULL, size,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot),
                                            size, size, &color, 1);
  gtk_snapshot_restore (snapshot);
}
