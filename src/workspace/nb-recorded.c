/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reports that this program has written as JSON, opened again. A file is proof of nothing: its text is recognised anew, and
 * whatever the file says of the report must be what was found, figure by figure; else it is refused. Findings are found anew: they
 * depend on the rules that were asked for and on the user's language. What is handed over is
 * therefore always what the text says, with the source that the report was read from at first. Any thread.
 */

#include "nb-recorded.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-error.h"
#include "document/nb-record.h"
#include "nb-reading-private.h"

static gboolean
is_same_number (gboolean has_a, NbDecimal a, gboolean has_b, NbDecimal b)
{
  return has_a == has_b && (!has_a || nb_decimal_compare (a, b) == 0);
}

static gboolean
is_same_place (const NbRecordFigure *said, const NbPlace *place)
{
  return place != NULL && g_strcmp0 (said->section, place->section) == 0 &&
         g_strcmp0 (said->table, place->table) == 0 && said->row == place->row &&
         said->column == place->column && said->offset == place->offset &&
         said->length == place->length;
}

static gboolean
is_same_figure (const NbRecordFigure *said, NbFigure *figure)
{
  NbState state = nb_figure_get_state (figure);
  NbDecimal value = NB_DECIMAL_ZERO;
  gboolean has_value = nb_figure_get_value (figure, &value);

  if (g_strcmp0 (said->metric, nb_figure_get_id (figure)) != 0 ||
      g_strcmp0 (said->label, nb_figure_get_label (figure)) != 0 ||
      g_strcmp0 (said->state, nb_state_to_string (state)) != 0 ||
      !is_same_number (said->has_value, said->value, has_value, value))
    return FALSE;
  if (state == NB_STATE_MISSING)
    return said->raw == NULL;
  return g_strcmp0 (said->unit, nb_figure_get_unit (figure)) == 0 &&
         g_strcmp0 (said->raw, nb_figure_get_raw (figure)) == 0 &&
         g_strcmp0 (said->remark, nb_figure_get_remark (figure)) == 0 &&
         g_strcmp0 (said->confidence,
                    nb_confidence_to_string (nb_figure_get_confidence (figure))) == 0 &&
         is_same_place (said, nb_figure_get_place (figure));
}

static gboolean
is_same_section (const NbRecordSection *said, NbSection *section)
{
  return g_strcmp0 (said->key, nb_section_get_key (section)) == 0 &&
         g_strcmp0 (said->number, nb_section_get_number (section)) == 0 &&
         g_strcmp0 (said->heading, nb_section_get_heading (section)) == 0 &&
         g_strcmp0 (said->text, nb_section_get_text (section)) == 0;
}

static gboolean
has_same_sections (const NbRecord *record, NbReport *report)
{
  GListModel *sections = nb_report_get_sections (report);
  guint n = g_list_model_get_n_items (sections);

  for (guint i = 0; i < n && n == record->sections->len; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      if (!is_same_section (record->sections->pdata[i], section))
        return FALSE;
    }
  return n == record->sections->len;
}

/* The key of a member that is not about figures or sections and says something else; NULL where none does. */
static const char *
find_other_head (const NbRecord *record, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);
  const char *kind = nb_organ_kind_to_string (nb_report_get_organ_kind (report));
  const struct
  {
    const char *key, *said, *found;
  } members[] = {
    { "scope", record->scope, nb_report_get_scope (report) },
    { "title", record->title, nb_report_get_title (report) },
    { "organ.name", record->organ, nb_report_get_organ (report) },
    { "organ.key", record->organ_key, nb_report_get_organ_key (report) },
    { "organ.kind", record->organ_kind, kind },
    { "form", record->form, form != NULL ? form->id : NULL },
    { "period.start", record->start, nb_report_get_period_start (report) },
    { "period.end", record->end, nb_report_get_period_end (report) },
    { "published", record->published, nb_report_get_published (report) },
    { "signed", record->signature, nb_report_get_signed (report) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_strcmp0 (members[i].said, members[i].found) != 0)
      return members[i].key;
  return record->year == nb_report_get_year (report) ? NULL : "year";
}

