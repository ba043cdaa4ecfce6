/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words around the tables: invented organs, headings as reports have them, paragraphs of our own. */

#include "gen-report.h"

#include <string.h>

static const char *const places[] = { "云岭", "青禾", "白鹭",   "石桥", "平湖",
                                      "松溪", "梅坞", "红河湾", "沙洲", "雁门",
                                      "双塔", "金水", "临江",   "望海", "竹山" };

static const struct
{
  const char *suffix;
  const char *kind;
} organs[] = {
  { "县人民政府", "government" },       { "市人民政府", "government" },
  { "区人民政府", "government" },       { "镇人民政府", "township" },
  { "乡人民政府", "township" },         { "街道办事处", "subdistrict" },
  { "县财政局", "department" },         { "市教育局", "department" },
  { "县人民政府办公室", "department" }, { "市卫生健康委员会", "department" },
  { "省生态环境厅", "department" },     { "高新技术产业开发区管理委员会", "zone" },
  { "经济开发区管委会", "zone" },
};

static const char *const paragraphs[] = {
  "一是完善目录,按季度清理过期栏目,栏目总数由86个减为52个;二是规范格式,统一文件的发布样式。",
  "全年通过门户网站发布信息1284条,其中政策文件37条、解读稿件21篇,政务新媒体发布信息962条。",
  "(一)主动公开。围绕预算、采购和重大项目发布信息,群众关心的补贴名单做到应公开尽公开。",
  "(二)依申请公开。畅通当面、信函和网络渠道,逐件登记、逐件答复,没有超期办理的情形。",
  "(三)政府信息管理。文件公开属性由起草人初审、办公室复审,源头认定率达到100%。",
  "1.存在的问题:公开的内容还不够细,少数单位更新不及时,解读的形式比较单一。",
  "2.改进的措施:制定年度要点,把公开情况纳入考核;每半年组织一次培训,参训人员不少于60人次。",
  "我们在办事大厅设立查阅点3处,配备查询终端5台,接待群众咨询410人次,满意率98.5%。",
  "对照上级通报的12个问题建立台账,逐项销号,年底前全部整改到位。",
  "下一步将继续健全制度,强化督查,推动公开工作再上新台阶。",
  "本机关全年未发生因信息公开引起的责任追究,社会评议结果为良好。",
  "三是加强平台建设,网站完成适老化改造,搜索功能由专人维护,平均响应时间小于2秒。",
};

static const char *const fee_paragraphs[] = {
  "本年度没有收取信息处理费。",
  "本年度发出收费通知0件,总金额0元,实际收取0元。",
  "其他需要报告的事项:无。",
  "本年度依照《政府信息公开信息处理费管理办法》收取信息处理费的总金额为0元。",
};

/* clang-format off */
static const struct {
  const char *key;
  const char *headings[3];
} sections_2019[] = {
  { "overview", { "总体情况", "总体情况", "概述" } },
  { "disclosure", { "主动公开政府信息情况", "行政机关主动公开政府信息情况", "主动公开政府信息情况" } },
  { "requests", { "收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况" } },
  { "disputes", { "政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议、行政诉讼情况" } },
  { "problems", { "存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在问题及改进情况" } },
  { "other", { "其他需要报告的事项", "其他需要报告的事项", "其他需要报告的事项" } },
};
/* clang-format on */

static const struct
{
  const char *key;
  const char *heading;
} sections_2007[] = {
  { "overview", "概述" },
  { "disclosure", "主动公开政府信息的情况" },
  { "requests", "依申请公开政府信息的情况" },
  { NULL, "政府信息公开的收费及减免情况" },
  { "disputes", "因政府信息公开申请行政复议、提起行政诉讼的情况" },
  { "problems", "政府信息公开工作存在的主要问题及改进情况" },
  { "other", "其他需要报告的事项" },
};

static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八" };

static void
free_section (gpointer data)
{
  GenSection *section = data;

  g_free (section->heading);
  g_ptr_array_unref (section->prose);
  g_ptr_array_unref (section->foot);
  g_clear_pointer (&section->tables, g_ptr_array_unref);
  g_free (section);
}

static GenSection *
add_section (GenReport *self, const char *key, const char *number, const char *heading)
{
  GenSection *section = g_new0 (GenSection, 1);

  section->key = key;
  section->number = number;
  section->heading = gen_spell_prose (self, heading);
  section->prose = g_ptr_array_new_with_free_func (g_free);
  section->foot = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->sections, section);
  return section;
}

static void
add_prose (GenReport *self, GenSection *section, guint n)
{
  guint first = gen_below (self->rand, G_N_ELEMENTS (paragraphs));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (section->prose,
                     gen_spell_prose (self, paragraphs[(first + i) % G_N_ELEMENTS (paragraphs)]));
}

static void
make_sections_2019 (GenReport *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections_2019); i++)
    {
      GenSection *section = add_section (self, sections_2019[i].key, numerals[i],
                                         gen_pick (self->rand, sections_2019[i].headings));

      if (i == 0)
        add_prose (self, section, 1 + gen_below (self->rand, 6));
      else if (i == 4)
        add_prose (self, section, 1 + gen_below (self->rand, 3));
      else if (i == 5)
        g_ptr_array_add (section->prose,
                         gen_spell_prose (self, gen_pick (self->rand, fee_paragraphs)));
      else if (gen_chance (self->rand, 15))
        add_prose (self, section, 1);
      section->n_before = i < 4 && i > 0 && gen_chance (self->rand, 70) ? section->prose->len : 0;
      if (i == 1)
        section->tables = gen_tables_disclosure (self);
      else if (i == 2)
        section->tables = gen_tables_requests (self);
      else if (i == 3)
        section->tables = gen_tables_disputes (self);
    }
}

