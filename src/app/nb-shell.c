/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lay-out of the window: the side bar, the header bar with the switcher, the pages of the report that
 * is shown, and what stands there when there is none. The one place that watches the width. Pages are
 * built when the window has nothing else to do, or when they are first shown; only the visible one holds
 * a report.
 *
 *   AdwFlap ┬ NbSidebar
 *           └ AdwHeaderBar, GtkStack ┬ NbStatusPage
 *                                    └ AdwViewStack: NbOverviewPage, NbTextPage, …
 */

#include "nb-shell.h"

#include <glib/gi18n-lib.h>

#include "nb-charset-menu.h"
#include "nb-checks-title.h"
#include "nb-fold.h"
#include "nb-later.h"
#include "nb-page-types.h"
#include "nb-sidebar.h"
#include "nb-spare.h"
#include "nb-stale-bar.h"
#include "nb-status-page.h"
#include "nb-text-page.h"
#include "nb-ui-text.h"
#include "nb-warm-up.h"
#include "nb-wrap-layout.h"
#include "chart/nb-chart.h"

enum
{
  SIDEBAR_WIDTH = 252,
  SMALLEST_WIDTH = 300, /* that a window may ask for before the lay-out follows */
  LOADING_DELAY = 200,  /* milliseconds before the loading page shows */
};

struct _NbShell
{
  GtkWidget parent_instance;

  AdwFlap *flap;
  NbSidebar *sidebar;
  AdwHeaderBar *header;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  GtkWidget *open_button;
  GtkWidget *paste_button;
  GtkWidget *sidebar_button;
  GtkWidget *compare_button;
  GtkWidget *main_menu_button;
  GtkWidget *more_button;
  GMenu *charset_menu;
  NbStaleBar *stale_bar;
  GtkStack *content;
  AdwBin *status_place;
  AdwViewStack *pages;

  NbSession *session;   /* (owned) */
  NbAppItem *item;      /* (owned) (nullable) */
  NbStatusPage *status; /* (nullable): built when it is first shown */
  NbWidthClass width_class;
  NbWidthClass laid_out; /* the one that everything has been told */
  int width;
  guint layout_idle;
  guint loading_timeout;
  guint n_prepared; /* pages that have been built in advance */
  guint n_fonts;    /* fonts of charts that have been loaded in advance */
  guint n_updated;  /* steps of update() that have been gone */
  gboolean sidebar_wanted;
};

G_DEFINE_FINAL_TYPE (NbShell, nb_shell, GTK_TYPE_WIDGET)

enum
{
  PROP_PAGE_NAME = 1,
  N_PROPS,
};

enum
{
  SIGNAL_ITEM_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static NbWidthClass
width_class_for (NbShell *self, int pixels)
{
  return nb_width_class_for (GTK_WIDGET (self), pixels);
}

static NbStatusPage *
need_status (NbShell *self)
{
  if (self->status == NULL)
    {
      self->status = g_object_new (NB_TYPE_STATUS_PAGE, NULL);
      nb_wrap_layout_apply (GTK_WIDGET (self->status));
      nb_status_page_set_width_class (self->status, self->width_class);
      adw_bin_set_child (self->status_place, GTK_WIDGET (self->status));
    }
  return self->status;
}

static gboolean
has_page (NbShell *self, const char *name)
{
  return adw_bin_get_child (ADW_BIN (adw_view_stack_get_child_by_name (self->pages, name))) != NULL;
}

static NbPage *
build_page (NbShell *self, const char *name)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->pages, name));
  GtkWidget *page = adw_bin_get_child (place);

  if (page == NULL)
    {
      page = nb_page_types_take (name);
      nb_wrap_layout_apply (page);
      nb_page_set_width_class (NB_PAGE (page), self->width_class);
      adw_bin_set_child (place, page);
    }
  return NB_PAGE (page);
}

static NbPage *
need_page (NbShell *self)
{
  return build_page (self, adw_view_stack_get_visible_child_name (self->pages));
}

/* While there is nothing to do the pages are built one by one, so that none is built under way. */
static gboolean
prepare (gpointer user_data)
{
  NbShell *self = user_data;
  const char *name = nb_page_types_get_names ()[self->n_prepared];

  if (name == NULL)
    return nb_chart_load_font (self->n_fonts++);
  if (!has_page (self, name) && nb_page_types_make (name))
    return TRUE;
  nb_warm_up (GTK_WIDGET (build_page (self, name)));
  self->n_prepared++;
  return TRUE;
}

