/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-notes.h"
#include "nb-reading.h"

G_BEGIN_DECLS

/* What the user has added to reports: marks on findings, figures keyed in. Any thread. */
#define NB_TYPE_NOTEBOOK (nb_notebook_get_type ())
G_DECLARE_FINAL_TYPE (NbNotebook, nb_notebook, NB, NOTEBOOK, GObject)

NbNotebook *nb_notebook_new        (const char *folder); /* (nullable): the user's */
NbNotebook *nb_notebook_get_default (void);
char       *nb_notebook_dup_folder (void);
gboolean    nb_notebook_flush      (NbNotebook *self, GError **error);

/* (transfer full) (nullable) */
NbReview     *nb_notebook_dup_review   (NbNotebook *self, NbFinding *finding);
void        nb_notebook_set_review   (NbNotebook *self, NbFinding *finding, NbReviewState state, const char *note);
/* (transfer full) (element-type NbReview): marks on findings that are there no more */
GPtrArray  *nb_notebook_list_lost  (NbNotebook *self, NbReading *reading);
/* Figures keyed in: kept, and put to a reading, which is checked with them. */
gboolean    nb_notebook_has_entries (NbNotebook *self, NbReport *report);
void        nb_notebook_set_entry  (NbNotebook *self, NbReport *report, NbFigure *figure, const NbDecimal *value);
NbReading  *nb_notebook_enter      (NbNotebook *self, NbReading *reading);
NbReading  *nb_notebook_apply      (NbNotebook *self, NbReading *reading);

G_END_DECLS
