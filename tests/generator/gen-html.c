/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole report as a web page. */

#include "gen-layout.h"

#include <string.h>

/* The head of a page that Word saved. */
#define MSO_HEAD                                                                                     \
  "<meta name=ProgId content=Word.Document>\n<!--[if gte mso 9]><xml><o:OfficeDocumentSettings>"     \
  "<o:Pages>5</o:Pages></o:OfficeDocumentSettings></xml><![endif]-->\n<!--[if gte mso 10]><style>"   \
  "table.MsoNormalTable {mso-style-name:普通表格;}</style><![endif]-->\n<style><!-- @font-face " \
  "{font-family:宋体;panose-1:2 1 6 0 3 1 1 1 1 1;} p.MsoNormal {mso-pagination:none;} "           \
  "--></style>\n"

typedef struct
{
  const GenLayout *layout;
  GenReport *report;
  GString *out;
} Page;

static gboolean
has (Page *self, guint flag)
{
  return (self->layout->style & flag) != 0;
}

static void
write_paragraph (Page *self, const char *text)
{
  g_autofree char *escaped = gen_html_escape (text);

  if (has (self, GEN_HTML_BREAKS))
    g_string_append_printf (self->out, "　　%s<br>\n", escaped);
  else if (has (self, GEN_HTML_WORD))
    g_string_append_printf (self->out,
                            "<p class=\"MsoNormal\" style=\"text-indent:32.0pt\"><span "
                            "style=\"font-family:仿宋_GB2312\">"
                            "%s<span lang=\"EN-US\"><o:p></o:p></span></span></p>\n",
                            escaped);
  else
    g_string_append_printf (self->out, "<p style=\"text-indent:2em\">%s%s</p>\n",
                            has (self, GEN_HTML_NBSP) ? "&nbsp;&nbsp;&nbsp; " : "", escaped);
}

static void
write_paragraphs (Page *self, GPtrArray *paragraphs, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    write_paragraph (self, g_ptr_array_index (paragraphs, i));
}

static void
write_heading (Page *self, GenSection *section)
{
  g_autofree char *text = g_strdup_printf ("%s%s%s", section->number != NULL ? section->number : "",
                                           section->number != NULL ? "、" : "", section->heading);
  g_autofree char *escaped = gen_html_escape (text);

  if (has (self, GEN_HTML_ONE_TABLE) && section->tables != NULL)
    g_string_append_printf (self->out, "<tr><td colspan=\"15\">%s</td></tr>\n", escaped);
  else if (has (self, GEN_HTML_HEADINGS))
    g_string_append_printf (self->out, "<h2>%s</h2>\n", escaped);
  else if (has (self, GEN_HTML_BREAKS))
    g_string_append_printf (self->out, "<strong>　　%s</strong><br>\n", escaped);
  else
    g_string_append_printf (self->out, "<p><b>%s</b></p>\n", escaped);
}

static void
write_section (Page *self, GenSection *section)
{
  write_heading (self, section);
  write_paragraphs (self, section->prose, 0, section->n_before);
  for (guint i = 0; section->tables != NULL && i < section->tables->len; i++)
    gen_html_table (self->layout, self->report, g_ptr_array_index (section->tables, i), self->out);
  write_paragraphs (self, section->foot, 0, section->foot->len);
  write_paragraphs (self, section->prose, section->n_before, section->prose->len);
}

static void
write_title (Page *self)
{
  GPtrArray *title = self->report->title;

  g_string_append (self->out, "<h1 class=\"title\">");
  for (guint i = 0; i < title->len; i++)
    g_string_append_printf (self->out, "%s%s", i > 0 ? "<br/>" : "",
                            (const char *) g_ptr_array_index (title, i));
  g_string_append (self->out, "</h1>\n");
}

static void
write_info (Page *self)
{
  if (self->report->published == NULL)
    return;
  g_string_append_printf (self->out,
                          "<div class=\"info\"><span>发布时间：%s</span> <span>来源：%s</span> "
                          "<span>浏览次数：%u</span>"
                          " <span>字体：[ 大 中 小 ]</span></div>\n",
                          self->report->published, self->report->organ,
                          300 + gen_below (self->report->rand, 9000));
}

static gboolean
is_in_table (Page *self, guint index)
{
  GenSection *section = index < self->report->sections->len
                            ? g_ptr_array_index (self->report->sections, index)
                            : NULL;

  return has (self, GEN_HTML_ONE_TABLE) && section != NULL && section->tables != NULL;
}

