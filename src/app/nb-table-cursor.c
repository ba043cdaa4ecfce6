/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where one is in a table: which figure stands at which place, what a key leads to, and which rectangle of
 * cells is selected. The figure itself is the item's; the other corner of the rectangle is kept here and
 * holds only as long as the figure was chosen here. Main thread only.
 *
 *   a key or a click → nb_app_item_set_figure() → the page → its view; and "changed" → the looks of the cells
 */

#include "nb-table-cursor.h"

typedef struct
{
  guint row;
  guint column;
  NbFigure *figure; /* borrowed from the report of the item */
} Place;

struct _NbTableCursor
{
  GObject parent_instance;

  NbAppItem *item;  /* (owned) (nullable) */
  GArray *places;   /* (owned): of Place, in reading order */
  NbFigure *anchor; /* borrowed (nullable): where the selection began */
  NbFigure *head;   /* borrowed (nullable): what was chosen here last */
  guint n_rows;
  guint n_columns;
};

G_DEFINE_FINAL_TYPE (NbTableCursor, nb_table_cursor, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const Place *
find_place (NbTableCursor *self, NbFigure *figure)
{
  for (guint i = 0; figure != NULL && i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).figure == figure)
      return &g_array_index (self->places, Place, i);
  return NULL;
}

static const Place *
place_at (NbTableCursor *self, guint row, guint column)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->row == row && place->column == column)
        return place;
    }
  return NULL;
}

/* Rows of heads are passed over; in a short row the last cell before the column is taken. */
static const Place *
step (NbTableCursor *self, const Place *from, int rows, int columns)
{
  int y = (int) from->row + rows, x = (int) from->column + columns;

  for (; y >= 0 && y < (int) self->n_rows && x >= 0 && x < (int) self->n_columns;
       y += rows, x += columns)
    {
      const Place *place = place_at (self, (guint) y, (guint) x);

      for (int left = x - 1; left >= 0 && place == NULL && rows != 0; left--)
        place = place_at (self, (guint) y, (guint) left);
      if (place != NULL)
        return place;
    }
  return NULL;
}

static const Place *
edge (NbTableCursor *self, const Place *from, gboolean end, gboolean whole)
{
  const Place *found = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if ((whole || from == NULL || place->row == from->row) && (end || found == NULL))
        found = place;
    }
  return found;
}

static const Place *
follow_key (NbTableCursor *self, const Place *from, guint key, gboolean whole)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return from != NULL ? step (self, from, -1, 0) : edge (self, NULL, FALSE, TRUE);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return from != NULL ? step (self, from, 1, 0) : edge (self, NULL, FALSE, TRUE);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return from != NULL ? step (self, from, 0, -1) : NULL;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return from != NULL ? step (self, from, 0, 1) : NULL;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return edge (self, from, FALSE, whole);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return edge (self, from, TRUE, whole);
    default:
      return NULL;
    }
}

static gboolean
is_own_key (guint key)
{
  static const guint keys[] = {
    GDK_KEY_Up,      GDK_KEY_Down,     GDK_KEY_Left,    GDK_KEY_Right,
    GDK_KEY_Home,    GDK_KEY_End,      GDK_KEY_KP_Up,   GDK_KEY_KP_Down,
    GDK_KEY_KP_Left, GDK_KEY_KP_Right, GDK_KEY_KP_Home, GDK_KEY_KP_End,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == key)
      return TRUE;
  return FALSE;
}

/* Both corners of the selection; FALSE where nothing of this table is chosen. */
static gboolean
get_corners (NbTableCursor *self, Place *first, Place *last)
{
  NbFigure *figure = self->item != NULL ? nb_app_item_get_figure (self->item) : NULL;
  const Place *one = find_place (self, figure);
  const Place *two = find_place (self, figure == self->head ? self->anchor : NULL);

  if (one == NULL)
    return FALSE;
  if (two == NULL)
    two = one;
  first->row = MIN (one->row, two->row);
  first->column = MIN (one->column, two->column);
  last->row = MAX (one->row, two->row);
  last->column = MAX (one->column, two->column);
  return TRUE;
}

static void
nb_table_cursor_dispose (GObject *object)
{
  g_clear_object (&NB_TABLE_CURSOR (object)->item);

  G_OBJECT_CLASS (nb_table_cursor_parent_class)->dispose (object);
}

static void
nb_table_cursor_finalize (GObject *object)
{
  g_array_unref (NB_TABLE_CURSOR (object)->places);

  G_OBJECT_CLASS (nb_table_cursor_parent_class)->finalize (object);
}

