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

/**
 * nb_settings_get_group_digits:
 *
 * Returns: whether thousands are parted where the program writes a number itself
 */
gboolean
nb_settings_get_group_digits (void)
{
  GSettings *settings = nb_settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "group-digits");
}

/**
 * nb_settings_get_restore_session:
 *
 * Returns: whether the reports that were open are opened again
 */
gboolean
nb_settings_get_restore_session (void)
{
  GSettings *settings = nb_settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "restore-session");
}

/**
 * nb_settings_get_charset:
 *
 * Returns: (transfer none) (nullable): the charset of texts that leave it open; none to ask
 */
const char *
nb_settings_get_charset (void)
{
  GSettings *settings = nb_settings_get ();
  g_autofree char *charset = settings != NULL ? g_settings_get_string (settings, "charset") : NULL;

  if (charset == NULL || *charset == '\0' || !nb_source_knows_charset (charset))
    return NULL;
  return g_intern_string (charset);
}

/**
 * nb_settings_fill_options:
 * @options: gets the limits that the user has set
 */
void
nb_settings_fill_options (NbSourceOptions *options)
{
  GSettings *settings = nb_settings_get ();

  options->keep = TRUE;
  if (settings == NULL)
    return;
  options->max_bytes = (guint64) g_settings_get_int (settings, "max-megabytes") * 1024 * 1024;
  options->timeout = (guint) g_settings_get_int (settings, "timeout");
  options->allow_local = g_settings_get_boolean (settings, "allow-local");
}
