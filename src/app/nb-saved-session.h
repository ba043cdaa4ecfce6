/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-session.h"

G_BEGIN_DECLS

/**
 * NbWindowState:
 * @width: of the window, when it is not maximized
 * @height: of it
 * @maximized: whether it is
 * @sidebar: whether the side bar is wanted where there is room
 * @page: (nullable): name of the page; interned
 */
typedef struct
{
  int width;
  int height;
  gboolean maximized;
  gboolean sidebar;
  const char *page;
} NbWindowState;

#define NB_TYPE_SAVED_SESSION (nb_saved_session_get_type ())
G_DECLARE_FINAL_TYPE (NbSavedSession, nb_saved_session, NB, SAVED_SESSION, GObject)

NbSavedSession *nb_saved_session_new              (void);
void            nb_saved_session_get_window       (NbSavedSession *self, NbWindowState *state);
gboolean        nb_saved_session_was_interrupted  (NbSavedSession *self);
guint           nb_saved_session_get_n_reports    (NbSavedSession *self);
NbAppItem      *nb_saved_session_restore          (NbSavedSession *self, NbSession *session);
void            nb_saved_session_save             (NbSavedSession *self, const NbWindowState *state, NbSession *session, NbAppItem *shown);
void            nb_saved_session_flush            (NbSavedSession *self);

G_END_DECLS
