/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Damage that is planted in a made-up report, and what may then come back: a figure that cannot be known is
 * marked, a figure that is untouched is still read.
 */

#include "gen-damage.h"

#include <string.h>

typedef struct
{
  GenReport *report;
  GenTable *table;
  GPtrArray *row;
  guint index;
} Spot;

static void
tell (GenReport *report, const char *what, GPtrArray *row)
{
  g_autoptr (GString) text = g_string_new (what);

  for (guint i = 0; row != NULL && i < row->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (row, i);

      if (cell->kind == GEN_CELL_LABEL)
        g_string_append_printf (text, " \"%s\"", cell->text);
    }
  g_free (report->damage);
  report->damage = g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_figures (GPtrArray *row)
{
  guint n = 0;

  for (guint i = 0; i < row->len; i++)
    n += ((GenCell *) g_ptr_array_index (row, i))->figure >= 0;
  return n;
}

/* The cell of the figure @which of a row. */
static guint
find_value (GPtrArray *row, guint which)
{
  for (guint i = 0; i < row->len; i++)
    if (((GenCell *) g_ptr_array_index (row, i))->figure >= 0 && which-- == 0)
      return i;
  g_assert_not_reached ();
}

static GenFigure *
figure_of (GenReport *report, const GenCell *cell)
{
  return g_ptr_array_index (report->figures, cell->figure);
}

static void
allow_row (GenReport *report, GPtrArray *row, guint outcomes)
{
  for (guint i = 0; i < row->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (row, i);

      if (cell->figure >= 0)
        figure_of (report, cell)->allowed = outcomes;
    }
}

/* Throws a row with at least @fewest figures of any table, or of the table @id. */
static gboolean
pick_row (GenReport *report, const char *id, guint fewest, Spot *spot)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (guint i = 0; i < report->sections->len; i++)
    {
      GenSection *section = g_ptr_array_index (report->sections, i);

      for (guint j = 0; section->tables != NULL && j < section->tables->len; j++)
        {
          GenTable *table = g_ptr_array_index (section->tables, j);

          for (guint k = 0; k < table->rows->len; k++)
            {
              Spot found = { report, table, g_ptr_array_index (table->rows, k), k };

              if (count_figures (found.row) >= fewest &&
                  (id == NULL ? !g_str_equal (table->id, "T4") : g_str_equal (table->id, id)))
                g_array_append_val (spots, found);
            }
        }
    }
  if (spots->len == 0)
    return FALSE;
  *spot = g_array_index (spots, Spot, gen_below (report->rand, spots->len));
  return TRUE;
}

/* A flat grid loses its rows when a cell is gone, and a drawn box fills its row up. */
static gboolean
is_rigid (const GenLayout *layout)
{
  return layout->is_html ? (layout->style & (GEN_HTML_DIV_GRID | GEN_HTML_PRE)) != 0
                         : layout->style == GEN_TEXT_BOX || layout->style == GEN_TEXT_BOX_ASCII ||
                               layout->style >= GEN_TEXT_GRID || layout->padded;
}

/* Where T4 has a value too few or too many, the others need not be trusted either. */
static void
doubt_blocks (GenReport *report)
{
  for (guint i = report->figures->len - 15; i < report->figures->len; i++)
    ((GenFigure *) g_ptr_array_index (report->figures, i))->allowed = GEN_ANYTHING;
}

static gboolean
lose_value (const GenLayout *layout, GenReport *report, const char *table)
{
  Spot spot;

  if (is_rigid (layout) || !pick_row (report, table, 1, &spot))
    return FALSE;
  tell (report, "value deleted", spot.row);
  if (table != NULL)
    doubt_blocks (report);
  allow_row (report, spot.row, GEN_MARKED);
  g_ptr_array_remove_index (
      spot.row, find_value (spot.row, gen_below (report->rand, count_figures (spot.row))));
  spot.table->short_row = spot.row;
  return TRUE;
}

