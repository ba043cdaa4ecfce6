/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for what a report must consist of (S-01 to S-11, but for S-10, which is one of the rows; S-12 is left
 * out on purpose). Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-date.h"
#include "base/nb-text.h"
#include "report/nb-words.h"

/* Section 5 says something from this many characters on. */
#define LEAST_PROBLEMS 30

/* S-03: so many aspects under headings of their own make an overview that is divided by them. */
#define MANY_HEADED 3

/* The words of an aspect that are its name begin its list. */
#define ASPECT_NAMES 2

/* S-09: paragraphs of this many bytes are not the same by chance. */
#define LONG_PARAGRAPH 90

/* The forms since the revised Regulations fix the sections. */
static gboolean
has_fixed_sections (const NbCheck *check)
{
  return check->form->n_sections > 0 && check->form->sections[0].number != NULL;
}

static const NbFormSection *
find_form_section (const NbForm *form, const char *key)
{
  for (guint i = 0; key != NULL && i < form->n_sections; i++)
    if (strcmp (form->sections[i].key, key) == 0)
      return &form->sections[i];
  return NULL;
}

/* Names in both languages, joined as a list. */
typedef struct
{
  GString *zh;
  GString *en;
  guint n;
} Names;

static void
add_name (Names *names, const char *zh, const char *en)
{
  if (names->n++ == 0)
    {
      names->zh = g_string_new (NULL);
      names->en = g_string_new (NULL);
    }
  g_string_append_printf (names->zh, "%s%s", names->n > 1 ? "\uff1b" : "", zh);
  g_string_append_printf (names->en, "%s%s", names->n > 1 ? "; " : "", en);
}

static void
take_names (NbFinding *finding, Names *names)
{
  nb_finding_add_word (finding, names->zh->str, names->en->str);
  g_string_free (names->zh, TRUE);
  g_string_free (names->en, TRUE);
}

/* --- Sections --- */

/* S-01 */
static void
check_sections (NbCheck *check)
{
  Names missing = { NULL };
  NbFinding *finding;

  for (guint i = 0; i < check->form->n_sections; i++)
    {
      const NbFormSection *section = &check->form->sections[i];

      if (nb_check_find_section (check, section->key) == NULL)
        add_name (&missing, section->label_zh, section->label_en);
    }
  if (missing.n == 0)
    return;
  finding = nb_check_add (check, "S-01");
  nb_finding_set_message (finding, N_ ("Sections that were not found: {1}."));
  take_names (finding, &missing);
}

/* S-02 */
static void
check_order (NbCheck *check)
{
  GListModel *sections = nb_report_get_sections (check->report);
  const NbFormSection *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      const NbFormSection *known = find_form_section (check->form, nb_section_get_key (section));
      NbFinding *finding;

      if (known == NULL)
        continue;
      if (last == NULL || known > last)
        {
          last = known;
          continue;
        }
      finding = nb_check_add (check, "S-02");
      nb_finding_set_message (finding, N_ ("“{1}” stands behind “{2}”."));
      nb_finding_add_word (finding, known->label_zh, known->label_en);
      nb_finding_add_word (finding, last->label_zh, last->label_en);
      nb_finding_add_quote (finding, known->key, nb_section_get_place (section)->offset,
                            nb_section_get_place (section)->length);
    }
}

/* Whether a heading within the section has one of the words. */
static gboolean
names_in_head (const NbCheck *check, const char *section, const char *role)
{
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);

      if (g_strcmp0 (sentence->section, section) == 0 && sentence->head != NULL &&
          nb_words_has (role, sentence->head, strlen (sentence->head)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the text of the section has the aspect's own name, or the short form of it. */
static gboolean
says_name (const NbCheck *check, const char *section, const char *role)
{
  const char *const *words = nb_forms_get_words (role);

  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);

      for (guint w = 0; w < ASPECT_NAMES && words[w] != NULL; w++)
        if (g_strcmp0 (sentence->section, section) == 0 &&
            g_strstr_len (sentence->text, (gssize) sentence->length, words[w]) != NULL)
          return TRUE;
    }
  return FALSE;
}

/*
 * Whether the section speaks of an aspect. Where headings stand over the others, a word that may belong to any of them
 * (a web site) does not make up for a heading that is lacking.
 */
