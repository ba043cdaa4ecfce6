/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row of the side bar: a heading, or one report with its year, its form, the mark of its gravest finding
 * and how many findings there are; where the heading is not the organ, the row names it. Follows its item
 * while it is read, with a button that gives it up.
 */

#include "nb-sidebar-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"

struct _NbSidebarRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkSpinner *spinner; /* (nullable): made when it is first needed */
  GtkWidget *cancel;   /* (nullable): as well */
  GtkImage *mark;
  GtkLabel *count;

  GSignalGroup *signals; /* (owned): on the item */
  NbAppItem *item;       /* (owned) (nullable) */
  char *name;            /* (owned) (nullable): accessible name */
  gboolean show_organ;
};

G_DEFINE_FINAL_TYPE (NbSidebarRow, nb_sidebar_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_mark (NbSidebarRow *self, const char *icon, const char *css_class, const char *tooltip)
{
  const char *classes[] = { css_class, NULL };

  gtk_image_set_from_icon_name (self->mark, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), classes);
  nb_ui_set_tooltip (GTK_WIDGET (self->mark), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), icon != NULL);
}

static void
take_name (NbSidebarRow *self, char *name)
{
  g_free (self->name);
  self->name = name;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
dup_findings_text (NbAppItem *item)
{
  guint n_findings = nb_app_item_get_n_findings (item);
  guint n_open = nb_app_item_get_n_open (item);
  NbFinding *worst = nb_app_item_get_worst (item);

  if (n_findings > 0)
    return g_strdup_printf (
        /* Translators: "8 findings, worst: Error". */
        g_dngettext (GETTEXT_PACKAGE, "%u finding, worst: %s", "%u findings, worst: %s",
                     n_findings),
        n_findings, nb_ui_severity_name (nb_finding_get_severity (worst)));
  if (n_open > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "no findings, %u relation is open",
                                         "no findings, %u relations are open", n_open),
                            n_open);
  return g_strdup (_ ("no findings"));
}

static void
show_ready (NbSidebarRow *self)
{
  NbReport *report = nb_app_item_get_report (self->item);
  const NbForm *form = nb_report_get_form (report);
  const char *organ = nb_report_get_organ (report);
  guint year = nb_report_get_year (report);
  guint n_findings = nb_app_item_get_n_findings (self->item);
  NbFinding *worst = nb_app_item_get_worst (self->item);
  g_autofree char *title = year > 0 ? g_strdup_printf ("%u", year) : g_strdup (_ ("No year"));
  g_autofree char *form_text = form != NULL ? g_strdup_printf (_ ("%s form"), form->id)
                                            : g_strdup (_ ("unknown form"));
  g_autofree char *findings = dup_findings_text (self->item);
  g_autofree char *count = n_findings > 0 ? g_strdup_printf ("%u", n_findings) : NULL;
  const char *scope = nb_report_get_scope (report);
  g_autofree char *detail = scope != NULL ? g_strdup_printf ("%s · %s", form_text, scope)
                                          : g_strdup (form_text);

  gtk_label_set_text (self->title, !self->show_organ ? title
                                   : organ != NULL   ? organ
                                                     : _ ("Unknown organ"));
  gtk_label_set_text (self->detail, self->show_organ ? title : detail);
  gtk_label_set_text (self->count, count != NULL ? count : "");
  if (worst != NULL)
    set_mark (self, nb_ui_severity_icon (nb_finding_get_severity (worst)),
              nb_ui_severity_css_class (nb_finding_get_severity (worst)), findings);
  else if (nb_app_item_get_n_open (self->item) > 0)
    set_mark (self, nb_ui_severity_icon (NB_SEVERITY_HINT),
              nb_ui_severity_css_class (NB_SEVERITY_HINT), findings);
  else
    set_mark (self, "nb-ok-symbolic", "success", findings);
  /* Translators: name of a row for a screen reader: organ, year, form, findings. */
  take_name (self,
             g_strdup_printf (_ ("%s %s, %s, %s"), organ != NULL ? organ : _ ("Unknown organ"),
                              title, form_text, findings));
}

static void
show_unread (NbSidebarRow *self)
{
  g_autofree char *name = nb_app_item_dup_name (self->item);
  const GError *error = nb_app_item_get_error (self->item);
  gboolean failed = nb_app_item_get_state (self->item) == NB_APP_ITEM_FAILED && error != NULL;

  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->detail, "");
  gtk_label_set_text (self->count, "");
  set_mark (self, failed ? nb_ui_severity_icon (NB_SEVERITY_ERROR) : NULL,
            failed ? nb_ui_severity_css_class (NB_SEVERITY_ERROR) : NULL,
            failed ? nb_ui_error_title (error) : NULL);
  take_name (self,
             g_strdup_printf ("%s, %s", name, failed ? nb_ui_error_title (error) : _ ("Opening")));
}

