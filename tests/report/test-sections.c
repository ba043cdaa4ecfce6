/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "nb-test-document.h"

#include "report/nb-identity.h"
#include "report/nb-sections.h"

#include <locale.h>
#include <string.h>

/* One line a section: key|number|heading|text with "/" for a line feed. */
static char *
describe (GPtrArray *sections)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const NbSectionFacts *facts = g_ptr_array_index (sections, i);
      g_autofree char *text = g_strdelimit (g_strdup (facts->text), "\n", '/');

      g_string_append_printf (out, "%s|%s|%s|%s\n", facts->key != NULL ? facts->key : "-",
                              facts->number != NULL ? facts->number : "-", facts->heading, text);
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *form, *lines, *expected;
} texts[] = {
  /* Nested numbers and the rows of a table open nothing. */
  { "2021",
    "青岚县2021年政府信息公开工作年度报告\n一、总体情况\n好。\n(二)"
    "主动公开政府信息情况\n共7条。\n一、是出台了办法。\n二、完善制度\n二、主动公开政府信息情况\n"
    "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n四、结转下年度继续办理\n"
    "四、政府信息公开行政复议、行政诉讼情况\n"
    "五、存在的主要问题及改进情况\n一、存在的问题\n不足。\n二、改进措施\n改进。\n六、其他需要报告的"
    "事项\n无",
    "overview|一|总体情况|好。/(二)主动公开政府信息情况/共7条。/一、是出台了办法。/"
    "二、完善制度\ndisclosure|二|主动公开政府信息情况|\n"
    "requests|三|收到和处理政府信息公开申请情况|一、本年新收政府信息公开申请数量/"
    "四、结转下年度继续办理\n"
    "disputes|四|政府信息公开行政复议、行政诉讼情况|\nproblems|五|存在的主要问题及改进情况|"
    "一、存在的问题/不足。/二、改进措施/改进。\n"
    "other|六|其他需要报告的事项|无\n" },
  /* Headings glued to their text. */
  { "2021",
    "一、总体情况 2021年，好。\n二、主动公开政府信息情况：\n三、 "
    "收到和处理政府信息公开申请情况。本年度无。\n四、政府信息公开行政复议、行政诉讼情况\n"
    "五、存在的主要问题及改进情况2021年，存在不足，将改进。\n六、其他需要报告的事项 无",
    "overview|一|总体情况|2021年，好。\ndisclosure|二|主动公开政府信息情况|\nrequests|三|"
    "收到和处理政府信息公开申请情况|本年度无。\n"
    "disputes|四|政府信息公开行政复议、行政诉讼情况|\nproblems|五|存在的主要问题及改进情况|"
    "2021年，存在不足，将改进。\nother|六|其他需要报告的事项|无\n" },
  { "2021", "五、存在的主要问题及改进情况\n改。\n六、其他需要报告的事项无",
    "problems|五|存在的主要问题及改进情况|改。\nother|六|其他需要报告的事项|无\n" },
  /* Numerals lost, one with its comma left; letter-spaced. */
  { "2019",
    "总体情况\n好。\n、主动公开政府信息情况\n行政机关收到和处理政府信息公开申请情况\n因政府信息公开"
    "工作被申请行政复议、提起行政诉讼情况\n"
    "政府信息公开工作存在的主要问题及改进情况\n改。\n其 他 需 要 报 告 的 事 项\n无",
    "overview|-|总体情况|好。\ndisclosure|-|主动公开政府信息情况|\nrequests|-|"
    "行政机关收到和处理政府信息公开申请情况|\n"
    "disputes|-|因政府信息公开工作被申请行政复议、提起行政诉讼情况|\nproblems|-|"
    "政府信息公开工作存在的主要问题及改进情况|改。\nother|-|其他需要报告的事项|无\n" },
  /* One lost among numbered ones; a slip in a number. */
  { "2021",
    "一、总体情况\n好。\n主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n三、政府信息公开"
    "行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n改。\n六、其他需要报告的事项\n无",
    "overview|一|总体情况|好。\ndisclosure|-|主动公开政府信息情况|\nrequests|三|"
    "收到和处理政府信息公开申请情况|\n"
    "disputes|三|政府信息公开行政复议、行政诉讼情况|\nproblems|五|存在的主要问题及改进情况|"
    "改。\nother|六|其他需要报告的事项|无\n" },
  /* Parts, Arabic numbers, Markdown, a table of contents. */
  { "2014",
    "第一部分 概述\n好。\n第二部分 主动公开政府信息情况\n7条。\n第三部分：依申请公开情况\n无。",
    "overview|一|概述|好。\ndisclosure|二|主动公开政府信息情况|7条。\nrequests|三|依申请公开情况|"
    "无。\n" },
  { "2014", "1、概述\n好。\n2、主动公开政府信息情况\n(1)数量\n7条。\n3.依申请公开情况\n无。",
    "overview|1|概述|好。\ndisclosure|2|主动公开政府信息情况|(1)数量/"
    "7条。\nrequests|3|依申请公开情况|无。\n" },
  { "2021",
    "## 一、总体情况\n好。\n1、存在的问题\n### "
    "(一)主动公开\n7条。\n**二、主动公开政府信息情况**\n7条。",
    "overview|一|总体情况|好。/1、存在的问题/### "
    "(一)主动公开/7条。\ndisclosure|二|主动公开政府信息情况|7条。\n" },
  { "2021",
    "目录\n一、总体情况\n二、主动公开政府信息情况\n六、其他需要报告的事项\n一、总体情况\n好。\n二、"
    "主动公开政府信息情况\n7条。\n六、其他需要报告的事项\n无",
    "overview|一|总体情况|好。\ndisclosure|二|主动公开政府信息情况|7条。\nother|六|"
    "其他需要报告的事项|无\n" },
  /* A numeral on its own line, a heading broken in two. */
  { "2021",
    "一、\n总体情况\n好。\n二、主动公开政府信息\n情况\n7条。\n三、收到和处理政府信息公开申请情况\n"
    "无",
    "overview|一|总体情况|好。\ndisclosure|二|主动公开政府信息情况|7条。\nrequests|三|"
    "收到和处理政府信息公开申请情况|无\n" },
  /* Sections that the form does not know; the heads of the older form. */
  { "2014",
    "一、概述 "
    "\n好。\n二、主动公开政府信息情况\n7条。\n三、回应关切及政策解读情况\n解读。\n四、依申请公开情"
    "况\n无。\n五、咨询处理情况\n无。\n六、行政复议、诉讼和申诉情况\n无。\n"
    "七、政府信息公开的收费及减免情况\n八、机构建设和经费保障情况\n见附表\n九、主要问题和改进措施\n"
    "1.提高认识。\n十、附表",
    "overview|一|概述|好。\ndisclosure|二|主动公开政府信息情况|7条。\n-|三|回应关切及政策解读情况|"
    "解读。\nrequests|四|依申请公开情况|无。\n-|五|咨询处理情况|无。\n"
    "disputes|六|行政复议、诉讼和申诉情况|无。\n-|七|政府信息公开的收费及减免情况|\n-|八|"
    "机构建设和经费保障情况|见附表\nproblems|九|主要问题和改进措施|1.提高认识。\nappendix|十|附表|"
    "\n" },
  /* Furniture between and behind, the sign-off. */
  { "2021",
    "一、总体情况\n好。\nF|"
    "当前位置\n六、其他需要报告的事项\n无\n青岚县统计局\n2022年1月20日\n主办：青岚县人民政府\n联系"
    "电话：0000-1234567",
    "overview|一|总体情况|好。\nother|六|其他需要报告的事项|无\n" },
  { "2021",
    "六、其他需要报告的事项\n本机关联系电话：0000-1234567，欢迎监督。\n打印\n关闭\n上一篇：无",
    "other|六|其他需要报告的事项|本机关联系电话：0000-1234567，欢迎监督。\n" },
  { "2021", "六、其他需要报告的事项\n\n地址：人民路1号\n版权所有：青岚县人民政府 ICP备00000000号",
    "other|六|其他需要报告的事项|\n" },
  { "2021", "六、其他需要报告的事项\n无\n扫一扫在手机打开当前页",
    "other|六|其他需要报告的事项|无\n" },
  /* Page numbers and a file to download. */
  { "2021",
    "一、总体情况\n好。\n- 5 "
    "-\n更好。\n六、其他需要报告的事项\n无\n附件：2021年统计表."
    "xls\n青岚县统计局\n2022年1月25日\n【打印本页】",
    "overview|一|总体情况|好。/更好。\nother|六|其他需要报告的事项|无\n" },
  /* No report at all. */
  { "2021", "一、加强领导\n好。\n二、完善制度\n好。", "" },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (NbDocument) document = nb_test_document (texts[i].lines);
      g_autoptr (GPtrArray) sections = nb_sections_find (document, nb_test_whole (document),
                                                         nb_forms_find (texts[i].form), NULL, 0);
      g_autofree char *found = describe (sections);

      g_test_message ("%s", texts[i].lines);
      g_assert_cmpstr (found, ==, texts[i].expected);
    }
}

