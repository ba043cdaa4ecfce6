/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One key figure of a report, as a button that leads to its cell. A figure that the form does not print
 * but gives the terms of is their sum, and only where every term is a number.
 */

#include "nb-key-card.h"

#include <glib/gi18n-lib.h>

#include "nb-finding-steps.h"
#include "nb-sparkline.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"
#include "form/nb-label.h"
#include "series/nb-percent.h"
#include "series/nb-series.h"
#include "workspace/nb-notebook.h"

struct _NbKeyCard
{
  GtkButton parent_instance;

  NbFigure *figure;   /* (owned): the cell, or the first term of a sum */
  GPtrArray *figures; /* (owned): of NbFigure (owned): all that the number is made of */
  GtkWidget *doubt;   /* seen where one of them is in question */
  GtkLabel *change;
  NbSparkline *sparkline;
  const char *role;  /* static; of a ratio, the role that it has its breaks from */
  NbRatioKind ratio; /* or %NB_N_RATIOS */
  char *name;        /* (owned): what it says but for the change */
  char *question;    /* (owned) (nullable): why it is in question */
};

G_DEFINE_FINAL_TYPE (NbKeyCard, nb_key_card, GTK_TYPE_BUTTON)

static void
nb_key_card_dispose (GObject *object)
{
  g_clear_object (&NB_KEY_CARD (object)->figure);
  g_clear_pointer (&NB_KEY_CARD (object)->figures, g_ptr_array_unref);
  g_clear_pointer (&NB_KEY_CARD (object)->name, g_free);
  g_clear_pointer (&NB_KEY_CARD (object)->question, g_free);

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
  self->ratio = NB_N_RATIOS;
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "nb-key-card");
}

static GtkWidget *
create_label (const char *text, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
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
  /* A long unit stands where there is room for it. */
  gboolean is_long = g_utf8_strlen (unit, -1) > 4;
  g_autofree char *title = is_long ? g_strdup_printf ("%s (%s)", label, unit) : g_strdup (label);
  GtkWidget *heading = create_label (title, "caption", "dim-label");
  g_autofree char *name = g_strdup_printf ("%s, %s %s", label, value, unit);

  self->figure = g_object_ref (figure);
  g_ptr_array_add (self->figures, g_object_ref (figure));
  nb_wrap_layout_wrap_label (GTK_LABEL (heading));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (line), create_label (value, read ? "title-1" : "title-3", "numeric"));
  if (*unit != '\0' && !is_long)
    {
      GtkWidget *small = create_label (unit, "caption", "dim-label");

      gtk_widget_set_valign (small, GTK_ALIGN_END);
      gtk_widget_set_margin_bottom (small, 5);
      gtk_box_append (GTK_BOX (line), small);
    }
  self->doubt = gtk_image_new_from_icon_name (nb_ui_severity_icon (NB_SEVERITY_ERROR));
  gtk_widget_add_css_class (self->doubt, nb_ui_severity_css_class (NB_SEVERITY_ERROR));
  gtk_widget_set_visible (self->doubt, FALSE);
  gtk_box_append (GTK_BOX (line), self->doubt);
  self->sparkline = NB_SPARKLINE (nb_sparkline_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->sparkline), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->sparkline), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), FALSE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->sparkline));
  gtk_box_append (GTK_BOX (box), line);
  self->change = GTK_LABEL (create_label (NULL, "caption", "dim-label"));
  /* A narrow card takes two lines for it. */
  nb_wrap_layout_wrap_label (self->change);
  gtk_widget_set_visible (GTK_WIDGET (self->change), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->change));
  self->name = g_strdup (name);
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

/* As on the Tables page, a pen tells what was keyed in from what is printed. */
static char *
dup_value (NbDecimal value, gboolean entered)
{
  g_autofree char *number = nb_ui_format_decimal (value, TRUE);

  return entered ? g_strconcat ("\u270e\u2009", number, NULL) : g_steal_pointer (&number);
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
  read = nb_figure_get_known (figure, &decimal);
  if (read)
    value = dup_value (decimal, nb_figure_get_entered (figure, NULL));
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
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *value = NULL;
  gboolean entered = FALSE;
  GtkWidget *card;

  for (guint i = 0; derived->terms[i] != NULL; i++)
    {
      NbFigure *figure = nb_report_get_figure_for (report, derived->terms[i]);

      if (figure == NULL || !nb_figure_get_known (figure, &term) ||
          !nb_decimal_add (sum, term, &sum))
        return NULL;
      entered |= nb_figure_get_entered (figure, NULL);
      first = first != NULL ? first : figure;
      g_ptr_array_add (figures, g_object_ref (figure));
    }
  if (first == NULL)
    return NULL;
  value = dup_value (sum, entered);
  card = create (first, nb_label_pick (derived->label_zh, derived->label_en), value,
                 nb_ui_unit (derived->unit, NB_VALUE_COUNT), TRUE);
  g_ptr_array_extend_and_steal (NB_KEY_CARD (card)->figures, g_steal_pointer (&figures));
  return card;
}

