/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values of a chart as a table, which says in numbers what the picture shows: one grid for each
 * panel, years across, rows of a ranking down; panels of one line each share a grid. The chart is borrowed from the view beside it. Labels come
 * a handful a frame.
 */

#include "nb-chart-table.h"

#include <glib/gi18n-lib.h>

#include "nb-later.h"
#include "nb-sideways.h"
#include "nb-ui-text.h"

enum
{
  LABELS_A_FRAME = 48,
  LEAST_COLUMN = 64,
};

struct _NbChartTable
{
  AdwBin parent_instance;

  GtkBox *box;
  const NbChart *chart; /* (nullable): borrowed */
  GPtrArray *grids;     /* (owned) (element-type GtkGrid): the one of each panel, borrowed */
  guint n_joined;       /* panels before the one that filling has come to that share its grid */
  guint panel;          /* where filling has come to */
  guint line;
  gboolean has_point;
  NbSpot point;
};

G_DEFINE_FINAL_TYPE (NbChartTable, nb_chart_table, ADW_TYPE_BIN)

/* Across go the years; what has long names or two rows a year goes down. */
static gboolean
is_turned (const NbChartPanel *panel)
{
  if (panel->kind == NB_PANEL_RANKING)
    return TRUE;
  return panel->categories->len > 0 &&
         g_array_index (panel->categories, NbChartCategory, 0).sub != NULL;
}

static GtkWidget *
create_label (const char *text, gboolean number, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "nb-twin-cell");
  if (number)
    {
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_set_size_request (label, LEAST_COLUMN, -1);
    }
  else
    gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
attach (GtkGrid *grid, const NbChartPanel *panel, GtkWidget *label, int category, int line)
{
  if (is_turned (panel))
    gtk_grid_attach (grid, label, line, category, 1, 1);
  else
    gtk_grid_attach (grid, label, category, line, 1, 1);
}

static GtkWidget *
create_cell (const NbChartPanel *panel, const NbChartCell *cell, gboolean strong)
{
  g_autofree char *text = nb_chart_cell_dup_text (panel, cell);
  gboolean known = panel->kind == NB_PANEL_HEAT ||
                   (!cell->is_gap && nb_quantity_is_known (&cell->quantity));
  GtkWidget *label = create_label (text, TRUE, !known ? "dim-label" : strong ? "nb-strong" : NULL);
  GtkWidget *box, *mark;

  if (!cell->is_gap && cell->quantity.entered)
    nb_ui_set_tooltip (label, _ ("Entered by hand, printed in no report"));
  if (!cell->in_finding)
    return label;
  /* A shape as well as a colour. */
  mark = gtk_image_new_from_icon_name ("nb-error-symbolic");
  gtk_widget_add_css_class (mark, "nb-error");
  gtk_widget_set_halign (mark, GTK_ALIGN_END);
  gtk_widget_set_hexpand (mark, TRUE);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_add_css_class (box, "nb-in-finding");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  nb_ui_set_tooltip (box, _ ("A relation with this value does not hold"));
  return box;
}

static guint
count_lines (const NbChartPanel *panel)
{
  return panel->series->len + 1 + (panel->totals != NULL);
}

static const char *
get_line_name (const NbChartPanel *panel, guint line)
{
  if (line == 0)
    return panel->unit != NULL ? panel->unit : "";
  if (line <= panel->series->len)
    return ((NbChartSeries *) panel->series->pdata[line - 1])->label;
  return panel->total_label != NULL ? panel->total_label : "";
}

/* A line that is called as its panel is. */
static gboolean
is_single (const NbChartPanel *panel)
{
  return panel->title != NULL && !is_turned (panel) && panel->series->len == 1 &&
         panel->totals == NULL && g_ascii_strcasecmp (panel->title, get_line_name (panel, 1)) == 0;
}

/* Whether a panel is one more line of the table of the panel before it: one line each, of the same years and unit. */
static gboolean
is_joined (const NbChart *chart, guint index)
{
  const NbChartPanel *panel = index < chart->panels->len ? chart->panels->pdata[index] : NULL;
  const NbChartPanel *before = index > 0 ? chart->panels->pdata[index - 1] : NULL;

  if (panel == NULL || before == NULL || !is_single (panel) || !is_single (before) ||
      !nb_chart_panel_is_told (chart, panel) || !nb_chart_panel_is_told (chart, before) ||
      g_strcmp0 (panel->unit, before->unit) != 0 ||
      panel->categories->len != before->categories->len)
    return FALSE;
  for (guint i = 0; i < panel->categories->len; i++)
    {
      g_autofree char *name = nb_chart_category_dup_name (
          &g_array_index (panel->categories, NbChartCategory, i));
      g_autofree char *other = nb_chart_category_dup_name (
          &g_array_index (before->categories, NbChartCategory, i));

      if (g_strcmp0 (name, other) != 0)
        return FALSE;
    }
  return TRUE;
}

static const NbChartCell *
get_line_cell (const NbChartPanel *panel, guint line, guint category)
{
  if (line <= panel->series->len)
    return nb_chart_panel_get_cell (panel, line - 1, category);
  return &g_array_index (panel->totals, NbChartCell, category);
}

/* Line 0 holds the names of the categories, each further one a series, the last one the printed totals; they stand
 * @above lines further down. */
