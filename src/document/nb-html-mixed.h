/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Markdown or plain text with its tables as HTML, as a page; %NULL for anything else. (transfer full) */
char *nb_html_mixed_to_page (const char *text, gsize length, gsize *page_length);

G_END_DECLS
