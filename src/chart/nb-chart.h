/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-drawing.h"
#include "series/nb-series.h"
#include "workspace/nb-reading.h"

G_BEGIN_DECLS

typedef enum
{
  NB_PANEL_LINES,   /* values over categories, one line a series */
  NB_PANEL_BARS,    /* upright bars, the series of a category side by side */
  NB_PANEL_STACK,   /* lying bars of parts, one for each category */
  NB_PANEL_RANKING, /* lying bars, one for each category, the largest first */
  NB_PANEL_HEAT,    /* a cell for each series and category */
} NbPanelKind;

/**
 * NbChartCell:
 * @quantity: what is to be drawn
 * @is_gap: whether there is no report of that category, or nothing belongs here
 * @is_pale: whether it says little, as a ratio with a small base
 * @no_base: whether it is a share of nought, which is no number
 * @in_finding: whether a relation of its report that does not hold puts it in doubt
 * @has_doubt: whether a single proposal says how much of it is in doubt
 * @doubt: how much then, above nought
 * @figures: (nullable) (element-type NbFigure): what it is read or added up from; borrowed from @report
 * @report: (nullable): the report that it comes from; borrowed from the chart
 * @text: (nullable): of a heat map what stands in the cell
 * @level: of a heat map how strong the cell is, 0 to 5
 */
typedef struct
{
  NbQuantity quantity;
  gboolean is_gap;
  gboolean is_pale;
  gboolean no_base;
  gboolean in_finding;
  gboolean has_doubt;
  NbDecimal doubt;
  GPtrArray *figures;
  NbReport *report;
  char *text;
  guint level;
} NbChartCell;

/**
 * NbChartSeries:
 * @label: its name in the user's language
 * @full_label: (nullable): its name where it stands alone, static
 * @metric: (nullable): id of its metric, static
 * @colour: number of its colour in the palette
 * @is_ghost: whether it is what would be expected, not what is reported
 * @is_hidden: whether it is left out of the picture; the one thing that its owner may change
 * @breaks: (element-type NbComparable): for each category how it continues the one before
 * @cells: (element-type NbChartCell): one for each category
 */
typedef struct
{
  char *label;
  const char *full_label;
  const char *metric;
  guint colour;
  gboolean is_ghost;
  gboolean is_hidden;
  GArray *breaks;
  GArray *cells;
} NbChartSeries;

typedef enum
{
  NB_BOUNDARY_NONE,
  NB_BOUNDARY_FORM,  /* a new form, still comparable */
  NB_BOUNDARY_BREAK, /* counted in another way since */
} NbBoundary;

/**
 * NbChartCategory:
 * @label: a year, or a row
 * @sub: (nullable): what of the year
 * @year: the year, 0 for none
 * @boundary: what lies between it and the one before
 * @before: the year of the one before of which there is a report
 */
typedef struct
{
  char *label;
  char *sub;
  guint year;
  NbBoundary boundary;
  guint before;
} NbChartCategory;

/**
 * NbChartScale:
 * @NB_CHART_SCALE_LINEAR: the numbers themselves
 * @NB_CHART_SCALE_INDEX: the first year is 100
 * @NB_CHART_SCALE_LOG: equal steps are equal ratios; only of lines, and only where all numbers are above nought
 *
 * What the values of lines and bars are measured by.
 */
typedef enum
{
  NB_CHART_SCALE_LINEAR,
  NB_CHART_SCALE_INDEX,
  NB_CHART_SCALE_LOG,
} NbChartScale;

/**
 * NbChartPanel:
 * @kind: how it is drawn
 * @title: (nullable): name of an organ or a matter
 * @unit: (nullable): unit of its values
 * @can_share: of a stack whether its numbers may be drawn as shares as well
 * @is_share: of a stack whether each bar is 100 %
 * @scale: what its values are measured by
 * @whole: whether its values are whole numbers
 * @categories: (element-type NbChartCategory): years or rows, in order
 * @series: (element-type NbChartSeries): in order
 * @totals: (nullable) (element-type NbChartCell): of a stack the printed total of each category
 * @total_label: (nullable): what the totals are called
 */
