/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Two reports side by side: every matter that either form asks for, with both states kept. A
 * difference is computed where the two may be compared and both numbers are known, a per cent where
 * the base is large enough besides; else the row says why not. Immutable; any thread.
 */

#include "nb-comparison.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-text.h"
#include "nb-percent.h"

/* From here on the prose of two reports is one text with other numbers. */
#define COPY_PERMILLE 950

struct _NbComparison
{
  GObject parent_instance;

  NbReport *reports[2];
  GArray *rows;        /* of NbComparisonRow */
  GStringChunk *texts; /* ids and labels of rows that no form has */
  NbRatioRow ratios[NB_N_RATIOS];
  GPtrArray *sections; /* of NbSectionDiff */
  gboolean has_similarity;
  guint permille;
};

G_DEFINE_FINAL_TYPE (NbComparison, nb_comparison, G_TYPE_OBJECT)

/* --- Rows --- */

static NbReason
find_obstacle (const NbComparisonRow *row)
{
  const NbQuantity *a = &row->sides[0], *b = &row->sides[1];

  if (row->matter.table == NULL)
    return NB_REASON_EXTRA;
  if (row->matter.comparable == NB_COMPARABLE_BREAK)
    return NB_REASON_BREAK;
  if (row->matter.comparable == NB_COMPARABLE_NO && row->note != NULL)
    return NB_REASON_SEPARATE;
  if (a->not_in_form)
    return NB_REASON_NOT_IN_A;
  if (b->not_in_form)
    return NB_REASON_NOT_IN_B;
  if (!nb_quantity_is_known (a) || !nb_quantity_is_known (b))
    return NB_REASON_UNKNOWN;
  return a->no_unit || b->no_unit ? NB_REASON_NO_UNIT : NB_REASON_NONE;
}

static void
judge_row (NbComparisonRow *row)
{
  NbDecimal base = row->sides[0].value;

  row->reason = find_obstacle (row);
  if (row->reason == NB_REASON_NO_UNIT)
    row->matter.comparable = NB_COMPARABLE_NO;
  row->has_delta = row->reason == NB_REASON_NONE &&
                   nb_decimal_subtract (row->sides[1].value, base, &row->delta);
  if (!row->has_delta || nb_decimal_is_zero (row->delta))
    return;
  if (nb_decimal_compare (base, NB_DECIMAL_ZERO) <= 0)
    row->reason = NB_REASON_ZERO_BASE;
  else if (!nb_percent_has_base (base))
    row->reason = NB_REASON_SMALL_BASE;
  else
    row->has_percent = nb_percent (row->delta, base, &row->percent);
}

static void
add_forms (NbComparison *self)
{
  const NbForm *a = nb_report_get_form (self->reports[0]);
  const NbForm *b = nb_report_get_form (self->reports[1]);
  const NbForm *only = a != NULL ? a : b;
  g_autoptr (GArray) matters = NULL;

  if (only == NULL)
    return;
  matters = nb_matters_align (a != NULL ? a : only, b != NULL ? b : only);
  for (guint i = 0; i < matters->len; i++)
    {
      NbComparisonRow row = { .matter = g_array_index (matters, NbMatter, i) };

      for (guint side = 0; side < 2; side++)
        row.sides[side] = nb_quantity_read (self->reports[side], row.matter.expressions[side]);
      if (a == NULL || b == NULL)
        row.matter.comparable = NB_COMPARABLE_NO;
      else if (row.matter.series != NULL && row.matter.comparable != NB_COMPARABLE_YES)
        row.note = nb_series_find_note (row.matter.series, a, b);
      judge_row (&row);
      g_array_append_val (self->rows, row);
    }
}

/* A figure of a report that its form does not have. */
typedef struct
{
  NbFigure *figure; /* borrowed from the report */
  char *key;
  gboolean taken;
} Extra;

static void
clear_extra_cb (gpointer data)
{
  g_free (((Extra *) data)->key);
}

static GArray *
list_extras (NbReport *report)
{
  GArray *extras = g_array_new (FALSE, TRUE, sizeof (Extra));
  GListModel *figures = nb_report_get_figures (report);
  const NbForm *form = nb_report_get_form (report);
  guint n = g_list_model_get_n_items (figures);

  g_array_set_clear_func (extras, clear_extra_cb);
  for (guint i = form != NULL ? form->n_metrics : 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const NbMetric *metric = nb_figure_get_metric (figure);
      Extra extra = { .figure = figure };

      extra.key = metric != NULL ? g_strdup (metric->id)
                                 : nb_text_label_key (nb_figure_get_label (figure), -1);
      g_array_append_val (extras, extra);
    }
  return extras;
}

