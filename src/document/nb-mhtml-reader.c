/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MHTML (RFC 2557): a page and what belongs to it in one MIME message, as Word, Internet Explorer and Chrome save it. The
 * page in it that the archive names, or the first, is the report, one that is attached where there is no other, or where
 * it is only the frame of one the page in it that has the most text. Where there is no page, a plain text is read; pictures
 * and styles are not looked at.
 *
 * Used by one thread; the document is handed over.
 */

#define _GNU_SOURCE /* memmem */
#include "nb-document-private.h"
#include "nb-mime.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much more text a page in a frame must have than the page around it to be the report. */
#define MORE_TEXT 2

typedef struct
{
  guint n_parts;
  gboolean is_deep; /* parts stand deeper than is looked */
  char *start;      /* (owned) (nullable): id of the page */
  char *location;   /* (owned) (nullable): its address */
  gboolean is_found;
  NbMimePart page; /* the page, or until it is found the first one */
  GArray *others;  /* (owned) NbMimePart: other pages, which may stand in frames of it */
  NbMimePart text; /* the first text that is no page */
} Search;

static void
clear_part (gpointer data)
{
  nb_mime_part_clear (data);
}

static gboolean
is_page (const NbMimePart *part)
{
  return g_strcmp0 (part->type, "text/html") == 0 || g_strcmp0 (part->type, "application/xhtml+xml") == 0;
}

/* Whether the archive says that this part is the page that was saved; the first is where it says nothing. */
static gboolean
is_meant (const Search *self, const NbMimePart *part)
{
  if (self->start != NULL)
    return g_strcmp0 (self->start, part->id) == 0;
  return self->location == NULL || g_strcmp0 (self->location, part->location) == 0;
}

/* Whether there is a page that does for the one that is meant. */
static gboolean
has_page (const Search *self)
{
  return self->page.type != NULL && !self->page.is_attached;
}

/* Whether a page is the one that is meant, or does for it until that is found. */
static gboolean
is_better (Search *self, const NbMimePart *part)
{
  if (self->is_found)
    return FALSE;
  self->is_found = !part->is_attached && is_meant (self, part);
  return self->is_found || self->page.type == NULL || (self->page.is_attached && !part->is_attached);
}

static void
take_page (Search *self, NbMimePart *part)
{
  NbMimePart other = *part;

  memset (part, 0, sizeof *part);
  if (is_better (self, &other))
    {
      NbMimePart page = other;

      other = self->page;
      self->page = page;
    }
  if (other.type != NULL)
    g_array_append_val (self->others, other);
}

static void
take_part (Search *self, NbMimePart *part)
{
  if (is_page (part))
    take_page (self, part);
  else if (g_strcmp0 (part->type, "text/plain") == 0 && self->text.type == NULL && !part->is_attached)
    {
      self->text = *part;
      memset (part, 0, sizeof *part);
    }
}

/* Looks for the page; FALSE where there are too many parts. */
static gboolean
search (Search *self, const char *bytes, gsize length, guint depth)
{
  g_auto (NbMimePart) part = { NULL };
  const char *inner;
  gsize at = 0, inner_length;

  if (++self->n_parts > NB_LIMIT_MIME_PARTS)
    return FALSE;
  nb_mime_part_parse (&part, bytes, length);
  take_part (self, &part);
  if (part.type == NULL || !g_str_has_prefix (part.type, "multipart/"))
    return TRUE;
  if (depth >= NB_LIMIT_MIME_NESTING)
    {
      self->is_deep = TRUE;
      return TRUE;
    }
  if (self->start == NULL)
    self->start = g_strdup (part.start);
  if (self->location == NULL)
    self->location = g_strdup (part.location);
  while (nb_mime_part_next (&part, &at, &inner, &inner_length))
    if (!search (self, inner, inner_length, depth + 1))
      return FALSE;
  return TRUE;
}

/* How much Chinese text it may hold. */
static gsize
weigh (GBytes *page)
{
  gsize size, weight = 0;
  const guint8 *bytes = g_bytes_get_data (page, &size);

  for (gsize i = 0; i < size; i++)
    weight += bytes[i] >= 0x80;
  return weight;
}

