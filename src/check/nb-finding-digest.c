/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Knowing a finding again: what it is about, and what it says of that, in another check of the report or of
 * another version of it. Knows no language. Any thread.
 */

#include "nb-finding-private.h"

#include <string.h>

/* Rules whose cells are those that happen to be blank, copied or different: what they are about is the table. */
static gboolean
is_of_table (NbFinding *self)
{
  static const char *const rules[] = { "CELL-01", "X-08", "S-09", NULL };

  return g_strv_contains (rules, nb_finding_get_rule (self));
}

static void
append_terms (NbFinding *self, GString *out)
{
  guint n_terms;
  const NbTerm *terms = nb_finding_get_terms (self, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", nb_figure_get_id (terms[i].figure));
}

/**
 * nb_finding_dup_key:
 * @self: a finding
 *
 * Says what it is about: the rule, which instance of it, and the cells. Another check of the report, or of
 * a corrected one, gives the same key whatever the numbers.
 *
 * Returns: (transfer full): the key, without line feeds
 */
char *
nb_finding_dup_key (NbFinding *self)
{
  const char *instance;
  GString *key;

  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  instance = nb_finding_get_instance (self);
  key = g_string_new (nb_finding_get_rule (self));
  g_string_append_printf (key, " %s ", instance != NULL ? instance : "-");
  if (!is_of_table (self))
    append_terms (self, key);
  return g_string_free (key, FALSE);
}

/**
 * nb_finding_dup_digest:
 * @self: a finding
 *
 * Says what it says: the relation with its numbers, the words of its message, the words that it quotes.
 * Knows no language, and no place in the text: what is moved says the same.
 *
 * Returns: (transfer full): a SHA-256 in hexadecimal digits
 */
char *
nb_finding_dup_digest (NbFinding *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *key = nb_finding_dup_key (self);
  g_autoptr (GString) cells = g_string_new (NULL);
  const char *text = nb_document_get_text (nb_report_get_document (nb_finding_get_report (self)),
                                           NULL);
  const char *relation = nb_finding_get_relation (self), *word;
  guint n_quotes;
  const NbQuote *quotes = nb_finding_get_quotes (self, &n_quotes);

  g_checksum_update (sum, (const guchar *) key, (gssize) strlen (key) + 1);
  if (is_of_table (self))
    append_terms (self, cells);
  g_checksum_update (sum, (const guchar *) cells->str, (gssize) cells->len);
  g_checksum_update (sum, (const guchar *) relation, (gssize) strlen (relation) + 1);
  for (guint i = 0; nb_finding_get_word (self, i, &word); i++)
    if (word != NULL)
      g_checksum_update (sum, (const guchar *) word, (gssize) strlen (word) + 1);
  for (guint i = 0; i < n_quotes; i++)
    g_checksum_update (sum, (const guchar *) text + quotes[i].offset, (gssize) quotes[i].length);
  return g_strdup (g_checksum_get_string (sum));
}

/**
 * nb_finding_is_like:
 * @self: a finding
 * @other: a finding of another check
 *
 * Returns: whether both are about the same and say the same
 */
gboolean
nb_finding_is_like (NbFinding *self, NbFinding *other)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  if (self == other)
    return TRUE;
  if (nb_finding_get_rule_info (self) != nb_finding_get_rule_info (other) ||
      nb_finding_get_status (self) != nb_finding_get_status (other))
    return FALSE;
  one = nb_finding_dup_digest (self);
  two = nb_finding_dup_digest (other);
  return g_str_equal (one, two);
}
