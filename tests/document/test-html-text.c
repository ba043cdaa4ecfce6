/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of pages: lines, white space, word processors' markup, what is dropped, meta tags, pictures. */

#include "base/nb-error.h"
#include "nb-test-html.h"

typedef struct
{
  const char *name;
  const char *html;
  const char *expected;
} Case;

static const Case cases[] = {
  { "paragraphs", "<p>一</p><div>二</div>三<p>四", "- 一\n- 二\n- 三\n- 四\n" },
  { "white-space", "<p> 甲\n\t乙&nbsp;&nbsp;丙　丁\u2003 \u3000</p>", "- 甲 乙  丙 丁\n" },
  { "no-width", "<p>4\u200b13\ufeff75&shy;</p>", "- 41375\n" },
  { "blank-paragraphs", "<p>一</p><p>&nbsp;</p><p></p><br><p>二</p>", "- 一\n- 二\n" },
  { "inline-adds-nothing", "<p>4<span>13</span><font>7</font><b><o:p>5</o:p></b><wbr>件</p>",
    "- 41375件\n" },
  { "space-between-inline", "<p><span>甲 </span><span> 乙</span> <b>丙</b></p>", "- 甲 乙 丙\n" },
  { "break-begins-line", "<p>一<br>二<br/><br>三</p>", "- 一\n- 二\n- 三\n" },
  { "preformatted", "<pre>一\n  二  2\n\n三</pre>", "- 一\n- 二  2\n- 三\n" },
  { "entities", "<p>&lt;b&gt; &amp; &#x4e00;&#19968; &ldquo;三&rdquo;</p>", "- <b> & 一一 “三”\n" },
  { "dropped",
    "<style>p{}</style><script>document.write('<p>1</p>')</script><noscript>2</"
    "noscript><template><p>3</p></template>"
    "<p>甲</p><p style='color:red; DISPLAY : none'>4</p><p hidden>5</p><div "
    "style='visibility:hidden'><table><tr>"
    "<td>6<td>7</table></div><select><option>8</select><button>9</button><iframe>10</iframe><p>乙</"
    "p>",
    "- 甲\n- 乙\n" },
  { "hidden-name-is-not-hidden", "<p style='text-align:left;display:block'>甲</p>", "- 甲\n" },
  { "comments",
    "<p>甲<!-- <p>乙</p> --></p><!--[if gte mso "
    "9]><xml><w:View>Normal</w:View></xml><![endif]--><p>丙</p>",
    "- 甲\n- 丙\n" },
  { "word-markup",
    "<p class=MsoNormal style='mso-outline-level:1'><![if !supportLists]><span "
    "style='mso-list:Ignore'>一、</span>"
    "<![endif]><span lang=EN-US>2023<o:p></o:p></span><span>年<o:p>&nbsp;</o:p></span></p>"
    "<xml><o:OfficeDocumentSettings>x</o:OfficeDocumentSettings></xml>"
    "<?xml:namespace prefix = o ns = \"urn:schemas-microsoft-com:office:office\" /><p>二</p>",
    "- 一、2023年\n- 二\n" },
  { "word-spans-are-prose",
    "<div><p><span>全年收到</span><span>12</span><span>件</span></p><p><span>办结</span><span>11</"
    "span><span>件</span></p>"
    "</div>",
    "- 全年收到12件\n- 办结11件\n" },
  { "headings", "<h2>概述</h2><h5>一</h5><p>二</p>", "H 概述\nH 一\n- 二\n" },
  { "unclosed-font", "<font><font><p>甲<font><p>乙", "- 甲\n- 乙\n" },
  { "no-markup", "甲\n乙", "- 甲 乙\n" },
  { "picture",
    "<div><p>甲</p><p><img src=a.jpg alt='表 一'></p><p>乙<img src=b.jpg></p><img width=16 "
    "height=16 src=c></div>",
    "- 甲\nI 表 一\n- 乙\n" },
  { "picture-in-cell", "<table><tr><td>甲<td><img src=a><td>1</table>",
    "CS^R 0:0,0 甲\nCSRI 0:0,1 \nCSR 0:0,2 1\n" },
  { "inputs-in-cells-only",
    "<form>找<input value=词><input type=submit value=去></form><table><tr><td>件<td><input "
    "value=' 26 '>"
    "<td><input type=hidden value=9><textarea>7</textarea></table>",
    "- 找\nCS^R 0:0,0 件\nCSR 0:0,1 26\nCSR 0:0,2 7\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;

  nb_test_html_assert (test->html, test->expected);
}

static void
test_metas (void)
{
  static const char *const expected[][2] = {
    { "articletitle", "甲局报告" },
    { "pubdate", "2023-01-29" },
    { "og:title", "乙" },
    { "title", "丙 丁" },
  };
  g_autoptr (NbDocument) document = nb_test_html_read (
      "<head><meta charset=gb2312><meta name=ArticleTitle content='甲局报告'><title>\n丙\n丁 "
      "</title>"
      "<meta content=2023-01-29 name=PubDate><meta property=og:title content=乙></head><p>文");
  guint n;
  const NbMeta *metas = nb_document_get_metas (document, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (metas[i].name, ==, expected[i][0]);
      g_assert_cmpstr (metas[i].content, ==, expected[i][1]);
    }
}

static void
test_lines_and_elements (void)
{
  static const guint lines[] = { 2, 4, 7, 8 };
  static const char *const elements[] = { "h1", "p", "td", "td" };
  g_autoptr (NbDocument)
      document = nb_test_html_read ("<body>\n<h1>甲</h1>\n<p\nclass=x>乙</p>\n<table>\n<tr>\n"
                                    "<td>\n丙</td>\n<td></td></tr></table>");
  guint n;
  const NbPiece *pieces = nb_document_get_pieces (document, &n);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      /* The text itself may begin a line below its tag. */
      g_assert_cmpuint (pieces[i].line, >=, lines[i]);
      g_assert_cmpuint (pieces[i].line, <=, lines[i] + 1);
      g_assert_cmpstr (pieces[i].element, ==, elements[i]);
    }
}

