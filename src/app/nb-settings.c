/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program's settings. GLib aborts on a schema that is not installed, so this one is looked up first:
 * a program that was copied somewhere without its data still runs, and forgets its window's size.
 */

#include "nb-settings.h"

/**
 * nb_settings_get:
 *
 * Returns: (transfer none) (nullable): the settings; none where the schema is not installed
 */
GSettings *
nb_settings_get (void)
{
  static GSettings *settings;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema)
          schema = source != NULL ? g_settings_schema_source_lookup (source, NB_APP_ID, TRUE)
                                  : NULL;

      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&once, 1);
    }
  return settings;
}
