/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The findings of a report: a list by severity, and the chosen one with its relation, numbers put in. Each
 * number is a button that leads to its cell; what else there is to say stands below.
 *
 *   nb_app_item_get_findings (the gravest first) → GListStore with an NbHeading above each severity
 *     → GtkSingleSelection → GtkListView
 */

#include "nb-checks-page.h"

#include <glib/gi18n-lib.h>

#include "nb-excerpt.h"
#include "nb-finding-notes.h"
#include "nb-finding-row.h"
#include "nb-heading.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"
#include "form/nb-label.h"

struct _NbChecksPage
{
  NbPage parent_instance;

  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkWidget *back;
  GtkListView *list;
  GtkImage *mark;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *message;
  GtkWidget *relation_part;
  GtkLabel *relation;
  GtkFlowBox *terms;
  GtkLabel *excerpt;
  NbFindingNotes *notes;

  GtkSingleSelection *selection; /* (owned) */
  gboolean filling; /* another report comes in: what is selected is not the user's choice */
};

G_DEFINE_FINAL_TYPE (NbChecksPage, nb_checks_page, NB_TYPE_PAGE)

static void
setup_finding_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "nb-group");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), nb_finding_row_new ());
  gtk_list_item_set_child (list_item, box);
}

/* A heading is an item of the same model that cannot be chosen: GTK 4.8 has no section headers. */
static void
bind_finding_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *row = gtk_widget_get_next_sibling (heading);
  gpointer item = gtk_list_item_get_item (list_item);
  gboolean is_heading = NB_IS_HEADING (item);

  gtk_widget_set_visible (heading, is_heading);
  gtk_widget_set_visible (row, !is_heading);
  gtk_list_item_set_selectable (list_item, !is_heading);
  gtk_list_item_set_activatable (list_item, !is_heading);
  if (is_heading)
    gtk_label_set_text (GTK_LABEL (heading), nb_heading_get_title (item));
  else
    nb_finding_row_set_finding (NB_FINDING_ROW (row), item);
}

static gboolean
same_group (NbFinding *a, NbFinding *b)
{
  if (nb_finding_get_status (a) != nb_finding_get_status (b))
    return FALSE;
  return nb_finding_get_status (a) == NB_STATUS_OPEN ||
         nb_finding_get_severity (a) == nb_finding_get_severity (b);
}

static NbHeading *
create_heading (GListModel *findings, guint first)
{
  g_autoptr (NbFinding) finding = g_list_model_get_item (findings, first);
  guint n_findings = g_list_model_get_n_items (findings), n = 0;
  const char *name = nb_finding_get_status (finding) == NB_STATUS_OPEN
                         ? _ ("Cannot Be Decided Yet")
                         : nb_ui_severity_name (nb_finding_get_severity (finding));
  g_autofree char *title = NULL;

  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (NbFinding) other = g_list_model_get_item (findings, i);

      n += same_group (finding, other);
    }
  title = g_strdup_printf ("%s %u", name, n);
  return nb_heading_new (title);
}

/* What fails by severity, then what is open: each group under its heading. */
static GListModel *
group_findings (GListModel *findings)
{
  guint n_findings = findings != NULL ? g_list_model_get_n_items (findings) : 0;
  GListStore *grouped = g_list_store_new (G_TYPE_OBJECT);
  NbFinding *before = NULL; /* in the model, which keeps it */

  for (gboolean open = FALSE; open <= TRUE; open++)
    for (guint i = 0; i < n_findings; i++)
      {
        g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

        if ((nb_finding_get_status (finding) == NB_STATUS_OPEN) != open)
          continue;
        if (before == NULL || !same_group (before, finding))
          {
            g_autoptr (NbHeading) heading = create_heading (findings, i);

            g_list_store_append (grouped, heading);
          }
        g_list_store_append (grouped, finding);
        before = finding;
      }
  return G_LIST_MODEL (grouped);
}

static void
term_clicked_cb (NbChecksPage *self, GtkButton *button)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));

  nb_app_item_set_figure (item, g_object_get_data (G_OBJECT (button), "nb-figure"));
  nb_page_show (NB_PAGE (self), "tables");
}

