/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A relation written out: each number with what it counts below it, and between them the signs. A number of
 * the report is a button; "cell-clicked" tells which cell. Main thread only.
 */

#include "nb-relation-view.h"

#include <glib/gi18n-lib.h>

#include "check/nb-relation.h"
#include "form/nb-label.h"
#include "nb-flow-layout.h"
#include "nb-ui-text.h"

enum
{
  LABEL_CHARS = 12, /* most of a label; the tooltip has all of it */
  FEW_PARTS = 7,    /* numbers and signs: with so many there is room for more of it */
  LONG_CHARS = 26,
};

struct _NbRelationView
{
  GtkWidget parent_instance;

  NbFinding *finding; /* (owned) (nullable) */
  GArray *parts;      /* (owned) (nullable) of NbRelationPart: borrows from @finding */
  gboolean same_row;  /* all of its cells stand in one row */
  gboolean same_column;
};

G_DEFINE_FINAL_TYPE (NbRelationView, nb_relation_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CELL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (NbRelationView *self, GtkButton *button)
{
  NbFigure *figure = g_object_get_data (G_OBJECT (button), "nb-figure");
  NbReport *report = g_object_get_data (G_OBJECT (button), "nb-report");

  g_signal_emit (self, signals[SIGNAL_CELL_CLICKED], 0, report, figure);
}

/* What tells the cells apart: where they share the row the column, where they share the column the row. */
static void
compare_cells (NbRelationView *self)
{
  const NbMetric *first = NULL;

  self->same_row = self->same_column = TRUE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const NbRelationPart *part = &g_array_index (self->parts, NbRelationPart, i);
      const NbMetric *metric = part->figure != NULL ? nb_figure_get_metric (part->figure) : NULL;

      if (part->kind != NB_RELATION_CELL)
        continue;
      if (metric == NULL || metric->row == NULL)
        self->same_row = self->same_column = FALSE;
      else if (first == NULL)
        first = metric;
      else
        {
          self->same_row = self->same_row && metric->row == first->row;
          self->same_column = self->same_column &&
                              g_strcmp0 (metric->column_key, first->column_key) == 0;
        }
    }
}

static const char *
get_short_label (NbRelationView *self, NbFigure *figure)
{
  const NbMetric *metric = nb_figure_get_metric (figure);

  if (metric != NULL && self->same_column)
    return nb_label_pick (metric->row->label_zh, metric->row->label_en);
  if (metric != NULL && self->same_row)
    return nb_ui_metric_column_label (metric);
  return nb_ui_figure_label (figure);
}

/* Whether a number stands in the words that the finding quotes; one that is reckoned stands nowhere. */
static gboolean
is_quoted (NbRelationView *self, const char *number)
{
  const char *text = nb_document_get_text (
      nb_report_get_document (nb_finding_get_report (self->finding)), NULL);
  guint n_quotes = 0;
  const NbQuote *quotes = nb_finding_get_quotes (self->finding, &n_quotes);

  for (guint i = 0; i < n_quotes; i++)
    if (g_strstr_len (text + quotes[i].offset, (gssize) quotes[i].length, number) != NULL)
      return TRUE;
  return FALSE;
}

/* (transfer full): what stands below a number. */
static char *
dup_label (NbRelationView *self, const NbRelationPart *part)
{
  NbDecimal entered;
  GString *label = g_string_new (NULL);

  switch (part->kind)
    {
    case NB_RELATION_SUM:
      return g_string_free (g_string_assign (label, _ ("sum")), FALSE);
    case NB_RELATION_ZEROS:
      g_string_printf (
          label, g_dngettext (GETTEXT_PACKAGE, "%u cell of 0", "%u cells of 0", part->n_zeros),
          part->n_zeros);
      return g_string_free (label, FALSE);
    case NB_RELATION_CELL:
      if (part->report != NULL && nb_report_get_year (part->report) > 0)
        g_string_append_printf (label, "%u · ", nb_report_get_year (part->report));
      g_string_append (label, get_short_label (self, part->figure));
      if (nb_figure_get_entered (part->figure, &entered))
        /* Translators: behind the name of a cell whose number the user has keyed in. */
        g_string_append (label, _ (" (keyed in)"));
      return g_string_free (label, FALSE);
    case NB_RELATION_TEXT:
      if (is_quoted (self, part->text))
        /* Translators: below a number of a relation: a sentence of the report says it. */
        g_string_assign (label, _ ("in the text"));
      return g_string_free (label, FALSE);
    case NB_RELATION_SIGN:
    default:
      return g_string_free (label, FALSE);
    }
}

