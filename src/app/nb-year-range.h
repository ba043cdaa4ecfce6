/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_TYPE_YEAR_RANGE (nb_year_range_get_type ())
G_DECLARE_FINAL_TYPE (NbYearRange, nb_year_range, NB, YEAR_RANGE, GtkBox)

void  nb_year_range_set_years (NbYearRange *self, GArray *years);
guint nb_year_range_get_first (NbYearRange *self);
guint nb_year_range_get_last  (NbYearRange *self);

G_END_DECLS
