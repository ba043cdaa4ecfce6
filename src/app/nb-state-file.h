/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NB_TYPE_STATE_FILE (nb_state_file_get_type ())
G_DECLARE_FINAL_TYPE (NbStateFile, nb_state_file, NB, STATE_FILE, GObject)

char        *nb_state_file_dup_folder (void);

NbStateFile *nb_state_file_new        (const char *name);
GKeyFile    *nb_state_file_load       (NbStateFile *self);
void         nb_state_file_save       (NbStateFile *self, GKeyFile *state);
void         nb_state_file_flush      (NbStateFile *self);

G_END_DECLS