static gboolean
gain_value (const GenLayout *layout, GenReport *report, const char *table)
{
  Spot spot;

  if (is_rigid (layout) || layout->merged == GEN_MERGED_ALIGNED ||
      layout->merged == GEN_MERGED_BELOW || layout->merged == GEN_MERGED_REPEATED ||
      !pick_row (report, table, 1, &spot))
    return FALSE;
  tell (report, "value inserted", spot.row);
  if (table != NULL)
    doubt_blocks (report);
  allow_row (report, spot.row, GEN_MARKED);
  gen_cell_add (spot.row, GEN_CELL_VALUE, gen_chance (report->rand, 50) ? "0" : "7", 1, 1);
  g_ptr_array_insert (
      spot.row, (int) find_value (spot.row, gen_below (report->rand, count_figures (spot.row))),
      g_ptr_array_steal_index (spot.row, spot.row->len - 1));
  if (layout->is_html || layout->tagged)
    spot.table->n_columns++;
  return TRUE;
}

static gboolean
plant_value_deleted (const GenLayout *layout, GenReport *report)
{
  return lose_value (layout, report, NULL);
}

static gboolean
plant_value_inserted (const GenLayout *layout, GenReport *report)
{
  return gain_value (layout, report, NULL);
}

static gboolean
plant_blocks_short (const GenLayout *layout, GenReport *report)
{
  return lose_value (layout, report, "T4");
}

static gboolean
plant_blocks_long (const GenLayout *layout, GenReport *report)
{
  return gain_value (layout, report, "T4");
}

/* Puts @text for the value of one cell. */
static GenCell *
put_value (Spot *spot, const char *text)
{
  GenCell *cell = g_ptr_array_index (
      spot->row, find_value (spot->row, gen_below (spot->report->rand, count_figures (spot->row))));

  g_free (cell->text);
  cell->text = g_strdup (text);
  return cell;
}

static gboolean
plant_not_a_number (const GenLayout *layout, GenReport *report)
{
  static const char *const texts[] = {
    "1l",    "O", "一",   "3x", "十五", "〇", "2..5", "1e5", "99999999999999999999",
    "12,34", "?", "约30", "3 4"
  };
  Spot spot;
  GenCell *cell;
  guint which = gen_below (report->rand, G_N_ELEMENTS (texts) - (layout->separated ? 0 : 1));

  if (!pick_row (report, gen_chance (report->rand, 20) ? "T4" : NULL, 1, &spot))
    return FALSE;
  tell (report, texts[which], spot.row);
  cell = put_value (&spot, texts[which]);
  allow_row (report, spot.row, layout->separated ? GEN_EXACT : GEN_EXACT | GEN_UNREADABLE);
  figure_of (report, cell)->allowed = layout->separated ? GEN_UNREADABLE : GEN_MARKED;
  return TRUE;
}

static gboolean
plant_placeholder (const GenLayout *layout, GenReport *report)
{
  static const char *const texts[] = { "——", "—", "-", "/", "无", "--", "－", "不适用", "―", "–" };
  Spot spot;
  GenCell *cell;

  if (!pick_row (report, gen_chance (report->rand, 20) ? "T4" : NULL, 1, &spot))
    return FALSE;
  tell (report, "placeholder", spot.row);
  cell = put_value (&spot, gen_pick (report->rand, texts));
  figure_of (report, cell)->allowed = GEN_PLACEHOLDER;
  return TRUE;
}

/* What was allowed for a row, or that it cannot be read. */
static void
doubt_row (GenReport *report, GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (row, i);

      if (cell->figure >= 0)
        figure_of (report, cell)->allowed |= GEN_UNREADABLE;
    }
}

/* Whether the last cell of a row was emptied, and the row is one of text: it may as well have lost another one. */
static gboolean
ends_blank_in_text (const GenLayout *layout, GPtrArray *row)
{
  const GenCell *last = g_ptr_array_index (row, row->len - 1);

  return (!layout->is_html ||
          (layout->style & (GEN_HTML_PRE | GEN_HTML_LINES | GEN_HTML_DIV_GRID)) != 0) &&
         *last->text == '\0';
}

