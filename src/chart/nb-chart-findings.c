/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which values of a chart are in doubt: those that a failing relation of their report proposes to change,
 * or, where it proposes nothing, all that it holds against each other.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>

static void
add_doubtful (GHashTable *doubtful, NbFinding *finding)
{
  guint n_repairs, n_terms;
  const NbRepair *repairs = nb_finding_get_repairs (finding, &n_repairs);
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);

  if (nb_finding_get_status (finding) != NB_STATUS_FAIL ||
      nb_finding_get_severity (finding) != NB_SEVERITY_ERROR)
    return;
  for (guint i = 0; i < n_repairs; i++)
    if (repairs[i].figure != NULL)
      g_hash_table_add (doubtful, repairs[i].figure);
  for (guint i = 0; n_repairs == 0 && i < n_terms; i++)
    if (terms[i].figure != NULL)
      g_hash_table_add (doubtful, terms[i].figure);
}

static GHashTable *
collect_doubtful (GPtrArray *readings)
{
  GHashTable *doubtful = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      GListModel *findings = nb_reading_get_findings (readings->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          add_doubtful (doubtful, finding);
        }
    }
  return doubtful;
}

/**
 * nb_chart_mark_findings:
 * @self: a chart that has its values and its readings
 *
 * Marks the values that are in doubt, and says what the mark means.
 */
void
nb_chart_mark_findings (NbChart *self)
{
  g_autoptr (GHashTable) doubtful = collect_doubtful (self->readings);
  gboolean any = FALSE;

  for (guint i = 0; i < self->panels->len; i++)
    {
      NbChartPanel *panel = self->panels->pdata[i];

      for (guint j = 0; panel->kind != NB_PANEL_HEAT && j < panel->series->len; j++)
        {
          NbChartSeries *series = panel->series->pdata[j];

          for (guint k = 0; k < series->cells->len; k++)
            {
              NbChartCell *cell = &g_array_index (series->cells, NbChartCell, k);

              cell->in_finding = !cell->quantity.summed && cell->quantity.figure != NULL &&
                                 g_hash_table_contains (doubtful, cell->quantity.figure);
              any |= cell->in_finding;
            }
        }
    }
  if (any)
    g_ptr_array_add (self->notes,
                     g_strdup (_ ("Hatched bars and hollow marks: a relation of the "
                                  "report does not hold, and the value is in doubt.")));
}
