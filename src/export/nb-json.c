/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A reading as JSON, schema "nianbao-report/1". The keys, their order and their meaning are a contract
 * with other programs: one may be added at the end of an object, none is renamed, moved or removed.
 */

#include "nb-export.h"

#include "base/nb-error.h"
#include "document/nb-record.h"
#include "nb-json-private.h"

#define SCHEMA NB_RECORD_SCHEMA "1"

/* What is known of the bytes, whatever became of them. */
static void
add_bytes (NbJsonWriter *json, NbSource *source)
{
  nb_json_add_string (json, "media_type", nb_source_get_media_type (source));
  nb_json_add_string (json, "charset", nb_source_get_charset (source));
  nb_json_add_count (json, "bytes", nb_source_get_size (source));
  nb_json_add_string (json, "sha256", nb_source_get_sha256 (source));
  nb_json_add_string (json, "fetched", nb_source_get_fetched (source));
}

/**
 * nb_json_write_source:
 * @json: a writer, in an object
 * @report: a report
 *
 * Writes the key "source".
 */
void
nb_json_write_source (NbJsonWriter *json, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));

  nb_json_begin_object (json, "source");
  nb_json_add_string (json, "uri", nb_source_get_uri (source));
  add_bytes (json, source);
  nb_json_add_place_number (json, "part", nb_report_get_part (report));
  nb_json_add_string (json, "scope", nb_report_get_scope (report));
  nb_json_end_object (json);
}

/**
 * nb_json_write_organ:
 * @json: a writer, in an object
 * @report: a report
 *
 * Writes the key "organ".
 */
void
nb_json_write_organ (NbJsonWriter *json, NbReport *report)
{
  nb_json_begin_object (json, "organ");
  nb_json_add_string (json, "name", nb_report_get_organ (report));
  nb_json_add_string (json, "key", nb_report_get_organ_key (report));
  nb_json_add_string (json, "kind", nb_organ_kind_to_string (nb_report_get_organ_kind (report)));
  nb_json_end_object (json);
}

static void
write_period (NbJsonWriter *json, NbReport *report)
{
  const char *start = nb_report_get_period_start (report);
  const char *end = nb_report_get_period_end (report);

  if (start == NULL && end == NULL)
    {
      nb_json_add_null (json, "period");
      return;
    }
  nb_json_begin_object (json, "period");
  nb_json_add_string (json, "start", start);
  nb_json_add_string (json, "end", end);
  nb_json_end_object (json);
}

static void
write_sections (NbJsonWriter *json, GListModel *sections)
{
  guint n = g_list_model_get_n_items (sections);

  nb_json_begin_array (json, "sections");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "key", nb_section_get_key (section));
      nb_json_add_string (json, "number", nb_section_get_number (section));
      nb_json_add_string (json, "heading", nb_section_get_heading (section));
      nb_json_add_string (json, "text", nb_section_get_text (section));
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}

static void
write_place (NbJsonWriter *json, const NbPlace *place)
{
  if (place == NULL)
    {
      nb_json_add_null (json, "place");
      return;
    }
  nb_json_begin_object (json, "place");
  nb_json_add_string (json, "section", place->section);
  nb_json_add_string (json, "table", place->table);
  nb_json_add_place_number (json, "row", place->row);
  nb_json_add_place_number (json, "column", place->column);
  nb_json_add_count (json, "offset", place->offset);
  nb_json_add_count (json, "length", place->length);
  nb_json_end_object (json);
}

static void
write_figure (NbJsonWriter *json, NbFigure *figure)
{
  NbState state = nb_figure_get_state (figure);
  gboolean is_there = state != NB_STATE_MISSING;
  NbDecimal value;

  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "metric", nb_figure_get_id (figure));
  nb_json_add_string (json, "label", nb_figure_get_label (figure));
  nb_json_add_string (json, "state", nb_state_to_string (state));
  if (nb_figure_get_value (figure, &value))
    nb_json_add_decimal (json, "value", value);
  else
    nb_json_add_null (json, "value");
  nb_json_add_string (json, "unit", is_there ? nb_figure_get_unit (figure) : NULL);
  nb_json_add_string (json, "raw", is_there ? nb_figure_get_raw (figure) : NULL);
  nb_json_add_string (json, "remark", is_there ? nb_figure_get_remark (figure) : NULL);
  nb_json_add_string (json, "confidence",
                      is_there ? nb_confidence_to_string (nb_figure_get_confidence (figure))
                               : NULL);
  write_place (json, is_there ? nb_figure_get_place (figure) : NULL);
  /* A key that is only there where there is something to say. */
  if (nb_figure_get_entered (figure, &value))
    nb_json_add_decimal (json, "entered", value);
  nb_json_end_object (json);
}

static void
write_figures (NbJsonWriter *json, GListModel *figures)
{
  guint n = g_list_model_get_n_items (figures);

  nb_json_begin_array (json, "figures");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      write_figure (json, figure);
    }
  nb_json_end_array (json);
}