static gboolean
plant_blank (const GenLayout *layout, GenReport *report)
{
  guint n = 1 + gen_below (report->rand, 3);
  Spot spot;

  if (!pick_row (report, gen_chance (report->rand, 20) ? "T4" : NULL, 1, &spot))
    return FALSE;
  tell (report, "values blanked", spot.row);
  for (guint i = 0; i < n; i++)
    figure_of (report, put_value (&spot, ""))->allowed = GEN_BLANK;
  if (!layout->separated)
    allow_row (report, spot.row, GEN_MARKED);
  else if (ends_blank_in_text (layout, spot.row))
    doubt_row (report, spot.row);
  return TRUE;
}

static gboolean
plant_row_deleted (const GenLayout *layout, GenReport *report)
{
  Spot spot;

  if (!pick_row (report, NULL, 1, &spot) || gen_row_has_group (spot.row))
    return FALSE;
  tell (report, "row deleted", spot.row);
  allow_row (report, spot.row, GEN_MISSING);
  gen_table_remove_row (spot.table, spot.index);
  return TRUE;
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x4e00 && c <= 0x9fff;
}

/* Bytes of the words of a label: between its number and what stands in brackets. */
static gsize
find_words (const char *label, gsize *start)
{
  const char *p = label;
  const char *end;

  if (*p == '(' || g_str_has_prefix (p, "（"))
    {
      const char *close = strpbrk (p, ")");
      const char *wide = strstr (p, "）");

      close = wide != NULL && (close == NULL || wide < close) ? wide : close;
      p = close != NULL ? g_utf8_next_char (close) : p;
    }
  else if (strstr (p, "、") != NULL && strstr (p, "、") - p <= 3)
    p = strstr (p, "、") + strlen ("、");
  end = p;
  while (*end != '\0' && *end != '(' && !g_str_has_prefix (end, "（"))
    end = g_utf8_next_char (end);
  *start = (gsize) (p - label);
  return (gsize) (end - p);
}

/* One character of a label is wrong or lost. */
static gboolean
plant_label_slip (const GenLayout *layout, GenReport *report)
{
  Spot spot;
  GenCell *label;
  gsize start, length, at;
  gboolean replaced;
  g_autoptr (GString) text = NULL;
  const char *p;

  if (!pick_row (report, NULL, 1, &spot) || (label = gen_row_find_label (spot.row)) == NULL)
    return FALSE;
  length = find_words (label->text, &start);
  if (g_utf8_strlen (label->text + start, (gssize) length) < 6)
    return FALSE;
  /* The last character is left alone: without it some labels are accepted variants. */
  p = g_utf8_offset_to_pointer (label->text + start, 1 + (glong) gen_below (report->rand, 4));
  if (!is_han (g_utf8_get_char (p)))
    return FALSE;
  at = (gsize) (p - label->text);
  text = g_string_new (label->text);
  g_string_erase (text, (gssize) at, 3);
  replaced = gen_chance (report->rand, 60);
  if (replaced)
    g_string_insert (text, (gssize) at, "某");
  tell (report, "label slip", spot.row);
  g_free (label->text);
  label->text = g_strdup (text->str);
  /* A label that has lost a character may happen to be an accepted variant. */
  allow_row (report, spot.row, replaced ? GEN_INEXACT : GEN_RIGHT);
  return TRUE;
}

/* A label has lost its head, as when a page break eats a line. */
static gboolean
plant_label_cut (const GenLayout *layout, GenReport *report)
{
  Spot spot;
  GenCell *label;
  char *rest;
  gsize start, length;

  if (!pick_row (report, NULL, 1, &spot) || (label = gen_row_find_label (spot.row)) == NULL)
    return FALSE;
  length = find_words (label->text, &start);
  if (g_utf8_strlen (label->text + start, (gssize) length) < 8)
    return FALSE;
  tell (report, "label cut", spot.row);
  rest = g_strdup (g_utf8_offset_to_pointer (label->text + start, 3));
  g_free (label->text);
  label->text = rest;
  /* What is left may happen to be an accepted variant. */
  allow_row (report, spot.row, GEN_ANYTHING);
  return TRUE;
}

static gboolean
plant_label_replaced (const GenLayout *layout, GenReport *report)
{
  static const char *const labels[] = { "街道社区自行登记事项", "上述以外的补充内容",
                                        "历史遗留问题梳理" };
  Spot spot;
  GenCell *label;

  if (!pick_row (report, NULL, 1, &spot) || (label = gen_row_find_label (spot.row)) == NULL)
    return FALSE;
  tell (report, "label replaced", spot.row);
  g_free (label->text);
  label->text = g_strdup (gen_pick (report->rand, labels));
  allow_row (report, spot.row, GEN_MISSING | GEN_UNREADABLE);
  return TRUE;
}

