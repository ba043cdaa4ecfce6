/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One finding whole: what it says, its relation with the numbers put in, what would heal it, its cells and its
 * sentences side by side, what the user decides on it, and the rule. Each number is a button that leads to
 * its cell. Shows what it is given; the choice is the item's.
 */

#include "nb-finding-view.h"

#include <glib/gi18n-lib.h>

#include "form/nb-label.h"
#include "nb-evidence-table.h"
#include "nb-excerpt.h"
#include "nb-finding-notes.h"
#include "nb-review-bar.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"

enum
{
  MOST_QUOTES = 3, /* that are shown; the Text page has them all */
};

struct _NbFindingView
{
  AdwBin parent_instance;

  GtkImage *mark;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *message;
  GtkWidget *relation_part;
  GtkLabel *relation;
  GtkFlowBox *terms;
  GtkWidget *evidence_part;
  GtkBox *evidence;
  GtkWidget *table_card;
  NbEvidenceTable *table;
  GtkWidget *text_card;
  GtkBox *quotes;
  NbFindingNotes *notes;
  NbFindingNotes *rule_notes;
  NbReviewBar *review;

  NbAppItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (NbFindingView, nb_finding_view, ADW_TYPE_BIN)

static void
term_clicked_cb (NbFindingView *self, GtkButton *button)
{
  nb_app_item_set_figure (self->item, g_object_get_data (G_OBJECT (button), "nb-figure"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "tables");
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
create_term (NbFindingView *self, NbFigure *figure, const char *short_label)
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

static void
show_terms (NbFindingView *self, NbFinding *finding)
{
  guint n_terms = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->terms))) != NULL)
    gtk_flow_box_remove (self->terms, child);
  for (guint i = 0; i < n_terms; i++)
    {
      GtkWidget *term = create_term (self, terms[i].figure,
                                     term_label (terms[i].figure, terms, n_terms));

      gtk_flow_box_append (self->terms, term);
      gtk_widget_set_focusable (gtk_widget_get_parent (term), FALSE);
    }
  gtk_label_set_text (self->relation, nb_finding_get_relation (finding));
  gtk_widget_set_visible (GTK_WIDGET (self->relation), *nb_finding_get_relation (finding) != '\0');
  gtk_widget_set_visible (self->relation_part,
                          n_terms > 0 || *nb_finding_get_relation (finding) != '\0');
}

static void
add_excerpt (NbFindingView *self, NbReport *report, const NbPlace *place)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  nb_excerpt_show (GTK_LABEL (label), report, place);
  gtk_box_append (self->quotes, label);
}

/* The sentences that it quotes; else the cell that the others are held against, which stands last. */
static gboolean
show_quotes (NbFindingView *self, NbFinding *finding)
{
  NbReport *report = nb_finding_get_report (finding);
  guint n_terms = 0, n_quotes = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
  const NbPlace *place = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->quotes))) != NULL)
    gtk_box_remove (self->quotes, child);
  for (guint i = 0; i < MIN (n_quotes, MOST_QUOTES); i++)
    {
      NbPlace quoted = { .section = quotes[i].section,
                         .offset = quotes[i].offset,
                         .length = quotes[i].length };

      add_excerpt (self, report, &quoted);
    }
  for (guint i = 0; i < n_terms; i++)
    if (nb_figure_get_place (terms[i].figure) != NULL)
      place = nb_figure_get_place (terms[i].figure);
  if (n_quotes == 0 && place != NULL)
    add_excerpt (self, report, place);
  return n_quotes > 0 || place != NULL;
}

static void
show_evidence (NbFindingView *self, NbFinding *finding)
{
  gboolean has_table = nb_evidence_table_set_finding (self->table, self->item, finding);
  gboolean has_text = show_quotes (self, finding);

  gtk_widget_set_visible (self->table_card, has_table);
  gtk_widget_set_visible (self->text_card, has_text);
  gtk_widget_set_visible (self->evidence_part, has_table || has_text);
}

static char *
dup_subtitle (NbFinding *finding)
{
  const NbRule *rule = nb_finding_get_rule_info (finding);
  const char *open = nb_finding_get_status (finding) == NB_STATUS_OPEN
                         ? _ (" · cannot be decided yet")
                         : "";

  return g_strdup_printf ("%s · %s · %s%s", nb_ui_severity_name (nb_finding_get_severity (finding)),
                          rule->id, nb_label_pick (rule->source_zh, rule->source_en), open);
}

static void
show_head (NbFindingView *self, NbFinding *finding)
{
  const char *classes[] = { nb_ui_severity_css_class (nb_finding_get_severity (finding)), NULL };
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  g_autofree char *subtitle = dup_subtitle (finding);

  gtk_image_set_from_icon_name (self->mark,
                                nb_ui_severity_icon (nb_finding_get_severity (finding)));
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), classes);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), g_strcmp0 (message, title) != 0);
}

static void
show_notes (NbFindingNotes *notes, NbFinding *finding)
{
  nb_finding_notes_set_finding (notes, finding);
  gtk_widget_set_visible (GTK_WIDGET (notes), TRUE);
}

