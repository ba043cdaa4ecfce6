/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What else is to be said of a finding: what would mend it, what follows from it, the rule it rests on and
 * when that may rightly not hold. A proposal changes nothing; it can be copied as a note for whoever wrote
 * the report. Parts that have nothing to say are absent.
 */

#include "nb-finding-notes.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "form/nb-label.h"

struct _NbFindingNotes
{
  AdwBin parent_instance;

  GtkBox *box;
  NbFinding *finding; /* (owned) (nullable) */
  gboolean rule_only; /* the rule and its exceptions; else everything but these */
};

G_DEFINE_FINAL_TYPE (NbFindingNotes, nb_finding_notes, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  nb_ui_mark_han (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
add_dim (GtkBox *box, const char *text)
{
  gtk_widget_add_css_class (add_label (box, text, "caption"), "dim-label");
}

static GtkBox *
add_card (NbFindingNotes *self, const char *heading)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  add_label (GTK_BOX (part), heading, "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "nb-padded");
  gtk_box_append (GTK_BOX (part), card);
  gtk_box_append (self->box, part);
  return GTK_BOX (card);
}

static char *
dup_repair (const NbRepair *repair)
{
  g_autofree char *before = nb_ui_format_decimal (repair->old_value, FALSE);
  g_autofree char *after = nb_ui_format_decimal (repair->new_value, FALSE);

  return g_strdup_printf ("%s \u2192 %s", before, after);
}

static GtkBox *
add_repair (GtkBox *card, const NbRepair *repair, gboolean is_only)
{
  g_autofree char *before = nb_ui_format_decimal (repair->old_value, FALSE);
  g_autofree char *after = nb_ui_format_decimal (repair->new_value, FALSE);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *change = gtk_label_new (NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<s>%s</s> \u2192 <b>%s</b>", before, after);
  /* Translators: what a screen reader says of a proposed change of a number. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s instead of %s"), after, before);

  gtk_label_set_markup (GTK_LABEL (change), markup);
  gtk_widget_add_css_class (change, "title-3");
  gtk_widget_add_css_class (change, "numeric");
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (change), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  add_label (GTK_BOX (texts), nb_ui_figure_label (repair->figure), NULL);
  if (is_only)
    {
      g_autofree char *text = g_strdup_printf (
          /* Translators: a reason for a proposal, or nothing */
          _ ("%s No other cell would do."), repair->why != NULL ? _ (repair->why) : "");

      add_dim (GTK_BOX (texts), g_strstrip (text));
    }
  else if (repair->why != NULL)
    add_dim (GTK_BOX (texts), _ (repair->why));
  gtk_box_append (GTK_BOX (line), change);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (card, line);
  return GTK_BOX (texts);
}

static void
copy_cb (NbFindingNotes *self)
{
  g_autofree char *text = nb_finding_notes_dup_text (self->finding);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Note copied"));
}

static void
show_repairs (NbFindingNotes *self)
{
  guint n_repairs = 0;
  const NbRepair *repairs = nb_finding_get_repairs (self->finding, &n_repairs);
  GtkBox *texts = NULL;
  GtkWidget *button;
  GtkBox *card;

  if (n_repairs == 0)
    return;
  card = add_card (self, g_dngettext (GETTEXT_PACKAGE, "Proposal", "Proposals", n_repairs));
  for (guint i = 0; i < n_repairs; i++)
    texts = add_repair (card, &repairs[i], n_repairs == 1);
  if (n_repairs > 1)
    add_dim (texts, _ ("Each of these alone would do. The report is not changed; "
                       "correct it where it was written."));
  button = gtk_button_new_with_label (_ ("Copy Note"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (texts))), button);
}

static void
show_rule (NbFindingNotes *self)
{
  const NbRule *rule = nb_finding_get_rule_info (self->finding);
  const char *exceptions = rule != NULL ? nb_label_pick (rule->exceptions_zh, rule->exceptions_en)
                                        : NULL;
  GtkWidget *source;
  GtkBox *card;

  if (rule == NULL)
    return;
  card = add_card (self, _ ("Rule"));
  add_label (card, nb_label_pick (rule->relation_zh, rule->relation_en), NULL);
  if (exceptions != NULL)
    {
      /* Translators: %s is a sentence that says when a rule may rightly not hold. */
      g_autofree char *text = g_strdup_printf (_ ("Exceptions: %s"), exceptions);

      add_label (card, text, NULL);
    }
  source = add_label (card, nb_label_pick (rule->source_zh, rule->source_en), "caption");
  gtk_widget_add_css_class (source, "dim-label");
}

static void
nb_finding_notes_dispose (GObject *object)
{
  g_clear_object (&NB_FINDING_NOTES (object)->finding);

  G_OBJECT_CLASS (nb_finding_notes_parent_class)->dispose (object);
}

static void
nb_finding_notes_class_init (NbFindingNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_finding_notes_dispose;
}

static void
nb_finding_notes_init (NbFindingNotes *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * nb_finding_notes_set_finding:
 * @self: the notes
 * @finding: what they are about
 */
void
nb_finding_notes_set_finding (NbFindingNotes *self, NbFinding *finding)
{
  GtkWidget *child;

  g_return_if_fail (NB_IS_FINDING_NOTES (self));
  g_return_if_fail (NB_IS_FINDING (finding));

  g_set_object (&self->finding, finding);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if (self->rule_only)
    show_rule (self);
  else
    show_repairs (self);
  /* An empty box would still take the space around it. */
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL);
}

/**
 * nb_finding_notes_set_rule_only:
 * @self: the notes
 * @rule_only: whether they are the rule and its exceptions, and not the proposals
 */
void
nb_finding_notes_set_rule_only (NbFindingNotes *self, gboolean rule_only)
{
  g_return_if_fail (NB_IS_FINDING_NOTES (self));

  self->rule_only = rule_only;
}

/**
 * nb_finding_notes_dup_text:
 * @finding: a finding
 *
 * Returns: (transfer full): what to tell whoever wrote the report, in a few lines
 */
char *
nb_finding_notes_dup_text (NbFinding *finding)
{
  NbReport *report = nb_finding_get_report (finding);
  g_autofree char *subtitle = nb_ui_report_subtitle (report);
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  const char *organ = nb_report_get_organ (report);
  const char *relation = nb_finding_get_relation (finding);
  guint n_repairs = 0;
  const NbRepair *repairs = nb_finding_get_repairs (finding, &n_repairs);
  GString *text = g_string_new (organ != NULL ? organ : "");

  g_string_append_printf (text, "%s%s\n%s · %s\n%s\n", text->len > 0 ? " · " : "", subtitle, title,
                          nb_finding_get_rule (finding), message);
  if (relation != NULL && *relation != '\0')
    g_string_append_printf (text, "%s\n", relation);
  for (guint i = 0; i < n_repairs; i++)
    {
      g_autofree char *change = dup_repair (&repairs[i]);

      /* Translators: a cell, and what is proposed for it. */
      g_string_append_printf (text, _ ("%s: %s"), nb_ui_figure_label (repairs[i].figure), change);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
