/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A grid with merged cells, laid out as a table of print is: columns share the width by what stands in
 * them, rows grow with their labels, and rows of heads stay in view while the rest scrolls under them.
 * It owns its children, one for each cell, and knows nothing of what they show. The lines between the cells
 * are its own: a border of each cell is a path that cairo fills, many times as dear. Main thread only.
 *
 * GtkGrid gives the height of a label over several columns to its rows only after it has its width, and
 * lets no row stay; GtkColumnView cannot merge cells.
 */

#include "nb-sheet.h"

#include "nb-later.h"
#include "nb-repaint.h"

enum
{
  MORE = 96,         /* pixels of rows that are drawn out of sight at either end */
  ROOM = 24,         /* that a column behind the expanding one gets more where there is room */
  LEAST_AT_ONCE = 8, /* cells that are measured ahead in a piece, however long it takes */
};

typedef struct
{
  GtkWidget *widget; /* child */
  guint row;
  guint column;
  guint row_span;
  guint column_span;
  GdkRectangle place; /* as it was allocated */
} Cell;

struct _NbSheet
{
  GtkWidget parent_instance;

  GArray *cells; /* (owned): of Cell */
  guint n_rows;
  guint n_columns;
  guint n_head_rows;
  guint expand; /* the column that takes room which is left over: that of labels */
  int expanding; /* what it has at least before the columns behind it get what they would like; 0: no such order */

  guint turn;                /* of its drawing */
  guint n_prepared;          /* cells whose width, and then whose height, has been measured ahead */
  GtkAdjustment *adjustment; /* (owned) (nullable): where the rows scroll */

  /* Kept until something changes. */
  int *least;   /* (owned) (nullable): by column */
  int *natural; /* (owned) (nullable): by column */
  int *widths;  /* (owned) (nullable): by column, for @width */
  int *heights; /* (owned) (nullable): by row, for @width */
  int width;
};

G_DEFINE_FINAL_TYPE (NbSheet, nb_sheet, GTK_TYPE_WIDGET)

static int
sum (const int *sizes, guint first, guint n)
{
  int total = 0;

  for (guint i = first; i < first + n; i++)
    total += sizes[i];
  return total;
}

static void
forget_sizes (NbSheet *self)
{
  g_clear_pointer (&self->least, g_free);
  g_clear_pointer (&self->natural, g_free);
  g_clear_pointer (&self->widths, g_free);
  g_clear_pointer (&self->heights, g_free);
  self->width = -1;
}

/* A merged cell that needs more than its columns or rows have gets the rest from the last of them. */
static void
widen (int *sizes, guint first, guint n, int needed)
{
  int lacking = needed - sum (sizes, first, n);

  if (lacking > 0)
    sizes[first + n - 1] += lacking;
}

static void
measure_columns (NbSheet *self)
{
  if (self->least != NULL)
    return;
  self->least = g_new0 (int, self->n_columns + 1);
  self->natural = g_new0 (int, self->n_columns + 1);
  for (int merged = 0; merged <= 1; merged++)
    for (guint i = 0; i < self->cells->len; i++)
      {
        const Cell *cell = &g_array_index (self->cells, Cell, i);
        int least = 0, natural = 0;

        if ((cell->column_span > 1) != merged)
          continue;
        gtk_widget_measure (cell->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL,
                            NULL);
        widen (self->least, cell->column, cell->column_span, least);
        /* A long merged label wraps rather than making its columns wide. */
        widen (self->natural, cell->column, cell->column_span, merged ? least : natural);
      }
  for (guint i = 0; i < self->n_columns; i++)
    self->natural[i] = MAX (self->natural[i], self->least[i]);
}

/* The columns of values: those behind that of the labels. */
static guint
count_values (NbSheet *self)
{
  return self->expanding > 0 && self->n_columns > self->expand + 1
             ? self->n_columns - self->expand - 1
             : 0;
}

/* What is left over goes to the columns of values up to their room, then to the one that expands: a number far from its
 * label is hard to follow. */
