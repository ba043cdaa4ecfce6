/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of the document in the running text, merged cells and all. What the reader yields are pieces of
 * text with their places in a grid; each becomes a label, some at a time, and characters in them can be
 * marked by their bytes as in the text around. Main thread only.
 */

#include "nb-text-table.h"

#include "nb-han-words.h"
#include "nb-sheet.h"
#include "nb-sideways.h"
#include "nb-text-bars.h"
#include "nb-ui-text.h"

enum
{
  CELLS_AT_ONCE = 40,
  SHORT_FIGURE = 12, /* characters that stand in one line */
  LEAST_LABEL = 14,  /* of a row, before the table scrolls sideways: signs of Han are two */
  LEAST_CHARS = 4,
  MOST_COLUMNS = 40,
  MOST_CELL_BYTES = 1200, /* what is longer is prose in a table that only lays out the page */
};

typedef struct
{
  gsize offset;
  gsize length;
} Range;

typedef struct
{
  const NbPiece *piece; /* borrowed from the pieces of the table */
  GtkLabel *label;      /* (nullable): child of the sheet, once it is made */
} Cell;

struct _NbTextTable
{
  AdwBin parent_instance;

  NbSheet *sheet;
  NbDocument *document; /* (owned) */
  GArray *pieces;       /* (owned): of NbPiece, which the cells borrow */
  GArray *cells;        /* (owned): of Cell */
  guint n_built;
  guint n_rows;
  guint n_columns;
  GArray *marks[NB_TEXT_N_MARKS]; /* (owned): of Range */
};

G_DEFINE_FINAL_TYPE (NbTextTable, nb_text_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
overlaps (const Range *range, const NbPiece *piece)
{
  return range->offset < (gsize) piece->offset + piece->length &&
         range->offset + range->length > piece->offset;
}

static gboolean
has_mark (NbTextTable *self, NbTextMark mark, const NbPiece *piece)
{
  for (guint i = 0; i < self->marks[mark]->len; i++)
    if (overlaps (&g_array_index (self->marks[mark], Range, i), piece))
      return TRUE;
  return FALSE;
}

static void
add_color (PangoAttrList *attributes,
           GtkWidget *widget,
           const char *name,
           double alpha,
           guint start,
           guint end)
{
  GdkRGBA color;
  PangoAttribute *ground, *opacity;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    return;
  ground = pango_attr_background_new ((guint16) (color.red * 65535),
                                      (guint16) (color.green * 65535),
                                      (guint16) (color.blue * 65535));
  opacity = pango_attr_background_alpha_new ((guint16) (alpha * 65535));
  ground->start_index = opacity->start_index = start;
  ground->end_index = opacity->end_index = end;
  pango_attr_list_insert (attributes, ground);
  pango_attr_list_insert (attributes, opacity);
}

static void
add_mark (PangoAttrList *attributes, GtkWidget *widget, NbTextMark mark, guint start, guint end)
{
  PangoAttribute *attribute = NULL;

  switch (mark)
    {
    case NB_TEXT_MARK_FIGURE:
      attribute = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      break;
    case NB_TEXT_MARK_HIT:
      add_color (attributes, widget, "yellow_2", 0.55, start, end);
      return;
    case NB_TEXT_MARK_CURRENT:
      add_color (attributes, widget, "orange_2", 0.85, start, end);
      attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      break;
    case NB_TEXT_MARK_CHOSEN:
    default:
      add_color (attributes, widget, "accent_bg_color", 0.28, start, end);
      attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    }
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
refresh_cell (NbTextTable *self, const Cell *cell)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (cell->label == NULL)
    return;
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string ("zh-cn")));
  nb_han_words_keep_whole (attributes, gtk_label_get_text (cell->label));
  for (guint mark = 0; mark < NB_TEXT_N_MARKS; mark++)
    for (guint i = 0; i < self->marks[mark]->len; i++)
      {
        const Range *range = &g_array_index (self->marks[mark], Range, i);
        gsize begin = cell->piece->offset, end = begin + cell->piece->length;

        if (overlaps (range, cell->piece))
          add_mark (attributes, GTK_WIDGET (cell->label), mark,
                    (guint) (MAX (range->offset, begin) - begin),
                    (guint) (MIN (range->offset + range->length, end) - begin));
      }
  gtk_label_set_attributes (cell->label, attributes);
  if (has_mark (self, NB_TEXT_MARK_CHOSEN, cell->piece))
    gtk_widget_add_css_class (GTK_WIDGET (cell->label), "nb-chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell->label), "nb-chosen");
}

