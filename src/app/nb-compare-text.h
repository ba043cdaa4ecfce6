/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "series/nb-comparison.h"

G_BEGIN_DECLS

#define NB_TYPE_COMPARE_TEXT (nb_compare_text_get_type ())
G_DECLARE_FINAL_TYPE (NbCompareText, nb_compare_text, NB, COMPARE_TEXT, AdwBin)

GtkWidget *nb_compare_text_new           (void);
void       nb_compare_text_show          (NbCompareText *self, NbComparison *comparison);
void       nb_compare_text_move          (NbCompareText *self, int step);
void       nb_compare_text_set_narrow    (NbCompareText *self, gboolean narrow, gboolean slim);
guint      nb_compare_text_count         (NbCompareText *self);
GtkWidget *nb_compare_text_get_controls  (NbCompareText *self);
int        nb_compare_text_get_current   (NbCompareText *self);
GtkWidget *nb_compare_text_get_side      (NbCompareText *self, guint side);

G_END_DECLS
