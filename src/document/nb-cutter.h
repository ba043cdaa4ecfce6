/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbSlice:
 * @offset: where it begins, in bytes of the text
 * @length: its length in bytes, white space at both ends left out
 *
 * A part of a text.
 */
typedef struct {
  guint offset;
  guint length;
} NbSlice;

/**
 * NbColumn:
 * @from: the column of a screen where it begins
 * @to: where it ends
 *
 * A column of a table as it stands on a screen.
 */
typedef struct {
  guint from;
  guint to;
} NbColumn;

/**
 * NbCutter:
 * @text: the text
 * @cells: (owned) (element-type NbSlice): the cells of the line that was cut last
 *
 * Cuts lines of one text into cells. It belongs to its reader.
 */
typedef struct {
  const char *text;
  GArray     *cells;
} NbCutter;

void           nb_cutter_init          (NbCutter *self, const char *text);
void           nb_cutter_clear         (NbCutter *self);

void           nb_cutter_at_pipes      (NbCutter *self, NbSlice line);
gboolean       nb_cutter_at_delimiters (NbCutter *self, NbSlice line, const char *delimiter);
void           nb_cutter_at_tabs       (NbCutter *self, NbSlice line);
void           nb_cutter_at_blanks     (NbCutter *self, NbSlice slice, guint gap);
gboolean       nb_cutter_at_columns    (NbCutter *self, NbSlice line, const GArray *columns);
GArray        *nb_cutter_read_columns  (NbCutter *self, NbSlice rule);
guint          nb_cutter_measure       (NbCutter *self, guint offset);

const NbSlice *nb_cutter_get           (NbCutter *self, guint cell);
guint          nb_cutter_count_filled  (NbCutter *self);
guint          nb_cutter_count_tail    (NbCutter *self);
gboolean       nb_cutter_any_longer    (NbCutter *self, guint most);
gboolean       nb_cutter_is_value      (NbCutter *self, const NbSlice *slice);
gboolean       nb_cutter_is_unit       (NbCutter *self, const NbSlice *slice);

NbSlice        nb_slice_new            (const char *text, gsize offset, gsize length);
gsize          nb_slice_pipe_size      (const char *p);
gboolean       nb_slice_is_blank_before (const char *start, const char *p);
const char    *nb_slice_find_quote     (const char *p, const char *end);

G_END_DECLS
