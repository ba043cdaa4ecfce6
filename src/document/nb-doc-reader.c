/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Old .doc and .wps, and what else lies in OLE files. They are read in a helper process, as PDF is:
 *
 *   bytes → nianbao-read-doc (src/helper) → paragraphs, and rows with the places of their cells → pieces
 *                                        ↘ older than Word 97: catdoc → plain text
 *
 * What helpers write is not trusted. Synchronous, any thread; the document is handed over.
 */

#include "nb-child.h"
#include "nb-document-private.h"
#include "nb-layout-private.h"
#include "nb-refusal.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HELPER "nianbao-read-doc"
#define CATDOC "catdoc"
/* How far apart the sides of cells may be that stand below each other; twentieths of a point. */
#define TOLERANCE 30
#define MOST_EDGES 80

enum
{
  FROM_LEFT = 1,
  FROM_ABOVE = 2,
};

typedef struct
{
  NbDocument *document;
  GArray *cells;   /* (owned) NbOpenCell: of the table at hand */
  guint n_rows;    /* of it */
  guint first_new; /* the first cell of the row at hand */
  GArray *merges;  /* (owned) guint: of the cells of that row */
  const char *end; /* (nullable) what the last line said */
  gboolean full;
} Reading;

static const NbChildLimits limits = {
  .memory = NB_LIMIT_HELPER_MEMORY,
  .cpu_seconds = NB_LIMIT_HELPER_CPU_SECONDS,
  .wall_seconds = NB_LIMIT_HELPER_SECONDS,
  .output_bytes = NB_LIMIT_HELPER_OUTPUT_BYTES,
};

static void
end_table (Reading *self)
{
  if (self->cells->len > 0)
    {
      nb_layout_number_columns (self->cells, TOLERANCE);
      self->full |= !nb_open_cells_append (self->cells, nb_document_add_table (self->document), self->document);
    }
  g_array_set_size (self->cells, 0);
  self->n_rows = 0;
  self->first_new = 0;
}

static void
add_paragraph (Reading *self, const char *text, guint flags)
{
  end_table (self);
  self->full |= nb_document_append (self->document, text, -1, flags) == NULL;
}

static gboolean
add_cell (Reading *self, const char *rest)
{
  guint merge = (guint) (*rest - '0');
  NbOpenCell cell = { .row = self->n_rows, .row_end = self->n_rows + 1 };

  if (merge > FROM_ABOVE || rest[1] != ' ')
    return FALSE;
  if (self->cells->len >= NB_LIMIT_PIECES)
    self->full = TRUE;
  if (self->full)
    return FALSE;
  cell.text = g_strdup (rest + 2);
  g_array_append_val (self->cells, cell);
  g_array_append_val (self->merges, merge);
  return TRUE;
}

/* In a cell without text it is what the cell says; it does not end the table. */
static void
add_picture (Reading *self)
{
  NbOpenCell *last = self->cells->len > self->first_new
                         ? &g_array_index (self->cells, NbOpenCell, self->cells->len - 1)
                         : NULL;

  if (last != NULL && nb_text_is_blank (last->text, -1))
    last->flags |= NB_PIECE_IMAGE;
  else if (self->cells->len == 0)
    add_paragraph (self, "", NB_PIECE_IMAGE);
}

/* The cell of an earlier row that one goes on from: it stands between the same lines. */
static NbOpenCell *
find_above (Reading *self, const NbOpenCell *cell)
{
  for (guint i = self->first_new; i > 0; i--)
    {
      NbOpenCell *above = &g_array_index (self->cells, NbOpenCell, i - 1);

      if (above->row_end == self->n_rows && ABS (above->x0 - cell->x0) <= TOLERANCE)
        return above;
    }
  return NULL;
}

/* Takes the cells of the row that are parts of others out of it. */
static void
merge_cells (Reading *self)
{
  for (guint i = self->cells->len; i > self->first_new; i--)
    {
      NbOpenCell *cell = &g_array_index (self->cells, NbOpenCell, i - 1);
      guint merge = g_array_index (self->merges, guint, i - 1 - self->first_new);
      NbOpenCell *other = NULL;

      if (merge == FROM_LEFT && i - 1 > self->first_new)
        {
          other = cell - 1;
          other->x1 = cell->x1;
        }
      else if (merge == FROM_ABOVE && *cell->text == '\0')
        {
          other = find_above (self, cell);
          if (other != NULL)
            other->row_end = self->n_rows + 1;
        }
      if (other != NULL)
        g_array_remove_index (self->cells, i - 1);
    }
}

