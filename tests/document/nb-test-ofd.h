/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A writer of OFD for tests: a document that was read is set on pages, in a dialect. */

#include "document/nb-document.h"

G_BEGIN_DECLS

typedef enum {
  NB_TEST_OFD_GLYPHS = 1 << 0,    /* an object for each character; else one for each line */
  NB_TEST_OFD_NATURAL = 1 << 1,   /* no DeltaX */
  NB_TEST_OFD_REPEATS = 1 << 2,   /* DeltaX with g */
  NB_TEST_OFD_ONE_OBJECT = 1 << 3, /* one object a page, each line a TextCode */
  NB_TEST_OFD_MATRIX = 1 << 4,    /* objects ten times as large, with a matrix */
  NB_TEST_OFD_BOXES = 1 << 5,     /* borders: a rectangle for each cell; else a line for each side */
  NB_TEST_OFD_FILLED = 1 << 6,    /* borders are filled thin boxes */
  NB_TEST_OFD_OPEN = 1 << 7,      /* no borders at the sides of a table */
  NB_TEST_OFD_TEMPLATE = 1 << 8,  /* head and foot of the pages */
  NB_TEST_OFD_BLOCKS = 1 << 9,    /* objects in blocks of layers */
  NB_TEST_OFD_SHORT_PAGES = 1 << 10, /* tables go over several pages */
  NB_TEST_OFD_NO_RULES = 1 << 11, /* no borders at all */
  NB_TEST_OFD_PREFIX = 1 << 12,   /* the namespace without a prefix */
  NB_TEST_OFD_BACKWARDS = 1 << 13, /* objects in reverse order */
  NB_TEST_OFD_SPACED = 1 << 14,   /* short labels letter-spaced */
  NB_TEST_OFD_ASLANT = 1 << 15,   /* the page is turned by one degree */
  NB_TEST_OFD_TIGHT = 1 << 26,    /* with GLYPHS: each is bounded by its ink, its origin far off, as Foxit writes them */
} NbTestOfdFlags;

/* The width of the pages, in mm: tables run over the right side of narrow ones. */
#define NB_TEST_OFD_WIDTH(width)     ((guint) (width) << 16)
#define NB_TEST_OFD_GET_WIDTH(flags) ((flags) >> 16 & 0x3ff)

GBytes *nb_test_ofd_write (NbDocument *document, guint flags);
/* @content: what stands in the layer of the only page. */
GBytes *nb_test_ofd_new   (const char *content);

G_END_DECLS
