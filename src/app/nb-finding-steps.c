/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From finding to finding on a page that shows them where they stand: how many there are, which is next, whether
 * a table has it, at which cell. What is chosen is the item's; nothing is kept here. Main thread only.
 */

#include "nb-finding-steps.h"

#include <glib/gi18n-lib.h>

#include "check/nb-check.h"
#include "nb-ui-text.h"

enum
{
  MOST_AT_A_GLANCE = 40, /* characters of a relation */
};

/**
 * nb_finding_steps_is_in:
 * @finding: a finding
 * @table: a table of the report
 *
 * Returns: whether it is a relation that fails, with a figure of @table as a term
 */
gboolean
nb_finding_steps_is_in (NbFinding *finding, NbTableModel *table)
{
  return nb_finding_get_status (finding) == NB_STATUS_FAIL &&
         nb_finding_steps_get_figure (finding, table) != NULL;
}

/**
 * nb_finding_steps_list:
 * @item: (nullable): a report
 * @table: (nullable): one of its tables
 *
 * Returns: (transfer full) (element-type NbFinding): the failing relations with a figure of @table
 */
GPtrArray *
nb_finding_steps_list (NbAppItem *item, NbTableModel *table)
{
  GListModel *findings = item != NULL ? nb_app_item_get_findings (item) : NULL;
  guint n_findings = findings != NULL ? g_list_model_get_n_items (findings) : 0;
  GPtrArray *listed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_findings && table != NULL; i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (nb_finding_steps_is_in (finding, table))
        g_ptr_array_add (listed, g_steal_pointer (&finding));
    }
  return listed;
}

/**
 * nb_finding_steps_get_figure:
 * @finding: a finding
 * @table: a table of the report
 *
 * Returns: (transfer none) (nullable): the whole, which the parts are held against, or else whatever the table has
 *   of it
 */
NbFigure *
nb_finding_steps_get_figure (NbFinding *finding, NbTableModel *table)
{
  guint n_terms = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  NbFigure *figure = NULL;

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].figure != NULL && nb_table_model_find (table, terms[i].figure, NULL, NULL))
      figure = terms[i].figure;
  return figure;
}

/**
 * nb_finding_steps_get_of:
 * @item: a report
 * @figure: a figure
 *
 * Returns: (transfer none) (nullable): what to say of @figure: the chosen finding where it is a term of it, or
 *   else the first failing relation that it is a term of
 */
NbFinding *
nb_finding_steps_get_of (NbAppItem *item, NbFigure *figure)
{
  guint n_terms = 0;
  const NbTerm *terms;
  NbFinding *chosen;

  g_return_val_if_fail (NB_IS_APP_ITEM (item), NULL);

  chosen = nb_app_item_get_finding (item);
  terms = chosen != NULL ? nb_finding_get_terms (chosen, &n_terms) : NULL;
  for (guint i = 0; i < n_terms; i++)
    if (terms[i].figure == figure && nb_finding_get_status (chosen) == NB_STATUS_FAIL)
      return chosen;
  return nb_app_item_find_finding (item, figure);
}

/**
 * nb_finding_steps_move:
 * @item: a report
 * @findings: (element-type NbFinding): those to go through, at least one
 * @by: 1 for the next, -1 for the one before
 *
 * Returns: (transfer none): the one after or before that which is chosen; the first or the last where none of
 *   them is
 */
NbFinding *
nb_finding_steps_move (NbAppItem *item, GPtrArray *findings, int by)
{
  NbFinding *chosen;
  guint index = 0;

  g_return_val_if_fail (NB_IS_APP_ITEM (item), NULL);
  g_return_val_if_fail (findings->len > 0, NULL);

  chosen = nb_app_item_get_finding (item);
  if (chosen != NULL && g_ptr_array_find (findings, chosen, &index))
    return findings->pdata[(index + findings->len + (guint) by) % findings->len];
  return findings->pdata[by > 0 ? 0 : findings->len - 1];
}

