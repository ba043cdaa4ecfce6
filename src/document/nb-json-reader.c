/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * JSON: the article in it is read as the page or the text that it is; JSON that this program has written is no report.
 * Used by one thread; the document is handed over.
 */

#define _GNU_SOURCE /* memmem */

#include "nb-document-private.h"
#include "nb-json-text.h"

#include "base/nb-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How our own files begin, and where that stands. */
#define OWN_SCHEMA   "\"schema\""
#define OWN_NAME     "\"nianbao-"
#define SCHEMA_BYTES 64
/* Bytes of a string that may be a report. */
#define SHORTEST_ARTICLE 400

static gboolean
is_own (const char *text, gsize length)
{
  gsize n = MIN (length, SCHEMA_BYTES);

  return memmem (text, n, OWN_SCHEMA, strlen (OWN_SCHEMA)) != NULL &&
         memmem (text, n, OWN_NAME, strlen (OWN_NAME)) != NULL;
}

/**
 * nb_json_reader_read_string:
 * @source: the source
 * @text: its text, JSON
 * @length: its length in bytes
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_UNSUPPORTED where no article is in it, and as of the readers of pages and text
 *
 * Reads the article that stands in JSON. Places are those of the article.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_json_reader_read_string (NbSource *source,
                            const char *text,
                            gsize length,
                            GCancellable *cancellable,
                            GError **error)
{
  gboolean is_page = FALSE;
  GString *article = is_own (text, length) ? NULL
                                           : nb_json_text_dup_article (text, length, &is_page);
  gsize n = article != NULL ? article->len : 0;
  g_autofree char *string = article != NULL ? g_string_free (article, FALSE) : NULL;

  if (string == NULL && is_own (text, length))
    g_set_error_literal (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                         _ ("this is a file that this program has written; open the report that it "
                            "was made from"));
  else if (n < SHORTEST_ARTICLE || !g_utf8_validate_len (string, n, NULL))
    g_set_error_literal (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                         _ ("this is JSON without the text of one report; open the page that it "
                            "belongs to in a browser, save it, and open that"));
  else if (is_page)
    return nb_html_reader_read_string (source, string, n, cancellable, error);
  else
    return nb_text_reader_read_string (source, g_steal_pointer (&string), n, cancellable, error);
  return NULL;
}
