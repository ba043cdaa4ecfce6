/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint nb_html_traits_of_transform (const char *value);
guint nb_html_traits_of_scale (const char *value);
guint nb_html_traits_of_rotate (const char *value);
guint nb_html_traits_of_translate (const char *value);
guint nb_html_traits_of_filter (const char *value);

G_END_DECLS
