/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The actions of the window on whole reports: read again, show where it comes from, close. Closing asks
 * nothing; a toast takes it back, with everything that was read. Main thread only.
 */

#include "nb-window-reports.h"

#include <glib/gi18n-lib.h>

#include "nb-changes-dialog.h"
#include "nb-charset-menu.h"
#include "nb-recent.h"

/* Seconds that the changes are offered; the menu of the report has them afterwards. */
#define CHANGES_SHOWN 10

/* Where the window keeps what was closed last. */
#define LAST_CLOSED "nb-last-closed"

/* What was closed in one go and where it stood; held by the toast that offers it, and the last one by the window. */
typedef struct
{
  NbWindow *window;  /* weak: whoever holds this belongs to it; NULL once it is taken back */
  GPtrArray *items;  /* (owned): of NbAppItem (owned) */
  GArray *positions; /* (owned): of guint, as each was when it was taken out */
  NbAppItem *shown;  /* (owned) (nullable): what was seen */
} Closed;

static void
closed_clear (gpointer data)
{
  Closed *closed = data;

  g_clear_weak_pointer (&closed->window);
  g_ptr_array_unref (closed->items);
  g_array_unref (closed->positions);
  g_clear_object (&closed->shown);
}

static void
closed_unref (gpointer data)
{
  g_rc_box_release_full (data, closed_clear);
}

static void
closed_unref_cb (gpointer data, GClosure *closure)
{
  closed_unref (data);
}

static char *
dup_closed_text (GPtrArray *items)
{
  NbAppItem *item = items->pdata[0];
  NbReport *report = nb_app_item_get_report (item);
  const char *organ = report != NULL ? nb_report_get_organ (report) : NULL;
  g_autofree char *name = nb_app_item_dup_name (item);

  if (items->len > 1)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u report closed", "%u reports closed", items->len),
        items->len);
  if (organ != NULL && nb_report_get_year (report) != 0)
    /* Translators: organ, year. */
    return g_strdup_printf (_ ("%s %u closed"), organ, nb_report_get_year (report));
  return g_strdup_printf (_ ("“%s” closed"), organ != NULL ? organ : name);
}

/* Once only, be it by its toast or by the key. */
static void
undo_cb (Closed *closed)
{
  NbWindow *window = closed->window;
  NbAppItem *shown = NULL;
  NbSession *session;

  if (window == NULL)
    return;
  g_clear_weak_pointer (&closed->window);
  session = nb_window_get_session (window);
  /* The last one out is the first one in, so that every position is right again. */
  for (guint i = closed->items->len; i > 0; i--)
    {
      NbAppItem *item = closed->items->pdata[i - 1];
      NbAppItem *open = nb_session_restore (session, item,
                                            g_array_index (closed->positions, guint, i - 1));

      if (item == closed->shown)
        shown = open;
    }
  if (shown != NULL)
    nb_window_set_item (window, shown);
}

static void
undo_last_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Closed *closed = g_object_steal_data (user_data, LAST_CLOSED);

  if (closed == NULL || closed->window == NULL)
    nb_window_tell (user_data, _ ("Nothing was closed that could be opened again"));
  else
    undo_cb (closed);
  if (closed != NULL)
    closed_unref (closed);
}

/* Takes the items out and offers to take that back. */
static void
close_items (NbWindow *window, GPtrArray *items)
{
  NbSession *session = nb_window_get_session (window);
  GListStore *list = G_LIST_STORE (nb_session_get_items (session));
  NbAppItem *shown = nb_window_get_item (window);
  Closed *closed = g_rc_box_new0 (Closed);
  g_autofree char *text = dup_closed_text (items);
  AdwToast *toast = adw_toast_new (text);

  g_set_weak_pointer (&closed->window, window);
  closed->items = g_ptr_array_ref (items);
  closed->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  closed->shown = shown != NULL && g_ptr_array_find (items, shown, NULL) ? g_object_ref (shown)
                                                                         : NULL;
  for (guint i = 0; i < items->len; i++)
    {
      guint position = 0;

      g_list_store_find (list, items->pdata[i], &position);
      g_array_append_val (closed->positions, position);
      nb_session_close (session, items->pdata[i]);
    }
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), g_rc_box_acquire (closed),
                         closed_unref_cb, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (window), LAST_CLOSED, closed, closed_unref);
  nb_window_add_toast (window, toast);
}

