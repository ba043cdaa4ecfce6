/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of two reports side by side: the rows of the comparison that the filter lets through, under
 * the names of their tables or sorted by the size of the change. Rows come a dozen a frame, since GTK 4.8
 * builds every cell of a view at once.
 *
 *   NbComparison → chosen (filter, search, order) → GListStore of NbCompareRow → GtkSingleSelection → view
 */

#include "nb-compare-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nb-delta-bar.h"
#include "nb-later.h"
#include "nb-ui-text.h"
#include "export/nb-comparison-export.h"
#include "export/nb-names.h"
#include "form/nb-label.h"

enum
{
  ROWS_A_FRAME = 10,
};

typedef enum
{
  COLUMN_ITEM,
  COLUMN_A,
  COLUMN_B,
  COLUMN_DELTA,
  COLUMN_PERCENT,
  COLUMN_BAR,
  COLUMN_NOTE,
  N_COLUMNS,
} Column;

struct _NbCompareFigures
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkDropDown *filter_drop;
  GtkSpinButton *limit;
  GtkWidget *limit_box;
  GtkDropDown *order_drop;
  GtkColumnView *view;
  GtkColumnViewColumn *columns[N_COLUMNS]; /* borrowed from the view */
  GtkLabel *count;
  GtkLabel *scale;
  GtkStack *stack;

  NbComparison *comparison; /* (owned) (nullable) */
  NbAppItem *items[2];      /* (owned) (nullable) */
  GPtrArray *tables; /* (owned) (element-type utf8): names of the tables in the filter, static */
  GPtrArray *chosen; /* (owned) (element-type NbCompareRow): what is to be seen */
  GListStore *rows;  /* (owned): what has come so far */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NbCompareFigures, nb_compare_figures, ADW_TYPE_BIN)

enum
{
  SIGNAL_FIGURE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Which rows --- */

static const char *
get_table_name (const NbComparisonRow *row)
{
  const NbFormTable *table = row->matter.table;

  return table != NULL ? nb_label_pick (table->label_short_zh, table->label_short_en)
                       : _ ("Rows that no form has");
}

/* Of a row with a total its total, of all others every value that is not nought on both sides. */
static gboolean
is_main (const NbComparisonRow *row)
{
  const NbFormTable *table = row->matter.table;
  const NbMetric *metric = table != NULL ? nb_form_find_metric (table->form, row->matter.id) : NULL;
  gboolean has_total = FALSE, is_total = FALSE;

  for (guint i = 0; metric != NULL && i < table->n_columns; i++)
    {
      has_total |= table->columns[i].total;
      is_total |= table->columns[i].total &&
                  g_strcmp0 (table->columns[i].key, metric->column_key) == 0;
    }
  if (has_total && !is_total)
    return FALSE;
  for (guint side = 0; side < 2; side++)
    if (row->sides[side].state != NB_STATE_ZERO && !row->sides[side].not_in_form)
      return TRUE;
  return FALSE;
}

static gboolean
has_finding (NbCompareFigures *self, const NbComparisonRow *row)
{
  for (guint side = 0; side < 2; side++)
    if (row->sides[side].figure != NULL && self->items[side] != NULL &&
        nb_app_item_find_finding (self->items[side], row->sides[side].figure) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_changed (const NbComparisonRow *row)
{
  return row->has_delta && !nb_decimal_is_zero (row->delta);
}

static gboolean
matches_search (NbCompareFigures *self, const NbComparisonRow *row)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                             -1);
  g_autofree char *label = g_utf8_casefold (
      nb_label_pick (row->matter.label_zh, row->matter.label_en), -1);

  return strstr (label, wanted) != NULL;
}

static gboolean
is_wanted (NbCompareFigures *self, const NbComparisonRow *row)
{
  guint filter = gtk_drop_down_get_selected (self->filter_drop);

  if (!matches_search (self, row))
    return FALSE;
  switch (filter)
    {
    case NB_COMPARE_MAIN:
      return is_main (row);
    case NB_COMPARE_ALL:
      return TRUE;
    case NB_COMPARE_CHANGED:
      return is_changed (row);
    case NB_COMPARE_MORE_THAN:
      return is_changed (row) && (!row->has_percent || fabs (nb_decimal_to_double (row->percent)) >
                                                           gtk_spin_button_get_value (self->limit));
    case NB_COMPARE_FINDINGS:
      return has_finding (self, row);
    default:
      return filter - NB_COMPARE_TABLES < self->tables->len &&
             g_str_equal (get_table_name (row), self->tables->pdata[filter - NB_COMPARE_TABLES]);
    }
}

static int
compare_differences_cb (gconstpointer a, gconstpointer b)
{
  const NbComparisonRow *first = *(const NbComparisonRow *const *) a;
  const NbComparisonRow *second = *(const NbComparisonRow *const *) b;
  double x = first->has_delta ? fabs (nb_decimal_to_double (first->delta)) : -1;
  double y = second->has_delta ? fabs (nb_decimal_to_double (second->delta)) : -1;

  return (x < y) - (x > y);
}

static int
compare_percents_cb (gconstpointer a, gconstpointer b)
{
  const NbComparisonRow *first = *(const NbComparisonRow *const *) a;
  const NbComparisonRow *second = *(const NbComparisonRow *const *) b;
  double x = first->has_percent ? fabs (nb_decimal_to_double (first->percent)) : -1;
  double y = second->has_percent ? fabs (nb_decimal_to_double (second->percent)) : -1;

  return (x < y) - (x > y);
}

/* The largest change of each unit: bars never mix units. */
static GHashTable *
measure_units (GPtrArray *wanted)
{
  GHashTable *units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < wanted->len; i++)
    {
      const NbComparisonRow *row = wanted->pdata[i];
      const char *unit = row->matter.unit != NULL ? row->matter.unit : "";
      double size = row->has_delta ? fabs (nb_decimal_to_double (row->delta)) : 0;
      double *most = g_hash_table_lookup (units, unit);

      if (most == NULL)
        {
          most = g_new0 (double, 1);
          g_hash_table_insert (units, (gpointer) unit, most);
        }
      *most = MAX (*most, size);
    }
  return units;
}

