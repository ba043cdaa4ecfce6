/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-chart.h"
#include "nb-scale.h"

G_BEGIN_DECLS

/* What the files of the room share. */

/**
 * NbChartOrgan:
 * @name: its name, of its newest report
 * @readings: (element-type NbReading): one for each year, rising
 * @reports: (element-type NbReport): the same
 */
typedef struct
{
  const char *name;
  GPtrArray *readings;
  GPtrArray *reports;
} NbChartOrgan;

GPtrArray *
nb_chart_organs_new (GPtrArray *readings, const NbChartOptions *options, GPtrArray *notes);

/* Building, one function for a group of charts. */
NbChartPanel *
nb_chart_add_panel (NbChart *self, NbPanelKind kind, const char *title, const char *unit);
NbChartSeries *nb_chart_panel_add_series (NbChartPanel *self, const char *label);
void nb_chart_panel_add_role (NbChartPanel *self,
                              const NbChartOrgan *organ,
                              const char *role,
                              const char *label,
                              const NbChartOptions *options);
void nb_chart_category_mark (NbChartCategory *category, const NbSeriesPoint *point);
GArray *nb_chart_cells_new (void);
char *nb_chart_dup_headline (const NbChart *self);
gboolean nb_chart_panel_has_value (const NbChartPanel *self);
void nb_chart_build_ranking (NbChart *self, const NbChartOrgan *organ, gboolean only);
void nb_chart_build_heat (NbChart *self, GPtrArray *organs);
void nb_chart_build_flow (NbChart *self, const NbChartOrgan *organ, gboolean only);
void nb_chart_build_normative (NbChart *self,
                               const NbChartOrgan *organ,
                               const NbChartOptions *options,
                               gboolean only);
void nb_chart_build_ratios (NbChart *self, const NbChartOrgan *organ, gboolean only);
void nb_chart_mark_findings (NbChart *self);
gboolean nb_chart_apply_scale (NbChart *self, NbChartScale scale, GError **error);
void nb_chart_add_years (NbChart *self, NbChartPanel *panel, const NbChartOrgan *organ);

/* Laying out. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} NbBox;

typedef struct
{
  NbDrawing *drawing;
  const NbChartTheme *theme;
  const NbChartPanel *panel;
  guint number;           /* of the panel */
  gboolean small;         /* one of several */
  gboolean brief;         /* the key to its colours stands beside the picture */
  guint n_rows;            /* of lying bars how many are drawn */
  const double *row_ends; /* (nullable): of lying bars where the words behind each of them end */
} NbPlot;

/**
 * NbStackRow:
 * @n_known: parts with a number
 * @n_unknown: parts that the form asks for and that have none
 * @n_not_in_form: parts that the form does not ask for
 * @n_entered: known parts that were keyed in
 * @sum: of the known parts
 * @value: the same, for drawing
 *
 * What is known of one bar of parts.
 */
typedef struct
{
  guint n_known;
  guint n_unknown;
  guint n_not_in_form;
  guint n_entered;
  NbDecimal sum;
  double value;
} NbStackRow;

/**
 * NbStackTail:
 * @text: (nullable): the number behind the bar
 * @remark: (nullable): what must be said of it
 * @is_fault: whether that is a contradiction in the report
 *
 * What stands behind one bar of parts.
 */
typedef struct
{
  char *text;
  char *remark;
  gboolean is_fault;
} NbStackTail;

#define NB_SIZE_TITLE 20.0
#define NB_SIZE_PANEL 14.0
#define NB_SIZE_TEXT  12.0
#define NB_SIZE_SMALL 10.5
#define NB_ENTERED    "\u270e\u2009" /* before a number that was keyed in */
#define NB_LEAST_ROW  13.0 /* of a lying row that has a name */
#define NB_LEAST_TICK 48.0           /* between two ticks of an upright axis */

double nb_panel_measure_height (const NbChartPanel *panel, gboolean small);
double nb_panel_measure_width (const NbChartPanel *panel);
void nb_plot_lines (NbPlot *plot, NbBox box);
void nb_plot_bars (NbPlot *plot, NbBox box);
void nb_plot_stack (NbPlot *plot, NbBox box);
void nb_plot_heat (NbPlot *plot, NbBox box);

NbScale nb_plot_scale (const NbPlot *plot, guint most_ticks);
void nb_plot_value_axis (NbPlot *plot, NbBox box, const NbScale *scale);
guint nb_plot_limit_rows (NbPlot *plot, NbBox *box, guint n, double foot);
void nb_plot_years (NbPlot *plot, NbBox box);
void nb_plot_boundaries (NbPlot *plot, NbBox box, gboolean upright);
double nb_plot_axis_width (const NbScale *scale);
double nb_plot_boundary_room (const NbPlot *plot);
NbStackRow nb_stack_row (const NbChartPanel *panel, guint category);
gboolean nb_stack_row_is_drawn (const NbChartPanel *panel, const NbStackRow *row);
void nb_stack_tail_init (NbStackTail *self,
                         const NbChartPanel *panel,
                         guint category,
                         const NbStackRow *row);
void nb_stack_tail_clear (NbStackTail *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbStackTail, nb_stack_tail_clear)
gboolean nb_plot_can_name_parts (const NbPlot *plot, double width);
void nb_plot_name_parts (NbPlot *plot, NbBox bar, const NbScale *scale, NbBox room);
double nb_plot_legend (NbPlot *plot, NbBox box);
void nb_plot_state (NbPlot *plot, const NbChartCell *cell, double x, double y, NbColour colour);
void nb_plot_entered (NbPlot *plot, NbBox bar, NbColour colour);
void nb_plot_spot (NbPlot *plot, NbBox box, guint series, guint category);
void nb_plot_label_spot (NbPlot *plot, NbBox box, guint series, guint category);
NbColour nb_plot_colour (const NbPlot *plot, const NbChartSeries *series);
char *nb_cell_dup_number (const NbChartCell *cell);
char *nb_chart_dup_decimal (NbDecimal value);
char *nb_chart_dup_percent (NbDecimal part, NbDecimal whole);
const NbChartCell *nb_chart_series_get (const NbChartSeries *series, guint i);
gboolean nb_chart_cell_is_known (const NbChartCell *cell);
double nb_chart_cell_get_value (const NbChartCell *cell);

G_END_DECLS
