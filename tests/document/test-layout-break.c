/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layout: tables that a page break or the side of a page cuts, and rows without lines around that do not stand in line. */

#include "nb-test-layout.h"

#include <string.h>

#define LEFT  80.0
#define LABEL 100.0 /* width of the first column */

/* One row of a label and three values, @width each; a browser leaves the cut edges open. */
static void
draw_row (NbLayout *layout, double y, double height, double width, gboolean upper, gboolean lower)
{
  double right = LEFT + LABEL + 3 * width;

  if (upper)
    nb_layout_add_line (layout, LEFT, y, right, y);
  if (lower)
    nb_layout_add_line (layout, LEFT, y + height, right, y + height);
  for (guint i = 0; i < 5; i++)
    {
      double x = i == 0 ? LEFT : LEFT + LABEL + (i - 1) * width;

      nb_layout_add_line (layout, x, y, x, y + height);
    }
}

static void
put_row (NbLayout *layout,
         double y,
         double width,
         const char *label,
         const char *a,
         const char *b,
         const char *c)
{
  const char *const values[] = { a, b, c };

  nb_test_put (layout, LEFT + 2, y, label);
  for (guint i = 0; i < 3; i++)
    nb_test_put (layout, LEFT + LABEL + i * width + 2, y, values[i]);
}

static void
assert_broken (double width,
               const char *const *above,
               const char *const *below,
               const char *expected)
{
  for (guint closed = 0; closed < 2; closed++)
    {
      g_autoptr (NbLayout) layout = nb_test_new_page ();

      draw_row (layout, 720, 30, width, TRUE, TRUE);
      put_row (layout, 730, width, "甲", "0", "0", "0");
      draw_row (layout, 750, 30, width, TRUE, closed != 0);
      put_row (layout, 752, width, above[0], above[1], above[2], above[3]);
      nb_layout_begin_page (layout, 595, 842);
      draw_row (layout, 80, 30, width, closed != 0, TRUE);
      put_row (layout, 82, width, below[0], below[1], below[2], below[3]);
      draw_row (layout, 110, 30, width, TRUE, TRUE);
      put_row (layout, 112, width, "丙", "0", "0", "0");
      nb_test_assert_pieces (layout, expected);
    }
}

#define ROW(row, label, a, b, c)                                                                   \
  "CS^R 0:" row ",0 " label "\nCSR 0:" row ",1 " a "\nCSR 0:" row ",2 " b "\nCSR 0:" row ",3 " c   \
  "\n"
#define CELLS(...) ((const char *const[]){ __VA_ARGS__ })

/* In a column for one digit 11 stands as 1 over 1, and the page ends between them. */
static void
test_digits (void)
{
  assert_broken (10, CELLS ("乙", "1", "2", "0"), CELLS ("", "1", "", ""),
                 ROW ("0", "甲", "0", "0", "0") ROW ("1", "乙", "11", "2", "0")
                     ROW ("2", "丙", "0", "0", "0"));
  assert_broken (24, CELLS ("一、甲乙丙丁戊己", "12", "2", "0"), CELLS ("庚辛", "34件", "", ""),
                 ROW ("0", "甲", "0", "0", "0") ROW ("1", "一、甲乙丙丁戊己庚辛", "1234件", "2",
                                                     "0") ROW ("2", "丙", "0", "0", "0"));
}

/* With room beside them, two numbers do not become one; nor where all of a row might be another one. */
static void
test_doubt (void)
{
  assert_broken (60, CELLS ("乙", "1", "2", "0"), CELLS ("", "1", "", ""),
                 ROW ("0", "甲", "0", "0", "0") ROW ("1", "乙", "1 1", "2", "0")
                     ROW ("2", "丙", "0", "0", "0"));
  assert_broken (10, CELLS ("乙", "1", "2", "3"), CELLS ("", "4", "5", "6"),
                 ROW ("0", "甲", "0", "0", "0") ROW ("1", "乙", "1 4", "2 5", "3 6")
                     ROW ("2", "丙", "0", "0", "0"));
}

/* A row of its own stays one, also where the label above just fills its cell. */
static void
test_rows (void)
{
  assert_broken (60, CELLS ("甲乙丙丁戊己庚辛", "1", "2", "3"), CELLS ("规章", "4", "5", "6"),
                 ROW ("0", "甲", "0", "0", "0") ROW ("1", "甲乙丙丁戊己庚辛", "1", "2", "3")
                     ROW ("2", "规章", "4", "5", "6") ROW ("3", "丙", "0", "0", "0"));
  assert_broken (10, CELLS ("甲乙丙丁戊己庚辛", "1", "2", "3"), CELLS ("1.规章", "4", "", ""),
                 ROW ("0", "甲", "0", "0", "0") ROW ("1", "甲乙丙丁戊己庚辛", "1", "2", "3")
                     ROW ("2", "1.规章", "4", "", "") ROW ("3", "丙", "0", "0", "0"));
}

/* A row of which nothing had room above the break. */
static void
test_empty_rest (void)
{
  assert_broken (60, CELLS ("", "", "", ""), CELLS ("1.规章", "4", "5", "6"),
                 ROW ("0", "甲", "0", "0", "0") ROW ("1", "1.规章", "4", "5", "6")
                     ROW ("2", "丙", "0", "0", "0"));
  assert_broken (60, CELLS ("乙", "1", "2", "3"), CELLS ("", "", "", ""),
                 ROW ("0", "甲", "0", "0", "0") ROW ("1", "乙", "1", "2", "3")
                     ROW ("2", "丙", "0", "0", "0"));
}

