/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbFinding: a relation that does not hold or cannot be decided, with the numbers put in. It owns a
 * reference to its report, whose figures its terms borrow. Immutable once a rule has handed it over, so
 * any thread may read it; the sentences are made when they are asked for, in the language of that moment.
 */

#include "nb-finding-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "form/nb-label.h"

/* What stands for {1}, {2} … of a message: the same thing in Chinese and in English. */
typedef struct
{
  char *zh;
  char *en;
} Word;

struct _NbFinding
{
  GObject parent_instance;

  NbReport *report;   /* (owned) */
  const NbRule *rule; /* static */
  char *instance;     /* (owned) (nullable) */
  Word where;         /* (owned) (nullable): the instance for people */
  NbSeverity severity;
  NbStatus status;
  const char *message; /* (nullable), static, to be translated */
  const char *heading; /* (nullable), the same: instead of the title of the rule */
  GArray *words;       /* (owned) of Word */
  char *relation;      /* (owned) (nullable) */
  GArray *terms;       /* (owned) of NbTerm: left, then right */
  GArray *others;      /* (owned) of NbOther */
  GArray *quotes;      /* (owned) of NbQuote */
  GArray *echoes;      /* (owned) of NbEcho */
  GArray *repairs;     /* (owned) of NbRepair */
  GPtrArray *consequences;

  /* Of an equation alone */
  const NbIdentity *identity; /* (nullable), static */
  NbSide sides[2];
  gboolean overflow;
};

G_DEFINE_FINAL_TYPE (NbFinding, nb_finding, G_TYPE_OBJECT)

static const char *const severities[] = {
  [NB_SEVERITY_ERROR] = "error", [NB_SEVERITY_LAW] = "law",   [NB_SEVERITY_WARNING] = "warning",
  [NB_SEVERITY_HINT] = "hint",   [NB_SEVERITY_INFO] = "info",
};

static void
clear_word (gpointer data)
{
  Word *word = data;

  g_clear_pointer (&word->zh, g_free);
  g_clear_pointer (&word->en, g_free);
}

static void
clear_other (gpointer data)
{
  g_clear_object (&((NbOther *) data)->report);
}

static void
clear_echo (gpointer data)
{
  g_clear_object (&((NbEcho *) data)->report);
}

/* --- Object --- */

static void
nb_finding_finalize (GObject *object)
{
  NbFinding *self = NB_FINDING (object);

  g_clear_object (&self->report);
  g_clear_pointer (&self->instance, g_free);
  clear_word (&self->where);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->relation, g_free);
  g_clear_pointer (&self->terms, g_array_unref);
  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->quotes, g_array_unref);
  g_clear_pointer (&self->echoes, g_array_unref);
  g_clear_pointer (&self->repairs, g_array_unref);
  g_clear_pointer (&self->consequences, g_ptr_array_unref);

  G_OBJECT_CLASS (nb_finding_parent_class)->finalize (object);
}

static void
nb_finding_class_init (NbFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_finding_finalize;
}

