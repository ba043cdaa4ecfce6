/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What bytes are, by content and never by name (case-12, case-46). */

#include <string.h>

#include "source/nb-sniff.h"

#define BYTES(text)          text, sizeof text - 1
#define LOCAL_HEADER(name)   "PK\003\004\024\0\0\0\010\0aaaabbbbccccddddnnee" name
#define CENTRAL_HEADER(name) "PK\001\002vennflmetidacrc_compsizenaexcodiinextroffs" name

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size;
  NbContainer container;
  const char *media_type;
} Case;

static const Case cases[] = {
  { "text", BYTES ("plain 41\n"), NB_CONTAINER_TEXT, "text/plain" },
  { "one byte", BYTES ("4"), NB_CONTAINER_TEXT, "text/plain" },
  { "one NUL", BYTES ("\0"), NB_CONTAINER_UNKNOWN, "application/octet-stream" },
  { "gbk text", BYTES ("\xd5\xfe\xb8\xae 41\n"), NB_CONTAINER_TEXT, "text/plain" },
  { "markdown", BYTES ("# head\n\n| a | b |\n|---|---|\n| 1 | <2 |\n"), NB_CONTAINER_TEXT,
    "text/plain" },
  { "less-than", BYTES ("a <b and c> d, <pre>, 1<2\n"), NB_CONTAINER_TEXT, "text/plain" },
  { "utf-16 text",
    BYTES ("4\0"
           "1\0\n\0"),
    NB_CONTAINER_TEXT, "text/plain" },
  { "doctype", BYTES ("\xef\xbb\xbf\r\n<!DOCTYPE html>x"), NB_CONTAINER_HTML, "text/html" },
  { "html saved as .doc", BYTES ("<html xmlns:o=x><body>"), NB_CONTAINER_HTML, "text/html" },
  { "xhtml", BYTES ("<?xml version='1.0'?><html/>"), NB_CONTAINER_HTML, "text/html" },
  { "table late", BYTES ("words first <TABLE\nborder=1><tr><td>"), NB_CONTAINER_HTML, "text/html" },
  { "cell first", BYTES ("<!-- x -->\n<td>4</td>"), NB_CONTAINER_HTML, "text/html" },
  { "utf-16 page", BYTES ("\xff\xfe<\0h\0t\0m\0l\0>\0"), NB_CONTAINER_HTML, "text/html" },
  { "page with NUL (case-9)", BYTES ("<html>\0<body><p>4\0001</p></body></html>"),
    NB_CONTAINER_HTML, "text/html" },
  { "page named .pdf", BYTES ("<html>%PDF-1.4"), NB_CONTAINER_HTML, "text/html" },
  { "pdf", BYTES ("%PDF-1.4\n"), NB_CONTAINER_PDF, "application/pdf" },
  { "pdf behind junk", BYTES ("\r\n\r\njunk%PDF-1.4\n"), NB_CONTAINER_PDF, "application/pdf" },
  { "rtf", BYTES ("{\\rtf1\\ansi"), NB_CONTAINER_RTF, "application/rtf" },
  { "mhtml",
    BYTES ("From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>"),
    NB_CONTAINER_MHTML, "multipart/related" },
  { "xml", BYTES ("<?xml version='1.0'?><report/>"), NB_CONTAINER_UNKNOWN, "application/xml" },
  { "word 2003 xml",
    BYTES ("<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><w:wordDocument><w:p/>"),
    NB_CONTAINER_UNKNOWN, "application/vnd.ms-wordml" },
  { "flat package",
    BYTES ("<?xml version='1.0'?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"),
    NB_CONTAINER_UNKNOWN, "application/vnd.ms-wordml" },
  { "png", BYTES ("\x89PNG\r\n\x1a\n...."), NB_CONTAINER_IMAGE, "image/png" },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0"), NB_CONTAINER_IMAGE, "image/jpeg" },
  { "gif", BYTES ("GIF89a"), NB_CONTAINER_IMAGE, "image/gif" },
  { "webp", BYTES ("RIFF\x10\0\0\0WEBPVP8 "), NB_CONTAINER_IMAGE, "image/webp" },
  { "bmp", BYTES ("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\1\0\0\0\1\0\0\0"), NB_CONTAINER_IMAGE,
    "image/bmp" },
  { "tiff", BYTES ("II*\0\x08\0\0\0"), NB_CONTAINER_IMAGE, "image/tiff" },
  { "rar", BYTES ("Rar!\x1a\x07\0"), NB_CONTAINER_ARCHIVE, "application/vnd.rar" },
  { "7z", BYTES ("7z\xbc\xaf\x27\x1c"), NB_CONTAINER_ARCHIVE, "application/x-7z-compressed" },
  { "gzip", BYTES ("\x1f\x8b\x08"), NB_CONTAINER_ARCHIVE, "application/gzip" },
  { "docx", BYTES (LOCAL_HEADER ("[Content_Types].xml") LOCAL_HEADER ("word/document.xml")),
    NB_CONTAINER_DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "docx by directory", BYTES (LOCAL_HEADER ("a") CENTRAL_HEADER ("word/document.xml")),
    NB_CONTAINER_DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "xlsx", BYTES (LOCAL_HEADER ("xl/workbook.xml")), NB_CONTAINER_XLSX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { "odt", BYTES (LOCAL_HEADER ("mimetypeapplication/vnd.oasis.opendocument.text")),
    NB_CONTAINER_ODT, "application/vnd.oasis.opendocument.text" },
  { "ofd", BYTES (LOCAL_HEADER ("OFD.xml")), NB_CONTAINER_OFD, "application/ofd" },
  { "zip", BYTES (LOCAL_HEADER ("readme.txt")), NB_CONTAINER_ZIP, "application/zip" },
  { "zip cut off", BYTES ("PK\003\004PK\001\002PK"), NB_CONTAINER_ZIP, "application/zip" },
  { "ole", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), NB_CONTAINER_OLE,
    "application/x-ole-storage" },
  { "word", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"),
    NB_CONTAINER_OLE, "application/msword" },
  { "program",
    BYTES ("\x7f"
           "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0\0\0"),
    NB_CONTAINER_UNKNOWN, "application/octet-stream" },
  { "nothing", BYTES (""), NB_CONTAINER_TEXT, "text/plain" },
};

