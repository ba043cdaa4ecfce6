/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From pieces to items: what is a value, what is a label, and which rows of which forms a label may
 * name. Everything later works on items alone, so that a grid and a flattened text are read alike.
 */

#include "nb-items.h"

#include "base/nb-text.h"
#include "base/nb-value.h"

#include <string.h>

/* A label of several pieces has at most this many. */
#define MOST_JOINED 12
/* A piece longer than this is a sentence; the longest printed label is under 140 bytes. */
#define LONGEST_LABEL 360
/* A line of at least this many words, none longer than this many bytes, is a line of heads. */
#define FEWEST_HEADS 4
#define LONGEST_HEAD 30
/* Values between single blanks that are a row without a label before them. */
#define FEWEST_BARE 6
/* Something of so many bytes may be taken for the number of a label. */
#define LONGEST_NUMERAL 12

typedef struct
{
  NbDocument *document;
  const char *text;
  const NbPiece *pieces;
  guint n_pieces;
  GArray *items;
  guint row;
} Tokens;

static gboolean
is_prose (const char *text, guint length)
{
  return length > LONGEST_LABEL || g_strstr_len (text, (gssize) length, "\u3002") != NULL;
}

static NbItem *
add_item (Tokens *self, guint piece, NbItemKind kind, guint offset, guint length)
{
  const NbPiece *p = &self->pieces[piece];
  NbItem item = { .kind = kind, .piece = piece, .offset = offset, .length = length, .n_joined = 1 };

  item.row = (p->flags & NB_PIECE_IN_ROW) != 0 ? self->row : 0;
  item.table = p->table;
  item.separated = (p->flags & NB_PIECE_SEPARATED) != 0;
  item.is_rest = (p->flags & NB_PIECE_CONTINUED) != 0;
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, NbItem, self->items->len - 1);
}

static gboolean
has_colon (const char *text, gsize length)
{
  return memchr (text, ':', length) != NULL ||
         g_strstr_len (text, (gssize) length, "\uff1a") != NULL;
}

/* Whether the piece before is a known label, maybe with its value: in such a list a label may be misspelled. */
static gboolean
is_behind_pair (Tokens *self, guint piece)
{
  guint n = self->items->len;
  const NbItem *last = n > 1 ? &g_array_index (self->items, NbItem, n - 1) : NULL;

  if (last == NULL || last->piece + 1 != piece)
    return FALSE;
  if (last->kind == NB_ITEM_VALUE && last[-1].piece == last->piece)
    last--;
  return last->kind == NB_ITEM_LABEL && last->entries != NULL;
}

/* "行政许可:12": a label with its value behind a colon. */
static gboolean
add_pair (Tokens *self, guint piece, const char *text, guint length)
{
  const char *colon = g_strrstr_len (text, (gssize) length, ":");
  const char *wide = g_strrstr_len (text, (gssize) length, "\uff1a");
  const char *tail;
  const NbEntry *entries;
  gsize offset, n;

  if (wide != NULL && (colon == NULL || wide > colon))
    colon = wide;
  if (colon == NULL || colon == text)
    return FALSE;
  tail = g_utf8_next_char (colon);
  offset = (gsize) (tail - self->text);
  n = (gsize) (text + length - tail);
  nb_text_trim (self->text, &offset, &n);
  if (!nb_value_looks_like (self->text + offset, (gssize) n))
    return FALSE;
  /* "26:9" is no label with a number, but a number that cannot be read. */
  if (nb_value_looks_like (text, colon - text))
    return FALSE;
  entries = nb_label_index_lookup_label (text, (gsize) (colon - text));
  if (entries == NULL && (!is_behind_pair (self, piece) || has_colon (text, (gsize) (colon - text)) ||
                          g_ascii_isdigit (colon[-1])))
    return FALSE;
  /* "单位：100件" counts nothing either. */
  if (nb_value_names_multiple (text, (gssize) length))
    return FALSE;
  add_item (self, piece, NB_ITEM_LABEL, (guint) (text - self->text), (guint) (colon - text))
      ->entries = entries;
  add_item (self, piece, NB_ITEM_VALUE, (guint) offset, (guint) n);
  return TRUE;
}

