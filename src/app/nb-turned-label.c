/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of text that runs from the bottom to the top, for a tall and narrow cell of a table: what Latin
 * letters need where Han is written from top to bottom. Owns its label. Main thread only.
 */

#include "nb-turned-label.h"

struct _NbTurnedLabel
{
  GtkWidget parent_instance;

  GtkWidget *label; /* child */
};

G_DEFINE_FINAL_TYPE (NbTurnedLabel, nb_turned_label, GTK_TYPE_WIDGET)

static void
nb_turned_label_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GtkOrientation turned = orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_measure (NB_TURNED_LABEL (widget)->label, turned, -1, minimum, natural, NULL, NULL);
}

static void
nb_turned_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GskTransform *transform = gsk_transform_translate (NULL,
                                                     &GRAPHENE_POINT_INIT (0, (float) height));

  gtk_widget_allocate (NB_TURNED_LABEL (widget)->label, height, width, -1,
                       gsk_transform_rotate (transform, -90));
}

static void
nb_turned_label_dispose (GObject *object)
{
  g_clear_pointer (&NB_TURNED_LABEL (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (nb_turned_label_parent_class)->dispose (object);
}

static void
nb_turned_label_class_init (NbTurnedLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_turned_label_dispose;
  widget_class->measure = nb_turned_label_measure;
  widget_class->size_allocate = nb_turned_label_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "turned");
}

static void
nb_turned_label_init (NbTurnedLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * nb_turned_label_new:
 * @text: what it says
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
nb_turned_label_new (const char *text)
{
  NbTurnedLabel *self = g_object_new (NB_TYPE_TURNED_LABEL, NULL);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  return GTK_WIDGET (self);
}
