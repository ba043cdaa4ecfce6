/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbFinding: a relation that does not hold or cannot be decided, with the numbers put in. It owns a
 * reference to its report, whose figures its terms borrow. Immutable, so any thread may read it; the
 * sentences are made when they are asked for, in the language of that moment.
 */

#include "nb-finding-private.h"

#include <glib/gi18n-lib.h>

#include "form/nb-label.h"

struct _NbFinding
{
  GObject parent_instance;

  NbReport *report;           /* (owned) */
  const NbIdentity *identity; /* static */
  NbSeverity severity;
  NbVerdict verdict;
  NbTerm *terms; /* (owned) left, then right */
  guint n_terms;
  NbSide sides[2];
  gboolean overflow;
  char *relation; /* (owned) */
};

G_DEFINE_FINAL_TYPE (NbFinding, nb_finding, G_TYPE_OBJECT)

static const char *const severities[] = {
  [NB_SEVERITY_ERROR] = "error", [NB_SEVERITY_LAW] = "law",   [NB_SEVERITY_WARNING] = "warning",
  [NB_SEVERITY_HINT] = "hint",   [NB_SEVERITY_INFO] = "info",
};

/* --- Sentences --- */

static const char *
get_term_label (const NbTerm *term)
{
  const NbMetric *metric = nb_figure_get_metric (term->figure);

  if (metric == NULL)
    return nb_figure_get_label (term->figure);
  return nb_label_pick (metric->label_zh, metric->label_en);
}

static guint
count_terms (NbFinding *self, gboolean right)
{
  const NbSide *side = &self->sides[right ? 1 : 0];

  return side->n_known + side->n_unknown;
}

/* “a” + “b”, for a side of one or two terms. */
static char *
name_side (NbFinding *self, gboolean right)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->n_terms; i++)
    if (self->terms[i].right == right)
      g_string_append_printf (out, "%s“%s”", out->len > 0 ? " + " : "",
                              get_term_label (&self->terms[i]));
  return g_string_free (out, FALSE);
}

static char *
dup_difference (NbFinding *self)
{
  NbDecimal a = self->sides[0].sum;
  NbDecimal b = self->sides[1].sum;
  gboolean a_is_more = nb_decimal_compare (a, b) > 0;
  NbDecimal difference = NB_DECIMAL_ZERO;

  if (!nb_decimal_subtract (a_is_more ? a : b, a_is_more ? b : a, &difference))
    return g_strdup ("?");
  return nb_decimal_to_string (difference);
}

static char *
describe_failure (NbFinding *self)
{
  g_autofree char *left = nb_decimal_to_string (self->sides[0].sum);
  g_autofree char *right = nb_decimal_to_string (self->sides[1].sum);
  g_autofree char *difference = dup_difference (self);
  g_autofree char *whole = name_side (self, TRUE);
  g_autofree char *parts = NULL;

  if (count_terms (self, TRUE) == 1)
    /* Translators: a number, a label in quotes, a number, a number */
    return g_strdup_printf (_ ("The parts add up to %s, but %s is %s: a difference of %s."), left,
                            whole, right, difference);
  parts = name_side (self, FALSE);
  /* Translators: labels in quotes, a number, labels in quotes, a number, a number */
  return g_strdup_printf (_ ("%s make %s, but %s make %s: a difference of %s."), parts, left, whole,
                          right, difference);
}

static char *
describe_hopeless (NbFinding *self)
{
  g_autofree char *left = nb_decimal_to_string (self->sides[0].sum);
  g_autofree char *right = nb_decimal_to_string (self->sides[1].sum);
  guint n = self->sides[0].n_unknown + self->sides[1].n_unknown;

  /* Translators: how many cells, then the known numbers of the two sides, added up */
  return g_strdup_printf (ngettext ("Whatever the %u cell without a number stands for, it cannot "
                                    "come out: %s against %s.",
                                    "Whatever the %u cells without a number stand for, it cannot "
                                    "come out: %s against %s.",
                                    n),
                          n, left, right);
}

static char *
describe_open (NbFinding *self)
{
  g_autofree char *difference = dup_difference (self);
  guint n = self->sides[0].n_unknown + self->sides[1].n_unknown;
  gboolean holds = nb_decimal_compare (self->sides[0].sum, self->sides[1].sum) == 0;

  if (self->overflow)
    return g_strdup (_ ("The numbers are too large to be added up exactly."));
  if (holds)
    return g_strdup_printf (
        ngettext ("%u cell has no number. The relation holds if blanks mean 0.",
                  "%u cells have no number. The relation holds if blanks mean 0.", n),
        n);
  return g_strdup_printf (ngettext ("%u cell has no number. The relation does not hold if blanks "
                                    "mean 0: %s is lacking.",
                                    "%u cells have no number. The relation does not hold if blanks "
                                    "mean 0: %s is lacking.",
                                    n),
                          n, difference);
}

