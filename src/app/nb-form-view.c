/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of a report as the law prints it: merged heads that stay in view, groups, labels, and a cell for
 * each figure. The cells are kept while reports of one form follow each other; only the figures change.
 * The chosen figure is the item's; this view sets it through its cursor and is told by its page.
 *
 *   nb_form_grid_new() → NbSheet of labels and NbFigureCell, in a GtkScrolledWindow
 */

#include "nb-form-view.h"

#include <glib/gi18n-lib.h>

#include "nb-cell-entry.h"
#include "nb-figure-cell.h"
#include "nb-form-label.h"
#include "nb-later.h"
#include "nb-ui-text.h"
#include "form/nb-form-grid.h"
#include "form/nb-label.h"

enum
{
  SHEET_MARGIN = 20,  /* with a scroll bar; as in style.css */
  LABEL_WIDTH = 180,  /* of the column of labels, where they are easy to read */
  LABEL_COLUMN = 250, /* the same before heads of columns get what they would like */
  LEAST_AT_ONCE = 8,  /* cells that are made in a piece, however long it takes */
};

typedef struct
{
  NbFigureCell *widget;   /* child of the sheet */
  const NbMetric *metric; /* static (nullable): none in the rows that no form has */
  guint row;
  guint column;
} Cell;

struct _NbFormView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  NbSheet *sheet;
  NbTableCursor *cursor; /* (owned) */

  NbTableModel *table;      /* (owned) (nullable) */
  NbAppItem *item;          /* (owned) (nullable) */
  const NbFormTable *built; /* static (nullable): what the cells were made for */
  GArray *grid;             /* (owned) (nullable): of NbGridCell, while they are being made */
  guint n_made;             /* of them */
  gboolean filled;          /* whether the figures stand in the cells */
  gboolean wants_focus;     /* the chosen cell is to have it as soon as it is there */
  GArray *cells;            /* (owned): of Cell */
  GtkWidget *stop;          /* (nullable): the one cell that Tab stops at */
  NbCellEntry *entry;       /* (nullable): child, where a number is keyed in */
  gconstpointer shown;      /* whose figures stand in the cells; only compared */
};

G_DEFINE_FINAL_TYPE (NbFormView, nb_form_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN,
  SIGNAL_MEASURED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static NbFigure *
cell_figure (const Cell *cell)
{
  return nb_figure_cell_get_figure (cell->widget);
}

static void
add_figure_cell (NbFormView *self, const NbGridCell *place)
{
  const Cell cell = { NB_FIGURE_CELL (nb_figure_cell_new ()), place->metric, place->row,
                      place->column };

  gtk_widget_set_focusable (GTK_WIDGET (cell.widget), FALSE);
  if (place->total)
    gtk_widget_add_css_class (GTK_WIDGET (cell.widget), "nb-total");
  g_array_append_val (self->cells, cell);
  nb_sheet_add (self->sheet, GTK_WIDGET (cell.widget), place->row, place->column, 1,
                place->column_span);
}

static void
make_cell (NbFormView *self, const NbGridCell *cell)
{
  if (cell->kind == NB_GRID_VALUE)
    add_figure_cell (self, cell);
  else
    nb_sheet_add (self->sheet, nb_form_label_new (cell), cell->row, cell->column, cell->row_span,
                  cell->column_span);
}

/* Makes some of the cells of a form; returns whether there are more. */
static gboolean
make_cells (NbFormView *self)
{
  gint64 begun = g_get_monotonic_time ();
  guint least = self->n_made + LEAST_AT_ONCE;

  while (self->n_made < self->grid->len && (self->n_made < least || !nb_later_is_enough (begun)))
    make_cell (self, &g_array_index (self->grid, NbGridCell, self->n_made++));
  return self->n_made < self->grid->len;
}

static void
build_form (NbFormView *self, const NbFormTable *table)
{
  self->grid = nb_form_grid_new (table);
  self->n_made = 0;
  nb_sheet_set_head_rows (self->sheet, table->n_head_rows);
  nb_sheet_set_expand (self->sheet, table->n_label_columns - (table->n_stubs > 1 ? 2 : 1),
                       LABEL_COLUMN);
}

/* The rows that no form has: what is printed beside each number is all that is known of them. */
static void
build_extra (NbFormView *self, NbTableModel *table)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (table));
  NbGridCell cell = { .kind = NB_GRID_HEAD, .row_span = 1, .column_span = 1 };

  cell.label_zh = _ ("Row");
  nb_sheet_add (self->sheet, nb_form_label_new (&cell), 0, 0, 1, 1);
  cell.label_zh = _ ("Value");
  nb_sheet_add (self->sheet, nb_form_label_new (&cell), 0, 1, 1, 1);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (NbTableRow) row = g_list_model_get_item (G_LIST_MODEL (table), i);
      g_autofree char *label = nb_table_row_dup_label (row);

      cell.kind = NB_GRID_LABEL;
      cell.label_zh = label;
      nb_sheet_add (self->sheet, nb_form_label_new (&cell), i + 1, 0, 1, 1);
      cell.kind = NB_GRID_VALUE;
      cell.row = i + 1;
      cell.column = 1;
      add_figure_cell (self, &cell);
    }
  nb_sheet_set_head_rows (self->sheet, 1);
}

