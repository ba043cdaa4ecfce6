/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The codebook for people: plain text or Markdown, one chapter a form, newest first, then the series.
 * Both are lists of the same lines; Markdown puts them into tables.
 */

#include <string.h>

#include "nb-codebook-private.h"

typedef struct
{
  GString *out;
  gboolean markdown;
  const NbFormTable *table; /* (nullable): whose rows are being written */
} Pages;

/* Begins a chapter (@level 1 or 2). */
static void
write_title (Pages *self, guint level, const char *title)
{
  const char *mark = self->markdown ? (level == 1 ? "# " : "## ") : (level == 1 ? "" : "  ");

  g_string_append_printf (self->out, "%s%s%s\n", self->out->len > 0 ? "\n" : "", mark, title);
  if (self->markdown)
    g_string_append_c (self->out, '\n');
}

static void
write_head (Pages *self, const char *const *names, guint n_names)
{
  if (!self->markdown)
    return;
  for (guint i = 0; i < n_names; i++)
    g_string_append_printf (self->out, "| %s ", names[i]);
  g_string_append (self->out, "|\n");
  for (guint i = 0; i < n_names; i++)
    g_string_append (self->out, "|---");
  g_string_append (self->out, "|\n");
}

/* One line: an id, padded in plain text, and what is said of it. */
static void
write_line (Pages *self, const char *id, const char *const *cells, guint n_cells)
{
  if (self->markdown)
    g_string_append_printf (self->out, "| `%s` ", id);
  else
    g_string_append_printf (self->out, "    %-44s", id);
  for (guint i = 0; i < n_cells; i++)
    {
      if (self->markdown)
        g_string_append_printf (self->out, "| %s ", cells[i]);
      else if (*cells[i] != '\0')
        g_string_append_printf (self->out, "  %s", cells[i]);
    }
  g_string_append (self->out, self->markdown ? "|\n" : "\n");
}

static void
write_table_title (Pages *self, const NbFormTable *table)
{
  static const char *const names[] = { "metric", "short", "place",  "unit",
                                       "kind",   "label", "English" };
  g_autofree char *title = g_strdup_printf ("%s %s · %s (%s)", table->form->id, table->label_zh,
                                            table->label_en, table->id);

  write_title (self, 2, title);
  write_head (self, names, G_N_ELEMENTS (names));
}

static void
write_entry (const NbFormRow *row, const NbMetric *metric, gpointer user_data)
{
  Pages *self = user_data;
  g_autofree char *place = NULL;

  if (self->table != row->table)
    write_table_title (self, row->table);
  self->table = row->table;

  if (metric == NULL)
    {
      const char *const cells[] = { "", "", "", "", row->label_zh, row->label_en };

      write_line (self, "-", cells, G_N_ELEMENTS (cells));
      return;
    }
  place = g_strdup_printf ("%u:%u", metric->print_row, metric->print_column);
  write_line (self, metric->id,
              (const char *const[]){ metric->short_name, place, metric->unit,
                                     nb_codebook_kind_to_string (metric), metric->label_zh,
                                     metric->label_en },
              6);
}

static void
write_derived (Pages *self, const NbForm *form)
{
  static const char *const names[] = { "derived", "unit", "sum of", "label", "English" };
  g_autofree char *title = g_strdup_printf ("%s derived", form->id);

  if (form->n_derived == 0)
    return;
  write_title (self, 2, title);
  write_head (self, names, G_N_ELEMENTS (names));
  for (guint i = 0; i < form->n_derived; i++)
    {
      const NbDerived *derived = &form->derived[i];
      g_autofree char *terms = nb_codebook_join_ids (derived->terms, " + ");
      const char *const cells[] = { derived->unit, terms, derived->label_zh, derived->label_en };

      write_line (self, derived->id, cells, G_N_ELEMENTS (cells));
    }
}

/* One instance stands for @n of a rule: the others differ in the column or the row alone. */
static void
write_identity (Pages *self, const NbIdentity *identity, guint n)
{
  g_autofree char *left = nb_codebook_join_ids (identity->left, " + ");
  g_autofree char *right = nb_codebook_join_ids (identity->right, " + ");
  g_autofree char *relation = g_strconcat (left, " = ", right, NULL);
  g_autofree char *times = g_strdup_printf ("%u", n);
  const char *const cells[] = { times,    identity->less,     identity->more,
                                relation, identity->label_zh, identity->label_en };

  write_line (self, identity->rule, cells, G_N_ELEMENTS (cells));
}

static void
write_identities (Pages *self, const NbForm *form)
{
  static const char *const names[] = { "rule",     "instances", "less",   "more",
                                       "relation", "label",     "English" };
  g_autofree char *title = g_strdup_printf ("%s identities", form->id);
  guint first = 0;

  if (form->n_identities == 0)
    return;
  write_title (self, 2, title);
  write_head (self, names, G_N_ELEMENTS (names));
  for (guint i = 0; i < form->n_identities; i++)
    {
      const NbIdentity *identity = &form->identities[i];

      if (i + 1 < form->n_identities && strcmp (identity->rule, identity[1].rule) == 0)
        continue;
      write_identity (self, identity, i + 1 - first);
      first = i + 1;
    }
}

static void
write_form (Pages *self, const NbForm *form)
{
  g_autofree char *last = form->last_year != G_MAXUINT ? g_strdup_printf ("%u", form->last_year)
                                                       : NULL;
  g_autofree char *title = g_strdup_printf ("%s (%u–%s)", form->id, form->first_year,
                                            last != NULL ? last : "");

  write_title (self, 1, title);
  g_string_append_printf (self->out, "%s\n%s\n", form->basis_zh, form->basis_en);
  self->table = NULL;
  nb_codebook_foreach (form, write_entry, self);
  write_derived (self, form);
  write_identities (self, form);
}

/* "2014 id → break → 2019 id → chain → 2021 id". */
static char *
spell_continuity (const NbSeriesLink *series, const NbForm *const *forms, guint n_forms)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_forms; i++)
    {
      if (series->expressions[i] == NULL)
        continue;
      if (text->len > 0)
        g_string_append_printf (text, " → %s → ",
                                nb_codebook_link_to_string (series->links[i - 1]));
      g_string_append_printf (text, "%s %s", forms[i]->id, series->expressions[i]);
    }
  return g_string_free (text, FALSE);
}

static void
write_series (Pages *self, const NbForm *const *forms, guint n_forms)
{
  static const char *const names[] = { "series", "unit", "continuity", "label", "English", "note" };
  guint n_series;
  const NbSeriesLink *series = nb_forms_get_series (&n_series);

  write_title (self, 1, "Continuity");
  write_head (self, names, G_N_ELEMENTS (names));
  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *continuity = spell_continuity (&series[i], forms, n_forms);
      const char *const cells[] = { series[i].unit, continuity, series[i].label_zh,
                                    series[i].label_en,
                                    series[i].note_en != NULL ? series[i].note_en : "" };

      write_line (self, series[i].series, cells, G_N_ELEMENTS (cells));
    }
}

/* Appends the codebook as text or Markdown. */
void
nb_codebook_write_pages (GString *out, gboolean markdown)
{
  Pages self = { out, markdown, NULL };
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  for (guint i = n_forms; i > 0; i--)
    write_form (&self, forms[i - 1]);
  write_series (&self, forms, n_forms);
}
