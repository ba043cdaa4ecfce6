/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The cells of a table of a DOCX. Merging is told in two ways there, a number of columns (gridSpan) and cells that go
 * on from the row above (vMerge), older files have a third (hMerge); it comes out as spans, and the places are
 * those that HTML would give them (NbHtmlGrid).
 *
 * One thread.
 */

#include "nb-docx-private.h"

#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "base/nb-value.h"
#include "nb-html-grid.h"

#include <string.h>

/* A cell with more than this is read as running text where it looks like it. */
#define LONGEST_CELL 200
#define MOST_LINES   16
/* From how many figures on a table with running text in it holds data as well. */
#define FEWEST_VALUES 3

/* How a cell goes on from its neighbour. */
typedef enum { MERGE_NONE, MERGE_BEGINS, MERGE_CONTINUES } Merge;

/* A cell as written. */
typedef struct
{
  xmlNode *node; /* NULL: left out before the first cell of the row */
  guint row;
  guint column;
  guint span;
  guint rows;
  Merge vertical;
} Written;

typedef struct
{
  GArray *cells; /* Written */
  NbDocxFields fields;
  NbDocxStyles *styles;
} Reader;

static guint
get_count (const xmlNode *properties, const char *name)
{
  double value;

  if (!nb_xml_get_number (nb_xml_find (properties, name), "val", &value) || !(value > 1))
    return 1;
  return (guint) MIN (value, NB_LIMIT_COLUMN_SPAN);
}

static Merge
get_merge (const xmlNode *properties, const char *name)
{
  const xmlNode *node = nb_xml_find (properties, name);
  g_autofree char *value = nb_xml_dup_get (node, "val");

  if (node == NULL)
    return MERGE_NONE;
  return g_strcmp0 (value, "restart") == 0 ? MERGE_BEGINS : MERGE_CONTINUES;
}

/* The children of one name, also those that are wrapped. */
static void
collect (GPtrArray *out, const xmlNode *parent, const char *name)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      const xmlNode *inner;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (nb_docx_is (node, name))
        g_ptr_array_add (out, node);
      else if ((inner = nb_docx_get_inner (node)) != NULL)
        collect (out, inner, name);
    }
}

static void
write_row (Reader *self, const xmlNode *row, guint number)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  const xmlNode *row_properties = nb_xml_find (row, "trPr");
  Written cell = { .row = number, .rows = 1 };
  double before;

  if (nb_xml_get_number (nb_xml_find (row_properties, "gridBefore"), "val", &before) && before >= 1)
    {
      cell.span = (guint) MIN (before, NB_LIMIT_COLUMN_SPAN);
      g_array_append_val (self->cells, cell);
      cell.column = cell.span;
    }
  collect (nodes, row, "tc");
  for (guint i = 0; i < nodes->len; i++)
    {
      const xmlNode *properties;
      guint last = self->cells->len;

      cell.node = g_ptr_array_index (nodes, i);
      properties = nb_xml_find (cell.node, "tcPr");
      cell.span = get_count (properties, "gridSpan");
      cell.vertical = get_merge (properties, "vMerge");
      if (nb_xml_find (properties, "cellDel") != NULL)
        continue;
      if (get_merge (properties, "hMerge") == MERGE_CONTINUES && last > 0 &&
          g_array_index (self->cells, Written, last - 1).row == number)
        g_array_index (self->cells, Written, last - 1).span += cell.span;
      else
        g_array_append_val (self->cells, cell);
      cell.column += cell.span;
    }
}

/* Rows that are deleted as such, not only emptied. */
static gboolean
is_deleted (const xmlNode *row)
{
  return nb_xml_find (nb_xml_find (row, "trPr"), "del") != NULL;
}

/* Gives cells that begin a merged one their rows; those that go on from it are marked by 0 rows. A cell that
 * goes on from nothing stands for itself. */
static void
join_rows (GArray *cells)
{
  guint above = 0, end_above = 0;

  for (guint first = 0, end; first < cells->len; above = first, end_above = end, first = end)
    {
      guint row = g_array_index (cells, Written, first).row;
      guint a = above;

      for (end = first; end < cells->len && g_array_index (cells, Written, end).row == row; end++)
        {
          Written *cell = &g_array_index (cells, Written, end);
          const Written *over;

          while (a < end_above && g_array_index (cells, Written, a).column < cell->column)
            a++;
          over = a < end_above ? &g_array_index (cells, Written, a) : NULL;
          if (cell->vertical == MERGE_CONTINUES && over != NULL && over->vertical != MERGE_NONE &&
              over->column == cell->column && over->span == cell->span)
            cell->rows = 0;
        }
    }
}

/* Counts, from below, how many rows go on from each cell that begins. */
static void
count_rows (GArray *cells)
{
  g_autoptr (GHashTable) below = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = cells->len; i > 0; i--)
    {
      Written *cell = &g_array_index (cells, Written, i - 1);
      gpointer key = GUINT_TO_POINTER (cell->column);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (below, key));

      if (cell->rows == 0)
        g_hash_table_insert (below, key, GUINT_TO_POINTER (n + 1));
      else
        {
          cell->rows += cell->vertical != MERGE_NONE ? n : 0;
          g_hash_table_remove (below, key);
        }
    }
}

typedef struct
{
  GString *text;
  guint n_lines;
  guint n_chars;
  guint n_sentences;
  gboolean has_table;
  gboolean has_picture;
  gboolean has_chunk;   /* a part in another format stands there */
  gboolean is_numbered; /* a list puts a number there */
} Content;

