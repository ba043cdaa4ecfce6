/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbered cases that a whole report is needed for; the others stand in the tests of their rooms, by the same numbers. */

#include <locale.h>

#include "nb-case.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  nb_case_add_cells ();
  nb_case_add_tables ();
  nb_case_add_life ();
  return g_test_run ();
}
