/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean nb_html_is_furniture_line (const char *text, gsize length, guint n_chars);

G_END_DECLS
