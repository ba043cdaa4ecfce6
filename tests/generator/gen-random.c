/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chance: the same seed gives the same report on every machine. */

#include "gen-report.h"

guint
gen_below (GRand *rand, guint n)
{
  return n <= 1 ? 0 : (guint) g_rand_int_range (rand, 0, (gint32) n);
}

gboolean
gen_chance (GRand *rand, guint percent)
{
  return gen_below (rand, 100) < percent;
}

/* A count as reports have them: often nothing, sometimes a whole province. */
gint64
gen_size (GRand *rand)
{
  guint die = gen_below (rand, 100);

  if (die < 40)
    return 0;
  if (die < 70)
    return 1 + gen_below (rand, 9);
  if (die < 90)
    return 10 + gen_below (rand, 990);
  if (die < 97)
    return 1000 + gen_below (rand, 99000);
  return 100000 + gen_below (rand, 2000000);
}