static GtkWidget *
create_sign (const char *sign)
{
  GtkWidget *label = gtk_label_new (g_str_equal (sign, "-") ? "\u2212" : sign);

  gtk_widget_add_css_class (label, "title-2");
  gtk_widget_add_css_class (label, "nb-sign");
  if (g_str_equal (sign, "≠"))
    gtk_widget_add_css_class (label, "nb-error");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static GtkWidget *
create_number (const NbRelationPart *part, const char *label, int most_chars)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean is_unknown = part->kind == NB_RELATION_CELL && g_str_equal (part->text, "?");
  g_autofree char *shown = is_unknown
                               ? g_strdup (nb_ui_state_name (nb_figure_get_state (part->figure)))
                               : g_strdup (part->text);
  GtkWidget *number = gtk_label_new (shown);
  GtkWidget *caption = gtk_label_new (label);

  gtk_widget_add_css_class (number, is_unknown ? "heading" : "title-2");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (caption, "caption");
  if (part->kind != NB_RELATION_SUM)
    gtk_widget_add_css_class (caption, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (caption), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (caption), 2);
  gtk_label_set_justify (GTK_LABEL (caption), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), most_chars);
  gtk_widget_set_visible (caption, *label != '\0');
  nb_ui_mark_han (GTK_LABEL (caption));
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

static GtkWidget *
create_cell (NbRelationView *self, const NbRelationPart *part, GtkWidget *content)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *spoken = nb_ui_figure_dup_spoken (part->figure);
  g_autofree char *name = NULL;

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "nb-term");
  name = g_strdup_printf ("%s, %s", nb_ui_figure_label (part->figure), spoken);
  nb_ui_set_tooltip (button, nb_ui_figure_label (part->figure));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "nb-figure", g_object_ref (part->figure),
                          g_object_unref);
  if (part->report != NULL)
    g_object_set_data_full (G_OBJECT (button), "nb-report", g_object_ref (part->report),
                            g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_part (NbRelationView *self, const NbRelationPart *part, const char *sign)
{
  g_autofree char *label = dup_label (self, part);
  GtkWidget *child;

  child = create_number (part, label, self->parts->len <= FEW_PARTS ? LONG_CHARS : LABEL_CHARS);
  if (part->kind == NB_RELATION_CELL)
    child = create_cell (self, part, child);
  else
    gtk_widget_add_css_class (child, "nb-term");
  if (sign != NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_box_append (GTK_BOX (box), create_sign (sign));
      gtk_box_append (GTK_BOX (box), child);
      child = box;
    }
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/* A sign goes with what follows it, so that no line ends with one. */
static void
add_parts (NbRelationView *self)
{
  const char *sign = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const NbRelationPart *part = &g_array_index (self->parts, NbRelationPart, i);

      if (part->kind != NB_RELATION_SIGN)
        add_part (self, part, sign);
      else if (i + 1 == self->parts->len)
        gtk_widget_set_parent (create_sign (part->text), GTK_WIDGET (self));
      sign = part->kind == NB_RELATION_SIGN ? part->text : NULL;
    }
}

static void
clear (NbRelationView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_object (&self->finding);
}

static void
nb_relation_view_dispose (GObject *object)
{
  clear (NB_RELATION_VIEW (object));

  G_OBJECT_CLASS (nb_relation_view_parent_class)->dispose (object);
}

static void
nb_relation_view_class_init (NbRelationViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_relation_view_dispose;

  /* The report is NULL for the finding's own. */
  signals[SIGNAL_CELL_CLICKED] = g_signal_new ("cell-clicked", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               2, NB_TYPE_REPORT, NB_TYPE_FIGURE);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), NB_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "relation");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nb_relation_view_init (NbRelationView *self)
{
}

/**
 * nb_relation_view_set_finding:
 * @self: a view
 * @finding: what it is about
 *
 * Returns: whether there is a relation to be shown
 */
gboolean
nb_relation_view_set_finding (NbRelationView *self, NbFinding *finding)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (NB_IS_RELATION_VIEW (self), FALSE);

  clear (self);
  self->finding = g_object_ref (finding);
  self->parts = nb_finding_list_parts (finding);
  compare_cells (self);
  add_parts (self);
  text = nb_relation_view_dup_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return self->parts->len > 0;
}

/**
 * nb_relation_view_dup_text:
 * @self: a view
 *
 * Returns: (transfer full): the relation as it is shown, in one line: "35 + 6 = 41 ≠ 64"
 */
char *
nb_relation_view_dup_text (NbRelationView *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (NB_IS_RELATION_VIEW (self), NULL);

  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_array_index (self->parts, NbRelationPart, i).text);
  return g_string_free (text, FALSE);
}
