/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines that are found in the picture of a page. */

#include "helper/nb-pdf-rules.h"

#include "base/nb-limits.h"

#include <string.h>

#define N_IN_LINE 20

/* A page full of dashes that are too far from each other for one line. */
static void
test_limit (void)
{
  const guint width = 16 * N_IN_LINE, n_lines = NB_LIMIT_PDF_RULES / N_IN_LINE + 1,
              height = 12 * n_lines;
  g_autofree guint8 *grey = g_malloc ((gsize) width * height);
  g_autoptr (GArray) slants = g_array_new (FALSE, FALSE, sizeof (NbPdfBox));
  g_autoptr (GArray) all = NULL, fewer = NULL;

  memset (grey, 255, (gsize) width * height);
  for (guint i = 0; i < n_lines; i++)
    for (guint x = 0; x < width; x++)
      grey[(12 * i + 6) * width + x] = x % 16 < 10 ? 0 : 255;
  all = nb_pdf_rules_find (grey, width, height, 1, NULL, 0, slants);
  fewer = nb_pdf_rules_find (grey, width, height / 2, 1, NULL, 0, slants);
  g_assert_cmpuint (all->len, ==, NB_LIMIT_PDF_RULES);
  g_assert_cmpuint (fewer->len, ==, n_lines / 2 * N_IN_LINE);
  g_assert_cmpuint (slants->len, ==, 0);
}

/* A line that falls by one point in fifty is told, with its ends, across the page and down it; a straight one is not. */
static void
test_slants (void)
{
  const guint size = 400;

  for (guint down = 0; down < 2; down++)
    for (guint falls = 0; falls < 2; falls++)
      {
        g_autofree guint8 *grey = g_malloc ((gsize) size * size);
        g_autoptr (GArray) slants = g_array_new (FALSE, FALSE, sizeof (NbPdfBox));
        g_autoptr (GArray) rules = NULL;
        NbPdfBox line;

        memset (grey, 255, (gsize) size * size);
        for (guint x = 20; x < 380; x++)
          {
            guint y = 200 + falls * x / 50;

            grey[down != 0 ? x * size + y : y * size + x] = 0;
          }
        rules = nb_pdf_rules_find (grey, size, size, 2, NULL, 0, slants);
        g_assert_cmpuint (rules->len, >, 0);
        g_assert_cmpuint (slants->len, ==, falls);
        if (falls == 0)
          continue;
        line = g_array_index (slants, NbPdfBox, 0);
        g_assert_cmpfloat (down != 0 ? line.x2 - line.x1 : line.y2 - line.y1, >=, 3);
        g_assert_cmpfloat (down != 0 ? line.y2 - line.y1 : line.x2 - line.x1, >=, 150);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/pdf-rules/NB_LIMIT_PDF_RULES", test_limit);
  g_test_add_func ("/nianbao/pdf-rules/slants", test_slants);
  return g_test_run ();
}