static char *
dup_scale (GHashTable *units)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (units), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    {
      double most = *(double *) g_hash_table_lookup (units, name->data);

      if (most > 0)
        g_string_append_printf (text, "%s%'.10g %s", text->len > 0 ? ", " : "", most,
                                (const char *) name->data);
    }
  if (text->len > 0)
    {
      g_autofree char *sizes = g_string_free (text, FALSE);

      /* Translators: how much the longest bar stands for, for each unit */
      return g_strdup_printf (_ ("Full bar: %s"), sizes);
    }
  return g_string_free (text, FALSE);
}

static gboolean
fill (gpointer user_data)
{
  NbCompareFigures *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint n_more = MIN (self->chosen->len - n, ROWS_A_FRAME);

  g_list_store_splice (self->rows, n, 0, self->chosen->pdata + n, n_more);
  return n + n_more < self->chosen->len;
}

static GPtrArray *
list_wanted (NbCompareFigures *self, guint *n_all)
{
  GPtrArray *wanted = g_ptr_array_new ();
  const NbComparisonRow *rows = nb_comparison_get_rows (self->comparison, n_all);
  guint order = gtk_drop_down_get_selected (self->order_drop);

  for (guint i = 0; i < *n_all; i++)
    if (is_wanted (self, &rows[i]))
      g_ptr_array_add (wanted, (gpointer) &rows[i]);
  if (order == NB_COMPARE_BY_DIFFERENCE)
    g_ptr_array_sort (wanted, compare_differences_cb);
  else if (order == NB_COMPARE_BY_PERCENT)
    g_ptr_array_sort (wanted, compare_percents_cb);
  return wanted;
}

