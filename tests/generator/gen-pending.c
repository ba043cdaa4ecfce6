/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the library is known not to read yet. A complaint that a line here fits is told and does not fail the test;
 * every other one does. The list is to become empty: strike a line out with the change that mends it.
 */

#include "gen-pending.h"

typedef struct
{
  const char *layouts; /* patterns with blanks between; * and ? stand for anything */
  guint form;          /* 0 for all */
  const char *damage;  /* a pattern; "" for none */
  const char *kind;    /* a pattern of the complaint, its kind first */
} Pending;

/* clang-format off */
static const Pending pending[] = {
  { "*", 0, "blank", "figure:*" },
  { "pipes-aligned pipes-blocks-list pipes-tight pipes-wide tabs tabs-empty-first", 0, "glued", "figure:*" },
  { "pipes-aligned pipes-blocks-list pipes-tight pipes-wide tabs tabs-empty-first", 0, "glued", "wrong:*" },
  { "*", 0, "label-replaced", "figure:*" },
  { "blanks blanks-blocks-list blanks-subtotal cells html-paragraphs wrapped-last", 0, "label-slip", "figure:*" },
  { "pipes-aligned", 0, "noise", "wrong:*" },
  { "*", 0, "not-a-number", "figure:*" },
  { "wide-gaps wrapped-last", 0, "placeholder", "figure:*" },
  { "*", 0, "row-deleted", "figure:*" },
  { "*", 0, "rows-swapped", "figure:*" },
  { "pipes-blocks-list", 0, "truncated", "wrong:*" },
  { "pipes-aligned pipes-blocks-list pipes-tight pipes-wide tabs tabs-empty-first", 0, "value-deleted", "figure:*" },
  { "pipes-aligned pipes-blocks-list pipes-tight pipes-wide tabs tabs-empty-first tabs-serial", 0, "value-deleted", "wrong:*" },
};
/* clang-format on */

static gboolean
any_fits (const char *patterns, const char *text)
{
  g_auto (GStrv) each = g_strsplit (patterns, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (g_pattern_match_simple (each[i], text))
      return TRUE;
  return FALSE;
}

gboolean
gen_pending_has (const char *layout, guint form, const char *damage, const char *complaint)
{
  for (guint i = 0; i < G_N_ELEMENTS (pending); i++)
    if ((pending[i].form == 0 || pending[i].form == form) &&
        any_fits (pending[i].layouts, layout) &&
        g_pattern_match_simple (pending[i].damage, damage != NULL ? damage : "") &&
        g_pattern_match_simple (pending[i].kind, complaint))
      return TRUE;
  return FALSE;
}
