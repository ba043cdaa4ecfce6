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

/**
 * nb_ofd_units_init:
 * @self: units
 *
 * Begins without any.
 */
void
nb_ofd_units_init (NbOfdUnits *self)
{
  *self = (NbOfdUnits){
    .contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .docs = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_xml_doc_free),
  };
}

/**
 * nb_ofd_units_clear:
 * @self: units
 *
 * Frees what they hold.
 */
void
nb_ofd_units_clear (NbOfdUnits *self)
{
  g_clear_pointer (&self->contents, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->docs, g_ptr_array_unref);
}

/**
 * nb_ofd_units_reset:
 * @self: units
 *
 * Forgets them, since another document of the file begins. Its objects are counted on.
 */
void
nb_ofd_units_reset (NbOfdUnits *self)
{
  g_hash_table_remove_all (self->contents);
  g_hash_table_remove_all (self->parts);
  g_ptr_array_set_size (self->docs, 0);
  self->n_bytes = 0;
}

static gboolean
take_contents (NbOfdUnits *self, const xmlNode *resources)
{
  const xmlNode *list = nb_xml_find (resources, "CompositeGraphicUnits");
  gboolean taken = FALSE;

  for (const xmlNode *node = list != NULL ? list->children : NULL; node != NULL; node = node->next)
    {
      const xmlNode *content = nb_xml_is (node, "CompositeGraphicUnit") ? nb_xml_find (node, "Content") : NULL;
      g_autofree char *id = content != NULL ? nb_xml_dup_get (node, "ID") : NULL;

      if (id == NULL)
        continue;
      g_hash_table_replace (self->contents, g_steal_pointer (&id), (gpointer) content);
      taken = TRUE;
    }
  return taken;
}

/**
 * nb_ofd_units_take:
 * @self: units
 * @package: the file
 * @part: (transfer none): a part of it that holds resources, or does not exist
 *
 * Takes the units out of resources, once whoever names them. What units a damaged part may have had is not known: objects
 * that stand for them are unreadable.
 */
void
nb_ofd_units_take (NbOfdUnits *self, NbPackage *package, const char *part)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NbXmlDoc) doc = NULL;

  if (self->n_bytes > NB_LIMIT_UNIT_BYTES || !g_hash_table_add (self->parts, g_strdup (part)) ||
      !nb_package_has (package, part))
    return;
  bytes = nb_package_read (package, part, NULL);
  doc = bytes != NULL ? nb_xml_parse (bytes, part, NULL) : NULL;
  if (doc == NULL || !take_contents (self, xmlDocGetRootElement (doc)))
    return;
  self->n_bytes += g_bytes_get_size (bytes);
  g_ptr_array_add (self->docs, g_steal_pointer (&doc));
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
 * Counts an object, each time that it is drawn.
 *
 * Returns: whether it may be drawn
 */
gboolean
nb_ofd_units_count (NbOfdUnits *self)
{
  if (self->n_objects <= NB_LIMIT_OFD_OBJECTS)
    self->n_objects++;
  return self->n_objects <= NB_LIMIT_OFD_OBJECTS;
}

/**
 * nb_ofd_units_check:
 * @self: units
 * @error: NB_ERROR_LIMIT
 *
 * Returns: whether all that was asked for was kept and drawn
 */
gboolean
nb_ofd_units_check (const NbOfdUnits *self, GError **error)
{
  if (self->n_bytes > NB_LIMIT_UNIT_BYTES)
    nb_error_set_limit (error, N_ ("the resources of the document have too many bytes of composite objects"), NB_LIMIT_UNIT_BYTES);
  else if (self->n_objects > NB_LIMIT_OFD_OBJECTS)
    nb_error_set_limit (error, N_ ("the document draws too many objects"), NB_LIMIT_OFD_OBJECTS);
  else
    return TRUE;
  return FALSE;
}
