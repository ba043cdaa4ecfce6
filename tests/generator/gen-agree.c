/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a report must obey beyond its identities so that no rule finds a fault, and the faults that are planted
 * in its figures. The law is written down here once more, not taken from the library.
 */

#include "gen-report.h"

#include <string.h>

#define MILLION G_GINT64_CONSTANT (1000000)

static GenFigure *
get (GenReport *self, const char *id)
{
  return gen_report_find (self, id);
}

static gboolean
makes_rules (GenReport *self)
{
  return strstr (self->organ, "市人民政府") != NULL && strstr (self->organ, "办公室") == NULL;
}

static gboolean
is_fault (GenReport *self, const char *name)
{
  if (g_strcmp0 (self->fault, name) != 0)
    return FALSE;
  self->faulty = TRUE;
  return TRUE;
}

/* --- What agrees --- */

static void
agree_rules (GenReport *self, const char *const *rules)
{
  for (guint i = 0; rules[i] != NULL && !makes_rules (self); i++)
    get (self, rules[i])->value = 0;
}

/* An organ that enforces the law has something to show for it. */
static void
agree_decisions (GenReport *self)
{
  if (get (self, "licence_decisions")->value == 0 && get (self, "penalty_decisions")->value == 0)
    get (self, "penalty_decisions")->value = 3 * MILLION;
}

static void
agree_disclosure_2021 (GenReport *self)
{
  static const char *const rules[] = { "rules_issued", "rules_repealed", "rules_in_force", NULL };
  GenFigure *fee = get (self, "admin_fee_amount");

  agree_rules (self, rules);
  agree_decisions (self);
  fee->value = MIN (fee->value, 900000 * MILLION);
}

static void
agree_disclosure_2019 (GenReport *self)
{
  static const char *const rules[] = { "rules_made", "rules_newly_published",
                                       "rules_published_total", NULL };
  GenFigure *total = get (self, "normative_published_total");

  agree_rules (self, rules);
  agree_decisions (self);
  get (self, "normative_newly_published")->value = get (self, "normative_made")->value;
  total->value = MAX (total->value, get (self, "normative_made")->value);
}

/* Who sues after a reconsideration has had one. */
static void
agree_disputes (GenReport *self)
{
  gint64 lack = get (self, "litigation_after_reconsideration_total")->value -
                get (self, "reconsideration_total")->value;

  if (lack <= 0)
    return;
  get (self, "reconsideration_upheld")->value += lack;
  get (self, "reconsideration_total")->value += lack;
}

/* No more is left over than was closed, and what came in is not told by what was left before. */
static void
agree_requests (GenReport *self)
{
  static const char *const rows[] = { "new_received", "disclosed_full", "closed_total" };
  static const char *const columns[] = { "natural_person", "total" };
  gint64 more = get (self, "carried_out.total")->value + get (self, "carried_in.total")->value;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      {
        g_autofree char *id = g_strdup_printf ("%s.%s", rows[i], columns[j]);

        get (self, id)->value += more;
      }
}

/* What came in is at least what was completed, and that what was answered. */
static void
agree_answers (GenReport *self)
{
  static const char *const steps[][3] = {
    { "replied", "completed", "completed_on_time" },
    { "completed", "received", "received_online" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gint64 lack = gen_report_find_appendix (self, steps[i][0])->value -
                    gen_report_find_appendix (self, steps[i][1])->value;

      if (lack <= 0)
        continue;
      gen_report_find_appendix (self, steps[i][1])->value += lack;
      gen_report_find_appendix (self, steps[i][2])->value += lack;
    }
}

/* A province asks for one channel more, which counts in the sum. */
static void
add_local_channel (GenReport *self)
{
  gint64 n = (1 + gen_below (self->rand, 20)) * MILLION;

  self->local_channel = TRUE;
  gen_figures_add (self, g_strdup (GEN_LOCAL_CHANNEL), GEN_COUNT, n);
  gen_report_find_appendix (self, "received")->value += n;
}

static void
need_one (GenReport *self, const char *where, const char *needed)
{
  GenFigure *figure = gen_report_find_appendix (self, needed);

  if (gen_report_find_appendix (self, where)->value > 0 && figure->value == 0)
    figure->value = MILLION;
}

static void
agree_appendix (GenReport *self)
{
  static const char *const channels[] = { "channel_gazette", "channel_website", "channel_microblog",
                                          "channel_wechat", "channel_other" };
  static const char *const parts[][2] = {
    { "proactive_normative", "proactive_total" },
    { "proactive_normative", "normative_issued" },
    { "press_conferences_head", "press_conferences" },
    { "online_interviews_head", "online_interviews" },
  };
  gint64 most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    most = MAX (most, gen_report_find_appendix (self, channels[i])->value);
  gen_report_find_appendix (self, "proactive_total")->value = most;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GenFigure *part = gen_report_find_appendix (self, parts[i][0]);

      part->value = MIN (part->value, gen_report_find_appendix (self, parts[i][1])->value);
    }
  agree_answers (self);
  need_one (self, "responses_microblog_wechat", "response_hot_topics");
  need_one (self, "responses_other", "response_hot_topics");
  need_one (self, "training_attendees", "training_courses");
  if (!self->spelling.broken && gen_chance (self->rand, 30))
    add_local_channel (self);
  if (gen_report_find_appendix (self, "received")->value == 0)
    gen_report_find_appendix (self, "request_fee_amount")->value = 0;
}