/* The values of a flattened row, a row of their own. */
static void
add_values (Tokens *self, guint piece, const char *text, guint length, GArray *starts)
{
  self->row++;
  for (guint i = 0; i < starts->len; i++)
    {
      guint start = g_array_index (starts, guint, i);
      guint stop = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : length;

      while (text[stop - 1] == ' ')
        stop--;
      add_item (self, piece, NB_ITEM_VALUE, (guint) (text - self->text) + start, stop - start)
          ->row = self->row;
    }
}

/* Whether the last character that is seen may end a label: a sign belongs to the number behind it. */
static gboolean
ends_as_label (const char *text, guint length)
{
  gunichar c;

  while (length > 0 && text[length - 1] == ' ')
    length--;
  if (length == 0)
    return FALSE;
  c = g_utf8_get_char (g_utf8_prev_char (text + length));
  return g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_CLOSE_PUNCTUATION ||
         g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION || c == ':' || c == 0xff1a || c == '"';
}

/* "行政许可46687": a label with its digits glued to it. How many values the digits are, the row
 * has to know. */
static gboolean
add_glued_pair (Tokens *self, guint piece, const char *text, guint length)
{
  guint head = length;
  const NbEntry *entries;

  while (head > 0 && (g_ascii_isdigit (text[head - 1]) || text[head - 1] == '.'))
    head--;
  if (head == length || head == 0 || !ends_as_label (text, head))
    return FALSE;
  entries = nb_label_index_lookup_label (text, head);
  if (entries == NULL)
    return FALSE;
  add_item (self, piece, NB_ITEM_LABEL, (guint) (text - self->text), head)->entries = entries;
  add_item (self, piece, NB_ITEM_VALUE, (guint) (text - self->text) + head, length - head);
  return TRUE;
}

/* The size of a unit behind the last blank of a label, with the blank. */
static guint
unit_size (const char *text, guint length)
{
  guint start = length;

  while (start > 0 && text[start - 1] != ' ')
    start--;
  return start > 1 && nb_value_is_unit (text + start, (gssize) (length - start))
             ? length - start + 1
             : 0;
}

/* "一、本年新收政府信息公开申请数量 26 0 0 0 0 0 26": a row of a table that was flattened to a
 * paragraph. Where only one value stands behind the blank, the label has to be known. */
static gboolean
add_flat_row (Tokens *self, guint piece, const char *text, guint length)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end = length, n_values;
  const NbEntry *entries;

  while (end > 0)
    {
      guint start = end, gap;

      while (start > 0 && text[start - 1] != ' ')
        start--;
      if (start == 0 || !nb_value_looks_like (text + start, (gssize) (end - start)))
        break;
      g_array_prepend_val (starts, start);
      for (gap = start; gap > 0 && text[gap - 1] == ' ';)
        gap--;
      end = gap;
    }
  if (end > 0 && starts->len > 0 && nb_value_looks_like (text, (gssize) end))
    {
      guint none = 0;

      g_array_prepend_val (starts, none);
      end = 0;
    }
  n_values = starts->len;
  if (n_values == 0)
    return FALSE;
  if (end == 0)
    {
      /* In a cell of its own, two numbers are one that cannot be read. */
      if ((self->pieces[piece].flags & NB_PIECE_SEPARATED) != 0)
        return FALSE;
      add_values (self, piece, text, length, starts);
      return TRUE;
    }
  entries = nb_label_index_lookup_label (text, end);
  if (entries == NULL)
    entries = nb_label_index_lookup_parts (text, end);
  if (entries == NULL && n_values < 2)
    return FALSE;

  end -= entries == NULL ? unit_size (text, end) : 0;
  add_item (self, piece, NB_ITEM_LABEL, (guint) (text - self->text), end)->entries = entries;
  add_values (self, piece, text, length, starts);
  g_array_index (self->items, NbItem, self->items->len - 1 - n_values).row = self->row;
  return TRUE;
}

/* The longest beginning of a text that is a known label and ends at a blank; 0 where none is. */
static guint
find_known_head (const char *text, guint length, const NbEntry **entries)
{
  for (guint head = length - 1; head > 0; head--)
    {
      if (text[head] != ' ' || text[head - 1] == ' ')
        continue;
      *entries = nb_label_index_lookup_label (text, head);
      if (*entries == NULL)
        *entries = nb_label_index_lookup_parts (text, head);
      if (*entries != NULL)
        return head;
    }
  return 0;
}

static gboolean
is_spoilt_number (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return g_utf8_strlen (word, -1) == 1;
}

