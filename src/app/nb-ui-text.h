/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "check/nb-finding.h"

G_BEGIN_DECLS

PangoAttrList *nb_ui_new_han_attributes (const char *text);
void        nb_ui_mark_han           (GtkLabel *label);
void        nb_ui_set_tooltip        (GtkWidget *widget, const char *text);
double      nb_ui_get_text_scale     (GtkWidget *widget);

char       *nb_ui_format_date        (const char *iso);
char       *nb_ui_format_decimal     (NbDecimal decimal, gboolean group);
char       *nb_ui_format_count       (guint count);

char       *nb_ui_report_subtitle    (NbReport *report);

const char *nb_ui_metric_column_label (const NbMetric *metric);
const char *nb_ui_figure_label       (NbFigure *figure);
const char *nb_ui_unit               (const char *unit, NbValueKind kind);
const char *nb_ui_figure_unit        (NbFigure *figure);
char       *nb_ui_figure_dup_cell    (NbFigure *figure);
char       *nb_ui_figure_dup_spoken  (NbFigure *figure);
const char *nb_ui_figure_css_class   (NbFigure *figure);

const char *nb_ui_state_name         (NbState state);
const char *nb_ui_confidence_name    (NbConfidence confidence);

const char *nb_ui_severity_name      (NbSeverity severity);
const char *nb_ui_severity_icon      (NbSeverity severity);
const char *nb_ui_severity_css_class (NbSeverity severity);
void        nb_ui_show_severity      (GtkImage *mark, NbSeverity severity);

const char *nb_ui_error_title        (const GError *error);
const char *nb_ui_error_advice       (const GError *error);
void nb_ui_stack_foot (GtkWidget *foot, GtkWidget *buttons, gboolean stacked);

G_END_DECLS