/* A row without any figure is one of heads. */
static gboolean
row_has_figure (NbTextTable *self, guint row)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const NbPiece *piece = g_array_index (self->cells, Cell, i).piece;

      if (piece->row <= row && row < piece->row + piece->row_span &&
          has_mark (self, NB_TEXT_MARK_FIGURE, piece))
        return TRUE;
    }
  return FALSE;
}

/* How narrow a cell that wraps may become. */
static int
get_least_chars (NbTextTable *self, const NbPiece *piece, gboolean figure, glong length)
{
  if (figure)
    return SHORT_FIGURE;
  if (piece->row_span > 1 || !row_has_figure (self, piece->row))
    return LEAST_CHARS;
  return (int) CLAMP (2 * length, LEAST_CHARS, LEAST_LABEL);
}

static void
build_cell (NbTextTable *self, Cell *cell)
{
  const NbPiece *piece = cell->piece;
  const char *all = nb_document_get_text (self->document, NULL);
  g_autofree char *text = g_strdelimit (g_strndup (all + piece->offset, piece->length), "\n", ' ');
  gboolean figure = has_mark (self, NB_TEXT_MARK_FIGURE, piece);
  glong length = g_utf8_strlen (text, -1);
  GtkWidget *label = gtk_label_new (text);

  cell->label = GTK_LABEL (label);
  /* What never wraps needs no measure in characters, which costs as much as laying the text out. */
  if (!figure || length > SHORT_FIGURE)
    {
      gtk_label_set_wrap (cell->label, TRUE);
      gtk_label_set_wrap_mode (cell->label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (cell->label, get_least_chars (self, piece, figure, length));
      gtk_label_set_max_width_chars (cell->label, 40);
    }
  if (figure)
    {
      gtk_label_set_xalign (cell->label, 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  else if (!row_has_figure (self, piece->row))
    {
      gtk_label_set_justify (cell->label, GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (label, "nb-sheet-head");
    }
  else
    gtk_label_set_xalign (cell->label, 0);
  nb_sheet_add (self->sheet, label, piece->row, piece->column,
                MIN (piece->row_span, self->n_rows - piece->row),
                MIN (piece->column_span, self->n_columns - piece->column));
  refresh_cell (self, cell);
}

static void
released_cb (NbTextTable *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->sheet), x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; picked != NULL && i < self->cells->len; i++)
    if (GTK_WIDGET (g_array_index (self->cells, Cell, i).label) == picked)
      {
        const NbPiece *piece = g_array_index (self->cells, Cell, i).piece;

        g_signal_emit (self, signals[SIGNAL_CLICKED], 0, piece->offset, piece->length);
      }
}

/* What it asks for is set with its width: a text view would measure every cell for a width of its own. */
static void
nb_text_table_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
nb_text_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
nb_text_table_dispose (GObject *object)
{
  g_clear_object (&NB_TEXT_TABLE (object)->document);

  G_OBJECT_CLASS (nb_text_table_parent_class)->dispose (object);
}

static void
nb_text_table_finalize (GObject *object)
{
  NbTextTable *self = NB_TEXT_TABLE (object);

  g_array_unref (self->cells);
  g_clear_pointer (&self->pieces, g_array_unref);
  for (guint i = 0; i < NB_TEXT_N_MARKS; i++)
    g_array_unref (self->marks[i]);

  G_OBJECT_CLASS (nb_text_table_parent_class)->finalize (object);
}

static void
nb_text_table_class_init (NbTextTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_text_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_text_table_finalize;
  GTK_WIDGET_CLASS (klass)->measure = nb_text_table_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = nb_text_table_size_allocate;

  /* A cell was clicked: its bytes in the document. */
  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                          G_TYPE_UINT);
}

static void
nb_text_table_init (NbTextTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint i = 0; i < NB_TEXT_N_MARKS; i++)
    self->marks[i] = g_array_new (FALSE, FALSE, sizeof (Range));
  self->sheet = NB_SHEET (nb_sheet_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->sheet), "nb-text-sheet");
  adw_bin_set_child (ADW_BIN (self), nb_sideways_new (GTK_WIDGET (self->sheet)));
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->sheet), GTK_EVENT_CONTROLLER (click));
}