/**
 * nb_finding_view_show_part:
 * @self: a view
 * @item: the report
 * @finding: (nullable): one of its findings
 * @part: which part of it to show, from 0; the first takes what follows out of sight
 *
 * Shows a finding part by part, for a frame each.
 *
 * Returns: whether there is another part
 */
gboolean
nb_finding_view_show_part (NbFindingView *self, NbAppItem *item, NbFinding *finding, guint part)
{
  g_return_val_if_fail (NB_IS_FINDING_VIEW (self), FALSE);

  g_set_object (&self->item, item);
  if (part == 0)
    nb_review_bar_set_finding (self->review, finding);
  if (finding == NULL)
    return FALSE;
  switch (part)
    {
    case 0:
      gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->rule_notes), FALSE);
      gtk_widget_set_visible (self->evidence_part, FALSE);
      show_head (self, finding);
      show_terms (self, finding);
      return TRUE;
    case 1:
      show_notes (self->notes, finding);
      return TRUE;
    case 2:
      show_evidence (self, finding);
      return TRUE;
    default:
      show_notes (self->rule_notes, finding);
      return FALSE;
    }
}

/**
 * nb_finding_view_set_finding:
 * @self: a view
 * @item: the report
 * @finding: (nullable): one of its findings
 */
void
nb_finding_view_set_finding (NbFindingView *self, NbAppItem *item, NbFinding *finding)
{
  guint part = 0;

  g_return_if_fail (NB_IS_FINDING_VIEW (self));

  while (nb_finding_view_show_part (self, item, finding, part))
    part++;
}

/**
 * nb_finding_view_set_stacked:
 * @self: a view
 * @stacked: whether the cells stand above the sentences and not beside them
 * @narrow: whether nothing stands beside anything
 */
void
nb_finding_view_set_stacked (NbFindingView *self, gboolean stacked, gboolean narrow)
{
  g_return_if_fail (NB_IS_FINDING_VIEW (self));

  nb_review_bar_set_stacked (self->review, narrow);
  nb_evidence_table_set_narrow (self->table, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->evidence),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * nb_finding_view_show_tables:
 * @self: a view
 *
 * Leads to the cell that the others are held against.
 */
void
nb_finding_view_show_tables (NbFindingView *self)
{
  NbFinding *finding = self->item != NULL ? nb_app_item_get_finding (self->item) : NULL;
  guint n_terms = 0;
  const NbTerm *terms = finding != NULL ? nb_finding_get_terms (finding, &n_terms) : NULL;

  if (n_terms == 0)
    return;
  nb_app_item_set_figure (self->item, terms[n_terms - 1].figure);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "tables");
}

/**
 * nb_finding_view_show_text:
 * @self: a view
 *
 * Leads to the sentences that it quotes, or else to where its cell stands in the text.
 */
void
nb_finding_view_show_text (NbFindingView *self)
{
  NbFinding *finding = self->item != NULL ? nb_app_item_get_finding (self->item) : NULL;
  guint n_terms = 0, n_quotes = 0;
  const NbTerm *terms = finding != NULL ? nb_finding_get_terms (finding, &n_terms) : NULL;
  NbFigure *figure = NULL;

  if (finding == NULL)
    return;
  nb_finding_get_quotes (finding, &n_quotes);
  for (guint i = 0; n_quotes == 0 && i < n_terms; i++)
    if (nb_figure_get_place (terms[i].figure) != NULL)
      figure = terms[i].figure;
  nb_app_item_set_figure (self->item, figure);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "text");
}

static void
nb_finding_view_dispose (GObject *object)
{
  g_clear_object (&NB_FINDING_VIEW (object)->item);

  G_OBJECT_CLASS (nb_finding_view_parent_class)->dispose (object);
}

static void
nb_finding_view_class_init (NbFindingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_finding_view_dispose;

  g_type_ensure (NB_TYPE_WRAP_LAYOUT);
  g_type_ensure (NB_TYPE_FINDING_NOTES);
  g_type_ensure (NB_TYPE_EVIDENCE_TABLE);
  g_type_ensure (NB_TYPE_REVIEW_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-finding-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, mark);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, title);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, message);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, relation_part);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, relation);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, terms);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, evidence_part);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, evidence);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, table_card);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, table);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, text_card);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, quotes);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, notes);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, rule_notes);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, review);
  gtk_widget_class_bind_template_callback (widget_class, nb_finding_view_show_tables);
  gtk_widget_class_bind_template_callback (widget_class, nb_finding_view_show_text);
}

static void
nb_finding_view_init (NbFindingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_finding_notes_set_rule_only (self->rule_notes, TRUE);
  nb_ui_mark_han (self->title);
  nb_ui_mark_han (self->message);
  nb_ui_mark_han (self->subtitle);
}

/**
 * nb_finding_view_get_terms:
 * @self: a view
 *
 * Returns: (transfer none): the box with a button for each number of the relation
 */
GtkFlowBox *
nb_finding_view_get_terms (NbFindingView *self)
{
  g_return_val_if_fail (NB_IS_FINDING_VIEW (self), NULL);
  return self->terms;
}
