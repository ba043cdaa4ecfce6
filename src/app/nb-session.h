/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-app-item.h"

G_BEGIN_DECLS

#define NB_TYPE_SESSION (nb_session_get_type ())
G_DECLARE_FINAL_TYPE (NbSession, nb_session, NB, SESSION, GObject)

NbSession  *nb_session_new         (void);
GListModel *nb_session_get_items   (NbSession *self);
GListModel *nb_session_get_batch   (NbSession *self);
guint       nb_session_get_n_busy  (NbSession *self);
gboolean    nb_session_is_checking (NbSession *self);

NbAppItem  *nb_session_open        (NbSession *self, const char *uri);
NbAppItem  *nb_session_open_as     (NbSession *self, const char *uri, const char *charset);
NbAppItem  *nb_session_open_bytes  (NbSession *self, const char *name, GBytes *bytes, const char *media_type);
void        nb_session_reload      (NbSession *self, NbAppItem *item);
void        nb_session_enter       (NbSession *self, NbAppItem *item, NbFigure *figure, const NbDecimal *value);
void        nb_session_close       (NbSession *self, NbAppItem *item);
NbAppItem  *nb_session_restore     (NbSession *self, NbAppItem *item, guint position);
void        nb_session_cancel_all  (NbSession *self);
void        nb_session_close_all   (NbSession *self);

G_END_DECLS
