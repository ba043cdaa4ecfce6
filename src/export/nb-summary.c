/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A reading on one page, for people, in the user's language. Columns are aligned by the width that a
 * terminal gives the characters, in which a Chinese one takes two places.
 */

#include "nb-export.h"

#include <glib/gi18n-lib.h>

#include "form/nb-label.h"
#include "nb-names.h"
#include "nb-text-columns.h"
#include "series/nb-derive.h"
#include "workspace/nb-caution.h"

#define HEAD_WIDTH   14
#define NUMBER_WIDTH 6

/* What is shown of the figures, where the form has it. */
static const char *const key_roles[] = {
  "proactive.total",
  "normative.issued",
  "normative.in_force",
  "licences",
  "penalties",
  "coercion",
  "fees",
  "requests.received",
  "requests.carried_in",
  "requests.closed",
  "requests.carried_out",
  "outcomes.full",
  "outcomes.partial",
  "outcomes.refused",
  "outcomes.unavailable",
  "outcomes.not_handled",
  "outcomes.other",
  "disputes.reconsideration",
  "disputes.litigation",
};

static void
append_head (GString *out, const char *head, const char *text)
{
  if (text == NULL)
    return;
  nb_columns_append_padded (out, head, HEAD_WIDTH);
  g_string_append_printf (out, "  %s\n", text);
}

/* --- Parts --- */

static void
write_organ (GString *out, NbReport *report)
{
  const char *organ = nb_report_get_organ (report);
  const char *scope = nb_report_get_scope (report);
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s (%s)%s%s", organ != NULL ? organ : _ ("not found"),
                          nb_name_organ_kind (nb_report_get_organ_kind (report)),
                          scope != NULL ? ", " : "", scope != NULL ? scope : "");
  append_head (out, _ ("Organ"), text);
}

static void
write_form (GString *out, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);
  g_autofree char *text = NULL;

  if (form == NULL)
    {
      append_head (out, _ ("Form"), _ ("not recognised"));
      return;
    }
  text = g_strdup_printf ("%s (%s)", form->id, nb_label_pick (form->basis_zh, form->basis_en));
  append_head (out, _ ("Form"), text);
}

static void
write_dates (GString *out, NbReport *report)
{
  g_autofree char *year = g_strdup_printf ("%u", nb_report_get_year (report));
  const char *start = nb_report_get_period_start (report);
  const char *end = nb_report_get_period_end (report);
  g_autofree char *period = NULL;

  append_head (out, _ ("Year"), nb_report_get_year (report) > 0 ? year : _ ("not found"));
  write_form (out, report);
  if (start != NULL && end != NULL)
    period = g_strdup_printf ("%s – %s", start, end);
  append_head (out, _ ("Period"), period);
  append_head (out, _ ("Published"), nb_report_get_published (report));
  append_head (out, _ ("Signed"), nb_report_get_signed (report));
}

static void
write_source (GString *out, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const char *charset = nb_source_get_charset (source);
  g_autofree char *name = g_filename_display_name (nb_source_get_uri (source));
  g_autofree char *caution = nb_caution_dup (report);
  g_autofree char *text = NULL;
  guint64 bytes = nb_source_get_size (source);

  append_head (out, _ ("Source"), name);
  if (nb_source_get_file (source) != source)
    /* Translators: before the name of a file of this program that holds the report */
    append_head (out, _ ("Read from"), nb_source_get_uri (nb_source_get_file (source)));
  /* Translators: media type, charset, size: "text/html, gb18030, 25013 bytes" */
  if (charset != NULL)
    text = g_strdup_printf (_ ("%s, %s, %lu bytes"), nb_source_get_media_type (source), charset,
                            (gulong) bytes);
  else
    /* Translators: media type, size; a PDF has no charset */
    text = g_strdup_printf (_ ("%s, %lu bytes"), nb_source_get_media_type (source), (gulong) bytes);
  append_head (out, "", text);
  append_head (out, "SHA-256", nb_source_get_sha256 (source));
  append_head (out, _ ("Caution"), caution);
}

