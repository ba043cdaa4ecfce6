/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of ink, or of a size: less is as good as nothing. */
#define NB_HTML_FAINTEST 0.05

double nb_html_length_read (const char **text);
gboolean nb_html_length_is_known (const char *text);
gboolean nb_html_length_is_zero (const char *text);
gboolean nb_html_declares (const char *text, const char *word);

G_END_DECLS
