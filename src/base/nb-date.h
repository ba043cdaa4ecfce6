/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbDate:
 * @year: 1900 to 2100
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * A day of the calendar as a report or its page prints it.
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} NbDate;

gsize nb_date_match_year (const char *text, const char *end, guint *year);
gsize nb_date_match (const char *text, const char *end, NbDate *date);
gsize nb_date_match_period (const char *text, const char *end, NbDate *first, NbDate *last);
gboolean nb_date_find (const char *text, gssize length, gsize *offset, gsize *used, NbDate *date);
gboolean nb_date_find_period (const char *text, gssize length, NbDate *first, NbDate *last);
gboolean nb_date_parse (const char *text, gssize length, NbDate *date);
char *nb_date_to_string (NbDate date);

G_END_DECLS
