/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of a report: which there are, the chosen one cell by cell, and beside it the evidence for the
 * chosen figure. Where there is no room for the evidence a bar below names the figure and leads on.
 *
 *   nb_table_model_list_tables → toggles | drop-down → NbTableView + NbEvidencePanel
 */

#include "nb-tables-page.h"

#include <glib/gi18n-lib.h>

#include "nb-evidence-panel.h"
#include "nb-ui-text.h"

struct _NbTablesPage
{
  NbPage parent_instance;

  GtkStack *stack;
  GtkBox *toggles;
  GtkDropDown *table_drop;
  GtkDropDown *column_drop;
  GtkLabel *count;
  GtkToggleButton *panel_button;
  AdwFlap *flap;
  NbTableView *view;
  NbEvidencePanel *panel;
  GtkWidget *legend;
  GtkWidget *bar;
  GtkLabel *bar_label;
  GtkLabel *bar_value;
  GtkWidget *bar_check;

  GListModel *tables; /* (owned) (nullable): of NbTableModel */
  guint current;
  gboolean filling; /* the drop-downs are being filled: what they say is not the user's */
};

G_DEFINE_FINAL_TYPE (NbTablesPage, nb_tables_page, NB_TYPE_PAGE)

static void
toggled_cb (NbTablesPage *self, GtkToggleButton *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "nb-table"));

  if (!self->filling && gtk_toggle_button_get_active (button))
    nb_tables_page_select (self, index);
}

static gboolean
table_has_finding (NbTablesPage *self, NbTableModel *table)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  const NbFormTable *form_table = nb_table_model_get_table (table);

  for (guint i = 0; form_table != NULL && i < form_table->n_metrics; i++)
    {
      NbFigure *figure = nb_report_get_figure_for (nb_app_item_get_report (item),
                                                   form_table->metrics[i]);

      if (figure != NULL && nb_app_item_find_finding (item, figure) != NULL)
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
create_toggle (NbTablesPage *self, guint index, NbTableModel *table)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (nb_table_model_get_title (table));

  nb_ui_mark_han (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  if (table_has_finding (self, table))
    {
      GtkWidget *mark = gtk_image_new_from_icon_name (nb_ui_severity_icon (NB_SEVERITY_ERROR));

      gtk_widget_add_css_class (mark, nb_ui_severity_css_class (NB_SEVERITY_ERROR));
      nb_ui_set_tooltip (mark, _ ("has findings"));
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nb_table_model_get_title (table), -1);
  g_object_set_data (G_OBJECT (toggle), "nb-table", GUINT_TO_POINTER (index));
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return toggle;
}

static void
fill_tables (NbTablesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_tables = self->tables != NULL ? g_list_model_get_n_items (self->tables) : 0;
  GtkWidget *child, *first = NULL;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->toggles))) != NULL)
    gtk_box_remove (self->toggles, child);
  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr (NbTableModel) table = g_list_model_get_item (self->tables, i);
      GtkWidget *toggle = create_toggle (self, i, table);

      if (first == NULL)
        first = toggle;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (first));
      gtk_box_append (self->toggles, toggle);
      gtk_string_list_append (names, nb_table_model_get_title (table));
    }
  gtk_drop_down_set_model (self->table_drop, G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
fill_columns (NbTablesPage *self, NbTableModel *table)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_columns = nb_table_model_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *title = nb_table_model_get_column_title (table, i);
      g_autofree char *number = NULL;

      if (*title == '\0')
        title = number = g_strdup_printf (_ ("Column %u"), i + 1);
      gtk_string_list_append (names, title);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->column_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->column_drop, n_columns > 0 ? n_columns - 1 : 0);
  self->filling = FALSE;
}