static gboolean
is_table (const NbPiece *pieces, guint first, guint end)
{
  guint rows = 0, columns = 0;

  if (end - first > NB_LIMIT_TEXT_TABLE_CELLS)
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      rows = MAX (rows, pieces[i].row);
      columns = MAX (columns, pieces[i].column);
      if (pieces[i].length > MOST_CELL_BYTES || pieces[i].row > NB_LIMIT_TEXT_TABLE_CELLS ||
          (pieces[i].flags & NB_PIECE_FURNITURE) != 0)
        return FALSE;
    }
  return rows > 0 && columns > 0 && columns < MOST_COLUMNS;
}

/**
 * nb_text_table_find_range:
 * @all: (element-type NbPiece): nb_text_bars_list_pieces() of a document
 * @first: (inout): where to look from; the first piece of the table
 * @end: (out): the piece after its last
 *
 * Finds the next grid that is to be shown as a table. One that only lays out the page is none, nor is one
 * beyond %NB_LIMIT_TEXT_TABLE_CELLS; those stay lines of text.
 *
 * Returns: whether there is one
 */
gboolean
nb_text_table_find_range (GArray *all, guint *first, guint *end)
{
  const NbPiece *pieces = (const NbPiece *) (gpointer) all->data;
  guint n_pieces = all->len;

  for (guint i = *first; i < n_pieces; i = *end)
    {
      *end = i + 1;
      if (pieces[i].table < 0)
        continue;
      while (*end < n_pieces && pieces[*end].table == pieces[i].table)
        (*end)++;
      if (!is_table (pieces, i, *end))
        continue;
      *first = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * nb_text_table_new:
 * @document: a document
 * @all: (element-type NbPiece): nb_text_bars_list_pieces() of it
 * @first: first piece of a grid
 * @end: the piece after its last
 *
 * Returns: (transfer full): a table without cells yet; see nb_text_table_build()
 */
GtkWidget *
nb_text_table_new (NbDocument *document, GArray *all, guint first, guint end)
{
  NbTextTable *self = g_object_new (NB_TYPE_TEXT_TABLE, NULL);
  const NbPiece *pieces = (const NbPiece *) (gpointer) all->data;

  self->document = g_object_ref (document);
  self->pieces = g_array_ref (all);
  for (guint i = first; i < end; i++)
    {
      const Cell cell = { &pieces[i], NULL };

      g_array_append_val (self->cells, cell);
      self->n_rows = MAX (self->n_rows, pieces[i].row + 1);
      self->n_columns = MAX (self->n_columns, pieces[i].column + 1);
    }
  /* A merged cell may reach beyond the columns that others begin in. */
  for (guint i = first; i < end; i++)
    self->n_columns = MAX (self->n_columns,
                           MIN (pieces[i].column + pieces[i].column_span, MOST_COLUMNS));
  return GTK_WIDGET (self);
}

/**
 * nb_text_table_build:
 * @self: a table
 *
 * Makes some more of its cells. Figures are to be marked before.
 *
 * Returns: whether there are more to make
 */
gboolean
nb_text_table_build (NbTextTable *self)
{
  g_return_val_if_fail (NB_IS_TEXT_TABLE (self), FALSE);

  for (guint i = 0; i < CELLS_AT_ONCE && self->n_built < self->cells->len; i++)
    build_cell (self, &g_array_index (self->cells, Cell, self->n_built++));
  return self->n_built < self->cells->len;
}

/**
 * nb_text_table_set_width:
 * @self: a table
 * @width: how much room there is
 *
 * Asks for this width and for the height that the cells so far need in it. A scrolled window tells neither
 * a text view, which gives a child no more than it asks for. A table that needs more scrolls sideways.
 */
void
nb_text_table_set_width (NbTextTable *self, int width)
{
  int least = 0, height = 0;

  g_return_if_fail (NB_IS_TEXT_TABLE (self));

  gtk_widget_measure (GTK_WIDGET (self->sheet), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (self->sheet), GTK_ORIENTATION_VERTICAL, MAX (width, least),
                      &height, NULL, NULL, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self), MAX (width, 1), height);
}

/**
 * nb_text_table_get_bytes:
 * @self: a table
 * @begin: (out): where it begins in the document text
 * @end: (out): where it ends
 */
void
nb_text_table_get_bytes (NbTextTable *self, gsize *begin, gsize *end)
{
  const NbPiece *first, *last;

  g_return_if_fail (NB_IS_TEXT_TABLE (self));

  first = g_array_index (self->cells, Cell, 0).piece;
  last = g_array_index (self->cells, Cell, self->cells->len - 1).piece;
  *begin = first->offset;
  *end = nb_text_bars_get_end (nb_document_get_text (self->document, NULL),
                               (gsize) last->offset + last->length);
}

static void
refresh_range (NbTextTable *self, const Range *range)
{
  for (guint i = 0; i < self->n_built; i++)
    if (overlaps (range, g_array_index (self->cells, Cell, i).piece))
      refresh_cell (self, &g_array_index (self->cells, Cell, i));
}

/**
 * nb_text_table_mark:
 * @self: a table
 * @mark: what is to be seen
 * @offset: bytes of the document text
 * @length: bytes
 */
void
nb_text_table_mark (NbTextTable *self, NbTextMark mark, gsize offset, gsize length)
{
  const Range range = { offset, length };

  g_return_if_fail (NB_IS_TEXT_TABLE (self));

  g_array_append_val (self->marks[mark], range);
  refresh_range (self, &range);
}

/**
 * nb_text_table_unmark:
 * @self: a table
 * @mark: what is to be seen no longer
 */
void
nb_text_table_unmark (NbTextTable *self, NbTextMark mark)
{
  g_autoptr (GArray) old = NULL;

  g_return_if_fail (NB_IS_TEXT_TABLE (self));

  old = g_steal_pointer (&self->marks[mark]);
  self->marks[mark] = g_array_new (FALSE, FALSE, sizeof (Range));
  for (guint i = 0; i < old->len; i++)
    refresh_range (self, &g_array_index (old, Range, i));
}

/**
 * nb_text_table_get_marked:
 * @self: a table
 * @mark: what is to be seen
 * @offset: (out): where the first such mark is, in bytes of the document text
 * @length: (out): bytes
 *
 * Returns: whether there is one
 */
gboolean
nb_text_table_get_marked (NbTextTable *self, NbTextMark mark, gsize *offset, gsize *length)
{
  g_return_val_if_fail (NB_IS_TEXT_TABLE (self), FALSE);

  if (self->marks[mark]->len == 0)
    return FALSE;
  *offset = g_array_index (self->marks[mark], Range, 0).offset;
  *length = g_array_index (self->marks[mark], Range, 0).length;
  return TRUE;
}

/**
 * nb_text_table_find_cell:
 * @self: a table
 * @offset: bytes of the document text
 *
 * Returns: (transfer none) (nullable): the cell that shows them, once it is made
 */
GtkWidget *
nb_text_table_find_cell (NbTextTable *self, gsize offset)
{
  g_return_val_if_fail (NB_IS_TEXT_TABLE (self), NULL);

  for (guint i = 0; i < self->n_built; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (offset >= cell->piece->offset &&
          offset <= (gsize) cell->piece->offset + cell->piece->length)
        return GTK_WIDGET (cell->label);
    }
  return NULL;
}

/**
 * nb_text_table_scroll_to:
 * @self: a table
 * @cell: one of its cells
 *
 * Scrolls sideways so that the cell is seen, where the table is wider than the text.
 */
void
nb_text_table_scroll_to (NbTextTable *self, GtkWidget *cell)
{
  GtkWidget *scrolled;
  GtkAdjustment *adjustment;
  double value, page, right;
  graphene_rect_t bounds;

  g_return_if_fail (NB_IS_TEXT_TABLE (self));

  scrolled = adw_bin_get_child (ADW_BIN (self));
  if (!GTK_IS_SCROLLED_WINDOW (scrolled) || gtk_widget_get_width (cell) == 0 ||
      !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->sheet), &bounds))
    return;
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  right = (double) bounds.origin.x + (double) bounds.size.width;
  if ((double) bounds.origin.x < value || right > value + page)
    gtk_adjustment_set_value (adjustment, right + (double) bounds.size.width - page);
}