/**
 * nb_key_card_new_for_role:
 * @report: a report with a form
 * @role: what the figure means, static
 *
 * Returns: (transfer full) (nullable): a card; none where the form or the report has no such figure
 */
GtkWidget *
nb_key_card_new_for_role (NbReport *report, const char *role)
{
  const NbForm *form = nb_report_get_form (report);
  const NbMetric *metric = form != NULL ? nb_form_find_role (form, role) : NULL;
  const NbDerived *derived = form != NULL ? nb_form_find_derived_role (form, role) : NULL;

  GtkWidget *card = NULL;

  if (metric != NULL)
    card = create_for_metric (report, metric);
  else if (derived != NULL)
    card = create_for_derived (report, derived);
  if (card != NULL)
    NB_KEY_CARD (card)->role = role;
  return card;
}

/**
 * nb_key_card_new_for_ratio:
 * @report: a report with a form
 * @kind: a ratio
 *
 * Returns: (transfer full) (nullable): a card that leads to the first figure of the ratio; none where it is not known
 */
GtkWidget *
nb_key_card_new_for_ratio (NbReport *report, NbRatioKind kind)
{
  const NbRatio ratio = nb_ratio_read (report, kind);
  g_autoptr (GPtrArray) figures = nb_ratio_list_figures (report, kind);
  g_autofree char *value = NULL;
  GtkWidget *card;

  if (!ratio.has_percent || figures->len == 0)
    return NULL;
  value = dup_value (ratio.percent, ratio.part.entered || ratio.whole.entered);
  card = create (figures->pdata[0], nb_ratio_get_label (kind), value, "%", TRUE);
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (NB_KEY_CARD (card)->figures, g_object_ref (figures->pdata[i]));
  NB_KEY_CARD (card)->role = "requests.closed";
  NB_KEY_CARD (card)->ratio = kind;
  return card;
}

/* The ratio of each year in the place of the figure that it is a ratio of. */
static void
put_ratios (NbSeries *series, NbRatioKind kind)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      NbSeriesPoint *point = &g_array_index (series->points, NbSeriesPoint, i);
      NbRatio ratio = { 0 };

      if (point->report == NULL)
        continue;
      ratio = nb_ratio_read (point->report, kind);
      point->quantity.state = ratio.has_percent ? NB_STATE_NUMBER : NB_STATE_MISSING;
      point->quantity.value = ratio.percent;
    }
}

static const NbSeriesPoint *
find_point (const NbSeries *series, guint year)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      const NbSeriesPoint *point = &g_array_index (series->points, NbSeriesPoint, i);

      if (point->year == year && point->report != NULL)
        return point;
    }
  return NULL;
}

/* "+25 (+13.2%)"; no per cent of so few that it would say more of chance than of the organ. */
static char *
dup_change (NbDecimal before, NbDecimal now)
{
  NbDecimal delta = NB_DECIMAL_ZERO, percent = NB_DECIMAL_ZERO;
  g_autofree char *difference = NULL;
  const char *sign;

  if (!nb_decimal_subtract (now, before, &delta))
    return NULL;
  sign = nb_decimal_compare (delta, NB_DECIMAL_ZERO) > 0 ? "+" : "";
  difference = nb_ui_format_decimal (delta, TRUE);
  if (nb_percent_has_base (before) && nb_percent (delta, before, &percent))
    {
      g_autofree char *share = nb_ui_format_decimal (percent, TRUE);

      return g_strdup_printf ("%s%s (%s%s%%)", sign, difference, sign, share);
    }
  /* Translators: a change of a number so small that a share of it would mislead: "−3 (small base)". */
  return g_strdup_printf (_ ("%s%s (small base)"), sign, difference);
}

/* A share has changed by points, which are no per cent of it. */
static char *
dup_points (NbDecimal before, NbDecimal now)
{
  NbDecimal delta = NB_DECIMAL_ZERO;
  g_autofree char *difference = NULL;

  if (!nb_decimal_subtract (now, before, &delta))
    return NULL;
  difference = nb_ui_format_decimal (delta, TRUE);
  /* Translators: by how many percentage points a share has changed: "−1.7 points". */
  return g_strdup_printf (_ ("%s%s points"),
                          nb_decimal_compare (delta, NB_DECIMAL_ZERO) > 0 ? "+" : "", difference);
}

