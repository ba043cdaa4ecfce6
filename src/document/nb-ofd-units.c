/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Drawings of an OFD that stand in its resources, and of which objects of the pages only tell the place. What converters
 * make of PDF may stand in them, figures too.
 *
 * One thread. The trees of the resources are kept as long as the pages are read.
 */

#include "nb-ofd-private.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"

#include <glib/gi18n-lib.h>

void
nb_ofd_units_init (NbOfdUnits *self)
{
  self->contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->docs = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_xml_doc_free);
  self->n_objects = 0;
}

void
nb_ofd_units_clear (NbOfdUnits *self)
{
  g_clear_pointer (&self->contents, g_hash_table_unref);
  g_clear_pointer (&self->docs, g_ptr_array_unref);
}

/**
 * nb_ofd_units_take:
 * @self: units
 * @doc: (transfer full): resources
 *
 * Takes the units out of resources.
 */
void
nb_ofd_units_take (NbOfdUnits *self, xmlDoc *doc)
{
  const xmlNode *list = nb_xml_find (xmlDocGetRootElement (doc), "CompositeGraphicUnits");

  g_ptr_array_add (self->docs, doc);
  for (const xmlNode *node = list != NULL ? list->children : NULL; node != NULL; node = node->next)
    {
      char *id = nb_xml_is (node, "CompositeGraphicUnit") ? nb_xml_dup_get (node, "ID") : NULL;
      const xmlNode *content = nb_xml_find (node, "Content");

      if (id != NULL && content != NULL)
        g_hash_table_replace (self->contents, id, (gpointer) content);
      else
        g_free (id);
    }
}

/**
 * nb_ofd_units_find:
 * @self: units
 * @object: a composite object
 *
 * Returns: (nullable): what stands in its place; %NULL where nothing does
 */
const xmlNode *
nb_ofd_units_find (NbOfdUnits *self, const xmlNode *object)
{
  g_autofree char *id = nb_xml_dup_get (object, "ResourceID");

  return id != NULL ? g_hash_table_lookup (self->contents, id) : NULL;
}

/**
 * nb_ofd_units_count:
 * @self: units
 *
 * Counts an object of a unit, each time that it is drawn.
 *
 * Returns: whether it may be drawn
 */
gboolean
nb_ofd_units_count (NbOfdUnits *self)
{
  if (self->n_objects <= NB_LIMIT_UNIT_OBJECTS)
    self->n_objects++;
  return self->n_objects <= NB_LIMIT_UNIT_OBJECTS;
}

/**
 * nb_ofd_units_check:
 * @self: units
 * @error: NB_ERROR_LIMIT
 *
 * Returns: whether all that was asked for was drawn
 */
gboolean
nb_ofd_units_check (const NbOfdUnits *self, GError **error)
{
  if (self->n_objects <= NB_LIMIT_UNIT_OBJECTS)
    return TRUE;
  nb_error_set_limit (error, N_ ("the document has too many objects in composed drawings"),
                      NB_LIMIT_UNIT_OBJECTS);
  return FALSE;
}
