/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One illegal sequence in this many bytes is damage; more of them is another charset. */
#define NB_CHARSET_DAMAGE_BYTES 4096

/**
 * NbDecoded:
 * @text: (owned) (nullable): valid UTF-8 without BOM and without NUL, NUL-terminated
 * @length: its length in bytes
 * @charset: (nullable): the charset found, interned, lower case
 * @n_replaced: illegal sequences and NUL characters that became U+FFFD
 * @first_replaced: where the first of them stands in the bytes
 */
typedef struct {
  char       *text;
  gsize       length;
  const char *charset;
  guint       n_replaced;
  gsize       first_replaced;
} NbDecoded;

gboolean    nb_charset_decode      (const guint8      *bytes,
                                    gsize              size,
                                    const char        *chosen,
                                    const char *const *claims,
                                    NbDecoded         *decoded,
                                    GError           **error);

/* nb-charset-label.c */
const char *nb_charset_canonical   (const char *label);
char       *nb_charset_find_meta   (const guint8 *bytes, gsize size);
char       *nb_charset_find_xml    (const guint8 *bytes, gsize size);

/* nb-charset-guess.c */
const char *nb_charset_guess_utf16 (const guint8 *bytes, gsize size, gboolean with_nul);
gboolean    nb_charset_guess       (const guint8 *bytes, gsize size, NbDecoded *decoded);
guint       nb_charset_most_errors (gsize size);

/* nb-converter.c */
gboolean    nb_converter_decode    (const char   *charset,
                                    const guint8 *bytes,
                                    gsize         size,
                                    guint         most_errors,
                                    NbDecoded    *decoded);
gboolean    nb_converter_repair    (const guint8 *bytes,
                                    gsize         size,
                                    guint         most_errors,
                                    gboolean      insist,
                                    NbDecoded    *decoded);
void        nb_converter_mark_controls (NbDecoded *decoded);

G_END_DECLS
