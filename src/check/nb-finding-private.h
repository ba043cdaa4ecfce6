/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-finding.h"
#include "nb-equation.h"

G_BEGIN_DECLS

NbFinding *nb_finding_new_for_equation (NbReport *report, const NbEquation *equation);

G_END_DECLS