static void
share_rest (NbSheet *self, int left)
{
  guint n_values = count_values (self);
  int more = n_values > 0 ? MIN (left / (int) n_values, ROOM) : 0;

  for (guint i = self->n_columns - n_values; i < self->n_columns; i++)
    self->widths[i] += more;
  if (self->n_columns > 0)
    self->widths[MIN (self->expand, self->n_columns - 1)] += left - more * (int) n_values;
}

/* Gives some columns the same share of their wishes, all of them at most; returns what is left. */
static int
share_wishes (NbSheet *self, guint first, guint n, int room)
{
  int wished = sum (self->natural, first, n) - sum (self->least, first, n), given = 0;

  for (guint i = first; i < first + n; i++)
    {
      int wish = self->natural[i] - self->least[i];
      int more = room >= wished ? wish : (int) ((gint64) wish * MAX (room, 0) / MAX (wished, 1));

      self->widths[i] += more;
      given += more;
    }
  return room - given;
}

/* Every column has what it needs. The columns of values come first once that of the labels is easy to read, since a
 * label may wrap. */
static void
share_width (NbSheet *self, int width)
{
  guint n_values, n_others;
  int room, kept = 0;

  measure_columns (self);
  n_values = count_values (self);
  n_others = self->n_columns - n_values;
  g_free (self->widths);
  self->widths = g_memdup2 (self->least, sizeof (int) * (self->n_columns + 1));
  room = MAX (width - sum (self->least, 0, self->n_columns), 0);
  if (n_values > 0 && n_others > 0)
    kept = CLAMP (MIN (self->natural[self->expand], self->expanding) - self->least[self->expand], 0,
                  room);
  room = share_wishes (self, n_others, n_values, room - kept) + kept;
  share_rest (self, share_wishes (self, 0, n_others, room));
}

static void
measure_rows (NbSheet *self, int width)
{
  if (self->heights != NULL && self->width == width)
    return;
  share_width (self, width);
  g_free (self->heights);
  self->heights = g_new0 (int, self->n_rows + 1);
  self->width = width;
  for (int merged = 0; merged <= 1; merged++)
    for (guint i = 0; i < self->cells->len; i++)
      {
        const Cell *cell = &g_array_index (self->cells, Cell, i);
        int height = 0;

        if ((cell->row_span > 1) != merged)
          continue;
        gtk_widget_measure (cell->widget, GTK_ORIENTATION_VERTICAL,
                            sum (self->widths, cell->column, cell->column_span), &height, NULL,
                            NULL, NULL);
        widen (self->heights, cell->row, cell->row_span, height);
      }
}

/* How wide it would be at most where it is not stretched. */
static int
natural_width (NbSheet *self)
{
  return sum (self->natural, 0, self->n_columns) + ROOM * (int) count_values (self);
}

/* How wide it will be where there are @width: no wider than it would be, unless it is stretched. */
static int
width_within (NbSheet *self, int width)
{
  gboolean stretched = gtk_widget_get_halign (GTK_WIDGET (self)) == GTK_ALIGN_FILL;

  measure_columns (self);
  return stretched ? width : MIN (width, natural_width (self));
}

static GtkSizeRequestMode
nb_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nb_sheet_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  NbSheet *self = NB_SHEET (widget);

  measure_columns (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = sum (self->least, 0, self->n_columns);
      *natural = natural_width (self);
      return;
    }
  measure_rows (self, for_size >= 0 ? width_within (self, for_size) : natural_width (self));
  *minimum = *natural = sum (self->heights, 0, self->n_rows);
}

static void
get_rectangle (NbSheet *self, const Cell *cell, GdkRectangle *rectangle)
{
  rectangle->x = sum (self->widths, 0, cell->column);
  rectangle->y = sum (self->heights, 0, cell->row);
  rectangle->width = sum (self->widths, cell->column, cell->column_span);
  rectangle->height = sum (self->heights, cell->row, cell->row_span);
}

