/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "base/nb-value.h"

#include <glib.h>
#include <string.h>

typedef struct
{
  const char *text;
  NbValueKind kind;
  NbState state;
  const char *value;
  const char *unit;
  const char *remark;
} Case;

#define C    NB_VALUE_COUNT
#define S    NB_VALUE_SIGNED
#define M    NB_VALUE_MONEY
#define BAD  NB_STATE_UNREADABLE
#define NUM  NB_STATE_NUMBER
#define ZERO NB_STATE_ZERO
#define DASH NB_STATE_PLACEHOLDER

static const Case cases[] = {
  { "26", C, NUM, "26", NULL, NULL },
  { " 26\u00a0", C, NUM, "26", NULL, NULL },
  { "0", C, ZERO, "0", NULL, NULL },
  { "0.00", M, ZERO, "0", NULL, NULL },
  { "0件", C, ZERO, "0", "件", NULL },
  { "４１３７５", C, NUM, "41375", NULL, NULL },
  { "41,375", C, NUM, "41375", NULL, NULL },
  { "41，375", C, NUM, "41375", NULL, NULL },
  { "1,234,567.5", M, NUM, "1234567.5", NULL, NULL },
  { "41375 件", C, NUM, "41375", "件", NULL },
  { "260人次", C, NUM, "260", "人次", NULL },
  { "4,1375", C, BAD, NULL, NULL, NULL },
  { "41375,2", C, BAD, NULL, NULL, NULL },
  { "1,23", C, BAD, NULL, NULL, NULL },
  { "12 34", C, BAD, NULL, NULL, NULL },
  { "2122.36", M, NUM, "2122.36", NULL, NULL },
  { "462.657万元", M, NUM, "462.657", "万元", NULL },
  { "251000元", M, NUM, "25.1", "万元", NULL },
  { "1.2亿", M, NUM, "12000", "万元", NULL },
  { "1.234", C, BAD, NULL, NULL, NULL },
  { "12.000件", C, BAD, NULL, NULL, NULL },
  { "1.234", M, NUM, "1.234", NULL, NULL },
  { "12.5", C, NUM, "12.5", NULL, NULL },
  { "0.000", C, ZERO, "0", NULL, NULL },
  { "1.2亿元", M, NUM, "12000", "万元", NULL },
  { "3万", C, NUM, "30000", NULL, "万" },
  { "3.5万件", C, NUM, "35000", "件", "万" },
  { "3万(约)", C, NUM, "30000", NULL, "约" },
  { "3亿", C, BAD, NULL, NULL, NULL },
  { "3亿件", C, BAD, NULL, NULL, NULL },
  { "-12", C, NUM, "-12", NULL, NULL },
  { "\u221212", C, NUM, "-12", NULL, NULL },
  { "—12", C, BAD, NULL, NULL, NULL },
  { "–12", C, BAD, NULL, NULL, NULL },
  { "－12", C, BAD, NULL, NULL, NULL },
  { "—12.5", M, BAD, NULL, NULL, NULL },
  { "－12", S, NUM, "-12", NULL, NULL },
  { "—12", S, BAD, NULL, NULL, NULL },
  { "+5/—3", S, BAD, NULL, NULL, NULL },
  { "\u202e21\u202c", C, BAD, NULL, NULL, NULL },
  { "\u202b1,234\u202c", C, BAD, NULL, NULL, NULL },
  { "1\u200f2", C, BAD, NULL, NULL, NULL },
  { "\u202a12\u202c", C, NUM, "12", NULL, NULL },
  { "12\u200e", C, NUM, "12", NULL, NULL },
  { "1\u200b2", C, NUM, "12", NULL, NULL },
  { "\ufeff12\u00ad", C, NUM, "12", NULL, NULL },
  { "3件", M, BAD, NULL, NULL, NULL },
  { "3万元", C, BAD, NULL, NULL, NULL },
  { "12.5(万元)", M, NUM, "12.5", "万元", NULL },
  { "—", C, DASH, NULL, NULL, NULL },
  { "——", C, DASH, NULL, NULL, NULL },
  { "——件", C, DASH, NULL, NULL, NULL },
  { "-万元", M, DASH, NULL, NULL, NULL },
  { "―", C, DASH, NULL, NULL, NULL },
  { "–", C, DASH, NULL, NULL, NULL },
  { "－", C, DASH, NULL, NULL, NULL },
  { "-", S, DASH, NULL, NULL, NULL },
  { "/", C, DASH, NULL, NULL, NULL },
  { "／", C, DASH, NULL, NULL, NULL },
  { "无", C, DASH, NULL, NULL, NULL },
  { "不适用", C, DASH, NULL, NULL, NULL },
  { "", C, NB_STATE_BLANK, NULL, NULL, NULL },
  { "　\u00a0 ", C, NB_STATE_BLANK, NULL, NULL, NULL },
  { "+3", S, NUM, "3", NULL, NULL },
  { "-12", S, NUM, "-12", NULL, NULL },
  { "减少12", S, NUM, "-12", NULL, NULL },
  { "减少2项", S, NUM, "-2", "项", NULL },
  { "↓12", S, NUM, "-12", NULL, NULL },
  { "增3", S, NUM, "3", NULL, NULL },
  { "增加3", C, BAD, NULL, NULL, NULL },
  { "+5/-3", S, NUM, "2", NULL, "+5/-3" },
  { "增5减5", S, ZERO, "0", NULL, "增5减5" },
  { "2727(书记、市长信箱)", C, NUM, "2727", NULL, "书记、市长信箱" },
  { "46（上年） 26（本年）", C, BAD, NULL, NULL, NULL },
  { "46(上年)26(本年)", C, BAD, NULL, NULL, NULL },
  { "8（1）新收3件；2）结转5件）", C, NUM, "8", NULL, "1）新收3件；2）结转5件" },
  { "8（含（一）3件）（见附注）", C, NUM, "8", NULL, "含（一）3件）（见附注" },
  { "2727（含“热线”）", C, NUM, "2727", NULL, "含“热线”" },
  { "一", C, BAD, NULL, NULL, NULL },
  { "O", C, BAD, NULL, NULL, NULL },
  { "〇", C, BAD, NULL, NULL, NULL },
  { "26起", C, NUM, "26", "起", NULL },
  { "约26", C, BAD, NULL, NULL, NULL },
  { "1e309", C, BAD, NULL, NULL, NULL },
  { "1.", C, BAD, NULL, NULL, NULL },
  { ".5", M, BAD, NULL, NULL, NULL },
  { "26①", C, BAD, NULL, NULL, NULL },
  { "③", C, BAD, NULL, NULL, NULL },
  { "26²", C, BAD, NULL, NULL, NULL },
  { "26(①)", C, NUM, "26", NULL, "①" },
  { "26<br>", C, NUM, "26", NULL, NULL },
  { "**26**", C, NUM, "26", NULL, NULL },
  { "4<br>1375", C, BAD, NULL, NULL, NULL },
  { "26%", C, BAD, NULL, NULL, NULL },
  { "见附件", C, BAD, NULL, NULL, NULL },
  { "99999999999999999999", C, BAD, NULL, NULL, NULL },
  { "999999999999999999", C, NUM, "999999999999999999", NULL, NULL },
  { "999999999999999999亿元", M, BAD, NULL, NULL, NULL },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      NbValue value = nb_value_parse (c->text, -1, c->kind);

      g_test_message ("%s", c->text);
      g_assert_cmpstr (nb_state_to_string (value.state), ==, nb_state_to_string (c->state));
      g_assert_cmpstr (value.unit, ==, c->unit);
      if (c->value != NULL)
        {
          g_autofree char *text = nb_decimal_to_string (value.value);

          g_assert_cmpstr (text, ==, c->value);
        }
      if (c->remark != NULL)
        g_assert_cmpmem (c->text + value.remark_offset, value.remark_length, c->remark,
                         strlen (c->remark));
      else
        g_assert_cmpuint (value.remark_length, ==, 0);
    }
}