static void
test_places (void)
{
  g_autoptr (NbDocument) document = nb_test_document (
      "标题\n一、总体情况\n好。\n二、主动公开政府信息情况\n单位\n表\n单位");
  NbRange table = { 5, 6 };
  g_autoptr (GPtrArray) sections = nb_sections_find (document, nb_test_whole (document),
                                                     nb_forms_find ("2021"), &table, 1);
  const NbSectionFacts *first = g_ptr_array_index (sections, 0),
                       *second = g_ptr_array_index (sections, 1);
  g_autofree char *slice = g_strndup (nb_document_get_text (document, NULL) + first->heading_offset,
                                      first->heading_length);

  g_assert_cmpuint (sections->len, ==, 2);
  g_assert_cmpuint (first->first, ==, 1);
  g_assert_cmpuint (first->end, ==, 3);
  g_assert_cmpuint (second->first, ==, 3);
  g_assert_cmpuint (second->end, ==, 7);
  g_assert_cmpstr (slice, ==, "一、总体情况");
  /* The head that the table lost is no prose; the same word elsewhere is. */
  g_assert_cmpstr (second->text, ==, "单位");
}

static NbRange
whole_of (NbDocument *document)
{
  NbRange whole = { 0, 0 };

  nb_document_get_pieces (document, &whole.end);
  return whole;
}

