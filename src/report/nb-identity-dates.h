/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/nb-date.h"
#include "report/nb-sections.h"

G_BEGIN_DECLS

/* What a line of a sign-off holds. */
typedef struct
{
  NbDate date;
  gboolean has_date;
  gboolean in_words; /* the day is written with the signs for year, month, day, or in brackets */
  char *organ;       /* (owned) (nullable) */
} NbSignOff;

void nb_sign_off_clear (NbSignOff *sign_off);
gboolean nb_sign_off_read (const char *text, gsize length, NbSignOff *sign_off);

gboolean
nb_dates_find_published (NbDocument *document, NbRange head, NbRange article, NbDate *date);
gboolean nb_dates_find_period (NbDocument *document,
                               NbRange head,
                               GPtrArray *sections,
                               NbDate *first,
                               NbDate *last);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbSignOff, nb_sign_off_clear)

G_END_DECLS
