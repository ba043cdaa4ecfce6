/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One finding whole: what it says, its relation with the numbers put in, what would heal it, its cells and its
 * sentences side by side, what the user decides on it, and the rule. Each number is a button that leads to
 * its cell, in this report or in the other that it is held against. Shows what it is given; the choice is the item's.
 */

#include "nb-finding-view.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "check/nb-relation.h"
#include "form/nb-label.h"
#include "nb-evidence-table.h"
#include "nb-excerpt.h"
#include "nb-finding-notes.h"
#include "nb-review-bar.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"

enum
{
  MOST_QUOTES = 3,       /* that are shown; the Text page has them all */
  LONGEST_RELATION = 60, /* bytes of one that only follows */
};

struct _NbFindingView
{
  AdwBin parent_instance;

  GtkImage *mark;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *message;
  GtkWidget *relation_part;
  NbRelationView *relation;
  GtkLabel *follows;
  GtkWidget *evidence_part;
  GtkBox *evidence;
  GtkWidget *table_card;
  GtkLabel *table_title;
  NbEvidenceTable *table;
  GtkWidget *other_card;
  GtkLabel *other_title;
  NbEvidenceTable *other;
  GtkWidget *text_card;
  GtkLabel *text_title;
  GtkBox *quotes;
  GtkWidget *echo_card;
  GtkLabel *echo_title;
  GtkBox *echoes;
  NbFindingNotes *notes;
  NbFindingNotes *rule_notes;
  NbReviewBar *review;

  NbAppItem *item;    /* (owned) (nullable) */
  gboolean is_narrow; /* tables have few columns */
};

G_DEFINE_FINAL_TYPE (NbFindingView, nb_finding_view, ADW_TYPE_BIN)

/* A cell of another report is shown by the window, which knows whether it is open. */
static void
cell_clicked_cb (NbFindingView *self, NbReport *report, NbFigure *figure)
{
  NbSource *source;

  if (report == NULL || report == nb_app_item_get_report (self->item))
    {
      nb_app_item_set_figure (self->item, figure);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "tables");
      return;
    }
  source = nb_document_get_source (nb_report_get_document (report));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cell", "(sus)",
                              nb_source_get_sha256 (source), nb_report_get_part (report),
                              nb_figure_get_id (figure));
}

static void
add_excerpt (GtkBox *box, NbReport *report, const NbPlace *place)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  nb_excerpt_show (GTK_LABEL (label), report, place);
  gtk_box_append (box, label);
}

static void
add_quote (GtkBox *box, NbReport *report, const NbQuote *quote)
{
  NbPlace quoted = { .section = quote->section, .offset = quote->offset, .length = quote->length };

  add_excerpt (box, report, &quoted);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
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

  clear_box (self->quotes);
  for (guint i = 0; i < MIN (n_quotes, MOST_QUOTES); i++)
    add_quote (self->quotes, report, &quotes[i]);
  for (guint i = 0; i < n_terms; i++)
    if (terms[i].figure != NULL && nb_figure_get_place (terms[i].figure) != NULL)
      place = nb_figure_get_place (terms[i].figure);
  if (n_quotes == 0 && place != NULL)
    add_excerpt (self->quotes, report, place);
  return n_quotes > 0 || place != NULL;
}

/* What another report is called beside the own one: by its organ too where that is another. */
static char *
dup_other_name (NbFinding *finding, NbReport *other)
{
  NbReport *own = nb_finding_get_report (finding);
  char *name = nb_ui_report_subtitle (other);
  char *whole;

  if (nb_report_get_organ (other) == NULL ||
      g_strcmp0 (nb_report_get_organ_key (own), nb_report_get_organ_key (other)) == 0)
    return name;
  whole = g_strdup_printf ("%s · %s", nb_report_get_organ (other), name);
  g_free (name);
  return whole;
}

