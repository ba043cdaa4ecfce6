/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-sections.h"

G_BEGIN_DECLS

/* What the paragraphs before the first section say of the report. */
typedef struct
{
  char *organ; /* (owned) (nullable) */
  char *maker; /* (owned) (nullable): who has written it, often an office of the organ */
  guint year;       /* 0 for none */
  gboolean is_weak; /* it is that of a day */
} NbLeadIn;

void nb_lead_in_clear (NbLeadIn *lead_in);
void nb_lead_in_find (NbDocument *document, NbRange head, NbLeadIn *lead_in);
gboolean nb_lead_in_is_line (NbDocument *document, guint piece);
char *nb_lead_in_without_titles (const char *folded);
char *nb_self_name_find (NbDocument *document, NbRange article);
char *nb_actor_find (NbDocument *document, NbRange article);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbLeadIn, nb_lead_in_clear)

G_END_DECLS
