/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands in the place of a report where there is none: nothing is open, reports are on their way, or
 * one could not be opened. Always a plain sentence and a next step.
 */

#include "nb-status-page.h"

#include <glib/gi18n-lib.h>

#include "nb-charset-menu.h"
#include "nb-empty-page.h"
#include "nb-link-list.h"
#include "nb-later.h"
#include "nb-loading-row.h"
#include "nb-ui-text.h"

enum
{
  MOST_ROWS = 12,   /* inputs that are listed; the title counts them all */
  PULSE_TIME = 100, /* milliseconds */
};

struct _NbStatusPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  NbEmptyPage *empty;
  GtkWidget *error_buttons;
  GtkLabel *loading_title;
  GtkLabel *loading_subtitle;
  GtkProgressBar *loading_bar;
  GtkListBox *loading_list;
  GtkWidget *cancel_all;
  AdwStatusPage *error_page;
  GtkLabel *error_advice;
  GtkLabel *error_detail;
  GtkBox *error_links;
  GtkWidget *error_browser;
  GtkWidget *error_open;
  GtkMenuButton *error_charset;

  NbSession *session;         /* (owned) (nullable) */
  GtkFilterListModel *listed; /* (owned) */
  guint pulse;
  NbAppItem *item; /* (owned) (nullable): the one that failed */
};

G_DEFINE_FINAL_TYPE (NbStatusPage, nb_status_page, ADW_TYPE_BIN)

static gboolean
is_under_way (NbAppItem *item)
{
  return nb_app_item_get_reading (item) == NULL &&
         nb_app_item_get_state (item) != NB_APP_ITEM_FAILED;
}

/* A few are listed whatever becomes of them; of many, those that still need something of the user or of time. */
static gboolean
is_listed (gpointer item, gpointer user_data)
{
  NbStatusPage *self = user_data;
  guint n_items = self->session != NULL
                      ? g_list_model_get_n_items (nb_session_get_batch (self->session))
                      : 0;

  return n_items <= MOST_ROWS || nb_app_item_get_reading (item) == NULL;
}

static GtkWidget *
create_loading_row (gpointer item, gpointer user_data)
{
  return nb_loading_row_new (item, user_data);
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (NB_STATUS_PAGE (user_data)->loading_bar);
  return G_SOURCE_CONTINUE;
}

/* Of one input its own progress, of several how many are done. */
static void
show_progress (NbStatusPage *self, guint n_items, guint n_done)
{
  double progress = n_items > 0 ? n_done / (double) n_items : 0;

  if (n_items == 1 && n_done == 0)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (nb_session_get_batch (self->session), 0);

      progress = nb_app_item_get_progress (item);
    }
  if (progress >= 0)
    gtk_progress_bar_set_fraction (self->loading_bar, progress);
  if (progress >= 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_clear_handle_id (&self->pulse, g_source_remove);
  else if (self->pulse == 0)
    self->pulse = g_timeout_add (PULSE_TIME, pulse_cb, self);
}

static char *
dup_counts (guint n_items, guint n_read, guint n_failed)
{
  g_autofree char *read = g_strdup_printf (_ ("%u of %u reports read"), n_read, n_items);
  g_autofree char *failed = NULL;

  if (n_failed == 0)
    return g_steal_pointer (&read);
  failed = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u could not be read", "%u could not be read", n_failed),
      n_failed);
  return g_strdup_printf ("%s · %s", read, failed);
}

static void
update_loading (NbStatusPage *self)
{
  GListModel *batch = nb_session_get_batch (self->session);
  guint n_items = g_list_model_get_n_items (batch), n_under_way = 0, n_read = 0;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (batch, i);

      n_under_way += is_under_way (item);
      n_read += nb_app_item_get_reading (item) != NULL;
    }
  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Opening %u report", "Opening %u reports", n_items), n_items);
  subtitle = dup_counts (n_items, n_read, n_items - n_under_way - n_read);
  gtk_label_set_text (self->loading_title, title);
  gtk_label_set_text (self->loading_subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->loading_subtitle), n_items > 1);
  gtk_widget_set_visible (self->cancel_all, n_items > 1);
  show_progress (self, n_items, n_items - n_under_way);
}

static gboolean
refilter (gpointer user_data)
{
  NbStatusPage *self = user_data;

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->listed), GTK_FILTER_CHANGE_DIFFERENT);
  update_loading (self);
  return FALSE;
}

/* However many have come, the list moves once a frame. */
static void
refilter_cb (NbStatusPage *self)
{
  nb_later_add (self, refilter, FALSE);
}

static void
cancel_all_cb (NbStatusPage *self)
{
  if (self->session != NULL)
    nb_session_cancel_all (self->session);
}

static void
copy_detail_cb (NbStatusPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_text (self->error_detail));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Copied"));
}

static void
open_browser_cb (NbStatusPage *self)
{
  if (self->item != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                  nb_app_item_get_uri (self->item), GDK_CURRENT_TIME);
}

