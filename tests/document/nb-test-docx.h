/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A writer of DOCX for tests: a document that was read, written anew in a dialect. */

#include "document/nb-document.h"

G_BEGIN_DECLS

typedef enum {
  NB_TEST_DOCX_STRICT = 1 << 0,   /* the namespaces of strict Office Open XML */
  NB_TEST_DOCX_RUNS = 1 << 1,     /* a run for each character */
  NB_TEST_DOCX_CHANGES = 1 << 2,  /* text is inserted, other text deleted */
  NB_TEST_DOCX_CONTROLS = 1 << 3, /* content controls around rows, cells and paragraphs */
  NB_TEST_DOCX_BOXES = 1 << 4,    /* paragraphs stand in text boxes, each in two alternatives */
  NB_TEST_DOCX_HMERGE = 1 << 5,   /* columns merged in the old way */
  NB_TEST_DOCX_LAYOUT = 1 << 6,   /* all in one cell of a table */
  NB_TEST_DOCX_PARAGRAPHS = 1 << 7, /* labels cut in two paragraphs */
  NB_TEST_DOCX_PREFIX = 1 << 8,   /* another prefix than w */
  NB_TEST_DOCX_FIELDS = 1 << 9,   /* values are the results of fields */
  NB_TEST_DOCX_HIDDEN = 1 << 10,  /* hidden text everywhere */
} NbTestDocxFlags;

GBytes *nb_test_docx_write (NbDocument *document, guint flags);
/* @body: what stands in w:body. */
GBytes *nb_test_docx_new   (const char *body, const char *styles);

G_END_DECLS