static void
write_body (Page *self)
{
  GenReport *report = self->report;

  write_paragraphs (self, report->lead, 0, report->lead->len);
  for (guint i = 0; i < report->sections->len; i++)
    {
      GenSection *section = g_ptr_array_index (report->sections, i);

      if (g_strcmp0 (section->key, "appendix") == 0)
        write_paragraphs (self, report->sign, 0, report->sign->len);
      if (g_strcmp0 (section->key, "appendix") == 0 && (self->layout->more & GEN_MORE_OUTSIDE) != 0)
        g_string_append (self->out, "</div>\n<div class=\"attachment\">\n");
      if (is_in_table (self, i) && (i == 0 || !is_in_table (self, i - 1)))
        gen_html_open_table (self->layout, self->out);
      write_section (self, section);
      if (is_in_table (self, i) && !is_in_table (self, i + 1))
        g_string_append (self->out, "</table>\n");
    }
  if (report->form >= 2019)
    write_paragraphs (self, report->sign, 0, report->sign->len);
}

static void
write_article (Page *self)
{
  if (has (self, GEN_HTML_TWICE | GEN_HTML_MOBILE))
    {
      g_string_append (self->out, has (self, GEN_HTML_MOBILE) ? "<div class=\"pc-content\">\n"
                                                              : "<div class=\"content\">\n");
      write_body (self);
      g_string_append (self->out, has (self, GEN_HTML_MOBILE)
                                      ? "</div>\n<div class=\"mobile-content\">\n"
                                      : "</div>\n<div class=\"content\">\n");
      write_body (self);
    }
  else
    {
      g_string_append (self->out, "<div class=\"article-content\" id=\"zoom\">\n");
      write_body (self);
    }
  g_string_append (self->out, "</div>\n");
}

static void
write_top (Page *self)
{
  g_string_append_printf (
      self->out,
      "<div class=\"header\"><a href=\"/\"><img src=\"/logo.png\" alt=\"门户网站\"></a>"
      "<ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk/\">政务公开</a></li>"
      "<li><a href=\"/hd/\">互动交流</a></li><li><a href=\"/fw/\">办事服务</a></li></ul></div>\n"
      "<div class=\"crumbs\">当前位置：<a href=\"/\">首页</a> &gt; <a href=\"/zwgk/\">政务公开</a> "
      "&gt; "
      "<a href=\"/nb/\">政府信息公开年报</a></div>\n"
      "<ul class=\"side\"><li><a href=\"a\">政府信息公开指南</a></li><li><a "
      "href=\"b\">政府信息公开制度</a></li>"
      "<li><a href=\"c\">法定主动公开内容</a></li><li><a "
      "href=\"d\">政府信息公开年报</a></li><li><a href=\"e\">依申请公开</a></li></ul>\n");
}

static void
write_foot (Page *self)
{
  g_string_append_printf (
      self->out,
      "<div class=\"pages\"><p>上一篇：<a "
      "href=\"1\">松溪镇人民政府%u年政府信息公开工作年度报告</a></p>"
      "<p>下一篇：<a href=\"2\">关于做好防汛工作的通知</a></p></div>\n"
      "<div class=\"footer\"><p>主办：门户网站编辑部　地址：人民路1号　电话：0700-2210000</p>"
      "<p>备案号：京ICP备00000000号　网站标识码：0000000000</p><p>您是第 1204556 "
      "位访问者</p></div>\n",
      self->report->year - 1);
}

/**
 * gen_html_write:
 *
 * Returns: (transfer full): the page
 */
char *
gen_html_write (const GenLayout *layout, GenReport *report)
{
  Page self = { layout, report, g_string_new (NULL) };
  g_autofree char *title = g_strconcat (
      report->title->len > 0 ? g_ptr_array_index (report->title, 0) : "网页",
      report->title->len > 1 ? g_ptr_array_index (report->title, 1) : NULL, NULL);

  g_string_append_printf (
      self.out, "<!DOCTYPE html>\n<html%s>\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n",
      has (&self, GEN_HTML_WORD) ? " xmlns:o=\"urn:schemas-microsoft-com:office:office\"" : "",
      title);
  if (has (&self, GEN_HTML_FURNITURE))
    g_string_append_printf (self.out, "<meta name=\"ArticleTitle\" content=\"%s\">\n", title);
  if ((layout->more & GEN_MORE_MSO) != 0)
    g_string_append (self.out, MSO_HEAD);
  g_string_append (self.out,
                   "<style>td { padding: 2px } .cell { float: left }</style>\n<script>var a = "
                   "'<table><tr><td>1</td></tr></table>';</script>\n"
                   "</head>\n<body>\n");
  if (has (&self, GEN_HTML_FURNITURE))
    write_top (&self);
  write_title (&self);
  write_info (&self);
  write_article (&self);
  if (has (&self, GEN_HTML_FURNITURE))
    write_foot (&self);
  g_string_append (self.out, "</body>\n</html>\n");
  return g_string_free (self.out, FALSE);
}