static gboolean
tells_aspect (const NbCheck *check, const char *section, const char *role, guint n_headed)
{
  if (n_headed < MANY_HEADED)
    return nb_check_says (check, section, role);
  return names_in_head (check, section, role) || says_name (check, section, role);
}

/* A list of aspects: the first word of each role is its name. */
static void
check_aspects (NbCheck *check,
               const char *rule,
               NbSeverity severity,
               const char *section,
               const char *const *roles,
               const char *const *names_en,
               const char *message)
{
  Names missing = { NULL };
  guint n_headed = 0;
  NbFinding *finding;

  for (guint i = 0; section != NULL && roles[i] != NULL; i++)
    n_headed += names_in_head (check, section, roles[i]);
  for (guint i = 0; roles[i] != NULL; i++)
    if (!tells_aspect (check, section, roles[i], n_headed))
      add_name (&missing, nb_forms_get_words (roles[i])[0], names_en[i]);
  if (missing.n == 0)
    return;
  finding = nb_check_add (check, rule);
  nb_finding_set_severity (finding, severity);
  nb_finding_set_message (finding, message);
  take_names (finding, &missing);
}

/* S-03 */
static void
check_overview (NbCheck *check)
{
  static const char *const roles[] = { "aspect.disclosure", "aspect.requests", "aspect.management",
                                       "aspect.platform",   "aspect.support",  NULL };
  static const char *const names[] = { "proactive disclosure", "disclosure on request",
                                       "management of information", "platforms", "supervision" };

  if (nb_check_find_section (check, "overview") != NULL)
    check_aspects (check, "S-03", NB_SEVERITY_HINT, "overview", roles, names,
                   N_ ("The overview does not speak of: {1}."));
}

/* S-04 */
static void
check_government (NbCheck *check)
{
  static const char *const roles[] = { "duty.appraisal", "duty.evaluation", "duty.accountability",
                                       NULL };
  static const char *const names[] = { "work appraisal", "public evaluation", "accountability" };
  NbOrganKind kind = nb_report_get_organ_kind (check->report);

  if (kind == NB_ORGAN_GOVERNMENT || kind == NB_ORGAN_TOWNSHIP)
    check_aspects (check, "S-04",
                   kind == NB_ORGAN_GOVERNMENT ? NB_SEVERITY_WARNING : NB_SEVERITY_HINT, NULL,
                   roles, names,
                   N_ ("The report of a government also tells of: {1}. No word of it was found."));
}

/* S-06 */
static void
check_problems (NbCheck *check)
{
  NbSection *section = nb_check_find_section (check, "problems");
  g_autofree char *text = section != NULL ? nb_text_fold (nb_section_get_text (section), -1) : NULL;
  gsize length = text != NULL ? strlen (text) : 0;
  const char *message = NULL;
  NbFinding *finding;

  if (section == NULL)
    return;
  if (g_utf8_strlen (text, -1) <= LEAST_PROBLEMS)
    message = N_ ("Section 5 has no more than {1} characters.");
  else if (!nb_words_has ("problems.problem", text, length))
    message = N_ ("Section 5 names no problem.");
  else if (!nb_words_has ("problems.improvement", text, length))
    message = N_ ("Section 5 names no improvement.");
  if (message == NULL)
    return;
  finding = nb_check_add (check, "S-06");
  nb_finding_set_message (finding, message);
  nb_finding_add_count (finding, LEAST_PROBLEMS);
  nb_finding_add_quote (finding, "problems", nb_section_get_place (section)->offset,
                        nb_section_get_place (section)->length);
}

/* S-08 */
static void
check_other (NbCheck *check)
{
  NbSection *section = nb_check_find_section (check, "other");
  gboolean is_newest = nb_form_find_role (check->form, "outcomes.other.overdue_fee") != NULL;
  g_autofree char *text = section != NULL ? nb_text_fold (nb_section_get_text (section), -1) : NULL;
  NbFinding *finding;

  if (section == NULL ||
      (*text != '\0' && (!is_newest || nb_words_has ("fee.told", text, strlen (text)))))
    return;
  finding = nb_check_add (check, "S-08");
  nb_finding_set_message (
      finding, *text == '\0'
                   ? N_ ("Section 6 is empty.")
                   : N_ ("Section 6 does not say whether an information-processing fee was "
                         "charged."));
  nb_finding_add_quote (finding, "other", nb_section_get_place (section)->offset,
                        nb_section_get_place (section)->length);
}