static void
nb_table_cursor_class_init (NbTableCursorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_table_cursor_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_table_cursor_finalize;

  /* Other cells are selected than before. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nb_table_cursor_init (NbTableCursor *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

NbTableCursor *
nb_table_cursor_new (void)
{
  return g_object_new (NB_TYPE_TABLE_CURSOR, NULL);
}

/**
 * nb_table_cursor_reset:
 * @self: a cursor
 * @item: (nullable): the report whose figures will be put
 *
 * Forgets every place.
 */
void
nb_table_cursor_reset (NbTableCursor *self, NbAppItem *item)
{
  g_return_if_fail (NB_IS_TABLE_CURSOR (self));

  g_set_object (&self->item, item);
  g_array_set_size (self->places, 0);
  self->anchor = self->head = NULL;
  self->n_rows = self->n_columns = 0;
}

/**
 * nb_table_cursor_put:
 * @self: a cursor
 * @row: row, from 0; heads may take rows as well
 * @column: column, from 0
 * @figure: the figure that stands there
 *
 * To be called in reading order.
 */
void
nb_table_cursor_put (NbTableCursor *self, guint row, guint column, NbFigure *figure)
{
  const Place place = { row, column, figure };

  g_return_if_fail (NB_IS_TABLE_CURSOR (self));

  g_array_append_val (self->places, place);
  self->n_rows = MAX (self->n_rows, row + 1);
  self->n_columns = MAX (self->n_columns, column + 1);
}

/**
 * nb_table_cursor_choose:
 * @self: a cursor
 * @figure: a figure of this table
 * @extend: whether the cells from the anchor to it are selected, not it alone
 */
void
nb_table_cursor_choose (NbTableCursor *self, NbFigure *figure, gboolean extend)
{
  NbFigure *before;

  g_return_if_fail (NB_IS_TABLE_CURSOR (self));

  if (self->item == NULL || find_place (self, figure) == NULL)
    return;
  before = nb_app_item_get_figure (self->item);
  if (!extend)
    self->anchor = figure;
  else if (before != self->head || find_place (self, self->anchor) == NULL)
    self->anchor = find_place (self, before) != NULL ? before : figure;
  self->head = figure;
  nb_app_item_set_figure (self->item, figure);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * nb_table_cursor_press_key:
 * @self: a cursor
 * @key: the key
 * @state: what was held with it: Shift extends the selection, Ctrl goes to the ends of the table
 *
 * Returns: whether the key moves about in a table
 */
gboolean
nb_table_cursor_press_key (NbTableCursor *self, guint key, GdkModifierType state)
{
  const Place *from, *to;

  g_return_val_if_fail (NB_IS_TABLE_CURSOR (self), FALSE);

  if ((state & GDK_ALT_MASK) != 0 || !is_own_key (key) || self->item == NULL)
    return FALSE;
  from = find_place (self, nb_app_item_get_figure (self->item));
  to = follow_key (self, from, key, (state & GDK_CONTROL_MASK) != 0);
  if (to != NULL)
    nb_table_cursor_choose (self, to->figure, (state & GDK_SHIFT_MASK) != 0);
  return TRUE;
}

/**
 * nb_table_cursor_advance:
 * @self: a cursor
 * @forward: whether to the cell behind, and not to that before
 *
 * Goes on in reading order, from the end of a row to the beginning of the next.
 */
void
nb_table_cursor_advance (NbTableCursor *self, gboolean forward)
{
  const Place *from;
  guint index;

  g_return_if_fail (NB_IS_TABLE_CURSOR (self));

  from = self->item != NULL ? find_place (self, nb_app_item_get_figure (self->item)) : NULL;
  if (from == NULL)
    return;
  index = (guint) (from - (const Place *) (gconstpointer) self->places->data);
  if (forward ? index + 1 < self->places->len : index > 0)
    nb_table_cursor_choose (
        self, g_array_index (self->places, Place, forward ? index + 1 : index - 1).figure, FALSE);
}

/**
 * nb_table_cursor_is_selected:
 * @self: a cursor
 * @figure: a figure
 *
 * Returns: whether its cell is in the selection
 */
gboolean
nb_table_cursor_is_selected (NbTableCursor *self, NbFigure *figure)
{
  Place first, last;
  const Place *place;

  g_return_val_if_fail (NB_IS_TABLE_CURSOR (self), FALSE);

  place = find_place (self, figure);
  return place != NULL && get_corners (self, &first, &last) && place->row >= first.row &&
         place->row <= last.row && place->column >= first.column && place->column <= last.column;
}

/**
 * nb_table_cursor_get_selected:
 * @self: a cursor
 *
 * Returns: (transfer container) (element-type NbFigure): the selected figures in reading order; empty
 *   where nothing of this table is chosen
 */
GPtrArray *
nb_table_cursor_get_selected (NbTableCursor *self)
{
  GPtrArray *selected = g_ptr_array_new ();
  Place first, last;

  g_return_val_if_fail (NB_IS_TABLE_CURSOR (self), selected);

  if (!get_corners (self, &first, &last))
    return selected;
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->row >= first.row && place->row <= last.row && place->column >= first.column &&
          place->column <= last.column)
        g_ptr_array_add (selected, place->figure);
    }
  return selected;
}

/**
 * nb_table_cursor_scroll:
 * @self: a cursor
 * @adjustment: of what scrolls the table
 * @lower: where the chosen cell begins in what is scrolled
 * @upper: where it ends
 * @covered: what a head that stays takes of what is seen
 *
 * Brings the cell into sight. Whoever moves by hand from cell to cell is followed by as little as is needed; what
 * something else has chosen, as the next finding, is brought to a third of what is seen, with its neighbours around
 * it.
 */
void
nb_table_cursor_scroll (NbTableCursor *self,
                        GtkAdjustment *adjustment,
                        double lower,
                        double upper,
                        double covered)
{
  double value, page, margin;
  gboolean by_hand;

  g_return_if_fail (NB_IS_TABLE_CURSOR (self));

  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment) - covered;
  by_hand = self->item != NULL && self->head != NULL &&
            self->head == nb_app_item_get_figure (self->item);
  margin = by_hand ? 0 : MIN (upper - lower, page / 4);
  if (lower >= value + covered + margin && upper <= value + covered + page - margin)
    return;
  if (!by_hand)
    gtk_adjustment_set_value (adjustment, lower - covered - page / 3);
  else if (lower < value + covered)
    gtk_adjustment_set_value (adjustment, lower - covered);
  else
    gtk_adjustment_set_value (adjustment, upper - covered - page);
}
