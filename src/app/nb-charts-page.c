/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The charts of the open reports: of the organ that is shown, or of all organs as small multiples. A chart
 * is built on a worker thread from the readings that are open then, and drawn by the view; its values stand
 * below as a table.
 *
 *   open readings, id, years → GTask: nb_chart_new → NbChartView, NbChartTable, nb-chart-key
 *
 * Where there is no room for picture and table below each other, the toggle shows the one or the other.
 */

#include "nb-charts-page.h"

#include <glib/gi18n-lib.h>

#include "nb-chart-key.h"
#include "nb-chart-table.h"
#include "nb-flow-layout.h"
#include "nb-later.h"
#include "nb-sideways.h"
#include "nb-spare.h"
#include "nb-ui-text.h"
#include "nb-window.h"
#include "nb-wrap-layout.h"
#include "nb-year-range.h"
#include "base/nb-error.h"
#include "export/nb-chart-export.h"

struct _NbChartsPage
{
  NbPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkWidget *list_pane;
  GtkWidget *strip;
  GtkWidget *strip_scroller;
  GtkWidget *chart_pane;
  GtkListBox *list;
  GtkDropDown *chart_drop;
  GtkDropDown *scope_drop;
  AdwBin *range_place;
  NbYearRange *range;
  GtkToggleButton *twin_toggle;
  GtkWidget *copy_button;
  GtkWidget *export_button;
  GtkDropDown *scale_drop;
  GtkInfoBar *refusal;
  GtkLabel *refusal_label;
  GtkWidget *refusal_index;
  GtkWidget *shares_box;
  GtkToggleButton *shares_toggle;
  GtkScrolledWindow *paper;
  GtkWidget *table_label;
  GtkWidget *hint;
  GtkWidget *legend_place;
  GtkBox *legend;
  NbChartView *view;
  NbChartTable *twin;

  const char *id;         /* of the chart that is wanted, static */
  GListModel *items;      /* (owned) (nullable): the open reports, watched while the page is seen */
  GCancellable *building; /* (owned) (nullable): of the chart on its way */
  gboolean is_short;      /* there is no room for the picture and its table */
  gboolean wants_twin;    /* what the user chose where there is room */
  gboolean queued;        /* to be built in one of the next frames */
  gboolean filling;       /* what the controls say is not the user's */
};

enum
{
  LEAST_BOTH = 520, /* height from which the table stands below the picture */
};

G_DEFINE_FINAL_TYPE (NbChartsPage, nb_charts_page, NB_TYPE_PAGE)

/* --- Building --- */

static void queue_build (NbChartsPage *self);

typedef struct
{
  const char *id;
  GPtrArray *readings; /* (owned) */
  char *organ;         /* (owned) (nullable) */
  guint first_year;
  guint last_year;
  NbChartScale scale;
  NbChartShares shares;
} Wish;

static void
wish_free (Wish *wish)
{
  g_ptr_array_unref (wish->readings);
  g_free (wish->organ);
  g_free (wish);
}

/* With the findings that the window shows: those that need several reports belong to a chart as well. */
static GPtrArray *
list_readings (NbChartsPage *self)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (self->items, i);

      if (nb_app_item_get_reading (item) != NULL)
        g_ptr_array_add (readings, nb_app_item_dup_checked (item));
    }
  return readings;
}

static void
build_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Wish *wish = task_data;
  NbChartOptions options = { .organ = wish->organ,
                             .first_year = wish->first_year,
                             .last_year = wish->last_year,
                             .scale = wish->scale,
                             .shares = wish->shares };
  GError *error = NULL;
  NbChart *chart = nb_chart_new (wish->id, wish->readings, &options, &error);

  if (chart != NULL)
    g_task_return_pointer (task, chart, (GDestroyNotify) nb_chart_free);
  else
    g_task_return_error (task, error);
}

static void
show_chart (NbChartsPage *self, NbChart *chart)
{
  chart->brief = TRUE;
  nb_chart_table_set_chart (self->twin, NULL);
  nb_chart_key_update_scales (GTK_WIDGET (self->scale_drop), chart);
  gtk_widget_set_visible (self->refusal_index, nb_chart_can_index (chart));
  gtk_widget_set_visible (self->shares_box, nb_chart_has_shares (chart));
  nb_chart_view_take_chart (self->view, chart);
  gtk_widget_set_visible (self->legend_place,
                          !self->is_short && nb_chart_key_fill (self->legend, self->view) > 0);
  if (gtk_toggle_button_get_active (self->twin_toggle))
    nb_chart_table_set_chart (self->twin, chart);
  gtk_stack_set_visible_child_name (self->stack, "charts");
}

