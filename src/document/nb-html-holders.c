/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a selector asks to hold its element: "table", ".a", "#b". A rule for a calendar or a slide that is in no page counts
 * for nothing there.
 *
 * Used by one thread.
 */

#include "nb-html-holders.h"

/**
 * nb_html_holders_new:
 *
 * Returns: (transfer full): names, none yet, and whether the page has them
 */
GHashTable *
nb_html_holders_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * nb_html_holders_want:
 * @holders: names
 * @selector: a selector
 *
 * Adds the names that it asks for beside its element.
 */
void
nb_html_holders_want (GHashTable *holders, const NbHtmlSelector *selector)
{
  for (const char *const *p = nb_html_selector_get_outer (selector); p != NULL && *p != NULL; p++)
    if (!g_hash_table_contains (holders, *p))
      g_hash_table_insert (holders, g_strdup (*p), NULL);
}

/**
 * nb_html_holders_note:
 * @holders: names
 * @name: one that an element of the page has
 *
 * Notes that there is such an element.
 */
void
nb_html_holders_note (GHashTable *holders, const char *name)
{
  if (g_hash_table_contains (holders, name))
    g_hash_table_replace (holders, g_strdup (name), GINT_TO_POINTER (TRUE));
}

/**
 * nb_html_holders_have:
 * @holders: names
 * @selector: a selector
 *
 * Returns: whether the page has all that the selector asks for beside its element; %FALSE where that is more than names
 */
gboolean
nb_html_holders_have (GHashTable *holders, const NbHtmlSelector *selector)
{
  const char *const *names = nb_html_selector_get_outer (selector);

  for (const char *const *p = names; p != NULL && *p != NULL; p++)
    if (g_hash_table_lookup (holders, *p) == NULL)
      return FALSE;
  return names != NULL;
}
