/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-identity-organ.h"
#include "report/nb-sections.h"

G_BEGIN_DECLS

/**
 * NbIdentityFacts:
 * @title: (owned) (nullable): the title as printed, lines joined, without white space
 * @organ: (owned) (nullable): name of the organ
 * @organ_key: (owned) (nullable): the key by which its years are matched
 * @kind: its kind
 * @year: the year reported on, 0 for none
 * @evidence: what says that it is that year
 * @period_start: (owned) (nullable): first day of the figures, YYYY-MM-DD
 * @period_end: (owned) (nullable): last day
 * @published: (owned) (nullable): the day of the page
 * @signed_: (owned) (nullable): the day of the date line
 * @scope: (owned) (nullable): 本级 or 汇总, where the article says so; of tables of another year the line that says so
 * @is_reprint: the tables are of another year than the article
 * @has_more_rows: rows that no form has stand behind the last one that is read
 *
 * Whose report it is, of which year, and its dates.
 */
typedef struct
{
  char *title;
  char *organ;
  char *organ_key;
  NbOrganKind kind;
  guint year;
  NbYearEvidence evidence;
  char *period_start;
  char *period_end;
  char *published;
  char *signed_;
  char *scope;
  gboolean is_reprint;
  gboolean has_more_rows;
} NbIdentityFacts;

void nb_identity_find (NbDocument *document,
                       NbRange article,
                       GPtrArray *sections,
                       NbIdentityFacts *facts);
char *nb_identity_find_scope (NbDocument *document, NbRange range);
void nb_identity_facts_copy (const NbIdentityFacts *facts, NbIdentityFacts *copy);
void nb_identity_facts_clear (NbIdentityFacts *facts);
gboolean nb_identity_says_report (NbDocument *document,
                                  NbRange article,
                                  const NbIdentityFacts *facts,
                                  GPtrArray *sections);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbIdentityFacts, nb_identity_facts_clear)

G_END_DECLS
