/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-app-item.h"

G_BEGIN_DECLS

#define NB_TYPE_OUTCOME_CARD (nb_outcome_card_get_type ())
G_DECLARE_FINAL_TYPE (NbOutcomeCard, nb_outcome_card, NB, OUTCOME_CARD, AdwBin)

void nb_outcome_card_set_item (NbOutcomeCard *self, NbAppItem *item);
void nb_outcome_card_set_stacked (NbOutcomeCard *self, gboolean stacked);
GtkWidget *nb_outcome_card_get_bar (NbOutcomeCard *self);

G_END_DECLS
