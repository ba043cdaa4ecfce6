/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of a report: a column view with group, label and values under a head of its own, since the
 * titles of a GtkColumnView can neither wrap nor be left out. The keys move by cell. The chosen figure is
 * the item's; the view sets it there and is told by its page like every other view.
 *
 *   NbTableModel → GtkSliceListModel → GtkNoSelection → GtkColumnView (group | label | value …)
 *
 * The slice grows frame by frame until it holds all: GTK builds every cell of a table at once, and three
 * hundred of them keep the window waiting.
 */

#include "nb-table-view.h"

#include <glib/gi18n-lib.h>

#include "nb-figure-cell.h"
#include "nb-later.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"

enum
{
  MOST_COLUMNS = 15,
  CELLS_AT_ONCE = 72, /* new cells in a frame */
  GROUP_WIDTH = 108,
  LABEL_WIDTH = 156,
  CELL_PADDING = 18,
  LEVEL_INDENT = 9,     /* of rows within rows */
  FRAMES_TO_SETTLE = 4, /* until rows that have come into sight have their heights */
  LEAST_VALUE_WIDTH = 58,
  WORDY_VALUE_WIDTH = 68,  /* where a column head has long words */
  HEADED_VALUE_WIDTH = 96, /* where heads of rows are wider than numbers */
};

struct _NbTableView
{
  AdwBin parent_instance;

  GtkBox *head;
  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  GtkColumnViewColumn *group_column;
  GtkColumnViewColumn *label_column;

  NbTableModel *table;     /* (owned) (nullable) */
  GtkSliceListModel *rows; /* (owned) (nullable): those of @table that are shown so far */
  NbAppItem *item;         /* (owned) (nullable) */
  NbTableCursor *cursor;   /* (owned) */
  GHashTable *cells;       /* (owned): NbFigure → NbFigureCell on screen, both borrowed */
  GPtrArray *values;       /* (owned): value columns (owned) */
  guint narrow_column;
  guint tick; /* while the chosen row is on its way into sight */
  guint n_frames;
  gboolean narrow;
  gboolean wants_focus; /* the chosen cell is to have it as soon as it is there */
};

G_DEFINE_FINAL_TYPE (NbTableView, nb_table_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
setup_label_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_list_item_set_child (list_item, label);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_group_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *group = nb_table_row_dup_new_group (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (label), group);
}

/* Where there is no column for the group, it stands above the first label in it. */
static void
bind_label_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbTableView *self)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  NbTableRow *row = gtk_list_item_get_item (list_item);
  g_autofree char *text = nb_table_row_dup_label (row);
  g_autofree char *group = self->narrow ? nb_table_row_dup_new_group (row) : NULL;

  if (group != NULL && *group != '\0')
    {
      g_autofree char *markup = g_markup_printf_escaped ("<small><b>%s</b></small>\n%s", group,
                                                         text);

      gtk_label_set_markup (GTK_LABEL (label), markup);
    }
  else
    gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_margin_start (label, LEVEL_INDENT * (int) nb_table_row_get_level (row));
  if (nb_table_row_is_heading (row))
    gtk_widget_add_css_class (label, "nb-head");
  else
    gtk_widget_remove_css_class (label, "nb-head");
}

static void
setup_value_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, nb_figure_cell_new ());
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static guint
factory_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "nb-column"));
}

static void
bind_value_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbTableView *self)
{
  NbFigureCell *cell = NB_FIGURE_CELL (gtk_list_item_get_child (list_item));
  NbTableRow *row = gtk_list_item_get_item (list_item);
  guint column = factory_column (factory);
  NbFigure *figure = nb_table_row_get_cell (row, column);
  g_autofree char *label = NULL;

  if (figure == NULL)
    {
      nb_figure_cell_set_head (cell, nb_table_row_get_head (row, column));
      nb_figure_cell_set_chosen (cell, FALSE);
      nb_figure_cell_set_selected (cell, FALSE);
      return;
    }
  label = nb_table_row_dup_label (row);
  nb_figure_cell_set_marked (cell, figure, label, nb_app_item_find_finding (self->item, figure));
  nb_figure_cell_set_chosen (cell, nb_app_item_get_figure (self->item) == figure);
  nb_figure_cell_set_selected (cell, nb_table_cursor_is_selected (self->cursor, figure));
  g_hash_table_insert (self->cells, figure, cell);
}

static void
unbind_value_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbTableView *self)
{
  NbFigureCell *cell = NB_FIGURE_CELL (gtk_list_item_get_child (list_item));
  NbFigure *figure = nb_figure_cell_get_figure (cell);

  if (self->cells != NULL && figure != NULL && g_hash_table_lookup (self->cells, figure) == cell)
    g_hash_table_remove (self->cells, figure);
}