/* --- Object --- */

static void
nb_finding_finalize (GObject *object)
{
  NbFinding *self = NB_FINDING (object);

  g_clear_object (&self->report);
  g_clear_pointer (&self->terms, g_free);
  g_clear_pointer (&self->relation, g_free);

  G_OBJECT_CLASS (nb_finding_parent_class)->finalize (object);
}

static void
nb_finding_class_init (NbFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_finding_finalize;
}

static void
nb_finding_init (NbFinding *self)
{
}

/**
 * nb_finding_new_for_equation:
 * @report: the report
 * @equation: a relation of it that failed or is open
 *
 * Keeps what @equation says.
 *
 * Returns: (transfer full): the finding
 */
NbFinding *
nb_finding_new_for_equation (NbReport *report, const NbEquation *equation)
{
  NbFinding *self = g_object_new (NB_TYPE_FINDING, NULL);

  self->report = g_object_ref (report);
  self->identity = equation->identity;
  self->severity = nb_equation_severity (equation);
  self->verdict = equation->verdict;
  self->n_terms = equation->terms->len;
  self->terms = g_memdup2 (equation->terms->data, self->n_terms * sizeof (NbTerm));
  self->sides[0] = equation->sides[0];
  self->sides[1] = equation->sides[1];
  self->overflow = equation->overflow;
  self->relation = nb_equation_to_string (equation);
  return self;
}

/**
 * nb_severity_to_string:
 * @severity: a severity
 *
 * Returns: its name as the JSON output spells it, static
 */
const char *
nb_severity_to_string (NbSeverity severity)
{
  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (severities), NULL);

  return severities[severity];
}

/**
 * nb_finding_get_rule:
 * @self: a finding
 *
 * Returns: the id of the rule (DOMAIN §4): "T3-01"
 */
const char *
nb_finding_get_rule (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->identity->rule;
}

/**
 * nb_finding_get_instance:
 * @self: a finding
 *
 * Returns: (nullable): the key of the row or column that the rule was put to
 */
const char *
nb_finding_get_instance (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return *self->identity->instance != '\0' ? self->identity->instance : NULL;
}

/**
 * nb_finding_get_severity:
 * @self: a finding
 *
 * Returns: how grave it is; an open relation is a hint
 */
NbSeverity
nb_finding_get_severity (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NB_SEVERITY_INFO);

  return self->severity;
}

/**
 * nb_finding_get_status:
 * @self: a finding
 *
 * Returns: whether the relation fails, or cannot be decided because cells have no number
 */
NbStatus
nb_finding_get_status (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NB_STATUS_OPEN);

  return self->verdict == NB_VERDICT_FAIL ? NB_STATUS_FAIL : NB_STATUS_OPEN;
}

/**
 * nb_finding_dup_title:
 * @self: a finding
 *
 * Returns: (transfer full): a few words, in the user's language
 */
char *
nb_finding_dup_title (NbFinding *self)
{
  g_autofree char *title = NULL;
  const char *what, *where;

  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  what = nb_label_pick (self->identity->label_zh, self->identity->label_en);
  where = nb_label_pick (self->identity->instance_zh, self->identity->instance_en);
  /* Translators: a statement, for example "The results add up to the total" */
  title = g_strdup_printf (self->verdict == NB_VERDICT_FAIL ? _ ("Does not hold: %s")
                                                            : _ ("Cannot be decided: %s"),
                           what);
  if (where == NULL || *where == '\0')
    return g_steal_pointer (&title);
  /* Translators: the title of a finding, then the row or column of the table in brackets */
  return g_strdup_printf (_ ("%s (%s)"), title, where);
}

/**
 * nb_finding_dup_message:
 * @self: a finding
 *
 * Returns: (transfer full): a sentence or two, in the user's language
 */
char *
nb_finding_dup_message (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  if (self->verdict != NB_VERDICT_FAIL)
    return describe_open (self);
  if (self->sides[0].n_unknown + self->sides[1].n_unknown > 0)
    return describe_hopeless (self);
  return describe_failure (self);
}

/**
 * nb_finding_get_relation:
 * @self: a finding
 *
 * Returns: the relation with the numbers put in: "26 + 0 ≠ 26 + 1", "?" for an unknown one
 */
const char *
nb_finding_get_relation (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->relation;
}

/**
 * nb_finding_get_report:
 * @self: a finding
 *
 * Returns: (transfer none): the report that it is about
 */
NbReport *
nb_finding_get_report (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->report;
}

/**
 * nb_finding_get_terms:
 * @self: a finding
 * @n_terms: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_terms): the figures of the relation, left side first
 */
const NbTerm *
nb_finding_get_terms (NbFinding *self, guint *n_terms)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_terms != NULL, NULL);

  *n_terms = self->n_terms;
  return self->terms;
}
