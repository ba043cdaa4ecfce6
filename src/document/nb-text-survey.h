/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text-lines.h"

G_BEGIN_DECLS

/* How the pipes of a text are used. */
typedef enum {
  NB_PIPES_ROWS,
  NB_PIPES_CELLS,
} NbPipeUse;

/**
 * NbTextSurvey:
 * @text: the text
 * @end: where the part of it that is looked at ends
 * @lines: (owned) (element-type NbTextLine): its lines, blank ones and ends of pages left out; a row that runs over
 *   several lines is one
 * @pages: (owned) (element-type NbTextLine): the ends of its pages
 * @cutter: (owned): cuts its lines
 * @rows: (owned): for each line, whether it is a row of delimited cells
 * @pipes: how its pipes are used
 * @pipes_open: rows begin with a pipe; else an empty cell stands before one at their beginning
 * @pipes_terminate: rows end with a pipe
 * @is_cellwise: one cell stands on a line: a line is never several values
 * @delimiter: (nullable): what parts the cells of delimited rows
 * @quoting: (nullable): the delimiter beside which quotes enclose a cell
 *
 * How a text separates its cells.
 */
typedef struct {
  const char *text;
  gsize       end;
  GArray     *lines;
  GArray     *pages;
  NbCutter    cutter;
  gboolean   *rows;
  NbPipeUse   pipes;
  gboolean    pipes_open;
  gboolean    pipes_terminate;
  gboolean    is_cellwise;
  const char *delimiter;
  const char *quoting;
} NbTextSurvey;

void              nb_text_survey_init         (NbTextSurvey *self, const char *text, gsize first, gsize end);
void              nb_text_survey_clear        (NbTextSurvey *self);
const NbTextLine *nb_text_survey_get_line     (NbTextSurvey *self, guint index);
gboolean          nb_text_survey_has_pipe     (NbTextSurvey *self, guint index);
gboolean          nb_text_survey_is_rule      (NbTextSurvey *self, guint index);
gboolean          nb_text_survey_ends_piped   (NbTextSurvey *self, guint index);
gboolean          nb_text_survey_has_stop     (NbTextSurvey *self, NbSlice slice);

/* A cell longer than this is a sentence, and its line a paragraph. */
#define NB_TEXT_LONGEST_CELL 240
#define NB_TEXT_LONGEST_ROW  2000
/* Lines of one row. */
#define NB_TEXT_MOST_ROW_LINES 12

G_END_DECLS
