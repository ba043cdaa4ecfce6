/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The fonts that come with a page. Such a font may show another digit than the one that is written, so that nobody copies
 * the figures; one with the name of a typeface that many pages have is there for those who do not have it.
 *
 * Used by one thread.
 */

#include "nb-html-fonts.h"

#include <string.h>

/* So many fonts of one element are looked for. */
#define MOST_NAMES 16
#define BLANKS " \t\r\n\f"

/* How the names of typefaces begin that are for Chinese, besides those that are written in Chinese, or that many pages
 * bring along for those who do not have them. */
static const char *const known[] = { "fz",        "fang",   "song",      "hei",      "kai",
                                     "sim",       "stsong", "stfang",    "sthei",    "stkai",
                                     "source",    "noto",   "pingfang",  "microsoft", "hiragino",
                                     "wenquan",   "adobe",  "arial",     "helvetica", "times",
                                     "roboto",    "georgia", "verdana",  "tahoma",   "calibri",
                                     "cambria",   "courier", "open sans", "opensans", "lato",
                                     "montserrat", "segoe", "din" };

/**
 * nb_html_fonts_new:
 *
 * Returns: (transfer full): fonts, none yet
 */
GHashTable *
nb_html_fonts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The value of a property; NULL where the declarations do not have it. */
static char *
dup_property (const char *declarations, const char *property)
{
  gsize length = strlen (property);

  for (const char *p = declarations; p != NULL; p = strchr (p, ';'))
    {
      const char *value;

      p += strspn (p, ";" BLANKS);
      if (g_ascii_strncasecmp (p, property, length) != 0)
        continue;
      value = p + length + strspn (p + length, BLANKS);
      if (*value == ':')
        return g_strndup (value + 1, strcspn (value + 1, ";"));
    }
  return NULL;
}

/* A name without quotation marks, in small letters. */
static char *
dup_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  g_strdelimit (lower, "\"'", ' ');
  return g_strdup (g_strstrip (lower));
}

static gboolean
is_known (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (name, known[i]))
      return TRUE;
  return !g_str_is_ascii (name);
}

/**
 * nb_html_fonts_add:
 * @fonts: fonts
 * @declarations: of a font-face rule
 *
 * Adds the font of a rule, where it comes with the page.
 */
void
nb_html_fonts_add (GHashTable *fonts, const char *declarations)
{
  g_autofree char *family = dup_property (declarations, "font-family");
  g_autofree char *name = family != NULL ? dup_name (family) : NULL;

  if (name != NULL && strstr (declarations, "url(") != NULL && !is_known (name))
    g_hash_table_add (fonts, g_steal_pointer (&name));
}

/* "12px/1.5 name": the name is all that stands behind one of the blanks. */
static void
take_names (GStrvBuilder *names, const char *family, guint *n)
{
  g_autofree char *name = dup_name (family);

  for (const char *p = name; p != NULL && *n < MOST_NAMES; p = strpbrk (p, BLANKS))
    {
      p += strspn (p, BLANKS);
      g_strv_builder_add (names, p);
      (*n)++;
    }
}

/**
 * nb_html_fonts_dup_names:
 * @declarations: of an element or a rule
 *
 * Returns: (transfer full) (nullable): what may be the names of fonts in them; %NULL where they name none
 */
char **
nb_html_fonts_dup_names (const char *declarations)
{
  static const char *const properties[] = { "font-family", "font" };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *value = dup_property (declarations, properties[i]);
      g_auto (GStrv) families = value != NULL ? g_strsplit (value, ",", MOST_NAMES + 1) : NULL;

      for (guint j = 0; families != NULL && families[j] != NULL; j++)
        take_names (names, families[j], &n);
    }
  return n > 0 ? g_strv_builder_end (names) : NULL;
}

/**
 * nb_html_fonts_have:
 * @fonts: fonts
 * @names: (nullable): names of fonts
 *
 * Returns: whether one of @fonts is named
 */
gboolean
nb_html_fonts_have (GHashTable *fonts, const char *const *names)
{
  for (; names != NULL && *names != NULL; names++)
    if (g_hash_table_contains (fonts, *names))
      return TRUE;
  return FALSE;
}

/**
 * nb_html_fonts_are_told:
 * @fonts: fonts
 * @style: (nullable): the style attribute of an element
 * @face: (nullable): its attribute for a font
 *
 * Returns: whether the element itself names one of @fonts
 */
gboolean
nb_html_fonts_are_told (GHashTable *fonts, const char *style, const char *face)
{
  g_autofree char *told = NULL;
  g_auto (GStrv) names = NULL;

  if (g_hash_table_size (fonts) == 0 || (style == NULL && face == NULL))
    return FALSE;
  told = g_strconcat (style != NULL ? style : "", ";font:", face, NULL);
  names = nb_html_fonts_dup_names (told);
  return nb_html_fonts_have (fonts, (const char *const *) names);
}