static gboolean
has_frame (GBytes *page)
{
  gsize size;
  const char *bytes = g_bytes_get_data (page, &size);
  g_autofree char *text = g_ascii_strdown (bytes != NULL ? bytes : "", (gssize) size);

  return memmem (text, size, "<frame", 6) != NULL || memmem (text, size, "<iframe", 7) != NULL;
}

/* The page that a frame of the page at hand holds, where that is the report and the page only its frame. */
static void
enter_frame (Search *self, const char *end, GBytes **page)
{
  gsize most;
  guint chosen = G_MAXUINT;

  if (self->others->len == 0 || !has_frame (*page))
    return;
  most = weigh (*page) * MORE_TEXT;
  for (guint i = 0; i < self->others->len; i++)
    {
      const NbMimePart *part = &g_array_index (self->others, NbMimePart, i);
      g_autoptr (GBytes) other = part->is_attached ? NULL : nb_mime_part_decode (part, end, NULL);

      if (other == NULL || weigh (other) <= most)
        continue;
      most = weigh (other);
      chosen = i;
      g_bytes_unref (*page);
      *page = g_steal_pointer (&other);
    }
  if (chosen != G_MAXUINT)
    {
      NbMimePart frame = self->page;

      self->page = g_array_index (self->others, NbMimePart, chosen);
      g_array_index (self->others, NbMimePart, chosen) = frame;
    }
}

static void
set_missing (const Search *self, GError **error)
{
  if (self->n_parts > NB_LIMIT_MIME_PARTS)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the web archive has too many parts (limit %d)"), NB_LIMIT_MIME_PARTS);
  else if (self->is_deep)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                 _ ("no page was found in the web archive, whose parts stand more than %d deep in each other (limit)"),
                 NB_LIMIT_MIME_NESTING);
  else
    g_set_error_literal (error, NB_ERROR, NB_ERROR_NO_TEXT, _ ("the web archive holds no page"));
}

/* The name of a tag, behind "<" or "</". */
static gsize
measure_name (const char *tag)
{
  return strcspn (tag, " \t\r\n/<>");
}

static gboolean
is_named (const char *tag, const char *name)
{
  return measure_name (tag) == strlen (name) && g_ascii_strncasecmp (tag, name, strlen (name)) == 0;
}

