/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Axes: round ticks, nought always on them, short labels. */

#include "chart/nb-scale.h"

static void
test_scale (void)
{
  static const struct
  {
    double least;
    double most;
    guint ticks;
    gboolean whole;
    double low;
    double high;
    double step;
  } cases[] = {
    { 0, 0, 5, TRUE, 0, 1, 1 },
    { 0, 1, 5, TRUE, 0, 1, 1 },
    { 0, 3, 5, TRUE, 0, 3, 1 },
    { 0, 214, 5, TRUE, 0, 250, 50 },
    { 7, 214, 5, TRUE, 0, 250, 50 },
    { 0, 250, 5, TRUE, 0, 250, 50 },
    { 0, 100000000, 5, TRUE, 0, 100000000, 20000000 },
    { 0, 0.7, 5, FALSE, 0, 0.8, 0.2 },
    { -12, 30, 5, TRUE, -20, 30, 10 },
    { 5, 214, 0, TRUE, 0, 250, 250 },
    { 0, 7, 3, TRUE, 0, 10, 5 },
    { 0, 0.7, 3, FALSE, 0, 0.75, 0.25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NbScale scale = nb_scale_new (cases[i].least, cases[i].most, cases[i].ticks, cases[i].whole);

      g_assert_cmpfloat_with_epsilon (scale.step, cases[i].step, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.low, cases[i].low, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.high, cases[i].high, 1e-9);
    }
}

/* Round ends around all values, and no more ticks than there is room for. */
static void
test_log (void)
{
  static const struct
  {
    double least, most;
    guint ticks;
    double low, high;
    guint n_ticks;
  } cases[] = {
    { 58, 214, 8, 50, 500, 4 }, { 1, 1, 8, 1, 2, 2 },
    { 10, 100, 8, 10, 100, 4 }, { 1, 1e8, 8, 1, 1e8, 9 },
    { 1, 1e8, 4, 1, 1e8, 5 },   { 0.03, 7, 10, 0.02, 10, 9 },
    { 3, 4e6, 2, 1, 1e8, 3 },   { 1e17, 1e18, 1, 1e17, 1e18, 2 },
    { 5, 5, 3, 5, 10, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NbScale scale = nb_scale_new_log (cases[i].least, cases[i].most, cases[i].ticks);
      double value = scale.low;
      guint n = 1;

      while (nb_scale_next (&scale, &value))
        n++;
      g_test_message ("%g to %g: %g to %g, %u", cases[i].least, cases[i].most, scale.low,
                      scale.high, n);
      g_assert_cmpfloat_with_epsilon (scale.low / cases[i].low, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.high / cases[i].high, 1, 1e-9);
      g_assert_cmpuint (n, ==, cases[i].n_ticks);
      scale.start = 500;
      scale.end = 100;
      g_assert_cmpfloat_with_epsilon (nb_scale_place (&scale, scale.low), 500, 1e-6);
      g_assert_cmpfloat_with_epsilon (nb_scale_place (&scale, scale.high), 100, 1e-6);
    }
}

/* A scale that lies need not go on to the next tick. */
static void
test_end (void)
{
  NbScale scale = nb_scale_new (0, 235, 4, TRUE);

  nb_scale_end_at (&scale, 235);
  g_assert_cmpfloat (scale.high, ==, 235);
  g_assert_cmpfloat (scale.step, ==, 100);
  scale = nb_scale_new (0, 3, 1, TRUE);
  nb_scale_end_at (&scale, 3);
  g_assert_cmpfloat (scale.high, ==, 5);
}

static void
test_place (void)
{
  NbScale scale = nb_scale_new (0, 200, 4, TRUE);

  scale.start = 500;
  scale.end = 100;
  g_assert_cmpfloat (nb_scale_place (&scale, 0), ==, 500);
  g_assert_cmpfloat (nb_scale_place (&scale, 200), ==, 100);
  g_assert_cmpfloat (nb_scale_place (&scale, 50), ==, 400);
}

static void
test_labels (void)
{
  static const struct
  {
    double value;
    const char *label;
  } cases[] = {
    { 0, "0" },          { 0.2, "0.2" },          { 50, "50" },
    { 1000, "1,000" },   { 4500, "4,500" },       { 10000, "10k" },
    { 45000, "45k" },    { 2000000, "2M" },       { 1500000000, "1.5G" },
    { -20, "\u221220" }, { -45000, "\u221245k" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = nb_scale_dup_label (cases[i].value);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/scale/scale", test_scale);
  g_test_add_func ("/nianbao/scale/log", test_log);
  g_test_add_func ("/nianbao/scale/end", test_end);
  g_test_add_func ("/nianbao/scale/place", test_place);
  g_test_add_func ("/nianbao/scale/labels", test_labels);
  return g_test_run ();
}
