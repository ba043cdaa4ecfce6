/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What bytes are, by themselves: names and claims are not asked, because pages are saved as .doc
 * and error pages come as PDF. Nothing is kept; any thread.
 */

#define _GNU_SOURCE /* memmem */
#include "nb-sniff.h"

#include <string.h>

#include "nb-charset.h"

#define SAMPLE_BYTES         (64 * 1024)
#define PDF_SEARCH_BYTES     1024
#define MHTML_SEARCH_BYTES   4096
#define CONTROL_SEARCH_BYTES 8192
/* A text may hold a stray control character, a program does not stop at a few. A page is known by
 * more. */
#define MOST_CONTROL_PERCENT         5
#define MOST_CONTROL_PERCENT_OF_PAGE 10

typedef struct
{
  const char *magic;
  gsize length;
  NbContainer container;
  const char *media_type;
} Magic;

#define MAGIC(bytes, container, media_type)                                                        \
  {                                                                                                \
    bytes, sizeof bytes - 1, container, media_type                                                 \
  }

static const Magic magics[] = {
  MAGIC ("PK\003\004", NB_CONTAINER_ZIP, "application/zip"),
  MAGIC ("PK\005\006", NB_CONTAINER_ZIP, "application/zip"),
  MAGIC ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NB_CONTAINER_OLE, "application/x-ole-storage"),
  MAGIC ("{\\rtf", NB_CONTAINER_RTF, "application/rtf"),
  MAGIC ("\x89PNG\r\n\x1a\n", NB_CONTAINER_IMAGE, "image/png"),
  MAGIC ("\xff\xd8\xff", NB_CONTAINER_IMAGE, "image/jpeg"),
  MAGIC ("GIF87a", NB_CONTAINER_IMAGE, "image/gif"),
  MAGIC ("GIF89a", NB_CONTAINER_IMAGE, "image/gif"),
  MAGIC ("II*\0", NB_CONTAINER_IMAGE, "image/tiff"),
  MAGIC ("MM\0*", NB_CONTAINER_IMAGE, "image/tiff"),
  MAGIC ("Rar!\x1a\x07", NB_CONTAINER_ARCHIVE, "application/vnd.rar"),
  MAGIC ("7z\xbc\xaf\x27\x1c", NB_CONTAINER_ARCHIVE, "application/x-7z-compressed"),
  MAGIC ("\x1f\x8b", NB_CONTAINER_ARCHIVE, "application/gzip"),
  MAGIC ("BZh", NB_CONTAINER_ARCHIVE, "application/x-bzip2"),
  MAGIC ("\xfd"
         "7zXZ\0",
         NB_CONTAINER_ARCHIVE,
         "application/x-xz"),
  MAGIC ("MSCF", NB_CONTAINER_ARCHIVE, "application/vnd.ms-cab-compressed"),
};

