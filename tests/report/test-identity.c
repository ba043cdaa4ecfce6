/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "nb-test-document.h"

#include "document/nb-document-private.h"
#include "report/nb-identity-title.h"
#include "report/nb-identity.h"

#include "base/nb-text.h"

#include <locale.h>

static void
find (NbDocument *document, NbIdentityFacts *facts)
{
  g_autoptr (GPtrArray)
      sections = nb_sections_find (document, nb_test_whole (document), NULL, NULL, 0);

  nb_identity_find (document, nb_test_whole (document), sections, facts);
}

static const struct
{
  const char *title;
  const char *organ;
  NbOrganKind kind;
  guint year;
} titles[] = {
  { "青岚县人民政府2022年度政府信息公开工作报告", "青岚县人民政府", NB_ORGAN_GOVERNMENT, 2022 },
  { "青岚市2017年政府信息公开工作年度报告", "青岚市", NB_ORGAN_GOVERNMENT, 2017 },
  { "白渡镇人民政府2022政府信息公开工作年度报告", "白渡镇人民政府", NB_ORGAN_TOWNSHIP, 2022 },
  { "青岚市人民政府办公室2023年度政府信息公开工作年度报告", "青岚市人民政府办公室",
    NB_ORGAN_DEPARTMENT, 2023 },
  { "2020年青岚市教育局政府信息公开年度报告", "青岚市教育局", NB_ORGAN_DEPARTMENT, 2020 },
  { "2020年度青岚市教育局政府信息公开工作年度报告", "青岚市教育局", NB_ORGAN_DEPARTMENT, 2020 },
  { "青岚市财政局2018年政府信息公开工作年度报告", "青岚市财政局", NB_ORGAN_DEPARTMENT, 2018 },
  { "青岚市财政局关于2015年度政府信息公开工作情况的报告", "青岚市财政局", NB_ORGAN_DEPARTMENT,
    2015 },
  { "关于青岚市财政局2015年度政府信息公开工作情况的报告", "青岚市财政局", NB_ORGAN_DEPARTMENT,
    2015 },
  { "青岚市水利局二〇二〇年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2020 },
  { "青岚市水利局二○二二年度政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2022 },
  { "青岚市水利局 2 0 2 1 年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市水利局２０２２年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2022 },
  { "青岚市水利局政府信息公开工作年度报告（2019年度）", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "青岚县人民政府2018-2019年政府信息公开工作年度报告", "青岚县人民政府", NB_ORGAN_GOVERNMENT,
    2019 },
  { "青岚市水利局 19年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "青岚市水利局2019年1-11月政府信息公开工作报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "青岚市水利局2019年上半年政府信息公开工作报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "青岚市水利局政府信息公开工作年度报告2019年", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "2025年1月青岚市水利局公布2024年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "2025年1月20日青岚市水利局发布2024年度政府信息公开年报", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "青岚市水利局2025年1月公布的2024年政府信息公开工作年度报告", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市信息发布中心2024年政府信息公开工作年度报告", "青岚市信息发布中心", NB_ORGAN_DEPARTMENT,
    2024 },
  { "青岚市水利局2025年公布2024年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "青岚市水利局向社会公布2024年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "青岚市水利局发布了2024年度政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "青岚市水利局报送2024年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市水利局关于报送2024年政府信息公开工作年度报告的报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "青岚市人民政府办公室转发青岚市水利局2024年政府信息公开工作年度报告", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市人民政府办公室关于转发《青岚市水利局2024年政府信息公开工作年度报告》的通知",
    "青岚市水利局", NB_ORGAN_DEPARTMENT, 2024 },
  { "转发青岚市水利局2024年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2024 },
  { "2025年1月青岚市水利局2024年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "2025年1月公布青岚市水利局2024年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "青岚市水利局关于公布2024年政府信息公开工作年度报告的公告（2025年1月）", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市水利局2025年1月印发政府信息公开工作年度报告（2024年度）", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市水利局政府信息公开工作年度报告（2024年1月—12月）", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "青岚市水利局关于印发2024年政府信息公开工作年度报告（2025年1月发布）的通知", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "2024年度青岚市水利局政府信息公开工作年度报告（2025年1月）", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市卫生健康局（疾控局）2019年政府信息公开工作年度报告", "青岚市卫生健康局(疾控局)",
    NB_ORGAN_DEPARTMENT, 2019 },
  { "【青岚市水利局】2019年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "【年报】青岚市水利局2019年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2019 },
  { "附件1：青岚市水利局2019年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2019 },
  { "1.青岚市水利局2019年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "★青岚市水利局2019年政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "青岚市水利局政府信息公开工作年度报告(2019)", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2019 },
  { "首页 > 政府信息公开 > 年报 > 青岚区2021年政府信息公开工作年度报告", "青岚区",
    NB_ORGAN_GOVERNMENT, 2021 },
  { "首页»政府信息公开»青岚区2021年政府信息公开工作年度报告", "青岚区", NB_ORGAN_GOVERNMENT, 2021 },
  { "青岚区2021年政府信息公开工作年度报告_青岚区人民政府网站", "青岚区", NB_ORGAN_GOVERNMENT,
    2021 },
  { "青岚区2021年政府信息公开工作年度报告-青岚区人民政府", "青岚区", NB_ORGAN_GOVERNMENT, 2021 },
  { "青岚高新技术产业开发区管理委员会2021年政府信息公开工作年度报告",
    "青岚高新技术产业开发区管理委员会", NB_ORGAN_ZONE, 2021 },
  { "青岚高新区2019年度政府信息公开年度报告", "青岚高新区", NB_ORGAN_ZONE, 2019 },
  { "青岚经济开发区2020年政府信息公开年度报告", "青岚经济开发区", NB_ORGAN_ZONE, 2020 },
  { "东屿新区管理委员会2020年政府信息公开工作年度报告", "东屿新区管理委员会", NB_ORGAN_ZONE, 2020 },
  { "东屿新区管委会2020年政府信息公开工作年度报告", "东屿新区管委会", NB_ORGAN_ZONE, 2020 },
  { "云栖湖风景名胜区管理委员会2020年政府信息公开工作年度报告", "云栖湖风景名胜区管理委员会",
    NB_ORGAN_ZONE, 2020 },
  { "青岚市国有资产监督管理委员会2020年政府信息公开工作年度报告", "青岚市国有资产监督管理委员会",
    NB_ORGAN_DEPARTMENT, 2020 },
  { "青岚市城市管理委员会2020年政府信息公开工作年度报告", "青岚市城市管理委员会",
    NB_ORGAN_DEPARTMENT, 2020 },
  { "青岚市发展和改革委员会2023年政府信息公开工作年度报告", "青岚市发展和改革委员会",
    NB_ORGAN_DEPARTMENT, 2023 },
  { "〔2024〕青岚市教育局2023年政府信息公开工作年度报告", "青岚市教育局", NB_ORGAN_DEPARTMENT,
    2023 },
  { "关于印发青岚市教育局2023年政府信息公开工作年度报告的通知", "青岚市教育局", NB_ORGAN_DEPARTMENT,
    2023 },
  { "青岚市教育局关于印发2023年政府信息公开工作年度报告的通知", "青岚市教育局", NB_ORGAN_DEPARTMENT,
    2023 },
  { "青岚市人民政府办公室关于公布《青岚市教育局2023年政府信息公开工作年度报告》的公告",
    "青岚市教育局", NB_ORGAN_DEPARTMENT, 2023 },
  { "青岚市卫生健康委2023年政府信息公开工作年度报告", "青岚市卫生健康委", NB_ORGAN_DEPARTMENT,
    2023 },
  { "柳巷街道办事处2021年政府信息公开工作年度报告", "柳巷街道办事处", NB_ORGAN_SUBDISTRICT, 2021 },
  { "青岚区柳巷街道2021年度政府信息公开工作年度报告", "青岚区柳巷街道", NB_ORGAN_SUBDISTRICT,
    2021 },
  { "青岚区人民政府柳巷街道办事处2021年政府信息公开工作年度报告", "青岚区人民政府柳巷街道办事处",
    NB_ORGAN_SUBDISTRICT, 2021 },
  { "松溪乡人民政府2020年政府信息公开工作年度报告", "松溪乡人民政府", NB_ORGAN_TOWNSHIP, 2020 },
  { "松溪乡2020年政府信息公开工作年度报告", "松溪乡", NB_ORGAN_TOWNSHIP, 2020 },
  { "云坪彝族乡2020年政府信息公开工作年度报告", "云坪彝族乡", NB_ORGAN_TOWNSHIP, 2020 },
  { "青岚县白渡镇2020年政府信息公开工作年度报告", "青岚县白渡镇", NB_ORGAN_TOWNSHIP, 2020 },
  { "巴音苏木2020年政府信息公开工作年度报告", "巴音苏木", NB_ORGAN_TOWNSHIP, 2020 },
  { "南岳省2020年政府信息公开工作年度报告", "南岳省", NB_ORGAN_GOVERNMENT, 2020 },
  { "南岳省人民政府2020年政府信息公开工作年度报告", "南岳省人民政府", NB_ORGAN_GOVERNMENT, 2020 },
  { "南岳省人民政府办公厅2020年政府信息公开工作年度报告", "南岳省人民政府办公厅",
    NB_ORGAN_DEPARTMENT, 2020 },
  { "朔北自治区2014年政府信息公开工作年度报告", "朔北自治区", NB_ORGAN_GOVERNMENT, 2014 },
  { "朔北生产建设兵团2020年政府信息公开工作年度报告", "朔北生产建设兵团", NB_ORGAN_GOVERNMENT,
    2020 },
  { "青岚彝族自治州2019年政府信息公开工作年度报告", "青岚彝族自治州", NB_ORGAN_GOVERNMENT, 2019 },
  { "朔北旗2019年政府信息公开工作年度报告", "朔北旗", NB_ORGAN_GOVERNMENT, 2019 },
  { "国家税务总局青岚市税务局2021年政府信息公开工作年度报告", "国家税务总局青岚市税务局",
    NB_ORGAN_DEPARTMENT, 2021 },
  { "中华人民共和国青岚海关2021年政府信息公开工作年度报告", "中华人民共和国青岚海关",
    NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市公安局交警支队2021年政府信息公开工作年度报告", "青岚市公安局交警支队",
    NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市公共资源交易中心2021年政府信息公开工作年度报告", "青岚市公共资源交易中心",
    NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚供水集团有限公司2021年政府信息公开工作年度报告", "青岚供水集团有限公司",
    NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市第一人民医院2021年信息公开年度报告", "青岚市第一人民医院", NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市气象局2021年政务信息公开工作年度报告", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市气象局2021年政府信息公开工作年报", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市气象局政府信息公开2021年度报告", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市气象局政府信息公开工作2021年年度报告", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市气象局2021年度政府信息公开工作情况年度报告", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市气象局开展政府信息公开工作情况报告（2012年度）", "青岚市气象局", NB_ORGAN_DEPARTMENT,
    2012 },
  { "《青岚市气象局2021年政府信息公开工作年度报告》", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "名称：青岚市气象局2021年政府信息公开工作年度报告", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "# 青岚市气象局2021年政府信息公开工作年度报告", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "**青岚市气象局2021年政府信息公开工作年度报告**", "青岚市气象局", NB_ORGAN_DEPARTMENT, 2021 },
  { "青岚市气象局（本级）2021年政府信息公开工作年度报告", "青岚市气象局", NB_ORGAN_DEPARTMENT,
    2021 },
  { "青岚县乡村振兴局2021年政府信息公开工作年度报告", "青岚县乡村振兴局", NB_ORGAN_DEPARTMENT,
    2021 },
  { "青岚县城镇管理站2021年政府信息公开工作年度报告", "青岚县城镇管理站", NB_ORGAN_DEPARTMENT,
    2021 },
  { "景溪镇市2021年政府信息公开工作年度报告", "景溪镇市", NB_ORGAN_GOVERNMENT, 2021 },
  { "青岚市水利局2024年12月政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市水利局2024年1月1日-12月31日政府信息公开工作年度报告", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "2024年1月1日至2024年12月31日青岚市水利局政府信息公开工作年度报告", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市水利局2024年1-12月政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市2024年12月3中学政府信息公开工作年度报告", "青岚市3中学", NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市水利局2025年1月政府信息公开工作年度报告（2024年）", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "2025年1月20日青岚市水利局政府信息公开工作年度报告（2024年度）", "青岚市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市水利局2024年政府信息公开工作年度报告2025-01-20", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "关于青岚市水利局2024年政府信息公开工作年度报告的公示", "青岚市水利局", NB_ORGAN_DEPARTMENT,
    2024 },
  { "[2024年]青岚市水利局政府信息公开工作年度报告", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2024 },
  { "青岚市人民政府办公室转发市水利局关于报送2024年政府信息公开工作年度报告的通知", "市水利局",
    NB_ORGAN_DEPARTMENT, 2024 },
  { "Qinglan City Council 2024年政府信息公开工作年度报告", "Qinglan City Council", NB_ORGAN_UNKNOWN,
    2024 },
  { "2024年政府信息公开工作年度报告\n青岚市水利局", "青岚市水利局", NB_ORGAN_DEPARTMENT, 2024 },
  { "2021年政府信息公开工作年度报告", NULL, NB_ORGAN_UNKNOWN, 2021 },
  { "2021年度政府信息公开工作年度报告(青岚市林业局)", "青岚市林业局", NB_ORGAN_DEPARTMENT, 2021 },
};

static void
test_name_behind (void)
{
  g_autofree char *organ = nb_title_dup_name_behind ("2023年政府信息公开工作年度报告-青岚市教育局");
  g_autofree char *site = nb_title_dup_name_behind (
      "2023年政府信息公开工作年度报告_青岚市人民政府");

  g_assert_cmpstr (organ, ==, "青岚市教育局");
  g_assert_null (site);
}

/* A notice to make reports is the title of none. */
static void
test_notices (void)
{
  g_autoptr (NbDocument) document = nb_test_document (
      "关于做好2023年政府信息公开工作年度报告的通知\n一、总体情况\n无");
  g_auto (NbIdentityFacts) facts = { 0 };

  find (document, &facts);
  g_assert_null (facts.organ);
}

static void
test_titles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (NbDocument) document = nb_test_document (titles[i].title);
      g_auto (NbIdentityFacts) facts = { 0 };

      find (document, &facts);
      g_test_message ("%s", titles[i].title);
      g_assert_nonnull (facts.title);
      g_assert_cmpstr (facts.organ, ==, titles[i].organ);
      g_assert_cmpint (facts.kind, ==, titles[i].kind);
      g_assert_cmpuint (facts.year, ==, titles[i].year);
    }
}

/* A title with several years, or with a day alone, does not say of which year the report is. */
static const struct
{
  const char *lines, *organ;
  guint year;
  NbYearEvidence evidence;
} weak_years[] = {
  { "青岚市水利局2022-2023年度政府信息公开工作年度报告", "青岚市水利局", 2023, NB_YEAR_DOUBTFUL },
  { "青岚市水利局2022年、2023年政府信息公开工作年度报告", "青岚市水利局", 2023, NB_YEAR_DOUBTFUL },
  { "青岚市水利局2022年和2023年政府信息公开工作年度报告", "青岚市水利局", 2023, NB_YEAR_DOUBTFUL },
  { "青岚市水利局2021年、2022年、2023年政府信息公开工作年度报告", "青岚市水利局", 2023, NB_YEAR_DOUBTFUL },
  { "青岚市水利局政府信息公开工作年度报告（2022-2023年）", "青岚市水利局", 2023, NB_YEAR_DOUBTFUL },
  { "青岚市水利局2022年、2023年政府信息公开工作年度报告\n本报告数据统计期限为2022年1月1日至2022年12月31日。"
    "\n一、总体情况\n无",
    "青岚市水利局", 2022, NB_YEAR_OF_TEXT },
  { "青岚市水利局2022年、2023年政府信息公开工作年度报告\n一、总体情况\n2022年，我局公开信息3条。",
    "青岚市水利局", 2023, NB_YEAR_DOUBTFUL },
  { "2025年1月青岚市水利局政府信息公开工作年度报告", "青岚市水利局", 2025, NB_YEAR_DOUBTFUL },
  { "青岚市水利局2025年1月政府信息公开工作年度报告\n统计期限为2024年1月1日至2024年12月31日。\n一、总体情况\n无",
    "青岚市水利局", 2024, NB_YEAR_OF_TEXT },
  { "青岚市水利局2025年1月20日政府信息公开工作年度报告\n一、总体情况\n2024年，我局公开信息3条，群众满意。",
    "青岚市水利局", 2024, NB_YEAR_OF_TEXT },
  { "青岚市水利局2024年政府信息公开工作年度报告\n统计期限为2023年1月1日至2023年12月31日。\n一、总体情况\n无",
    "青岚市水利局", 2024, NB_YEAR_SAID },
  { "青岚市水利局2024年1月-12月政府信息公开工作年度报告", "青岚市水利局", 2024, NB_YEAR_SAID },
};

static void
test_weak_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (weak_years); i++)
    {
      g_autoptr (NbDocument) document = nb_test_document (weak_years[i].lines);
      g_auto (NbIdentityFacts) facts = { 0 };

      find (document, &facts);
      g_test_message ("%s", weak_years[i].lines);
      g_assert_cmpstr (facts.organ, ==, weak_years[i].organ);
      g_assert_cmpuint (facts.year, ==, weak_years[i].year);
      g_assert_cmpint (facts.evidence, ==, weak_years[i].evidence);
    }
}

static void
test_no_titles (void)
{
  static const char *const lines[] = {
    "关于做好2022年政府信息公开工作年度报告编制发布工作的通知",
    "青岚县2022年法治政府建设情况报告",
    "青岚县2022年政务公开工作要点",
    "青岚县政府信息公开指南",
    "政府信息公开年度报告",
    "政府信息公开",
    "2022年政府工作报告",
    "青岚县政府信息公开制度",
    "按照国务院办公厅有关要求，编制并公布青岚县2022年政府信息公开工作年度报告，全文由六个部分组成"
    "。",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (NbDocument) document = nb_test_document (lines[i]);
      g_auto (NbIdentityFacts) facts = { 0 };

      g_test_message ("%s", lines[i]);
      find (document, &facts);
      g_assert_null (facts.title);
    }
}

static const struct
{
  const char *lines;
  const char *title;
  const char *organ;
  guint year;
} heads[] = {
  /* Split, below the page's own title. */
  { "政府信息公开\n索引号\n来 "
    "源\n白渡镇\n公开日期\n2023-01-29\n白渡镇人民政府2022年政府信息公开工作年度报告\n"
    "发布时间:2023-01-29 20:46     浏览次数:4956\n字体:[ "
    "]\n打印\n\n白渡镇人民政府2022政府信息\n\n公开工作年度报告\n一、总体情况\n无",
    "白渡镇人民政府2022政府信息公开工作年度报告", "白渡镇人民政府", 2022 },
  { "青岚市人民政府\n2022年政府信息公开工作年度报告\n一、总体情况\n无",
    "青岚市人民政府2022年政府信息公开工作年度报告", "青岚市人民政府", 2022 },
  { "青岚市教育局\n2022年度\n政府信息公开工作年度报告\n一、总体情况\n无",
    "青岚市教育局2022年度政府信息公开工作年度报告", "青岚市教育局", 2022 },
  { "青岚市教育局政府信息公开工作年度报告\n（2019年度）\n一、总体情况\n无",
    "青岚市教育局政府信息公开工作年度报告（2019年度）", "青岚市教育局", 2019 },
  { "青 岚 市 教 育 局\n2 0 2 1 年 政 府 信 息 公 开 工 作 年 度 报 告\n一、总体情况\n无",
    "青岚市教育局2021年政府信息公开工作年度报告", "青岚市教育局", 2021 },
  /* The article's own before the page's, which names another. */
  { "F|青岚市政府信息公开工作年度报告\nT|"
    "青岚市教育局2022年政府信息公开工作年度报告\n一、总体情况\n无",
    "青岚市教育局2022年政府信息公开工作年度报告", "青岚市教育局", 2022 },
  { "T|青岚市教育局2022年政府信息公开工作年度报告\nF|"
    "青岚市教育局2020年政府信息公开工作年度报告\n一、总体情况\n无",
    "青岚市教育局2022年政府信息公开工作年度报告", "青岚市教育局", 2022 },
  /* From the lead-in. */
  { "按照《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》("
    "国办公开办函〔2019〕60号)要求，对照《青岚市2018年政务公开工作要点》"
    "等文件规定，特向社会公布青岚高新区2019年度政府信息公开年度报告。全文由总体情况等六个部分组成。"
    "\n一、总体情况\n无",
    NULL, "青岚高新区", 2019 },
  { "根据《中华人民共和国政府信息公开条例》要求，青岚市审计局编制了2021年度政府信息公开工作年度报告"
    "。\n一、总体情况\n无",
    NULL, "青岚市审计局", 2021 },
  { "根据《条例》有关规定和上级工作要求，现将2021年度青岚市审计局政府信息公开工作情况公布如下：\n一"
    "、总体情况\n无",
    NULL, "青岚市审计局", 2021 },
  { "根据《条例》第五十条的规定，现公布青岚县2020年政府信息公开工作年度报告。\n一、总体情况\n无",
    NULL, "青岚县", 2020 },
  /* From self-names. */
  { "依据《中华人民共和国政府信息公开条例》和南岳省《政府信息公开年度报告制度》要求，现报告我办2021"
    "年度政务公开工作情况。\n一、总体情况\n"
    "2021年，市政府办公室认真贯彻落实条例，我办明确了依申请公开的受理机构和流程，做到件件有回复。截"
    "至目前，青岚市政府办公室共主动公开各类政府信息200余条。",
    NULL, "青岚市政府办公室", 2021 },
  { "根据条例要求，现将我镇2022年政府信息公开工作情况报告如下，请予监督。\n一、总体情况\n2022年，青"
    "岚县白渡镇人民政府认真落实县委、县政府部署，我镇共公开信息76条，群众满意。",
    NULL, "青岚县白渡镇人民政府", 2022 },
  /* Over four lines. */
  { "打印\n龙湖街道\n政府信息公开\n工作年度报告\n（2020年）\n一、总体情况\n无",
    "龙湖街道政府信息公开工作年度报告（2020年）", "龙湖街道", 2020 },
  /* Lines broken anywhere, as PDF text has them. */
  { "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）的规定，\n特向社会公布云坪高新区2019"
    "年度政府\n信息公开年度报告。\n一、总体情况\n无",
    NULL, "云坪高新区", 2019 },
  { "2022年，青山区人民政府认真贯彻条例，由青山区人民政府办公室编制本报告。\n1.总体情况\n好。\n3."
    "收到和处理政府信息公开申请情况\n我区收到7件。",
    NULL, "青山区人民政府", 2022 },
  /* From the sign-off. */
  { "一、总体情况\n2022年，共公开信息76条。\n六、其他需要报告的事项\n无\n青岚市林业局\n2023年1月18"
    "日",
    NULL, "青岚市林业局", 2022 },
  /* Behind the name of the site, before the first paragraph. */
  { "青岚市人民政府 政府信息公开年报 2021年白渡县教育局政府信息公开工作年度报告\n一、总体情况\n无",
    "2021年白渡县教育局政府信息公开工作年度报告", "白渡县教育局", 2021 },
  { "白渡县教育局2021年政府信息公开工作年度报告　　根据条例，现公布本年度的情况，全文由六个部分组成"
    "，所"
    "列数据的统计期限自2021年1月1日起至12月31日止。如有疑问，请与本机关办公室联系，联系地址见门户网"
    "站"
    "首页的底部，工作日均可来电来访。\n一、总体情况\n无",
    "白渡县教育局2021年政府信息公开工作年度报告", "白渡县教育局", 2021 },
  { "青岚市 教育局2021年政府信息公开工作年度报告\n一、总体情况\n无",
    "青岚市教育局2021年政府信息公开工作年度报告", "青岚市教育局", 2021 },
  /* From what the first sentence tells of. */
  { "一、总体情况\n2020年，在区委的领导下，松山区人民政府北桥街道办事处认真贯彻落实条例。\n2020年共"
    "公开"
    "信息86条。",
    NULL, "松山区人民政府北桥街道办事处", 2020 },
  { "一、总体情况\n2020年，县政府办公室高度重视公开工作，各部门积极落实。\n2020年共公开信息86条。",
    NULL, NULL, 2020 },
  /* Whom to ask. */
  { "本报告如有疑问，请与青岚市信访局联系（地址：人民路1号，电话：0000-"
    "1234567）。\n一、总体情况\n无",
    NULL, "青岚市信访局", 0 },
  /* "特向社会" is no organ, nor is a deputy head, nor what a sentence tells of. */
  { "根据《条例》规定，特向社会公布2021年度本镇政府信息公开年度报告。如有疑问，请与青岚区白渡镇人民"
    "政府"
    "联系（电话：0000-1234567）。\n一、总体情况\n无",
    NULL, "青岚区白渡镇人民政府", 2021 },
  { "2022年，商务局信息公开工作有序开展，现将我局2022年度政府信息公开工作报告如下：\n一、总体情况\n"
    "成立了由局长任组长、副局长任副组长、分管副局长负责的领导小组。",
    NULL, "商务局", 2022 },
  { "一、总体情况\n本报告从总体情况以及其他事项等几个方面汇报我镇2023年政府信息公开工作。", NULL,
    NULL, 2023 },
  { "根据青岚县人民政府办公室关于做好2011年度政府信息公开工作年度报告的通知的政府信息公开年度报告编"
    "制"
    "。统计期限自2011年1月1日起至2011年12月31日止。\n一、概述\n松溪乡人民政府重视公开，我乡成立了小"
    "组。",
    NULL, "松溪乡人民政府", 2011 },
  /* The year of sentences that agree. */
  { "一、总体情况\n（一）健全机制\n强化组织领导。\n（二）开展工作\n2019年，我局按照要求公开信息。"
    "2019年度，主动公开信息30条。",
    NULL, NULL, 2019 },
  { "一、总体情况\n健全机制。\n二、主动公开政府信息情况\n2013年，全市共公开信息500条。", NULL, NULL,
    2013 },
  { "一、总体情况\n健全机制。2018年，我局公开信息5条。2019年，我局公开信息7条。", NULL, NULL, 0 },
  /* Nothing is guessed. */
  { "一、总体情况\n做好各项工作，按照2019年修订的条例和国办函〔2021〕30号执行。\n六、其他需要报告的"
    "事项\n无\n2023年1月18日",
    NULL, NULL, 0 },
};

static void
test_heads (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (NbDocument) document = nb_test_document (heads[i].lines);
      g_auto (NbIdentityFacts) facts = { 0 };

      g_test_message ("%s", heads[i].lines);
      find (document, &facts);
      g_assert_cmpstr (facts.title, ==, heads[i].title);
      g_assert_cmpstr (facts.organ, ==, heads[i].organ);
      g_assert_cmpuint (facts.year, ==, heads[i].year);
    }
}

