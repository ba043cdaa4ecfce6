/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window: owns the session, knows which report is shown, and has the actions that work on it. Its
 * first frame is empty; the shell with everything in it comes right after, so that the window is on
 * screen as early as a bare one. What is opened before that is shown when the shell is there.
 */

#include "nb-window.h"

#include <glib/gi18n-lib.h>

#include "nb-later.h"
#include "nb-page-types.h"
#include "nb-page.h"
#include "nb-saved-session.h"
#include "nb-settings.h"
#include "nb-style.h"
#include "nb-text-page.h"
#include "nb-ui-text.h"
#include "nb-sidebar.h"
#include "nb-toasts.h"
#include "nb-watcher.h"
#include "nb-window-check.h"
#include "nb-window-entry.h"
#include "nb-window-compare.h"
#include "nb-window-export.h"
#include "nb-window-input.h"
#include "nb-window-reports.h"

enum
{
  SAVE_DELAY = 500, /* milliseconds, so that many changes are one writing */
};

struct _NbWindow
{
  AdwApplicationWindow parent_instance;

  GtkOverlay *overlay; /* below everything: says where to drop */
  NbToasts *toasts;

  NbSession *session;        /* (owned) */
  NbWatcher *watcher;        /* (owned) (nullable): from the first frame on */
  GtkStack *stack;           /* (nullable): the shell, or what stands in its place */
  NbShell *shell;            /* (nullable): child, from the first frame on */
  NbAppItem *item;           /* (owned) (nullable): what is shown */
  NbAppItem *awaited;        /* (owned) (nullable): to be shown as soon as it is read */
  GSignalGroup *signals;     /* (owned): on the item */
  GCancellable *cancellable; /* (owned): of everything the window itself waits for */
  NbSavedSession *saved;     /* (owned) */
  NbWindowState state;       /* as it was kept; its page may be asked for before there is a shell */
  gboolean restore_wanted;
  gboolean closing;
  guint idle;
  guint save_timeout;
};

G_DEFINE_FINAL_TYPE (NbWindow, nb_window, ADW_TYPE_APPLICATION_WINDOW)

static void
set_enabled (NbWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
save (NbWindow *self)
{
  NbWindowState *state = &self->state;

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  state->maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  gtk_window_get_default_size (GTK_WINDOW (self), &state->width, &state->height);
  if (self->shell != NULL)
    {
      state->page = g_intern_string (nb_shell_get_page_name (self->shell));
      if (nb_shell_get_width_class (self->shell) > NB_WIDTH_FOLDED && self->item != NULL)
        state->sidebar = nb_shell_get_sidebar_shown (self->shell);
    }
  nb_saved_session_save (self->saved, state,
                         nb_settings_get_restore_session () ? self->session : NULL, self->item);
}

static gboolean
save_cb (gpointer user_data)
{
  NbWindow *self = user_data;

  self->save_timeout = 0;
  if (!self->restore_wanted)
    save (self);
  return G_SOURCE_REMOVE;
}

/* What the next start needs is kept all the time, since nobody knows how the program will end. */
static void
queue_save (NbWindow *self)
{
  if (self->save_timeout == 0 && !self->closing && !self->restore_wanted)
    self->save_timeout = g_timeout_add (SAVE_DELAY, save_cb, self);
}

/* The one place that says which actions make sense now. */
static void
update_actions (NbWindow *self)
{
  gboolean any = g_list_model_get_n_items (nb_session_get_items (self->session)) > 0;
  gboolean shown = self->item != NULL && nb_app_item_get_reading (self->item) != NULL;
  gboolean findings = shown && g_list_model_get_n_items (nb_app_item_get_findings (self->item)) > 0;

  set_enabled (self, "show-page", TRUE);
  set_enabled (self, "find", shown);
  set_enabled (self, "next-hit", shown);
  set_enabled (self, "previous-hit", shown);
  set_enabled (self, "next-finding", findings);
  set_enabled (self, "previous-finding", findings);
  set_enabled (self, "toggle-sidebar", any);
  set_enabled (self, "search-reports", any);
  set_enabled (self, "find-everywhere", any);
  nb_window_reports_update_actions (self);
  nb_window_check_update_actions (self);
  nb_window_export_update_actions (self);
  nb_window_compare_update_actions (self);
  queue_save (self);
}

static void
item_changed_cb (NbWindow *self)
{
  if (self->shell != NULL)
    nb_shell_update (self->shell);
  update_actions (self);
}

static void
loaded_cb (NbWindow *self, NbAppItem *item)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self->awaited == item)
    {
      g_clear_object (&self->awaited);
      nb_window_set_item (self, item);
    }
  nb_window_reports_tell_loaded (self, item);
  /* A report that stays in sight says nothing by itself of an attempt to read it again. */
  if (nb_app_item_get_state (item) == NB_APP_ITEM_FAILED && nb_app_item_get_reading (item) != NULL)
    {
      text = g_strdup_printf (_ ("Not read again: %s"),
                              nb_ui_error_title (nb_app_item_get_error (item)));
      nb_window_tell (self, text);
    }
  else if (nb_app_item_get_state (item) == NB_APP_ITEM_FAILED && self->item != item)
    {
      name = nb_app_item_dup_name (item);
      text = g_strdup_printf (_ ("“%s” could not be opened"), name);
      nb_window_tell (self, text);
    }
}