/* What an entry of a ZIP file says about the whole. */
static const Magic zip_entries[] = {
  MAGIC ("word/document.xml",
         NB_CONTAINER_DOCX,
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  MAGIC ("xl/workbook.xml",
         NB_CONTAINER_XLSX,
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  MAGIC ("OFD.xml", NB_CONTAINER_OFD, "application/ofd"),
  MAGIC ("mimetypeapplication/vnd.oasis.opendocument.text",
         NB_CONTAINER_ODT,
         "application/vnd.oasis.opendocument.text"),
};

/* What a stream of an OLE file says about the whole; its names are UTF-16. */
static const Magic ole_streams[] = {
  MAGIC ("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", NB_CONTAINER_OLE, "application/msword"),
  MAGIC ("W\0o\0r\0k\0b\0o\0o\0k\0", NB_CONTAINER_OLE, "application/vnd.ms-excel"),
  MAGIC ("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
         NB_CONTAINER_OLE,
         "application/x-ole-storage; encrypted"),
};

/* Elements that make a page wherever they stand … */
static const char *const page_tags[] = { "!doctype", "html", "head", "body", "table", "div", "p" };
/* … and those that do where the text begins with them. */
static const char *const fragment_tags[] = {
  "a",      "article", "b",     "br",   "center", "font",  "form", "h1",     "h2",      "h3",
  "h4",     "img",     "li",    "link", "main",   "meta",  "ol",   "script", "section", "span",
  "strong", "style",   "tbody", "td",   "th",     "title", "tr",   "ul",
};

static const Magic *
find_magic (const Magic *list, guint n, const guint8 *bytes, gsize size)
{
  for (guint i = 0; i < n; i++)
    if (size >= list[i].length && memcmp (bytes, list[i].magic, list[i].length) == 0)
      return &list[i];
  return NULL;
}

/* Looks at the names in the local headers and in the central directory, wherever they stand. */
static const Magic *
sniff_zip (const guint8 *bytes, gsize size)
{
  const guint8 *at = bytes;
  const guint8 *end = bytes + size;

  while ((at = memmem (at, (gsize) (end - at), "PK", 2)) != NULL)
    {
      gsize left = (gsize) (end - at);
      gsize name = left > 4 && at[2] == 3 && at[3] == 4   ? 30
                   : left > 4 && at[2] == 1 && at[3] == 2 ? 46
                                                          : 0;
      const Magic *found = NULL;

      if (name != 0 && left > name)
        found = find_magic (zip_entries, G_N_ELEMENTS (zip_entries), at + name, left - name);
      if (found != NULL)
        return found;
      at += 2;
    }
  return NULL;
}

static const Magic *
sniff_ole (const guint8 *bytes, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (ole_streams); i++)
    if (memmem (bytes, size, ole_streams[i].magic, ole_streams[i].length) != NULL)
      return &ole_streams[i];
  return NULL;
}

/* Pictures and archives whose mark does not stand alone at the beginning. */
static const Magic *
sniff_shifted (const guint8 *bytes, gsize size)
{
  static const Magic webp = MAGIC ("RIFF", NB_CONTAINER_IMAGE, "image/webp");
  static const Magic bmp = MAGIC ("BM", NB_CONTAINER_IMAGE, "image/bmp");
  static const Magic tar = MAGIC ("ustar", NB_CONTAINER_ARCHIVE, "application/x-tar");

  if (size >= 12 && memcmp (bytes, "RIFF", 4) == 0 && memcmp (bytes + 8, "WEBP", 4) == 0)
    return &webp;
  if (size >= 26 && memcmp (bytes, "BM", 2) == 0 && memcmp (bytes + 6, "\0\0\0\0", 4) == 0)
    return &bmp;
  if (size >= 262 && memcmp (bytes + 257, "ustar", 5) == 0)
    return &tar;
  return NULL;
}

static gboolean
is_tag (const char *text, gsize left, const char *const *tags, guint n_tags)
{
  for (guint i = 0; i < n_tags; i++)
    {
      gsize length = strlen (tags[i]);

      if (left > length + 1 && g_ascii_strncasecmp (text + 1, tags[i], length) == 0 &&
          (g_ascii_isspace (text[length + 1]) || strchr (">/", text[length + 1]) != NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_page_tag (const char *text, gsize length)
{
  const char *at = text;
  const char *end = text + length;

  while ((at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      if (is_tag (at, (gsize) (end - at), page_tags, G_N_ELEMENTS (page_tags)))
        return TRUE;
      at++;
    }
  return FALSE;
}

/* Whether the first thing that is written, comments apart, is an element of HTML. */
static gboolean
begins_with_tag (const char *text, gsize length)
{
  gsize at = 0;

  while (at < length)
    {
      const char *end;

      while (at < length && g_ascii_isspace (text[at]))
        at++;
      if (length - at < 4 || strncmp (text + at, "<!--", 4) != 0)
        break;
      end = g_strstr_len (text + at, (gssize) (length - at), "-->");
      at = end != NULL ? (gsize) (end - text) + 3 : length;
    }
  return at < length && text[at] == '<' &&
         is_tag (text + at, length - at, fragment_tags, G_N_ELEMENTS (fragment_tags));
}

static gboolean
is_mhtml (const char *text, gsize length)
{
  g_autofree char *head = g_ascii_strdown (text, (gssize) MIN (length, MHTML_SEARCH_BYTES));

  return strstr (head, "mime-version:") != NULL && strstr (head, "multipart/related") != NULL;
}

static guint
control_percent (const char *text, gsize length, gsize n_nul)
{
  gsize n_control = n_nul;
  gsize n_looked = MIN (length, CONTROL_SEARCH_BYTES);

  for (gsize i = 0; i < n_looked; i++)
    n_control += (guchar) text[i] < 0x20 && !g_ascii_isspace (text[i]) && text[i] != '\v' &&
                 text[i] != 0x1a && text[i] != 0x1b;
  return (guint) (n_control * 100 / MAX (n_looked + n_nul, 1));
}

static gboolean
is_wide (const guint8 *bytes, gsize size)
{
  return size >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0 ||
                       nb_charset_guess_utf16 (bytes, size, TRUE) != NULL);
}

static gboolean
is_page (const char *text, gsize length)
{
  return has_page_tag (text, length) || begins_with_tag (text, length);
}

/* A Word document that is one XML file: of Word 2003, or a package written flat. Programs that fill templates make many. */
static gboolean
is_word_xml (const char *text, gsize length)
{
  static const char *const marks[] = { "progid=\"Word.Document\"", "office/word/2003/wordml", "office/2006/xmlPackage" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strstr_len (text, (gssize) length, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

static NbContainer
sniff_readable (const char *text, gsize length, gboolean page, const char **media_type)
{
  if (is_mhtml (text, length))
    {
      *media_type = "multipart/related";
      return NB_CONTAINER_MHTML;
    }
  if (page)
    {
      *media_type = "text/html";
      return NB_CONTAINER_HTML;
    }
  if (length >= 5 && memcmp (text, "<?xml", 5) == 0)
    {
      *media_type = is_word_xml (text, length) ? "application/vnd.ms-wordml" : "application/xml";
      return NB_CONTAINER_UNKNOWN;
    }
  *media_type = "text/plain";
  return NB_CONTAINER_TEXT;
}

static NbContainer
sniff_text (const guint8 *bytes, gsize size, const char **media_type)
{
  gsize sample = MIN (size, SAMPLE_BYTES);
  g_autofree char *copy = NULL;
  const char *text = (const char *) bytes;
  gsize length = sample;
  gsize n_nul;
  gboolean page;

  /* Without its NUL bytes the ASCII part of UTF-16 reads like any other. */
  if (memchr (bytes, 0, sample) != NULL)
    {
      copy = g_malloc (sample);
      length = 0;
      for (gsize i = 0; i < sample; i++)
        if (bytes[i] != 0)
          copy[length++] = (char) bytes[i];
      text = copy;
    }
  n_nul = sample - length;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  page = is_page (text, length);
  if (!is_wide (bytes, size) && control_percent (text, length, n_nul) >
                                    (page ? MOST_CONTROL_PERCENT_OF_PAGE : MOST_CONTROL_PERCENT))
    {
      *media_type = "application/octet-stream";
      return NB_CONTAINER_UNKNOWN;
    }
  return sniff_readable (text, length, page, media_type);
}

/* A PDF may have something before its mark, but no page. */
static gboolean
is_pdf (const guint8 *bytes, gsize size)
{
  const guint8 *mark = memmem (bytes, MIN (size, PDF_SEARCH_BYTES), "%PDF-", 5);

  return mark != NULL && memchr (bytes, '<', (gsize) (mark - bytes)) == NULL;
}

/**
 * nb_sniff:
 * @bytes: the bytes of one input
 * @size: how many
 * @media_type: (out): the media type, static
 *
 * Tells what bytes are by looking at them.
 *
 * Returns: the container; NB_CONTAINER_UNKNOWN for whatever is neither known nor text
 */
NbContainer
nb_sniff (const guint8 *bytes, gsize size, const char **media_type)
{
  const Magic *found = find_magic (magics, G_N_ELEMENTS (magics), bytes, size);
  const Magic *closer = NULL;

  if (bytes == NULL || size == 0)
    {
      *media_type = "text/plain";
      return NB_CONTAINER_TEXT;
    }
  if (is_pdf (bytes, size))
    {
      *media_type = "application/pdf";
      return NB_CONTAINER_PDF;
    }
  if (found == NULL)
    found = sniff_shifted (bytes, size);
  if (found == NULL)
    return sniff_text (bytes, size, media_type);

  if (found->container == NB_CONTAINER_ZIP)
    closer = sniff_zip (bytes, size);
  else if (found->container == NB_CONTAINER_OLE)
    closer = sniff_ole (bytes, size);
  if (closer != NULL)
    found = closer;
  *media_type = found->media_type;
  return found->container;
}