static void
test_metas (void)
{
  g_autoptr (NbDocument) document = nb_test_document ("一、总体情况\n无");
  g_auto (NbIdentityFacts) facts = { 0 };

  nb_document_add_meta (document, "ArticleTitle", "2021年政府信息公开工作年度报告");
  nb_document_add_meta (document, "SiteName", "青岚县人民政府门户网站");
  nb_document_add_meta (document, "ContentSource", "青岚县统计局");
  nb_document_add_meta (document, "PubDate", "2022-01-20 09:30");
  find (document, &facts);
  g_assert_cmpstr (facts.title, ==, "2021年政府信息公开工作年度报告");
  g_assert_cmpuint (facts.year, ==, 2021);
  g_assert_cmpstr (facts.organ, ==, "青岚县统计局");
  g_assert_cmpstr (facts.published, ==, "2022-01-20");
}

static const struct
{
  const char *a, *b;
  gboolean same;
} names[] = {
  { "青岚县人民政府", "青岚县", TRUE },
  { "青岚市人民政府办公室", "青岚市政府办公室", TRUE },
  { "青岚市 人民政府 办公室", "青岚市政府办公室", TRUE },
  { "青岚高新技术产业开发区管理委员会", "青岚高新区管委会", TRUE },
  { "柳巷街道办事处", "柳巷街道", TRUE },
  { "白渡镇人民政府", "白渡镇", TRUE },
  { "白渡镇政府", "白渡镇人民政府", TRUE },
  { "青岚市发展和改革委员会", "青岚市发改委", TRUE },
  { "青岚市卫生健康委员会", "青岚市卫生健康委", TRUE },
  { "青岚市人力资源和社会保障局", "青岚市人社局", TRUE },
  { "青岚市教育局(本级)", "青岚市教育局", TRUE },
  { "青岚市教育局", "青岚市财政局", FALSE },
  { "青岚市", "青岚市人民政府办公室", FALSE },
  { "青岚镇", "青岚县", FALSE },
};

