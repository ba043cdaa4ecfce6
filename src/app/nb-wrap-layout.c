/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps text that wraps from being measured out of all proportion. A box that holds such text tries widths
 * or heights by halving until all of it fits, and asks each child ten times over how wide it is for a given
 * height; a wrapping label finds that by halving too, laying its text out each time, and so does a box in
 * the box. Two boxes deep, four findings are a quarter of a second. A widget with this layout manager
 * answers with its width for any height, which is what it needs where text runs across, and keeps
 * everything else of its own: a label its text, a bin its child. A label remembers the size of its text in one
 * line, which is its height for every greater width. Main thread only.
 */

#include "nb-wrap-layout.h"

enum
{
  EMS_AT_LEAST = 2, /* the narrowest that a label breaking anywhere is made */
};

struct _NbWrapLayout
{
  GtkLayoutManager parent_instance;

  int line_width;    /* of a label's text in one line, -1 where it is not known */
  int line_height;   /* as well */
  int line_baseline; /* from its top */
};

G_DEFINE_FINAL_TYPE (NbWrapLayout, nb_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
nb_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Breaking between any two characters a label needs hardly any width; GTK finds out how little by laying
 * the text out one character a line. */
static gboolean
is_plain (GtkLabel *label)
{
  return gtk_label_get_wrap (label) && gtk_label_get_wrap_mode (label) != PANGO_WRAP_WORD &&
         gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_NONE &&
         gtk_label_get_width_chars (label) < 0 && gtk_label_get_max_width_chars (label) < 0;
}

static void
measure_plain_width (NbWrapLayout *self, GtkLabel *label, int *minimum, int *natural)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  int em = pango_font_description_get_size (pango_context_get_font_description (context));

  pango_layout_set_text (layout, gtk_label_get_text (label), -1);
  pango_layout_set_attributes (layout, gtk_label_get_attributes (label));
  pango_layout_get_size (layout, natural, &self->line_height);
  *natural = PANGO_PIXELS_CEIL (*natural);
  *minimum = MIN (*natural, EMS_AT_LEAST * PANGO_PIXELS_CEIL (em));
  self->line_width = *natural;
  self->line_height = PANGO_PIXELS_CEIL (self->line_height);
  self->line_baseline = PANGO_PIXELS_CEIL (pango_layout_get_baseline (layout));
}

/* GTK forgets what it measured whenever anything about the label changes, and asks for the width first. */
static void
measure_label_width (NbWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  int baseline = -1;

  self->line_width = self->line_height = -1;
  if (is_plain (GTK_LABEL (widget)))
    {
      measure_plain_width (self, GTK_LABEL (widget), minimum, natural);
      return;
    }
  GTK_WIDGET_GET_CLASS (widget)->measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural,
                                          &baseline, &baseline);
  if (gtk_label_get_natural_wrap_mode (GTK_LABEL (widget)) == GTK_NATURAL_WRAP_NONE)
    self->line_width = *natural;
}

static void
measure_label_height (NbWrapLayout *self, GtkWidget *widget, int width, int *height, int *baseline)
{
  int natural;
  gboolean one_line = self->line_width >= 0 && width >= self->line_width;

  if (one_line && self->line_height >= 0)
    {
      *height = self->line_height;
      *baseline = self->line_baseline;
      return;
    }
  GTK_WIDGET_GET_CLASS (widget)->measure (widget, GTK_ORIENTATION_VERTICAL, width, height, &natural,
                                          baseline, baseline);
  if (!one_line)
    return;
  self->line_height = *height;
  self->line_baseline = *baseline;
}

static void
nb_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  NbWrapLayout *self = NB_WRAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  if (GTK_IS_LABEL (widget) && orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_label_width (self, widget, minimum, natural);
  else if (GTK_IS_LABEL (widget))
    {
      measure_label_height (self, widget, for_size, minimum, minimum_baseline);
      *natural = *minimum;
      *natural_baseline = *minimum_baseline;
    }
  else if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline,
                        natural_baseline);
}

static void
nb_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget))
    GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
  else if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
nb_wrap_layout_class_init (NbWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = nb_wrap_layout_get_request_mode;
  manager_class->measure = nb_wrap_layout_measure;
  manager_class->allocate = nb_wrap_layout_allocate;
}

static void
nb_wrap_layout_init (NbWrapLayout *self)
{
  self->line_width = self->line_height = -1;
}

/**
 * nb_wrap_layout_apply:
 * @root: a widget with everything in it that it has from the beginning
 *
 * Gives every label at and below @root that wraps this layout manager; for a template right after it is
 * built.
 */
void
nb_wrap_layout_apply (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_LABEL (root))
    {
      if (gtk_label_get_wrap (GTK_LABEL (root)))
        gtk_widget_set_layout_manager (root, g_object_new (NB_TYPE_WRAP_LAYOUT, NULL));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    nb_wrap_layout_apply (child);
}

/**
 * nb_wrap_layout_wrap_label:
 * @label: a label that is made in code
 *
 * Lets it wrap, between words or within, with this layout manager.
 */
void
nb_wrap_layout_wrap_label (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  nb_wrap_layout_apply (GTK_WIDGET (label));
}

/**
 * nb_wrap_layout_create_bin:
 * @child: a box with text that wraps
 *
 * Returns: (transfer full): a bin with this layout manager and @child in it; what must be aligned is the
 *   bin
 */
GtkWidget *
nb_wrap_layout_create_bin (GtkWidget *child)
{
  GtkWidget *bin = adw_bin_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  gtk_widget_set_layout_manager (bin, g_object_new (NB_TYPE_WRAP_LAYOUT, NULL));
  adw_bin_set_child (ADW_BIN (bin), child);
  return bin;
}
