/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "nb-package.h"

G_BEGIN_DECLS

/* A part of a package as a tree, and a few looks at it. */
xmlDoc  *nb_xml_parse      (GBytes *bytes, const char *name, GError **error);
xmlDoc  *nb_xml_read       (NbPackage *package, const char *name, GError **error);
gboolean nb_xml_is         (const xmlNode *node, const char *name);
xmlNode *nb_xml_find       (const xmlNode *parent, const char *name);
char    *nb_xml_dup_get    (const xmlNode *node, const char *attribute);
gboolean nb_xml_get_number (const xmlNode *node, const char *attribute, double *number);
char    *nb_xml_dup_text   (const xmlNode *node);

static inline void
nb_xml_doc_free (xmlDoc *doc)
{
  xmlFreeDoc (doc);
}

typedef xmlDoc NbXmlDoc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbXmlDoc, nb_xml_doc_free)

G_END_DECLS
