/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for years and days (D-01 to D-06): what the title, the period, the date line and the page say of the
 * year, and whether it was published in time. Days are strings YYYY-MM-DD, which compare as they stand. Any
 * thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/nb-date.h"
#include "base/nb-text.h"
#include "report/nb-words.h"

/* D-05: the page and the date line may lie this far apart. */
#define MOST_DAYS_APART 60

/* Bytes of a line that a day may stand in; longer ones are sentences. */
#define LONGEST_DATE_LINE 300

/* The first year of the Regulations; that report begins with May. */
#define FIRST_YEAR 2008

static guint
year_of (const char *day)
{
  return day != NULL ? (guint) strtoul (day, NULL, 10) : 0;
}

/* Where the day stands in the document, if not among its meta elements alone: a line, not a sentence. */
static void
quote_day (NbCheck *check, NbFinding *finding, const char *day)
{
  NbDocument *document = nb_report_get_document (check->report);
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = 0; i < n_pieces; i++)
    {
      gsize offset, used;
      NbDate date;
      g_autofree char *found = NULL;

      if (pieces[i].length > LONGEST_DATE_LINE ||
          !nb_date_find (text + pieces[i].offset, pieces[i].length, &offset, &used, &date))
        continue;
      found = nb_date_to_string (date);
      if (!g_str_equal (found, day))
        continue;
      nb_finding_add_quote (finding, NULL, pieces[i].offset + (guint) offset, (guint) used);
      return;
    }
}

static void
add_years (NbFinding *finding, guint left, guint right)
{
  nb_finding_add_count (finding, left);
  nb_finding_add_count (finding, right);
  nb_finding_set_relation (finding, g_strdup_printf ("%u ≠ %u", left, right));
}

/* The sentence in which the period stands. */
static const NbSentence *
find_period (NbCheck *check)
{
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);
      NbDate first, last;

      if (nb_words_has ("period.hint", sentence->text, sentence->length) &&
          nb_date_find_period (sentence->text, (gssize) sentence->length, &first, &last))
        return sentence;
    }
  return NULL;
}

static void
quote_period (NbCheck *check, NbFinding *finding)
{
  const NbSentence *sentence = find_period (check);

  if (sentence != NULL)
    nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
}

/* The year that the title prints, 0 where it prints none, or one that need not be the year of the report. */
static guint
find_title_year (NbReport *report)
{
  const char *title = nb_report_get_title (report);
  const char *end = title != NULL ? title + strlen (title) : NULL;
  guint year;

  if (nb_report_get_year_evidence (report) != NB_YEAR_SAID)
    return 0;
  for (const char *p = title; p != NULL && p < end; p = g_utf8_next_char (p))
    if (nb_date_match_year (p, end, &year) > 0)
      return year;
  return 0;
}

/* D-01. Returns: (transfer none) (nullable): what is told of it */
static NbFinding *
check_years (NbCheck *check)
{
  guint title = find_title_year (check->report);
  guint start = year_of (nb_report_get_period_start (check->report));
  guint end = year_of (nb_report_get_period_end (check->report));
  NbFinding *finding;

  if (title == 0 || end == 0 || title == end || title == start)
    return NULL;
  finding = nb_check_add (check, "D-01");
  nb_finding_set_message (finding, N_ ("The title says {1}, the period of the figures is in {2}."));
  add_years (finding, title, end);
  quote_period (check, finding);
  return finding;
}

/* A sentence that announces a period whose days have lost characters. */
static const NbSentence *
find_damaged_period (NbCheck *check)
{
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);
      gsize length;
      const char *hint = nb_words_find ("period.hint.strong", sentence->text, sentence->length,
                                        &length);

      if (hint != NULL && nb_words_has ("period.day", hint, strlen (hint)) &&
          g_regex_match_simple ("\\d{5,8}\\D", hint, 0, 0))
        return sentence;
    }
  return NULL;
}

