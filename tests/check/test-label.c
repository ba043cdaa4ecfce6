/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels in the language of the messages. */

#include <locale.h>

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/label/language", test_language);
  g_test_add_func ("/nianbao/label/one-label", test_one_label);
  return g_test_run ();
}