static void
make_sections_2007 (GenReport *self)
{
  static const char *const heads[] = { "政府信息公开情况统计表", "附件:政府信息公开情况统计表",
                                       "附表:政府信息公开情况统计表" };
  GenSection *appendix;

  for (guint i = 0; i < G_N_ELEMENTS (sections_2007); i++)
    {
      GenSection *section = add_section (self, sections_2007[i].key, numerals[i],
                                         sections_2007[i].heading);

      add_prose (self, section, 1 + gen_below (self->rand, i == 0 ? 5 : 2));
      section->n_before = section->prose->len;
    }
  appendix = add_section (self, "appendix", NULL, gen_pick (self->rand, heads));
  appendix->tables = self->form == 2014 ? gen_tables_appendix (self) : gen_tables_provincial (self);
  if (gen_chance (self->rand, 30))
    {
      g_ptr_array_add (appendix->foot, g_strdup ("单位负责人:李青山 审核人:王河 填报人:赵云"));
      g_ptr_array_add (appendix->foot, g_strdup ("联系电话:0700-2210045"));
    }
}

static void
make_title (GenReport *self)
{
  g_autofree char *year = g_strdup_printf ("%u年%s", self->year,
                                           gen_chance (self->rand, 50) ? "度" : "");
  static const char *const ends[] = { "政府信息公开工作年度报告", "政府信息公开工作年度报告",
                                      "政府信息公开年度报告", "政府信息公开工作报告" };
  const char *end = gen_pick (self->rand, ends);

  if (self->agrees)
    end = ends[0];
  if (gen_chance (self->rand, 20))
    {
      g_ptr_array_add (self->title, g_strdup (self->organ));
      g_ptr_array_add (self->title, g_strconcat (year, end, NULL));
    }
  else if (gen_chance (self->rand, 15))
    g_ptr_array_add (self->title, g_strconcat (year, self->organ, end, NULL));
  else
    g_ptr_array_add (self->title, g_strconcat (self->organ, year, end, NULL));
}

/* "二〇二三年一月二十一日" */
static char *
spell_day (guint year, guint day)
{
  static const char *const digits[] = {
    "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"
  };

  return g_strdup_printf ("%s%s%s%s年一月%s十%s日", digits[year / 1000], digits[year / 100 % 10],
                          digits[year / 10 % 10], digits[year % 10], day >= 20 ? "二" : "",
                          day % 10 > 0 ? digits[day % 10] : "");
}

/* Throws the organ, the year, the sections with their tables, and the lines at both ends. */
void
gen_prose_make (GenReport *self)
{
  static const guint first_years[] = { 2008, 2014, 2019, 2021 }, n_years[] = { 6, 5, 2, 5 };
  guint form = self->form == 2008 ? 0 : self->form == 2014 ? 1 : self->form == 2019 ? 2 : 3;
  guint organ = gen_below (self->rand, G_N_ELEMENTS (organs));
  g_autofree char *lead = NULL;

  if (self->year == 0)
    self->year = first_years[form] + gen_below (self->rand, n_years[form]);
  if (self->organ == NULL)
    {
      self->organ = g_strconcat (gen_pick (self->rand, places), organs[organ].suffix, NULL);
      self->kind = organs[organ].kind;
    }
  if (self->agrees)
    gen_agree_figures (self);
  make_title (self);

  lead = g_strdup_printf ("本报告根据《中华人民共和国政府信息公开条例》的规定编制。报告中所列数据的"
                          "统计期限为%u年1月1日至%u年12月31日。"
                          "如有疑问,请与%s联系,联系电话:0700-2210045。",
                          self->year, self->year, self->organ);
  g_ptr_array_add (self->lead, gen_spell_prose (self, lead));
  self->period_start = g_strdup_printf ("%u-01-01", self->year);
  self->period_end = g_strdup_printf ("%u-12-31", self->year);

  if (self->form >= 2019)
    make_sections_2019 (self);
  else
    make_sections_2007 (self);

  if (gen_chance (self->rand, 40))
    self->published = g_strdup_printf ("%u-01-%02u", self->year + 1,
                                       20 + gen_below (self->rand, 11));
  if (gen_chance (self->rand, 50))
    {
      guint day = 10 + gen_below (self->rand, 19);

      g_ptr_array_add (self->sign, g_strdup (self->organ));
      g_ptr_array_add (self->sign, gen_chance (self->rand, 75)
                                       ? g_strdup_printf ("%u年1月%u日", self->year + 1, day)
                                       : spell_day (self->year + 1, day));
      self->signed_on = g_strdup_printf ("%u-01-%02u", self->year + 1, day);
    }
  if (self->agrees)
    {
      gen_agree_prose (self);
      gen_story_tell (self);
    }
}

GPtrArray *
gen_sections_new (void)
{
  return g_ptr_array_new_with_free_func (free_section);
}
