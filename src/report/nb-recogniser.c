/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From what is written to what it means.
 *
 *   document ─ items ─ tables bound to a form ─ sets of tables ─ articles ─ sections, identity ─ one report a set
 *
 * A set that says nothing new of the same organ and year is the same article once more, and is
 * left out. Any thread.
 */

#include "nb-report-private.h"

#include "nb-articles.h"
#include "nb-words.h"

#include "base/nb-error.h"
#include "base/nb-fixed-list.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Prose shorter than this many bytes is alike by chance. */
#define LEAST_PROSE 600
/* Bytes of a line that says what a table is. */
#define LONGEST_CAPTION 120
/* Bytes of a text that is no report in which labels are looked for, of a label that tells something, and how many do. */
#define LONGEST_TOLD        (256 * 1024)
#define SHORTEST_TOLD_LABEL 18
#define FEWEST_TOLD_LABELS  8

typedef struct
{
  NbDocument *document;
  const NbTableSet *set; /* (nullable) */
  NbRange article;
  GPtrArray *sections;   /* (owned) NbSectionFacts */
  NbIdentityFacts facts; /* (owned) */
} Part;

static void
free_part (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->sections, g_ptr_array_unref);
  nb_identity_facts_clear (&part->facts);
  g_free (part);
}

static NbRange *
collect_ranges (GPtrArray *sets, guint *n_ranges)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (NbRange));

  for (guint i = 0; i < sets->len; i++)
    {
      const NbTableSet *set = g_ptr_array_index (sets, i);

      for (guint j = 0; j < set->tables->len; j++)
        g_array_append_val (ranges, ((NbBoundTable *) g_ptr_array_index (set->tables, j))->pieces);
    }
  *n_ranges = ranges->len;
  return (NbRange *) (gpointer) g_array_free (g_steal_pointer (&ranges), FALSE);
}

static Part *
read_part (NbDocument *document,
           const NbTableSet *set,
           NbRange article,
           const NbRange *tables,
           guint n_tables)
{
  Part *part = g_new0 (Part, 1);

  part->document = document;
  part->set = set;
  part->article = article;
  part->sections = nb_sections_find (document, article, set != NULL ? set->form : NULL, tables,
                                     n_tables);
  nb_identity_find (document, article, part->sections, &part->facts);
  return part;
}

/* Where one article has several sets of tables, each says for whom it is just above its own. */
static void
set_scope (Part *part, NbRange own)
{
  if (own.first == part->article.first && own.end == part->article.end)
    return;
  g_free (part->facts.scope);
  part->facts.scope = nb_identity_find_scope (part->document, own);
}

static const NbBoundTable *
find_table (const NbTableSet *set, const NbFormTable *table)
{
  for (guint i = 0; i < set->tables->len; i++)
    if (((NbBoundTable *) g_ptr_array_index (set->tables, i))->table == table)
      return g_ptr_array_index (set->tables, i);
  return NULL;
}

/* The line right above a table, where it is short and neither a cell, a unit nor the heading of a section. */
static const NbPiece *
find_caption (const Part *part, const NbBoundTable *table)
{
  const char *text = nb_document_get_text (part->document, NULL);
  guint n_pieces, i = table->pieces.first;
  const NbPiece *pieces = nb_document_get_pieces (part->document, &n_pieces), *p;
  g_autofree char *folded = NULL;

  while (i > 0 && (pieces[i - 1].length == 0 || (pieces[i - 1].flags & NB_PIECE_FURNITURE) != 0))
    i--;
  if (i == 0)
    return NULL;
  p = &pieces[--i];
  if (p->table >= 0 || (p->flags & NB_PIECE_IN_ROW) != 0 || p->length > LONGEST_CAPTION)
    return NULL;
  for (guint k = 0; k < part->sections->len; k++)
    if (((NbSectionFacts *) g_ptr_array_index (part->sections, k))->first == i)
      return NULL;
  folded = nb_text_fold (text + p->offset, p->length);
  return nb_words_equal ("table.head", folded) ? NULL : p;
}

