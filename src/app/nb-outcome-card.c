/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What became of the requests, as a card: the bar, whether its parts make the printed total, and a legend in
 * which every entry leads to its cell. Where a part is not known there is no bar, only the numbers.
 */

#include "nb-outcome-card.h"

#include <glib/gi18n-lib.h>

#include "nb-outcome-bar.h"
#include "nb-ui-text.h"

enum
{
  SWATCH = 11,
};

struct _NbOutcomeCard
{
  AdwBin parent_instance;

  GtkBox *head;
  NbOutcomeBar *bar;
  GtkLabel *doubt;
  GtkLabel *none;
  GtkWidget *doubt_box;
  GtkFlowBox *legend;

  NbAppItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (NbOutcomeCard, nb_outcome_card, ADW_TYPE_BIN)

static void
swatch_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  GdkRGBA color;

  nb_outcome_bar_get_color (GPOINTER_TO_UINT (user_data), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_paint (cr);
}

static void
entry_clicked_cb (NbOutcomeCard *self, GtkButton *button)
{
  nb_app_item_set_figure (self->item, g_object_get_data (G_OBJECT (button), "nb-figure"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "tables");
}

static GtkWidget *
create_entry (NbOutcomeCard *self, const NbOutcome *part, guint index, gboolean swatched)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (part->label);
  g_autofree char *text = nb_outcome_dup_text (part);
  GtkWidget *value = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf ("%s, %s", part->label, text);

  if (swatched)
    {
      GtkWidget *swatch = gtk_drawing_area_new ();

      gtk_widget_set_size_request (swatch, SWATCH, SWATCH);
      gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), swatch_cb,
                                      GUINT_TO_POINTER (index), NULL);
      gtk_box_append (GTK_BOX (box), swatch);
    }
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (value, "nb-strong");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "nb-legend-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "nb-figure", g_object_ref (part->figure),
                          g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (entry_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
show_legend (NbOutcomeCard *self, const NbOutcomes *outcomes)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    gtk_flow_box_remove (self->legend, child);
  for (guint i = 0; i < outcomes->n_parts; i++)
    {
      GtkWidget *entry = create_entry (self, &outcomes->parts[i], i, outcomes->known);

      gtk_flow_box_append (self->legend, entry);
      gtk_widget_set_focusable (gtk_widget_get_parent (entry), FALSE);
    }
}

static void
nb_outcome_card_dispose (GObject *object)
{
  g_clear_object (&NB_OUTCOME_CARD (object)->item);

  G_OBJECT_CLASS (nb_outcome_card_parent_class)->dispose (object);
}

static void
nb_outcome_card_class_init (NbOutcomeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_outcome_card_dispose;

  g_type_ensure (NB_TYPE_OUTCOME_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-outcome-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NbOutcomeCard, head);
  gtk_widget_class_bind_template_child (widget_class, NbOutcomeCard, bar);
  gtk_widget_class_bind_template_child (widget_class, NbOutcomeCard, doubt);
  gtk_widget_class_bind_template_child (widget_class, NbOutcomeCard, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, NbOutcomeCard, none);
  gtk_widget_class_bind_template_child (widget_class, NbOutcomeCard, legend);
}

static void
nb_outcome_card_init (NbOutcomeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nb_outcome_card_set_stacked:
 * @self: a card
 * @stacked: whether what is wrong stands below the heading and not beside it
 */
void
nb_outcome_card_set_stacked (NbOutcomeCard *self, gboolean stacked)
{
  g_return_if_fail (NB_IS_OUTCOME_CARD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->doubt_box, stacked ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_label_set_wrap (self->doubt, stacked);
}

/**
 * nb_outcome_card_set_item:
 * @self: a card
 * @item: the report to tell about
 *
 * Hides the card where the report has no outcomes.
 */
void
nb_outcome_card_set_item (NbOutcomeCard *self, NbAppItem *item)
{
  NbOutcomes outcomes;
  g_autofree char *doubt = NULL;
  gboolean nothing;

  g_return_if_fail (NB_IS_OUTCOME_CARD (self));

  g_set_object (&self->item, item);
  nb_outcomes_read (&outcomes, item);
  doubt = nb_outcomes_dup_doubt (&outcomes);
  nothing = outcomes.known && doubt == NULL &&
            nb_decimal_compare (outcomes.sum, NB_DECIMAL_ZERO) == 0;
  gtk_widget_set_visible (GTK_WIDGET (self), outcomes.n_parts > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), outcomes.known && !nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->none), nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !nothing);
  gtk_widget_set_visible (self->doubt_box, doubt != NULL);
  gtk_label_set_text (self->doubt, doubt != NULL ? doubt : "");
  nb_outcome_bar_set_outcomes (self->bar, &outcomes);
  show_legend (self, &outcomes);
}

/**
 * nb_outcome_card_get_bar:
 * @self: a card
 *
 * Returns: (transfer none): the drawn bar
 */
GtkWidget *
nb_outcome_card_get_bar (NbOutcomeCard *self)
{
  g_return_val_if_fail (NB_IS_OUTCOME_CARD (self), NULL);
  return GTK_WIDGET (self->bar);
}
