/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The three tables of the forms of 2019 and 2021, as the law prints them and as templates change them. */

#include "gen-report.h"

/* clang-format off */
const GenRequestRow gen_request_rows[] = {
  { NULL, "一、本年新收政府信息公开申请数量", "new_received", TRUE },
  { NULL, "二、上年结转政府信息公开申请数量", "carried_in", TRUE },
  { "", "(一)予以公开", "disclosed_full", TRUE },
  { "", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "disclosed_partial", TRUE },
  { "(三)不予公开", "1.属于国家秘密", "refused_state_secret", TRUE },
  { "(三)不予公开", "2.其他法律行政法规禁止公开", "refused_other_law", TRUE },
  { "(三)不予公开", "3.危及“三安全一稳定”", "refused_security_stability", TRUE },
  { "(三)不予公开", "4.保护第三方合法权益", "refused_third_party", TRUE },
  { "(三)不予公开", "5.属于三类内部事务信息", "refused_internal_affairs", TRUE },
  { "(三)不予公开", "6.属于四类过程性信息", "refused_process_info", TRUE },
  { "(三)不予公开", "7.属于行政执法案卷", "refused_enforcement_file", TRUE },
  { "(三)不予公开", "8.属于行政查询事项", "refused_administrative_query", TRUE },
  { "(四)无法提供", "1.本机关不掌握相关政府信息", "unavailable_not_held", TRUE },
  { "(四)无法提供", "2.没有现成信息需要另行制作", "unavailable_must_create", TRUE },
  { "(四)无法提供", "3.补正后申请内容仍不明确", "unavailable_unclear", TRUE },
  { "(五)不予处理", "1.信访举报投诉类申请", "not_handled_petition", TRUE },
  { "(五)不予处理", "2.重复申请", "not_handled_repeat", TRUE },
  { "(五)不予处理", "3.要求提供公开出版物", "not_handled_publication", TRUE },
  { "(五)不予处理", "4.无正当理由大量反复申请", "not_handled_excessive", TRUE },
  { "(五)不予处理", "5.要求行政机关确认或重新出具已获取信息", "not_handled_confirm_reissue", TRUE },
  { "", "(六)其他处理", "other_total", TRUE },
  { "(六)其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "other_overdue_correction", FALSE },
  { "(六)其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "other_overdue_fee", FALSE },
  { "(六)其他处理", "3.其他", "other_misc", FALSE },
  { "", "(七)总计", "closed_total", TRUE },
  { NULL, "四、结转下年度继续办理", "carried_out", TRUE },
};
/* clang-format on */
const guint gen_n_request_rows = G_N_ELEMENTS (gen_request_rows);

const char *const gen_request_columns[7] = { "自然人",       "商业企业", "科研机构", "社会公益组织",
                                             "法律服务机构", "其他",     "总计" };
const char *const gen_block_names[3] = { "行政复议", "未经复议直接起诉", "复议后起诉" };
const char *const gen_block_columns[5] = { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" };

static const char *const request_keys[7] = { "natural_person",
                                             "commercial_enterprise",
                                             "research_institution",
                                             "public_interest_org",
                                             "legal_services_org",
                                             "other_org",
                                             "total" };
static const char *const block_keys[3] = { "reconsideration", "litigation_direct",
                                           "litigation_after_reconsideration" };
static const char *const block_column_keys[5] = { "upheld", "corrected", "other", "pending",
                                                  "total" };

static GenCell *
add_label (GenReport *self,
           GPtrArray *row,
           GenCellKind kind,
           const char *label,
           guint rows,
           guint columns)
{
  g_autofree char *text = gen_spell_label (self, label);

  return gen_cell_add (row, kind, text, rows, columns);
}

/* Whether the unit of an amount stands in a head or in a cell beside it. */
static gboolean
says_unit (GenReport *self)
{
  return self->form == 2021 ||
         (self->form == 2014 ? !self->shape.no_units : self->spelling.unit_head);
}

GenCell *
gen_value_add (GenReport *self, GPtrArray *row, const char *id, guint columns)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      GenFigure *figure = g_ptr_array_index (self->figures, i);
      GenCell *cell;

      if (!g_str_equal (figure->id, id))
        continue;
      if (figure->printed == NULL)
        figure->printed = gen_spell_value (self, figure, says_unit (self));
      cell = gen_cell_add (row, GEN_CELL_VALUE, figure->printed, 1, columns);
      cell->figure = (int) i;
      return cell;
    }
  g_error ("no figure %s", id);
}

/* A row of T2: how many columns each of its cells takes. */
typedef struct
{
  const char *label;
  GenCellKind kind;
  const char *cells[3];
  guint spans[3];
  guint wide[4]; /* on five columns: label, then cells */
} DisclosureRow;

/* clang-format off */
static const DisclosureRow rows_2021[] = {
  { "第二十条第(一)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "本年制发件数", "本年废止件数", "现行有效件数" }, { 1, 1, 1 } },
  { "规章", GEN_CELL_LABEL, { "rules_issued", "rules_repealed", "rules_in_force" }, { 1, 1, 1 } },
  { "行政规范性文件", GEN_CELL_LABEL, { "normative_issued", "normative_repealed", "normative_in_force" }, { 1, 1, 1 } },
  { "第二十条第(五)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "本年处理决定数量" }, { 3 } },
  { "行政许可", GEN_CELL_LABEL, { "licence_decisions" }, { 3 } },
  { "第二十条第(六)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "本年处理决定数量" }, { 3 } },
  { "行政处罚", GEN_CELL_LABEL, { "penalty_decisions" }, { 3 } },
  { "行政强制", GEN_CELL_LABEL, { "coercion_decisions" }, { 3 } },
  { "第二十条第(八)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "本年收费金额(单位:万元)" }, { 3 } },
  { "行政事业性收费", GEN_CELL_LABEL, { "admin_fee_amount" }, { 3 } },
};
/* clang-format on */

/* clang-format off */
static const DisclosureRow rows_2019[] = {
  { "第二十条第(一)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "本年新制作数量", "本年新公开数量", "对外公开总数量" }, { 1, 1, 1 }, { 1, 1, 2, 1 } },
  { "规章", GEN_CELL_LABEL, { "rules_made", "rules_newly_published", "rules_published_total" }, { 1, 1, 1 }, { 1, 1, 2, 1 } },
  { "规范性文件", GEN_CELL_LABEL, { "normative_made", "normative_newly_published", "normative_published_total" }, { 1, 1, 1 }, { 1, 1, 2, 1 } },
  { "第二十条第(五)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "上一年项目数量", "本年增/减", "处理决定数量" }, { 1, 1, 1 }, { 1, 2, 1, 1 } },
  { "行政许可", GEN_CELL_LABEL, { "licence_items_prev", "licence_items_change", "licence_decisions" }, { 1, 1, 1 }, { 1, 2, 1, 1 } },
  { "其他对外管理服务事项", GEN_CELL_LABEL, { "service_items_prev", "service_items_change", "service_decisions" }, { 1, 1, 1 }, { 1, 2, 1, 1 } },
  { "第二十条第(六)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "上一年项目数量", "本年增/减", "处理决定数量" }, { 1, 1, 1 }, { 1, 2, 1, 1 } },
  { "行政处罚", GEN_CELL_LABEL, { "penalty_items_prev", "penalty_items_change", "penalty_decisions" }, { 1, 1, 1 }, { 1, 2, 1, 1 } },
  { "行政强制", GEN_CELL_LABEL, { "coercion_items_prev", "coercion_items_change", "coercion_decisions" }, { 1, 1, 1 }, { 1, 2, 1, 1 } },
  { "第二十条第(八)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "上一年项目数量", "本年增/减" }, { 1, 2 }, { 1, 2, 2 } },
  { "行政事业性收费", GEN_CELL_LABEL, { "fee_items_prev", "fee_items_change" }, { 1, 2 }, { 1, 2, 2 } },
  { "第二十条第(九)项", GEN_CELL_GROUP },
  { "信息内容", GEN_CELL_HEAD, { "采购项目数量", "采购总金额" }, { 1, 2 }, { 1, 2, 2 } },
  { "政府集中采购", GEN_CELL_LABEL, { "procurement_count", "procurement_amount" }, { 1, 2 }, { 1, 2, 2 } },
};
/* clang-format on */

GPtrArray *
gen_tables_disclosure (GenReport *self)
{
  const DisclosureRow *rows = self->form == 2019 ? rows_2019 : rows_2021;
  guint n_rows = self->form == 2019 ? G_N_ELEMENTS (rows_2019) : G_N_ELEMENTS (rows_2021);
  gboolean wide = self->form == 2019 && self->shape.wide;
  GPtrArray *tables = g_ptr_array_new_with_free_func (gen_table_free);
  GenTable *table = gen_table_new ("T2", wide ? 5 : 4);

  for (guint i = 0; i < n_rows; i++)
    {
      GPtrArray *row = gen_table_add_row (table);

      add_label (self, row, rows[i].kind, rows[i].label, 1,
                 rows[i].kind == GEN_CELL_GROUP ? table->n_columns : 1);
      for (guint j = 0; j < 3 && rows[i].cells[j] != NULL; j++)
        {
          guint span = wide ? rows[i].wide[j + 1] : rows[i].spans[j];

          if (rows[i].kind == GEN_CELL_LABEL)
            gen_value_add (self, row, rows[i].cells[j], span);
          else if (self->form == 2019 && self->spelling.unit_head &&
                   g_str_equal (rows[i].cells[j], "采购总金额"))
            add_label (self, row, GEN_CELL_HEAD, "采购总金额(万元)", 1, span);
          else
            add_label (self, row, GEN_CELL_HEAD, rows[i].cells[j], 1, span);
        }
    }
  g_ptr_array_add (tables, table);
  return tables;
}

static void
add_request_heads (GenReport *self, GenTable *table)
{
  guint subtotal = self->shape.subtotal;
  GPtrArray *row = gen_table_add_row (table);

  add_label (self, row, GEN_CELL_HEAD,
             "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", 3,
             self->shape.flat ? 1 : 3);
  add_label (self, row, GEN_CELL_HEAD, "申请人情况", 1, 7 + subtotal);
  row = gen_table_add_row (table);
  add_label (self, row, GEN_CELL_HEAD, gen_request_columns[0], 2, 1);
  add_label (self, row, GEN_CELL_HEAD, "法人或其他组织", 1, 5 + subtotal);
  add_label (self, row, GEN_CELL_HEAD, gen_request_columns[6], 2, 1);
  row = gen_table_add_row (table);
  for (guint i = 1; i < 6; i++)
    add_label (self, row, GEN_CELL_HEAD, gen_request_columns[i], 1, 1);
  if (subtotal)
    gen_cell_add (row, GEN_CELL_HEAD, "小计", 1, 1);
  table->n_head_rows = 3;
}

static void
add_request_values (GenReport *self, GPtrArray *row, const char *key)
{
  gint64 subtotal = 0;

  for (guint c = 0; c < 7; c++)
    {
      g_autofree char *id = g_strconcat (key, ".", request_keys[c], NULL);

      if (c == 6 && self->shape.subtotal)
        {
          GenFigure sum = { .kind = GEN_COUNT, .value = subtotal };
          g_autofree char *text = NULL;

          /* A fault of gen-faults.c. */
          if (g_strcmp0 (self->fault, "subtotal") == 0 && !self->faulty &&
              gen_chance (self->rand, 20))
            {
              sum.value += 3 * 1000000;
              self->faulty = TRUE;
            }
          text = gen_spell_value (self, &sum, FALSE);
          gen_cell_add (row, GEN_CELL_VALUE, text, 1, 1);
        }
      gen_value_add (self, row, id, 1);
      if (c > 0)
        subtotal += gen_report_find (self, id)->value;
    }
}

static gboolean
has_row (GenReport *self, guint index)
{
  return self->form == 2019 ? gen_request_rows[index].in_2019
                            : !g_str_equal (gen_request_rows[index].key, "other_total");
}

static guint
count_rows (GenReport *self, const char *group)
{
  guint n = 0;

  for (guint i = 0; i < gen_n_request_rows; i++)
    if (has_row (self, i) && gen_request_rows[i].group != NULL &&
        (group == NULL || g_str_equal (gen_request_rows[i].group, group)))
      n++;
  return n;
}

/* A group as a row of its own, without values. */
static void
add_flat_group (GenReport *self, GenTable *table, const char *label)
{
  GPtrArray *row = gen_table_add_row (table);

  add_label (self, row, GEN_CELL_GROUP, label, 1, 1);
  for (guint c = 1; c < table->n_columns; c++)
    gen_cell_add (row, GEN_CELL_EMPTY, "", 1, 1);
}

static void
add_flat_rows (GenReport *self, GenTable *table)
{
  const char *group = NULL;

  for (guint i = 0; i < gen_n_request_rows; i++)
    {
      const GenRequestRow *spec = &gen_request_rows[i];
      GPtrArray *row;

      if (!has_row (self, i))
        continue;
      if (spec->group != NULL && group == NULL)
        add_flat_group (self, table, "三、本年度办理结果");
      if (spec->group != NULL && *spec->group != '\0' && g_strcmp0 (group, spec->group) != 0)
        add_flat_group (self, table, spec->group);
      group = spec->group;
      row = gen_table_add_row (table);
      add_label (self, row, GEN_CELL_LABEL, spec->label, 1, 1);
      add_request_values (self, row, spec->key);
    }
}

GPtrArray *
gen_tables_requests (GenReport *self)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (gen_table_free);
  GenTable *table = gen_table_new ("T3",
                                   (self->shape.flat ? 8 : 10) + (self->shape.subtotal ? 1 : 0));
  const char *group = NULL;

  add_request_heads (self, table);
  if (self->shape.flat)
    add_flat_rows (self, table);
  for (guint i = 0; !self->shape.flat && i < gen_n_request_rows; i++)
    {
      const GenRequestRow *spec = &gen_request_rows[i];
      GPtrArray *row;

      if (!has_row (self, i))
        continue;
      row = gen_table_add_row (table);
      if (spec->group != NULL && group == NULL)
        add_label (self, row, GEN_CELL_GROUP, "三、本年度办理结果", count_rows (self, NULL), 1);
      if (spec->group != NULL && *spec->group != '\0' && g_strcmp0 (group, spec->group) != 0)
        add_label (self, row, GEN_CELL_GROUP, spec->group, count_rows (self, spec->group), 1);
      group = spec->group;
      add_label (self, row, GEN_CELL_LABEL, spec->label, 1,
                 group == NULL    ? 3
                 : *group == '\0' ? 2
                                  : 1);
      add_request_values (self, row, spec->key);
    }
  g_ptr_array_add (tables, table);
  return tables;
}

static void
add_block_values (GenReport *self, GPtrArray *row, guint block)
{
  for (guint c = 0; c < 5; c++)
    {
      g_autofree char *id = g_strdup_printf ("%s_%s", block_keys[block], block_column_keys[c]);

      gen_value_add (self, row, id, 1);
    }
}

static void
add_block_heads (GenReport *self, GPtrArray *row, guint rows)
{
  for (guint c = 0; c < 5; c++)
    add_label (self, row, GEN_CELL_HEAD, gen_block_columns[c], rows, 1);
}

static GenTable *
make_blocks_printed (GenReport *self)
{
  GenTable *table = gen_table_new ("T4", 15);
  GPtrArray *row = gen_table_add_row (table);

  add_label (self, row, GEN_CELL_HEAD, "行政复议", 1, 5);
  add_label (self, row, GEN_CELL_HEAD, "行政诉讼", 1, 10);
  row = gen_table_add_row (table);
  add_block_heads (self, row, 2);
  add_label (self, row, GEN_CELL_HEAD, gen_block_names[1], 1, 5);
  add_label (self, row, GEN_CELL_HEAD, gen_block_names[2], 1, 5);
  row = gen_table_add_row (table);
  add_block_heads (self, row, 1);
  add_block_heads (self, row, 1);
  row = gen_table_add_row (table);
  for (guint b = 0; b < 3; b++)
    add_block_values (self, row, b);
  table->n_head_rows = 3;
  return table;
}

/* One figure a row. */
static GenTable *
make_blocks_list (GenReport *self)
{
  GenTable *table = gen_table_new ("T4", 4);

  for (guint b = 0; b < 3; b++)
    for (guint c = 0; c < 5; c++)
      {
        GPtrArray *row = gen_table_add_row (table);
        g_autofree char *id = g_strdup_printf ("%s_%s", block_keys[b], block_column_keys[c]);

        if (c == 0 && b == 0)
          add_label (self, row, GEN_CELL_GROUP, gen_block_names[0], 5, 2);
        if (c == 0 && b == 1)
          add_label (self, row, GEN_CELL_GROUP, "行政诉讼", 10, 1);
        if (c == 0 && b > 0)
          add_label (self, row, GEN_CELL_GROUP, gen_block_names[b], 5, 1);
        add_label (self, row, GEN_CELL_LABEL, gen_block_columns[c], 1, 1);
        gen_value_add (self, row, id, 1);
      }
  return table;
}

/* Three rows of five. */
static GenTable *
make_blocks_rows (GenReport *self)
{
  GenTable *table = gen_table_new ("T4", 7);
  GPtrArray *row = gen_table_add_row (table);

  gen_cell_add (row, GEN_CELL_HEAD, "类别", 1, 2);
  add_block_heads (self, row, 1);
  for (guint b = 0; b < 3; b++)
    {
      row = gen_table_add_row (table);
      if (b == 1)
        add_label (self, row, GEN_CELL_GROUP, "行政诉讼", 2, 1);
      add_label (self, row, GEN_CELL_LABEL, gen_block_names[b], 1, b == 0 ? 2 : 1);
      add_block_values (self, row, b);
    }
  table->n_head_rows = 1;
  return table;
}

static GenTable *
make_block_part (GenReport *self, gboolean litigation)
{
  GenTable *table = gen_table_new ("T4", litigation ? 10 : 5);
  GPtrArray *row = gen_table_add_row (table);

  add_label (self, row, GEN_CELL_HEAD, litigation ? "行政诉讼" : "行政复议", 1,
             litigation ? 10 : 5);
  row = gen_table_add_row (table);
  if (litigation)
    {
      add_label (self, row, GEN_CELL_HEAD, gen_block_names[1], 1, 5);
      add_label (self, row, GEN_CELL_HEAD, gen_block_names[2], 1, 5);
      row = gen_table_add_row (table);
      add_block_heads (self, row, 1);
    }
  add_block_heads (self, row, 1);
  row = gen_table_add_row (table);
  for (guint b = litigation ? 1 : 0; b < (litigation ? 3 : 1); b++)
    add_block_values (self, row, b);
  table->n_head_rows = litigation ? 3 : 2;
  return table;
}

GPtrArray *
gen_tables_disputes (GenReport *self)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (gen_table_free);

  switch (self->shape.blocks)
    {
    case GEN_BLOCKS_LIST:
      g_ptr_array_add (tables, make_blocks_list (self));
      break;
    case GEN_BLOCKS_ROWS:
      g_ptr_array_add (tables, make_blocks_rows (self));
      break;
    case GEN_BLOCKS_SPLIT:
      g_ptr_array_add (tables, make_block_part (self, FALSE));
      g_ptr_array_add (tables, make_block_part (self, TRUE));
      break;
    case GEN_BLOCKS_PRINTED:
    default:
      g_ptr_array_add (tables, make_blocks_printed (self));
      break;
    }
  return tables;
}
