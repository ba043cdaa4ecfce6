/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One of the inputs that were opened together: how far it is with a button that gives it up, and in the end what it
 * is or why it could not be read, with a button that shows it.
 */

#include "nb-loading-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "nb-window.h"

struct _NbLoadingRow
{
  GtkListBoxRow parent_instance;

  GtkStack *mark;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *cancel;
  GtkWidget *show;
  NbAppItem *item;    /* (owned) */
  NbSession *session; /* (owned) */
};

G_DEFINE_FINAL_TYPE (NbLoadingRow, nb_loading_row, GTK_TYPE_LIST_BOX_ROW)

static char *
dup_loaded (gint64 done, gint64 total)
{
  g_autofree char *come = NULL;
  g_autofree char *all = NULL;

  if (done <= 0)
    return g_strdup (_ ("Fetching"));
  come = g_format_size ((guint64) done);
  if (total < 0)
    /* Translators: "Fetching · 1.2 MB". */
    return g_strdup_printf (_ ("Fetching · %s"), come);
  all = g_format_size ((guint64) total);
  /* Translators: "Fetching · 1.2 MB of 3.4 MB". */
  return g_strdup_printf (_ ("Fetching · %s of %s"), come, all);
}

static char *
dup_step (NbAppItem *item)
{
  gint64 done = 0, total = 0;

  if (nb_app_item_get_state (item) == NB_APP_ITEM_WAITING)
    return g_strdup (_ ("Waiting"));
  switch (nb_app_item_get_step (item, &done, &total))
    {
    case NB_READING_STEP_READ:
      return g_strdup (_ ("Reading the text"));
    case NB_READING_STEP_RECOGNISE:
      return g_strdup (_ ("Recognising tables"));
    case NB_READING_STEP_CHECK:
      return g_strdup (_ ("Checking"));
    case NB_READING_STEP_LOAD:
    default:
      return dup_loaded (done, total);
    }
}

static void
show_under_way (NbLoadingRow *self)
{
  gboolean waits = nb_app_item_get_state (self->item) == NB_APP_ITEM_WAITING;
  g_autofree char *step = dup_step (self->item);
  g_autofree char *name = nb_app_item_dup_name (self->item);

  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->detail, step);
  gtk_stack_set_visible_child_name (self->mark, waits ? "waits" : "runs");
}

/* "200 cells · 8 findings". */
static void
show_read (NbLoadingRow *self)
{
  NbReport *report = nb_app_item_get_report (self->item);
  const char *organ = nb_report_get_organ (report);
  guint year = nb_report_get_year (report);
  guint n_cells = g_list_model_get_n_items (nb_report_get_figures (report));
  guint n_findings = nb_app_item_get_n_findings (self->item);
  g_autofree char *title = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *detail = NULL;

  if (organ == NULL)
    organ = _ ("Unknown organ");
  title = year > 0 ? g_strdup_printf ("%s %u", organ, year) : g_strdup (organ);
  cells = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell", "%u cells", n_cells), n_cells);
  findings = n_findings > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding",
                                                            "%u findings", n_findings),
                                               n_findings)
                            : g_strdup (_ ("No findings"));
  detail = g_strdup_printf ("%s · %s", cells, findings);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  gtk_image_set_from_icon_name (self->icon, "nb-ok-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "success");
  gtk_stack_set_visible_child_name (self->mark, "icon");
  gtk_button_set_label (GTK_BUTTON (self->show), _ ("Show"));
}

static void
show_failed (NbLoadingRow *self)
{
  g_autofree char *name = nb_app_item_dup_name (self->item);

  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->detail, nb_ui_error_title (nb_app_item_get_error (self->item)));
  gtk_widget_remove_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "error");
  gtk_image_set_from_icon_name (self->icon, "nb-error-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "nb-error");
  gtk_stack_set_visible_child_name (self->mark, "icon");
  gtk_button_set_label (GTK_BUTTON (self->show), _ ("Details"));
}

static void
update (NbLoadingRow *self)
{
  NbAppItemState state = nb_app_item_get_state (self->item);
  gboolean read = nb_app_item_get_reading (self->item) != NULL;
  gboolean failed = !read && state == NB_APP_ITEM_FAILED;
  g_autofree char *cancel_name = NULL;
  g_autofree char *show_name = NULL;

  if (read)
    show_read (self);
  else if (failed)
    show_failed (self);
  else
    show_under_way (self);
  gtk_widget_set_visible (self->cancel, !read && !failed);
  gtk_widget_set_visible (self->show, read || failed);
  cancel_name = g_strdup_printf (_ ("Cancel opening %s"), gtk_label_get_text (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cancel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cancel_name, -1);
  /* Translators: what a button does, and the report that it does it to. */
  show_name = g_strdup_printf (_ ("%s: %s"), read ? _ ("Show") : _ ("Details"),
                               gtk_label_get_text (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  show_name, -1);
}

static void
cancel_cb (NbLoadingRow *self)
{
  nb_session_close (self->session, self->item);
}

static void
show_cb (NbLoadingRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (NB_IS_WINDOW (root))
    nb_window_set_item (NB_WINDOW (root), self->item);
}

static void
nb_loading_row_dispose (GObject *object)
{
  NbLoadingRow *self = NB_LOADING_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_loading_row_parent_class)->dispose (object);
}

static void
nb_loading_row_class_init (NbLoadingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_loading_row_dispose;
}

static GtkWidget *
create_mark (NbLoadingRow *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->mark = GTK_STACK (gtk_stack_new ());
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_stack_add_named (self->mark, gtk_image_new_from_icon_name ("content-loading-symbolic"),
                       "waits");
  gtk_stack_add_named (self->mark, spinner, "runs");
  gtk_stack_add_named (self->mark, GTK_WIDGET (self->icon), "icon");
  gtk_widget_set_valign (GTK_WIDGET (self->mark), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self->mark);
}

static GtkWidget *
create_texts (NbLoadingRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_MIDDLE);
  nb_ui_mark_han (self->title);
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->detail, 0);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->detail));
  return texts;
}

static void
nb_loading_row_init (NbLoadingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "nb-fact");
  gtk_box_append (GTK_BOX (box), create_mark (self));
  gtk_box_append (GTK_BOX (box), create_texts (self));
  self->cancel = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->cancel, "flat");
  gtk_widget_set_valign (self->cancel, GTK_ALIGN_CENTER);
  nb_ui_set_tooltip (self->cancel, _ ("Cancel"));
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (box), self->cancel);
  self->show = gtk_button_new ();
  gtk_widget_set_valign (self->show, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->show, "clicked", G_CALLBACK (show_cb), self);
  gtk_box_append (GTK_BOX (box), self->show);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * nb_loading_row_new:
 * @item: an input on its way
 * @session: its session
 *
 * Returns: (transfer full): a row for it
 */
GtkWidget *
nb_loading_row_new (NbAppItem *item, NbSession *session)
{
  NbLoadingRow *self = g_object_new (NB_TYPE_LOADING_ROW, NULL);

  self->item = g_object_ref (item);
  self->session = g_object_ref (session);
  g_signal_connect_object (item, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::progress", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
