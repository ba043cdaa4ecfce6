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

#include "nb-compare-choice.h"
#include "nb-compare-column.h"
#include "nb-later.h"
#include "nb-ui-text.h"
#include "export/nb-comparison-export.h"
#include "export/nb-names.h"
#include "form/nb-label.h"

enum
{
  ROWS_A_FRAME = 10,
};

struct _NbCompareFigures
{
  AdwBin parent_instance;

  GtkWidget *controls;
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
  gboolean narrow; /* there is no room for bars and reasons */
  gboolean slim;   /* nor for A beside B */
  gboolean noted;  /* whether anything is said of the comparability of a row */
  gboolean wants_focus;
};

G_DEFINE_FINAL_TYPE (NbCompareFigures, nb_compare_figures, ADW_TYPE_BIN)

enum
{
  SIGNAL_FIGURE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Cells --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  nb_compare_column_setup (list_item, GPOINTER_TO_UINT (column));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  nb_compare_column_bind (list_item, GPOINTER_TO_UINT (column));
}

/* GTK 4.8 sets all heads at the left: those of numbers go to the right of their column. */
static void
align_heads (GtkWidget *widget, guint *column)
{
  if (GTK_IS_LABEL (widget))
    {
      gboolean number = *column >= COLUMN_A && *column <= COLUMN_PERCENT;

      gtk_widget_set_hexpand (widget, TRUE);
      gtk_label_set_justify (GTK_LABEL (widget), number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
      gtk_label_set_xalign (GTK_LABEL (widget), number ? 1 : *column == COLUMN_BAR ? 0.5f : 0);
      (*column)++;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    align_heads (child, column);
}

static const struct
{
  const char *title;
  int width; /* for text of the usual size */
  int slim;  /* the same with two in one */
} columns[N_COLUMNS] = {
  [COLUMN_ITEM] = { N_ ("Item"), -1, -1 },
  [COLUMN_A] = { "A", 118, 84 },
  [COLUMN_B] = { "B", 118, 0 },
  [COLUMN_DELTA] = { N_ ("Difference"), 92, 92 },
  [COLUMN_PERCENT] = { N_ ("Change"), 92, 0 },
  [COLUMN_BAR] = { N_ ("Less ◂▸ More"), 130, 0 },
  [COLUMN_NOTE] = { N_ ("Comparability"), 250, 0 },
};

static gboolean
is_gone (NbCompareFigures *self, NbCompareColumn column)
{
  return (self->narrow && (column == COLUMN_BAR || column == COLUMN_NOTE)) ||
         (column == COLUMN_NOTE && !self->noted) ||
         (self->slim && (column == COLUMN_B || column == COLUMN_PERCENT));
}

static char *
dup_title (NbCompareFigures *self, NbCompareColumn column)
{
  guint side = column == COLUMN_A ? 0 : 1;

  if (self->comparison == NULL || (column != COLUMN_A && column != COLUMN_B))
    return g_strdup (_ (columns[column].title));
  return g_strdup_printf ("%s %u", side == 0 ? _ ("A") : _ ("B"),
                          nb_report_get_year (nb_comparison_get_report (self->comparison, side)));
}

/* Where two columns stand in one, so do their heads. */
static void
update_titles (NbCompareFigures *self)
{
  for (NbCompareColumn i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *title = dup_title (self, i);
      g_autofree char *below = self->slim && (i == COLUMN_A || i == COLUMN_DELTA)
                                   ? dup_title (self, i + 1)
                                   : NULL;
      g_autofree char *both = below != NULL ? g_strdup_printf ("%s\n%s", title, below) : NULL;

      gtk_column_view_column_set_title (self->columns[i], both != NULL ? both : title);
    }
}

/* A number that is cut is another number: columns grow with the letters. */
static void
scale_columns (NbCompareFigures *self)
{
  double scale = MAX (nb_ui_get_text_scale (GTK_WIDGET (self)), 1);

  for (NbCompareColumn i = 0; i < N_COLUMNS; i++)
    {
      /* GTK 4.8 gives a column that is not seen its room all the same. */
      gboolean gone = is_gone (self, i);
      int width = self->slim ? columns[i].slim : columns[i].width;

      gtk_column_view_column_set_visible (self->columns[i], !gone);
      gtk_column_view_column_set_expand (self->columns[i],
                                         i == COLUMN_ITEM || (i == COLUMN_NOTE && !gone));
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (self->columns[i], gone ? 0 : (int) (width * scale));
    }
}

/* --- Which rows --- */

/* The gravest failing relation that a value of the row, or a term of it, is part of. */
static NbFinding *
find_finding (NbCompareFigures *self, const NbComparisonRow *row)
{
  NbFinding *worst = NULL;

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GPtrArray) figures = NULL;

      if (self->items[side] == NULL)
        continue;
      figures = nb_quantity_list_figures (nb_comparison_get_report (self->comparison, side),
                                          row->matter.expressions[side]);
      if (figures->len == 0 && row->sides[side].figure != NULL)
        g_ptr_array_add (figures, row->sides[side].figure);
      for (guint i = 0; i < figures->len; i++)
        {
          NbFinding *finding = nb_app_item_find_finding (self->items[side], figures->pdata[i]);

          if (finding != NULL && (worst == NULL || nb_finding_get_severity (finding) <
                                                       nb_finding_get_severity (worst)))
            worst = finding;
        }
    }
  return worst;
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
      return nb_compare_choice_is_main (row);
    case NB_COMPARE_ALL:
      return TRUE;
    case NB_COMPARE_CHANGED:
      return nb_compare_is_changed (row);
    case NB_COMPARE_MORE_THAN:
      return nb_compare_is_changed (row) &&
             (!row->has_percent ||
              fabs (nb_decimal_to_double (row->percent)) > gtk_spin_button_get_value (self->limit));
    case NB_COMPARE_FINDINGS:
      return find_finding (self, row) != NULL;
    default:
      return filter - NB_COMPARE_TABLES < self->tables->len &&
             g_str_equal (nb_compare_choice_get_table_name (row),
                          self->tables->pdata[filter - NB_COMPARE_TABLES]);
    }
}

