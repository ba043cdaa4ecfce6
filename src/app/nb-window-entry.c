/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures keyed in: beside what a report says, or into a form with nothing filled in, which is opened as any
 * other report is. The notebook keeps them, the session checks them. Main thread only.
 */

#include "nb-window-entry.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "nb-new-form-dialog.h"
#include "workspace/nb-blank-form.h"
#include "workspace/nb-notebook.h"

/* What a cell may hold: a number of at least 0, whole where it counts; a change may be negative. */
static gboolean
parse_entry (NbFigure *figure, const char *text, NbDecimal *value)
{
  const NbMetric *metric = nb_figure_get_metric (figure);

  if (!nb_decimal_parse (text, -1, value) || metric == NULL)
    return FALSE;
  if (metric->kind != NB_VALUE_SIGNED && value->unscaled < 0)
    return FALSE;
  return metric->kind == NB_VALUE_MONEY || value->scale == 0;
}

static void
enter_figure_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *window = user_data;
  NbAppItem *item = nb_window_get_item (window);
  NbFigure *figure = item != NULL ? nb_app_item_get_figure (item) : NULL;
  g_autofree char *text = g_strstrip (g_variant_dup_string (parameter, NULL));
  NbDecimal value;

  if (figure == NULL || nb_figure_get_value (figure, NULL))
    return;
  if (*text == '\0')
    nb_session_enter (nb_window_get_session (window), item, figure, NULL);
  else if (parse_entry (figure, text, &value))
    nb_session_enter (nb_window_get_session (window), item, figure, &value);
  else
    nb_window_tell (window, _ ("Not entered: a number of at least 0 belongs there"));
}

static void
new_form_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (nb_new_form_dialog_new (user_data)));
}

/* The same form, organ and year are the same report, with what was keyed in for it before. */
static void
new_report_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *window = user_data;
  g_autofree char *page = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *id, *organ;
  const NbForm *form;
  guint year;

  g_variant_get (parameter, "(&s&su)", &id, &organ, &year);
  form = nb_forms_find (id);
  if (form == NULL || form->n_tables == 0 || *organ == '\0')
    return;
  page = nb_blank_form_dup_page (form, organ, year);
  bytes = g_bytes_new (page, strlen (page));
  /* Translators: name of a form that is filled in by hand: the organ, the year. */
  name = g_strdup_printf (_ ("Filled in by hand: %s %u"), organ, year);
  nb_window_await (
      window, nb_session_open_bytes (nb_window_get_session (window), name, bytes, "text/html"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "tables");
}

static const GActionEntry actions[] = {
  { .name = "enter-figure", .activate = enter_figure_cb, .parameter_type = "s" },
  { .name = "new-form", .activate = new_form_cb },
  { .name = "new-report", .activate = new_report_cb, .parameter_type = "(ssu)" },
};

static void
not_kept_cb (NbWindow *window, const char *message)
{
  /* Translators: of a review or a number keyed in; %s says why. */
  g_autofree char *text = g_strdup_printf (_ ("Not kept: %s"), message);

  nb_window_tell (window, text);
}

/**
 * nb_window_entry_add_actions:
 * @window: a window
 */
void
nb_window_entry_add_actions (NbWindow *window)
{
  g_return_if_fail (NB_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  g_signal_connect_object (nb_notebook_get_default (), "failed", G_CALLBACK (not_kept_cb), window,
                           G_CONNECT_SWAPPED);
}
