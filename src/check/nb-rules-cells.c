/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for single cells and whole rows: what is no proper number, what is left blank, which rows are not
 * there (CELL-01, T2-01, T3-04, T3-06, T4-02, F1-14, S-10). Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-text.h"

/* Labels of rows that a message names. */
#define MOST_NAMED 3

/* Sums that are told one by one though blank cells leave them undecided; more are folded under the blanks. */
#define MOST_OPEN 3

/* Which rule speaks for a table. */
static const struct
{
  const char *table;
  const char *number; /* (nullable): its cells are proper numbers */
  const char *rows;   /* its rows are there */
} table_rules[] = {
  { "T2", "T2-01", "S-10" },
  { "T3", "T3-04", "T3-06" },
  { "T4", "T4-02", "S-10" },
  { "A", NULL, "F1-14" },
};

static NbFigure *
get_figure (const NbCheck *check, const NbMetric *metric)
{
  return metric->index < check->figures.n ? check->figures.all[metric->index] : NULL;
}

static NbState
get_state (const NbCheck *check, const NbMetric *metric)
{
  NbFigure *figure = get_figure (check, metric);

  return figure != NULL ? nb_figure_get_known_state (figure) : NB_STATE_MISSING;
}

/* --- Numbers --- */

/* A picture stands where the table should be: every cell is unreadable at the same place. */
static gboolean
is_picture (const NbCheck *check, const NbFormTable *table)
{
  for (guint i = 0; i < table->n_metrics; i++)
    if (get_state (check, table->metrics[i]) != NB_STATE_UNREADABLE)
      return FALSE;
  return TRUE;
}

/* Several numbers in one cell are ours to read, not the report's fault. */
static gboolean
holds_several (const char *raw)
{
  const char *p = raw;

  while (g_ascii_isdigit (*p))
    p++;
  return p > raw && *p == ' ' && strpbrk (p, "0123456789") != NULL;
}

/* Why a cell could not be read that the report may have filled in properly; %NULL where it is what stands there. */
static const char *
find_excuse (const char *raw)
{
  if (strstr (raw, NB_TEXT_LOST) != NULL)
    return N_ (
        "“{1}” holds characters that could not be read; it is not known what the report says there.");
  return holds_several (raw) ? N_ ("“{1}” could not be divided into the cells of the row.") : NULL;
}

static gboolean
is_proper (const NbMetric *metric, NbFigure *figure)
{
  NbDecimal value;

  /* What was keyed in beside it does not make the source right; no cases are no money either. */
  if (nb_figure_get_state (figure) == NB_STATE_UNREADABLE)
    return metric->kind == NB_VALUE_MONEY &&
           nb_value_parse (nb_figure_get_raw (figure), -1, NB_VALUE_COUNT).state == NB_STATE_ZERO;
  if (!nb_figure_get_known (figure, &value) || metric->kind == NB_VALUE_SIGNED)
    return TRUE;
  return value.unscaled >= 0 && (metric->kind == NB_VALUE_MONEY || value.scale == 0);
}

/* Two unreadable cells of a row at the same place: the row as a whole could not be divided into cells. */
static gboolean
is_same_row (NbCheck *check, const NbFormTable *table, guint i, guint j)
{
  NbFigure *a, *b;

  if (j >= table->n_metrics || table->metrics[i]->row != table->metrics[j]->row ||
      get_state (check, table->metrics[i]) != NB_STATE_UNREADABLE ||
      get_state (check, table->metrics[j]) != NB_STATE_UNREADABLE)
    return FALSE;
  a = get_figure (check, table->metrics[i]);
  b = get_figure (check, table->metrics[j]);
  return nb_figure_get_place (a)->length > 0 &&
         nb_figure_get_place (a)->offset == nb_figure_get_place (b)->offset &&
         nb_figure_get_place (a)->length == nb_figure_get_place (b)->length;
}