/* --- Tables --- */

static gboolean
has_figures (const NbCheck *check, const NbFormTable *table, gboolean legible)
{
  for (guint i = 0; i < table->n_metrics; i++)
    {
      guint index = table->metrics[i]->index;
      NbState state = index < check->figures.n
                          ? nb_figure_get_known_state (check->figures.all[index])
                          : NB_STATE_MISSING;

      if (state != NB_STATE_MISSING && (!legible || state != NB_STATE_UNREADABLE))
        return TRUE;
    }
  return FALSE;
}

/* A picture in the section, or words that send the reader to an attachment. */
static gboolean
is_elsewhere (const NbCheck *check, NbSection *section)
{
  NbDocument *document = nb_report_get_document (check->report);
  guint n_pieces, first, end;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  nb_section_get_range (section, &first, &end);
  for (guint i = first; i < MIN (end, n_pieces); i++)
    if ((pieces[i].flags & NB_PIECE_IMAGE) != 0 && (pieces[i].flags & NB_PIECE_FURNITURE) == 0)
      return TRUE;
  return nb_check_says (check, nb_section_get_key (section), "table.attached");
}

/* A table whose rows stand there, each at its own place, and could not be divided into cells. */
static gboolean
is_undivided (const NbCheck *check, const NbFormTable *table)
{
  const NbPlace *first = NULL;

  for (guint i = 0; i < table->n_metrics; i++)
    {
      guint index = table->metrics[i]->index;
      NbFigure *figure = index < check->figures.n ? check->figures.all[index] : NULL;
      const NbPlace *place = figure != NULL ? nb_figure_get_place (figure) : NULL;

      if (place == NULL)
        continue;
      if (first != NULL && place->offset != first->offset)
        return TRUE;
      first = place;
    }
  return FALSE;
}

/*
 * The place of a table that stands there as text, of which no cell can be told from another: heads in another order, a
 * value too many. NULL where it is none.
 */
static NbFigure *
find_unmatched (const NbCheck *check, const NbFormTable *table)
{
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (check->report),
                                                  &n_pieces);

  for (guint i = 0; i < table->n_metrics; i++)
    {
      guint index = table->metrics[i]->index;
      NbFigure *figure = index < check->figures.n ? check->figures.all[index] : NULL;
      const NbPlace *place = figure != NULL ? nb_figure_get_place (figure) : NULL;

      if (place != NULL && place->length > 0 && place->piece < n_pieces &&
          nb_figure_get_known_state (figure) == NB_STATE_UNREADABLE)
        return (pieces[place->piece].flags & NB_PIECE_IMAGE) == 0 ? figure : NULL;
    }
  return NULL;
}

/* How many numbers stand in what was printed; commas between digits are separators of cells or of thousands. */
static guint
count_numbers (const char *raw, guint expected)
{
  g_autofree char *text = nb_text_fold_keep (raw, -1);
  guint n = 0, n_commas = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        n++;
        p += strspn (p, "0123456789.") - 1;
        n_commas += p[1] == ',' && g_ascii_isdigit (p[2]);
      }
  return n_commas == 0 ? n : n - n_commas == expected ? expected : n_commas + 1 == n ? n : 0;
}

/* The table of disputes is a single row of numbers: how many there are says what became of its columns. */
static gboolean
tell_columns (NbCheck *check, const NbFormTable *table, const NbPlace *place, guint n)
{
  const NbMetric *reconsideration = nb_form_find_role (check->form, "disputes.reconsideration");
  NbFinding *finding;

  if (reconsideration == NULL || reconsideration->table != table || n + 2 < table->n_metrics ||
      n > table->n_metrics + 2)
    return FALSE;
  finding = nb_check_add (check, n == table->n_metrics ? "S-10" : "T4-02");
  nb_finding_set_instance (finding, table->id, table->label_short_zh, table->label_short_en);
  if (n == table->n_metrics)
    nb_finding_set_message (finding, N_ ("The heads of the columns are not those of the form."));
  else
    {
      nb_finding_set_message (finding,
                              n < table->n_metrics
                                  ? N_ ("{1} numbers stand where the form has {2}: a column is "
                                        "lacking, or a cell was left blank.")
                                  : N_ ("{1} numbers stand where the form has {2}: a column is "
                                        "one too many."));
      nb_finding_add_count (finding, n);
      nb_finding_add_count (finding, table->n_metrics);
      nb_finding_set_relation (finding, g_strdup_printf ("%u ≠ %u", n, table->n_metrics));
    }
  nb_finding_add_quote (finding, table->section, place->offset, place->length);
  return TRUE;
}