/* The items that a predicate wants, in their order. */
static GPtrArray *
list_items (NbWindow *window, gboolean (*wanted) (NbAppItem *item, NbAppItem *shown))
{
  GListModel *items = nb_session_get_items (nb_window_get_session (window));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      if (wanted (item, nb_window_get_item (window)))
        g_ptr_array_add (found, g_steal_pointer (&item));
    }
  return found;
}

static gboolean
is_shown (NbAppItem *item, NbAppItem *shown)
{
  return item == shown;
}

static gboolean
is_of_same_organ (NbAppItem *item, NbAppItem *shown)
{
  return shown != NULL && nb_app_item_get_report (item) != NULL &&
         g_str_equal (nb_app_item_get_sort_key (item), nb_app_item_get_sort_key (shown));
}

static gboolean
is_any (NbAppItem *item, NbAppItem *shown)
{
  return TRUE;
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  g_autoptr (GPtrArray)
      items = list_items (user_data, g_str_equal (name, "close-all")     ? is_any
                                     : g_str_equal (name, "close-organ") ? is_of_same_organ
                                                                         : is_shown);

  if (items->len > 0)
    close_items (user_data, items);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbAppItem *item = nb_window_get_item (user_data);

  if (item != NULL)
    nb_session_reload (nb_window_get_session (user_data), item);
}

/* The report is read again in the charset that was chosen, or in the one that is found out. */
static void
charset_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  NbAppItem *item = nb_window_get_item (user_data);
  const char *charset = g_variant_get_string (value, NULL);

  if (item == NULL || (*charset != '\0' && !nb_source_knows_charset (charset)))
    return;
  g_simple_action_set_state (action, value);
  nb_app_item_set_charset (item, *charset != '\0' ? charset : NULL);
  nb_session_reload (nb_window_get_session (user_data), item);
}

static void
reload_changed_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbSession *session = nb_window_get_session (user_data);
  GListModel *items = nb_session_get_items (session);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      if (nb_app_item_get_stale (item) == NB_STALE_CHANGED)
        nb_session_reload (session, item);
    }
}

static void
show_changes_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbAppItem *item = nb_window_get_item (user_data);

  gtk_window_present (GTK_WINDOW (nb_changes_dialog_new (user_data, item)));
}

static gboolean
is_on_the_web (NbAppItem *item)
{
  const char *uri = nb_app_item_get_uri (item);

  return g_ascii_strncasecmp (uri, "http:", 5) == 0 || g_ascii_strncasecmp (uri, "https:", 6) == 0;
}

static void
show_in_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbAppItem *item = nb_window_get_item (user_data);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (nb_app_item_get_uri (item));
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const char *const uris[] = { uri, NULL };

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems",
                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, NULL, NULL);
}

static void
open_in_browser_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_show_uri (user_data, nb_app_item_get_uri (nb_window_get_item (user_data)), GDK_CURRENT_TIME);
}

static void
copy_address_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbAppItem *item = nb_window_get_item (user_data);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (user_data), nb_app_item_get_uri (item));
  nb_window_tell (user_data, _ ("Address copied"));
}

