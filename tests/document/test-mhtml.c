/* SPDX-License-Identifier: GPL-3.0-or-later */

/* MHTML (case-12): encodings, charsets, parts within parts, and archives that are broken. */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "document/nb-mime.h"
#include "nb-test-html.h"
#include "nb-test-package.h"

#include <string.h>

#define HEAD                                                                                                           \
  "From: <Saved by Nianbao>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"                                                    \
  "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_Part;1\"\r\n\r\n"                   \
  "This is a multi-part message.\r\n\r\n"
#define PART "------=_Part;1\r\n"
#define TAIL "\r\n------=_Part;1--\r\n"

typedef struct
{
  const char *name;
  const char *message;
  gssize length;
  const char *expected;
  const char *charset;
} Case;

#define CASE(name, message, expected, charset)                                                                         \
  {                                                                                                                    \
    name, message, sizeof message - 1, expected, charset                                                               \
  }

static const Case cases[] = {
  CASE ("quoted-printable",
        HEAD PART "Content-Type: text/html;\r\n\tcharset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                  "Content-Location: file:///C:/x.htm\r\n\r\n<p class=3Da>=E5=B9=B4=\r\n=E6=8A=A5</p>=\r\n<p>41375=3D= \r\n1</p>" TAIL,
        "- 年报\n- 41375=1\n", "utf-8"),
  CASE ("base64", HEAD PART "content-type: TEXT/HTML; charset=utf-8\ncontent-transfer-encoding: Base64\n\nPHA+5bm0\n5oqlPC9wPg==" TAIL,
        "- 年报\n", "utf-8"),
  CASE ("gbk", HEAD PART "Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<p>\xc4\xea\xb1\xa8</p>" TAIL,
        "- 年报\n", "gb18030"),
  CASE ("meta", HEAD PART "Content-Type: text/html\r\n\r\n<meta charset=gbk><p>\xc4\xea\xb1\xa8</p>" TAIL, "- 年报\n", "gb18030"),
  /* "charset=unicode" says nothing (case-11). */
  CASE ("unicode", HEAD PART "Content-Type: text/html; charset=\"unicode\"\r\nContent-Transfer-Encoding: base64\r\n\r\n//48AHAAPgB0XjwALwBwAD4A" TAIL,
        "- 年\n", "utf-16le"),
  CASE ("second-part",
        HEAD PART "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n" PART
                  "Content-Type: text/html; charset=utf-8\r\n\r\n<p>a</p>" TAIL,
        "- a\n", "utf-8"),
  CASE ("nested",
        HEAD PART "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nno\r\n--in\r\n"
                  "Content-Type: text/html; charset=utf-8\r\n\r\n<p>a</p>\r\n--in--\r\n" TAIL,
        "- a\n", "utf-8"),
  CASE ("start",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; start=\"<b@x>\"; boundary=in\r\n\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-ID: <a@x>\r\n\r\n<p>a</p>\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <b@x>\r\n\r\n<p>b</p>\r\n--in--\r\n",
        "- b\n", "utf-8"),
  CASE ("location",
        "Snapshot-Content-Location: http://x.example/b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=in\r\n\r\n--in\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: http://x.example/a\r\n\r\n<p>a</p>\r\n--in\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: http://x.example/b\r\n\r\n<p>b</p>\r\n--in--\r\n",
        "- b\n", "utf-8"),
  CASE ("unknown-start",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; start=\"<c@x>\"; boundary=in\r\n\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        "<p>a</p>\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>b</p>\r\n--in--\r\n",
        "- a\n", "utf-8"),
  CASE ("attached",
        HEAD PART "Content-Type: text/html; charset=utf-8\r\nContent-Disposition: attachment; filename=\"a.html\"\r\n\r\n<p>a</p>\r\n" PART
                  "Content-Type: text/html; charset=utf-8\r\n\r\n<p>b</p>" TAIL,
        "- b\n", "utf-8"),
  CASE ("attached-alone",
        HEAD PART "Content-Type: text/html; charset=utf-8\r\nContent-Disposition: attachment\r\n\r\n<p>a</p>\r\n" PART
                  "Content-Type: text/html; charset=utf-8\r\nContent-Disposition: attachment\r\n\r\n<p>b</p>" TAIL,
        "- a\n", "utf-8"),
  CASE ("boundary-line",
        HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<p>a</p>\r\n------=_Part;12\r\n<p>b</p>\r\n------=_Part;1 \t\r\n"
                  "Content-Type: image/png\r\n\r\nx" TAIL,
        "- a\n- ------=_Part;12\n- b\n", "utf-8"),
  CASE ("blank-first", "\r\n\r\n" HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<p>a</p>" TAIL, "- a\n", "utf-8"),
  CASE ("text", HEAD PART "Content-Type: text/plain; charset=gbk\r\n\r\n\xc4\xea\xb1\xa8" TAIL, "- 年报\n", "gb18030"),
  CASE ("framed",
        HEAD PART "Content-Type: text/html\r\n\r\n<p>年</p><IFRAME src=\"b\"></IFRAME>\r\n" PART
                  "Content-Type: text/html\r\n\r\n<p>报告</p>\r\n" PART
                  "Content-Type: text/html; charset=utf-8\r\n\r\n<p>年度报告</p>" TAIL,
        "- 年度报告\n", "utf-8"),
  CASE ("frame-of-little",
        HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<p>年度报告</p><iframe src=\"b\"></iframe>\r\n" PART
                  "Content-Type: text/html; charset=utf-8\r\n\r\n<p>年度报告目录</p>" TAIL,
        "- 年度报告\n", "utf-8"),
  CASE ("no-frame",
        HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<p>年</p>\r\n" PART
                  "Content-Type: text/html; charset=utf-8\r\n\r\n<p>年度报告</p>" TAIL,
        "- 年\n", "utf-8"),
  CASE ("base64-cut", HEAD PART "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+5bm0\n5oqlPC9wPg", "- 年报\n", "utf-8"),
  CASE ("not-closed", HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<p>a</p>", "- a\n", "utf-8"),
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->message, (gsize) c->length);
  g_autoptr (NbSource) source = nb_test_source (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = NULL;
  g_autofree char *dump = NULL;

  g_assert_cmpint (nb_source_get_container (source), ==, NB_CONTAINER_MHTML);
  document = nb_document_read (source, NULL, &error);
  g_assert_no_error (error);
  dump = nb_test_html_dump (document);
  g_assert_cmpstr (dump, ==, c->expected);
  g_assert_cmpstr (nb_source_get_charset (source), ==, c->charset);
  g_assert_true (nb_document_get_source (document) == source);
}

static void
test_claims (void)
{
  static const char message[] = HEAD PART
      "Content-Type: text/html; charset=iso-8859-1\r\n\r\n<meta charset=utf-8><p>\xc4\xea\xb1\xa8\xc4\xea\xb1\xa8</p>" TAIL;
  NbSourceOptions options = { .charset = "gbk" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (message, sizeof message - 1);
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("test", bytes, NULL, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = nb_test_html_dump (document);
  g_assert_cmpstr (dump, ==, "- 年报年报\n");
  g_assert_cmpstr (nb_source_get_claimed_charsets (source), ==, "mime iso-8859-1, meta utf-8");
}

/* A whole report, in both encodings. */
static void
test_report (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2021.html", NULL);
  g_autofree char *html = NULL, *base64 = NULL, *message = NULL, *quoted = NULL;
  g_autoptr (GString) lines = g_string_new (HEAD PART "Content-Type: text/html; charset=\"utf-8\"\r\n"
                                                      "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2021.html");
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &html, &length, NULL));
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (lines, (guchar) html[i] >= 0x80 || html[i] == '=' ? "=%02X%s" : "%c%s", (guchar) html[i],
                            i % 25 == 24 ? "=\r\n" : "");
  g_string_append (lines, TAIL);
  base64 = g_base64_encode ((const guchar *) html, length);
  message = g_strconcat (HEAD PART "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n", base64, TAIL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? lines->str : message;
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

      g_assert_no_error (error);
      nb_test_assert_same_report (sample, document);
    }
}

static void
assert_refused (const char *message, NbError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (message, strlen (message));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

  g_assert_null (document);
  g_assert_error (error, NB_ERROR, (int) code);
}

static void
test_refused (void)
{
  assert_refused (HEAD PART "Content-Type: image/png\r\n\r\nx" TAIL, NB_ERROR_NO_TEXT);
  assert_refused (HEAD PART "Content-Type: text/html\r\n\r\n", NB_ERROR_NO_TEXT);
  assert_refused ("MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", NB_ERROR_NO_TEXT);
  assert_refused ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"\n\n--\n--\n", NB_ERROR_NO_TEXT);
}

#define BASE64 HEAD PART "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"

/* "<table><tr><td>1</td><td></td><td><p><span la></o:p></p></td></tr></table>": a line is lost with what stood there. */
static void
test_lost_cell (void)
{
  static const char message[] =
      BASE64 "PHRhYmxlPjx0cj48dGQ+MTwvdGQ+PHRkPjwvdGQ+PHRkPjxwPjxzcGFuIGxhPjwvbzpwPjwvcD48L3RkPjwvdHI+PC90YWJsZT4=" TAIL;
  static const char *const cells[] = { "1", "", NB_TEXT_LOST };
  g_autoptr (GBytes) bytes = g_bytes_new_static (message, sizeof message - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *cell = nb_document_dup_piece (document, i);

      g_assert_cmpstr (cell, ==, cells[i]);
    }
}

#define ENCODED(encoding) HEAD PART "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: " encoding "\r\n\r\n"

/* What is not encoded as it says, and where something is missing within. */
static void
test_damaged (void)
{
  static const char *const messages[] = {
    BASE64 "PHA+5bm05oqlPC9wP" TAIL,
    BASE64 "PHA+5bm0\r\n5oql\r\nPC9wPg==" TAIL,
    BASE64 "PHA+\r\n5bm05oql\r\nPC9wPg==" TAIL,
    BASE64 "PHA+5bm0\r\n####5oql\r\nPC9wPg==" TAIL,
    BASE64 "PHA+5bm0\r\n5o==PC9w\r\nPg==" TAIL,
    BASE64 "<p>a</p>" TAIL,
    /* "<p>a</p7</p>": a line is lost. */
    BASE64 "PHA+YTwvcDc8L3A+" TAIL,
    /* "<p title="a: ="b">c</p>": another. */
    BASE64 "PHAgdGl0bGU9ImE6ID0iYiI+YzwvcD4=" TAIL,
    ENCODED ("8bit") "PHA+YTwvcD4=" TAIL,
    ENCODED ("quoted-printable") "PHA+YTwvcD4=" TAIL,
    ENCODED ("8bit") "<p class=3D\"a\">a</p>" TAIL,
    ENCODED ("x-uuencode") "<p>a</p>" TAIL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (messages[i], strlen (messages[i]));

      nb_test_assert_refused (bytes, NB_ERROR_DAMAGED, "archive is damaged");
    }
}

/* A file that ends within a cell says so, whether or not a line end or a boundary was put behind it. */
static void
test_cut (void)
{
  static const struct
  {
    const char *message;
    gboolean is_cut;
  } files[] = {
    { HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<table><tr><td>1<td>420", TRUE },
    { HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<table><tr><td>1<td>420\r\n", TRUE },
    { HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<table><tr><td>1<td>420\r\n" TAIL, TRUE },
    { HEAD PART "Content-Type: text/html; charset=utf-8\r\n\r\n<table><tr><td>1<td>420</td>\r\n" TAIL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].message, strlen (files[i].message));
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = nb_test_read (bytes, &error);
      const NbPiece *pieces;
      guint n;

      g_assert_no_error (error);
      pieces = nb_document_get_pieces (document, &n);
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpint ((pieces[n - 1].flags & NB_PIECE_CUT) != 0, ==, files[i].is_cut);
    }
}

static void
test_limit_mime_parts (void)
{
  g_autoptr (GString) message = g_string_new (HEAD);

  for (guint i = 0; i <= NB_LIMIT_MIME_PARTS; i++)
    g_string_append (message, PART "Content-Type: image/png\r\n\r\n");
  g_string_append (message, TAIL);
  assert_refused (message->str, NB_ERROR_LIMIT);
}

static void
assert_page (const char *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (message, strlen (message));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);
  g_autofree char *dump = document != NULL ? nb_test_html_dump (document) : NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, "- a\n");
}

/* Where the page stands, its archive may be as long as it likes. */
static void
test_page_before_many (void)
{
  g_autoptr (GString) message = g_string_new ("Snapshot-Content-Location: http://x.example/other\r\n" HEAD PART
                                              "Content-Type: text/html; charset=utf-8\r\n\r\n<p>a</p>\r\n");

  for (guint i = 0; i <= NB_LIMIT_MIME_PARTS; i++)
    g_string_append (message, PART "Content-Type: image/png\r\n\r\n");
  g_string_append (message, TAIL);
  assert_page (message->str);
}

static void
test_limit_mime_nesting (void)
{
  for (guint depth = NB_LIMIT_MIME_NESTING; depth <= NB_LIMIT_MIME_NESTING + 1; depth++)
    {
      g_autoptr (GString) message = g_string_new ("MIME-Version: 1.0\r\n");

      for (guint i = 0; i < depth; i++)
        g_string_append_printf (message,
                                "Content-Type: multipart/related; boundary=b%u\r\n\r\n--b%u\r\n", i, i);
      g_string_append (message, "Content-Type: text/html; charset=utf-8\r\n\r\n<p>a</p>");
      if (depth > NB_LIMIT_MIME_NESTING)
        assert_refused (message->str, NB_ERROR_LIMIT);
      else
        assert_page (message->str);
    }
}

/* Every beginning of a message, in memory of its own size. */
static void
test_truncated (void)
{
  const char *message = cases[0].message;

  for (gsize n = 0; n <= strlen (message); n++)
    {
      g_autofree char *copy = g_memdup2 (message, n);
      g_auto (NbMimePart) part = { NULL };
      const char *inner = NULL;
      gsize at = 0, length;

      nb_mime_part_parse (&part, copy, n);
      while (nb_mime_part_next (&part, &at, &inner, &length))
        {
          g_auto (NbMimePart) child = { NULL };
          g_autoptr (GBytes) bytes = NULL;

          nb_mime_part_parse (&child, inner, length);
          bytes = nb_mime_part_decode (&child, inner + length, NULL);
          if (bytes != NULL)
            g_assert_cmpuint (g_bytes_get_size (bytes), <=, length);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/mhtml/case-12/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/mhtml/claims", test_claims);
  g_test_add_func ("/nianbao/mhtml/report", test_report);
  g_test_add_func ("/nianbao/mhtml/refused", test_refused);
  g_test_add_func ("/nianbao/mhtml/damaged", test_damaged);
  g_test_add_func ("/nianbao/mhtml/lost-cell", test_lost_cell);
  g_test_add_func ("/nianbao/mhtml/cut", test_cut);
  g_test_add_func ("/nianbao/mhtml/limit-mime-parts", test_limit_mime_parts);
  g_test_add_func ("/nianbao/mhtml/page-before-many", test_page_before_many);
  g_test_add_func ("/nianbao/mhtml/limit-mime-nesting", test_limit_mime_nesting);
  g_test_add_func ("/nianbao/mhtml/truncated", test_truncated);

  return g_test_run ();
}
