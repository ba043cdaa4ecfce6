/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A comparison as JSON, schema "nianbao-comparison/1". Keys are added at the end of an object and never
 * renamed, moved or removed. Only notes, labels of ratios and messages know the user's language.
 */

#include "nb-comparison-export.h"

#include "base/nb-fixed-list.h"
#include "check/nb-check.h"
#include "nb-json-private.h"

#define SCHEMA "nianbao-comparison/1"

static void
write_side (NbJsonWriter *json, const char *key, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);

  nb_json_begin_object (json, key);
  nb_json_write_source (json, report);
  nb_json_write_organ (json, report);
  nb_json_add_place_number (json, "year", nb_report_get_year (report));
  nb_json_add_string (json, "form", form != NULL ? form->id : NULL);
  nb_json_end_object (json);
}

static void
write_number (NbJsonWriter *json, const char *key, gboolean is_known, NbDecimal value)
{
  if (is_known)
    nb_json_add_decimal (json, key, value);
  else
    nb_json_add_null (json, key);
}

static void
write_quantity (NbJsonWriter *json, const char *key, const NbQuantity *quantity)
{
  write_number (json, key, nb_quantity_is_known (quantity), quantity->value);
}

static const char *
get_state (const NbQuantity *quantity)
{
  if (quantity->entered)
    return "entered";
  return quantity->not_in_form ? "not-in-form" : nb_state_to_string (quantity->state);
}

static void
write_row (NbJsonWriter *json, const NbComparisonRow *row)
{
  g_autofree char *note = nb_comparison_row_dup_note (row);
  const NbMatter *matter = &row->matter;

  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "metric", matter->id);
  write_quantity (json, "a", &row->sides[0]);
  write_quantity (json, "b", &row->sides[1]);
  write_number (json, "delta", row->has_delta, row->delta);
  write_number (json, "percent", row->has_percent, row->percent);
  nb_json_add_string (json, "comparable", nb_comparable_to_string (matter->comparable));
  nb_json_add_string (json, "note", note);
  nb_json_add_string (json, "label", matter->label_zh);
  nb_json_add_string (json, "unit", matter->unit);
  nb_json_add_string (json, "a_state", get_state (&row->sides[0]));
  nb_json_add_string (json, "b_state", get_state (&row->sides[1]));
  nb_json_add_string (json, "a_metric", matter->expressions[0]);
  nb_json_add_string (json, "b_metric", matter->expressions[1]);
  nb_json_end_object (json);
}

static void
write_change (NbJsonWriter *json, const NbTextChange *change)
{
  static const char *const kinds[] = { "equal", "removed", "added" };

  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "kind", nb_text_change_kind_to_string (change->kind));
  nb_json_add_string (json, "a", change->a);
  nb_json_add_string (json, "b", change->b);
  nb_json_add_count (json, "a_offset", change->a_offset);
  nb_json_add_count (json, "b_offset", change->b_offset);
  nb_json_begin_array (json, "words");
  for (guint i = 0; i < change->words->len; i++)
    {
      const NbWordRun *run = &g_array_index (change->words, NbWordRun, i);

      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "kind", kinds[run->kind]);
      nb_json_add_string (json, "text", run->text);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
  nb_json_end_object (json);
}

static NbDecimal
get_share (guint permille)
{
  return (NbDecimal){ permille, 3 };
}

static void
write_section (NbJsonWriter *json, const NbSectionDiff *section)
{
  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "key", section->key);
  write_number (json, "similarity", section->has_similarity, get_share (section->permille));
  nb_json_begin_array (json, "changes");
  for (guint i = 0; i < section->changes->len; i++)
    write_change (json, section->changes->pdata[i]);
  nb_json_end_array (json);
  nb_json_add_string (json, "a_heading", section->heading_a);
  nb_json_add_string (json, "b_heading", section->heading_b);
  nb_json_add_string (json, "method",
                      section->too_long   ? "none"
                      : section->complete ? "words"
                                          : "limited");
  nb_json_end_object (json);
}

static void
write_ratio_side (NbJsonWriter *json, const char *key, const NbRatio *ratio)
{
  nb_json_begin_object (json, key);
  write_number (json, "percent", ratio->has_percent, ratio->percent);
  write_quantity (json, "part", &ratio->part);
  write_quantity (json, "n", &ratio->whole);
  nb_json_end_object (json);
}

static void
write_ratios (NbJsonWriter *json, NbComparison *self)
{
  guint n;
  const NbRatioRow *ratios = nb_comparison_get_ratios (self, &n);

  nb_json_begin_array (json, "ratios");
  for (guint i = 0; i < n; i++)
    {
      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "ratio", nb_ratio_get_id (ratios[i].kind));
      nb_json_add_string (json, "label", nb_ratio_get_label (ratios[i].kind));
      write_ratio_side (json, "a", &ratios[i].sides[0]);
      write_ratio_side (json, "b", &ratios[i].sides[1]);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}

/**
 * nb_comparison_list_findings:
 * @self: a comparison
 *
 * Returns: (transfer full) (element-type NbFinding): what does not agree between the two reports
 */
GListModel *
nb_comparison_list_findings (NbComparison *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = NULL;

  g_ptr_array_add (reports, nb_comparison_get_report (self, 0));
  g_ptr_array_add (reports, nb_comparison_get_report (self, 1));
  findings = nb_check_workspace (reports, NULL);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      GPtrArray *of_report = findings->pdata[i];

      for (guint j = 0; j < of_report->len; j++)
        g_ptr_array_add (all, g_object_ref (of_report->pdata[j]));
    }
  return nb_fixed_list_new (NB_TYPE_FINDING, all);
}

/**
 * nb_comparison_write_json:
 * @self: a comparison
 * @findings: (nullable): of #NbFinding, those between the two reports
 * @out: what to append to
 *
 * Writes it, with a line feed.
 */
void
nb_comparison_write_json (NbComparison *self, GListModel *findings, GString *out)
{
  guint n_rows, permille;
  const NbComparisonRow *rows = nb_comparison_get_rows (self, &n_rows);
  GPtrArray *sections = nb_comparison_get_sections (self);
  gboolean has_similarity = nb_comparison_get_similarity (self, &permille);
  NbJsonWriter json;

  nb_json_writer_init (&json, out, TRUE);
  nb_json_begin_object (&json, NULL);
  nb_json_add_string (&json, "schema", SCHEMA);
  write_side (&json, "a", nb_comparison_get_report (self, 0));
  write_side (&json, "b", nb_comparison_get_report (self, 1));
  nb_json_begin_array (&json, "figures");
  for (guint i = 0; i < n_rows; i++)
    write_row (&json, &rows[i]);
  nb_json_end_array (&json);
  nb_json_begin_array (&json, "sections");
  for (guint i = 0; i < sections->len; i++)
    write_section (&json, sections->pdata[i]);
  nb_json_end_array (&json);
  if (findings != NULL)
    nb_json_write_findings (&json, findings, NULL);
  else
    {
      nb_json_begin_array (&json, "findings");
      nb_json_end_array (&json);
    }
  write_number (&json, "similarity", has_similarity, get_share (permille));
  nb_json_add_string (&json, "verdict", nb_comparison_is_copy (self) ? "copy" : NULL);
  write_ratios (&json, self);
  nb_json_end_object (&json);
  nb_json_finish (&json);
}