/* Whether the tables of two sets stand between each other. */
static gboolean
is_mixed (const NbTableSet *a, const NbTableSet *b)
{
  return a != b && a->pieces.first < b->pieces.end && b->pieces.first < a->pieces.end;
}

/* Where one table stands several times between tables that stand once, no article parts the sets: only the line right
 * above each says what it is, and where it names no scope it is the scope as it stands. */
static void
set_caption (Part *part, const NbTableSet *other)
{
  const char *text = nb_document_get_text (part->document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (part->document, &n_pieces);

  for (guint i = 0; i < part->set->tables->len; i++)
    {
      const NbBoundTable *table = g_ptr_array_index (part->set->tables, i);
      const NbBoundTable *twin = find_table (other, table->table);
      const NbPiece *caption;
      guint piece;

      if (twin == NULL || twin->pieces.first == table->pieces.first)
        continue;
      g_clear_pointer (&part->facts.scope, g_free);
      caption = find_caption (part, table);
      if (caption == NULL)
        continue;
      piece = (guint) (caption - pieces);
      part->facts.scope = nb_identity_find_scope (part->document, (NbRange){ piece, piece + 1 });
      if (part->facts.scope == NULL)
        part->facts.scope = g_strndup (text + caption->offset, caption->length);
      return;
    }
}

/* Whether two articles have the same prose: then they are one, whatever has befallen the tables
 * of the one or the other. */
static gboolean
says_same (const Part *a, const Part *b)
{
  gsize length = 0;

  if (a->sections->len != b->sections->len)
    return FALSE;
  for (guint i = 0; i < a->sections->len; i++)
    {
      const NbSectionFacts *x = g_ptr_array_index (a->sections, i),
                           *y = g_ptr_array_index (b->sections, i);

      if (g_strcmp0 (x->text, y->text) != 0)
        return FALSE;
      length += strlen (x->text);
    }
  return length > LEAST_PROSE &&
         (a->article.first != b->article.first || a->article.end != b->article.end);
}

/* Whether @part says again what an earlier one said: the same article on the page twice. */
static gboolean
is_repeated (GPtrArray *parts, const Part *part)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *earlier = g_ptr_array_index (parts, i);

      /* A whole report before this one may have no tables. */
      if ((earlier->set == NULL || !nb_table_set_equal (earlier->set, part->set)) &&
          !says_same (earlier, part))
        continue;
      if (part->facts.organ_key != NULL &&
          g_strcmp0 (earlier->facts.organ_key, part->facts.organ_key) != 0)
        continue;
      if (part->facts.year != 0 && earlier->facts.year != part->facts.year)
        continue;
      if (g_strcmp0 (earlier->facts.scope, part->facts.scope) != 0)
        continue;
      return TRUE;
    }
  return FALSE;
}

/* Tables of another year are theirs, whatever the article around them is of; the line that says so tells them apart. */
static void
set_year (Part *part)
{
  guint n_pieces;
  const NbPiece *caption = &nb_document_get_pieces (part->document, &n_pieces)[part->set->caption];

  part->facts.year = part->set->year;
  part->facts.is_reprint = TRUE;
  g_clear_pointer (&part->facts.period_start, g_free);
  g_clear_pointer (&part->facts.period_end, g_free);
  g_free (part->facts.scope);
  part->facts.scope = g_strndup (nb_document_get_text (part->document, NULL) + caption->offset,
                                 caption->length);
}

/* How many of the sets are of the report's own year: they come first. */
static guint
count_own (GPtrArray *sets)
{
  guint n = 0;

  while (n < sets->len && ((NbTableSet *) g_ptr_array_index (sets, n))->year == 0)
    n++;
  return n;
}

/* The article that a set of another year stands in. */
static NbRange
find_whole (const NbTableSet *set, const NbRange *articles, const NbRange *wholes, guint n)
{
  for (guint i = 0; i < n; i++)
    if (set->pieces.first < articles[i].end)
      return wholes[i];
  return wholes[n - 1];
}

