/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Axes: round ticks, always with nought unless the scale is logarithmic, and short labels. The short units are the reader's: thousands
 * and millions, or ten thousands and hundred millions. Any thread.
 */

#include "nb-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/**
 * nb_scale_new:
 * @least: least value that is drawn
 * @most: largest value that is drawn
 * @most_ticks: how many steps there is room for
 * @whole: whether ticks between whole numbers make no sense
 *
 * Returns: a scale of 1, 2, 2.5 or 5 × 10^n a step; its places are still to be set
 */
NbScale
nb_scale_new (double least, double most, guint most_ticks, gboolean whole)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double low = MIN (least, 0), high = MAX (most, 0);
  double rough, power;
  NbScale self = { 0 };

  if (high - low <= 0)
    high = 1;
  rough = (high - low) / MAX (most_ticks, 1);
  power = pow (10, floor (log10 (rough)));
  for (guint i = 0; i < G_N_ELEMENTS (steps) && self.step < rough * 0.999999; i++)
    if (steps[i] != 2.5 || power > 1 || !whole)
      self.step = steps[i] * power;
  if (whole)
    self.step = MAX (self.step, 1);
  self.low = floor (low / self.step) * self.step;
  self.high = ceil (high / self.step - 1e-9) * self.step;
  return self;
}

/* The largest of 1, 2 and 5 × 10^n that is not above @value. */
static double
find_round_below (double value)
{
  double power = pow (10, floor (log10 (value) + 1e-9));
  double lead = value / power + 1e-9;

  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}

/* The tick behind @value, a tick itself: 1, 2, 5, 10, 20… */
static double
find_round_above (double value)
{
  double lead = value / pow (10, floor (log10 (value) + 1e-9));

  return value * (lead > 1.5 && lead < 4 ? 2.5 : 2);
}

/* From the last tick below the least value to the first one above the largest; returns the number of steps. */
static guint
span_log (NbScale *self, double least, double most)
{
  guint n = 0;

  self->low = self->step > 0 ? pow (self->step, floor (log (least) / log (self->step) + 1e-9))
                             : find_round_below (least);
  self->high = self->low;
  while (n == 0 || self->high < most * (1 - 1e-9))
    {
      self->high = self->step > 0 ? self->high * self->step : find_round_above (self->high);
      n++;
    }
  return n;
}

/**
 * nb_scale_new_log:
 * @least: least value that is drawn, above nought
 * @most: largest value that is drawn
 * @most_ticks: how many steps there is room for
 *
 * Returns: a logarithmic scale with a tick at 1, 2 and 5 × 10^n, or at powers of ten where those are too many;
 *   its places are still to be set
 */
NbScale
nb_scale_new_log (double least, double most, guint most_ticks)
{
  NbScale self = { .is_log = TRUE };

  for (double step = 10; span_log (&self, least, most) > MAX (most_ticks, 1) && step <= 1e18;
       step *= 10)
    self.step = step;
  return self;
}

/**
 * nb_scale_next:
 * @self: a scale
 * @value: (inout): a tick
 *
 * Goes on to the next tick.
 *
 * Returns: whether the scale has one
 */
gboolean
nb_scale_next (const NbScale *self, double *value)
{
  if (!self->is_log)
    *value += self->step;
  else
    *value = self->step > 0 ? *value * self->step : find_round_above (*value);
  return *value <= self->high + (self->is_log ? self->high : self->step) * 1e-6;
}

/**
 * nb_scale_end_at:
 * @self: a scale
 * @most: largest value that is drawn
 *
 * Ends the scale at the largest value, where that lies behind a tick already.
 */
void
nb_scale_end_at (NbScale *self, double most)
{
  if (most >= self->step)
    self->high = most;
}

/**
 * nb_scale_place:
 * @self: a scale
 * @value: a value
 *
 * Returns: where it stands, in points
 */
double
nb_scale_place (const NbScale *self, double value)
{
  double share = self->is_log ? log (value / self->low) / log (self->high / self->low)
                              : (value - self->low) / (self->high - self->low);

  return self->start + share * (self->end - self->start);
}

static char *
format (double value, const char *suffix)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.6g", value);
  return g_strconcat (digits[0] == '-' ? "\u2212" : "", digits[0] == '-' ? digits + 1 : digits,
                      suffix, NULL);
}

/**
 * nb_scale_dup_label:
 * @value: value of a tick
 *
 * Returns: (transfer full): its label, in a short unit from ten thousand on
 */
char *
nb_scale_dup_label (double value)
{
  /* Translators: powers of ten and what a number on an axis is called in them, rising. */
  g_auto (GStrv) units = g_strsplit (_ ("3:k 6:M 9:G"), " ", -1);
  double magnitude = fabs (value);

  for (guint i = g_strv_length (units); magnitude >= 10000 && i-- > 0;)
    {
      const char *colon = strchr (units[i], ':');
      double unit = pow (10, atoi (units[i]));

      if (colon != NULL && magnitude >= unit)
        return format (value / unit, colon + 1);
    }
  if (magnitude >= 1000 && fmod (magnitude, 1) == 0)
    return g_strdup_printf ("%s%d,%03d", value < 0 ? "\u2212" : "", (int) magnitude / 1000,
                            (int) magnitude % 1000);
  return format (round (value * 1e6) / 1e6, "");
}