static NbFigure *
take_partner (GArray *extras, const Extra *like)
{
  for (guint i = 0; i < extras->len; i++)
    {
      Extra *extra = &g_array_index (extras, Extra, i);

      if (extra->taken || strcmp (extra->key, like->key) != 0)
        continue;
      extra->taken = TRUE;
      return extra->figure;
    }
  return NULL;
}

static void
add_extra (NbComparison *self, NbFigure *a, NbFigure *b)
{
  NbFigure *figure = a != NULL ? a : b;
  const char *label = g_string_chunk_insert (self->texts, nb_figure_get_label (figure));
  NbComparisonRow row = {
    .matter = { .id = g_string_chunk_insert (self->texts, nb_figure_get_id (figure)),
                .label_zh = label,
                .label_en = label,
                .comparable = NB_COMPARABLE_NO },
    .sides = { nb_quantity_of_figure (a), nb_quantity_of_figure (b) },
  };

  judge_row (&row);
  g_array_append_val (self->rows, row);
}

static void
add_extras (NbComparison *self)
{
  g_autoptr (GArray) left = list_extras (self->reports[0]);
  g_autoptr (GArray) right = list_extras (self->reports[1]);

  for (guint i = 0; i < left->len; i++)
    {
      const Extra *extra = &g_array_index (left, Extra, i);

      add_extra (self, extra->figure, take_partner (right, extra));
    }
  for (guint i = 0; i < right->len; i++)
    if (!g_array_index (right, Extra, i).taken)
      add_extra (self, NULL, g_array_index (right, Extra, i).figure);
}

/* --- The comparison --- */

static void
add_ratios (NbComparison *self)
{
  for (guint kind = 0; kind < NB_N_RATIOS; kind++)
    {
      self->ratios[kind].kind = kind;
      for (guint side = 0; side < 2; side++)
        self->ratios[kind].sides[side] = nb_ratio_read (self->reports[side], kind);
    }
}

static void
add_up_similarity (NbComparison *self)
{
  guint n_equal = 0, n_characters = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const NbSectionDiff *section = self->sections->pdata[i];

      n_equal += section->n_equal;
      n_characters += section->n_characters;
    }
  self->has_similarity = n_characters > 0;
  self->permille = nb_section_diff_permille (n_equal, n_characters);
}

static void
nb_comparison_finalize (GObject *object)
{
  NbComparison *self = NB_COMPARISON (object);

  g_clear_object (&self->reports[0]);
  g_clear_object (&self->reports[1]);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  G_OBJECT_CLASS (nb_comparison_parent_class)->finalize (object);
}

static void
nb_comparison_class_init (NbComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_comparison_finalize;
}

static void
nb_comparison_init (NbComparison *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (NbComparisonRow));
  self->texts = g_string_chunk_new (256);
}

/**
 * nb_comparison_new:
 * @a: a report
 * @b: another one: a later year, or another organ
 *
 * Compares two reports.
 *
 * Returns: (transfer full): the comparison
 */
NbComparison *
nb_comparison_new (NbReport *a, NbReport *b)
{
  NbComparison *self;

  g_return_val_if_fail (NB_IS_REPORT (a) && NB_IS_REPORT (b), NULL);

  self = g_object_new (NB_TYPE_COMPARISON, NULL);
  self->reports[0] = g_object_ref (a);
  self->reports[1] = g_object_ref (b);
  add_forms (self);
  add_extras (self);
  add_ratios (self);
  self->sections = nb_section_diff_all (a, b);
  add_up_similarity (self);
  return self;
}

/**
 * nb_comparison_get_report:
 * @self: a comparison
 * @side: 0 for A, 1 for B
 *
 * Returns: (transfer none): the report
 */
NbReport *
nb_comparison_get_report (NbComparison *self, guint side)
{
  g_return_val_if_fail (NB_IS_COMPARISON (self) && side < 2, NULL);

  return self->reports[side];
}

/**
 * nb_comparison_get_rows:
 * @self: a comparison
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): in the order of the later form, then what only the
 *   earlier one has, then rows that no form has
 */
const NbComparisonRow *
nb_comparison_get_rows (NbComparison *self, guint *n_rows)
{
  g_return_val_if_fail (NB_IS_COMPARISON (self), NULL);

  *n_rows = self->rows->len;
  return (const NbComparisonRow *) self->rows->data;
}

