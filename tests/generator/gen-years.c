/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The report of the year after another: its figures go on from the earlier ones, so that no rule across years finds a
 * fault. Tests only.
 */

#include "gen-report.h"

#include <string.h>

#define MILLION G_GINT64_CONSTANT (1000000)

static GenFigure *
find (GenReport *self, const char *id)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (g_str_equal (((GenFigure *) g_ptr_array_index (self->figures, i))->id, id))
      return g_ptr_array_index (self->figures, i);
  return NULL;
}

static gint64
value_of (GenReport *self, const char *id)
{
  GenFigure *figure = find (self, id);

  return figure != NULL ? figure->value : 0;
}

static void
set (GenReport *self, const char *id, gint64 value)
{
  GenFigure *figure = find (self, id);

  if (figure != NULL)
    figure->value = value;
}

/* What is a little more than a year before: never far from it, and never the same. */
static gint64
next_value (GenReport *self, gint64 value)
{
  gint64 most = MIN (value, 1000 * MILLION) / 5 / MILLION;

  if (value <= 0)
    return value;
  return value + (1 + (gint64) gen_below (self->rand, 1 + (guint) most)) * MILLION;
}

/* Every figure that both have; sums are made anew afterwards. */
static void
copy_figures (GenReport *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      GenFigure *figure = g_ptr_array_index (self->figures, i);
      GenFigure *before = find (self->earlier, figure->id);

      if (before != NULL)
        figure->value = next_value (self, before->value);
    }
}

/* --- Table 3 --- */

static const char *const columns[] = { "natural_person",       "commercial_enterprise",
                                       "research_institution", "public_interest_org",
                                       "legal_services_org",   "other_org" };

static gboolean
is_outcome (const char *key)
{
  return !g_str_equal (key, "new_received") && !g_str_equal (key, "carried_in") &&
         !g_str_equal (key, "closed_total") && !g_str_equal (key, "carried_out");
}

static GenFigure *
cell (GenReport *self, const char *row, const char *column)
{
  g_autofree char *id = g_strdup_printf ("%s.%s", row, column);

  return find (self, id);
}

/* A column adds up, and takes in what a year before was left over. */
static void
settle_column (GenReport *self, const char *column, gint64 before)
{
  gint64 closed = 0, out = cell (self, "carried_out", column)->value;

  if (before > out)
    cell (self, "disclosed_full", column)->value += before - out;
  for (guint r = 0; r < gen_n_request_rows; r++)
    if (is_outcome (gen_request_rows[r].key) &&
        cell (self, gen_request_rows[r].key, column) != NULL)
      closed += cell (self, gen_request_rows[r].key, column)->value;
  cell (self, "closed_total", column)->value = closed;
  cell (self, "carried_in", column)->value = before;
  cell (self, "new_received", column)->value = closed + out - before;
}

static void
total_rows (GenReport *self)
{
  for (guint r = 0; r < gen_n_request_rows; r++)
    {
      GenFigure *total = cell (self, gen_request_rows[r].key, "total");

      if (total == NULL)
        continue;
      total->value = 0;
      for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
        total->value += cell (self, gen_request_rows[r].key, columns[c])->value;
    }
}

static void
follow_requests (GenReport *self)
{
  /* One row of 2019 is three of 2021: the last of them goes on from it. */
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      GenFigure *before = cell (self->earlier, "other_total", columns[c]);

      if (before == NULL || cell (self, "other_misc", columns[c]) == NULL)
        continue;
      cell (self, "other_misc", columns[c])->value = next_value (self, before->value);
      cell (self, "other_overdue_correction", columns[c])->value = 0;
      cell (self, "other_overdue_fee", columns[c])->value = 0;
    }
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      GenFigure *out = cell (self->earlier, "carried_out", columns[c]);
      gint64 before = out != NULL ? out->value : 0;

      /* The form of 2014 has no row for it. */
      if (out == NULL && c == 0)
        before = value_of (self->earlier, "appendix_received") -
                 value_of (self->earlier, "appendix_completed");
      settle_column (self, columns[c], before);
    }
  total_rows (self);
}

/* --- Tables 4 and 2, the appendix --- */

static void
follow_disputes (GenReport *self)
{
  static const char *const parts[] = { "upheld", "corrected", "other", "pending" };

  for (guint b = 0; b < 3; b++)
    {
      static const char *const blocks[] = { "reconsideration", "litigation_direct",
                                            "litigation_after_reconsideration" };
      g_autofree char *total = g_strconcat (blocks[b], "_total", NULL);
      gint64 sum = 0;

      for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
        {
          g_autofree char *id = g_strdup_printf ("%s_%s", blocks[b], parts[p]);

          sum += value_of (self, id);
        }
      set (self, total, sum);
    }
}

static void
follow_documents (GenReport *self, const char *matter)
{
  g_autofree char *issued = g_strconcat (matter, "_issued", NULL);
  g_autofree char *repealed = g_strconcat (matter, "_repealed", NULL);
  g_autofree char *in_force = g_strconcat (matter, "_in_force", NULL);
  g_autofree char *made = g_strconcat (matter, "_newly_published", NULL);
  g_autofree char *total = g_strconcat (matter, "_published_total", NULL);
  gint64 before = value_of (self->earlier, in_force);

  if (find (self->earlier, in_force) != NULL)
    {
      set (self, repealed, MIN (value_of (self, repealed), before));
      set (self, in_force, before + value_of (self, issued) - value_of (self, repealed));
    }
  else
    set (self, in_force, value_of (self, issued) + 20 * MILLION);
  if (find (self->earlier, total) != NULL)
    set (self, total, value_of (self->earlier, total) + value_of (self, made));
}

static void
follow_items (GenReport *self, const char *what)
{
  g_autofree char *items = g_strconcat (what, "_items_prev", NULL);
  g_autofree char *change = g_strconcat (what, "_items_change", NULL);

  if (find (self->earlier, items) == NULL)
    return;
  set (self, items, value_of (self->earlier, items) + value_of (self->earlier, change));
  set (self, change, MAX (value_of (self, change), -value_of (self, items)));
}

static void
follow_appendix (GenReport *self)
{
  for (guint i = 0; i < gen_n_appendix_sums; i++)
    {
      g_autofree char *whole = g_strconcat ("appendix_", gen_appendix_sums[i][0], NULL);
      gint64 sum = 0;

      for (guint j = 1; j < G_N_ELEMENTS (gen_appendix_sums[i]) && gen_appendix_sums[i][j] != NULL;
           j++)
        {
          g_autofree char *part = g_strconcat ("appendix_", gen_appendix_sums[i][j], NULL);

          sum += value_of (self, part);
        }
      set (self, whole, sum);
    }
}

/* Makes the figures go on from those of the earlier report, and obey the identities. */
void
gen_years_follow (GenReport *self)
{
  static const char *const items[] = { "licence", "service", "penalty", "coercion", "fee" };

  copy_figures (self);
  if (self->form >= 2019)
    {
      follow_requests (self);
      follow_disputes (self);
      follow_documents (self, "rules");
      follow_documents (self, "normative");
      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        follow_items (self, items[i]);
    }
  else
    follow_appendix (self);
}
