/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layout: what becomes of text and lines at positions, without a container around them; and its limits. */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "nb-test-html.h"
#include "nb-test-layout.h"

#include <math.h>
#include <string.h>

/* A line of 35 ideographs, from the left margin or indented by two. */
static void
put_line (NbLayout *layout, double y, gboolean indented, const char *last)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = indented ? 2 : 0; i < 34; i++)
    g_string_append (text, "文");
  g_string_append (text, last);
  nb_test_put (layout, 80 + (indented ? 2 * NB_TEST_SIZE : 0), y, text->str);
}

static void
test_paragraphs (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  const NbPiece *pieces;
  guint n;

  nb_test_put (layout, 200, 60, "标题");
  put_line (layout, 100, TRUE, "字");
  put_line (layout, 120, FALSE, "字");
  nb_test_put (layout, 80, 140, "末行。");
  nb_test_put (layout, 104, 160, "一、二三");
  put_line (layout, 180, TRUE, "。");
  nb_test_put (layout, 80, 200, "（一）四");
  nb_test_put (layout, 300, 780, "7");
  /* The paragraph of the last line goes on behind the page number. */
  put_line (layout, 700, TRUE, "字");
  nb_layout_begin_page (layout, 595, 842);
  nb_test_put (layout, 80, 80, "续行。");
  put_line (layout, 120, FALSE, "字");

  g_assert_true (nb_layout_append_to (layout, document, NULL, NULL));
  pieces = nb_document_get_pieces (document, &n);
  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpuint (pieces[1].length, ==, (33 + 35 + 3) * 3);
  g_assert_cmpuint (pieces[2].length, ==, 12);
  g_assert_cmpuint (pieces[3].length, ==, 33 * 3);
  g_assert_cmpuint (pieces[5].length, ==, (33 + 3) * 3);
  g_assert_cmpuint (pieces[6].flags, ==, NB_PIECE_FURNITURE | NB_PIECE_PAGE);
}

/* Two columns of 100 from x = 80 on, rows of 30. */
static void
draw_grid (NbLayout *layout, double y, guint n_rows, gboolean filled)
{
  for (guint i = 0; i <= n_rows; i++)
    {
      if (filled)
        nb_layout_add_rectangle (layout, (NbBox){ 80, y + 30 * i, 200, 0.5 }, TRUE);
      else
        nb_layout_add_line (layout, 80, y + 30 * i, 280, y + 30 * i);
    }
  for (guint i = 0; i <= 2; i++)
    nb_layout_add_line (layout, 80 + 100 * i, y, 80 + 100 * i, y + 30 * n_rows);
}

static void
test_table_over_pages (void)
{
  for (guint filled = 0; filled < 2; filled++)
    {
      g_autoptr (NbLayout) layout = nb_test_new_page ();

      draw_grid (layout, 700, 2, filled != 0);
      nb_test_put (layout, 90, 709, "甲");
      nb_test_put (layout, 190, 709, "1");
      nb_test_put (layout, 90, 739, "乙");
      nb_test_put (layout, 300, 800, "- 1 -");
      nb_layout_begin_page (layout, 595, 842);
      draw_grid (layout, 80, 1, filled != 0);
      nb_test_put (layout, 90, 89, "丙");
      nb_test_put (layout, 190, 89, "3");
      nb_test_put (layout, 80, 200, "后");
      nb_test_assert_pieces (layout, "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 \nCS^R "
                                     "0:2,0 丙\nCSR 0:2,1 3\nF - 1 -\n- 后\n");
    }
}

/* A browser prints a form: the box of a value parts its cell, as wide as that or not, or stands in the middle. */
static void
test_boxes_in_cells (void)
{
  for (guint kind = 0; kind < 3; kind++)
    {
      g_autoptr (NbLayout) layout = nb_test_new_page ();
      double left = kind == 2 ? 185 : 180, width = kind == 0 ? 100 : kind == 1 ? 80 : 90;

      draw_grid (layout, 100, 3, FALSE);
      nb_test_put (layout, 90, 109, "甲");
      nb_test_put (layout, 190, 109, "12");
      nb_test_put (layout, 90, 139, "乙");
      nb_test_put (layout, 190, 139, "34");
      nb_test_put (layout, 90, 169, "丙");
      nb_layout_add_rectangle (layout, (NbBox){ left, 106, width, 18 }, FALSE);
      nb_layout_add_rectangle (layout, (NbBox){ left, 136, width, 18 }, FALSE);
      nb_test_assert_pieces (layout, kind != 1 ? "CS^R 0:0,0 甲\nCSR 0:0,1 12\nCS^R 0:1,0 乙\nCSR "
                                                 "0:1,1 34\nCS^R 0:2,0 丙\nCSR 0:2,1 \n"
                                               : "CS^R 0:0,0,3x1 甲\nCSR 0:0,1,3x2 12\nCS^R "
                                                 "0:3,0,3x1 乙\nCSR 0:3,1,3x2 34\nCS^R 0:6,0 丙\n"
                                                 "CSR 0:6,1,1x2 \n");
    }
}