/* The declared charset of a page that is decoded already must not count. */
static void
test_declared_charset (void)
{
  nb_test_html_assert (
      "<html><head><meta http-equiv=Content-Type content='text/html; charset=gb2312'></head><body>"
      "<p>澧县𬭚</p>",
      "- 澧县𬭚\n");
}

/* From bytes to pieces: the label says gb2312, the bytes are of a character that only GB18030 has. */
static void
test_source (void)
{
  static const char page[] =
      "<html><head><meta charset=gb2312></head><body><table><tr><td>\xe5\xa2\xcf\xd8\xe9\x46"
      "<td>\xa3\xb1\xa3\xb2<td>1</table></body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("-", bytes, "text/html", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  g_assert_true (nb_document_get_source (document) == source);
  dump = nb_test_html_dump (document);
  g_assert_cmpstr (dump, ==, "CS^R 0:0,0 澧县镕\nCSR 0:0,1 １２\nCSR 0:0,2 1\n");
}

static void
test_no_text (void)
{
  static const char page[] =
      "<!DOCTYPE html><html><head><title>甲</title></head><body><script>1</script></body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("-", bytes, "text/html", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (nb_document_read (source, NULL, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_NO_TEXT);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nb_html_reader_read_string (NULL, "<p>x", 4, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty (void)
{
  nb_test_html_assert ("", "");
  nb_test_html_assert ("<html></html>", "");
  nb_test_html_assert ("</td></table></p>", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/html-text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/html-text/metas", test_metas);
  g_test_add_func ("/nianbao/html-text/lines-and-elements", test_lines_and_elements);
  g_test_add_func ("/nianbao/html-text/declared-charset", test_declared_charset);
  g_test_add_func ("/nianbao/html-text/source", test_source);
  g_test_add_func ("/nianbao/html-text/no-text", test_no_text);
  g_test_add_func ("/nianbao/html-text/cancelled", test_cancelled);
  g_test_add_func ("/nianbao/html-text/empty", test_empty);
  return g_test_run ();
}