/* The sheet is out of sight until its cells are made, filled and measured. */
static gboolean
is_prepared (NbFormView *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->sheet));
}

static void
build (NbFormView *self)
{
  const NbFormTable *table = nb_table_model_get_table (self->table);

  if (table != NULL && table == self->built)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), FALSE);
  nb_sheet_clear (self->sheet);
  g_clear_pointer (&self->grid, g_array_unref);
  g_array_set_size (self->cells, 0);
  self->stop = NULL;
  self->built = table;
  if (table != NULL)
    build_form (self, table);
  else
    build_extra (self, self->table);
}

static NbFigure *
figure_for (NbFormView *self, guint index)
{
  const Cell *cell = &g_array_index (self->cells, Cell, index);

  if (cell->metric != NULL)
    return nb_report_get_figure_for (nb_app_item_get_report (self->item), cell->metric);
  return nb_table_model_get_cell (self->table, index, 0);
}

static void
fill (NbFormView *self)
{
  self->filled = TRUE;
  nb_table_cursor_reset (self->cursor, self->item);
  nb_sheet_refresh (self->sheet);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      NbFigure *figure = figure_for (self, i);
      const NbFormRow *row = cell->metric != NULL ? cell->metric->row : NULL;
      const char *label = row != NULL ? nb_label_pick (row->label_zh, row->label_en)
                                      : nb_ui_figure_label (figure);

      nb_figure_cell_set_marked (cell->widget, figure, label,
                                 nb_app_item_find_finding (self->item, figure));
      gtk_widget_set_focusable (GTK_WIDGET (cell->widget), GTK_WIDGET (cell->widget) == self->stop);
      nb_table_cursor_put (self->cursor, cell->row, cell->column, figure);
    }
}

static void
show_selection (NbFormView *self)
{
  NbFigure *chosen = self->item != NULL ? nb_app_item_get_figure (self->item) : NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      NbFigure *figure = cell_figure (cell);

      nb_figure_cell_set_chosen (cell->widget, figure != NULL && figure == chosen);
      nb_figure_cell_set_selected (cell->widget,
                                   nb_table_cursor_is_selected (self->cursor, figure));
    }
}

static gboolean
show_sheet (gpointer object)
{
  NbFormView *self = object;

  gtk_widget_set_visible (GTK_WIDGET (self->sheet), TRUE);
  nb_form_view_set_chosen (self, nb_app_item_get_figure (self->item));
  if (self->wants_focus)
    nb_form_view_focus_chosen (self);
  g_signal_emit (self, signals[SIGNAL_MEASURED], 0);
  return FALSE;
}

/* The sheet is as wide as what it scrolls in, but for its margins. */
static int
expected_width (NbFormView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self->scrolled)) - 2 * SHEET_MARGIN;
}

