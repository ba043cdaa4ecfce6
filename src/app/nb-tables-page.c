/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of a report: which there are, the chosen one as the law prints it or as a list of rows, and
 * beside it the evidence for the chosen figure. Where there is no room for the evidence a bar below names the
 * figure and leads on; where there is none for the printed form there is the list alone.
 *
 *   nb_table_model_list_tables → toggles | drop-down → NbFormView | NbTableView, + NbEvidencePanel
 */

#include "nb-tables-page.h"

#include <glib/gi18n-lib.h>

#include "nb-accels.h"
#include "nb-evidence-panel.h"
#include "nb-finding-steps.h"
#include "nb-flow-layout.h"
#include "nb-fold.h"
#include "nb-settings.h"
#include "nb-cell-menu.h"
#include "nb-spare.h"
#include "nb-table-copy.h"
#include "nb-ui-text.h"

struct _NbTablesPage
{
  NbPage parent_instance;

  GtkWidget *menu; /* of a cell, a child beside the page */
  GtkStack *stack;
  AdwSqueezer *chooser; /* the toggles, or the drop-down where they have no room */
  GtkBox *toggles;
  GtkDropDown *table_drop;
  GtkDropDown *column_drop;
  GtkLabel *count;
  GtkWidget *finding_box;
  GtkLabel *finding_count;
  GtkToggleButton *printed_button;
  GtkToggleButton *panel_button;
  AdwFlap *flap;
  GtkStack *views;
  NbFormView *form_view;
  NbTableView *view;
  NbEvidencePanel *panel;
  GtkWidget *legend;
  GtkWidget *bar;
  GtkLabel *bar_label;
  GtkLabel *bar_value;
  GtkWidget *bar_finding;
  GtkImage *bar_mark;
  GtkLabel *bar_title;
  GtkWidget *bar_check;
  GtkWidget *bar_buttons;

  GListModel *tables; /* (owned) (nullable): of NbTableModel */
  guint current;
  int wanted;       /* width of the widest table so far, at this width of the page */
  gboolean folded;  /* the evidence lies over the table, when it is asked for */
  gboolean printed; /* whether the printed form is wanted where there is room for it */
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

static GtkWidget *
create_toggle (NbTablesPage *self, guint index, NbTableModel *table)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (nb_table_model_get_title (table));
  g_autoptr (GPtrArray) findings = nb_finding_steps_list (nb_page_get_item (NB_PAGE (self)), table);
  g_autofree char *name = NULL;