static void
test_limit_digits (void)
{
  g_autofree char *at = g_strnfill (NB_LIMIT_DIGITS, '9');
  g_autofree char *above = g_strnfill (NB_LIMIT_DIGITS + 1, '9');

  g_assert_cmpint (nb_value_parse (at, -1, C).state, ==, NUM);
  g_assert_cmpint (nb_value_parse (above, -1, C).state, ==, BAD);
}

static void
test_looks_like (void)
{
  g_assert_true (nb_value_looks_like ("26", -1));
  g_assert_true (nb_value_looks_like ("462.657万元", -1));
  g_assert_true (nb_value_looks_like ("——", -1));
  g_assert_false (nb_value_looks_like ("", -1));
  g_assert_false (nb_value_looks_like ("规章", -1));
  g_assert_false (nb_value_looks_like ("2022年", -1));
}

static void
test_label_key (void)
{
  static const char *const same[][2] = {
    { "一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量" },
    { "(一)予以公开", "（一） 予以公开" },
    { "3.危及“三安全一稳定”", "3、危及三安全一稳定" },
    { "3.危及“三安全一稳定”", "③危及「三安全一稳定」" },
    { "其中:主动公开规范性文件数", "其中：1.主动公开规范性文件数" },
    { "8.属于行政查询事项", "⑻属于行政查询事项" },
    { "(一)予以公开", "㈠予以公开" },
    { "第二十条第(一)项", "第二十条 第（一）项" },
    { "1.属于国家秘密", "1 属于国家秘密" },
    { "不是《条例》所指政府信息", "不是条例所指政府信息" },
    { "1\\.当面申请数", "1.当面申请数" },
    { "**2.重复<br>申请**", "2.重复申请" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = nb_text_label_key (same[i][0], -1);
      g_autofree char *b = nb_text_label_key (same[i][1], -1);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (a, !=, "");
    }
}

static void
test_dup_label (void)
{
  static const char *const labels[][2] = {
    { "主动公开 信息数", "主动公开 信息数" },
    { "主动公开\n  信息数", "主动公开信息数" },
    { "主动公开<br>信息<BR />数", "主动公开信息数" },
    { "**主动**公开&nbsp;", "主动公开" },
    { "1\\.当面\\*\\\\", "1.当面*\\" },
    { "a < b & c * d", "a < b & c * d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = nb_text_dup_label (labels[i][0], -1);

      g_assert_cmpstr (label, ==, labels[i][1]);
    }
}

static void
test_decimals (void)
{
  static const struct
  {
    const char *text, *spelled;
  } good[] = {
    { "2122.36", "2122.36" }, { "-0.50", "-0.5" }, { "007", "7" }, { "+1", "1" }, { "0.000", "0" }
  };
  static const char *const bad[] = { "", "-", ".", "1.", ".1", "1e3", "1 2", "0x1", "1.2.3" };
  NbDecimal a, b, sum;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (nb_decimal_parse (good[i].text, -1, &a));
      text = nb_decimal_to_string (a);
      g_assert_cmpstr (text, ==, good[i].spelled);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (nb_decimal_parse (bad[i], -1, &a));

  g_assert_true (nb_decimal_parse ("0.1", -1, &a) && nb_decimal_parse ("0.2", -1, &b));
  g_assert_true (nb_decimal_add (a, b, &sum));
  g_assert_true (nb_decimal_parse ("0.3", -1, &b));
  g_assert_cmpint (nb_decimal_compare (sum, b), ==, 0);
  g_assert_cmpint (nb_decimal_compare (a, b), <, 0);
  g_assert_true (nb_decimal_parse ("999999999999999999", -1, &a));
  g_assert_false (nb_decimal_add (a, a, &sum));
  g_assert_false (nb_decimal_shift (a, 1, &sum));
}

static void
test_edit_distance (void)
{
  g_assert_cmpuint (nb_text_edit_distance ("重复申请", "重复申请", 3), ==, 0);
  g_assert_cmpuint (nb_text_edit_distance ("重复申清", "重复申请", 3), ==, 1);
  g_assert_cmpuint (nb_text_edit_distance ("复申请", "重复申请", 3), ==, 1);
  g_assert_cmpuint (nb_text_edit_distance ("甲乙丙丁", "重复申请", 2), ==, 3);
}

static void
test_apply_unit (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL: unreadable */
  } heads[] = {
    { "本年收费金额（单位：万元）", "2811.6" },
    { "单位：元", "0.28116" },
    { "千元", "281.16" },
    { "百万元", "281160" },
    { "亿元", "28116000" },
    { "金额", "2811.6" },
    { "单位：万美元", NULL },
    { "收费金额（单位：万）元", NULL },
    { "万港元", NULL },
    { "欧元", NULL },
    { "十万元", NULL },
    { "单位：千万元", NULL },
    { "百元", NULL },
    { "单位：万元/元", NULL },
    { "元（万元）", NULL },
    { "行政单元收费（单位：万元）", "2811.6" },
    { "以元为单位", "0.28116" },
    { "单位：1元", "0.28116" },
    { "单位：100元", NULL },
    { "以100元为单位", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      NbValue value = nb_value_parse ("2811.60", -1, NB_VALUE_MONEY);
      g_autofree char *text = NULL;

      nb_value_apply_unit (&value, NB_VALUE_MONEY, heads[i].text, -1);
      text = nb_decimal_to_string (value.value);
      g_assert_cmpint (value.state, ==,
                       heads[i].expected != NULL ? NB_STATE_NUMBER : NB_STATE_UNREADABLE);
      if (heads[i].expected != NULL)
        g_assert_cmpstr (text, ==, heads[i].expected);
    }
}

static void
test_names_multiple (void)
{
  static const char *const multiples[] = { "单位：万件",      "（万件）",      "数量(千人次)",
                                           "万 条",           "单位:万",       "以万件为单位",
                                           "单位：件/万件",   "单位：100件",   "单位：%",
                                           "(单位:１０人次)", "以100件为单位", "（单位100件）",
                                           "计量单位100件" };
  static const char *const others[] = { "单位：件",
                                        "（万元）",
                                        "单位：件、万元",
                                        "（十条）",
                                        "（一）",
                                        "（百）",
                                        "3万件",
                                        "万名群众",
                                        "",
                                        "千人计划",
                                        "单位：1件",
                                        "第10条",
                                        "共100件",
                                        "其中我单位12件，下属单位177件。" };

  for (gsize i = 0; i < G_N_ELEMENTS (multiples); i++)
    g_assert_true (nb_value_names_multiple (multiples[i], -1));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (nb_value_names_multiple (others[i], -1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/value/cells", test_cells);
  g_test_add_func ("/nianbao/value/looks-like", test_looks_like);
  g_test_add_func ("/nianbao/value/NB_LIMIT_DIGITS", test_limit_digits);
  g_test_add_func ("/nianbao/text/label-key", test_label_key);
  g_test_add_func ("/nianbao/text/dup-label", test_dup_label);
  g_test_add_func ("/nianbao/text/edit-distance", test_edit_distance);
  g_test_add_func ("/nianbao/decimal/all", test_decimals);

  g_test_add_func ("/nianbao/value/apply-unit", test_apply_unit);
  g_test_add_func ("/nianbao/value/names-multiple", test_names_multiple);
  return g_test_run ();
}
