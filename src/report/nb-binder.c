/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which form a document prints, and which of its tables belong together.
 *
 * The labels decide the form, never the year: each label votes for the forms that have it, and a
 * label that only one form has weighs more. The year breaks a tie between forms whose labels do
 * not differ in what is there. Tables that stand more than once are sets: copies of an article one
 * behind the other, or the tables of two scopes beside each other.
 */

#include "nb-binder.h"

#include "base/nb-limits.h"

#define VOTE_EXCLUSIVE 5
#define VOTE_SHARED    1
/* Votes that differ by less than this are a tie. */
#define TIE 5
/* Rows below which a table of many rows may have been met by chance. */
#define FEWEST_LIST_ROWS 12

/**
 * nb_bound_table_new:
 * @table: a table
 *
 * Returns: (transfer full): the table with every metric missing
 */
NbBoundTable *
nb_bound_table_new (const NbFormTable *table)
{
  NbBoundTable *self = g_new0 (NbBoundTable, 1);

  self->table = table;
  self->bound = g_array_new (FALSE, TRUE, sizeof (NbBound));
  self->extras = g_array_new (FALSE, TRUE, sizeof (NbBound));
  g_array_set_size (self->bound, table->n_metrics);
  for (guint i = 0; i < table->n_metrics; i++)
    {
      NbBound *bound = &g_array_index (self->bound, NbBound, i);

      bound->metric = table->metrics[i];
      bound->value.state = NB_STATE_MISSING;
    }
  return self;
}

/**
 * nb_bound_table_free:
 * @self: a bound table
 *
 * Frees it.
 */
void
nb_bound_table_free (NbBoundTable *self)
{
  g_array_unref (self->bound);
  g_array_unref (self->extras);
  g_free (self);
}

static void
free_tables (GPtrArray *tables)
{
  g_clear_pointer (&tables, g_ptr_array_unref);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbTableSet, nb_table_set_free)

static NbTableSet *
nb_table_set_new (const NbForm *form)
{
  NbTableSet *self = g_new0 (NbTableSet, 1);

  self->form = form;
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_bound_table_free);
  self->pieces.first = G_MAXUINT;
  return self;
}

/**
 * nb_table_set_free:
 * @self: a set
 *
 * Frees it.
 */
void
nb_table_set_free (NbTableSet *self)
{
  free_tables (self->tables);
  g_free (self);
}

/* Which of the forms know a label as a row or a column. A group speaks for no form, since it stands beside every
 * row of its own where merged cells are repeated; but a label that is a row in one form and a group in
 * another is both's. */
static guint
find_voters (const NbEntry *entries, guint n_forms, const NbForm *const *forms)
{
  guint voters = 0, groups = 0;

  for (const NbEntry *e = entries; e != NULL; e = e->next)
    for (guint f = 0; f < n_forms; f++)
      if (e->table->form == forms[f] && forms[f]->n_metrics > 0)
        *(e->kind == NB_ENTRY_GROUP ? &groups : &voters) |= 1u << f;
  return voters != 0 ? voters | groups : 0;
}

/* Each label votes once, however often it is printed. */
static void
vote (GArray *items, guint n_forms, const NbForm *const *forms, guint *votes)
{
  g_autoptr (GHashTable) heard = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const NbEntry *entries = g_array_index (items, NbItem, i).entries;
      guint voters;

      if (entries == NULL || !g_hash_table_add (heard, (gpointer) entries))
        continue;
      voters = find_voters (entries, n_forms, forms);
      for (guint f = 0; f < n_forms; f++)
        if ((voters & (1u << f)) != 0)
          votes[f] += voters == (1u << f) ? VOTE_EXCLUSIVE : VOTE_SHARED;
    }
}

static gboolean
is_form_of (const NbForm *form, guint year)
{
  return year >= form->first_year && year <= form->last_year;
}

static const NbForm *
choose_form (GArray *items, guint year)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);
  g_autofree guint *votes = g_new0 (guint, n_forms);
  guint best = 0;

  vote (items, n_forms, forms, votes);
  for (guint f = 1; f < n_forms; f++)
    {
      gboolean is_tie = votes[f] > 0 && votes[f] + TIE > votes[best] &&
                        votes[best] + TIE > votes[f];

      if (is_tie ? (is_form_of (forms[f], year) ||
                    (votes[f] >= votes[best] && !is_form_of (forms[best], year)))
                 : votes[f] > votes[best])
        best = f;
    }
  return votes[best] > 0 ? forms[best] : NULL;
}

static void
set_add (NbTableSet *set, NbBoundTable *table)
{
  set->pieces.first = MIN (set->pieces.first, table->pieces.first);
  set->pieces.end = MAX (set->pieces.end, table->pieces.end);
  g_ptr_array_add (set->tables, table);
}

