/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Chooses among the lines that look like headings those that open a section.
 *
 * Lists inside a section are numbered 一、二、… as well, numerals are lost or wrong, and a table of contents repeats every
 * heading. No single line tells; the whole sequence does: of all chains of candidates whose numbers
 * go on, the one is taken that names most sections of the form, in the form's order, with
 * its tables behind them. Scores are small integers; halves are avoided by counting in halves.
 */

#include "nb-sections-chain.h"

/* Scores, in halves. */
#define SCORE_NAMED          6
#define SCORE_NAMED_SENTENCE 3
#define SCORE_NAMED_PLAIN    4
#define SCORE_UNNAMED        2
#define SCORE_UNNAMED_GLUED  1
#define SCORE_TABLE          2
#define SCORE_MARKED         1
#define COST_GAP             2
#define COST_SLIP            3
#define COST_ORDER           3
#define IMPOSSIBLE           (-1000)

/* Characters of a heading that names no section, at most. */
#define LONGEST_UNNAMED 90

typedef struct
{
  const NbHeading *heading;
  int score;    /* of the best chain that ends here */
  int previous; /* in the chain, -1 at its start */
  guint number; /* in the chain: the printed one, or the next where it was lost */
} Link;

typedef struct
{
  const NbForm *form;
  const NbRange *tables;
  guint n_tables;
  gboolean is_free; /* the form leaves the headings to the organ */
} Chain;

/* Whether a statutory table begins behind @heading and before @limit. */
static gboolean
has_table (const Chain *self, const NbHeading *heading, guint limit)
{
  for (guint i = 0; i < self->n_tables; i++)
    if (self->tables[i].first > heading->last && self->tables[i].first <= limit)
      return TRUE;
  return FALSE;
}

static int
own_score (const Chain *self, const NbHeading *heading, guint next)
{
  int score;

  if (heading->section != NULL)
    {
      score = heading->style == NB_HEADING_PLAIN ? SCORE_NAMED_PLAIN
              : heading->has_comma               ? SCORE_NAMED_SENTENCE
                                                 : SCORE_NAMED;
      if (has_table (self, heading, next))
        score += SCORE_TABLE;
    }
  else if (heading->has_comma || heading->length > LONGEST_UNNAMED)
    return IMPOSSIBLE;
  else if (heading->rest_length > 0)
    score = self->is_free ? SCORE_UNNAMED_GLUED : IMPOSSIBLE;
  else
    score = SCORE_UNNAMED;

  return score + (heading->is_marked ? SCORE_MARKED : 0);
}

/* What it costs to let @heading follow @last in a chain, IMPOSSIBLE where it cannot. */
static int
follow_cost (const Link *last, const NbHeading *heading)
{
  const NbFormSection *before = last->heading->section, *now = heading->section;
  gboolean is_next = heading->number == 0 || heading->number == last->number + 1;
  int cost = 0;

  /* Behind the appendix stands nothing but its own rows. */
  if (now == NULL && before != NULL && g_str_equal (before->key, "appendix"))
    return -IMPOSSIBLE;
  if (now != NULL && before == now)
    return is_next && heading->number > 0 ? SCORE_NAMED - SCORE_UNNAMED : -IMPOSSIBLE;
  if (now == NULL)
    return is_next ? 0 : -IMPOSSIBLE;
  if (!is_next && heading->number > last->number)
    cost += COST_GAP;
  else if (!is_next)
    {
      if (before == NULL || now < before)
        return -IMPOSSIBLE;
      cost += COST_SLIP;
    }
  if (before != NULL && now < before)
    cost += COST_ORDER;
  return cost;
}

static int
start_cost (const NbHeading *heading)
{
  if (heading->number <= 1)
    return 0;
  return heading->section != NULL ? COST_GAP : -IMPOSSIBLE;
}

