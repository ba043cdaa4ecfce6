/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other years of a report: what is open of the same organ. Main thread only. */

#include "nb-neighbours.h"

#include "nb-window.h"

/**
 * nb_neighbours_list:
 * @widget: a widget of the window
 * @report: a report
 *
 * Returns: (transfer full) (element-type NbReport): the open reports of the same organ that have a form, @report
 *   first; borrowed
 */
GPtrArray *
nb_neighbours_list (GtkWidget *widget, NbReport *report)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GListModel *items = NB_IS_WINDOW (root)
                          ? nb_session_get_items (nb_window_get_session (NB_WINDOW (root)))
                          : NULL;
  guint n_items = items != NULL ? g_list_model_get_n_items (items) : 0;
  const char *key = nb_report_get_organ_key (report);
  GPtrArray *reports = g_ptr_array_new ();

  g_ptr_array_add (reports, report);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);
      NbReport *other = nb_app_item_get_report (item);

      if (other != NULL && other != report && key != NULL && nb_report_get_form (other) != NULL &&
          g_strcmp0 (nb_report_get_organ_key (other), key) == 0)
        g_ptr_array_add (reports, other);
    }
  return reports;
}
