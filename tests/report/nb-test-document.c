/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small documents for the tests of the report room, without a reader between. */

#include "nb-test-document.h"

#include "document/nb-document-private.h"

#include <string.h>

static guint
take_flags (const char **line)
{
  static const struct
  {
    const char *mark;
    guint flag;
  } marks[] = {
    { "F|", NB_PIECE_FURNITURE },
    { "T|", NB_PIECE_TITLE },
    { "H|", NB_PIECE_HEADING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*line, marks[i].mark))
      {
        *line += 2;
        return marks[i].flag;
      }
  return 0;
}

NbDocument *
nb_test_document (const char *text)
{
  NbDocument *document = nb_document_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      guint flags = take_flags (&line);

      nb_document_append (document, line, -1, flags);
    }
  return document;
}

/* One piece for each cell of each line: enough for everything but figures. */
NbDocument *
nb_test_seed (const char *name)
{
  const char *folder = g_getenv ("NB_SEEDS");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *text = NULL;
  NbDocument *document;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  document = nb_document_new_for_text (NULL, g_strdup (text), length);
  for (gsize i = 0; i < length;)
    {
      gsize n = strcspn (text + i, "|\n");

      if (n > 0)
        nb_document_add_piece (document, (guint) i, (guint) n, 0);
      i += n + 1;
    }
  return document;
}

guint
nb_test_find_piece (NbDocument *document, guint first, const char *prefix)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = first; i < n_pieces; i++)
    if (pieces[i].length >= strlen (prefix) && g_str_has_prefix (text + pieces[i].offset, prefix))
      return i;
  return n_pieces;
}

/* The tables of a seed: from the first cell of each to the next heading or the end of its figures. */
GArray *
nb_test_tables (NbDocument *document)
{
  static const char *const borders[][2] = {
    { "第二十条第(一)项", "三、" }, { "(本列数据", "四、政府信息公开行政" },
    { "(本列数据", "四、因" },      { "行政复议", "五、存在" },
    { "单位", "扫一扫" },
  };
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (NbRange));
  guint n_pieces;

  nb_document_get_pieces (document, &n_pieces);
  for (gsize i = 0; i < G_N_ELEMENTS (borders); i++)
    for (guint p = 0; p < n_pieces;)
      {
        NbRange table = { nb_test_find_piece (document, p, borders[i][0]), 0 };

        table.end = nb_test_find_piece (document, table.first, borders[i][1]);
        p = MAX (table.end, p + 1);
        if (table.first < n_pieces && table.end < n_pieces)
          g_array_append_val (tables, table);
      }
  return tables;
}

NbRange
nb_test_whole (NbDocument *document)
{
  guint n_pieces;

  nb_document_get_pieces (document, &n_pieces);
  return (NbRange){ 0, n_pieces };
}

NbReport *
nb_test_report (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("report.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, &error);
  g_autoptr (GPtrArray) reports = NULL;

  g_assert_no_error (error);
  reports = nb_report_recognise (document, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  return g_object_ref (g_ptr_array_index (reports, 0));
}
