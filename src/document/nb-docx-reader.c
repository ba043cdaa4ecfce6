/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * DOCX (ECMA-376, transitional and strict) as Word, WPS and LibreOffice write it; .docm and .dotx are the same.
 *
 *   ZIP → _rels/.rels → the main part → body: paragraphs and tables in their order → NbDocument
 *
 * Head, foot, notes and comments of the pages are other parts, which are not read. Numbers that a list puts before
 * its paragraphs are not text and are not made up.
 *
 * Used by one thread; the document is handed over.
 */

#include "nb-docx-private.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cell of a row that is set with tabs; longer is a sentence. */
#define LONGEST_TABBED 240

typedef struct
{
  NbDocument *document;
  NbDocxStyles *styles;
  NbDocxFields fields;
  NbDocxLine line;
  GCancellable *cancellable; /* (nullable) */
  guint flags;               /* of what is around */
  gboolean full;             /* the document can hold no more */
} Reader;

static void read_blocks (Reader *self, xmlNode *parent);

static guint
flags_of (guint traits)
{
  return (traits & NB_DOCX_CONTENTS) != 0  ? NB_PIECE_FURNITURE
         : (traits & NB_DOCX_TITLE) != 0   ? NB_PIECE_TITLE
         : (traits & NB_DOCX_HEADING) != 0 ? NB_PIECE_HEADING
                                           : 0;
}

static NbPiece *
append (Reader *self, const char *text, gsize length, guint flags)
{
  NbPiece *piece = nb_document_append (self->document, text, (gssize) length, flags | self->flags);

  self->full |= piece == NULL;
  return piece;
}

/* A line that is set with tabs and ends with values is a row. */
static gboolean
add_tabbed (Reader *self, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "\t", -1);
  guint n = g_strv_length (cells);
  guint first = 0;

  while (first < n && *g_strstrip (cells[first]) == '\0')
    first++;
  if (first + 1 >= n || !nb_value_looks_like (g_strstrip (cells[n - 1]), -1))
    return FALSE;
  for (guint i = first; i < n; i++)
    if (strlen (cells[i]) > LONGEST_TABBED)
      return FALSE;
  for (guint i = first; i < n; i++)
    {
      g_strstrip (cells[i]);
      append (self, cells[i], strlen (cells[i]),
              NB_PIECE_SEPARATED | NB_PIECE_IN_ROW | (i == first ? NB_PIECE_ROW_START : 0));
    }
  return TRUE;
}

static void
add_lines (Reader *self)
{
  guint flags = flags_of (self->line.traits);
  g_auto (GStrv) lines = g_strsplit (self->line.text->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (flags == 0 && self->flags == 0 && strchr (lines[i], '\t') != NULL && add_tabbed (self, lines[i]))
        continue;
      g_strdelimit (lines[i], "\t", ' ');
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        append (self, lines[i], strlen (lines[i]), flags);
    }
}

static void
read_paragraph (Reader *self, xmlNode *node)
{
  g_autoptr (GPtrArray) boxes = NULL;

  nb_docx_line_take (&self->line, &self->fields, self->styles, node);
  if (self->line.joins_next)
    return;
  if (self->line.n_chars > 0)
    add_lines (self);
  else if (self->line.has_picture)
    append (self, "", 0, NB_PIECE_IMAGE);
  /* The boxes have lines of their own. */
  boxes = g_steal_pointer (&self->line.boxes);
  self->line.boxes = g_ptr_array_new ();
  nb_docx_line_reset (&self->line);
  for (guint i = 0; i < boxes->len; i++)
    read_blocks (self, g_ptr_array_index (boxes, i));
}

static void
add_cell (Reader *self, const NbDocxCell *cell, guint table, gboolean is_first)
{
  NbPiece *piece = append (self, cell->text, strlen (cell->text),
                           NB_PIECE_CELL | NB_PIECE_SEPARATED | NB_PIECE_IN_ROW |
                               (is_first ? NB_PIECE_ROW_START : 0) | (cell->is_picture ? NB_PIECE_IMAGE : 0));

  if (piece == NULL)
    return;
  piece->table = (int) table;
  piece->row = cell->row;
  piece->column = cell->column;
  piece->row_span = cell->row_span;
  piece->column_span = cell->column_span;
}

static void
read_table (Reader *self, xmlNode *node)
{
  gboolean is_data;
  g_autoptr (GArray) cells = nb_docx_table_read (node, &self->fields, self->styles, &is_data);
  guint table = is_data ? nb_document_add_table (self->document) : 0;
  guint row = G_MAXUINT;

  for (guint i = 0; i < cells->len && !self->full; i++)
    {
      const NbDocxCell *cell = &g_array_index (cells, NbDocxCell, i);

      if (!is_data || cell->is_running)
        {
          read_blocks (self, cell->node);
          continue;
        }
      add_cell (self, cell, table, cell->row != row);
      row = cell->row;
    }
}

static gboolean
is_contents (const xmlNode *node)
{
  const xmlNode *object = nb_xml_find (nb_xml_find (node, "sdtPr"), "docPartObj");
  g_autofree char *gallery = nb_xml_dup_get (nb_xml_find (object, "docPartGallery"), "val");

  return g_strcmp0 (gallery, "Table of Contents") == 0;
}

