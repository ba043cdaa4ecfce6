/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

char *nb_caution_dup (NbReport *report);

G_END_DECLS