/* The sentences of another report that say the same as those that are shown. */
static gboolean
show_echoes (NbFindingView *self, NbFinding *finding)
{
  guint n_echoes = 0;
  const NbEcho *echoes = nb_finding_get_echoes (finding, &n_echoes);
  g_autofree char *name = n_echoes > 0 ? dup_other_name (finding, echoes[0].report) : NULL;

  clear_box (self->echoes);
  for (guint i = 0; i < n_echoes; i++)
    if (echoes[i].report == echoes[0].report && echoes[i].n_quotes <= MOST_QUOTES)
      add_quote (self->echoes, echoes[i].report, &echoes[i].quote);
  gtk_label_set_text (self->echo_title, name != NULL ? name : "");
  gtk_widget_set_visible (self->echo_card, n_echoes > 0);
  return n_echoes > 0;
}

/* The cells of one other report, last year's as a rule. */
static gboolean
show_other (NbFindingView *self, NbFinding *finding)
{
  guint n_others = 0;
  const NbOther *others = nb_finding_get_others (finding, &n_others);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (NbTerm));
  g_autofree char *name = NULL;

  nb_evidence_table_set_narrow (self->other, TRUE);
  nb_evidence_table_set_finding (self->other, finding);
  for (guint i = 0; i < n_others; i++)
    if (others[i].report == others[0].report)
      g_array_append_val (terms, ((NbTerm){ others[i].figure, FALSE }));
  if (n_others == 0 ||
      !nb_evidence_table_set_cells (self->other, others[0].report,
                                    (const NbTerm *) (gpointer) terms->data, terms->len))
    return FALSE;
  name = dup_other_name (finding, others[0].report);
  gtk_label_set_text (self->other_title, name);
  return TRUE;
}

static void
show_evidence (NbFindingView *self, NbFinding *finding)
{
  NbReport *report = nb_finding_get_report (finding);
  guint n_terms = 0, n_quotes = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  gboolean has_other = show_other (self, finding);
  gboolean has_text = show_quotes (self, finding);
  gboolean has_echoes = show_echoes (self, finding);
  g_autofree char *subtitle = nb_ui_report_subtitle (report);
  gboolean has_table;

  /* Two tables side by side are those cells alone. */
  nb_evidence_table_set_narrow (self->table, self->is_narrow || has_other);
  nb_evidence_table_set_finding (self->table, finding);
  has_table = n_terms > 0 && nb_evidence_table_set_cells (self->table, report, terms, n_terms);

  /* Two reports stand side by side; where a cell stands in the text is then of less use. */
  nb_finding_get_quotes (finding, &n_quotes);
  has_text = has_text && (!has_other || n_quotes > 0);
  gtk_label_set_text (self->table_title, has_other ? subtitle : _ ("Table"));
  gtk_label_set_text (self->text_title, has_echoes ? subtitle : _ ("Source"));
  gtk_widget_set_visible (self->table_card, has_table);
  gtk_widget_set_visible (self->other_card, has_other);
  gtk_widget_set_visible (self->text_card, has_text);
  gtk_widget_set_visible (self->evidence_part, has_table || has_other || has_text);
}

/* What only follows from it, in one line. */
static void
show_consequences (NbFindingView *self, NbFinding *finding)
{
  GPtrArray *consequences = nb_finding_get_consequences (finding);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < consequences->len; i++)
    {
      NbFinding *one = consequences->pdata[i];
      g_autofree char *title = nb_finding_dup_title (one);
      const char *relation = nb_finding_get_relation (one);
      gboolean is_short = strlen (relation) <= LONGEST_RELATION;

      g_string_append_printf (text, "%s%s · %s", i > 0 ? "\n" : "", nb_finding_get_rule (one),
                              title);
      if (*relation != '\0' && is_short)
        g_string_append_printf (text, " · %s", relation);
    }
  if (text->len > 0)
    {
      /* Translators: findings that only follow from the one that is shown. */
      g_autofree char *whole = g_strdup_printf (_ ("Follows from this: %s"), text->str);

      gtk_label_set_text (self->follows, whole);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->follows), text->len > 0);
}

