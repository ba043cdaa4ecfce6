/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-document.h"

G_BEGIN_DECLS

/**
 * NbBox:
 * @x: left edge
 * @y: upper edge; y grows downwards
 * @width: not negative
 * @height: not negative
 *
 * A box on a page as it is read, rotation undone. The unit is the reader's (points, millimetres), one
 * for all pages.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} NbBox;

/**
 * NbLayout:
 *
 * Text at positions and the lines that are drawn between, page by page: what a PDF or an OFD knows of a
 * report. It makes lines, paragraphs, rows and cells of them. See nb-layout.c.
 */
typedef struct _NbLayout NbLayout;

/* A reader hands in what stands on each page, in any order, and then asks for the pieces. One thread. */
NbLayout *nb_layout_new           (void);
void      nb_layout_free          (NbLayout *self);
void      nb_layout_begin_page    (NbLayout *self, double width, double height);
/* What is added to the page from here on was recognised in a picture of it, by whatever program. */
void      nb_layout_mark_recognised (NbLayout *self);
void      nb_layout_mark_leaning (NbLayout *self);

/* @text: valid UTF-8, best one character; more are spread over the box by their usual widths (a
 * width of 0: guessed from the height). The height is that of the line or of the letters. A space
 * may be handed in or left out. */
void      nb_layout_add_text      (NbLayout *self, const char *text, gssize length, NbBox box);
/* A straight line that is drawn. Slanted ones are passed over. */
void      nb_layout_add_line      (NbLayout *self, double x1, double y1, double x2, double y2);
/* A straight line that is drawn, which tells whether the page is aslant. */
void      nb_layout_add_slant     (NbLayout *self, double x1, double y1, double x2, double y2);
/* A rectangle whose outline is drawn, or a filled one (@filled: only thin ones are lines). */
void      nb_layout_add_rectangle (NbLayout *self, NbBox box, gboolean filled);
/* What was added to the page before is not seen there: its digits are unreadable. */
void      nb_layout_cover         (NbLayout *self, NbBox box);
void      nb_layout_add_picture   (NbLayout *self, NbBox box);

guint     nb_layout_get_n_glyphs  (NbLayout *self); /* blanks not counted; 0: there is no text layer */

/* Appends the pieces of all pages to @document. Fails with NB_ERROR_LIMIT (also for what was
 * handed in beyond a limit before), or cancelled. */
gboolean  nb_layout_append_to     (NbLayout     *self,
                                   NbDocument   *document,
                                   GCancellable *cancellable,
                                   GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbLayout, nb_layout_free)

G_END_DECLS
