/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that obey every identity of their form: parts are thrown, wholes are summed. */

#include "gen-report.h"

#define MILLION G_GINT64_CONSTANT (1000000)

int
gen_figures_add (GenReport *self, char *id, GenKind kind, gint64 value)
{
  GenFigure *figure = g_new0 (GenFigure, 1);

  figure->id = id;
  figure->kind = kind;
  figure->value = value;
  figure->allowed = GEN_EXACT;
  g_ptr_array_add (self->figures, figure);
  return (int) self->figures->len - 1;
}

static void
add_count (GenReport *self, const char *id, gint64 value)
{
  gen_figures_add (self, g_strdup (id), GEN_COUNT, value * MILLION);
}

/* An amount in 万元 with up to six decimals. */
static gint64
throw_money (GRand *rand)
{
  static const gint64 grains[] = { MILLION, 100000, 10000, 10000, 1000, 100, 1 };
  gint64 whole = gen_size (rand);
  gint64 grain = gen_pick (rand, grains);

  if (whole == 0 && gen_chance (rand, 70))
    return 0;
  return whole * MILLION + (gint64) gen_below (rand, 1000000) / grain * grain;
}

static void
make_disclosure_2021 (GenReport *self)
{
  static const char *const stock[] = { "rules", "normative" };
  static const char *const decisions[] = { "licence", "penalty", "coercion" };

  for (guint i = 0; i < G_N_ELEMENTS (stock); i++)
    {
      gint64 issued = gen_below (self->rand, 30), repealed = gen_below (self->rand, 20);

      gen_figures_add (self, g_strconcat (stock[i], "_issued", NULL), GEN_COUNT, issued * MILLION);
      gen_figures_add (self, g_strconcat (stock[i], "_repealed", NULL), GEN_COUNT,
                       repealed * MILLION);
      gen_figures_add (self, g_strconcat (stock[i], "_in_force", NULL), GEN_COUNT,
                       (issued + gen_size (self->rand)) * MILLION);
    }
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    gen_figures_add (self, g_strconcat (decisions[i], "_decisions", NULL), GEN_COUNT,
                     gen_size (self->rand) * MILLION);
  gen_figures_add (self, g_strdup ("admin_fee_amount"), GEN_MONEY, throw_money (self->rand));
}

static void
add_change (GenReport *self, const char *what)
{
  gint64 before = gen_size (self->rand);
  gint64 change = gen_chance (self->rand, 40) ? 0 : (gint64) gen_below (self->rand, 40) - 15;

  gen_figures_add (self, g_strconcat (what, "_items_prev", NULL), GEN_COUNT, before * MILLION);
  gen_figures_add (self, g_strconcat (what, "_items_change", NULL), GEN_SIGNED,
                   MAX (change, -before) * MILLION);
}

static void
make_disclosure_2019 (GenReport *self)
{
  static const char *const documents[] = { "rules", "normative" };
  static const char *const decisions[] = { "licence", "service", "penalty", "coercion" };
  gint64 amount = throw_money (self->rand);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      gint64 made = gen_below (self->rand, 40), published = gen_below (self->rand, 40);

      gen_figures_add (self, g_strconcat (documents[i], "_made", NULL), GEN_COUNT, made * MILLION);
      gen_figures_add (self, g_strconcat (documents[i], "_newly_published", NULL), GEN_COUNT,
                       published * MILLION);
      gen_figures_add (self, g_strconcat (documents[i], "_published_total", NULL), GEN_COUNT,
                       (published + gen_size (self->rand)) * MILLION);
    }
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      add_change (self, decisions[i]);
      gen_figures_add (self, g_strconcat (decisions[i], "_decisions", NULL), GEN_COUNT,
                       gen_size (self->rand) * MILLION);
    }
  add_change (self, "fee");
  add_count (self, "procurement_count", amount == 0 ? 0 : 1 + gen_below (self->rand, 400));
  gen_figures_add (self, g_strdup ("procurement_amount"), GEN_MONEY, amount);
}

static void
add_request_row (GenReport *self, const char *key, const gint64 *cells)
{
  static const char *const columns[7] = { "natural_person",
                                          "commercial_enterprise",
                                          "research_institution",
                                          "public_interest_org",
                                          "legal_services_org",
                                          "other_org",
                                          "total" };
  gint64 total = 0;

  for (guint c = 0; c < 7; c++)
    {
      gint64 value = c < 6 ? cells[c] : total;

      total += value;
      gen_figures_add (self, g_strconcat (key, ".", columns[c], NULL), GEN_COUNT, value * MILLION);
    }
}

