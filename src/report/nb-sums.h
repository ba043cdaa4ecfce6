/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/nb-value.h"
#include "form/nb-form.h"

G_BEGIN_DECLS

/* The values of one table, held against the identities of its form. */
typedef struct _NbSums NbSums;

NbSums  *nb_sums_new  (const NbForm *form);
void     nb_sums_free (NbSums *self);
void     nb_sums_add  (NbSums *self, const NbMetric *metric, const NbValue *value);
gboolean nb_sums_pin  (NbSums *self, const NbMetric *metric, const NbFormRow *own);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbSums, nb_sums_free)

G_END_DECLS
