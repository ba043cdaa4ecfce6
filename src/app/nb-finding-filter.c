/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which findings of a report are listed, and in which order: what fails by severity, within that by the
 * part of the report; then what is open. Main thread only.
 */

#include "nb-finding-filter.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "form/nb-label.h"
#include "nb-heading.h"
#include "nb-ui-text.h"

static NbFindingState
get_state (NbFinding *finding)
{
  static const NbFindingState states[] = {
    [NB_REVIEW_NONE] = NB_FINDING_STATE_NEW,
    [NB_REVIEW_ACCEPTED] = NB_FINDING_STATE_ACCEPTED,
    [NB_REVIEW_EXPLAINED] = NB_FINDING_STATE_EXPLAINED,
    [NB_REVIEW_FAULT] = NB_FINDING_STATE_FAULT,
  };
  g_autoptr (NbReview) review = nb_notebook_dup_review (nb_notebook_get_default (), finding);

  if (review == NULL)
    return NB_FINDING_STATE_NEW;
  return review->fits ? states[review->state] : NB_FINDING_STATE_STALE;
}

static gboolean
is_open (NbFinding *finding)
{
  return nb_finding_get_status (finding) == NB_STATUS_OPEN;
}

static gboolean
has_words (NbFinding *finding, char **words)
{
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  g_autofree char *place = nb_finding_dup_place (finding);
  g_autofree char *text = g_strjoin (" ", nb_finding_get_rule (finding), title, message, place,
                                     nb_finding_get_relation (finding), NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * nb_finding_filter_matches:
 * @self: a filter
 * @finding: a finding
 *
 * Returns: whether it is listed
 */
gboolean
nb_finding_filter_matches (const NbFindingFilter *self, NbFinding *finding)
{
  if (self->severities != 0 &&
      (is_open (finding) || (self->severities & (1u << nb_finding_get_severity (finding))) == 0))
    return FALSE;
  if (self->state == NB_FINDING_STATE_OPEN)
    {
      if (!is_open (finding))
        return FALSE;
    }
  else if (self->state == NB_FINDING_STATE_NEW)
    {
      NbFindingState state = get_state (finding);

      if (state != NB_FINDING_STATE_NEW && state != NB_FINDING_STATE_STALE)
        return FALSE;
    }
  else if (self->state != NB_FINDING_STATE_ALL && get_state (finding) != self->state)
    return FALSE;
  return self->words == NULL || has_words (finding, self->words);
}

/* Where it stands in the report: findings on the same part stand together. */
static guint
get_offset (NbFinding *finding)
{
  guint n_terms = 0, n_quotes = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
  const NbMetric *metric = n_terms > 0 ? nb_figure_get_metric (terms[0].figure) : NULL;
  NbReport *report = nb_finding_get_report (finding);

  /* All of a table stand where its first cell does. */
  for (guint i = 0; metric != NULL && i < metric->table->n_metrics; i++)
    {
      NbFigure *figure = nb_report_find_figure (report, metric->table->metrics[i]->id);

      if (figure != NULL && nb_figure_get_place (figure) != NULL)
        return nb_figure_get_place (figure)->offset;
    }
  return n_quotes > 0 ? quotes[0].offset : 0;
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  guint one = get_offset (*(NbFinding *const *) a), two = get_offset (*(NbFinding *const *) b);

  return one < two ? -1 : one > two;
}

/**
 * nb_finding_list_sorted:
 * @findings: findings of a report
 *
 * Returns: (transfer full): the same, in the order of nb_finding_compare()
 */
GListStore *
nb_finding_list_sorted (GListModel *findings)
{
  GListStore *sorted = g_list_store_new (NB_TYPE_FINDING);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      g_list_store_append (sorted, finding);
    }
  g_list_store_sort (sorted, nb_finding_compare, NULL);
  return sorted;
}

static void
add_group (GListStore *grouped, const char *name, GPtrArray *findings)
{
  g_autofree char *title = g_strdup_printf ("%s %u", name, findings->len);
  g_autoptr (NbHeading) heading = NULL;

  if (findings->len == 0)
    return;
  heading = nb_heading_new (title);
  g_list_store_append (grouped, heading);
  for (guint i = 0; i < findings->len; i++)
    g_list_store_append (grouped, findings->pdata[i]);
}

/**
 * nb_finding_filter_group:
 * @self: a filter
 * @findings: (nullable): findings of a report
 *
 * Returns: (transfer full): those that are listed, each group under an #NbHeading
 */
GListModel *
nb_finding_filter_group (const NbFindingFilter *self, GListModel *findings)
{
  guint n_findings = findings != NULL ? g_list_model_get_n_items (findings) : 0;
  GListStore *grouped = g_list_store_new (G_TYPE_OBJECT);

  for (guint group = 0; group <= NB_SEVERITY_INFO + 1; group++)
    {
      gboolean open = group > NB_SEVERITY_INFO;
      g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < n_findings; i++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

          if (is_open (finding) == open &&
              (open || nb_finding_get_severity (finding) == (NbSeverity) group) &&
              nb_finding_filter_matches (self, finding))
            g_ptr_array_add (listed, g_steal_pointer (&finding));
        }
      add_group (grouped, open ? _ ("Cannot Be Decided") : nb_ui_severity_name ((NbSeverity) group),
                 listed);
    }
  return G_LIST_MODEL (grouped);
}

