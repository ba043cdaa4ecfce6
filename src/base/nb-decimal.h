/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbDecimal:
 * @unscaled: the digits with their sign, as an integer of at most 18 digits
 * @scale: how many of the digits stand behind the point, 0 to 18
 *
 * An exact decimal number, never a binary float. The value is @unscaled / 10^@scale. Always kept in
 * the shortest form: no trailing zero behind the point.
 */
typedef struct {
  gint64 unscaled;
  guint  scale;
} NbDecimal;

#define NB_DECIMAL_ZERO ((NbDecimal) { 0, 0 })

gboolean  nb_decimal_parse     (const char *text, gssize length, NbDecimal *decimal);
char     *nb_decimal_to_string (NbDecimal decimal);
gboolean  nb_decimal_add       (NbDecimal a, NbDecimal b, NbDecimal *sum);
gboolean  nb_decimal_subtract  (NbDecimal a, NbDecimal b, NbDecimal *difference);
gboolean  nb_decimal_shift     (NbDecimal decimal, int places, NbDecimal *shifted);
int       nb_decimal_compare   (NbDecimal a, NbDecimal b);
gboolean  nb_decimal_is_zero   (NbDecimal decimal);
double    nb_decimal_to_double (NbDecimal decimal);

G_END_DECLS