/* A place of a sentence has no metric. */
static void
write_evidence (NbJsonWriter *json,
                const char *metric,
                const char *section,
                guint offset,
                guint length)
{
  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "metric", metric);
  nb_json_add_string (json, "section", section);
  nb_json_add_count (json, "offset", offset);
  nb_json_add_count (json, "length", length);
  nb_json_end_object (json);
}

static void
write_terms (NbJsonWriter *json, NbFinding *finding)
{
  guint n, n_quotes;
  const NbTerm *terms = nb_finding_get_terms (finding, &n);
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);

  nb_json_begin_array (json, "metrics");
  for (guint i = 0; i < n; i++)
    nb_json_add_string (json, NULL, nb_figure_get_id (terms[i].figure));
  nb_json_end_array (json);

  nb_json_begin_array (json, "places");
  for (guint i = 0; i < n; i++)
    {
      const NbPlace *place = nb_figure_get_place (terms[i].figure);

      if (place != NULL)
        write_evidence (json, nb_figure_get_id (terms[i].figure), place->section, place->offset,
                        place->length);
    }
  for (guint i = 0; i < n_quotes; i++)
    write_evidence (json, NULL, quotes[i].section, quotes[i].offset, quotes[i].length);
  nb_json_end_array (json);
}

static void
write_repairs (NbJsonWriter *json, NbFinding *finding)
{
  guint n;
  const NbRepair *repairs = nb_finding_get_repairs (finding, &n);

  nb_json_begin_array (json, "repair");
  for (guint i = 0; i < n; i++)
    {
      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "metric", nb_figure_get_id (repairs[i].figure));
      nb_json_add_decimal (json, "old", repairs[i].old_value);
      nb_json_add_decimal (json, "new", repairs[i].new_value);
      nb_json_add_string (json, "why", repairs[i].why); /* knows no locale */
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}

static void
write_consequences (NbJsonWriter *json, NbFinding *finding)
{
  GPtrArray *consequences = nb_finding_get_consequences (finding);

  nb_json_begin_array (json, "consequences");
  for (guint i = 0; i < consequences->len; i++)
    {
      g_autofree char *message = nb_finding_dup_message (consequences->pdata[i]);

      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "rule", nb_finding_get_rule (consequences->pdata[i]));
      nb_json_add_string (json, "message", message);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}

/* Where a cell or a sentence of another report stands. */
static void
write_elsewhere (NbJsonWriter *json, NbReport *report, const char *metric, const char *section, guint offset, guint length)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));

  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "uri", nb_source_get_uri (source));
  nb_json_add_string (json, "sha256", nb_source_get_sha256 (source));
  nb_json_add_string (json, "metric", metric);
  nb_json_add_string (json, "section", section);
  nb_json_add_count (json, "offset", offset);
  nb_json_add_count (json, "length", length);
  nb_json_end_object (json);
}

/* A key that is only there where a finding has evidence in other reports. */
static void
write_others (NbJsonWriter *json, NbFinding *finding)
{
  guint n_others, n_echoes;
  const NbOther *others = nb_finding_get_others (finding, &n_others);
  const NbEcho *echoes = nb_finding_get_echoes (finding, &n_echoes);

  if (n_others + n_echoes == 0)
    return;
  nb_json_begin_array (json, "others");
  for (guint i = 0; i < n_others; i++)
    {
      const NbPlace *place = nb_figure_get_place (others[i].figure);

      if (place != NULL)
        write_elsewhere (json, others[i].report, nb_figure_get_id (others[i].figure),
                         place->section, place->offset, place->length);
    }
  for (guint i = 0; i < n_echoes; i++)
    write_elsewhere (json, echoes[i].report, NULL, echoes[i].quote.section,
                     echoes[i].quote.offset, echoes[i].quote.length);
  nb_json_end_array (json);
}

/* A key that is only there where the user has decided something. */
static void
write_review (NbJsonWriter *json, const NbReview *review)
{
  if (review == NULL)
    return;
  nb_json_begin_object (json, "review");
  nb_json_add_string (json, "state", nb_review_state_to_string (review->state));
  nb_json_add_string (json, "note", review->note);
  nb_json_add_boolean (json, "fits", review->fits);
  nb_json_end_object (json);
}

static void
write_finding (NbJsonWriter *json, NbFinding *finding, const NbReview *review)
{
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);

  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "rule", nb_finding_get_rule (finding));
  nb_json_add_string (json, "severity", nb_severity_to_string (nb_finding_get_severity (finding)));
  nb_json_add_string (json, "status",
                      nb_finding_get_status (finding) == NB_STATUS_FAIL ? "fail" : "open");
  nb_json_add_string (json, "title", title);
  nb_json_add_string (json, "message", message);
  nb_json_add_string (json, "relation", nb_finding_get_relation (finding));
  write_terms (json, finding);
  write_repairs (json, finding);
  write_consequences (json, finding);
  write_others (json, finding);
  write_review (json, review);
  nb_json_end_object (json);
}

