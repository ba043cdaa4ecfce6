/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Plain text in every layout, as golden lists of pieces. A piece is its text; "^" before it begins a row whose ends are known,
 * "." continues one, "|" after it says that its borders are written, "#" before it that it is the end of a printed page.
 */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "document/nb-document.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *pieces; /* joined by " ; " */
} Layout;

static const Layout layouts[] = {
  { "paragraphs", "一、总体情况\n\n  全年公开信息 26 条。\r\n二、主动公开\r三\n",
    "一、总体情况 ; 全年公开信息 26 条。 ; 二、主动公开 ; 三" },
  { "pipe-rows", "规章 | 0 | 1 | 2 |\n行政许可 | 26 | ||\n",
    "^规章| ; .0| ; .1| ; .2| ; ^行政许可| ; .26| ; .| ; .|" },
  { "pipe-rows-unterminated", "规章 | 0 | 1\n规范性文件 | 3 |\n行政许可 | 26 | 4\n处罚 | 1 | 2\n",
    "^规章| ; .0| ; .1| ; ^规范性文件| ; .3| ; .| ; ^行政许可| ; .26| ; .4| ; ^处罚| ; .1| ; .2|" },
  { "pipe-cells", "规章 |\n0 |\n1 |\n2 |\n行政许可 |\n26 |\n||\n行政处罚 |\n3",
    "规章| ; 0| ; 1| ; 2| ; 行政许可| ; 26| ; | ; | ; 行政处罚| ; 3" },
  { "lone-pipes", "规章\n|\n0\n|\n|\n1\n|\n", "规章| ; 0| ; | ; 1|" },
  { "markdown", "| 内容 | 件数 |\n|:---|---:|\n| 规章 | 0 |\n| 许可 |  |\n",
    "^内容| ; .件数| ; ^规章| ; .0| ; ^许可| ; .|" },
  { "full-width-pipes", "规章｜0｜1\n许可｜2｜3\n", "^规章| ; .0| ; .1| ; ^许可| ; .2| ; .3|" },
  { "box-drawing", "┌────┬──┐\n│规章│0 │\n├────┼──┤\n│许可│26│\n└────┴──┘\n",
    "^规章| ; .0| ; ^许可| ; .26|" },
  { "wrapped-grid",
    "+------+---+\n| 行政 | 2 |\n| 许可 |   |\n+------+---+\n| 规章 | 0 |\n+------+---+\n",
    "^行政| ; .许可| ; .2| ; ^规章| ; .0|" },
  { "ruled-once",
    "+------+---+\n| 名称 | 数 |\n+------+---+\n| 许可 | 2 |\n| 规章 | 0 |\n+------+---+\n",
    "^名称| ; .数| ; ^许可| ; .2| ; ^规章| ; .0|" },
  { "tabs", "规章\t0\t\t2\n许可\t\t\t\n", "^规章| ; .0| ; .| ; .2| ; ^许可| ; .| ; .| ; .|" },
  { "tab-indent", "一、总体情况有关说明如下，全年工作开展良好。\n",
    "一、总体情况有关说明如下，全年工作开展良好。" },
  { "blank-padded", "规章            0    1    2\n行政规范性文件  16   8    41\n",
    "^规章 ; .0 ; .1 ; .2 ; ^行政规范性文件 ; .16 ; .8 ; .41" },
  { "ideographic-blanks", "规章　　0　　1\n", "^规章 ; .0 ; .1" },
  { "single-blanks", "行政许可 26\n一、本年新收 1 0 0\n",
    "^行政许可 ; .26 ; ^一、本年新收 ; .1 ; .0 ; .0" },
  { "sentence-with-gaps", "收到12345热线来信   2333封,办结2257封,办复率96%。\n",
    "收到12345热线来信   2333封,办结2257封,办复率96%。" },
  { "word-at-end", "六、其他需要报告的事项 无\n", "六、其他需要报告的事项 无" },
  /* A flattened table of few values, and as many in a sentence. */
  { "flat-table",
    "信息内容 本年制发件数 本年废止件数 现行有效件数 规章 1 0 4 行政规范性文件 3 2 9 "
    "第二十条第(五)项 信息内容 本年处理决定数 行政许可 26 第二十条第(六)项 信息内容 本年处理决定数 "
    "第二十条第(八)项\n",
    "信息内容 ; 本年制发件数 ; 本年废止件数 ; 现行有效件数 ; 规章 ; 1 ; 0 ; 4 ; 行政规范性文件 ; 3 "
    "; 2 ; 9 ; 第二十条第(五)项 ; 信息内容 ; 本年处理决定数 ; 行政许可 ; 26 ; 第二十条第(六)项 ; "
    "信息内容 ; 本年处理决定数 ; 第二十条第(八)项" },
  { "flat-sentence",
    "全年公开 23 条 回应 4 次 解读 5 篇，发布会 6 场 访谈 7 期；答复 8 件 办结 9 "
    "件，本单位依照上级安排开展各项工作并取得成效，同时制定配套制度，加强队伍建设，持续提升政务公开"
    "质量和水平\n",
    "全年公开 23 条 回应 4 次 解读 5 篇，发布会 6 场 访谈 7 期；答复 8 件 办结 9 "
    "件，本单位依照上级安排开展各项工作并取得成效，同时制定配套制度，加强队伍建设，持续提升政务公开"
    "质量和水平" },
  { "csv", "a,1\nb,2\nc,3\nd,4\ne,5\nf,6\ng,7\nh,8\ni,9\n\"其他,等\",\"41,375\"\n",
    "^a| ; .1| ; ^b| ; .2| ; ^c| ; .3| ; ^d| ; .4| ; ^e| ; .5| ; ^f| ; .6| ; ^g| ; .7| ; ^h| ; .8| "
    "; ^i| ; .9| ; ^其他,等| ; .41,375|" },
  { "csv-head-and-padding",
    "年度报告,,\n\"全年公开信息,共26条。\",,\n"
    "第一个很长很长很长很长很长很长的列头,第二个很长很长很长很长很长的列头,第三列\n"
    "a,,1\nb,,2\nc,,3\nd,,4\ne,,5\nf,,6\ng,,7\nh,,8\ni,,9\nj,,0\n",
    "^年度报告| ; .| ; .| ; 全年公开信息,共26条。 ; "
    "^第一个很长很长很长很长很长很长的列头| ; .第二个很长很长很长很长很长的列头| ; .第三列| ; "
    "^a| ; .| ; .1| ; ^b| ; .| ; .2| ; ^c| ; .| ; .3| ; ^d| ; .| ; .4| ; ^e| ; .| ; .5| ; "
    "^f| ; .| ; .6| ; ^g| ; .| ; .7| ; ^h| ; .| ; .8| ; ^i| ; .| ; .9| ; ^j| ; .| ; .0|" },
  { "csv-lines",
    "a,1\nb,2\nc,3\nd,4\ne,5\nf,6\ng,7\nh,8\ni,9\n\"其\n他\",10\n\"甲\"\"乙\"\"\n丙\",11\n",
    "^a| ; .1| ; ^b| ; .2| ; ^c| ; .3| ; ^d| ; .4| ; ^e| ; .5| ; ^f| ; .6| ; ^g| ; .7| ; ^h| ; .8| "
    "; ^i| ; .9| ; ^其\n他| ; .10| ; ^甲\"\"乙\"\"\n丙| ; .11|" },
  { "tabs-lines",
    "a\t1\nb\t2\nc\t3\nd\t4\ne\t5\nf\t6\ng\t7\nh\t8\ni\t9\n\"行政\n许可\"\t10\n\"甲\"乙\t0\n",
    "^a| ; .1| ; ^b| ; .2| ; ^c| ; .3| ; ^d| ; .4| ; ^e| ; .5| ; ^f| ; .6| ; ^g| ; .7| ; ^h| ; .8| "
    "; ^i| ; .9| ; ^行政\n许可| ; .10| ; ^\"甲\"乙| ; .0|" },
  { "open-quote", "\"甲\t1\n乙\t2\n", "^\"甲| ; .1| ; ^乙| ; .2|" },
  { "pairs-grouped",
    "甲数:92，184条\n乙数:1，206件\n丙数:3，000条\n丁数:1，206，816次\n甲数:92，184条\n乙数:"
    "1，206件\n"
    "丙数:3，000条\n丁数:1，206，816次\n丙数:3，000条\n丁数:1，206，816次\n",
    "甲数:92，184条 ; 乙数:1，206件 ; 丙数:3，000条 ; 丁数:1，206，816次 ; 甲数:92，184条 ; "
    "乙数:1，206件 ; "
    "丙数:3，000条 ; 丁数:1，206，816次 ; 丙数:3，000条 ; 丁数:1，206，816次" },
  { "broken-pipe-rows", "| 甲 | 1 |\n| 商业\n企业 | 2 |\n| 丙 | 3 |\n",
    "^甲| ; .1| ; ^商业\n企业| ; .2| ; ^丙| ; .3|" },
  { "page-numbers",
    "甲 | 1 |\n- 3 -\n乙 | 2 |\n第 4 页 共 6 页\n丙 | 3 |\n－5－\n— 6 —\nPage 7 of 9\n3/6\n",
    "^甲| ; .1| ; #- 3 - ; ^乙| ; .2| ; #第 4 页 共 6 页 ; ^丙| ; .3| ; #－5－ ; #— 6 — ; "
    "#Page 7 of 9 ; 3/6" },
  { "bare-page-numbers", "甲\n9\n1\n\f乙\n8\n2\n\f丙\n7\n3\n",
    "甲 ; 9 ; #1 ; 乙 ; 8 ; #2 ; 丙 ; 7 ; #3" },
  { "values-before-feeds", "甲\n1\n\f乙\n0\n\f丙\n4\n", "甲 ; 1 ; 乙 ; 0 ; 丙 ; 4" },
  { "running-heads",
    "某县2021年年度报告\n甲\n- 1 -\n某县2021年年度报告\n乙\n- 2 -\n某县2021年年度报告\n丙\n",
    "某县2021年年度报告 ; 甲 ; #- 1 - ; #某县2021年年度报告 ; 乙 ; #- 2 - ; #某县2021年年度报告 ; "
    "丙" },
  { "columns-under-dashes",
    "------  ---  ---\n名称    数   计\n------  ---  ---\n行政    1    2\n许可\n\n规章         "
    "3\n------  ---  ---\n",
    "^名称| ; .数| ; .计| ; ^行政| ; .许可| ; .1| ; .2| ; ^规章| ; .| ; .3|" },
  { "dashes-without-columns", "------  ---\n这一行不合列宽  1\n", "^这一行不合列宽 ; .1" },
  { "broken-number",
    "+------+-----+\n| 许可 | 18. |\n|      | 5   |\n+------+-----+\n| 规章 | 0   "
    "|\n+------+-----+\n",
    "^许可| ; .18.| ; .5| ; ^规章| ; .0|" },
  { "two-words-in-columns", "甲甲    1    2\n乙乙    3    4\n        丙   丁\n",
    "^甲甲 ; .1 ; .2 ; ^乙乙 ; .3 ; .4 ; ^丙 ; .丁" },
  { "quoted-mail", "> 甲 | 1 |\n>\n> > 乙 | 2 |\n", "^甲| ; .1| ; ^乙| ; .2|" },
  { "few-commas", "全年公开信息，其中,26\n共收到,3\n", "全年公开信息，其中,26 ; 共收到,3" },
};

