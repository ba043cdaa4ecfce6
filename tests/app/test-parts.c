/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of the window by themselves: what is made ahead, and a range of years. Needs a display. */

#include "nb-page-types.h"
#include "nb-spare.h"
#include "nb-year-range.h"

static void
test_spare (void)
{
  g_autoptr (GtkWidget) first = NULL;
  g_autoptr (GtkWidget) second = NULL;
  gpointer gone;

  g_assert_false (nb_spare_exists (NB_TYPE_YEAR_RANGE));
  g_assert_true (nb_spare_make (NB_TYPE_YEAR_RANGE));
  g_assert_false (nb_spare_make (NB_TYPE_YEAR_RANGE));
  first = nb_spare_take (NB_TYPE_YEAR_RANGE);
  g_assert_true (g_object_is_floating (first));
  g_object_ref_sink (first);
  g_assert_false (nb_spare_exists (NB_TYPE_YEAR_RANGE));
  second = g_object_ref_sink (nb_spare_take (NB_TYPE_YEAR_RANGE));
  g_assert_true (first != second);
  /* What nobody takes goes. */
  nb_spare_make (NB_TYPE_YEAR_RANGE);
  gone = nb_spare_take (NB_TYPE_YEAR_RANGE);
  g_object_ref_sink (gone);
  g_object_add_weak_pointer (gone, &gone);
  g_object_unref (gone);
  g_assert_null (gone);
  nb_spare_make (NB_TYPE_YEAR_RANGE);
  nb_spare_clear ();
  g_assert_false (nb_spare_exists (NB_TYPE_YEAR_RANGE));
}

/* Each page is made in the parts that it has, takes them, and is there then. */
static void
test_pages (void)
{
  const char *const *names = nb_page_types_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GtkWidget) page = NULL;
      guint n_steps = 0;

      while (nb_page_types_make (names[i]))
        n_steps++;
      g_assert_cmpuint (n_steps, ==, i < 2 ? 1 : 2); /* overview and text have no part of their own */
      g_assert_false (nb_spare_exists (NB_TYPE_YEAR_RANGE));
      page = g_object_ref_sink (nb_page_types_take (names[i]));
      g_assert_true (NB_IS_PAGE (page));
    }
}

static void
set_years (NbYearRange *range, guint first, guint last)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint year = first; year <= last; year++)
    g_array_append_val (years, year);
  nb_year_range_set_years (range, years);
}

static void
assert_range (NbYearRange *range, guint first, guint last)
{
  g_assert_cmpuint (nb_year_range_get_first (range), ==, first);
  g_assert_cmpuint (nb_year_range_get_last (range), ==, last);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_range (void)
{
  g_autoptr (NbYearRange) range = g_object_ref_sink (g_object_new (NB_TYPE_YEAR_RANGE, NULL));
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (range));
  GtkWidget *last = gtk_widget_get_next_sibling (first);
  guint n_changes = 0;

  assert_range (range, 0, 0);
  g_signal_connect_swapped (range, "changed", G_CALLBACK (count_cb), &n_changes);
  set_years (range, 2018, 2022);
  assert_range (range, 2018, 2022);
  g_assert_cmpuint (n_changes, ==, 0);

  /* Both ends stay where the user put them; an end that is open follows. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (first), 1);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_range (range, 2019, 2022);
  set_years (range, 2016, 2024);
  assert_range (range, 2019, 2024);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (last), 6);
  assert_range (range, 2019, 2022);
  set_years (range, 2018, 2024);
  assert_range (range, 2019, 2022);

  /* One end takes the other with it. */
  n_changes = 0;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (last), 0);
  assert_range (range, 2018, 2018);
  g_assert_cmpuint (n_changes, >, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (first), 3);
  assert_range (range, 2021, 2021);

  /* A year that has gone is no end any more. */
  set_years (range, 2018, 2020);
  assert_range (range, 2018, 2020);
  set_years (range, 2020, 2019);
  assert_range (range, 0, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/nianbao/parts/spare", test_spare);
  g_test_add_func ("/nianbao/parts/pages", test_pages);
  g_test_add_func ("/nianbao/parts/year-range", test_range);
  return g_test_run ();
}