/* What is left beside the side bar when nothing moves any more; only who is seen needs to know. */
static void
update_page_width (NbShell *self)
{
  GtkWidget *place = adw_view_stack_get_visible_child (self->pages);
  GtkWidget *page = place != NULL ? adw_bin_get_child (ADW_BIN (place)) : NULL;
  int sidebar = 0;

  if (self->width_class > NB_WIDTH_FOLDED && adw_flap_get_reveal_flap (self->flap))
    gtk_widget_measure (GTK_WIDGET (self->sidebar), GTK_ORIENTATION_HORIZONTAL, -1, &sidebar, NULL,
                        NULL, NULL);
  if (page != NULL && self->width > 0)
    nb_page_set_width (NB_PAGE (page), self->width - sidebar - (sidebar > 0));
}

/* Only the page that is seen follows the report; the others let go of it. */
static void
update_pages (NbShell *self)
{
  NbAppItem *shown = self->item != NULL && nb_app_item_get_reading (self->item) != NULL ? self->item
                                                                                        : NULL;
  const char *const *names = nb_page_types_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->pages, names[i]));
      GtkWidget *page = adw_bin_get_child (place);

      if (page != NULL && GTK_WIDGET (place) != adw_view_stack_get_visible_child (self->pages))
        nb_page_set_item (NB_PAGE (page), NULL);
    }
  if (shown != NULL)
    nb_page_set_item (need_page (self), shown);
  else if (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->pages))) != NULL)
    nb_page_set_item (need_page (self), NULL);
}

static void
update_title (NbShell *self)
{
  NbReport *report = self->item != NULL ? nb_app_item_get_report (self->item) : NULL;
  g_autofree char *subtitle = report != NULL ? nb_ui_report_subtitle (report) : NULL;
  const char *organ = report != NULL ? nb_report_get_organ (report) : NULL;
  const char *title = _ ("Nianbao");

  if (report != NULL)
    title = organ != NULL ? organ : _ ("Unknown organ");
  else if (self->item != NULL)
    title = nb_app_item_get_state (self->item) == NB_APP_ITEM_FAILED ? _ ("Not Opened")
                                                                     : _ ("Opening");
  adw_view_switcher_title_set_title (self->switcher_title, title);
  adw_view_switcher_title_set_subtitle (self->switcher_title, subtitle != NULL ? subtitle : "");
  /* In one column the header bar alone names organ and year. */
  adw_view_switcher_title_set_view_switcher_enabled (
      self->switcher_title, report != NULL && self->width_class > NB_WIDTH_NARROW);
  nb_checks_title_show (self->pages, GTK_WIDGET (self->switcher_title), self->item);
  nb_checks_title_show (self->pages, GTK_WIDGET (self->switcher_bar), self->item);
  gtk_widget_set_visible (self->more_button, self->item != NULL);
}

static void
update_switcher_bar (NbShell *self)
{
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar, self->item != NULL && nb_app_item_get_reading (self->item) != NULL &&
                              adw_view_switcher_title_get_title_visible (self->switcher_title));
}

static void
update_sidebar (NbShell *self)
{
  gboolean any = g_list_model_get_n_items (nb_session_get_items (self->session)) > 0;
  gboolean folded = self->width_class <= NB_WIDTH_FOLDED;

  adw_flap_set_locked (self->flap, !any);
  nb_fold_flap (self->flap, folded, any && !folded && self->sidebar_wanted);
  /* Where there is one column only, the side bar takes all of it. */
  gtk_widget_set_hexpand (GTK_WIDGET (self->sidebar), self->width_class == NB_WIDTH_NARROW);
  gtk_widget_set_visible (self->sidebar_button, any);
  gtk_widget_set_visible (self->compare_button, any && self->width_class != NB_WIDTH_NARROW);
  gtk_widget_set_visible (self->open_button, !any);
  gtk_widget_set_visible (self->paste_button, !any && self->width_class != NB_WIDTH_NARROW);
  gtk_widget_set_visible (self->main_menu_button, !any);
  update_page_width (self);
}

