/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/nb-chart.h"
#include "nb-paper.h"

G_BEGIN_DECLS

/* A chart without its picture: its values, tab-separated for a sheet or as CSV for a file. */
void nb_chart_write_tsv (const NbChart *chart, GString *out);
void nb_chart_write_csv (const NbChart *chart, gboolean bom, GString *out);

/* For people: picture, values, notes, sources. (transfer full) */
NbPaper *nb_chart_dup_paper (const NbChart *chart);

G_END_DECLS
