/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbDocxStyles: which styles of a document are headings, titles, lines of a table of contents, hidden, or set apart from the text beside them.
 *
 * Built-in styles have English names in every language of the program; what a style does not say itself it has
 * from the one that it is based on. One thread.
 */

#include "nb-docx-private.h"

#include <string.h>

/* Styles are based on each other in a chain, or in a circle where somebody means harm. */
#define LONGEST_CHAIN 16
/* Half points of letters that nobody sees. */
#define SPECK 4
/* Hundredths of their width, likewise. */
#define NARROWEST 10

typedef struct
{
  char *based_on; /* (owned) (nullable) */
  guint traits;
  guint says; /* of %NB_DOCX_HIDDEN, whatever the style says that it is based on */
} Style;

struct _NbDocxStyles
{
  GHashTable *styles; /* (owned) id → Style */
};

static const struct
{
  const char *property;
  guint trait;
} hiding[] = {
  { "vanish", NB_DOCX_VANISHED },
  { "strike", NB_DOCX_STRUCK },
  { "dstrike", NB_DOCX_DOUBLY_STRUCK },
};

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->based_on);
  g_free (style);
}

static guint
traits_of_name (const xmlNode *style)
{
  g_autofree char *value = nb_xml_dup_get (nb_xml_find (style, "name"), "val");
  g_autofree char *name = g_ascii_strdown (value != NULL ? value : "", -1);

  if (g_str_equal (name, "title"))
    return NB_DOCX_TITLE;
  if (g_str_has_prefix (name, "heading ") && g_ascii_isdigit (name[8]))
    return NB_DOCX_HEADING;
  if (g_str_has_prefix (name, "toc ") && (g_ascii_isdigit (name[4]) || g_str_equal (name, "toc heading")))
    return NB_DOCX_CONTENTS;
  return 0;
}

/**
 * nb_docx_run_traits:
 * @properties: (nullable): an rPr element
 *
 * What is struck through is deleted for everybody who reads the paper.
 *
 * Returns: %NB_DOCX_HIDDEN, %NB_DOCX_APART, %NB_DOCX_SPECK and %NB_DOCX_WHITE, as far as @properties say so
 */
guint
nb_docx_run_traits (const xmlNode *properties)
{
  g_autofree char *align = nb_xml_dup_get (nb_xml_find (properties, "vertAlign"), "val");
  g_autofree char *color = nb_xml_dup_get (nb_xml_find (properties, "color"), "val");
  guint traits = 0;
  double raised, size, width;

  for (gsize i = 0; i < G_N_ELEMENTS (hiding); i++)
    traits |= nb_docx_is_on (properties, hiding[i].property) ? hiding[i].trait : 0;
  if ((nb_xml_get_number (nb_xml_find (properties, "sz"), "val", &size) && size <= SPECK) ||
      (nb_xml_get_number (nb_xml_find (properties, "w"), "val", &width) && width <= NARROWEST))
    traits |= NB_DOCX_SPECK;
  if (color != NULL && g_ascii_strcasecmp (color, "ffffff") == 0)
    traits |= NB_DOCX_WHITE;
  if ((align != NULL && !g_str_equal (align, "baseline")) || (traits & (NB_DOCX_SPECK | NB_DOCX_WHITE)) != 0 ||
      (nb_xml_get_number (nb_xml_find (properties, "position"), "val", &raised) && raised != 0))
    traits |= NB_DOCX_APART;
  return traits;
}

/**
 * nb_docx_run_says:
 * @properties: (nullable): an rPr element
 *
 * Returns: those traits of %NB_DOCX_HIDDEN of which @properties say that they are on or off
 */
guint
nb_docx_run_says (const xmlNode *properties)
{
  guint traits = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (hiding); i++)
    traits |= nb_xml_find (properties, hiding[i].property) != NULL ? hiding[i].trait : 0;
  return traits;
}

static void
take_style (NbDocxStyles *self, const xmlNode *node)
{
  char *id = nb_xml_dup_get (node, "styleId");
  double level = 9;
  Style *style;

  if (id == NULL)
    return;
  style = g_new0 (Style, 1);
  style->based_on = nb_xml_dup_get (nb_xml_find (node, "basedOn"), "val");
  style->traits = traits_of_name (node);
  /* Level 9 is that of body text. */
  if (nb_xml_get_number (nb_xml_find (nb_xml_find (node, "pPr"), "outlineLvl"), "val", &level) && level < 9)
    style->traits |= (style->traits & NB_DOCX_TITLE) == 0 ? NB_DOCX_HEADING : 0;
  style->traits |= nb_docx_run_traits (nb_xml_find (node, "rPr"));
  style->says = nb_docx_run_says (nb_xml_find (node, "rPr"));
  g_hash_table_replace (self->styles, id, style);
}

/**
 * nb_docx_styles_new:
 * @doc: (nullable): the part with the styles
 *
 * Returns: (transfer full): what they tell
 */
NbDocxStyles *
nb_docx_styles_new (xmlDoc *doc)
{
  NbDocxStyles *self = g_new0 (NbDocxStyles, 1);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (nb_docx_is (node, "style"))
      take_style (self, node);
  return self;
}

/**
 * nb_docx_styles_free:
 * @self: styles
 *
 * Frees them.
 */
void
nb_docx_styles_free (NbDocxStyles *self)
{
  g_hash_table_unref (self->styles);
  g_free (self);
}

/**
 * nb_docx_styles_lookup:
 * @self: styles
 * @style: (nullable): a pStyle or rStyle element
 *
 * Returns: the #NbDocxTraits of the style that it names, 0 for none
 */
guint
nb_docx_styles_lookup (NbDocxStyles *self, const xmlNode *style)
{
  g_autofree char *id = nb_xml_dup_get (style, "val");
  const char *at = id;
  guint traits = 0, mask = G_MAXUINT;

  for (guint i = 0; i < LONGEST_CHAIN && at != NULL; i++)
    {
      const Style *found = g_hash_table_lookup (self->styles, at);

      if (found == NULL)
        break;
      traits |= found->traits & mask;
      mask &= ~found->says;
      at = found->based_on;
    }
  return traits;
}