static void
nb_finding_init (NbFinding *self)
{
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  self->terms = g_array_new (FALSE, FALSE, sizeof (NbTerm));
  self->others = g_array_new (FALSE, FALSE, sizeof (NbOther));
  g_array_set_clear_func (self->others, clear_other);
  self->quotes = g_array_new (FALSE, FALSE, sizeof (NbQuote));
  self->echoes = g_array_new (FALSE, FALSE, sizeof (NbEcho));
  g_array_set_clear_func (self->echoes, clear_echo);
  self->repairs = g_array_new (FALSE, FALSE, sizeof (NbRepair));
  self->consequences = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * nb_finding_new:
 * @report: the report
 * @rule: id of a rule
 *
 * Begins a finding that says that @rule fails, with the gravest severity of that rule.
 *
 * Returns: (transfer full): the finding
 */
NbFinding *
nb_finding_new (NbReport *report, const char *rule)
{
  NbFinding *self = g_object_new (NB_TYPE_FINDING, NULL);

  self->report = g_object_ref (report);
  nb_finding_set_rule (self, rule);
  self->severity = nb_severity_from_string (self->rule->severity);
  self->status = NB_STATUS_FAIL;
  return self;
}

/**
 * nb_finding_new_for_equation:
 * @report: the report
 * @equation: a relation of it that failed or is open
 *
 * Keeps what @equation says.
 *
 * Returns: (transfer full): the finding
 */
NbFinding *
nb_finding_new_for_equation (NbReport *report, const NbEquation *equation)
{
  const NbIdentity *identity = equation->identity;
  NbFinding *self = nb_finding_new (report, identity->rule);

  self->identity = identity;
  if (*identity->instance != '\0')
    nb_finding_set_instance (self, identity->instance, identity->instance_zh,
                             identity->instance_en);
  self->severity = nb_equation_severity (equation);
  self->status = equation->verdict == NB_VERDICT_FAIL ? NB_STATUS_FAIL : NB_STATUS_OPEN;
  g_array_append_vals (self->terms, equation->terms->data, equation->terms->len);
  self->sides[0] = equation->sides[0];
  self->sides[1] = equation->sides[1];
  self->overflow = equation->overflow;
  self->relation = nb_equation_to_string (equation);
  return self;
}

/**
 * nb_finding_set_rule:
 * @self: a finding that is being made
 * @rule: id of a rule
 *
 * Says which rule it is about; the severity stays.
 */
void
nb_finding_set_rule (NbFinding *self, const char *rule)
{
  self->rule = nb_rules_find (rule);
  if (self->rule == NULL)
    g_error ("no rule %s", rule);
}

/**
 * nb_finding_set_severity:
 * @self: a finding that is being made
 * @severity: how grave it is
 *
 * Makes it milder than its rule allows.
 */
void
nb_finding_set_severity (NbFinding *self, NbSeverity severity)
{
  self->severity = severity;
}

/**
 * nb_finding_set_open:
 * @self: a finding that is being made
 *
 * Says that it cannot be decided: a hint, whatever its rule.
 */
void
nb_finding_set_open (NbFinding *self)
{
  self->status = NB_STATUS_OPEN;
  self->severity = NB_SEVERITY_HINT;
}

/**
 * nb_finding_set_instance:
 * @self: a finding that is being made
 * @key: key of the row, column or section that the rule was put to
 * @zh: its name in Chinese
 * @en: its name in English
 *
 * Says which of several instances of its rule it is.
 */
void
nb_finding_set_instance (NbFinding *self, const char *key, const char *zh, const char *en)
{
  g_free (self->instance);
  clear_word (&self->where);
  self->instance = g_strdup (key);
  self->where = (Word){ g_strdup (zh), g_strdup (en) };
}

/**
 * nb_finding_set_message:
 * @self: a finding that is being made
 * @message: a static sentence to be translated; {1}, {2} … stand for the words
 *
 * Sets what is said.
 */
void
nb_finding_set_message (NbFinding *self, const char *message)
{
  self->message = message;
}

/* A static heading to be translated, where the title of the rule would say more than is known. */
void
nb_finding_set_heading (NbFinding *self, const char *heading)
{
  self->heading = heading;
}

/**
 * nb_finding_add_word:
 * @self: a finding that is being made
 * @zh: a name in Chinese
 * @en: the same in English
 *
 * Adds a word of the message.
 */
void
nb_finding_add_word (NbFinding *self, const char *zh, const char *en)
{
  Word word = { g_strdup (zh), g_strdup (en) };

  g_array_append_val (self->words, word);
}

/**
 * nb_finding_add_text:
 * @self: a finding that is being made
 * @text: what is the same in every language
 *
 * Adds a word of the message.
 */
void
nb_finding_add_text (NbFinding *self, const char *text)
{
  nb_finding_add_word (self, text, text);
}

/**
 * nb_finding_add_count:
 * @self: a finding that is being made
 * @count: a number
 *
 * Adds a word of the message.
 */
void
nb_finding_add_count (NbFinding *self, gint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  nb_finding_add_text (self, text);
}

/**
 * nb_finding_add_number:
 * @self: a finding that is being made
 * @number: a number
 *
 * Adds a word of the message.
 */
void
nb_finding_add_number (NbFinding *self, NbDecimal number)
{
  g_autofree char *text = nb_decimal_to_string (number);

  nb_finding_add_text (self, text);
}

/**
 * nb_finding_set_relation:
 * @self: a finding that is being made
 * @relation: (transfer full): the relation with the numbers put in
 *
 * Sets the relation, which knows no language.
 */
void
nb_finding_set_relation (NbFinding *self, char *relation)
{
  g_free (self->relation);
  self->relation = relation;
}

/**
 * nb_finding_add_term:
 * @self: a finding that is being made
 * @figure: (nullable): a figure of its report; %NULL adds nothing
 * @right: the side that it stands on
 *
 * Adds a cell that it is about. Left terms come first.
 */
void
nb_finding_add_term (NbFinding *self, NbFigure *figure, gboolean right)
{
  NbTerm term = { figure, right };

  if (figure != NULL)
    g_array_append_val (self->terms, term);
}

/**
 * nb_finding_add_other:
 * @self: a finding that is being made
 * @report: another report
 * @figure: (nullable): a figure of it; %NULL adds nothing
 *
 * Adds a cell of another report that it is about, where it stands among the terms of the relation.
 */
void
nb_finding_add_other (NbFinding *self, NbReport *report, NbFigure *figure)
{
  NbOther other = { report, figure, self->terms->len };

  if (figure == NULL)
    return;
  g_object_ref (report);
  g_array_append_val (self->others, other);
}

/**
 * nb_finding_add_quote:
 * @self: a finding that is being made
 * @section: (nullable): key of the section, static
 * @offset: bytes of the document text
 * @length: bytes; 0 adds nothing
 *
 * Adds words of the text that it is about.
 */
void
nb_finding_add_quote (NbFinding *self, const char *section, guint offset, guint length)
{
  NbQuote quote = { section, offset, length };

  if (length > 0)
    g_array_append_val (self->quotes, quote);
}

/**
 * nb_finding_add_echo:
 * @self: a finding that is being made
 * @report: another report
 * @section: (nullable): key of the section, static
 * @offset: bytes of the document text of @report
 * @length: bytes; 0 adds nothing
 *
 * Adds words of another report that say what the quote added last says.
 */
void
nb_finding_add_echo (NbFinding *self,
                     NbReport *report,
                     const char *section,
                     guint offset,
                     guint length)
{
  NbEcho echo = { report, { section, offset, length }, self->quotes->len };

  if (length == 0)
    return;
  g_object_ref (report);
  g_array_append_val (self->echoes, echo);
}

/**
 * nb_finding_add_repair:
 * @self: a finding that is being made
 * @repair: a proposal, copied
 *
 * Adds a proposal, the likeliest first; one for a cell that has a proposal already takes its place, before all.
 */
void
nb_finding_add_repair (NbFinding *self, const NbRepair *repair)
{
  for (guint i = 0; i < self->repairs->len; i++)
    if (g_array_index (self->repairs, NbRepair, i).figure == repair->figure)
      {
        g_array_remove_index (self->repairs, i);
        g_array_prepend_vals (self->repairs, repair, 1);
        return;
      }
  g_array_append_vals (self->repairs, repair, 1);
}

/**
 * nb_finding_add_consequence:
 * @self: a finding that is being made
 * @consequence: (transfer full): what follows from it
 *
 * Folds a finding under the one that it follows from.
 */
void
nb_finding_add_consequence (NbFinding *self, NbFinding *consequence)
{
  g_ptr_array_add (self->consequences, consequence);
}

/**
 * nb_severity_to_string:
 * @severity: a severity
 *
 * Returns: its name as the JSON output spells it, static
 */
const char *
nb_severity_to_string (NbSeverity severity)
{
  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (severities), NULL);

  return severities[severity];
}