/* The same article twice, two organs on one page, one article with two table sets. */
static void
test_articles (void)
{
  static const char *const twice =
      "根据条例，现公布青岚高新区2019年度政府信息公开年度报告，全文由六个部分组成。\n一、总体情况\n"
      "好。\n表\n五、存在的主要问题及改进情况\n改。\n"
      "六、其他需要报告的事项\n本年度无其他需要报告的事项。\n";
  g_autofree char *text = g_strconcat (twice, twice, "相关附件：", NULL);
  g_autoptr (NbDocument) document = nb_test_document (text);
  g_autoptr (NbDocument)
      two = nb_test_document ("甲局2021年政府信息公开工作年度报告\n一、总体情况\n好。\n表\n六、其他"
                              "需要报告的事项\n无\n甲局\n2022年1月3日\n乙局2021年\n政府信息公开工作"
                              "年度报告\n一、总体情况\n好。\n表\n六、其他需要报告的事项\n无");
  g_autoptr (NbDocument)
      scopes = nb_test_document ("甲局2021年政府信息公开工作年度报告\n一、总体情况\n好。\n本级\n表"
                                 "\n汇总\n表\n六、其他需要报告的事项\n无");
  NbRange articles[2], wholes[2];
  g_autofree char *own = NULL, *all = NULL;

  nb_articles_split (document, whole_of (document), (NbRange[]){ { 3, 4 }, { 11, 12 } }, 2,
                     articles);
  g_assert_cmpuint (articles[0].first, ==, 0);
  g_assert_cmpuint (articles[0].end, ==, 8);
  g_assert_cmpuint (articles[1].first, ==, 8);
  nb_articles_join (document, (NbRange[]){ { 3, 4 }, { 11, 12 } }, 2, articles, wholes);
  g_assert_cmpuint (wholes[0].end, ==, 8);
  g_assert_cmpuint (wholes[1].first, ==, 8);
  g_assert_cmpuint (nb_articles_guess_year (document), ==, 2019);

  nb_articles_split (two, whole_of (two), (NbRange[]){ { 3, 4 }, { 12, 13 } }, 2, articles);
  g_assert_cmpuint (articles[0].end, ==, 8);
  nb_articles_join (two, (NbRange[]){ { 3, 4 }, { 12, 13 } }, 2, articles, wholes);
  g_assert_cmpuint (wholes[0].end, ==, 8);
  g_assert_cmpuint (nb_articles_guess_year (two), ==, 2021);

  /* case-37 */
  nb_articles_split (scopes, whole_of (scopes), (NbRange[]){ { 4, 5 }, { 6, 7 } }, 2, articles);
  g_assert_cmpuint (articles[0].end, ==, 5);
  nb_articles_join (scopes, (NbRange[]){ { 4, 5 }, { 6, 7 } }, 2, articles, wholes);
  g_assert_cmpuint (wholes[0].first, ==, 0);
  g_assert_cmpuint (wholes[0].end, ==, 9);
  g_assert_cmpuint (wholes[1].first, ==, 0);
  own = nb_identity_find_scope (scopes, articles[0]);
  all = nb_identity_find_scope (scopes, articles[1]);
  g_assert_cmpstr (own, ==, "本级");
  g_assert_cmpstr (all, ==, "汇总");
}