/* A row that a page break cuts: a number and a label go on, and what is sure to be one number is. */
static void
test_row_over_pages (void)
{
  for (guint sure = 0; sure < 2; sure++)
    {
      g_autoptr (NbLayout) layout = nb_test_new_page ();

      draw_grid (layout, 700, 1, FALSE);
      nb_test_put (layout, 82, 702, "甲乙丙丁戊己庚辛");
      nb_test_put (layout, 182, 702, sure != 0 ? "1234567890123456" : "12");
      nb_layout_begin_page (layout, 595, 842);
      draw_grid (layout, 80, 1, FALSE);
      nb_test_put (layout, 182, 82, "3");
      nb_test_assert_pieces (
          layout, sure != 0 ? "CS^R 0:0,0 甲乙丙丁戊己庚辛\nCSR 0:0,1 12345678901234563\n"
                            : "CS^R 0:0,0 甲乙丙丁戊己庚辛\nCSR 0:0,1 12 3\n");
    }
}

/* Two rows whose line was not found are no longer numbers; a long number beside a short one goes on. */
static void
test_lines_of_cells (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_layout_add_rectangle (layout, (NbBox){ 80, 100, 60, 80 }, FALSE);
  nb_layout_add_line (layout, 110, 100, 110, 180);
  nb_layout_add_line (layout, 80, 140, 140, 140);
  nb_test_put (layout, 82, 105, "1234");
  nb_test_put (layout, 82, 120, "56");
  nb_test_put (layout, 112, 105, "7");
  nb_test_put (layout, 82, 145, "1234");
  nb_test_put (layout, 82, 160, "5");
  nb_test_put (layout, 112, 145, "6789");
  nb_test_put (layout, 112, 160, "0");
  nb_test_assert_pieces (layout,
                         "CS^R 0:0,0 123456\nCSR 0:0,1 7\nCS^R 0:1,0 1234 5\nCSR 0:1,1 6789 0\n");
}

/* Text that runs over the side of the page may have lost letters. */
static void
test_cut_text (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, -20, 100, "不不同意");
  nb_test_put (layout, 560, 130, "12345678");
  nb_test_put (layout, 6, 160, "齐");
  nb_test_assert_pieces (layout, "- \357\277\275不同意\n- 123456\357\277\275\n- 齐\n");
}

/* Figures that stand alone at the head of a page are furniture where they count the pages. */
static void
test_page_numbers (void)
{
  for (guint step = 0; step < 2; step++)
    {
      g_autoptr (NbLayout) layout = nb_layout_new ();

      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *number = g_strdup_printf ("%u", 4 + i * (step + 1));

          nb_layout_begin_page (layout, 595, 842);
          nb_test_put (layout, 80, 30, number);
          nb_test_put (layout, 80, 200, "甲");
        }
      nb_test_put (layout, 80, 800, "2017年1月28日");
      nb_test_assert_pieces (layout, step == 0
                                         ? "F 4\n- 甲\nF 5\n- 甲\nF 6\n- 甲\n- 2017年1月28日\n"
                                         : "- 4\n- 甲\n- 6\n- 甲\n- 8\n- 甲\n- 2017年1月28日\n");
    }
}

/* An unruled row whose number goes on below it: it cannot be told that it is one. */
static void
test_broken_numbers (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 100, "甲");
  nb_test_put (layout, 160, 100, "14");
  nb_test_put (layout, 220, 100, "7");
  nb_test_put (layout, 160, 115, "2");
  nb_test_put (layout, 80, 160, "乙");
  nb_test_put (layout, 160, 160, "14");
  nb_test_put (layout, 220, 160, "7");
  nb_test_put (layout, 80, 190, "丙");
  nb_test_put (layout, 160, 190, "2");
  nb_test_assert_pieces (layout, "^R 甲\nR 14 2\nR 7\n^R 乙\nR 14\nR 7\n^R 丙\nR 2\n");
}