static void
set_scale (NbChartsPage *self, NbChartScale scale)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->scale_drop, scale);
  self->filling = FALSE;
}

/* Says why there is no such scale, and draws the numbers; where there can be an index it is offered. */
static void
refuse_scale (NbChartsPage *self, const char *reason)
{
  g_autofree char *first = g_utf8_substring (reason, 0, 1);
  g_autofree char *large = g_utf8_strup (first, -1);
  /* Translators: a sentence that has only to be ended: its first letter, the rest */
  g_autofree char *text = g_strdup_printf (_ ("%s%s."), large, g_utf8_next_char (reason));

  set_scale (self, NB_CHART_SCALE_LINEAR);
  gtk_label_set_text (self->refusal_label, text);
  gtk_info_bar_set_revealed (self->refusal, TRUE);
  queue_build (self);
}

static void
built_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NbChartsPage *self = NB_CHARTS_PAGE (source);
  g_autoptr (GError) error = NULL;
  NbChart *chart = g_task_propagate_pointer (G_TASK (result), &error);
  const Wish *wish = g_task_get_task_data (G_TASK (result));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_task_get_cancellable (G_TASK (result)) != self->building)
    {
      g_clear_pointer (&chart, nb_chart_free);
      return;
    }
  g_clear_object (&self->building);
  if (chart != NULL)
    {
      show_chart (self, chart);
      return;
    }
  if (wish->scale != NB_CHART_SCALE_LINEAR &&
      g_error_matches (error, NB_ERROR, NB_ERROR_UNSUPPORTED))
    {
      refuse_scale (self, error->message);
      return;
    }
  nb_chart_table_set_chart (self->twin, NULL);
  nb_chart_view_take_chart (self->view, NULL);
  adw_status_page_set_title (self->nothing, _ ("Nothing to Draw"));
  adw_status_page_set_description (self->nothing, error->message);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static Wish *
create_wish (NbChartsPage *self)
{
  NbReport *report = nb_page_get_report (NB_PAGE (self));
  Wish *wish = g_new0 (Wish, 1);

  wish->id = self->id;
  wish->readings = list_readings (self);
  wish->scale = gtk_drop_down_get_selected (self->scale_drop);
  wish->shares = gtk_toggle_button_get_active (self->shares_toggle) ? NB_SHARES_ONLY
                                                                    : NB_SHARES_NONE;
  if (gtk_drop_down_get_selected (self->scope_drop) == 0)
    wish->organ = g_strdup (nb_report_get_organ_key (report) != NULL
                                ? nb_report_get_organ_key (report)
                                : nb_report_get_organ (report));
  wish->first_year = nb_year_range_get_first (self->range);
  wish->last_year = nb_year_range_get_last (self->range);
  return wish;
}

/* What is on its way is of no use any more when something else is wanted. */
static gboolean
build (gpointer user_data)
{
  NbChartsPage *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->queued = FALSE;
  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  if (nb_page_get_report (NB_PAGE (self)) == NULL)
    return FALSE;
  self->building = g_cancellable_new ();
  task = g_task_new (self, self->building, built_cb, NULL);
  g_task_set_task_data (task, create_wish (self), (GDestroyNotify) wish_free);
  g_task_run_in_thread (task, build_in_thread);
  return FALSE;
}

static void
queue_build (NbChartsPage *self)
{
  if (self->filling)
    return;
  self->queued = TRUE;
  nb_later_add (self, build, TRUE);
}

/* --- Controls --- */

static void
scale_cb (NbChartsPage *self)
{
  if (self->filling)
    return;
  gtk_info_bar_set_revealed (self->refusal, FALSE);
  queue_build (self);
}

static void
refusal_cb (NbChartsPage *self, int response)
{
  gtk_info_bar_set_revealed (self->refusal, FALSE);
  if (response == GTK_RESPONSE_OK)
    gtk_drop_down_set_selected (self->scale_drop, NB_CHART_SCALE_INDEX);
}

