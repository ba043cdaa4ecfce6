/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The forms carry every label twice. Which one a person sees follows the language of the messages, by
 * the same rules that gettext goes by, so that labels and sentences always agree. Any thread.
 *
 * The data spell labels with half-width brackets and commas, as the machine-readable outputs must; the forms
 * are printed with full-width ones, and so are labels that a person reads.
 */

#include "nb-label.h"

#include <locale.h>
#include <string.h>

#include "nb-form.h"
#include "nb-label-private.h"

/* Labels with such a character: as the data spell them (owned) → as the forms print them (owned). */
static GHashTable *printed;
static GRWLock lock;

static const struct
{
  char narrow;
  const char *wide;
} widths[] = { { '(', "\uff08" }, { ')', "\uff09" }, { ',', "\uff0c" }, { ':', "\uff1a" } };

static const char *
find_wide (char c)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i].narrow == c)
      return widths[i].wide;
  return NULL;
}

/**
 * nb_label_add:
 * @zh: a Chinese label, as data/forms spells it
 *
 * Makes a label known, so that nb_label_pick() gives it as the form prints it.
 */
void
nb_label_add (const char *zh)
{
  g_autoptr (GString) wide = NULL;

  if (strpbrk (zh, "(),:") == NULL)
    return;
  wide = g_string_new (NULL);
  for (const char *at = zh; *at != '\0'; at++)
    if (find_wide (*at) != NULL)
      g_string_append (wide, find_wide (*at));
    else
      g_string_append_c (wide, *at);
  g_rw_lock_writer_lock (&lock);
  if (printed == NULL)
    printed = g_hash_table_new (g_str_hash, g_str_equal);
  /* A label that was handed out stays: it lives as long as the process. */
  if (!g_hash_table_contains (printed, zh))
    g_hash_table_insert (printed, g_strdup (zh), g_string_free (g_steal_pointer (&wide), FALSE));
  g_rw_lock_writer_unlock (&lock);
}

static const char *
find_printed (const char *zh)
{
  const char *wide;

  if (strpbrk (zh, "(),:") == NULL)
    return zh;
  g_rw_lock_reader_lock (&lock);
  wide = printed != NULL ? g_hash_table_lookup (printed, zh) : NULL;
  g_rw_lock_reader_unlock (&lock);
  return wide != NULL ? wide : zh;
}

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
 * is lacking the other one is taken. A label of a form is given as the form prints it, with full-width brackets,
 * commas and colons; what is the same in both languages is no label, and stays as it is.
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
  if (!chinese)
    return en;
  return strcmp (zh, en) == 0 ? zh : find_printed (zh);
}

/**
 * nb_label_unit:
 * @unit: (nullable): a unit, as the forms spell it
 *
 * Returns: (transfer none) (nullable): its name in the user's language; @unit itself where the forms do not know it
 */
const char *
nb_label_unit (const char *unit)
{
  return unit != NULL ? nb_label_pick (unit, nb_forms_find_unit_name (unit)) : NULL;
}

/* The end of what stands in brackets at the beginning of @text, which is @text itself where none do. */
static const char *
skip_brackets (const char *text)
{
  static const char *const pairs[][2] = { { "(", ")" }, { "\uff08", "\uff09" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *end = g_str_has_prefix (text, pairs[i][0]) ? strstr (text, pairs[i][1]) : NULL;

      if (end != NULL)
        return end + strlen (pairs[i][1]);
    }
  return text;
}

/**
 * nb_label_skip_number:
 * @label: a label, as the data spell it or as the form prints it
 *
 * "(3) Not disclosed", "（三）不予公开" and "3. Other" without their numbers.
 *
 * Returns: (transfer none): the part of @label behind its number and blanks; @label where it has no number, or
 *   nothing else
 */
const char *
nb_label_skip_number (const char *label)
{
  const char *end = skip_brackets (label);

  if (end == label && g_ascii_isdigit (*label) && strchr (label, '.') != NULL)
    end = strchr (label, '.') + 1;
  while (*end == ' ')
    end++;
  return *end != '\0' ? end : label;
}

/**
 * nb_label_dup_short:
 * @label: a label, as the data spell it or as the form prints it
 *
 * Returns: (transfer full): the label without its number and without the note in brackets that follows it
 */
char *
nb_label_dup_short (const char *label)
{
  const char *text = nb_label_skip_number (label);
  const char *narrow = strchr (text, '(');
  const char *wide = strstr (text, "\uff08");
  const char *note = narrow != NULL && (wide == NULL || narrow < wide) ? narrow : wide;

  return g_strchomp (note != NULL && note > text ? g_strndup (text, (gsize) (note - text))
                                                 : g_strdup (text));
}