typedef struct
{
  NbPanelKind kind;
  char *title;
  char *unit;
  gboolean can_share;
  gboolean is_share;
  NbChartScale scale;
  gboolean whole;
  GArray *categories;
  GPtrArray *series;
  GArray *totals;
  char *total_label;
} NbChartPanel;

/**
 * NbChart:
 * @id: id of the chart, static
 * @title: title
 * @headline: (nullable): what it shows as a sentence, where one can be said
 * @subtitle: organs, years, unit
 * @summary: what can be seen in it, in words
 * @panels: (element-type NbChartPanel): one, or small multiples
 * @notes: (element-type utf8): what must be known to read it
 * @sources: (element-type utf8): one line for each report: organ, year, form and SHA-256
 * @source_years: (element-type utf8): the same, short, for the picture
 * @readings: (element-type NbReading): the reports that it is drawn from
 * @brief: whether the picture only counts its sources and leaves out the key to its colours, since both can be
 *   seen beside it
 * @bare: whether title, notes and sources are left out of the picture, since they stand around it
 *
 * What is to be drawn, before any size. Built on one thread, then only read.
 */
typedef struct
{
  const char *id;
  char *title;
  char *headline;
  char *subtitle;
  char *summary;
  GPtrArray *panels;
  GPtrArray *notes;
  GPtrArray *sources;
  GPtrArray *source_years;
  GPtrArray *readings;
  gboolean brief;
  gboolean bare;
} NbChart;

/**
 * NbChartShares:
 * @NB_SHARES_BESIDE: numbers and shares side by side
 * @NB_SHARES_NONE: numbers alone
 * @NB_SHARES_ONLY: shares alone
 *
 * How a chart of the parts of a whole is drawn.
 */
typedef enum
{
  NB_SHARES_BESIDE,
  NB_SHARES_NONE,
  NB_SHARES_ONLY,
} NbChartShares;

/**
 * NbChartOptions:
 * @organ: (nullable): name or key of the organ to draw; %NULL for all
 * @metrics: (nullable): ids of the metrics to draw; %NULL for those of the chart
 * @first_year: first year to draw, 0 for all
 * @last_year: last year, 0 for all
 * @scale: what values are measured by; refused where a chart has nothing that it makes sense for
 * @shares: how the parts of a whole are drawn
 */
typedef struct
{
  const char *organ;
  const char *const *metrics;
  guint first_year;
  guint last_year;
  NbChartScale scale;
  NbChartShares shares;
} NbChartOptions;

/**
 * NbChartTheme:
 *
 * Colours of a chart: ink, dim ink, grid, ground and what is at fault; the palette of lines and bars, that of the parts
 * of a stack, and the ink that can be read on them.
 */
typedef struct
{
  NbColour ink;
  NbColour dim;
  NbColour grid;
  NbColour ground;
  NbColour fault;
  NbColour palette[6];
  NbColour on_palette[6];
  NbColour parts[6];
  NbColour on_parts[6];
} NbChartTheme;

extern const NbChartTheme nb_chart_theme_light;
extern const NbChartTheme nb_chart_theme_dark;

const char *const *nb_chart_list (void);
const char *nb_chart_get_label (const char *id);
NbChart *
nb_chart_new (const char *id, GPtrArray *readings, const NbChartOptions *options, GError **error);
void nb_chart_free (NbChart *self);
gboolean nb_chart_can_index (const NbChart *self);
gboolean nb_chart_is_empty (const NbChart *self);
gboolean nb_chart_load_font (guint number);
double nb_chart_measure_height (const NbChart *self, double width);
NbDrawing *
nb_chart_draw (const NbChart *self, const NbChartTheme *theme, double width, double height);

const NbChartCell *nb_chart_panel_get_cell (const NbChartPanel *self, guint series, guint category);
NbColour
nb_chart_panel_get_colour (const NbChartPanel *self, const NbChartTheme *theme, guint series);
char *nb_chart_panel_dup_share (const NbChartPanel *self, guint series, guint category);
gboolean nb_chart_panel_is_told (const NbChart *chart, const NbChartPanel *self);
gboolean nb_chart_has_shares (const NbChart *self);
char *nb_chart_cell_dup_text (const NbChartPanel *panel, const NbChartCell *cell);
char *nb_chart_category_dup_name (const NbChartCategory *category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbChart, nb_chart_free)

G_END_DECLS
