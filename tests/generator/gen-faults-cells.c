/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Faults of what is printed: cells that hold no number, rows that are lost, added or renamed, titles. Planted when the
 * tables stand; FALSE where the report has no place for the fault. Tests only.
 */

#include "gen-report.h"

#include <string.h>

typedef struct
{
  GenTable *table;
  GPtrArray *row;
  GenCell *cell;
  guint index; /* of the row */
} Place;

/* --- Finding a place --- */

static gboolean
is_wanted (GenReport *self, const GenCell *cell, const char *id)
{
  const GenFigure *figure = cell->figure >= 0 ? g_ptr_array_index (self->figures, cell->figure)
                                              : NULL;

  return figure != NULL && (id == NULL || g_str_equal (figure->id, id));
}

/* Throws a value cell of the table @table, or that of the figure @id. */
static gboolean
find_cell (GenReport *self, const char *table_id, const char *id, Place *place)
{
  guint n = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      GenSection *section = g_ptr_array_index (self->sections, i);

      for (guint t = 0; section->tables != NULL && t < section->tables->len; t++)
        {
          GenTable *table = g_ptr_array_index (section->tables, t);

          for (guint r = 0; r < table->rows->len; r++)
            {
              GPtrArray *row = g_ptr_array_index (table->rows, r);

              for (guint c = 0; c < row->len; c++)
                if ((table_id == NULL || g_str_equal (table->id, table_id)) &&
                    is_wanted (self, g_ptr_array_index (row, c), id) &&
                    gen_below (self->rand, ++n) == 0)
                  *place = (Place){ table, row, g_ptr_array_index (row, c), r };
            }
        }
    }
  return n > 0;
}

static void
set_text (GenCell *cell, const char *text)
{
  g_free (cell->text);
  cell->text = g_strdup (text);
}

/* --- Cells --- */

gboolean
gen_print_sign (GenReport *self, gboolean separated)
{
  static const char *const signs[] = { "/", "—", "——", "-", "无", "--", "－" };
  Place place;

  if (!find_cell (self, NULL, NULL, &place))
    return FALSE;
  set_text (place.cell, gen_pick (self->rand, signs));
  return TRUE;
}

gboolean
gen_print_blank (GenReport *self, gboolean separated)
{
  Place place;

  if (!separated || !find_cell (self, NULL, NULL, &place))
    return FALSE;
  set_text (place.cell, "");
  return TRUE;
}

static gboolean
print_improper (GenReport *self, const char *table, gboolean separated)
{
  static const char *const texts[] = { "-3", "若干", "3x", "2.5", "约30", "1l", "O" };
  Place place;

  /* A form of 2019 takes fewer and fewer items, and money has fractions. */
  if (!separated || !find_cell (self, table, NULL, &place) ||
      ((GenFigure *) g_ptr_array_index (self->figures, place.cell->figure))->kind != GEN_COUNT)
    return FALSE;
  set_text (place.cell, gen_pick (self->rand, texts));
  return TRUE;
}

gboolean
gen_print_improper_request (GenReport *self, gboolean separated)
{
  return print_improper (self, "T3", separated);
}

gboolean
gen_print_improper_dispute (GenReport *self, gboolean separated)
{
  return print_improper (self, "T4", separated);
}

/* The last number is lost, and no separator tells where it stood. */
gboolean
gen_print_dispute_lost (GenReport *self, gboolean separated)
{
  Place place;

  if (separated || self->shape.blocks != GEN_BLOCKS_PRINTED || self->shape.empty_column != 0 ||
      !find_cell (self, "T4", "litigation_after_reconsideration_total", &place))
    return FALSE;
  g_ptr_array_remove (place.row, place.cell);
  place.table->short_row = place.row;
  return TRUE;
}

/* The heads of the results name others. */
gboolean
gen_print_dispute_heads (GenReport *self, gboolean separated)
{
  static const char *const heads[] = { "不予支持", "予以支持", "中止审理", "移送管辖" };
  Place place;

  if (self->shape.blocks != GEN_BLOCKS_PRINTED ||
      !find_cell (self, "T4", "litigation_after_reconsideration_total", &place))
    return FALSE;
  for (guint r = 1; r < place.index; r++)
    {
      GPtrArray *row = g_ptr_array_index (place.table->rows, r);
      guint n = 0;

      for (guint c = 0; c < row->len; c++)
        {
          GenCell *cell = g_ptr_array_index (row, c);

          if (cell->column_span == 1 && n++ % 5 < 4)
            set_text (cell, heads[(n - 1) % 5]);
        }
    }
  return TRUE;
}

gboolean
gen_print_improper_disclosure (GenReport *self, gboolean separated)
{
  return print_improper (self, "T2", separated);
}

gboolean
gen_print_drain (GenReport *self, gboolean separated)
{
  static const char *const ids[] = { "carried_out.natural_person", "carried_out.total" };
  Place place;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (!find_cell (self, "T3", ids[i], &place))
        return FALSE;
      set_text (place.cell, "/");
    }
  return TRUE;
}

