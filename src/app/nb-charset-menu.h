/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-app-item.h"

G_BEGIN_DECLS

GMenuModel *nb_charset_menu_new        (void);
void        nb_charset_menu_fill       (GMenu *menu);
gboolean    nb_charset_applies         (NbAppItem *item);
char       *nb_charset_dup_description (NbAppItem *item);

G_END_DECLS