static GtkColumnViewColumn *
create_value_column (NbTableView *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "nb-column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_value_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_value_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_value_cb), self, 0);
  return gtk_column_view_column_new (NULL, factory);
}

static gboolean
has_long_word (const char *title)
{
  g_auto (GStrv) words = g_strsplit_set (title, " -", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > 5)
      return TRUE;
  return FALSE;
}

static int
digit_width (NbTableView *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 1;
}

/* Wide enough for the longest number, so that none is ever cut. */
static int
value_width (NbTableView *self, NbTableModel *table, guint column)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (table));
  gboolean wordy = has_long_word (nb_table_model_get_column_title (table, column));
  int least = wordy ? WORDY_VALUE_WIDTH : LEAST_VALUE_WIDTH;
  gboolean headed = FALSE;
  glong longest = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (NbTableRow) row = g_list_model_get_item (G_LIST_MODEL (table), i);
      NbFigure *figure = nb_table_row_get_cell (row, column);
      g_autofree char *text = NULL;

      headed |= nb_table_row_get_head (row, column) != NULL;
      if (figure == NULL || nb_figure_get_state (figure) == NB_STATE_UNREADABLE)
        continue;
      text = nb_ui_figure_dup_cell (figure);
      longest = MAX (longest, g_utf8_strlen (text, -1));
    }
  return MAX (headed ? HEADED_VALUE_WIDTH : least,
              (int) MIN (longest, 40) * digit_width (self) + CELL_PADDING);
}

static gboolean
column_shown (NbTableView *self, guint column)
{
  guint n_columns = self->table != NULL ? nb_table_model_get_n_columns (self->table) : 0;

  if (self->narrow)
    return column == MIN (self->narrow_column, n_columns > 0 ? n_columns - 1 : 0);
  return column < n_columns;
}

static gboolean
has_groups (NbTableView *self)
{
  guint n_rows = self->table != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->table)) : 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (NbTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->table), i);
      g_autofree char *group = nb_table_row_dup_new_group (row);

      if (*group != '\0')
        return TRUE;
    }
  return FALSE;
}

/* The clamp holds a head to the width of its column whatever its text would like to have. */
static void
add_head (NbTableView *self, const char *title, int width, gboolean number)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  nb_ui_mark_han (GTK_LABEL (label));
  adw_clamp_set_child (ADW_CLAMP (clamp), label);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width > 0 ? width : G_MAXINT);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width > 0 ? width : G_MAXINT);
  gtk_widget_set_size_request (clamp, MAX (width, LABEL_WIDTH * (width == 0)), -1);
  gtk_widget_set_hexpand (clamp, width == 0);
  gtk_box_append (self->head, clamp);
}

/* GTK 4.8 measures rows wrongly as soon as a column is invisible, so columns are taken out instead. */
static void
remove_columns (NbTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
update_columns (NbTableView *self)
{
  GtkWidget *child;
  gboolean any_title = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->head))) != NULL)
    gtk_box_remove (self->head, child);
  remove_columns (self);
  if (!self->narrow && has_groups (self))
    {
      gtk_column_view_append_column (self->view, self->group_column);
      add_head (self, _ ("Group"), GROUP_WIDTH, FALSE);
    }
  gtk_column_view_append_column (self->view, self->label_column);
  add_head (self, _ ("Row"), 0, FALSE);
  for (guint i = 0; i < self->values->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->values, i);
      const char *title;
      int width;

      if (!column_shown (self, i))
        continue;
      title = nb_table_model_get_column_title (self->table, i);
      width = MAX (value_width (self, self->table, i), self->narrow ? HEADED_VALUE_WIDTH : 0);
      gtk_column_view_column_set_fixed_width (column, width);
      gtk_column_view_append_column (self->view, column);
      add_head (self, title, width, TRUE);
      any_title |= *title != '\0';
    }
  gtk_widget_set_visible (GTK_WIDGET (self->head), any_title);
}

static gboolean
key_pressed_cb (NbTableView *self, guint key, guint code, GdkModifierType state)
{
  NbFigure *chosen = self->item != NULL ? nb_app_item_get_figure (self->item) : NULL;

  if (self->table == NULL)
    return GDK_EVENT_PROPAGATE;
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
pressed_cb (NbTableView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, NB_TYPE_FIGURE_CELL) : NULL;
  NbFigure *figure;

  /* The padding of a cell belongs to it as well. */
  if (cell == NULL && picked != NULL && gtk_widget_get_first_child (picked) != NULL &&
      NB_IS_FIGURE_CELL (gtk_widget_get_first_child (picked)))
    cell = gtk_widget_get_first_child (picked);
  figure = cell != NULL ? nb_figure_cell_get_figure (NB_FIGURE_CELL (cell)) : NULL;
  if (figure == NULL || self->item == NULL)
    return;
  nb_table_cursor_choose (self->cursor, figure, (state & GDK_SHIFT_MASK) != 0);
  gtk_widget_grab_focus (cell);
  if (n_press == 2)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, figure);
}

