/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "check/nb-finding.h"

G_BEGIN_DECLS

#define NB_TYPE_FIGURE_CELL (nb_figure_cell_get_type ())
G_DECLARE_FINAL_TYPE (NbFigureCell, nb_figure_cell, NB, FIGURE_CELL, GtkWidget)

GtkWidget  *nb_figure_cell_new         (void);
NbFigure   *nb_figure_cell_get_figure  (NbFigureCell *self);
void        nb_figure_cell_set_marked  (NbFigureCell *self, NbFigure *figure, const char *row, NbFinding *finding);
void        nb_figure_cell_set_head    (NbFigureCell *self, const char *head);
void        nb_figure_cell_set_chosen  (NbFigureCell *self, gboolean chosen);
void        nb_figure_cell_set_selected (NbFigureCell *self, gboolean selected);
const char *nb_figure_cell_get_text    (NbFigureCell *self);
const char *nb_figure_cell_get_spoken  (NbFigureCell *self);

G_END_DECLS
