/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of a report a finding is about, for people. Any thread. */

#include "nb-finding.h"

#include "form/nb-label.h"

static NbSection *
find_section (NbReport *report, const char *key)
{
  GListModel *sections = nb_report_get_sections (report);

  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      if (g_strcmp0 (nb_section_get_key (section), key) == 0)
        return section; /* the model keeps it */
    }
  return NULL;
}

/**
 * nb_finding_dup_place:
 * @finding: a finding
 *
 * Returns: (transfer full): the table or the section that it is about; empty for the whole report
 */
char *
nb_finding_dup_place (NbFinding *finding)
{
  guint n_terms = 0, n_quotes = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
  const NbMetric *metric = n_terms > 0 ? nb_figure_get_metric (terms[0].figure) : NULL;
  NbSection *section;

  if (metric != NULL)
    return g_strdup (nb_label_pick (metric->table->label_short_zh, metric->table->label_short_en));
  section = n_quotes > 0 ? find_section (nb_finding_get_report (finding), quotes[0].section) : NULL;
  if (section == NULL)
    return g_strdup ("");
  if (nb_section_get_number (section) == NULL)
    return g_strdup (nb_section_get_heading (section));
  return g_strdup_printf ("%s %s", nb_section_get_number (section),
                          nb_section_get_heading (section));
}