/* What the parts make stands in the relation; the sentence would say it again. */
static gboolean
tells_sum (NbFinding *finding)
{
  g_autoptr (GArray) parts = nb_finding_list_parts (finding);

  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, NbRelationPart, i).kind == NB_RELATION_SUM)
      return TRUE;
  return FALSE;
}

static char *
dup_subtitle (NbFinding *finding)
{
  const NbRule *rule = nb_finding_get_rule_info (finding);
  const char *where = nb_finding_get_where (finding);

  return g_strdup_printf ("%s · %s%s%s · %s",
                          nb_ui_severity_name (nb_finding_get_severity (finding)), rule->id,
                          where != NULL ? " · " : "", where != NULL ? where : "",
                          nb_label_pick (rule->source_zh, rule->source_en));
}

static void
show_head (NbFindingView *self, NbFinding *finding)
{
  const char *classes[] = { nb_ui_severity_css_class (nb_finding_get_severity (finding)), NULL };
  g_autofree char *title = nb_finding_dup_headline (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  g_autofree char *subtitle = dup_subtitle (finding);

  gtk_image_set_from_icon_name (self->mark,
                                nb_ui_severity_icon (nb_finding_get_severity (finding)));
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), classes);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message),
                          g_strcmp0 (message, title) != 0 && !tells_sum (finding));
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
      gtk_widget_set_visible (self->relation_part,
                              nb_relation_view_set_finding (self->relation, finding));
      show_consequences (self, finding);
      return TRUE;
    case 1:
      nb_finding_notes_set_finding (self->notes, finding);
      return TRUE;
    case 2:
      show_evidence (self, finding);
      return TRUE;
    default:
      nb_finding_notes_set_finding (self->rule_notes, finding);
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
 * @few_columns: whether there is room for few columns of a table
 * @narrow: whether nothing stands beside anything
 */
void
nb_finding_view_set_stacked (NbFindingView *self,
                             gboolean stacked,
                             gboolean few_columns,
                             gboolean narrow)
{
  g_return_if_fail (NB_IS_FINDING_VIEW (self));

  nb_review_bar_set_stacked (self->review, narrow);
  self->is_narrow = few_columns || narrow;
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
    if (terms[i].figure != NULL && nb_figure_get_place (terms[i].figure) != NULL)
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
  g_type_ensure (NB_TYPE_RELATION_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-finding-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, mark);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, title);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, message);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, relation_part);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, relation);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, follows);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, evidence_part);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, evidence);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, table_card);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, table_title);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, table);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, other_card);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, other_title);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, other);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, text_card);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, text_title);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, quotes);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, echo_card);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, echo_title);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, echoes);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, notes);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, rule_notes);
  gtk_widget_class_bind_template_child (widget_class, NbFindingView, review);
  gtk_widget_class_bind_template_callback (widget_class, nb_finding_view_show_tables);
  gtk_widget_class_bind_template_callback (widget_class, nb_finding_view_show_text);
  gtk_widget_class_bind_template_callback (widget_class, cell_clicked_cb);
}

static void
nb_finding_view_init (NbFindingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_finding_notes_set_rule_only (self->rule_notes, TRUE);
  nb_ui_mark_han (self->title);
  nb_ui_mark_han (self->message);
  nb_ui_mark_han (self->follows);
  nb_ui_mark_han (self->subtitle);
}

/**
 * nb_finding_view_get_relation:
 * @self: a view
 *
 * Returns: (transfer none): the relation, with a button for each cell of it
 */
NbRelationView *
nb_finding_view_get_relation (NbFindingView *self)
{
  g_return_val_if_fail (NB_IS_FINDING_VIEW (self), NULL);
  return self->relation;
}
