/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a page is the article, what is furniture, what are titles. */

#include "nb-test-html.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *html;
  const char *expected;
} Case;

#define PROSE                                                                                      \
  "<p>本机关全年主动公开信息，及时回应关切；健全制度，强化责任。组织培训，开展检查。</p>"
#define PROSE_LINE                                                                                 \
  "- 本机关全年主动公开信息，及时回应关切；健全制度，强化责任。组织培训，开展检查。\n"
#define GRID "<table><tr><td>甲<td>1<td>2<tr><td>乙<td>3<td>4</table>"
#define GRID_LINES                                                                                 \
  "CS^R 0:0,0 甲\nCSR 0:0,1 1\nCSR 0:0,2 2\nCS^R 0:1,0 乙\nCSR 0:1,1 3\nCSR 0:1,2 4\n"
#define LINKS      "<a href=1>首页新闻</a><a href=2>政务公开</a><a href=3>互动交流</a>"
#define LINKS_LINE "F 首页新闻政务公开互动交流\n"

static const Case cases[] = {
  { "plain-page-has-no-furniture", "<h2>标题</h2><p>甲</p>" GRID "<p>乙</p><p>2023年1月5日</p>",
    "H 标题\n- 甲\n" GRID_LINES "- 乙\n- 2023年1月5日\n" },
  { "elements-beside",
    "<header><p>某县政府网</p></header><nav>" LINKS "</nav><main>" PROSE GRID
    "</main><aside>公告栏</aside>"
    "<footer>某县办公室</footer>",
    "F 某县政府网\n" LINKS_LINE PROSE_LINE GRID_LINES "F 公告栏\nF 某县办公室\n" },
  { "names-of-page-parts",
    "<div id=siteHeader><div class=logo>某县政府网</div></div><div class='top-nav'>搜索</div>" PROSE
        GRID PROSE "<div class=footer>某县办公室</div>",
    "F 某县政府网\nF 搜索\n" PROSE_LINE GRID_LINES PROSE_LINE "F 某县办公室\n" },
  { "container-by-name",
    "<div><p>栏目甲</p></div><h2>某局二〇二二年年度报告</h2><p>2023-01-20</p><div "
    "class=TRS_Editor>" PROSE GRID PROSE "</div><p>栏目乙。</p>",
    "F 栏目甲\nHT 某局二〇二二年年度报告\nF 2023-01-20\n" PROSE_LINE GRID_LINES PROSE_LINE
    "F 栏目乙。\n" },
  { "container-is-widened-to-grids",
    "<div id=w><div id=zoom>" PROSE PROSE PROSE "</div>" GRID "<p>尾</p></div><p>外。</p>",
    PROSE_LINE PROSE_LINE PROSE_LINE GRID_LINES "- 尾\nF 外。\n" },
  { "two-containers",
    "<p>栏目。</p><div><div class=vsb_content>" PROSE "</div><p>间</p><div class=vsb_content>" PROSE
    "</div></div><p>外。</p>",
    "F 栏目。\n" PROSE_LINE "- 间\n" PROSE_LINE "F 外。\n" },
  { "container-in-wider-container",
    "<div class=content><p>栏目。</p><div class=article>" PROSE PROSE PROSE PROSE "</div></div>",
    "F 栏目。\n" PROSE_LINE PROSE_LINE PROSE_LINE PROSE_LINE },
  { "unnamed-layout",
    "<table><tr><td>某县政府网</table><table><tr><td><table><tr><td>目录<tr><td><a "
    "href=1>职能</a></table>"
    "<td><table><tr><td align=center>某局二〇二二年年度报告<tr><td>发布于网站<tr><td>" PROSE GRID
        PROSE "<tr><td><a href=2>打印</a></table></table><table><tr><td>某县政府：电话</table>",
    "F 某县政府网\nF 目录\nF 职能\nT 某局二〇二二年年度报告\nF 发布于网站\n" PROSE_LINE GRID_LINES
        PROSE_LINE "F 打印\nF 某县政府：电话\n" },
  { "signature-is-not-left-out",
    "<div><div>" PROSE GRID PROSE "</div><div>某局</div><div>二〇二三年一月</div></div>",
    PROSE_LINE GRID_LINES PROSE_LINE "- 某局\n- 二〇二三年一月\n" },
  { "prose-is-not-left-out",
    "<div><div>" GRID GRID GRID "</div><div>还有一件事要说明。</div></div>",
    GRID_LINES "CS^R 1:0,0 甲\nCSR 1:0,1 1\nCSR 1:0,2 2\nCS^R 1:1,0 乙\nCSR 1:1,1 3\nCSR 1:1,2 4\n"
               "CS^R 2:0,0 甲\nCSR 2:0,1 1\nCSR 2:0,2 2\nCS^R 2:1,0 乙\nCSR 2:1,1 3\nCSR 2:1,2 "
               "4\n- 还有一件事要说明。\n" },
  { "nothing-between-grids-by-name",
    GRID "<div class=header>三、标题</div><div class=share>丙</div>" GRID,
    GRID_LINES "- 三、标题\n- 丙\nCS^R 1:0,0 甲\nCSR 1:0,1 1\nCSR 1:0,2 2\nCS^R 1:1,0 乙\nCSR "
               "1:1,1 3\nCSR 1:1,2 4\n" },
  { "grids-are-never-furniture", "<div class=footer>" GRID "</div><nav><div>" GRID "</div></nav>",
    GRID_LINES
    "CS^R 1:0,0 甲\nCSR 1:0,1 1\nCSR 1:0,2 2\nCS^R 1:1,0 乙\nCSR 1:1,1 3\nCSR 1:1,2 4\n" },
  { "lists-of-links",
    PROSE GRID
    "<ul><li><a href=1>甲文</a></li><li><a href=2>乙文</a></li><li><a href=3>丙文</a></li></ul>",
    PROSE_LINE GRID_LINES "F 甲文\nF 乙文\nF 丙文\n" },
  { "tools-within-the-article",
    "<div class=TRS_Editor><div class=bdshare>甲</div>" PROSE GRID
    "<div class='page-print'>乙</div></div>",
    "F 甲\n" PROSE_LINE GRID_LINES "F 乙\n" },
  { "words",
    "<p>您当前的位置： 首页</p><p>[ 发布日期:2023-01-05 ]</p><p><span>来</span> "
    "<span>源：</span>某局</p>" PROSE GRID
    "<p>【打印】</p><p>上一篇：没有了</p><p>版权所有 某县</p><p>打印机管理混乱</p>",
    "F 您当前的位置： 首页\nF [ 发布日期:2023-01-05 ]\nF 来 源：某局\n" PROSE_LINE GRID_LINES
    "F 【打印】\nF 上一篇：没有了\nF 版权所有 某县\n- 打印机管理混乱\n" },
  { "words-count-outside-grids-only", GRID "<p>时间：十二月</p>" GRID,
    GRID_LINES "- 时间：十二月\nCS^R 1:0,0 甲\nCSR 1:0,1 1\nCSR 1:0,2 2\nCS^R 1:1,0 乙\nCSR 1:1,1 "
               "3\nCSR 1:1,2 4\n" },
  { "copyright-line",
    PROSE GRID PROSE "<div><div>某县办公室</div><div>ICP 12345</div></div><div>某号</div>",
    PROSE_LINE GRID_LINES PROSE_LINE "F 某县办公室\nF ICP 12345\nF 某号\n" },
  { "titles",
    "<header><h1>某县政府网站</h1></header><h1>某局年度报告全文</h1>" PROSE
    "<h1>一、总体情况如下</h1>" GRID,
    "FHT 某县政府网站\nHT 某局年度报告全文\n" PROSE_LINE "H 一、总体情况如下\n" GRID_LINES },
  { "title-by-name",
    "<ucaptitle>某局年度报告</ucaptitle>" PROSE
    "<div class=ArticleTitle>某局年度报告全文</div>" GRID,
    "T 某局年度报告\n" PROSE_LINE "- 某局年度报告全文\n" GRID_LINES },
  { "centred-title-in-two-lines",
    "<div id=zoom><p align=center>某局</p><center><p>年度报告</p></center><p "
    "style='text-align:center'>（二〇二二年）</p>" PROSE "<p align=center>附表</p>" GRID "</div>",
    "T 某局\nT 年度报告\nT （二〇二二年）\n" PROSE_LINE "- 附表\n" GRID_LINES },
  { "picture-instead-of-table",
    "<div class=logo><img src=l></div><div class=TRS_Editor>" PROSE PROSE
    "<p align=center><img src=a></p></div><img src=b>",
    PROSE_LINE PROSE_LINE "I \n" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;

  nb_test_html_assert (test->html, test->expected);
}

/* One line of what is expected of a page of a real site: a text that is there, with these flags and no others
 * of @of. */
typedef struct
{
  const char *file;
  const char *text;
  guint flags;
} Line;

#define OF (NB_PIECE_FURNITURE | NB_PIECE_TITLE | NB_PIECE_CELL)

static const Line real_lines[] = {
  { "trs-3.html", "2019-07-11 ", NB_PIECE_FURNITURE },
  { "trs-3.html", "刘伟洪，男", 0 },
  { "trs-3.html", "安全办主任：刘伟洪", NB_PIECE_TITLE },
  { "trs-3.html", "版权所有 ", NB_PIECE_FURNITURE },
  { "vsb-4.html", "当前位置： 首页", NB_PIECE_FURNITURE },
  { "vsb-4.html", "2014年10月13日", 0 },
  { "vsb-4.html", "上一条：", NB_PIECE_FURNITURE },
  { "vsb-4.html", "泰州市广播电视大学", NB_PIECE_FURNITURE },
  { "epoint-2.html", "中心开展", NB_PIECE_TITLE },
  { "epoint-2.html", "7月27日晚", 0 },
  { "epoint-2.html", "【信息发布时间：", NB_PIECE_FURNITURE },
  { "dzrs-2.html", "政法委114-01", NB_PIECE_CELL },
  { "dzrs-2.html", "2017年11月24日", 0 },
  { "dzrs-2.html", "上一篇", NB_PIECE_FURNITURE },
  { "dzrs-5.html", "截至到10月底", 0 },
  { "dzrs-5.html", "Copyright 2010", NB_PIECE_FURNITURE },
  { "cwl-2.html", "返回首页", NB_PIECE_FURNITURE },
  { "cwl-2.html", "• 中国福利彩票2019年03月14日开奖视频", NB_PIECE_FURNITURE },
  { "nfra-element2.html", "行政处罚", NB_PIECE_CELL },
};

static const NbPiece *
find_piece (NbDocument *document, const char *text)
{
  guint n;
  const NbPiece *pieces = nb_document_get_pieces (document, &n);
  const char *all = nb_document_get_text (document, NULL);

  for (guint i = 0; i < n; i++)
    if (strncmp (all + pieces[i].offset, text, strlen (text)) == 0)
      return &pieces[i];
  return NULL;
}

static void
test_real_pages (void)
{
  const char *seeds = g_getenv ("NB_SEEDS");
  g_autofree char *folder = seeds != NULL ? g_build_filename (seeds, "..", "real", "pages", NULL)
                                          : NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the real pages are not here");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (real_lines); i++)
    {
      const Line *line = &real_lines[i];
      g_autofree char *path = g_build_filename (folder, line->file, NULL);
      g_autofree char *html = NULL;
      g_autoptr (NbDocument) document = NULL;
      g_autofree char *dump = NULL;
      g_autoptr (GError) error = NULL;
      const NbPiece *piece;

      g_file_get_contents (path, &html, NULL, &error);
      g_assert_no_error (error);
      document = nb_test_html_read (html);
      dump = nb_test_html_dump (document);
      piece = find_piece (document, line->text);
      g_test_message ("%s: %s", line->file, line->text);
      g_assert_nonnull (piece);
      g_assert_cmphex (piece->flags & OF, ==, line->flags);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/html-article/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/html-article/real-pages", test_real_pages);
  return g_test_run ();
}