static void
already_open_cb (NbWindow *self, NbAppItem *item)
{
  nb_window_set_item (self, item);
  nb_window_tell (self, _ ("This report is open already"));
}

static gboolean
update_actions_cb (gpointer self)
{
  update_actions (self);
  return FALSE;
}

/* What is shown may have been closed or cancelled; three hundred may be opened in one turn. */
static void
items_changed_cb (NbWindow *self, guint position, guint removed, guint added, GListModel *items)
{
  guint n_items = g_list_model_get_n_items (items);
  gboolean closed = removed > 0 && self->item != NULL;

  for (guint i = 0; i < n_items && closed; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      closed = item != self->item;
    }
  if (closed)
    {
      NbSidebar *sidebar = self->shell != NULL ? NB_SIDEBAR (nb_shell_get_sidebar (self->shell))
                                               : NULL;
      NbAppItem *next = sidebar != NULL ? nb_sidebar_find_neighbour (sidebar, self->item) : NULL;
      /* The side bar may list only what was searched for. */
      g_autoptr (NbAppItem) any = next == NULL ? g_list_model_get_item (items, 0) : NULL;

      nb_window_set_item (self, next != NULL ? next : any);
    }
  nb_later_add (self, update_actions_cb, TRUE);
}

/* A side bar that lies over the page would hide what was asked for. */
static void
uncover_page (NbWindow *self)
{
  if (nb_shell_get_width_class (self->shell) <= NB_WIDTH_FOLDED)
    nb_shell_set_sidebar_shown (self->shell, FALSE);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (!g_strv_contains (nb_page_types_get_names (), name))
    return;
  if (self->shell != NULL)
    {
      nb_window_leave_compare (self);
      nb_shell_set_page_name (self->shell, name);
      uncover_page (self);
      return;
    }
  self->state.page = g_intern_string (name);
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *self = user_data;

  if (self->shell == NULL)
    return;
  uncover_page (self);
  if (!nb_page_find (nb_shell_get_page (self->shell)))
    {
      nb_shell_set_page_name (self->shell, "text");
      nb_page_find (nb_shell_get_page (self->shell));
    }
}

/* The key also reaches the window from an entry, which then has the better right to it. */
static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *focus = gtk_window_get_focus (user_data);

  if (focus != NULL && GTK_IS_TEXT (focus))
    gtk_widget_activate_action (focus, "clipboard.paste", NULL);
  else
    nb_window_paste (user_data);
}

static void
sort_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  NbWindow *self = user_data;
  NbReportOrder order = nb_report_order_from_string (g_variant_get_string (value, NULL));
  GSettings *settings = nb_settings_get ();

  g_simple_action_set_state (action, g_variant_new_string (nb_report_order_to_string (order)));
  if (self->shell != NULL)
    nb_sidebar_set_order (NB_SIDEBAR (nb_shell_get_sidebar (self->shell)), order);
  if (settings != NULL)
    g_settings_set_string (settings, "report-order", nb_report_order_to_string (order));
}

static void
search_reports_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *self = user_data;

  if (self->shell != NULL)
    nb_shell_search_reports (self->shell);
}

static void
move_hit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *self = user_data;
  gboolean next = g_str_has_prefix (g_action_get_name (G_ACTION (action)), "next");

  if (self->shell != NULL && NB_IS_TEXT_PAGE (nb_shell_get_page (self->shell)))
    nb_text_page_move_hit (NB_TEXT_PAGE (nb_shell_get_page (self->shell)), next ? 1 : -1);
}