static void
choose_rows (NbCompareFigures *self, GPtrArray *wanted, GHashTable *units)
{
  gboolean printed = gtk_drop_down_get_selected (self->order_drop) == NB_COMPARE_AS_PRINTED;
  const char *group = NULL;

  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < wanted->len; i++)
    {
      const NbComparisonRow *row = wanted->pdata[i];
      double most = *(double *) g_hash_table_lookup (
          units, row->matter.unit != NULL ? row->matter.unit : "");
      double share = row->has_delta && most > 0 ? nb_decimal_to_double (row->delta) / most : 0;

      if (printed && g_strcmp0 (group, get_table_name (row)) != 0)
        {
          group = get_table_name (row);
          g_ptr_array_add (self->chosen, nb_compare_row_new_heading (group));
        }
      g_ptr_array_add (self->chosen, nb_compare_row_new (self->comparison, row, share));
    }
}

static void
refill (NbCompareFigures *self)
{
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GHashTable) units = NULL;
  g_autofree char *count = NULL;
  g_autofree char *scale = NULL;
  guint n_all = 0;

  if (self->filling)
    return;
  nb_later_cancel (self, fill);
  g_list_store_remove_all (self->rows);
  g_ptr_array_set_size (self->chosen, 0);
  gtk_widget_set_visible (self->limit_box,
                          gtk_drop_down_get_selected (self->filter_drop) == NB_COMPARE_MORE_THAN);
  if (self->comparison == NULL)
    return;
  wanted = list_wanted (self, &n_all);
  units = measure_units (wanted);
  choose_rows (self, wanted, units);
  count = g_strdup_printf (_ ("%u of %u rows"), wanted->len, n_all);
  scale = dup_scale (units);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->scale, scale);
  gtk_stack_set_visible_child_name (self->stack, wanted->len > 0 ? "rows" : "none");
  if (self->chosen->len > 0)
    nb_later_add (self, fill, TRUE);
}

static void
fill_filter (NbCompareFigures *self)
{
  static const char *const names[] = { N_ ("Main rows"), N_ ("All rows"), N_ ("Changed"),
                                       N_ ("Changed by more than…"), N_ ("With findings") };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n_rows = 0, selected = gtk_drop_down_get_selected (self->filter_drop);
  const NbComparisonRow *rows = self->comparison != NULL
                                    ? nb_comparison_get_rows (self->comparison, &n_rows)
                                    : NULL;

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_string_list_append (list, _ (names[i]));
  g_ptr_array_set_size (self->tables, 0);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *table = get_table_name (&rows[i]);

      if (self->tables->len > 0 && g_str_equal (self->tables->pdata[self->tables->len - 1], table))
        continue;
      g_ptr_array_add (self->tables, (gpointer) table);
      gtk_string_list_append (list, table);
    }
  gtk_drop_down_set_model (self->filter_drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->filter_drop, selected < NB_COMPARE_TABLES ? selected : 0);
  self->filling = FALSE;
}

/* --- Cells --- */

static void
setup_cell (GtkListItem *list_item, Column column)
{
  GtkWidget *label;

  if (column == COLUMN_BAR)
    {
      gtk_list_item_set_child (list_item, nb_delta_bar_new ());
      return;
    }
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_ITEM || column == COLUMN_NOTE ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  nb_ui_mark_han (GTK_LABEL (label));
  if (column == COLUMN_ITEM || column == COLUMN_NOTE)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 2);
    }
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  setup_cell (list_item, GPOINTER_TO_UINT (column));
}

static char *
dup_text (NbCompareRow *row, Column column)
{
  const NbComparisonRow *values = nb_compare_row_get_row (row);

  if (values == NULL)
    return g_strdup (column == COLUMN_ITEM ? nb_compare_row_get_heading (row) : "");
  switch (column)
    {
    case COLUMN_ITEM:
      return g_strdup (nb_label_pick (values->matter.label_zh, values->matter.label_en));
    case COLUMN_A:
      return nb_compare_row_dup_side (row, 0);
    case COLUMN_B:
      return nb_compare_row_dup_side (row, 1);
    case COLUMN_DELTA:
      return nb_compare_row_dup_delta (row);
    case COLUMN_PERCENT:
      return nb_compare_row_dup_percent (row);
    case COLUMN_NOTE:
      /* The column of the per cent says it already. */
      return values->reason == NB_REASON_SMALL_BASE && !values->matter.summed
                 ? NULL
                 : nb_comparison_row_dup_remark (values);
    default:
      return NULL;
    }
}

