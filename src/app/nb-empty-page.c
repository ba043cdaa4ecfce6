/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the window shows while nothing is open: one sentence, the ways to open something, the sample reports
 * in groups, and what was opened last.
 */

#include "nb-empty-page.h"

#include <glib/gi18n-lib.h>

#include "nb-recent.h"
#include "nb-samples.h"
#include "nb-ui-text.h"

enum
{
  MOST_RECENT = 5,
};

struct _NbEmptyPage
{
  AdwBin parent_instance;

  GtkBox *buttons;
  GtkBox *lists;
  GtkWidget *samples_place;
  GtkListBox *samples;
  GtkWidget *recent_place;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (NbEmptyPage, nb_empty_page, ADW_TYPE_BIN)

static void
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle,
         const char *action,
         const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *shown = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("nb-report-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_list_box_append (list, row);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
fill_samples (NbEmptyPage *self)
{
  g_auto (GStrv) groups = nb_samples_list_groups ();

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *title = nb_samples_dup_text (groups[i], "Title");
      g_autofree char *detail = nb_samples_dup_text (groups[i], "Detail");

      add_row (self->samples, title, detail, "app.open-samples", groups[i]);
    }
  gtk_widget_set_visible (self->samples_place, groups[0] != NULL);
}

static void
fill_recent (NbEmptyPage *self)
{
  NbRecent *recent = nb_recent_get_default ();
  guint n_recent = MIN (nb_recent_get_n (recent), MOST_RECENT);

  clear_list (self->recent);
  for (guint i = 0; i < n_recent; i++)
    {
      const NbRecentReport *report = nb_recent_get (recent, i);
      g_autofree char *title = nb_recent_report_dup_title (report);
      g_autofree char *subtitle = nb_recent_report_dup_subtitle (report);

      add_row (self->recent, title, subtitle, "app.open-recent", report->uri);
    }
  gtk_widget_set_visible (self->recent_place, n_recent > 0);
}

/* While it is not seen it need not follow. */
static void
recent_changed_cb (NbEmptyPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill_recent (self);
}

static void
nb_empty_page_map (GtkWidget *widget)
{
  fill_recent (NB_EMPTY_PAGE (widget));

  GTK_WIDGET_CLASS (nb_empty_page_parent_class)->map (widget);
}

static void
nb_empty_page_class_init (NbEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = nb_empty_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbEmptyPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, NbEmptyPage, lists);
  gtk_widget_class_bind_template_child (widget_class, NbEmptyPage, samples_place);
  gtk_widget_class_bind_template_child (widget_class, NbEmptyPage, samples);
  gtk_widget_class_bind_template_child (widget_class, NbEmptyPage, recent_place);
  gtk_widget_class_bind_template_child (widget_class, NbEmptyPage, recent);
}

static void
nb_empty_page_init (NbEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_samples (self);
  g_signal_connect_object (nb_recent_get_default (), "changed", G_CALLBACK (recent_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * nb_empty_page_set_width_class:
 * @self: a page
 * @width_class: how much room there is
 */
void
nb_empty_page_set_width_class (NbEmptyPage *self, NbWidthClass width_class)
{
  gboolean narrow = width_class == NB_WIDTH_NARROW;
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  int width = width_class == NB_WIDTH_FOLDED ? 252 : narrow ? 300 : 396;

  g_return_if_fail (NB_IS_EMPTY_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lists), orientation);
  gtk_widget_set_size_request (self->samples_place, width, -1);
  gtk_widget_set_size_request (self->recent_place, width, -1);
}
