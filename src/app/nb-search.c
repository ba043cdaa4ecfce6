/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looks for words in the text of every open report. The reports are collected on the main thread in the order of
 * organ and year and looked through on a worker thread: a report that is read changes no more.
 */

#include "nb-search.h"

#include <string.h>

#include "nb-ui-text.h"

enum
{
  BEFORE = 6, /* characters of the line shown before the place; the list is narrow */
  AFTER = 48,
};

typedef struct
{
  GPtrArray *groups;  /* (owned): of NbSearchGroup */
  GPtrArray *reports; /* (owned): of NbReport, one for each group */
  char *query;        /* (owned) */
  guint n_places;
} Search;

static void
hit_clear (gpointer data)
{
  NbSearchHit *hit = data;

  g_free (hit->snippet);
  g_free (hit->heading);
}

static void
group_free (gpointer data)
{
  NbSearchGroup *group = data;

  g_object_unref (group->item);
  g_array_unref (group->hits);
  g_free (group);
}

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->groups, g_ptr_array_unref);
  g_ptr_array_unref (search->reports);
  g_free (search->query);
  g_free (search);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  NbAppItem *one = *(NbAppItem *const *) a, *two = *(NbAppItem *const *) b;
  int order = strcmp (nb_app_item_get_sort_key (one), nb_app_item_get_sort_key (two));
  guint year_one = nb_report_get_year (nb_app_item_get_report (one));
  guint year_two = nb_report_get_year (nb_app_item_get_report (two));

  if (order != 0)
    return order;
  return year_one > year_two ? -1 : year_one < year_two;
}

static Search *
search_new (NbSession *session, const char *query)
{
  GListModel *items = nb_session_get_items (session);
  guint n_items = g_list_model_get_n_items (items);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  Search *search = g_new0 (Search, 1);

  search->query = g_strdup (query);
  search->groups = g_ptr_array_new_with_free_func (group_free);
  search->reports = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      if (nb_app_item_get_report (item) != NULL)
        g_ptr_array_add (sorted, item); /* the session holds it */
    }
  g_ptr_array_sort (sorted, compare_items);
  for (guint i = 0; i < sorted->len; i++)
    {
      NbSearchGroup *group = g_new0 (NbSearchGroup, 1);

      group->item = g_object_ref (sorted->pdata[i]);
      group->hits = g_array_new (FALSE, FALSE, sizeof (NbSearchHit));
      g_array_set_clear_func (group->hits, hit_clear);
      g_ptr_array_add (search->groups, group);
      g_ptr_array_add (search->reports, g_object_ref (nb_app_item_get_report (group->item)));
    }
  return search;
}

static gboolean
ends_line (char byte)
{
  return byte == '\n' || byte == '\r';
}

/* The figure whose number is the place. */
static NbFigure *
find_figure (NbReport *report, const NbTextHit *place)
{
  GListModel *figures = nb_report_get_figures (report);
  guint n_figures = g_list_model_get_n_items (figures);

  for (guint i = 0; i < n_figures; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const NbPlace *cell = nb_figure_get_place (figure);

      if (cell != NULL && place->offset >= cell->offset &&
          place->offset + place->length <= cell->offset + cell->length)
        return g_steal_pointer (&figure);
    }
  return NULL;
}

/* The line around the place. A cell is a line of its own: what it is say its row and column where it is a number, else the
 * cells that follow. */
static void
take_snippet (NbSearchHit *hit, NbReport *report, const char *text, gsize length)
{
  const char *place = text + hit->place.offset, *end = place + hit->place.length;
  const char *from = place, *to = end;
  g_autoptr (NbFigure) figure = find_figure (report, &hit->place);
  GString *snippet = g_string_new (NULL);

  for (guint i = 0; i < BEFORE && from > text && !ends_line (from[-1]); i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < AFTER && to < text + length && (figure == NULL || !ends_line (*to)); i++)
    to = g_utf8_next_char (to);
  if (from > text && !ends_line (from[-1]))
    g_string_append (snippet, "…");
  g_string_append_len (snippet, from, place - from);
  hit->first = (guint) snippet->len;
  g_string_append_len (snippet, place, end - place);
  hit->end = (guint) snippet->len;
  for (const char *at = end; at < to; at++)
    if (!ends_line (*at))
      g_string_append_c (snippet, *at);
    else if (at + 1 < to && !ends_line (at[1]))
      g_string_append (snippet, " · ");
  if (figure != NULL)
    g_string_append_printf (snippet, " · %s", nb_ui_figure_label (figure));
  hit->snippet = g_string_free (snippet, FALSE);
}

static char *
dup_heading (NbReport *report, gsize offset)
{
  GListModel *sections = nb_report_get_sections (report);
  guint n_pieces = 0;
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (report), &n_pieces);
  guint n_sections = g_list_model_get_n_items (sections);

  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      const char *heading = nb_section_get_heading (section);
      guint first = 0, end = 0;

      nb_section_get_range (section, &first, &end);
      if (first >= end || end > n_pieces || offset < pieces[first].offset ||
          offset > (gsize) pieces[end - 1].offset + pieces[end - 1].length)
        continue;
      return heading != NULL && *heading != '\0' ? g_strdup (heading) : NULL;
    }
  return NULL;
}

static void
search_report (Search *search, guint index)
{
  NbReport *report = search->reports->pdata[index];
  NbSearchGroup *group = search->groups->pdata[index];
  gsize length = 0;
  const char *text = nb_document_get_text (nb_report_get_document (report), &length);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (NbTextHit));

  nb_text_find_all (text, length, search->query, places);
  group->n_hits = places->len;
  for (guint i = 0; i < MIN (places->len, NB_LIMIT_SEARCH_REPORT); i++)
    {
      NbSearchHit hit = { .place = g_array_index (places, NbTextHit, i) };

      if (search->n_places++ >= NB_LIMIT_SEARCH_HITS)
        return;
      take_snippet (&hit, report, text, length);
      hit.heading = dup_heading (report, hit.place.offset);
      g_array_append_val (group->hits, hit);
    }
}

static void
search_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;

  for (guint i = 0; i < search->reports->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      search_report (search, i);
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * nb_search_async:
 * @session: whose reports to look through
 * @query: what to look for
 * @cancellable: (nullable): to give up
 * @callback: called when all are looked through
 * @user_data: for @callback
 */
void
nb_search_async (NbSession *session,
                 const char *query,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);

  g_task_set_task_data (task, search_new (session, query), search_free);
  g_task_run_in_thread (task, search_thread);
}

/**
 * nb_search_finish:
 * @result: the result
 * @n_places: (out): occurrences in all reports, listed or not
 *
 * Returns: (transfer full) (nullable) (element-type NbSearchGroup): the reports that hold what was looked for,
 *   by organ and year; %NULL where it was given up
 */
GPtrArray *
nb_search_finish (GAsyncResult *result, guint *n_places)
{
  Search *search = g_task_get_task_data (G_TASK (result));
  /* In any case: the task may end on its worker, and items go on the main thread. */
  g_autoptr (GPtrArray) groups = g_steal_pointer (&search->groups);

  *n_places = 0;
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return NULL;
  for (guint i = groups->len; i > 0; i--)
    {
      const NbSearchGroup *group = groups->pdata[i - 1];

      *n_places += group->n_hits;
      if (group->n_hits == 0)
        g_ptr_array_remove_index (groups, i - 1);
    }
  return g_steal_pointer (&groups);
}
