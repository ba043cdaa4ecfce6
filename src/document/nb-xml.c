/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * XML parts of packages. A document type declaration is refused before anything in it is read: no part of a
 * DOCX or an OFD has one, and everything that makes XML dangerous needs one. Nothing is fetched, the number of nodes
 * and the depth of elements are bounded, so that a tree may be walked by recursion.
 *
 * Nothing is kept; any thread.
 */

#include "nb-xml.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-parser.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <string.h>

/* An element and the text behind it. */
#define NODES_OF_ELEMENT 2

typedef enum
{
  REFUSED_NOTHING,
  REFUSED_TYPE,
  REFUSED_SIZE,
  REFUSED_DEPTH,
  REFUSED_ATTRIBUTES,
  REFUSED_CHARSET,
} Refused;

/* What the callbacks share; it hangs on the parser. */
typedef struct
{
  Refused refused;
  guint n_nodes;
} Watch;

static void
refuse_type_cb (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  xmlParserCtxt *parser = data;

  ((Watch *) parser->_private)->refused = REFUSED_TYPE;
  xmlStopParser (parser);
}

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *parser = data;
  Watch *watch = parser->_private;

  watch->n_nodes += NODES_OF_ELEMENT + (guint) n_attributes + (guint) n_namespaces;
  if (watch->n_nodes > NB_LIMIT_ELEMENTS)
    {
      watch->refused = REFUSED_SIZE;
      xmlStopParser (parser);
      return;
    }
  if (parser->nodeNr >= NB_LIMIT_XML_NESTING)
    {
      watch->refused = REFUSED_DEPTH;
      xmlStopParser (parser);
      return;
    }
  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

static gboolean
begins (const char *at, const char *end, const char *mark)
{
  return (gsize) (end - at) >= strlen (mark) && memcmp (at, mark, strlen (mark)) == 0;
}

/* Behind the next @mark, or the end. */
static const char *
skip_to (const char *at, const char *end, const char *mark)
{
  while ((at = memchr (at, *mark, (gsize) (end - at))) != NULL && !begins (at, end, mark))
    at++;
  return at != NULL ? at + strlen (mark) : end;
}

/* From behind the "<" of a tag to behind its last attribute. */
static const char *
count_attributes (const char *at, const char *end, guint *n_attributes)
{
  *n_attributes = 0;
  while (at < end && *at != '>' && *at != '<')
    {
      if (*at == '"' || *at == '\'')
        {
          const char quote[] = { *at, '\0' };

          (*n_attributes)++;
          at = skip_to (at + 1, end, quote);
        }
      else
        at++;
    }
  return at;
}

/* libxml2 compares each attribute of an element with all before it, and nothing can be told before it has done so. */
static gboolean
has_many_attributes (const char *at, gsize size)
{
  const char *end = at + size;

  while (at < end && (at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      guint n_attributes = 0;

      if (begins (at, end, "<!--"))
        at = skip_to (at + 4, end, "-->");
      else if (begins (at, end, "<![CDATA["))
        at = skip_to (at + 9, end, "]]>");
      else if (begins (at, end, "<?"))
        at = skip_to (at + 2, end, "?>");
      else
        at = count_attributes (at + 1, end, &n_attributes);
      if (n_attributes > NB_LIMIT_ATTRIBUTES)
        return TRUE;
    }
  return FALSE;
}

/* What another charset than these may mean is not looked for: digits and signs are themselves in all of them. */
static gboolean
is_plain_charset (const char *name)
{
  static const char *const plain[] = { "utf-8", "gb18030", "gbk", "gb2312", "iso-8859-1", "us-ascii", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (plain, lower);
}

/* The charset that the first line declares; %NULL for none. */
static char *
dup_declared (const char *data, gsize size)
{
  const char *end = data + size, *at = data;
  const char *stop, *quote;

  if (begins (at, end, "\357\273\277"))
    at += 3;
  if (!begins (at, end, "<?xml"))
    return NULL;
  stop = skip_to (at, end, "?>");
  at = skip_to (at, stop, "encoding");
  while (at < stop && *at != '"' && *at != '\'')
    at++;
  if (at == stop)
    return NULL;
  quote = memchr (at + 1, *at, (gsize) (stop - at - 1));
  return quote != NULL ? g_strndup (at + 1, (gsize) (quote - at - 1)) : NULL;
}

/* Parts are in UTF-8, or in UTF-16 with a mark, which is made UTF-8. */
static GBytes *
decode (GBytes *bytes, Watch *watch)
{
  gsize size, length = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *declared = NULL;
  char *text;

  if (size >= 2 && (memcmp (data, "\377\376", 2) == 0 || memcmp (data, "\376\377", 2) == 0))
    {
      text = g_convert (data, (gssize) size, "UTF-8", "UTF-16", NULL, &length, NULL);
      if (text != NULL)
        return g_bytes_new_take (text, length);
      watch->refused = REFUSED_CHARSET;
      return g_bytes_ref (bytes);
    }
  declared = data != NULL ? dup_declared (data, size) : NULL;
  if ((size > 0 && memchr (data, '\0', MIN (size, 4)) != NULL) || (declared != NULL && !is_plain_charset (declared)))
    watch->refused = REFUSED_CHARSET;
  return g_bytes_ref (bytes);
}

static void
ignore_error_cb (void *data, xmlError *error)
{
}

static void
set_no_memory (GError **error)
{
  g_set_error_literal (error, NB_ERROR, NB_ERROR_LIMIT, _ ("no memory is left to read the file"));
}

static void
set_error (xmlParserCtxt *parser, const Watch *watch, const char *name, GError **error)
{
  if (watch->refused == REFUSED_TYPE)
    g_set_error (error, NB_ERROR, NB_ERROR_REFUSED,
                 _ ("the file is refused: its part %s declares a document type, which no such file needs"), name);
  else if (watch->refused == REFUSED_SIZE)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the part %s of the file has too many elements (limit %d)"), name,
                 NB_LIMIT_ELEMENTS);
  else if (watch->refused == REFUSED_ATTRIBUTES)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                 _ ("an element of the part %s of the file has too many attributes (limit %d)"), name,
                 NB_LIMIT_ATTRIBUTES);
  else if (watch->refused == REFUSED_CHARSET)
    g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED,
                 _ ("the file is damaged: its part %s is neither in UTF-8 nor in UTF-16"), name);
  else if (watch->refused == REFUSED_DEPTH)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                 _ ("the elements of the part %s of the file are nested too deeply (limit %d)"), name,
                 NB_LIMIT_XML_NESTING);
  else if (xmlCtxtGetLastError (parser) != NULL && xmlCtxtGetLastError (parser)->code == XML_ERR_NO_MEMORY)
    set_no_memory (error);
  else
    {
      const xmlError *last = xmlCtxtGetLastError (parser);

      g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED,
                   _ ("the file is damaged: its part %s breaks off, or is no XML, on line %d; fetch the file again, or save "
                      "it anew"),
                   name, last != NULL ? last->line : 0);
    }
}

