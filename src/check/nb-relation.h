/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-finding.h"

G_BEGIN_DECLS

/**
 * NbRelationKind:
 * @NB_RELATION_SIGN: "+", "≠"
 * @NB_RELATION_CELL: a number that stands in a cell
 * @NB_RELATION_SUM: what the parts of a side make; stands in no cell
 * @NB_RELATION_ZEROS: several cells that are 0
 * @NB_RELATION_TEXT: a number or a date that a sentence says, or that is reckoned
 */
typedef enum {
  NB_RELATION_SIGN,
  NB_RELATION_CELL,
  NB_RELATION_SUM,
  NB_RELATION_ZEROS,
  NB_RELATION_TEXT
} NbRelationKind;

/**
 * NbRelationPart:
 * @kind: what it is
 * @text: how it is written, without any locale
 * @figure: (nullable): the cell, borrowed from the finding
 * @report: (nullable): the other report that the cell is of, borrowed; %NULL for the finding's own
 * @n_zeros: of %NB_RELATION_ZEROS, how many cells
 *
 * A piece of a relation that is written out.
 */
typedef struct {
  NbRelationKind kind;
  char          *text;
  NbFigure      *figure;
  NbReport      *report;
  guint          n_zeros;
} NbRelationPart;

GArray *nb_finding_list_parts (NbFinding *finding); /* (transfer full) of NbRelationPart */

G_END_DECLS