/* T3: outcomes are thrown; what came in is what was closed and what is left. */
static void
make_requests (GenReport *self)
{
  gint64 closed[6] = { 0 }, received[6], before[6], after[6];
  guint busy = gen_below (self->rand, 4);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  for (guint r = 0; r < gen_n_request_rows; r++)
    {
      gint64 *cells = g_new0 (gint64, 6);

      g_ptr_array_add (rows, cells);
      if (g_str_equal (gen_request_rows[r].key, "new_received") ||
          g_str_equal (gen_request_rows[r].key, "carried_in") ||
          g_str_equal (gen_request_rows[r].key, "closed_total") ||
          g_str_equal (gen_request_rows[r].key, "carried_out") ||
          (self->form == 2019 ? !gen_request_rows[r].in_2019
                              : g_str_equal (gen_request_rows[r].key, "other_total")))
        continue;
      for (guint c = 0; c < 6; c++)
        {
          if (gen_chance (self->rand, busy * 30))
            cells[c] = c == 0 ? gen_size (self->rand) : gen_below (self->rand, 1 + 10 * busy);
          closed[c] += cells[c];
        }
    }
  for (guint c = 0; c < 6; c++)
    {
      after[c] = busy > 0 ? gen_below (self->rand, 6) : 0;
      before[c] = MIN ((gint64) gen_below (self->rand, 1 + 2 * busy), closed[c] + after[c]);
      received[c] = closed[c] + after[c] - before[c];
    }
  for (guint r = 0; r < gen_n_request_rows; r++)
    {
      const char *key = gen_request_rows[r].key;

      if (self->form == 2019 ? !gen_request_rows[r].in_2019 : g_str_equal (key, "other_total"))
        continue;
      add_request_row (self, key,
                       g_str_equal (key, "new_received")   ? received
                       : g_str_equal (key, "carried_in")   ? before
                       : g_str_equal (key, "closed_total") ? closed
                       : g_str_equal (key, "carried_out")  ? after
                                                           : g_ptr_array_index (rows, r));
    }
  g_ptr_array_unref (rows);
}

static void
make_disputes (GenReport *self)
{
  static const char *const blocks[] = { "reconsideration_", "litigation_direct_",
                                        "litigation_after_reconsideration_" };
  static const char *const columns[] = { "upheld", "corrected", "other", "pending" };

  for (guint b = 0; b < 3; b++)
    {
      gint64 total = 0;
      gboolean any = gen_chance (self->rand, 50);

      for (guint c = 0; c < 4; c++)
        {
          gint64 value = any ? gen_below (self->rand, gen_chance (self->rand, 10) ? 900 : 12) : 0;

          total += value;
          gen_figures_add (self, g_strconcat (blocks[b], columns[c], NULL), GEN_COUNT,
                           value * MILLION);
        }
      gen_figures_add (self, g_strconcat (blocks[b], "total", NULL), GEN_COUNT, total * MILLION);
    }
}

static void
make_appendix (GenReport *self)
{
  for (guint i = 0; i < gen_n_appendix_rows; i++)
    {
      const GenAppendixRow *row = &gen_appendix_rows[i];
      gboolean is_money = g_strcmp0 (row->unit, "万元") == 0;

      if (row->unit == NULL)
        continue;
      gen_figures_add (self, g_strconcat ("appendix_", row->id, NULL),
                       is_money ? GEN_MONEY : GEN_COUNT,
                       is_money ? throw_money (self->rand) : gen_size (self->rand) * MILLION);
    }
  for (guint i = 0; i < gen_n_appendix_sums; i++)
    {
      gint64 sum = 0;
      g_autofree char *whole = g_strconcat ("appendix_", gen_appendix_sums[i][0], NULL);

      for (guint j = 1; j < G_N_ELEMENTS (gen_appendix_sums[i]) && gen_appendix_sums[i][j] != NULL;
           j++)
        {
          g_autofree char *part = g_strconcat ("appendix_", gen_appendix_sums[i][j], NULL);

          sum += gen_report_find (self, part)->value;
        }
      gen_report_find (self, whole)->value = sum;
    }
}

/* Throws the figures of the report's form. Those of 2008 are thrown with their rows. */
void
gen_figures_make (GenReport *self)
{
  if (self->form == 2014)
    make_appendix (self);
  if (self->form < 2019)
    return;
  if (self->form == 2019)
    make_disclosure_2019 (self);
  else
    make_disclosure_2021 (self);
  make_requests (self);
  make_disputes (self);
}