static void
test_keys (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *a = nb_organ_key_for_name (names[i].a);
      g_autofree char *b = nb_organ_key_for_name (names[i].b);

      if (names[i].same)
        g_assert_cmpstr (a, ==, b);
      else
        g_assert_cmpstr (a, !=, b);
    }
}

static const struct
{
  const char *lines;
  const char *published, *signed_, *start, *end;
} dates[] = {
  { "青岚市2017年政府信息公开工作年度报告\n青岚市电子政务管理办公室\n(2017年3月15日)\n一、概述\n无",
    NULL, "2017-03-15", NULL, NULL },
  { "青岚市政府信息公开工作年度报告\n(2018年3月15日)"
    "\n本报告统计期限自2017年1月1日起至2017年12月31日止。"
    "\n一、概述\n无",
    NULL, "2018-03-15", "2017-01-01", "2017-12-31" },
  { "青岚市2017年政府信息公开工作年度报告\n二〇一八年三月二十日\n一、概述\n无", NULL, "2018-03-20",
    NULL, NULL },
  { "青岚市2017年政府信息公开工作年度报告\n青岚市人民政府办公室 2018年3月20日\n一、概述\n无", NULL,
    "2018-03-20", NULL, NULL },
  { "青岚市2017年政府信息公开工作年度报告\n一、概述\n无\n青岚市人民政府办公室\n2018年3月20日", NULL,
    "2018-03-20", NULL, NULL },
  { "青岚市2017年政府信息公开工作年度报告\n一、概述\n2018年3月20日，召开了会议。", NULL, NULL, NULL,
    NULL },
  { "青岚市2017年政府信息公开工作年度报告\n发布日期：2018-03-21\n一、概述\n无", "2018-03-21", NULL,
    NULL, NULL },
  { "青岚市2017年政府信息公开工作年度报告\n发布时间：2018年3月21日 "
    "来源：青岚市人民政府\n一、概述\n无",
    "2018-03-21", NULL, NULL, NULL },
  { "公开日期\n2018-03-21\n青岚市2017年政府信息公开工作年度报告\n一、概述\n无", "2018-03-21", NULL,
    NULL, NULL },
  { "青岚市2017年政府信息公开工作年度报告\n2018-03-21 09:10 来源：本网\n一、概述\n无", "2018-03-21",
    NULL, NULL, NULL },
  { "青岚市2017年政府信息公开工作年度报告\n2018/3/21\n一、概述\n无", "2018-03-21", NULL, NULL,
    NULL },
  { "成文日期：2018-03-01 发布日期：2018-03-21\n青岚市2017年政府信息公开工作年度报告\n一、概述\n无",
    "2018-03-21", NULL, NULL, NULL },
  { "青岚市2017年政府信息公开工作年度报告\n发布日期：2018-13-21\n一、概述\n无", NULL, NULL, NULL,
    NULL },
  { "青岚市2017年政府信息公开工作年度报告\n本报告统计期限自2017年1月1日起至2017年12月31日止。\n一、"
    "概述\n无",
    NULL, NULL, "2017-01-01", "2017-12-31" },
  { "青岚市2017年政府信息公开工作年度报告\n本报告数据统计期限为2017年1月1日至12月31日。\n一、概述\n"
    "无",
    NULL, NULL, "2017-01-01", "2017-12-31" },
  { "青岚市2017年政府信息公开工作年度报告\n数据统计时限为2017.1.1-2017.12.31。\n一、概述\n无", NULL,
    NULL, "2017-01-01", "2017-12-31" },
  { "青岚市2017年政府信息公开工作年度报告\n报告中所列数据统计期限自 2017 年 1 月 1 日\n起至 2017 "
    "年 12 月 31 日止。如有疑问，请来电。\n一、概述\n无",
    NULL, NULL, "2017-01-01", "2017-12-31" },
  { "青岚市2017年政府信息公开工作年度报告\n统计时间为2017年1月1日—12月31日。\n一、概述\n无", NULL,
    NULL, "2017-01-01", "2017-12-31" },
  { "青岚市2018年政府信息公开工作年度报告\n本报告中所列数据的统计期限自2018年11日至2018年1231日。\n"
    "一、概述\n无",
    NULL, NULL, NULL, NULL },
  { "青岚市2020年政府信息公开工作年度报告\n统计期限自202011日起至20201231日止。\n一、概述\n无",
    NULL, NULL, NULL, NULL },
  { "青岚市2020年政府信息公开工作年度报告\n一、概述\n2020年3月1日至2020年5月30日，开展了专项检查。",
    NULL, NULL, NULL, NULL },
  { "青岚市2008年政府信息公开工作年度报告\n一、概述\n本报告的数据期限为2008年5月1日至2008年12月31日"
    "。",
    NULL, NULL, "2008-05-01", "2008-12-31" },
  { "青岚市2020年政府信息公开工作年度报告\n(2020年1月1日—2020年12月31日)\n一、概述\n无", NULL, NULL,
    "2020-01-01", "2020-12-31" },
};

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (NbDocument) document = nb_test_document (dates[i].lines);
      g_auto (NbIdentityFacts) facts = { 0 };

      g_test_message ("%s", dates[i].lines);
      find (document, &facts);
      g_assert_cmpstr (facts.published, ==, dates[i].published);
      g_assert_cmpstr (facts.signed_, ==, dates[i].signed_);
      g_assert_cmpstr (facts.period_start, ==, dates[i].start);
      g_assert_cmpstr (facts.period_end, ==, dates[i].end);
    }
}