/* The side bar comes in a frame after the one in which the empty page goes, and its rows in the next: all of it
 * together would take longer to paint than a frame may. */
static gboolean
show_sidebar (gpointer user_data)
{
  NbShell *self = user_data;
  gboolean begins = adw_flap_get_locked (self->flap);

  if (begins)
    update_sidebar (self);
  nb_sidebar_show_rows (self->sidebar, !begins);
  return begins;
}

/* The first report brings the side bar, the last one takes it away; those between change nothing. */
static void
items_changed_cb (NbShell *self, guint position, guint removed, guint added, GListModel *items)
{
  guint n_items = g_list_model_get_n_items (items);

  if (n_items == 0)
    {
      nb_later_cancel (self, show_sidebar);
      update_sidebar (self);
    }
  else if (n_items == added - removed)
    nb_later_add (self, show_sidebar, TRUE);
}

/* In this order: what is mapped only to go fills itself for nothing. */
static void
show_content (NbShell *self, GtkWidget *child)
{
  gtk_stack_set_visible_child (self->content, child);
  gtk_widget_set_visible (GTK_WIDGET (self->content), TRUE);
}

static gboolean
loading_cb (gpointer user_data)
{
  NbShell *self = user_data;

  self->loading_timeout = 0;
  nb_status_page_show_loading (need_status (self), self->session);
  show_content (self, GTK_WIDGET (self->status_place));
  return G_SOURCE_REMOVE;
}

/* What is seen stays while a report is read, but for the empty page: when the side bar comes, a frame later, the page
 * would be laid out anew and painted only to go. */
static void
await_content (NbShell *self)
{
  gboolean empty = gtk_stack_get_visible_child (self->content) == GTK_WIDGET (self->status_place) &&
                   nb_status_page_is_empty (need_status (self));

  gtk_widget_set_visible (GTK_WIDGET (self->content), !empty);
  self->loading_timeout = g_timeout_add (LOADING_DELAY, loading_cb, self);
}

/* Empty, loading, failed or a report: in this order of how much is known. */
static void
update_content (NbShell *self)
{
  gboolean read = self->item != NULL && nb_app_item_get_reading (self->item) != NULL;
  gboolean failed = self->item != NULL && nb_app_item_get_state (self->item) == NB_APP_ITEM_FAILED;

  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  if (self->item != NULL && !read && !failed)
    {
      await_content (self);
      return;
    }
  if (read)
    {
      show_content (self, GTK_WIDGET (self->pages));
      return;
    }
  if (failed)
    nb_status_page_show_error (need_status (self), self->item);
  else
    nb_status_page_show_empty (need_status (self));
  show_content (self, GTK_WIDGET (self->status_place));
}

static void
layout (NbShell *self)
{
  const char *const *names = nb_page_types_get_names ();

  self->laid_out = self->width_class;
  gtk_widget_set_size_request (
      GTK_WIDGET (self->sidebar),
      self->width_class > NB_WIDTH_NARROW
          ? (int) (SIDEBAR_WIDTH * MAX (nb_ui_get_text_scale (GTK_WIDGET (self)), 1))
          : SIDEBAR_WIDTH,
      -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->pages, names[i]));

      if (adw_bin_get_child (place) != NULL)
        nb_page_set_width_class (NB_PAGE (adw_bin_get_child (place)), self->width_class);
    }
  if (self->status != NULL)
    nb_status_page_set_width_class (self->status, self->width_class);
  if (self->width_class == NB_WIDTH_NARROW)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nb-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nb-narrow");
  /* With a row of window buttons at one end the title cannot be in the middle of a narrow bar. */
  adw_header_bar_set_centering_policy (self->header, self->width_class == NB_WIDTH_NARROW
                                                         ? ADW_CENTERING_POLICY_LOOSE
                                                         : ADW_CENTERING_POLICY_STRICT);
  adw_view_switcher_title_set_view_switcher_enabled (
      self->switcher_title, self->item != NULL && nb_app_item_get_report (self->item) != NULL &&
                                self->width_class > NB_WIDTH_NARROW);
  update_sidebar (self);
}

