/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for a character that is not known: U+FFFD. No number is read where it stands. */
#define NB_TEXT_LOST "\357\277\275"

char    *nb_text_fold          (const char *text, gssize length);
char    *nb_text_fold_keep     (const char *text, gssize length);
char    *nb_text_label_key     (const char *text, gssize length);
char    *nb_text_dup_label     (const char *text, gssize length);
void     nb_text_trim          (const char *text, gsize *offset, gsize *length);
gboolean nb_text_is_enumerated (const char *text, gssize length);
gboolean nb_text_is_compatible (const char *text, gssize length);
gboolean nb_text_is_reversed   (const char *text, gssize length);
gboolean nb_text_is_blank      (const char *text, gssize length);
guint    nb_text_edit_distance (const char *a, const char *b, guint most);
void     nb_text_append_printable (GString *line, const char *text);

G_END_DECLS