static void
find_everywhere_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *self = user_data;
  NbPage *page = self->shell != NULL ? nb_shell_get_page (self->shell) : NULL;
  const char *query = NB_IS_TEXT_PAGE (page) ? nb_text_page_get_query (NB_TEXT_PAGE (page)) : "";

  if (self->shell == NULL)
    return;
  /* What is looked for in the text is looked for in all others. */
  if (*query != '\0')
    nb_search_panel_set_query (
        nb_sidebar_get_search_panel (NB_SIDEBAR (nb_shell_get_sidebar (self->shell))), query);
  nb_shell_find_everywhere (self->shell);
}

static void
toggle_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *self = user_data;

  if (self->shell != NULL)
    nb_shell_set_sidebar_shown (self->shell, !nb_shell_get_sidebar_shown (self->shell));
}

/* GTK itself opens the menu of a button that is seen; the one in a hidden side bar is not. */
static gboolean
open_menu_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NbWindow *self = NB_WINDOW (widget);

  if (self->item == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->shell)) ||
      nb_shell_get_sidebar_shown (self->shell))
    return GDK_EVENT_PROPAGATE;
  nb_shell_set_sidebar_shown (self->shell, TRUE);
  nb_sidebar_open_menu (NB_SIDEBAR (nb_shell_get_sidebar (self->shell)));
  return GDK_EVENT_STOP;
}

static void
move_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *self = user_data;

  if (self->shell != NULL)
    nb_shell_move_pane (self->shell,
                        g_str_has_prefix (g_action_get_name (G_ACTION (action)), "next") ? 1 : -1);
}

static void
move_finding_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *self = user_data;
  gboolean next = g_str_has_prefix (g_action_get_name (G_ACTION (action)), "next");
  GListModel *findings = nb_app_item_get_findings (self->item);
  guint n_findings = g_list_model_get_n_items (findings);
  guint to = next ? 0 : n_findings - 1;
  g_autoptr (NbFinding) finding = NULL;

  if (self->shell != NULL)
    uncover_page (self);
  if (self->shell != NULL && nb_page_move_finding (nb_shell_get_page (self->shell), next ? 1 : -1))
    return;
  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (NbFinding) other = g_list_model_get_item (findings, i);

      if (other == nb_app_item_get_finding (self->item))
        to = (i + (next ? 1 : n_findings - 1)) % n_findings;
    }
  finding = g_list_model_get_item (findings, to);
  nb_app_item_set_finding (self->item, finding);
  if (self->shell != NULL)
    nb_shell_set_page_name (self->shell, "checks");
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nb_window_restore (user_data, TRUE);
}

static void
tell_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nb_window_tell (user_data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { .name = "show-page", .activate = show_page_cb, .parameter_type = "s" },
  { .name = "find", .activate = find_cb },
  { .name = "paste", .activate = paste_cb },
  { .name = "sort-reports", .parameter_type = "s", .state = "'organ'", .change_state = sort_cb },
  { .name = "search-reports", .activate = search_reports_cb },
  { .name = "next-hit", .activate = move_hit_cb },
  { .name = "previous-hit", .activate = move_hit_cb },
  { .name = "find-everywhere", .activate = find_everywhere_cb },
  { .name = "toggle-sidebar", .activate = toggle_sidebar_cb },
  { .name = "next-pane", .activate = move_pane_cb },
  { .name = "previous-pane", .activate = move_pane_cb },
  { .name = "next-finding", .activate = move_finding_cb },
  { .name = "previous-finding", .activate = move_finding_cb },
  { .name = "restore-session", .activate = restore_cb },
  { .name = "tell", .activate = tell_cb, .parameter_type = "s" },
};

/* Numbers are written anew when the way they are written has changed. */
static void
refresh_cb (NbWindow *self)
{
  if (self->shell == NULL)
    return;
  nb_shell_set_item (self->shell, NULL);
  nb_shell_set_item (self->shell, self->item);
}

/* On X11 GTK reads and draws the icon as soon as the window has a name for it, in all its sizes: that would
 * be a fifth of the time to the first frame. */
static gboolean
show_icon (gpointer self)
{
  gtk_window_set_default_icon_name (NB_APP_ID);
  return FALSE;
}

