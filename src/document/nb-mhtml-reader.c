/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MHTML (RFC 2557): a page and what belongs to it in one MIME message, as Word, Internet Explorer and Chrome save it. The
 * page in it that the archive names, or the first, is the report, one that is attached where there is no other; pictures,
 * styles and frames are not looked at.
 *
 * Used by one thread; the document is handed over.
 */

#include "nb-document-private.h"
#include "nb-mime.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint n_parts;
  gboolean is_deep; /* parts stand deeper than is looked */
  char *start;      /* (owned) (nullable): id of the page */
  char *location;   /* (owned) (nullable): its address */
  gboolean is_found;
  NbMimePart page; /* the page, or until it is found the first one */
} Search;

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

static void
take_page (Search *self, NbMimePart *part)
{
  self->is_found = !part->is_attached && is_meant (self, part);
  if (!self->is_found && (has_page (self) || (part->is_attached && self->page.type != NULL)))
    return;
  nb_mime_part_clear (&self->page);
  self->page = *part;
  memset (part, 0, sizeof *part);
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
  if (is_page (&part))
    take_page (self, &part);
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
  while (!self->is_found && nb_mime_part_next (&part, &at, &inner, &inner_length))
    if (!search (self, inner, inner_length, depth + 1))
      return FALSE;
  return TRUE;
}

/**
 * nb_mhtml_reader_read:
 * @source: a source that is a web archive
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_NO_TEXT where no page is in it, NB_ERROR_LIMIT where its parts are too many or too deep, and as of nb_html_reader_read()
 *
 * Reads the page of a web archive.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_mhtml_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  Search found = { 0 };
  gsize size, length = 0;
  const char *bytes = g_bytes_get_data (nb_source_get_bytes (source), &size);
  g_autoptr (GBytes) page = NULL;
  g_autofree char *html = NULL;
  gboolean is_cut = !search (&found, bytes, size, 0) && !has_page (&found);

  if (found.page.type != NULL)
    page = nb_mime_part_decode (&found.page);
  if (is_cut)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the web archive has too many parts (limit %d)"), NB_LIMIT_MIME_PARTS);
  else if (page == NULL && found.is_deep)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                 _ ("no page was found in the web archive, whose parts stand more than %d deep in each other (limit)"),
                 NB_LIMIT_MIME_NESTING);
  else if (page == NULL)
    g_set_error_literal (error, NB_ERROR, NB_ERROR_NO_TEXT, _ ("the web archive holds no page"));
  else
    html = nb_source_decode_page (source, page, found.page.charset, &length, error);
  nb_mime_part_clear (&found.page);
  g_free (found.start);
  g_free (found.location);
  return html != NULL ? nb_html_reader_read_string (source, html, length, cancellable, error) : NULL;
}