static gboolean
layout_cb (gpointer user_data)
{
  NbShell *self = user_data;

  self->layout_idle = 0;
  if (self->laid_out != self->width_class)
    layout (self);
  else
    update_page_width (self);
  return G_SOURCE_REMOVE;
}

static void
text_scaled_cb (NbShell *self)
{
  self->width_class = width_class_for (self, self->width);
  if (self->layout_idle == 0)
    self->layout_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_cb, self, NULL);
}

/* The stack hands on the focus of the page that goes, be it to nothing; who clicks a button of the switcher stays there. */
static gboolean
has_focus_in_pages (NbShell *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages));
}

static void
page_changed_cb (NbShell *self)
{
  if (self->session == NULL)
    return;
  update_pages (self);
  update_page_width (self);
  if (has_focus_in_pages (self))
    nb_page_take_focus (need_page (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_NAME]);
}

static void
chosen_cb (NbShell *self, NbAppItem *item)
{
  if (self->width_class <= NB_WIDTH_FOLDED)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  g_signal_emit (self, signals[SIGNAL_ITEM_CHOSEN], 0, item);
}

/* The place is shown as soon as the window shows the report. */
static void
place_chosen_cb (NbShell *self,
                 NbAppItem *item,
                 const char *query,
                 guint64 offset,
                 gboolean finally)
{
  if (finally && self->width_class <= NB_WIDTH_FOLDED)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  g_signal_emit (self, signals[SIGNAL_ITEM_CHOSEN], 0, item);
  nb_shell_set_page_name (self, "text");
  if (self->item == item && NB_IS_TEXT_PAGE (need_page (self)))
    nb_text_page_show_hit (NB_TEXT_PAGE (need_page (self)), query, offset, finally);
}

static void
nb_shell_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  NbShell *self = NB_SHELL (widget);

  gtk_widget_measure (GTK_WIDGET (self->flap), orientation, for_size, minimum, natural, NULL, NULL);
  /* What is laid out for much room needs much: else the window could not be made narrow in one step, as half of a
   * display is, and would not stay so where this comes back after something narrower. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->laid_out > NB_WIDTH_NARROW)
    *minimum = MIN (*minimum, SMALLEST_WIDTH);
}

/* Nothing may change its size during an allocation, so the new lay-out comes right after. */
static void
nb_shell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NbShell *self = NB_SHELL (widget);
  gboolean changed = width != self->width;
  int minimum = 0;

  self->width_class = width_class_for (self, width);
  self->width = width;
  if (changed && self->layout_idle == 0)
    self->layout_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_cb, self, NULL);
  gtk_widget_measure (GTK_WIDGET (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (self->flap), MAX (width, minimum), height, baseline, NULL);
}

static void
nb_shell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE_NAME)
    g_value_set_string (value, nb_shell_get_page_name (NB_SHELL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nb_shell_dispose (GObject *object)
{
  NbShell *self = NB_SHELL (object);

  g_clear_handle_id (&self->layout_idle, g_source_remove);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  nb_spare_clear ();
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_TYPE_SHELL);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_shell_parent_class)->dispose (object);
}

static gboolean
lacks_page (NbShell *self)
{
  return self->item != NULL && nb_app_item_get_reading (self->item) != NULL &&
         adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->pages))) == NULL;
}

/* What comes with a report goes by frames: first the page, then what stands around it. */
static gboolean
update (gpointer user_data)
{
  NbShell *self = user_data;

  if (lacks_page (self))
    {
      need_page (self);
      return TRUE;
    }
  if (self->n_updated++ == 0)
    {
      update_pages (self);
      update_content (self);
      return TRUE;
    }
  update_title (self);
  update_switcher_bar (self);
  if (self->item != NULL && nb_app_item_get_report (self->item) != NULL)
    nb_warm_up_prose (GTK_WIDGET (self),
                      nb_report_get_document (nb_app_item_get_report (self->item)));
  return FALSE;
}