/* The sides of the cells; where they are not known, columns are counted. */
static gboolean
end_row (Reading *self, const char *rest)
{
  guint n = self->cells->len - self->first_new;
  double edges[MOST_EDGES];
  guint n_edges = 0;

  while (*rest == ' ' && n_edges < MOST_EDGES)
    {
      char *end;

      edges[n_edges++] = CLAMP (g_ascii_strtod (rest, &end), G_MININT16, G_MAXINT16);
      if (end == rest + 1)
        return FALSE;
      rest = end;
    }
  if (*rest != '\0' || (n_edges > 0 && n_edges != n + 1))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      NbOpenCell *cell = &g_array_index (self->cells, NbOpenCell, self->first_new + i);

      cell->x0 = n_edges > 0 ? (float) edges[i] : (float) i * 100 * TOLERANCE;
      cell->x1 = n_edges > 0 ? (float) edges[i + 1] : (float) (i + 1) * 100 * TOLERANCE;
    }
  merge_cells (self);
  g_array_set_size (self->merges, 0);
  self->n_rows++;
  self->first_new = self->cells->len;
  return TRUE;
}

/* Takes one line of the helper; FALSE where it is not of the kind that it writes. */
static gboolean
take_line (Reading *self, const char *line)
{
  if (self->end != NULL)
    return FALSE;
  if (strcmp (line, "end") == 0 || g_str_has_prefix (line, "fail "))
    {
      self->end = line;
      return TRUE;
    }
  if (g_str_has_prefix (line, "p "))
    add_paragraph (self, line + 2, 0);
  else if (strcmp (line, "i") == 0)
    add_picture (self);
  else if (g_str_has_prefix (line, "c "))
    return add_cell (self, line + 2);
  else if (*line == 'r')
    return end_row (self, line + 1);
  else
    return FALSE;
  return !self->full;
}

static void
take_output (Reading *self, char *output)
{
  char *next;

  for (char *line = output; *line != '\0'; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      else
        next = line + strlen (line);
      if (!take_line (self, line))
        break;
    }
  end_table (self);
}

static void
clear_cell (gpointer data)
{
  g_free (((NbOpenCell *) data)->text);
}

static gboolean
check_text (NbDocument *document, GError **error)
{
  const NbPiece *pieces;
  guint n;

  pieces = nb_document_get_pieces (document, &n);
  for (guint i = 0; i < n; i++)
    if (pieces[i].length > 0)
      return TRUE;
  g_set_error_literal (error, NB_ERROR, NB_ERROR_NO_TEXT,
                       n > 0 ? _ ("this document has no text, only pictures; open the report in "
                              "another format")
                             : _ ("there is no text in it"));
  return FALSE;
}

/* What a helper wrote, which need not be UTF-8. */
static char *
dup_output (GBytes *output)
{
  gsize size;
  const char *data = g_bytes_get_data (output, &size);

  return size > 0 ? g_utf8_make_valid (data, (gssize) size) : g_strdup ("");
}

static NbDocument *
read_old (NbSource *source, GCancellable *cancellable, GError **error)
{
  const char *const argv[] = { CATDOC, "-w", "-d", "utf-8", NULL };
  g_autoptr (GBytes) output = nb_child_run (argv, nb_source_get_bytes (source), &limits, cancellable, error);
  g_autoptr (NbDocument) document = NULL;
  char *text;
  gsize length;

  if (output == NULL)
    return NULL;
  text = dup_output (output);
  length = strlen (text);
  document = nb_document_new_for_text (source, text, length);
  nb_text_reader_cut (document, 0, (guint) length);
  return check_text (document, error) ? g_steal_pointer (&document) : NULL;
}

static gboolean
check_end (const Reading *self, GError **error)
{
  if (g_strcmp0 (self->end, "end") == 0 && !self->full)
    return TRUE;
  if (self->full)
    nb_error_set_limit (error, N_ ("the document has too many paragraphs and cells"), NB_LIMIT_PIECES);
  else if (g_strcmp0 (self->end, "fail characters") == 0)
    nb_error_set_limit (error, N_ ("the document has too many characters"), NB_LIMIT_DOC_CHARACTERS);
  else
    nb_refusal_set_ole (error, self->end != NULL && self->end[0] == 'f' ? self->end + strlen ("fail ") : "damaged");
  return FALSE;
}

/**
 * nb_doc_reader_read:
 * @source: a source whose container is OLE
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_ENCRYPTED, NB_ERROR_UNSUPPORTED for what holds no Word document, NB_ERROR_DAMAGED,
 *   NB_ERROR_NO_TEXT, NB_ERROR_LIMIT, NB_ERROR_TIMEOUT, or cancelled
 *
 * Reads a document of Word 97 or WPS, or an older one.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_doc_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_autofree char *helper = nb_child_find_helper (HELPER);
  const char *const argv[] = { helper, NULL };
  g_autoptr (GBytes) output = nb_child_run (argv, nb_source_get_bytes (source), &limits, cancellable, error);
  g_autoptr (NbDocument) document = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (NbOpenCell));
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *lines = NULL;
  Reading reading = { .cells = cells, .merges = merges };

  if (output == NULL)
    return NULL;
  g_array_set_clear_func (cells, clear_cell);
  document = nb_document_new (source);
  reading.document = document;
  lines = dup_output (output);
  take_output (&reading, lines);
  if (g_strcmp0 (reading.end, "fail old") == 0)
    return read_old (source, cancellable, error);
  if (!check_end (&reading, error) || !check_text (document, error))
    return NULL;
  return g_steal_pointer (&document);
}
