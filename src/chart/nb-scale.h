/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbScale:
 * @low: value at the start of the axis; nought, or a round number below the least value
 * @high: value at its end, a round number
 * @step: from tick to tick
 * @start: where the axis starts, in points
 * @end: where it ends
 *
 * From values to points. It always holds nought.
 */
typedef struct
{
  double low;
  double high;
  double step;
  double start;
  double end;
} NbScale;

NbScale nb_scale_new (double least, double most, guint most_ticks, gboolean whole);
void nb_scale_end_at (NbScale *self, double most);
double nb_scale_place (const NbScale *self, double value);
char *nb_scale_dup_label (double value);

G_END_DECLS