static gboolean
fill (gpointer user_data)
{
  NbCompareFigures *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint n_more = MIN (self->chosen->len - n, ROWS_A_FRAME);

  g_list_store_splice (self->rows, n, 0, self->chosen->pdata + n, n_more);
  if (self->wants_focus)
    self->wants_focus = !gtk_widget_grab_focus (GTK_WIDGET (self->view));
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
    nb_compare_choice_sort (wanted, FALSE);
  else if (order == NB_COMPARE_BY_PERCENT)
    nb_compare_choice_sort (wanted, TRUE);
  return wanted;
}

/* Heads of the groups that begin here; @open are those of the row before. */
static void
add_group_heads (NbCompareFigures *self, GPtrArray *groups, GPtrArray *open)
{
  guint same = 0;

  while (same < groups->len && same < open->len && groups->pdata[same] == open->pdata[same])
    same++;
  for (guint i = same; i < groups->len; i++)
    {
      const NbFormRow *group = groups->pdata[i];

      g_ptr_array_add (self->chosen, nb_compare_row_new_heading (
                                         nb_label_pick (group->label_zh, group->label_en), i));
    }
  g_ptr_array_set_size (open, 0);
  g_ptr_array_extend (open, groups, NULL, NULL);
}

/* Where only the totals are shown, "Total" need not be said; out of their order rows say their group. */
static char *
dup_label (NbCompareFigures *self, const NbComparisonRow *row, GPtrArray *groups, gboolean printed)
{
  const NbMetric *metric = nb_compare_choice_find_metric (row);
  gboolean short_form = gtk_drop_down_get_selected (self->filter_drop) == NB_COMPARE_MAIN &&
                        metric != NULL && metric->table->n_columns > 0 &&
                        metric->table->kind == NB_TABLE_ROWS;
  const char *label = short_form ? nb_label_pick (metric->row->label_zh, metric->row->label_en)
                                 : nb_label_pick (row->matter.label_zh, row->matter.label_en);
  const NbFormRow *group = groups->len > 0 ? groups->pdata[groups->len - 1] : NULL;

  if (printed || group == NULL)
    return g_strdup (label);
  return g_strdup_printf ("%s › %s", nb_label_pick (group->label_zh, group->label_en), label);
}

/* Of rows that stand together and are not compared for the same reason the first one says it for all. */
static gboolean
is_same_reason (const NbComparisonRow *row, const NbComparisonRow *before)
{
  g_autofree char *one = before != NULL ? nb_comparison_row_dup_remark (before) : NULL;
  g_autofree char *two = nb_comparison_row_dup_remark (row);

  return one != NULL && !row->has_delta && row->matter.comparable == before->matter.comparable &&
         g_strcmp0 (one, two) == 0;
}

static void
choose_rows (NbCompareFigures *self, GPtrArray *wanted, GHashTable *units)
{
  gboolean printed = gtk_drop_down_get_selected (self->order_drop) == NB_COMPARE_AS_PRINTED;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  const NbComparisonRow *before = NULL;
  const char *table = NULL;

  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < wanted->len; i++)
    {
      const NbComparisonRow *row = wanted->pdata[i];
      double most = *(double *) g_hash_table_lookup (
          units, row->matter.unit != NULL ? row->matter.unit : "");
      double share = row->has_delta && most > 0 ? nb_decimal_to_double (row->delta) / most : 0;
      g_autoptr (GPtrArray) groups = nb_compare_choice_list_groups (row);
      g_autofree char *label = dup_label (self, row, groups, printed);
      NbCompareRow *shown = nb_compare_row_new (self->comparison, row, share);
      guint n_rows;

      if (printed && g_strcmp0 (table, nb_compare_choice_get_table_name (row)) != 0)
        {
          table = nb_compare_choice_get_table_name (row);
          g_ptr_array_set_size (open, 0);
          before = NULL;
          g_ptr_array_add (self->chosen, nb_compare_row_new_heading (table, 0));
        }
      n_rows = self->chosen->len;
      if (printed)
        add_group_heads (self, groups, open);
      if (self->chosen->len > n_rows)
        before = NULL;
      nb_compare_row_set_place (shown, label, printed ? groups->len : 0, find_finding (self, row));
      nb_compare_row_set_repeats (shown, is_same_reason (row, before));
      nb_compare_row_set_narrow (shown, self->narrow, self->slim);
      before = row;
      g_ptr_array_add (self->chosen, shown);
    }
}