static char *
describe (NbDocument *document)
{
  const char *text = nb_document_get_text (document, NULL);
  GString *out = g_string_new (NULL);
  guint n;
  const NbPiece *pieces = nb_document_get_pieces (document, &n);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (out, " ; ");
      if ((pieces[i].flags & NB_PIECE_PAGE) != 0)
        g_string_append_c (out, '#');
      if ((pieces[i].flags & NB_PIECE_IN_ROW) != 0)
        g_string_append_c (out, (pieces[i].flags & NB_PIECE_ROW_START) != 0 ? '^' : '.');
      g_string_append_len (out, text + pieces[i].offset, pieces[i].length);
      if ((pieces[i].flags & NB_PIECE_SEPARATED) != 0)
        g_string_append_c (out, '|');
    }
  return g_string_free (out, FALSE);
}

static NbDocument *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("text.txt", bytes, "text/plain", NULL);

  return nb_document_read (source, NULL, error);
}

static void
test_layout (gconstpointer data)
{
  const Layout *layout = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = read_text (layout->text, &error);
  g_autofree char *pieces = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (nb_document_get_text (document, NULL), ==, layout->text);
  pieces = describe (document);
  g_assert_cmpstr (pieces, ==, layout->pieces);
}

static void
test_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = read_text ("甲\r\n\r\n乙\n丙 | 1 | 2\n", &error);
  const guint lines[] = { 1, 3, 4, 4, 4 };
  guint n;
  const NbPiece *pieces;

  g_assert_no_error (error);
  pieces = nb_document_get_pieces (document, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (pieces[i].line, ==, lines[i]);
}

