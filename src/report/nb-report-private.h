/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-binder.h"
#include "nb-identity.h"
#include "nb-report.h"
#include "nb-sections.h"

G_BEGIN_DECLS

NbFigure *nb_figure_new (NbDocument *document,
                         const NbBound *bound,
                         const char *section,
                         const NbFormTable *table);
NbFigure *nb_figure_new_entered (NbFigure *like, const NbDecimal *value);
NbSection *nb_section_new (NbSectionFacts *facts); /* takes the strings */

/* Takes facts, sections and figures. */
NbReport *nb_report_new (NbDocument *document,
                         const NbForm *form,
                         NbIdentityFacts *facts,
                         GListModel *sections,
                         GListModel *figures);
void nb_report_set_part (NbReport *self, guint part);
NbRange nb_report_get_article (NbReport *self);
void nb_report_set_article (NbReport *self, NbRange article);

G_END_DECLS
