/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statistics sheet of 2014, and lists of indicators as provinces had them before. */

#include "gen-report.h"

#define MILLION G_GINT64_CONSTANT (1000000)

const GenAppendixRow gen_appendix_rows[] = {
  { "一、主动公开情况", NULL, NULL },
  { "(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条)", "条", "proactive_total" },
  { "其中:主动公开规范性文件数", "条", "proactive_normative" },
  { "制发规范性文件总数", "件", "normative_issued" },
  { "(二)通过不同渠道和方式公开政府信息的情况", NULL, NULL },
  { "1.政府公报公开政府信息数", "条", "channel_gazette" },
  { "2.政府网站公开政府信息数", "条", "channel_website" },
  { "3.政务微博公开政府信息数", "条", "channel_microblog" },
  { "4.政务微信公开政府信息数", "条", "channel_wechat" },
  { "5.其他方式公开政府信息数", "条", "channel_other" },
  { "二、回应解读情况", NULL, NULL },
  { "(一)回应公众关注热点或重大舆情数(不同方式回应同一热点或舆情计1次)", "次",
    "response_hot_topics" },
  { "(二)通过不同渠道和方式回应解读的情况", NULL, NULL },
  { "1.参加或举办新闻发布会总次数", "次", "press_conferences" },
  { "其中:主要负责同志参加新闻发布会次数", "次", "press_conferences_head" },
  { "2.政府网站在线访谈次数", "次", "online_interviews" },
  { "其中:主要负责同志参加政府网站在线访谈次数", "次", "online_interviews_head" },
  { "3.政策解读稿件发布数", "篇", "policy_interpretations" },
  { "4.微博微信回应事件数", "次", "responses_microblog_wechat" },
  { "5.其他方式回应事件数", "次", "responses_other" },
  { "三、依申请公开情况", NULL, NULL },
  { "(一)收到申请数", "件", "received" },
  { "1.当面申请数", "件", "received_in_person" },
  { "2.传真申请数", "件", "received_fax" },
  { "3.网络申请数", "件", "received_online" },
  { "4.信函申请数", "件", "received_letter" },
  { "(二)申请办结数", "件", "completed" },
  { "1.按时办结数", "件", "completed_on_time" },
  { "2.延期办结数", "件", "completed_extended" },
  { "(三)申请答复数", "件", "replied" },
  { "1.属于已主动公开范围数", "件", "replied_already_public" },
  { "2.同意公开答复数", "件", "replied_granted" },
  { "3.同意部分公开答复数", "件", "replied_partial" },
  { "4.不同意公开答复数", "件", "replied_refused" },
  { "其中:涉及国家秘密", "件", "refused_state_secret" },
  { "涉及商业秘密", "件", "refused_trade_secret" },
  { "涉及个人隐私", "件", "refused_privacy" },
  { "危及国家安全、公共安全、经济安全和社会稳定", "件", "refused_security_stability" },
  { "不是《条例》所指政府信息", "件", "refused_not_gov_info" },
  { "法律法规规定的其他情形", "件", "refused_other_law" },
  { "5.不属于本行政机关公开数", "件", "replied_not_this_organ" },
  { "6.申请信息不存在数", "件", "replied_nonexistent" },
  { "7.告知作出更改补充数", "件", "replied_asked_to_correct" },
  { "8.告知通过其他途径办理数", "件", "replied_other_route" },
  { "四、行政复议数量", "件", "reconsideration_total" },
  { "(一)维持具体行政行为数", "件", "reconsideration_upheld" },
  { "(二)被依法纠错数", "件", "reconsideration_corrected" },
  { "(三)其他情形数", "件", "reconsideration_other" },
  { "五、行政诉讼数量", "件", "litigation_total" },
  { "(一)维持具体行政行为或者驳回原告诉讼请求数", "件", "litigation_upheld" },
  { "(二)被依法纠错数", "件", "litigation_corrected" },
  { "(三)其他情形数", "件", "litigation_other" },
  { "六、举报投诉数量", "件", "complaints" },
  { "七、依申请公开信息收取的费用", "万元", "request_fee_amount" },
  { "八、机构建设和保障经费情况", NULL, NULL },
  { "(一)政府信息公开工作专门机构数", "个", "offices" },
  { "(二)设置政府信息公开查阅点数", "个", "reading_points" },
  { "(三)从事政府信息公开工作人员数", "人", "staff_total" },
  { "1.专职人员数(不包括政府公报及政府网站工作人员数)", "人", "staff_full_time" },
  { "2.兼职人员数", "人", "staff_part_time" },
  { "(四)政府信息公开专项经费(不包括用于政府公报编辑管理及政府网站建设维护等方面的经费)", "万元",
    "budget" },
  { "九、政府信息公开会议和培训情况", NULL, NULL },
  { "(一)召开政府信息公开工作会议或专题会议数", "次", "meetings" },
  { "(二)举办各类培训班数", "次", "training_courses" },
  { "(三)接受培训人员数", "人次", "training_attendees" },
};
const guint gen_n_appendix_rows = G_N_ELEMENTS (gen_appendix_rows);

