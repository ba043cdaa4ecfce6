/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-prose-reading.h"

G_BEGIN_DECLS

#define NB_TYPE_TEXT_VIEW (nb_text_view_get_type ())
G_DECLARE_FINAL_TYPE (NbTextView, nb_text_view, NB, TEXT_VIEW, GtkTextView)

NbReport *nb_text_view_get_report   (NbTextView *self);
void      nb_text_view_set_report   (NbTextView *self, NbReport *report);
void      nb_text_view_set_prose    (NbTextView *self, const NbProseReading *prose);
NbFigure *nb_text_view_find_figure  (NbTextView *self, gsize offset);
void      nb_text_view_set_findings (NbTextView *self, GListModel *findings);
guint     nb_text_view_get_n_marks  (NbTextView *self);
void      nb_text_view_choose       (NbTextView *self, const NbPlace *place, gboolean scroll);
void      nb_text_view_show_place   (NbTextView *self, const NbPlace *place);
guint     nb_text_view_find         (NbTextView *self, const char *query);
guint     nb_text_view_move_hit     (NbTextView *self, int step);
guint     nb_text_view_show_hit_at  (NbTextView *self, gsize offset);
guint     nb_text_view_get_n_hits   (NbTextView *self);
guint     nb_text_view_get_current_hit (NbTextView *self);
double    nb_text_view_get_hit_position (NbTextView *self, guint hit);
void      nb_text_view_select_hit   (NbTextView *self);
char     *nb_text_view_dup_marked   (NbTextView *self);
char     *nb_text_view_get_selection (NbTextView *self, gsize *offset, gsize *length);
GtkWidget *nb_text_view_find_cell   (NbTextView *self, NbFigure *figure);

G_END_DECLS
