/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Data that is compiled into the library. GIO registers such bundles on first use, all of a program
 * at once and outside any lock: a second thread that asks meanwhile is given none (seen with GLib
 * 2.74). So every bundle is asked for under one lock. Any thread.
 */

#include "nb-resource.h"

/**
 * nb_resource_load:
 * @getter: the function that the resource compiler made for the bundle
 * @path: the full name of an entry
 *
 * A bundle that lacks @path was built wrongly, which ends the program.
 *
 * Returns: (transfer full): the bytes of the entry
 */
GBytes *
nb_resource_load (NbResourceGetter getter, const char *path)
{
  static GMutex lock;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  g_mutex_lock (&lock);
  bytes = g_resource_lookup_data (getter (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_mutex_unlock (&lock);
  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}