/* The words on a change; where it is a number, that is given back too. */
static char *
dup_against (const NbSeriesPoint *before, const NbSeriesPoint *now, gboolean is_ratio, char **change)
{
  if (!nb_quantity_is_known (&before->quantity) || !nb_quantity_is_known (&now->quantity))
    return NULL;
  if (now->link != NB_COMPARABLE_YES)
    /* Translators: %u is a year; the form counts in another way since. */
    return g_strdup_printf (_ ("not comparable with %u"), before->year);
  if (nb_decimal_compare (before->quantity.value, now->quantity.value) == 0)
    return g_strdup_printf (_ ("as in %u"), before->year);
  *change = is_ratio ? dup_points (before->quantity.value, now->quantity.value)
                     : dup_change (before->quantity.value, now->quantity.value);
  /* Translators: the change of a number, as "+25 (+13.2%)", against that of a year. */
  return *change != NULL ? g_strdup_printf (_ ("%s on %u"), *change, before->year) : NULL;
}

/* The number at the beginning of a change, in bytes: what stands in brackets behind it is said of it. */
static size_t
measure_number (const char *change)
{
  const char *end = strstr (change, " (");

  if (end == NULL)
    end = strstr (change, "（");
  return end != NULL ? (size_t) (end - change) : strlen (change);
}

/* A number stands out of the words around it; words alone are dim. */
static void
show_words (NbKeyCard *self, const char *text, const char *change)
{
  const char *at = change != NULL ? strstr (text, change) : NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_label_set_text (self->change, text);
  if (at != NULL)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) (at - text);
      bold->end_index = bold->start_index + (guint) measure_number (change);
      pango_attr_list_insert (attributes, bold);
      gtk_widget_remove_css_class (GTK_WIDGET (self->change), "dim-label");
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->change), "dim-label");
  gtk_label_set_attributes (self->change, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->change), *text != '\0');
}

static void
update_name (NbKeyCard *self)
{
  const char *change = gtk_label_get_text (self->change);
  GString *name = g_string_new (self->name);

  if (*change != '\0')
    g_string_append_printf (name, ", %s", change);
  if (self->question != NULL)
    g_string_append_printf (name, ", %s", self->question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  g_string_free (name, TRUE);
}

/**
 * nb_key_card_show_change:
 * @self: a card
 * @report: the report that it is of
 * @reports: (element-type NbReport): the open reports of the same organ
 *
 * Says how the figure has changed since the year before, or that its report is not open.
 */
void
nb_key_card_show_change (NbKeyCard *self, NbReport *report, GPtrArray *reports)
{
  guint year = nb_report_get_year (report);
  g_autoptr (NbSeries) series = NULL;
  const NbSeriesPoint *before, *now;
  g_autofree char *change = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (NB_IS_KEY_CARD (self));

  series = year > 0 ? nb_series_new_for_role (reports, self->role) : NULL;
  if (series != NULL && self->ratio != NB_N_RATIOS)
    put_ratios (series, self->ratio);
  before = series != NULL ? find_point (series, year - 1) : NULL;
  now = series != NULL ? find_point (series, year) : NULL;
  if (before != NULL && now != NULL)
    text = dup_against (before, now, self->ratio != NB_N_RATIOS, &change);
  else if (now != NULL)
    text = g_strdup_printf (_ ("Open %u to see the change"), year - 1);
  nb_sparkline_set_series (self->sparkline, series, year);
  show_words (self, text != NULL ? text : "", change);
  update_name (self);
}

/* What an error that nobody has explained says of a figure. */
static NbFinding *
find_doubt (NbAppItem *item, NbFigure *figure)
{
  NbFinding *finding = nb_app_item_find_finding (item, figure);
  g_autoptr (NbReview) review = NULL;

  if (finding == NULL || nb_finding_get_severity (finding) != NB_SEVERITY_ERROR)
    return NULL;
  review = nb_notebook_dup_review (nb_notebook_get_default (), finding);
  return review != NULL && review->fits && review->state == NB_REVIEW_EXPLAINED ? NULL : finding;
}

/**
 * nb_key_card_show_doubt:
 * @self: a card
 * @item: the report that it is of
 *
 * Marks the number where one of the figures that it is made of stands in an error that nobody has explained.
 */
void
nb_key_card_show_doubt (NbKeyCard *self, NbAppItem *item)
{
  NbFinding *finding = NULL;
  g_autofree char *title = NULL;
  g_autofree char *fact = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (NB_IS_KEY_CARD (self));

  for (guint i = 0; i < self->figures->len && finding == NULL; i++)
    finding = find_doubt (item, self->figures->pdata[i]);
  gtk_widget_set_visible (self->doubt, finding != NULL);
  if (finding != NULL)
    {
      title = nb_finding_dup_title (finding);
      fact = nb_finding_steps_dup_fact (finding);
      /* Translators: why a number is in question: the title of a finding, and its numbers. */
      text = g_strdup_printf (_ ("In question: %s: %s"), title, fact);
    }
  nb_ui_set_tooltip (self->doubt, text);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->doubt), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text, -1);
  g_free (self->question);
  self->question = g_steal_pointer (&text);
  update_name (self);
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
