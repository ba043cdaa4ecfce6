/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * OFD (GB/T 33190), the page format of Chinese offices: like a PDF it knows text at positions only.
 *
 *   ZIP → OFD.xml → Document.xml of each body → pages and their templates → NbLayout → NbDocument
 *
 * Annotations, seals and attachments are not read. Used by one thread; the document is handed over.
 */

#include "nb-document-private.h"
#include "nb-ofd-private.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_TEMPLATES_KEPT 8

typedef struct
{
  NbPackage *package;
  NbLayout *layout;
  GHashTable *templates; /* (owned) id → name of its part */
  GHashTable *parsed;    /* (owned) name of a part → NbXmlDoc */
  NbOfdUnits units;
  GCancellable *cancellable;
  NbBox paper; /* of pages that tell none themselves */
} Reader;

/* The name of a part that another one names, from there. */
static char *
resolve (const char *from, const char *location)
{
  g_autofree char *folder = g_path_get_dirname (from);

  if (*location == '/')
    return g_strdup (location + 1);
  if (g_str_has_prefix (location, "./"))
    location += 2;
  return g_str_equal (folder, ".") ? g_strdup (location) : g_strconcat (folder, "/", location, NULL);
}

/* A part that a child element names by its text; %NULL where there is none. */
static char *
resolve_text (const char *from, const xmlNode *node)
{
  g_autofree char *text = nb_xml_dup_text (node);

  return node != NULL && *g_strstrip (text) != '\0' ? resolve (from, text) : NULL;
}

static void
take_template (Reader *self, const char *from, const xmlNode *node)
{
  char *id = nb_xml_dup_get (node, "ID");
  g_autofree char *location = nb_xml_dup_get (node, "BaseLoc");

  if (id != NULL && location != NULL)
    g_hash_table_replace (self->templates, id, resolve (from, location));
  else
    g_free (id);
}

/* Templates serve many pages, so that their trees are kept; not all of them, where somebody means harm. */
static const xmlNode *
get_template (Reader *self, const char *name, GError **error)
{
  xmlDoc *doc = g_hash_table_lookup (self->parsed, name);

  if (doc == NULL)
    {
      doc = nb_xml_read (self->package, name, error);
      if (doc == NULL)
        return NULL;
      if (g_hash_table_size (self->parsed) >= MOST_TEMPLATES_KEPT)
        g_hash_table_remove_all (self->parsed);
      g_hash_table_insert (self->parsed, g_strdup (name), doc);
    }
  return xmlDocGetRootElement (doc);
}

/* The resources that a page, a template or the document names. */
static void
take_resources (Reader *self, const char *from, const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    {
      gboolean is_named = nb_xml_is (node, "PublicRes") || nb_xml_is (node, "DocumentRes") || nb_xml_is (node, "PageRes");
      g_autofree char *part = is_named ? resolve_text (from, node) : NULL;

      if (part != NULL)
        nb_ofd_units_take (&self->units, self->package, part);
    }
}