/**
 * nb_json_write_findings:
 * @json: a writer, in an object
 * @findings: of #NbFinding
 * @reading: (nullable): whose findings they are
 *
 * Writes the key "findings".
 */
void
nb_json_write_findings (NbJsonWriter *json, GListModel *findings, NbReading *reading)
{
  guint n = g_list_model_get_n_items (findings);

  nb_json_begin_array (json, "findings");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      write_finding (json, finding,
                     reading != NULL ? nb_reading_get_review (reading, finding) : NULL);
    }
  nb_json_end_array (json);
}

static void
write_pieces (NbJsonWriter *json, NbDocument *document)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n;
  const NbPiece *pieces = nb_document_get_pieces (document, &n);

  nb_json_begin_array (json, "pieces");
  for (guint i = 0; i < n; i++)
    {
      g_string_truncate (line, 0);
      nb_record_format_piece (line, &pieces[i]);
      nb_json_add_string (json, NULL, line->str);
    }
  nb_json_end_array (json);
}

/* What the report was recognised in, so that it can be read back; the text is that of the places. */
static void
write_document (NbJsonWriter *json, NbDocument *document)
{
  guint n;
  const NbMeta *metas = nb_document_get_metas (document, &n);

  nb_json_begin_object (json, "document");
  nb_json_add_string (json, "text", nb_document_get_text (document, NULL));
  write_pieces (json, document);
  nb_json_add_count (json, "tables", nb_document_get_n_tables (document));
  nb_json_begin_array (json, "metas");
  for (guint i = 0; i < n; i++)
    {
      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "name", metas[i].name);
      nb_json_add_string (json, "content", metas[i].content);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
  nb_json_end_object (json);
}

/**
 * nb_json_write_reading:
 * @out: what to append to
 * @reading: a reading
 * @pretty: %TRUE for json, %FALSE for a line of ndjson
 *
 * Writes one report with its findings, and a line feed. Only titles, messages and reasons of
 * findings know the user's language.
 */
void
nb_json_write_reading (GString *out, NbReading *reading, gboolean pretty)
{
  NbReport *report;
  const NbForm *form;
  NbJsonWriter json;

  g_return_if_fail (out != NULL);
  g_return_if_fail (NB_IS_READING (reading));

  report = nb_reading_get_report (reading);
  form = nb_report_get_form (report);
  nb_json_writer_init (&json, out, pretty);
  nb_json_begin_object (&json, NULL);
  nb_json_add_string (&json, "schema", SCHEMA);
  nb_json_write_source (&json, report);
  nb_json_add_string (&json, "title", nb_report_get_title (report));
  nb_json_write_organ (&json, report);
  nb_json_add_place_number (&json, "year", nb_report_get_year (report));
  nb_json_add_string (&json, "form", form != NULL ? form->id : NULL);
  write_period (&json, report);
  nb_json_add_string (&json, "published", nb_report_get_published (report));
  nb_json_add_string (&json, "signed", nb_report_get_signed (report));
  write_sections (&json, nb_report_get_sections (report));
  write_figures (&json, nb_report_get_figures (report));
  nb_json_write_findings (&json, nb_reading_get_findings (reading), reading);
  write_document (&json, nb_report_get_document (report));
  nb_json_end_object (&json);
  nb_json_finish (&json);
}

/**
 * nb_json_write_error:
 * @out: what to append to
 * @uri: the input, as typed
 * @source: (nullable): the input itself, where it could be had
 * @error: why it could not be read
 *
 * Writes, on one line, the object that stands in the place of an input that could not be read.
 */
void
nb_json_write_error (GString *out, const char *uri, NbSource *source, const GError *error)
{
  static const char *const unknown[] = { "media_type", "charset", "bytes", "sha256", "fetched" };
  NbJsonWriter json;

  g_return_if_fail (out != NULL);
  g_return_if_fail (error != NULL);

  nb_json_writer_init (&json, out, FALSE);
  nb_json_begin_object (&json, NULL);
  nb_json_add_string (&json, "schema", SCHEMA);
  nb_json_begin_object (&json, "source");
  nb_json_add_string (&json, "uri", uri);
  if (source != NULL)
    add_bytes (&json, source);
  for (guint i = 0; source == NULL && i < G_N_ELEMENTS (unknown); i++)
    nb_json_add_null (&json, unknown[i]);
  nb_json_add_null (&json, "part");
  nb_json_add_null (&json, "scope");
  nb_json_end_object (&json);
  nb_json_begin_object (&json, "error");
  nb_json_add_string (&json, "code", nb_error_get_code (error));
  nb_json_add_string (&json, "message", error->message);
  nb_json_end_object (&json);
  nb_json_end_object (&json);
  nb_json_finish (&json);
}