  nb_ui_mark_han (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  name = g_strdup (nb_table_model_get_title (table));
  if (findings->len > 0)
    {
      NbSeverity worst = nb_finding_get_severity (findings->pdata[0]);
      GtkWidget *mark = gtk_image_new_from_icon_name (nb_ui_severity_icon (worst));

      gtk_widget_add_css_class (mark, nb_ui_severity_css_class (worst));
      nb_ui_set_tooltip (mark, nb_ui_severity_name (worst));
      gtk_box_append (GTK_BOX (box), mark);
      g_free (name);
      name = g_strdup_printf ("%s, %s", nb_table_model_get_title (table),
                              nb_ui_severity_name (worst));
    }
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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

static NbTableModel *
dup_current (NbTablesPage *self)
{
  return self->tables != NULL ? g_list_model_get_item (self->tables, self->current) : NULL;
}

static gboolean
shows_printed (NbTablesPage *self)
{
  return self->printed && nb_page_get_width_class (NB_PAGE (self)) > NB_WIDTH_NARROW;
}

static void
update_column_drop (NbTablesPage *self)
{
  g_autoptr (NbTableModel) table = dup_current (self);
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
show_bar_finding (NbTablesPage *self, NbFinding *finding)
{
  g_autofree char *title = finding != NULL ? nb_finding_dup_headline (finding) : NULL;
  g_autofree char *fact = finding != NULL ? nb_finding_steps_dup_fact (finding) : NULL;
  g_autofree char *text = g_strdup_printf ("%s · %s", title, fact);

  gtk_widget_set_visible (self->bar_finding, finding != NULL);
  gtk_widget_set_visible (self->bar_check, finding != NULL);
  if (finding == NULL)
    return;
  gtk_label_set_text (self->bar_title, text);
  nb_ui_show_severity (self->bar_mark, nb_finding_get_severity (finding));
}

static void
update_panel (NbTablesPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbFigure *figure = item != NULL ? nb_app_item_get_figure (item) : NULL;
  g_autofree char *spoken = NULL;

  nb_evidence_panel_set_figure (self->panel, item, figure);
  gtk_widget_set_visible (self->bar, figure != NULL &&
                                         (self->folded || !adw_flap_get_reveal_flap (self->flap)));
  if (figure == NULL)
    return;
  spoken = nb_ui_figure_dup_spoken (figure);
  gtk_label_set_text (self->bar_label, nb_ui_figure_label (figure));
  gtk_label_set_text (self->bar_value, spoken);
  show_bar_finding (self, nb_finding_steps_get_of (item, figure));
}

static int
panel_width (NbTablesPage *self)
{
  int width = 0;

  gtk_widget_measure (GTK_WIDGET (self->panel), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  return width + 1;
}

static void
set_folded (NbTablesPage *self, gboolean folded)
{
  self->folded = folded;
  nb_fold_flap (self->flap, folded, !folded);
  update_panel (self);
}

/* The evidence stands beside the table where the table keeps the room that it wants; it does not come and go
 * with tables of one report. */
static void
update_fold (NbTablesPage *self)
{
  int width = nb_page_get_width (NB_PAGE (self));
  gboolean folded = nb_page_get_width_class (NB_PAGE (self)) < NB_WIDTH_WIDE;

  self->wanted = MAX (self->wanted, shows_printed (self)
                                        ? nb_form_view_get_wanted_width (self->form_view)
                                        : nb_table_view_get_wanted_width (self->view));
  folded |= width > 0 && width - panel_width (self) < self->wanted;
  if (folded != self->folded)
    set_folded (self, folded);
}

static void
nb_tables_page_width_changed (NbPage *page)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);

  self->wanted = 0;
  update_fold (self);
}

/* Only the view that is seen is filled. */
static void
fill_view (NbTablesPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  g_autoptr (NbTableModel) table = item != NULL ? dup_current (self) : NULL;
  gboolean printed = shows_printed (self);

  if (table == NULL || !printed)
    nb_form_view_set_table (self->form_view, NULL, NULL);
  if (table == NULL || printed)
    nb_table_view_set_table (self->view, NULL, NULL);
  if (table == NULL)
    return;
  if (printed && nb_form_view_get_table (self->form_view) != table)
    nb_form_view_set_table (self->form_view, table, item);
  if (!printed && nb_table_view_get_table (self->view) != table)
    nb_table_view_set_table (self->view, table, item);
  gtk_stack_set_visible_child (self->views,
                               printed ? GTK_WIDGET (self->form_view) : GTK_WIDGET (self->view));
  update_fold (self);
}

static void
update_findings (NbTablesPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  g_autoptr (NbTableModel) table = item != NULL ? dup_current (self) : NULL;
  g_autoptr (GPtrArray) findings = nb_finding_steps_list (nb_page_get_item (NB_PAGE (self)), table);
  NbFinding *chosen = item != NULL ? nb_app_item_get_finding (item) : NULL;
  NbWidthClass width = nb_page_get_width_class (NB_PAGE (self));
  g_autofree char *text = NULL;
  guint index = 0;

  gtk_widget_set_visible (self->finding_box, findings->len > 0 && width > NB_WIDTH_NARROW);
  gtk_widget_set_visible (GTK_WIDGET (self->finding_count), width == NB_WIDTH_WIDE);
  if (findings->len == 0)
    return;
  if (chosen != NULL && g_ptr_array_find (findings, chosen, &index))
    /* Translators: which of how many findings of a table is shown. */
    text = g_strdup_printf (_ ("finding %u of %u"), index + 1, findings->len);
  else
    /* Translators: how many of the findings of a report are about the table that is shown. */
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u finding here", "%u findings here", findings->len),
        findings->len);
  gtk_label_set_text (self->finding_count, text);
  nb_ui_set_tooltip (self->finding_box, text);
}

static void
show_finding (NbTablesPage *self, NbTableModel *table, NbFinding *finding)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));

  nb_app_item_set_finding (item, finding);
  nb_app_item_set_figure (item, nb_finding_steps_get_figure (finding, table));
}

