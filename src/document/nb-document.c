/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbDocument: what is written in a source, as paragraphs and cells in reading order over one text.
 *
 * A reader builds it on one thread and hands it over; after that it does not change and may be read
 * from any thread. The document owns its text and its pieces and holds its source.
 */

#include "nb-document-private.h"
#include "nb-refusal.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"

#include <string.h>

struct _NbDocument
{
  GObject parent_instance;

  NbSource *source; /* (owned) (nullable) in tests */
  GString *text;    /* (owned) */
  GArray *pieces;   /* (owned) NbPiece */
  GArray *metas;    /* (owned) NbMeta */
  guint n_tables;
};

G_DEFINE_FINAL_TYPE (NbDocument, nb_document, G_TYPE_OBJECT)

static void
clear_meta (gpointer data)
{
  NbMeta *meta = data;

  g_free (meta->name);
  g_free (meta->content);
}

static void
nb_document_finalize (GObject *object)
{
  NbDocument *self = NB_DOCUMENT (object);

  g_clear_object (&self->source);
  g_string_free (self->text, TRUE);
  g_array_unref (self->pieces);
  g_array_unref (self->metas);

  G_OBJECT_CLASS (nb_document_parent_class)->finalize (object);
}

static void
nb_document_class_init (NbDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_document_finalize;
}

static void
nb_document_init (NbDocument *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (NbPiece));
  self->metas = g_array_new (FALSE, FALSE, sizeof (NbMeta));
  g_array_set_clear_func (self->metas, clear_meta);
}

/**
 * nb_document_new:
 * @source: (nullable): where it was read from
 *
 * Begins a document whose text a reader appends piece by piece.
 *
 * Returns: (transfer full): the empty document
 */
NbDocument *
nb_document_new (NbSource *source)
{
  NbDocument *self = g_object_new (NB_TYPE_DOCUMENT, NULL);

  g_set_object (&self->source, source);
  self->text = g_string_new (NULL);
  return self;
}

/**
 * nb_document_new_for_text:
 * @source: (nullable): where it was read from
 * @text: (transfer full): the whole document text
 * @length: its length in bytes
 *
 * Begins a document whose text stands already and gets pieces only.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_document_new_for_text (NbSource *source, char *text, gsize length)
{
  NbDocument *self = g_object_new (NB_TYPE_DOCUMENT, NULL);

  g_set_object (&self->source, source);
  self->text = g_string_new_len (text, (gssize) length);
  g_free (text);
  return self;
}

/**
 * nb_document_add_piece:
 * @self: a document
 * @offset: where the piece begins in the text
 * @length: its length in bytes
 * @flags: #NbPieceFlags
 *
 * Adds a piece over text that stands already, white space at both ends left out. The pointer is
 * good until the next piece.
 *
 * Returns: (transfer none) (nullable): the piece, %NULL beyond NB_LIMIT_PIECES
 */
NbPiece *
nb_document_add_piece (NbDocument *self, guint offset, guint length, guint flags)
{
  gsize start = offset, n = length;
  NbPiece piece = { .table = -1, .row_span = 1, .column_span = 1, .flags = flags };

  if (self->pieces->len >= NB_LIMIT_PIECES)
    return NULL;

  nb_text_trim (self->text->str, &start, &n);
  piece.offset = (guint) start;
  piece.length = (guint) n;
  g_array_append_val (self->pieces, piece);
  return &g_array_index (self->pieces, NbPiece, self->pieces->len - 1);
}

/**
 * nb_document_append:
 * @self: a document
 * @text: valid UTF-8 without line feed
 * @length: its length in bytes, or -1
 * @flags: #NbPieceFlags
 *
 * Appends a line to the text and makes it a piece. The pointer is good until the next piece.
 *
 * Returns: (transfer none) (nullable): the piece, %NULL beyond NB_LIMIT_PIECES
 */
NbPiece *
nb_document_append (NbDocument *self, const char *text, gssize length, guint flags)
{
  guint offset = (guint) self->text->len;
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (self->pieces->len >= NB_LIMIT_PIECES)
    return NULL;
  g_string_append_len (self->text, text, (gssize) n);
  g_string_append_c (self->text, '\n');
  return nb_document_add_piece (self, offset, (guint) n, flags);
}

/**
 * nb_document_append_text:
 * @self: a document
 * @text: valid UTF-8, lines that end with line feeds
 * @length: its length in bytes
 *
 * Appends text that gets its pieces later.
 *
 * Returns: where it begins
 */
guint
nb_document_append_text (NbDocument *self, const char *text, gsize length)
{
  guint offset = (guint) self->text->len;

  g_string_append_len (self->text, text, (gssize) length);
  return offset;
}

/**
 * nb_document_edit_piece:
 * @self: a document that is being built
 * @index: a piece
 *
 * Returns: (transfer none): the piece, good until the next is added
 */
NbPiece *
nb_document_edit_piece (NbDocument *self, guint index)
{
  return &g_array_index (self->pieces, NbPiece, index);
}

