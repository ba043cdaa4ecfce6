/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-finding.h"

G_BEGIN_DECLS

/**
 * NbCheckSet:
 * @NB_CHECK_IDENTITIES: what must add up by the form alone
 * @NB_CHECK_ALL: every rule for one report
 *
 * Which rules a report is put to.
 */
typedef enum { NB_CHECK_IDENTITIES, NB_CHECK_ALL } NbCheckSet;

/* Name of the meta element of a form that is filled in by hand; its content is the id of the form. */
#define NB_CHECK_FORM_META "nianbao-form"

/* Whether the report is such a form: what is not typed yet is to be filled in, and no finding. */
gboolean    nb_check_is_form   (NbReport *report);

/* The findings of one report alone. (transfer full) of NbFinding */
GListModel *nb_check_report    (NbReport *report, NbCheckSet set);

/**
 * NbTested:
 * @rule: id of a rule
 * @n_passed: relations that hold
 * @n_failed: relations that do not
 * @n_open: relations that cannot be decided
 *
 * What came of the sums of a form that one rule holds.
 */
typedef struct {
  const char *rule;
  guint       n_passed;
  guint       n_failed;
  guint       n_open;
} NbTested;

GArray     *nb_check_survey    (NbReport *report); /* (transfer full) of NbTested */

/* The findings that need the other reports of a workspace.
 * (transfer full) (element-type GPtrArray): for each of @reports its findings, of NbFinding */
GPtrArray  *nb_check_workspace (GPtrArray *reports, GCancellable *cancellable);

/* Whether another report says why a relation of one report does not hold. */
gboolean    nb_check_is_explained (NbFinding *finding, GPtrArray *reports);

G_END_DECLS
