/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a rule is about. */
typedef enum
{
  NB_HTML_OF_ELEMENT,
  NB_HTML_OF_CONTENT, /* what is put before it or behind it */
  NB_HTML_OF_FIRST,   /* its first letter or line */
} NbHtmlSubject;

typedef struct _NbHtmlSelector NbHtmlSelector;

NbHtmlSelector *nb_html_selector_new (const char *text);
void nb_html_selector_free (NbHtmlSelector *self);
GPtrArray *nb_html_selector_expand (const char *text);
NbHtmlSubject nb_html_selector_get_subject (const NbHtmlSelector *self);
gboolean nb_html_selector_is_partial (const NbHtmlSelector *self);
const char *const *nb_html_selector_get_outer (const NbHtmlSelector *self);
gboolean nb_html_selector_is_named (const NbHtmlSelector *self);
gboolean nb_html_selector_asks_attributes (const NbHtmlSelector *self);
gboolean nb_html_selector_is_of_table (const NbHtmlSelector *self);
gboolean nb_html_selector_is_any (const NbHtmlSelector *self);
guint nb_html_selector_get_rank (const NbHtmlSelector *self);
char *nb_html_selector_dup_key (const NbHtmlSelector *self);
gboolean nb_html_selector_matches (const NbHtmlSelector *self,
                                   const char *element,
                                   const char *const *attributes);
const char *nb_html_find_attribute (const char *const *attributes, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbHtmlSelector, nb_html_selector_free)

G_END_DECLS
