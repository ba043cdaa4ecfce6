/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for table 3 beyond its sums and its cells (T3-09, T3-10, T3-13). Those that set it against the text
 * are nb-rules-narrative.c. Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-date.h"
#include "base/nb-text.h"
#include "nb-narrative-private.h"
#include "report/nb-words.h"

/* From this many requests on a large remainder is worth a hint (T3-09). */
#define LEAST_REQUESTS 10

/* T3-09 */
static void
check_remainder (NbCheck *check)
{
  gint64 received, before, left;
  NbFinding *finding;

  if (!nb_check_count (check, "requests.received", &received) ||
      !nb_check_count (check, "requests.carried_in", &before) ||
      !nb_check_count (check, "requests.carried_out", &left) ||
      received + before < LEAST_REQUESTS || left * 2 <= received + before)
    return;
  finding = nb_check_add (check, "T3-09");
  nb_finding_set_message (finding, N_ ("Of {1} requests {2} are carried over to the next year."));
  nb_finding_add_count (finding, received + before);
  nb_finding_add_count (finding, left);
  nb_finding_set_relation (finding, g_strdup_printf ("%" G_GINT64_FORMAT " / (%" G_GINT64_FORMAT
                                                     " + %" G_GINT64_FORMAT ") > 0.5",
                                                     left, received, before));
  nb_finding_add_term (finding, nb_check_find (check, "requests.carried_out"), FALSE);
  nb_finding_add_term (finding, nb_check_find (check, "requests.received"), TRUE);
  nb_finding_add_term (finding, nb_check_find (check, "requests.carried_in"), TRUE);
}

/* Whether the sentence names no year but that of the report, and tells of the present one. */
static gboolean
is_of_year (const NbSentence *sentence, guint year)
{
  const char *text = sentence->text, *end = text + sentence->length;
  gboolean found = FALSE;

  for (const char *p = text; p < end; p += g_utf8_skip[(guchar) *p])
    {
      guint named = 0;

      if ((p > text && g_ascii_isdigit (p[-1])) || nb_date_match_year (p, end, &named) == 0)
        continue;
      if (named != year)
        return FALSE;
      found = TRUE;
    }
  return found || nb_words_has ("organ.formed.now", text, sentence->length);
}

/* "Our bureau | in March 2022 formally | was formed": the organ itself, and nothing but the time between. */
static gboolean
is_own_formation (const NbSentence *sentence, const char *organ, gsize verb)
{
  static const char *const between[] = { "narrative.adverb", "organ.formed.between" };
  const char *text = sentence->text;
  NbSpan clause = { verb, verb };
  const char *name;
  gsize end, last;

  while (clause.first > 0 && strchr (",;:(", text[clause.first - 1]) == NULL)
    clause.first--;
  end = MAX (nb_span_last (text, clause, "narrative.organ.own", NULL),
             nb_span_last (text, clause, "organ.self.pronoun", NULL));
  name = organ != NULL ? g_strstr_len (text + clause.first, (gssize) (verb - clause.first), organ)
                       : NULL;
  if (name != NULL)
    end = MAX (end, (gsize) (name - text) + strlen (organ));
  if (end == 0)
    return FALSE;
  clause.first = end;
  do
    {
      last = clause.first;
      for (guint i = 0; i < G_N_ELEMENTS (between); i++)
        clause = nb_span_strip (text, clause, between[i]);
    }
  while (clause.first > last);
  return clause.first >= clause.end;
}

/* The organ is new: the sentence says so of itself, or of its report, that it is the first. */
static gboolean
tells_formation (NbCheck *check, const NbSentence *sentence, const char *organ)
{
  const char *text = sentence->text, *end = text + sentence->length;
  gsize length;

  if (nb_words_has ("organ.formed", text, sentence->length))
    return TRUE;
  if (!is_of_year (sentence, check->year))
    return FALSE;
  for (const char *p = text;
       (p = nb_words_find ("organ.formed.verb", p, (gsize) (end - p), &length)) != NULL;
       p += length)
    if ((p + length >= end || nb_words_prefix ("organ.formed.behind", p + length) > 0) &&
        is_own_formation (sentence, organ, (gsize) (p - text)))
      return TRUE;
  return FALSE;
}

/**
 * nb_check_find_formation:
 * @check: a report under check
 *
 * Returns: (nullable): the sentence that says that the organ was set up in the year of the report
 */
const NbSentence *
nb_check_find_formation (NbCheck *check)
{
  const char *organ = nb_report_get_organ (check->report);
  g_autofree char *name = organ != NULL ? nb_text_fold (organ, -1) : NULL;

  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);

      if (tells_formation (check, sentence, name))
        return sentence;
    }
  return NULL;
}

/* T3-10 */
static void
check_new_organ (NbCheck *check)
{
  const NbSentence *sentence;
  NbFinding *finding;
  gint64 before;

  if (!nb_check_count (check, "requests.carried_in", &before) || before == 0)
    return;
  sentence = nb_check_find_formation (check);
  if (sentence == NULL)
    return;
  finding = nb_check_add (check, "T3-10");
  nb_finding_set_message (finding, N_ ("The text says that the organ was formed this year, but {1} "
                                       "requests are carried in."));
  nb_finding_add_count (finding, before);
  nb_finding_set_relation (finding, g_strdup_printf ("%" G_GINT64_FORMAT " > 0", before));
  nb_finding_add_term (finding, nb_check_find (check, "requests.carried_in"), FALSE);
  nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
}

