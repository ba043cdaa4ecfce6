/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/nb-notebook.h"

G_BEGIN_DECLS

/**
 * NbFindingState:
 * @NB_FINDING_STATE_ALL: every finding
 * @NB_FINDING_STATE_NEW: nobody has decided on it, or on what it says now
 * @NB_FINDING_STATE_ACCEPTED: accepted
 * @NB_FINDING_STATE_EXPLAINED: explained
 * @NB_FINDING_STATE_FAULT: a fault
 * @NB_FINDING_STATE_STALE: it says something else than what was decided on
 * @NB_FINDING_STATE_OPEN: it cannot be decided
 */
typedef enum {
  NB_FINDING_STATE_ALL,
  NB_FINDING_STATE_NEW,
  NB_FINDING_STATE_ACCEPTED,
  NB_FINDING_STATE_EXPLAINED,
  NB_FINDING_STATE_FAULT,
  NB_FINDING_STATE_STALE,
  NB_FINDING_STATE_OPEN,
} NbFindingState;

/**
 * NbFindingFilter:
 * @severities: bits of #NbSeverity, 0 for all
 * @state: what was decided
 * @words: (nullable): case-folded words that all stand in title, message, place or rule
 *
 * Which findings are listed.
 */
typedef struct {
  guint          severities;
  NbFindingState state;
  char         **words;
} NbFindingFilter;

gboolean    nb_finding_filter_matches (const NbFindingFilter *self, NbFinding *finding);
GListModel *nb_finding_filter_group   (const NbFindingFilter *self, GListModel *findings);

GListStore *nb_finding_list_sorted    (GListModel *findings);
int         nb_finding_compare        (gconstpointer a, gconstpointer b, gpointer user_data);
void        nb_finding_list_update    (GListStore *list, GListModel *model);
NbFinding  *nb_finding_find_like      (GListModel *findings, NbFinding *like);

G_END_DECLS