static void
move_finding (NbTablesPage *self, int by)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  g_autoptr (NbTableModel) table = dup_current (self);
  g_autoptr (GPtrArray) findings = nb_finding_steps_list (nb_page_get_item (NB_PAGE (self)), table);

  if (findings->len > 0)
    show_finding (self, table, nb_finding_steps_move (item, findings, by));
}

/* The table that a finding is about; the one that is shown, where it is about several. */
static NbTableModel *
dup_table_of (NbTablesPage *self, NbFinding *finding)
{
  guint n_tables = g_list_model_get_n_items (self->tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr (NbTableModel)
          table = g_list_model_get_item (self->tables, (self->current + i) % n_tables);

      if (nb_finding_steps_is_in (finding, table))
        return g_steal_pointer (&table);
    }
  return NULL;
}

/* F8 goes through the findings of all tables, each at its cell. */
static void
nb_tables_page_move_finding (NbPage *page, int by)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);
  GListModel *findings = nb_app_item_get_findings (item);
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  g_autoptr (NbTableModel) table = NULL;
  NbFinding *next;

  for (guint i = 0; self->tables != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      g_autoptr (NbTableModel) of = dup_table_of (self, finding);

      if (of != NULL)
        g_ptr_array_add (listed, finding); /* the model holds it */
    }
  if (listed->len == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                  _ ("No finding is about a cell of a table"));
      return;
    }
  next = nb_finding_steps_move (item, listed, by);
  table = dup_table_of (self, next);
  show_finding (self, table, next);
}

static void
move_finding_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move_finding (NB_TABLES_PAGE (widget), g_str_has_suffix (action, "next-finding") ? 1 : -1);
}

static void
printed_toggled_cb (NbTablesPage *self)
{
  GSettings *settings = nb_settings_get ();
  gboolean printed = gtk_toggle_button_get_active (self->printed_button);

  if (self->printed == printed)
    return;
  if (settings != NULL)
    g_settings_set_boolean (settings, "tables-as-printed", printed);
  nb_tables_page_set_printed (self, printed);
}

/* The selection, or the whole table where no more than one cell is selected and more than it is asked for. */
static void
copy (NbTablesPage *self, NbCopyFormat format, gboolean whole)
{
  NbTableCursor *cursor = shows_printed (self) ? nb_form_view_get_cursor (self->form_view)
                                               : nb_table_view_get_cursor (self->view);
  g_autoptr (GPtrArray) selected = nb_table_cursor_get_selected (cursor);
  g_autoptr (NbTableModel) table = dup_current (self);
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;
  guint n_cells = 0;

  if (table == NULL || (!whole && selected->len == 0))
    return;
  whole = whole && selected->len <= 1;
  text = nb_table_copy (table, whole ? NULL : selected, format, &n_cells);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  told = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u cell copied", "%u cells copied", n_cells), n_cells);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", told);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbTablesPage *self = NB_TABLES_PAGE (widget);

  if (g_str_equal (action, "tables.copy-selection"))
    copy (self, NB_COPY_VALUES, FALSE);
  else if (g_str_equal (action, "tables.copy-values"))
    copy (self, NB_COPY_VALUES, TRUE);
  else if (g_str_equal (action, "tables.copy-headed"))
    copy (self, NB_COPY_HEADED, TRUE);
  else
    copy (self, NB_COPY_MARKDOWN, TRUE);
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
      nb_tables_page_select (self, i);
      if (nb_page_get_width_class (page) == NB_WIDTH_NARROW)
        gtk_drop_down_set_selected (self->column_drop, column);
      break;
    }
  nb_table_view_set_chosen (self->view, figure);
  nb_form_view_set_chosen (self->form_view, figure);
  update_panel (self);
  update_findings (self);
}

static void
nb_tables_page_finding_changed (NbPage *page)
{
  update_findings (NB_TABLES_PAGE (page));
  update_panel (NB_TABLES_PAGE (page));
}

static void
show_count (NbTablesPage *self, NbTableModel *table)
{
  guint n_figures = nb_table_model_get_n_figures (table);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u cell", "%u cells", n_figures), n_figures);

  gtk_label_set_text (self->count, text);
}