static gboolean
set_has (const NbTableSet *set, const NbFormTable *table)
{
  for (guint i = 0; i < set->tables->len; i++)
    if (((NbBoundTable *) g_ptr_array_index (set->tables, i))->table == table)
      return TRUE;
  return FALSE;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const NbBoundTable *x = *(NbBoundTable *const *) a, *y = *(NbBoundTable *const *) b;

  return x->pieces.first < y->pieces.first ? -1 : x->pieces.first > y->pieces.first;
}

/* The set that a table belongs to: the last one where whole articles follow each other, else the
 * first that lacks it. */
static NbTableSet *
find_set (GPtrArray *sets, const NbBoundTable *table)
{
  NbTableSet *last = sets->len > 0 ? g_ptr_array_index (sets, sets->len - 1) : NULL;

  if (last == NULL)
    return NULL;
  for (guint i = 0; i + 1 < sets->len; i++)
    {
      NbTableSet *set = g_ptr_array_index (sets, i);

      if (set->pieces.end > last->pieces.first && !set_has (set, table->table))
        return set;
      /* A single table printed twice leaves the rest to the first set. */
      if (last->tables->len == 1 && !set_has (set, table->table) &&
          ((NbBoundTable *) g_ptr_array_index (last->tables, 0))->table !=
              &table->table->form->tables[0])
        return set;
    }
  return set_has (last, table->table) ? NULL : last;
}

/* Puts the tables of one year into sets, behind those that are there. */
static void
assemble_year (const NbForm *form, GPtrArray *tables, guint year, GPtrArray *sets)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < tables->len; i++)
    {
      NbBoundTable *table = g_ptr_array_index (tables, i);
      NbTableSet *set;

      if (table->year != year)
        continue;
      set = find_set (own, table);
      if (set == NULL)
        {
          set = nb_table_set_new (form);
          set->year = year;
          set->caption = table->caption;
          g_ptr_array_add (own, set);
          g_ptr_array_add (sets, set);
        }
      set_add (set, table);
    }
}

static GPtrArray *
assemble (const NbForm *form, GPtrArray *tables)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_table_set_free);
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);

  g_ptr_array_sort (tables, compare_pieces);
  g_ptr_array_set_free_func (tables, NULL);
  assemble_year (form, tables, 0, sets);
  /* The report is still there where all its tables are of other years: it has none of its own. */
  if (sets->len == 0 && tables->len > 0)
    {
      NbTableSet *none = nb_table_set_new (form);
      guint first = ((NbBoundTable *) g_ptr_array_index (tables, 0))->pieces.first;

      none->pieces = (NbRange){ first, first };
      g_ptr_array_add (sets, none);
    }
  for (guint i = 0; i < tables->len; i++)
    {
      guint year = ((NbBoundTable *) g_ptr_array_index (tables, i))->year;

      if (year != 0 && g_hash_table_add (years, GUINT_TO_POINTER (year)))
        assemble_year (form, tables, year, sets);
    }
  return sets;
}

/* A few rows of a table, where the whole of it stands elsewhere: a local table that uses its
 * words. */
static void
drop_fragments (GPtrArray *tables)
{
  guint most = 0;

  for (guint i = 0; i < tables->len; i++)
    most = MAX (most, ((NbBoundTable *) g_ptr_array_index (tables, i))->n_rows);
  for (guint i = tables->len; i > 0; i--)
    if (((NbBoundTable *) g_ptr_array_index (tables, i - 1))->n_rows * 2 <= most)
      g_ptr_array_remove_index (tables, i - 1);
}

static GPtrArray *
bind_tables (NbDocument *document, GArray *items, const NbForm *form)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_bound_table_free);

  for (guint i = 0; i < form->n_tables; i++)
    {
      const NbFormTable *table = &form->tables[i];
      g_autoptr (GPtrArray) found = NULL;

      if (table->n_metrics == 0)
        continue;
      found = table->kind == NB_TABLE_ROWS ? nb_binder_bind_rows (document, items, table)
                                           : nb_binder_bind_blocks (document, items, table);
      drop_fragments (found);
      g_ptr_array_extend_and_steal (tables, g_steal_pointer (&found));
    }
  return tables;
}

static void
heed (NbDocument *document, GArray *items, GPtrArray *tables, guint year)
{
  for (guint i = 0; i < tables->len; i++)
    {
      nb_binder_heed_heads (document, items, g_ptr_array_index (tables, i), year);
      nb_binder_heed_cells (document, items, g_ptr_array_index (tables, i), year);
      nb_binder_heed_unknown (document, items, g_ptr_array_index (tables, i));
    }
}