static void
nb_status_page_dispose (GObject *object)
{
  NbStatusPage *self = NB_STATUS_PAGE (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->loading_list != NULL)
    gtk_list_box_bind_model (self->loading_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->listed);
  g_clear_object (&self->session);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (nb_status_page_parent_class)->dispose (object);
}

static void
nb_status_page_class_init (NbStatusPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_status_page_dispose;

  g_type_ensure (NB_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-status-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, empty);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_buttons);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, loading_title);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, loading_subtitle);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, loading_list);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, cancel_all);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_advice);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_detail);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_links);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_browser);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_open);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_charset);
  gtk_widget_class_bind_template_callback (widget_class, cancel_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_detail_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_browser_cb);
}

static void
nb_status_page_init (NbStatusPage *self)
{
  g_autoptr (GMenuModel) charsets = nb_charset_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->error_charset, charsets);
  self->listed = gtk_filter_list_model_new (
      NULL, GTK_FILTER (gtk_custom_filter_new (is_listed, self, NULL)));
}

/**
 * nb_status_page_set_width_class:
 * @self: a page
 * @width_class: how much room there is
 */
void
nb_status_page_set_width_class (NbStatusPage *self, NbWidthClass width_class)
{
  g_return_if_fail (NB_IS_STATUS_PAGE (self));

  nb_empty_page_set_width_class (self->empty, width_class);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->error_buttons),
                                  width_class == NB_WIDTH_NARROW ? GTK_ORIENTATION_VERTICAL
                                                                 : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * nb_status_page_show_empty:
 * @self: a page
 *
 * Nothing is open: the ways to open something.
 */
void
nb_status_page_show_empty (NbStatusPage *self)
{
  g_return_if_fail (NB_IS_STATUS_PAGE (self));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

gboolean
nb_status_page_is_empty (NbStatusPage *self)
{
  g_return_val_if_fail (NB_IS_STATUS_PAGE (self), FALSE);
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty");
}

static void
items_changed_cb (NbStatusPage *self, guint position, guint removed, guint added, GListModel *items)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      g_signal_connect_object (item, "notify::state", G_CALLBACK (refilter_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (item, "notify::progress", G_CALLBACK (refilter_cb), self,
                               G_CONNECT_SWAPPED);
    }
  refilter_cb (self);
}

/**
 * nb_status_page_show_loading:
 * @self: a page
 * @session: whose inputs are on their way
 *
 * Shows how far each is, with a way to give it up.
 */
void
nb_status_page_show_loading (NbStatusPage *self, NbSession *session)
{
  g_return_if_fail (NB_IS_STATUS_PAGE (self));
  g_return_if_fail (NB_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    {
      GListModel *items = nb_session_get_batch (session);
      g_autoptr (GtkSliceListModel) rows = NULL;

      gtk_filter_list_model_set_model (self->listed, items);
      rows = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->listed)), 0, MOST_ROWS);
      gtk_list_box_bind_model (self->loading_list, G_LIST_MODEL (rows), create_loading_row, session,
                               NULL);
      g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (items), items);
    }
  update_loading (self);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

/* The most useful of the buttons is the one that goes on with this very report. */
static void
suggest_way_out (NbStatusPage *self)
{
  if (gtk_widget_get_visible (self->error_browser) ||
      gtk_widget_get_visible (GTK_WIDGET (self->error_charset)))
    gtk_widget_remove_css_class (self->error_open, "suggested-action");
  else
    gtk_widget_add_css_class (self->error_open, "suggested-action");
}

/**
 * nb_status_page_show_error:
 * @self: a page
 * @item: an input that could not be opened
 *
 * Says what happened, what to do, and the library's own words as detail.
 */
void
nb_status_page_show_error (NbStatusPage *self, NbAppItem *item)
{
  const GError *error;
  const char *uri;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_autofree char *detail = NULL;

  g_return_if_fail (NB_IS_STATUS_PAGE (self));
  g_return_if_fail (nb_app_item_get_error (item) != NULL);

  g_set_object (&self->item, item);
  error = nb_app_item_get_error (item);
  uri = nb_app_item_get_uri (item);
  name = nb_app_item_dup_name (item);
  /* Translators: below the title of the error page; the file or address that could not be opened. */
  description = g_markup_printf_escaped (_ ("“%s” was not opened; no figure was read."), name);
  detail = g_strdup_printf ("%s\n%s", uri, error->message);
  adw_status_page_set_title (self->error_page, nb_ui_error_title (error));
  adw_status_page_set_description (self->error_page, description);
  gtk_label_set_text (self->error_advice, nb_ui_error_advice (error));
  gtk_label_set_text (self->error_detail, detail);
  nb_link_list_fill (self->error_links, error);
  gtk_widget_set_visible (GTK_WIDGET (self->error_charset), nb_charset_applies (item));
  gtk_widget_set_visible (self->error_browser,
                          g_str_has_prefix (uri, "http:") || g_str_has_prefix (uri, "https:"));
  suggest_way_out (self);
  gtk_stack_set_visible_child_name (self->stack, "error");
}
