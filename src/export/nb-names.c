/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How states, severities and numbers are told to people. Numbers have thousands separators, a true
 * minus, and the same digits in every locale. Any thread.
 */

#include "nb-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUS "\u2212"

/**
 * nb_name_state:
 * @state: what stands in a cell
 *
 * Returns: its name in the user's language
 */
const char *
nb_name_state (NbState state)
{
  static const char *const names[] = {
    [NB_STATE_NUMBER] = N_ ("number"),   [NB_STATE_ZERO] = N_ ("zero"),
    [NB_STATE_BLANK] = N_ ("blank"),     [NB_STATE_PLACEHOLDER] = N_ ("placeholder"),
    [NB_STATE_MISSING] = N_ ("missing"), [NB_STATE_UNREADABLE] = N_ ("unreadable"),
  };

  return _ (names[state]);
}

/**
 * nb_name_severity:
 * @severity: how grave a finding is
 *
 * Returns: its name in the user's language
 */
const char *
nb_name_severity (NbSeverity severity)
{
  static const char *const names[] = {
    [NB_SEVERITY_ERROR] = N_ ("error"),      [NB_SEVERITY_LAW] = N_ ("against the law"),
    [NB_SEVERITY_WARNING] = N_ ("warning"),  [NB_SEVERITY_HINT] = N_ ("hint"),
    [NB_SEVERITY_INFO] = N_ ("information"),
  };

  return _ (names[severity]);
}

/**
 * nb_name_review:
 * @state: what the user has decided on a finding
 *
 * Returns: its name in the user's language, empty for nothing
 */
const char *
nb_name_review (NbReviewState state)
{
  static const char *const names[] = {
    [NB_REVIEW_NONE] = NULL,
    [NB_REVIEW_ACCEPTED] = N_ ("Accepted"),
    [NB_REVIEW_EXPLAINED] = N_ ("Explained"),
    [NB_REVIEW_FAULT] = N_ ("Fault"),
  };

  return names[state] != NULL ? _ (names[state]) : "";
}

/**
 * nb_review_dup_text:
 * @review: what the user has decided on a finding
 *
 * Returns: (transfer full): it in a line: "Explained: counted twice"
 */
char *
nb_review_dup_text (const NbReview *review)
{
  GString *text = g_string_new (nb_name_review (review->state));

  if (review->note != NULL)
    {
      g_autofree char *line = g_strdelimit (g_strdup (review->note), "\n\t", ' ');

      /* Translators: what was decided on a finding, then why. */
      g_string_printf (text, _ ("%s: %s"), nb_name_review (review->state), line);
    }
  if (!review->fits)
    g_string_append_printf (text, " (%s)", _ ("text changed; confirm again"));
  return g_string_free (text, FALSE);
}

/**
 * nb_name_organ_kind:
 * @kind: kind of an organ
 *
 * Returns: its name in the user's language
 */
const char *
nb_name_organ_kind (NbOrganKind kind)
{
  static const char *const names[] = {
    [NB_ORGAN_UNKNOWN] = N_ ("unknown kind"),     [NB_ORGAN_ZONE] = N_ ("development zone"),
    [NB_ORGAN_SUBDISTRICT] = N_ ("sub-district"), [NB_ORGAN_TOWNSHIP] = N_ ("township"),
    [NB_ORGAN_DEPARTMENT] = N_ ("department"),    [NB_ORGAN_GOVERNMENT] = N_ ("government"),
  };

  return _ (names[kind]);
}

/**
 * nb_name_comparable:
 * @comparable: whether two numbers may be compared
 *
 * Returns: the tag that says so, in the user's language; empty where they may
 */
const char *
nb_name_comparable (NbComparable comparable)
{
  switch (comparable)
    {
    case NB_COMPARABLE_BREAK:
      return _ ("break");
    case NB_COMPARABLE_NO:
      return _ ("not comparable");
    default:
      return "";
    }
}

/* @digits (ASCII, with an optional minus and point) with separators, the minus as a true one. */
static void
append_grouped (GString *out, const char *digits)
{
  gsize n;

  if (*digits == '-')
    {
      g_string_append (out, MINUS);
      digits++;
    }
  n = strspn (digits, "0123456789");
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  g_string_append (out, digits + n);
}

/**
 * nb_number_dup:
 * @value: a number
 *
 * Returns: (transfer full): the number as people read it: 1,234.5
 */
char *
nb_number_dup (NbDecimal value)
{
  g_autofree char *digits = nb_decimal_to_string (value);
  GString *out = g_string_new (NULL);

  append_grouped (out, digits);
  return g_string_free (out, FALSE);
}

/**
 * nb_number_dup_signed:
 * @value: a change
 *
 * Returns: (transfer full): the number with its sign; nought has none
 */
char *
nb_number_dup_signed (NbDecimal value)
{
  g_autofree char *text = nb_number_dup (value);

  return g_strconcat (nb_decimal_compare (value, NB_DECIMAL_ZERO) > 0 ? "+" : "", text, NULL);
}

/**
 * nb_number_dup_percent:
 * @value: a per cent
 * @with_sign: whether it is a change
 *
 * Returns: (transfer full): the per cent with exactly one decimal
 */
char *
nb_number_dup_percent (NbDecimal value, gboolean with_sign)
{
  g_autofree char *text = with_sign ? nb_number_dup_signed (value) : nb_number_dup (value);

  return g_strconcat (text, strchr (text, '.') == NULL ? ".0%" : "%", NULL);
}

/**
 * nb_quantity_dup_text:
 * @quantity: what a report says
 *
 * Returns: (transfer full): the number, or what stands in its place: the printed placeholder, or the
 *   name of the state
 */
char *
nb_quantity_dup_text (const NbQuantity *quantity)
{
  const char *raw = quantity->figure != NULL ? nb_figure_get_raw (quantity->figure) : NULL;

  if (nb_quantity_is_known (quantity))
    {
      g_autofree char *number = nb_number_dup (quantity->value);

      /* Translators: a number that is printed nowhere, since the user keyed it in */
      return quantity->entered ? g_strdup_printf (_ ("%s (entered)"), number)
                               : g_steal_pointer (&number);
    }
  if (quantity->not_in_form)
    return g_strdup (_ ("not in the form"));
  if (quantity->state == NB_STATE_PLACEHOLDER && raw != NULL && !quantity->summed)
    return g_strdup (raw);
  if (quantity->state == NB_STATE_UNREADABLE && raw != NULL && !quantity->summed)
    /* Translators: a cell that could not be read; %s is what is printed there */
    return g_strdup_printf (_ ("unreadable: %s"), raw);
  return g_strdup (nb_name_state (quantity->state));
}

/**
 * nb_report_dup_name:
 * @report: a report
 *
 * Returns: (transfer full): organ and year, as far as they are known
 */
char *
nb_report_dup_name (NbReport *report)
{
  const char *organ = nb_report_get_organ (report);
  guint year = nb_report_get_year (report);

  if (organ == NULL)
    organ = _ ("unknown organ");
  return year > 0 ? g_strdup_printf ("%s %u", organ, year) : g_strdup (organ);
}
