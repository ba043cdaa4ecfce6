/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NbAccel:
 * @group: (nullable): translatable heading in the shortcuts window; %NULL ends the table
 * @title: translatable title in the shortcuts window
 * @action: detailed action name
 * @keys: accelerators, parted by a space
 *
 * One shortcut. The table feeds the application, the shortcuts window and a test.
 */
typedef struct {
  const char *group;
  const char *title;
  const char *action;
  const char *keys;
} NbAccel;

const NbAccel *nb_accels_get              (void);
void           nb_accels_install          (GtkApplication *application);
void           nb_accels_add_keys         (GtkWidget *widget, const char *prefix);
GtkWidget     *nb_accels_create_shortcuts (GtkWindow *parent);

G_END_DECLS