static gboolean
is_dim (const NbComparisonRow *row, Column column)
{
  switch (column)
    {
    case COLUMN_A:
    case COLUMN_B:
      return !nb_quantity_is_known (&row->sides[column - COLUMN_A]) ||
             row->sides[column - COLUMN_A].state == NB_STATE_ZERO;
    case COLUMN_DELTA:
      return !is_changed (row);
    case COLUMN_PERCENT:
      return !row->has_percent;
    default:
      return column == COLUMN_NOTE;
    }
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Column column = GPOINTER_TO_UINT (user_data);
  NbCompareRow *row = gtk_list_item_get_item (list_item);
  const NbComparisonRow *values = nb_compare_row_get_row (row);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  g_autofree char *text = NULL;

  gtk_list_item_set_selectable (list_item, values != NULL);
  gtk_list_item_set_activatable (list_item, values != NULL);
  if (column == COLUMN_BAR)
    {
      nb_delta_bar_set_share (NB_DELTA_BAR (child), values != NULL && values->has_delta,
                              nb_compare_row_get_share (row));
      return;
    }
  text = dup_text (row, column);
  gtk_label_set_text (GTK_LABEL (child), text != NULL ? text : "");
  if (column == COLUMN_ITEM || column == COLUMN_NOTE)
    nb_ui_set_tooltip (child, text != NULL && *text != '\0' ? text : NULL);
  set_class (child, "nb-strong", values == NULL || (column == COLUMN_DELTA && is_changed (values)));
  set_class (child, "dim-label", values != NULL && is_dim (values, column));
  set_class (child, "nb-not-comparable",
             values != NULL && values->matter.comparable != NB_COMPARABLE_YES &&
                 column != COLUMN_ITEM && column != COLUMN_NOTE);
  if (values != NULL && column == COLUMN_ITEM)
    {
      g_autofree char *spoken = nb_compare_row_dup_spoken (row);

      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                      -1);
    }
}

static void
add_columns (NbCompareFigures *self)
{
  static const struct
  {
    const char *title;
    int width;
  } columns[] = {
    [COLUMN_ITEM] = { N_ ("Item"), -1 },
    [COLUMN_A] = { "A", 120 },
    [COLUMN_B] = { "B", 120 },
    [COLUMN_DELTA] = { N_ ("Difference"), 96 },
    [COLUMN_PERCENT] = { N_ ("Change"), 92 },
    [COLUMN_BAR] = { N_ ("Less ◂▸ More"), 150 },
    [COLUMN_NOTE] = { N_ ("Comparability"), 230 },
  };

  for (Column i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      self->columns[i] = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_fixed_width (self->columns[i], columns[i].width);
      gtk_column_view_column_set_expand (self->columns[i], i == COLUMN_ITEM);
      gtk_column_view_append_column (self->view, self->columns[i]);
      g_object_unref (self->columns[i]);
    }
}

/* Enter leads to the cell: of B, or of A where B has none. */
static void
activated_cb (NbCompareFigures *self, guint position)
{
  g_autoptr (NbCompareRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const NbComparisonRow *values = row != NULL ? nb_compare_row_get_row (row) : NULL;
  guint side = values != NULL && values->sides[1].figure != NULL ? 1 : 0;

  if (values != NULL && values->sides[side].figure != NULL)
    g_signal_emit (self, signals[SIGNAL_FIGURE_CHOSEN], 0, self->items[side],
                   values->sides[side].figure);
}

static void
nb_compare_figures_dispose (GObject *object)
{
  NbCompareFigures *self = NB_COMPARE_FIGURES (object);

  nb_later_cancel (self, fill);
  g_clear_object (&self->comparison);
  g_clear_object (&self->items[0]);
  g_clear_object (&self->items[1]);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);

  G_OBJECT_CLASS (nb_compare_figures_parent_class)->dispose (object);
}

static void
nb_compare_figures_class_init (NbCompareFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_compare_figures_dispose;

  /* The user wants to see a figure: its item and the figure. */
  signals[SIGNAL_FIGURE_CHOSEN] = g_signal_new ("figure-chosen", G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                2, NB_TYPE_APP_ITEM, NB_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-compare-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, search);
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, filter_drop);
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, limit);
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, limit_box);
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, order_drop);
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, view);
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, count);
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, scale);
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, stack);
  gtk_widget_class_bind_template_callback (widget_class, refill);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