/**
 * nb_severity_from_string:
 * @name: (nullable): a name as nb_severity_to_string() gives it
 *
 * Returns: the severity; the gravest where there is none of that name
 */
NbSeverity
nb_severity_from_string (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    if (g_strcmp0 (name, severities[i]) == 0)
      return (NbSeverity) i;
  return NB_SEVERITY_ERROR;
}

/* --- Sentences --- */

/* Puts the words in the places of a translated message. */
static char *
fill_in (const char *message, GArray *words)
{
  GString *out = g_string_new (NULL);

  for (const char *p = message; *p != '\0'; p++)
    {
      guint number = p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}' ? p[1] - '0' : 0;
      const Word *word = number > 0 && number <= words->len
                             ? &g_array_index (words, Word, number - 1)
                             : NULL;

      if (word == NULL)
        {
          g_string_append_c (out, *p);
          continue;
        }
      g_string_append (out, nb_label_pick (word->zh, word->en));
      p += 2;
    }
  return g_string_free (out, FALSE);
}

/**
 * nb_finding_dup_headline:
 * @self: a finding
 *
 * Returns: (transfer full): what is wrong, without the row or column that it is wrong in
 */
char *
nb_finding_dup_headline (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  if (self->identity != NULL)
    return nb_equation_text_title (self->identity, self->status);
  if (self->heading != NULL)
    return g_strdup (_ (self->heading));
  if (self->status == NB_STATUS_OPEN)
    return nb_equation_text_open_title (self->rule->relation_zh, self->rule->relation_en);
  return g_strdup (nb_label_pick (self->rule->title_zh, self->rule->title_en));
}