/* case-35: the title's year and the period are both kept where they differ. */
static void
test_case_35 (void)
{
  g_autoptr (NbDocument)
      document = nb_test_document ("青岚县2021年政府信息公开工作年度报告\n本报告统计期限为2020年1月"
                                   "1日至2020年12月31日。\n一、总体情况\n无");
  g_auto (NbIdentityFacts) facts = { 0 };

  find (document, &facts);
  g_assert_cmpuint (facts.year, ==, 2021);
  g_assert_cmpstr (facts.period_start, ==, "2020-01-01");
}

static const struct
{
  const char *lines;
  gboolean is_report;
} pages[] = {
  { "青岚县2021年政府信息公开工作年度报告\n详见附件。", TRUE },
  { "2021年，我局认真做好政府信息公开工作，现将2021年度政府信息公开工作情况报告如下。\n一、总体情况"
    "\n好。\n二、主动公开政府信息情况\n无\n三、收到和处理政府信息公开申请情况\n无",
    TRUE },
  { "青岚县政府信息公开指南\n一、主动公开\n(一)公开范围\n二、依申请公开\n(一)"
    "受理机构\n三、监督和保障\n可以申请行政复议或者提起行政诉讼",
    FALSE },
  { "关于做好2021年政府信息公开工作年度报告编制工作的通知\n一、总体要求\n各单位于2022年1月20日前报"
    "送。\n二、内容要求\n应当包括总体情况等六部分。",
    FALSE },
  { "青岚县2021年法治政府建设情况报告\n一、总体情况\n好。\n二、存在的主要问题及改进情况\n无",
    FALSE },
  { "松溪乡人民政府2011年度信息公开的报告\n一、基本情况\n好。\n二、信息公开情况\n公开30条。\n三、收"
    "费情况\n"
    "无",
    TRUE },
  { "松溪乡人民政府2011年度信息公开的报告\n一、基本情况\n好。\n二、收费情况\n无", FALSE },
  { "工作动态\n2021年1月3日，召开会议。", FALSE },
};