static void
update_column_drop (NbTablesPage *self)
{
  NbTableModel *table = nb_table_view_get_table (self->view);
  gboolean narrow = nb_page_get_width_class (NB_PAGE (self)) == NB_WIDTH_NARROW;

  gtk_widget_set_visible (GTK_WIDGET (self->column_drop),
                          narrow && table != NULL && nb_table_model_get_n_columns (table) > 1);
  nb_table_view_set_narrow (self->view, narrow, gtk_drop_down_get_selected (self->column_drop));
}

static void
table_dropped_cb (NbTablesPage *self)
{
  if (!self->filling && gtk_drop_down_get_selected (self->table_drop) != GTK_INVALID_LIST_POSITION)
    nb_tables_page_select (self, gtk_drop_down_get_selected (self->table_drop));
}

static void
column_dropped_cb (NbTablesPage *self)
{
  if (!self->filling)
    update_column_drop (self);
}

static void
update_panel (NbTablesPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbFigure *figure = item != NULL ? nb_app_item_get_figure (item) : NULL;
  gboolean wide = nb_page_get_width_class (NB_PAGE (self)) == NB_WIDTH_WIDE;
  g_autofree char *spoken = NULL;

  nb_evidence_panel_set_figure (self->panel, item, figure);
  gtk_widget_set_visible (self->bar,
                          figure != NULL && !(wide && adw_flap_get_reveal_flap (self->flap)));
  if (figure == NULL)
    return;
  spoken = nb_ui_figure_dup_spoken (figure);
  gtk_label_set_text (self->bar_label, nb_ui_figure_label (figure));
  gtk_label_set_text (self->bar_value, spoken);
  gtk_widget_set_visible (self->bar_check, nb_app_item_find_finding (item, figure) != NULL);
}

static void
nb_tables_page_figure_changed (NbPage *page)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);
  NbFigure *figure = item != NULL ? nb_app_item_get_figure (item) : NULL;
  guint n_tables = self->tables != NULL ? g_list_model_get_n_items (self->tables) : 0;

  for (guint i = 0; figure != NULL && i < n_tables; i++)
    {
      g_autoptr (NbTableModel) table = g_list_model_get_item (self->tables, i);
      guint column = 0;

      if (!nb_table_model_find (table, figure, NULL, &column))
        continue;
      if (table != nb_table_view_get_table (self->view))
        nb_tables_page_select (self, i);
      if (nb_page_get_width_class (page) == NB_WIDTH_NARROW)
        gtk_drop_down_set_selected (self->column_drop, column);
      break;
    }
  nb_table_view_set_chosen (self->view, figure);
  update_panel (self);
}

static void
nb_tables_page_reading_changed (NbPage *page)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);
  NbReport *report = nb_page_get_report (page);

  nb_table_view_set_table (self->view, NULL, NULL);
  g_clear_object (&self->tables);
  if (report != NULL)
    self->tables = nb_table_model_list_tables (report);
  fill_tables (self);
  if (self->tables != NULL && g_list_model_get_n_items (self->tables) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "tables");
      nb_tables_page_select (self,
                             MIN (self->current, g_list_model_get_n_items (self->tables) - 1));
    }
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
  update_panel (self);
}

static void
nb_tables_page_layout (NbPage *page)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);
  NbWidthClass width = nb_page_get_width_class (page);

  adw_flap_set_fold_policy (self->flap, width == NB_WIDTH_WIDE ? ADW_FLAP_FOLD_POLICY_NEVER
                                                               : ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_reveal_flap (self->flap, width == NB_WIDTH_WIDE);
  gtk_widget_set_visible (GTK_WIDGET (self->toggles), width >= NB_WIDTH_FOLDED);
  gtk_widget_set_visible (self->legend, width >= NB_WIDTH_FOLDED);
  gtk_widget_set_visible (GTK_WIDGET (self->table_drop), width == NB_WIDTH_NARROW);
  gtk_widget_set_visible (GTK_WIDGET (self->count), width >= NB_WIDTH_MEDIUM);
  update_column_drop (self);
  update_panel (self);
}

