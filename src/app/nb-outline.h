/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-app-item.h"
#include "nb-prose-reading.h"

G_BEGIN_DECLS

#define NB_LIMIT_OUTLINE_PARTS 40 /* entries below one section */

#define NB_TYPE_OUTLINE_ENTRY (nb_outline_entry_get_type ())
G_DECLARE_FINAL_TYPE (NbOutlineEntry, nb_outline_entry, NB, OUTLINE_ENTRY, GObject)

const char *nb_outline_entry_get_title   (NbOutlineEntry *self);
guint       nb_outline_entry_get_level   (NbOutlineEntry *self);
gboolean    nb_outline_entry_is_found    (NbOutlineEntry *self);
gsize       nb_outline_entry_get_offset  (NbOutlineEntry *self);
gboolean    nb_outline_entry_get_worst   (NbOutlineEntry *self, NbSeverity *severity);
guint       nb_outline_entry_get_n_findings (NbOutlineEntry *self);

GListModel *nb_outline_new      (NbAppItem *item, const NbProseReading *prose); /* of NbOutlineEntry */
guint       nb_outline_find     (GListModel *outline, gsize offset);
gboolean    nb_outline_place_of (NbFinding *finding, gsize *offset);

G_END_DECLS