/* Those that lie below the page, or above it. */
static gboolean
add_templates (Reader *self, const xmlNode *page, const NbBox *paper, gboolean above, GError **error)
{
  for (const xmlNode *node = page->children; node != NULL; node = node->next)
    {
      g_autofree char *id = nb_xml_is (node, "Template") ? nb_xml_dup_get (node, "TemplateID") : NULL;
      g_autofree char *order = id != NULL ? nb_xml_dup_get (node, "ZOrder") : NULL;
      const char *name = id != NULL ? g_hash_table_lookup (self->templates, id) : NULL;
      const xmlNode *content;

      if (name == NULL || above != (g_strcmp0 (order, "Foreground") == 0))
        continue;
      content = get_template (self, name, error);
      if (content == NULL)
        return FALSE;
      take_resources (self, name, content);
      nb_ofd_add_page (self->layout, content, paper, 0, &self->units);
      if (!nb_ofd_units_check (&self->units, error) || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_page (Reader *self, const char *name, GError **error)
{
  g_autoptr (NbXmlDoc) doc = nb_xml_read (self->package, name, error);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  NbBox paper = self->paper;
  double angle;
  gboolean leans;

  if (root == NULL)
    return FALSE;
  take_resources (self, name, root);
  nb_ofd_get_box (nb_xml_find (root, "Area"), "PhysicalBox", &paper);
  angle = nb_ofd_find_angle (root, &leans);
  nb_ofd_begin_page (self->layout, &paper, angle);
  if (leans)
    nb_layout_mark_leaning (self->layout);
  if (!add_templates (self, root, &paper, FALSE, error))
    return FALSE;
  nb_ofd_add_page (self->layout, root, &paper, angle, &self->units);
  return add_templates (self, root, &paper, TRUE, error) && nb_ofd_units_check (&self->units, error) &&
         !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
read_body (Reader *self, const char *name, GError **error)
{
  g_autoptr (NbXmlDoc) doc = nb_xml_read (self->package, name, error);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  const xmlNode *common = nb_xml_find (root, "CommonData");
  const xmlNode *pages = nb_xml_find (root, "Pages");
  guint n_pages = 0;

  if (root == NULL)
    return FALSE;
  g_hash_table_remove_all (self->templates);
  nb_ofd_units_reset (&self->units);
  take_resources (self, name, common);
  self->paper = (NbBox){ 0, 0, 210, 297 };
  nb_ofd_get_box (nb_xml_find (common, "PageArea"), "PhysicalBox", &self->paper);
  for (const xmlNode *node = common != NULL ? common->children : NULL; node != NULL; node = node->next)
    if (nb_xml_is (node, "TemplatePage"))
      take_template (self, name, node);
  for (const xmlNode *node = pages != NULL ? pages->children : NULL; node != NULL; node = node->next)
    {
      g_autofree char *location = nb_xml_is (node, "Page") ? nb_xml_dup_get (node, "BaseLoc") : NULL;
      g_autofree char *part = location != NULL ? resolve (name, location) : NULL;

      if (part == NULL)
        continue;
      if (++n_pages > NB_LIMIT_PAGES)
        {
          g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the document has too many pages (limit %d)"), NB_LIMIT_PAGES);
          return FALSE;
        }
      if (!read_page (self, part, error))
        return FALSE;
    }
  return TRUE;
}

/* What the file says about itself; see nb-docx-reader.c for the names. */
static void
add_properties (NbDocument *document, const xmlNode *body)
{
  static const char *const names[][2] = {
    { "Title", "dc:title" }, { "CreationDate", "dcterms:created" }, { "ModDate", "dcterms:modified" }
  };
  const xmlNode *info = nb_xml_find (body, "DocInfo");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = nb_xml_dup_text (nb_xml_find (info, names[i][0]));

      if (*g_strstrip (text) != '\0')
        nb_document_add_meta (document, names[i][1], text);
    }
}

static gboolean
read_bodies (Reader *self, NbDocument *document, GError **error)
{
  g_autoptr (NbXmlDoc) doc = nb_xml_read (self->package, "OFD.xml", error);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  guint n_bodies = 0;

  if (root == NULL)
    return FALSE;
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *name =
          nb_xml_is (node, "DocBody") ? resolve_text ("OFD.xml", nb_xml_find (node, "DocRoot")) : NULL;

      if (name == NULL)
        continue;
      n_bodies++;
      add_properties (document, node);
      if (!read_body (self, name, error))
        return FALSE;
    }
  if (n_bodies == 0)
    g_set_error_literal (error, NB_ERROR, NB_ERROR_DAMAGED, _ ("the file is damaged: its part OFD.xml names no document"));
  return n_bodies > 0;
}

/* Parts that are encrypted are no XML; the list of them is a part of its own. */
static void
name_encryption (NbPackage *package, GError **error)
{
  if (!nb_package_has (package, "Encryptions.xml") || error == NULL ||
      !g_error_matches (*error, NB_ERROR, NB_ERROR_DAMAGED))
    return;
  g_clear_error (error);
  g_set_error_literal (error, NB_ERROR, NB_ERROR_ENCRYPTED,
                       _ ("the file is encrypted; open it where its password is known and save it without one"));
}

static gboolean
read_package (NbPackage *package, NbDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbLayout) layout = nb_layout_new ();
  Reader reader = {
    .package = package,
    .layout = layout,
    .templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .parsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) nb_xml_doc_free),
    .cancellable = cancellable,
  };
  GError *own = NULL;
  gboolean done;

  nb_ofd_units_init (&reader.units);
  done = read_bodies (&reader, document, &own);
  nb_ofd_units_clear (&reader.units);
  g_hash_table_unref (reader.templates);
  g_hash_table_unref (reader.parsed);
  if (done && nb_layout_get_n_glyphs (layout) == 0)
    {
      g_set_error_literal (&own, NB_ERROR, NB_ERROR_NO_TEXT,
                           _ ("the pages of the file are pictures without text; its figures cannot be read"));
      done = FALSE;
    }
  done = done && nb_layout_append_to (layout, document, cancellable, &own);
  if (!done)
    {
      name_encryption (package, &own);
      g_propagate_error (error, own);
    }
  return done;
}

/**
 * nb_ofd_reader_read:
 * @source: a source that is an OFD
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_DAMAGED, NB_ERROR_ENCRYPTED, NB_ERROR_REFUSED, NB_ERROR_NO_TEXT, NB_ERROR_LIMIT, or cancelled
 *
 * Reads an OFD.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_ofd_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbPackage) package = nb_package_open (nb_source_get_bytes (source), cancellable, error);
  g_autoptr (NbDocument) document = nb_document_new (source);

  if (package == NULL || !read_package (package, document, cancellable, error))
    return NULL;
  return g_steal_pointer (&document);
}
