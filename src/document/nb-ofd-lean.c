/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the text of a page of an OFD lies, as its matrices (CTM) say: turned in whole by one angle, or leaning. Trees are at
 * most 256 deep (nb-xml.c), so that recursion ends. One thread.
 */

#include "nb-ofd-private.h"

#include <math.h>

/* What is turned by less, in radians, is straight, and what differs by less is alike. */
#define STRAIGHT 0.0001
#define ALIKE    0.001
/* Letters that lean by more, in parts of their height; a part of the page may be set so, but not such a part. */
#define LEAST_LEAN 0.005
#define SHARE      4

typedef struct
{
  double angle; /* of the first */
  guint n_texts, n_leaning, n_others;
} Lean;

static void
take_text (Lean *self, const xmlNode *object)
{
  static const double plain[] = { 1, 0, 0, 1, 0, 0 };
  g_autofree char *text = nb_xml_dup_get (object, "CTM");
  double read[G_N_ELEMENTS (plain)], angle;
  const double *m = nb_ofd_read_numbers (text, read, G_N_ELEMENTS (read)) == G_N_ELEMENTS (read)
                        ? read
                        : plain;

  angle = atan2 (m[1], m[0]);
  if (self->n_texts++ == 0)
    self->angle = angle;
  if (fabs (m[0] * m[2] + m[1] * m[3]) > LEAST_LEAN * hypot (m[0], m[1]) * hypot (m[2], m[3]))
    self->n_leaning++;
  self->n_others += fabs (remainder (angle - self->angle, 2 * G_PI)) > ALIKE ||
                    m[0] * m[3] <= m[1] * m[2];
}

static void
look (Lean *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL;
       node = node->next)
    if (nb_xml_is (node, "TextObject"))
      take_text (self, node);
    else if (nb_xml_is (node, "CompositeObject"))
      self->n_others++;
    else if (nb_xml_is (node, "Layer") || nb_xml_is (node, "PageBlock"))
      look (self, node);
}

/**
 * nb_ofd_find_angle:
 * @page: a page element
 * @leans: (out): whether its letters lean, and so what stands upright on it
 *
 * Returns: by what all that stands on the page is turned, clockwise, in radians; 0 where not all of it is
 */
double
nb_ofd_find_angle (const xmlNode *page, gboolean *leans)
{
  Lean lean = { 0 };

  look (&lean, nb_xml_find (page, "Content"));
  *leans = lean.n_leaning > 0 && SHARE * lean.n_leaning >= lean.n_texts;
  if (lean.n_leaning > 0 || lean.n_others > 0 || nb_xml_find (page, "Template") != NULL)
    return 0;
  return fabs (lean.angle) > STRAIGHT ? lean.angle : 0;
}
