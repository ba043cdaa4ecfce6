/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The faults that only the report of the year before brings to light, planted in the later one: its own sums still
 * hold. What finds no place leaves the report without a fault. Tests only.
 */

#include "gen-report.h"

#include <string.h>

#define MILLION G_GINT64_CONSTANT (1000000)

static GenFigure *
get (GenReport *self, const char *id)
{
  return gen_report_find (self, id);
}

static gint64
some (GenReport *self)
{
  return (1 + gen_below (self->rand, 9)) * MILLION;
}

static gboolean
add_person (GenReport *self, const char *row, gint64 value)
{
  g_autofree char *person = g_strconcat (row, ".natural_person", NULL);
  g_autofree char *total = g_strconcat (row, ".total", NULL);

  get (self, person)->value += value;
  get (self, total)->value += value;
  return TRUE;
}

static gboolean
plant_carry (GenReport *self)
{
  gint64 n = some (self);

  return add_person (self, "carried_in", n) && add_person (self, "closed_total", n) &&
         add_person (self, "disclosed_full", n);
}

/* More than about the same: what the form of 2014 leaves over is only guessed. */
static gboolean
plant_first_carry (GenReport *self)
{
  gint64 n = some (self) + MILLION + get (self, "carried_in.total")->value / MILLION / 5 * MILLION;

  return add_person (self, "carried_in", n) && add_person (self, "closed_total", n) &&
         add_person (self, "disclosed_full", n);
}

/* One request changes from one kind of applicant to another; the total stays. */
static gboolean
move_carry (GenReport *self, const char *from, const char *to)
{
  g_autofree char *in_from = g_strconcat ("carried_in.", from, NULL);
  g_autofree char *new_from = g_strconcat ("new_received.", from, NULL);
  g_autofree char *in_to = g_strconcat ("carried_in.", to, NULL);
  g_autofree char *new_to = g_strconcat ("new_received.", to, NULL);

  if (get (self, in_from)->value == 0 || get (self, new_to)->value == 0)
    return FALSE;
  get (self, in_from)->value -= MILLION;
  get (self, new_from)->value += MILLION;
  get (self, in_to)->value += MILLION;
  get (self, new_to)->value -= MILLION;
  return TRUE;
}

static gboolean
plant_carry_column (GenReport *self)
{
  return move_carry (self, "other_org", "natural_person") ||
         move_carry (self, "natural_person", "commercial_enterprise") ||
         move_carry (self, "commercial_enterprise", "natural_person");
}

static gboolean
plant_stock (GenReport *self)
{
  get (self, "normative_in_force")->value += some (self);
  return TRUE;
}

static gboolean
plant_items (GenReport *self)
{
  get (self, "licence_items_prev")->value += some (self);
  return TRUE;
}

static gboolean
plant_jump (GenReport *self)
{
  static const char *const ids[] = { "licence_decisions", "penalty_decisions",
                                     "coercion_decisions" };
  const char *id = gen_pick (self->rand, ids);

  get (self, id)->value = get (self->earlier, id)->value * 8 + 60 * MILLION;
  return TRUE;
}

static gboolean
plant_flood (GenReport *self)
{
  gint64 n = get (self->earlier, "new_received.total")->value * 8 + 60 * MILLION;

  return add_person (self, "new_received", n) && add_person (self, "closed_total", n) &&
         add_person (self, "disclosed_full", n);
}

static gboolean
plant_yuan (GenReport *self)
{
  gint64 before = get (self->earlier, "admin_fee_amount")->value;

  if (before <= 0 || before > 900 * MILLION)
    return FALSE;
  get (self, "admin_fee_amount")->value = before * 10000;
  return TRUE;
}

static gboolean
plant_withdrawn (GenReport *self)
{
  gint64 before = get (self->earlier, "normative_published_total")->value;

  if (before == 0)
    return FALSE;
  get (self, "normative_made")->value = get (self, "normative_newly_published")->value = 0;
  get (self, "normative_published_total")->value = before - MILLION;
  return TRUE;
}

static gboolean
plant_copied_tables (GenReport *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->figures->len; i++)
    {
      GenFigure *figure = g_ptr_array_index (self->figures, i);

      figure->value = get (self->earlier, figure->id)->value;
      sum += ABS (figure->value);
    }
  return sum > 0;
}