/* Makes the figures obey every rule, then plants the fault of the report where it is one of figures. */
void
gen_agree_figures (GenReport *self)
{
  if (is_fault (self, "wrong-form"))
    self->year = 2020;
  if (self->earlier != NULL)
    gen_years_follow (self);
  if (self->form == 2021)
    agree_disclosure_2021 (self);
  if (self->form == 2019)
    agree_disclosure_2019 (self);
  if (self->form >= 2019)
    {
      agree_requests (self);
      agree_disputes (self);
    }
  if (self->form == 2014)
    agree_appendix (self);
  for (guint i = 0; i < gen_n_faults; i++)
    if (g_strcmp0 (self->fault, gen_faults[i].name) == 0 && gen_faults[i].plant != NULL)
      {
        gen_faults[i].plant (self);
        self->faulty = TRUE;
      }
  gen_years_plant (self);
}

/* --- Prose --- */

static GenSection *
find_section (GenReport *self, const char *key)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (g_strcmp0 (((GenSection *) g_ptr_array_index (self->sections, i))->key, key) == 0)
      return g_ptr_array_index (self->sections, i);
  return NULL;
}

static void
set_prose (GenReport *self, const char *key, const char *text)
{
  GenSection *section = find_section (self, key);

  g_ptr_array_set_size (section->prose, 0);
  g_ptr_array_add (section->prose, gen_spell_prose (self, text));
}

static void
add_prose (GenReport *self, const char *key, const char *text)
{
  g_ptr_array_add (find_section (self, key)->prose, gen_spell_prose (self, text));
}

static void
remove_section (GenReport *self, const char *key)
{
  g_ptr_array_remove (self->sections, find_section (self, key));
}

/* Each of the five aspects under a heading of its own, but for one; words of an aspect stand under others as well. */
static void
agree_aspects (GenReport *self, int without)
{
  static const char *const aspects[][2] = {
    { "主动公开", "门户网站发布各类信息,栏目按季度清理,考核结果良好。" },
    { "依申请公开", "逐件登记,在网站开设提交入口,没有超期办理的情形。" },
    { "政府信息管理", "公开属性由起草人初审、办公室复审。" },
    { "平台建设", "栏目由专人维护,政务新媒体按月检查。" },
    { "监督保障", "按年度要点开展考核,组织培训。" },
  };
  static const char *const numerals[] = { "一", "二", "三", "四", "五" };
  static const char *const ends[] = { "。", "情况。", "工作。" };
  const char *end = gen_pick (self->rand, ends);
  guint n = 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (aspects); i++)
    if (i != without)
      {
        g_autofree char *text = g_strconcat ("(", numerals[n++], ")", aspects[i][0], end,
                                             aspects[i][1], NULL);

        add_prose (self, "overview", text);
      }
}

/* The five aspects, and the cases that were corrected. */
static void
agree_overview (GenReport *self)
{
  static const char *const corrected[] = { "reconsideration_corrected",
                                           "litigation_direct_corrected",
                                           "litigation_after_reconsideration_corrected" };
  gint64 n = 0;

  if (self->form == 2021 && gen_chance (self->rand, 40))
    agree_aspects (self, -1);
  else
    add_prose (self, "overview",
               "围绕主动公开、依申请公开、政府信息管理、平台建设和监督保障,各项任务按期完成。");
  for (guint i = 0; i < G_N_ELEMENTS (corrected); i++)
    n += get (self, corrected[i])->value;
  if (n > 0 && !is_fault (self, "uncorrected"))
    add_prose (self, "overview", "对被纠正的案件逐一分析原因,举一反三。");
}

/* Section 6 tells of the fee what table 3 says of it. */
static void
agree_fee (GenReport *self)
{
  gint64 unpaid = self->form == 2021 ? get (self, "other_overdue_fee.total")->value / MILLION : 0;
  g_autofree char *text = NULL;

  if (is_fault (self, "unpaid"))
    text = g_strdup ("本年度没有其他需要说明的情况,上级要点均已落实。");
  else if (unpaid > 0 && !is_fault (self, "unpaid-denied") && gen_below (self->rand, 3) == 0)
    text = g_strdup_printf ("本年度依照办法收取信息处理费%" G_GINT64_FORMAT "0元。", 1 + unpaid);
  else if (unpaid > 0 && !is_fault (self, "unpaid-denied"))
    text = g_strdup_printf ("本年度共发出收费通知%" G_GINT64_FORMAT "件,总金额%" G_GINT64_FORMAT
                            "元,实际收取100元。",
                            unpaid + gen_below (self->rand, 3), (unpaid + 1) * 100);
  else
    text = g_strdup ("本年度没有收取信息处理费。");
  set_prose (self, "other", text);
}