static void
fill_line (GtkGrid *grid, const NbChartPanel *panel, guint line, guint above)
{
  gboolean turned = is_turned (panel), is_total = line > panel->series->len;
  guint n = is_total ? MIN (panel->totals->len, panel->categories->len) : panel->categories->len;

  attach (grid, panel,
          create_label (get_line_name (panel, line), turned && line > 0,
                        line == 0 || turned || is_total ? "nb-strong" : NULL),
          0, (int) (line + above));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label;

      if (line > 0)
        label = create_cell (panel, get_line_cell (panel, line, i), is_total);
      else
        {
          g_autofree char *name = nb_chart_category_dup_name (
              &g_array_index (panel->categories, NbChartCategory, i));

          label = create_label (name, !turned, !turned ? "nb-strong" : NULL);
        }
      attach (grid, panel, label, (int) i + 1, (int) (line + above));
    }
}

static void
add_grid (NbChartTable *self, const NbChartPanel *panel)
{
  GtkWidget *grid = gtk_grid_new ();
  gboolean shared = is_joined (self->chart, self->panel + 1);
  const char *title = panel->title != NULL && !shared ? panel->title : self->chart->title;

  if (panel->title != NULL && !shared)
    gtk_box_append (self->box, create_label (title, FALSE, "heading"));
  gtk_widget_add_css_class (grid, "nb-twin");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (self->box, nb_sideways_new (grid));
  g_ptr_array_add (self->grids, grid);
}

static void
begin_panel (NbChartTable *self, const NbChartPanel *panel)
{
  gboolean joined = is_joined (self->chart, self->panel);

  self->n_joined = joined ? self->n_joined + 1 : 0;
  if (!nb_chart_panel_is_told (self->chart, panel))
    g_ptr_array_add (self->grids, NULL);
  else if (joined)
    {
      g_ptr_array_add (self->grids, self->grids->pdata[self->panel - 1]);
      self->line = 1;
    }
  else
    add_grid (self, panel);
}

/* The shares of a stack follow from its numbers, which stand in the table also where the shares are drawn. */
static gboolean
fill (gpointer user_data)
{
  NbChartTable *self = user_data;
  guint n_labels = 0;

  while (self->panel < self->chart->panels->len && n_labels < LABELS_A_FRAME)
    {
      const NbChartPanel *panel = self->chart->panels->pdata[self->panel];

      if (self->grids->len <= self->panel)
        begin_panel (self, panel);
      if (!nb_chart_panel_is_told (self->chart, panel) || self->line >= count_lines (panel))
        {
          self->panel++;
          self->line = 0;
          continue;
        }
      fill_line (self->grids->pdata[self->panel], panel, self->line++, self->n_joined);
      n_labels += panel->categories->len + 1;
    }
  if (self->panel < self->chart->panels->len)
    return TRUE;
  if (self->has_point)
    nb_chart_table_tint (self, &self->point);
  return FALSE;
}

static void
nb_chart_table_dispose (GObject *object)
{
  NbChartTable *self = NB_CHART_TABLE (object);

  nb_later_cancel (self, fill);
  self->chart = NULL;
  g_clear_pointer (&self->grids, g_ptr_array_unref);

  G_OBJECT_CLASS (nb_chart_table_parent_class)->dispose (object);
}

static void
nb_chart_table_class_init (NbChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_chart_table_dispose;
}

static void
nb_chart_table_init (NbChartTable *self)
{
  self->grids = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * nb_chart_table_new:
 *
 * Returns: (transfer full): a table of nothing
 */
GtkWidget *
nb_chart_table_new (void)
{
  return g_object_new (NB_TYPE_CHART_TABLE, NULL);
}

/**
 * nb_chart_table_set_chart:
 * @self: a table
 * @chart: (nullable): a chart that outlives this or the next call
 */
void
nb_chart_table_set_chart (NbChartTable *self, const NbChart *chart)
{
  GtkWidget *child;

  g_return_if_fail (NB_IS_CHART_TABLE (self));

  nb_later_cancel (self, fill);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->grids, 0);
  self->panel = self->line = self->n_joined = 0;
  self->has_point = FALSE;
  self->chart = chart;
  if (chart != NULL)
    nb_later_add (self, fill, TRUE);
}

static void
tint (NbChartTable *self, const NbSpot *point, gboolean on)
{
  const NbChartPanel *panel = self->chart->panels->pdata[point->panel];
  GtkGrid *grid = point->panel < self->grids->len ? self->grids->pdata[point->panel] : NULL;

  for (int i = 0; grid != NULL; i++)
    {
      int category = (int) point->category + 1;
      GtkWidget *label = is_turned (panel) ? gtk_grid_get_child_at (grid, i, category)
                                           : gtk_grid_get_child_at (grid, category, i);

      if (label == NULL)
        break;
      if (on)
        gtk_widget_add_css_class (label, "nb-tinted");
      else
        gtk_widget_remove_css_class (label, "nb-tinted");
    }
}

/**
 * nb_chart_table_tint:
 * @self: a table
 * @point: (nullable): the chosen place of the chart, whose category is tinted
 */
void
nb_chart_table_tint (NbChartTable *self, const NbSpot *point)
{
  g_return_if_fail (NB_IS_CHART_TABLE (self));

  if (self->chart == NULL)
    return;
  if (self->has_point)
    tint (self, &self->point, FALSE);
  self->has_point = point != NULL;
  if (point == NULL)
    return;
  self->point = *point;
  tint (self, point, TRUE);
}
