/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/nb-reading.h"

G_BEGIN_DECLS

/**
 * NbFigureChange:
 * @id: the figure's id
 * @label: its label
 * @before: (nullable): what stood there, none where the figure is new
 * @after: (nullable): what stands there now, none where the figure is gone
 */
typedef struct
{
  char *id;
  char *label;
  char *before;
  char *after;
} NbFigureChange;

#define NB_TYPE_CHANGES (nb_changes_get_type ())
G_DECLARE_FINAL_TYPE (NbChanges, nb_changes, NB, CHANGES, GObject)

NbChanges  *nb_changes_new               (NbReading *before, NbReading *after);
void nb_changes_add_other (NbChanges *self, NbReading *before, NbReading *after);
gboolean    nb_changes_are_none          (NbChanges *self);
GPtrArray  *nb_changes_get_figures       (NbChanges *self);
GPtrArray  *nb_changes_get_findings_gone (NbChanges *self);
GPtrArray  *nb_changes_get_findings_new  (NbChanges *self);
GPtrArray  *nb_changes_get_findings_altered (NbChanges *self);
gboolean    nb_changes_get_text_differs  (NbChanges *self);
char       *nb_changes_dup_summary       (NbChanges *self);

G_END_DECLS
