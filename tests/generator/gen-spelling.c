/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the same label and the same number are written by different hands (DOMAIN §6.3, §2.5). Nothing here leaves a
 * reader in doubt.
 */

#include "gen-report.h"

#include <string.h>

/* Other spellings of labels. Each line: the printed one, then what also stands for it. */
static const char *const variants[][5] = {
  { "行政规范性文件", "规范性文件" },
  { "本年制发件数", "本年度制发件数", "本年制发数量" },
  { "本年处理决定数量", "处理决定数量", "本年处理决定数" },
  { "本年收费金额(单位:万元)", "本年收费金额(万元)", "本年收费金额 (单位:万元)" },
  { "科研机构", "科研单位" },
  { "四、结转下年度继续办理", "四、结转下一年度继续办理", "四、结转下年度" },
  { "第二十条第(一)项", "第二十条 第(一)项", "第二十条第一项" },
  { "第二十条第(五)项", "第二十条 第(五)项", "第二十条第五项" },
  { "第二十条第(六)项", "第二十条 第(六)项", "第二十条第六项" },
  { "第二十条第(八)项", "第二十条 第(八)项", "第二十条第八项" },
  { "第二十条第(九)项", "第二十条 第(九)项", "第二十条第九项" },
};

static const char *const quotes[][2] = {
  { "“", "”" },   { "“", "”" },   { "", "" },     { "\"", "\"" },
  { "「", "」" }, { "『", "』" }, { "《", "》" }, { "‘", "’" },
};

void
gen_spelling_choose (GenSpelling *self, GRand *rand, gboolean plain)
{
  *self = (GenSpelling){
    .wide = gen_chance (rand, 50),
    .numbering = gen_chance (rand, 60) ? GEN_NUMBERS_KEPT : (int) gen_below (rand, 4),
    .quotes = (int) gen_below (rand, G_N_ELEMENTS (quotes)),
    .variants = gen_chance (rand, 40),
    .total_as_sum = gen_chance (rand, 15),
    .digits = gen_chance (rand, 60) ? GEN_DIGITS_PLAIN : (int) gen_below (rand, 5),
    .units = gen_chance (rand, 10),
    .pad = !plain && gen_chance (rand, 20),
    .broken = !plain && gen_chance (rand, 30),
    .spaced = !plain && gen_chance (rand, 15),
    .plain = plain,
    .unit_head = gen_chance (rand, 40),
  };
}

static void
replace (char **text, const char *what, const char *with)
{
  g_autoptr (GString) string = g_string_new (*text);

  g_string_replace (string, what, with, 0);
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&string), FALSE);
}

static void
vary (GenReport *self, char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      guint n = 1;

      if (!g_str_equal (*text, variants[i][0]))
        continue;
      while (n < G_N_ELEMENTS (variants[i]) && variants[i][n] != NULL)
        n++;
      n = gen_below (self->rand, n);
      if (self->spelling.plain && strchr (variants[i][n], ' ') != NULL)
        n = 0;
      g_free (*text);
      *text = g_strdup (variants[i][n]);
      return;
    }
}

/* The length of "一、", "(一)" or "1." at the head of a label. */
static gsize
number_length (const char *text, gboolean *is_leaf)
{
  const char *p = text;

  *is_leaf = g_ascii_isdigit (*p);
  if (*is_leaf)
    return p[1] == '.' ? 2 : 0;
  if (*p == '(')
    {
      const char *close = strchr (p, ')');

      return close != NULL && close - p <= 7 ? (gsize) (close - p) + 1 : 0;
    }
  if (*p == '\0')
    return 0;
  p = g_utf8_next_char (p);
  return g_str_has_prefix (p, "、") ? (gsize) (p - text) + strlen ("、") : 0;
}

static void
renumber (GenReport *self, char **text)
{
  gboolean is_leaf;
  gsize n = number_length (*text, &is_leaf);
  int how = self->spelling.numbering;

  if (n == 0 || (*text)[n] == '\0' || how == GEN_NUMBERS_KEPT)
    return;
  if (how == GEN_NUMBERS_LOST || (how == GEN_NUMBERS_LEAVES_LOST && is_leaf))
    {
      char *rest = g_strdup (*text + n);

      g_free (*text);
      *text = rest;
    }
  else if (how == GEN_NUMBERS_COMMA && is_leaf)
    {
      char *other = g_strdup_printf ("%c、%s", **text, *text + 2);

      g_free (*text);
      *text = other;
    }
}

/* Marks where a narrow cell breaks a label, or spaces a short one out. */
static void
stretch (GenReport *self, char **text)
{
  glong n = g_utf8_strlen (*text, -1);
  g_autoptr (GString) out = g_string_new (NULL);
  glong width;
  gboolean space = self->spelling.spaced && n >= 2 && n <= 4;

  if (!space && (!self->spelling.broken || n < 4))
    return;
  width = n <= 6 ? 2 : 4 + (glong) gen_below (self->rand, 8);
  for (glong i = 0; i < n; i++)
    {
      const char *p = g_utf8_offset_to_pointer (*text, i);

      if (i > 0 && space)
        g_string_append (out, " ");
      else if (i > 0 && i % width == 0 && i + 1 < n)
        g_string_append_c (out, GEN_BREAK);
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&out), FALSE);
}

static void
widen (char **text)
{
  replace (text, ",", "，");
  replace (text, "(", "（");
  replace (text, ")", "）");
  replace (text, ":", "：");
}

/**
 * gen_spell_label:
 * @label: a label as the form prints it
 *
 * Returns: (transfer full): the label as this report prints it
 */
