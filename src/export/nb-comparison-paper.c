/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A comparison for people: figures table by table, ratios, then the prose section by section.
 */

#include "nb-comparison-export.h"

#include <glib/gi18n-lib.h>

#include "form/nb-label.h"
#include "nb-names.h"
#include "series/nb-percent.h"

/* Stands for a per cent that the base does not allow. */
#define NO_PERCENT "–"

static void
add_report (NbPaper *paper, const char *letter, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  g_autofree char *name = nb_report_dup_name (report);
  g_autofree char *uri = g_filename_display_name (nb_source_get_uri (source));
  /* Translators: organ and year, then the statutory form: "Yunxi County 2024 (form 2021)" */
  g_autofree char *text = g_strdup_printf (_ ("%s (form %s)"), name,
                                           form != NULL ? form->id : _ ("unknown"));
  g_autofree char *hash = g_strdup_printf ("SHA-256 %s", nb_source_get_sha256 (source));

  nb_paper_add_fact (paper, letter, text);
  nb_paper_add_fact (paper, "", uri);
  nb_paper_add_fact (paper, "", hash);
}

static void
begin_figures (NbPaper *paper)
{
  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, _ ("Item"), FALSE);
  nb_paper_add_column (paper, _ ("A"), TRUE);
  nb_paper_add_column (paper, _ ("B"), TRUE);
  nb_paper_add_column (paper, _ ("Difference"), TRUE);
  nb_paper_add_column (paper, "%", TRUE);
  nb_paper_add_column (paper, _ ("Comparability"), FALSE);
}

/**
 * nb_comparison_row_dup_remark:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): what must be known of it, in the user's language
 */
char *
nb_comparison_row_dup_remark (const NbComparisonRow *row)
{
  g_autofree char *note = nb_comparison_row_dup_note (row);
  const char *tag = nb_name_comparable (row->matter.comparable);

  if (row->matter.summed && *tag == '\0')
    return note == NULL ? g_strdup (_ ("a sum, not printed"))
                        /* Translators: followed by why it has no per cent */
                        : g_strdup_printf (_ ("a sum, not printed; %s"), note);
  if (note == NULL || *tag == '\0')
    return g_strdup (note != NULL ? note : tag);
  /* Translators: a tag and what it means: "break: counted in another way" */
  return g_strdup_printf (_ ("%s: %s"), tag, note);
}

/* Whether a row has no per cent since its base allows none, which is said once for all of them. */
static gboolean
lacks_base (const NbComparisonRow *row)
{
  return (row->reason == NB_REASON_SMALL_BASE || row->reason == NB_REASON_ZERO_BASE) &&
         !row->sides[0].entered && !row->sides[1].entered &&
         *nb_name_comparable (row->matter.comparable) == '\0';
}

static void
add_row (NbPaper *paper, const NbComparisonRow *row)
{
  gboolean no_base = lacks_base (row);
  g_autofree char *delta = row->has_delta ? nb_number_dup_signed (row->delta) : NULL;
  g_autofree char *percent = row->has_percent ? nb_number_dup_percent (row->percent, TRUE)
                             : no_base        ? g_strdup (NO_PERCENT)
                                              : NULL;
  g_autofree char *remark = !no_base             ? nb_comparison_row_dup_remark (row)
                            : row->matter.summed ? g_strdup (_ ("a sum, not printed"))
                                                 : NULL;
  gboolean changed = row->has_delta && !nb_decimal_is_zero (row->delta);

  nb_paper_begin_row (paper);
  nb_paper_add_cell (paper, nb_label_pick (row->matter.label_zh, row->matter.label_en),
                     NB_CELL_PLAIN);
  for (guint side = 0; side < 2; side++)
    {
      const NbQuantity *quantity = &row->sides[side];
      g_autofree char *text = nb_quantity_dup_text (quantity);

      nb_paper_add_cell (paper, text,
                         quantity->state == NB_STATE_NUMBER ? NB_CELL_PLAIN : NB_CELL_DIM);
    }
  nb_paper_add_cell (paper, delta, changed ? NB_CELL_STRONG : NB_CELL_DIM);
  nb_paper_add_cell (paper, percent, NB_CELL_PLAIN);
  nb_paper_add_cell (paper, remark, NB_CELL_DIM);
}

static gboolean
is_nought (const NbComparisonRow *row)
{
  for (guint side = 0; side < 2; side++)
    if (row->sides[side].state != NB_STATE_ZERO && !row->sides[side].not_in_form)
      return FALSE;
  return TRUE;
}