static void
nb_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NbSheet *self = NB_SHEET (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int scrolled = self->adjustment != NULL ? (int) gtk_adjustment_get_value (self->adjustment) : 0;

  /* The heads stand at the very top of what is seen: what lies above the sheet scrolls away first. */
  scrolled -= nb_sheet_get_top (self);
  measure_rows (self, width);
  scrolled = CLAMP (scrolled, 0, MAX (height - nb_sheet_get_head_height (self), 0));
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      get_rectangle (self, cell, &cell->place);
      if (cell->row < self->n_head_rows)
        cell->place.y += scrolled;
      if (mirrored)
        cell->place.x = width - cell->place.x - cell->place.width;
      gtk_widget_size_allocate (cell->widget, &cell->place, -1);
    }
}

static void
append_line (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (
        snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* The colour of lines, and of the ground, is that of a text of their class. */
static void
get_color (NbSheet *self, const char *css_class, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_save (context);
  gtk_style_context_add_class (context, css_class);
  gtk_style_context_get_color (context, color);
  gtk_style_context_restore (context);
}

static gboolean
is_drawn (NbSheet *self, const Cell *cell, gboolean heads)
{
  double value, page;

  if ((cell->row < self->n_head_rows) != heads)
    return FALSE;
  if (heads || self->adjustment == NULL)
    return TRUE;
  value = gtk_adjustment_get_value (self->adjustment) - nb_sheet_get_top (self);
  page = gtk_adjustment_get_page_size (self->adjustment);
  return cell->place.y + cell->place.height > value - MORE && cell->place.y < value + page + MORE;
}

/* A line stands at the right of each cell and below it. Lines at the right of cells under each other are one,
 * and no two lines cross, since where two half clear colours met they would be a dark point. */
static void
snapshot_lines (NbSheet *self, GtkSnapshot *snapshot, const GdkRGBA *color, gboolean heads)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree GdkRectangle *lines = g_new0 (GdkRectangle, self->n_columns + 1);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      const GdkRectangle *place = &cell->place;
      GdkRectangle *line = &lines[mirrored ? cell->column : cell->column + cell->column_span - 1];

      if (!is_drawn (self, cell, heads))
        continue;
      append_line (snapshot, color, place->x, place->y + place->height - 1, place->width - 1, 1);
      if (line->height > 0 && line->y + line->height == place->y)
        {
          line->height += place->height;
          continue;
        }
      append_line (snapshot, color, line->x, line->y, 1, line->height);
      line->x = place->x + place->width - 1;
      line->y = place->y;
      line->height = place->height;
    }
  for (guint i = 0; i < self->n_columns; i++)
    append_line (snapshot, color, lines[i].x, lines[i].y, 1, lines[i].height);
}

/* Lines and the ground of heads are half clear: rows that scroll under them would be seen through them. */
static void
snapshot_head_ground (NbSheet *self, GtkSnapshot *snapshot)
{
  const Cell *first = self->cells->len > 0 ? &g_array_index (self->cells, Cell, 0) : NULL;
  GdkRGBA color;

  if (first == NULL || first->row >= self->n_head_rows)
    return;
  get_color (self, "nb-ground", &color);
  append_line (snapshot, &color, 0, first->place.y, gtk_widget_get_width (GTK_WIDGET (self)),
               nb_sheet_get_head_height (self));
}

/* The heads are painted last, over the rows that scroll under them. */
static void
nb_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NbSheet *self = NB_SHEET (widget);
  GtkSnapshot *content = gtk_snapshot_new ();
  GdkRGBA color;

  get_color (self, "nb-line", &color);
  for (int heads = 0; heads <= 1; heads++)
    {
      if (heads)
        snapshot_head_ground (self, content);
      for (guint i = 0; i < self->cells->len; i++)
        {
          const Cell *cell = &g_array_index (self->cells, Cell, i);

          if (is_drawn (self, cell, heads))
            gtk_widget_snapshot_child (widget, cell->widget, content);
        }
      snapshot_lines (self, content, &color, heads);
    }
  nb_repaint_append (snapshot, content, widget, self->turn);
}