/* Adds the parts of one whole report to those before it. */
static void
read_parts (NbDocument *document, NbRange whole, GPtrArray *sets, GPtrArray *parts)
{
  guint n_own = count_own (sets), n_tables;
  g_autofree NbRange *articles = g_new0 (NbRange, MAX (n_own, 1));
  g_autofree NbRange *wholes = g_new0 (NbRange, MAX (n_own, 1));
  g_autofree NbRange *set_ranges = g_new0 (NbRange, MAX (n_own, 1));
  g_autofree NbRange *tables = collect_ranges (sets, &n_tables);

  for (guint i = 0; i < n_own; i++)
    set_ranges[i] = ((NbTableSet *) g_ptr_array_index (sets, i))->pieces;
  if (n_own > 0)
    nb_articles_split (document, whole, set_ranges, n_own, articles);
  else
    articles[0] = whole;
  nb_articles_join (document, set_ranges, n_own, articles, wholes);

  for (guint i = 0; i < MAX (sets->len, 1); i++)
    {
      const NbTableSet *set = i < sets->len ? g_ptr_array_index (sets, i) : NULL;
      NbRange article = set == NULL ? articles[0]
                        : i < n_own ? wholes[i]
                                    : find_whole (set, articles, wholes, n_own);
      Part *part = read_part (document, set, article, tables, n_tables);

      if (set != NULL && set->year != 0)
        set_year (part);
      else if (set != NULL)
        {
          set_scope (part, articles[i]);
          for (guint j = 0; j < n_own; j++)
            if (is_mixed (set, g_ptr_array_index (sets, j)))
              set_caption (part, g_ptr_array_index (sets, j));
        }
      if (set != NULL && is_repeated (parts, part))
        {
          free_part (part);
          continue;
        }
      /* Attached tables, those of departments for one, are not the organ's own: the line above says whose they are. */
      if (i > 0 && i < n_own && part->facts.scope == NULL &&
          wholes[i].first == wholes[i - 1].first && wholes[i].end == wholes[i - 1].end)
        set_caption (part, g_ptr_array_index (sets, i - 1));
      g_ptr_array_add (parts, part);
    }
}

/* The section that a piece stands in. */
static const char *
find_section (const Part *part, guint piece)
{
  for (guint i = 0; i < part->sections->len; i++)
    {
      const NbSectionFacts *facts = g_ptr_array_index (part->sections, i);

      if (piece >= facts->first && piece < facts->end)
        return facts->key;
    }
  return NULL;
}

/* A picture in the section where a table should stand: something is there, and it cannot be
 * read. */
