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
  MOST_ROWS = 12, /* inputs under way that are listed; the title counts them all */
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
  AdwStatusPage *error_page;
  GtkLabel *error_advice;
  GtkLabel *error_detail;
  GtkBox *error_links;
  GtkWidget *error_browser;
  GtkMenuButton *error_charset;

  NbSession *session;            /* (owned) (nullable) */
  GtkFilterListModel *under_way; /* (owned) */
  NbAppItem *item;               /* (owned) (nullable): the one that failed */
};

G_DEFINE_FINAL_TYPE (NbStatusPage, nb_status_page, ADW_TYPE_BIN)

static gboolean
is_under_way (gpointer item, gpointer user_data)
{
  return nb_app_item_get_reading (item) == NULL &&
         nb_app_item_get_state (item) != NB_APP_ITEM_FAILED;
}

static GtkWidget *
create_loading_row (gpointer item, gpointer user_data)
{
  return nb_loading_row_new (item, user_data);
}

static void
update_loading (NbStatusPage *self)
{
  GListModel *items = self->session != NULL ? nb_session_get_items (self->session) : NULL;
  guint n_items = items != NULL ? g_list_model_get_n_items (items) : 0;
  guint n_under_way = g_list_model_get_n_items (G_LIST_MODEL (self->under_way));
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Opening %u report", "Opening %u reports", n_under_way),
      n_under_way);
  subtitle = g_strdup_printf (_ ("%u of %u done"), n_items - n_under_way, n_items);
  gtk_label_set_text (self->loading_title, title);
  gtk_label_set_text (self->loading_subtitle, subtitle);
  gtk_progress_bar_set_fraction (self->loading_bar,
                                 n_items > 0 ? (n_items - n_under_way) / (double) n_items : 0);
}

static gboolean
refilter (gpointer user_data)
{
  NbStatusPage *self = user_data;

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->under_way),
                      GTK_FILTER_CHANGE_DIFFERENT);
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

  if (self->loading_list != NULL)
    gtk_list_box_bind_model (self->loading_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->under_way);
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
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_advice);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_detail);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_links);
  gtk_widget_class_bind_template_child (widget_class, NbStatusPage, error_browser);
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
  self->under_way = gtk_filter_list_model_new (
      NULL, GTK_FILTER (gtk_custom_filter_new (is_under_way, NULL, NULL)));
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

static void
items_changed_cb (NbStatusPage *self, guint position, guint removed, guint added, GListModel *items)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      g_signal_connect_object (item, "notify::state", G_CALLBACK (refilter_cb), self,
                               G_CONNECT_SWAPPED);
    }
  update_loading (self);
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
      GListModel *items = nb_session_get_items (session);
      g_autoptr (GtkSliceListModel) rows = NULL;

      gtk_filter_list_model_set_model (self->under_way, items);
      rows = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->under_way)), 0, MOST_ROWS);
      gtk_list_box_bind_model (self->loading_list, G_LIST_MODEL (rows), create_loading_row, session,
                               NULL);
      g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (items), items);
    }
  gtk_stack_set_visible_child_name (self->stack, "loading");
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
  gtk_stack_set_visible_child_name (self->stack, "error");
}