static int
compare_years_cb (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

static gboolean
is_of_scope (NbChartsPage *self, NbReport *report)
{
  NbReport *shown = nb_page_get_report (NB_PAGE (self));

  return gtk_drop_down_get_selected (self->scope_drop) == 1 ||
         g_strcmp0 (nb_report_get_organ_key (shown), nb_report_get_organ_key (report)) == 0;
}

static gboolean
has_other_organs (NbChartsPage *self)
{
  NbReport *shown = nb_page_get_report (NB_PAGE (self));

  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (self->items, i);
      NbReport *report = nb_app_item_get_report (item);

      if (report != NULL &&
          g_strcmp0 (nb_report_get_organ_key (shown), nb_report_get_organ_key (report)) != 0)
        return TRUE;
    }
  return FALSE;
}

static GArray *
collect_years (NbChartsPage *self)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (self->items, i);
      NbReport *report = nb_app_item_get_report (item);
      guint year = report != NULL ? nb_report_get_year (report) : 0;
      gboolean known = year == 0 || !is_of_scope (self, report);

      for (guint j = 0; !known && j < years->len; j++)
        known = g_array_index (years, guint, j) == year;
      if (!known)
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_years_cb);
  return years;
}

static void
refill (NbChartsPage *self)
{
  g_autoptr (GArray) years = NULL;

  if (nb_page_get_report (NB_PAGE (self)) == NULL)
    return;
  years = collect_years (self);
  nb_year_range_set_years (self->range, years);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_drop), has_other_organs (self));
  gtk_widget_set_visible (GTK_WIDGET (self->range_place), years->len > 1);
  gtk_widget_set_visible (self->hint, years->len < 2);
  queue_build (self);
}

static void
scope_cb (NbChartsPage *self)
{
  if (!self->filling)
    refill (self);
}

static void
chosen_cb (NbChartsPage *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->filling)
    nb_charts_page_select (self, nb_chart_list ()[gtk_list_box_row_get_index (row)]);
}

static void
dropped_cb (NbChartsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->chart_drop);

  if (!self->filling && selected != GTK_INVALID_LIST_POSITION)
    nb_charts_page_select (self, nb_chart_list ()[selected]);
}

/* The table below the picture, or instead of it. */
static void
show_twin (NbChartsPage *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->twin_toggle);

  gtk_widget_set_visible (GTK_WIDGET (self->twin), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->view), !shown || !self->is_short);
  nb_chart_table_set_chart (self->twin, shown ? nb_chart_view_get_chart (self->view) : NULL);
}

static void
twin_cb (NbChartsPage *self)
{
  if (!self->is_short)
    self->wants_twin = gtk_toggle_button_get_active (self->twin_toggle);
  show_twin (self);
}

static gboolean
apply_height (gpointer user_data)
{
  NbChartsPage *self = user_data;
  gboolean is_short = gtk_widget_get_height (GTK_WIDGET (self->paper)) < LEAST_BOTH;

  if (is_short == self->is_short)
    return FALSE;
  self->is_short = is_short;
  gtk_widget_set_visible (self->legend_place, !is_short && gtk_widget_get_first_child (
                                                               GTK_WIDGET (self->legend)) != NULL);
  gtk_toggle_button_set_active (self->twin_toggle, !is_short && self->wants_twin);
  show_twin (self);
  return FALSE;
}

static void
height_cb (NbChartsPage *self)
{
  nb_later_add (self, apply_height, TRUE);
}

static void
point_cb (NbChartsPage *self)
{
  NbSpot point;
  gboolean has_point = nb_chart_view_get_point (self->view, &point);

  nb_chart_table_tint (self->twin, has_point ? &point : NULL);
}

/* Leads to the cell of the chosen value, in its report; a cell of a heat map to the findings. */
static void
activated_cb (NbChartsPage *self)
{
  NbReport *report = NULL;
  NbFigure *figure = nb_chart_view_get_figure (self->view, &report);

  for (guint i = 0; report != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (self->items, i);
      NbWindow *window = NB_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

      if (nb_app_item_get_report (item) != report)
        continue;
      nb_window_set_item (window, item);
      if (figure != NULL)
        nb_app_item_set_figure (item, figure);
      nb_page_show (NB_PAGE (self), figure != NULL ? "tables" : "checks");
      return;
    }
}

/* --- Taking it away --- */