/**
 * nb_comparison_get_ratios:
 * @self: a comparison
 * @n_ratios: (out): how many
 *
 * Returns: (transfer none) (array length=n_ratios): the derived ratios of both sides
 */
const NbRatioRow *
nb_comparison_get_ratios (NbComparison *self, guint *n_ratios)
{
  g_return_val_if_fail (NB_IS_COMPARISON (self), NULL);

  *n_ratios = G_N_ELEMENTS (self->ratios);
  return self->ratios;
}

/**
 * nb_comparison_get_sections:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type NbSectionDiff): the prose, section by section
 */
GPtrArray *
nb_comparison_get_sections (NbComparison *self)
{
  g_return_val_if_fail (NB_IS_COMPARISON (self), NULL);

  return self->sections;
}

/**
 * nb_comparison_get_similarity:
 * @self: a comparison
 * @permille: (out): how much of the prose of all sections is equal, years and numbers masked
 *
 * Returns: whether there is any prose to compare
 */
gboolean
nb_comparison_get_similarity (NbComparison *self, guint *permille)
{
  g_return_val_if_fail (NB_IS_COMPARISON (self), FALSE);

  *permille = self->permille;
  return self->has_similarity;
}

/**
 * nb_comparison_is_copy:
 * @self: a comparison
 *
 * Returns: whether the prose of both is one text, but for years and numbers
 */
gboolean
nb_comparison_is_copy (NbComparison *self)
{
  g_return_val_if_fail (NB_IS_COMPARISON (self), FALSE);

  return self->has_similarity && self->permille >= COPY_PERMILLE;
}

/**
 * nb_comparison_is_same_source:
 * @self: a comparison
 *
 * Returns: whether both are one and the same report: the same bytes, organ and year
 */
gboolean
nb_comparison_is_same_source (NbComparison *self)
{
  NbSource *a, *b;

  g_return_val_if_fail (NB_IS_COMPARISON (self), FALSE);

  a = nb_document_get_source (nb_report_get_document (self->reports[0]));
  b = nb_document_get_source (nb_report_get_document (self->reports[1]));
  return g_strcmp0 (nb_source_get_sha256 (a), nb_source_get_sha256 (b)) == 0 &&
         nb_report_get_year (self->reports[0]) == nb_report_get_year (self->reports[1]) &&
         g_strcmp0 (nb_report_get_organ (self->reports[0]),
                    nb_report_get_organ (self->reports[1])) == 0;
}

/* Why there is no difference or no per cent. */
static char *
dup_reason (const NbComparisonRow *row)
{
  switch (row->reason)
    {
    case NB_REASON_BREAK:
      return g_strdup (row->note != NULL ? row->note
                                         : _ ("counted in another way since the form changed"));
    case NB_REASON_SEPARATE:
      return g_strdup (row->note);
    case NB_REASON_NOT_IN_A:
      return g_strdup (_ ("the form of A does not ask for it"));
    case NB_REASON_NOT_IN_B:
      return g_strdup (_ ("the form of B does not ask for it"));
    case NB_REASON_EXTRA:
      return g_strdup (_ ("a row that no form has"));
    case NB_REASON_UNKNOWN:
      return g_strdup (_ ("not both are numbers"));
    case NB_REASON_NO_UNIT:
      return g_strdup (_ ("an amount is printed without a unit"));
    case NB_REASON_ZERO_BASE:
      return g_strdup (_ ("no per cent of nought"));
    case NB_REASON_SMALL_BASE:
      return g_strdup (_ ("the base is too small for a per cent"));
    default:
      return NULL;
    }
}

static const char *
get_entered_note (const NbComparisonRow *row)
{
  if (row->sides[0].entered && row->sides[1].entered)
    return _ ("A and B are entered by hand");
  if (row->sides[0].entered)
    return _ ("A is entered by hand");
  return row->sides[1].entered ? _ ("B is entered by hand") : NULL;
}

/**
 * nb_comparison_row_dup_note:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): why it has no difference or no per cent, and which side was keyed in, in
 *   the user's language; %NULL where nothing need be said
 */
char *
nb_comparison_row_dup_note (const NbComparisonRow *row)
{
  g_autofree char *reason = dup_reason (row);
  const char *entered = get_entered_note (row);

  if (entered == NULL)
    return g_steal_pointer (&reason);
  /* Translators: why two numbers are not compared; that one of them was keyed in */
  return reason != NULL ? g_strdup_printf (_ ("%s; %s"), reason, entered) : g_strdup (entered);
}
