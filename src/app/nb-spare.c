/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Widgets that are made before they are needed. A page of many controls costs more than a frame to make: its
 * large parts, and then itself, are made one a turn while there is nothing else to do, and are taken from here.
 * Main thread only.
 */

#include "nb-spare.h"

static GHashTable *spares; /* of GType to GtkWidget (owned) */

/**
 * nb_spare_exists:
 * @type: a type of widgets
 *
 * Returns: whether one has been made ahead
 */
gboolean
nb_spare_exists (GType type)
{
  return spares != NULL && g_hash_table_contains (spares, GSIZE_TO_POINTER (type));
}

/**
 * nb_spare_make:
 * @type: a type of widgets that need nothing to be made
 *
 * Makes one and keeps it until it is taken.
 *
 * Returns: whether there was none yet
 */
gboolean
nb_spare_make (GType type)
{
  g_return_val_if_fail (g_type_is_a (type, GTK_TYPE_WIDGET), FALSE);

  if (nb_spare_exists (type))
    return FALSE;
  if (spares == NULL)
    spares = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  return g_hash_table_insert (spares, GSIZE_TO_POINTER (type),
                              g_object_ref_sink (g_object_new (type, NULL)));
}

/**
 * nb_spare_take:
 * @type: a type of widgets that need nothing to be made
 *
 * Returns: (transfer floating): the one that was made ahead, or else a new one
 */
GtkWidget *
nb_spare_take (GType type)
{
  gpointer spare = NULL;

  g_return_val_if_fail (g_type_is_a (type, GTK_TYPE_WIDGET), NULL);

  if (spares == NULL ||
      !g_hash_table_steal_extended (spares, GSIZE_TO_POINTER (type), NULL, &spare))
    return g_object_new (type, NULL);
  g_object_force_floating (spare);
  return spare;
}

/**
 * nb_spare_clear:
 *
 * Lets go of what has not been taken.
 */
void
nb_spare_clear (void)
{
  g_clear_pointer (&spares, g_hash_table_unref);
}