/* D-02 where no period could be read. */
static void
check_unread_period (NbCheck *check)
{
  const NbSentence *damaged = find_damaged_period (check);
  NbFinding *finding = nb_check_add (check, "D-02");

  nb_finding_set_severity (finding, damaged != NULL ? NB_SEVERITY_WARNING : NB_SEVERITY_INFO);
  nb_finding_set_heading (finding, damaged != NULL ? N_ ("The period cannot be read")
                                                   : N_ ("No period is stated"));
  nb_finding_set_message (
      finding, damaged != NULL
                   ? N_ ("The days of the period are damaged and cannot be read.")
                   : N_ ("No period of the figures is stated; the law does not ask for it."));
  if (damaged != NULL)
    nb_finding_add_quote (finding, damaged->section, damaged->offset, damaged->size);
}

/* The whole of some year, and be it another one. */
static gboolean
is_calendar_year (const char *start, const char *end)
{
  return year_of (start) == year_of (end) && g_str_has_suffix (start, "-01-01") &&
         g_str_has_suffix (end, "-12-31");
}

/* An organ that was set up in the year reports from then on, one that was abolished up to then. */
static gboolean
is_life_span (NbCheck *check, const char *start, const char *end)
{
  if (year_of (start) != check->year || year_of (end) != check->year)
    return FALSE;
  return g_str_has_suffix (end, "-12-31")
             ? nb_check_find_formation (check) != NULL
             : g_str_has_suffix (start, "-01-01") && nb_check_says (check, NULL, "organ.abolished");
}

/* D-02. @years: (nullable): D-01 of the same report, of which a whole year that is another one is but the consequence. */
static void
check_period (NbCheck *check, NbFinding *years)
{
  const char *start = nb_report_get_period_start (check->report);
  const char *end = nb_report_get_period_end (check->report);
  g_autofree char *first = g_strdup_printf ("%u-%s", check->year,
                                            check->year == FIRST_YEAR ? "05-01" : "01-01");
  g_autofree char *new_year = g_strdup_printf ("%u-01-01", check->year);
  g_autofree char *last = g_strdup_printf ("%u-12-31", check->year);
  NbFinding *finding;

  if (start == NULL || end == NULL)
    {
      check_unread_period (check);
      return;
    }
  if (check->year == 0 ||
      ((strcmp (start, first) == 0 || strcmp (start, new_year) == 0) && strcmp (end, last) == 0))
    return;
  if (is_life_span (check, start, end))
    return;
  if (years != NULL && is_calendar_year (start, end))
    {
      finding = nb_finding_new (check->report, "D-02");
      nb_finding_add_consequence (years, finding);
    }
  else
    finding = nb_check_add (check, "D-02");
  if (is_calendar_year (start, end))
    nb_finding_set_heading (finding, N_ ("The period is that of another year"));
  nb_finding_set_message (finding, N_ ("The period is {1} to {2}; the report for {3} covers {4} to "
                                       "{5}."));
  nb_finding_add_text (finding, start);
  nb_finding_add_text (finding, end);
  nb_finding_add_count (finding, check->year);
  nb_finding_add_text (finding, first);
  nb_finding_add_text (finding, last);
  nb_finding_set_relation (finding, g_strdup_printf ("%s … %s ≠ %s … %s", start, end, first, last));
  quote_period (check, finding);
}

/* D-03. Returns: (transfer none) (nullable): what is told */
static NbFinding *
check_day (NbCheck *check, const char *day, const char *key, const char *message)
{
  g_autofree char *last = g_strdup_printf ("%u-12-31", check->year);
  g_autofree char *proposal = NULL;
  NbFinding *finding;

  if (day == NULL || check->year == 0 || strcmp (day, last) > 0)
    return NULL;
  finding = nb_check_add (check, "D-03");
  proposal = g_strdup_printf ("%u%s", check->year + 1, day + 4);
  nb_finding_set_instance (finding, key, NULL, NULL);
  nb_finding_set_message (finding, message);
  nb_finding_add_text (finding, day);
  nb_finding_add_text (finding, last);
  nb_finding_add_text (finding, proposal);
  nb_finding_set_relation (finding, g_strdup_printf ("%s ≤ %s", day, last));
  quote_day (check, finding, day);
  return finding;
}

/* The last day on which the report for @year may be published. */
static char *
dup_deadline (NbCheck *check, guint year)
{
  gboolean is_government = nb_report_get_organ_kind (check->report) == NB_ORGAN_GOVERNMENT;
  const NbForm *new_law = nb_forms_for_year (year);
  /* The Regulations of 2007 gave everybody until the end of March. */
  gboolean is_old = new_law == NULL || nb_form_find_role (new_law, "requests.carried_in") == NULL;

  return g_strdup_printf ("%u-%s", year + 1, is_government || is_old ? "03-31" : "01-31");
}

