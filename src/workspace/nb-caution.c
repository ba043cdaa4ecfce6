/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What whoever reads a report has to know of how it was read: bytes that are no characters, a scan, pages that are aslant. Any thread. */

#include "nb-caution.h"

#include <glib/gi18n-lib.h>

#include "base/nb-limits.h"

static void
add_sentence (GString *out, const char *sentence)
{
  if (out->len > 0)
    g_string_append (out, _ ("; "));
  g_string_append (out, sentence);
}

static void
add_replaced (GString *out, NbSource *source)
{
  gsize first;
  guint n = nb_source_get_n_replaced (source, &first);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (
      /* Translators: the second %lu counts bytes from the beginning of the file. */
      g_dngettext (GETTEXT_PACKAGE,
                   "%lu place is no character in the charset of the page and is shown as �, "
                   "at byte %lu; a figure there is marked as unreadable",
                   "%lu places are no characters in the charset of the page and are shown as �, "
                   "the first at byte %lu; figures there are marked as unreadable",
                   n),
      (gulong) n, (gulong) first);
  add_sentence (out, text);
}

/**
 * nb_caution_dup:
 * @report: a report
 *
 * Returns: (transfer full) (nullable): in the user's language, on one line; %NULL where there is nothing to heed
 */
char *
nb_caution_dup (NbReport *report)
{
  GString *out = g_string_new (NULL);

  add_replaced (out, nb_document_get_source (nb_report_get_document (report)));
  if (nb_report_has_flag (report, NB_PIECE_RECOGNISED))
    add_sentence (out, _ ("this is a scan: its figures are what a text recogniser has read in the pictures, and "
                          "may be wrong; compare them with what is seen on the pages"));
  if (nb_report_has_flag (report, NB_PIECE_SLANTED))
    add_sentence (out, _ ("pages of it are aslant, so that rows and columns cannot be told for sure: figures there are "
                          "marked as unreadable; open a straight copy, or the report in another format"));
  if (nb_report_get_year_evidence (report) == NB_YEAR_DOUBTFUL)
    add_sentence (out, _ ("the title does not tell of which year the report is, since it names several or only a day, and "
                          "nothing else does: the year may be another one"));
  if (nb_report_has_more_rows (report))
    {
      g_autofree char *text = g_strdup_printf (
          _ ("rows behind the first %d that no form has were not read"), NB_LIMIT_EXTRA_ROWS);

      add_sentence (out, text);
    }
  return g_string_free (out, out->len == 0);
}
