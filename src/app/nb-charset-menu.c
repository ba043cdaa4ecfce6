/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * In which charset a report is read: what was found, who claimed another, and a menu to choose one by hand. The menu
 * works through win.charset. Main thread only.
 */

#include "nb-charset-menu.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/nb-error.h"

static const struct
{
  const char *name;
  const char *label;
} charsets[] = {
  { "utf-8", "UTF-8" },
  { "gb18030", N_ ("GB18030 (also GBK and GB2312)") },
  { "big5", N_ ("Big5") },
  { "big5-hkscs", N_ ("Big5 of Hong Kong") },
  { "utf-16le", N_ ("UTF-16, little-endian") },
  { "utf-16be", N_ ("UTF-16, big-endian") },
};

/**
 * nb_charset_menu_fill:
 * @menu: where to put the charsets that can be chosen
 */
void
nb_charset_menu_fill (GMenu *menu)
{
  g_autoptr (GMenu) known = g_menu_new ();
  g_autoptr (GMenu) found = g_menu_new ();

  g_menu_append (found, _ ("_Found Out by the Program"), "win.charset::");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (found));
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.charset::%s", charsets[i].name);

      if (nb_source_knows_charset (charsets[i].name))
        g_menu_append (known, _ (charsets[i].label), action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
}

/**
 * nb_charset_menu_new:
 *
 * Returns: (transfer full): the charsets that can be chosen
 */
GMenuModel *
nb_charset_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  nb_charset_menu_fill (menu);
  return G_MENU_MODEL (menu);
}

static NbSource *
get_source (NbAppItem *item)
{
  NbReport *report = nb_app_item_get_report (item);

  return report != NULL ? nb_document_get_source (nb_report_get_document (report)) : NULL;
}

/**
 * nb_charset_applies:
 * @item: (nullable): a report
 *
 * Returns: whether it is, or seems to be, a text whose bytes can be read in one charset or another
 */
gboolean
nb_charset_applies (NbAppItem *item)
{
  NbSource *source = item != NULL ? get_source (item) : NULL;

  if (item == NULL)
    return FALSE;
  if (source != NULL)
    return nb_source_get_charset (source) != NULL;
  return nb_app_item_get_charset (item) != NULL ||
         g_error_matches (nb_app_item_get_error (item), NB_ERROR, NB_ERROR_CHARSET_UNKNOWN);
}

static char *
dup_shown (const char *charset)
{
  return g_ascii_strup (charset, -1);
}

/* "meta gb2312" as a sentence of who says what. */
static void
append_claim (GString *text, const char *claim)
{
  const char *blank = strchr (claim, ' ');
  g_autofree char *charset = NULL;

  if (blank == NULL)
    return;
  charset = dup_shown (blank + 1);
  if (text->len > 0)
    g_string_append (text, _ (", "));
  if (g_str_has_prefix (claim, "http "))
    /* Translators: %s is a charset that the web server claims. */
    g_string_append_printf (text, _ ("the site says %s"), charset);
  else if (g_str_has_prefix (claim, "bom "))
    g_string_append_printf (text, _ ("the first bytes say %s"), charset);
  else
    /* Translators: %s is a charset that the page claims in itself. */
    g_string_append_printf (text, _ ("the page says %s"), charset);
}

static char *
dup_claims (NbSource *source)
{
  const char *claims = nb_source_get_claimed_charsets (source);
  g_auto (GStrv) all = claims != NULL ? g_strsplit (claims, ", ", -1) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; all != NULL && all[i] != NULL; i++)
    append_claim (text, all[i]);
  return g_string_free (text, FALSE);
}

/**
 * nb_charset_dup_description:
 * @item: a report that was read
 *
 * Returns: (transfer full) (nullable): the charset, whether it was chosen by hand, and what was claimed; %NULL where
 *   the report has none
 */
char *
nb_charset_dup_description (NbAppItem *item)
{
  NbSource *source = get_source (item);
  const char *charset = source != NULL ? nb_source_get_charset (source) : NULL;
  g_autofree char *claims = NULL;
  g_autofree char *shown = NULL;

  if (charset == NULL)
    return NULL;
  shown = dup_shown (charset);
  claims = dup_claims (source);
  if (nb_app_item_get_charset (item) != NULL && *claims != '\0')
    /* Translators: a charset, and who claims which other: "BIG5, chosen by hand (the page says GB2312)". */
    return g_strdup_printf (_ ("%s, chosen by hand (%s)"), shown, claims);
  if (nb_app_item_get_charset (item) != NULL)
    return g_strdup_printf (_ ("%s, chosen by hand"), shown);
  if (*claims != '\0')
    /* Translators: a charset, and who claims which: "GB18030 (the page says GB2312)". */
    return g_strdup_printf (_ ("%s (%s)"), shown, claims);
  return g_steal_pointer (&shown);
}