static gboolean
goes_on_in_row (Tokens *self, guint piece)
{
  return piece + 1 < self->n_pieces && (self->pieces[piece + 1].flags & NB_PIECE_IN_ROW) != 0 &&
         (self->pieces[piece + 1].flags & NB_PIECE_ROW_START) == 0;
}

/* "规章 13 约30 12": a row between single blanks with a word where a number should stand. The
 * label has to be known, or the values be many, and only one of the words may be none; the last ones may
 * be pieces of their own. */
static gboolean
add_spoilt_row (Tokens *self, guint piece, const char *text, guint length)
{
  const NbEntry *entries = NULL;
  guint head = find_known_head (text, length, &entries), n_words = 0, n_values = 0;
  guint n_spoilt = 0;
  g_autofree char *tail = g_strndup (text + head, length - head);
  g_auto (GStrv) words = g_strsplit (tail, " ", -1);
  guint offset = (guint) (text - self->text) + head;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        n_words++;
        n_values += nb_value_looks_like (words[i], -1);
        n_spoilt += !nb_value_looks_like (words[i], -1) && is_spoilt_number (words[i]);
      }
  if (n_spoilt != 1 || n_words != n_values + 1 || (head == 0 && n_values < FEWEST_BARE) ||
      (n_values < 2 && !goes_on_in_row (self, piece)))
    return FALSE;

  if ((self->pieces[piece].flags & NB_PIECE_IN_ROW) == 0)
    self->row++;
  if (head > 0)
    {
      NbItem *item = add_item (self, piece, NB_ITEM_LABEL, (guint) (text - self->text), head);

      item->entries = entries;
      item->row = self->row;
    }
  for (guint i = 0; words[i] != NULL; offset += (guint) strlen (words[i++]) + 1)
    if (*words[i] != '\0')
      add_item (self, piece, nb_value_looks_like (words[i], -1) ? NB_ITEM_VALUE : NB_ITEM_LABEL,
                offset, (guint) strlen (words[i]))
          ->row = self->row;
  return TRUE;
}

/* The size of a blank at @p. */
static guint
blank_size (const char *p)
{
  if (*p == ' ' || *p == '\t')
    return 1;
  if ((guchar) *p == 0xc2 && (guchar) p[1] == 0xa0)
    return 2;
  return (guchar) *p == 0xe3 && (guchar) p[1] == 0x80 && (guchar) p[2] == 0x80 ? 3 : 0;
}

static gboolean
any_known (const GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    if (g_ptr_array_index (found, i) != NULL)
      return TRUE;
  return FALSE;
}

/* "统计指标  单位  统计数": labels beside each other, every one of them known. */
static gboolean
add_known_labels (Tokens *self, guint piece, const char *text, guint length)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) slices = g_array_new (FALSE, FALSE, sizeof (guint));
  guint start = 0;

  for (guint i = 0; i <= length;)
    {
      guint size = i < length ? blank_size (text + i) : 1;
      const NbEntry *entries;

      if (size == 0)
        {
          i++;
          continue;
        }
      if (i > start)
        {
          guint n = i - start;

          entries = nb_label_index_lookup_label (text + start, n);
          if (entries == NULL && !nb_value_is_unit (text + start, (gssize) n))
            return FALSE;
          g_ptr_array_add (found, (gpointer) entries);
          g_array_append_val (slices, start);
          g_array_append_val (slices, n);
        }
      i += size;
      start = i;
    }
  if (found->len < 2 || !any_known (found))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      NbItem *item = add_item (self, piece, NB_ITEM_LABEL,
                               (guint) (text - self->text) + g_array_index (slices, guint, 2 * i),
                               g_array_index (slices, guint, 2 * i + 1));

      item->entries = g_ptr_array_index (found, i);
      item->is_unit = item->entries == NULL;
    }
  return TRUE;
}

/* "结果维持 结果纠正 其他结果 尚未审结 总计": heads that were flattened to a paragraph. */
static gboolean
add_flat_heads (Tokens *self, guint piece, const char *text, guint length)
{
  guint n_words = 1, longest = 0, start = 0;

  for (guint i = 0; i <= length; i++)
    if (i == length || text[i] == ' ')
      {
        longest = MAX (longest, i - start);
        n_words += i < length && text[i + 1] != ' ';
        start = i + 1;
      }
  if (n_words < FEWEST_HEADS || longest > LONGEST_HEAD)
    return FALSE;

  start = 0;
  for (guint i = 0; i <= length; i++)
    if (i == length || text[i] == ' ')
      {
        if (i > start)
          add_item (self, piece, NB_ITEM_LABEL, (guint) (text - self->text) + start, i - start)
              ->entries = nb_label_index_lookup_label (text + start, i - start);
        start = i + 1;
      }
  return TRUE;
}

