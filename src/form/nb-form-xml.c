/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reading the XML of data/forms: attributes, children with <use> replaced by the part that it names,
 * and the strings that outlive the document. Runs once, in one thread.
 */

#define G_LOG_DOMAIN "nianbao-form"

#include <string.h>

#include <gio/gio.h>

#include "base/nb-parser.h"
#include "base/nb-resource.h"
#include "base/nb-text.h"
#include "nb-form-private.h"
#include "nb-label-private.h"
#include "nb-form-resources.h"

#define RESOURCE_PREFIX "/org/nianbao/forms/"

/**
 * nb_form_xml_load:
 * @name: the name of a file in data/forms
 *
 * Returns: (transfer full): its document; never %NULL
 */
xmlDoc *
nb_form_xml_load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GBytes) bytes = nb_resource_load (nb_form_get_resource, path);
  gconstpointer data;
  gsize size = 0;
  xmlParserCtxt *parser = nb_parser_new ();
  xmlDoc *doc;

  data = g_bytes_get_data (bytes, &size);
  doc = xmlCtxtReadMemory (parser, data, (int) size, name, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOBLANKS);
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    g_error ("%s is not well-formed", name);
  xmlFreeParserCtxt (parser);

  return doc;
}

/**
 * nb_form_xml_fail:
 * @node: the element at fault
 * @format: what is wrong with it, as for printf()
 *
 * Ends the program: the data are compiled in, so a fault in them is ours.
 */
void
nb_form_xml_fail (xmlNode *node, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_error ("%s:%ld: <%s>: %s", (const char *) node->doc->URL, xmlGetLineNo (node),
           (const char *) node->name, message);
}

gboolean
nb_form_xml_is (xmlNode *node, const char *element)
{
  return strcmp ((const char *) node->name, element) == 0;
}

/**
 * nb_form_xml_peek:
 * @node: an element
 * @attribute: the name of an attribute
 *
 * Returns: (transfer none) (nullable): its value, as long as the document lives
 */
const char *
nb_form_xml_peek (xmlNode *node, const char *attribute)
{
  const xmlAttr *attr = xmlHasProp (node, (const xmlChar *) attribute);

  return attr != NULL && attr->children != NULL ? (const char *) attr->children->content : NULL;
}

/* As nb_form_xml_peek(), for an attribute that must be there. */
const char *
nb_form_xml_need (xmlNode *node, const char *attribute)
{
  const char *value = nb_form_xml_peek (node, attribute);

  if (value == NULL)
    nb_form_xml_fail (node, "no %s", attribute);
  return value;
}

guint
nb_form_xml_number (xmlNode *node, const char *attribute, guint fallback)
{
  const char *value = nb_form_xml_peek (node, attribute);
  guint64 number = 0;

  if (value == NULL)
    return fallback;
  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &number, NULL))
    nb_form_xml_fail (node, "%s=\"%s\" is no number", attribute, value);
  return (guint) number;
}

static void
add_children (NbFormStore *store, xmlNode *node, const char *element, GPtrArray *children)
{
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    {
      if (nb_form_xml_is (child, "use"))
        {
          const char *part = nb_form_xml_need (child, "part");
          xmlNode *shared = store->parts != NULL ? g_hash_table_lookup (store->parts, part) : NULL;

          if (shared == NULL)
            nb_form_xml_fail (child, "there is no part %s", part);
          add_children (store, shared, element, children);
        }
      else if (element == NULL || nb_form_xml_is (child, element))
        g_ptr_array_add (children, child);
    }
}

/**
 * nb_form_xml_children:
 * @store: the store
 * @node: an element
 * @element: (nullable): the name of the wanted children, or %NULL for all
 *
 * The child elements of @node in their order, <use> replaced by what it stands for.
 *
 * Returns: (transfer container) (element-type xmlNode): the children
 */
GPtrArray *
nb_form_xml_children (NbFormStore *store, xmlNode *node, const char *element)
{
  GPtrArray *children = g_ptr_array_new ();

  add_children (store, node, element, children);
  return children;
}

/**
 * nb_form_xml_list:
 * @node: an element
 *
 * Returns: (transfer full): the words of its text
 */
GStrv
nb_form_xml_list (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_auto (GStrv) words = g_strsplit_set ((const char *) content, " \t\r\n", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv list;

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  list = g_strv_builder_end (builder);

  g_strv_builder_unref (builder);
  xmlFree (content);
  return list;
}

/* Keeps a copy of @string, which may be NULL, as long as @strings. */
const char *
nb_form_xml_keep (GStringChunk *strings, const char *string)
{
  if (string != NULL && !g_str_is_ascii (string))
    nb_label_add (string);
  return string != NULL ? g_string_chunk_insert (strings, string) : NULL;
}

const char *
nb_form_xml_content (GStringChunk *strings, xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  const char *string = g_string_chunk_insert (strings, (const char *) content);

  xmlFree (content);
  return string;
}

/* Equal keys are one string, so that they compare by address while loading. */
static void
add_key (NbFormStore *store, GPtrArray *keys, const char *label, gsize length)
{
  g_autofree char *key = nb_text_label_key (label, (gssize) length);
  const char *kept;

  if (*key == '\0')
    return;
  kept = g_string_chunk_insert_const (store->strings, key);
  if (!g_ptr_array_find (keys, kept, NULL))
    g_ptr_array_add (keys, (gpointer) kept);
}

/* Adds the keys of @label, of @label without its closing remark in brackets, and of every variant. */
void
nb_form_store_add_keys (NbFormStore *store, GPtrArray *keys, const char *label, const char *also)
{
  const char *bracket = g_str_has_suffix (label, ")") ? strrchr (label, '(') : NULL;

  add_key (store, keys, label, strlen (label));
  if (bracket != NULL && bracket > label)
    add_key (store, keys, label, (gsize) (bracket - label));

  while (also != NULL)
    {
      const char *bar = strchr (also, '|');

      add_key (store, keys, also, bar != NULL ? (gsize) (bar - also) : strlen (also));
      also = bar != NULL ? bar + 1 : NULL;
    }
}

/**
 * nb_form_store_keys:
 * @store: the store
 * @node: an element with a label, and maybe variants of it separated by "|"
 *
 * What several forms share is asked for once for each of them, and worked out once.
 *
 * Returns: (transfer none): the label keys, %NULL-terminated, the label's own first
 */
const char *const *
nb_form_store_keys (NbFormStore *store, xmlNode *node)
{
  gboolean shared = node->doc == store->shared;
  const char *const *known = shared ? g_hash_table_lookup (store->keys, node) : NULL;
  g_autoptr (GPtrArray) keys = NULL;

  if (known != NULL)
    return known;

  keys = g_ptr_array_new ();
  nb_form_store_add_keys (store, keys, nb_form_xml_need (node, "zh"),
                          nb_form_xml_peek (node, "also"));
  known = nb_form_take_array (g_steal_pointer (&keys), NULL);
  if (shared)
    g_hash_table_insert (store->keys, node, (gpointer) known);
  return known;
}

/**
 * nb_form_take_array:
 * @array: (transfer full): an array
 * @n: (out) (optional): how many it holds
 *
 * Returns: (transfer full): the memory of @array, with a %NULL behind its last member
 */
gpointer
nb_form_take_array (GPtrArray *array, guint *n)
{
  if (n != NULL)
    *n = array->len;
  g_ptr_array_add (array, NULL);
  return g_ptr_array_free (array, FALSE);
}
