/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-document-private.h"
#include "nb-html-tag.h"

G_BEGIN_DECLS

typedef struct _NbHtmlLines NbHtmlLines;

NbHtmlLines *nb_html_lines_new (NbDocument *document);
void nb_html_lines_free (NbHtmlLines *self);
void nb_html_lines_add (NbHtmlLines *self, const GString *text, guint line, NbHtmlTag element);
gboolean nb_html_lines_flush (NbHtmlLines *self);

G_END_DECLS
