/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One key figure of a report, as a button that leads to its cell. A figure that the form does not print
 * but gives the terms of is their sum, and only where every term is a number.
 */

#include "nb-key-card.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "form/nb-label.h"

struct _NbKeyCard
{
  GtkButton parent_instance;

  NbFigure *figure; /* (owned): the cell, or the first term of a sum */
};

G_DEFINE_FINAL_TYPE (NbKeyCard, nb_key_card, GTK_TYPE_BUTTON)

static void
nb_key_card_dispose (GObject *object)
{
  g_clear_object (&NB_KEY_CARD (object)->figure);

  G_OBJECT_CLASS (nb_key_card_parent_class)->dispose (object);
}

static void
nb_key_card_class_init (NbKeyCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_key_card_dispose;
}

static void
nb_key_card_init (NbKeyCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "nb-key-card");
}

static GtkWidget *
create_label (const char *text, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static GtkWidget *
create (NbFigure *figure, const char *label, const char *value, const char *unit, gboolean read)
{
  NbKeyCard *self = g_object_new (NB_TYPE_KEY_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *number;
  g_autofree char *name = g_strdup_printf ("%s, %s %s", label, value, unit);

  self->figure = g_object_ref (figure);
  gtk_box_append (GTK_BOX (box), create_label (label, "caption", "dim-label"));
  number = create_label (value, read ? "title-1" : "title-3", "numeric");
  /* A figure is shown whole or not at all. */
  gtk_label_set_ellipsize (GTK_LABEL (number), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (line), number);
  if (*unit != '\0')
    {
      GtkWidget *small = create_label (unit, "caption", "dim-label");

      gtk_widget_set_valign (small, GTK_ALIGN_BASELINE);
      gtk_label_set_max_width_chars (GTK_LABEL (small), 5);
      if (g_utf8_strlen (unit, -1) < 4)
        gtk_label_set_ellipsize (GTK_LABEL (small), PANGO_ELLIPSIZE_NONE);
      gtk_box_append (GTK_BOX (line), small);
    }
  gtk_box_append (GTK_BOX (box), line);
  gtk_button_set_child (GTK_BUTTON (self), box);
  nb_ui_set_tooltip (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/* The name that the matter has across the forms says more than a row that is called "(7) Total". */
static const char *
series_label (const NbForm *form, const char *expression)
{
  guint n_forms = 0, n_series = 0;
  const NbForm *const *forms = nb_forms_get (&n_forms);
  const NbSeriesLink *series = nb_forms_get_series (&n_series);

  for (guint i = 0; i < n_series; i++)
    for (guint j = 0; j < MIN (n_forms, G_N_ELEMENTS (series->expressions)); j++)
      if (forms[j] == form && g_strcmp0 (series[i].expressions[j], expression) == 0)
        return nb_label_pick (series[i].label_zh, series[i].label_en);
  return NULL;
}

static GtkWidget *
create_for_metric (NbReport *report, const NbMetric *metric)
{
  NbFigure *figure = nb_report_get_figure_for (report, metric);
  const char *label = series_label (metric->form, metric->id);
  g_autofree char *value = NULL;
  NbDecimal decimal;
  gboolean read;

  if (figure == NULL || nb_figure_get_state (figure) == NB_STATE_MISSING)
    return NULL;
  read = nb_figure_get_value (figure, &decimal);
  if (read)
    value = nb_ui_format_decimal (decimal, TRUE);
  else
    value = g_strdup (nb_ui_state_name (nb_figure_get_state (figure)));
  if (label == NULL)
    label = nb_label_pick (metric->row->label_zh, metric->row->label_en);
  return create (figure, label, value, read ? nb_ui_figure_unit (figure) : "", read);
}

static GtkWidget *
create_for_derived (NbReport *report, const NbDerived *derived)
{
  NbDecimal sum = NB_DECIMAL_ZERO, term;
  NbFigure *first = NULL;
  g_autofree char *value = NULL;

  for (guint i = 0; derived->terms[i] != NULL; i++)
    {
      NbFigure *figure = nb_report_get_figure_for (report, derived->terms[i]);

      if (figure == NULL || !nb_figure_get_value (figure, &term) ||
          !nb_decimal_add (sum, term, &sum))
        return NULL;
      first = first != NULL ? first : figure;
    }
  if (first == NULL)
    return NULL;
  value = nb_ui_format_decimal (sum, TRUE);
  return create (first, nb_label_pick (derived->label_zh, derived->label_en), value,
                 nb_ui_unit (derived->unit, NB_VALUE_COUNT), TRUE);
}

/**
 * nb_key_card_new_for_role:
 * @report: a report with a form
 * @role: what the figure means
 *
 * Returns: (transfer full) (nullable): a card; none where the form or the report has no such figure
 */
GtkWidget *
nb_key_card_new_for_role (NbReport *report, const char *role)
{
  const NbForm *form = nb_report_get_form (report);
  const NbMetric *metric = form != NULL ? nb_form_find_role (form, role) : NULL;
  const NbDerived *derived = form != NULL ? nb_form_find_derived_role (form, role) : NULL;

  if (metric != NULL)
    return create_for_metric (report, metric);
  return derived != NULL ? create_for_derived (report, derived) : NULL;
}

/**
 * nb_key_card_get_figure:
 * @self: a card
 *
 * Returns: (transfer none): the cell that the card leads to
 */
NbFigure *
nb_key_card_get_figure (NbKeyCard *self)
{
  g_return_val_if_fail (NB_IS_KEY_CARD (self), NULL);
  return self->figure;
}
