/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user decides on a finding: three toggles, of which one or none is down, and a note. Kept at once,
 * by the notebook; a note when it is left or ended by Enter.
 */

#include "nb-review-bar.h"

#include <glib/gi18n-lib.h>

#include "base/nb-limits.h"
#include "nb-ui-text.h"

#define N_STATES 3

static const NbReviewState states[N_STATES] = { NB_REVIEW_ACCEPTED, NB_REVIEW_EXPLAINED,
                                                NB_REVIEW_FAULT };

struct _NbReviewBar
{
  AdwBin parent_instance;

  GtkToggleButton *toggles[N_STATES];
  GtkEntry *note;
  GtkBox *line;
  GtkWidget *stale;
  NbFinding *finding; /* (owned) (nullable) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NbReviewBar, nb_review_bar, ADW_TYPE_BIN)

/**
 * nb_ui_review_name:
 * @state: what was decided
 *
 * Returns: its name in the user's language; %NULL for nothing
 */
const char *
nb_ui_review_name (NbReviewState state)
{
  switch (state)
    {
    case NB_REVIEW_ACCEPTED:
      return _ ("Accepted");
    case NB_REVIEW_EXPLAINED:
      return _ ("Explained");
    case NB_REVIEW_FAULT:
      return _ ("Fault");
    case NB_REVIEW_NONE:
    default:
      return NULL;
    }
}

static NbReviewState
get_state (NbReviewBar *self)
{
  for (guint i = 0; i < N_STATES; i++)
    if (gtk_toggle_button_get_active (self->toggles[i]))
      return states[i];
  return NB_REVIEW_NONE;
}

static void
keep (NbReviewBar *self)
{
  NbReviewState state = get_state (self);
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));

  if (self->filling || self->finding == NULL)
    return;
  /* A note says something of its own: it explains. */
  if (state == NB_REVIEW_NONE && *note != '\0' && gtk_widget_has_focus (GTK_WIDGET (self->note)))
    state = NB_REVIEW_EXPLAINED;
  nb_notebook_set_review (nb_notebook_get_default (), self->finding, state,
                          state != NB_REVIEW_NONE ? note : NULL);
}

static void
toggled_cb (NbReviewBar *self, GtkToggleButton *toggle)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < N_STATES; i++)
    if (self->toggles[i] != toggle)
      gtk_toggle_button_set_active (self->toggles[i], FALSE);
  self->filling = FALSE;
  keep (self);
}

/* Typing alone is not kept: each letter would be a file. */
static void
keep_note (NbReviewBar *self)
{
  g_autoptr (NbReview) review = NULL;
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));

  if (self->finding == NULL || self->filling)
    return;
  review = nb_notebook_dup_review (nb_notebook_get_default (), self->finding);
  if (g_strcmp0 (review != NULL && review->note != NULL ? review->note : "", note) == 0)
    return;
  if (get_state (self) == NB_REVIEW_NONE && *note != '\0')
    gtk_toggle_button_set_active (self->toggles[1], TRUE);
  else
    keep (self);
}

static void
show_review (NbReviewBar *self)
{
  g_autoptr (NbReview) review = NULL;

  if (self->finding != NULL)
    review = nb_notebook_dup_review (nb_notebook_get_default (), self->finding);
  self->filling = TRUE;
  for (guint i = 0; i < N_STATES; i++)
    gtk_toggle_button_set_active (self->toggles[i], review != NULL && review->state == states[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->note),
                         review != NULL && review->note != NULL ? review->note : "");
  gtk_widget_set_visible (self->stale, review != NULL && !review->fits);
  self->filling = FALSE;
}

static void
reviewed_cb (NbReviewBar *self, NbFinding *finding)
{
  if (finding == self->finding)
    show_review (self);
}

static void
confirm_cb (NbReviewBar *self)
{
  keep (self);
}

static GtkWidget *
create_toggles (NbReviewBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < N_STATES; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (nb_ui_review_name (states[i]));

      self->toggles[i] = GTK_TOGGLE_BUTTON (toggle);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), toggle);
    }
  return box;
}

static GtkWidget *
create_note (NbReviewBar *self)
{
  GtkWidget *note = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->note = GTK_ENTRY (note);
  gtk_entry_set_placeholder_text (self->note, _ ("Note"));
  gtk_entry_set_max_length (self->note, NB_LIMIT_NOTE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"),
                                  -1);
  gtk_widget_set_hexpand (note, TRUE);
  g_signal_connect_object (note, "activate", G_CALLBACK (keep_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep_note), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (note, focus);
  return note;
}

static GtkWidget *
create_stale (NbReviewBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Text changed; confirm again"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Confirm"));

  gtk_widget_add_css_class (label, "nb-warning");
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  self->stale = box;
  return box;
}

static void
nb_review_bar_dispose (GObject *object)
{
  NbReviewBar *self = NB_REVIEW_BAR (object);

  self->filling = TRUE; /* what is taken apart decides nothing */
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (nb_review_bar_parent_class)->dispose (object);
}

static void
nb_review_bar_class_init (NbReviewBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_review_bar_dispose;
}

static void
nb_review_bar_init (NbReviewBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->line = GTK_BOX (line);
  gtk_box_append (GTK_BOX (line), create_toggles (self));
  gtk_box_append (GTK_BOX (line), create_note (self));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), create_stale (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (nb_notebook_get_default (), "reviewed", G_CALLBACK (reviewed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nb_review_bar_set_finding:
 * @self: the bar
 * @finding: (nullable): what is decided on
 */
void
nb_review_bar_set_finding (NbReviewBar *self, NbFinding *finding)
{
  g_return_if_fail (NB_IS_REVIEW_BAR (self));

  keep_note (self);
  g_set_object (&self->finding, finding);
  show_review (self);
}

/**
 * nb_review_bar_set_stacked:
 * @self: the bar
 * @stacked: whether the note stands below the toggles
 */
void
nb_review_bar_set_stacked (NbReviewBar *self, gboolean stacked)
{
  g_return_if_fail (NB_IS_REVIEW_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