char *
gen_spell_label (GenReport *self, const char *label)
{
  char *text = g_strdup (label);

  if (self->spelling.variants)
    vary (self, &text);
  if (self->spelling.total_as_sum)
    replace (&text, "总计", "合计");
  renumber (self, &text);
  replace (&text, "“", quotes[self->spelling.quotes][0]);
  replace (&text, "”", quotes[self->spelling.quotes][1]);
  if (self->spelling.wide)
    widen (&text);
  stretch (self, &text);
  return text;
}

/* Prose keeps its words; its punctuation follows the labels'. */
char *
gen_spell_prose (GenReport *self, const char *text)
{
  char *copy = g_strdup (text);

  if (self->spelling.wide)
    widen (&copy);
  return copy;
}

/* The shortest exact decimal. */
char *
gen_decimal (gint64 millionths)
{
  gint64 size = ABS (millionths);
  char *text = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT,
                                millionths < 0 ? "-" : "", size / 1000000, size % 1000000);
  gsize n = strlen (text);

  while (text[n - 1] == '0')
    n--;
  text[text[n - 1] == '.' ? n - 1 : n] = '\0';
  return text;
}

static char *
group_digits (const char *number, const char *comma)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize whole = strcspn (number, ".");

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (out, comma);
      g_string_append_c (out, number[i]);
    }
  g_string_append (out, number + whole);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
widen_digits (const char *number)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = number; *p != '\0'; p++)
    g_string_append_unichar (out, g_ascii_isdigit (*p) ? 0xff10 + (gunichar) (*p - '0')
                                  : *p == '.'          ? 0xff0e
                                                       : (gunichar) *p);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The digits of a number that is not negative. */
static char *
spell_number (GenReport *self, gint64 millionths)
{
  g_autofree char *number = gen_decimal (millionths);

  switch (self->spelling.digits)
    {
    case GEN_DIGITS_WIDE:
      return widen_digits (number);
    case GEN_DIGITS_GROUPED:
      return group_digits (number, ",");
    case GEN_DIGITS_GROUPED_WIDE:
      return group_digits (number, "，");
    case GEN_DIGITS_POINT:
      return strchr (number, '.') == NULL ? g_strconcat (number, ".0", NULL)
                                          : g_steal_pointer (&number);
    case GEN_DIGITS_PLAIN:
    default:
      return g_steal_pointer (&number);
    }
}

static char *
spell_change (GenReport *self, gint64 value)
{
  static const char *const more[] = { "", "+", "＋", "增", "增加", "新增", "↑" };
  static const char *const less[] = { "-", "-", "－", "−", "减", "减少", "↓" };
  gint64 extra = (1 + (gint64) gen_below (self->rand, 20)) * 1000000;
  g_autofree char *number = spell_number (self, ABS (value));
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  if (value != 0 && !gen_chance (self->rand, 10))
    return g_strconcat (value > 0 ? gen_pick (self->rand, more) : gen_pick (self->rand, less),
                        number, NULL);
  if (value == 0)
    return g_steal_pointer (&number);
  up = gen_decimal (value > 0 ? value + extra : extra);
  down = gen_decimal (value > 0 ? extra : extra - value);
  return gen_chance (self->rand, 50) ? g_strdup_printf ("+%s/-%s", up, down)
                                     : g_strdup_printf ("增%s减%s", up, down);
}

/* An amount; where nothing around it says 万元, its cell may. */
static char *
spell_money (GenReport *self, gint64 value, gboolean unit_in_head)
{
  g_autofree char *number = spell_number (self, value);
  g_autofree char *yuan = value <= G_MAXINT64 / 10000 ? spell_number (self, value * 10000) : NULL;

  if (unit_in_head)
    return gen_chance (self->rand, 15) ? g_strconcat (number, "万元", NULL)
                                       : g_steal_pointer (&number);
  switch (gen_below (self->rand, 4))
    {
    case 0:
      return yuan != NULL ? g_strconcat (yuan, "元", NULL) : g_steal_pointer (&number);
    case 1:
      if (value > 0 && value % G_GINT64_CONSTANT (10000000000) == 0)
        {
          g_autofree char *large = spell_number (self, value / 10000);

          return g_strconcat (large, gen_chance (self->rand, 50) ? "亿元" : "亿", NULL);
        }
      return g_strconcat (number, "万元", NULL);
    case 2:
      return g_strconcat (number, "万元", NULL);
    default:
      return g_steal_pointer (&number);
    }
}

/**
 * gen_spell_value:
 * @unit_in_head: whether something around the cell states the unit of an amount
 *
 * Returns: (transfer full): the text of its cell
 */
char *
gen_spell_value (GenReport *self, const GenFigure *figure, gboolean unit_in_head)
{
  char *text;

  if (figure->kind == GEN_SIGNED)
    text = spell_change (self, figure->value);
  else if (figure->kind == GEN_MONEY)
    text = spell_money (self, figure->value, unit_in_head);
  else
    text = spell_number (self, figure->value);

  if (self->spelling.units && figure->kind == GEN_COUNT && self->form >= 2019)
    {
      char *with_unit = g_strconcat (text, self->spelling.pad ? " 件" : "件", NULL);

      g_free (text);
      text = with_unit;
    }
  else if (self->form == 2014 && figure->kind == GEN_COUNT && figure->value > 0 &&
           gen_chance (self->rand, 3))
    {
      char *with_remark = g_strconcat (
          text, self->spelling.wide ? "（含热线回复）" : "(含热线回复)", NULL);

      g_free (text);
      text = with_remark;
    }
  return text;
}
