/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pages of a report: their names, in order, and how each is made. None is made in one go while there is time:
 * first the part of it that costs most, then the page. Main thread only.
 */

#include "nb-page-types.h"

#include "nb-charts-page.h"
#include "nb-checks-page.h"
#include "nb-evidence-panel.h"
#include "nb-finding-view.h"
#include "nb-overview-page.h"
#include "nb-spare.h"
#include "nb-tables-page.h"
#include "nb-text-page.h"
#include "nb-year-range.h"

static const char *const names[] = { "overview", "text", "tables", "checks", "charts", NULL };

static const struct
{
  GType (*get_page) (void);
  GType (*get_part) (void); /* (nullable): what the page takes from the spares when it is made */
} types[] = {
  { nb_overview_page_get_type, NULL },
  { nb_text_page_get_type, NULL },
  { nb_tables_page_get_type, nb_evidence_panel_get_type },
  { nb_checks_page_get_type, nb_finding_view_get_type },
  { nb_charts_page_get_type, nb_year_range_get_type },
};

G_STATIC_ASSERT (G_N_ELEMENTS (types) + 1 == G_N_ELEMENTS (names));

static guint
find (const char *name)
{
  guint i = 0;

  while (!g_str_equal (names[i], name))
    i++;
  return i;
}

/**
 * nb_page_types_get_names:
 *
 * Returns: (transfer none): the names of the pages, in order
 */
const char *const *
nb_page_types_get_names (void)
{
  return names;
}

/**
 * nb_page_types_make:
 * @name: one of the names
 *
 * Makes a part of the page ahead, or the page.
 *
 * Returns: whether there was something left to make
 */
gboolean
nb_page_types_make (const char *name)
{
  guint i;

  g_return_val_if_fail (g_strv_contains (names, name), FALSE);

  i = find (name);
  if (nb_spare_exists (types[i].get_page ()))
    return FALSE;
  return (types[i].get_part != NULL && nb_spare_make (types[i].get_part ())) ||
         nb_spare_make (types[i].get_page ());
}

/**
 * nb_page_types_take:
 * @name: one of the names
 *
 * Returns: (transfer floating): the page that was made ahead, or else a new one
 */
GtkWidget *
nb_page_types_take (const char *name)
{
  g_return_val_if_fail (g_strv_contains (names, name), NULL);
  return nb_spare_take (types[find (name)].get_page ());
}