static void
show_table (NbTablesPage *self)
{
  g_autoptr (NbTableModel) table = dup_current (self);
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->toggles));

  if (table == NULL)
    return;
  fill_columns (self, table);
  fill_view (self);
  update_column_drop (self);
  show_count (self, table);
  update_findings (self);
  self->filling = TRUE;
  for (guint i = 0; i < self->current && toggle != NULL; i++)
    toggle = gtk_widget_get_next_sibling (toggle);
  if (toggle != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  gtk_drop_down_set_selected (self->table_drop, self->current);
  self->filling = FALSE;
}

static void
nb_tables_page_reading_changed (NbPage *page)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);
  NbReport *report = nb_page_get_report (page);

  nb_table_view_set_table (self->view, NULL, NULL);
  nb_form_view_set_table (self->form_view, NULL, NULL);
  g_clear_object (&self->tables);
  self->wanted = 0;
  if (report != NULL)
    self->tables = nb_table_model_list_tables (report);
  fill_tables (self);
  if (self->tables != NULL && g_list_model_get_n_items (self->tables) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "tables");
      self->current = MIN (self->current, g_list_model_get_n_items (self->tables) - 1);
      show_table (self);
    }
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
  update_panel (self);
}

/* Marks stand on the toggles and in the cells; the table and the cell that are shown stay. */
static void
nb_tables_page_findings_changed (NbPage *page)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);

  if (self->tables == NULL || g_list_model_get_n_items (self->tables) == 0)
    return;
  fill_tables (self);
  show_table (self);
  nb_tables_page_figure_changed (page);
}

static void
nb_tables_page_layout (NbPage *page)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);
  NbWidthClass width = nb_page_get_width_class (page);

  adw_squeezer_page_set_enabled (adw_squeezer_get_page (self->chooser, GTK_WIDGET (self->toggles)),
                                 width > NB_WIDTH_NARROW);
  gtk_widget_set_visible (self->legend, width >= NB_WIDTH_FOLDED);
  nb_ui_stack_foot (self->bar, self->bar_buttons, width == NB_WIDTH_NARROW);
  gtk_widget_set_visible (GTK_WIDGET (self->count), width == NB_WIDTH_WIDE);
  gtk_widget_set_visible (GTK_WIDGET (self->printed_button), width > NB_WIDTH_NARROW);
  fill_view (self);
  update_column_drop (self);
  update_panel (self);
  update_findings (self);
}

static void
nb_tables_page_list_panes (NbPage *page, GPtrArray *panes)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);

  g_ptr_array_add (panes, gtk_widget_get_parent (GTK_WIDGET (self->chooser)));
  g_ptr_array_add (panes, gtk_stack_get_visible_child (self->views));
  if (adw_flap_get_reveal_flap (self->flap))
    g_ptr_array_add (panes, self->panel);
}

static void
nb_tables_page_take_focus (NbPage *page)
{
  NbTablesPage *self = NB_TABLES_PAGE (page);

  if (nb_app_item_get_figure (nb_page_get_item (page)) == NULL)
    return;
  if (shows_printed (self))
    nb_form_view_focus_chosen (self->form_view);
  else
    nb_table_view_focus_chosen (self->view);
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
    nb_app_item_set_finding (item, nb_finding_steps_get_of (item, figure));
  nb_page_show (NB_PAGE (self), "checks");
}

static void
nb_tables_page_dispose (GObject *object)
{
  NbTablesPage *self = NB_TABLES_PAGE (object);

  g_clear_object (&self->tables);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (nb_tables_page_parent_class)->dispose (object);
}

static const char *const copy_actions[] = {
  "tables.copy-selection",
  "tables.copy-values",
  "tables.copy-headed",
  "tables.copy-markdown",
};