/* A column in which nothing stands is left out. */
static gboolean
has_notes (NbCompareFigures *self)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      NbCompareRow *row = self->chosen->pdata[i];
      g_autofree char *note = nb_compare_row_get_row (row) != NULL
                                  ? nb_compare_column_dup_text (row, COLUMN_NOTE)
                                  : NULL;

      if (note != NULL && *note != '\0')
        return TRUE;
    }
  return FALSE;
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
  units = nb_compare_choice_measure_units (wanted);
  choose_rows (self, wanted, units);
  if (self->noted != has_notes (self))
    {
      self->noted = !self->noted;
      scale_columns (self);
    }
  count = g_strdup_printf (_ ("%u of %u rows"), wanted->len, n_all);
  scale = nb_compare_choice_dup_scale (units);
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
      const char *table = nb_compare_choice_get_table_name (&rows[i]);

      if (self->tables->len > 0 && g_str_equal (self->tables->pdata[self->tables->len - 1], table))
        continue;
      g_ptr_array_add (self->tables, (gpointer) table);
      gtk_string_list_append (list, table);
    }
  gtk_drop_down_set_model (self->filter_drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->filter_drop, selected < NB_COMPARE_TABLES ? selected : 0);
  self->filling = FALSE;
}

/* --- The widget --- */

static void
add_columns (NbCompareFigures *self)
{
  guint number = 0;

  for (NbCompareColumn i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      self->columns[i] = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_append_column (self->view, self->columns[i]);
      g_object_unref (self->columns[i]);
    }
  scale_columns (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (scale_columns), self, G_CONNECT_SWAPPED);
  align_heads (gtk_widget_get_first_child (GTK_WIDGET (self->view)), &number);
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
  gtk_widget_class_bind_template_child (widget_class, NbCompareFigures, controls);
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
  update_titles (self);
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
 * @slim: whether there is not even room for A beside B
 */
void
nb_compare_figures_set_narrow (NbCompareFigures *self, gboolean narrow, gboolean slim)
{
  g_return_if_fail (NB_IS_COMPARE_FIGURES (self));

  self->narrow = narrow;
  self->slim = slim;
  if (slim)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "nb-slim");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "nb-slim");
  scale_columns (self);
  update_titles (self);
  refill (self);
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

/* With its groups, since a sheet has no heads above it. */
static char *
dup_path (NbCompareRow *row)
{
  const NbMatter *matter = &nb_compare_row_get_row (row)->matter;
  g_autoptr (GPtrArray) groups = nb_compare_choice_list_groups (nb_compare_row_get_row (row));
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const NbFormRow *group = groups->pdata[i];

      g_string_append_printf (path, "%s › ", nb_label_pick (group->label_zh, group->label_en));
    }
  g_string_append (path, nb_label_pick (matter->label_zh, matter->label_en));
  return g_string_free (path, FALSE);
}

static char *
dup_tsv_cell (NbCompareRow *row, NbCompareColumn column)
{
  if (column == COLUMN_BAR)
    return NULL;
  return column == COLUMN_ITEM ? dup_path (row) : nb_compare_column_dup_text (row, column);
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

  for (NbCompareColumn i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *title = dup_title (self, i);

      if (i != COLUMN_BAR)
        g_string_append_printf (out, "%s%s", i > 0 ? "\t" : "", title);
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->chosen->len; i++)
    {
      if (nb_compare_row_get_row (self->chosen->pdata[i]) == NULL)
        continue;
      for (NbCompareColumn j = 0; j < N_COLUMNS; j++)
        {
          g_autofree char *text = dup_tsv_cell (self->chosen->pdata[i], j);

          if (j != COLUMN_BAR)
            g_string_append_printf (out, "%s%s", j > 0 ? "\t" : "", text != NULL ? text : "");
        }
      g_string_append_c (out, '\n');
    }
}

/**
 * nb_compare_figures_get_controls:
 * @self: a list
 *
 * Returns: (transfer none): its strip of controls, which may stand beside other controls
 */
GtkWidget *
nb_compare_figures_get_controls (NbCompareFigures *self)
{
  g_return_val_if_fail (NB_IS_COMPARE_FIGURES (self), NULL);
  return self->controls;
}

/**
 * nb_compare_figures_focus_rows:
 * @self: a list
 *
 * Gives the rows the focus as soon as they are there.
 */
void
nb_compare_figures_focus_rows (NbCompareFigures *self)
{
  g_return_if_fail (NB_IS_COMPARE_FIGURES (self));
  self->wants_focus = TRUE;
}