/* A table that runs over the side of its page: what cannot be seen is neither blank nor zero. */
static void
test_side_of_page (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  for (guint i = 0; i < 3; i++)
    nb_layout_add_line (layout, LEFT, 100 + 30 * i, 595, 100 + 30 * i);
  for (guint i = 0; i < 3; i++)
    nb_layout_add_line (layout, LEFT + 240 * i, 100, LEFT + 240 * i, 160);
  nb_test_put (layout, 90, 109, "甲");
  nb_test_put (layout, 330, 109, "1");
  nb_test_put (layout, 586, 109, "2");
  nb_test_put (layout, 90, 139, "乙");
  nb_test_put (layout, 330, 139, "3");
  nb_test_assert_pieces (layout, "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCSR 0:0,2 2\357\277\275\n"
                                 "CS^R 0:1,0 乙\nCSR 0:1,1 3\nCSR 0:1,2 \357\277\275\n");
}

/* Numbers that are broken as LibreOffice does it. */
static void
test_broken_numbers (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  draw_row (layout, 100, 60, 54, TRUE, TRUE);
  put_row (layout, 105, 54, "甲", "39", "7", "1");
  put_row (layout, 120, 54, "", "2.442942", "2,300,15", "");
  nb_test_assert_pieces (layout, ROW ("0", "甲", "392.442942", "72,300,15", "1"));
}

/* Without lines around, the lines of one row reach into each other: none of their numbers can be trusted. */
static void
test_rows_in_one (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 106, "甲");
  nb_test_put (layout, 160, 100, "600");
  nb_test_put (layout, 220, 106, "7");
  nb_test_put (layout, 280, 100, "0");
  nb_test_put (layout, 160, 112, "件");
  nb_test_put (layout, 280, 112, "9");
  nb_test_put (layout, 160, 160, "72");
  nb_test_put (layout, 80, 175, "乙");
  nb_test_put (layout, 160, 175, "300");
  nb_test_put (layout, 220, 175, "1");
  nb_test_assert_pieces (
      layout,
      "^R 600\357\277\275\nR 0\357\277\275\n^R 甲\nR 7\357\277\275\n^R 件\nR 9\357\277\275\n"
      "- 72\n^R 乙\nR 300\357\277\275\nR 1\n");
}

/* Without lines around: the middles of the cells of a row are at one height, and the label of two lines belongs to it. */
static void
put_bare_row (NbLayout *layout,
              double y,
              const char *label,
              const char *rest,
              const char *value,
              const char *below)
{
  nb_test_put (layout, 80, rest != NULL ? y - 6 : y, label);
  if (rest != NULL)
    nb_test_put (layout, 80, y + 6, rest);
  nb_test_put (layout, 160, below != NULL ? y - 6 : y, value);
  if (below != NULL)
    nb_test_put (layout, 160, y + 6, below);
  for (guint i = 0; i < 3; i++)
    nb_test_put (layout, 190 + 40 * i, y, "5件");
}

#define BARE(row, label, value)                                                                    \
  "CS^R 0:" row ",0,1x2 " label "\nCSR 0:" row ",2 " value "\nCSR 0:" row ",3 5件\nCSR 0:" row     \
  ",4 5件\nCSR 0:" row ",5 5件\n"

static void
test_bare (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 60, "一段文字");
  put_bare_row (layout, 106, "1.甲乙丙", "丁", "7", NULL);
  put_bare_row (layout, 146, "2.甲", NULL, "1,00", "0件");
  put_bare_row (layout, 186, "3.甲乙丙", "戊", "12", "件");
  put_bare_row (layout, 226, "4.乙", NULL, "0", NULL);
  nb_test_assert_pieces (layout,
                         "- 一段文字\n" BARE ("0", "1.甲乙丙丁", "7") BARE ("1", "2.甲", "1,000件")
                             BARE ("2", "3.甲乙丙戊", "12件") BARE ("3", "4.乙", "0"));
}

/* The label of a row may have many lines, of which the middle one stands beside the numbers, and a page number below is of
 * no column, though it stands under one. */
static void
test_bare_labels (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 60, "一段文字");
  put_bare_row (layout, 106, "1.甲乙丙", "丁", "7", NULL);
  for (guint i = 0; i < 9; i++)
    nb_test_put (layout, 80, 146 + 12 * i, i == 0 ? "2.甲乙丙" : i == 8 ? "丁" : "戊己庚辛");
  nb_test_put (layout, 160, 188, "3,00");
  nb_test_put (layout, 160, 200, "7件");
  for (guint i = 0; i < 3; i++)
    nb_test_put (layout, 190 + 40 * i, 194, "5件");
  put_bare_row (layout, 270, "3.乙", NULL, "0", NULL);
  nb_test_put (layout, 150, 310, "- 2 -");
  nb_test_assert_pieces (
      layout, "- 一段文字\n" BARE ("0", "1.甲乙丙丁", "7")
                  BARE ("1", "2.甲乙丙戊己庚辛戊己庚辛戊己庚辛戊己庚辛戊己庚辛戊己庚辛戊己庚辛丁",
                        "3,007件") BARE ("2", "3.乙", "0") "- - 2 -\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/layout-break/digits", test_digits);
  g_test_add_func ("/nianbao/layout-break/doubt", test_doubt);
  g_test_add_func ("/nianbao/layout-break/rows", test_rows);
  g_test_add_func ("/nianbao/layout-break/empty-rest", test_empty_rest);
  g_test_add_func ("/nianbao/layout-break/side-of-page", test_side_of_page);
  g_test_add_func ("/nianbao/layout-break/broken-numbers", test_broken_numbers);
  g_test_add_func ("/nianbao/layout-break/rows-in-one", test_rows_in_one);
  g_test_add_func ("/nianbao/layout-break/bare", test_bare);
  g_test_add_func ("/nianbao/layout-break/bare-labels", test_bare_labels);

  return g_test_run ();
}
