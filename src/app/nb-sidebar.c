/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which reports are open and which need attention.
 *
 *   NbSession → NbReportList (by organ and year, headings put in) → GtkSingleSelection → GtkListView
 *
 * A heading can be neither selected nor focused; the arrow keys pass over it.
 */

#include "nb-sidebar.h"

#include "nb-sidebar-row.h"

struct _NbSidebar
{
  AdwBin parent_instance;

  GtkListView *list;

  NbReportList *rows;            /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) */
  GHashTable *bound;             /* (owned): item → its row widget on screen, both borrowed */
  NbAppItem *item;               /* (owned) (nullable): what the window shows */
  gboolean setting;              /* the selection is set by the window and not by the user */
};

G_DEFINE_FINAL_TYPE (NbSidebar, nb_sidebar, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, nb_sidebar_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbSidebar *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GObject *item = gtk_list_item_get_item (list_item);
  gboolean heading = NB_IS_HEADING (item);

  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  nb_sidebar_row_set_item (NB_SIDEBAR_ROW (row), item);
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
  nb_sidebar_row_set_item (NB_SIDEBAR_ROW (row), NULL);
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

static gboolean
key_pressed_cb (NbSidebar *self, guint key, guint code, GdkModifierType state)
{
  guint from = gtk_single_selection_get_selected (self->selection);
  guint to;
  g_autoptr (GObject) item = NULL;
  GtkWidget *row;

  if ((key != GDK_KEY_Up && key != GDK_KEY_Down) ||
      (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (from == GTK_INVALID_LIST_POSITION)
    to = next_report (self, 0, 1);
  else
    to = next_report (self, from, key == GDK_KEY_Up ? -1 : 1);
  if (to == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_STOP;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", to);
  gtk_single_selection_set_selected (self->selection, to);
  item = g_list_model_get_item (G_LIST_MODEL (self->selection), to);
  row = g_hash_table_lookup (self->bound, item);
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (row));
  return GDK_EVENT_STOP;
}

static void
nb_sidebar_dispose (GObject *object)
{
  NbSidebar *self = NB_SIDEBAR (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, NbSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
nb_sidebar_init (NbSidebar *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
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

  self->rows = nb_report_list_new (session);
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
