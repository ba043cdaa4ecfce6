/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean nb_other_year_is_word (const char *folded);
gboolean nb_other_year_is_named (const char *folded, guint own, gboolean with_words);
gboolean nb_other_year_is_all (const char *folded, guint own);

G_END_DECLS