/**
 * nb_finding_get_where:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the row, column or section that it is about, in the user's language
 */
const char *
nb_finding_get_where (NbFinding *self)
{
  const char *where;

  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  where = nb_label_pick (self->where.zh, self->where.en);
  return where != NULL && *where != '\0' ? where : NULL;
}

/**
 * nb_finding_dup_title:
 * @self: a finding
 *
 * Returns: (transfer full): a few words, in the user's language
 */
char *
nb_finding_dup_title (NbFinding *self)
{
  g_autofree char *headline = nb_finding_dup_headline (self);
  const char *where = nb_finding_get_where (self);

  if (where == NULL)
    return g_steal_pointer (&headline);
  return g_strdup_printf ("%s · %s", headline, where);
}

static char *
dup_statement (NbFinding *self)
{
  if (self->message != NULL)
    return fill_in (_ (self->message), self->words);
  if (self->identity != NULL)
    return nb_equation_text_message ((const NbTerm *) (gpointer) self->terms->data,
                                     self->terms->len, self->sides, self->overflow, self->status);
  return g_strdup (nb_label_pick (self->rule->relation_zh, self->rule->relation_en));
}

/**
 * nb_finding_dup_message:
 * @self: a finding
 *
 * Returns: (transfer full): a sentence or two, in the user's language; the last says which of its numbers
 *   stand nowhere in the report
 */
char *
nb_finding_dup_message (NbFinding *self)
{
  g_autofree char *statement = NULL;
  guint n_entered = 0;

  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  statement = dup_statement (self);
  for (guint i = 0; i < self->terms->len; i++)
    n_entered += nb_figure_get_entered (g_array_index (self->terms, NbTerm, i).figure, NULL);
  if (n_entered == 0)
    return g_steal_pointer (&statement);
  return g_strdup_printf (
      /* Translators: a statement, then how many of its numbers the user has keyed in */
      ngettext ("%s %u of its numbers is not printed but keyed in by hand.",
                "%s %u of its numbers are not printed but keyed in by hand.", n_entered),
      statement, n_entered);
}

/* --- Getters --- */

/**
 * nb_finding_get_rule_info:
 * @self: a finding
 *
 * Returns: (transfer none): the rule, with its relation, source and exceptions
 */
const NbRule *
nb_finding_get_rule_info (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->rule;
}

/**
 * nb_finding_get_rule:
 * @self: a finding
 *
 * Returns: the id of the rule (DOMAIN §4): "T3-01"
 */
