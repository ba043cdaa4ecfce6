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

static GenFigure *
get_appendix (GenReport *self, const char *id)
{
  g_autofree char *whole = g_strconcat ("appendix_", id, NULL);

  return gen_report_find (self, whole);
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
agree_disclosure (GenReport *self)
{
  static const char *const rules[] = { "rules_issued", "rules_repealed", "rules_in_force" };
  GenFigure *fee;

  for (guint i = 0; i < G_N_ELEMENTS (rules) && !makes_rules (self); i++)
    get (self, rules[i])->value = 0;
  fee = get (self, "admin_fee_amount");
  fee->value = MIN (fee->value, 900000 * MILLION);
}

static void
agree_appendix (GenReport *self)
{
  static const char *const channels[] = { "channel_gazette", "channel_website", "channel_microblog",
                                          "channel_wechat", "channel_other" };
  static const char *const parts[][2] = {
    { "proactive_normative", "proactive_total" },
    { "press_conferences_head", "press_conferences" },
    { "online_interviews_head", "online_interviews" },
  };
  gint64 most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    most = MAX (most, get_appendix (self, channels[i])->value);
  get_appendix (self, "proactive_total")->value = most;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GenFigure *part = get_appendix (self, parts[i][0]);

      part->value = MIN (part->value, get_appendix (self, parts[i][1])->value);
    }
}

/* --- Faults of figures: what is changed, so that one rule at least must tell --- */

static void
add_to (GenReport *self, const char *id, gint64 count)
{
  get (self, id)->value += count * MILLION;
}

static gint64
some (GenReport *self)
{
  return 1 + gen_below (self->rand, 9);
}

static void
plant_flow (GenReport *self)
{
  gint64 n = some (self);

  add_to (self, "carried_out.other_org", n);
  add_to (self, "carried_out.total", n);
}

static void
plant_outcomes (GenReport *self)
{
  gint64 n = some (self);

  add_to (self, "unavailable_unclear.natural_person", n);
  add_to (self, "unavailable_unclear.total", n);
}

static void
plant_row (GenReport *self)
{
  add_to (self, "not_handled_repeat.total", some (self));
}

static void
plant_block (GenReport *self)
{
  add_to (self, "litigation_direct_total", some (self));
}

static void
plant_stock (GenReport *self)
{
  get (self, "normative_in_force")->value = 0;
  get (self, "normative_issued")->value = get (self, "normative_repealed")->value +
                                          some (self) * MILLION;
}

static void
plant_charges (GenReport *self)
{
  get (self, "admin_fee_amount")->value = (20000000 + some (self)) * MILLION;
}

static void
plant_rules (GenReport *self)
{
  g_autofree char *county = NULL;

  g_free (self->organ);
  self->organ = g_strdup ("青禾县人民政府");
  self->kind = "government";
  add_to (self, "rules_in_force", some (self));
}

static void
plant_change (GenReport *self)
{
  get (self, "penalty_items_prev")->value = some (self) * MILLION;
  get (self, "penalty_items_change")->value = -20 * MILLION;
}

static void
plant_published (GenReport *self)
{
  get (self, "normative_newly_published")->value = get (self, "normative_published_total")->value +
                                                   some (self) * MILLION;
}

static void
plant_procurement (GenReport *self)
{
  get (self, "procurement_count")->value = 0;
  get (self, "procurement_amount")->value = (1 + some (self)) * MILLION;
}

static void
plant_appendix (GenReport *self, const char *id, gint64 count)
{
  get_appendix (self, id)->value += count * MILLION;
}

static void
plant_channels (GenReport *self)
{
  plant_appendix (self, "received_fax", some (self));
}

static void
plant_completed (GenReport *self)
{
  plant_appendix (self, "completed_extended", some (self));
}

static void
plant_replied (GenReport *self)
{
  plant_appendix (self, "replied", some (self));
}

static void
plant_grounds (GenReport *self)
{
  plant_appendix (self, "refused_privacy", some (self));
}

static void
plant_reconsidered (GenReport *self)
{
  plant_appendix (self, "reconsideration_upheld", some (self));
}

