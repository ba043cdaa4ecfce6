/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels in the language of the messages. */

#include <locale.h>
#include <string.h>

#include "form/nb-form.h"
#include "form/nb-label.h"

static void
assert_language (const char *locale, const char *language, const char *expected)
{
  if (setlocale (LC_ALL, locale) == NULL)
    {
      g_test_message ("no locale %s", locale);
      return;
    }
  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_cmpstr (nb_label_pick ("中文", "English"), ==, expected);
}

static void
test_language (void)
{
  assert_language ("C", "", "English");
  assert_language ("C", "zh_CN", "English"); /* as gettext: nothing is translated in C */
  assert_language ("C.UTF-8", "", "English");
  assert_language ("C.UTF-8", "zh_CN", "中文");
  assert_language ("C.UTF-8", "zh_CN:en", "中文");
  assert_language ("C.UTF-8", "en:zh_CN", "English");
  assert_language ("zh_CN.UTF-8", "", "中文");
  assert_language ("zh_CN.UTF-8", "en", "English");
}

static void
test_one_label (void)
{
  setlocale (LC_ALL, "C");
  g_assert_cmpstr (nb_label_pick ("中文", NULL), ==, "中文");
  g_assert_cmpstr (nb_label_pick (NULL, "English"), ==, "English");
  g_assert_null (nb_label_pick (NULL, NULL));
}

static void
test_short (void)
{
  static const char *const labels[][3] = {
    { "(三)不予公开", "不予公开", "不予公开" },
    { "（二）部分公开（区分处理的，只计这一情形）", "部分公开（区分处理的，只计这一情形）",
      "部分公开" },
    { "(2) Partial (counted once)", "Partial (counted once)", "Partial" },
    { "3. 其他", "其他", "其他" },
    { "总计", "总计", "总计" },
    { "(一)", "(一)", "(一)" },
    { "（一", "（一", "（一" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *brief = nb_label_dup_short (labels[i][0]);

      g_assert_cmpstr (nb_label_skip_number (labels[i][0]), ==, labels[i][1]);
      g_assert_cmpstr (brief, ==, labels[i][2]);
    }
}

/* A person reads a label as the form prints it; the data spell it as the machine-readable outputs must. */
static void
test_printed (void)
{
  const NbMetric *metric = nb_form_find_role (nb_forms_find ("2021"), "outcomes.full");
  g_autofree char *own = g_strdup (metric->label_zh); /* a finding keeps a copy */

  if (setlocale (LC_ALL, "C.UTF-8") == NULL)
    {
      g_test_skip ("no locale C.UTF-8");
      return;
    }
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_assert_nonnull (strstr (own, "(一)"));
  g_assert_nonnull (strstr (nb_label_pick (own, metric->label_en), "（一）"));
  g_assert_null (strstr (nb_label_pick (own, metric->label_en), "(一)"));
  /* What is the same in both languages is quoted, and what no form has is somebody else's. */
  g_assert_cmpstr (nb_label_pick (own, metric->label_zh), ==, own);
  g_assert_cmpstr (nb_label_pick ("(一)不在表中", "no label"), ==, "(一)不在表中");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_cmpstr (nb_label_pick (own, metric->label_en), ==, metric->label_en);
  setlocale (LC_ALL, "C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/label/language", test_language);
  g_test_add_func ("/nianbao/label/one-label", test_one_label);
  g_test_add_func ("/nianbao/label/short", test_short);
  g_test_add_func ("/nianbao/label/printed", test_printed);
  return g_test_run ();
}
