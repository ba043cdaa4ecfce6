/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A writer of PDF for tests: a document that was read is set on pages as word processors do it. */

#include "document/nb-document.h"

G_BEGIN_DECLS

typedef enum {
  NB_TEST_PDF_GLYPHS = 1 << 0,      /* each character set by itself */
  NB_TEST_PDF_SPACED = 1 << 1,      /* short labels letter-spaced */
  NB_TEST_PDF_SHORT_PAGES = 1 << 2, /* tables go over several pages, with page numbers under them */
  NB_TEST_PDF_FILLED = 1 << 3,      /* rules are filled thin boxes, cell by cell, as WPS draws them */
  NB_TEST_PDF_HAIRLINES = 1 << 4,   /* very thin, grey rules */
  NB_TEST_PDF_DASHED = 1 << 5,      /* dashed rules */
  NB_TEST_PDF_NO_RULES = 1 << 6,    /* none at all */
  NB_TEST_PDF_OPEN = 1 << 7,        /* none at the sides of a table */
  NB_TEST_PDF_FULL_WIDTH = 1 << 8,  /* digits of full width */
  NB_TEST_PDF_TURNED = 1 << 9,      /* the page stands on its side, and says nothing of it */
  NB_TEST_PDF_ROTATE = 1 << 10,     /* the page stands on its side, and says so */
  NB_TEST_PDF_BACKWARDS = 1 << 11,  /* drawn from below */
  NB_TEST_PDF_DRIFT = 1 << 12,      /* figures stand higher or lower than their labels */
  NB_TEST_PDF_NO_UNICODE = 1 << 13, /* fonts do not tell the meaning of their letters */
  NB_TEST_PDF_OUTLINES = 1 << 14,   /* letters are drawn as paths: no text layer */
  NB_TEST_PDF_SHADED = 1 << 15,     /* heads have a ground of a colour */
  NB_TEST_PDF_SCAN = 1 << 16,       /* each page lies under a picture of itself */
  NB_TEST_PDF_LEANING = 1 << 17,    /* what is upright on each page leans by 29 degrees; smaller */
} NbTestPdfFlags;

/* The pages are turned clockwise, in tenths of a degree. */
#define NB_TEST_PDF_ASLANT(tenths) ((guint) (tenths) << 20)

GBytes *nb_test_pdf_write (NbDocument *document, guint flags);

G_END_DECLS
