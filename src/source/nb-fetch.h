/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-source.h"

G_BEGIN_DECLS

/**
 * NbFetchOptions:
 * @max_bytes: most bytes, decoded
 * @timeout_ms: milliseconds from the call to the last byte
 * @allow_local: whether a redirect may lead to a local address
 * @trusted: (nullable): certificates to trust instead of the system's, for tests
 */
typedef struct {
  guint64       max_bytes;
  guint         timeout_ms;
  gboolean      allow_local;
  GTlsDatabase *trusted;
} NbFetchOptions;

/**
 * NbFetched:
 * @bytes: (owned): the body
 * @media_type: (owned) (nullable): of the header Content-Type
 * @charset: (owned) (nullable): of the header Content-Type
 * @modified: (owned) (nullable): of the header Last-Modified
 * @address: (owned): where it was found in the end, without user and password
 */
typedef struct {
  GBytes    *bytes;
  char      *media_type;
  char      *charset;
  GDateTime *modified;
  char      *address;
} NbFetched;

gboolean nb_fetch         (const char           *address,
                           const NbFetchOptions *options,
                           NbProgress            progress,
                           gpointer              progress_data,
                           GCancellable         *cancellable,
                           NbFetched            *fetched,
                           GError              **error);
void     nb_fetched_clear (NbFetched *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbFetched, nb_fetched_clear)

G_END_DECLS
