/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Beside a table: the chosen figure, the relation that it breaks, the source around it, and how it was
 * read. A number can be keyed in where none stands; its buttons lead to the place in the text and to the finding.
 */

#include "nb-evidence-panel.h"

#include <glib/gi18n-lib.h>

#include "nb-excerpt.h"
#include "nb-finding-steps.h"
#include "nb-fact-row.h"
#include "nb-neighbours.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"
#include "series/nb-series.h"

struct _NbEvidencePanel
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *value;
  GtkLabel *unit;
  GtkLabel *label;
  GtkLabel *state;
  GtkWidget *entry_box;
  GtkEntry *entry;
  GtkWidget *finding_box;
  GtkImage *finding_mark;
  GtkLabel *finding_title;
  GtkLabel *finding_relation;
  GtkLabel *excerpt;
  GtkWidget *source_box;
  NbFactRow *place_row;
  NbFactRow *bytes_row;
  NbFactRow *reading_row;
  NbFactRow *printed_row;
  NbFactRow *remark_row;
  NbFactRow *before_row;
  NbFactRow *id_row;

  NbAppItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (NbEvidencePanel, nb_evidence_panel, ADW_TYPE_BIN)

static void
show_value (NbEvidencePanel *self, NbFigure *figure)
{
  g_autofree char *cell = nb_ui_figure_dup_cell (figure);
  g_autofree char *spoken = nb_ui_figure_dup_spoken (figure);
  NbState state = nb_figure_get_state (figure);
  gboolean plain = state == NB_STATE_NUMBER || state == NB_STATE_ZERO;

  gtk_label_set_text (self->value, plain || state == NB_STATE_UNREADABLE ? cell : "");
  gtk_widget_set_visible (GTK_WIDGET (self->value), plain || state == NB_STATE_UNREADABLE);
  gtk_label_set_text (self->unit, plain ? nb_ui_figure_unit (figure) : "");
  gtk_label_set_text (self->state, spoken);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !plain);
  gtk_label_set_text (self->label, nb_ui_figure_label (figure));
}