static const GActionEntry actions[] = {
  { .name = "reload", .activate = reload_cb },
  { .name = "charset", .parameter_type = "s", .state = "''", .change_state = charset_cb },
  { .name = "reload-changed", .activate = reload_changed_cb },
  { .name = "show-changes", .activate = show_changes_cb },
  { .name = "close-report", .activate = close_cb },
  { .name = "close-organ", .activate = close_cb },
  { .name = "close-all", .activate = close_cb },
  { .name = "undo-close", .activate = undo_last_cb },
  { .name = "show-in-folder", .activate = show_in_folder_cb },
  { .name = "open-in-browser", .activate = open_in_browser_cb },
  { .name = "copy-address", .activate = copy_address_cb },
};

/**
 * nb_window_reports_add_actions:
 * @window: a window
 */
void
nb_window_reports_add_actions (NbWindow *window)
{
  g_return_if_fail (NB_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

static void
set_enabled (NbWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_charset (NbWindow *window, NbAppItem *item)
{
  const char *charset = item != NULL ? nb_app_item_get_charset (item) : NULL;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "charset");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (charset != NULL ? charset : ""));
}

/**
 * nb_window_reports_update_actions:
 * @window: a window
 *
 * Says which of the actions make sense now.
 */
void
nb_window_reports_update_actions (NbWindow *window)
{
  NbAppItem *item = nb_window_get_item (window);
  GListModel *items = nb_session_get_items (nb_window_get_session (window));
  NbAppItemState state = item != NULL ? nb_app_item_get_state (item) : NB_APP_ITEM_WAITING;
  gboolean settled = state == NB_APP_ITEM_READY || state == NB_APP_ITEM_FAILED;
  gboolean pasted = item != NULL && nb_app_item_get_bytes (item) != NULL;
  gboolean on_the_web = item != NULL && !pasted && is_on_the_web (item);

  set_charset (window, item);
  set_enabled (window, "charset", settled && nb_charset_applies (item));
  set_enabled (window, "reload", settled);
  set_enabled (window, "show-changes", item != NULL && nb_app_item_get_changes (item) != NULL);
  set_enabled (window, "close-report", item != NULL);
  set_enabled (window, "close-organ", item != NULL && nb_app_item_get_report (item) != NULL);
  set_enabled (window, "close-all", g_list_model_get_n_items (items) > 0);
  set_enabled (window, "show-in-folder", item != NULL && !pasted && !on_the_web);
  set_enabled (window, "open-in-browser", on_the_web);
  set_enabled (window, "copy-address", item != NULL && !pasted);
}

/**
 * nb_window_reports_tell_loaded:
 * @window: a window
 * @item: what has been read
 *
 * Remembers it among the recent reports.
 */
void
nb_window_reports_tell_loaded (NbWindow *window, NbAppItem *item)
{
  NbReport *report = nb_app_item_get_report (item);

  if (nb_app_item_get_state (item) != NB_APP_ITEM_READY)
    return;
  if (nb_app_item_get_bytes (item) == NULL && nb_app_item_get_part (item) == 0)
    nb_recent_add (nb_recent_get_default (), nb_app_item_get_uri (item),
                   nb_report_get_organ (report), nb_report_get_year (report));
}

/**
 * nb_window_reports_tell_reread:
 * @window: a window
 * @item: what has been read again, and checked with the others
 *
 * Says what that has brought.
 */
void
nb_window_reports_tell_reread (NbWindow *window, NbAppItem *item)
{
  NbChanges *changes = nb_app_item_get_changes (item);
  g_autofree char *summary = NULL;
  AdwToast *toast;

  if (changes == NULL)
    return;
  if (item == nb_window_get_item (window))
    set_enabled (window, "show-changes", TRUE);
  summary = nb_changes_dup_summary (changes);
  toast = adw_toast_new (summary);
  if (!nb_changes_are_none (changes) && item == nb_window_get_item (window))
    {
      adw_toast_set_button_label (toast, _ ("_Show"));
      adw_toast_set_action_name (toast, "win.show-changes");
      adw_toast_set_timeout (toast, CHANGES_SHOWN);
    }
  nb_window_add_toast (window, toast);
}
