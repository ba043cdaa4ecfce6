/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Figures told in sentences of our own, as reports tell them, among others that are about something else. One of
 * the numbers may be told wrongly: the fault of the report.
 */

#include "gen-report.h"

#include "../check/trap-sentences.h"

#include <string.h>

#define MILLION G_GINT64_CONSTANT (1000000)

/* Sums of cells, by the name that sentences use. "+" adds, "*" stands for every row that begins so. */
static const struct
{
  const char *name;
  guint form;
  const char *cells;
} values[] = {
  { "new", 2019, "new_received.total" },
  { "in", 2019, "carried_in.total" },
  { "closed", 2019, "closed_total.total" },
  { "out", 2019, "carried_out.total" },
  { "natural", 2019, "new_received.natural_person" },
  { "legal", 2019,
    "new_received.commercial_enterprise+new_received.research_institution+"
    "new_received.public_interest_org+new_received.legal_services_org+new_received.other_org" },
  { "legal-closed", 2019,
    "closed_total.commercial_enterprise+closed_total.research_institution+"
    "closed_total.public_interest_org+closed_total.legal_services_org+closed_total.other_org" },
  { "full", 2019, "disclosed_full.total" },
  { "partial", 2019, "disclosed_partial.total" },
  { "refused", 2019, "refused_*" },
  { "unavailable", 2019, "unavailable_*" },
  { "not-handled", 2019, "not_handled_*" },
  { "other", 2019, "other_*" },
  { "recon", 2019, "reconsideration_total" },
  { "recon-upheld", 2019, "reconsideration_upheld" },
  { "recon-corrected", 2019, "reconsideration_corrected" },
  { "lit", 2019, "litigation_direct_total+litigation_after_reconsideration_total" },
  { "issued", 2021, "normative_issued" },
  { "repealed", 2021, "normative_repealed" },
  { "in-force", 2021, "normative_in_force" },
  { "fee", 2021, "admin_fee_amount" },
  { "licences", 2019, "licence_decisions" },
  { "penalties", 2019, "penalty_decisions" },
  { "coercion", 2019, "coercion_decisions" },
  { "procurement", 2019, "procurement_count" },
  { "issued", 2019, "normative_made" },
  { "new", 2014, "appendix_received" },
  { "closed", 2014, "appendix_completed" },
  { "recon", 2014, "appendix_reconsideration_total" },
  { "recon-upheld", 2014, "appendix_reconsideration_upheld" },
  { "recon-corrected", 2014, "appendix_reconsideration_corrected" },
  { "lit", 2014, "appendix_litigation_total" },
  { "issued", 2014, "appendix_normative_issued" },
};

static const struct
{
  guint oldest;
  guint newest;
  const char *text;
} templates[] = {
  { 2019, 2021,
    "全年共收到政府信息公开申请{new}件,上年结转{in}件,办结{closed}件,结转下年度继续办理{out}件。" },
  { 2019, 2021,
    "(二)依申请公开。本年新收{new}件,答复{closed}件,其中上年结转{in}件,{out}件转入下年度。" },
  { 2019, 2021,
    "当年受理依申请公开{new}宗,其中自然人申请{natural}宗、法人或其他组织申请{legal}宗;上年度结转{"
    "in}宗。" },
  { 2019, 2021,
    "办结政府信息公开申请{closed}件:予以公开{full}件、部分公开{partial}件、不予公开{refused}"
    "件、无法提供{unavailable}件、不予处理{not-handled}件、其他处理{other}件。" },
  { 2019, 2021, "新收、办结政府信息公开申请分别为{new}件、{closed}件。" },
  { 2019, 2021,
    "通过当面、信函、网络等渠道共收到政府信息公开申请{new}件,已答复{closed}件,跨年办理{out}件。" },
  { 2019, 2021,
    "政府信息公开申请办理结果为:{full}件予以公开,{partial}件部分公开,{refused}件不予公开。" },
  { 2014, 2014, "全年收到政府信息公开申请{new}件,办结{closed}件。" },
  { 2014, 2014, "受理依申请公开信件{new}封,办理完毕{closed}封。" },
  { 2014, 2021,
    "因政府信息公开被申请行政复议{recon}件,维持{recon-upheld}件,纠正{recon-corrected}件;"
    "涉及政府信息公开的行政诉讼{lit}件。" },
  { 2014, 2021, "因信息公开引发行政复议{recon}宗、行政诉讼{lit}宗。" },
  { 2021, 2021, "全年制发行政规范性文件{issued}件,废止{repealed}件,现行有效{in-force}件。" },
  { 2014, 2019, "全年制发规范性文件{issued}件。" },
  { 2019, 2021,
    "全年作出行政许可决定{licences}件、行政处罚决定{penalties}件,实施行政强制{coercion}件。" },
  { 2021, 2021, "全年收取行政事业性收费{fee}万元。" },
  { 2019, 2019, "实施政府集中采购项目{procurement}个。" },
};