static void
add_label (Tokens *self, guint piece, const char *text, guint length)
{
  const NbEntry *entries;
  NbItem *item;

  /* A dash behind the colon is no part of the label either. */
  if (self->pieces[piece].table < 0 && add_pair (self, piece, text, length))
    return;
  entries = nb_label_index_lookup_label (text, length);
  if (entries == NULL && self->pieces[piece].table < 0 &&
      (add_glued_pair (self, piece, text, length) || add_spoilt_row (self, piece, text, length) ||
       add_flat_row (self, piece, text, length) || add_flat_heads (self, piece, text, length)))
    return;
  if (entries == NULL)
    entries = nb_label_index_lookup_parts (text, length);
  if (entries == NULL && self->pieces[piece].table < 0 &&
      add_known_labels (self, piece, text, length))
    return;
  item = add_item (self, piece, NB_ITEM_LABEL, (guint) (text - self->text), length);
  item->entries = entries;
  item->is_unit = entries == NULL && nb_value_is_unit (text, (gssize) length);
}

/* The rest of a cell that begins on the line before. A number that goes on on the next line is none, whatever its parts
 * look like. */
static void
add_rest (Tokens *self, guint piece)
{
  const NbPiece *p = &self->pieces[piece];
  NbItem *before = &g_array_index (self->items, NbItem, self->items->len - 1), *item;

  if (before->kind == NB_ITEM_VALUE)
    before->kind = NB_ITEM_LABEL;
  item = add_item (self, piece, before->kind, p->offset, p->length);
  if (item->kind == NB_ITEM_LABEL)
    item->entries = nb_label_index_lookup_label (self->text + p->offset, p->length);
}

/* What a picture shows is not known, whatever is written behind it. */
static gboolean
is_picture_of_value (const NbPiece *piece, const char *text)
{
  if ((piece->flags & NB_PIECE_IMAGE) == 0)
    return FALSE;
  return piece->length == 0 ? piece->table >= 0 && (piece->flags & NB_PIECE_CELL) != 0
                            : nb_value_looks_like (text, (gssize) piece->length);
}

static void
add_piece (Tokens *self, guint piece)
{
  const NbPiece *p = &self->pieces[piece];
  const char *text = self->text + p->offset;
  guint n_seen = nb_piece_measure_clipped (p, text);

  if ((p->flags & NB_PIECE_ROW_START) != 0)
    self->row++;
  if (n_seen > 0)
    add_item (self, piece, NB_ITEM_VALUE, p->offset, n_seen);
  else if (is_picture_of_value (p, text) || nb_piece_is_clipped_value (p, text))
    add_item (self, piece, NB_ITEM_VALUE, p->offset, p->length)->is_doubtful = TRUE;
  else if (p->length == 0)
    {
      if ((p->flags & NB_PIECE_SEPARATED) != 0)
        add_item (self, piece, NB_ITEM_BLANK, p->offset, 0);
    }
  else if (is_prose (text, p->length))
    add_item (self, piece, NB_ITEM_PROSE, p->offset, p->length);
  else if ((p->flags & NB_PIECE_CONTINUED) != 0 && self->items->len > 0)
    add_rest (self, piece);
  else if (nb_value_looks_like (text, (gssize) p->length))
    add_item (self, piece, NB_ITEM_VALUE, p->offset, p->length);
  else
    add_label (self, piece, text, p->length);
}

/**
 * nb_items_dup_key:
 * @document: a document
 * @items: its items
 * @first: the first item of a label
 * @n: how many
 *
 * Returns: (transfer full): the key of the label that these items make up together
 */
char *
nb_items_dup_key (NbDocument *document, GArray *items, guint first, guint n)
{
  const char *text = nb_document_get_text (document, NULL);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      const NbItem *item = &g_array_index (items, NbItem, i);

      g_string_append_len (joined, text + item->offset, item->length);
    }
  return nb_text_label_key (joined->str, (gssize) joined->len);
}