static gboolean
prepare (gpointer object)
{
  NbFormView *self = object;

  if (self->grid != NULL)
    {
      if (!make_cells (self))
        g_clear_pointer (&self->grid, g_array_unref);
      return TRUE;
    }
  if (!self->filled)
    {
      fill (self);
      return TRUE;
    }
  if (nb_sheet_prepare (self->sheet, expected_width (self)))
    return TRUE;
  nb_later_add (self, show_sheet, TRUE);
  return FALSE;
}

static void
stop_preparing (NbFormView *self)
{
  nb_later_cancel (self, prepare);
  nb_later_cancel (self, show_sheet);
}

/* Tab stops at the chosen cell, or else at the first, and leaves the table from there. */
static void
set_stop (NbFormView *self, GtkWidget *cell)
{
  gboolean focused = self->stop != NULL && gtk_widget_has_focus (self->stop);

  if (cell == NULL && self->cells->len > 0)
    cell = GTK_WIDGET (g_array_index (self->cells, Cell, 0).widget);
  if (cell == self->stop)
    return;
  if (cell != NULL)
    gtk_widget_set_focusable (cell, TRUE);
  if (focused && cell != NULL)
    gtk_widget_grab_focus (cell);
  if (self->stop != NULL)
    gtk_widget_set_focusable (self->stop, FALSE);
  self->stop = cell;
}

static gboolean
scroll_to (NbFormView *self, GtkWidget *cell)
{
  int top = nb_sheet_get_top (self->sheet);
  GdkRectangle bounds;

  if (!nb_sheet_get_bounds (self->sheet, cell, &bounds))
    return FALSE;
  nb_table_cursor_scroll (self->cursor, gtk_scrolled_window_get_vadjustment (self->scrolled),
                          top + bounds.y, top + bounds.y + bounds.height,
                          nb_sheet_get_head_height (self->sheet));
  nb_table_cursor_scroll (self->cursor, gtk_scrolled_window_get_hadjustment (self->scrolled),
                          bounds.x, bounds.x + bounds.width, 0);
  return TRUE;
}

/* What has just come has no place before the next frame. */
static gboolean
scroll_later (gpointer object)
{
  NbFormView *self = object;
  GtkWidget *cell = NULL;

  if (self->item != NULL)
    cell = nb_form_view_find_cell (self, nb_app_item_get_figure (self->item));
  if (cell != NULL)
    scroll_to (self, cell);
  return FALSE;
}

/* The heads lie over the rows that have scrolled under them. */
static NbFigure *
figure_at (NbFormView *self, double x, double y)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double covered = gtk_adjustment_get_value (adjustment) - nb_sheet_get_top (self->sheet) +
                   nb_sheet_get_head_height (self->sheet);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->sheet), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, NB_TYPE_FIGURE_CELL) : NULL;

  if (cell == NULL)
    return NULL;
  if (self->built != NULL && self->built->kind == NB_TABLE_ROWS && y < covered)
    return NULL;
  return nb_figure_cell_get_figure (NB_FIGURE_CELL (cell));
}

static void
drag_begin_cb (NbFormView *self, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  NbFigure *figure = figure_at (self, x, y);
  GtkWidget *cell;

  if (figure == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  nb_table_cursor_choose (self->cursor, figure, (state & GDK_SHIFT_MASK) != 0);
  cell = nb_form_view_find_cell (self, figure);
  set_stop (self, cell);
  gtk_widget_grab_focus (cell);
}

static void
drag_update_cb (NbFormView *self, double x, double y, GtkGesture *gesture)
{
  double start_x = 0, start_y = 0;
  NbFigure *figure;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y);
  figure = figure_at (self, start_x + x, start_y + y);
  if (figure != NULL && figure != nb_app_item_get_figure (self->item))
    nb_table_cursor_choose (self->cursor, figure, TRUE);
}

static void
pressed_cb (NbFormView *self, int n_press, double x, double y)
{
  NbFigure *figure = figure_at (self, x, y);

  if (n_press == 2 && figure != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, figure);
}