static void
nb_shell_class_init (NbShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nb_shell_dispose;
  object_class->get_property = nb_shell_get_property;
  widget_class->measure = nb_shell_measure;
  widget_class->size_allocate = nb_shell_size_allocate;

  properties[PROP_PAGE_NAME] = g_param_spec_string ("page-name", NULL, NULL, nb_page_types_get_names ()[0],
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                        G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /* The user has chosen a report in the side bar. */
  signals[SIGNAL_ITEM_CHOSEN] = g_signal_new ("item-chosen", G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              1, NB_TYPE_APP_ITEM);

  g_type_ensure (NB_TYPE_SIDEBAR);
  g_type_ensure (NB_TYPE_STALE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nianbao/Nianbao/ui/nb-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, NbShell, flap);
  gtk_widget_class_bind_template_child (widget_class, NbShell, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NbShell, header);
  gtk_widget_class_bind_template_child (widget_class, NbShell, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, NbShell, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, NbShell, open_button);
  gtk_widget_class_bind_template_child (widget_class, NbShell, paste_button);
  gtk_widget_class_bind_template_child (widget_class, NbShell, stale_bar);
  gtk_widget_class_bind_template_child (widget_class, NbShell, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, NbShell, compare_button);
  gtk_widget_class_bind_template_child (widget_class, NbShell, main_menu_button);
  gtk_widget_class_bind_template_child (widget_class, NbShell, more_button);
  gtk_widget_class_bind_template_child (widget_class, NbShell, charset_menu);
  gtk_widget_class_bind_template_child (widget_class, NbShell, content);
  gtk_widget_class_bind_template_child (widget_class, NbShell, status_place);
  gtk_widget_class_bind_template_child (widget_class, NbShell, pages);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
}

/* What the program does by itself it does at once. The fade between title and switcher draws the whole
 * window a dozen times just when a report comes; there is no property for it on the widget itself. */
static void
keep_title_from_fading (NbShell *self)
{
  GtkWidget *squeezer = gtk_widget_get_first_child (GTK_WIDGET (self->switcher_title));

  if (ADW_IS_SQUEEZER (squeezer))
    adw_squeezer_set_transition_type (ADW_SQUEEZER (squeezer), ADW_SQUEEZER_TRANSITION_TYPE_NONE);
}

static void
nb_shell_init (NbShell *self)
{
  self->width_class = NB_WIDTH_WIDE;
  self->sidebar_wanted = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_charset_menu_fill (self->charset_menu);
  keep_title_from_fading (self);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->switcher_title, "notify::title-visible",
                           G_CALLBACK (update_switcher_bar), self, G_CONNECT_SWAPPED);
}

/**
 * nb_shell_new:
 * @session: the open reports
 * @width: the width that it is going to have, as far as that is known
 *
 * Returns: (transfer full): a shell that shows nothing yet
 */
