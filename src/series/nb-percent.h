/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/nb-decimal.h"

G_BEGIN_DECLS

/* A share or a change on a base below this says more of chance than of the organ. */
#define NB_PERCENT_LEAST_BASE 30

gboolean nb_percent (NbDecimal part, NbDecimal whole, NbDecimal *percent);
gboolean nb_percent_has_base (NbDecimal whole);

G_END_DECLS
