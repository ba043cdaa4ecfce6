/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The forms carry every label twice. Which one a person sees follows the language of the messages, by
 * the same rules that gettext goes by, so that labels and sentences always agree. Any thread.
 */

#include "nb-label.h"

#include <locale.h>
#include <string.h>

static gboolean
is_untranslated (const char *locale)
{
  return locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0;
}

/**
 * nb_label_pick:
 * @zh: (nullable): the official Chinese label
 * @en: (nullable): the English label
 *
 * Picks the label in the user's language: @zh where the message locale is Chinese, else @en. LANGUAGE
 * is asked before the locale, and not at all in the C locale, as gettext does. Where one of the labels
 * is lacking the other one is taken.
 *
 * Returns: (transfer none) (nullable): @zh or @en
 */
const char *
nb_label_pick (const char *zh, const char *en)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  const char *language = g_getenv ("LANGUAGE");
  gboolean chinese;

  if (zh == NULL || en == NULL)
    return zh != NULL ? zh : en;
  if (!is_untranslated (locale) && language != NULL && *language != '\0')
    locale = language;
  chinese = !is_untranslated (locale) && g_str_has_prefix (locale, "zh");
  return chinese ? zh : en;
}
