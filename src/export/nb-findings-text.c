/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What was found in one report, for people: the gravest first, each with its relation, its sentence, the
 * proposal, and what only follows from it. In the user's language. Any thread.
 */

#include "nb-export.h"

#include <glib/gi18n-lib.h>

#include "base/nb-text.h"
#include "form/nb-label.h"
#include "nb-names.h"

/* Characters of a sentence that are shown. */
#define LONGEST_QUOTE 120

typedef struct
{
  GString *out;
  NbReading *reading;
  gboolean colours;
} Writer;

static const struct
{
  const char *name;
  const char *colour; /* SGR parameters */
} severities[] = {
  [NB_SEVERITY_ERROR] = { N_ ("error"), "1;31" },
  [NB_SEVERITY_LAW] = { N_ ("against the law"), "1;35" },
  [NB_SEVERITY_WARNING] = { N_ ("warning"), "1;33" },
  [NB_SEVERITY_HINT] = { N_ ("hint"), "36" },
  [NB_SEVERITY_INFO] = { N_ ("information"), "2" },
};

static void
write_severity (Writer *self, NbFinding *finding)
{
  NbSeverity severity = nb_finding_get_severity (finding);
  const char *open = nb_finding_get_status (finding) == NB_STATUS_OPEN ? _ (", undecided") : "";

  if (self->colours)
    g_string_append_printf (self->out, "\033[%sm%s%s\033[0m", severities[severity].colour,
                            _ (severities[severity].name), open);
  else
    g_string_append_printf (self->out, "%s%s", _ (severities[severity].name), open);
}

static void
write_line (Writer *self, const char *text)
{
  g_string_append_printf (self->out, "    %s\n", text);
}

static void
write_quote (Writer *self, NbReport *report, const NbQuote *quote)
{
  gboolean whole;
  g_autofree char *begin = nb_quote_dup_words (quote, report, LONGEST_QUOTE, &whole);
  /* Translators: words of the report, then nothing or "…" where they go on */
  g_autofree char *shown = g_strdup_printf (_ ("in: “%s”%s"), begin, whole ? "" : "…");

  write_line (self, shown);
}

/* Words of another report, behind the name of that report. */
static void
write_echo (Writer *self, const NbEcho *echo)
{
  const char *organ = nb_report_get_organ (echo->report);
  /* Translators: an organ and a year, before words of that report */
  g_autofree char *name = g_strdup_printf (_ ("the same in %s, %u"),
                                           organ != NULL ? organ : _ ("unknown organ"),
                                           nb_report_get_year (echo->report));

  write_line (self, name);
  write_quote (self, echo->report, &echo->quote);
}

static const char *
get_label (NbFigure *figure)
{
  const NbMetric *metric = nb_figure_get_metric (figure);

  return metric != NULL ? nb_label_pick (metric->label_zh, metric->label_en)
                        : nb_figure_get_label (figure);
}

static void
write_repair (Writer *self, const NbRepair *repair)
{
  g_autofree char *before = nb_decimal_to_string (repair->old_value);
  g_autofree char *after = nb_decimal_to_string (repair->new_value);
  g_autofree char *why = repair->why != NULL
                             /* Translators: a reason, behind a proposal */
                             ? g_strdup_printf (_ (". %s"), _ (repair->why))
                             : g_strdup ("");
  /* Translators: a cell, what stands there, what should, and a reason or nothing */
  g_autofree char *text = g_strdup_printf (_ ("proposal: %s: %s → %s%s"),
                                           get_label (repair->figure), before, after, why);

  write_line (self, text);
}

