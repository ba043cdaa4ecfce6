/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the rules make findings: all calls but the getters come before the finding is handed over. */

#include "nb-equation.h"
#include "nb-finding.h"

G_BEGIN_DECLS

NbFinding *nb_finding_new_for_equation (NbReport *report, const NbEquation *equation);
NbFinding *nb_finding_new              (NbReport *report, const char *rule);

void nb_finding_set_rule        (NbFinding *self, const char *rule);
void nb_finding_set_severity    (NbFinding *self, NbSeverity severity);
void nb_finding_set_open        (NbFinding *self);
void nb_finding_set_instance    (NbFinding *self, const char *key, const char *zh, const char *en);
void nb_finding_set_message     (NbFinding *self, const char *message);
void nb_finding_set_heading     (NbFinding *self, const char *heading);
void nb_finding_add_word        (NbFinding *self, const char *zh, const char *en);
void nb_finding_add_text        (NbFinding *self, const char *text);
void nb_finding_add_count       (NbFinding *self, gint64 count);
void nb_finding_add_number      (NbFinding *self, NbDecimal number);
void nb_finding_set_relation    (NbFinding *self, char *relation);
void nb_finding_add_term        (NbFinding *self, NbFigure *figure, gboolean right);
void nb_finding_add_other       (NbFinding *self, NbReport *report, NbFigure *figure);
void nb_finding_add_quote       (NbFinding *self, const char *section, guint offset, guint length);
void nb_finding_add_echo        (NbFinding *self, NbReport *report, const char *section, guint offset, guint length);
void nb_finding_add_repair      (NbFinding *self, const NbRepair *repair);
void nb_finding_add_consequence (NbFinding *self, NbFinding *consequence);

gboolean nb_finding_get_word (NbFinding *self, guint index, const char **zh);

/* (nullable): the two sides of a finding that is an equation. */
const NbSide *nb_finding_get_sides (NbFinding *self);

/* Sentences of a finding that is an equation. */
char *nb_equation_text_open_title (const char *zh, const char *en);
char *nb_equation_text_title   (const NbIdentity *identity, NbStatus status);
char *nb_equation_text_message (const NbTerm *terms, guint n_terms, const NbSide *sides, gboolean overflow, NbStatus status);

G_END_DECLS