/* What tells the terms apart: where they share the row the column, where they share the column the row. */
static const char *
term_label (NbFigure *figure, const NbTerm *terms, guint n_terms)
{
  const NbMetric *metric = nb_figure_get_metric (figure);
  gboolean same_row = metric != NULL, same_column = metric != NULL;

  for (guint i = 0; i < n_terms && metric != NULL; i++)
    {
      const NbMetric *other = terms[i].figure != NULL ? nb_figure_get_metric (terms[i].figure)
                                                      : NULL;

      same_row = same_row && other != NULL && other->row == metric->row;
      same_column = same_column && other != NULL &&
                    g_strcmp0 (other->column_key, metric->column_key) == 0;
    }
  if (same_row)
    return nb_ui_metric_column_label (metric);
  if (same_column)
    return nb_label_pick (metric->row->label_zh, metric->row->label_en);
  return nb_ui_figure_label (figure);
}

static GtkWidget *
create_term (NbChecksPage *self, NbFigure *figure, const char *short_label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *cell = nb_ui_figure_dup_cell (figure);
  g_autofree char *spoken = nb_ui_figure_dup_spoken (figure);
  g_autofree char *name = NULL;
  NbState state = nb_figure_get_state (figure);
  gboolean plain = state == NB_STATE_NUMBER || state == NB_STATE_ZERO;
  GtkWidget *value = gtk_label_new (plain ? cell : spoken);
  GtkWidget *label = gtk_label_new (short_label);

  gtk_widget_add_css_class (value, plain ? "title-2" : "heading");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (label, "caption");
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  name = g_strdup_printf ("%s, %s", nb_ui_figure_label (figure), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  nb_ui_set_tooltip (button, _ ("Show in its table"));
  g_object_set_data_full (G_OBJECT (button), "nb-figure", g_object_ref (figure), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (term_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

/* The words of the text that a finding is about, where there are any. */
static gboolean
find_quote (NbFinding *finding, NbPlace *place)
{
  guint n_quotes = 0;
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);

  if (n_quotes == 0)
    return FALSE;
  *place = (NbPlace){ .section = quotes[0].section,
                      .offset = quotes[0].offset,
                      .length = quotes[0].length };
  return TRUE;
}

static void
show_terms (NbChecksPage *self, NbFinding *finding)
{
  guint n_terms = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  NbReport *report = nb_page_get_report (NB_PAGE (self));
  const NbPlace *place = NULL;
  NbPlace quoted;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->terms))) != NULL)
    gtk_flow_box_remove (self->terms, child);
  for (guint i = 0; i < n_terms; i++)
    {
      GtkWidget *term;

      if (terms[i].figure == NULL)
        continue;
      term = create_term (self, terms[i].figure, term_label (terms[i].figure, terms, n_terms));
      gtk_flow_box_append (self->terms, term);
      gtk_widget_set_focusable (gtk_widget_get_parent (term), FALSE);
      /* The whole is what the parts are held against; it stands last and is shown in the source. */
      if (nb_figure_get_place (terms[i].figure) != NULL)
        place = nb_figure_get_place (terms[i].figure);
    }
  if (find_quote (finding, &quoted))
    place = &quoted;
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->excerpt)), place != NULL);
  gtk_widget_set_visible (self->relation_part,
                          n_terms > 0 || *nb_finding_get_relation (finding) != '\0');
  if (place != NULL && report != NULL)
    nb_excerpt_show (self->excerpt, report, place);
}

static void
show_finding (NbChecksPage *self, NbFinding *finding)
{
  NbSeverity severity = nb_finding_get_severity (finding);
  const char *classes[] = { nb_ui_severity_css_class (severity), NULL };
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  g_autofree char *subtitle = NULL;
  const char *open = nb_finding_get_status (finding) == NB_STATUS_OPEN
                         ? _ (" · cannot be decided yet")
                         : "";

  subtitle = g_strdup_printf ("%s · %s%s", nb_ui_severity_name (severity),
                              nb_finding_get_rule (finding), open);
  gtk_image_set_from_icon_name (self->mark, nb_ui_severity_icon (severity));
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), classes);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), g_strcmp0 (message, title) != 0);
  gtk_label_set_text (self->relation, nb_finding_get_relation (finding));
  show_terms (self, finding);
  nb_finding_notes_set_finding (self->notes, finding);
}

