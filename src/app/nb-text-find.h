/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NB_LIMIT_TEXT_HITS 5000 /* occurrences that one search marks */

/* One occurrence, in bytes of the text. */
typedef struct {
  gsize offset;
  gsize length;
} NbTextHit;

void nb_text_find_all (const char *text, gsize length, const char *query, GArray *hits);

G_END_DECLS