/* Two tables that text parts are two, and so are two of one page. */
static void
test_two_tables (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  draw_grid (layout, 100, 1, FALSE);
  nb_test_put (layout, 90, 109, "甲");
  draw_grid (layout, 200, 1, FALSE);
  nb_test_put (layout, 90, 209, "乙");
  nb_test_put (layout, 80, 300, "后");
  nb_layout_begin_page (layout, 595, 842);
  draw_grid (layout, 80, 1, FALSE);
  nb_test_put (layout, 90, 89, "丙");
  nb_test_assert_pieces (
      layout,
      "CS^R 0:0,0 甲\nCSR 0:0,1 \nCS^R 1:0,0 乙\nCSR 1:0,1 \n- 后\nCS^R 2:0,0 丙\nCSR 2:0,1 \n");
}

static void
test_merged_cells (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_layout_add_rectangle (layout, (NbBox){ 80, 100, 200, 60 }, FALSE);
  nb_layout_add_line (layout, 180, 100, 180, 160);
  nb_layout_add_line (layout, 180, 130, 280, 130);
  nb_layout_add_line (layout, 230, 130, 230, 160);
  nb_test_put (layout, 90, 124, "甲");
  nb_test_put (layout, 190, 109, "乙");
  nb_test_put (layout, 190, 139, "1");
  nb_test_put (layout, 240, 139, "2");
  nb_test_assert_pieces (layout,
                         "CS^R 0:0,0,2x1 甲\nCSR 0:0,1,1x2 乙\nCS^R 0:1,1 1\nCSR 0:1,2 2\n");
}

/* Numbers keep apart, and one number stays one. */
static void
test_gaps (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 100, "甲");
  for (guint i = 0; i < 3; i++)
    nb_test_put (layout, 96 + 6.5 * i, 100, "4");
  nb_test_put (layout, 80, 130, "商");
  nb_test_put (layout, 100, 130, "业");
  nb_test_put (layout, 80, 160, "１");
  nb_test_put (layout, 92, 160, "２");
  nb_test_put (layout, 80, 190, "1");
  nb_test_put (layout, 90, 190, "2");
  nb_test_assert_pieces (layout, "- 甲444\n- 商业\n- １２\n- 1 2\n");
}

static void
test_nothing_to_see (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_layout_add_text (layout, "乙", -1, (NbBox){ NAN, 0, 5, 5 });
  nb_layout_add_text (layout, "乙", -1, (NbBox){ 10, INFINITY, 5, 5 });
  nb_layout_add_text (layout, "乙", -1, (NbBox){ 10, 10, -5, 5 });
  nb_test_put (layout, -50, 100, "乙");
  nb_test_put (layout, 80, 900, "乙");
  nb_test_put (layout, 80, 100, "\xe3\x80\x80 \n");
  nb_layout_add_line (layout, NAN, 0, 1, INFINITY);
  nb_layout_add_line (layout, 0, 0, 100, 100);
  g_assert_cmpuint (nb_layout_get_n_glyphs (layout), ==, 0);
  nb_test_assert_pieces (layout, "");
}

