/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-builder.h"

#include <string.h>

#include "base/nb-fixed-list.h"
#include "document/nb-document-private.h"
#include "report/nb-report-private.h"

typedef struct
{
  NbDocument *document; /* borrowed */
  GPtrArray *figures;
  guint n_extras;
} Builder;

/* The piece of a text of its own. */
static guint
append_piece (NbDocument *document, const char *text, guint *offset)
{
  NbPiece *piece = nb_document_append (document, text, -1, NB_PIECE_CELL);
  guint n_pieces;

  *offset = piece->offset;
  nb_document_get_pieces (document, &n_pieces);
  return n_pieces - 1;
}

static void
add_figure (Builder *builder, const NbMetric *metric, const char *label, const char *text)
{
  static const NbFormTable no_table;
  const NbFormTable *table = metric != NULL ? metric->table : &no_table;
  NbBound bound = { .metric = metric, .value = { .state = NB_STATE_MISSING } };

  if (metric == NULL)
    {
      bound.extra = ++builder->n_extras;
      bound.label_length = strlen (label);
      append_piece (builder->document, label, &bound.label_offset);
    }
  if (strcmp (text, "~") != 0)
    {
      gboolean is_doubted = *text == '!';

      text += is_doubted;
      bound.value = nb_value_parse (text, -1, metric != NULL ? metric->kind : NB_VALUE_COUNT);
      bound.piece = append_piece (builder->document, text, &bound.offset);
      bound.length = strlen (text);
      if (is_doubted)
        bound.value = (NbValue){ .state = NB_STATE_UNREADABLE };
    }
  g_ptr_array_add (builder->figures,
                   nb_figure_new (builder->document, &bound, table->section, table));
}

static const char *
find_text (char **words, const char *id)
{
  const char *text = "0";

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *equals = strchr (words[i], '=');
      g_autofree char *pattern = equals != NULL ? g_strndup (words[i], equals - words[i]) : NULL;

      if (pattern != NULL && g_pattern_match_simple (pattern, id))
        text = equals + 1;
    }
  return text;
}

static void
add_extra (Builder *builder, const char *word)
{
  const char *colon = strchr (word, ':');
  const char *equals = strchr (word, '=');
  g_autofree char *form = NULL;
  g_autofree char *name = NULL;

  if (colon == NULL || equals == NULL || colon > equals)
    return;
  form = g_strndup (word, colon - word);
  name = g_strndup (colon + 1, equals - colon - 1);
  if (strcmp (form, "ext") == 0)
    {
      add_figure (builder, NULL, name, equals + 1);
      return;
    }
  g_assert_nonnull (nb_forms_find (form));
  g_assert_nonnull (nb_form_find_metric (nb_forms_find (form), name));
  add_figure (builder, nb_form_find_metric (nb_forms_find (form), name), NULL, equals + 1);
}

static void
add_section (GPtrArray *sections,
             const char *key,
             const char *number,
             const char *heading,
             const char *text)
{
  NbSectionFacts facts = {
    .key = key,
    .number = g_strdup (number),
    .heading = g_strdup (heading),
    .text = g_strdup (text),
  };

  g_ptr_array_add (sections, nb_section_new (&facts));
}

static NbReport *
build (const char *form_id, const char *cells, NbIdentityFacts *facts, GPtrArray *sections)
{
  const NbForm *form = form_id != NULL ? nb_forms_find (form_id) : NULL;
  g_auto (GStrv) words = g_strsplit (cells, " ", -1);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("made by a test", 14);
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("=test.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_new (source);
  Builder builder = { document, g_ptr_array_new_with_free_func (g_object_unref), 0 };

  g_assert_true (form_id == NULL || form != NULL);
  for (guint i = 0; form != NULL && i < form->n_metrics; i++)
    add_figure (&builder, form->metrics[i], NULL, find_text (words, form->metrics[i]->id));
  for (guint i = 0; words[i] != NULL; i++)
    add_extra (&builder, words[i]);
  return nb_report_new (document, form, facts, nb_fixed_list_new (NB_TYPE_SECTION, sections),
                        nb_fixed_list_new (NB_TYPE_FIGURE, builder.figures));
}

NbReport *
build_report (const char *form, const char *cells)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_object_unref);
  NbIdentityFacts facts = {
    .title = g_strdup ("Invented \"County\""),
    .organ = g_strdup ("=Invented, County"),
    .organ_key = g_strdup ("Invented"),
    .kind = NB_ORGAN_GOVERNMENT,
    .year = 2022,
    .period_start = g_strdup ("2022-01-01"),
    .period_end = g_strdup ("2022-12-31"),
  };

  add_section (sections, "overview", "1", "Overview", "One.\nTwo \xe2\x80\xa8 three\t\"four\".");
  add_section (sections, NULL, NULL, "Another", "");
  return build (form, cells, &facts, sections);
}

NbReport *
build_report_for (const char *form,
                  const char *organ,
                  guint year,
                  const char *text,
                  const char *cells)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_object_unref);
  NbIdentityFacts facts = {
    .title = g_strdup_printf ("%s %u", organ, year),
    .organ = g_strdup (organ),
    .organ_key = g_strdup (organ),
    .kind = NB_ORGAN_GOVERNMENT,
    .year = year,
  };

  if (strstr (cells, "period:") != NULL)
    {
      facts.period_start = g_strndup (strstr (cells, "period:") + 7, 10);
      facts.period_end = g_strndup (strstr (cells, "period:") + 18, 10);
    }
  if (text != NULL)
    add_section (sections, "overview", "1", "Overview", text);
  return build (form, cells, &facts, sections);
}
