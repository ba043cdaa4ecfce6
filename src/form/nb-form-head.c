/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loads what stands in the printed head of a table beside the heads of its columns: the corner, the heads
 * of the labels, and the heads that span several columns. Runs once, after the columns are known.
 */

#define G_LOG_DOMAIN "nianbao-form"

#include <string.h>

#include "nb-form-private.h"

static NbFormBand
load_band (NbFormStore *store, xmlNode *node, guint level, guint first, guint last)
{
  return (NbFormBand){
    .level = level,
    .first = first,
    .last = last,
    .label_zh = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "zh")),
    .label_en = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "en")),
  };
}

/* The printed column that a value column begins at, or ends at. */
static guint
find_column (const NbFormTable *table, xmlNode *node, const char *attribute, gboolean end)
{
  const char *key = nb_form_xml_need (node, attribute);
  guint at = table->n_label_columns + 1;

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (strcmp (table->columns[i].key, key) == 0)
        return end ? at + table->columns[i].span - 1 : at;
      at += table->columns[i].span;
    }
  nb_form_xml_fail (node, "there is no column %s", key);
}

static void
load_corner (NbFormStore *store, NbFormTable *table, xmlNode *node)
{
  g_autoptr (GPtrArray) nodes = nb_form_xml_children (store, node, "corner");

  if (nodes->len == 0)
    return;
  table->corner_zh = nb_form_xml_keep (store->strings, nb_form_xml_need (nodes->pdata[0], "zh"));
  table->corner_en = nb_form_xml_keep (store->strings, nb_form_xml_need (nodes->pdata[0], "en"));
}

/**
 * nb_form_head_load:
 * @store: the store
 * @table: a table whose columns are loaded
 * @node: its element
 */
void
nb_form_head_load (NbFormStore *store, NbFormTable *table, xmlNode *node)
{
  g_autoptr (GPtrArray) stubs = nb_form_xml_children (store, node, "stub");
  g_autoptr (GPtrArray) bands = nb_form_xml_children (store, node, "band");
  NbFormBand *loaded;

  load_corner (store, table, node);
  if (stubs->len > 0 && stubs->len != table->n_label_columns)
    nb_form_xml_fail (node, "has %u stubs, not as many as columns of labels", stubs->len);

  table->n_stubs = stubs->len;
  table->stubs = loaded = g_new0 (NbFormBand, stubs->len);
  for (guint i = 0; i < stubs->len; i++)
    loaded[i] = load_band (store, stubs->pdata[i], 1, i + 1, i + 1);

  table->n_bands = bands->len;
  table->bands = loaded = g_new0 (NbFormBand, bands->len);
  for (guint i = 0; i < bands->len; i++)
    {
      xmlNode *band = bands->pdata[i];

      loaded[i] = load_band (store, band, nb_form_xml_number (band, "level", 1),
                             find_column (table, band, "from", FALSE),
                             find_column (table, band, "to", TRUE));
      if (loaded[i].level >= table->n_head_rows || loaded[i].last < loaded[i].first)
        nb_form_xml_fail (band, "the band stands outside the head");
    }
}
