/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-html-color.h"

G_BEGIN_DECLS

typedef struct _NbHtmlSheet NbHtmlSheet;

NbHtmlSheet *nb_html_sheet_new (void);
void nb_html_sheet_free (NbHtmlSheet *self);
gboolean nb_html_sheet_read (NbHtmlSheet *self, const char *css, gsize length);
const char *nb_html_sheet_get_limit (NbHtmlSheet *self, guint *most);
gboolean nb_html_sheet_hides (NbHtmlSheet *self);
guint nb_html_sheet_get_traits (NbHtmlSheet *self,
                                const char *element,
                                const char *const *attributes,
                                NbHtmlColors *colors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbHtmlSheet, nb_html_sheet_free)

G_END_DECLS
