/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which values of a chart are in doubt: those that a failing relation of their report proposes to change,
 * or, where it proposes nothing, all that it holds against each other.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean is_single; /* one proposal alone */
  NbDecimal change;   /* what is printed less what is proposed */
} Doubt;

static void
add_doubt (GHashTable *doubts, NbFigure *figure, const NbRepair *only)
{
  Doubt *doubt = g_hash_table_lookup (doubts, figure);
  gboolean known = doubt != NULL;

  if (figure == NULL)
    return;
  if (!known)
    {
      doubt = g_new0 (Doubt, 1);
      g_hash_table_insert (doubts, figure, doubt);
    }
  doubt->is_single = !known && only != NULL &&
                     nb_decimal_subtract (only->old_value, only->new_value, &doubt->change);
}

static void
add_doubtful (GHashTable *doubts, NbFinding *finding)
{
  guint n_repairs, n_terms;
  const NbRepair *repairs = nb_finding_get_repairs (finding, &n_repairs);
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);

  if (nb_finding_get_status (finding) != NB_STATUS_FAIL ||
      nb_finding_get_severity (finding) != NB_SEVERITY_ERROR)
    return;
  for (guint i = 0; i < n_repairs; i++)
    add_doubt (doubts, repairs[i].figure, n_repairs == 1 ? &repairs[i] : NULL);
  for (guint i = 0; n_repairs == 0 && i < n_terms; i++)
    add_doubt (doubts, terms[i].figure, NULL);
}

static GHashTable *
collect_doubtful (GPtrArray *readings)
{
  GHashTable *doubts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < readings->len; i++)
    {
      GListModel *findings = nb_reading_get_findings (readings->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          add_doubtful (doubts, finding);
        }
    }
  return doubts;
}

/* A sum is in doubt where any of its terms is. */
static void
mark_cell (NbChartCell *cell, GHashTable *doubts)
{
  cell->has_doubt = TRUE;
  cell->doubt = NB_DECIMAL_ZERO;
  for (guint i = 0; cell->figures != NULL && i < cell->figures->len; i++)
    {
      const Doubt *doubt = g_hash_table_lookup (doubts, cell->figures->pdata[i]);

      if (doubt == NULL)
        continue;
      cell->in_finding = TRUE;
      cell->has_doubt = cell->has_doubt && doubt->is_single &&
                        nb_decimal_add (cell->doubt, doubt->change, &cell->doubt);
    }
  cell->has_doubt = cell->has_doubt && cell->in_finding &&
                    nb_decimal_compare (cell->doubt, NB_DECIMAL_ZERO) > 0 &&
                    nb_decimal_compare (cell->doubt, cell->quantity.value) <= 0;
}

static gboolean
mark_cells (GArray *cells, GHashTable *doubts)
{
  gboolean any = FALSE;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      NbChartCell *cell = &g_array_index (cells, NbChartCell, i);

      mark_cell (cell, doubts);
      any |= cell->in_finding && nb_chart_cell_is_known (cell);
    }
  return any;
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
  g_autoptr (GHashTable) doubts = collect_doubtful (self->readings);
  gboolean any = FALSE;

  for (guint i = 0; i < self->panels->len; i++)
    {
      NbChartPanel *panel = self->panels->pdata[i];

      if (panel->kind == NB_PANEL_HEAT)
        continue;
      for (guint j = 0; j < panel->series->len; j++)
        any |= mark_cells (((NbChartSeries *) panel->series->pdata[j])->cells, doubts);
      mark_cells (panel->totals, doubts);
    }
  if (any)
    g_ptr_array_add (self->notes,
                     g_strdup (_ ("Hatched, with a question mark, or a hollow mark with a dot: a "
                                  "relation of the report does not hold, and the value is in "
                                  "doubt.")));
}
