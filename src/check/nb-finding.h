/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/nb-rule.h"
#include "report/nb-report.h"

G_BEGIN_DECLS

typedef enum {
  NB_SEVERITY_ERROR,
  NB_SEVERITY_LAW,
  NB_SEVERITY_WARNING,
  NB_SEVERITY_HINT,
  NB_SEVERITY_INFO,
} NbSeverity;

const char *nb_severity_to_string   (NbSeverity severity);
NbSeverity  nb_severity_from_string (const char *name);

typedef enum { NB_STATUS_FAIL, NB_STATUS_OPEN } NbStatus;

/* One term of a relation: a figure, and the side it stands on. */
typedef struct {
  NbFigure *figure;
  gboolean  right;
} NbTerm;

/**
 * NbQuote:
 * @section: (nullable): key of the section, static
 * @offset: bytes of the document text of the finding's report
 * @length: bytes
 *
 * Words of the text that a finding is about.
 */
typedef struct {
  const char *section;
  guint       offset;
  guint       length;
} NbQuote;

/**
 * NbOther:
 * @report: another report of the workspace, owned by the finding
 * @figure: a cell of it, borrowed from @report
 * @n_before: how many terms stand before it in the relation
 *
 * A cell of another report that a finding is about: last year's.
 */
typedef struct {
  NbReport *report;
  NbFigure *figure;
  guint     n_before;
} NbOther;

/**
 * NbEcho:
 * @report: another report of the workspace, owned by the finding
 * @quote: words of it
 * @n_quotes: how many quotes of the finding's own report stand before it
 *
 * Words of another report that say the same as those that a finding quotes.
 */
typedef struct {
  NbReport *report;
  NbQuote   quote;
  guint     n_quotes;
} NbEcho;

/**
 * NbRepair:
 * @figure: the cell, borrowed
 * @old_value: what is printed
 * @new_value: what would make every violated relation hold
 * @why: (nullable): what speaks for it, to be translated
 *
 * A proposal; nothing is ever changed in the data.
 */
typedef struct {
  NbFigure   *figure;
  NbDecimal   old_value;
  NbDecimal   new_value;
  const char *why;
} NbRepair;

/* A relation that does not hold, or that cannot be decided. Immutable. */
#define NB_TYPE_FINDING (nb_finding_get_type ())
G_DECLARE_FINAL_TYPE (NbFinding, nb_finding, NB, FINDING, GObject)

const NbRule   *nb_finding_get_rule_info    (NbFinding *self);
const char     *nb_finding_get_rule         (NbFinding *self); /* T3-01 */
const char     *nb_finding_get_instance     (NbFinding *self); /* (nullable) row or column */
NbSeverity      nb_finding_get_severity     (NbFinding *self);
NbStatus        nb_finding_get_status       (NbFinding *self);
char           *nb_finding_dup_title        (NbFinding *self); /* in the user's language */
char           *nb_finding_dup_headline     (NbFinding *self); /* the title without row or column */
const char     *nb_finding_get_where        (NbFinding *self); /* (nullable) row or column, in the user's language */
char           *nb_finding_dup_message      (NbFinding *self); /* in the user's language */
char           *nb_finding_dup_place        (NbFinding *self); /* table or section, in the user's language */
const char     *nb_finding_get_relation     (NbFinding *self); /* numbers put in: "26 + 0 = 26 + 0"; no locale */
NbReport       *nb_finding_get_report       (NbFinding *self);
const NbTerm   *nb_finding_get_terms        (NbFinding *self, guint *n_terms);
const NbQuote  *nb_finding_get_quotes       (NbFinding *self, guint *n_quotes);
const NbEcho   *nb_finding_get_echoes       (NbFinding *self, guint *n_echoes);
const NbOther  *nb_finding_get_others       (NbFinding *self, guint *n_others);
const NbRepair *nb_finding_get_repairs      (NbFinding *self, guint *n_repairs);
GPtrArray      *nb_finding_get_consequences (NbFinding *self); /* (transfer none) of NbFinding */

/* The words as printed, on one line. */
char           *nb_quote_dup_words          (const NbQuote *quote, NbReport *report, guint most, gboolean *whole);

/* What it is about and what it says of that, to know it again in another check. */
char           *nb_finding_dup_key          (NbFinding *self); /* "T3-03 new_received new_natural,…" */
char           *nb_finding_dup_digest       (NbFinding *self);
gboolean        nb_finding_is_like          (NbFinding *self, NbFinding *other);

G_END_DECLS
