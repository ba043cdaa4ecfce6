/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "source/nb-source.h"

G_BEGIN_DECLS

GSettings  *nb_settings_get                 (void);
gboolean    nb_settings_get_group_digits    (void);
gboolean    nb_settings_get_restore_session (void);
const char *nb_settings_get_charset         (void);
void        nb_settings_fill_options        (NbSourceOptions *options);

G_END_DECLS