/* A row that could not be read is one finding, and none of the report's faults. Returns its last cell. */
static guint
tell_row (NbCheck *check, const NbFormTable *table, guint first, const char *rule)
{
  NbFinding *finding = nb_check_add (check, rule);
  NbFigure *figure = get_figure (check, table->metrics[first]);
  guint last = first;

  nb_finding_set_open (finding);
  nb_finding_set_instance (finding, table->metrics[first]->id, table->metrics[first]->row->label_zh,
                           table->metrics[first]->row->label_en);
  nb_finding_set_message (finding, N_ ("“{1}” could not be divided into the cells of the row."));
  nb_finding_add_text (finding, nb_figure_get_raw (figure));
  nb_finding_add_term (finding, figure, FALSE);
  for (; is_same_row (check, table, first, last + 1); last++)
    nb_finding_add_term (finding, get_figure (check, table->metrics[last + 1]), FALSE);
  return last;
}

/* A cell whose value is legible by itself, and was not taken since it may belong to another cell: no fault of the report. */
static gboolean
is_doubtful (const NbMetric *metric, NbFigure *figure)
{
  NbValue value;

  if (figure == NULL || nb_figure_get_state (figure) != NB_STATE_UNREADABLE ||
      nb_figure_get_known_state (figure) != NB_STATE_UNREADABLE)
    return FALSE;
  value = nb_value_parse (nb_figure_get_raw (figure), -1, metric->kind);
  return value.state != NB_STATE_UNREADABLE &&
         (value.state != NB_STATE_NUMBER ||
          (value.value.unscaled >= 0 &&
           (metric->kind != NB_VALUE_COUNT || value.value.scale == 0)));
}

static gboolean
is_next_doubtful (NbCheck *check, const NbFormTable *table, guint i, guint j)
{
  return j < table->n_metrics && table->metrics[i]->row == table->metrics[j]->row &&
         is_doubtful (table->metrics[j], get_figure (check, table->metrics[j]));
}

/* Cells of a row that could not be told from each other are one finding. Returns the last of them. */
static guint
tell_doubtful (NbCheck *check, const NbFormTable *table, guint first, const char *rule)
{
  const NbFormRow *row = table->metrics[first]->row;
  g_autoptr (GString) text = g_string_new (NULL);
  NbFinding *finding = nb_check_add (check, rule);
  guint last = first;

  nb_finding_set_open (finding);
  nb_finding_set_instance (finding, table->metrics[first]->id, row->label_zh, row->label_en);
  nb_finding_set_message (finding, N_ ("“{1}” could not be divided into the cells of the row."));
  for (guint i = first; i == first || is_next_doubtful (check, table, first, i); last = i++)
    {
      NbFigure *figure = get_figure (check, table->metrics[i]);

      g_string_append_printf (text, "%s%s", i > first ? " | " : "", nb_figure_get_raw (figure));
      nb_finding_add_term (finding, figure, FALSE);
    }
  nb_finding_add_text (finding, text->str);
  return last;
}

/* Folds a finding, and what was folded under it, under another. */
static void
fold (NbFinding *cause, NbFinding *finding)
{
  GPtrArray *more = nb_finding_get_consequences (finding);

  nb_finding_add_consequence (cause, finding);
  while (more->len > 0)
    nb_finding_add_consequence (cause, g_ptr_array_steal_index (more, 0));
}

/* Sums that this cell alone would mend are out because no proper number stands there: told once, under the cell. */
static void
fold_sums (NbCheck *check, NbFinding *cause, NbFigure *figure)
{
  for (guint i = check->findings->len; i-- > 0;)
    {
      NbFinding *finding = check->findings->pdata[i];
      guint n;
      const NbRepair *repairs = nb_finding_get_repairs (finding, &n);

      for (guint j = 0; finding != cause && j < n; j++)
        if (repairs[j].figure == figure)
          {
            nb_finding_add_repair (cause, &repairs[j]);
            fold (cause, g_ptr_array_steal_index (check->findings, i));
            break;
          }
    }
}