static void
write_consequence (Writer *self, NbFinding *finding)
{
  const char *where = nb_finding_get_where (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  g_autofree char *rule = where != NULL
                              ? g_strdup_printf ("%s · %s", nb_finding_get_rule (finding), where)
                              : g_strdup (nb_finding_get_rule (finding));
  /* Translators: a rule, and what is to be said of it */
  g_autofree char *text = g_strdup_printf (_ ("follows from it: %s  %s"), rule, message);

  write_line (self, text);
}

static void
write_consequences (Writer *self, GPtrArray *consequences)
{
  guint n = MIN (consequences->len, NB_MOST_CONSEQUENCES);

  for (guint i = 0; i < n; i++)
    write_consequence (self, consequences->pdata[i]);
  if (n < consequences->len)
    {
      g_autofree char *more = g_strdup_printf (_ ("and %u more"), consequences->len - n);

      write_line (self, more);
    }
}

static void
write_finding (Writer *self, NbFinding *finding)
{
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  GPtrArray *consequences = nb_finding_get_consequences (finding);
  guint n_quotes, n_repairs, n_echoes;
  const NbEcho *echoes = nb_finding_get_echoes (finding, &n_echoes);
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
  const NbRepair *repairs = nb_finding_get_repairs (finding, &n_repairs);

  g_string_append (self->out, "  ");
  write_severity (self, finding);
  g_string_append_printf (self->out, "  %s  %s\n", nb_finding_get_rule (finding), title);
  if (*nb_finding_get_relation (finding) != '\0')
    write_line (self, nb_finding_get_relation (finding));
  write_line (self, message);
  for (guint i = 0; i < n_quotes; i++)
    {
      write_quote (self, nb_finding_get_report (finding), &quotes[i]);
      for (guint j = 0; j < n_echoes; j++)
        if (echoes[j].n_quotes == i + 1)
          write_echo (self, &echoes[j]);
    }
  for (guint i = 0; i < n_repairs; i++)
    write_repair (self, &repairs[i]);
  write_consequences (self, consequences);
  if (nb_reading_get_review (self->reading, finding) != NULL)
    {
      g_autofree char *review = nb_review_dup_text (nb_reading_get_review (self->reading, finding));
      g_autofree char *text = g_strdup_printf (_ ("review: %s"), review);

      write_line (self, text);
    }
}

static void
write_head (Writer *self, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const NbForm *form = nb_report_get_form (report);
  const char *organ = nb_report_get_organ (report);
  g_autoptr (GString) head = g_string_new (NULL);

  /* The address may come from a file. */
  nb_text_append_printable (head, nb_source_get_uri (source));
  if (nb_report_get_part (report) > 0)
    g_string_append_printf (head, " [%u]", nb_report_get_part (report));
  /* Translators: the organ, behind the name of a file */
  g_string_append_printf (head, _ (": %s"), organ != NULL ? organ : _ ("unknown organ"));
  if (nb_report_get_year (report) > 0)
    /* Translators: a year, behind the organ */
    g_string_append_printf (head, _ (", %u"), nb_report_get_year (report));
  if (form != NULL)
    /* Translators: the form of a year, as 2021 */
    g_string_append_printf (head, _ (", form of %s"), form->id);
  if (self->colours)
    g_string_append_printf (self->out, "\033[1m%s\033[0m\n", head->str);
  else
    g_string_append_printf (self->out, "%s\n", head->str);
}

/**
 * nb_findings_write_text:
 * @out: what to append to
 * @reading: a reading
 * @colours: whether to colour severities by ANSI sequences
 *
 * Writes what was found in a report. Ends with a line feed.
 */
void
nb_findings_write_text (GString *out, NbReading *reading, gboolean colours)
{
  Writer self = { out, reading, colours };
  GListModel *findings;
  guint n;

  g_return_if_fail (out != NULL);
  g_return_if_fail (NB_IS_READING (reading));

  findings = nb_reading_get_findings (reading);
  n = g_list_model_get_n_items (findings);
  write_head (&self, nb_reading_get_report (reading));
  if (n == 0)
    g_string_append_printf (out, "  %s\n", _ ("no findings"));
  for (guint severity = 0; severity < G_N_ELEMENTS (severities); severity++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

        if (nb_finding_get_severity (finding) == severity)
          write_finding (&self, finding);
      }
}