/**
 * nb_document_add_meta:
 * @self: a document
 * @name: name of the meta element
 * @content: its content
 *
 * Records what the source says about itself.
 */
void
nb_document_add_meta (NbDocument *self, const char *name, const char *content)
{
  NbMeta meta = { g_ascii_strdown (name, -1), g_strdup (content) };

  g_array_append_val (self->metas, meta);
}

/**
 * nb_document_add_table:
 * @self: a document
 *
 * Returns: the number of a new grid, from 0
 */
guint
nb_document_add_table (NbDocument *self)
{
  return self->n_tables++;
}

static NbDocument *
refuse (NbSource *source, GError **error)
{
  nb_refusal_set (error, source);
  return NULL;
}

/* Some writers call the parts of a package in another case, with other strokes, or by names of their own. */
static NbDocument *
read_package (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbPackage) package = nb_package_open (nb_source_get_bytes (source), cancellable, error);

  if (package == NULL)
    return NULL;
  if (nb_package_has (package, "OFD.xml"))
    return nb_ofd_reader_read (source, cancellable, error);
  if (nb_docx_reader_knows (package))
    return nb_docx_reader_read (source, cancellable, error);
  return refuse (source, error);
}

static NbDocument *
read_container (NbSource *source, GCancellable *cancellable, GError **error)
{
  switch (nb_source_get_container (source))
    {
    case NB_CONTAINER_TEXT:
      return nb_text_reader_read (source, cancellable, error);
    case NB_CONTAINER_HTML:
      return nb_html_reader_read (source, cancellable, error);
    case NB_CONTAINER_DOCX:
      return nb_docx_reader_read (source, cancellable, error);
    case NB_CONTAINER_MHTML:
      return nb_mhtml_reader_read (source, cancellable, error);
    case NB_CONTAINER_OFD:
      return nb_ofd_reader_read (source, cancellable, error);
    case NB_CONTAINER_OLE:
      return nb_doc_reader_read (source, cancellable, error);
    case NB_CONTAINER_PDF:
      return nb_pdf_reader_read (source, cancellable, error);
    case NB_CONTAINER_ZIP:
      return read_package (source, cancellable, error);
    default:
      return refuse (source, error);
    }
}

/**
 * nb_document_read:
 * @source: a loaded source
 * @cancellable: (nullable): a cancellable
 * @error: an error, of NB_ERROR or cancelled
 *
 * Reads a source with the reader of its container.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_document_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) fault = NULL;
  NbDocument *self = read_container (source, cancellable, &fault);

  if (self == NULL)
    {
      /* Readers quote what they complain of. */
      nb_error_make_line (fault);
      g_propagate_error (error, g_steal_pointer (&fault));
    }
  return self;
}

/**
 * nb_document_get_source:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where it was read from
 */
NbSource *
nb_document_get_source (NbDocument *self)
{
  g_return_val_if_fail (NB_IS_DOCUMENT (self), NULL);

  return self->source;
}

/**
 * nb_document_get_text:
 * @self: a document
 * @length: (out) (optional): its length in bytes
 *
 * The document text, to which all offsets refer.
 *
 * Returns: (transfer none): valid UTF-8
 */
const char *
nb_document_get_text (NbDocument *self, gsize *length)
{
  g_return_val_if_fail (NB_IS_DOCUMENT (self), NULL);

  if (length != NULL)
    *length = self->text->len;
  return self->text->str;
}

/**
 * nb_document_get_pieces:
 * @self: a document
 * @n_pieces: (out): how many
 *
 * Returns: (transfer none) (array length=n_pieces): paragraphs and cells in reading order
 */
const NbPiece *
nb_document_get_pieces (NbDocument *self, guint *n_pieces)
{
  g_return_val_if_fail (NB_IS_DOCUMENT (self), NULL);

  *n_pieces = self->pieces->len;
  return (const NbPiece *) (gpointer) self->pieces->data;
}

/**
 * nb_document_get_metas:
 * @self: a document
 * @n_metas: (out): how many
 *
 * Returns: (transfer none) (array length=n_metas): what the source says about itself
 */
const NbMeta *
nb_document_get_metas (NbDocument *self, guint *n_metas)
{
  g_return_val_if_fail (NB_IS_DOCUMENT (self), NULL);

  *n_metas = self->metas->len;
  return (const NbMeta *) (gpointer) self->metas->data;
}

/**
 * nb_document_get_n_tables:
 * @self: a document
 *
 * Returns: how many grids it has
 */
guint
nb_document_get_n_tables (NbDocument *self)
{
  g_return_val_if_fail (NB_IS_DOCUMENT (self), 0);

  return self->n_tables;
}

/**
 * nb_document_dup_piece:
 * @self: a document
 * @piece: number of a piece
 *
 * Returns: (transfer full): the text of the piece
 */
char *
nb_document_dup_piece (NbDocument *self, guint piece)
{
  const NbPiece *p;

  g_return_val_if_fail (NB_IS_DOCUMENT (self) && piece < self->pieces->len, NULL);

  p = &g_array_index (self->pieces, NbPiece, piece);
  return g_strndup (self->text->str + p->offset, p->length);
}
