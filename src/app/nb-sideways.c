/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may be wider than the page and scrolls sideways within it. A scrolled window of GTK 4.8 keeps every turn of the
 * wheel to itself, also one up or down that it has no use for: the page stood still as soon as a table came under the
 * pointer. Main thread only.
 */

#include "nb-sideways.h"

static GtkEventController *
find_own_scroll (GtkWidget *scrolled)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scrolled);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        return controller; /* the widget holds it */
    }
  return NULL;
}

/* Asked first: the window's own controller hears only of what goes sideways. */
static gboolean
scroll_cb (GtkEventController *controller, double dx, double dy)
{
  GtkEventController *own = find_own_scroll (gtk_event_controller_get_widget (controller));
  gboolean turned = (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) !=
                    0;
  gboolean sideways = turned ? ABS (dy) >= ABS (dx) : ABS (dx) > ABS (dy);

  if (own != NULL)
    gtk_event_controller_set_propagation_phase (own, sideways ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  return GDK_EVENT_PROPAGATE;
}

/**
 * nb_sideways_pass_on:
 * @scrolled: a #GtkScrolledWindow that scrolls only sideways
 *
 * Has it leave what goes up or down to what it stands in.
 */
void
nb_sideways_pass_on (GtkWidget *scrolled)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), NULL);
  gtk_widget_add_controller (scrolled, scroll);
}

/**
 * nb_sideways_new:
 * @child: (transfer floating): what may be wider than there is room
 *
 * Returns: (transfer floating): a scrolled window that is as high as @child
 */
GtkWidget *
nb_sideways_new (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  nb_sideways_pass_on (scrolled);
  return scrolled;
}