static void
selected_cb (NbChecksPage *self)
{
  gpointer chosen = gtk_single_selection_get_selected_item (self->selection);
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));

  if (!self->filling && NB_IS_FINDING (chosen) && item != NULL)
    nb_app_item_set_finding (item, chosen);
}

static void
activated_cb (NbChecksPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
}

static void
back_cb (NbChecksPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

static void
show_text_cb (NbChecksPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbFinding *finding = nb_app_item_get_finding (item);
  guint n_terms = 0;
  const NbTerm *terms = finding != NULL ? nb_finding_get_terms (finding, &n_terms) : NULL;

  for (guint i = n_terms; i > 0; i--)
    if (terms[i - 1].figure != NULL && nb_figure_get_place (terms[i - 1].figure) != NULL)
      {
        nb_app_item_set_figure (item, terms[i - 1].figure);
        break;
      }
  nb_page_show (NB_PAGE (self), "text");
}

static void
nb_checks_page_finding_changed (NbPage *page)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);
  NbFinding *finding = item != NULL ? nb_app_item_get_finding (item) : NULL;
  guint n_findings = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (finding == NULL)
    return;
  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other != G_OBJECT (finding))
        continue;
      if (gtk_single_selection_get_selected (self->selection) != i)
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
          adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
        }
      break;
    }
  show_finding (self, finding);
}

static void
nb_checks_page_findings_changed (NbPage *page)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);
  GListModel *findings = item != NULL ? nb_app_item_get_findings (item) : NULL;
  g_autoptr (GListModel) grouped = NULL;

  self->filling = TRUE;
  grouped = group_findings (findings);
  gtk_single_selection_set_model (self->selection, grouped);
  if (g_list_model_get_n_items (grouped) > 1)
    gtk_single_selection_set_selected (self->selection, 1);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (
      self->stack,
      findings != NULL && g_list_model_get_n_items (findings) > 0 ? "findings" : "none");
  if (item != NULL && nb_app_item_get_finding (item) == NULL)
    selected_cb (self);
}

static void
nb_checks_page_reading_changed (NbPage *page)
{
  nb_checks_page_findings_changed (page);
  adw_leaflet_set_visible_child (NB_CHECKS_PAGE (page)->leaflet, NB_CHECKS_PAGE (page)->list_pane);
}

static void
nb_checks_page_layout (NbPage *page)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);
  NbWidthClass width = nb_page_get_width_class (page);

  gtk_widget_set_size_request (self->list_pane, width >= NB_WIDTH_WIDE ? 372 : 276, -1);
}

static void
nb_checks_page_list_panes (NbPage *page, GPtrArray *panes)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);

  g_ptr_array_add (panes, self->list_pane);
  g_ptr_array_add (panes, self->detail_pane);
}

static void
nb_checks_page_dispose (GObject *object)
{
  NbChecksPage *self = NB_CHECKS_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (nb_checks_page_parent_class)->dispose (object);
}

static void
nb_checks_page_class_init (NbChecksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NbPageClass *page_class = NB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_checks_page_dispose;
  page_class->reading_changed = nb_checks_page_reading_changed;
  page_class->findings_changed = nb_checks_page_findings_changed;
  page_class->finding_changed = nb_checks_page_finding_changed;
  page_class->layout = nb_checks_page_layout;
  page_class->list_panes = nb_checks_page_list_panes;

  g_type_ensure (NB_TYPE_WRAP_LAYOUT);
  g_type_ensure (NB_TYPE_FINDING_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, back);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, list);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, mark);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, title);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, message);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, relation_part);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, relation);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, notes);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, terms);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, excerpt);
  gtk_widget_class_bind_template_callback (widget_class, setup_finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_text_cb);
}

static void
nb_checks_page_init (NbChecksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  nb_ui_mark_han (self->title);
  nb_ui_mark_han (self->message);
}

/**
 * nb_checks_page_get_terms:
 * @self: a page
 *
 * Returns: (transfer none): the box with a button for each number of the relation
 */
GtkFlowBox *
nb_checks_page_get_terms (NbChecksPage *self)
{
  g_return_val_if_fail (NB_IS_CHECKS_PAGE (self), NULL);
  return self->terms;
}
