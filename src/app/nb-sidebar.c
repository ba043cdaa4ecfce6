/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which reports are open and which need attention.
 *
 *   NbSession → NbReportList (filter, order, headings put in) → GtkSingleSelection → GtkListView
 *
 * A heading can be neither selected nor focused; the arrow keys pass over it. The search shows where there
 * are many organs, or when it is asked for. The foot shows while several inputs are on their way. In the
 * place of the reports the side bar can hold what was found in all of them (NbSearchPanel).
 */

#include "nb-sidebar.h"

#include <glib/gi18n-lib.h>

#include "nb-later.h"
#include "nb-recent.h"
#include "nb-search-panel.h"
#include "nb-sidebar-row.h"

enum
{
  MANY_ORGANS = 12, /* beyond this the search always shows */
  FOOT_DELAY = 200, /* milliseconds before the foot shows */
  MENU_WAITS = 60,  /* frames in which a side bar that slides in must have arrived */
};

struct _NbSidebar
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkStack *stack;
  GtkToggleButton *find_button;
  NbSearchPanel *panel;
  GtkWidget *search_place;
  GtkSearchEntry *search;
  GtkWidget *menu; /* popover of a row */
  GtkMenuButton *menu_button;
  GMenu *recent_menu;
  GtkRevealer *foot;
  GtkLabel *foot_label;
  GtkProgressBar *foot_bar;

  NbSession *session;            /* (owned) (nullable) */
  NbReportList *rows;            /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) */
  GHashTable *bound;             /* (owned): item → its row widget on screen, both borrowed */
  NbAppItem *item;               /* (owned) (nullable): what the window shows */
  gboolean setting;              /* the selection is set by the window and not by the user */
  gboolean searching;            /* the user asked for the search */
  guint menu_waits;              /* frames that are left for the menu to be opened in */
  guint foot_timeout;
};

G_DEFINE_FINAL_TYPE (NbSidebar, nb_sidebar, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cancelled_cb (NbSidebar *self, NbSidebarRow *row)
{
  NbAppItem *item = nb_sidebar_row_get_item (row);

  if (item != NULL)
    nb_session_close (self->session, item);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbSidebar *self)
{
  GtkWidget *row = nb_sidebar_row_new ();

  g_signal_connect_object (row, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbSidebar *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GObject *item = gtk_list_item_get_item (list_item);
  gboolean heading = NB_IS_HEADING (item);

  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  nb_sidebar_row_set_item (NB_SIDEBAR_ROW (row), item,
                           nb_report_list_get_order (self->rows) != NB_REPORT_ORDER_ORGAN);
  g_hash_table_insert (self->bound, item, row);
  /* GTK 4.8 has no property for it on the list item. */
  if (gtk_widget_get_parent (row) != NULL)
    gtk_widget_set_focusable (gtk_widget_get_parent (row), !heading);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbSidebar *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GObject *item = gtk_list_item_get_item (list_item);

  if (self->bound != NULL && g_hash_table_lookup (self->bound, item) == row)
    g_hash_table_remove (self->bound, item);
  nb_sidebar_row_set_item (NB_SIDEBAR_ROW (row), NULL, FALSE);
}

static void
selected_cb (NbSidebar *self)
{
  GObject *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->setting && item != NULL && NB_IS_APP_ITEM (item))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item);
}

static void
activated_cb (NbSidebar *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL && NB_IS_APP_ITEM (item))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item);
}

/* The position of the next report in a direction, or GTK_INVALID_LIST_POSITION. */
static guint
next_report (NbSidebar *self, guint from, int step)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint at = from + (guint) step; at < n_rows; at += (guint) step)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), at);

      if (NB_IS_APP_ITEM (item))
        return at;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
focus_position (NbSidebar *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  gtk_single_selection_set_selected (self->selection, position);
  row = g_hash_table_lookup (self->bound, item);
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (row));
}

/* The menu works on the report that is shown, so the row under the pointer is shown first. */
static void
show_menu (NbSidebar *self, NbSidebarRow *row)
{
  graphene_rect_t bounds;
  GdkRectangle at;

  if (nb_sidebar_row_get_item (row) == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;
  at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                       (int) bounds.size.height };
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, nb_sidebar_row_get_item (row));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
right_click_cb (NbSidebar *self, int n_press, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  if (at != NULL && !NB_IS_SIDEBAR_ROW (at))
    at = NB_IS_SIDEBAR_ROW (gtk_widget_get_first_child (at))
             ? gtk_widget_get_first_child (at)
             : gtk_widget_get_ancestor (at, NB_TYPE_SIDEBAR_ROW);
  if (at != NULL)
    show_menu (self, NB_SIDEBAR_ROW (at));
}

