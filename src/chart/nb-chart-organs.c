/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which reports are drawn: those of the chosen organs and years, by organ in the order in which they
 * came, by year within. Of the same organ and year the first counts, and that is told.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>

static void
organ_free_cb (gpointer data)
{
  NbChartOrgan *organ = data;

  g_ptr_array_unref (organ->readings);
  g_ptr_array_unref (organ->reports);
  g_free (organ);
}

static gboolean
is_wanted (NbReport *report, const NbChartOptions *options)
{
  guint year = nb_report_get_year (report);

  if (year == 0 || nb_report_get_organ (report) == NULL)
    return FALSE;
  if (options->organ != NULL && g_strcmp0 (options->organ, nb_report_get_organ (report)) != 0 &&
      g_strcmp0 (options->organ, nb_report_get_organ_key (report)) != 0)
    return FALSE;
  return (options->first_year == 0 || year >= options->first_year) &&
         (options->last_year == 0 || year <= options->last_year);
}

static NbChartOrgan *
find_organ (GPtrArray *organs, GHashTable *by_key, NbReport *report)
{
  const char *key = nb_report_get_organ_key (report);
  const char *name = key != NULL ? key : nb_report_get_organ (report);
  NbChartOrgan *organ = g_hash_table_lookup (by_key, name);

  if (organ != NULL)
    return organ;
  organ = g_new0 (NbChartOrgan, 1);
  organ->readings = g_ptr_array_new ();
  organ->reports = g_ptr_array_new ();
  g_hash_table_insert (by_key, (gpointer) name, organ);
  g_ptr_array_add (organs, organ);
  return organ;
}

static int
compare_years_cb (gconstpointer a, gconstpointer b)
{
  return (int) nb_report_get_year (nb_reading_get_report (*(NbReading *const *) a)) -
         (int) nb_report_get_year (nb_reading_get_report (*(NbReading *const *) b));
}

/* Sorts by year and drops what is there twice; returns how many those were. */
static guint
finish_organ (NbChartOrgan *organ)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&organ->readings);
  guint last = 0, n_dropped = 0;

  organ->readings = g_ptr_array_new ();
  g_ptr_array_sort (all, compare_years_cb);
  for (guint i = 0; i < all->len; i++)
    {
      NbReport *report = nb_reading_get_report (all->pdata[i]);

      if (nb_report_get_year (report) == last)
        {
          n_dropped++;
          continue;
        }
      last = nb_report_get_year (report);
      organ->name = nb_report_get_organ (report);
      g_ptr_array_add (organ->readings, all->pdata[i]);
      g_ptr_array_add (organ->reports, report);
    }
  return n_dropped;
}

/**
 * nb_chart_organs_new:
 * @readings: (element-type NbReading): all there are
 * @options: which are wanted
 * @notes: where it is told what is left out
 *
 * Returns: (transfer full) (element-type NbChartOrgan): the organs; they borrow from @readings
 */
GPtrArray *
nb_chart_organs_new (GPtrArray *readings, const NbChartOptions *options, GPtrArray *notes)
{
  GPtrArray *organs = g_ptr_array_new_with_free_func (organ_free_cb);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_dropped = 0;

  for (guint i = 0; i < readings->len; i++)
    {
      NbReport *report = nb_reading_get_report (readings->pdata[i]);

      if (is_wanted (report, options))
        g_ptr_array_add (find_organ (organs, by_key, report)->readings, readings->pdata[i]);
    }
  for (guint i = 0; i < organs->len; i++)
    n_dropped += finish_organ (organs->pdata[i]);
  if (n_dropped > 0)
    g_ptr_array_add (
        notes, g_strdup_printf (
                   ngettext ("%u further report of an organ and year that are drawn already is "
                             "left out.",
                             "%u further reports of an organ and year that are drawn already are "
                             "left out.",
                             n_dropped),
                   n_dropped));
  return organs;
}