static void
write_sections (GString *out, GListModel *sections)
{
  guint n = g_list_model_get_n_items (sections);

  g_string_append_printf (out, "\n%s\n", _ ("Sections"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      const char *number = nb_section_get_number (section);
      glong length = g_utf8_strlen (nb_section_get_text (section), -1);

      g_string_append (out, "  ");
      nb_columns_append_padded (out, number != NULL ? number : "", NUMBER_WIDTH);
      nb_columns_append_padded (out, nb_section_get_heading (section), 44);
      g_string_append_c (out, ' ');
      g_string_append_printf (out, ngettext ("%6ld character", "%6ld characters", length), length);
      g_string_append_c (out, '\n');
    }
}

static void
write_table (GString *out, NbReport *report, const NbFormTable *table)
{
  guint counts[NB_STATE_UNREADABLE + 1] = { 0 };
  gboolean is_first = TRUE;

  for (guint i = 0; i < table->n_metrics; i++)
    counts[nb_figure_get_state (nb_report_get_figure_for (report, table->metrics[i]))]++;

  g_string_append (out, "  ");
  nb_columns_append_padded (out, nb_label_pick (table->label_short_zh, table->label_short_en), 30);
  for (guint state = 0; state < G_N_ELEMENTS (counts); state++)
    if (counts[state] > 0)
      {
        g_string_append_printf (out, "%s%s %u", is_first ? " " : ", ", nb_name_state (state),
                                counts[state]);
        is_first = FALSE;
      }
  g_string_append_c (out, '\n');
}

static void
write_tables (GString *out, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);
  guint n = g_list_model_get_n_items (nb_report_get_figures (report));

  g_string_append_printf (out, "\n%s\n", _ ("Tables"));
  for (guint i = 0; form != NULL && i < form->n_tables; i++)
    if (form->tables[i].n_metrics > 0)
      write_table (out, report, &form->tables[i]);
  if (form == NULL || n > form->n_metrics)
    {
      n -= form != NULL ? form->n_metrics : 0;
      g_string_append (out, "  ");
      g_string_append_printf (out,
                              ngettext ("%u figure that the form does not have",
                                        "%u figures that the form does not have", n),
                              n);
      g_string_append_c (out, '\n');
    }
}

static void
write_key_figure (GString *out, const char *label, NbState state, NbDecimal value, const char *unit)
{
  gboolean is_known = state == NB_STATE_NUMBER || state == NB_STATE_ZERO;
  g_autofree char *number = is_known ? nb_decimal_to_string (value) : NULL;

  g_string_append (out, "  ");
  nb_columns_append_padded (out, label, 62);
  nb_columns_append_right (out, is_known ? number : nb_name_state (state), 14);
  if (is_known && unit != NULL)
    g_string_append_printf (out, " %s", nb_label_unit (unit));
  g_string_append_c (out, '\n');
}

/* A form prints a matter, or leaves it to be computed, or does not know it. */
static void
write_role (GString *out, NbReport *report, const char *role)
{
  const NbForm *form = nb_report_get_form (report);
  const NbMetric *metric = nb_form_find_role (form, role);
  const NbDerived *derived = nb_form_find_derived_role (form, role);
  NbDecimal value = NB_DECIMAL_ZERO;

  if (metric != NULL)
    {
      NbFigure *figure = nb_report_get_figure_for (report, metric);

      nb_figure_get_value (figure, &value);
      write_key_figure (out, nb_label_pick (metric->label_zh, metric->label_en),
                        nb_figure_get_state (figure), value, nb_figure_get_unit (figure));
    }
  else if (derived != NULL)
    {
      NbState state = nb_derive (report, derived, &value, NULL);

      write_key_figure (out, nb_label_pick (derived->label_zh, derived->label_en), state, value,
                        derived->unit);
    }
}

static void
write_key_figures (GString *out, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);

  if (form == NULL || form->n_metrics == 0)
    return;
  g_string_append_printf (out, "\n%s\n", _ ("Key figures"));
  for (guint i = 0; i < G_N_ELEMENTS (key_roles); i++)
    write_role (out, report, key_roles[i]);
}

static guint
measure_severities (void)
{
  guint width = 0;

  for (guint severity = 0; severity <= NB_SEVERITY_INFO; severity++)
    width = MAX (width, nb_columns_measure (nb_name_severity (severity)));
  return width;
}

static void
write_finding (GString *out, NbFinding *finding)
{
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  const char *relation = nb_finding_get_relation (finding);

  g_string_append (out, "  ");
  nb_columns_append_padded (out, nb_name_severity (nb_finding_get_severity (finding)),
                            measure_severities ());
  g_string_append_printf (out, "  %s  %s\n", nb_finding_get_rule (finding), title);
  if (*relation != '\0')
    g_string_append_printf (out, "    %s\n", relation);
  g_string_append_printf (out, "    %s\n", message);
}

static void
write_findings (GString *out, GListModel *findings)
{
  guint n = g_list_model_get_n_items (findings);

  g_string_append_printf (out, "\n%s\n", _ ("Findings"));
  if (n == 0)
    g_string_append_printf (out, "  %s\n", _ ("none"));
  for (guint severity = 0; severity <= NB_SEVERITY_INFO; severity++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

        if (nb_finding_get_severity (finding) == severity)
          write_finding (out, finding);
      }
}

/**
 * nb_summary_write:
 * @out: what to append to
 * @reading: a reading
 *
 * Writes what the report is, where it comes from, what is in it, and what was found, in the user's
 * language. Ends with a line feed.
 */
void
nb_summary_write (GString *out, NbReading *reading)
{
  NbReport *report;
  const char *title;

  g_return_if_fail (out != NULL);
  g_return_if_fail (NB_IS_READING (reading));

  report = nb_reading_get_report (reading);
  title = nb_report_get_title (report);
  g_string_append_printf (out, "%s\n\n", title != NULL ? title : _ ("(without a title)"));
  write_organ (out, report);
  write_dates (out, report);
  write_source (out, report);
  write_sections (out, nb_report_get_sections (report));
  write_tables (out, report);
  write_key_figures (out, report);
  write_findings (out, nb_reading_get_findings (reading));
}
