/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/nb-date.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *date; /* NULL: there is none */
} days[] = {
  { "2023-01-29", "2023-01-29" },
  { "2023-1-9", "2023-01-09" },
  { "2023/1/29", "2023-01-29" },
  { "2023.1.29", "2023-01-29" },
  { "2023. 1. 29", "2023-01-29" },
  { "2023年1月29日", "2023-01-29" },
  { "2023年01月29日", "2023-01-29" },
  { "2023年1月29号", "2023-01-29" },
  { "2023 年 1 月 29 日", "2023-01-29" },
  { "2 0 2 3 年 1 2 月 2 9 日", "2023-12-29" },
  { "２０２３年１月２９日", "2023-01-29" },
  { "２０２３－０１－２９", "2023-01-29" },
  { "2023\u201401\u201429", "2023-01-29" },
  { "二〇二三年一月二十九日", "2023-01-29" },
  { "二○一八年三月二十日", "2018-03-20" },
  { "二O一八年十二月三十一日", "2018-12-31" },
  { "二零一八年十月十日", "2018-10-10" },
  { "二〇一八年十一月三日", "2018-11-03" },
  { "二〇一八年三月廿一日", "2018-03-21" },
  { "(2017年3月15日)", "2017-03-15" },
  { "发布时间:2023-01-29 20:46", "2023-01-29" },
  { "截至2023年1月29日止", "2023-01-29" },
  { "2024-02-29", "2024-02-29" },
  { "2018年11日", NULL },
  { "2018年1231日", NULL },
  { "202011日", NULL },
  { "20201231日", NULL },
  { "2023-13-01", NULL },
  { "2023-02-29", NULL },
  { "2023年2月30日", NULL },
  { "2023年1月", NULL },
  { "2023年1月29", NULL },
  { "2023-01", NULL },
  { "23-01-29", NULL },
  { "12023-01-29", NULL },
  { "2023-01-291", NULL },
  { "国办函〔2021〕30号", NULL },
  { "0736-3221316", NULL },
  { "1899-01-01", NULL },
  { "2023年零月一日", NULL },
  { "", NULL },
};

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      NbDate date;
      gboolean found = nb_date_find (days[i].text, -1, NULL, NULL, &date);
      g_autofree char *spelled = found ? nb_date_to_string (date) : NULL;

      g_test_message ("%s", days[i].text);
      g_assert_cmpstr (spelled, ==, days[i].date);
    }
}

static void
test_place (void)
{
  const char *text = "共7条,2023年1月29日。";
  NbDate date;
  gsize offset, used;

  g_assert_true (nb_date_find (text, -1, &offset, &used, &date));
  g_assert_cmpuint (offset, ==, strlen ("共7条,"));
  g_assert_cmpuint (used, ==, strlen ("2023年1月29日"));
  g_assert_false (
      nb_date_find (text, (gssize) strlen ("共7条,2023年1月29"), &offset, &used, &date));
}

static const struct
{
  const char *text, *first, *last;
} periods[] = {
  { "自2019年1月1日起至2019年12月31日止", "2019-01-01", "2019-12-31" },
  { "2021年1月1日至12月31日", "2021-01-01", "2021-12-31" },
  { "2022.1.1-2022.12.31", "2022-01-01", "2022-12-31" },
  { "2022.1.1-12.31", "2022-01-01", "2022-12-31" },
  { "2022-01-01至2022-12-31", "2022-01-01", "2022-12-31" },
  { "2022年1月1日—2022年12月31日", "2022-01-01", "2022-12-31" },
  { "2022年1月1日——12月31日", "2022-01-01", "2022-12-31" },
  { "2022年1月1日～2022年12月31日", "2022-01-01", "2022-12-31" },
  { "从2022年1月1日到2022年12月31日", "2022-01-01", "2022-12-31" },
  { "自2022年1月1日起，至2022年12月31日止", "2022-01-01", "2022-12-31" },
  { "2022年1月1日0时至2022年12月31日24时", "2022-01-01", "2022-12-31" },
  { "2022 年 1 月 1 日 至 2022 年 12 月 31 日", "2022-01-01", "2022-12-31" },
  { "二〇二二年一月一日至十二月三十一日", "2022-01-01", "2022-12-31" },
  { "2008年5月1日至2008年12月31日", "2008-05-01", "2008-12-31" },
  { "2018年11日至2018年1231日", NULL, NULL },
  { "2018年1月1日至2018年1231日", NULL, NULL },
  { "自202011日起至20201231日", NULL, NULL },
  { "2022年1月1日，2022年12月31日", NULL, NULL },
  { "2017年10月10日至18日", NULL, NULL },
  { "2022年12月31日至2022年1月1日", NULL, NULL },
  { "2022年1月至12月", NULL, NULL },
};

static void
test_periods (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      NbDate first, last;
      gboolean found = nb_date_find_period (periods[i].text, -1, &first, &last);
      g_autofree char *begin = found ? nb_date_to_string (first) : NULL;
      g_autofree char *end = found ? nb_date_to_string (last) : NULL;

      g_test_message ("%s", periods[i].text);
      g_assert_cmpstr (begin, ==, periods[i].first);
      g_assert_cmpstr (end, ==, periods[i].last);
    }
}

static const struct
{
  const char *text, *date;
} metas[] = {
  { "2023-01-29 20:46:33", "2023-01-29" },
  { "2023-01-29T20:46:33+08:00", "2023-01-29" },
  { " 2023/01/29", "2023-01-29" },
  { "20230129", "2023-01-29" },
  { "20230129204633", "2023-01-29" },
  { "2023年01月29日", "2023-01-29" },
  { "20231329", NULL },
  { "202301", NULL },
  { "yesterday", NULL },
  { "", NULL },
};

static void
test_metas (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (metas); i++)
    {
      NbDate date;
      gboolean found = nb_date_parse (metas[i].text, -1, &date);
      g_autofree char *spelled = found ? nb_date_to_string (date) : NULL;

      g_test_message ("%s", metas[i].text);
      g_assert_cmpstr (spelled, ==, metas[i].date);
    }
}

static const struct
{
  const char *text;
  guint year;
  gsize used;
} years[] = {
  { "2021年", 2021, 4 },     { "２０２１年", 2021, 12 }, { "二〇二一年", 2021, 12 },
  { "二○二二年", 2022, 12 }, { "2 0 2 1年", 2021, 7 },   { "20211", 0, 0 },
  { "202", 0, 0 },           { "一二三四", 0, 0 },       { "年2021", 0, 0 },
};

/* case-17 */
static void
test_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      guint year = 0;

      g_test_message ("%s", years[i].text);
      g_assert_cmpuint (
          nb_date_match_year (years[i].text, years[i].text + strlen (years[i].text), &year), ==,
          years[i].used);
      g_assert_cmpuint (year, ==, years[i].year);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/date/days", test_days);
  g_test_add_func ("/nianbao/date/place", test_place);
  g_test_add_func ("/nianbao/date/periods", test_periods);
  g_test_add_func ("/nianbao/date/metas", test_metas);
  g_test_add_func ("/nianbao/date/years", test_years);
  return g_test_run ();
}