/* What a file says otherwise than its text, as it may be told: the id of a figure, or the key of a member. */
static const char *
find_difference (const NbRecord *record, NbReport *report)
{
  GListModel *figures = nb_report_get_figures (report);
  const char *key = find_other_head (record, report);

  if (key != NULL)
    return key;
  if (g_list_model_get_n_items (figures) != record->figures->len)
    return "figures";
  for (guint i = 0; i < record->figures->len; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      if (!is_same_figure (record->figures->pdata[i], figure))
        return nb_figure_get_id (figure); /* the report keeps it */
    }
  return has_same_sections (record, report) ? NULL : "sections";
}

/* Which of the reports of the document the record is of. */
static NbReport *
find_report (const NbRecord *record, GPtrArray *reports)
{
  if (record->part == 0)
    return reports->len == 1 ? reports->pdata[0] : NULL;
  return reports->len > 1 && record->part <= reports->len ? reports->pdata[record->part - 1] : NULL;
}

/* What was keyed in beside the figures. */
static NbReport *
enter (const NbRecord *record, NbReport *report)
{
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < record->figures->len; i++)
    {
      NbRecordFigure *figure = record->figures->pdata[i];

      if (figure->is_entered)
        g_hash_table_insert (entries, figure->metric, &figure->entered);
    }
  return g_hash_table_size (entries) > 0 ? nb_report_enter (report, entries)
                                         : g_object_ref (report);
}

static void
set_difference (GError **error, const char *where)
{
  g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED,
               /* Translators: %s is the id of a figure, or a key of JSON */
               _ ("what this JSON says under “%s” is not what the text in it says: it was changed, "
                  "or another version of the "
                  "program has written it; open the report that it was made from"),
               where);
}

static NbReading *
read_record (const NbRecord *record, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) reports = nb_report_recognise (record->document, cancellable, error);
  g_autoptr (NbReport) entered = NULL;
  NbReport *report;
  const char *where;

  if (reports == NULL)
    return NULL;
  report = find_report (record, reports);
  where = report != NULL ? find_difference (record, report) : "part";
  if (where != NULL)
    {
      set_difference (error, where);
      return NULL;
    }
  entered = enter (record, report);
  return nb_reading_new (entered);
}

/* Where a file tells of nothing but inputs that could not be read, the first is told. */
static void
set_fault (GError **error, const char *fault)
{
  g_set_error (error, NB_ERROR, NB_ERROR_NOT_A_REPORT,
               /* Translators: %s is the message of another error */
               _ ("this file holds no report, it tells why one could not be read: %s"), fault);
  if (error != NULL)
    nb_error_make_line (*error);
}

static gboolean
check_text (const char *text, gsize length, GError **error)
{
  if (g_utf8_validate_len (text, length, NULL))
    return TRUE;
  g_set_error_literal (error, NB_ERROR, NB_ERROR_DAMAGED,
                       _ ("this JSON is damaged: it is not UTF-8; write it again, or open the "
                          "report that it was made from"));
  return FALSE;
}

/**
 * nb_recorded_open:
 * @file: a source that holds JSON of this program, json or ndjson
 * @cancellable: (nullable): gives up between two reports
 * @error: %NB_ERROR_DAMAGED where it is not what was written, %NB_ERROR_LIMIT, %NB_ERROR_UNSUPPORTED for another schema
 *
 * Opens the reports in it. Lines that tell why an input could not be read are passed over.
 *
 * Returns: (transfer full) (element-type NbReading): at least one, in the file's order
 */
GPtrArray *
nb_recorded_open (NbSource *file, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (nb_source_get_bytes (file), &length);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *fault = NULL;
  gsize skipped = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  NbJsonCursor json;

  if (!check_text (text, length, error))
    return NULL;
  nb_json_cursor_init (&json, text + skipped, length - skipped);
  while (!nb_json_cursor_is_at_end (&json))
    {
      g_autoptr (NbRecord) record = nb_record_read (&json, file, error);
      NbReading *reading = NULL;

      if (record == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (record->fault != NULL)
        {
          fault = fault != NULL ? fault : g_steal_pointer (&record->fault);
          continue;
        }
      reading = read_record (record, cancellable, error);
      if (reading == NULL)
        return NULL;
      g_ptr_array_add (readings, reading);
    }
  if (readings->len > 0)
    return g_steal_pointer (&readings);
  set_fault (error, fault != NULL ? fault : "");
  return NULL;
}
