/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The codebook as JSON, schema nianbao-codebook/1: forms newest first, then the series across them.
 */

#include "nb-codebook-private.h"
#include "nb-json-writer.h"

static void
write_ids (NbJsonWriter *json, const char *key, const NbMetric **metrics)
{
  nb_json_begin_array (json, key);
  for (; *metrics != NULL; metrics++)
    nb_json_add_string (json, NULL, (*metrics)->id);
  nb_json_end_array (json);
}

static void
write_entry (const NbFormRow *row, const NbMetric *metric, gpointer user_data)
{
  NbJsonWriter *json = user_data;
  gboolean is_metric = metric != NULL;

  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "table", row->table->id);
  nb_json_add_place_number (json, "no", row->number);
  nb_json_add_string (json, "metric", is_metric ? metric->id : NULL);
  nb_json_add_string (json, "short", is_metric ? metric->short_name : NULL);
  nb_json_add_string (json, "row_label", is_metric ? metric->row_label_zh : row->label_zh);
  nb_json_add_string (json, "column_label", is_metric ? metric->column_label_zh : NULL);
  nb_json_add_string (json, "unit", is_metric ? metric->unit : NULL);
  nb_json_add_string (json, "kind", nb_codebook_kind_to_string (metric));
  nb_json_add_string (json, "label_zh", is_metric ? metric->label_zh : row->label_zh);
  nb_json_add_string (json, "label_en", is_metric ? metric->label_en : row->label_en);
  nb_json_add_string (json, "role", is_metric ? metric->role : NULL);
  nb_json_add_place_number (json, "row", is_metric ? metric->print_row : row->print_row);
  nb_json_add_place_number (json, "column", is_metric ? metric->print_column : 0);
  nb_json_end_object (json);
}

static void
write_sections (NbJsonWriter *json, const NbForm *form)
{
  nb_json_begin_array (json, "sections");
  for (guint i = 0; i < form->n_sections; i++)
    {
      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "key", form->sections[i].key);
      nb_json_add_string (json, "number", form->sections[i].number);
      nb_json_add_string (json, "label_zh", form->sections[i].label_zh);
      nb_json_add_string (json, "label_en", form->sections[i].label_en);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}

static void
write_tables (NbJsonWriter *json, const NbForm *form)
{
  nb_json_begin_array (json, "tables");
  for (guint i = 0; i < form->n_tables; i++)
    {
      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "table", form->tables[i].id);
      nb_json_add_string (json, "section", form->tables[i].section);
      nb_json_add_string (json, "label_zh", form->tables[i].label_zh);
      nb_json_add_string (json, "label_en", form->tables[i].label_en);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}

static void
write_derived (NbJsonWriter *json, const NbForm *form)
{
  nb_json_begin_array (json, "derived");
  for (guint i = 0; i < form->n_derived; i++)
    {
      const NbDerived *derived = &form->derived[i];

      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "metric", derived->id);
      nb_json_add_string (json, "short", derived->short_name);
      nb_json_add_string (json, "label_zh", derived->label_zh);
      nb_json_add_string (json, "label_en", derived->label_en);
      nb_json_add_string (json, "unit", derived->unit);
      nb_json_add_string (json, "role", derived->role);
      write_ids (json, "terms", derived->terms);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}

static void
write_identities (NbJsonWriter *json, const NbForm *form)
{
  nb_json_begin_array (json, "identities");
  for (guint i = 0; i < form->n_identities; i++)
    {
      const NbIdentity *identity = &form->identities[i];

      nb_json_begin_object (json, NULL);
      nb_json_add_string (json, "rule", identity->rule);
      nb_json_add_string (json, "instance",
                          *identity->instance != '\0' ? identity->instance : NULL);
      nb_json_add_string (json, "label_zh", identity->label_zh);
      nb_json_add_string (json, "label_en", identity->label_en);
      write_ids (json, "left", identity->left);
      write_ids (json, "right", identity->right);
      nb_json_add_string (json, "less", identity->less);
      nb_json_add_string (json, "more", identity->more);
      write_ids (json, "more_is_error", identity->more_is_error);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}

static void
write_form (NbJsonWriter *json, const NbForm *form)
{
  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "form", form->id);
  nb_json_add_count (json, "first_year", form->first_year);
  nb_json_add_place_number (json, "last_year", form->last_year != G_MAXUINT ? form->last_year : 0);
  nb_json_add_string (json, "basis_zh", form->basis_zh);
  nb_json_add_string (json, "basis_en", form->basis_en);
  write_sections (json, form);
  write_tables (json, form);
  nb_json_begin_array (json, "metrics");
  nb_codebook_foreach (form, write_entry, json);
  nb_json_end_array (json);
  write_derived (json, form);
  write_identities (json, form);
  nb_json_end_object (json);
}

static void
write_series (NbJsonWriter *json,
              const NbSeriesLink *series,
              const NbForm *const *forms,
              guint n_forms)
{
  nb_json_begin_object (json, NULL);
  nb_json_add_string (json, "series", series->series);
  nb_json_add_string (json, "label_zh", series->label_zh);
  nb_json_add_string (json, "label_en", series->label_en);
  nb_json_add_string (json, "unit", series->unit);
  nb_json_begin_array (json, "forms");
  for (guint i = 0; i < n_forms; i++)
    if (series->expressions[i] != NULL)
      {
        gboolean linked = i > 0 && series->expressions[i - 1] != NULL;

        nb_json_begin_object (json, NULL);
        nb_json_add_string (json, "form", forms[i]->id);
        nb_json_add_string (json, "expression", series->expressions[i]);
        nb_json_add_string (json, "link",
                            linked ? nb_codebook_link_to_string (series->links[i - 1]) : NULL);
        nb_json_end_object (json);
      }
  nb_json_end_array (json);
  nb_json_add_string (json, "note_zh", series->note_zh);
  nb_json_add_string (json, "note_en", series->note_en);
  nb_json_end_object (json);
}

/* Appends the codebook as one JSON object. */
void
nb_codebook_write_json (GString *out)
{
  NbJsonWriter json;
  guint n_forms, n_series;
  const NbForm *const *forms = nb_forms_get (&n_forms);
  const NbSeriesLink *series = nb_forms_get_series (&n_series);

  nb_json_writer_init (&json, out, TRUE);
  nb_json_begin_object (&json, NULL);
  nb_json_add_string (&json, "schema", "nianbao-codebook/1");
  nb_json_begin_array (&json, "forms");
  for (guint i = n_forms; i > 0; i--)
    write_form (&json, forms[i - 1]);
  nb_json_end_array (&json);
  nb_json_begin_array (&json, "series");
  for (guint i = 0; i < n_series; i++)
    write_series (&json, &series[i], forms, n_forms);
  nb_json_end_array (&json);
  nb_json_end_object (&json);
  nb_json_finish (&json);
}