static void
assert_limit (NbLayout *layout, const char *words)
{
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (nb_layout_append_to (layout, document, NULL, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_limit_pages (void)
{
  g_autoptr (NbLayout) layout = nb_layout_new ();

  for (guint i = 0; i <= NB_LIMIT_PAGES; i++)
    nb_layout_begin_page (layout, 595, 842);
  assert_limit (layout, "pages");
}

static void
test_limit_glyphs (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  g_autofree char *text = g_strnfill (10000, 'a');

  for (guint i = 0; i <= NB_LIMIT_GLYPHS / 10000; i++)
    nb_layout_add_text (layout, text, -1, (NbBox){ 1, 1, 500, 10 });
  g_assert_cmpuint (nb_layout_get_n_glyphs (layout), ==, NB_LIMIT_GLYPHS);
  assert_limit (layout, "characters");
}

static void
test_limit_rules (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  for (guint i = 0; i <= NB_LIMIT_RULES; i++)
    nb_layout_add_line (layout, 10, 10, 500, 10);
  assert_limit (layout, "lines");
}

/* Heads that stand as close as the columns of a row of numbers are cut where their letters are not; words of a line that
 * stands over no such row stay together. */
static void
test_tight_heads (void)
{
  static const char *const upper[] = { "结果维", "结果纠", "其他结", "尚未审" };
  static const char *const lower[] = { "持", "正", "果", "结" };
  static const char *const numbers[] = { "579", "9", "0", "8" };
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  g_autoptr (NbLayout) alone = nb_test_new_page ();

  for (guint i = 0; i < G_N_ELEMENTS (upper); i++)
    {
      double x = 60 + 44 * i;

      nb_test_put (layout, x, 100, upper[i]);
      nb_test_put (layout, x + NB_TEST_SIZE, 114, lower[i]);
      nb_test_put (layout, x + 18 - 3 * strlen (numbers[i]), 140, numbers[i]);
      nb_test_put (alone, x, 100, upper[i]);
    }
  nb_test_assert_pieces (layout,
                         "^R 结果维\nR 结果纠\nR 其他结\nR 尚未审\n^R 持\nR 正\nR 果\nR 结\n"
                         "^R 579\nR 9\nR 0\nR 8\n");
  nb_test_assert_pieces (alone, "- 结果维结果纠其他结尚未审\n");
}

/* Of so many lines a table is made, and of more of them none. */
static void
test_limit_page_rules (void)
{
  for (guint n = NB_LIMIT_PAGE_RULES; n <= NB_LIMIT_PAGE_RULES + 1; n++)
    {
      g_autoptr (NbLayout) layout = nb_test_new_page ();
      g_autoptr (NbDocument) document = nb_document_new (NULL);
      guint n_pieces;

      nb_layout_add_rectangle (layout, (NbBox){ 20, 20, 400, 40 }, FALSE);
      nb_layout_add_line (layout, 220, 20, 220, 60);
      for (guint i = 2; i < n; i++)
        nb_layout_add_line (layout, 20 + i % 50 * 10.0, 100 + i / 50 * 10.0, 24 + i % 50 * 10.0, 100 + i / 50 * 10.0);
      nb_test_put (layout, 30, 34, "甲");
      g_assert_true (nb_layout_append_to (layout, document, NULL, NULL));
      g_assert_true ((nb_document_get_pieces (document, &n_pieces)[0].table >= 0) == (n == NB_LIMIT_PAGE_RULES));
    }
}

static void
test_limit_covers (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    nb_layout_add_text (layout, "1", -1, (NbBox){ 10 + i % 100, 10 + i / 100.0, 5, 10 });
  for (guint i = 0; i <= NB_LIMIT_COVER_LOOKS / 10000; i++)
    nb_layout_cover (layout, (NbBox){ 500, 500, 9, 9 });
  g_assert_false (nb_layout_append_to (layout, document, NULL, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "filled areas (limit 100000000)"));
}

/* NB_LIMIT_PAGE_RULES: a page full of lines is a drawing; it costs no time and takes no text away. */
static void
test_drawing (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  gint64 start;

  for (guint i = 0; i < 100000; i++)
    {
      nb_layout_add_line (layout, 10, i % 840, i % 500 + 20.0, i % 840);
      nb_layout_add_line (layout, i % 590, 10, i % 590, i % 800 + 20.0);
    }
  nb_test_put (layout, 80, 100, "甲");
  start = g_get_monotonic_time ();
  {
    g_autoptr (NbDocument) document = nb_document_new (NULL);

    g_assert_true (nb_layout_append_to (layout, document, NULL, NULL));
  }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
}

/* A page with more parts is read line by line: nothing of it is lost. */
static void
test_limit_parts (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  const guint n = NB_LIMIT_PAGE_PARTS + 1;
  gsize length;
  const char *text;
  guint n_letters = 0;

  for (guint i = 0; i < n; i++)
    nb_layout_add_text (layout, "7", -1, (NbBox){ 10 + i % 10 * 50.0, 1 + i / 10 * 2.0, 1, 1.5 });
  g_assert_true (nb_layout_append_to (layout, document, NULL, NULL));
  text = nb_document_get_text (document, &length);
  for (gsize i = 0; i < length; i++)
    n_letters += text[i] == '7';
  g_assert_cmpuint (n_letters, ==, n);
}

/* 12 with the mark of a note above it is not 121; and where a seal or another word lies upon a figure, none can be read. */
static void
test_notes (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 100, "规章");
  nb_test_put (layout, 140, 100, "12");
  nb_layout_add_text (layout, "1", -1, (NbBox){ 152, 100, 4, 8 });
  nb_test_put (layout, 80, 130, "规章");
  nb_test_put (layout, 140, 130, "12");
  nb_test_put (layout, 147, 130, "局");
  nb_test_put (layout, 80, 160, "规章");
  nb_test_put (layout, 140, 160, "12");
  nb_test_put (layout, 140.3, 160, "12");
  nb_test_assert_pieces (layout, "- 规章 12 1\n- 规章 12\357\277\275局\n^R 规章\nR 12\n");
}

/* Marks of full width leave half of it free: figures that are moved there lie upon nothing, those upon its ink do. */
static void
test_marks (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 100, "受理：");
  nb_test_put (layout, 111, 100, "12");
  nb_test_put (layout, 118, 100, "（件）");
  nb_test_put (layout, 80, 130, "受理（");
  nb_test_put (layout, 111, 130, "12");
  nb_test_assert_pieces (layout, "- 受理：12（件）\n- 受理（\357\277\27512\n");
}

/* What is written across the page in large letters is read with none of what stands there, nor alone beside it. */
static void
test_watermark (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 100, "规章");
  nb_test_put (layout, 140, 100, "12");
  nb_test_put (layout, 80, 130, "行政许可");
  nb_test_put (layout, 140, 130, "32");
  nb_layout_add_text (layout, "样", -1, (NbBox){ 70, 80, 60, 60 });
  nb_layout_add_text (layout, "8", -1, (NbBox){ 110, 110, 30, 60 });
  nb_test_assert_pieces (layout, "^R 规章\nR 12\n^R 行政许可\nR 32\n");
}