/* Whether a piece holds numbers between separators, and no word. */
static gboolean
holds_numbers (const char *text, gsize length)
{
  gboolean any = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) == G_UNICODE_OTHER_LETTER)
        return FALSE;
      any |= g_unichar_isdigit (c);
    }
  return any;
}

/*
 * The row of values of a table of which nothing was recognised: as many numbers in a run as the form has, or nearly, in
 * the pieces of its section. @place takes where they stand.
 */
static gboolean
find_values (const NbCheck *check, NbSection *section, guint wanted, NbPlace *place, guint *n)
{
  NbDocument *document = nb_report_get_document (check->report);
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces, first, end;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  nb_section_get_range (section, &first, &end);
  *n = 0;
  for (guint i = first; i < MIN (end, n_pieces); i++)
    {
      const NbPiece *piece = &pieces[i];
      g_autofree char *words = g_strndup (text + piece->offset, piece->length);

      if (!holds_numbers (words, strlen (words)))
        {
          if (*n + 2 >= wanted && *n <= wanted + 2)
            return TRUE;
          *n = piece->length > 0 && *g_strchug (words) != '\0' ? 0 : *n;
          continue;
        }
      if (*n == 0)
        place->offset = piece->offset;
      place->length = piece->offset + piece->length - place->offset;
      *n += count_numbers (words, wanted);
    }
  return *n + 2 >= wanted && *n <= wanted + 2;
}

/* S-05; a further set of tables (汇总) may have some that the first has alone. */
static void
check_tables (NbCheck *check)
{
  if (nb_report_get_part (check->report) > 1 && nb_report_get_scope (check->report) != NULL)
    return;
  for (guint i = 0; i < check->form->n_tables; i++)
    {
      const NbFormTable *table = &check->form->tables[i];
      NbSection *section = nb_check_find_section (check, table->section);
      NbFigure *unmatched;
      NbFinding *finding;
      gboolean elsewhere;
      NbPlace place;
      guint n;

      if (section == NULL || table->n_metrics == 0 || has_figures (check, table, TRUE))
        continue;
      unmatched = is_undivided (check, table) ? NULL : find_unmatched (check, table);
      if (unmatched != NULL &&
          tell_columns (check, table, nb_figure_get_place (unmatched),
                        count_numbers (nb_figure_get_raw (unmatched), table->n_metrics)))
        continue;
      if (!has_figures (check, table, FALSE) &&
          find_values (check, section, table->n_metrics, &place, &n) &&
          tell_columns (check, table, &place, n))
        continue;
      elsewhere = has_figures (check, table, FALSE) || is_elsewhere (check, section);
      finding = nb_check_add (check, "S-05");
      nb_finding_set_instance (finding, table->id, table->label_short_zh, table->label_short_en);
      if (elsewhere)
        nb_finding_set_severity (finding, NB_SEVERITY_WARNING);
      nb_finding_set_message (
          finding, is_undivided (check, table)
                       ? N_ ("The rows of the table could not be divided into cells: {1} cells.")
                   : unmatched != NULL
                       ? N_ ("The table is there, but its cells cannot be matched with those of "
                             "the form: {1} cells.")
                   : elsewhere ? N_ ("The table is a picture or an attachment and cannot be "
                                     "read: {1} cells.")
                               : N_ ("The section stands without its table: {1} cells."));
      nb_finding_add_count (finding, table->n_metrics);
      nb_finding_add_quote (finding, table->section, nb_section_get_place (section)->offset,
                            nb_section_get_place (section)->length);
    }
}

/* S-07 where the tables are of another form than that of the year. */
static void
check_form (NbCheck *check)
{
  const NbForm *used = nb_report_get_form (check->report);
  const NbForm *due = nb_forms_for_year (check->year);
  NbFinding *finding;

  if (used == NULL || due == NULL || used == due)
    return;
  finding = nb_check_add (check, "S-07");
  nb_finding_set_message (finding,
                          N_ ("The tables are those of the form of {1}; for {2} the form of "
                              "{3} is in force."));
  nb_finding_add_text (finding, used->id);
  nb_finding_add_count (finding, check->year);
  nb_finding_add_text (finding, due->id);
  nb_finding_set_relation (finding, g_strdup_printf ("%s ≠ %s", used->id, due->id));
}