/* Beginning and end of every section of the seeds. */
static const struct
{
  const char *seed;
  guint first_line; /* of the article: the second stands in seed 002 alone */
  const char *key, *number, *heading, *begin, *end;
} seed_sections[] = {
  { "000_792dd8f5ed69b091.txt", 1, "overview", "一", "总体情况", "(一)领导高度重视。",
    "确保相关问题整改落实到位。" },
  { "000_792dd8f5ed69b091.txt", 1, "disclosure", "二", "主动公开政府信息情况", "", "" },
  { "000_792dd8f5ed69b091.txt", 1, "requests", "三", "收到和处理政府信息公开申请情况", "", "" },
  { "000_792dd8f5ed69b091.txt", 1, "disputes", "四", "政府信息公开行政复议、行政诉讼情况", "", "" },
  { "000_792dd8f5ed69b091.txt", 1, "problems", "五", "存在的主要问题及改进情况",
    "1、存在的问题。一是", "确保澧县政务公开工作再上一个新的台阶。" },
  { "000_792dd8f5ed69b091.txt", 1, "other", "六", "其他需要报告的事项", "无", "无" },
  { "001_414f7057c820b49d.txt", 1, "overview", "一", "概述", "2017年,我市各级各部门",
    "督促乡镇、部门及时更新栏目信息,提升公开效能。" },
  { "001_414f7057c820b49d.txt", 1, "disclosure", "二", "主动公开政府信息情况", "(一)公开的主要内容",
    "5、其他渠道(含政务微博、微信、电子显示屏、户外广告、宣传栏等)。" },
  { "001_414f7057c820b49d.txt", 1, NULL, "三", "回应关切及政策解读情况", "耒阳党政门户网站通过",
    "公开政策法规解读信息169条。" },
  { "001_414f7057c820b49d.txt", 1, "requests", "四", "依申请公开情况", "据统计,2017年在网上",
    "回复率100%。" },
  { "001_414f7057c820b49d.txt", 1, NULL, "五", "咨询处理情况", "2017年我市共有25012人次",
    "由各相关单位进行了处理答复。" },
  { "001_414f7057c820b49d.txt", 1, "disputes", "六", "行政复议、诉讼和申诉情况",
    "2017年各级法院受理", "办结1宗。" },
  { "001_414f7057c820b49d.txt", 1, NULL, "七", "政府信息公开的收费及减免情况", "", "" },
  { "001_414f7057c820b49d.txt", 1, NULL, "八", "机构建设和经费保障情况", "见(附表十一)",
    "见(附表十一)" },
  { "001_414f7057c820b49d.txt", 1, NULL, "九", "政府信息公开会议和培训情况",
    "2017年8月15日,组织开展了", "信息公开联络员参加了培训。" },
  { "001_414f7057c820b49d.txt", 1, "problems", "十", "主要问题和改进措施",
    "2017年,我市政府信息公开工作虽然", "造成严重后果的要从严追究责任。" },
  { "001_414f7057c820b49d.txt", 1, "appendix", "十一", "附表", "", "" },
  { "002_29ccfbf07b74ecd6.txt", 369, "overview", "一", "总体情况", "2019年,内江高新区根据",
    "推动政府信息公开工作迈上新台阶。" },
  { "002_29ccfbf07b74ecd6.txt", 369, "disclosure", "二", "行政机关主动公开政府信息情况", "", "" },
  { "002_29ccfbf07b74ecd6.txt", 369, "requests", "三", "行政机关收到和处理政府信息公开申请情况", "",
    "" },
  { "002_29ccfbf07b74ecd6.txt", 369, "disputes", "四",
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "", "" },
  { "002_29ccfbf07b74ecd6.txt", 369, "problems", "五", "存在的主要问题及改进情况", "(一)存在的问题",
    "努力促进我区政务公开工作再上新台阶。" },
  { "002_29ccfbf07b74ecd6.txt", 369, "other", "六", "其他需要报告的事项",
    "本年度无其他需要报告的事项。", "本年度无其他需要报告的事项。" },
  { "003_023b924819fd2490.txt", 1, "overview", "一", "总体情况", "2021年,市政府办公室认真",
    "规范了本单位政务信息公开工作程序。" },
  { "003_023b924819fd2490.txt", 1, "disclosure", "二", "主动公开政府信息情况", "", "" },
  { "003_023b924819fd2490.txt", 1, "requests", "三", "收到和处理政府信息公开申请情况", "", "" },
  { "003_023b924819fd2490.txt", 1, "disputes", "四", "政府信息公开行政复议、行政诉讼情况", "", "" },
  { "003_023b924819fd2490.txt", 1, "problems", "五", "存在的主要问题及改进情况",
    "(一)存在的主要问题。", "增强政务公开的实效性。" },
  { "003_023b924819fd2490.txt", 1, "other", "六", "其他需要报告的事项", "(一)按照《国务院办公厅",
    "持续加大政务新媒体工作常态化推进力度。" },
  { "004_b5f108bc23b9f09d.txt", 1, "overview", "一", "总体情况", "(一)建立健全组织机构,明确责任",
    "服务质检合格率达到95%。" },
  { "004_b5f108bc23b9f09d.txt", 1, "disclosure", "二", "主动公开政府信息情况", "", "" },
  { "004_b5f108bc23b9f09d.txt", 1, "requests", "三", "收到和处理政府信息公开申请情况", "", "" },
  { "004_b5f108bc23b9f09d.txt", 1, "disputes", "四", "政府信息公开行政复议、行政诉讼情况", "", "" },
  { "004_b5f108bc23b9f09d.txt", 1, "problems", "五", "存在的主要问题及改进情况", "(一)存在问题",
    "不断增强政府信息公开的实效。" },
  { "004_b5f108bc23b9f09d.txt", 1, "other", "六", "其他需要报告的事项", "", "" },
};

