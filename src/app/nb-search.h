/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-session.h"
#include "nb-text-find.h"

G_BEGIN_DECLS

#define NB_LIMIT_SEARCH_HITS   500 /* occurrences in all reports that one search lists */
#define NB_LIMIT_SEARCH_REPORT 100 /* of them in one report */

/**
 * NbSearchHit:
 * @place: in the text of the report
 * @snippet: (owned): the text around it, in one line
 * @first: where it begins in @snippet, in bytes
 * @end: where it ends
 * @heading: (owned) (nullable): of the section that it stands in
 *
 * One occurrence in one report.
 */
typedef struct {
  NbTextHit place;
  char     *snippet;
  guint     first;
  guint     end;
  char     *heading;
} NbSearchHit;

/**
 * NbSearchGroup:
 * @item: (owned): the report
 * @n_hits: occurrences in it, listed or not
 * @hits: (owned) (element-type NbSearchHit): those that are listed
 *
 * The occurrences in one report.
 */
typedef struct {
  NbAppItem *item;
  guint      n_hits;
  GArray    *hits;
} NbSearchGroup;

void       nb_search_async  (NbSession          *session,
                             const char         *query,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
GPtrArray *nb_search_finish (GAsyncResult *result, guint *n_places); /* of NbSearchGroup */

G_END_DECLS
