/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as it is shown now, for who takes it to another thread. */

#include "nb-app-item.h"

/**
 * nb_app_item_dup_checked:
 * @self: an item whose report is open
 *
 * Returns: (transfer full): its reading with the findings that are shown now, those that need other open
 *   reports among them; never changed any more
 */
NbReading *
nb_app_item_dup_checked (NbAppItem *self)
{
  GListModel *findings;
  g_autoptr (GListStore) copy = NULL;

  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);

  findings = nb_app_item_get_findings (self);
  copy = g_list_store_new (NB_TYPE_FINDING);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      g_list_store_append (copy, finding);
    }
  return nb_reading_new_with_findings (nb_app_item_get_reading (self), G_LIST_MODEL (copy));
}