/* Large figures that a smaller letter stands upon are no watermark where they are alone in a cell, or have room in it. */
static void
test_large_in_cells (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  draw_grid (layout, 100, 3, FALSE);
  nb_test_put (layout, 90, 109, "规章规章规章");
  nb_layout_add_text (layout, "8", -1, (NbBox){ 190, 100, 20, 30 });
  nb_test_put (layout, 198, 109, "2");
  nb_test_put (layout, 90, 139, "行政许可处理");
  nb_layout_add_text (layout, "9", -1, (NbBox){ 220, 131, 20, 40 });
  nb_test_put (layout, 90, 169, "行政许可");
  nb_test_put (layout, 190, 169, "32");
  nb_layout_add_text (layout, "7", -1, (NbBox){ 180, 150, 30, 60 });
  nb_test_assert_pieces (layout, "CS^R 0:0,0 规章规章规章\nCSR 0:0,1 \357\277\275\357\277\2752\nCS^R 0:1,0 行政许可处理\n"
                                 "CSR 0:1,1 \357\277\275\nCS^R 0:2,0 行政许可\nCSR 0:2,1 32\n");
}

/* A figure whose width is not told, in a box that is too high, is none of a watermark: 712 is never 12. */
static void
test_no_watermark (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_test_put (layout, 80, 100, "规章");
  nb_layout_add_text (layout, "7", -1, (NbBox){ 131, 90, 0, 32 });
  nb_test_put (layout, 140, 100, "12");
  nb_test_assert_pieces (layout, "- 规章 7\357\277\27512\n");
}

/* Figures that are larger than the notes to them are none either, though notes stand upon them. */
static void
test_large_figures (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  nb_layout_add_text (layout, "46", -1, (NbBox){ 80, 100, 30, 30 });
  nb_layout_add_text (layout, "2", -1, (NbBox){ 98, 104, 3, 6 });
  nb_layout_add_text (layout, "note", -1, (NbBox){ 80, 160, 12, 6 });
  nb_test_assert_pieces (layout, "- 2\n- 46\n- note\n");
}

/* 25 and its unit have no room beside each other: the row has more numbers than stand in its line. */
static void
test_loose_unit (void)
{
  static const double lower[] = { 103, 106 };

  for (gsize i = 0; i < G_N_ELEMENTS (lower); i++)
    {
      g_autoptr (NbLayout) layout = nb_test_new_page ();

      nb_test_put (layout, 300, 92, "25");
      nb_test_put (layout, 80, 100, "其他");
      nb_test_put (layout, 200, 100, "10件");
      nb_test_put (layout, 300, lower[i], "件");
      nb_test_put (layout, 400, 100, "975件");
      nb_test_assert_pieces (layout, i == 0 ? "- 25\n^R 其他\nR 10件\357\277\275\nR 件\nR 975件\357\277\275\n"
                                            : "- 25\n^R 其他\nR 10件\357\277\275\nR 975件\357\277\275\n- 件\n");
    }
}

