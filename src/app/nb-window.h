/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-session.h"
#include "nb-shell.h"

G_BEGIN_DECLS

#define NB_TYPE_WINDOW (nb_window_get_type ())
G_DECLARE_FINAL_TYPE (NbWindow, nb_window, NB, WINDOW, AdwApplicationWindow)

NbWindow  *nb_window_new         (GtkApplication *application);
NbSession *nb_window_get_session (NbWindow *self);
NbShell   *nb_window_get_shell   (NbWindow *self);
GtkStack  *nb_window_get_stack   (NbWindow *self);
NbAppItem *nb_window_get_item    (NbWindow *self);
void       nb_window_set_item    (NbWindow *self, NbAppItem *item);
void       nb_window_await       (NbWindow *self, NbAppItem *item);
void       nb_window_open        (NbWindow *self, const char *const *uris);
void       nb_window_restore     (NbWindow *self, gboolean insist);
void       nb_window_paste       (NbWindow *self);
GCancellable *nb_window_get_cancellable (NbWindow *self);
void       nb_window_add_toast   (NbWindow *self, AdwToast *toast);
void       nb_window_tell        (NbWindow *self, const char *text);

G_END_DECLS