nb_compare_figures_init (NbCompareFigures *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  self->rows = g_list_store_new (NB_TYPE_COMPARE_ROW);
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  self->tables = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  add_columns (self);
  fill_filter (self);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * nb_compare_figures_new:
 *
 * Returns: (transfer full): a list of nothing
 */
GtkWidget *
nb_compare_figures_new (void)
{
  return g_object_new (NB_TYPE_COMPARE_FIGURES, NULL);
}

/**
 * nb_compare_figures_show:
 * @self: a list
 * @comparison: (nullable): what to show
 * @a: (nullable): the item of A
 * @b: (nullable): the item of B
 */
void
nb_compare_figures_show (NbCompareFigures *self,
                         NbComparison *comparison,
                         NbAppItem *a,
                         NbAppItem *b)
{
  g_return_if_fail (NB_IS_COMPARE_FIGURES (self));

  g_set_object (&self->comparison, comparison);
  g_set_object (&self->items[0], a);
  g_set_object (&self->items[1], b);
  for (guint side = 0; comparison != NULL && side < 2; side++)
    {
      g_autofree char *title = g_strdup_printf (
          "%s %u", side == 0 ? _ ("A") : _ ("B"),
          nb_report_get_year (nb_comparison_get_report (comparison, side)));

      gtk_column_view_column_set_title (self->columns[COLUMN_A + side], title);
    }
  fill_filter (self);
  refill (self);
}

void
nb_compare_figures_set_filter (NbCompareFigures *self, guint filter)
{
  g_return_if_fail (NB_IS_COMPARE_FIGURES (self));
  gtk_drop_down_set_selected (self->filter_drop, filter);
}

void
nb_compare_figures_set_order (NbCompareFigures *self, NbCompareOrder order)
{
  g_return_if_fail (NB_IS_COMPARE_FIGURES (self));
  gtk_drop_down_set_selected (self->order_drop, order);
}

/**
 * nb_compare_figures_set_narrow:
 * @self: a list
 * @narrow: whether there is room for item, values and difference only
 */
void
nb_compare_figures_set_narrow (NbCompareFigures *self, gboolean narrow)
{
  g_return_if_fail (NB_IS_COMPARE_FIGURES (self));

  gtk_column_view_column_set_visible (self->columns[COLUMN_BAR], !narrow);
  gtk_column_view_column_set_visible (self->columns[COLUMN_NOTE], !narrow);
}

/**
 * nb_compare_figures_get_rows:
 * @self: a list
 *
 * Returns: (transfer none): the rows that are seen, of #NbCompareRow
 */
GListModel *
nb_compare_figures_get_rows (NbCompareFigures *self)
{
  g_return_val_if_fail (NB_IS_COMPARE_FIGURES (self), NULL);
  return G_LIST_MODEL (self->rows);
}

/**
 * nb_compare_figures_write_tsv:
 * @self: a list
 * @out: what to append to
 *
 * Writes the rows that are seen, tab-separated.
 */
void
nb_compare_figures_write_tsv (NbCompareFigures *self, GString *out)
{
  g_return_if_fail (NB_IS_COMPARE_FIGURES (self));

  for (Column i = 0; i < N_COLUMNS; i++)
    if (i != COLUMN_BAR)
      g_string_append_printf (out, "%s%s", i > 0 ? "\t" : "",
                              gtk_column_view_column_get_title (self->columns[i]));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->chosen->len; i++)
    {
      if (nb_compare_row_get_row (self->chosen->pdata[i]) == NULL)
        continue;
      for (Column j = 0; j < N_COLUMNS; j++)
        {
          g_autofree char *text = j != COLUMN_BAR ? dup_text (self->chosen->pdata[i], j) : NULL;

          if (j != COLUMN_BAR)
            g_string_append_printf (out, "%s%s", j > 0 ? "\t" : "", text != NULL ? text : "");
        }
      g_string_append_c (out, '\n');
    }
}
