/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

typedef enum {
  NB_SEVERITY_ERROR,
  NB_SEVERITY_LAW,
  NB_SEVERITY_WARNING,
  NB_SEVERITY_HINT,
  NB_SEVERITY_INFO,
} NbSeverity;

const char *nb_severity_to_string (NbSeverity severity);

typedef enum { NB_STATUS_FAIL, NB_STATUS_OPEN } NbStatus;

/* One term of a relation: a figure, and the side it stands on. */
typedef struct {
  NbFigure *figure;
  gboolean  right;
} NbTerm;

/* A relation that does not hold, or that cannot be decided. Immutable. */
#define NB_TYPE_FINDING (nb_finding_get_type ())
G_DECLARE_FINAL_TYPE (NbFinding, nb_finding, NB, FINDING, GObject)

const char  *nb_finding_get_rule      (NbFinding *self); /* T3-01 */
const char  *nb_finding_get_instance  (NbFinding *self); /* (nullable) row or column */
NbSeverity   nb_finding_get_severity  (NbFinding *self);
NbStatus     nb_finding_get_status    (NbFinding *self);
char        *nb_finding_dup_title     (NbFinding *self); /* in the user's language */
char        *nb_finding_dup_message   (NbFinding *self); /* in the user's language */
const char  *nb_finding_get_relation  (NbFinding *self); /* numbers put in: "26 + 0 = 26 + 0"; no locale */
NbReport    *nb_finding_get_report    (NbFinding *self);
const NbTerm *nb_finding_get_terms    (NbFinding *self, guint *n_terms);

/* The findings of one report alone, in the order of the rules. (transfer full) of NbFinding */
GListModel  *nb_check_report          (NbReport *report);

G_END_DECLS