const char *const gen_appendix_sums[][10] = {
  { "received", "received_in_person", "received_fax", "received_online", "received_letter" },
  { "completed", "completed_on_time", "completed_extended" },
  { "replied_refused", "refused_state_secret", "refused_trade_secret", "refused_privacy",
    "refused_security_stability", "refused_not_gov_info", "refused_other_law" },
  { "replied", "replied_already_public", "replied_granted", "replied_partial", "replied_refused",
    "replied_not_this_organ", "replied_nonexistent", "replied_asked_to_correct",
    "replied_other_route" },
  { "reconsideration_total", "reconsideration_upheld", "reconsideration_corrected",
    "reconsideration_other" },
  { "litigation_total", "litigation_upheld", "litigation_corrected", "litigation_other" },
  { "staff_total", "staff_full_time", "staff_part_time" },
};
const guint gen_n_appendix_sums = G_N_ELEMENTS (gen_appendix_sums);

static void
add_text (GenReport *self, GPtrArray *row, GenCellKind kind, const char *label)
{
  g_autofree char *text = gen_spell_label (self, label);

  gen_cell_add (row, kind, text, 1, 1);
}

static void
add_serial (GenReport *self, GPtrArray *row, guint number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("序号");

  if (self->shape.serial)
    gen_cell_add (row, GEN_CELL_HEAD, text, 1, 1);
}

/* A channel of requests that a province added. */
static void
add_local_row (GenReport *self, GenTable *table, gboolean units)
{
  GPtrArray *row = gen_table_add_row (table);

  add_serial (self, row, 26);
  add_text (self, row, GEN_CELL_LABEL, "5.电子邮件申请数");
  if (units)
    add_text (self, row, GEN_CELL_UNIT, "件");
  gen_value_add (self, row, GEN_LOCAL_CHANNEL, 1);
}

GPtrArray *
gen_tables_appendix (GenReport *self)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (gen_table_free);
  gboolean units = !self->shape.no_units && !self->shape.unit_labels;
  GenTable *table = gen_table_new ("A", 2 + (units ? 1 : 0) + (self->shape.serial ? 1 : 0));
  GPtrArray *row = gen_table_add_row (table);
  gboolean dashes = gen_chance (self->rand, 60);

  add_serial (self, row, 0);
  add_text (self, row, GEN_CELL_HEAD, "统计指标");
  if (units)
    add_text (self, row, GEN_CELL_HEAD, "单位");
  add_text (self, row, GEN_CELL_HEAD, "统计数");
  table->n_head_rows = 1;

  for (guint i = 0; i < gen_n_appendix_rows; i++)
    {
      const GenAppendixRow *spec = &gen_appendix_rows[i];
      g_autofree char *id = g_strconcat ("appendix_", spec->id, NULL);
      gboolean in_label = self->shape.unit_labels && spec->unit != NULL;
      g_autofree char *label = in_label ? g_strdup_printf ("%s（%s）", spec->label, spec->unit)
                                        : g_strdup (spec->label);

      row = gen_table_add_row (table);
      add_serial (self, row, i + 1);
      add_text (self, row, spec->unit != NULL ? GEN_CELL_LABEL : GEN_CELL_GROUP, label);
      if (units)
        add_text (self, row, GEN_CELL_UNIT, spec->unit != NULL ? spec->unit : dashes ? "——" : "");
      if (spec->unit != NULL)
        gen_value_add (self, row, id, 1);
      else
        add_text (self, row, GEN_CELL_EMPTY, "");
      if (g_str_equal (spec->id != NULL ? spec->id : "", "received_letter") && self->local_channel)
        add_local_row (self, table, units);
    }
  g_ptr_array_add (tables, table);
  return tables;
}