/* D-04 */
static void
check_deadline (NbCheck *check)
{
  const char *published = nb_report_get_published (check->report);
  const char *day = published != NULL ? published : nb_report_get_signed (check->report);
  NbOrganKind kind = nb_report_get_organ_kind (check->report);
  g_autofree char *deadline = check->year > 0 ? dup_deadline (check, check->year) : NULL;
  NbFinding *finding;

  if (day == NULL || deadline == NULL || strcmp (day, deadline) <= 0)
    return;
  finding = nb_check_add (check, "D-04");
  if (kind != NB_ORGAN_GOVERNMENT && kind != NB_ORGAN_DEPARTMENT)
    nb_finding_set_severity (finding, NB_SEVERITY_HINT);
  nb_finding_set_message (finding, kind == NB_ORGAN_GOVERNMENT || kind == NB_ORGAN_DEPARTMENT
                                       ? N_ ("Published on {1}; the deadline was {2}.")
                                       : N_ ("Published on {1}; the law names no day for such an "
                                             "organ, local notices mostly {2}."));
  nb_finding_add_text (finding, day);
  nb_finding_add_text (finding, deadline);
  nb_finding_set_relation (finding, g_strdup_printf ("%s > %s", day, deadline));
  quote_day (check, finding, day);
}

static gboolean
parse_day (const char *day, GDate *date)
{
  guint year, month, number;

  if (day == NULL || sscanf (day, "%4u-%2u-%2u", &year, &month, &number) != 3 ||
      !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* D-05. @early: (nullable): D-03 of one of both days, from which it follows. */
static void
check_distance (NbCheck *check, NbFinding *early)
{
  const char *published = nb_report_get_published (check->report);
  const char *signed_on = nb_report_get_signed (check->report);
  GDate page, line;
  NbFinding *finding;
  int days;

  if (!parse_day (published, &page) || !parse_day (signed_on, &line))
    return;
  days = abs (g_date_days_between (&page, &line));
  if (days <= MOST_DAYS_APART)
    return;
  finding = nb_finding_new (check->report, "D-05");
  if (early != NULL)
    nb_finding_add_consequence (early, finding);
  else
    g_ptr_array_add (check->findings, finding);
  nb_finding_set_message (finding,
                          N_ ("The page is of {1}, the date line of {2}: {3} days apart."));
  nb_finding_add_text (finding, published);
  nb_finding_add_text (finding, signed_on);
  nb_finding_add_count (finding, days);
  nb_finding_set_relation (finding, g_strdup_printf ("%d > %d", days, MOST_DAYS_APART));
  quote_day (check, finding, published);
  quote_day (check, finding, signed_on);
}

/* The year that a sentence begins with, 0 for none; "in 2021, …" but not "the plan of 2021". */
static guint
find_subject_year (const NbSentence *sentence)
{
  const char *end = sentence->text + sentence->length;
  guint year;
  gsize used = nb_date_match_year (sentence->text, end, &year);
  gsize sign = used > 0 ? nb_words_prefix ("year.sign", sentence->text + used) : 0;

  if (sign == 0 ||
      (sentence->text[used + sign] != ',' &&
       nb_words_prefix ("year.subject", sentence->text + used + sign) == 0) ||
      nb_words_has ("year.compared", sentence->text, sentence->length))
    return 0;
  return year;
}

/* D-06 */
static void
check_stale_years (NbCheck *check)
{
  for (guint i = 0; i < check->prose->n_sentences && check->year > 0; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);
      guint year = g_strcmp0 (sentence->section, "overview") == 0 ? find_subject_year (sentence)
                                                                  : 0;
      NbFinding *finding;

      if (year == 0 || year >= check->year)
        continue;
      finding = nb_check_add (check, "D-06");
      nb_finding_set_message (finding, N_ ("A sentence speaks of {1} in the report for {2}."));
      add_years (finding, year, check->year);
      nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
    }
}

/* Where the first cell of a table stands, G_MAXUINT where none is printed. */
static guint
find_table (NbCheck *check, const NbFormTable *table)
{
  guint first = G_MAXUINT;

  for (guint i = 0; i < table->n_metrics; i++)
    {
      guint index = table->metrics[i]->index;
      const NbPlace *place = index < check->figures.n
                                 ? nb_figure_get_place (check->figures.all[index])
                                 : NULL;

      if (place != NULL && place->offset < first)
        first = place->offset;
    }
  return first;
}

/* The year that a caption begins with: a line of its own, without a stop, that names a table. 0 for none. */
static guint
find_caption_year (const NbSentence *sentence)
{
  guint year = 0;

  if (nb_words_suffix ("table.caption", sentence->text, sentence->length) == 0 ||
      nb_words_has ("year.compared", sentence->text, sentence->length))
    return 0;
  for (gsize i = 0; i < sentence->length && year == 0; i += g_utf8_skip[(guchar) sentence->text[i]])
    if (g_ascii_isdigit (sentence->text[i]) && (i == 0 || !g_ascii_isdigit (sentence->text[i - 1])))
      nb_date_match_year (sentence->text + i, sentence->text + sentence->length, &year);
  return year;
}

/* D-06: the one caption above a table is of an earlier year. Where there are more, tables of several years may stand. */
static void
check_caption (NbCheck *check, const NbFormTable *table)
{
  guint first = find_table (check, table), n_captions = 0, stale = 0;
  const NbSentence *caption = NULL;
  NbFinding *finding;

  for (guint i = 0; i < check->prose->n_sentences && first != G_MAXUINT; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);
      guint year = g_strcmp0 (sentence->section, table->section) == 0 && sentence->offset < first
                       ? find_caption_year (sentence)
                       : 0;

      if (year == 0)
        continue;
      n_captions++;
      stale = year;
      caption = sentence;
    }
  if (n_captions != 1 || check->year == 0 || stale >= check->year)
    return;
  finding = nb_check_add (check, "D-06");
  nb_finding_set_instance (finding, table->id, table->label_short_zh, table->label_short_en);
  nb_finding_set_message (finding,
                          N_ ("The caption of the table names {1} in the report for {2}."));
  add_years (finding, stale, check->year);
  nb_finding_add_quote (finding, caption->section, caption->offset, caption->size);
}