/* "… limited company requested disclosure", "a request for disclosure was filed by a law firm". */
static gboolean
files_request (const NbSentence *sentence, const char *who)
{
  return nb_words_has ("narrative.requests", who, strlen (who)) ||
         (nb_words_has ("applicant.files", who, strlen (who)) &&
          (nb_words_has ("narrative.requests", sentence->text, sentence->length) ||
           (sentence->head != NULL &&
            nb_words_has ("narrative.requests.head", sentence->head, strlen (sentence->head)))));
}

/* A sentence in which an organisation files a request. */
static const NbSentence *
find_organisation (NbCheck *check)
{
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);
      gsize length;
      const char *who = nb_words_find ("applicant.organisation", sentence->text, sentence->length,
                                       &length);

      if (who != NULL && files_request (sentence, who))
        return sentence;
    }
  return NULL;
}

/* T3-13 */
static void
check_organisations (NbCheck *check)
{
  const NbSentence *sentence = find_organisation (check);
  NbFinding *finding;
  NbSum received;

  if (sentence == NULL || !nb_check_sum (check, "requests.received.legal_person", &received) ||
      !nb_decimal_is_zero (received.value))
    return;
  finding = nb_check_add (check, "T3-13");
  nb_finding_set_message (finding,
                          N_ ("The text names an organisation as applicant, but table 3 has "
                              "natural persons only."));
  nb_check_add_sum_terms (finding, &received, FALSE);
  nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
}

/* --- T3-03: the subtotal of organisations that some templates insert before the total --- */

/* Rows in which such a number must stand, so that it is a column. */
#define LEAST_SUBTOTALS 5

typedef struct
{
  NbFigure *organisations[8];
  guint n;
  NbFigure *total;
  NbDecimal printed;
  NbDecimal sum;
  guint offset;
  guint length;
} Subtotal;

/* The cell between the last organisation and the total; it is no figure of any form. */
static gboolean
find_between (NbCheck *check, Subtotal *self)
{
  static const char blanks[] = " |\t\r\n,;\"";
  const char *text = nb_document_get_text (nb_report_get_document (check->report), NULL);
  const NbPlace *last = nb_figure_get_place (self->organisations[self->n - 1]);
  const NbPlace *total = nb_figure_get_place (self->total);
  NbValue value;
  guint end;

  if (last == NULL || total == NULL || total->offset <= last->offset + last->length)
    return FALSE;
  self->offset = last->offset + last->length;
  end = total->offset;
  while (self->offset < end && strchr (blanks, text[self->offset]) != NULL)
    self->offset++;
  while (end > self->offset && strchr (blanks, text[end - 1]) != NULL)
    end--;
  self->length = end - self->offset;
  if (self->length == 0)
    return FALSE;
  value = nb_value_parse (text + self->offset, (gssize) self->length, NB_VALUE_COUNT);
  self->printed = value.value;
  return value.state == NB_STATE_NUMBER || value.state == NB_STATE_ZERO;
}

/* Five organisations between the natural persons and the total. */
static gboolean
read_subtotal (NbCheck *check, const NbFormRow *row, Subtotal *self)
{
  memset (self, 0, sizeof *self);
  if (row->n_metrics < 4 || row->n_metrics > G_N_ELEMENTS (self->organisations) + 2)
    return FALSE;
  for (guint i = 1; i < row->n_metrics; i++)
    {
      guint index = row->metrics[i]->index;
      NbFigure *figure = index < check->figures.n ? check->figures.all[index] : NULL;
      NbDecimal value;

      if (figure == NULL || !nb_figure_get_known (figure, &value))
        return FALSE;
      if (i + 1 == row->n_metrics)
        self->total = figure;
      else if (nb_decimal_add (self->sum, value, &self->sum))
        self->organisations[self->n++] = figure;
      else
        return FALSE;
    }
  return find_between (check, self);
}

static void
tell_subtotal (NbCheck *check, const NbFormRow *row, const Subtotal *subtotal)
{
  NbFinding *finding = nb_check_add (check, "T3-03");

  nb_finding_set_instance (finding, row->key, row->label_zh, row->label_en);
  nb_finding_set_message (finding,
                          N_ ("The subtotal of organisations is {1}, their columns make {2}."));
  nb_finding_add_number (finding, subtotal->printed);
  nb_finding_add_number (finding, subtotal->sum);
  nb_finding_set_relation (finding, nb_check_relation (subtotal->sum, "≠", subtotal->printed));
  for (guint i = 0; i < subtotal->n; i++)
    nb_finding_add_term (finding, subtotal->organisations[i], FALSE);
  nb_finding_add_quote (finding, nb_figure_get_place (subtotal->total)->section, subtotal->offset,
                        subtotal->length);
}

static void
check_subtotals (NbCheck *check, const NbFormTable *table)
{
  guint n_right = 0, n_wrong = 0;
  Subtotal subtotal;

  for (guint i = 0; i < table->n_rows; i++)
    if (read_subtotal (check, table->rows[i], &subtotal))
      {
        if (nb_decimal_compare (subtotal.printed, subtotal.sum) == 0)
          n_right++;
        else
          n_wrong++;
      }
  if (n_wrong == 0 || n_right < LEAST_SUBTOTALS || n_right < 3 * n_wrong)
    return;
  for (guint i = 0; i < table->n_rows; i++)
    if (read_subtotal (check, table->rows[i], &subtotal) &&
        nb_decimal_compare (subtotal.printed, subtotal.sum) != 0)
      tell_subtotal (check, table->rows[i], &subtotal);
}

void
nb_rules_requests_run (NbCheck *check)
{
  const NbMetric *received = nb_form_find_role (check->form, "requests.received.natural_person");

  if (received != NULL)
    check_subtotals (check, received->table);
  check_remainder (check);
  check_new_organ (check);
  check_organisations (check);
}
