/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/nb-drawing.h"

G_BEGIN_DECLS

/* What tests ask a drawing: where a value is drawn, and how many texts and marks there are. */
const NbSpot *
picture_find_spot (const NbDrawing *drawing, guint panel, guint series, guint category);
const NbSpot *
picture_find_label (const NbDrawing *drawing, guint panel, guint series, guint category);
guint picture_count_texts (const NbDrawing *drawing, const char *text);
/* How many pairs of texts lie upon each other; the first of them is told as a message. */
guint picture_count_overlaps (const NbDrawing *drawing, const char *name);
guint picture_count_marks (const NbDrawing *drawing, NbMark mark);

G_END_DECLS