static gboolean
show_menu_of_selected (NbSidebar *self)
{
  GObject *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *row = item != NULL ? g_hash_table_lookup (self->bound, item) : NULL;

  if (row != NULL)
    show_menu (self, NB_SIDEBAR_ROW (row));
  return row != NULL;
}

static gboolean
key_pressed_cb (NbSidebar *self, guint key, guint code, GdkModifierType state)
{
  guint from = gtk_single_selection_get_selected (self->selection);
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  guint to;

  if ((key == GDK_KEY_Menu && modifiers == 0) ||
      (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return show_menu_of_selected (self);
  if ((key != GDK_KEY_Up && key != GDK_KEY_Down) || modifiers != 0)
    return GDK_EVENT_PROPAGATE;
  if (from == GTK_INVALID_LIST_POSITION)
    to = next_report (self, 0, 1);
  else
    to = next_report (self, from, key == GDK_KEY_Up ? -1 : 1);
  if (to != GTK_INVALID_LIST_POSITION)
    focus_position (self, to);
  return GDK_EVENT_STOP;
}

static void
update_search (NbSidebar *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;
  gboolean filtered = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  if (gtk_toggle_button_get_active (self->find_button))
    {
      gtk_widget_set_visible (self->search_place, FALSE);
      return;
    }
  gtk_widget_set_visible (self->search_place,
                          self->searching || filtered ||
                              nb_report_list_get_n_organs (self->rows) > MANY_ORGANS);
  gtk_stack_set_visible_child_name (self->stack, filtered && !any ? "nothing" : "list");
}

static void
search_changed_cb (NbSidebar *self)
{
  nb_report_list_set_filter (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  nb_report_list_flush (self->rows);
  update_search (self);
}

/* Back to the report that is shown. */
static void
focus_list (NbSidebar *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    position = next_report (self, G_MAXUINT, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    focus_position (self, position);
}

static void
stop_search_cb (NbSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->searching = FALSE;
  search_changed_cb (self);
  focus_list (self);
}

/* Enter goes to the first report that was found. */
static void
search_activated_cb (NbSidebar *self)
{
  guint position;

  search_changed_cb (self);
  position = next_report (self, G_MAXUINT, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    focus_position (self, position);
}

static gboolean
search_key_cb (NbSidebar *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  focus_list (self);
  return GDK_EVENT_STOP;
}

static void
find_toggled_cb (NbSidebar *self)
{
  gboolean find = gtk_toggle_button_get_active (self->find_button);

  gtk_stack_set_visible_child_name (self->stack, find ? "find" : "list");
  update_search (self);
  if (find)
    nb_search_panel_begin (self->panel);
  else
    nb_search_panel_end (self->panel);
}

static void
find_closed_cb (NbSidebar *self)
{
  gtk_toggle_button_set_active (self->find_button, FALSE);
  focus_list (self);
}

static void
place_chosen_cb (NbSidebar *self,
                 NbAppItem *item,
                 const char *query,
                 guint64 offset,
                 gboolean finally)
{
  g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, item, query, offset, finally);
}

static guint
count_under_way (GListModel *batch)
{
  guint n_items = g_list_model_get_n_items (batch);
  guint n_under_way = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (batch, i);
      NbAppItemState state = nb_app_item_get_state (item);

      if (state == NB_APP_ITEM_WAITING || state == NB_APP_ITEM_LOADING)
        n_under_way++;
    }
  return n_under_way;
}

/* A revealer without a transition keeps the room of what it hides. */
static void
show_foot (NbSidebar *self, gboolean show)
{
  gtk_revealer_set_reveal_child (self->foot, show);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), show);
}

static gboolean
foot_cb (gpointer user_data)
{
  NbSidebar *self = user_data;

  self->foot_timeout = 0;
  show_foot (self, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
update_foot (gpointer user_data)
{
  NbSidebar *self = user_data;
  GListModel *batch = nb_session_get_batch (self->session);
  guint n_items = g_list_model_get_n_items (batch);
  guint n_under_way = count_under_way (batch);
  g_autofree char *text = NULL;

  if (n_under_way == 0 || n_items < 2)
    {
      g_clear_handle_id (&self->foot_timeout, g_source_remove);
      show_foot (self, FALSE);
      return FALSE;
    }
  /* Translators: "Opening · 6 of 12 done". */
  text = g_strdup_printf (_ ("Opening · %u of %u done"), n_items - n_under_way, n_items);
  gtk_label_set_text (self->foot_label, text);
  gtk_progress_bar_set_fraction (self->foot_bar, (n_items - n_under_way) / (double) n_items);
  if (self->foot_timeout == 0 && !gtk_revealer_get_reveal_child (self->foot))
    self->foot_timeout = g_timeout_add (FOOT_DELAY, foot_cb, self);
  return FALSE;
}

/* Three hundred may be opened in one turn. */
static void
batch_changed_cb (NbSidebar *self)
{
  nb_later_add (self, update_foot, FALSE);
}

static void
cancel_all_cb (NbSidebar *self)
{
  nb_session_cancel_all (self->session);
}

/* A list view of GTK 4.8 into which rows come above those that it shows can forget where it is: it draws them
 * beyond its edge. A change of its value sets that right; as long as the user has not scrolled, the report that
 * is shown is brought into view. */
static gboolean
settle (gpointer user_data)
{
  NbSidebar *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  guint selected = gtk_single_selection_get_selected (self->selection);
  double value = gtk_adjustment_get_value (adjustment);
  double step = value > 0 ? -1 : 1;

  gtk_adjustment_set_value (adjustment, value + step);
  gtk_adjustment_set_value (adjustment, value);
  if (value <= 0 && selected != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  return FALSE;
}

static void
scrolled_cb (NbSidebar *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    nb_sidebar_row_scrolled (row);
}

static gboolean
fill_recent_menu (gpointer object)
{
  NbSidebar *self = NB_SIDEBAR (object);

  nb_recent_fill_menu (nb_recent_get_default (), self->recent_menu);
  return FALSE;
}

/* GTK builds the buttons of a menu at once, 3 ms for ten: not anew for each of 300 reports that are opened. */
static void
recent_changed_cb (NbSidebar *self)
{
  nb_later_add (self, fill_recent_menu, FALSE);
}

static void
nb_sidebar_dispose (GObject *object)
{
  NbSidebar *self = NB_SIDEBAR (object);

  g_clear_handle_id (&self->foot_timeout, g_source_remove);
  nb_later_cancel (self, settle);
  nb_later_cancel (self, update_foot);
  nb_later_cancel (self, fill_recent_menu);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->item);
  g_clear_pointer (&self->bound, g_hash_table_unref);

  G_OBJECT_CLASS (nb_sidebar_parent_class)->dispose (object);
}

static void
nb_sidebar_class_init (NbSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_sidebar_dispose;

  /* The user has chosen a report. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_APP_ITEM);

  /* A place in a report was chosen: see NbSearchPanel. */
  signals[SIGNAL_PLACE_CHOSEN] = g_signal_new (
      "place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 4, NB_TYPE_APP_ITEM, G_TYPE_STRING, G_TYPE_UINT64, G_TYPE_BOOLEAN);

  g_type_ensure (NB_TYPE_SEARCH_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, find_button);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, panel);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, search_place);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, menu);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, foot);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, foot_label);
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, foot_bar);
  gtk_widget_class_bind_template_callback (widget_class, right_click_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
nb_sidebar_init (NbSidebar *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  fill_recent_menu (self);
  g_signal_connect_object (nb_recent_get_default (), "changed", G_CALLBACK (recent_changed_cb),
                           self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
select_item (NbSidebar *self)
{
  guint position = GTK_INVALID_LIST_POSITION;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; self->item != NULL && i < n_rows; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (row == G_OBJECT (self->item))
        position = i;
    }
  self->setting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->setting = FALSE;
  update_search (self);
  nb_later_add (self, settle, FALSE);
}

/* While rows come and go the selection wanders; it is no choice of the user's, and is put right after. */
static void
rows_change_cb (NbSidebar *self)
{
  self->setting = TRUE;
}

/**
 * nb_sidebar_set_session:
 * @self: a side bar
 * @session: whose reports to list
 */
void
nb_sidebar_set_session (NbSidebar *self, NbSession *session)
{
  g_return_if_fail (NB_IS_SIDEBAR (self));
  g_return_if_fail (self->rows == NULL);

  self->session = g_object_ref (session);
  nb_search_panel_set_session (self->panel, session);
  self->rows = nb_report_list_new (session);
  g_signal_connect_object (session, "batch-changed", G_CALLBACK (batch_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_change_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (select_item), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * nb_sidebar_set_item:
 * @self: a side bar
 * @item: (nullable): the report that is shown
 */
void
nb_sidebar_set_item (NbSidebar *self, NbAppItem *item)
{
  guint position;

  g_return_if_fail (NB_IS_SIDEBAR (self));

  g_set_object (&self->item, item);
  nb_report_list_flush (self->rows);
  select_item (self);
  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/**
 * nb_sidebar_get_item:
 * @self: a side bar
 *
 * Returns: (transfer none) (nullable): the report that is selected
 */
NbAppItem *
nb_sidebar_get_item (NbSidebar *self)
{
  g_return_val_if_fail (NB_IS_SIDEBAR (self), NULL);
  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * nb_sidebar_get_rows:
 * @self: a side bar
 *
 * Returns: (transfer none): what is listed, #NbHeading and #NbAppItem
 */
GListModel *
nb_sidebar_get_rows (NbSidebar *self)
{
  g_return_val_if_fail (NB_IS_SIDEBAR (self), NULL);
  nb_report_list_flush (self->rows);
  return G_LIST_MODEL (self->rows);
}

/**
 * nb_sidebar_set_order:
 * @self: a side bar
 * @order: how to sort the reports
 */
void
nb_sidebar_set_order (NbSidebar *self, NbReportOrder order)
{
  g_return_if_fail (NB_IS_SIDEBAR (self));
  nb_report_list_set_order (self->rows, order);
}

/**
 * nb_sidebar_take_focus:
 * @self: a side bar
 *
 * Moves the focus to the report that is shown, or else to the first one.
 *
 * Returns: whether there is one in sight
 */
gboolean
nb_sidebar_take_focus (NbSidebar *self)
{
  g_return_val_if_fail (NB_IS_SIDEBAR (self), FALSE);

  if (gtk_toggle_button_get_active (self->find_button) ||
      next_report (self, G_MAXUINT, 1) == GTK_INVALID_LIST_POSITION)
    return FALSE;
  focus_list (self);
  return TRUE;
}

/**
 * nb_sidebar_show_rows:
 * @self: a side bar
 * @shown: whether its rows are to be seen
 */
void
nb_sidebar_show_rows (NbSidebar *self, gboolean shown)
{
  g_return_if_fail (NB_IS_SIDEBAR (self));
  gtk_widget_set_visible (GTK_WIDGET (self->list), shown);
}

/**
 * nb_sidebar_search:
 * @self: a side bar
 *
 * Shows the search and moves the focus to it.
 */
void
nb_sidebar_search (NbSidebar *self)
{
  g_return_if_fail (NB_IS_SIDEBAR (self));

  gtk_toggle_button_set_active (self->find_button, FALSE);
  self->searching = TRUE;
  update_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * nb_sidebar_find:
 * @self: a side bar
 *
 * Shows the search through all reports and moves the focus to it.
 */
void
nb_sidebar_find (NbSidebar *self)
{
  g_return_if_fail (NB_IS_SIDEBAR (self));

  if (gtk_toggle_button_get_active (self->find_button))
    nb_search_panel_begin (self->panel);
  else
    gtk_toggle_button_set_active (self->find_button, TRUE);
}

/* While the side bar comes in, which may take some frames to begin, its menu would hang outside of the display. */
static gboolean
open_menu_later (gpointer object)
{
  NbSidebar *self = object;
  GtkWidget *button = GTK_WIDGET (self->menu_button);
  graphene_rect_t bounds;

  if (gtk_widget_get_root (button) == NULL || self->menu_waits-- == 0)
    return FALSE;
  if (!gtk_widget_get_mapped (button) ||
      !gtk_widget_compute_bounds (button, GTK_WIDGET (gtk_widget_get_root (button)), &bounds) ||
      bounds.origin.x < 0)
    return TRUE;
  gtk_menu_button_popup (self->menu_button);
  return FALSE;
}

/**
 * nb_sidebar_open_menu:
 * @self: a side bar that is shown, or about to be
 *
 * Opens the main menu.
 */
void
nb_sidebar_open_menu (NbSidebar *self)
{
  g_return_if_fail (NB_IS_SIDEBAR (self));
  self->menu_waits = MENU_WAITS;
  nb_later_add (self, open_menu_later, TRUE);
}

/**
 * nb_sidebar_get_search_panel:
 * @self: a side bar
 *
 * Returns: (transfer none): the search through all reports
 */
NbSearchPanel *
nb_sidebar_get_search_panel (NbSidebar *self)
{
  g_return_val_if_fail (NB_IS_SIDEBAR (self), NULL);
  return self->panel;
}

/**
 * nb_sidebar_find_neighbour:
 * @self: a side bar
 * @item: what has been closed
 *
 * Returns: (transfer none) (nullable): what to show instead
 */
NbAppItem *
nb_sidebar_find_neighbour (NbSidebar *self, NbAppItem *item)
{
  g_return_val_if_fail (NB_IS_SIDEBAR (self), NULL);
  return nb_report_list_find_neighbour (self->rows, item);
}
