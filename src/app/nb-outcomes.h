/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-app-item.h"

G_BEGIN_DECLS

#define NB_OUTCOMES_MOST 8

/**
 * NbOutcome:
 * @label: what became of the requests, in the user's language, without its number; static
 * @value: how many, where @known
 * @known: whether every figure that it is made of is a number
 * @in_finding: whether a relation that fails has one of them as a term
 * @figure: the first of them; borrowed
 */
typedef struct
{
  const char *label;
  NbDecimal value;
  gboolean known;
  NbState state; /* the gravest of its figures, where it is not known */
  gboolean in_finding;
  NbFigure *figure;
} NbOutcome;

/**
 * NbOutcomes:
 * @parts: in the order of the form
 * @n_parts: how many; 0 where the form does not ask for them, or the report lacks them all
 * @known: whether every part is known
 * @sum: of the parts, where @known
 * @total: what is printed as their total
 * @has_total: whether that is a number
 */
typedef struct
{
  NbOutcome parts[NB_OUTCOMES_MOST];
  guint n_parts;
  gboolean known;
  NbDecimal sum;
  NbDecimal total;
  gboolean has_total;
} NbOutcomes;

void nb_outcomes_read (NbOutcomes *self, NbAppItem *item);
char *nb_outcome_dup_text (const NbOutcome *self);
char *nb_outcomes_dup_sentence (const NbOutcomes *self);
char *nb_outcomes_dup_doubt (const NbOutcomes *self);

G_END_DECLS