/* What a number should at least be: 0, or itself without its fraction. */
static NbDecimal
whole_part (NbDecimal value)
{
  for (; value.unscaled > 0 && value.scale > 0; value.scale--)
    value.unscaled /= 10;
  return value.unscaled > 0 ? value : NB_DECIMAL_ZERO;
}

static void
check_numbers (NbCheck *check, const NbFormTable *table, const char *rule)
{
  for (guint i = 0; i < table->n_metrics; i++)
    {
      NbFigure *figure = get_figure (check, table->metrics[i]);
      NbFinding *finding;
      const char *excuse;
      NbDecimal value;

      if (figure == NULL || is_proper (table->metrics[i], figure))
        continue;
      if (is_same_row (check, table, i, i + 1))
        {
          i = tell_row (check, table, i, rule);
          continue;
        }
      if (is_doubtful (table->metrics[i], figure))
        {
          i = tell_doubtful (check, table, i, rule);
          continue;
        }
      finding = nb_check_add (check, rule);
      nb_finding_set_instance (finding, table->metrics[i]->id, table->metrics[i]->label_zh,
                               table->metrics[i]->label_en);
      nb_finding_set_message (finding,
                              table->metrics[i]->kind == NB_VALUE_COUNT
                                  ? N_ ("“{1}” stands where a whole number of at least 0 belongs.")
                                  : N_ ("“{1}” stands where a number of at least 0 belongs."));
      excuse = find_excuse (nb_figure_get_raw (figure));
      if (excuse != NULL)
        {
          nb_finding_set_open (finding);
          nb_finding_set_message (finding, excuse);
        }
      nb_finding_add_text (finding, nb_figure_get_raw (figure));
      if (nb_figure_get_known (figure, &value))
        nb_finding_set_relation (
            finding, nb_check_relation (value, value.unscaled < 0 ? "<" : "≠", whole_part (value)));
      nb_finding_add_term (finding, figure, FALSE);
      fold_sums (check, finding, figure);
    }
}

/* --- Blanks --- */

static gboolean
is_blank (NbFigure *figure)
{
  NbState state = nb_figure_get_known_state (figure);

  return state == NB_STATE_BLANK || state == NB_STATE_PLACEHOLDER;
}

/* The bars or tabs from a row's first value to the end of its line. */
static guint
count_separators (const NbCheck *check, const NbPlace *place)
{
  NbDocument *document = nb_report_get_document (check->report);
  gsize size;
  const char *text = nb_document_get_text (document, &size);
  guint n = 0;

  for (gsize i = place->offset; i < size && (i < place->offset + place->length || text[i] != '\n');
       i++)
    n += text[i] == '|' || text[i] == '\t';
  return n;
}

/*
 * How many of @n_cells cells hold nothing in a row that could not be divided though each of its cells has a separator;
 * 0 where anything else than numbers stands in it.
 */
static guint
count_lacking (const NbCheck *check, NbFigure *figure, guint n_cells)
{
  g_auto (GStrv) cells = g_strsplit_set (nb_figure_get_raw (figure), "|\t", -1);
  guint n_numbers = 0;

  if (count_separators (check, nb_figure_get_place (figure)) + 1 < n_cells)
    return 0;
  for (guint i = 0; cells[i] != NULL; i++)
    {
      NbState state = nb_value_parse (cells[i], -1, NB_VALUE_SIGNED).state;

      if (state == NB_STATE_UNREADABLE)
        return 0;
      n_numbers += state == NB_STATE_NUMBER || state == NB_STATE_ZERO;
    }
  return n_numbers < n_cells ? n_cells - n_numbers : 0;
}

/* The end of a run of cells that could not be told from each other; @lacking takes how many of them hold nothing. */
static guint
find_last_doubtful (NbCheck *check, const NbFormTable *table, guint first, guint *lacking)
{
  guint last = first;

  for (guint i = first; i == first || is_next_doubtful (check, table, first, i); last = i++)
    {
      const char *raw = nb_figure_get_raw (get_figure (check, table->metrics[i]));
      NbState state = nb_value_parse (raw, -1, table->metrics[i]->kind).state;

      *lacking += state == NB_STATE_BLANK || state == NB_STATE_PLACEHOLDER;
    }
  return last;
}

