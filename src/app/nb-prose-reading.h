/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/nb-narrative.h"

G_BEGIN_DECLS

/**
 * NbProseReading:
 * @prose: (owned): the sentences of a report
 * @claims: (owned) (element-type NbClaim): the numbers in them and what they are about
 *
 * The running text as the checks understand it.
 */
typedef struct {
  NbProse *prose;
  GArray  *claims;
} NbProseReading;

void            nb_prose_reading_new_async  (NbReport           *report,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
NbProseReading *nb_prose_reading_new_finish (GAsyncResult *result);
void            nb_prose_reading_free       (NbProseReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbProseReading, nb_prose_reading_free)

G_END_DECLS