const char *
nb_finding_get_rule (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->rule->id;
}

/**
 * nb_finding_get_instance:
 * @self: a finding
 *
 * Returns: (nullable): the key of the row or column that the rule was put to
 */
const char *
nb_finding_get_instance (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->instance;
}

/**
 * nb_finding_get_severity:
 * @self: a finding
 *
 * Returns: how grave it is; an open relation is a hint
 */
NbSeverity
nb_finding_get_severity (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NB_SEVERITY_INFO);

  return self->severity;
}

/**
 * nb_finding_get_status:
 * @self: a finding
 *
 * Returns: whether the relation fails, or cannot be decided because cells have no number
 */
NbStatus
nb_finding_get_status (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NB_STATUS_OPEN);

  return self->status;
}

/**
 * nb_finding_get_relation:
 * @self: a finding
 *
 * Returns: the relation with the numbers put in: "26 + 0 ≠ 26 + 1", "?" for an unknown one; empty
 *   where there is none
 */
const char *
nb_finding_get_relation (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->relation != NULL ? self->relation : "";
}

/**
 * nb_finding_get_report:
 * @self: a finding
 *
 * Returns: (transfer none): the report that it is about
 */
NbReport *
nb_finding_get_report (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->report;
}

/**
 * nb_finding_get_terms:
 * @self: a finding
 * @n_terms: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_terms): the figures that it is about, left side first
 */
const NbTerm *
nb_finding_get_terms (NbFinding *self, guint *n_terms)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_terms != NULL, NULL);

  *n_terms = self->terms->len;
  return (const NbTerm *) (gpointer) self->terms->data;
}

/**
 * nb_finding_get_others:
 * @self: a finding
 * @n_others: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_others): the cells of other reports that it is about
 */
const NbOther *
nb_finding_get_others (NbFinding *self, guint *n_others)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_others != NULL, NULL);

  *n_others = self->others->len;
  return (const NbOther *) (gpointer) self->others->data;
}

/* (nullable): the Chinese of a word of the message; FALSE behind the last. */
gboolean
nb_finding_get_word (NbFinding *self, guint index, const char **zh)
{
  if (index >= self->words->len)
    return FALSE;
  *zh = g_array_index (self->words, Word, index).zh;
  return TRUE;
}

/* What the two sides of an equation add up to; %NULL where it is none. */
const NbSide *
nb_finding_get_sides (NbFinding *self)
{
  return self->identity != NULL ? self->sides : NULL;
}

/**
 * nb_finding_get_quotes:
 * @self: a finding
 * @n_quotes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_quotes): the words of the text that it is about
 */
const NbQuote *
nb_finding_get_quotes (NbFinding *self, guint *n_quotes)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_quotes != NULL, NULL);

  *n_quotes = self->quotes->len;
  return (const NbQuote *) (gpointer) self->quotes->data;
}

/**
 * nb_finding_get_echoes:
 * @self: a finding
 * @n_echoes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_echoes): words of other reports that say the same as its quotes
 */
const NbEcho *
nb_finding_get_echoes (NbFinding *self, guint *n_echoes)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_echoes != NULL, NULL);

  *n_echoes = self->echoes->len;
  return (const NbEcho *) (gpointer) self->echoes->data;
}

/**
 * nb_finding_get_repairs:
 * @self: a finding
 * @n_repairs: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_repairs): the single cells that would explain it, the
 *   likeliest first
 */
const NbRepair *
nb_finding_get_repairs (NbFinding *self, guint *n_repairs)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_repairs != NULL, NULL);

  *n_repairs = self->repairs->len;
  return (const NbRepair *) (gpointer) self->repairs->data;
}

/**
 * nb_finding_get_consequences:
 * @self: a finding
 *
 * Returns: (transfer none) (element-type NbFinding): what only follows from it
 */
GPtrArray *
nb_finding_get_consequences (NbFinding *self)
{
  g_return_val_if_fail (NB_IS_FINDING (self), NULL);

  return self->consequences;
}