/* The cells of the table that hold nothing; @unsure takes those of rows in which it is not known which cell that is. */
static guint
collect_blanks (NbCheck *check, const NbFormTable *table, GPtrArray *blank, GPtrArray *unsure)
{
  guint n = 0;

  for (guint i = 0, last; i < table->n_metrics; i = last + 1)
    {
      NbFigure *figure = get_figure (check, table->metrics[i]);
      guint lacking = 0;

      for (last = i; is_same_row (check, table, i, last + 1);)
        last++;
      if (figure == NULL)
        continue;
      if (is_blank (figure))
        g_ptr_array_add (blank, figure);
      else if (last > i)
        lacking = count_lacking (check, figure, last - i + 1);
      else if (is_doubtful (table->metrics[i], figure))
        last = find_last_doubtful (check, table, i, &lacking);
      for (guint j = i; lacking > 0 && j <= last; j++)
        g_ptr_array_add (unsure, get_figure (check, table->metrics[j]));
      n += lacking;
    }
  return n + blank->len;
}

/* A row that could not be divided because a cell of it holds nothing is told with the cells that do. */
static void
fold_rows (NbCheck *check, NbFinding *cause, GPtrArray *unsure)
{
  for (guint i = check->findings->len; i-- > 0;)
    {
      NbFinding *finding = check->findings->pdata[i];
      guint n_terms;
      const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);

      if (finding != cause && nb_finding_get_status (finding) == NB_STATUS_OPEN &&
          nb_finding_get_sides (finding) == NULL && n_terms > 0 &&
          g_ptr_array_find (unsure, terms[0].figure, NULL))
        fold (cause, g_ptr_array_steal_index (check->findings, i));
    }
}

/* Whether a sum is undecided for no other reason than cells of the table that hold nothing. */
static gboolean
is_open_by (NbFinding *finding, GPtrArray *blank)
{
  guint n_terms;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  gboolean any = FALSE;

  if (nb_finding_get_status (finding) != NB_STATUS_OPEN || nb_finding_get_sides (finding) == NULL)
    return FALSE;
  for (guint i = 0; i < n_terms; i++)
    {
      NbDecimal value;

      if (nb_figure_get_known (terms[i].figure, &value))
        continue;
      if (!g_ptr_array_find (blank, terms[i].figure, NULL))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Many sums that are undecided: a column was left blank, which is told once. */
static void
fold_open_sums (NbCheck *check, NbFinding *cause, GPtrArray *blank)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < check->findings->len; i++)
    if (is_open_by (check->findings->pdata[i], blank))
      g_ptr_array_add (open, check->findings->pdata[i]);
  for (guint i = 0; open->len > MOST_OPEN && i < open->len; i++)
    {
      guint index;

      if (g_ptr_array_find (check->findings, open->pdata[i], &index))
        fold (cause, g_ptr_array_steal_index (check->findings, index));
    }
}

static void
check_blanks (NbCheck *check, const NbFormTable *table)
{
  g_autoptr (GPtrArray) blank = g_ptr_array_new (), unsure = g_ptr_array_new ();
  guint n = collect_blanks (check, table, blank, unsure);
  NbFinding *finding;

  if (n == 0)
    return;
  finding = nb_check_add (check, "CELL-01");
  nb_finding_set_instance (finding, table->id, table->label_short_zh, table->label_short_en);
  nb_finding_set_message (finding, N_ ("Cells that are blank or hold a sign for nothing: {1} of "
                                       "{2}. They count as unknown, not as 0."));
  if (unsure->len > 0)
    nb_finding_set_message (finding, N_ ("Cells that are blank or hold a sign for nothing: {1} of "
                                         "{2}. They count as unknown, not as 0. Not every one of "
                                         "them can be told from its neighbours."));
  nb_finding_add_count (finding, n);
  nb_finding_add_count (finding, table->n_metrics);
  for (guint i = 0; i < blank->len; i++)
    nb_finding_add_term (finding, blank->pdata[i], FALSE);
  for (guint i = 0; i < unsure->len; i++)
    nb_finding_add_term (finding, unsure->pdata[i], FALSE);
  fold_rows (check, finding, unsure);
  fold_open_sums (check, finding, blank);
}