/* About something else, whatever it sounds like. */
static const char *const others[] = {
  "办理人大代表建议35件、政协提案48件,均已答复,满意率100%。",
  "收到群众来信213封,办结207封;12345热线受理诉求5120件。",
  "第一季度收到政府信息公开申请1件。",
  "制发公文155件,其中主动公开120件、依申请公开35件。",
  "办理行政复议案件28件,其中维持20件、纠正2件。",
  "清理规范性文件120件,修改3件。",
  "解读规范性文件21件,制作图解8件。",
  "申请量比上年减少12件,依申请公开压力缓解。",
  "公示行政许可信息350条、行政处罚信息120条。",
  "组织政府信息公开培训3次,参训150人次。",
  "受理行政许可申请500件,按期办结498件。",
  "延期答复政府信息公开申请2件。",
};

static gint64
sum_cells (GenReport *self, const char *cells)
{
  g_auto (GStrv) names = g_strsplit (cells, "+", -1);
  gint64 sum = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize n = strlen (names[i]);

      for (guint f = 0; f < self->figures->len; f++)
        {
          const GenFigure *figure = g_ptr_array_index (self->figures, f);
          gboolean all = names[i][n - 1] == '*';

          if (all ? strncmp (figure->id, names[i], n - 1) == 0 &&
                        g_str_has_suffix (figure->id, ".total")
                  : g_str_equal (figure->id, names[i]))
            sum += figure->value;
        }
    }
  return sum;
}

/* Millionths; -1 where the form has no such figure. */
gint64
gen_story_value (GenReport *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].name, name) &&
        (values[i].form == self->form || (values[i].form == 2019 && self->form == 2021)))
      return sum_cells (self, values[i].cells);
  return -1;
}

/* A number that no reading of the tables can give. */
static gint64
falsify (GenReport *self, gint64 value)
{
  for (;;)
    {
      gboolean taken = FALSE;

      value += (1 + (gint64) gen_below (self->rand, 9)) * MILLION;
      for (guint f = 0; f < self->figures->len; f++)
        taken |= ((GenFigure *) g_ptr_array_index (self->figures, f))->value == value;
      taken |= value == gen_story_value (self, "new") + gen_story_value (self, "in");
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        taken |= value == gen_story_value (self, values[i].name);
      if (!taken)
        return value;
    }
}

static char *
spell_chinese (gint64 n)
{
  static const char *const digits[] = {
    "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"
  };

  if (n < 10)
    return g_strdup (digits[n]);
  return g_strdup_printf ("%s十%s", n >= 20 ? digits[n / 10] : "",
                          n % 10 > 0 ? digits[n % 10] : "");
}

static char *
spell (GenReport *self, gint64 value)
{
  gint64 n = value / MILLION;

  if (value % MILLION != 0)
    return gen_decimal (value);
  if (n > 0 && n < 100 && gen_chance (self->rand, 10))
    return spell_chinese (n);
  if (n >= 1000 && n < 1000000 && gen_chance (self->rand, 20))
    return g_strdup_printf ("%" G_GINT64_FORMAT ",%03" G_GINT64_FORMAT, n / 1000, n % 1000);
  return g_strdup_printf ("%" G_GINT64_FORMAT, n);
}

static gboolean
holds (const char *text, const char *name)
{
  g_autofree char *place = g_strdup_printf ("{%s}", name);

  return strstr (text, place) != NULL;
}

static char *
fill (GenReport *self, const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '{' ? strchr (text, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (text + 1, (gsize) (end - text - 1)) : NULL;
      g_autofree char *number = NULL;
      gint64 value;

      if (name == NULL)
        {
          g_string_append_c (out, *text++);
          continue;
        }
      value = gen_story_value (self, name);
      if (g_strcmp0 (self->fault, name) == 0)
        {
          value = falsify (self, value);
          self->faulty = TRUE;
        }
      number = spell (self, value);
      g_string_append (out, number);
      text = end + 1;
    }
  return g_string_free (out, FALSE);
}

