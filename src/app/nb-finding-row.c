/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding in a list: its mark, its title, and the table and rule that it comes from. */

#include "nb-finding-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "nb-wrap-layout.h"
#include "form/nb-label.h"

struct _NbFindingRow
{
  GtkWidget parent_instance;

  GtkImage *mark;
  GtkBox *texts;
  GtkLabel *title;
  GtkLabel *detail;

  NbFinding *finding; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (NbFindingRow, nb_finding_row, GTK_TYPE_WIDGET)

static char *
dup_detail (NbFinding *finding)
{
  guint n_terms = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  const NbMetric *metric = n_terms > 0 && terms[0].figure != NULL
                               ? nb_figure_get_metric (terms[0].figure)
                               : NULL;
  const char *rule = nb_finding_get_rule (finding);

  if (metric == NULL)
    return g_strdup (rule);
  return g_strdup_printf (
      "%s · %s", nb_label_pick (metric->table->label_short_zh, metric->table->label_short_en),
      rule);
}

static void
nb_finding_row_dispose (GObject *object)
{
  NbFindingRow *self = NB_FINDING_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (nb_finding_row_parent_class)->dispose (object);
}

static void
nb_finding_row_class_init (NbFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_finding_row_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findingrow");
}

static GtkLabel *
add_label (NbFindingRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  nb_ui_mark_han (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->texts, label);
  return GTK_LABEL (label);
}

static void
nb_finding_row_init (NbFindingRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *bin;

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->mark = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->mark), GTK_WIDGET (self));
  self->texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  bin = nb_wrap_layout_create_bin (GTK_WIDGET (self->texts));
  gtk_widget_set_hexpand (bin, TRUE);
  gtk_widget_set_valign (bin, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (bin, GTK_WIDGET (self));
  self->title = add_label (self, NULL);
  self->detail = add_label (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
}

GtkWidget *
nb_finding_row_new (void)
{
  return g_object_new (NB_TYPE_FINDING_ROW, NULL);
}

/**
 * nb_finding_row_set_finding:
 * @self: a row
 * @finding: the finding to show
 */
void
nb_finding_row_set_finding (NbFindingRow *self, NbFinding *finding)
{
  NbSeverity severity;
  const char *classes[2] = { NULL, NULL };
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (NB_IS_FINDING_ROW (self));
  g_return_if_fail (NB_IS_FINDING (finding));

  g_set_object (&self->finding, finding);
  severity = nb_finding_get_severity (finding);
  title = nb_finding_dup_title (finding);
  detail = dup_detail (finding);
  gtk_image_set_from_icon_name (self->mark, nb_ui_severity_icon (severity));
  classes[0] = nb_ui_severity_css_class (severity);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), classes);
  nb_ui_set_tooltip (GTK_WIDGET (self->mark), nb_ui_severity_name (severity));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  /* Translators: name of a row for a screen reader: severity, title, place. */
  name = g_strdup_printf (_ ("%s: %s, %s"), nb_ui_severity_name (severity), title, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

NbFinding *
nb_finding_row_get_finding (NbFindingRow *self)
{
  g_return_val_if_fail (NB_IS_FINDING_ROW (self), NULL);
  return self->finding;
}

const char *
nb_finding_row_get_title (NbFindingRow *self)
{
  g_return_val_if_fail (NB_IS_FINDING_ROW (self), NULL);
  return gtk_label_get_text (self->title);
}