static guint
hash_item (gconstpointer item)
{
  return NB_IS_HEADING ((gpointer) item) ? g_str_hash (nb_heading_get_title ((NbHeading *) item))
                                         : g_direct_hash (item);
}

/* A heading is made anew each time. */
static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return a == b || (NB_IS_HEADING ((gpointer) a) && NB_IS_HEADING ((gpointer) b) &&
                    g_str_equal (nb_heading_get_title ((NbHeading *) a),
                                 nb_heading_get_title ((NbHeading *) b)));
}

static GPtrArray *
list_items (GListModel *model)
{
  guint n_items = g_list_model_get_n_items (model);
  GPtrArray *items = g_ptr_array_new_full (n_items, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
  return items;
}

static void
remove_others (GListStore *list, GPtrArray *wanted)
{
  g_autoptr (GHashTable) stay = g_hash_table_new (hash_item, is_same);
  guint end = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (stay, wanted->pdata[i]);
  while (end > 0)
    {
      guint begin = end;

      for (; begin > 0; begin--)
        {
          g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), begin - 1);

          if (g_hash_table_contains (stay, item))
            break;
        }
      if (begin < end)
        g_list_store_splice (list, begin, end - begin, NULL, 0);
      end = begin > 0 ? begin - 1 : 0;
    }
}

/**
 * nb_finding_list_update:
 * @list: what is listed: findings under headings
 * @model: what is to be listed
 *
 * Brings in what is new and takes away what is listed no more. The rest stays untouched, so that whoever shows it keeps
 * its rows, and the one that has the focus among them.
 */
void
nb_finding_list_update (GListStore *list, GListModel *model)
{
  g_autoptr (GPtrArray) wanted = list_items (model);
  guint end = 0, n_left;

  remove_others (list, wanted);
  for (guint i = 0; i < wanted->len; i = end)
    {
      g_autoptr (GObject) there = g_list_model_get_item (G_LIST_MODEL (list), i);

      for (end = i; end < wanted->len; end++)
        if (there != NULL && is_same (there, wanted->pdata[end]))
          break;
      if (end > i)
        g_list_store_splice (list, i, 0, wanted->pdata + i, end - i);
      else
        end++;
    }
  /* What has another place now was brought in there once more. */
  n_left = g_list_model_get_n_items (G_LIST_MODEL (list)) - wanted->len;
  if (n_left > 0)
    g_list_store_splice (list, wanted->len, n_left, NULL, 0);
}

/**
 * nb_finding_compare:
 * @a: a finding
 * @b: a finding
 * @user_data: not used
 *
 * The order of the list, in which next and previous go as well.
 *
 * Returns: below 0 where @a fails and @b is open, else where @a is graver, else where it stands before @b in the report
 */
int
nb_finding_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  NbFinding *one = (NbFinding *) a, *two = (NbFinding *) b;
  int order = (int) nb_finding_get_status (one) - (int) nb_finding_get_status (two);

  if (order == 0)
    order = (int) nb_finding_get_severity (one) - (int) nb_finding_get_severity (two);
  return order != 0 ? order : compare_offsets (&one, &two);
}

/* A finding about the same cells, that says something else of them. */
static NbFinding *
find_same (GListModel *findings, NbFinding *like)
{
  g_autofree char *wanted = nb_finding_dup_key (like);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      g_autofree char *key = nb_finding_dup_key (finding);

      if (g_str_equal (key, wanted))
        return finding; /* the model keeps it */
    }
  return NULL;
}

/**
 * nb_finding_find_like:
 * @findings: findings of another check
 * @like: (nullable): a finding
 *
 * Returns: (transfer none) (nullable): the one that says the same, else one about the same cells
 */
NbFinding *
nb_finding_find_like (GListModel *findings, NbFinding *like)
{
  for (guint i = 0; like != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (nb_finding_is_like (finding, like))
        return finding; /* the model keeps it */
    }
  return like != NULL ? find_same (findings, like) : NULL;
}
