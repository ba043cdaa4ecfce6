/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *nb_samples_find_folder (void);
char **nb_samples_list        (void);
char **nb_samples_list_groups (void);
char **nb_samples_list_group  (const char *group);
char  *nb_samples_dup_text    (const char *group, const char *key);

G_END_DECLS