static void
encode_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *png = nb_drawing_to_png (task_data, 2, &error);

  if (png != NULL)
    g_task_return_pointer (task, png, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
encoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkContentProvider) content = NULL;

  if (root == NULL)
    return;
  if (png != NULL)
    {
      content = gdk_content_provider_new_for_bytes ("image/png", png);
      gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (source)), content);
    }
  nb_window_tell (NB_WINDOW (root), png != NULL ? _ ("Picture copied") : error->message);
}

/* Laid out here, since the window may change the chart meanwhile; painted and packed elsewhere. */
static void
copy_picture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbChartsPage *self = NB_CHARTS_PAGE (widget);
  g_autoptr (GTask) task = NULL;

  if (nb_chart_view_get_chart (self->view) == NULL)
    return;
  task = g_task_new (self, NULL, encoded_cb, NULL);
  g_task_set_task_data (task, nb_chart_view_draw (self->view), (GDestroyNotify) nb_drawing_free);
  g_task_run_in_thread (task, encode_in_thread);
}

static void
copy_data_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbChartsPage *self = NB_CHARTS_PAGE (widget);
  const NbChart *chart = nb_chart_view_get_chart (self->view);
  g_autoptr (GString) text = g_string_new (NULL);

  if (chart == NULL)
    return;
  nb_chart_write_tsv (chart, text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  nb_window_tell (NB_WINDOW (gtk_widget_get_root (widget)), _ ("Data copied"));
}

/* --- The page --- */

static void
nb_charts_page_reading_changed (NbPage *page)
{
  NbChartsPage *self = NB_CHARTS_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean shown = nb_page_get_report (page) != NULL && NB_IS_WINDOW (root);

  if (self->items != NULL)
    g_signal_handlers_disconnect_by_func (self->items, refill, self);
  if (NB_IS_WINDOW (root) && nb_window_get_session (NB_WINDOW (root)) != NULL)
    g_signal_handlers_disconnect_by_func (nb_window_get_session (NB_WINDOW (root)), refill, self);
  g_clear_object (&self->items);
  nb_later_cancel (self, build);
  gtk_info_bar_set_revealed (self->refusal, FALSE);
  self->queued = FALSE;
  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  if (!shown)
    {
      nb_chart_table_set_chart (self->twin, NULL);
      nb_chart_view_take_chart (self->view, NULL);
      return;
    }
  self->items = g_object_ref (nb_session_get_items (nb_window_get_session (NB_WINDOW (root))));
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (refill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (nb_window_get_session (NB_WINDOW (root)), "loaded", G_CALLBACK (refill),
                           self, G_CONNECT_SWAPPED);
  refill (self);
}

/* The open reports are known from the window; a page may get its report before it stands in one. */
static void
nb_charts_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nb_charts_page_parent_class)->root (widget);
  nb_charts_page_reading_changed (NB_PAGE (widget));
}

static void
toggle_twin_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkToggleButton *toggle = NB_CHARTS_PAGE (widget)->twin_toggle;

  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

static void
nb_charts_page_layout (NbPage *page)
{
  NbChartsPage *self = NB_CHARTS_PAGE (page);
  gboolean wide = nb_page_get_width_class (page) >= NB_WIDTH_WIDE;
  gboolean folded = nb_page_get_width_class (page) <= NB_WIDTH_FOLDED;
  gboolean narrow = nb_page_get_width_class (page) <= NB_WIDTH_NARROW;

  gtk_widget_set_visible (self->list_pane, wide);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_drop), !wide);
  gtk_widget_set_visible (self->table_label, wide);
  nb_flow_layout_move_strip (self->strip, self->strip_scroller, self->chart_pane, folded);
  /* Two lines are enough where the menu stands beside the chart's name and has the rest. */
  gtk_widget_set_visible (GTK_WIDGET (self->twin_toggle), !narrow);
  gtk_widget_set_visible (self->export_button, !narrow);
  gtk_box_reorder_child_after (GTK_BOX (self->strip), self->copy_button,
                               narrow ? GTK_WIDGET (self->chart_drop)
                                      : GTK_WIDGET (self->twin_toggle));
}

static void
nb_charts_page_list_panes (NbPage *page, GPtrArray *panes)
{
  NbChartsPage *self = NB_CHARTS_PAGE (page);

  if (gtk_widget_get_visible (self->list_pane))
    g_ptr_array_add (panes, self->list_pane);
  g_ptr_array_add (panes, self->chart_pane);
}