/* A number goes to the chosen cell; the keys go on from the next one. */
static void
entered_cb (NbFormView *self, const char *text, guint key)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-figure", "s", text);
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    nb_table_cursor_advance (self->cursor, key == GDK_KEY_Right);
  else
    nb_table_cursor_press_key (self->cursor, key, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Where no number is printed, a digit begins one that is keyed in, and Delete takes it away. */
static gboolean
type_number (NbFormView *self, NbFigure *chosen, guint key, GdkModifierType state)
{
  gunichar typed = gdk_keyval_to_unicode (key);
  gboolean deletes = key == GDK_KEY_Delete || key == GDK_KEY_BackSpace;
  GtkWidget *cell = nb_form_view_find_cell (self, chosen);
  char text[2] = { 0 };

  if (cell == NULL || nb_figure_get_metric (chosen) == NULL || nb_figure_get_value (chosen, NULL) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (deletes)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-figure", "s", "");
      return TRUE;
    }
  if (typed != '-' && (typed < '0' || typed > '9'))
    return FALSE;
  if (self->entry == NULL)
    {
      self->entry = nb_cell_entry_new (GTK_WIDGET (self));
      g_signal_connect_object (self->entry, "done", G_CALLBACK (entered_cb), self,
                               G_CONNECT_SWAPPED);
    }
  text[0] = (char) typed;
  nb_cell_entry_open (self->entry, cell, text);
  return TRUE;
}

static gboolean
key_pressed_cb (NbFormView *self, guint key, guint code, GdkModifierType state)
{
  NbFigure *chosen = self->item != NULL ? nb_app_item_get_figure (self->item) : NULL;

  if (chosen != NULL && type_number (self, chosen, key, state))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      if (chosen == NULL || (state & GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_OPEN], 0, chosen);
      return GDK_EVENT_STOP;
    }
  return nb_table_cursor_press_key (self->cursor, key, state);
}

static void
add_controllers (NbFormView *self)
{
  GtkWidget *sheet = GTK_WIDGET (self->sheet);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (sheet, keys);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (sheet, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (sheet, GTK_EVENT_CONTROLLER (click));
}

static gboolean
nb_form_view_grab_focus (GtkWidget *widget)
{
  NbFormView *self = NB_FORM_VIEW (widget);

  return self->stop != NULL && gtk_widget_grab_focus (self->stop);
}

static void
nb_form_view_dispose (GObject *object)
{
  NbFormView *self = NB_FORM_VIEW (object);

  stop_preparing (self);
  nb_later_cancel (self, scroll_later);
  if (self->entry != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->entry));
  self->entry = NULL;
  g_clear_object (&self->cursor);
  g_clear_object (&self->table);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (nb_form_view_parent_class)->dispose (object);
}

static void
nb_form_view_finalize (GObject *object)
{
  NbFormView *self = NB_FORM_VIEW (object);

  g_clear_pointer (&self->grid, g_array_unref);
  g_array_unref (self->cells);

  G_OBJECT_CLASS (nb_form_view_parent_class)->finalize (object);
}

static void
nb_form_view_class_init (NbFormViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_form_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_form_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = nb_form_view_grab_focus;

  /* A cell was activated: its place is wanted. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_FIGURE);
  /* New cells are there and have been measured, and how wide the table wants to be is known. */
  signals[SIGNAL_MEASURED] = g_signal_new ("measured", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nb_form_view_init (NbFormView *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->cursor = nb_table_cursor_new ();
  g_signal_connect_object (self->cursor, "changed", G_CALLBACK (show_selection), self,
                           G_CONNECT_SWAPPED);
  self->sheet = NB_SHEET (nb_sheet_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->sheet), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->sheet), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->sheet), "nb-form");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Cells of the table"), -1);
  gtk_box_append (GTK_BOX (frame), GTK_WIDGET (self->sheet));
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  /* That there is more of a table is to be seen without touching it. */
  gtk_scrolled_window_set_overlay_scrolling (self->scrolled, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->scrolled), "nb-form-place");
  gtk_scrolled_window_set_child (self->scrolled, frame);
  nb_sheet_set_vadjustment (self->sheet, gtk_scrolled_window_get_vadjustment (self->scrolled));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  add_controllers (self);
}

