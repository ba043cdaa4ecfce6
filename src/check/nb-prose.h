/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

/**
 * NbSentence:
 * @text: folded, without white space (nb_text_fold()), up to its full stop
 * @length: bytes of @text
 * @map: (array): for each byte of @text the byte of the document it comes from
 * @section: (nullable): key of the section, %NULL in the lead-in and in sections that no form has
 * @head: (nullable): the folded heading that the sentence stands under, within its section
 * @paragraph: number of the paragraph, from 0
 * @is_lead: whether it stands before the first section
 * @offset: where it begins, in bytes of the document text
 * @size: its bytes there
 *
 * A sentence of the prose, up to a full stop; semicolons stand inside.
 */
typedef struct {
  char       *text;
  gsize       length;
  guint      *map;
  const char *section;
  const char *head;
  guint       paragraph;
  gboolean    is_lead;
  guint       offset;
  guint       size;
} NbSentence;

/* The prose of one report as sentences, each with its place. */
typedef struct {
  GArray    *sentences; /* of NbSentence */
  GPtrArray *heads;
  guint      n_sentences;
  guint      n_paragraphs;
} NbProse;

NbProse          *nb_prose_new      (NbReport *report);
NbProse          *nb_prose_new_text (const char *text, const char *section); /* for tests: a paragraph a line */
void              nb_prose_free     (NbProse *self);
const NbSentence *nb_prose_get      (const NbProse *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbProse, nb_prose_free)

G_END_DECLS