/* Where no number stands one may be keyed in, beside what stands there. */
static void
show_entry (NbEvidencePanel *self, NbFigure *figure)
{
  NbDecimal entered;
  gboolean has_entry = nb_figure_get_entered (figure, &entered);
  g_autofree char *text = has_entry ? nb_decimal_to_string (entered) : g_strdup ("");

  gtk_widget_set_visible (self->entry_box, !nb_figure_get_value (figure, NULL) &&
                                               nb_figure_get_metric (figure) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
entered_cb (NbEvidencePanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-figure", "s",
                              gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
show_finding (NbEvidencePanel *self, NbFigure *figure)
{
  NbFinding *finding = nb_finding_steps_get_of (self->item, figure);
  g_autofree char *title = NULL;
  g_autofree char *fact = NULL;

  gtk_widget_set_visible (self->finding_box, finding != NULL);
  if (finding == NULL)
    return;
  title = nb_finding_dup_headline (finding);
  fact = nb_finding_steps_dup_fact (finding);
  gtk_label_set_text (self->finding_title, title);
  gtk_label_set_text (self->finding_relation, fact);
  nb_ui_show_severity (self->finding_mark, nb_finding_get_severity (finding));
  if (nb_finding_get_severity (finding) == NB_SEVERITY_ERROR)
    gtk_widget_add_css_class (self->finding_box, "nb-grave");
  else
    gtk_widget_remove_css_class (self->finding_box, "nb-grave");
}

/* "36 (2023)", where the report of the year before is open and has the figure. */
static char *
dup_before (NbEvidencePanel *self, NbFigure *figure)
{
  NbReport *report = nb_app_item_get_report (self->item);
  guint year = nb_report_get_year (report);
  const NbMetric *metric = nb_figure_get_metric (figure);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (NbSeries) series = NULL;

  if (metric == NULL || metric->form != nb_report_get_form (report) || year == 0)
    return NULL;
  reports = nb_neighbours_list (GTK_WIDGET (self), report);
  series = reports->len > 1 ? nb_series_new_for_metric (reports, metric->id) : NULL;
  for (guint i = 0; series != NULL && i + 1 < series->points->len; i++)
    {
      const NbSeriesPoint *point = &g_array_index (series->points, NbSeriesPoint, i);
      const NbSeriesPoint *now = &g_array_index (series->points, NbSeriesPoint, i + 1);
      g_autofree char *value = NULL;

      if (now->year != year || now->report == NULL || point->report == NULL ||
          !nb_quantity_is_known (&point->quantity))
        continue;
      value = nb_ui_format_decimal (point->quantity.value, FALSE);
      if (now->link != NB_COMPARABLE_YES)
        /* Translators: a number of the year before, which is counted in another way: "36 (2018, not comparable)". */
        return g_strdup_printf (_ ("%s (%u, not comparable)"), value, point->year);
      /* Translators: a number of the year before: "36 (2023)". */
      return g_strdup_printf (_ ("%s (%u)"), value, point->year);
    }
  return NULL;
}

static void
show_facts (NbEvidencePanel *self, NbFigure *figure)
{
  const NbPlace *place = nb_figure_get_place (figure);
  g_autofree char *position = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *before = dup_before (self, figure);

  if (place != NULL && place->row > 0)
    /* Translators: place of a cell in a printed table. */
    position = g_strdup_printf (_ ("row %u, column %u"), place->row, place->column);
  if (place != NULL)
    bytes = g_strdup_printf ("%u\u2013%u", place->offset, place->offset + place->length);
  nb_fact_row_set_value (self->place_row, position);
  nb_fact_row_set_value (self->bytes_row, bytes);
  nb_fact_row_set_value (self->reading_row,
                         place != NULL ? nb_ui_confidence_name (nb_figure_get_confidence (figure))
                                       : NULL);
  nb_fact_row_set_value (self->printed_row, nb_figure_get_printed (figure));
  nb_fact_row_set_value (self->remark_row, nb_figure_get_remark (figure));
  nb_fact_row_set_value (self->before_row, before);
  nb_fact_row_set_value (self->id_row, nb_figure_get_id (figure));
}

static void
show_in_text_cb (NbEvidencePanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "text");
}

static void
show_check_cb (NbEvidencePanel *self)
{
  NbFigure *figure = nb_app_item_get_figure (self->item);

  if (figure != NULL)
    nb_app_item_set_finding (self->item, nb_finding_steps_get_of (self->item, figure));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "checks");
}

static void
nb_evidence_panel_dispose (GObject *object)
{
  NbEvidencePanel *self = NB_EVIDENCE_PANEL (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (nb_evidence_panel_parent_class)->dispose (object);
}

static void
nb_evidence_panel_class_init (NbEvidencePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_evidence_panel_dispose;

  g_type_ensure (NB_TYPE_FACT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-evidence-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, value);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, unit);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, label);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, state);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, entry_box);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, entry);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, finding_box);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, finding_mark);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, finding_title);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, finding_relation);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, excerpt);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, source_box);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, place_row);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, bytes_row);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, reading_row);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, printed_row);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, remark_row);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, before_row);
  gtk_widget_class_bind_template_child (widget_class, NbEvidencePanel, id_row);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_in_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_check_cb);
}

static void
nb_evidence_panel_init (NbEvidencePanel *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), g_object_new (NB_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_mark_han (self->label);
  nb_ui_mark_han (self->unit);
}

/**
 * nb_evidence_panel_set_figure:
 * @self: a panel
 * @item: (nullable): the report
 * @figure: (nullable): the figure to tell about
 */
void
nb_evidence_panel_set_figure (NbEvidencePanel *self, NbAppItem *item, NbFigure *figure)
{
  g_return_if_fail (NB_IS_EVIDENCE_PANEL (self));

  g_set_object (&self->item, item);
  gtk_stack_set_visible_child_name (self->stack,
                                    item != NULL && figure != NULL ? "figure" : "none");
  if (item == NULL || figure == NULL)
    return;
  show_value (self, figure);
  show_entry (self, figure);
  show_finding (self, figure);
  show_facts (self, figure);
  gtk_widget_set_visible (self->source_box, nb_figure_get_place (figure) != NULL);
  if (nb_figure_get_place (figure) != NULL)
    nb_excerpt_show (self->excerpt, nb_app_item_get_report (item), nb_figure_get_place (figure));
}
