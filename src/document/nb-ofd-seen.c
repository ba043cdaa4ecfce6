/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the text of an OFD is seen: its ink, and what cuts it off. One thread; nothing is kept. */

#include "nb-ofd-private.h"

#include <string.h>

/* Of 255: paler is paper. */
#define PALEST 250
#define OPAQUE 255

static gboolean
is_zero (const xmlNode *node, const char *name)
{
  double number;

  return nb_xml_get_number (node, name, &number) && number == 0;
}

static gboolean
is (const xmlNode *node, const char *name, const char *value)
{
  g_autofree char *text = nb_xml_dup_get (node, name);

  return g_strcmp0 (text, value) == 0;
}

/* Whether no part of a clip lies within the object, whether it is meant to stand on the page or in the object. */
static gboolean
is_cut_off (const xmlNode *object)
{
  const xmlNode *clips = nb_xml_find (object, "Clips");
  g_autofree char *bounds = nb_xml_dup_get (object, "Boundary");
  double b[4];

  if (bounds == NULL || nb_ofd_read_numbers (bounds, b, 4) < 4)
    return FALSE;
  for (const xmlNode *clip = clips != NULL ? clips->children : NULL; clip != NULL;
       clip = clip->next)
    {
      const xmlNode *path = nb_xml_find (nb_xml_find (clip, "Area"), "Path");
      g_autofree char *text = nb_xml_dup_get (path, "Boundary");
      double c[4];

      if (text == NULL || nb_ofd_read_numbers (text, c, 4) < 4)
        continue;
      if ((c[0] > b[2] || c[1] > b[3] || c[0] + c[2] < 0 || c[1] + c[3] < 0) &&
          (c[0] > b[0] + b[2] || c[1] > b[1] + b[3] || c[0] + c[2] < b[0] || c[1] + c[3] < b[1]))
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_ofd_is_hidden:
 * @object: a text object or a composite object
 *
 * Returns: whether nothing of it is seen, whatever its ink
 */
gboolean
nb_ofd_is_hidden (const xmlNode *object)
{
  return is_zero (object, "Alpha") || is_cut_off (object);
}

/**
 * nb_ofd_is_unseen:
 * @text: a text object
 *
 * Returns: whether nothing of it is seen
 */
gboolean
nb_ofd_is_unseen (const xmlNode *text)
{
  if (nb_ofd_is_hidden (text))
    return TRUE;
  if (is (text, "Stroke", "true"))
    return FALSE;
  return is (text, "Fill", "false") || is_zero (nb_xml_find (text, "FillColor"), "Alpha");
}

/* In three colours, or in grey. */
static gboolean
is_white (const xmlNode *object)
{
  g_autofree char *color = nb_xml_dup_get (nb_xml_find (object, "FillColor"), "Value");
  double numbers[4];
  guint n = nb_ofd_read_numbers (color, numbers, G_N_ELEMENTS (numbers));

  for (guint i = 0; i < n; i++)
    if (numbers[i] < PALEST)
      return FALSE;
  return n == 1 || n == 3;
}

/* Whether a node does not say that something is seen through it. */
static gboolean
is_dense (const xmlNode *node)
{
  double alpha;

  return !nb_xml_get_number (node, "Alpha", &alpha) || alpha >= OPAQUE;
}

/**
 * nb_ofd_is_whole:
 * @object: an object
 *
 * Returns: whether all of it is drawn, and nothing seen through it
 */
gboolean
nb_ofd_is_whole (const xmlNode *object)
{
  return is_dense (object) && nb_xml_find (object, "Clips") == NULL;
}

/**
 * nb_ofd_is_opaque:
 * @path: a path that is filled
 *
 * Without a colour of its own nothing is filled (GB/T 33190); of patterns it is not known.
 *
 * Returns: whether what was drawn before is not seen through it, as under a strip of paper
 */
gboolean
nb_ofd_is_opaque (const xmlNode *path)
{
  const xmlNode *color = nb_xml_find (path, "FillColor");

  return color != NULL && xmlChildElementCount ((xmlNode *) color) == 0 && is_dense (color) && nb_ofd_is_whole (path);
}

/**
 * nb_ofd_is_doubtful:
 * @text: a text object
 *
 * Text in the colour of paper, or that runs in another direction than its places tell.
 *
 * Returns: whether its numbers may not be seen as they are written
 */
gboolean
nb_ofd_is_doubtful (const xmlNode *text)
{
  return is (text, "ReadDirection", "180") || is (text, "CharDirection", "180") || is_white (text);
}
