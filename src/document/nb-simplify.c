/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A document in traditional characters as it would stand in simplified ones, place by place, so that the labels of the
 * forms are found in it. What is shown and kept is the document itself: every character of the copy takes as many bytes as
 * its own.
 *
 * The dictionaries of OpenCC are loaded on first use and kept; any thread.
 */

#include "nb-document-private.h"

#include <opencc/opencc.h>
#include <string.h>

static GMutex mutex;

static opencc_t
get_converter (void)
{
  static opencc_t converter;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      converter = opencc_open ("t2s.json");
      if (converter == (opencc_t) -1)
        converter = NULL;
      g_once_init_leave (&once, 1);
    }
  return converter;
}

/* Converts a line in place; FALSE where the result takes another number of bytes. */
static gboolean
convert (opencc_t converter, char *text, gsize length)
{
  char *converted = converter != NULL ? opencc_convert_utf8 (converter, text, length) : NULL;
  gboolean fits = converted != NULL && strlen (converted) == length;

  if (fits)
    memcpy (text, converted, length);
  if (converted != NULL)
    opencc_convert_utf8_free (converted);
  return fits;
}

static void
convert_line (opencc_t converter, char *text, gsize length)
{
  if (convert (converter, text, length))
    return;
  for (gsize i = 0; i < length;)
    {
      gsize n = (gsize) (g_utf8_next_char (text + i) - (text + i));

      convert (converter, text + i, n);
      i += n;
    }
}

/* Words that are others elsewhere, as "from=to" of the same length. */
static void
replace_terms (const char *const *terms, char *text)
{
  for (gsize i = 0; terms != NULL && terms[i] != NULL; i++)
    {
      const char *to = strchr (terms[i], '=');
      g_autofree char *from = to != NULL ? g_strndup (terms[i], (gsize) (to - terms[i])) : NULL;

      if (from == NULL || *from == '\0' || strlen (from) != strlen (to + 1))
        continue;
      for (char *at = strstr (text, from); at != NULL; at = strstr (at + strlen (from), from))
        memcpy (at, to + 1, strlen (from));
    }
}

/**
 * nb_document_new_simplified:
 * @self: a document
 * @terms: (nullable) (array zero-terminated=1): words that are others, "from=to" in simplified
 *   characters, both of the same length
 *
 * Returns: (transfer full): a document of the same pieces at the same places, in simplified characters
 */
NbDocument *
nb_document_new_simplified (NbDocument *self, const char *const *terms)
{
  opencc_t converter = get_converter ();
  gsize length;
  const char *own = nb_document_get_text (self, &length);
  char *text = g_strndup (own, length);
  guint n_pieces, n_metas;
  const NbPiece *pieces = nb_document_get_pieces (self, &n_pieces);
  const NbMeta *metas = nb_document_get_metas (self, &n_metas);
  NbDocument *copy;

  g_mutex_lock (&mutex);
  for (gsize i = 0; i < length;)
    {
      gsize n = strcspn (text + i, "\n");

      /* Text with NUL goes on behind it. */
      n = MIN (MAX (n, 1), length - i);
      convert_line (converter, text + i, n);
      i += n;
    }
  g_mutex_unlock (&mutex);
  replace_terms (terms, text);
  copy = nb_document_new_for_text (nb_document_get_source (self), text, length);
  for (guint i = 0; i < n_pieces; i++)
    {
      NbPiece *piece = nb_document_add_piece (copy, pieces[i].offset, pieces[i].length, pieces[i].flags);

      *piece = pieces[i];
    }
  for (guint i = 0; i < n_metas; i++)
    nb_document_add_meta (copy, metas[i].name, metas[i].content);
  while (nb_document_get_n_tables (copy) < nb_document_get_n_tables (self))
    nb_document_add_table (copy);
  return copy;
}