static void
test_says_report (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (NbDocument) document = nb_test_document (pages[i].lines);
      g_autoptr (GPtrArray)
          sections = nb_sections_find (document, nb_test_whole (document), NULL, NULL, 0);
      g_auto (NbIdentityFacts) facts = { 0 };

      g_test_message ("%s", pages[i].lines);
      nb_identity_find (document, nb_test_whole (document), sections, &facts);
      g_assert_cmpint (
          nb_identity_says_report (document, nb_test_whole (document), &facts, sections), ==,
          pages[i].is_report);
    }
}

static const struct
{
  const char *name, *title, *organ, *key;
  NbOrganKind kind;
  guint year;
  const char *start, *end, *published, *signed_;
} seeds[] = {
  { "000_792dd8f5ed69b091.txt", "澧县人民政府2022年度政府信息公开工作报告", "澧县人民政府", "澧县",
    NB_ORGAN_GOVERNMENT, 2022, "2022-01-01", "2022-12-31", NULL, NULL },
  { "001_414f7057c820b49d.txt", "耒阳市2017年政府信息公开工作年度报告", "耒阳市", "耒阳市",
    NB_ORGAN_GOVERNMENT, 2017, "2017-01-01", "2017-12-31", NULL, "2017-03-15" },
  { "002_29ccfbf07b74ecd6.txt", NULL, "内江高新区", "内江高新区", NB_ORGAN_ZONE, 2019, "2019-01-01",
    "2019-12-31", NULL, NULL },
  { "003_023b924819fd2490.txt", NULL, "乌兰浩特市政府办公室", "乌兰浩特市政府办公室",
    NB_ORGAN_DEPARTMENT, 2021, "2021-01-01", "2021-12-31", NULL, NULL },
  { "004_b5f108bc23b9f09d.txt", "建塘镇人民政府2022政府信息公开工作年度报告", "建塘镇人民政府",
    "建塘镇", NB_ORGAN_TOWNSHIP, 2022, NULL, NULL, "2023-01-29", NULL },
};