static const char *
get_group (const NbComparisonRow *row)
{
  const NbFormTable *table = row->matter.table;

  return table != NULL ? nb_label_pick (table->label_short_zh, table->label_short_en)
                       : _ ("Rows that no form has");
}

static void
add_figures (NbPaper *paper, NbComparison *self, gboolean all_rows)
{
  guint n_rows, n_left_out = 0, n_without_base = 0;
  const NbComparisonRow *rows = nb_comparison_get_rows (self, &n_rows);
  const char *group = NULL;

  nb_paper_add_heading (paper, 2, _ ("Figures"));
  begin_figures (paper);
  for (guint i = 0; i < n_rows; i++)
    {
      if (!all_rows && is_nought (&rows[i]))
        {
          n_left_out++;
          continue;
        }
      if (g_strcmp0 (group, get_group (&rows[i])) != 0)
        {
          group = get_group (&rows[i]);
          nb_paper_add_group (paper, group);
        }
      add_row (paper, &rows[i]);
      n_without_base += lacks_base (&rows[i]);
    }
  if (n_without_base > 0)
    {
      /* Translators: below a table; %s is the sign in it, %d a number of cases */
      g_autofree char *text = g_strdup_printf (_ ("%s: no per cent is taken of fewer than %d"),
                                               NO_PERCENT, NB_PERCENT_LEAST_BASE);

      nb_paper_add_paragraph (paper, text);
    }
  if (n_left_out > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u row with nought on both sides is left out.",
                    "%u rows with nought on both sides are left out.", n_left_out),
          n_left_out);

      nb_paper_add_paragraph (paper, text);
    }
}

static void
add_ratio_cell (NbPaper *paper, const NbRatio *ratio)
{
  g_autofree char *percent = NULL;
  g_autofree char *whole = nb_quantity_dup_text (&ratio->whole);
  g_autofree char *text = NULL;

  if (ratio->has_percent)
    {
      percent = nb_number_dup_percent (ratio->percent, FALSE);
      text = g_strdup_printf ("%s (n = %s)", percent, whole);
    }
  nb_paper_add_cell (paper, text, ratio->is_small ? NB_CELL_DIM : NB_CELL_PLAIN);
}

static void
add_ratios (NbPaper *paper, NbComparison *self)
{
  guint n;
  const NbRatioRow *ratios = nb_comparison_get_ratios (self, &n);

  nb_paper_add_heading (paper, 2, _ ("Ratios"));
  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, _ ("Ratio"), FALSE);
  nb_paper_add_column (paper, _ ("A"), TRUE);
  nb_paper_add_column (paper, _ ("B"), TRUE);
  nb_paper_add_column (paper, _ ("Remark"), FALSE);
  for (guint i = 0; i < n; i++)
    {
      const NbRatio *sides = ratios[i].sides;

      nb_paper_begin_row (paper);
      nb_paper_add_cell (paper, nb_ratio_get_label (ratios[i].kind), NB_CELL_PLAIN);
      add_ratio_cell (paper, &sides[0]);
      add_ratio_cell (paper, &sides[1]);
      nb_paper_add_cell (paper,
                         (sides[0].has_percent && sides[0].is_small) ||
                                 (sides[1].has_percent && sides[1].is_small)
                             ? _ ("n below 30: says little")
                             : NULL,
                         NB_CELL_DIM);
    }
}

static char *
dup_share (guint permille)
{
  return nb_number_dup_percent ((NbDecimal){ permille, 1 }, FALSE);
}

static void
add_change (NbPaper *paper, const NbTextChange *change)
{
  nb_paper_begin_words (paper);
  if (change->kind == NB_TEXT_REMOVED)
    nb_paper_add_word (paper, NB_DIFF_REMOVED, FALSE, change->a);
  else if (change->kind == NB_TEXT_ADDED)
    nb_paper_add_word (paper, NB_DIFF_ADDED, FALSE, change->b);
  for (guint i = 0; i < change->words->len; i++)
    {
      const NbWordRun *run = &g_array_index (change->words, NbWordRun, i);

      nb_paper_add_word (paper, run->kind, run->has_digit, run->text);
    }
}

