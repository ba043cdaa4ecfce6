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
  g_autoptr (GArray) all = NULL, fewer = NULL;

  memset (grey, 255, (gsize) width * height);
  for (guint i = 0; i < n_lines; i++)
    for (guint x = 0; x < width; x++)
      grey[(12 * i + 6) * width + x] = x % 16 < 10 ? 0 : 255;
  all = nb_pdf_rules_find (grey, width, height, 1, NULL, 0);
  fewer = nb_pdf_rules_find (grey, width, height / 2, 1, NULL, 0);
  g_assert_cmpuint (all->len, ==, NB_LIMIT_PDF_RULES);
  g_assert_cmpuint (fewer->len, ==, n_lines / 2 * N_IN_LINE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/pdf-rules/NB_LIMIT_PDF_RULES", test_limit);
  return g_test_run ();
}
