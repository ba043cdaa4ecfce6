/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

NbFigure *nb_derive_find_printed (NbReport *report, const NbDerived *derived);
NbState
nb_derive (NbReport *report, const NbDerived *derived, NbDecimal *value, gboolean *entered);

G_END_DECLS
