/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double nb_html_length_read (const char **text);
gboolean nb_html_length_is_known (const char *text);

G_END_DECLS