/* Whether a tag goes on right behind the quote that ends a value: ‹style="text-align: ="text-indent: 2em;"›. */
static gboolean
is_torn (const char *tag)
{
  for (const char *p = tag; *p != '\0' && *p != '<' && *p != '>'; p++)
    {
      if (*p != '"' || p[-1] != '=')
        continue;
      p = strchr (p + 1, '"');
      if (p == NULL || strchr (" \t\r\n/>", p[1]) == NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether a tag breaks off: "</p7</p>". In base64 a line may be lost and nothing else tell it. */
static gboolean
has_broken_tag (const char *html)
{
  for (const char *p = html; (p = strchr (p, '<')) != NULL; p++)
    {
      if (is_named (p + 1, "script") && (p = strstr (p, "</script")) == NULL)
        return FALSE;
      if (p[1] == '/' ? g_ascii_isalpha (p[2]) && p[2 + strcspn (p + 2, "<>")] == '<'
                      : g_ascii_isalpha (p[1]) && is_torn (p + 1))
        return TRUE;
    }
  return FALSE;
}

/* What a tag adds to those that are open, so that an end takes away what its start has added. */
static guint
weigh_tag (const char *tag, const char *end)
{
  static const char *const alone[] = { "br", "img", "input", "hr", "wbr", "!--" };
  gboolean is_end = tag[0] == '/';
  g_autofree char *name = g_ascii_strdown (tag + is_end, (gssize) measure_name (tag + is_end));

  for (gsize i = 0; i < G_N_ELEMENTS (alone); i++)
    if (g_str_has_prefix (name, alone[i]))
      return 0;
  if (end[-1] == '/')
    return 0;
  return is_end ? -g_str_hash (name) : g_str_hash (name);
}

static gboolean
is_grid_tag (const char *tag)
{
  static const char *const names[] = { "td", "th", "tr", "table", "tbody" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_named (tag, names[i]))
      return TRUE;
  return FALSE;
}

/* Marks cells without text whose tags do not close: what they held may be what is lost. */
static char *
mark_lost_cells (const char *html, gsize *length)
{
  GString *marked = g_string_new (NULL);
  gboolean is_blank = FALSE;
  guint open = 0;

  for (const char *p = html, *end; *p != '\0'; p = end)
    {
      gboolean is_tag = *p == '<';

      end = is_tag ? strchr (p, '>') : strchr (p, '<');
      if (end == NULL)
        end = p + strlen (p);
      else if (is_tag && is_grid_tag (p + 1 + (p[1] == '/')))
        {
          if (is_blank && open != 0)
            g_string_append (marked, NB_TEXT_LOST);
          is_blank = is_named (p + 1, "td") || is_named (p + 1, "th");
          open = 0;
        }
      else if (is_tag)
        open += weigh_tag (p + 1, end);
      is_blank = is_blank && (is_tag || nb_text_is_blank (p, end - p));
      end += is_tag && *end != '\0';
      g_string_append_len (marked, p, end - p);
    }
  *length = marked->len;
  return g_string_free (marked, FALSE);
}

/* A page is markup, and in a body that is encoded it has lost none. */
static gboolean
check_page (const NbMimePart *part, const char *html, GError **error)
{
  if (strchr (html, '<') != NULL && !(g_strcmp0 (part->encoding, "base64") == 0 && has_broken_tag (html)))
    return TRUE;
  nb_mime_set_damaged (error);
  return FALSE;
}

static NbDocument *
read_page (Search *self, NbSource *source, const char *end, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) page = nb_mime_part_decode (&self->page, end, error);
  g_autofree char *html = NULL, *marked = NULL;
  gsize length = 0;

  if (page == NULL)
    return NULL;
  enter_frame (self, end, &page);
  html = nb_source_decode_page (source, page, self->page.charset, &length, error);
  if (html == NULL || !check_page (&self->page, html, error))
    return NULL;
  /* The line end belongs to the boundary; without it, a page that is cut off is known as such. */
  while (length > 0 && g_ascii_isspace (html[length - 1]))
    html[--length] = '\0';
  marked = g_strcmp0 (self->page.encoding, "base64") == 0 ? mark_lost_cells (html, &length) : NULL;
  return nb_html_reader_read_string (source, marked != NULL ? marked : html, length, cancellable, error);
}

static NbDocument *
read_text (Search *self, NbSource *source, const char *end, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = nb_mime_part_decode (&self->text, end, error);
  gsize length = 0;
  char *text = bytes != NULL ? nb_source_decode_page (source, bytes, self->text.charset, &length, error) : NULL;

  return text != NULL ? nb_text_reader_read_string (source, text, length, cancellable, error) : NULL;
}

static NbDocument *
read_found (Search *self, NbSource *source, const char *end, GCancellable *cancellable, GError **error)
{
  if (has_page (self) || (self->page.type != NULL && self->n_parts <= NB_LIMIT_MIME_PARTS))
    return read_page (self, source, end, cancellable, error);
  if (self->text.type != NULL && self->n_parts <= NB_LIMIT_MIME_PARTS && !self->is_deep)
    return read_text (self, source, end, cancellable, error);
  set_missing (self, error);
  return NULL;
}

/**
 * nb_mhtml_reader_read:
 * @source: a source that is a web archive
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_NO_TEXT where no page is in it, NB_ERROR_DAMAGED where it is not encoded as it says, NB_ERROR_LIMIT where
 *   its parts are too many or too deep, and as of nb_html_reader_read()
 *
 * Reads the page of a web archive.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_mhtml_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  Search found = { 0 };
  gsize size, n_blank;
  const char *bytes = g_bytes_get_data (nb_source_get_bytes (source), &size);
  NbDocument *document;

  for (n_blank = 0; n_blank < size && g_ascii_isspace (bytes[n_blank]);)
    n_blank++;
  found.others = g_array_new (FALSE, FALSE, sizeof (NbMimePart));
  g_array_set_clear_func (found.others, clear_part);
  search (&found, bytes + n_blank, size - n_blank, 0);
  document = read_found (&found, source, bytes + size, cancellable, error);
  nb_mime_part_clear (&found.page);
  nb_mime_part_clear (&found.text);
  g_array_unref (found.others);
  g_free (found.start);
  g_free (found.location);
  return document;
}