/* The form without metrics: its list of rows, where its labels stand or its years say so. */
static GPtrArray *
bind_list (NbDocument *document, GArray *items, guint year)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_table_set_free);

  for (guint f = 0; f < n_forms; f++)
    {
      g_autoptr (GPtrArray) lists = NULL;

      if (forms[f]->n_metrics > 0 || !is_form_of (forms[f], year))
        continue;
      lists = nb_binder_bind_list (document, items, &forms[f]->tables[0]);
      g_ptr_array_set_free_func (lists, NULL);
      for (guint i = 0; i < lists->len; i++)
        {
          NbTableSet *set = nb_table_set_new (forms[f]);

          nb_binder_heed_heads (document, items, g_ptr_array_index (lists, i), year);
          set_add (set, g_ptr_array_index (lists, i));
          g_ptr_array_add (sets, set);
        }
    }
  return sets;
}

/* A few rows of a long list that an older list has as well do not make it this form. */
static gboolean
is_by_chance (const NbForm *form, GPtrArray *sets, guint year)
{
  guint n_rows = 0;

  if (form->n_tables != 1 || is_form_of (form, year))
    return FALSE;
  for (guint i = 0; i < sets->len; i++)
    {
      NbTableSet *set = g_ptr_array_index (sets, i);

      for (guint j = 0; j < set->tables->len; j++)
        n_rows = MAX (n_rows, ((NbBoundTable *) g_ptr_array_index (set->tables, j))->n_rows);
    }
  return n_rows < FEWEST_LIST_ROWS;
}

/* The items of some of the pieces. */
static GArray *
slice_items (GArray *items, NbRange pieces)
{
  GArray *slice = g_array_new (FALSE, FALSE, sizeof (NbItem));
  guint first = 0, end;

  while (first < items->len && g_array_index (items, NbItem, first).piece < pieces.first)
    first++;
  for (end = first; end < items->len && g_array_index (items, NbItem, end).piece < pieces.end;)
    end++;
  if (end > first)
    g_array_append_vals (slice, &g_array_index (items, NbItem, first), end - first);
  return slice;
}

/**
 * nb_binder_bind:
 * @document: a document
 * @items: (element-type NbItem): its items
 * @whole: the report that is bound, and the year that it says it is for
 *
 * Finds the form of a report and binds every table of it.
 *
 * Returns: (transfer full) (element-type NbTableSet): the sets in reading order, those of other years behind those of the
 * report's own, none where no label of a form stands in it
 */
GPtrArray *
nb_binder_bind (NbDocument *document, GArray *items, const NbWhole *whole)
{
  g_autoptr (GArray) own = slice_items (items, whole->pieces);
  const NbForm *form = choose_form (own, whole->year);
  g_autoptr (GPtrArray) sets = NULL;

  if (form != NULL)
    {
      g_autoptr (GPtrArray) tables = bind_tables (document, own, form);

      nb_binder_tell_years (document, tables, whole->year);
      heed (document, own, tables, whole->year);
      sets = assemble (form, tables);
      if (sets->len > 0 && !is_by_chance (form, sets, whole->year))
        return g_steal_pointer (&sets);
    }
  return bind_list (document, own, whole->year);
}

static const NbBoundTable *
find_table (const NbTableSet *set, const NbFormTable *table)
{
  for (guint i = 0; i < set->tables->len; i++)
    if (((NbBoundTable *) g_ptr_array_index (set->tables, i))->table == table)
      return g_ptr_array_index (set->tables, i);
  return NULL;
}

static gboolean
are_equal (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < b->len; i++)
    {
      const NbValue *v = &g_array_index (a, NbBound, i).value;
      const NbValue *w = &g_array_index (b, NbBound, i).value;

      if (v->state != w->state || nb_decimal_compare (v->value, w->value) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_table_set_equal:
 * @a: a set
 * @b: a set that stands behind it
 *
 * Returns: whether @b says nothing that @a does not say: the same form and, table by table, the
 * same states and values
 */
gboolean
nb_table_set_equal (const NbTableSet *a, const NbTableSet *b)
{
  if (a->form != b->form)
    return FALSE;
  for (guint i = 0; i < b->tables->len; i++)
    {
      const NbBoundTable *y = g_ptr_array_index (b->tables, i);
      const NbBoundTable *x = find_table (a, y->table);

      if (x == NULL || x->extras->len != y->extras->len)
        return FALSE;
      if (!are_equal (x->bound, y->bound) || !are_equal (x->extras, y->extras))
        return FALSE;
    }
  return TRUE;
}
