/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NB_TYPE_PREFERENCES (nb_preferences_get_type ())
G_DECLARE_FINAL_TYPE (NbPreferences, nb_preferences, NB, PREFERENCES, AdwPreferencesWindow)

GtkWidget *nb_preferences_new                (GtkWindow *parent);
void       nb_preferences_apply_color_scheme (void);

G_END_DECLS