static void
build_shell (NbWindow *self)
{
  GSettings *settings = nb_settings_get ();

  nb_style_load (gtk_widget_get_display (GTK_WIDGET (self)));
  nb_later_add (self, show_icon, FALSE);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::group-digits", G_CALLBACK (refresh_cb), self,
                             G_CONNECT_SWAPPED);
  self->shell = NB_SHELL (nb_shell_new (self->session, gtk_widget_get_width (GTK_WIDGET (self))));
  if (settings != NULL)
    {
      g_autofree char *order = g_settings_get_string (settings, "report-order");

      g_action_group_change_action_state (G_ACTION_GROUP (self), "sort-reports",
                                          g_variant_new_string (order));
    }
  nb_shell_set_sidebar_wanted (self->shell, self->state.sidebar);
  if (self->state.page != NULL)
    nb_shell_set_page_name (self->shell, self->state.page);
  g_signal_connect_object (self->shell, "notify::page-name", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shell, "item-chosen", G_CALLBACK (nb_window_set_item), self,
                           G_CONNECT_SWAPPED);
  nb_shell_set_item (self->shell, self->item);
  self->watcher = nb_watcher_new (self->session);
  self->stack = GTK_STACK (gtk_stack_new ());
  /* What is not seen does not keep the window wide. */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->shell), "shell");
  nb_toasts_set_content (self->toasts, GTK_WIDGET (self->stack));
  nb_window_input_add_drop_target (self, self->overlay);
  if (self->restore_wanted)
    nb_window_restore (self, FALSE);
}

static gboolean
build_cb (gpointer user_data)
{
  NbWindow *self = user_data;

  self->idle = 0;
  build_shell (self);
  return G_SOURCE_REMOVE;
}

/* The second tick means that the first frame has been painted. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NbWindow *self = NB_WINDOW (widget);

  if (self->idle == 0 && self->shell == NULL)
    self->idle = g_idle_add (build_cb, self);
  return G_SOURCE_REMOVE;
}

static void
nb_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nb_window_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

static gboolean
nb_window_close_request (GtkWindow *window)
{
  NbWindow *self = NB_WINDOW (window);

  if (!self->restore_wanted)
    save (self);
  nb_saved_session_flush (self->saved);
  self->closing = TRUE;
  return GTK_WINDOW_CLASS (nb_window_parent_class)->close_request (window);
}

static void
nb_window_dispose (GObject *object)
{
  NbWindow *self = NB_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  self->closing = TRUE;
  nb_later_cancel (self, update_actions_cb);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (nb_session_get_items (self->session), self);
  g_clear_object (&self->signals);
  g_clear_object (&self->watcher);
  g_clear_object (&self->item);
  g_clear_object (&self->awaited);
  if (self->session != NULL)
    nb_session_close_all (self->session);
  g_clear_object (&self->session);
  self->stack = NULL;
  self->shell = NULL;

  G_OBJECT_CLASS (nb_window_parent_class)->dispose (object);
}

static void
nb_window_finalize (GObject *object)
{
  NbWindow *self = NB_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->saved);

  G_OBJECT_CLASS (nb_window_parent_class)->finalize (object);
}

static void
nb_window_class_init (NbWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_window_finalize;
  GTK_WIDGET_CLASS (klass)->map = nb_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = nb_window_close_request;

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F10, 0, open_menu_cb, NULL);
}

static void
restore_size (NbWindow *self)
{
  nb_saved_session_get_window (self->saved, &self->state);
  if (self->state.page != NULL && !g_strv_contains (nb_page_types_get_names (), self->state.page))
    self->state.page = NULL;
  if (self->state.maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (self->state.width, 360, 8192),
                               CLAMP (self->state.height, 294, 8192));
}

static void
nb_window_init (NbWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->session = nb_session_new ();
  self->saved = nb_saved_session_new ();
  self->signals = g_signal_group_new (NB_TYPE_APP_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (item_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::reading", G_CALLBACK (item_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::findings", G_CALLBACK (item_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::figure", G_CALLBACK (queue_save), self);
  g_signal_connect_object (self->session, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "reread", G_CALLBACK (nb_window_reports_tell_reread),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "batch-changed", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "already-open", G_CALLBACK (already_open_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (nb_session_get_items (self->session), "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  nb_window_reports_add_actions (self);
  nb_window_check_add_actions (self);
  nb_window_entry_add_actions (self);
  nb_window_export_add_actions (self);
  nb_window_compare_add_actions (self);
  self->toasts = NB_TOASTS (nb_toasts_new ());
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->toasts));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->overlay));
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Nianbao"));
  restore_size (self);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (queue_save), NULL);
  g_signal_connect (self, "notify::default-height", G_CALLBACK (queue_save), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (queue_save), NULL);
  update_actions (self);
}

/**
 * nb_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window, not yet shown
 */