/* Whether what is found would not be so in the year that the period names. */
static gboolean
goes_with_year (NbCheck *check, NbFinding *finding, guint year)
{
  const char *published = nb_report_get_published (check->report);
  const char *signed_on = nb_report_get_signed (check->report);
  const char *day = published != NULL ? published : signed_on;
  const char *rule = nb_finding_get_rule (finding);
  g_autofree char *deadline = dup_deadline (check, year);
  g_autofree char *last = g_strdup_printf ("%u-12-31", year);

  if (g_str_equal (rule, "S-07"))
    return nb_forms_for_year (year) == nb_report_get_form (check->report);
  if (g_str_equal (rule, "D-04"))
    return strcmp (day, deadline) <= 0;
  return g_str_equal (rule, "D-03") && (published == NULL || strcmp (published, last) > 0) &&
         (signed_on == NULL || strcmp (signed_on, last) > 0);
}

/* Form and days that are wrong only because the title names another year than the period. */
static void
fold_years (NbCheck *check, NbFinding *years)
{
  guint year = year_of (nb_report_get_period_end (check->report));

  for (guint i = check->findings->len; i-- > 0;)
    if (goes_with_year (check, check->findings->pdata[i], year))
      nb_finding_add_consequence (years, g_ptr_array_steal_index (check->findings, i));
}

void
nb_rules_dates_run (NbCheck *check)
{
  NbFinding *years = check_years (check), *published, *signed_on;

  check_period (check, years);
  published = check_day (check, nb_report_get_published (check->report), "published",
                         N_ ("Published on {1}, before the period ends on {2}; {3} may be meant."));
  signed_on = check_day (
      check, nb_report_get_signed (check->report), "signed",
      N_ ("The date line says {1}, before the period ends on {2}; {3} may be meant."));
  check_deadline (check);
  check_distance (check, published != NULL ? published : signed_on);
  if (years != NULL)
    fold_years (check, years);
  check_stale_years (check);
  for (guint i = 0; i < check->form->n_tables; i++)
    check_caption (check, &check->form->tables[i]);
}
