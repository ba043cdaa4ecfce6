/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nb_html_mend (const char *html, gsize length);

gboolean nb_html_is_spoilt_name (const char *name);

G_END_DECLS