static xmlDoc *
parse (xmlParserCtxt *parser, Watch *watch, const char *data, gsize size, const char *charset)
{
  xmlDoc *doc;

  parser->_private = watch;
  parser->sax->internalSubset = refuse_type_cb;
  parser->sax->startElementNs = start_element_cb;
  /* Nobody asks for them, and nobody counts them. */
  parser->sax->comment = NULL;
  parser->sax->processingInstruction = NULL;
  /* Faults of a charset are told on standard error whatever the options say. */
  xmlSetStructuredErrorFunc (NULL, ignore_error_cb);
  doc = xmlCtxtReadMemory (parser, data, (int) MIN (size, G_MAXINT), NULL, charset,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |
                               XML_PARSE_COMPACT);
  xmlSetStructuredErrorFunc (NULL, NULL);
  if (doc != NULL && (watch->refused != REFUSED_NOTHING || xmlDocGetRootElement (doc) == NULL))
    g_clear_pointer (&doc, xmlFreeDoc);
  return doc;
}

/**
 * nb_xml_parse:
 * @bytes: the bytes of a part
 * @name: its name, for messages
 * @error: NB_ERROR_DAMAGED, NB_ERROR_REFUSED for a document type, NB_ERROR_LIMIT
 *
 * Reads a part.
 *
 * Returns: (transfer full): the tree
 */
xmlDoc *
nb_xml_parse (GBytes *bytes, const char *name, GError **error)
{
  Watch watch = { REFUSED_NOTHING, 0 };
  xmlParserCtxt *parser = nb_parser_new ();
  g_autoptr (GBytes) text = decode (bytes, &watch);
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  xmlDoc *doc = NULL;

  if (parser == NULL)
    {
      set_no_memory (error);
      return NULL;
    }
  if (watch.refused == REFUSED_NOTHING && has_many_attributes (data != NULL ? data : "", size))
    watch.refused = REFUSED_ATTRIBUTES;
  if (watch.refused == REFUSED_NOTHING)
    doc = parse (parser, &watch, data != NULL ? data : "", size, text != bytes ? "UTF-8" : NULL);
  if (doc == NULL)
    set_error (parser, &watch, name, error);
  xmlFreeParserCtxt (parser);
  return doc;
}

/**
 * nb_xml_read:
 * @package: a package
 * @name: name of a part
 * @error: as of nb_package_read() and nb_xml_parse()
 *
 * Reads a part of a package.
 *
 * Returns: (transfer full): the tree
 */
xmlDoc *
nb_xml_read (NbPackage *package, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = nb_package_read (package, name, error);

  return bytes != NULL ? nb_xml_parse (bytes, name, error) : NULL;
}

/**
 * nb_xml_is:
 * @node: a node
 * @name: a local name
 *
 * Returns: whether the node is an element of that name, in any namespace
 */
gboolean
nb_xml_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/**
 * nb_xml_find:
 * @parent: (nullable): an element
 * @name: a local name
 *
 * Returns: (nullable): its first child of that name
 */
xmlNode *
nb_xml_find (const xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL; child = child->next)
    if (nb_xml_is (child, name))
      return child;
  return NULL;
}

/**
 * nb_xml_dup_get:
 * @node: (nullable): an element
 * @attribute: a local name
 *
 * Returns: (transfer full) (nullable): the value of its attribute, in any namespace
 */
char *
nb_xml_dup_get (const xmlNode *node, const char *attribute)
{
  xmlChar *value = node != NULL ? xmlGetProp (node, (const xmlChar *) attribute) : NULL;
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/**
 * nb_xml_get_number:
 * @node: (nullable): an element
 * @attribute: a local name
 * @number: (out): its value
 *
 * Returns: whether it has that attribute and it begins with a number
 */
gboolean
nb_xml_get_number (const xmlNode *node, const char *attribute, double *number)
{
  g_autofree char *value = nb_xml_dup_get (node, attribute);
  char *end = value;

  if (value != NULL)
    *number = g_ascii_strtod (value, &end);
  return end != value;
}

/**
 * nb_xml_dup_text:
 * @node: (nullable): an element
 *
 * Returns: (transfer full): all text in it
 */
char *
nb_xml_dup_text (const xmlNode *node)
{
  xmlChar *text = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *copy = g_strdup (text != NULL ? (const char *) text : "");

  xmlFree (text);
  return copy;
}
