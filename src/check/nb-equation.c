/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * An identity of a form put to one report, in the tri-state arithmetic of DOMAIN §2.5: a cell without
 * a number is an unknown of at least zero, so that an equation holds, cannot hold, or is open. An
 * equation borrows the figures of its report and lives no longer than the check of it. Any thread.
 */

#include "nb-equation.h"

#include <string.h>

#include "base/nb-text.h"
#include "report/nb-words.h"

#define TERM(self, i) (&g_array_index ((self)->terms, NbTerm, i))

/* --- Terms --- */

/* The form's figures stand first, in its order; rows of another form that a report may hold follow. */
static NbFigure *
find_figure (const NbFigures *figures, const NbMetric *metric)
{
  const NbForm *form = figures->form;
  const NbMetric *own = metric->form == form ? metric : nb_form_find_metric (form, metric->id);

  if (own != NULL)
    return figures->all[own->index];
  for (guint i = form->n_metrics; i < figures->n; i++)
    if (nb_figure_get_metric (figures->all[i]) == metric)
      return figures->all[i];
  return NULL;
}

static gboolean
append_terms (GArray *terms, const NbMetric **metrics, gboolean right, const NbFigures *figures)
{
  for (guint i = 0; metrics[i] != NULL; i++)
    {
      NbTerm term = { find_figure (figures, metrics[i]), right };

      if (term.figure == NULL)
        return FALSE;
      g_array_append_val (terms, term);
    }
  return TRUE;
}

static gboolean
collect_terms (NbEquation *self, const NbIdentity *identity)
{
  g_array_set_size (self->terms, 0);
  self->identity = identity;
  return append_terms (self->terms, identity->left, FALSE, self->figures) &&
         append_terms (self->terms, identity->right, TRUE, self->figures);
}

static gboolean
misses_a_term (const NbEquation *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (nb_figure_get_known_state (TERM (self, i)->figure) == NB_STATE_MISSING)
      return TRUE;
  return FALSE;
}

/**
 * nb_equation_find_identity:
 * @form: a form
 * @like: an identity of any form
 *
 * Returns: (transfer none) (nullable): the identity of @form that states the same rule of the same
 *   row or column
 */
const NbIdentity *
nb_equation_find_identity (const NbForm *form, const NbIdentity *like)
{
  for (guint i = 0; i < form->n_identities; i++)
    if (strcmp (form->identities[i].rule, like->rule) == 0 &&
        strcmp (form->identities[i].instance, like->instance) == 0)
      return &form->identities[i];
  return NULL;
}

/*
 * Where rows are missing because the report prints those of another form instead (2019's single row
 * of other handling in a 2021 report), the other form's wording of the same rule is the one to check.
 */
static void
adopt_foreign_terms (NbEquation *self)
{
  const NbForm *own = self->figures->form;
  const NbIdentity *identity = self->identity;
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  if (self->figures->n <= own->n_metrics || !misses_a_term (self))
    return;

  for (guint i = 0; i < n_forms; i++)
    {
      const NbIdentity *other = forms[i] != own ? nb_equation_find_identity (forms[i], identity)
                                                : NULL;

      if (other != NULL && collect_terms (self, other) && !misses_a_term (self))
        return;
    }
  collect_terms (self, identity);
}

/* --- Arithmetic --- */

static void
add_figure (NbEquation *self, NbSide *side, NbFigure *figure)
{
  NbDecimal value;

  if (nb_figure_get_known (figure, &value))
    {
      side->n_known++;
      if (!nb_decimal_add (side->sum, value, &side->sum))
        self->overflow = TRUE;
      return;
    }
  side->n_unknown++;
  if (nb_figure_get_known_state (figure) != NB_STATE_MISSING)
    side->n_printed++;
}

static void
sum_up (NbEquation *self)
{
  memset (self->sides, 0, sizeof self->sides);
  for (guint i = 0; i < self->terms->len; i++)
    add_figure (self, &self->sides[TERM (self, i)->right ? 1 : 0], TERM (self, i)->figure);
}

static gboolean
has_nothing_to_say (const NbSide *side)
{
  return side->n_known == 0 && side->n_printed == 0;
}

static NbVerdict
judge (const NbEquation *self)
{
  const NbSide *left = &self->sides[0];
  const NbSide *right = &self->sides[1];
  int order = nb_decimal_compare (left->sum, right->sum);

  if (has_nothing_to_say (left) || has_nothing_to_say (right) ||
      left->n_known + right->n_known == 0)
    return NB_VERDICT_NONE;
  if (self->overflow)
    return NB_VERDICT_OPEN;
  if (left->n_unknown + right->n_unknown == 0)
    return order == 0 ? NB_VERDICT_PASS : NB_VERDICT_FAIL;
  if ((order > 0 && right->n_unknown == 0) || (order < 0 && left->n_unknown == 0))
    return NB_VERDICT_FAIL;
  return left->n_printed + right->n_printed > 0 ? NB_VERDICT_OPEN : NB_VERDICT_NONE;
}