static void
read_blocks (Reader *self, xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL && !self->full; node = node->next)
    {
      xmlNode *inner;

      if (node->type != XML_ELEMENT_NODE || g_cancellable_is_cancelled (self->cancellable))
        continue;
      if (nb_docx_is (node, "p"))
        read_paragraph (self, node);
      else if (nb_docx_is (node, "tbl"))
        read_table (self, node);
      /* A part in another format is as much as a picture. */
      else if (nb_docx_is (node, "altChunk"))
        append (self, "", 0, NB_PIECE_IMAGE);
      else if ((inner = nb_docx_get_inner (node)) != NULL)
        {
          guint outer = self->flags;

          if (is_contents (node))
            self->flags |= NB_PIECE_FURNITURE;
          read_blocks (self, inner);
          self->flags = outer;
        }
    }
}

/* The target of the first relation of a kind; relations are named alike in both dialects. */
static char *
find_target (NbPackage *package, const char *part, const char *kind, const char *folder)
{
  g_autoptr (NbXmlDoc) doc = nb_package_has (package, part) ? nb_xml_read (package, part, NULL) : NULL;
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    {
      g_autofree char *type = nb_xml_is (node, "Relationship") ? nb_xml_dup_get (node, "Type") : NULL;
      g_autofree char *target = type != NULL ? nb_xml_dup_get (node, "Target") : NULL;

      if (target == NULL || !g_str_has_suffix (type, kind))
        continue;
      if (*target == '/')
        return g_strdup (target + 1);
      return g_strconcat (folder, g_str_has_prefix (target, "./") ? target + 2 : target, NULL);
    }
  return NULL;
}

static char *
find_main_part (NbPackage *package)
{
  char *name = find_target (package, "_rels/.rels", "/officeDocument", "");

  if (name != NULL && nb_package_has (package, name))
    return name;
  g_free (name);
  return g_strdup ("word/document.xml");
}

static NbDocxStyles *
read_styles (NbPackage *package, const char *main_part, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (main_part);
  g_autofree char *base = g_path_get_basename (main_part);
  g_autofree char *relations = g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  g_autofree char *prefix = g_strconcat (folder, "/", NULL);
  g_autofree char *name = find_target (package, relations, "/styles", prefix);
  g_autoptr (NbXmlDoc) doc = NULL;

  if (name != NULL && nb_package_has (package, name))
    {
      doc = nb_xml_read (package, name, error);
      if (doc == NULL)
        return NULL;
    }
  return nb_docx_styles_new (doc);
}

/* What the file says about itself. It often says it about the file that it was made from, so that these are not the
 * names under which the title and the day of a page are looked for. */
static void
add_properties (NbDocument *document, NbPackage *package)
{
  static const char *const names[][2] = {
    { "title", "dc:title" }, { "created", "dcterms:created" }, { "modified", "dcterms:modified" }
  };
  g_autoptr (NbXmlDoc) doc =
      nb_package_has (package, "docProps/core.xml") ? nb_xml_read (package, "docProps/core.xml", NULL) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && doc != NULL; i++)
    {
      const xmlNode *node = nb_xml_find (xmlDocGetRootElement (doc), names[i][0]);
      g_autofree char *text = nb_xml_dup_text (node);

      if (*g_strstrip (text) != '\0')
        nb_document_add_meta (document, names[i][1], text);
    }
}

static gboolean
read_body (NbDocument *document, xmlNode *body, NbDocxStyles *styles, GCancellable *cancellable, GError **error)
{
  Reader reader = { .document = document, .styles = styles, .cancellable = cancellable };

  nb_docx_line_init (&reader.line);
  read_blocks (&reader, body);
  /* The end of the last paragraph may be deleted as well. */
  if (reader.line.n_chars > 0)
    add_lines (&reader);
  nb_docx_line_clear (&reader.line);
  if (reader.full)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the document has too many paragraphs and cells (limit %d)"),
                 NB_LIMIT_PIECES);
  return !reader.full && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * nb_docx_reader_knows:
 * @package: a package whose names tell nothing
 *
 * Returns: whether its main part is a document of words
 */
gboolean
nb_docx_reader_knows (NbPackage *package)
{
  g_autofree char *main_part = find_main_part (package);
  g_autoptr (NbXmlDoc) doc = nb_package_has (package, main_part) ? nb_xml_read (package, main_part, NULL) : NULL;

  return doc != NULL && nb_docx_is (xmlDocGetRootElement (doc), "document");
}

/**
 * nb_docx_reader_read:
 * @source: a source that is a DOCX
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_DAMAGED, NB_ERROR_ENCRYPTED, NB_ERROR_REFUSED, NB_ERROR_LIMIT, or cancelled
 *
 * Reads a DOCX.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_docx_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbPackage) package = nb_package_open (nb_source_get_bytes (source), cancellable, error);
  g_autofree char *main_part = package != NULL ? find_main_part (package) : NULL;
  g_autoptr (NbDocxStyles) styles = main_part != NULL ? read_styles (package, main_part, error) : NULL;
  g_autoptr (NbXmlDoc) doc = styles != NULL ? nb_xml_read (package, main_part, error) : NULL;
  g_autoptr (NbDocument) document = NULL;
  xmlNode *body;

  if (doc == NULL)
    return NULL;
  body = nb_xml_find (xmlDocGetRootElement (doc), "body");
  if (body == NULL)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED, _ ("the file is damaged: its part %s holds no text body"), main_part);
      return NULL;
    }
  document = nb_document_new (source);
  add_properties (document, package);
  if (!read_body (document, body, styles, cancellable, error))
    return NULL;
  return g_steal_pointer (&document);
}
