/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-articles.h"
#include "report/nb-sections-heading.h"

G_BEGIN_DECLS

/* (element-type NbHeading) in, those that open a section out, in order. */
GArray *nb_sections_choose (const GArray *candidates,
                            const NbForm *form,
                            const NbRange *tables,
                            guint n_tables);

G_END_DECLS
