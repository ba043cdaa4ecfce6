/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nb_title_drop_front (const char *text);
gsize nb_title_day_size (const char *text, const char *end);
gsize nb_title_find_day (const char *text, gsize length, gsize *offset);
void nb_title_take_year_behind (GString *title, guint *year);
gsize nb_title_find_first_year (const char *text, gsize offset);
gsize nb_title_next_year_size (const char *text, const char *end, guint *year);
gsize nb_title_months_size (const char *text);
void nb_title_drop_day_behind (GString *title);
gsize nb_title_span_size (const char *text, gsize length);
gboolean nb_title_take_short_year (GString *front, guint *year);

G_END_DECLS
