/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-cutter.h"

G_BEGIN_DECLS

/**
 * NbTextLine:
 * @slice: the line, white space at both ends left out
 * @line: its number, from 1
 * @is_on_new_page: a form feed stands right before it
 * @is_whole: it is a cell of a table that was flattened to one line, or a heading within it: never a row
 *
 * A line that is not blank.
 */
typedef struct {
  NbSlice  slice;
  guint    line;
  gboolean is_on_new_page;
  gboolean is_whole;
} NbTextLine;

GArray  *nb_text_lines_new            (const char *text, gsize first, gsize end_of_lines);
GArray  *nb_text_lines_take_pages     (const char *text, GArray *lines);
gboolean nb_text_lines_is_flat        (const char *text, gsize length);
gboolean nb_text_lines_is_page_number (const char *text, gsize length);

G_END_DECLS
