/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/nb-form.h"

G_BEGIN_DECLS

/*
 * What the writers of the codebook share. An entry is a metric, or a heading of the appendix
 * (@metric NULL); entries come newest form first, then in the form's order.
 */
typedef void (*NbCodebookFunc) (const NbFormRow *row, const NbMetric *metric, gpointer user_data);

void        nb_codebook_foreach         (const NbForm *form, NbCodebookFunc func, gpointer user_data);
const char *nb_codebook_kind_to_string  (const NbMetric *metric);
const char *nb_codebook_link_to_string  (NbLinkKind kind);
char       *nb_codebook_join_ids        (const NbMetric **metrics, const char *joint);
char       *nb_codebook_list_derived    (const NbMetric *metric);
char       *nb_codebook_list_identities (const NbMetric *metric);
char       *nb_codebook_list_series     (const NbMetric *metric);

void        nb_codebook_write_rows      (GString *out, gboolean csv);
void        nb_codebook_write_pages     (GString *out, gboolean markdown);
void        nb_codebook_write_json      (GString *out);

G_END_DECLS
