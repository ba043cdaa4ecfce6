/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of pages: spans, cells of word processors, tables that lay out the page, tables without table elements. */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "nb-test-html.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *html;
  const char *expected;
} Case;

#define LONG_TEXT                                                                                                                                 \
  "本年度，本机关认真落实上级部署，持续推进各项工作。全年主动公开各类信息，及时回应社会关切；健全" \
  "制度，完善流程，"                                                                                                                      \
  "强化责任，提升质量。组织培训，开展检查，督促整改，取得成效。对照要求，查找不足，逐项改进，务求" \
  "实效。"
#define RUNNING "<p>" LONG_TEXT "</p><p>" LONG_TEXT "</p>"

static const Case cases[] = {
  { "spans", "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2<tr><td>3<td>4<td>5</table>",
    "CS^R 0:0,0,2x1 甲\nCSR 0:0,1,1x2 乙\nCS^R 0:1,1 1\nCSR 0:1,2 2\nCS^R 0:2,0 3\nCSR 0:2,1 "
    "4\nCSR 0:2,2 5\n" },
  { "rowspan-past-end", "<table><tr><td rowspan=9>甲<td>1<tr><td>2</table>",
    "CS^R 0:0,0,2x1 甲\nCSR 0:0,1 1\nCS^R 0:1,1 2\n" },
  { "rowspan-zero",
    "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3<tbody><tr><td>4<td>5</table>",
    "CS^R 0:0,0,3x1 甲\nCSR 0:0,1 1\nCS^R 0:1,1 2\nCS^R 0:2,1 3\nCS^R 0:3,0 4\nCSR 0:3,1 5\n" },
  { "rowspan-ends-with-its-group",
    "<table><thead><tr><td rowspan=3>甲<td>乙<tbody><tr><td>1<td>2</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 乙\nCS^R 0:1,0 1\nCSR 0:1,1 2\n" },
  { "wrong-spans",
    "<table><tr><td colspan=0>甲<td colspan=-1>1<td colspan=abc>2<td rowspan=-4>3<td colspan='2 "
    "'>4<td colspan=1e9>5"
    "<tr><td>6</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCSR 0:0,2 2\nCSR 0:0,3 3\nCSR 0:0,4,1x2 4\nCSR 0:0,6 5\nCS^R "
    "0:1,0 6\n" },
  { "huge-spans",
    "<table><tr><td colspan=1000000000 rowspan=1000000000>甲<tr><tr><td>1<td>2</table>",
    "CS^R 0:0,0,3x1000 甲\nCS^R 0:2,1000 1\nCSR 0:2,1001 2\n" },
  { "both-spans-cross",
    "<table><tr><td>甲<td rowspan=2>乙<td>1<tr><td>丙<td>2<tr><td colspan=2>丁<td>3</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1,2x1 乙\nCSR 0:0,2 1\nCS^R 0:1,0 丙\nCSR 0:1,2 2\nCS^R 0:2,0,1x2 "
    "丁\nCSR 0:2,2 3\n" },
  { "blank-cells", "<table><tr><td>甲<td><td>&nbsp;<td><p><br></p><td> 　</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 \nCSR 0:0,2 \nCSR 0:0,3 \nCSR 0:0,4 \n" },
  { "word-cells",
    "<table class=MsoTableGrid><tr><td><p class=MsoNormal "
    "align=center><span>商业<o:p></o:p></span></p><p><span>企业</span>"
    "</p></td><td><p><span "
    "lang=EN-US>4<span>13</span>75</span></p></td><td>社会公<br>益组织</td></tr></table>",
    "CS^R 0:0,0 商业 企业\nCSR 0:0,1 41375\nCSR 0:0,2 社会公 益组织\n" },
  { "unclosed", "<table><tr><td>甲<td><b>1<tr><td>乙<td><span>2</table>三",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n- 三\n" },
  { "open-inline-between-cells", "<table><tr><td><b><i>甲<td>1</td></b><td><div>2<td>3</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCSR 0:0,2 2\nCSR 0:0,3 3\n" },
  { "cells-without-row", "<table><td>甲<td>1<tr><td>乙<td>2</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n" },
  { "th-caption-foot",
    "<table><caption>表一</"
    "caption><thead><tr><th>甲<th>乙<tfoot><tr><td>1<td>2<tbody><tr><td>3<td>4</table>",
    "- 表一\nCS^R 0:0,0 甲\nCSR 0:0,1 乙\nCS^R 0:1,0 1\nCSR 0:1,1 2\nCS^R 0:2,0 3\nCSR 0:2,1 4\n" },
  { "form-in-table", "<table><form><tr><td>甲<td>1</tr><tr><td>乙<td>2</tr></form></table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n" },
  { "two-tables", "<table><tr><td>甲<td>1</table>文<table><tr><td>乙<td>2</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\n- 文\nCS^R 1:0,0 乙\nCSR 1:0,1 2\n" },
  { "layout-of-one-cell", "<table><tr><td><p>甲</p><p>乙</p></table>", "- 甲\n- 乙\n" },
  { "layout-of-one-column", "<table><tr><td>甲<tr><td>" RUNNING "<tr><td>乙</table>",
    "- 甲\n- " LONG_TEXT "\n- " LONG_TEXT "\n- 乙\n" },
  { "figures-in-one-column", "<table><tr><td>甲<tr><td>12</table>",
    "CS^R 0:0,0 甲\nCS^R 0:1,0 12\n" },
  { "layout-around-data",
    "<table><tr><td>栏目<td><p>上文</p><table><tr><td>甲<td>1<tr><td>乙<td></table><p>下文</p></"
    "table>",
    "- 栏目\n- 上文\nCS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 \n- 下文\n" },
  { "layout-three-deep",
    "<table><tr><td><table><tr><td><table><tr><td>甲<td>1</table></table></table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\n" },
  { "figure-in-a-table-of-its-own",
    "<table><tr><td>甲<td><table><tr><td>1</table><td>2<td>3</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCSR 0:0,2 2\nCSR 0:0,3 3\n" },
  { "prose-in-data-table",
    "<table><tr><td>甲<td>1<tr><td>乙<td>2<tr><td colspan=2>" RUNNING "<tr><td>丙<td>3</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n- " LONG_TEXT "\n- " LONG_TEXT
    "\nCS^R 0:3,0 丙\nCSR 0:3,1 3\n" },
  { "rows-within-a-cell",
    "<table><tr><td>甲<td>1<td>2<tr><td>乙<td "
    "colspan=2><table><tr><td>3<td>4</table><tr><td>丙<td>5<td>6</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCSR 0:0,2 2\nCS^R 0:1,0 乙\nCS^R 1:0,0 3\nCSR 1:0,1 4\n"
    "CS^R 0:2,0 丙\nCSR 0:2,1 5\nCSR 0:2,2 6\n" },
  { "div-rows",
    "<div class=t><div class=tr><div class=td>甲</div><div class=td>1</div><div "
    "class=td></div></div>"
    "<div class=tr><div class=td>乙</div><div class=td>2</div><div "
    "class=td><p>3</p></div></div></div>文",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCSR 0:0,2 \nCS^R 0:1,0 乙\nCSR 0:1,1 2\nCSR 0:1,2 3\n- 文\n" },
  { "div-rows-without-names",
    "<div><div><div>信息内容</div><div>件数</div></div><div><div>规章</div><div>0</div></div></"
    "div>",
    "CS^R 0:0,0 信息内容\nCSR 0:0,1 件数\nCS^R 0:1,0 规章\nCSR 0:1,1 0\n" },
  { "rows-of-one-cell-between",
    "<div><div class=tr><div>甲</div><div>1</div></div><div class=tr><div "
    "class=td>第(五)项</div></div>"
    "<div class=tr><div>乙</div><div>2</div></div><div class=tr><div "
    "class=td>三、标题</div></div></div>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 第(五)项\nCS^R 0:2,0 乙\nCSR 0:2,1 2\n- 三、标题\n" },
  { "list-rows",
    "<ul><li><span>甲</span><span>1</span></li>\n<li><span>乙</span> <span>2</span></li></ul>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n" },
  { "list-row-between-headings",
    "<ul><li><span>一、章</span></li><li><span>甲</span> "
    "<span>1</span></li><li><span>二、章</span></li>"
    "<li><span>乙</span> <span>2</span></li><li><span>丙</span> <span>3</span></li></ul>",
    "- 一、章\nCS^R 0:0,0 甲\nCSR 0:0,1 1\n- 二、章\nCS^R 1:0,0 乙\nCSR 1:0,1 2\nCS^R 1:1,0 丙\n"
    "CSR 1:1,1 3\n" },
  { "definition-rows", "<dl><dt>甲</dt><dd>1</dd></dl><dl><dt>乙</dt><dd>2</dd></dl>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n" },
  { "two-grids-of-rows",
    "<div><div><b>甲</b><i>1</i></div><div><b>乙</b><i>2</i></div><p>文</p><div><b>丙</b><i>3</i></"
    "div>"
    "<div><b>丁</b><i>4</i></div></div>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n- 文\nCS^R 1:0,0 丙\nCSR 1:0,1 3\n"
    "CS^R 1:1,0 丁\nCSR 1:1,1 4\n" },
  { "loose-cells",
    "<div "
    "style='display:grid'><div>项目</div><div>件数</div><div>甲</div><div>1</div><div>乙</"
    "div><div></div></div>"
    "<div>文。</div>",
    "- 项目\n- 件数\n- 甲\n- 1\n- 乙\n- 文。\n" },
  { "loose-cells-enough",
    "<div "
    "class=grid><div>项目</div><div>件数</div><div>甲</div><div>1</div><div>乙</div><div></"
    "div><div>丙</div><div>-</div>"
    "</div>",
    "S 项目\nS 件数\nS 甲\nS 1\nS 乙\nS \nS 丙\nS -\n" },
  { "rows-in-a-layout-cell",
    "<table><tr><td>" RUNNING "<div><b>甲</b><i>1</i></div><div><b>乙</b><i>2</i></div></table>",
    "- " LONG_TEXT "\n- " LONG_TEXT "\nCS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n" },
  { "head-of-inline-rows",
    "<ul><li><span>项目</span><span>件数</span></li><li><span>甲</span><span>2</span></li></ul>"
    "<div><span>三、</span><span>标题</span></div>",
    "CS^R 0:0,0 项目\nCSR 0:0,1 件数\nCS^R 0:1,0 甲\nCSR 0:1,1 2\n- 三、标题\n" },
  { "long-row-alone",
    "<div>文。</div><div class=r><i>1</i><i>2</i><i>3</i><i>4</i><i></i><i>6</i></div>"
    "<div class=t><div>1</div><div>2</div><div>3</div><div></div><div>5</div><div>6</div></div>",
    "- 文。\nCS^R 0:0,0 1\nCSR 0:0,1 2\nCSR 0:0,2 3\nCSR 0:0,3 4\nCSR 0:0,4 \nCSR 0:0,5 6\n"
    "CS^R 0:1,0 1\nCSR 0:1,1 2\nCSR 0:1,2 3\nCSR 0:1,3 \nCSR 0:1,4 5\nCSR 0:1,5 6\n" },
  { "lone-row-is-loose",
    "<p>文</p><div><div>1</div><div>2</div><div>3</div><div></div><div>5</div><div>6</div></div>",
    "- 文\nS 1\nS 2\nS 3\nS \nS 5\nS 6\n" },
  { "headings-in-one-table",
    "<table><tr><td colspan=3>二、标题<tr><td>甲<td>1<td>2<tr><td "
    "colspan=3>第(五)项<tr><td>乙<td>3<td>4</table>",
    "- 二、标题\nCS^R 0:1,0 甲\nCSR 0:1,1 1\nCSR 0:1,2 2\nCS^R 0:2,0,1x3 第(五)项\nCS^R 0:3,0 "
    "乙\nCSR 0:3,1 3\n"
    "CSR 0:3,2 4\n" },
  { "pipes", "<p>| 甲 | 1 | | 2 |</p><p>|乙|3</p><p>丙 |</p><p>甲文</p>",
    "S^R 甲\nSR 1\nSR \nSR 2\nS^R 乙\nSR 3\nS^R 丙\n- 甲文\n" },
  { "page-number", "<table><tr><td>甲<td>1</table><p>- 2 -</p><table><tr><td>乙<td>3</table>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nF - 2 -\nCS^R 1:0,0 乙\nCSR 1:0,1 3\n" },
  { "preformatted-box",
    "<pre>\n+----+---+\n| 甲 | 1 |\n+----+---+\n| 乙 |   |\n+----+---+\n| 丙 | 2 "
    "|\n+----+---+\n</pre>",
    "S^R 甲\nSR 1\nS^R 乙\nSR \nS^R 丙\nSR 2\n" },
  { "preformatted-gaps", "<pre>甲文    1  2\n  乙文  3\t4\n</pre>",
    "^R 甲文\nR 1\nR 2\nS^R 乙文  3\nSR 4\n" },
  { "preformatted-tabs", "<pre>甲\t\t1\n\t乙\t2\n</pre>",
    "S^R 甲\nSR \nSR 1\nS^R \nSR 乙\nSR 2\n" },
  { "lines-with-gaps", "<p>甲文&emsp;&emsp;1&emsp;&emsp;2<br>乙文　　3　　4</p>",
    "^R 甲文\nR 1\nR 2\n^R 乙文\nR 3\nR 4\n" },
  { "preformatted-in-a-cell", "<table><tr><td><pre>甲  乙\n丙</pre><td>1<tr><td>丁<td>2</table>",
    "CS^R 0:0,0 甲 乙 丙\nCSR 0:0,1 1\nCS^R 0:1,0 丁\nCSR 0:1,1 2\n" },
  { "prose-is-no-grid",
    "<div><div><span>截至</span><span>2022</span><span>年底，共</span><span>5</span><span>件。</"
    "span></div>"
    "<div><span>其中</span><span>3</span><span>件；其余</span><span>2</span></div></div>",
    "- 截至2022年底，共5件。\n- 其中3件；其余2\n" },
  { "date-line-is-no-grid",
    "<div><div><span>甲局</span></div><div><span>2023</span><span>年</span><span>1</span><span>月</"
    "span></div></div>",
    "- 甲局\n- 2023年1月\n" },
  { "short-paragraphs-are-no-grid",
    "<div><p>甲</p><p>1</p></div><div><p>乙</p><p>丙</p><p>丁</p><p>戊</p></div>",
    "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 丙\nCSR 0:1,2 丁\nCSR 0:1,3 戊\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;

  nb_test_html_assert (test->html, test->expected);
}

static char *
repeat (const char *before, const char *part, guint n, const char *after)
{
  GString *html = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (html, part);
  g_string_append (html, after);
  return g_string_free (html, FALSE);
}

/* The message of the last page that was refused, or "". */
static char refusal[400];

static void
assert_refused (NbDocument *document, const char *what, guint64 limit)
{
  g_autofree char *ending = g_strdup_printf ("%s (limit %" G_GUINT64_FORMAT ")", what, limit);

  g_assert_null (document);
  g_assert_cmpstr (strstr (refusal, what), ==, ending);
}

/* Reads a page of repeated parts within two seconds; returns the document or NULL with a limit. */
static NbDocument *
read_repeated (const char *before, const char *part, guint n, const char *after)
{
  g_autofree char *html = repeat (before, part, n, after);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  NbDocument *document = nb_html_reader_read_string (NULL, html, strlen (html), NULL, &error);

  g_test_message ("%u x %s: %.2f s", n, part,
                  (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  if (document == NULL)
    g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
  g_snprintf (refusal, sizeof refusal, "%s", error != NULL ? error->message : "");
  return document;
}

static void
test_limit_nesting (void)
{
  g_autoptr (NbDocument)
      fonts = read_repeated ("", "<font>", 300, "<table><tr><td>甲<td>1</table>");
  g_autoptr (NbDocument) deepest = read_repeated ("", "<div>", NB_LIMIT_NESTING - 4, "甲");
  g_autofree char *deep = repeat ("", "<div>", NB_LIMIT_NESTING - 4, "");
  g_autofree char *dump = NULL;

  g_assert_nonnull (fonts);
  dump = nb_test_html_dump (fonts);
  g_assert_cmpstr (dump, ==, "CS^R 0:0,0 甲\nCSR 0:0,1 1\n");
  g_assert_nonnull (deepest);
  assert_refused (read_repeated ("", "<div>", 200000, "甲"), "nested too deeply", NB_LIMIT_NESTING);
  assert_refused (read_repeated ("", "<table><tr><td>甲", 30000, ""), "nested too deeply",
                  NB_LIMIT_NESTING);
  assert_refused (read_repeated (deep, "</b>", 100000, ""), "deep within its elements",
                  NB_LIMIT_DEEP_ERRORS);
}

static void
test_limit_columns (void)
{
  g_autoptr (NbDocument)
      document = read_repeated ("<table><tr>", "<td rowspan=2>1", 200000, "<tr><td>2</table>");
  guint n;
  const NbPiece *pieces;

  g_assert_nonnull (document);
  pieces = nb_document_get_pieces (document, &n);
  g_assert_cmpuint (n, ==, 200001);
  g_assert_cmpuint (pieces[NB_LIMIT_TABLE_COLUMNS - 1].row_span, ==, 2);
  g_assert_cmpuint (pieces[NB_LIMIT_TABLE_COLUMNS].row_span, ==, 1);
  g_assert_cmpuint (pieces[199999].column, ==, 199999);
  g_assert_cmpuint (pieces[200000].row, ==, 1);
  g_assert_cmpuint (pieces[200000].column, ==, NB_LIMIT_TABLE_COLUMNS);
}

static void
test_limit_elements (void)
{
  g_autoptr (NbDocument)
      spans = read_repeated ("<table>", "<tr><td colspan=1000 rowspan=65534>1", 20000, "");
  g_autoptr (NbDocument) rows = read_repeated ("<table>", "<tr><td>1<td>2", 100000, "</table>");
  g_autoptr (NbDocument)
      metas = read_repeated ("甲", "<meta name=a content=b>", NB_LIMIT_METAS, "");
  guint n;

  g_assert_nonnull (metas);
  assert_refused (read_repeated ("甲", "<meta name=a content=b>", NB_LIMIT_METAS + 1, ""),
                  "meta elements", NB_LIMIT_METAS);
  assert_refused (read_repeated ("", "<p>", NB_LIMIT_ELEMENTS + 1, ""), "too many elements",
                  NB_LIMIT_ELEMENTS);
  assert_refused (read_repeated ("<p>", "&amp;", NB_LIMIT_ELEMENTS + 1, ""), "too many elements",
                  NB_LIMIT_ELEMENTS);
  g_assert_nonnull (spans);
  g_assert_nonnull (rows);
  nb_document_get_pieces (rows, &n);
  g_assert_cmpuint (n, ==, 200000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/html-grid/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/html-grid/NB_LIMIT_NESTING-NB_LIMIT_DEEP_ERRORS", test_limit_nesting);
  g_test_add_func ("/nianbao/html-grid/limit-columns", test_limit_columns);
  g_test_add_func ("/nianbao/html-grid/limit-elements", test_limit_elements);
  return g_test_run ();
}