static gboolean
plant_suits (GenReport *self)
{
  gint64 n = get (self, "reconsideration_total")->value +
             get (self->earlier, "reconsideration_total")->value +
             get (self->earlier, "litigation_after_reconsideration_pending")->value + some (self);

  get (self, "litigation_after_reconsideration_upheld")->value += n;
  get (self, "litigation_after_reconsideration_total")->value += n;
  return TRUE;
}

static gboolean
plant_vanished (GenReport *self)
{
  static const char *const columns[] = { "upheld", "corrected", "other", "pending", "total" };

  if (get (self->earlier, "litigation_direct_pending")->value == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strconcat ("litigation_direct_", columns[i], NULL);

      get (self, id)->value = 0;
    }
  return TRUE;
}

const GenYearFault gen_year_faults[] = {
  { "carry", "X-01", "error", 2019, 2019, plant_carry },
  { "carry", "X-01", "error", 2019, 2021, plant_carry },
  { "carry", "X-01", "error", 2021, 2021, plant_carry },
  { "carry-column", "X-01", "warning", 2019, 2021, plant_carry_column },
  { "carry-column", "X-01", "warning", 2021, 2021, plant_carry_column },
  { "first-carry", "X-01", "hint", 2014, 2019, plant_first_carry },
  { "stock-gap", "X-02", "hint", 2021, 2021, plant_stock },
  { "items-gap", "X-03", "warning", 2019, 2019, plant_items },
  { "jump", "X-04", "hint", 2019, 2019, plant_jump },
  { "jump", "X-04", "hint", 2021, 2021, plant_jump },
  { "flood", "X-04", "hint", 2019, 2021, plant_flood },
  { "flood", "X-04", "hint", 2021, 2021, plant_flood },
  { "yuan", "T2-04", "warning", 2021, 2021, plant_yuan },
  { "copied-text", "X-05", "warning", 2014, 2014, NULL },
  { "copied-text", "X-05", "warning", 2019, 2021, NULL },
  { "copied-text", "X-05", "warning", 2021, 2021, NULL },
  { "patched-text", "X-05", NULL, 2021, 2021, NULL },
  { "withdrawn", "X-07", "hint", 2019, 2019, plant_withdrawn },
  { "copied-tables", "X-08", "warning", 2019, 2019, plant_copied_tables },
  { "copied-tables", "X-08", "warning", 2021, 2021, plant_copied_tables },
  { "suits", "T4-03", "hint", 2019, 2021, plant_suits },
  { "suits", "T4-03", "hint", 2021, 2021, plant_suits },
  { "vanished", "T4-04", "hint", 2019, 2019, plant_vanished },
  { "vanished", "T4-04", "hint", 2021, 2021, plant_vanished },
};
const guint gen_n_year_faults = G_N_ELEMENTS (gen_year_faults);

/* The prose of the earlier report over again; @patched: a sixth of it in words of this year. */
static void
copy_prose (GenReport *self, gboolean patched)
{
  for (guint i = 0; i < MIN (self->sections->len, self->earlier->sections->len); i++)
    {
      GenSection *section = g_ptr_array_index (self->sections, i);
      GenSection *before = g_ptr_array_index (self->earlier->sections, i);

      if (section->tables != NULL)
        continue;
      g_ptr_array_set_size (section->prose,
                            patched ? (gint) MIN (section->prose->len, before->prose->len / 6) : 0);
      for (guint p = section->prose->len; p < before->prose->len; p++)
        g_ptr_array_add (section->prose, g_strdup (g_ptr_array_index (before->prose, p)));
      section->n_before = section->prose->len;
    }
}

/* Plants the fault of the report where it is one of prose; it stands already. */
void
gen_years_copy_prose (GenReport *self)
{
  if (g_strcmp0 (self->fault, "copied-text") != 0 && g_strcmp0 (self->fault, "patched-text") != 0)
    return;
  copy_prose (self, g_str_equal (self->fault, "patched-text"));
  self->faulty = TRUE;
}

/* Plants it where it is one of figures, before they are printed. */
void
gen_years_plant (GenReport *self)
{
  for (guint i = 0; i < gen_n_year_faults; i++)
    if (self->earlier != NULL && g_strcmp0 (self->fault, gen_year_faults[i].name) == 0 &&
        gen_year_faults[i].plant != NULL)
      {
        self->faulty = gen_year_faults[i].plant (self);
        return;
      }
}
