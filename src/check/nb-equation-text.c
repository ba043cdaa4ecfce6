/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is said of an equation that does not hold or cannot be decided, in the language of the moment.
 * Any thread.
 */

#include "nb-finding-private.h"

#include <glib/gi18n-lib.h>

#include "form/nb-label.h"

/* The equation as a finding has kept it. */
typedef struct
{
  const NbTerm *terms;
  guint n_terms;
  const NbSide *sides;
  gboolean overflow;
} Sentence;

static const char *
get_term_label (const NbTerm *term)
{
  const NbMetric *metric = nb_figure_get_metric (term->figure);

  if (metric == NULL)
    return nb_figure_get_label (term->figure);
  return nb_label_pick (metric->label_zh, metric->label_en);
}

static guint
count_terms (const Sentence *self, gboolean right)
{
  const NbSide *side = &self->sides[right ? 1 : 0];

  return side->n_known + side->n_unknown;
}

/* “a” + “b”, for a side of one or two terms. */
static char *
name_side (const Sentence *self, gboolean right)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->n_terms; i++)
    if (self->terms[i].right == right)
      g_string_append_printf (out, "%s“%s”", out->len > 0 ? " + " : "",
                              get_term_label (&self->terms[i]));
  return g_string_free (out, FALSE);
}

static char *
dup_difference (const Sentence *self)
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
describe_failure (const Sentence *self)
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
describe_hopeless (const Sentence *self)
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

/* Whether a term has no number since it could not be read, or is not there: no blank that may mean 0. */
static gboolean
has_unread (const Sentence *self)
{
  for (guint i = 0; i < self->n_terms; i++)
    {
      NbState state = nb_figure_get_state (self->terms[i].figure);

      if (state == NB_STATE_UNREADABLE || state == NB_STATE_MISSING)
        return TRUE;
    }
  return FALSE;
}

static char *
describe_holding (guint n, gboolean unread)
{
  if (unread)
    return g_strdup_printf (
        ngettext ("%u cell has no number. The relation holds if it stands for 0.",
                  "%u cells have no number. The relation holds if they stand for 0.", n),
        n);
  return g_strdup_printf (ngettext ("%u cell has no number. The relation holds if blanks mean 0.",
                                    "%u cells have no number. The relation holds if blanks mean 0.",
                                    n),
                          n);
}

static char *
describe_open (const Sentence *self)
{
  g_autofree char *difference = dup_difference (self);
  guint n = self->sides[0].n_unknown + self->sides[1].n_unknown;

  if (self->overflow)
    return g_strdup (_ ("The numbers are too large to be added up exactly."));
  if (nb_decimal_compare (self->sides[0].sum, self->sides[1].sum) == 0)
    return describe_holding (n, has_unread (self));
  if (has_unread (self))
    return g_strdup_printf (ngettext ("%u cell has no number. The relation does not hold if it "
                                      "stands for 0: %s is lacking.",
                                      "%u cells have no number. The relation does not hold if they "
                                      "stand for 0: %s is lacking.",
                                      n),
                            n, difference);
  return g_strdup_printf (ngettext ("%u cell has no number. The relation does not hold if blanks "
                                    "mean 0: %s is lacking.",
                                    "%u cells have no number. The relation does not hold if blanks "
                                    "mean 0: %s is lacking.",
                                    n),
                          n, difference);
}

/**
 * nb_equation_text_open_title:
 * @zh: what must hold, in Chinese
 * @en: the same in English
 *
 * Returns: (transfer full): that it cannot be decided, in the user's language
 */
char *
nb_equation_text_open_title (const char *zh, const char *en)
{
  /* Translators: a statement, for example "The results add up to the total" */
  return g_strdup_printf (_ ("Cannot be decided: %s"), nb_label_pick (zh, en));
}

/**
 * nb_equation_text_title:
 * @identity: an identity of a form
 * @status: how it came out
 *
 * Returns: (transfer full): a few words, in the user's language
 */
char *
nb_equation_text_title (const NbIdentity *identity, NbStatus status)
{
  if (status == NB_STATUS_FAIL)
    return g_strdup (nb_label_pick (identity->fails_zh, identity->fails_en));
  return nb_equation_text_open_title (identity->label_zh, identity->label_en);
}

/**
 * nb_equation_text_message:
 * @terms: (array length=n_terms): left side, then right
 * @n_terms: how many
 * @sides: (array fixed-size=2): what they add up to
 * @overflow: whether they could not be added up
 * @status: how it came out
 *
 * Returns: (transfer full): a sentence or two, in the user's language
 */
char *
nb_equation_text_message (const NbTerm *terms,
                          guint n_terms,
                          const NbSide *sides,
                          gboolean overflow,
                          NbStatus status)
{
  const Sentence self = { terms, n_terms, sides, overflow };

  if (status != NB_STATUS_FAIL)
    return describe_open (&self);
  if (sides[0].n_unknown + sides[1].n_unknown > 0)
    return describe_hopeless (&self);
  return describe_failure (&self);
}