gboolean
gen_print_bare_amount (GenReport *self, gboolean separated)
{
  g_autofree char *amount = gen_decimal (gen_report_find (self, "procurement_amount")->value);
  Place place;

  if (!find_cell (self, "T2", "procurement_amount", &place))
    return FALSE;
  set_text (place.cell, amount);
  return TRUE;
}

/* --- Rows --- */

static gboolean
lose_row (GenReport *self, const char *table)
{
  Place place;

  if (!find_cell (self, table, NULL, &place) || gen_row_has_group (place.row))
    return FALSE;
  /* A row that a province has added is lacking in no form. */
  if (g_str_equal (((GenFigure *) g_ptr_array_index (self->figures, place.cell->figure))->id,
                   GEN_LOCAL_CHANNEL))
    return FALSE;
  gen_table_remove_row (place.table, place.index);
  return TRUE;
}

gboolean
gen_print_request_row_lost (GenReport *self, gboolean separated)
{
  return lose_row (self, "T3");
}

gboolean
gen_print_appendix_row_lost (GenReport *self, gboolean separated)
{
  return lose_row (self, "A");
}

gboolean
gen_print_disclosure_row_lost (GenReport *self, gboolean separated)
{
  return lose_row (self, "T2");
}

/* A row of the table once more, below it, under a name that no form has. */
gboolean
gen_print_row_added (GenReport *self, gboolean separated)
{
  static const char *const labels[] = { "9.属于企业经营信息", "10.涉及历史档案移交" };
  const char *name = gen_pick (self->rand, labels);
  Place place;
  GPtrArray *row;

  if (!separated || !find_cell (self, "T3", "refused_administrative_query.other_org", &place) ||
      gen_row_has_group (place.row))
    return FALSE;
  for (guint r = 0; r < place.index; r++)
    {
      GPtrArray *above = g_ptr_array_index (place.table->rows, r);

      for (guint c = 0; c < above->len; c++)
        {
          GenCell *cell = g_ptr_array_index (above, c);

          if (r + cell->row_span > place.index)
            cell->row_span++;
        }
    }
  row = gen_table_add_row (place.table);
  for (guint c = 0; c < place.row->len; c++)
    {
      const GenCell *cell = g_ptr_array_index (place.row, c);

      gen_cell_add (row, cell->kind, cell == gen_row_find_label (place.row) ? name : "0", 1,
                    cell->column_span);
    }
  g_ptr_array_insert (place.table->rows, (int) place.index + 1,
                      g_ptr_array_steal_index (place.table->rows, place.table->rows->len - 1));
  return TRUE;
}

/* A row under a name of its own: another word, no slip of the pen. */
gboolean
gen_print_label_altered (GenReport *self, gboolean separated)
{
  static const struct
  {
    const char *id;
    const char *label;
  } labels[] = {
    { "refused_third_party.total", "4.维护他人的商业利益" },
    { "unavailable_not_held.total", "1.非本单位制作保存的材料" },
    { "not_handled_repeat.total", "2.已经答复过的事项" },
    { "refused_internal_affairs.total", "5.内部人事后勤管理" },
    { "not_handled_publication.total", "3.索要报刊书籍年鉴" },
    { "coercion_decisions", "查封扣押冻结" },
  };
  guint which = gen_below (self->rand, G_N_ELEMENTS (labels));
  Place place;

  if (!find_cell (self, NULL, labels[which].id, &place) || gen_row_find_label (place.row) == NULL)
    return FALSE;
  set_text (gen_row_find_label (place.row), labels[which].label);
  return TRUE;
}

/* --- Titles and captions --- */

gboolean
gen_print_untitled (GenReport *self, gboolean separated)
{
  g_ptr_array_set_size (self->title, 0);
  return TRUE;
}

static gboolean
set_title (GenReport *self, char *title)
{
  g_ptr_array_set_size (self->title, 0);
  g_ptr_array_add (self->title, title);
  return TRUE;
}

gboolean
gen_print_title_without_year (GenReport *self, gboolean separated)
{
  return set_title (self, g_strconcat (self->organ, "政府信息公开工作年度报告", NULL));
}

gboolean
gen_print_title_worded (GenReport *self, gboolean separated)
{
  static const char *const ends[] = { "政府信息公开工作报告", "政府信息公开情况报告",
                                      "政府信息公开年度工作报告" };

  return set_title (
      self, g_strdup_printf ("%s%u年%s", self->organ, self->year, gen_pick (self->rand, ends)));
}

/* The caption of a table keeps the year before. */
gboolean
gen_print_caption (GenReport *self, gboolean separated)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      GenSection *section = g_ptr_array_index (self->sections, i);

      if (g_strcmp0 (section->key, "requests") != 0)
        continue;
      g_ptr_array_insert (
          section->prose, (int) section->n_before,
          g_strdup_printf ("%u年度收到和处理政府信息公开申请情况统计表", self->year - 1));
      section->n_before++;
    }
  return TRUE;
}
