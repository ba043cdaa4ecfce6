/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of a report a finding is about, and the words that it quotes, for people. Any thread. */

#include "nb-finding.h"

#include "form/nb-label.h"

static NbSection *
find_section (NbReport *report, const char *key)
{
  GListModel *sections = nb_report_get_sections (report);

  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      if (g_strcmp0 (nb_section_get_key (section), key) == 0)
        return section; /* the model keeps it */
    }
  return NULL;
}

/* The table that all cells of a finding are of; %NULL for none or several. */
static const NbFormTable *
find_table (const NbTerm *terms, guint n_terms, gboolean *several)
{
  const NbFormTable *table = NULL;

  *several = FALSE;
  for (guint i = 0; i < n_terms; i++)
    {
      const NbMetric *metric = nb_figure_get_metric (terms[i].figure);

      *several |= metric != NULL && table != NULL && metric->table != table;
      if (metric != NULL)
        table = metric->table;
    }
  return *several ? NULL : table;
}

/**
 * nb_finding_dup_place:
 * @finding: a finding
 *
 * Returns: (transfer full): the table or the section that it is about; empty for several tables or the whole report
 */
char *
nb_finding_dup_place (NbFinding *finding)
{
  guint n_terms = 0, n_quotes = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
  gboolean several;
  const NbFormTable *table = find_table (terms, n_terms, &several);
  NbSection *section;

  if (table != NULL)
    return g_strdup (nb_label_pick (table->label_short_zh, table->label_short_en));
  section = n_quotes > 0 && !several
                ? find_section (nb_finding_get_report (finding), quotes[0].section)
                : NULL;
  if (section == NULL)
    return g_strdup ("");
  if (nb_section_get_number (section) == NULL)
    return g_strdup (nb_section_get_heading (section));
  return g_strdup_printf ("%s %s", nb_section_get_number (section),
                          nb_section_get_heading (section));
}

/* The very bytes of the document, on one line: breaks of lines and cells, and whatever a terminal would obey,
 * become a blank. */
static char *
dup_line (const char *text, gsize length)
{
  GString *line = g_string_new (NULL);
  const char *end = text + length;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iscntrl (c) && c != 0x2028 && c != 0x2029)
        g_string_append_len (line, at, g_utf8_next_char (at) - at);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  return g_strstrip (g_string_free (line, FALSE));
}

/**
 * nb_quote_dup_words:
 * @quote: words of a report
 * @report: the report
 * @most: characters to show
 * @whole: (out) (optional): whether these are all
 *
 * Returns: (transfer full): the words as they are printed, on one line
 */
char *
nb_quote_dup_words (const NbQuote *quote, NbReport *report, guint most, gboolean *whole)
{
  const char *text = nb_document_get_text (nb_report_get_document (report), NULL);
  g_autofree char *words = dup_line (text + quote->offset, quote->length);
  gboolean is_whole = g_utf8_strlen (words, -1) <= (glong) most;

  if (whole != NULL)
    *whole = is_whole;
  return is_whole ? g_steal_pointer (&words) : g_utf8_substring (words, 0, most);
}
