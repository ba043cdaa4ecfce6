/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the families of rules share: one report under check, and ways to its figures by role. */

#include "nb-check.h"
#include "nb-finding-private.h"
#include "nb-prose.h"

G_BEGIN_DECLS

/**
 * NbCheck:
 * @report: the report, borrowed
 * @form: its form, never %NULL
 * @year: its year, 0 where unknown
 * @figures: its figures, borrowed
 * @prose: its sentences
 * @findings: (element-type NbFinding): what was found so far
 * @list: (owned): holds @figures
 *
 * One report under check. One thread.
 */
typedef struct {
  NbReport     *report;
  const NbForm *form;
  guint         year;
  NbFigures     figures;
  NbProse      *prose;
  GPtrArray    *findings;
  GPtrArray    *list;
} NbCheck;

void       nb_check_init   (NbCheck *self, NbReport *report);
void       nb_check_clear  (NbCheck *self);

/**
 * NbSum:
 * @value: the sum of the known figures
 * @n_known: figures with a number
 * @n_unknown: figures without one, whatever the reason
 * @figures: (array length=n_figures): those figures
 * @n_figures: how many
 *
 * What a role comes to in one report: a cell, or the cells that a derived metric adds up.
 */
#define NB_SUM_MOST 32
typedef struct {
  NbDecimal value;
  guint     n_known;
  guint     n_unknown;
  NbFigure *figures[NB_SUM_MOST];
  guint     n_figures;
} NbSum;

NbFigure  *nb_check_find   (const NbCheck *self, const char *role);
gboolean   nb_check_sum    (const NbCheck *self, const char *role, NbSum *sum);
gboolean   nb_check_number (const NbCheck *self, const char *role, NbDecimal *value);
gboolean   nb_check_count  (const NbCheck *self, const char *role, gint64 *count);
NbFinding *nb_check_add    (NbCheck *self, const char *rule);
void       nb_check_add_sum_terms (NbFinding *finding, const NbSum *sum, gboolean right);
void       nb_check_add_label     (NbFinding *finding, NbFigure *figure);
char      *nb_check_needed        (NbDecimal value, const char *arrow, NbDecimal needed);
char      *nb_check_relation      (NbDecimal left, const char *sign, NbDecimal right);

NbSection *nb_check_find_section  (const NbCheck *self, const char *key); /* (transfer none) (nullable) */
gboolean   nb_check_says          (const NbCheck *self, const char *key, const char *role);

/* nb-check-identities.c */
void nb_check_run_identities (NbReport *report, const NbFigures *figures, gboolean all, GPtrArray *findings);

/**
 * NbJointRepair:
 * @row: number of the equation that it heals
 * @repair: the cell
 * @alone: whether there is no other choice of cells
 *
 * A cell that heals a row, and with those of other rows every column.
 */
typedef struct {
  guint    row;
  NbRepair repair;
  gboolean alone;
} NbJointRepair;

/* nb-joint-faults.c */
GArray *nb_joint_faults_find (GArray *equations, guint *cause);

/* nb-repair.c */
gboolean nb_repair_propose_joint (NbFinding *finding, const NbEquation *equation, GArray *joint, guint fault);
void nb_repair_propose (NbFinding *finding, GArray *equations, const guint *cause, guint fault);

/* nb-alike.c: the sentences that two reports share, as evidence. */
void nb_alike_quote (NbFinding *finding, NbReport *other, const char *const *sections, GCancellable *cancellable);

/* Two reports of one organ, the later one a year after the earlier. What is found stands in the later. */
typedef struct {
  NbCheck       earlier;
  NbCheck       later;
  GCancellable *cancellable; /* (nullable), borrowed */
} NbYears;

/* nb-rules-years.c, nb-rules-organs.c: the rules for several reports. */
void nb_rules_years_run     (NbYears *self);
void nb_rules_organs_run    (GPtrArray *reports, GPtrArray *findings, GCancellable *cancellable);

/* nb-rules-ratios.c: the per cents of one sentence. */
void nb_rules_ratios_run    (NbCheck *self, const NbSentence *sentence, GArray *numbers);

/* nb-rules-requests.c */
const NbSentence *nb_check_find_formation (NbCheck *self);

/* The families, one file each. */
void nb_rules_cells_run      (NbCheck *self);
void nb_rules_requests_run   (NbCheck *self);
void nb_rules_disputes_run   (NbCheck *self);
void nb_rules_disclosure_run (NbCheck *self);
void nb_rules_appendix_run   (NbCheck *self);
void nb_rules_lists_run      (NbCheck *self);
void nb_rules_narrative_run  (NbCheck *self);
void nb_rules_sentences_run  (NbCheck *self);
void nb_rules_dates_run      (NbCheck *self);
void nb_rules_structure_run  (NbCheck *self);

G_END_DECLS
