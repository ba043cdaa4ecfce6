/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-articles.h"

G_BEGIN_DECLS

/* What a title says. */
typedef struct
{
  char *organ;        /* (owned) (nullable) */
  guint year;         /* 0 for none */
  gboolean is_weak;   /* the year is that of a day alone ("2025年1月"), when it was published ... */
  gboolean has_years; /* ... or the last of several */
  gboolean is_strong; /* it names the report of the Regulations, not just some report on openness */
} NbTitleParts;

void nb_title_parts_clear (NbTitleParts *parts);
gboolean nb_title_parse (const char *folded, NbTitleParts *parts);
char *nb_title_strip (const char *text, gboolean *is_path);
char *nb_title_dup_name_behind (const char *text);
gsize nb_title_find_year (const char *folded, gsize length, gsize *offset, guint *year);

/* A title found in the head of an article. */
typedef struct
{
  char *text; /* (owned) as printed, lines joined, without white space */
  NbTitleParts parts;
  guint first; /* pieces that it covers */
  guint last;
  int score;
} NbTitle;

void nb_title_clear (NbTitle *title);
gboolean nb_title_find (NbDocument *document, NbRange head, NbTitle *title);
gboolean nb_title_is_line (NbDocument *document, guint piece);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbTitleParts, nb_title_parts_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbTitle, nb_title_clear)

G_END_DECLS