/* Indicators as lists of before 2014 had them, in words of those lists. */
static const GenAppendixRow provincial_rows[] = {
  { "主动公开信息数", "条", NULL },
  { "其中:全文电子化的主动公开信息数", "条", NULL },
  { "新增的行政规范性文件数", "件", NULL },
  { "提供服务类信息数", "条", NULL },
  { "网站专栏页面访问量", "次", NULL },
  { "现场接待人数", "人次", NULL },
  { "网上咨询数", "次", NULL },
  { "咨询电话接听数", "次", NULL },
  { "依申请公开目录数", "条", NULL },
  { "申请总数", "件", NULL },
  { "其中:1.当面申请数", "件", NULL },
  { "2.传真申请数", "件", NULL },
  { "3.电子邮件申请数", "件", NULL },
  { "4.网上申请数", "件", NULL },
  { "5.信函申请数", "件", NULL },
  { "6.其他形式申请数", "件", NULL },
  { "对申请的答复总数", "件", NULL },
  { "其中:1.同意公开答复数", "件", NULL },
  { "2.同意部分公开答复数", "件", NULL },
  { "3.否决公开答复总数", "件", NULL },
  { "其中:非《规定》所指政府信息数", "件", NULL },
  { "信息不存在数", "件", NULL },
  { "非本部门掌握数", "件", NULL },
  { "申请内容不明确数", "件", NULL },
  { "行政复议数", "件", NULL },
  { "行政诉讼数", "件", NULL },
  { "行政申诉数", "件", NULL },
  { "收费金额", "元", NULL },
};

/* The sums of such a list: the row of the whole, those of its parts, and what spoils it. The second whole is a part of the first. */
static const struct
{
  guint whole;
  guint first;
  guint n;
  const char *fault;
} provincial_sums[] = {
  { 19, 20, 4, "list-grounds" },
  { 16, 17, 3, "list-answers" },
  { 9, 10, 6, "list-channels" },
};

/* Throws one column; @values holds the one before it, or noughts. */
static void
throw_provincial (GenReport *self, gint64 *values)
{
  for (guint i = 0; i < G_N_ELEMENTS (provincial_rows); i++)
    values[i] += gen_size (self->rand);
  for (guint s = 0; s < G_N_ELEMENTS (provincial_sums); s++)
    {
      gint64 *whole = &values[provincial_sums[s].whole];

      *whole = 0;
      for (guint i = 0; i < provincial_sums[s].n; i++)
        *whole += values[provincial_sums[s].first + i];
    }
}

/* Makes one of the wholes another number than its parts make, larger or smaller. */
static void
spoil_provincial (GenReport *self, gint64 *values)
{
  for (guint s = 0; s < G_N_ELEMENTS (provincial_sums); s++)
    {
      gint64 *whole = &values[provincial_sums[s].whole];
      gint64 less = 1 + gen_below (self->rand, 9);

      if (g_strcmp0 (self->fault, provincial_sums[s].fault) != 0)
        continue;
      /* Nothing refused, and grounds beside the other answers: that is how some provinces count. */
      *whole += gen_chance (self->rand, 50) && *whole > less ? -less : less;
      self->faulty = TRUE;
    }
}

GPtrArray *
gen_tables_provincial (GenReport *self)
{
  gint64 columns[2][G_N_ELEMENTS (provincial_rows)] = { 0 };
  GPtrArray *tables = g_ptr_array_new_with_free_func (gen_table_free);
  guint n_columns = 1 + gen_below (self->rand, 2);
  GenTable *table = gen_table_new ("A", 2 + n_columns);
  GPtrArray *row = gen_table_add_row (table);

  add_text (self, row, GEN_CELL_HEAD, "指标名称");
  add_text (self, row, GEN_CELL_HEAD, "计量单位");
  add_text (self, row, GEN_CELL_HEAD, n_columns > 1 ? "本期" : "数量");
  if (n_columns > 1)
    add_text (self, row, GEN_CELL_HEAD, "历年累计");
  table->n_head_rows = 1;

  for (guint c = 0; c < n_columns; c++)
    {
      memcpy (columns[c], columns[0], sizeof columns[c]);
      throw_provincial (self, columns[c]);
    }
  spoil_provincial (self, columns[gen_below (self->rand, n_columns)]);
  for (guint i = 0; i < G_N_ELEMENTS (provincial_rows); i++)
    {
      row = gen_table_add_row (table);
      add_text (self, row, GEN_CELL_LABEL, provincial_rows[i].label);
      gen_cell_add (row, GEN_CELL_UNIT, provincial_rows[i].unit, 1, 1);
      for (guint c = 0; c < n_columns; c++)
        {
          GenCell *label = g_ptr_array_index (row, 0);
          char *id = g_strdup_printf ("%s\t%u", label->text, n_columns > 1 ? c + 1 : 0);

          gen_figures_add (self, id, GEN_COUNT, columns[c][i] * MILLION);
          gen_value_add (self, row, id, 1);
        }
    }
  g_ptr_array_add (tables, table);
  return tables;
}
