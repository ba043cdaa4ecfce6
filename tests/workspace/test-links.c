/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages that hold no report and lead to some: what is offered instead. */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "workspace/nb-reading.h"

#include <string.h>

#define ADDRESS "https://a.example/col/list.html"

static GError *
open_page (const char *address, const char *body, NbError code)
{
  g_autofree char *page = g_strconcat ("<html><head><meta charset=utf-8><title>x</title></head><body>", body, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (NbSource) source = nb_source_new_for_bytes (address, bytes, NULL, NULL);
  g_autoptr (GPtrArray) readings = NULL;
  GError *error = NULL;

  readings = nb_reading_open_source (source, NULL, &error);
  g_assert_null (readings);
  g_assert_error (error, NB_ERROR, (int) code);
  g_assert_null (strchr (error->message, '\n'));
  return error;
}

static void
assert_links_of (const char *address, const char *body, NbError code, const char *expected)
{
  g_autoptr (GError) error = open_page (address, body, code);
  g_autoptr (GError) copy = g_error_copy (error);
  GPtrArray *links = nb_error_get_links (copy);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      NbLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (got, "%s %s\n", link->title, link->uri);
      if (i < 3)
        g_assert_nonnull (strstr (error->message, link->uri));
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
assert_links (const char *address, const char *body, const char *expected)
{
  assert_links_of (address, body, NB_ERROR_NOT_A_REPORT, expected);
}

static void
test_years (void)
{
  assert_links (ADDRESS,
                "<ul><li><a href='2021.html'>云溪县2021年政府信息公开工作年度报告</a><li><A class=x HREF=\"/b/2022.html?a=1&amp;b=2\">"
                "<b>2022</b>年</a><li><a href=2023.html title='云溪县2023年政府信息公开工作年度报告'>云溪县2023年…</a>"
                "<li><a href=2021.html#top>2021年度报告</a><li><a href='/about.html'>关于我们</a></ul>",
                "云溪县2021年政府信息公开工作年度报告 https://a.example/col/2021.html\n2022年 https://a.example/b/2022.html?a=1&b=2\n"
                "云溪县2023年政府信息公开工作年度报告 https://a.example/col/2023.html\n");
}

/* The address that a page names for its links. */
static void
test_base (void)
{
  assert_links (ADDRESS, "<base href='/other/'><a href=2021.html>2021年</a>", "2021年 https://a.example/other/2021.html\n");
  assert_links (ADDRESS, "<base target=_blank><a href=2021.html>2021年</a>", "2021年 https://a.example/col/2021.html\n");
}

/* The page names the report, which lies in a file beside it. */
static void
test_attachment (void)
{
  assert_links (ADDRESS, "<h1>云溪县2021年政府信息公开工作年度报告</h1><p>附件：<a href='P0.docx'>全文下载</a></p>",
                "全文下载 https://a.example/col/P0.docx\n");
}

/* A page of the network names no file, script or mail address; a file may name another beside it. */
static void
test_schemes (void)
{
  const char *body = "<a href='javascript:f()'>2021年度报告</a><a href='mailto:a@b.example'>2022年度报告</a>"
                     "<a href='file:///etc/passwd'>2023年度报告</a><a href='#x'>2024年度报告</a><a href=''>2020年度报告</a>"
                     "<a href='data:text/html,x'>2019年度报告</a><a href='https://u:p@b.example/x'>2018年度报告</a>";

  assert_links (ADDRESS, body, "2018年度报告 https://b.example/x\n");
  assert_links ("/tmp/list.html", "<a href='b.html'>2021年度报告</a>", "2021年度报告 file:///tmp/b.html\n");
}

/* What a page shows in frames, where it has no text, or none but the title of a report. */
static void
test_frames (void)
{
  assert_links_of (ADDRESS, "<IFRAME width=1 src='/b/2021.html'></iframe><iframe src='javascript:f()'></iframe>", NB_ERROR_NO_TEXT,
                   "2021.html https://a.example/b/2021.html\n");
  assert_links_of (ADDRESS, "<frameset><frame title='年报' src=a.html><frame src=a.html><frame src='b/'></frameset>",
                   NB_ERROR_NO_TEXT, "年报 https://a.example/col/a.html\nb https://a.example/col/b/\n");
  assert_links (ADDRESS, "<h1>云溪县2021年政府信息公开工作年度报告</h1><iframe src='b.html'></iframe>",
                "b.html https://a.example/col/b.html\n");
  assert_links (ADDRESS, "<p>关于我们</p><iframe src='b.html'></iframe>", "");
}

static void
test_none (void)
{
  g_autoptr (GError) error = open_page (ADDRESS, "<a href='/about.html'>关于我们</a>", NB_ERROR_NOT_A_REPORT);

  g_assert_null (nb_error_get_links (error));
}

static void
test_limit (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < NB_LIMIT_LINKS + 10; i++)
    g_string_append_printf (body, "<li><a href='%u.html'>2021年度报告</a>", i);
  g_string_append (body, "<a href='x");
  error = open_page (ADDRESS, body->str, NB_ERROR_NOT_A_REPORT);
  g_assert_cmpuint (nb_error_get_links (error)->len, ==, NB_LIMIT_LINKS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/links/years", test_years);
  g_test_add_func ("/nianbao/links/base", test_base);
  g_test_add_func ("/nianbao/links/attachment", test_attachment);
  g_test_add_func ("/nianbao/links/schemes", test_schemes);
  g_test_add_func ("/nianbao/links/frames", test_frames);
  g_test_add_func ("/nianbao/links/none", test_none);
  g_test_add_func ("/nianbao/links/NB_LIMIT_LINKS", test_limit);

  return g_test_run ();
}
