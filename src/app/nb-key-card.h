/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-app-item.h"
#include "report/nb-report.h"
#include "series/nb-ratio.h"

G_BEGIN_DECLS

#define NB_TYPE_KEY_CARD (nb_key_card_get_type ())
G_DECLARE_FINAL_TYPE (NbKeyCard, nb_key_card, NB, KEY_CARD, GtkButton)

GtkWidget *nb_key_card_new_for_role (NbReport *report, const char *role);
GtkWidget *nb_key_card_new_for_ratio (NbReport *report, NbRatioKind kind);
NbFigure  *nb_key_card_get_figure   (NbKeyCard *self);
void nb_key_card_show_doubt (NbKeyCard *self, NbAppItem *item);
void nb_key_card_show_change (NbKeyCard *self, NbReport *report, GPtrArray *reports);

G_END_DECLS