/* --- Rows --- */

static gboolean
is_row_missing (const NbCheck *check, const NbFormRow *row)
{
  for (guint i = 0; i < row->n_metrics; i++)
    if (get_state (check, row->metrics[i]) != NB_STATE_MISSING)
      return FALSE;
  return row->n_metrics > 0;
}

/* Rows of another form that the report prints in this table, with their labels. */
static const NbFormRow *
find_foreign_row (const NbCheck *check, const NbFormTable *table)
{
  for (guint i = check->form->n_metrics; i < check->figures.n; i++)
    {
      const NbMetric *metric = nb_figure_get_metric (check->figures.all[i]);

      if (metric != NULL && metric->form != check->form &&
          strcmp (metric->table->id, table->id) == 0)
        return metric->row;
    }
  return NULL;
}

static void
add_labels (NbFinding *finding, GPtrArray *rows)
{
  g_autoptr (GString) zh = g_string_new (NULL);
  g_autoptr (GString) en = g_string_new (NULL);

  for (guint i = 0; i < rows->len && i < MOST_NAMED; i++)
    {
      const NbFormRow *row = rows->pdata[i];

      g_string_append_printf (zh, "%s%s", i > 0 ? "\uff1b" : "", row->label_zh);
      g_string_append_printf (en, "%s%s", i > 0 ? "; " : "", row->label_en);
    }
  if (rows->len > MOST_NAMED)
    {
      g_string_append (zh, " …");
      g_string_append (en, " …");
    }
  nb_finding_add_word (finding, zh->str, en->str);
}

/* The cells where the rows that are named belong. */
static void
add_places (NbCheck *check, NbFinding *finding, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len && i < MOST_NAMED; i++)
    {
      const NbFormRow *row = rows->pdata[i];

      for (guint j = 0; j < row->n_metrics; j++)
        nb_finding_add_term (finding, get_figure (check, row->metrics[j]), FALSE);
    }
}

static guint
count_rows (const NbFormTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_rows; i++)
    n += table->rows[i]->n_metrics > 0;
  return n;
}

static void
tell_missing_rows (NbCheck *check, const NbFormTable *table, GPtrArray *missing, const char *rule)
{
  const NbFormRow *foreign = find_foreign_row (check, table);
  NbFinding *finding = nb_check_add (check, foreign != NULL ? "S-10" : rule);

  nb_finding_set_instance (finding, table->id, table->label_short_zh, table->label_short_en);
  if (foreign != NULL)
    nb_finding_set_message (finding, N_ ("The row “{1}” is of another form; it stands for rows of "
                                         "this one ({2}): {3}."));
  else
    nb_finding_set_message (finding,
                            N_ ("{1} of {2} rows were not found: {3}. They may be lacking in "
                                "the report or lost in reading."));
  if (foreign != NULL)
    nb_finding_add_word (finding, foreign->label_zh, foreign->label_en);
  nb_finding_add_count (finding, missing->len);
  if (foreign == NULL)
    nb_finding_add_count (finding, count_rows (table));
  add_labels (finding, missing);
  add_places (check, finding, missing);
}

static gboolean
is_table_missing (const NbCheck *check, const NbFormTable *table)
{
  for (guint i = 0; i < table->n_metrics; i++)
    if (get_state (check, table->metrics[i]) != NB_STATE_MISSING)
      return FALSE;
  return TRUE;
}

static void
check_rows (NbCheck *check, const NbFormTable *table, const char *rule)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = 0; i < table->n_rows; i++)
    if (is_row_missing (check, table->rows[i]))
      g_ptr_array_add (missing, (gpointer) table->rows[i]);
  if (missing->len > 0)
    tell_missing_rows (check, table, missing, rule);
}

