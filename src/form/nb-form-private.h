/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * How the forms are read from data/forms: shared by the loaders of this room and by nobody else. All
 * of it runs once, in one thread, inside nb_forms_get(). What it allocates lives as long as the
 * process. Malformed data is our own fault and ends the program with the file and the line.
 */

#include <libxml/tree.h>

#include "nb-form.h"

G_BEGIN_DECLS

struct _NbFormIndex {
  GHashTable *metrics;       /* id → NbMetric */
  GHashTable *roles;         /* role → NbMetric */
  GHashTable *derived;       /* id → NbDerived */
  GHashTable *derived_roles; /* role → NbDerived */
};

typedef struct {
  GStringChunk *strings;  /* (owned): every string of the forms */
  xmlDoc       *shared;   /* (nullable): parts.xml, while loading */
  GHashTable   *parts;    /* (nullable): name → element of parts.xml, while loading */
  GHashTable   *keys;     /* (nullable): element of parts.xml → its label keys, while loading */
  NbForm       *forms;    /* oldest first */
  guint         n_forms;
  GHashTable   *words;    /* role → NULL-terminated array */
} NbFormStore;

/* Apart, as only charts and comparisons ask for them. */
typedef struct {
  GStringChunk *strings;
  NbSeriesLink *series;
  guint         n_series;
} NbFormSeries;

/* nb-form-xml.c */
xmlDoc             *nb_form_xml_load      (const char *name);
void                nb_form_xml_fail      (xmlNode    *node,
                                           const char *format,
                                           ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;
gboolean            nb_form_xml_is        (xmlNode *node, const char *element);
const char         *nb_form_xml_peek      (xmlNode *node, const char *attribute);
const char         *nb_form_xml_need      (xmlNode *node, const char *attribute);
guint               nb_form_xml_number    (xmlNode *node, const char *attribute, guint fallback);
GPtrArray          *nb_form_xml_children  (NbFormStore *store, xmlNode *node, const char *element);
GStrv               nb_form_xml_list      (xmlNode *node);

/* Strings and label keys that outlive the document. */
const char         *nb_form_xml_keep      (GStringChunk *strings, const char *string);
const char         *nb_form_xml_content   (GStringChunk *strings, xmlNode *node);
const char *const  *nb_form_store_keys    (NbFormStore *store, xmlNode *node);
void                nb_form_store_add_keys (NbFormStore *store,
                                            GPtrArray   *keys,
                                            const char  *label,
                                            const char  *also);

/* nb-form-loader.c, nb-form-head.c, nb-form-table.c, nb-form-relations.c, nb-form-series.c, nb-form-words.c */
NbFormStore        *nb_form_store_load     (void);
void                nb_form_table_load     (NbFormStore *store,
                                            NbFormTable *table,
                                            xmlNode     *node,
                                            GPtrArray   *metrics);
void                nb_form_head_load      (NbFormStore *store, NbFormTable *table, xmlNode *node);
void                nb_form_relations_load (NbFormStore *store, NbForm *form, xmlNode *node);
NbFormSeries       *nb_form_series_load    (NbFormStore *store);
void                nb_form_words_load     (NbFormStore *store);

/* Ends @array with NULL and gives its memory over. */
gpointer            nb_form_take_array     (GPtrArray *array, guint *n);

G_END_DECLS
