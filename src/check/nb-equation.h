/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-finding.h"

G_BEGIN_DECLS

/**
 * NbVerdict:
 * @NB_VERDICT_NONE: nothing can be said: what it is about is not in the document
 * @NB_VERDICT_PASS: every number is known, and it holds
 * @NB_VERDICT_FAIL: no filling of the unknown cells can make it hold
 * @NB_VERDICT_OPEN: some filling makes it hold
 */
typedef enum { NB_VERDICT_NONE, NB_VERDICT_PASS, NB_VERDICT_FAIL, NB_VERDICT_OPEN } NbVerdict;

/**
 * NbSide:
 * @sum: of the terms that are known
 * @n_known: how many those are
 * @n_unknown: terms without a number, whatever the reason
 * @n_printed: of those the ones whose row is printed
 */
typedef struct {
  NbDecimal sum;
  guint     n_known;
  guint     n_unknown;
  guint     n_printed;
} NbSide;

/**
 * NbFigures:
 * @form: the form of a report
 * @all: (array length=n): the figures of that report, those of @form first; borrowed
 * @n: how many there are
 *
 * Where an equation finds its figures.
 */
typedef struct {
  const NbForm *form;
  NbFigure    **all;
  guint         n;
} NbFigures;

/**
 * NbEquation:
 * @figures: the figures of the report, borrowed
 * @identity: what must hold
 * @terms: (element-type NbTerm): left terms, then right terms, figures borrowed from the report
 * @sides: left and right
 * @overflow: whether the numbers are too large to be added
 * @verdict: what came out
 *
 * An identity of a form put to one report.
 */
typedef struct {
  const NbFigures  *figures;
  const NbIdentity *identity;
  GArray           *terms;
  NbSide            sides[2];
  gboolean          overflow;
  NbVerdict         verdict;
} NbEquation;

const NbIdentity *nb_equation_find_identity (const NbForm *form, const NbIdentity *like);

void       nb_equation_init      (NbEquation *self, const NbIdentity *identity, const NbFigures *figures);
void       nb_equation_clear     (NbEquation *self);
gboolean   nb_equation_has       (const NbEquation *self, NbFigure *figure);
gboolean   nb_equation_is_row    (const NbEquation *self);
gboolean   nb_equation_solve     (const NbEquation *self, guint term, NbDecimal *value);
NbVerdict  nb_equation_judge_with (const NbEquation *self, NbFigure *figure, NbDecimal value);
gboolean   nb_equation_heals     (const NbEquation *self, NbFigure *figure, NbDecimal value);
NbSeverity nb_equation_severity  (const NbEquation *self);
char      *nb_equation_to_string (const NbEquation *self);

G_END_DECLS