/* --- Rows that a province added --- */

static const NbPlace *
place_of (NbFigure *figure)
{
  return nb_figure_get_known_state (figure) != NB_STATE_MISSING ? nb_figure_get_place (figure)
                                                                : NULL;
}

/* From the first part to the next row that is none, in bytes of the document. FALSE where a part has no place. */
static gboolean
find_block (const NbEquation *self, guint *first, guint *end)
{
  guint last = 0;

  *first = *end = G_MAXUINT;
  for (guint i = 0; i < self->terms->len; i++)
    {
      const NbPlace *place = place_of (TERM (self, i)->figure);

      if (place == NULL)
        return FALSE;
      if (TERM (self, i)->right)
        continue;
      *first = MIN (*first, place->offset);
      last = MAX (last, place->offset);
    }
  for (guint i = 0; i < self->figures->form->n_metrics; i++)
    {
      const NbPlace *place = place_of (self->figures->all[i]);

      if (place != NULL && place->offset > last)
        *end = MIN (*end, place->offset);
    }
  return TRUE;
}

/* A row of another channel of requests, with a label and a rank of its own: no part of the row above it. */
static gboolean
is_channel (NbFigure *figure)
{
  const char *label = nb_figure_get_label (figure);
  g_autofree char *folded = nb_text_fold (label, -1);
  g_autofree char *key = nb_text_label_key (label, -1);
  gsize length = strlen (key), n;

  while ((n = nb_words_suffix ("list.number", key, length)) > 0 && n < length)
    length -= n;
  key[length] = '\0';
  return nb_words_equal ("list.channel", key) &&
         !nb_words_has ("list.of-which", folded, strlen (folded));
}

/* The local rows among the parts, or just behind them: an e-mail channel below the four of the form. */
static guint
add_local_parts (NbEquation *self, gboolean channels)
{
  guint first, end, n = 0, n_left = 0;

  while (n_left < self->terms->len && !TERM (self, n_left)->right)
    n_left++;
  if (!find_block (self, &first, &end))
    return 0;
  for (guint i = self->figures->form->n_metrics; i < self->figures->n; i++)
    {
      NbTerm term = { self->figures->all[i], FALSE };
      const NbPlace *place = place_of (term.figure);

      if (nb_figure_get_metric (term.figure) != NULL || place == NULL || place->offset <= first ||
          place->offset >= end || (channels && !is_channel (term.figure)) ||
          nb_equation_has (self, term.figure))
        continue;
      g_array_insert_val (self->terms, n_left + n, term);
      n++;
    }
  return n;
}

/*
 * Rows of the province may be parts of a sum of the appendix. Further channels of requests always are (F1-01, DOMAIN §4.4);
 * other rows are taken for parts only where the sum fails, and then holds.
 */
static void
adopt_local_parts (NbEquation *self)
{
  const NbIdentity *identity = self->identity;

  if (self->figures->n <= self->figures->form->n_metrics || identity->left[0]->table->id[0] != 'A')
    return;
  if (strcmp (identity->rule, "F1-01") == 0 && add_local_parts (self, TRUE) > 0)
    {
      sum_up (self);
      self->verdict = judge (self);
    }
  if (self->verdict != NB_VERDICT_FAIL || add_local_parts (self, FALSE) == 0)
    return;
  sum_up (self);
  self->verdict = judge (self);
  if (self->verdict != NB_VERDICT_FAIL || strcmp (identity->rule, "F1-01") == 0)
    return;
  collect_terms (self, identity);
  sum_up (self);
  self->verdict = NB_VERDICT_FAIL;
}

/**
 * nb_equation_init:
 * @self: an uninitialised equation
 * @identity: an identity of the form of @figures
 * @figures: the figures of a report, which must outlive @self
 *
 * Puts @identity to a report. Clear the equation with nb_equation_clear().
 */
void
nb_equation_init (NbEquation *self, const NbIdentity *identity, const NbFigures *figures)
{
  memset (self, 0, sizeof *self);
  self->figures = figures;
  self->terms = g_array_sized_new (FALSE, FALSE, sizeof (NbTerm), 32);
  if (!collect_terms (self, identity))
    {
      g_array_set_size (self->terms, 0);
      return;
    }
  adopt_foreign_terms (self);
  sum_up (self);
  self->verdict = judge (self);
  adopt_local_parts (self);
}

/**
 * nb_equation_clear:
 * @self: an equation
 *
 * Frees what @self owns, not @self.
 */
void
nb_equation_clear (NbEquation *self)
{
  g_clear_pointer (&self->terms, g_array_unref);
}

/**
 * nb_equation_has:
 * @self: an equation
 * @figure: a figure of its report
 *
 * Returns: whether @figure is one of the terms
 */
gboolean
nb_equation_has (const NbEquation *self, NbFigure *figure)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (TERM (self, i)->figure == figure)
      return TRUE;
  return FALSE;
}

/**
 * nb_equation_is_row:
 * @self: an equation
 *
 * Returns: whether all terms stand in one row of a table, as those of a row sum do
 */