/* Where lines within a table were not found, values of several rows and columns are in one cell, and those beside them may be
 * of any column. */
static void
test_ragged_cell (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();

  for (guint i = 0; i < 4; i++)
    nb_layout_add_line (layout, 80, 100 + 30 * i, i % 3 == 0 ? 380 : 280, 100 + 30 * i);
  for (guint i = 0; i < 4; i++)
    nb_layout_add_line (layout, 80 + 100 * i, 100, 80 + 100 * i, i == 2 ? 160 : 190);
  for (guint i = 0; i < 3; i++)
    {
      nb_test_put (layout, 90, 110 + 30 * i, "规章");
      nb_test_put (layout, 190, 110 + 30 * i, "12");
      nb_test_put (layout, 290, 110 + 30 * i, "34");
    }
  nb_test_assert_pieces (layout, "CS^R 0:0,0 规章\nCSR 0:0,1 12\357\277\275\nCSR 0:0,1,3x2 34 34 12 34\n"
                                 "CS^R 0:1,0 规章\nCSR 0:1,1 12\357\277\275\nCS^R 0:2,0 规章\n");
}

/* Whether a table three cells of which are struck out, high ones or wide ones, is taken for one aslant; lines down the page
 * may be so in truth. */
static gboolean
is_struck_marked (gboolean is_high, gboolean is_turned)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  double width = is_high ? 20 : 110, height = is_high ? 110 : 20, slope = height / width;
  const NbPiece *pieces;
  guint n;

  nb_test_put (layout, 90, 105, "12");
  for (guint i = 0; i < 4; i++)
    {
      nb_layout_add_line (layout, 80, 100 + height * i, 80 + 4 * width, 100 + height * i);
      nb_layout_add_line (layout, 80 + width * i, 100, 80 + width * i, 100 + 4 * height);
      if (i > 0)
        nb_layout_add_slant (layout, 80, 100 + height * (i - 1), 80 + width, 100 + height * i);
      if (is_turned)
        nb_layout_add_slant (layout, 80 + width * i, 100, 80 + width * i - 300 * slope, 400);
    }
  g_assert_true (nb_layout_append_to (layout, document, NULL, NULL));
  pieces = nb_document_get_pieces (document, &n);
  g_assert_cmpuint (n, >, 0);
  return (pieces[0].flags & NB_PIECE_SLANTED) != 0;
}

/* A table whose lines rise by @slope, if it has lines, and whose words stand by @steps higher from column to column. */
static gboolean
is_marked (double slope, double lean, const double *steps)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  const NbPiece *pieces;
  guint n;

  for (guint row = 0; row < 4; row++)
    {
      nb_layout_add_slant (layout, 80, 100 + 30 * row, 480, 100 + 30 * row + 400 * slope);
      nb_layout_add_slant (layout, 80 + 100 * row, 100, 80 + 100 * row + 90 * lean, 190);
      for (guint column = 0; column < 4; column++)
        nb_test_put (layout, 90 + 100 * column, 110 + 30 * row + steps[column], "12");
    }
  g_assert_true (nb_layout_append_to (layout, document, NULL, NULL));
  pieces = nb_document_get_pieces (document, &n);
  g_assert_cmpuint (n, >, 0);
  return (pieces[0].flags & NB_PIECE_SLANTED) != 0;
}

/* A page is aslant where lines are, or words of its rows; not where words of some columns only stand higher, or where
 * cells are struck out. */
