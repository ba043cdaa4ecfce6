/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a file is proposed to be called: the organ and the years of what is in it, with nothing that any
 * file system refuses.
 */

#include "nb-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BYTES 150 /* of the part that comes from a report; names end at 255 */

/* Characters that Windows or Unix refuse, and those that nobody sees, become a dash. */
static void
append_safe (GString *name, const char *text)
{
  for (const char *p = text; *p != '\0' && name->len < MOST_BYTES; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL)
        g_string_append_c (name, '-');
      else if (g_unichar_isspace (c))
        g_string_append_c (name, ' ');
      else if (g_unichar_isprint (c) && !g_unichar_iscntrl (c) && c != 0x200e && c != 0x200f)
        g_string_append_unichar (name, c);
    }
}

/**
 * nb_export_dup_name:
 * @readings: (element-type NbReading): what is in the file
 * @what: (nullable): what of it, in the user's language
 * @extension: without a dot
 *
 * Returns: (transfer full): a name for the file, safe on any file system
 */
char *
nb_export_dup_name (GPtrArray *readings, const char *what, const char *extension)
{
  GString *name = g_string_new (NULL);
  const char *organ = NULL;
  gboolean one_organ = TRUE;
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < readings->len; i++)
    {
      NbReport *report = nb_reading_get_report (readings->pdata[i]);
      guint year = nb_report_get_year (report);

      one_organ = one_organ && (i == 0 || g_strcmp0 (organ, nb_report_get_organ_key (report)) == 0);
      organ = nb_report_get_organ_key (report);
      first = year > 0 ? MIN (first, year) : first;
      last = MAX (last, year);
    }
  if (one_organ && organ != NULL)
    append_safe (name, organ);
  else
    g_string_append (name, _ ("annual reports"));
  if (last > 0)
    g_string_append_printf (name, first < last ? "-%u-%u" : "-%u", first, last);
  if (what != NULL)
    {
      g_string_append_c (name, '-');
      append_safe (name, what);
    }
  /* A leading dot would hide it, a leading dash make it an option. */
  while (name->len > 0 && strchr (".- ", name->str[0]) != NULL)
    g_string_erase (name, 0, 1);
  if (name->len == 0)
    g_string_append (name, "nianbao");
  g_string_append_printf (name, ".%s", extension);
  return g_string_free (name, FALSE);
}