static void
test_seeds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (NbDocument) document = nb_test_seed (seeds[i].name);
      g_autoptr (GArray) tables = NULL;
      g_autoptr (GPtrArray) sections = NULL;
      g_auto (NbIdentityFacts) facts = { 0 };

      if (document == NULL)
        {
          g_test_skip ("the seeds are not here");
          return;
        }
      tables = nb_test_tables (document);
      sections = nb_sections_find (document, nb_test_whole (document), NULL,
                                   (const NbRange *) (gpointer) tables->data, tables->len);
      nb_identity_find (document, nb_test_whole (document), sections, &facts);
      g_test_message ("%s", seeds[i].name);
      g_assert_cmpstr (facts.title, ==, seeds[i].title);
      g_assert_cmpstr (facts.organ, ==, seeds[i].organ);
      g_assert_cmpstr (facts.organ_key, ==, seeds[i].key);
      g_assert_cmpint (facts.kind, ==, seeds[i].kind);
      g_assert_cmpuint (facts.year, ==, seeds[i].year);
      g_assert_cmpstr (facts.period_start, ==, seeds[i].start);
      g_assert_cmpstr (facts.period_end, ==, seeds[i].end);
      g_assert_cmpstr (facts.published, ==, seeds[i].published);
      g_assert_cmpstr (facts.signed_, ==, seeds[i].signed_);
      g_assert_null (facts.scope);
      g_assert_true (
          nb_identity_says_report (document, nb_test_whole (document), &facts, sections));
    }
}

