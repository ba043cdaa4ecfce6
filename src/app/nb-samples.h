/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *nb_samples_find_folder (void);
char **nb_samples_list        (void);

G_END_DECLS