static gboolean
plant_table_deleted (const GenLayout *layout, GenReport *report)
{
  GenSection *section = g_ptr_array_index (report->sections, 1 + gen_below (report->rand, 3));

  if (section->tables == NULL || report->form < 2019)
    return FALSE;
  tell (report, "table deleted", NULL);
  for (guint i = 0; i < section->tables->len; i++)
    {
      GenTable *table = g_ptr_array_index (section->tables, i);

      for (guint j = 0; j < table->rows->len; j++)
        allow_row (report, g_ptr_array_index (table->rows, j), GEN_MISSING);
    }
  g_clear_pointer (&section->tables, g_ptr_array_unref);
  return TRUE;
}

static gboolean
plant_rows_swapped (const GenLayout *layout, GenReport *report)
{
  Spot spot;
  GPtrArray *next;

  if (!pick_row (report, NULL, 1, &spot) || spot.index + 1 >= spot.table->rows->len)
    return FALSE;
  next = g_ptr_array_index (spot.table->rows, spot.index + 1);
  if (gen_row_has_group (spot.row) || gen_row_has_group (next) ||
      gen_row_find_label (next) == NULL ||
      gen_row_find_label (next)->column_span != gen_row_find_label (spot.row)->column_span ||
      count_figures (next) != count_figures (spot.row))
    return FALSE;
  tell (report, "rows swapped", spot.row);
  allow_row (report, spot.row, GEN_ANYTHING);
  allow_row (report, next, GEN_ANYTHING);
  spot.table->rows->pdata[spot.index] = next;
  spot.table->rows->pdata[spot.index + 1] = spot.row;
  return TRUE;
}

/* Two values have grown together. */
static gboolean
plant_glued (const GenLayout *layout, GenReport *report)
{
  Spot spot;
  GenCell *cell, *next;
  guint at;
  char *both;

  if (is_rigid (layout) || !pick_row (report, "T3", 7, &spot))
    return FALSE;
  at = find_value (spot.row, gen_below (report->rand, 6));
  cell = g_ptr_array_index (spot.row, at);
  next = g_ptr_array_index (spot.row, at + 1);
  tell (report, "values glued", spot.row);
  both = g_strconcat (cell->text, next->text, NULL);
  g_free (cell->text);
  cell->text = both;
  allow_row (report, spot.row, GEN_INEXACT | GEN_MARKED);
  g_ptr_array_remove_index (spot.row, at + 1);
  spot.table->short_row = spot.row;
  return TRUE;
}

static gboolean
plant_head_lost (const GenLayout *layout, GenReport *report)
{
  Spot spot;
  GPtrArray *heads;
  GenCell *cell;

  if (!pick_row (report, "T3", 7, &spot))
    return FALSE;
  heads = g_ptr_array_index (spot.table->rows, 1 + gen_below (report->rand, 2));
  cell = g_ptr_array_index (heads, gen_below (report->rand, heads->len));
  tell (report, "head lost", NULL);
  g_free (cell->text);
  cell->text = g_strdup ("");
  for (guint i = spot.table->n_head_rows; i < spot.table->rows->len; i++)
    allow_row (report, g_ptr_array_index (spot.table->rows, i), GEN_RIGHT);
  return TRUE;
}

static gboolean
plant_heads_lost (const GenLayout *layout, GenReport *report)
{
  Spot spot;

  if (!pick_row (report, "T3", 7, &spot))
    return FALSE;
  tell (report, "all heads lost", NULL);
  for (guint i = spot.table->n_head_rows; i < spot.table->rows->len; i++)
    allow_row (report, g_ptr_array_index (spot.table->rows, i), GEN_ANYTHING);
  g_ptr_array_remove_range (spot.table->rows, 0, spot.table->n_head_rows);
  spot.table->n_head_rows = 0;
  return TRUE;
}

