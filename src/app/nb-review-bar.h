/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workspace/nb-notebook.h"

G_BEGIN_DECLS

#define NB_TYPE_REVIEW_BAR (nb_review_bar_get_type ())
G_DECLARE_FINAL_TYPE (NbReviewBar, nb_review_bar, NB, REVIEW_BAR, AdwBin)

void        nb_review_bar_set_finding (NbReviewBar *self, NbFinding *finding);
void        nb_review_bar_set_stacked (NbReviewBar *self, gboolean stacked);
const char *nb_ui_review_name         (NbReviewState state);

G_END_DECLS