static void
tell (GenReport *self, GenSection *section, const char *text)
{
  g_autofree char *filled = fill (self, text);

  g_ptr_array_add (section->prose, gen_spell_prose (self, filled));
}

static gboolean
has_template (GenReport *self, guint i)
{
  return self->form >= templates[i].oldest && self->form <= templates[i].newest;
}

/* A whole with its parts, and a rate of two numbers. */
static void
tell_sums (GenReport *self, GenSection *section)
{
  gint64 a = 3 + gen_below (self->rand, 90), b = 1 + gen_below (self->rand, 40),
         c = 1 + gen_below (self->rand, 30);
  gint64 whole = a + b + c, closed = whole - 1 - gen_below (self->rand, (guint) whole / 2);
  gint64 rate = closed * 100 / whole;
  g_autofree char *text = NULL;

  if (g_strcmp0 (self->fault, "share") == 0)
    {
      whole -= 1 + gen_below (self->rand, (guint) MIN (b, c));
      whole = MAX (whole, MAX (a, MAX (b, c)));
      self->faulty = TRUE;
    }
  if (g_strcmp0 (self->fault, "rate") == 0)
    {
      rate = rate > 50 ? rate - 7 : rate + 7;
      self->faulty = TRUE;
    }
  text = g_strdup_printf ("全年通过微信公众号发布信息%" G_GINT64_FORMAT
                          "条,其中工作动态%" G_GINT64_FORMAT "条、便民服务%" G_GINT64_FORMAT
                          "条、通知提醒%" G_GINT64_FORMAT "条。",
                          whole, a, b, c);
  g_ptr_array_add (section->prose, gen_spell_prose (self, text));
  g_free (text);
  text = g_strdup_printf ("领导信箱收到来信%" G_GINT64_FORMAT "封,办结%" G_GINT64_FORMAT
                          "封,办结率%" G_GINT64_FORMAT "%%。",
                          a + b + c, closed, rate);
  g_ptr_array_add (section->prose, gen_spell_prose (self, text));
}

static void
tell_none (GenReport *self, GenSection *section)
{
  gint64 received = gen_story_value (self, "new");
  gboolean wrong = g_strcmp0 (self->fault, "none") == 0;

  if (received != 0 && !wrong)
    return;
  self->faulty |= wrong && received > 0;
  g_ptr_array_add (
      section->prose,
      gen_spell_prose (self, gen_chance (self->rand, 50)
                                 ? "本年度未收到政府信息公开申请。"
                                 : "全年没有收到公民、法人和其他组织的依申请公开件。"));
}

/* Sentences of the narrative test whose numbers are none of the report's. */
static void
tell_traps (GenReport *self, GenSection *section)
{
  /* Some of them speak of appraisal, evaluation and accountability, or of all five aspects. */
  if (g_strcmp0 (self->fault, "no-appraisal") == 0 || g_strcmp0 (self->fault, "bare") == 0)
    return;
  for (guint i = 0; i < n_trap_sentences; i++)
    if (gen_chance (self->rand, 12))
      {
        g_autofree char *text = trap_sentence_fill (trap_sentences[i], self->year);

        g_ptr_array_add (section->prose, gen_spell_prose (self, text));
      }
}

/* Tells a few of the figures, the wrong one among them, and a few other things. */
void
gen_story_tell (GenReport *self)
{
  GenSection *section = g_ptr_array_index (self->sections, 0);
  gboolean wants_none = g_strcmp0 (self->fault, "none") == 0;

  /* The cases that nothing is told of are told of nowhere. */
  if (self->form == 2008 || g_strcmp0 (self->fault, "uncorrected") == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (has_template (self, i) && !wants_none &&
        (gen_chance (self->rand, 35) ||
         (self->fault != NULL && !self->faulty && holds (templates[i].text, self->fault))))
      tell (self, section, templates[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (gen_chance (self->rand, 25))
      g_ptr_array_add (section->prose, gen_spell_prose (self, others[i]));
  if (g_strcmp0 (self->fault, "told-closed") == 0)
    tell (self, section, "全年受理政府信息公开申请{new}件,均已按时办结。");
  tell_traps (self, section);
  tell_sums (self, section);
  tell_none (self, section);
  section->n_before = section->prose->len;
}