static gboolean
find_picture (const Part *part, const NbFormTable *table, guint *piece)
{
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (part->document, &n_pieces);

  for (guint i = 0; i < part->sections->len; i++)
    {
      const NbSectionFacts *facts = g_ptr_array_index (part->sections, i);

      if (g_strcmp0 (facts->key, table->section) != 0)
        continue;
      for (*piece = facts->first; *piece < facts->end && *piece < n_pieces; ++*piece)
        if ((pieces[*piece].flags & NB_PIECE_IMAGE) != 0 &&
            (pieces[*piece].flags & NB_PIECE_FURNITURE) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
add_figure (const Part *part, GPtrArray *figures, const NbBound *bound, const NbFormTable *table)
{
  const char *section = bound->value.state != NB_STATE_MISSING ? find_section (part, bound->piece)
                                                               : NULL;

  g_ptr_array_add (figures, nb_figure_new (part->document, bound, section, table));
}

/* A table that is not there: missing, or unreadable where a picture stands for it. */
static void
add_absent_table (const Part *part, GPtrArray *figures, const NbFormTable *table)
{
  g_autoptr (NbBoundTable) absent = nb_bound_table_new (table);
  guint n_pieces, piece = 0;
  const NbPiece *pieces = nb_document_get_pieces (part->document, &n_pieces);
  gboolean is_picture = find_picture (part, table, &piece);

  for (guint i = 0; i < absent->bound->len; i++)
    {
      NbBound *bound = &g_array_index (absent->bound, NbBound, i);

      if (is_picture)
        {
          bound->value.state = NB_STATE_UNREADABLE;
          bound->piece = piece;
          bound->offset = pieces[piece].offset;
          bound->length = pieces[piece].length;
        }
      add_figure (part, figures, bound, table);
    }
}

static GListModel *
make_figures (Part *part)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_tables = part->set != NULL ? part->set->form->n_tables : 0;

  for (guint i = 0; i < n_tables; i++)
    {
      const NbFormTable *table = &part->set->form->tables[i];
      const NbBoundTable *bound = find_table (part->set, table);

      if (bound == NULL)
        add_absent_table (part, figures, table);
      for (guint j = 0; bound != NULL && j < bound->bound->len; j++)
        add_figure (part, figures, &g_array_index (bound->bound, NbBound, j), table);
    }
  for (guint i = 0, n = 0; i < n_tables; i++)
    {
      const NbFormTable *table = &part->set->form->tables[i];
      const NbBoundTable *bound = find_table (part->set, table);
      guint n_rows = 0;

      part->facts.has_more_rows |= bound != NULL && bound->is_cut;
      for (guint j = 0; bound != NULL && j < bound->extras->len; j++)
        {
          NbBound extra = g_array_index (bound->extras, NbBound, j);

          /* The rows of all tables are numbered through. */
          n_rows = MAX (n_rows, extra.extra);
          extra.extra += n;
          add_figure (part, figures, &extra, table);
        }
      n += n_rows;
    }
  return nb_fixed_list_new (NB_TYPE_FIGURE, figures);
}

static GListModel *
make_sections (const Part *part)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < part->sections->len; i++)
    g_ptr_array_add (sections, nb_section_new (g_ptr_array_index (part->sections, i)));
  return nb_fixed_list_new (NB_TYPE_SECTION, sections);
}

static NbReport *
make_report (Part *part)
{
  /* Figures look their sections up in the facts, from which the sections take their strings. */
  g_autoptr (GListModel) figures = make_figures (part);
  GListModel *sections = make_sections (part);
  NbReport *report = nb_report_new (part->document, part->set != NULL ? part->set->form : NULL,
                                    &part->facts, sections, g_steal_pointer (&figures));

  nb_report_set_article (report, part->article);
  return report;
}

/* One table of few and common labels is no report unless the page says that it is one. */
static gboolean
is_report (NbDocument *document, const Part *part)
{
  guint n_rows = 0;

  for (guint i = 0; part->set != NULL && i < part->set->tables->len; i++)
    {
      const NbBoundTable *table = g_ptr_array_index (part->set->tables, i);

      if (table->table != &part->set->form->tables[0] || part->set->form->n_tables == 1)
        n_rows += table->n_rows;
    }
  if (n_rows > 0 && part->set->form->n_metrics > 0)
    return TRUE;
  return nb_identity_says_report (document, part->article, &part->facts, part->sections);
}

