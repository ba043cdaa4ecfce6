/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lists of figures before 2014, which every province drew up by itself (DOMAIN §3 at the end): no national rule
 * applies, so that the three sums that nearly all of them have are hints (F1-01, F1-03, F1-04). A sum is told by
 * its label, its parts by theirs in the rows below it; a list may have two columns of numbers. Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/nb-text.h"
#include "report/nb-words.h"

/* Fewer parts than this are no sum. */
#define LEAST_PARTS 2

/**
 * ListSum:
 * @whole: role of the labels of the sum
 * @part: role of the labels of its parts
 * @begins: (nullable): role of what such a label may begin with
 * @below: (nullable): role of the labels of what stands below one of the parts
 * @below_begins: as @begins
 */
typedef struct
{
  const char *rule;
  const char *whole;
  const char *part;
  const char *begins;
  const char *below;
  const char *below_begins;
} ListSum;

static const ListSum sums[] = {
  { "F1-01", "list.received", "list.channel", NULL, NULL, NULL },
  { "F1-03", "list.answered", "list.answer", NULL, "list.ground", "list.ground.begins" },
  { "F1-04", "list.refused", "list.ground", "list.ground.begins", NULL, NULL },
};

/* A row of the list in one of its columns. */
typedef struct
{
  NbFigure *figure;
  char *key; /* of the label, without the word for number that it ends with */
} Row;

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->key);
}

static char *
dup_key (const char *label)
{
  char *key = nb_text_label_key (label, -1);
  gsize length = strlen (key), n;

  while ((n = nb_words_suffix ("list.number", key, length)) > 0 && n < length)
    length -= n;
  key[length] = '\0';
  return key;
}

/* The column of "ext.7.2"; 1 where the list has one only. */
static guint
get_column (NbFigure *figure)
{
  const char *point = strrchr (nb_figure_get_id (figure), '.');
  const char *first = strchr (nb_figure_get_id (figure), '.');

  return point != NULL && point != first ? (guint) strtoul (point + 1, NULL, 10) : 1;
}

static GArray *
list_rows (NbCheck *check, guint column)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < check->figures.n; i++)
    {
      NbFigure *figure = check->figures.all[i];
      Row row = { .figure = figure };

      if (nb_figure_get_metric (figure) != NULL || get_column (figure) != column)
        continue;
      row.key = dup_key (nb_figure_get_label (figure));
      g_array_append_val (rows, row);
    }
  return rows;
}

static gboolean
is_label (const Row *row, const char *role, const char *begins)
{
  return nb_words_equal (role, row->key) ||
         (begins != NULL && nb_words_prefix (begins, row->key) > 0);
}

/* A row that can be no part of any of the sums. */
static gboolean
is_other_matter (const Row *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (nb_words_equal (sums[i].whole, row->key))
      return TRUE;
  return nb_words_prefix ("list.other-matter", row->key) > 0;
}

static gboolean
is_below (const Row *row, const ListSum *sum)
{
  return sum->below != NULL && is_label (row, sum->below, sum->below_begins);
}

/**
 * Parts:
 * @sum: what they make
 * @below: what the rows make that stand below one of them
 * @doubtful: whether a row follows that may be a part too
 */
typedef struct
{
  NbSum sum;
  NbDecimal below;
  gboolean doubtful;
} Parts;

static void
add_part (NbSum *sum, NbFigure *figure)
{
  NbDecimal value;

  sum->figures[sum->n_figures++] = figure;
  if (nb_figure_get_known (figure, &value) && nb_decimal_add (sum->value, value, &sum->value))
    sum->n_known++;
  else
    sum->n_unknown++;
}

/* What the rows below a sum make. */
static void
add_parts (GArray *rows, guint whole, const ListSum *sum, Parts *list)
{
  memset (list, 0, sizeof *list);
  for (guint i = whole + 1; i < rows->len && list->sum.n_figures < NB_SUM_MOST; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      NbDecimal value;

      if (is_label (row, sum->part, sum->begins))
        add_part (&list->sum, row->figure);
      else if (is_below (row, sum))
        {
          if (nb_figure_get_known (row->figure, &value))
            nb_decimal_add (list->below, value, &list->below);
        }
      else
        {
          list->doubtful = !is_other_matter (row);
          return;
        }
    }
}

