/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding in a list: its mark, the row or column and what is wrong with it, the table and rule that it comes from, and what was decided on it. */

#include "nb-finding-row.h"

#include <glib/gi18n-lib.h>

#include "nb-finding-filter.h"
#include "nb-finding-steps.h"
#include "nb-review-bar.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"

struct _NbFindingRow
{
  GtkWidget parent_instance;

  GtkImage *mark;
  GtkBox *texts;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *review;

  NbFinding *finding;  /* (owned) (nullable) */
  gboolean tells_fact; /* where the finding is not shown beside the list */
};

G_DEFINE_FINAL_TYPE (NbFindingRow, nb_finding_row, GTK_TYPE_WIDGET)

static char *
dup_detail (NbFinding *finding)
{
  g_autofree char *place = nb_finding_dup_place (finding);
  guint n_consequences = nb_finding_get_consequences (finding)->len;
  const char *where = nb_finding_get_where (finding);
  GString *text = g_string_new (g_strcmp0 (place, where) != 0 ? place : NULL);

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", nb_finding_get_rule (finding));
  if (n_consequences > 0)
    {
      /* Translators: findings that are only a consequence of the one named before. */
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u follows from it", "%u follow from it", n_consequences),
          n_consequences);

      g_string_append_printf (text, " · %s", more);
    }
  return g_string_free (text, FALSE);
}

/* What is the matter, numbers and all, and the table; a sentence goes without its full stop there. */
static char *
dup_glance (NbFinding *finding)
{
  g_autofree char *place = nb_finding_dup_place (finding);
  g_autofree char *fact = nb_finding_steps_dup_fact (finding);
  size_t length = strlen (fact);

  if (*place == '\0' || g_strcmp0 (place, nb_finding_get_where (finding)) == 0)
    return g_steal_pointer (&fact);
  if (g_str_has_suffix (fact, "。"))
    length -= strlen ("。");
  else if (g_str_has_suffix (fact, "."))
    length--;
  return g_strdup_printf ("%.*s · %s", (int) length, fact, place);
}

static void
update_review (NbFindingRow *self)
{
  g_autoptr (NbReview) review = nb_notebook_dup_review (nb_notebook_get_default (), self->finding);
  g_autofree char *name = NULL;
  const char *word = "";

  if (review != NULL)
    word = review->fits ? nb_ui_review_name (review->state) : _ ("Confirm again");
  gtk_label_set_text (self->review, word);
  gtk_widget_set_visible (GTK_WIDGET (self->review), *word != '\0');
  /* Translators: name of a row for a screen reader: severity, title, place. */
  name = g_strdup_printf (_ ("%s: %s, %s"),
                          nb_ui_severity_name (nb_finding_get_severity (self->finding)),
                          gtk_label_get_text (self->title), gtk_label_get_text (self->detail));
  if (*word != '\0')
    {
      g_autofree char *reviewed = g_strdup_printf ("%s, %s", name, word);

      g_free (g_steal_pointer (&name));
      name = g_steal_pointer (&reviewed);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
reviewed_cb (NbFindingRow *self, NbFinding *finding)
{
  if (self->finding != NULL && finding == self->finding)
    update_review (self);
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
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  self->review = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->review), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->review), "nb-badge");
  gtk_widget_set_valign (GTK_WIDGET (self->review), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->review), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->review), GTK_WIDGET (self));
  g_signal_connect_object (nb_notebook_get_default (), "reviewed", G_CALLBACK (reviewed_cb), self,
                           G_CONNECT_SWAPPED);
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

  g_return_if_fail (NB_IS_FINDING_ROW (self));
  g_return_if_fail (NB_IS_FINDING (finding));

  g_set_object (&self->finding, finding);
  severity = nb_finding_get_severity (finding);
  title = nb_finding_steps_dup_title (finding);
  detail = self->tells_fact ? dup_glance (finding) : dup_detail (finding);
  gtk_image_set_from_icon_name (self->mark, nb_ui_severity_icon (severity));
  classes[0] = nb_ui_severity_css_class (severity);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), classes);
  nb_ui_set_tooltip (GTK_WIDGET (self->mark), nb_ui_severity_name (severity));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  update_review (self);
}

/**
 * nb_finding_row_show_fact:
 * @self: a row
 *
 * Lets it tell what is the matter, numbers and all, since nothing beside it does.
 */
void
nb_finding_row_show_fact (NbFindingRow *self)
{
  g_return_if_fail (NB_IS_FINDING_ROW (self));

  self->tells_fact = TRUE;
  if (self->finding != NULL)
    nb_finding_row_set_finding (self, self->finding);
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
