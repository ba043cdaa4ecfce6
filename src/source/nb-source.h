/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NbSourceOptions:
 * @max_bytes: most bytes of one input, decoded; 0 for NB_LIMIT_INPUT_BYTES
 * @timeout: seconds for one address; 0 for NB_LIMIT_FETCH_SECONDS
 * @charset: (nullable): charset that the user chose, instead of detection
 * @allow_local: whether a redirect may lead to an address on this machine or a private network
 * @keep: whether a page that is fetched is kept, and read from there while the site cannot be reached
 */
typedef struct {
  guint64     max_bytes;
  guint       timeout;
  const char *charset;
  gboolean    allow_local;
  gboolean    keep;
} NbSourceOptions;

/**
 * NbContainer:
 *
 * What a source is by its content. Those that no reader is for are known by name, so that a refusal can name them.
 */
typedef enum {
  NB_CONTAINER_UNKNOWN,
  NB_CONTAINER_TEXT,
  NB_CONTAINER_HTML,
  NB_CONTAINER_PDF,
  NB_CONTAINER_DOCX,
  NB_CONTAINER_XLSX,
  NB_CONTAINER_ODT,
  NB_CONTAINER_OFD,
  NB_CONTAINER_ZIP,
  NB_CONTAINER_OLE,
  NB_CONTAINER_MHTML,
  NB_CONTAINER_RTF,
  NB_CONTAINER_IMAGE,
  NB_CONTAINER_ARCHIVE,
} NbContainer;

/**
 * NbProgress:
 * @done: bytes so far
 * @total: bytes in all, -1 where unknown
 *
 * Called from the thread that loads.
 */
typedef void (*NbProgress) (gint64 done, gint64 total, gpointer user_data);

#define NB_TYPE_SOURCE (nb_source_get_type ())
G_DECLARE_FINAL_TYPE (NbSource, nb_source, NB, SOURCE, GObject)

/* Synchronous, cancellable, any thread. @input: a path, a file:, http: or https: address, or "-". */
NbSource   *nb_source_load                 (const char            *input,
                                            const NbSourceOptions *options,
                                            NbProgress             progress,
                                            gpointer               progress_data,
                                            GCancellable          *cancellable,
                                            GError               **error);
/* For the clipboard and for tests. @media_type: (nullable): what is claimed. */
NbSource   *nb_source_new_for_bytes        (const char            *uri,
                                            GBytes                *bytes,
                                            const char            *media_type,
                                            const NbSourceOptions *options);
/**
 * NbSourceFacts:
 * @uri: as it was typed
 * @media_type: (nullable): found by content
 * @charset: (nullable): found
 * @sha256: of its bytes
 * @fetched: (nullable): when it was fetched
 * @n_bytes: how many bytes it had
 *
 * What is known of an input that is not here itself.
 */
typedef struct {
  char   *uri;
  char   *media_type;
  char   *charset;
  char   *sha256;
  char   *fetched;
  guint64 n_bytes;
} NbSourceFacts;

/* A source that only a file of this program tells of: what is asked of it is what the file says. Takes @facts. */
NbSource   *nb_source_new_told             (NbSource              *file,
                                            NbSourceFacts         *facts);
void        nb_source_facts_clear          (NbSourceFacts         *facts);
/* The file that tells of it; itself for all others. (transfer none) */
NbSource   *nb_source_get_file             (NbSource              *self);
/* Whether a name can stand in #NbSourceOptions.charset. */
gboolean    nb_source_knows_charset        (const char *name);
/* An input as it may be shown: a password in it masked. (transfer full) */
char       *nb_source_mask_uri             (const char *input);

const char *nb_source_get_uri              (NbSource *self); /* as typed, its password masked */
GBytes     *nb_source_get_bytes            (NbSource *self); /* (transfer none) those of nb_source_get_file() */
guint64     nb_source_get_size             (NbSource *self); /* how many bytes the input itself has */
const char *nb_source_get_sha256           (NbSource *self); /* 64 lower-case hexadecimal digits */
NbContainer nb_source_get_container        (NbSource *self);
const char *nb_source_get_media_type       (NbSource *self); /* found: "text/plain", "text/html", … */
const char *nb_source_get_claimed_type     (NbSource *self); /* (nullable) */
const char *nb_source_get_charset          (NbSource *self); /* (nullable) found, after nb_source_decode() */
const char *nb_source_get_claimed_charsets (NbSource *self); /* (nullable) "http iso-8859-1, meta utf-8" */
/* Illegal sequences and NULs that became U+FFFD, after nb_source_decode(). */
guint       nb_source_get_n_replaced       (NbSource *self, gsize *first_offset);
const char *nb_source_get_fetched          (NbSource *self); /* (nullable) RFC 3339 UTC, http(s) only */
/* (nullable) where a page was found after redirects, without user and password; its links stand against it. */
const char *nb_source_get_address          (NbSource *self);
/* (nullable) why the page that was kept is read and not the site. */
const char *nb_source_get_offline          (NbSource *self);
const char *nb_source_get_last_modified    (NbSource *self); /* (nullable) RFC 3339 UTC */

/* The bytes as UTF-8 without BOM, line ends as they are. Valid UTF-8 without NUL, NUL-terminated.
 * Fails with NB_ERROR_CHARSET_UNKNOWN. Caches the charset found. (transfer full) */
char       *nb_source_decode               (NbSource *self, gsize *length, GError **error);
/* The same for a page that was taken out of the bytes. @charset: (nullable): claimed beside it. */
char       *nb_source_decode_page          (NbSource *self, GBytes *page, const char *charset, gsize *length, GError **error);

G_END_DECLS