static void
nb_sheet_dispose (GObject *object)
{
  NbSheet *self = NB_SHEET (object);

  nb_sheet_clear (self);
  nb_sheet_set_vadjustment (self, NULL);

  G_OBJECT_CLASS (nb_sheet_parent_class)->dispose (object);
}

static void
nb_sheet_finalize (GObject *object)
{
  NbSheet *self = NB_SHEET (object);

  forget_sizes (self);
  g_array_unref (self->cells);

  G_OBJECT_CLASS (nb_sheet_parent_class)->finalize (object);
}

static void
nb_sheet_class_init (NbSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_sheet_finalize;
  widget_class->get_request_mode = nb_sheet_get_request_mode;
  widget_class->measure = nb_sheet_measure;
  widget_class->size_allocate = nb_sheet_size_allocate;
  widget_class->snapshot = nb_sheet_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
nb_sheet_init (NbSheet *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->width = -1;
}

GtkWidget *
nb_sheet_new (void)
{
  return g_object_new (NB_TYPE_SHEET, NULL);
}

/**
 * nb_sheet_clear:
 * @self: a sheet
 *
 * Takes every cell out.
 */
void
nb_sheet_clear (NbSheet *self)
{
  g_return_if_fail (NB_IS_SHEET (self));

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_array_index (self->cells, Cell, i).widget);
  g_array_set_size (self->cells, 0);
  self->n_rows = self->n_columns = self->n_head_rows = self->expand = self->n_prepared = 0;
  self->expanding = 0;
  forget_sizes (self);
}

/**
 * nb_sheet_add:
 * @self: a sheet
 * @child: (transfer floating): what to put there
 * @row: first row, from 0
 * @column: first column, from 0
 * @row_span: rows that it covers, at least 1
 * @column_span: columns that it covers, at least 1
 *
 * Adds a cell. Cells are to be added in reading order, which is the order of the focus.
 */
void
nb_sheet_add (NbSheet *self,
              GtkWidget *child,
              guint row,
              guint column,
              guint row_span,
              guint column_span)
{
  const Cell cell = {
    .widget = child, .row = row, .column = column, .row_span = row_span, .column_span = column_span
  };

  g_return_if_fail (NB_IS_SHEET (self));
  g_return_if_fail (GTK_IS_WIDGET (child));
  g_return_if_fail (row_span > 0 && column_span > 0);

  g_array_append_val (self->cells, cell);
  self->n_rows = MAX (self->n_rows, row + row_span);
  self->n_columns = MAX (self->n_columns, column + column_span);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  forget_sizes (self);
}

/**
 * nb_sheet_set_head_rows:
 * @self: a sheet
 * @n_head_rows: how many rows at the top stay in view
 */