static gboolean
is_traditional (NbDocument *document)
{
  const char *const *words = nb_forms_get_words ("traditional");
  const char *text = nb_document_get_text (document, NULL);

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Gives text that was found in a simplified copy back the characters of the document, line by line. */
static void
restore (NbDocument *document, NbDocument *copy, char *text)
{
  const char *own = nb_document_get_text (document, NULL);
  const char *simplified = nb_document_get_text (copy, NULL);

  for (char *line = text; line != NULL && *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      char end = line[length];
      const char *at;

      line[length] = '\0';
      at = strstr (simplified, line);
      if (at != NULL)
        memcpy (line, own + (at - simplified), length);
      line[length] = end;
      line = end != '\0' ? line + length + 1 : NULL;
    }
}

static void
restore_part (Part *part, NbDocument *document)
{
  NbDocument *copy = part->document;

  restore (document, copy, part->facts.title);
  restore (document, copy, part->facts.organ);
  restore (document, copy, part->facts.scope);
  for (guint i = 0; i < part->sections->len; i++)
    {
      NbSectionFacts *facts = g_ptr_array_index (part->sections, i);

      restore (document, copy, facts->heading);
      restore (document, copy, facts->text);
    }
  part->document = document;
}

/* Text whose cells have run together still has the labels of a form: how many of the longer ones of one table. */
static guint
count_labels (const NbFormTable *table, const char *key)
{
  guint n = 0;

  for (guint i = 0; i < table->n_rows; i++)
    n += table->rows[i]->kind == NB_ROW_LEAF &&
         strlen (table->rows[i]->keys[0]) >= SHORTEST_TOLD_LABEL &&
         strstr (key, table->rows[i]->keys[0]) != NULL;
  return n;
}

static gboolean
has_run_together (NbDocument *document)
{
  gsize length;
  const char *text = nb_document_get_text (document, &length);
  gsize n = MIN (length, LONGEST_TOLD);
  g_autofree char *key = NULL;
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  while (n > 0 && n < length && ((guchar) text[n] & 0xc0) == 0x80)
    n--;
  key = nb_text_label_key (text, (gssize) n);
  for (guint f = 0; f < n_forms; f++)
    for (guint i = 0; i < forms[f]->n_tables; i++)
      if (count_labels (&forms[f]->tables[i], key) >= FEWEST_TOLD_LABELS)
        return TRUE;
  return FALSE;
}

static void
set_no_report (NbDocument *document, GError **error)
{
  g_set_error_literal (
      error, NB_ERROR, NB_ERROR_NOT_A_REPORT,
      has_run_together (document)
          ? _ ("the labels of an annual report are in it, but its lines and cells have run "
               "together, so that no number can be told from the next; copy it again with its "
               "lines, or open the page or the document that it is from")
          : _ ("this is no annual report on open government information: neither a title nor a "
               "table of one was found"));
}

/* Beyond the limit nothing is left out without a word. */
static gboolean
check_number (GArray *wholes, GError **error)
{
  if (wholes->len <= NB_LIMIT_PARTS)
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_SEVERAL_REPORTS,
               _ ("it holds more than %d reports of different organs or years; save each of them, or "
                  "some of them, to a file of its own"),
               NB_LIMIT_PARTS);
  return FALSE;
}

/* The tables of each whole report; none is ever given to another one. */
static void
bind_wholes (NbDocument *document, GArray *wholes, GPtrArray *sets)
{
  g_autoptr (GArray) items = nb_items_new (document);

  for (guint i = 0; i < wholes->len; i++)
    g_ptr_array_add (sets, nb_binder_bind (document, items, &g_array_index (wholes, NbWhole, i)));
}

GPtrArray *
nb_report_recognise (NbDocument *own, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbDocument) document = NULL;
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_part);
  g_autoptr (GArray) wholes = NULL;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (NB_IS_DOCUMENT (own), NULL);

  if (is_traditional (own))
    {
      gsize length;

      nb_document_get_text (own, &length);
      if (length > NB_LIMIT_TRADITIONAL_BYTES)
        {
          g_autofree char *most = g_format_size_full (NB_LIMIT_TRADITIONAL_BYTES,
                                                      G_FORMAT_SIZE_IEC_UNITS);

          g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                       _ ("the text in traditional characters is too long to be read (limit %s)"),
                       most);
          return NULL;
        }
      document = nb_document_new_simplified (own, nb_forms_get_words ("traditional.terms"));
    }
  else
    document = g_object_ref (own);
  wholes = nb_articles_find_wholes (document);
  if (!check_number (wholes, error))
    return NULL;
  bind_wholes (document, wholes, sets);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  for (guint i = 0; i < wholes->len; i++)
    read_parts (document, g_array_index (wholes, NbWhole, i).pieces, g_ptr_array_index (sets, i), parts);
  for (guint i = 0; i < parts->len; i++)
    if (is_report (document, g_ptr_array_index (parts, i)))
      {
        if (document != own)
          restore_part (g_ptr_array_index (parts, i), own);
        g_ptr_array_add (reports, make_report (g_ptr_array_index (parts, i)));
      }
  if (reports->len == 0)
    {
      set_no_report (document, error);
      return NULL;
    }
  for (guint i = 0; reports->len > 1 && i < reports->len; i++)
    nb_report_set_part (g_ptr_array_index (reports, i), i + 1);
  return g_steal_pointer (&reports);
}