static const NbForm *
form_of_seed (char number)
{
  return nb_forms_find (number == '1' ? "2014" : number == '2' ? "2019" : "2021");
}

static void
check_seed (const char *name, guint first, guint n_expected)
{
  g_autoptr (NbDocument) document = nb_test_seed (name);
  g_autoptr (GArray) tables = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  NbRange article;

  if (document == NULL)
    {
      g_test_skip ("the seeds are not here");
      return;
    }
  tables = nb_test_tables (document);
  article = nb_test_whole (document);
  if (seed_sections[first].first_line > 1)
    article.first = nb_test_find_piece (document, 1, "按照《国务院办公厅政府信息与政务公开办公室");
  sections = nb_sections_find (document, article, form_of_seed (name[2]),
                               (const NbRange *) (gpointer) tables->data, tables->len);
  g_test_message ("%s", name);
  g_assert_cmpuint (sections->len, ==, n_expected);
  for (guint i = 0; i < sections->len; i++)
    {
      const NbSectionFacts *facts = g_ptr_array_index (sections, i);

      g_assert_cmpstr (facts->key, ==, seed_sections[first + i].key);
      g_assert_cmpstr (facts->number, ==, seed_sections[first + i].number);
      g_assert_cmpstr (facts->heading, ==, seed_sections[first + i].heading);
      if (*seed_sections[first + i].begin == '\0')
        g_assert_cmpstr (facts->text, ==, "");
      else if (!g_str_has_prefix (facts->text, seed_sections[first + i].begin) ||
               !g_str_has_suffix (facts->text, seed_sections[first + i].end))
        g_error ("%s %u: %s", name, i, facts->text);
    }
}

static void
test_seeds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (seed_sections);)
    {
      guint n = 1;

      while (i + n < G_N_ELEMENTS (seed_sections) &&
             strcmp (seed_sections[i + n].seed, seed_sections[i].seed) == 0)
        n++;
      check_seed (seed_sections[i].seed, i, n);
      i += n;
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/sections/texts", test_texts);
  g_test_add_func ("/nianbao/sections/places", test_places);
  g_test_add_func ("/nianbao/sections/articles", test_articles);
  g_test_add_func ("/nianbao/sections/seeds", test_seeds);
  return g_test_run ();
}