static void
add_section (NbPaper *paper, const NbSectionDiff *section)
{
  g_autofree char *heading = nb_section_diff_dup_heading (section,
                                                          section->heading_b != NULL ? 1 : 0);
  g_autofree char *share = dup_share (section->permille);
  g_autofree char *text = NULL;

  if (section->heading_a == NULL || section->heading_b == NULL)
    text = g_strdup_printf (
        section->heading_a == NULL ? _ ("%s (only in B)") : _ ("%s (only in A)"), heading);
  else if (section->has_similarity)
    /* Translators: a section, then how much of its text is the same in both reports */
    text = g_strdup_printf (_ ("%s (%s the same)"), heading, share);
  else if (section->too_long)
    text = g_strdup_printf (_ ("%s (too long to compare)"), heading);
  else
    text = g_strdup_printf (_ ("%s (no text)"), heading);
  nb_paper_add_heading (paper, 3, text);
  for (guint i = 0; i < section->changes->len; i++)
    add_change (paper, section->changes->pdata[i]);
  if (!section->complete && section->has_similarity)
    nb_paper_add_paragraph (paper, _ ("The texts differ so much that they were not compared word "
                                      "by word throughout."));
}

static void
add_text (NbPaper *paper, NbComparison *self)
{
  GPtrArray *sections = nb_comparison_get_sections (self);

  nb_paper_add_heading (paper, 2, _ ("Text"));
  for (guint i = 0; i < sections->len; i++)
    add_section (paper, sections->pdata[i]);
}

/**
 * nb_comparison_dup_verdict:
 * @self: a comparison
 * @is_copy: (out): whether that must not be missed
 *
 * Returns: (transfer full) (nullable): how alike the two reports are, in the user's language
 */
char *
nb_comparison_dup_verdict (NbComparison *self, gboolean *is_copy)
{
  guint permille;
  g_autofree char *share = NULL;

  *is_copy = TRUE;
  if (nb_comparison_is_same_source (self))
    return g_strdup (_ ("A and B are the same report: the same file, byte by byte."));
  *is_copy = FALSE;
  if (!nb_comparison_get_similarity (self, &permille))
    return NULL;
  share = dup_share (permille);
  if (!nb_comparison_is_copy (self))
    return g_strdup_printf (_ ("%s of the text is the same, years and numbers left aside."), share);
  *is_copy = TRUE;
  return g_strdup_printf (permille == 1000
                              ? _ ("The texts differ in years and numbers only (%s the same): one "
                                   "is a copy of the other.")
                              : _ ("The texts are nearly the same (%s): one is a copy of the other "
                                   "but for a few words."),
                          share);
}

static void
add_verdict (NbPaper *paper, NbComparison *self)
{
  gboolean is_copy;
  g_autofree char *text = nb_comparison_dup_verdict (self, &is_copy);

  if (text != NULL && is_copy)
    nb_paper_add_notice (paper, text);
  else if (text != NULL)
    nb_paper_add_paragraph (paper, text);
}

/**
 * nb_comparison_dup_paper:
 * @self: a comparison
 * @all_rows: whether rows with nought on both sides are there as well
 *
 * Returns: (transfer full): the comparison for people, in the user's language
 */
NbPaper *
nb_comparison_dup_paper (NbComparison *self, gboolean all_rows)
{
  g_autofree char *a = nb_report_dup_name (nb_comparison_get_report (self, 0));
  g_autofree char *b = nb_report_dup_name (nb_comparison_get_report (self, 1));
  /* Translators: two reports that are compared */
  g_autofree char *title = g_strdup_printf (_ ("%s and %s"), a, b);
  NbPaper *paper = nb_paper_new (title);

  nb_paper_add_heading (paper, 1, title);
  add_report (paper, _ ("A"), nb_comparison_get_report (self, 0));
  add_report (paper, _ ("B"), nb_comparison_get_report (self, 1));
  add_verdict (paper, self);
  add_figures (paper, self, all_rows);
  add_ratios (paper, self);
  add_text (paper, self);
  return paper;
}

/**
 * nb_comparison_dup_text_paper:
 * @self: a comparison
 *
 * Returns: (transfer full): what differs in the prose alone, for people, in the user's language
 */
NbPaper *
nb_comparison_dup_text_paper (NbComparison *self)
{
  g_autofree char *a = nb_report_dup_name (nb_comparison_get_report (self, 0));
  g_autofree char *b = nb_report_dup_name (nb_comparison_get_report (self, 1));
  g_autofree char *title = g_strdup_printf (_ ("%s and %s"), a, b);
  NbPaper *paper = nb_paper_new (title);

  nb_paper_add_heading (paper, 1, title);
  add_verdict (paper, self);
  add_text (paper, self);
  return paper;
}