NbWindow *
nb_window_new (GtkApplication *application)
{
  return g_object_new (NB_TYPE_WINDOW, "application", application, NULL);
}

NbSession *
nb_window_get_session (NbWindow *self)
{
  g_return_val_if_fail (NB_IS_WINDOW (self), NULL);
  return self->session;
}

/**
 * nb_window_get_stack:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what holds the shell and what may stand in its place
 */
GtkStack *
nb_window_get_stack (NbWindow *self)
{
  g_return_val_if_fail (NB_IS_WINDOW (self), NULL);
  return self->stack;
}

/**
 * nb_window_get_shell:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the content; none before the first frame
 */
NbShell *
nb_window_get_shell (NbWindow *self)
{
  g_return_val_if_fail (NB_IS_WINDOW (self), NULL);
  return self->shell;
}

/**
 * nb_window_get_item:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is shown
 */
NbAppItem *
nb_window_get_item (NbWindow *self)
{
  g_return_val_if_fail (NB_IS_WINDOW (self), NULL);
  return self->item;
}

/**
 * nb_window_set_item:
 * @self: a window
 * @item: (nullable): what to show
 */
void
nb_window_set_item (NbWindow *self, NbAppItem *item)
{
  g_return_if_fail (NB_IS_WINDOW (self));

  if (!g_set_object (&self->item, item))
    return;
  g_signal_group_set_target (self->signals, item);
  if (self->shell != NULL)
    nb_shell_set_item (self->shell, item);
  update_actions (self);
}

/**
 * nb_window_await:
 * @self: a window
 * @item: what has been opened
 *
 * Shows @item as soon as there is something to show; what is seen now stays until then.
 */
void
nb_window_await (NbWindow *self, NbAppItem *item)
{
  g_return_if_fail (NB_IS_WINDOW (self));

  if (self->item == NULL || nb_app_item_get_reading (item) != NULL)
    nb_window_set_item (self, item);
  else
    g_set_object (&self->awaited, item);
}

static void
offer_restore (NbWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("The program ended while it opened the last reports"));

  adw_toast_set_button_label (toast, _ ("_Open Again"));
  adw_toast_set_action_name (toast, "win.restore-session");
  adw_toast_set_timeout (toast, 0);
  nb_window_add_toast (self, toast);
}

/**
 * nb_window_restore:
 * @self: a window
 * @insist: whether to do so even where that has failed before
 *
 * Opens the reports again that were open last, after the first frame; what else is opened comes first.
 */
void
nb_window_restore (NbWindow *self, gboolean insist)
{
  NbAppItem *seen;

  g_return_if_fail (NB_IS_WINDOW (self));

  self->restore_wanted = self->shell == NULL;
  if (self->restore_wanted || nb_saved_session_get_n_reports (self->saved) == 0)
    return;
  if (nb_saved_session_was_interrupted (self->saved) && !insist)
    {
      offer_restore (self);
      return;
    }
  /* What has been asked for meanwhile and was open before is no news, and stays what is shown. */
  g_signal_handlers_block_by_func (self->session, already_open_cb, self);
  seen = nb_saved_session_restore (self->saved, self->session);
  g_signal_handlers_unblock_by_func (self->session, already_open_cb, self);
  if (seen != NULL && self->item == NULL && self->awaited == NULL)
    nb_window_await (self, seen);
}

/**
 * nb_window_get_cancellable:
 * @self: a window
 *
 * Returns: (transfer none): cancelled when the window goes
 */
GCancellable *
nb_window_get_cancellable (NbWindow *self)
{
  g_return_val_if_fail (NB_IS_WINDOW (self), NULL);
  return self->cancellable;
}

/**
 * nb_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to show for a moment
 *
 * It takes the place of the one before.
 */
void
nb_window_add_toast (NbWindow *self, AdwToast *toast)
{
  g_return_if_fail (NB_IS_WINDOW (self));

  nb_toasts_add (self->toasts, toast);
}

/**
 * nb_window_tell:
 * @self: a window
 * @text: what has happened
 *
 * Says it in a toast.
 */
void
nb_window_tell (NbWindow *self, const char *text)
{
  AdwToast *toast;

  g_return_if_fail (NB_IS_WINDOW (self));

  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, 4);
  nb_window_add_toast (self, toast);
}