static void
nb_tables_page_list_panes (NbPage *page, GPtrArray *panes)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);

  g_ptr_array_add (panes, gtk_widget_get_parent (GTK_WIDGET (self->toggles)));
  g_ptr_array_add (panes, self->view);
  if (adw_flap_get_reveal_flap (self->flap))
    g_ptr_array_add (panes, self->panel);
}

static void
open_figure_cb (NbTablesPage *self)
{
  nb_page_show (NB_PAGE (self), "text");
}

static void
show_check_cb (NbTablesPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbFigure *figure = nb_app_item_get_figure (item);

  if (figure != NULL)
    nb_app_item_set_finding (item, nb_app_item_find_finding (item, figure));
  nb_page_show (NB_PAGE (self), "checks");
}

static void
nb_tables_page_dispose (GObject *object)
{
  NbTablesPage *self = NB_TABLES_PAGE (object);

  g_clear_object (&self->tables);

  G_OBJECT_CLASS (nb_tables_page_parent_class)->dispose (object);
}

static void
nb_tables_page_class_init (NbTablesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NbPageClass *page_class = NB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_tables_page_dispose;
  page_class->reading_changed = nb_tables_page_reading_changed;
  page_class->figure_changed = nb_tables_page_figure_changed;
  page_class->layout = nb_tables_page_layout;
  page_class->list_panes = nb_tables_page_list_panes;

  g_type_ensure (NB_TYPE_TABLE_VIEW);
  g_type_ensure (NB_TYPE_EVIDENCE_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-tables-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, table_drop);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, column_drop);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, count);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, panel_button);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, flap);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, view);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, panel);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, legend);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_label);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_value);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_check);
  gtk_widget_class_bind_template_callback (widget_class, table_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_figure_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_check_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_panel);
}

static void
nb_tables_page_init (NbTablesPage *self)
{
  self->current = 1; /* the applications, which most come for, where the form has several tables */
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->flap, "reveal-flap", self->panel_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  nb_ui_mark_han (self->bar_label);
}

/**
 * nb_tables_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the view of the chosen table
 */
NbTableView *
nb_tables_page_get_view (NbTablesPage *self)
{
  g_return_val_if_fail (NB_IS_TABLES_PAGE (self), NULL);
  return self->view;
}

/**
 * nb_tables_page_get_tables:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the tables of the report
 */
GListModel *
nb_tables_page_get_tables (NbTablesPage *self)
{
  g_return_val_if_fail (NB_IS_TABLES_PAGE (self), NULL);
  return self->tables;
}

static void
show_count (NbTablesPage *self, NbTableModel *table)
{
  guint n_figures = nb_table_model_get_n_figures (table);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u cell", "%u cells", n_figures), n_figures);

  gtk_label_set_text (self->count, text);
}

/**
 * nb_tables_page_select:
 * @self: a page
 * @table: which table to show, from 0
 */
void
nb_tables_page_select (NbTablesPage *self, guint table)
{
  g_autoptr (NbTableModel) model = NULL;
  GtkWidget *toggle;

  g_return_if_fail (NB_IS_TABLES_PAGE (self));

  model = self->tables != NULL ? g_list_model_get_item (self->tables, table) : NULL;
  if (model == NULL || model == nb_table_view_get_table (self->view))
    return;
  self->current = table;
  fill_columns (self, model);
  nb_table_view_set_table (self->view, model, nb_page_get_item (NB_PAGE (self)));
  update_column_drop (self);
  show_count (self, model);
  self->filling = TRUE;
  toggle = gtk_widget_get_first_child (GTK_WIDGET (self->toggles));
  for (guint i = 0; i < table && toggle != NULL; i++)
    toggle = gtk_widget_get_next_sibling (toggle);
  if (toggle != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  gtk_drop_down_set_selected (self->table_drop, table);
  self->filling = FALSE;
}