static char *
write_relation (const NbSum *parts, NbDecimal whole, gboolean open)
{
  GString *out = g_string_new (NULL);
  g_autofree char *right = nb_decimal_to_string (whole);

  for (guint i = 0; i < parts->n_figures; i++)
    {
      NbDecimal value;
      g_autofree char *number = nb_figure_get_known (parts->figures[i], &value)
                                    ? nb_decimal_to_string (value)
                                    : g_strdup ("?");

      g_string_append_printf (out, "%s%s", i > 0 ? " + " : "", number);
    }
  g_string_append_printf (out, " %s %s", open ? "=" : "≠", right);
  return g_string_free (out, FALSE);
}

static void
tell (NbCheck *check,
      const ListSum *sum,
      const Row *whole,
      NbDecimal value,
      const NbSum *parts,
      gboolean open)
{
  NbFinding *finding = nb_check_add (check, sum->rule);
  const char *label = nb_figure_get_label (whole->figure);

  nb_finding_set_severity (finding, NB_SEVERITY_HINT);
  if (open)
    nb_finding_set_open (finding);
  nb_finding_set_instance (finding, nb_figure_get_id (whole->figure), label, label);
  nb_finding_set_message (
      finding, open ? N_ ("Parts without a number: {3}. The others add up to {1}, “{2}” is {4}.")
                    : N_ ("The parts add up to {1}, but “{2}” is {4}."));
  nb_finding_add_number (finding, parts->value);
  nb_finding_add_text (finding, label);
  nb_finding_add_count (finding, parts->n_unknown);
  nb_finding_add_number (finding, value);
  nb_finding_set_relation (finding, write_relation (parts, value, open));
  nb_check_add_sum_terms (finding, parts, FALSE);
  nb_finding_add_term (finding, whole->figure, TRUE);
}

/* Grounds that do not make up the refusals above them, but what the answers lack, are answers of their own. */
static gboolean
are_beside (const Parts *parts, NbDecimal whole)
{
  NbDecimal all, refused = NB_DECIMAL_ZERO;

  if (nb_decimal_is_zero (parts->below) || parts->sum.n_unknown > 0)
    return FALSE;
  nb_figure_get_known (parts->sum.figures[parts->sum.n_figures - 1], &refused);
  return nb_decimal_compare (parts->below, refused) != 0 &&
         nb_decimal_add (parts->sum.value, parts->below, &all) &&
         nb_decimal_compare (all, whole) == 0;
}

/* Returns: whether the rows that could stand below a part are parts */
static gboolean
check_sum (NbCheck *check, GArray *rows, guint index, const ListSum *sum)
{
  const Row *whole = &g_array_index (rows, Row, index);
  NbDecimal value;
  Parts parts;
  int order;

  if (!nb_words_equal (sum->whole, whole->key) || !nb_figure_get_known (whole->figure, &value))
    return FALSE;
  add_parts (rows, index, sum, &parts);
  order = nb_decimal_compare (parts.sum.value, value);
  if (parts.sum.n_figures < LEAST_PARTS || parts.sum.n_known == 0)
    return FALSE;
  if (order < 0 && are_beside (&parts, value))
    return TRUE;
  if (order > 0)
    tell (check, sum, whole, value, &parts.sum, FALSE);
  else if (!parts.doubtful && (parts.sum.n_unknown > 0 || order < 0))
    tell (check, sum, whole, value, &parts.sum, parts.sum.n_unknown > 0);
  return FALSE;
}

static void
check_column (NbCheck *check, GArray *rows)
{
  gboolean beside = FALSE;

  for (guint s = 0; s < G_N_ELEMENTS (sums) && !beside; s++)
    for (guint i = 0; i < rows->len; i++)
      beside = check_sum (check, rows, i, &sums[s]) || beside;
}

void
nb_rules_lists_run (NbCheck *check)
{
  guint n_columns = 0;

  /* Rows beside those of a national form are no list of their own. */
  if (check->form->n_metrics > 0)
    return;
  for (guint i = 0; i < check->figures.n; i++)
    n_columns = MAX (n_columns, get_column (check->figures.all[i]));
  for (guint column = 1; column <= MIN (n_columns, NB_SUM_MOST); column++)
    {
      g_autoptr (GArray) rows = list_rows (check, column);

      check_column (check, rows);
    }
}