static void
test_notice_passed_on (void)
{
  g_autoptr (NbDocument) passed = nb_test_document (
      "青岚市水利局转发青岚市人民政府办公室关于做好2024年政府信息公开工作年度报告编制工作的通知");
  g_autoptr (NbDocument) given = nb_test_document (
      "根据青岚市人民政府办公室关于做好2024年政府信息公开工作年度报告编制工作的通知要求，编制本报告"
      "。");
  g_auto (NbIdentityFacts) one = { 0 };
  g_auto (NbIdentityFacts) two = { 0 };

  find (passed, &one);
  g_assert_cmpstr (one.organ, ==, "青岚市水利局");
  g_assert_cmpuint (one.year, ==, 2024);
  find (given, &two);
  g_assert_null (two.organ);
  g_assert_cmpuint (two.year, ==, 2024);
}

/* When a report was published is not its year. */
static void
test_day_of_publication (void)
{
  g_autoptr (NbDocument)
      document = nb_test_document ("青岚市水利局政府信息公开工作年度报告（2025年1月）");
  g_auto (NbIdentityFacts) facts = { 0 };

  find (document, &facts);
  g_assert_cmpstr (facts.organ, ==, "青岚市水利局");
  g_assert_cmpuint (facts.year, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/identity/titles", test_titles);
  g_test_add_func ("/nianbao/identity/weak-years", test_weak_years);
  g_test_add_func ("/nianbao/identity/no-titles", test_no_titles);
  g_test_add_func ("/nianbao/identity/heads", test_heads);
  g_test_add_func ("/nianbao/identity/metas", test_metas);
  g_test_add_func ("/nianbao/identity/keys", test_keys);
  g_test_add_func ("/nianbao/identity/dates", test_dates);
  g_test_add_func ("/nianbao/identity/case-35", test_case_35);
  g_test_add_func ("/nianbao/identity/says-report", test_says_report);
  g_test_add_func ("/nianbao/identity/seeds", test_seeds);
  g_test_add_func ("/nianbao/identity/name-behind", test_name_behind);
  g_test_add_func ("/nianbao/identity/notices", test_notices);
  g_test_add_func ("/nianbao/identity/notice-passed-on", test_notice_passed_on);
  g_test_add_func ("/nianbao/identity/day-of-publication", test_day_of_publication);
  return g_test_run ();
}
