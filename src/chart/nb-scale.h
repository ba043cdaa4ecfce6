/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbScale:
 * @low: value at the start of the axis; nought, or a round number below the least value
 * @high: value at its end, a round number
 * @step: from tick to tick; on a logarithmic scale by how much a tick is multiplied, 0 for 1, 2, 5, 10, 20…
 * @is_log: whether equal steps are equal ratios
 * @start: where the axis starts, in points
 * @end: where it ends
 *
 * From values to points. It always holds nought, unless it is logarithmic.
 */
typedef struct
{
  double low;
  double high;
  double step;
  gboolean is_log;
  double start;
  double end;
} NbScale;

NbScale nb_scale_new (double least, double most, guint most_ticks, gboolean whole);
NbScale nb_scale_new_log (double least, double most, guint most_ticks);
gboolean nb_scale_next (const NbScale *self, double *value);
void nb_scale_end_at (NbScale *self, double most);
double nb_scale_place (const NbScale *self, double value);
char *nb_scale_dup_label (double value);

G_END_DECLS