/* A mark such as a question mark is no part of a label but something in the place of a value. */
static gboolean
is_mark (const char *text, guint length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if ((type != G_UNICODE_OTHER_PUNCTUATION && type != G_UNICODE_OTHER_SYMBOL &&
           type != G_UNICODE_MATH_SYMBOL) ||
          c == '"' || c == '\'' || c == '.' || c == ',' || c == 0x3001 || c == 0xff0c ||
          c == 0xff0e)
        return FALSE;
    }
  return TRUE;
}

/* A unit in a cell of its own beside a label, and not the end of the label: its row is known. */
static gboolean
is_unit_cell (Tokens *self, guint first, guint n)
{
  const NbItem *item = &g_array_index (self->items, NbItem, first + n);

  return n > 0 && item->is_unit && !item->is_rest && item->row != 0 &&
         item->row == g_array_index (self->items, NbItem, first + n - 1).row;
}

/* How many labels from @first on could be one label. */
static guint
count_joinable (Tokens *self, guint first)
{
  guint n = 0, length = 0;

  while (first + n < self->items->len && n < MOST_JOINED)
    {
      const NbItem *item = &g_array_index (self->items, NbItem, first + n);

      length += item->length;
      if (item->kind != NB_ITEM_LABEL || length > LONGEST_LABEL ||
          is_mark (self->text + item->offset, item->length) || is_unit_cell (self, first, n))
        break;
      n++;
    }
  return n;
}

/* A cell behind a value or a unit of its row is none where a label begins. */
static gboolean
is_behind_value (GArray *items, guint i)
{
  const NbItem *item = &g_array_index (items, NbItem, i), *before = item - 1;

  return i > 0 && item->row != 0 && before->row == item->row &&
         (before->kind == NB_ITEM_VALUE || before->is_unit);
}

/* Whether what could begin a broken label is something else: digits alone, or a numeral before a label that has
 * a number of its own. Either would be taken for the number of that label. */
static gboolean
is_apart (Tokens *self, guint i)
{
  const NbItem *item = &g_array_index (self->items, NbItem, i), *next = item + 1;
  const char *text = self->text + item->offset;

  if (item->length > LONGEST_NUMERAL)
    return FALSE;
  if (g_ascii_isdigit (text[item->length - 1]))
    {
      for (guint c = 0; c < item->length; c++)
        if ((guchar) text[c] >= 0x80 || g_ascii_isalpha (text[c]))
          return FALSE;
      return TRUE;
    }
  return item->entries == NULL && !nb_text_is_enumerated (text, item->length) &&
         nb_text_is_enumerated (self->text + next->offset, next->length) &&
         g_utf8_strlen (text, (gssize) item->length) == 1;
}

/* The most pieces from @first on, before @end, that name something together; 0 for none. What no label begins with goes on
 * to none; but the number of a label is no part of its key, so that little is asked of a short beginning. */
static guint
find_join (Tokens *self, guint first, guint end, const NbEntry **entries)
{
  guint most = MIN (count_joinable (self, first), end - first), best = 0;
  gsize length = 0;

  *entries = NULL;
  for (guint n = 1; n <= most; n++)
    {
      g_autofree char *key = nb_items_dup_key (self->document, self->items, first, n);
      const NbEntry *found = nb_label_index_lookup (key);

      if (found != NULL)
        {
          *entries = found;
          best = n;
        }
      length += g_array_index (self->items, NbItem, first + n - 1).length;
      if (length > 2 * LONGEST_NUMERAL && !nb_label_index_is_beginning (key))
        break;
    }
  return best;
}

static void
join (Tokens *self, guint first, guint n, const NbEntry *entries)
{
  NbItem *item = &g_array_index (self->items, NbItem, first);

  item->entries = entries;
  item->n_joined = n;
  for (guint i = 1; i < n; i++)
    g_array_index (self->items, NbItem, first + i).is_continued = TRUE;
}

/* A unit that is broken over the lines of its cell: "万" / "元". */
static void
mark_unit (Tokens *self, guint first, guint n)
{
  g_autofree char *key = nb_items_dup_key (self->document, self->items, first, n);

  for (guint i = first; i < first + n && nb_value_is_unit (key, -1); i++)
    g_array_index (self->items, NbItem, i).is_unit = TRUE;
}

/* A cell whose lines stand apart is one label, or several known ones where rows of heads stand between two rules; else it is
 * one that nobody knows. Returns how many items the cell has, 1 where it stands in one piece. */