/* Later candidates win where the scores are equal: a table of contents stands before the text. */
static void
link_up (const Chain *self, GArray *links, guint index, guint next)
{
  Link *link = &g_array_index (links, Link, index);
  int own = own_score (self, link->heading, next);

  link->previous = -1;
  link->number = MAX (link->heading->number, 1);
  link->score = own - start_cost (link->heading);
  for (guint i = 0; i < index; i++)
    {
      const Link *last = &g_array_index (links, Link, i);
      int score = last->score + own - follow_cost (last, link->heading);

      if (last->score <= 0 || last->heading->last >= link->heading->first || score < link->score)
        continue;
      link->score = score;
      link->previous = (int) i;
      link->number = link->heading->number > 0 ? link->heading->number : last->number + 1;
    }
}

/* Whether a numbered candidate names the same section as this one without a number. */
static gboolean
is_numbered_elsewhere (const GArray *candidates, const NbHeading *plain, NbHeadingStyle style)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const NbHeading *other = &g_array_index (candidates, NbHeading, i);

      if (other->style == style && other->section == plain->section)
        return TRUE;
    }
  return FALSE;
}

static GArray *
collect_links (const GArray *candidates, NbHeadingStyle style)
{
  GArray *links = g_array_new (FALSE, TRUE, sizeof (Link));

  for (guint i = 0; i < candidates->len; i++)
    {
      Link link = { &g_array_index (candidates, NbHeading, i), 0, -1, 0 };

      if (link.heading->style == style ||
          (link.heading->style == NB_HEADING_PLAIN &&
           !is_numbered_elsewhere (candidates, link.heading, style)))
        g_array_append_val (links, link);
    }
  return links;
}

static int
find_best (const GArray *links, int *score)
{
  int best = -1;

  *score = 0;
  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, Link, i).score > 0 && g_array_index (links, Link, i).score >= *score)
      {
        *score = g_array_index (links, Link, i).score;
        best = (int) i;
      }
  return best;
}

static guint
count_named (const GArray *chosen)
{
  guint n = 0;

  for (guint i = 0; i < chosen->len; i++)
    n += g_array_index (chosen, NbHeading, i).section != NULL;
  return n;
}

static GArray *
choose_style (const Chain *self, const GArray *candidates, NbHeadingStyle style, int *score)
{
  g_autoptr (GArray) links = collect_links (candidates, style);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (NbHeading));

  for (guint i = 0; i < links->len; i++)
    link_up (self, links, i,
             i + 1 < links->len ? g_array_index (links, Link, i + 1).heading->first : G_MAXUINT);
  for (int i = find_best (links, score); i >= 0; i = g_array_index (links, Link, i).previous)
    g_array_prepend_val (chosen, *g_array_index (links, Link, i).heading);

  /* A list of anything is no sequence of sections. */
  if (count_named (chosen) == 0)
    {
      *score = 0;
      g_array_set_size (chosen, 0);
    }
  return chosen;
}

/**
 * nb_sections_choose:
 * @candidates: (element-type NbHeading): lines that look like headings, in order
 * @form: the form whose sections they name
 * @tables: ranges of its tables
 * @n_tables: how many
 *
 * Chooses the headings of the top level.
 *
 * Returns: (transfer full) (element-type NbHeading): those that open a section, in order
 */
GArray *
nb_sections_choose (const GArray *candidates,
                    const NbForm *form,
                    const NbRange *tables,
                    guint n_tables)
{
  static const NbHeadingStyle styles[] = { NB_HEADING_CHINESE, NB_HEADING_PART, NB_HEADING_ARABIC,
                                           NB_HEADING_PLAIN };
  Chain self = { form, tables, n_tables, form->n_tables < 3 };
  GArray *best = g_array_new (FALSE, FALSE, sizeof (NbHeading));
  int best_score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      int score;
      GArray *chosen = choose_style (&self, candidates, styles[i], &score);

      if (score > best_score)
        {
          best_score = score;
          g_array_unref (best);
          best = g_array_ref (chosen);
        }
      g_array_unref (chosen);
    }
  return best;
}