static void
nb_charts_page_dispose (GObject *object)
{
  NbChartsPage *self = NB_CHARTS_PAGE (object);

  nb_later_cancel (self, build);
  nb_later_cancel (self, apply_height);
  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  g_clear_object (&self->items);
  if (self->twin != NULL)
    nb_chart_table_set_chart (self->twin, NULL);

  G_OBJECT_CLASS (nb_charts_page_parent_class)->dispose (object);
}

static void
nb_charts_page_class_init (NbChartsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NbPageClass *page_class = NB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_charts_page_dispose;
  widget_class->root = nb_charts_page_root;
  page_class->reading_changed = nb_charts_page_reading_changed;
  page_class->layout = nb_charts_page_layout;
  page_class->list_panes = nb_charts_page_list_panes;

  g_type_ensure (NB_TYPE_CHART_VIEW);
  g_type_ensure (NB_TYPE_CHART_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, strip);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, strip_scroller);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, chart_pane);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, list);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, chart_drop);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, scope_drop);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, range_place);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, twin_toggle);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, scale_drop);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, refusal);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, refusal_index);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, hint);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, shares_box);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, shares_toggle);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, paper);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, table_label);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, legend);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, legend_place);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, view);
  gtk_widget_class_bind_template_child (widget_class, NbChartsPage, twin);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
  gtk_widget_class_bind_template_callback (widget_class, twin_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_build);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, refusal_cb);
  gtk_widget_class_bind_template_callback (widget_class, point_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "charts.copy-picture", NULL, copy_picture_cb);
  gtk_widget_class_install_action (widget_class, "charts.toggle-table", NULL, toggle_twin_cb);
  gtk_widget_class_install_action (widget_class, "charts.copy-data", NULL, copy_data_cb);
}

static GtkWidget *
create_row (const char *id)
{
  GtkWidget *label = gtk_label_new (nb_chart_get_label (id));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  return label;
}

static void
nb_charts_page_init (NbChartsPage *self)
{
  const char *const *ids = nb_chart_list ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->id = ids[0];
  self->filling = TRUE;
  self->wants_twin = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->range = NB_YEAR_RANGE (nb_spare_take (NB_TYPE_YEAR_RANGE));
  adw_bin_set_child (self->range_place, GTK_WIDGET (self->range));
  g_signal_connect_object (self->range, "changed", G_CALLBACK (queue_build), self,
                           G_CONNECT_SWAPPED);
  nb_sideways_pass_on (self->legend_place);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->paper), "notify::page-size",
                           G_CALLBACK (height_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gtk_list_box_append (self->list, create_row (ids[i]));
      gtk_string_list_append (names, nb_chart_get_label (ids[i]));
    }
  gtk_drop_down_set_model (self->chart_drop, G_LIST_MODEL (names));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  self->filling = FALSE;
}

/**
 * nb_charts_page_select:
 * @self: a page
 * @id: id of a chart
 *
 * Shows another chart.
 */
void
nb_charts_page_select (NbChartsPage *self, const char *id)
{
  const char *const *ids = nb_chart_list ();

  g_return_if_fail (NB_IS_CHARTS_PAGE (self));

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_equal (ids[i], id))
      {
        self->filling = TRUE;
        self->id = ids[i];
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
        gtk_drop_down_set_selected (self->chart_drop, i);
        gtk_drop_down_set_selected (self->scale_drop, NB_CHART_SCALE_LINEAR);
        gtk_info_bar_set_revealed (self->refusal, FALSE);
        self->filling = FALSE;
      }
  queue_build (self);
}

/**
 * nb_charts_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): what shows its chart
 */
NbChartView *
nb_charts_page_get_view (NbChartsPage *self)
{
  g_return_val_if_fail (NB_IS_CHARTS_PAGE (self), NULL);
  return self->view;
}

/**
 * nb_charts_page_is_busy:
 * @self: a page
 *
 * Returns: whether a chart is on its way
 */
gboolean
nb_charts_page_is_busy (NbChartsPage *self)
{
  g_return_val_if_fail (NB_IS_CHARTS_PAGE (self), FALSE);
  return self->queued || self->building != NULL;
}