static void
test_sniff (gconstpointer data)
{
  const Case *this = data;
  const char *media_type = NULL;

  /* A copy of the exact size lets a memory checker see a step too far. */
  g_autofree guint8 *bytes = g_memdup2 (this->bytes, this->size);

  g_assert_cmpint (nb_sniff (bytes, this->size, &media_type), ==, this->container);
  g_assert_cmpstr (media_type, ==, this->media_type);
}

/* Random bytes under each mark: no step too far, an answer always. */
static void
test_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (46);

  for (guint round = 0; round < 2000; round++)
    {
      const Case *start = &cases[round % G_N_ELEMENTS (cases)];
      gsize size = start->size + (gsize) g_rand_int_range (random, 0, 64);
      g_autofree guint8 *bytes = g_malloc (size + 1);
      const char *media_type = NULL;

      for (gsize i = 0; i < size; i++)
        bytes[i] = i < start->size / 2 ? (guint8) start->bytes[i]
                                       : (guint8) g_rand_int_range (random, 0, 256);
      nb_sniff (bytes, size, &media_type);
      g_assert_nonnull (media_type);
    }
}

static void
test_script (void)
{
  static const struct
  {
    const char *page;
    gboolean script;
  } pages[] = {
    { "<html><head><script>document.cookie='a=1';location.href='/'</script></head><body></body></"
      "html>",
      TRUE },
    { "<SCRIPT>var _0='x';eval(_0)</SCRIPT><noscript>Please enable scripts</noscript>", TRUE },
    { "<script>location.reload()", TRUE },
    { "<html><body><p>no script at all: location.</p></body></html>", FALSE },
    { "<html><script src=a.js></script><body><div id=app></div></body></html>", FALSE },
  };
  g_autofree char *words = g_strnfill (300, 'w');
  g_autofree char *page = g_strconcat ("<script>location.x</script><p>", words, "</p>", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_cmpint (nb_sniff_script ((const guint8 *) pages[i].page, strlen (pages[i].page)), ==,
                     pages[i].script);
  g_assert_false (nb_sniff_script ((const guint8 *) page, strlen (page)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/sniff/case-46/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_sniff);
    }
  g_test_add_func ("/nianbao/sniff/noise", test_noise);
  g_test_add_func ("/nianbao/sniff/case-51-script-page", test_script);
  return g_test_run ();
}
