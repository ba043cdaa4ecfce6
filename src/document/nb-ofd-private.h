/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-layout.h"
#include "nb-xml.h"

G_BEGIN_DECLS

/* nb-ofd-page.c */
guint    nb_ofd_read_numbers (const char *text, double *numbers, guint n);
gboolean nb_ofd_get_box  (const xmlNode *parent, const char *name, NbBox *box);
/* Drawings that stand in several places, or once apart from their page; nb-ofd-units.c */
typedef struct
{
  GHashTable *contents; /* (owned) id → Content */
  GPtrArray *docs;      /* (owned) NbXmlDoc that they stand in */
  guint n_objects;      /* drawn of them so far */
} NbOfdUnits;

void           nb_ofd_units_init  (NbOfdUnits *self);
void           nb_ofd_units_clear (NbOfdUnits *self);
void           nb_ofd_units_take  (NbOfdUnits *self, xmlDoc *doc);
const xmlNode *nb_ofd_units_find  (NbOfdUnits *self, const xmlNode *object);
gboolean       nb_ofd_units_count (NbOfdUnits *self);
gboolean       nb_ofd_units_check (const NbOfdUnits *self, GError **error);

void     nb_ofd_add_page (NbLayout *layout, const xmlNode *page, const NbBox *paper, NbOfdUnits *units);

/* nb-ofd-seen.c */
gboolean nb_ofd_is_unseen   (const xmlNode *text);
gboolean nb_ofd_is_doubtful (const xmlNode *text);
gboolean nb_ofd_is_paper    (const xmlNode *path);

G_END_DECLS
