/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed in a text (case-34 among them). The prose is the test's own. */

#include "base/nb-limits.h"
#include "series/nb-section-diff.h"

static const char old_text[] = "2021年，全县新收申请142件，办结140件。\n"
                               "各单位把公开要求写进办文程序。没有发生行政诉讼。";

/* One letter for each change: R removed, A added, C changed, N numbers. */
static char *
list_changes (const NbSectionDiff *diff)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < diff->changes->len; i++)
    g_string_append_c (list, "RACN"[((NbTextChange *) diff->changes->pdata[i])->kind]);
  return g_string_free (list, FALSE);
}

static void
test_changes (void)
{
  static const struct
  {
    const char *text;
    const char *changes;
    gboolean is_copy;
  } cases[] = {
    { "2021年，全县新收申请142件，办结140件。\n各单位把公开要求写进办文程序。没有发生行政诉讼。",
      "", TRUE },
    { "2022年，全县新收申请9,167件，办结165件。\n各单位把公开要求写进办文程序。没有发生行政诉讼。",
      "N", TRUE },
    { "２０２２年,全县新收申请167件,办结165件。各单位把公开要求写进办文程序。没有发生行政诉讼。",
      "N", TRUE },
    { "2021年，全县新收申请142件，办结140件。\n没有发生行政诉讼。", "R", FALSE },
    { "2021年，全县新收申请142件，办结140件。\n各单位把公开要求写进办文程序。新建专区一处。没有发生"
      "行政诉讼。",
      "A", FALSE },
    { "2021年，全县新收申请142件，办结140件。\n各单位把公开要求写进办会程序。没有发生行政诉讼。",
      "C", FALSE },
    { "汽车站设了公开专区。", "RRRA", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbSectionDiff) diff = nb_section_diff_new_for_texts (old_text, cases[i].text);
      g_autofree char *changes = list_changes (diff);

      g_assert_cmpstr (changes, ==, cases[i].changes);
      g_assert_true (diff->complete);
      g_assert_true (diff->has_similarity);
      g_assert_cmpint (diff->permille == 1000, ==, cases[i].is_copy);
    }
}

/* The words of a pair, put together again, are the two sentences. */
static void
test_words (void)
{
  g_autoptr (NbSectionDiff) diff = nb_section_diff_new_for_texts (
      "全年收到申请96件，比上年多。", "全年共收到申请 118 件，比上年多。");
  const NbTextChange *change = diff->changes->pdata[0];
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  gboolean number_seen = FALSE;

  g_assert_cmpuint (diff->changes->len, ==, 1);
  g_assert_cmpint (change->kind, ==, NB_TEXT_CHANGED);
  for (guint i = 0; i < change->words->len; i++)
    {
      const NbWordRun *run = &g_array_index (change->words, NbWordRun, i);

      if (run->kind != NB_DIFF_ADDED)
        g_string_append (a, run->text);
      if (run->kind != NB_DIFF_REMOVED)
        g_string_append (b, run->text);
      number_seen |= run->kind == NB_DIFF_ADDED && run->has_digit;
    }
  g_assert_cmpstr (a->str, ==, "全年收到申请96件，比上年多。");
  /* White space between words belongs to none of them. */
  g_assert_cmpstr (b->str, ==, "全年共收到申请118件，比上年多。");
  g_assert_true (number_seen);
}

static void
test_offsets (void)
{
  g_autoptr (NbSectionDiff) diff = nb_section_diff_new_for_texts (
      "One is here. Two is there.", "One is here. Nothing else at all!");

  for (guint i = 0; i < diff->changes->len; i++)
    {
      const NbTextChange *change = diff->changes->pdata[i];

      if (change->a != NULL)
        g_assert_true (g_str_has_prefix (diff->text_a + change->a_offset, change->a));
      if (change->b != NULL)
        g_assert_true (g_str_has_prefix (diff->text_b + change->b_offset, change->b));
    }
  g_assert_cmpuint (diff->changes->len, ==, 2);
}

static void
test_empty (void)
{
  g_autoptr (NbSectionDiff) both = nb_section_diff_new_for_texts ("", " \n");
  g_autoptr (NbSectionDiff) one = nb_section_diff_new_for_texts ("", "Something.");

  g_assert_false (both->has_similarity);
  g_assert_cmpuint (both->changes->len, ==, 0);
  g_assert_true (one->has_similarity);
  g_assert_cmpuint (one->permille, ==, 0);
}

static void
test_limit_words (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (NbSectionDiff) diff = NULL;

  for (guint i = 0; i <= NB_LIMIT_DIFF_WORDS / 2; i++)
    g_string_append (text, "a, ");
  diff = nb_section_diff_new_for_texts (text->str, "b");
  g_assert_true (diff->too_long);
  g_assert_false (diff->has_similarity);
  g_assert_cmpuint (diff->changes->len, ==, 0);
}

/* More pairs than are tried: nothing is lost, only not paired. */
static void
test_limit_pairs (void)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  g_autoptr (NbSectionDiff) diff = NULL;
  guint n = 51;

  g_assert_cmpuint (n * n, >, NB_LIMIT_DIFF_PAIRS);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (a, "The left word%c%c is here. ", 'a' + i / 26, 'a' + i % 26);
      g_string_append_printf (b, "The right word%c%c is here. ", 'a' + i / 26, 'a' + i % 26);
    }
  diff = nb_section_diff_new_for_texts (a->str, b->str);
  g_assert_cmpuint (diff->changes->len, ==, 2 * n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/section-diff/changes", test_changes);
  g_test_add_func ("/nianbao/section-diff/words", test_words);
  g_test_add_func ("/nianbao/section-diff/offsets", test_offsets);
  g_test_add_func ("/nianbao/section-diff/empty", test_empty);
  g_test_add_func ("/nianbao/section-diff/limit-words", test_limit_words);
  g_test_add_func ("/nianbao/section-diff/limit-pairs", test_limit_pairs);
  return g_test_run ();
}