static void
add_controllers (NbTableView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

static void
show_selection (NbTableView *self)
{
  NbFigure *chosen = self->item != NULL ? nb_app_item_get_figure (self->item) : NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      nb_figure_cell_set_chosen (value, key == chosen);
      nb_figure_cell_set_selected (value, nb_table_cursor_is_selected (self->cursor, key));
    }
}

static GtkColumnViewColumn *
create_text_column (NbTableView *self, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect_object (factory, "bind", bind, self, 0);
  return gtk_column_view_column_new (NULL, factory);
}

static gboolean
show_more_rows (gpointer user_data)
{
  NbTableView *self = user_data;
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n_columns = MAX (g_list_model_get_n_items (columns), 1);
  guint n_rows = gtk_slice_list_model_get_size (self->rows) + MAX (CELLS_AT_ONCE / n_columns, 1);

  gtk_slice_list_model_set_size (self->rows, n_rows);
  return n_rows < g_list_model_get_n_items (G_LIST_MODEL (self->table));
}

/* For whoever must bring a row into sight. */
static void
need_row (NbTableView *self, guint row)
{
  if (row < gtk_slice_list_model_get_size (self->rows))
    return;
  nb_later_cancel (self, show_more_rows);
  gtk_slice_list_model_set_size (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->table)));
}

static void
show_rows (NbTableView *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->rows = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->table)), 0, 0);
  if (show_more_rows (self))
    nb_later_add (self, show_more_rows, TRUE);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/* The list within a column view: the action that scrolls is its own, and no one else's. */
static GtkWidget *
get_list (NbTableView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The list knows where a row stands once it and what is above it have their heights. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NbTableView *self = NB_TABLE_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  NbFigure *chosen = self->item != NULL ? nb_app_item_get_figure (self->item) : NULL;
  GtkWidget *cell = chosen != NULL ? g_hash_table_lookup (self->cells, chosen) : NULL;
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (gtk_widget_get_parent (cell)) : NULL;
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_get_height (row) > 0 &&
      gtk_widget_compute_bounds (row, get_list (self), &bounds))
    nb_table_cursor_scroll (self->cursor, adjustment, value + (double) bounds.origin.y,
                            value + (double) bounds.origin.y + (double) bounds.size.height, 0);
  if (row != NULL && self->wants_focus)
    self->wants_focus = !gtk_widget_grab_focus (cell);
  if (--self->n_frames > 0)
    return G_SOURCE_CONTINUE;
  self->wants_focus = FALSE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_to (NbTableView *self, guint row)
{
  gtk_widget_activate_action (get_list (self), "list.scroll-to-item", "u", row);
  self->n_frames = FRAMES_TO_SETTLE;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
nb_table_view_dispose (GObject *object)
{
  NbTableView *self = NB_TABLE_VIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  nb_later_cancel (self, show_more_rows);
  g_clear_object (&self->rows);
  g_clear_object (&self->table);
  g_clear_object (&self->item);
  g_clear_object (&self->cursor);
  g_clear_object (&self->group_column);
  g_clear_object (&self->label_column);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);

  G_OBJECT_CLASS (nb_table_view_parent_class)->dispose (object);
}

