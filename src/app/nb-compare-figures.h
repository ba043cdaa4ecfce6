/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-app-item.h"
#include "nb-compare-row.h"

G_BEGIN_DECLS

#define NB_TYPE_COMPARE_FIGURES (nb_compare_figures_get_type ())
G_DECLARE_FINAL_TYPE (NbCompareFigures, nb_compare_figures, NB, COMPARE_FIGURES, AdwBin)

/* Which rows are shown; the tables of the comparison follow. */
typedef enum
{
  NB_COMPARE_MAIN,
  NB_COMPARE_ALL,
  NB_COMPARE_CHANGED,
  NB_COMPARE_MORE_THAN,
  NB_COMPARE_FINDINGS,
  NB_COMPARE_TABLES,
} NbCompareFilter;

typedef enum
{
  NB_COMPARE_AS_PRINTED,
  NB_COMPARE_BY_DIFFERENCE,
  NB_COMPARE_BY_PERCENT,
} NbCompareOrder;

GtkWidget  *nb_compare_figures_new        (void);
void        nb_compare_figures_show       (NbCompareFigures *self, NbComparison *comparison, NbAppItem *a, NbAppItem *b);
void        nb_compare_figures_set_filter (NbCompareFigures *self, guint filter);
void        nb_compare_figures_set_order  (NbCompareFigures *self, NbCompareOrder order);
void        nb_compare_figures_set_narrow (NbCompareFigures *self, gboolean narrow, gboolean slim);
GListModel *nb_compare_figures_get_rows   (NbCompareFigures *self);
GtkWidget  *nb_compare_figures_get_controls (NbCompareFigures *self);
void        nb_compare_figures_focus_rows (NbCompareFigures *self);
void        nb_compare_figures_write_tsv  (NbCompareFigures *self, GString *out);

G_END_DECLS
