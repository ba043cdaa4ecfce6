/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for table 3 beyond its sums and its cells (T3-09, T3-10, T3-13). Those that set it against the text
 * are nb-rules-narrative.c. Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static const NbSentence *
find_sentence (NbCheck *check, const char *role)
{
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);

      if (nb_words_has (role, sentence->text, sentence->length))
        return sentence;
    }
  return NULL;
}

/* T3-10 */
static void
check_new_organ (NbCheck *check)
{
  const NbSentence *sentence = find_sentence (check, "organ.formed");
  NbFinding *finding;
  gint64 before;

  if (sentence == NULL || !nb_check_count (check, "requests.carried_in", &before) || before == 0)
    return;
  finding = nb_check_add (check, "T3-10");
  nb_finding_set_message (finding, N_ ("The text says that the organ was formed this year, but {1} "
                                       "requests are carried in."));
  nb_finding_add_count (finding, before);
  nb_finding_set_relation (finding, g_strdup_printf ("%" G_GINT64_FORMAT " > 0", before));
  nb_finding_add_term (finding, nb_check_find (check, "requests.carried_in"), FALSE);
  nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
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

      if (who != NULL && nb_words_has ("narrative.requests", who, strlen (who)))
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

void
nb_rules_requests_run (NbCheck *check)
{
  check_remainder (check);
  check_new_organ (check);
  check_organisations (check);
}