static void
nb_tables_page_class_init (NbTablesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NbPageClass *page_class = NB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_tables_page_dispose;
  page_class->reading_changed = nb_tables_page_reading_changed;
  page_class->findings_changed = nb_tables_page_findings_changed;
  page_class->figure_changed = nb_tables_page_figure_changed;
  page_class->finding_changed = nb_tables_page_finding_changed;
  page_class->layout = nb_tables_page_layout;
  page_class->width_changed = nb_tables_page_width_changed;
  page_class->move_finding = nb_tables_page_move_finding;
  page_class->list_panes = nb_tables_page_list_panes;
  page_class->take_focus = nb_tables_page_take_focus;

  for (guint i = 0; i < G_N_ELEMENTS (copy_actions); i++)
    gtk_widget_class_install_action (widget_class, copy_actions[i], NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "tables.next-finding", NULL, move_finding_cb);
  gtk_widget_class_install_action (widget_class, "tables.previous-finding", NULL, move_finding_cb);

  g_type_ensure (NB_TYPE_FLOW_LAYOUT);
  g_type_ensure (NB_TYPE_FORM_VIEW);
  g_type_ensure (NB_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-tables-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, table_drop);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, column_drop);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, count);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, finding_box);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, finding_count);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, printed_button);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, views);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, form_view);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, panel_button);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, flap);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, view);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, legend);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_label);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_value);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_check);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_buttons);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_finding);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_mark);
  gtk_widget_class_bind_template_child (widget_class, NbTablesPage, bar_title);
  gtk_widget_class_bind_template_callback (widget_class, table_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_figure_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_check_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_panel);
  gtk_widget_class_bind_template_callback (widget_class, update_fold);
  gtk_widget_class_bind_template_callback (widget_class, printed_toggled_cb);
}

static void
nb_tables_page_init (NbTablesPage *self)
{
  GSettings *settings = nb_settings_get ();

  self->current = 1; /* the applications, which most come for, where the form has several tables */
  self->printed = settings == NULL || g_settings_get_boolean (settings, "tables-as-printed");
  /* Before the template, which calls back for it. */
  self->panel = NB_EVIDENCE_PANEL (nb_spare_take (NB_TYPE_EVIDENCE_PANEL));
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->panel));
  gtk_toggle_button_set_active (self->printed_button, self->printed);
  g_object_bind_property (self->flap, "reveal-flap", self->panel_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  nb_ui_mark_han (self->bar_label);
  self->menu = nb_cell_menu_new (self);
  nb_accels_add_keys (GTK_WIDGET (self), "tables.");
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
 * nb_tables_page_get_menu:
 * @self: a page
 *
 * Returns: (transfer none): the menu of a cell, a #GtkPopover
 */
GtkWidget *
nb_tables_page_get_menu (NbTablesPage *self)
{
  g_return_val_if_fail (NB_IS_TABLES_PAGE (self), NULL);
  return self->menu;
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

/**
 * nb_tables_page_get_form_view:
 * @self: a page
 *
 * Returns: (transfer none): the view of the chosen table as the law prints it
 */
NbFormView *
nb_tables_page_get_form_view (NbTablesPage *self)
{
  g_return_val_if_fail (NB_IS_TABLES_PAGE (self), NULL);
  return self->form_view;
}

/**
 * nb_tables_page_find_cell:
 * @self: a page
 * @figure: a figure
 *
 * Returns: (transfer none) (nullable): the cell that shows it, where there is one on screen
 */
GtkWidget *
nb_tables_page_find_cell (NbTablesPage *self, NbFigure *figure)
{
  g_return_val_if_fail (NB_IS_TABLES_PAGE (self), NULL);
  return shows_printed (self) ? nb_form_view_find_cell (self->form_view, figure)
                              : nb_table_view_find_cell (self->view, figure);
}

/**
 * nb_tables_page_set_printed:
 * @self: a page
 * @printed: whether tables look as the law prints them where there is room, not as lists
 */
void
nb_tables_page_set_printed (NbTablesPage *self, gboolean printed)
{
  g_return_if_fail (NB_IS_TABLES_PAGE (self));

  self->printed = printed;
  self->wanted = 0;
  gtk_toggle_button_set_active (self->printed_button, printed);
  fill_view (self);
}

/**
 * nb_tables_page_select:
 * @self: a page
 * @table: which table to show, from 0
 */
void
nb_tables_page_select (NbTablesPage *self, guint table)
{
  g_return_if_fail (NB_IS_TABLES_PAGE (self));

  if (self->tables == NULL || table >= g_list_model_get_n_items (self->tables) ||
      table == self->current)
    return;
  self->current = table;
  show_table (self);
}