static void
test_aslant (void)
{
  static const double straight[4] = { 0 }, rising[] = { 0, -0.6, -1.2, -1.8 }, falling[] = { 0, 9, 18, 27 };
  static const double uneven[] = { 0, 0.5, 0, 0.5 }, higher[] = { 0, -2, -2, -2 };

  g_assert_false (is_marked (0, 0, straight));
  g_assert_false (is_marked (0.002, 0, straight));
  g_assert_true (is_marked (0.005, 0, straight));
  g_assert_true (is_marked (-0.1, 0, straight));
  g_assert_true (is_marked (-0.1, 0.1, straight));
  g_assert_true (is_marked (0, 0.05, straight));
  g_assert_false (is_marked (0.3, 0, straight));
  g_assert_false (is_marked (0, 0.9, straight));
  g_assert_true (is_marked (0, 0, rising));
  g_assert_true (is_marked (0, 0, falling));
  g_assert_false (is_marked (0, 0, uneven));
  g_assert_false (is_marked (0, 0, higher));
  g_assert_false (is_struck_marked (FALSE, FALSE));
  g_assert_false (is_struck_marked (TRUE, FALSE));
  g_assert_true (is_struck_marked (FALSE, TRUE));
}

/* What was left open on a page is no worse for the next one. */
static void
test_aslant_behind (void)
{
  g_autoptr (NbLayout) layout = nb_test_new_page ();
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  const NbPiece *pieces;
  guint n;

  nb_test_put (layout, 90, 700, "规章");
  nb_test_put (layout, 300, 700, "12");
  nb_layout_begin_page (layout, 595, 842);
  nb_test_put (layout, 90, 200, "乙");
  for (guint i = 0; i < 3; i++)
    nb_layout_add_slant (layout, 80, 300 + 30 * i, 480, 310 + 30 * i);
  nb_layout_begin_page (layout, 595, 842);
  nb_test_put (layout, 90, 200, "丙");
  g_assert_true (nb_layout_append_to (layout, document, NULL, NULL));
  pieces = nb_document_get_pieces (document, &n);
  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (pieces[i].flags & NB_PIECE_SLANTED, ==, i == 2 ? NB_PIECE_SLANTED : 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/layout/paragraphs", test_paragraphs);
  g_test_add_func ("/nianbao/layout/watermark", test_watermark);
  g_test_add_func ("/nianbao/layout/large-in-cells", test_large_in_cells);
  g_test_add_func ("/nianbao/layout/no-watermark", test_no_watermark);
  g_test_add_func ("/nianbao/layout/large-figures", test_large_figures);
  g_test_add_func ("/nianbao/layout/loose-unit", test_loose_unit);
  g_test_add_func ("/nianbao/layout/ragged-cell", test_ragged_cell);
  g_test_add_func ("/nianbao/layout/table-over-pages", test_table_over_pages);
  g_test_add_func ("/nianbao/layout/boxes-in-cells", test_boxes_in_cells);
  g_test_add_func ("/nianbao/layout/case-44-row-over-pages", test_row_over_pages);
  g_test_add_func ("/nianbao/layout/lines-of-cells", test_lines_of_cells);
  g_test_add_func ("/nianbao/layout/cut-text", test_cut_text);
  g_test_add_func ("/nianbao/layout/page-numbers", test_page_numbers);
  g_test_add_func ("/nianbao/layout/broken-numbers", test_broken_numbers);
  g_test_add_func ("/nianbao/layout/two-tables", test_two_tables);
  g_test_add_func ("/nianbao/layout/merged-cells", test_merged_cells);
  g_test_add_func ("/nianbao/layout/gaps", test_gaps);
  g_test_add_func ("/nianbao/layout/notes", test_notes);
  g_test_add_func ("/nianbao/layout/marks", test_marks);
  g_test_add_func ("/nianbao/layout/nothing-to-see", test_nothing_to_see);
  g_test_add_func ("/nianbao/layout/limit-pages", test_limit_pages);
  g_test_add_func ("/nianbao/layout/limit-glyphs", test_limit_glyphs);
  g_test_add_func ("/nianbao/layout/limit-rules", test_limit_rules);
  g_test_add_func ("/nianbao/layout/NB_LIMIT_PAGE_PARTS", test_limit_parts);
  g_test_add_func ("/nianbao/layout/tight-heads", test_tight_heads);
  g_test_add_func ("/nianbao/layout/NB_LIMIT_PAGE_RULES", test_limit_page_rules);
  g_test_add_func ("/nianbao/layout/NB_LIMIT_COVER_LOOKS", test_limit_covers);
  g_test_add_func ("/nianbao/layout/drawing", test_drawing);
  g_test_add_func ("/nianbao/layout/aslant", test_aslant);
  g_test_add_func ("/nianbao/layout/aslant-behind", test_aslant_behind);

  return g_test_run ();
}
