/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-layout.h"
#include "nb-xml.h"

G_BEGIN_DECLS

/* Composite objects stand for drawings that resources hold; see nb-ofd-units.c. */
typedef struct
{
  GHashTable *contents; /* (owned) id → Content */
  GHashTable *parts;    /* (owned) names of the resources that were looked at */
  GPtrArray *docs;      /* (owned) NbXmlDoc that the contents stand in */
  guint64 n_bytes;      /* of these */
  guint n_objects;      /* drawn of them so far */
} NbOfdUnits;

/* nb-ofd-page.c */
guint    nb_ofd_read_numbers (const char *text, double *numbers, guint n);
gboolean nb_ofd_get_box      (const xmlNode *parent, const char *name, NbBox *box);
void     nb_ofd_add_page     (NbLayout *layout, const xmlNode *page, const NbBox *paper, double angle, NbOfdUnits *units);
void     nb_ofd_begin_page   (NbLayout *layout, const NbBox *paper, double angle);

/* nb-ofd-lean.c */
double   nb_ofd_find_angle   (const xmlNode *page, gboolean *leans);

/* nb-ofd-units.c */
void           nb_ofd_units_init  (NbOfdUnits *self);
void           nb_ofd_units_clear (NbOfdUnits *self);
void           nb_ofd_units_reset (NbOfdUnits *self);
void           nb_ofd_units_take  (NbOfdUnits *self, NbPackage *package, const char *part);
const xmlNode *nb_ofd_units_find  (NbOfdUnits *self, const xmlNode *object);
gboolean       nb_ofd_units_count (NbOfdUnits *self);
gboolean       nb_ofd_units_check (const NbOfdUnits *self, GError **error);

/* nb-ofd-seen.c */
gboolean nb_ofd_is_hidden   (const xmlNode *object);
gboolean nb_ofd_is_unseen   (const xmlNode *text);
gboolean nb_ofd_is_doubtful (const xmlNode *text);
gboolean nb_ofd_is_whole    (const xmlNode *object);
gboolean nb_ofd_is_opaque   (const xmlNode *path);

G_END_DECLS
