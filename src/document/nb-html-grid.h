/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbHtmlGrid:
 *
 * Which slots of a table are taken, row by row, by the rules of HTML for spans.
 */
typedef struct _NbHtmlGrid NbHtmlGrid;

NbHtmlGrid *nb_html_grid_new (void);
void nb_html_grid_free (NbHtmlGrid *self);
void nb_html_grid_begin_group (NbHtmlGrid *self, guint n_rows);
void nb_html_grid_begin_row (NbHtmlGrid *self);
guint nb_html_grid_get_row (NbHtmlGrid *self);
guint nb_html_grid_place (NbHtmlGrid *self, guint *row_span, guint *column_span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbHtmlGrid, nb_html_grid_free)

G_END_DECLS