static void
plant_sued (GenReport *self)
{
  plant_appendix (self, "litigation_other", some (self));
}

static void
plant_staff (GenReport *self)
{
  plant_appendix (self, "staff_total", some (self));
}

static void
plant_items (GenReport *self)
{
  plant_appendix (self, "channel_website",
                  get_appendix (self, "proactive_total")->value / MILLION + 1);
}

static void
plant_part (GenReport *self)
{
  get_appendix (self, "press_conferences_head")->value =
      get_appendix (self, "press_conferences")->value + some (self) * MILLION;
}

static void
plant_refunds (GenReport *self)
{
  gint64 n = some (self);

  add_to (self, "other_overdue_fee.natural_person", n);
  add_to (self, "other_overdue_fee.total", n);
  add_to (self, "closed_total.natural_person", n);
  add_to (self, "closed_total.total", n);
  add_to (self, "new_received.natural_person", n);
  add_to (self, "new_received.total", n);
}

/* Every request of the year is left over, and the text says that all were closed. */
static void
plant_untold (GenReport *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      GenFigure *figure = g_ptr_array_index (self->figures, f);

      if (strchr (figure->id, '.') != NULL)
        figure->value = 0;
    }
  add_to (self, "new_received.natural_person", 7);
  add_to (self, "new_received.total", 7);
  add_to (self, "carried_out.natural_person", 7);
  add_to (self, "carried_out.total", 7);
}

static void
plant_remainder (GenReport *self)
{
  gint64 n = get (self, "closed_total.total")->value / MILLION + 20;

  add_to (self, "new_received.natural_person", n);
  add_to (self, "new_received.total", n);
  add_to (self, "carried_out.natural_person", n);
  add_to (self, "carried_out.total", n);
}

static void
plant_inherited (GenReport *self)
{
  add_to (self, "carried_in.natural_person", 3);
  add_to (self, "carried_in.total", 3);
  add_to (self, "carried_out.natural_person", 3);
  add_to (self, "carried_out.total", 3);
}

static void
plant_idle (GenReport *self)
{
  static const char *const decisions[] = { "licence_decisions", "penalty_decisions",
                                           "coercion_decisions" };

  g_free (self->organ);
  self->organ = g_strdup ("青禾县公安局");
  self->kind = "department";
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    get (self, decisions[i])->value = 0;
}

/* Only natural persons in the rows of what came in and what was closed. */
static void
plant_persons (GenReport *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      GenFigure *figure = g_ptr_array_index (self->figures, f);

      if (strchr (figure->id, '.') != NULL && !g_str_has_suffix (figure->id, ".total") &&
          !g_str_has_suffix (figure->id, ".natural_person"))
        {
          g_autofree char *row = g_strndup (figure->id, strcspn (figure->id, "."));
          g_autofree char *total = g_strconcat (row, ".total", NULL);

          get (self, total)->value -= figure->value;
          figure->value = 0;
        }
    }
}

