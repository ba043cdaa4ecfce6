/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-diff.h"
#include "report/nb-report.h"

G_BEGIN_DECLS

/**
 * NbTextChangeKind:
 * @NB_TEXT_REMOVED: a sentence that only A has
 * @NB_TEXT_ADDED: a sentence that only B has
 * @NB_TEXT_CHANGED: a sentence that was reworded
 * @NB_TEXT_NUMBERS: a sentence in which only numbers or years differ
 */
typedef enum
{
  NB_TEXT_REMOVED,
  NB_TEXT_ADDED,
  NB_TEXT_CHANGED,
  NB_TEXT_NUMBERS,
} NbTextChangeKind;

const char *nb_text_change_kind_to_string (NbTextChangeKind kind);

/**
 * NbWordRun:
 * @kind: equal, removed or added
 * @has_digit: whether a number or a year stands in it
 * @text: the words, as the text of their side has them
 */
typedef struct
{
  NbDiffKind kind;
  gboolean has_digit;
  char *text;
} NbWordRun;

/**
 * NbTextChange:
 * @kind: what happened
 * @a: (nullable): the sentence of A
 * @b: (nullable): the sentence of B
 * @a_offset: where @a begins, in bytes of A's section text; where it would, for one that was added
 * @b_offset: likewise in B's
 * @words: (element-type NbWordRun): from A to B; empty where one side is lacking
 */
typedef struct
{
  NbTextChangeKind kind;
  char *a;
  char *b;
  guint a_offset;
  guint b_offset;
  GArray *words;
} NbTextChange;

/**
 * NbSectionDiff:
 * @key: (nullable): key of the section
 * @heading_a: (nullable): its heading in A; %NULL where A has no such section
 * @heading_b: (nullable): its heading in B
 * @numbers: (nullable): its printed numerals in A and B
 * @text_a: (nullable): its prose in A
 * @text_b: (nullable): its prose in B
 * @too_long: whether one of the texts has more words than NB_LIMIT_DIFF_WORDS: it was not compared
 * @has_similarity: whether there is a share: both texts are there, and not both are empty
 * @permille: the share of equal words, by characters, years and numbers masked; 1000 only where no
 *   other word differs
 * @n_characters: characters of both sides, the weight of @permille
 * @n_equal: of these the ones in equal words
 * @complete: whether the differences are the least ones; see NB_LIMIT_DIFF_EDITS
 * @changes: (element-type NbTextChange): in order
 *
 * One section of two reports.
 */
typedef struct
{
  char *key;
  char *heading_a;
  char *heading_b;
  char *numbers[2];
  char *text_a;
  char *text_b;
  gboolean too_long;
  gboolean has_similarity;
  guint permille;
  guint n_characters;
  guint n_equal;
  gboolean complete;
  GPtrArray *changes;
} NbSectionDiff;

NbSectionDiff *nb_section_diff_new (NbSection *a, NbSection *b);
NbSectionDiff *nb_section_diff_new_for_texts (const char *a, const char *b);
void nb_section_diff_free (NbSectionDiff *self);
GPtrArray *nb_section_diff_all (NbReport *a, NbReport *b);
guint nb_section_diff_permille (guint n_equal, guint n_characters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbSectionDiff, nb_section_diff_free)

char *nb_section_diff_dup_heading (const NbSectionDiff *self, guint side);

G_END_DECLS