static gboolean
is_numbered (const xmlNode *paragraph)
{
  double list = 0;

  return nb_xml_get_number (nb_xml_find (nb_xml_find (nb_xml_find (paragraph, "pPr"), "numPr"), "numId"), "val", &list) &&
         list > 0;
}

static void
gather (Reader *self, Content *content, xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      xmlNode *inner;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (nb_docx_is (node, "p"))
        {
          g_auto (NbDocxLine) line = { NULL };

          nb_docx_line_init (&line);
          nb_docx_line_take (&line, &self->fields, self->styles, node);
          if (content->text->len > 0 && line.text->len > 0)
            g_string_append_c (content->text, ' ');
          g_string_append_len (content->text, line.text->str, (gssize) line.text->len);
          content->n_lines += line.n_chars > 0;
          content->n_chars += line.n_chars;
          content->n_sentences += line.n_sentences;
          content->has_picture |= line.has_picture || line.has_small_picture;
          content->is_numbered |= is_numbered (node);
          for (guint i = 0; i < line.boxes->len; i++)
            gather (self, content, g_ptr_array_index (line.boxes, i));
        }
      else if (nb_docx_is (node, "tbl"))
        content->has_table = TRUE;
      else if (nb_docx_is (node, "altChunk"))
        content->has_chunk = TRUE;
      else if ((inner = nb_docx_get_inner (node)) != NULL)
        gather (self, content, inner);
    }
}

/* Where no word stands, a character of a font of symbols may be a digit. */
static void
lose_symbols (GString *text)
{
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return;
  g_string_replace (text, "\u25a1", NB_TEXT_LOST, 0);
}

static void
read_content (Reader *self, NbDocxCell *cell)
{
  Content content = { .text = g_string_new (NULL) };
  const NbDocxFields fields = self->fields;

  gather (self, &content, cell->node);
  /* No field reaches from a cell into another one. */
  self->fields = fields;
  g_strdelimit (content.text->str, "\t\n", ' ');
  if (content.has_chunk)
    g_string_append (content.text, NB_TEXT_LOST);
  lose_symbols (content.text);
  cell->is_picture = content.has_picture && content.n_chars == 0;
  cell->is_numbered = content.is_numbered && content.text->len == 0;
  cell->is_running =
      content.has_table || content.n_lines > MOST_LINES ||
      (content.n_chars > LONGEST_CELL && (content.n_lines > 1 || content.n_sentences > 1));
  cell->text = g_string_free (content.text, FALSE);
}

static void
clear_cell (gpointer data)
{
  g_free (((NbDocxCell *) data)->text);
}

/* Whether the table holds data; as for HTML. */
static gboolean
holds_data (const GArray *cells)
{
  guint n_values = 0, n_columns = 0;
  gboolean has_running = FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      const NbDocxCell *cell = &g_array_index (cells, NbDocxCell, i);

      n_columns = MAX (n_columns, cell->column + cell->column_span);
      has_running |= cell->is_running;
      n_values += !cell->is_running && *cell->text != '\0' && nb_value_looks_like (cell->text, -1);
    }
  return cells->len > 1 && (!has_running || n_values >= FEWEST_VALUES) && (n_columns > 1 || n_values > 0);
}

/* The number of a list that stands alone is not read. Before a label it counts the rows. */
static void
lose_numbers (GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      NbDocxCell *cell = &g_array_index (cells, NbDocxCell, i), *next = i + 1 < cells->len ? cell + 1 : NULL;

      if (!cell->is_numbered || (next != NULL && next->row == cell->row && *next->text != '\0' &&
                                 !nb_value_looks_like (next->text, -1)))
        continue;
      g_free (cell->text);
      cell->text = g_strdup (NB_TEXT_LOST);
    }
}

static GArray *
place_cells (Reader *self, guint n_rows)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (NbDocxCell));
  g_autoptr (NbHtmlGrid) grid = nb_html_grid_new ();
  guint i = 0;

  g_array_set_clear_func (cells, clear_cell);
  nb_html_grid_begin_group (grid, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      nb_html_grid_begin_row (grid);
      for (; i < self->cells->len && g_array_index (self->cells, Written, i).row == row; i++)
        {
          const Written *written = &g_array_index (self->cells, Written, i);
          NbDocxCell cell = {
            .node = written->node, .row = row, .row_span = written->rows, .column_span = written->span
          };

          if (written->rows == 0)
            continue;
          cell.column = nb_html_grid_place (grid, &cell.row_span, &cell.column_span);
          if (cell.node == NULL)
            continue;
          read_content (self, &cell);
          g_array_append_val (cells, cell);
        }
    }
  lose_numbers (cells);
  return cells;
}

/**
 * nb_docx_table_read:
 * @table: a tbl element
 * @fields: which fields are open before it
 * @styles: the styles
 * @is_data: (out): whether it holds data; else it lays out the page
 *
 * Reads the cells of a table.
 *
 * Returns: (transfer full) (element-type NbDocxCell): the cells, row by row; a merged cell once
 */
GArray *
nb_docx_table_read (const xmlNode *table, const NbDocxFields *fields, NbDocxStyles *styles, gboolean *is_data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  Reader reader = { .cells = g_array_new (FALSE, FALSE, sizeof (Written)), .fields = *fields, .styles = styles };
  guint n_rows = 0;
  GArray *cells;

  collect (rows, table, "tr");
  for (guint i = 0; i < rows->len; i++)
    if (!is_deleted (g_ptr_array_index (rows, i)))
      write_row (&reader, g_ptr_array_index (rows, i), n_rows++);
  join_rows (reader.cells);
  count_rows (reader.cells);
  cells = place_cells (&reader, n_rows);
  g_array_unref (reader.cells);
  *is_data = holds_data (cells);
  return cells;
}