void
nb_sheet_set_head_rows (NbSheet *self, guint n_head_rows)
{
  g_return_if_fail (NB_IS_SHEET (self));

  self->n_head_rows = n_head_rows;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * nb_sheet_set_expand:
 * @self: a sheet
 * @column: the column of labels, which takes the room that no column needs; columns of values stand behind it
 * @width: what it should have at least, or it gives its room to the columns behind it; more than 0
 */
void
nb_sheet_set_expand (NbSheet *self, guint column, int width)
{
  g_return_if_fail (NB_IS_SHEET (self));

  self->expand = column;
  self->expanding = width;
  forget_sizes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The heads move, and other rows are in sight. */
static void
scrolled_cb (NbSheet *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nb_sheet_set_vadjustment:
 * @self: a sheet
 * @adjustment: (nullable): how far the sheet is scrolled, and nothing else with it
 */
void
nb_sheet_set_vadjustment (NbSheet *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (NB_IS_SHEET (self));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * nb_sheet_get_wanted_width:
 * @self: a sheet
 * @expanding: what the column should have at least that takes the room which is left over
 *
 * Returns: the width that all columns need
 */
int
nb_sheet_get_wanted_width (NbSheet *self, int expanding)
{
  int least;

  g_return_val_if_fail (NB_IS_SHEET (self), 0);

  if (self->n_columns == 0)
    return 0;
  measure_columns (self);
  least = self->least[MIN (self->expand, self->n_columns - 1)];
  return sum (self->least, 0, self->n_columns) + MAX (expanding - least, 0);
}

/**
 * nb_sheet_refresh:
 * @self: a sheet
 *
 * Tells that most of its cells change now: they are measured anew, and painted all at once.
 */
void
nb_sheet_refresh (NbSheet *self)
{
  g_return_if_fail (NB_IS_SHEET (self));

  self->turn = nb_repaint_next ();
  forget_sizes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
prepare_cell (NbSheet *self, guint index)
{
  gboolean upright = index >= self->cells->len;
  const Cell *cell = &g_array_index (self->cells, Cell, upright ? index - self->cells->len : index);

  gtk_widget_measure (cell->widget, upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                      upright ? sum (self->widths, cell->column, cell->column_span) : -1, NULL,
                      NULL, NULL, NULL);
}

/**
 * nb_sheet_prepare:
 * @self: a sheet that is not visible
 * @width: that it will probably have
 *
 * Measures some of its cells, so that not all are measured in the frame that shows them; GTK keeps what they
 * ask for.
 *
 * Returns: whether there are more
 */
gboolean
nb_sheet_prepare (NbSheet *self, int width)
{
  gint64 begun = g_get_monotonic_time ();
  guint end, least;

  g_return_val_if_fail (NB_IS_SHEET (self), FALSE);

  end = 2 * self->cells->len;
  least = self->n_prepared + LEAST_AT_ONCE;
  while (self->n_prepared < end && (self->n_prepared < least || !nb_later_is_enough (begun)))
    {
      if (self->n_prepared == self->cells->len)
        share_width (self, width_within (self, width));
      prepare_cell (self, self->n_prepared++);
    }
  return self->n_prepared < end;
}

guint
nb_sheet_get_n_cells (NbSheet *self)
{
  g_return_val_if_fail (NB_IS_SHEET (self), 0);
  return self->cells->len;
}

/**
 * nb_sheet_get_bounds:
 * @self: a sheet
 * @child: one of its cells
 * @bounds: (out): where it stands when nothing is scrolled
 *
 * Returns: whether the sheet has its size and @child is in it
 */
gboolean
nb_sheet_get_bounds (NbSheet *self, GtkWidget *child, GdkRectangle *bounds)
{
  g_return_val_if_fail (NB_IS_SHEET (self), FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);

  for (guint i = 0; i < self->cells->len && self->heights != NULL; i++)
    if (g_array_index (self->cells, Cell, i).widget == child)
      {
        get_rectangle (self, &g_array_index (self->cells, Cell, i), bounds);
        return TRUE;
      }
  return FALSE;
}

/**
 * nb_sheet_get_head_height:
 * @self: a sheet
 *
 * Returns: how much of the view the heads take, 0 before the sheet has its size
 */
int
nb_sheet_get_head_height (NbSheet *self)
{
  g_return_val_if_fail (NB_IS_SHEET (self), 0);
  return self->heights != NULL ? sum (self->heights, 0, MIN (self->n_head_rows, self->n_rows)) : 0;
}

/**
 * nb_sheet_get_top:
 * @self: a sheet
 *
 * Returns: how far below the top of what is scrolled its first row begins: its margin and border
 */
int
nb_sheet_get_top (NbSheet *self)
{
  GtkStyleContext *context;
  GtkBorder margin, border;

  g_return_val_if_fail (NB_IS_SHEET (self), 0);

  context = gtk_widget_get_style_context (GTK_WIDGET (self));
  gtk_style_context_get_margin (context, &margin);
  gtk_style_context_get_border (context, &border);
  return margin.top + border.top;
}
