/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/nb-form.h"
#include "report/nb-articles.h"

G_BEGIN_DECLS

/**
 * NbSectionFacts:
 * @key: (nullable): key of the form's section, static
 * @number: (owned) (nullable): the numeral as printed, without punctuation
 * @heading: (owned): the heading without the numeral and without white space
 * @text: (owned): its prose, paragraphs joined by a line feed
 * @first: the piece where its heading begins
 * @end: the piece after its last
 * @heading_offset: where the heading begins in the document text, the numeral included
 * @heading_length: its length in bytes
 *
 * A section as found in the text.
 */
typedef struct
{
  const char *key;
  char *number;
  char *heading;
  char *text;
  guint first;
  guint end;
  guint heading_offset;
  guint heading_length;
} NbSectionFacts;

GPtrArray *nb_sections_find (NbDocument *document,
                             NbRange article,
                             const NbForm *form,
                             const NbRange *tables,
                             guint n_tables);

G_END_DECLS
