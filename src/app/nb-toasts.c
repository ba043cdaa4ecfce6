/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is told now is told now, and not after all that was told before: a toast takes the place of the one
 * before it. That one must have come to rest: libadwaita 1.2 crashes where a toast goes while it comes.
 *
 *   nb_toasts_add() → AdwToastOverlay, at once or when the toast that shows has come to rest
 *
 * None comes before there is content: the window would give it the focus, having nothing else, and a toast with the
 * focus stays.
 */

#include "nb-toasts.h"

enum
{
  COMES = 700, /* milliseconds until a toast has come to rest */
};

struct _NbToasts
{
  AdwBin parent_instance;

  AdwToastOverlay *overlay; /* child */
  AdwToast *shown;          /* (nullable): weak */
  AdwToast *next;           /* (owned) (nullable): waits for that to have come to rest */
  gint64 since;             /* when the one that shows was added */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (NbToasts, nb_toasts, ADW_TYPE_BIN)

static void
dismissed_cb (AdwToast *toast, NbToasts *self)
{
  if (self->shown == toast)
    g_clear_weak_pointer (&self->shown);
}

static void
show (NbToasts *self, AdwToast *toast)
{
  if (self->shown != NULL)
    adw_toast_dismiss (self->shown);
  g_set_weak_pointer (&self->shown, toast);
  self->since = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static gboolean
next_cb (gpointer user_data)
{
  NbToasts *self = user_data;

  self->timeout = 0;
  show (self, g_steal_pointer (&self->next));
  return G_SOURCE_REMOVE;
}

static void
nb_toasts_dispose (GObject *object)
{
  NbToasts *self = NB_TOASTS (object);

  g_clear_weak_pointer (&self->shown);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->next);

  G_OBJECT_CLASS (nb_toasts_parent_class)->dispose (object);
}

static void
nb_toasts_class_init (NbToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_toasts_dispose;
}

static void
nb_toasts_init (NbToasts *self)
{
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->overlay));
}

GtkWidget *
nb_toasts_new (void)
{
  return g_object_new (NB_TYPE_TOASTS, NULL);
}

/**
 * nb_toasts_set_content:
 * @self: a place for toasts
 * @content: (nullable): what they stand above
 */
void
nb_toasts_set_content (NbToasts *self, GtkWidget *content)
{
  g_return_if_fail (NB_IS_TOASTS (self));

  adw_toast_overlay_set_child (self->overlay, content);
  if (content != NULL && self->next != NULL && self->timeout == 0)
    show (self, g_steal_pointer (&self->next));
}

/**
 * nb_toasts_add:
 * @self: a place for toasts
 * @toast: (transfer full): what to show for a moment
 */
void
nb_toasts_add (NbToasts *self, AdwToast *toast)
{
  g_return_if_fail (NB_IS_TOASTS (self));

  if (adw_toast_overlay_get_child (self->overlay) != NULL &&
      (self->shown == NULL ||
       g_get_monotonic_time () - self->since > COMES * G_TIME_SPAN_MILLISECOND))
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      g_clear_object (&self->next);
      show (self, toast);
      return;
    }
  g_set_object (&self->next, toast);
  g_object_unref (toast);
  if (self->timeout == 0 && self->shown != NULL)
    self->timeout = g_timeout_add (COMES, next_cb, self);
}
