/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-changes.h"

G_BEGIN_DECLS

/**
 * NbAppItemState:
 * @NB_APP_ITEM_WAITING: in the queue
 * @NB_APP_ITEM_LOADING: on its way
 * @NB_APP_ITEM_READY: read; there is a reading
 * @NB_APP_ITEM_FAILED: could not be read; there is an error
 */
typedef enum {
  NB_APP_ITEM_WAITING,
  NB_APP_ITEM_LOADING,
  NB_APP_ITEM_READY,
  NB_APP_ITEM_FAILED,
} NbAppItemState;

/**
 * NbStale:
 * @NB_STALE_NOT: what was read is what the file holds, as far as is known
 * @NB_STALE_CHANGED: the file holds something else now
 * @NB_STALE_GONE: the file is there no more
 */
typedef enum {
  NB_STALE_NOT,
  NB_STALE_CHANGED,
  NB_STALE_GONE,
} NbStale;

#define NB_TYPE_APP_ITEM (nb_app_item_get_type ())
G_DECLARE_FINAL_TYPE (NbAppItem, nb_app_item, NB, APP_ITEM, GObject)

NbAppItem      *nb_app_item_new             (const char *uri, guint part);
const char     *nb_app_item_get_uri         (NbAppItem *self);
guint           nb_app_item_get_part        (NbAppItem *self);
char           *nb_app_item_dup_name        (NbAppItem *self);
const char     *nb_app_item_get_sort_key    (NbAppItem *self);
NbAppItemState  nb_app_item_get_state       (NbAppItem *self);
double          nb_app_item_get_progress    (NbAppItem *self);
NbReadingStep   nb_app_item_get_step        (NbAppItem *self, gint64 *done, gint64 *total);
NbReading      *nb_app_item_get_reading     (NbAppItem *self);
NbReading      *nb_app_item_dup_checked     (NbAppItem *self);
NbReport       *nb_app_item_get_report      (NbAppItem *self);
const GError   *nb_app_item_get_error       (NbAppItem *self);
GCancellable   *nb_app_item_get_cancellable (NbAppItem *self);
GBytes         *nb_app_item_get_bytes       (NbAppItem *self);
const char     *nb_app_item_get_media_type  (NbAppItem *self);
void            nb_app_item_set_fallback    (NbAppItem *self, GBytes *text);
gboolean        nb_app_item_fall_back       (NbAppItem *self);
void            nb_app_item_set_bytes       (NbAppItem *self, GBytes *bytes, const char *media_type);

const char     *nb_app_item_get_charset     (NbAppItem *self);
void            nb_app_item_set_charset     (NbAppItem *self, const char *charset);
NbStale         nb_app_item_get_stale       (NbAppItem *self);
void            nb_app_item_set_stale       (NbAppItem *self, NbStale stale);
NbChanges      *nb_app_item_get_changes     (NbAppItem *self);
NbReading      *nb_app_item_get_before      (NbAppItem *self);
void            nb_app_item_set_changes     (NbAppItem *self, NbChanges *changes);

GCancellable   *nb_app_item_start           (NbAppItem *self);
void            nb_app_item_set_progress    (NbAppItem *self, NbReadingStep step, gint64 done, gint64 total);
void            nb_app_item_take_reading    (NbAppItem *self, NbReading *reading);
gboolean        nb_app_item_set_findings    (NbAppItem *self, NbReading *own, NbReading *reading);
NbReading      *nb_app_item_get_own_reading (NbAppItem *self);
void            nb_app_item_replace_reading (NbAppItem *self, NbReading *reading);
void            nb_app_item_take_error      (NbAppItem *self, GError *error);

/* What the window shows of it. */
NbFigure       *nb_app_item_get_figure      (NbAppItem *self);
void            nb_app_item_set_figure      (NbAppItem *self, NbFigure *figure);
const char     *nb_app_item_get_wanted_figure (NbAppItem *self);
void            nb_app_item_set_wanted_figure (NbAppItem *self, const char *id);
NbFinding      *nb_app_item_get_finding     (NbAppItem *self);
void            nb_app_item_set_finding     (NbAppItem *self, NbFinding *finding);

GListModel     *nb_app_item_get_findings    (NbAppItem *self);
guint           nb_app_item_get_n_findings  (NbAppItem *self);
guint           nb_app_item_get_n_open      (NbAppItem *self);
NbFinding      *nb_app_item_get_worst       (NbAppItem *self);
NbFinding      *nb_app_item_find_finding    (NbAppItem *self, NbFigure *figure);

G_END_DECLS