const GenFault gen_faults[] = {
  /* Figures */
  { "flow", "T3-01", 2019, 2021, plant_flow },
  { "outcomes", "T3-02", 2019, 2021, plant_outcomes },
  { "row", "T3-03", 2019, 2021, plant_row },
  { "unpaid", "T3-11", 2021, 2021, plant_refunds },
  { "unpaid-denied", "T3-12", 2021, 2021, plant_refunds },
  { "block", "T4-01", 2019, 2021, plant_block },
  { "stock", "T2-02", 2021, 2021, plant_stock },
  { "rules", "T2-03", 2021, 2021, plant_rules },
  { "charges", "T2-04", 2021, 2021, plant_charges },
  { "change", "T2-06", 2019, 2019, plant_change },
  { "published", "T2-07", 2019, 2019, plant_published },
  { "procured", "T2-08", 2019, 2019, plant_procurement },
  { "channels", "F1-01", 2014, 2014, plant_channels },
  { "completed-sum", "F1-02", 2014, 2014, plant_completed },
  { "replied-sum", "F1-03", 2014, 2014, plant_replied },
  { "grounds", "F1-04", 2014, 2014, plant_grounds },
  { "reconsidered", "F1-05", 2014, 2014, plant_reconsidered },
  { "sued", "F1-06", 2014, 2014, plant_sued },
  { "staff", "F1-07", 2014, 2014, plant_staff },
  { "items", "F1-08", 2014, 2014, plant_items },
  { "part", "F1-09", 2014, 2014, plant_part },
  { "told-closed", "T3-08", 2019, 2021, plant_untold },
  { "remainder", "T3-09", 2019, 2021, plant_remainder },
  { "inherited", "T3-10", 2019, 2021, plant_inherited },
  { "persons", "T3-13", 2019, 2021, plant_persons },
  { "idle", "T2-05", 2021, 2021, plant_idle },
  /* Sentences: gen-story.c */
  { "new", "N-01", 2014, 2021, NULL },
  { "in", "N-02", 2019, 2021, NULL },
  { "out", "N-02", 2019, 2021, NULL },
  { "closed", "N-03", 2014, 2021, NULL },
  { "natural", "N-04", 2019, 2021, NULL },
  { "legal", "N-04", 2019, 2021, NULL },
  { "full", "N-05", 2019, 2021, NULL },
  { "partial", "N-05", 2019, 2021, NULL },
  { "refused", "N-05", 2019, 2021, NULL },
  { "unavailable", "N-05", 2019, 2021, NULL },
  { "not-handled", "N-05", 2019, 2021, NULL },
  { "other", "N-05", 2019, 2021, NULL },
  { "recon", "N-07", 2014, 2021, NULL },
  { "recon-upheld", "N-07", 2014, 2021, NULL },
  { "recon-corrected", "N-07", 2014, 2021, NULL },
  { "lit", "N-07", 2014, 2021, NULL },
  { "issued", "N-08", 2014, 2021, NULL },
  { "repealed", "N-08", 2021, 2021, NULL },
  { "in-force", "N-08", 2021, 2021, NULL },
  { "licences", "N-08", 2019, 2021, NULL },
  { "penalties", "N-08", 2019, 2021, NULL },
  { "coercion", "N-08", 2019, 2021, NULL },
  { "fee", "N-08", 2021, 2021, NULL },
  { "procurement", "N-08", 2019, 2019, NULL },
  { "none", "N-09", 2014, 2021, NULL },
  { "share", "N-10", 2014, 2021, NULL },
  { "rate", "N-06", 2014, 2021, NULL },
  /* Prose and dates: gen_agree_prose() */
  { "no-appraisal", "S-04", 2019, 2021, NULL },
  { "no-problems", "S-06", 2019, 2021, NULL },
  { "no-section", "S-01", 2019, 2021, NULL },
  { "no-table", "S-05", 2019, 2021, NULL },
  { "old-words", "S-07", 2021, 2021, NULL },
  { "other-year", "D-01", 2014, 2021, NULL },
  { "half-year", "D-02", 2014, 2021, NULL },
  { "early", "D-03", 2014, 2021, NULL },
  { "late", "D-04", 2014, 2021, NULL },
  { "stale", "D-06", 2019, 2021, NULL },
  { "apart", "D-05", 2014, 2021, NULL },
  { "swapped", "S-02", 2019, 2021, NULL },
  { "bare", "S-03", 2021, 2021, NULL },
  { "wrong-form", "S-07", 2021, 2021, NULL },
  { "silent", "S-08", 2021, 2021, NULL },
  { "outline", "N-11", 2019, 2021, NULL },
};
const guint gen_n_faults = G_N_ELEMENTS (gen_faults);

/* Makes the figures obey every rule, then plants the fault of the report where it is one of figures. */
void
gen_agree_figures (GenReport *self)
{
  if (is_fault (self, "wrong-form"))
    self->year = 2020;
  if (self->form == 2021)
    agree_disclosure (self);
  if (self->form == 2014)
    agree_appendix (self);
  for (guint i = 0; i < gen_n_faults; i++)
    if (g_strcmp0 (self->fault, gen_faults[i].name) == 0 && gen_faults[i].plant != NULL)
      {
        gen_faults[i].plant (self);
        self->faulty = TRUE;
      }
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
      agree_sections (self);
    }
  if (self->form >= 2014)
    agree_dates (self);
}