static void
nb_table_view_class_init (NbTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_table_view_dispose;

  /* A cell was activated: its place is wanted. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_FIGURE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NbTableView, head);
  gtk_widget_class_bind_template_child (widget_class, NbTableView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NbTableView, view);
}

static void
nb_table_view_init (NbTableView *self)
{
  GtkWidget *own_header;

  self->cells = g_hash_table_new (NULL, NULL);
  self->cursor = nb_table_cursor_new ();
  g_signal_connect_object (self->cursor, "changed", G_CALLBACK (show_selection), self,
                           G_CONNECT_SWAPPED);
  self->values = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  own_header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  gtk_widget_set_visible (own_header, FALSE);

  self->group_column = create_text_column (self, G_CALLBACK (bind_group_cb));
  gtk_column_view_column_set_fixed_width (self->group_column, GROUP_WIDTH);
  self->label_column = create_text_column (self, G_CALLBACK (bind_label_cb));
  gtk_column_view_column_set_expand (self->label_column, TRUE);
  add_controllers (self);
}

static void
fill_cursor (NbTableView *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->table));

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < nb_table_model_get_n_columns (self->table); j++)
      {
        NbFigure *figure = nb_table_model_get_cell (self->table, i, j);

        if (figure != NULL)
          nb_table_cursor_put (self->cursor, i, j, figure);
      }
}

static void
need_columns (NbTableView *self, guint n_columns)
{
  while (self->values->len < MIN (n_columns, MOST_COLUMNS))
    g_ptr_array_add (self->values, create_value_column (self, self->values->len));
}

/**
 * nb_table_view_set_table:
 * @self: a view
 * @table: (nullable): the table to show
 * @item: (nullable): the item that it belongs to
 */
void
nb_table_view_set_table (NbTableView *self, NbTableModel *table, NbAppItem *item)
{
  g_return_if_fail (NB_IS_TABLE_VIEW (self));

  nb_later_cancel (self, show_more_rows);
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->rows);
  g_hash_table_remove_all (self->cells);
  g_set_object (&self->table, table);
  g_set_object (&self->item, item);
  nb_table_cursor_reset (self->cursor, item);
  if (table == NULL)
    return;
  fill_cursor (self);
  need_columns (self, nb_table_model_get_n_columns (table));
  update_columns (self);
  show_rows (self);
}

NbTableModel *
nb_table_view_get_table (NbTableView *self)
{
  g_return_val_if_fail (NB_IS_TABLE_VIEW (self), NULL);
  return self->table;
}

/**
 * nb_table_view_get_wanted_width:
 * @self: a view
 *
 * Returns: the width at which nothing has to be scrolled sideways
 */
int
nb_table_view_get_wanted_width (NbTableView *self)
{
  int width = 0;

  g_return_val_if_fail (NB_IS_TABLE_VIEW (self), 0);

  gtk_widget_measure (GTK_WIDGET (self->head), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  return width;
}

/**
 * nb_table_view_set_chosen:
 * @self: a view
 * @figure: (nullable): the figure that is chosen now
 *
 * Marks its cell, and brings it to view.
 */
void
nb_table_view_set_chosen (NbTableView *self, NbFigure *figure)
{
  GtkWidget *cell;
  guint row;

  g_return_if_fail (NB_IS_TABLE_VIEW (self));

  if (figure != NULL && self->table != NULL &&
      nb_table_model_find (self->table, figure, &row, NULL))
    {
      need_row (self, row);
      scroll_to (self, row);
    }
  show_selection (self);
  cell = figure != NULL ? g_hash_table_lookup (self->cells, figure) : NULL;
  if (cell != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL)
    gtk_widget_grab_focus (cell);
}

/**
 * nb_table_view_focus_chosen:
 * @self: a view
 *
 * Moves the focus to the cell of the chosen figure, once it has come into sight.
 */
void
nb_table_view_focus_chosen (NbTableView *self)
{
  NbFigure *figure;
  GtkWidget *cell;

  g_return_if_fail (NB_IS_TABLE_VIEW (self));

  figure = self->item != NULL ? nb_app_item_get_figure (self->item) : NULL;
  cell = figure != NULL ? g_hash_table_lookup (self->cells, figure) : NULL;
  self->wants_focus = (cell == NULL || !gtk_widget_grab_focus (cell)) && self->tick != 0;
}

/**
 * nb_table_view_set_narrow:
 * @self: a view
 * @narrow: whether there is room for one value column only
 * @column: which one
 */
void
nb_table_view_set_narrow (NbTableView *self, gboolean narrow, guint column)
{
  g_autoptr (NbTableModel) table = NULL;
  g_autoptr (NbAppItem) item = NULL;

  g_return_if_fail (NB_IS_TABLE_VIEW (self));

  if (self->narrow == narrow && self->narrow_column == column)
    return;
  self->narrow = narrow;
  self->narrow_column = column;
  g_set_object (&table, self->table);
  g_set_object (&item, self->item);
  nb_table_view_set_table (self, table, item);
}

/**
 * nb_table_view_find_cell:
 * @self: a view
 * @figure: a figure
 *
 * Returns: (transfer none) (nullable): the cell that shows it, where there is one on screen
 */
GtkWidget *
nb_table_view_find_cell (NbTableView *self, NbFigure *figure)
{
  g_return_val_if_fail (NB_IS_TABLE_VIEW (self), NULL);
  return g_hash_table_lookup (self->cells, figure);
}

NbTableCursor *
nb_table_view_get_cursor (NbTableView *self)
{
  g_return_val_if_fail (NB_IS_TABLE_VIEW (self), NULL);
  return self->cursor;
}
