/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean nb_html_makes_number (const char *shown);
guint nb_html_traits_of_content (const char *value);
void nb_html_read_shown (const char *declaration, char *name, gsize size);

G_END_DECLS