/**
 * nb_finding_steps_dup_counts:
 * @item: a report
 *
 * What every number of findings in the window means: relations that fail. Those that cannot be decided are told
 * apart.
 *
 * Returns: (transfer full): a sentence, as "10 findings, worst: Error; 7 relations cannot be decided"
 */
char *
nb_finding_steps_dup_counts (NbAppItem *item)
{
  guint n_findings, n_open;
  NbFinding *worst;
  GString *text;

  g_return_val_if_fail (NB_IS_APP_ITEM (item), NULL);

  n_findings = nb_app_item_get_n_findings (item);
  n_open = nb_app_item_get_n_open (item);
  worst = nb_app_item_get_worst (item);
  text = g_string_new (NULL);
  if (worst != NULL)
    {
      g_autofree char *count = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", n_findings), n_findings);

      g_string_append_printf (text, _ ("%s, worst: %s"), count,
                              nb_ui_severity_name (nb_finding_get_severity (worst)));
    }
  else
    g_string_append (text, _ ("No findings"));
  if (n_open > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "; %u relation cannot be decided",
                                         "; %u relations cannot be decided", n_open),
                            n_open);
  return g_string_free (text, FALSE);
}

/**
 * nb_finding_steps_dup_title:
 * @finding: a finding
 *
 * Returns: (transfer full): which row or column, and what is wrong with it, in the user's language
 */
char *
nb_finding_steps_dup_title (NbFinding *finding)
{
  g_autofree char *headline = nb_finding_dup_headline (finding);
  const char *where = nb_finding_get_where (finding);

  if (where == NULL)
    return g_steal_pointer (&headline);
  /* Translators: a row or column of a table, and what is wrong with it. */
  return g_strdup_printf (C_ ("finding", "%s: %s"), where, headline);
}

/**
 * nb_finding_steps_dup_fact:
 * @finding: a finding
 *
 * Returns: (transfer full): what is the matter, with its numbers: the relation as long as it is short enough to be
 *   taken in at a glance, or else the sentence
 */
char *
nb_finding_steps_dup_fact (NbFinding *finding)
{
  const char *relation;

  g_return_val_if_fail (NB_IS_FINDING (finding), NULL);

  relation = nb_finding_get_relation (finding);
  if (*relation != '\0' && g_utf8_strlen (relation, -1) <= MOST_AT_A_GLANCE)
    return g_strdup (relation);
  return nb_finding_dup_message (finding);
}

/* Of a form that is filled in by hand, how much is left to be typed; NULL for any other report. */
static char *
dup_left (NbReport *report)
{
  GListModel *figures = nb_report_get_figures (report);
  guint n = g_list_model_get_n_items (figures), n_left = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      n_left += nb_figure_get_known_state (figure) == NB_STATE_BLANK;
    }
  if (n_left == 0 || !nb_check_is_form (report))
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u of %u cells is still to be filled in. What is typed is "
                                       "checked at once.",
                                       "%u of %u cells are still to be filled in. What is typed is "
                                       "checked at once.",
                                       n_left),
                          n_left, n);
}

static char *
dup_tested (NbReport *report)
{
  g_autoptr (GArray) tested = nb_check_survey (report);
  guint n_passed = 0;

  for (guint i = 0; i < tested->len; i++)
    n_passed += g_array_index (tested, NbTested, i).n_passed;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u sum of the form was tested and holds; no other rule has "
                   "anything to say.",
                   "%u sums of the form were tested and hold; no other rule has "
                   "anything to say.",
                   n_passed),
      n_passed);
}

/**
 * nb_finding_steps_dup_none:
 * @report: a report without findings
 * @title: (out) (transfer none): that nothing was found, in two words
 *
 * Returns: (transfer full): what stands behind that: how much was tested, or how much is still to be typed
 */
char *
nb_finding_steps_dup_none (NbReport *report, const char **title)
{
  char *left;

  g_return_val_if_fail (NB_IS_REPORT (report), NULL);

  left = dup_left (report);
  *title = left != NULL ? _ ("Nothing Wrong so Far") : _ ("No Findings");
  return left != NULL ? left : dup_tested (report);
}
