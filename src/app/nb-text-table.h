/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/nb-report.h"

G_BEGIN_DECLS

#define NB_LIMIT_TEXT_TABLE_CELLS 2000 /* cells of one table that is shown as a table in the text */

/**
 * NbTextMark:
 * @NB_TEXT_MARK_FIGURE: a recognised figure
 * @NB_TEXT_MARK_HIT: what is searched for
 * @NB_TEXT_MARK_CURRENT: the occurrence that one is at
 * @NB_TEXT_MARK_CHOSEN: the chosen figure
 *
 * What is to be seen of some characters.
 */
typedef enum
{
  NB_TEXT_MARK_FIGURE,
  NB_TEXT_MARK_HIT,
  NB_TEXT_MARK_CURRENT,
  NB_TEXT_MARK_CHOSEN,
  NB_TEXT_N_MARKS,
} NbTextMark;

#define NB_TYPE_TEXT_TABLE (nb_text_table_get_type ())
G_DECLARE_FINAL_TYPE (NbTextTable, nb_text_table, NB, TEXT_TABLE, AdwBin)

gboolean nb_text_table_find_range (GArray *all, guint *first, guint *end);
GtkWidget *nb_text_table_new (NbDocument *document, GArray *all, guint first, guint end);
gboolean nb_text_table_build (NbTextTable *self);
void nb_text_table_set_width (NbTextTable *self, int width);
void nb_text_table_get_bytes (NbTextTable *self, gsize *begin, gsize *end);
void nb_text_table_mark (NbTextTable *self, NbTextMark mark, gsize offset, gsize length);
void nb_text_table_unmark (NbTextTable *self, NbTextMark mark);
gboolean nb_text_table_get_marked (NbTextTable *self, NbTextMark mark, gsize *offset, gsize *length);
GtkWidget *nb_text_table_find_cell (NbTextTable *self, gsize offset);
void nb_text_table_scroll_to (NbTextTable *self, GtkWidget *cell);

G_END_DECLS