static gboolean
plant_anything (const GenLayout *layout, GenReport *report)
{
  tell (report, "spoiled", NULL);
  report->may_fail = TRUE;
  for (guint i = 0; i < report->figures->len; i++)
    ((GenFigure *) g_ptr_array_index (report->figures, i))->allowed = GEN_ANYTHING;
  return TRUE;
}

static gboolean
is_of_number (guint8 byte)
{
  return g_ascii_isdigit (byte) || byte == '.' || byte == ',' || byte >= 0x80;
}

/* The file ends somewhere, but not within a number: what is left of it would be a number. Pages end at a line's end. */
static void
spoil_truncated (GenReport *report, GByteArray *bytes)
{
  guint at = gen_below (report->rand, bytes->len);
  gboolean is_page = g_strstr_len ((const char *) bytes->data, bytes->len, "</html>") != NULL;

  while (at > 0 && (is_page ? bytes->data[at - 1] != '\n'
                            : is_of_number (bytes->data[at]) || is_of_number (bytes->data[at - 1])))
    at--;
  g_byte_array_set_size (bytes, at);
}

/*
 * Bytes turn into others, but nothing that would leave a shorter number without a trace: no digit, point or comma,
 * and no end of a tag or attribute, behind which the rest of a number would vanish.
 */
static void
spoil_noise (GenReport *report, GByteArray *bytes)
{
  static const guint8 noise[] = { 'x', '#', 0xff, '<' };
  guint n = 1 + gen_below (report->rand, 30);

  for (guint i = 0; i < n; i++)
    {
      guint at = gen_below (report->rand, bytes->len);

      if (!g_ascii_isdigit (bytes->data[at]) && bytes->data[at] != '\0' &&
          strchr (".,\">", bytes->data[at]) == NULL)
        bytes->data[at] = gen_pick (report->rand, noise);
    }
}

const GenDamage gen_damages[] = {
  { "value-deleted", plant_value_deleted, NULL },
  { "value-inserted", plant_value_inserted, NULL },
  { "blocks-short", plant_blocks_short, NULL },
  { "blocks-long", plant_blocks_long, NULL },
  { "not-a-number", plant_not_a_number, NULL },
  { "placeholder", plant_placeholder, NULL },
  { "blank", plant_blank, NULL },
  { "row-deleted", plant_row_deleted, NULL },
  { "rows-swapped", plant_rows_swapped, NULL },
  { "label-slip", plant_label_slip, NULL },
  { "label-cut", plant_label_cut, NULL },
  { "label-replaced", plant_label_replaced, NULL },
  { "table-deleted", plant_table_deleted, NULL },
  { "glued", plant_glued, NULL },
  { "head-lost", plant_head_lost, NULL },
  { "heads-lost", plant_heads_lost, NULL },
  { "truncated", plant_anything, spoil_truncated },
  { "noise", plant_anything, spoil_noise },
};
const guint gen_n_damages = G_N_ELEMENTS (gen_damages);

const GenDamage *
gen_damage_find (const char *name)
{
  for (guint i = 0; i < gen_n_damages; i++)
    if (g_str_equal (gen_damages[i].name, name))
      return &gen_damages[i];
  return NULL;
}

/**
 * gen_damage_plant:
 *
 * Changes a report that is built and not yet written. Lists of 2008 have no rows to be missed, and are left alone.
 *
 * Returns: whether there was a place for this damage
 */
gboolean
gen_damage_plant (const GenDamage *self, const GenLayout *layout, GenReport *report)
{
  if (report->form < 2014)
    return FALSE;
  for (guint i = 0; i < 20; i++)
    if (self->plant (layout, report))
      {
        report->damaged = TRUE;
        return TRUE;
      }
  return FALSE;
}

/**
 * gen_damage_spoil:
 * @bytes: (transfer full): the file
 *
 * Returns: (transfer full): the file as this damage leaves it
 */
GBytes *
gen_damage_spoil (const GenDamage *self, const GenLayout *layout, GenReport *report, GBytes *bytes)
{
  GByteArray *array;

  if (self->spoil == NULL || !report->damaged)
    return bytes;
  array = g_bytes_unref_to_array (bytes);
  self->spoil (report, array);
  return g_byte_array_free_to_bytes (array);
}
