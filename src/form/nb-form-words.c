/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loads the words of the domain that code needs by role: data/forms/words.xml. Runs once.
 */

#define G_LOG_DOMAIN "nianbao-form"

#include "nb-form-private.h"

/**
 * nb_form_words_load:
 * @store: the store
 */
void
nb_form_words_load (NbFormStore *store)
{
  xmlDoc *doc = nb_form_xml_load ("words.xml");

  store->words = g_hash_table_new (g_str_hash, g_str_equal);
  for (xmlNode *node = xmlFirstElementChild (xmlDocGetRootElement (doc)); node != NULL;
       node = xmlNextElementSibling (node))
    {
      const char *role = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "role"));
      g_autoptr (GPtrArray) nodes = nb_form_xml_children (store, node, "word");
      g_autoptr (GPtrArray) words = g_ptr_array_new ();

      for (guint i = 0; i < nodes->len; i++)
        g_ptr_array_add (words, (gpointer) nb_form_xml_content (store->strings, nodes->pdata[i]));
      if (!g_hash_table_insert (store->words, (gpointer) role,
                                nb_form_take_array (g_steal_pointer (&words), NULL)))
        nb_form_xml_fail (node, "the role %s stands twice", role);
    }
  xmlFreeDoc (doc);
}
