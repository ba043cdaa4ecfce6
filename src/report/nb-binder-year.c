/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tables of another year that are printed again beside the report's own. What stands right above a table, or in its
 * first cells, may name its year. That counts only where the same table stands in the document more than once: a single
 * table with last year in its caption has kept the caption of last year. Where all of several name other years, none of
 * them is the report's own, whichever stands first.
 */

#include "nb-binder.h"

#include "base/nb-text.h"
#include "nb-identity-title.h"
#include "nb-other-year.h"
#include "nb-words.h"

#include <string.h>

/* Pieces above a table that may name its year, and pieces of its own. */
#define REACH_ABOVE  4
#define REACH_WITHIN 2
/* Pieces above a table that may be heads of its own. */
#define REACH_HEADS 40
/* Bytes of a caption, folded; longer is a sentence. */
#define LONGEST_CAPTION 150

typedef struct
{
  NbDocument *document;
  const char *text;
  const NbPiece *pieces;
  guint own; /* the year of the report */
} Years;

static char *
dup_folded (Years *self, guint piece)
{
  const NbPiece *p = &self->pieces[piece];

  if (p->length == 0 || p->length > LONGEST_CAPTION ||
      g_strstr_len (self->text + p->offset, p->length, "\u3002") != NULL)
    return NULL;
  return nb_text_fold (self->text + p->offset, p->length);
}

/* The year that a caption names, 0 for none or for several. @with_words: whether "last year" counts. */
static guint
read_year (Years *self, const char *folded, gboolean with_words)
{
  gsize n = strlen (folded), offset, rest;
  guint year = 0, other = 0;
  gsize used = nb_title_find_year (folded, n, &offset, &year);

  if (used == 0)
    return with_words && (nb_words_has ("year.before", folded, n) || nb_other_year_is_word (folded))
               ? self->own - 1
               : 0;
  if (nb_words_prefix ("year.sign", folded + offset + used) == 0 &&
      (offset + used < 3 || nb_words_suffix ("year.sign", folded, offset + used) == 0))
    return 0;
  rest = offset + used;
  /* A day is the day of something else. */
  if (g_ascii_isdigit (folded[rest + nb_words_prefix ("year.sign", folded + rest)]) ||
      year > self->own)
    return 0;
  return nb_title_find_year (folded + rest, n - rest, &offset, &other) > 0 && other != year ? 0
                                                                                            : year;
}

/* Whether a piece is a cell of the table above, where lines that stand alone may be captions. */
static gboolean
is_cell (Years *self, const NbPiece *piece)
{
  return piece->table >= 0 || (piece->flags & NB_PIECE_IN_ROW) != 0 ||
         nb_value_looks_like (self->text + piece->offset, piece->length);
}

/* Whether a piece is a word in a row of text: of the heads of the table below, which may begin further up than it seems. */
static gboolean
is_head_cell (Years *self, const NbPiece *piece)
{
  return piece->table < 0 && (piece->flags & NB_PIECE_IN_ROW) != 0 &&
         !nb_value_looks_like (self->text + piece->offset, piece->length);
}

/* The year that a line above a table is and nothing else, 0 for none. Where the cells of tables do not stand in rows, such a
 * line may be the last cell of the table before. */
static guint
read_bare_year (Years *self, const NbPiece *piece, const NbPiece *first)
{
  g_autofree char *folded = nb_text_fold (self->text + piece->offset, piece->length);
  gsize n = strlen (folded), offset;
  guint year;

  if (piece->table >= 0 || (piece->flags & NB_PIECE_IN_ROW) != 0 ||
      (first->table < 0 && (first->flags & NB_PIECE_IN_ROW) == 0) ||
      strspn (folded, "0123456789") != n || nb_title_find_year (folded, n, &offset, &year) != n ||
      year > self->own)
    return 0;
  return year;
}

/* Looks above the table, then into it. @caption: the piece; @is_apart: whether anything stands between the table and the
 * cells of another. */
static guint
find_year (Years *self, const NbBoundTable *table, guint *caption, gboolean *is_apart)
{
  guint first = table->pieces.first, n_seen = 0;

  *is_apart = FALSE;
  for (guint i = first; i > 0 && n_seen < REACH_ABOVE; i--)
    {
      const NbPiece *p = &self->pieces[i - 1];
      g_autofree char *folded = NULL;
      guint year;

      if (p->length == 0 || (p->flags & NB_PIECE_FURNITURE) != 0)
        continue;
      year = read_bare_year (self, p, &self->pieces[first]);
      if (year != 0)
        {
          *is_apart = TRUE;
          *caption = i - 1;
          return year;
        }
      if (is_head_cell (self, p) && first - i < REACH_HEADS)
        continue;
      if (is_cell (self, p))
        break;
      *is_apart = TRUE;
      n_seen++;
      folded = dup_folded (self, i - 1);
      if (folded == NULL)
        break;
      year = read_year (self, folded, TRUE);
      *caption = i - 1;
      if (year != 0)
        return year;
      if (nb_text_is_enumerated (self->text + p->offset, p->length))
        break;
    }
  for (guint i = first; i < MIN (first + REACH_WITHIN, table->pieces.end); i++)
    {
      g_autofree char *folded = dup_folded (self, i);
      guint year = folded != NULL ? read_year (self, folded, FALSE) : 0;

      *caption = i;
      if (year != 0)
        return year;
    }
  return 0;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const NbBoundTable *x = *(NbBoundTable *const *) a, *y = *(NbBoundTable *const *) b;

  return x->pieces.first < y->pieces.first ? -1 : x->pieces.first > y->pieces.first;
}

/* Whether the same table stands elsewhere in the document, of whatever year. */
static gboolean
stands_twice (GPtrArray *tables, const NbBoundTable *table)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const NbBoundTable *other = g_ptr_array_index (tables, i);

      if (other != table && other->table == table->table)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_binder_tell_years:
 * @document: a document
 * @tables: (element-type NbBoundTable): the tables that are bound, in any order
 * @year: the year that the report says it is for, 0 for none
 *
 * Tells the tables that say they are of another year. Another table right behind such a one, with nothing between, is of
 * the same year. A table that stands only once is the report's own whatever its caption says; where it stands several times and
 * each names another year, none is.
 */
void
nb_binder_tell_years (NbDocument *document, GPtrArray *tables, guint year)
{
  Years self = { document, nb_document_get_text (document, NULL), NULL, year };
  guint n_pieces;
  const NbBoundTable *before = NULL;

  self.pieces = nb_document_get_pieces (document, &n_pieces);
  if (year == 0 || tables->len < 2)
    return;
  g_ptr_array_sort (tables, compare_pieces);
  for (guint i = 0; i < tables->len; i++)
    {
      NbBoundTable *table = g_ptr_array_index (tables, i);
      gboolean is_apart = TRUE;
      guint found = find_year (&self, table, &table->caption, &is_apart);

      if (found == 0 && !is_apart && before != NULL && before->year != 0 &&
          before->table != table->table)
        {
          table->year = before->year;
          table->caption = before->caption;
        }
      else if (found != 0 && found != year)
        table->year = found;
      before = table;
    }
  for (guint i = 0; i < tables->len; i++)
    {
      NbBoundTable *table = g_ptr_array_index (tables, i);

      if (!stands_twice (tables, table))
        table->year = 0;
    }
}