/**
 * nb_form_view_set_table:
 * @self: a view
 * @table: (nullable): the table to show
 * @item: (nullable): the item that it belongs to
 */
void
nb_form_view_set_table (NbFormView *self, NbTableModel *table, NbAppItem *item)
{
  gboolean same;

  g_return_if_fail (NB_IS_FORM_VIEW (self));

  g_set_object (&self->table, table);
  g_set_object (&self->item, item);
  if (table == NULL || item == NULL)
    {
      stop_preparing (self);
      self->wants_focus = FALSE;
      nb_table_cursor_reset (self->cursor, NULL);
      return;
    }
  same = item == self->shown && nb_table_model_get_table (table) == self->built;
  self->shown = item;
  build (self);
  if (is_prepared (self))
    fill (self);
  else
    {
      self->filled = FALSE;
      nb_later_cancel (self, show_sheet);
      nb_later_add_unseen (self, prepare);
    }
  if (!same) /* where a number was keyed in, the eye stays */
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
      gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (self->scrolled), 0);
    }
  nb_form_view_set_chosen (self, nb_app_item_get_figure (item));
}

NbTableModel *
nb_form_view_get_table (NbFormView *self)
{
  g_return_val_if_fail (NB_IS_FORM_VIEW (self), NULL);
  return self->table;
}

/**
 * nb_form_view_set_chosen:
 * @self: a view
 * @figure: (nullable): the figure that is chosen now
 *
 * Marks its cell, and brings it to view.
 */
void
nb_form_view_set_chosen (NbFormView *self, NbFigure *figure)
{
  GtkWidget *cell;

  g_return_if_fail (NB_IS_FORM_VIEW (self));

  if (self->table == NULL)
    return;
  cell = nb_form_view_find_cell (self, figure);
  show_selection (self);
  set_stop (self, cell);
  if (cell != NULL && !scroll_to (self, cell))
    nb_later_add (self, scroll_later, TRUE);
}

/**
 * nb_form_view_focus_chosen:
 * @self: a view
 *
 * Moves the focus to the cell of the chosen figure, once the table is there.
 */
void
nb_form_view_focus_chosen (NbFormView *self)
{
  g_return_if_fail (NB_IS_FORM_VIEW (self));

  self->wants_focus = self->table != NULL && !is_prepared (self);
  if (self->item != NULL && !self->wants_focus &&
      nb_form_view_find_cell (self, nb_app_item_get_figure (self->item)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * nb_form_view_find_cell:
 * @self: a view
 * @figure: (nullable): a figure
 *
 * Returns: (transfer none) (nullable): the cell that shows it
 */
GtkWidget *
nb_form_view_find_cell (NbFormView *self, NbFigure *figure)
{
  g_return_val_if_fail (NB_IS_FORM_VIEW (self), NULL);

  for (guint i = 0; figure != NULL && i < self->cells->len; i++)
    if (cell_figure (&g_array_index (self->cells, Cell, i)) == figure)
      return GTK_WIDGET (g_array_index (self->cells, Cell, i).widget);
  return NULL;
}

NbTableCursor *
nb_form_view_get_cursor (NbFormView *self)
{
  g_return_val_if_fail (NB_IS_FORM_VIEW (self), NULL);
  return self->cursor;
}

NbSheet *
nb_form_view_get_sheet (NbFormView *self)
{
  g_return_val_if_fail (NB_IS_FORM_VIEW (self), NULL);
  return self->sheet;
}

/**
 * nb_form_view_get_wanted_width:
 * @self: a view
 *
 * Returns: the width at which nothing has to be scrolled sideways and labels are easy to read; 0 while the
 *   table is being measured
 */
int
nb_form_view_get_wanted_width (NbFormView *self)
{
  g_return_val_if_fail (NB_IS_FORM_VIEW (self), 0);

  if (self->table == NULL || !is_prepared (self))
    return 0;
  return nb_sheet_get_wanted_width (self->sheet, LABEL_WIDTH) + 2 * SHEET_MARGIN;
}
