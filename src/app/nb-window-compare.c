/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The action of the window that puts two reports side by side. The page stands in the place of the shell
 * and is built when it is first asked for.
 */

#include "nb-window-compare.h"

#define PAGE "compare"

static void
set_enabled (NbWindow *window, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), name)), enabled);
}

static guint
get_year (NbAppItem *item)
{
  return nb_report_get_year (nb_app_item_get_report (item));
}

/* How well a report goes with the one that is shown: the year before, then any other of the organ, then
 * whatever is open. */
static guint
measure_fit (NbAppItem *item, NbAppItem *shown)
{
  NbReport *report = nb_app_item_get_report (item), *other = nb_app_item_get_report (shown);
  guint year = nb_report_get_year (report), to = nb_report_get_year (other);

  if (nb_report_get_organ_key (report) == NULL ||
      g_strcmp0 (nb_report_get_organ_key (report), nb_report_get_organ_key (other)) != 0)
    return 1;
  return year < to ? 20000 - (to - year) : 10000 - MIN (year - to, 9000);
}

static NbAppItem *
find_partner (NbWindow *window, NbAppItem *shown)
{
  GListModel *items = nb_session_get_items (nb_window_get_session (window));
  NbAppItem *best = NULL;
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);
      guint fit = item != shown && nb_app_item_get_reading (item) != NULL
                      ? measure_fit (item, shown)
                      : 0;

      if (fit <= most)
        continue;
      most = fit;
      best = item;
    }
  return best;
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbAppItem *shown = nb_window_get_item (user_data);
  NbAppItem *partner = find_partner (user_data, shown);

  /* The older one stands on the left. */
  if (partner != NULL && get_year (partner) > get_year (shown))
    nb_window_compare (user_data, shown, partner);
  else
    nb_window_compare (user_data, partner, shown);
}

static void
leave_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nb_window_leave_compare (user_data);
}

static const GActionEntry actions[] = {
  { .name = "compare", .activate = compare_cb },
  { .name = "leave-compare", .activate = leave_cb },
};

/**
 * nb_window_compare_add_actions:
 * @window: a window
 */
void
nb_window_compare_add_actions (NbWindow *window)
{
  g_return_if_fail (NB_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

/**
 * nb_window_compare_update_actions:
 * @window: a window
 *
 * Says which of the actions make sense now. With one report the page says what is lacking.
 */
void
nb_window_compare_update_actions (NbWindow *window)
{
  NbAppItem *item = nb_window_get_item (window);

  set_enabled (window, "compare", item != NULL && nb_app_item_get_reading (item) != NULL);
  set_enabled (window, "leave-compare", nb_window_get_compare_page (window) != NULL);
}

/**
 * nb_window_get_compare_page:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): the page, while it is seen
 */
NbComparePage *
nb_window_get_compare_page (NbWindow *window)
{
  GtkStack *stack = nb_window_get_stack (window);
  GtkWidget *seen = stack != NULL ? gtk_stack_get_visible_child (stack) : NULL;

  return NB_IS_COMPARE_PAGE (seen) ? NB_COMPARE_PAGE (seen) : NULL;
}

/**
 * nb_window_compare:
 * @window: a window
 * @a: (nullable): what stands on the left
 * @b: (nullable): what stands on the right
 *
 * Shows the two side by side, as soon as both are read.
 *
 * Returns: (transfer none) (nullable): the page; none before the first frame
 */
NbComparePage *
nb_window_compare (NbWindow *window, NbAppItem *a, NbAppItem *b)
{
  GtkStack *stack = nb_window_get_stack (window);
  GtkWidget *page;

  if (stack == NULL)
    return NULL;
  page = gtk_stack_get_child_by_name (stack, PAGE);
  if (page == NULL)
    {
      page = nb_compare_page_new (nb_window_get_session (window));
      gtk_stack_add_named (stack, page, PAGE);
    }
  gtk_stack_set_visible_child (stack, page);
  nb_compare_page_set_items (NB_COMPARE_PAGE (page), a, b);
  nb_window_compare_update_actions (window);
  return NB_COMPARE_PAGE (page);
}

/**
 * nb_window_leave_compare:
 * @window: a window
 *
 * Shows the reports again.
 */
void
nb_window_leave_compare (NbWindow *window)
{
  NbComparePage *page = nb_window_get_compare_page (window);

  if (page == NULL)
    return;
  gtk_stack_set_visible_child (nb_window_get_stack (window),
                               GTK_WIDGET (nb_window_get_shell (window)));
  nb_compare_page_set_items (page, NULL, NULL);
  nb_window_compare_update_actions (window);
}

typedef struct
{
  NbWindow *window; /* weak */
  NbAppItem *items[2];
} Waiting;

/* The shell comes with the first frame. */
static gboolean
compare_later_cb (gpointer user_data)
{
  Waiting *waiting = user_data;

  if (waiting->window != NULL && nb_window_get_stack (waiting->window) == NULL)
    return G_SOURCE_CONTINUE;
  if (waiting->window != NULL)
    nb_window_compare (waiting->window, waiting->items[0], waiting->items[1]);
  g_clear_weak_pointer (&waiting->window);
  g_object_unref (waiting->items[0]);
  g_object_unref (waiting->items[1]);
  g_free (waiting);
  return G_SOURCE_REMOVE;
}

static NbAppItem *
find_item (NbWindow *window, const char *uri)
{
  GListModel *items = nb_session_get_items (nb_window_get_session (window));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      if (g_strcmp0 (nb_app_item_get_uri (item), uri) == 0)
        return item;
    }
  return NULL;
}

/**
 * nb_window_compare_uris:
 * @window: a window
 * @a: file or address of what stands on the left
 * @b: of what stands on the right
 *
 * Opens both and shows them side by side.
 */
void
nb_window_compare_uris (NbWindow *window, const char *a, const char *b)
{
  const char *const uris[] = { a, b, NULL };
  Waiting *waiting;

  nb_window_open (window, uris);
  if (find_item (window, a) == NULL || find_item (window, b) == NULL)
    return;
  waiting = g_new0 (Waiting, 1);
  g_set_weak_pointer (&waiting->window, window);
  waiting->items[0] = g_object_ref (find_item (window, a));
  waiting->items[1] = g_object_ref (find_item (window, b));
  g_timeout_add (20, compare_later_cb, waiting);
}