gboolean
nb_equation_is_row (const NbEquation *self)
{
  const NbMetric *first = self->identity->left[0];

  for (guint i = 0; self->identity->left[i] != NULL; i++)
    if (self->identity->left[i]->row != first->row)
      return FALSE;
  for (guint i = 0; self->identity->right[i] != NULL; i++)
    if (self->identity->right[i]->row != first->row)
      return FALSE;
  return TRUE;
}

/**
 * nb_equation_solve:
 * @self: an equation that failed with every number known
 * @term: number of one of its terms
 * @value: (out): what that term would have to be
 *
 * Finds the number that heals the equation when @term alone is changed.
 *
 * Returns: %FALSE where that number would be below zero or cannot be computed
 */
gboolean
nb_equation_solve (const NbEquation *self, guint term, NbDecimal *value)
{
  const NbTerm *wanted = TERM (self, term);
  const NbSide *here = &self->sides[wanted->right ? 1 : 0];
  const NbSide *there = &self->sides[wanted->right ? 0 : 1];
  NbDecimal old, rest;

  return !self->overflow && here->n_unknown + there->n_unknown == 0 &&
         nb_figure_get_known (wanted->figure, &old) &&
         nb_decimal_subtract (here->sum, old, &rest) &&
         nb_decimal_subtract (there->sum, rest, value) &&
         nb_decimal_compare (*value, NB_DECIMAL_ZERO) >= 0;
}

/**
 * nb_equation_judge_with:
 * @self: an equation
 * @figure: a figure with a number
 * @value: another number for it
 *
 * Returns: what would come out if @figure had @value
 */
NbVerdict
nb_equation_judge_with (const NbEquation *self, NbFigure *figure, NbDecimal value)
{
  NbEquation changed = *self;

  for (guint i = 0; i < self->terms->len; i++)
    {
      NbDecimal *sum = &changed.sides[TERM (self, i)->right ? 1 : 0].sum;
      NbDecimal old;

      if (TERM (self, i)->figure != figure)
        continue;
      if (!nb_figure_get_known (figure, &old) || !nb_decimal_subtract (*sum, old, sum) ||
          !nb_decimal_add (*sum, value, sum))
        return NB_VERDICT_OPEN;
    }
  return judge (&changed);
}

/**
 * nb_equation_heals:
 * @self: an equation
 * @figure: a figure with a number
 * @value: another number for it
 *
 * Returns: whether the equation holds once @figure has @value
 */
gboolean
nb_equation_heals (const NbEquation *self, NbFigure *figure, NbDecimal value)
{
  return nb_equation_judge_with (self, figure, value) == NB_VERDICT_PASS;
}

/* --- What is said of it --- */

/* An excess that is just one of the parts is that part counted twice: F1-03, 7 + 7 against 7. */
static gboolean
is_counted_twice (const NbEquation *self)
{
  const NbMetric **suspects = self->identity->more_is_error;
  NbDecimal excess, value;

  if (suspects == NULL || self->sides[1].n_unknown > 0 ||
      !nb_decimal_subtract (self->sides[0].sum, self->sides[1].sum, &excess))
    return FALSE;
  for (guint i = 0; suspects[i] != NULL; i++)
    {
      NbFigure *figure = find_figure (self->figures, suspects[i]);

      if (figure != NULL && nb_figure_get_known (figure, &value) &&
          nb_decimal_compare (value, excess) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_equation_severity:
 * @self: an equation that failed or is open
 *
 * Returns: how grave it is; an open equation is a hint, whatever its rule
 */
NbSeverity
nb_equation_severity (const NbEquation *self)
{
  if (self->verdict != NB_VERDICT_FAIL)
    return NB_SEVERITY_HINT;
  if (nb_decimal_compare (self->sides[0].sum, self->sides[1].sum) < 0)
    return nb_severity_from_string (self->identity->less);
  if (is_counted_twice (self))
    return NB_SEVERITY_ERROR;
  return nb_severity_from_string (self->identity->more);
}

/**
 * nb_equation_to_string:
 * @self: an equation
 *
 * Writes the equation with the numbers put in, "?" for an unknown one. Knows no locale.
 *
 * Returns: (transfer full): "26 + 0 ≠ 26 + 1"
 */
char *
nb_equation_to_string (const NbEquation *self)
{
  GString *out = g_string_new (NULL);
  const char *sign = self->verdict == NB_VERDICT_FAIL ? " ≠ " : " = ";

  for (guint i = 0; i < self->terms->len; i++)
    {
      const NbTerm *term = TERM (self, i);
      g_autofree char *number = NULL;
      NbDecimal value;

      if (i > 0)
        g_string_append (out, TERM (self, i - 1)->right == term->right ? " + " : sign);
      if (nb_figure_get_known (term->figure, &value))
        number = nb_decimal_to_string (value);
      g_string_append (out, number != NULL ? number : "?");
    }
  return g_string_free (out, FALSE);
}
