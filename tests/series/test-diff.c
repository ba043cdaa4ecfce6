/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shortest way between two lists: small ones by hand, many at random, and one that is too long. */

#include <string.h>

#include "base/nb-limits.h"
#include "series/nb-diff.h"

/* "a-b+c": a equal, b removed, c added; one letter a token. */
static char *
show (const char *a, const char *b)
{
  g_autofree guint *left = g_new0 (guint, strlen (a) + 1);
  g_autofree guint *right = g_new0 (guint, strlen (b) + 1);
  GString *out = g_string_new (NULL);
  g_autoptr (GArray) runs = NULL;

  for (gsize i = 0; a[i] != '\0'; i++)
    left[i] = a[i];
  for (gsize i = 0; b[i] != '\0'; i++)
    right[i] = b[i];
  runs = nb_diff (left, strlen (a), right, strlen (b), NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      const NbDiffRun *run = &g_array_index (runs, NbDiffRun, i);
      const char *text = run->kind == NB_DIFF_ADDED ? b + run->b : a + run->a;

      g_string_append_printf (out, "%c%.*s", "=-+"[run->kind], (int) run -> length, text);
    }
  return g_string_free (out, FALSE);
}

static void
test_small (void)
{
  static const char *const cases[][3] = {
    { "", "", "" },
    { "a", "", "-a" },
    { "", "a", "+a" },
    { "abc", "abc", "=abc" },
    { "abc", "axc", "=a-b+x=c" },
    { "abc", "ac", "=a-b=c" },
    { "ac", "abc", "=a+b=c" },
    { "abcabba", "cbabac", "-ab=c-a+b=ab-b=a+c" },
    { "xy", "yx", "-x=y+x" },
    { "abcd", "efgh", "-abcd+efgh" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i][0], cases[i][1]);

      if (i != 7) /* of several ways as short any may be taken */
        g_assert_cmpstr (shown, ==, cases[i][2]);
    }
}

/* Length of the longest common subsequence, by the book. */
static guint
measure_common (const guint *a, guint n_a, const guint *b, guint n_b)
{
  g_autofree guint *best = g_new0 (guint, (n_a + 1) * (n_b + 1));

  for (guint i = n_a; i-- > 0;)
    for (guint j = n_b; j-- > 0;)
      best[i * (n_b + 1) + j] = a[i] == b[j] ? 1 + best[(i + 1) * (n_b + 1) + j + 1]
                                             : MAX (best[(i + 1) * (n_b + 1) + j],
                                                    best[i * (n_b + 1) + j + 1]);
  return best[0];
}

/* The runs lead from A to B, in order, and keep as much as can be kept. */
static void
check_runs (const guint *a, guint n_a, const guint *b, guint n_b)
{
  gboolean complete;
  g_autoptr (GArray) runs = nb_diff (a, n_a, b, n_b, &complete);
  guint i = 0, j = 0, n_equal = 0;

  g_assert_true (complete);
  for (guint k = 0; k < runs->len; k++)
    {
      const NbDiffRun *run = &g_array_index (runs, NbDiffRun, k);

      g_assert_cmpuint (run->a, ==, i);
      g_assert_cmpuint (run->b, ==, j);
      g_assert_cmpuint (run->length, >, 0);
      for (guint l = 0; run->kind == NB_DIFF_EQUAL && l < run->length; l++)
        g_assert_cmpuint (a[i + l], ==, b[j + l]);
      if (run->kind != NB_DIFF_ADDED)
        i += run->length;
      if (run->kind != NB_DIFF_REMOVED)
        j += run->length;
      if (run->kind == NB_DIFF_EQUAL)
        n_equal += run->length;
    }
  g_assert_cmpuint (i, ==, n_a);
  g_assert_cmpuint (j, ==, n_b);
  g_assert_cmpuint (n_equal, ==, measure_common (a, n_a, b, n_b));
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint a[40], b[40];
      guint n_a = g_test_rand_int_range (0, 40), n_b = g_test_rand_int_range (0, 40);
      guint letters = g_test_rand_int_range (1, 8);

      for (guint i = 0; i < n_a; i++)
        a[i] = g_test_rand_int_range (0, letters);
      for (guint i = 0; i < n_b; i++)
        b[i] = g_test_rand_int_range (0, letters);
      check_runs (a, n_a, b, n_b);
    }
}

static void
test_limit_edits (void)
{
  guint n = NB_LIMIT_DIFF_EDITS;
  g_autofree guint *a = g_new (guint, n + 2);
  g_autofree guint *b = g_new (guint, n + 2);
  g_autoptr (GArray) runs = NULL;
  gboolean complete;

  for (guint i = 0; i < n; i++)
    {
      a[i + 1] = 2 * i + 10;
      b[i + 1] = 2 * i + 11;
    }
  a[0] = b[0] = 1;
  a[n + 1] = b[n + 1] = 2;
  runs = nb_diff (a, n + 2, b, n + 2, &complete);
  g_assert_false (complete);
  g_assert_cmpuint (runs->len, ==, 4);
  g_assert_cmpuint (g_array_index (runs, NbDiffRun, 0).length, ==, 1);
  g_assert_cmpuint (g_array_index (runs, NbDiffRun, 1).length, ==, n);
  g_assert_cmpuint (g_array_index (runs, NbDiffRun, 2).length, ==, n);
  g_assert_cmpuint (g_array_index (runs, NbDiffRun, 3).length, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/diff/small", test_small);
  g_test_add_func ("/nianbao/diff/random", test_random);
  g_test_add_func ("/nianbao/diff/limit-edits", test_limit_edits);
  return g_test_run ();
}