GtkWidget *
nb_shell_new (NbSession *session, int width)
{
  NbShell *self = g_object_new (NB_TYPE_SHELL, NULL);

  self->width_class = width_class_for (self, width);
  self->session = g_object_ref (session);
  nb_sidebar_set_session (self->sidebar, session);
  nb_stale_bar_set_session (self->stale_bar, session);
  g_signal_connect_object (nb_session_get_items (session), "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_scaled_cb), self, G_CONNECT_SWAPPED);
  layout (self);
  nb_shell_update (self);
  nb_warm_up (GTK_WIDGET (self));
  nb_later_add (self, prepare, FALSE);
  return GTK_WIDGET (self);
}

/**
 * nb_shell_set_item:
 * @self: a shell
 * @item: (nullable): what to show
 */
void
nb_shell_set_item (NbShell *self, NbAppItem *item)
{
  g_return_if_fail (NB_IS_SHELL (self));

  if (!g_set_object (&self->item, item))
    return;
  nb_sidebar_set_item (self->sidebar, item);
  nb_stale_bar_set_item (self->stale_bar, item);
  self->n_updated = 0;
  if (update (self))
    nb_later_add (self, update, TRUE);
}

/**
 * nb_shell_update:
 * @self: a shell
 *
 * Brings everything up to date after the state of the item has changed, from the next frame on.
 */
void
nb_shell_update (NbShell *self)
{
  g_return_if_fail (NB_IS_SHELL (self));

  self->n_updated = 0;
  nb_later_add (self, update, TRUE);
}

const char *
nb_shell_get_page_name (NbShell *self)
{
  g_return_val_if_fail (NB_IS_SHELL (self), NULL);
  return adw_view_stack_get_visible_child_name (self->pages);
}

void
nb_shell_set_page_name (NbShell *self, const char *name)
{
  g_return_if_fail (NB_IS_SHELL (self));
  g_return_if_fail (g_strv_contains (nb_page_types_get_names (), name));
  adw_view_stack_set_visible_child_name (self->pages, name);
}

/**
 * nb_shell_get_page:
 * @self: a shell
 *
 * Returns: (transfer none): the page that is seen when a report is shown
 */
NbPage *
nb_shell_get_page (NbShell *self)
{
  g_return_val_if_fail (NB_IS_SHELL (self), NULL);
  return need_page (self);
}

GtkWidget *
nb_shell_get_sidebar (NbShell *self)
{
  g_return_val_if_fail (NB_IS_SHELL (self), NULL);
  return GTK_WIDGET (self->sidebar);
}

GtkWidget *
nb_shell_get_status (NbShell *self)
{
  g_return_val_if_fail (NB_IS_SHELL (self), NULL);
  return GTK_WIDGET (need_status (self));
}

NbWidthClass
nb_shell_get_width_class (NbShell *self)
{
  g_return_val_if_fail (NB_IS_SHELL (self), NB_WIDTH_WIDE);
  return self->width_class;
}

gboolean
nb_shell_get_sidebar_shown (NbShell *self)
{
  g_return_val_if_fail (NB_IS_SHELL (self), FALSE);
  return adw_flap_get_reveal_flap (self->flap);
}

/**
 * nb_shell_set_sidebar_wanted:
 * @self: a shell
 * @wanted: whether the side bar is to be seen where there is room beside the content
 */
void
nb_shell_set_sidebar_wanted (NbShell *self, gboolean wanted)
{
  g_return_if_fail (NB_IS_SHELL (self));

  self->sidebar_wanted = wanted;
  update_sidebar (self);
}

/**
 * nb_shell_set_sidebar_shown:
 * @self: a shell
 * @shown: whether the side bar is to be seen
 */
void
nb_shell_set_sidebar_shown (NbShell *self, gboolean shown)
{
  g_return_if_fail (NB_IS_SHELL (self));

  if (self->width_class > NB_WIDTH_FOLDED)
    nb_shell_set_sidebar_wanted (self, shown);
  else
    adw_flap_set_reveal_flap (self->flap, shown);
}

/**
 * nb_shell_search_reports:
 * @self: a shell
 *
 * Shows the side bar with its search.
 */
void
nb_shell_search_reports (NbShell *self)
{
  g_return_if_fail (NB_IS_SHELL (self));

  nb_shell_set_sidebar_shown (self, TRUE);
  nb_sidebar_search (self->sidebar);
}

/**
 * nb_shell_find_everywhere:
 * @self: a shell
 *
 * Shows the side bar with the search through all reports.
 */
void
nb_shell_find_everywhere (NbShell *self)
{
  g_return_if_fail (NB_IS_SHELL (self));

  nb_shell_set_sidebar_shown (self, TRUE);
  nb_sidebar_find (self->sidebar);
}

/**
 * nb_shell_move_pane:
 * @self: a shell
 * @step: 1 for the next pane, -1 for the one before
 *
 * Moves the focus between the side bar and the panes of the page.
 */
void
nb_shell_move_pane (NbShell *self, int step)
{
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint current = 0;

  g_return_if_fail (NB_IS_SHELL (self));

  if (adw_flap_get_reveal_flap (self->flap))
    g_ptr_array_add (panes, self->sidebar);
  if (gtk_stack_get_visible_child (self->content) == GTK_WIDGET (self->pages))
    nb_page_list_panes (need_page (self), panes);
  else
    g_ptr_array_add (panes, self->status_place);
  for (guint i = 0; i < panes->len && focus != NULL; i++)
    if (focus == panes->pdata[i] || gtk_widget_is_ancestor (focus, panes->pdata[i]))
      current = i;
  for (guint i = 1; i <= panes->len; i++)
    {
      guint next = (current + panes->len * 2 + (guint) (step * (int) i)) % panes->len;

      if ((panes->pdata[next] == self->sidebar && nb_sidebar_take_focus (self->sidebar)) ||
          gtk_widget_child_focus (panes->pdata[next], GTK_DIR_TAB_FORWARD) ||
          gtk_widget_grab_focus (panes->pdata[next]))
        return;
    }
}
