/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-pdf-ground.h"
#include "nb-pdf-rules.h"

G_BEGIN_DECLS

void nb_pdf_slants_find (GArray *found, const NbPdfGround *ground, double scale);

G_END_DECLS