static void
agree_sections (GenReport *self)
{
  if (!is_fault (self, "no-appraisal"))
    add_prose (self, "overview", "公开工作纳入年度工作考核,社会评议为满意,全年没有责任追究情形。");
  else
    {
      set_prose (self, "overview", "全年按要点推进公开,网站栏目做到按期更新。");
      self->faulty = g_str_equal (self->kind, "government") || g_str_equal (self->kind, "township");
    }
  set_prose (self, "problems",
             is_fault (self, "no-problems")
                 ? "全年公开工作圆满。"
                 : "存在的问题:公开内容还不够细,少数单位更新不及时。改进情况:制定年度要点,"
                   "每半年组织一次培训。");
  if (self->fault != NULL && g_str_equal (self->fault, "no-appraisal"))
    return;
  if (is_fault (self, "no-section"))
    remove_section (self, "problems");
  if (is_fault (self, "no-table"))
    {
      GenSection *section = find_section (self, "disputes");

      g_clear_pointer (&section->tables, g_ptr_array_unref);
      set_prose (self, "disputes", "本年度有关案件均依法办理,具体情况从略,不再列表。");
    }
  if (is_fault (self, "swapped"))
    {
      GenSection *last = g_ptr_array_steal_index (self->sections, 5);
      GenSection *problems = g_ptr_array_index (self->sections, 4);
      const char *number = last->number;

      /* The numerals run on whatever they stand for. */
      last->number = problems->number;
      problems->number = number;
      g_ptr_array_insert (self->sections, 4, last);
    }
  if (is_fault (self, "bare"))
    set_prose (self, "overview", "全年按要点推进,各项任务如期完成。");
  if (is_fault (self, "aspect-lacking"))
    {
      set_prose (self, "overview", "全年按要点推进,各项任务如期完成。");
      /* The sentences that follow speak of the first two. */
      agree_aspects (self, 2 + (int) gen_below (self->rand, 3));
    }
  if (is_fault (self, "silent"))
    set_prose (self, "other", "无。");
  if (is_fault (self, "inherited"))
    add_prose (self, "overview", "本机关为本年新组建的单位。");
  if (is_fault (self, "persons"))
    add_prose (self, "overview", "某律师事务所提出的政府信息公开申请已依法答复。");
  if (is_fault (self, "outline"))
    {
      g_ptr_array_set_size (self->lead, 0);
      g_ptr_array_add (
          self->lead,
          gen_spell_prose (
              self,
              "本报告由总体情况、收到和处理政府信息公开申请情况、主动公开政府信息情况、行政"
              "复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。"));
    }
  if (is_fault (self, "old-words"))
    add_prose (self, "overview", "行政事业性收费0项,本年度无增减。");
}

/* The lead-in with another period. */
static void
set_period (GenReport *self, guint year, const char *end)
{
  g_autofree char *text = g_strdup_printf (
      "本报告根据《中华人民共和国政府信息公开条例》编制。报告中所列数据的统计"
      "期限为%u年1月1日至%u年%s。",
      year, year, end);

  g_ptr_array_set_size (self->lead, 0);
  g_ptr_array_add (self->lead, gen_spell_prose (self, text));
}

static void
agree_dates (GenReport *self)
{
  if (is_fault (self, "other-year"))
    set_period (self, self->year - 1, "12月31日");
  if (is_fault (self, "half-year"))
    set_period (self, self->year, "6月30日");
  if (is_fault (self, "early"))
    {
      g_ptr_array_set_size (self->sign, 0);
      g_ptr_array_add (self->sign, g_strdup (self->organ));
      g_ptr_array_add (self->sign, g_strdup_printf ("%u年1月20日", self->year));
    }
  if (is_fault (self, "apart"))
    {
      g_ptr_array_set_size (self->sign, 0);
      g_ptr_array_add (self->sign, g_strdup (self->organ));
      g_ptr_array_add (self->sign, g_strdup_printf ("%u年1月20日", self->year + 1));
      g_free (self->published);
      self->published = g_strdup_printf ("%u-06-12", self->year + 1);
    }
  if (is_fault (self, "late"))
    {
      g_free (self->published);
      self->published = g_strdup_printf ("%u-04-12", self->year + 1);
    }
  if (is_fault (self, "stale"))
    {
      g_autofree char *text = g_strdup_printf ("%u年,我们完善目录,清理过期栏目。", self->year - 1);

      add_prose (self, "overview", text);
    }
}

/* Gives the sections the words that every rule wants, but for those of the fault. */
void
gen_agree_prose (GenReport *self)
{
  if (self->form >= 2019)
    {
      agree_fee (self);
      agree_overview (self);
      agree_sections (self);
    }
  if (self->form >= 2014)
    agree_dates (self);
}