static void
test_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = read_text (" \n\t\n", &error);

  g_assert_null (document);
  g_assert_error (error, NB_ERROR, NB_ERROR_NO_TEXT);
}

/* More lines than a document may have are refused, not dropped. */
static void
test_limit (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < NB_LIMIT_PIECES; i++)
    g_string_append (text, "a\n");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = read_text (text->str, &error);

      if (i == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
      g_string_append (text, "a\n");
    }
}

static void
test_limit_lines (void)
{
  g_autofree char *blank = g_strnfill (NB_LIMIT_LINES, '\n');
  g_autofree char *text = g_strconcat ("a", blank, NULL), *more = g_strconcat (text, "\n", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = read_text (text, NULL);
  g_autoptr (NbDocument) refused = read_text (more, &error);

  g_assert_nonnull (document);
  g_assert_null (refused);
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "too many lines (limit 1000000)"));
}

/* A line that goes on and on is no table that was flattened. */
static void
test_limit_flat (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (NbDocument) document = NULL;
      guint n;

      while (text->len < (i == 0 ? 4000 : NB_LIMIT_FLAT_BYTES))
        g_string_append (text, "\350\247\204\347\253\240 1 0 4 ");
      document = read_text (text->str, NULL);
      g_assert_nonnull (document);
      nb_document_get_pieces (document, &n);
      g_assert_true ((n == 1) == (i == 1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/text-reader/%s", layouts[i].name);

      g_test_add_data_func (path, &layouts[i], test_layout);
    }
  g_test_add_func ("/nianbao/text-reader/lines", test_lines);
  g_test_add_func ("/nianbao/text-reader/nothing", test_nothing);
  g_test_add_func ("/nianbao/text-reader/NB_LIMIT_PIECES", test_limit);
  g_test_add_func ("/nianbao/text-reader/NB_LIMIT_LINES", test_limit_lines);
  g_test_add_func ("/nianbao/text-reader/NB_LIMIT_FLAT_BYTES", test_limit_flat);

  return g_test_run ();
}