/* S-07 where words of the form before survive in the text. */
static void
check_old_wording (NbCheck *check)
{
  if (nb_form_find_role (check->form, "outcomes.other.overdue_fee") == NULL)
    return;
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);
      NbFinding *finding;

      if (sentence->section == NULL ||
          !nb_words_has ("form.2019.wording", sentence->text, sentence->length))
        continue;
      finding = nb_check_add (check, "S-07");
      nb_finding_set_severity (finding, NB_SEVERITY_WARNING);
      nb_finding_set_message (finding, N_ ("The sentence keeps the words of the form of {1}."));
      nb_finding_add_text (finding, "2019");
      nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
    }
}

/* --- The article --- */

/* The pieces of the document outside the report, as a set of hashes of long ones. */
static GHashTable *
hash_rest (NbDocument *document, guint first, guint end)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = 0; i < n_pieces; i++)
    if ((i < first || i >= end) && pieces[i].length >= LONG_PARAGRAPH)
      {
        g_autofree char *words = g_strndup (text + pieces[i].offset, pieces[i].length);

        g_hash_table_add (set, GUINT_TO_POINTER (g_str_hash (words)));
      }
  return set;
}

/* S-09 */
static void
check_repeated (NbCheck *check)
{
  NbDocument *document = nb_report_get_document (check->report);
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces, first, end, n_long = 0, n_again = 0;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  g_autoptr (GHashTable) rest = NULL;
  NbFinding *finding;

  nb_report_get_range (check->report, &first, &end);
  rest = hash_rest (document, first, end);
  for (guint i = first; i < MIN (end, n_pieces); i++)
    if (pieces[i].length >= LONG_PARAGRAPH)
      {
        g_autofree char *words = g_strndup (text + pieces[i].offset, pieces[i].length);

        n_long++;
        n_again += g_hash_table_contains (rest, GUINT_TO_POINTER (g_str_hash (words))) ? 1 : 0;
      }
  if (n_again < 2 || n_again * 2 < n_long)
    return;
  finding = nb_check_add (check, "S-09");
  nb_finding_set_message (finding,
                          N_ ("{1} of {2} long paragraphs stand in the document once more. This "
                              "report is read from one of the two; paragraphs that differ or "
                              "stand once: {3}."));
  nb_finding_add_count (finding, n_again);
  nb_finding_add_count (finding, n_long);
  nb_finding_add_count (finding, n_long - n_again);
}

/* S-11 */
static void
check_title (NbCheck *check)
{
  const char *title = nb_report_get_title (check->report);
  const char *organ = nb_report_get_organ (check->report);
  g_autofree char *folded = title != NULL ? nb_text_fold (title, -1) : NULL;
  g_autofree char *name = organ != NULL ? nb_text_fold (organ, -1) : NULL;
  g_autofree char *year = g_strdup_printf ("%u", check->year);
  const char *message = NULL;
  NbFinding *finding;

  if (title == NULL)
    message = N_ ("No title was found.");
  else if (!nb_words_has ("title.prescribed", folded, strlen (folded)))
    message = N_ ("“{1}” is not worded as prescribed: {2}.");
  else if (check->year > 0 && strstr (folded, year) == NULL)
    message = N_ ("“{1}” does not name the year.");
  else if (name == NULL || strstr (folded, name) == NULL)
    message = N_ ("“{1}” does not name the organ.");
  if (message == NULL)
    return;
  finding = nb_check_add (check, "S-11");
  nb_finding_set_message (finding, message);
  nb_finding_add_text (finding, title != NULL ? title : "");
  nb_finding_add_text (finding, nb_forms_get_words ("title.prescribed")[0]);
}

void
nb_rules_structure_run (NbCheck *check)
{
  if (has_fixed_sections (check))
    {
      check_sections (check);
      check_order (check);
      check_government (check);
      check_tables (check);
      check_problems (check);
      check_other (check);
      if (nb_form_find_role (check->form, "outcomes.other.overdue_fee") != NULL)
        check_overview (check);
    }
  check_form (check);
  check_old_wording (check);
  check_repeated (check);
  check_title (check);
}