static guint
join_cell (Tokens *self, guint first)
{
  const NbEntry *entries;
  guint n = 1, covered = 0;

  while (first + n < self->items->len && g_array_index (self->items, NbItem, first + n).is_rest &&
         g_array_index (self->items, NbItem, first + n).kind == NB_ITEM_LABEL)
    n++;
  if (n == 1)
    return n;
  for (guint part; covered < n; covered += part)
    if ((part = find_join (self, first + covered, first + n, &entries)) == 0)
      break;
  if (covered < n)
    {
      join (self, first, n, NULL);
      mark_unit (self, first, n);
    }
  else
    for (guint i = first, part; i < first + n; i += part)
      {
        part = find_join (self, i, first + n, &entries);
        join (self, i, part, entries);
      }
  return n;
}

/* Looks for labels that are broken over several pieces: the longest join that names something. */
static void
join_labels (Tokens *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const NbEntry *entries;
      guint n;

      if (g_array_index (self->items, NbItem, i).kind != NB_ITEM_LABEL ||
          is_behind_value (self->items, i))
        continue;
      n = join_cell (self, i);
      if (n == 1)
        {
          n = find_join (self, i, self->items->len, &entries);
          if (n > 1 && !is_apart (self, i))
            join (self, i, n, entries);
          else
            n = 1;
        }
      i += n - 1;
    }
}

/**
 * nb_items_new:
 * @document: a document
 *
 * Returns: (transfer full) (element-type NbItem): its items in reading order
 */
GArray *
nb_items_new (NbDocument *document)
{
  Tokens self = { .document = document };

  self.text = nb_document_get_text (document, NULL);
  self.pieces = nb_document_get_pieces (document, &self.n_pieces);
  self.items = g_array_sized_new (FALSE, FALSE, sizeof (NbItem), self.n_pieces);
  for (guint i = 0; i < self.n_pieces; i++)
    if ((self.pieces[i].flags & NB_PIECE_PAGE) == 0)
      add_piece (&self, i);
  join_labels (&self);
  nb_items_set_aside (document, self.items);
  self.items = nb_items_fill_gaps (document, self.items);
  nb_items_mark_doubtful (document, self.items);
  return self.items;
}

/**
 * nb_item_find_leaf:
 * @item: an item
 * @table: a table
 * @from: the first row that counts
 *
 * Returns: the first leaf row of @table, not before @from, that the item names; -1 for none
 */
int
nb_item_find_leaf (const NbItem *item, const NbFormTable *table, int from)
{
  int found = -1;

  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    if (e->kind == NB_ENTRY_LEAF && e->table == table && (int) e->index >= from &&
        (found < 0 || (int) e->index < found))
      found = (int) e->index;
  return found;
}

/**
 * nb_item_has_entry:
 * @item: an item
 * @table: a table
 *
 * Returns: whether the item names anything in @table
 */
gboolean
nb_item_has_entry (const NbItem *item, const NbFormTable *table)
{
  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    if (e->table == table)
      return TRUE;
  return FALSE;
}

/**
 * nb_item_is_foreign:
 * @item: an item
 * @table: a table
 *
 * Returns: whether the item names something in another table of the same form, and nothing in
 * @table
 */
gboolean
nb_item_is_foreign (const NbItem *item, const NbFormTable *table)
{
  gboolean is_foreign = FALSE;

  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    {
      if (e->table == table)
        return FALSE;
      is_foreign |= e->table->form == table->form;
    }
  return is_foreign;
}

/**
 * nb_items_measure_row:
 * @document: the document
 * @items: its items
 * @i: an item
 *
 * Returns: how many cells the row of item @i has, merged ones counted as often as they span; 0
 *   where the ends of rows are not known
 */
guint
nb_items_measure_row (NbDocument *document, GArray *items, guint i)
{
  guint n_pieces, width = 0, row = g_array_index (items, NbItem, i).row;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  if (row == 0)
    return 0;
  while (i > 0 && g_array_index (items, NbItem, i - 1).row == row)
    i--;
  for (guint last = G_MAXUINT; i < items->len && g_array_index (items, NbItem, i).row == row; i++)
    {
      const NbItem *item = &g_array_index (items, NbItem, i);
      const NbPiece *piece = &pieces[item->piece];

      if (item->table >= 0)
        width = MAX (width, piece->column + piece->column_span);
      else if (item->piece != last && !item->is_continued)
        width++;
      last = item->piece;
    }
  return width;
}
