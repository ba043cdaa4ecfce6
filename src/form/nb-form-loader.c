/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loads every form of data/forms with its sections, and builds the index that finds a metric by id or
 * role. Tables, relations, series and words have their own files. Runs once, in one thread; what it
 * builds is never freed.
 *
 *   parts.xml ─┐
 *   20xx.xml ──┴→ sections → tables (rows, columns, metrics) → derived, identities → index
 *   words.xml ─→ words
 */

#define G_LOG_DOMAIN "nianbao-form"

#include <string.h>

#include "nb-form-private.h"

/* Oldest first. A new form is one more name here and in forms.gresource.xml. */
static const char *const form_files[] = { "2008.xml", "2014.xml", "2019.xml", "2021.xml" };

static void
load_section (NbFormStore *store, NbFormSection *section, xmlNode *node)
{
  g_autoptr (GPtrArray) nodes = nb_form_xml_children (store, node, "pattern");
  g_autoptr (GPtrArray) patterns = g_ptr_array_new ();

  section->key = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "key"));
  section->number = nb_form_xml_keep (store->strings, nb_form_xml_peek (node, "number"));
  section->label_zh = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "zh"));
  section->label_en = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "en"));
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (patterns, (gpointer) nb_form_xml_content (store->strings, nodes->pdata[i]));
  section->patterns = nb_form_take_array (g_steal_pointer (&patterns), NULL);
}

static void
load_sections (NbFormStore *store, NbForm *form, xmlNode *root)
{
  g_autoptr (GPtrArray) nodes = nb_form_xml_children (store, root, "section");
  NbFormSection *sections = g_new0 (NbFormSection, nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    load_section (store, &sections[i], nodes->pdata[i]);
  form->sections = sections;
  form->n_sections = nodes->len;
}

static void
load_tables (NbFormStore *store, NbForm *form, xmlNode *root)
{
  g_autoptr (GPtrArray) nodes = nb_form_xml_children (store, root, "table");
  g_autoptr (GPtrArray) metrics = g_ptr_array_new ();
  NbFormTable *tables = g_new0 (NbFormTable, nodes->len);

  form->tables = tables;
  form->n_tables = nodes->len;
  for (guint i = 0; i < nodes->len; i++)
    {
      tables[i].form = form;
      nb_form_table_load (store, &tables[i], nodes->pdata[i], metrics);
    }
  form->metrics = nb_form_take_array (g_steal_pointer (&metrics), &form->n_metrics);
}

static void
add_unique (GHashTable *table, const char *key, gconstpointer value)
{
  if (key != NULL && !g_hash_table_insert (table, (gpointer) key, (gpointer) value))
    g_error ("%s stands twice in one form", key);
}

static void
index_metrics (NbForm *form)
{
  struct _NbFormIndex *index = g_new0 (struct _NbFormIndex, 1);

  index->metrics = g_hash_table_new (g_str_hash, g_str_equal);
  index->roles = g_hash_table_new (g_str_hash, g_str_equal);
  index->derived = g_hash_table_new (g_str_hash, g_str_equal);
  index->derived_roles = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < form->n_metrics; i++)
    {
      add_unique (index->metrics, form->metrics[i]->id, form->metrics[i]);
      add_unique (index->roles, form->metrics[i]->role, form->metrics[i]);
    }
  form->index = index;
}

static void
index_derived (NbForm *form)
{
  for (guint i = 0; i < form->n_derived; i++)
    {
      const NbDerived *derived = &form->derived[i];

      if (g_hash_table_contains (form->index->metrics, derived->id))
        g_error ("%s is a metric and derived", derived->id);
      add_unique (form->index->derived, derived->id, derived);
      add_unique (form->index->derived_roles, derived->role, derived);
    }
}

static void
load_form (NbFormStore *store, NbForm *form, const char *file)
{
  xmlDoc *doc = nb_form_xml_load (file);
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autoptr (GPtrArray) basis = nb_form_xml_children (store, root, "basis");

  if (basis->len != 1)
    nb_form_xml_fail (root, "wants one basis");
  form->id = nb_form_xml_keep (store->strings, nb_form_xml_need (root, "id"));
  form->first_year = nb_form_xml_number (root, "first-year", 0);
  form->last_year = nb_form_xml_number (root, "last-year", G_MAXUINT);
  form->basis_zh = nb_form_xml_keep (store->strings, nb_form_xml_need (basis->pdata[0], "zh"));
  form->basis_en = nb_form_xml_keep (store->strings, nb_form_xml_need (basis->pdata[0], "en"));

  load_sections (store, form, root);
  load_tables (store, form, root);
  index_metrics (form);
  nb_form_relations_load (store, form, root);
  index_derived (form);

  xmlFreeDoc (doc);
}

static void
index_parts (NbFormStore *store)
{
  store->parts = g_hash_table_new (g_str_hash, g_str_equal);
  store->keys = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (xmlNode *part = xmlFirstElementChild (xmlDocGetRootElement (store->shared)); part != NULL;
       part = xmlNextElementSibling (part))
    add_unique (store->parts, nb_form_xml_need (part, "name"), part);
}

/**
 * nb_form_store_load:
 *
 * Returns: (transfer full): all that data/forms says; for the life of the process
 */
NbFormStore *
nb_form_store_load (void)
{
  NbFormStore *store = g_new0 (NbFormStore, 1);

  store->strings = g_string_chunk_new (16 * 1024);
  store->shared = nb_form_xml_load ("parts.xml");
  index_parts (store);
  store->n_forms = G_N_ELEMENTS (form_files);
  store->forms = g_new0 (NbForm, store->n_forms);
  for (guint i = 0; i < store->n_forms; i++)
    load_form (store, &store->forms[i], form_files[i]);
  g_clear_pointer (&store->parts, g_hash_table_unref);
  g_clear_pointer (&store->keys, g_hash_table_unref);
  g_clear_pointer (&store->shared, xmlFreeDoc);

  nb_form_words_load (store);
  return store;
}
