/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page.h"

G_BEGIN_DECLS

#define NB_TYPE_OVERVIEW_PAGE (nb_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (NbOverviewPage, nb_overview_page, NB, OVERVIEW_PAGE, NbPage)

G_END_DECLS