static void
cancel_cb (NbSidebarRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
show_cancel (NbSidebarRow *self, gboolean show)
{
  if (show && self->cancel == NULL)
    {
      self->cancel = gtk_button_new_from_icon_name ("window-close-symbolic");
      gtk_widget_add_css_class (self->cancel, "flat");
      gtk_widget_add_css_class (self->cancel, "circular");
      nb_ui_set_tooltip (self->cancel, _ ("Cancel"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cancel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Cancel"), -1);
      g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
      gtk_widget_set_parent (self->cancel, GTK_WIDGET (self));
    }
  if (self->cancel != NULL)
    gtk_widget_set_visible (self->cancel, show);
}

static void
show_spinner (NbSidebarRow *self, gboolean spin)
{
  if (spin && self->spinner == NULL)
    {
      self->spinner = GTK_SPINNER (gtk_spinner_new ());
      gtk_widget_insert_before (GTK_WIDGET (self->spinner), GTK_WIDGET (self),
                                GTK_WIDGET (self->mark));
    }
  if (self->spinner == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), spin);
  gtk_spinner_set_spinning (self->spinner, spin);
}

static void
update (NbSidebarRow *self)
{
  gboolean ready = self->item != NULL && nb_app_item_get_reading (self->item) != NULL;
  gboolean loading = self->item != NULL &&
                     nb_app_item_get_state (self->item) == NB_APP_ITEM_LOADING;
  gboolean wide = !ready || self->show_organ;

  gtk_label_set_ellipsize (self->title, wide ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), wide);
  gtk_widget_set_hexpand (GTK_WIDGET (self->detail), !wide);
  show_cancel (self, loading && !ready);
  show_spinner (self, loading);
  if (ready)
    show_ready (self);
  else if (self->item != NULL)
    show_unread (self);
}

static void
show_heading (NbSidebarRow *self, NbHeading *heading)
{
  gtk_label_set_text (self->title, nb_heading_get_title (heading));
  gtk_label_set_text (self->detail, "");
  gtk_label_set_text (self->count, "");
  set_mark (self, NULL, NULL, NULL);
  take_name (self, g_strdup (nb_heading_get_title (heading)));
}

static void
nb_sidebar_row_dispose (GObject *object)
{
  NbSidebarRow *self = NB_SIDEBAR_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  g_clear_pointer (&self->name, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nb_sidebar_row_parent_class)->dispose (object);
}

static void
nb_sidebar_row_class_init (NbSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_sidebar_row_dispose;

  /* The user gives up what is on its way. */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sidebarrow");
}

static GtkLabel *
add_label (NbSidebarRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
nb_sidebar_row_init (NbSidebarRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->title = add_label (self, "numeric");
  self->detail = add_label (self, "caption");
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->detail), TRUE);
  self->mark = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->mark), GTK_WIDGET (self));
  self->count = add_label (self, "numeric");
  gtk_label_set_width_chars (self->count, 2);
  self->signals = g_signal_group_new (NB_TYPE_APP_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::reading", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::findings", G_CALLBACK (update), self);
}

GtkWidget *
nb_sidebar_row_new (void)
{
  return g_object_new (NB_TYPE_SIDEBAR_ROW, NULL);
}

/**
 * nb_sidebar_row_set_item:
 * @self: a row
 * @item: (nullable): an #NbAppItem or an #NbHeading
 * @show_organ: whether the row names the organ, since its heading does not
 */
void
nb_sidebar_row_set_item (NbSidebarRow *self, GObject *item, gboolean show_organ)
{
  gboolean heading = item != NULL && NB_IS_HEADING (item);
  NbAppItem *own = item != NULL && !heading ? NB_APP_ITEM (item) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (NB_IS_SIDEBAR_ROW (self));

  self->show_organ = show_organ;
  g_set_object (&self->item, own);
  g_signal_group_set_target (self->signals, own);
  if (heading)
    gtk_widget_add_css_class (widget, "nb-heading");
  else
    gtk_widget_remove_css_class (widget, "nb-heading");
  nb_ui_set_tooltip (widget, heading ? nb_heading_get_title (NB_HEADING (item)) : NULL);
  update (self);
  if (heading)
    show_heading (self, NB_HEADING (item));
}

/**
 * nb_sidebar_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the report that it shows; none for a heading
 */
NbAppItem *
nb_sidebar_row_get_item (NbSidebarRow *self)
{
  g_return_val_if_fail (NB_IS_SIDEBAR_ROW (self), NULL);
  return self->item;
}

const char *
nb_sidebar_row_get_name (NbSidebarRow *self)
{
  g_return_val_if_fail (NB_IS_SIDEBAR_ROW (self), NULL);
  return self->name;
}