static gboolean
is_row_altered (const NbCheck *check, const NbFormRow *row)
{
  for (guint i = 0; i < row->n_metrics; i++)
    {
      NbFigure *figure = get_figure (check, row->metrics[i]);

      if (figure != NULL && nb_figure_get_state (figure) != NB_STATE_MISSING &&
          nb_figure_get_confidence (figure) == NB_CONFIDENCE_APPROXIMATE)
        return TRUE;
    }
  return FALSE;
}

/* S-10: rows that were known although their label is neither that of the form nor an accepted one. */
static void
check_altered_rows (NbCheck *check, const NbFormTable *table)
{
  for (guint i = 0; i < table->n_rows; i++)
    {
      const NbFormRow *row = table->rows[i];
      NbFigure *figure = is_row_altered (check, row) ? get_figure (check, row->metrics[0]) : NULL;
      NbFinding *finding;

      if (figure == NULL)
        continue;
      finding = nb_check_add (check, "S-10");
      nb_finding_set_instance (finding, row->key, row->label_zh, row->label_en);
      nb_finding_set_message (finding, N_ ("The label is spelled unlike that of the form: “{1}”."));
      nb_finding_add_text (finding, nb_figure_get_printed (figure) != NULL
                                        ? nb_figure_get_printed (figure)
                                        : nb_figure_get_label (figure));
      nb_finding_add_term (finding, figure, FALSE);
    }
}

static guint
count_missing_rows (const NbCheck *check)
{
  guint n = 0;

  for (guint i = 0; i < check->form->n_tables; i++)
    for (guint j = 0; j < check->form->tables[i].n_rows; j++)
      n += is_row_missing (check, check->form->tables[i].rows[j]) ? 1 : 0;
  return n;
}

/* One row too many and one that is lacking: it stands under a label of its own. */
static void
fold_missing_row (NbCheck *check, NbFinding *cause)
{
  if (count_missing_rows (check) != 1)
    return;
  for (guint i = check->findings->len; i-- > 0;)
    if (g_str_equal (nb_finding_get_rule (check->findings->pdata[i]), "T3-06"))
      nb_finding_add_consequence (cause, g_ptr_array_steal_index (check->findings, i));
}

/* Rows that no form has, in a table that has its rows fixed by law. */
static void
check_added_rows (NbCheck *check)
{
  NbFinding *finding = NULL;
  const char *label = NULL;
  guint n_rows = 0;

  if (check->form->n_metrics == 0 || check->form->tables[0].id[0] == 'A')
    return;
  for (guint i = check->form->n_metrics; i < check->figures.n; i++)
    {
      if (nb_figure_get_metric (check->figures.all[i]) != NULL)
        continue;
      if (finding == NULL)
        {
          finding = nb_check_add (check, "S-10");
          nb_finding_set_message (finding, N_ ("The form has no row “{1}”."));
          nb_finding_add_text (finding, nb_figure_get_label (check->figures.all[i]));
        }
      if (g_strcmp0 (label, nb_figure_get_label (check->figures.all[i])) != 0)
        n_rows++;
      label = nb_figure_get_label (check->figures.all[i]);
      nb_finding_add_term (finding, check->figures.all[i], FALSE);
    }
  if (n_rows == 1)
    fold_missing_row (check, finding);
}

void
nb_rules_cells_run (NbCheck *check)
{
  for (guint i = 0; i < check->form->n_tables; i++)
    {
      const NbFormTable *table = &check->form->tables[i];

      if (table->n_metrics == 0 || is_table_missing (check, table) || is_picture (check, table))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (table_rules); j++)
        {
          if (strcmp (table->id, table_rules[j].table) != 0)
            continue;
          if (table_rules[j].number != NULL)
            check_numbers (check, table, table_rules[j].number);
          check_rows (check, table, table_rules[j].rows);
          if (table_rules[j].number != NULL)
            check_altered_rows (check, table);
        }
      check_blanks (check, table);
    }
  check_added_rows (check);
}
