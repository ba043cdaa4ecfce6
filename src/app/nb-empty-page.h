/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-page.h"

G_BEGIN_DECLS

#define NB_TYPE_EMPTY_PAGE (nb_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (NbEmptyPage, nb_empty_page, NB, EMPTY_PAGE, AdwBin)

void nb_empty_page_set_width_class (NbEmptyPage *self, NbWidthClass width_class);

G_END_DECLS
