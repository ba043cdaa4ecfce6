/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One input: its bytes, where they came from and what was claimed about them. The source owns its
 * bytes; it is loaded on one thread and does not change after hand-over, but for what
 * nb_source_decode() finds, which is the same each time. The check sum is made when it is first
 * asked for, on any thread.
 */

#include "nb-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "nb-address.h"
#include "nb-charset.h"
#include "nb-fetch.h"
#include "nb-sniff.h"
#include "nb-snapshot.h"
#include "nb-source-file.h"

struct _NbSource
{
  GObject parent_instance;

  char *uri;     /* (owned) */
  GBytes *bytes; /* (owned) */
  char *sha256;  /* (owned) (nullable) until asked for */
  NbContainer container;
  const char *media_type;
  char *claimed_type;  /* (owned) (nullable) */
  GPtrArray *claims;   /* (owned): labels, the strongest first, then NULL */
  char *claims_text;   /* (owned) (nullable) */
  char *chosen;        /* (owned) (nullable): charset */
  const char *charset; /* (nullable): interned */
  guint n_replaced;
  gsize first_replaced;
  char *fetched;  /* (owned) (nullable) */
  char *address;  /* (owned) (nullable) */
  char *offline;  /* (owned) (nullable) */
  char *modified; /* (owned) (nullable) */
  NbSource *file; /* (owned) (nullable): what tells of it */
  NbSourceFacts told; /* (owned): what it tells, and what the fields above point to */
};

G_DEFINE_FINAL_TYPE (NbSource, nb_source, G_TYPE_OBJECT)

static char *
format_time (GDateTime *time)
{
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* Takes @label and notes who said it. */
static void
add_claim (NbSource *self, GString *text, const char *who, char *label)
{
  if (label == NULL || !g_utf8_validate (label, -1, NULL))
    {
      g_free (label);
      return;
    }
  g_ptr_array_add (self->claims, label);
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", who, label);
}

static NbSource *
source_new (const char *input, GBytes *bytes, const NbSourceOptions *options, char *http_charset)
{
  NbSource *self = g_object_new (NB_TYPE_SOURCE, NULL);
  g_autoptr (GString) claims = g_string_new (NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->uri = nb_address_mask (input);
  self->bytes = g_bytes_ref (bytes);
  self->chosen = g_strdup (options != NULL ? options->charset : NULL);
  self->container = nb_sniff (data, size, &self->media_type);

  add_claim (self, claims, "http", http_charset);
  if (self->container == NB_CONTAINER_HTML)
    {
      add_claim (self, claims, "meta", nb_charset_find_meta (data, size));
      add_claim (self, claims, "xml", nb_charset_find_xml (data, size));
    }
  g_ptr_array_add (self->claims, NULL);
  if (claims->len > 0)
    self->claims_text = g_strdup (claims->str);
  return self;
}

/* No claim has more than a few words, whatever a server sends. */
static char *
clean_claim (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  return valid != NULL ? g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 100)) : NULL;
}

/* A site that cannot be reached has nothing to say about what was read of it before. */
static gboolean
find_kept (const char *input, const GError *fault, NbFetched *fetched, char **when)
{
  return (fault->code == NB_ERROR_NETWORK || fault->code == NB_ERROR_TIMEOUT) && nb_snapshot_find (input, fetched, when);
}

static gboolean
check_answer (NbSource *self, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);

  if (self->container != NB_CONTAINER_HTML || !nb_sniff_script (data, size))
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_REFUSED,
               _ ("the site declines programs: it answers with a script instead of the page; "
               "save the page in a browser and open the file"));
  return FALSE;
}

static NbSource *
load_address (const char *input,
              const NbSourceOptions *options,
              guint64 max_bytes,
              NbProgress progress,
              gpointer progress_data,
              GCancellable *cancellable,
              GError **error)
{
  guint timeout = options != NULL && options->timeout > 0 ? options->timeout
                                                          : NB_LIMIT_FETCH_SECONDS;
  NbFetchOptions limits = {
    .max_bytes = max_bytes,
    .timeout_ms = MIN (timeout, G_MAXINT / 1000) * 1000,
    .allow_local = options != NULL && options->allow_local,
  };
  gboolean keep = options != NULL && options->keep;
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (NbSource) self = NULL;
  g_autoptr (GError) fault = NULL;
  g_autofree char *when = NULL;

  if (!nb_fetch (input, &limits, progress, progress_data, cancellable, &fetched, &fault) &&
      !(keep && find_kept (input, fault, &fetched, &when)))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  now = g_date_time_new_now_utc ();
  self = source_new (input, fetched.bytes, options, clean_claim (fetched.charset));
  self->claimed_type = clean_claim (fetched.media_type);
  self->fetched = fault != NULL ? g_steal_pointer (&when) : format_time (now);
  self->modified = format_time (fetched.modified);
  self->address = g_strdup (fetched.address);
  self->offline = fault != NULL ? g_strdup (fault->message) : NULL;
  if (!check_answer (self, error))
    return NULL;
  if (keep && fault == NULL && g_bytes_get_size (self->bytes) > 0)
    nb_snapshot_keep (input, &fetched, self->fetched);
  return g_steal_pointer (&self);
}

static NbSource *
load_file (const char *input,
           const NbSourceOptions *options,
           guint64 max_bytes,
           NbProgress progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GDateTime) modified = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  NbSource *self;

  if (strcmp (input, "-") == 0)
    bytes = nb_source_stream_read (STDIN_FILENO, max_bytes, progress, progress_data, cancellable,
                                   error);
  else
    {
      path = nb_address_has_scheme (input, "file") ? nb_address_file_path (input, error)
                                                   : g_strdup (input);
      if (path != NULL)
        bytes = nb_source_file_read (path, max_bytes, progress, progress_data, cancellable,
                                     &modified, error);
    }
  if (bytes == NULL)
    return NULL;

  self = source_new (input, bytes, options, NULL);
  self->modified = format_time (modified);
  return self;
}

static gboolean
has_foreign_scheme (const char *input)
{
  const char *mark = strstr (input, "://");

  if (mark == NULL || mark == input || nb_address_has_scheme (input, "file"))
    return FALSE;
  for (const char *at = input; at < mark; at++)
    if (!g_ascii_isalnum (*at) && strchr ("+-.", *at) == NULL)
      return FALSE;
  return TRUE;
}

static void
nb_source_finalize (GObject *object)
{
  NbSource *self = NB_SOURCE (object);

  g_free (self->uri);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->claimed_type);
  g_ptr_array_unref (self->claims);
  g_free (self->claims_text);
  g_free (self->chosen);
  g_free (self->fetched);
  g_free (self->address);
  g_free (self->offline);
  g_free (self->modified);
  g_clear_object (&self->file);
  nb_source_facts_clear (&self->told);
  G_OBJECT_CLASS (nb_source_parent_class)->finalize (object);
}

static void
nb_source_class_init (NbSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_source_finalize;
}

static void
nb_source_init (NbSource *self)
{
  self->claims = g_ptr_array_new_with_free_func (g_free);
}

/**
 * nb_source_load:
 * @input: a path, a file:, http: or https: address, or "-" for standard input
 * @options: (nullable): limits and choices
 * @progress: (nullable): called after every chunk, on this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): looked at before every chunk, and while waiting for one
 * @error: return location
 *
 * Loads one input. Any thread; blocks it.
 *
 * Returns: (transfer full): the source, or %NULL with an error of NB_ERROR; NB_ERROR_NO_TEXT for an
 * input without a byte. No message holds the name of the input or a password.
 */
NbSource *
nb_source_load (const char *input,
                const NbSourceOptions *options,
                NbProgress progress,
                gpointer progress_data,
                GCancellable *cancellable,
                GError **error)
{
  guint64 max_bytes = options != NULL && options->max_bytes > 0 ? options->max_bytes
                                                                : NB_LIMIT_INPUT_BYTES;
  g_autoptr (NbSource) self = NULL;

  g_return_val_if_fail (input != NULL, NULL);

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error (error, NB_ERROR, NB_ERROR_CANCELLED, _ ("cancelled"));
      return NULL;
    }
  if (nb_address_has_scheme (input, "http") || nb_address_has_scheme (input, "https"))
    self = load_address (input, options, max_bytes, progress, progress_data, cancellable, error);
  else if (has_foreign_scheme (input))
    g_set_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                 _ ("only file:, http: and https: addresses are read; save it and open the file"));
  else
    self = load_file (input, options, max_bytes, progress, progress_data, cancellable, error);

  if (self != NULL && g_bytes_get_size (self->bytes) == 0)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_NO_TEXT, _ ("the file is empty"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * nb_source_new_for_bytes:
 * @uri: a name for it
 * @bytes: the bytes
 * @media_type: (nullable): what is claimed, with a charset parameter maybe
 * @options: (nullable): the charset is used, limits are not
 *
 * Makes a source of bytes that are here already: the clipboard's, a test's.
 *
 * Returns: (transfer full): the source
 */
NbSource *
nb_source_new_for_bytes (const char *uri,
                         GBytes *bytes,
                         const char *media_type,
                         const NbSourceOptions *options)
{
  g_auto (GStrv) parts = g_strsplit (media_type != NULL ? media_type : "", ";", -1);
  char *charset = NULL;
  NbSource *self;

  g_return_val_if_fail (uri != NULL && bytes != NULL, NULL);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL && charset == NULL; i++)
    if (g_ascii_strncasecmp (g_strstrip (parts[i]), "charset=", 8) == 0)
      charset = g_ascii_strdown (parts[i] + 8, -1);
  self = source_new (uri, bytes, options, charset);
  if (parts[0] != NULL)
    self->claimed_type = g_ascii_strdown (g_strstrip (parts[0]), -1);
  return self;
}

/**
 * nb_source_facts_clear:
 * @facts: facts, their strings owned
 *
 * Frees what they hold.
 */
void
nb_source_facts_clear (NbSourceFacts *facts)
{
  g_free (facts->uri);
  g_free (facts->media_type);
  g_free (facts->charset);
  g_free (facts->sha256);
  g_free (facts->fetched);
  *facts = (NbSourceFacts){ NULL };
}

/**
 * nb_source_new_told:
 * @file: the file that tells of it
 * @facts: what it tells, uri and sha256 among it; taken
 *
 * Makes the source of a report that is read back from a file of this program.
 *
 * Returns: (transfer full): the source
 */
NbSource *
nb_source_new_told (NbSource *file, NbSourceFacts *facts)
{
  NbSource *self;

  g_return_val_if_fail (NB_IS_SOURCE (file), NULL);
  g_return_val_if_fail (facts->uri != NULL && facts->sha256 != NULL, NULL);

  self = g_object_new (NB_TYPE_SOURCE, NULL);
  self->file = g_object_ref (file);
  self->told = *facts;
  *facts = (NbSourceFacts){ NULL };
  self->uri = nb_address_mask (self->told.uri);
  self->bytes = g_bytes_ref (file->bytes);
  self->sha256 = g_strdup (self->told.sha256);
  self->fetched = g_strdup (self->told.fetched);
  self->container = file->container;
  self->media_type = self->told.media_type;
  self->charset = self->told.charset;
  g_ptr_array_add (self->claims, NULL);
  return self;
}

/**
 * nb_source_get_file:
 * @self: a source
 *
 * Returns: (transfer none): the file that tells of it, @self where the input was read itself
 */
NbSource *
nb_source_get_file (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->file != NULL ? self->file : self;
}

/**
 * nb_source_knows_charset:
 * @name: what the user typed
 *
 * Returns: whether it is the name of a charset that can be read
 */
gboolean
nb_source_knows_charset (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return nb_charset_canonical (name) != NULL;
}

/**
 * nb_source_mask_uri:
 * @input: what the user gave
 *
 * Puts asterisks in place of a password, for messages that name an input.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
nb_source_mask_uri (const char *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  return nb_address_mask (input);
}

/**
 * nb_source_get_uri:
 * @self: a source
 *
 * Returns: the input as typed, its password masked, valid UTF-8
 */
const char *
nb_source_get_uri (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->uri;
}

/**
 * nb_source_get_bytes:
 * @self: a source
 *
 * Returns: (transfer none): the bytes, without compression of the transport
 */
GBytes *
nb_source_get_bytes (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->bytes;
}

/**
 * nb_source_get_size:
 * @self: a source
 *
 * Returns: how many bytes the input has, also where only a file tells of it
 */
guint64
nb_source_get_size (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), 0);

  return self->file != NULL ? self->told.n_bytes : g_bytes_get_size (self->bytes);
}

/**
 * nb_source_get_sha256:
 * @self: a source
 *
 * Returns: the SHA-256 of the bytes, 64 lower-case hexadecimal digits. Any thread.
 */
const char *
nb_source_get_sha256 (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  /* At a fifth of a gigabyte a second this is as dear as parsing, and not every use needs it. */
  if (g_once_init_enter (&self->sha256))
    g_once_init_leave (&self->sha256,
                       g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes));
  return self->sha256;
}

/**
 * nb_source_get_container:
 * @self: a source
 *
 * Returns: what it is by its content
 */
NbContainer
nb_source_get_container (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NB_CONTAINER_UNKNOWN);

  return self->container;
}

/**
 * nb_source_get_media_type:
 * @self: a source
 *
 * Returns: the media type by content: "text/plain", "text/html", …
 */
const char *
nb_source_get_media_type (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->media_type;
}

/**
 * nb_source_get_claimed_type:
 * @self: a source
 *
 * Returns: (nullable): the media type that the site or the clipboard claims
 */
const char *
nb_source_get_claimed_type (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->claimed_type;
}

/**
 * nb_source_get_charset:
 * @self: a source
 *
 * Returns: (nullable): the charset, lower case, after nb_source_decode()
 */
const char *
nb_source_get_charset (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->charset;
}

/**
 * nb_source_get_claimed_charsets:
 * @self: a source
 *
 * Returns: (nullable): who claims which charset, the strongest first: "http iso-8859-1, meta utf-8"
 */
const char *
nb_source_get_claimed_charsets (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->claims_text;
}

/**
 * nb_source_get_n_replaced:
 * @self: a source
 * @first_offset: (out) (optional): where the first of them stands in the bytes
 *
 * Tells the damage that nb_source_decode() found.
 *
 * Returns: how many illegal sequences and NUL characters became U+FFFD
 */
guint
nb_source_get_n_replaced (NbSource *self, gsize *first_offset)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), 0);

  if (first_offset != NULL)
    *first_offset = self->first_replaced;
  return self->n_replaced;
}

/**
 * nb_source_get_fetched:
 * @self: a source
 *
 * Returns: (nullable): when it was fetched, RFC 3339, UTC; http(s) only
 */
const char *
nb_source_get_fetched (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->fetched;
}

/**
 * nb_source_get_address:
 * @self: a source
 *
 * Returns: (nullable): where the page was found after redirects, without user and password; http(s) only
 */
const char *
nb_source_get_address (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->address;
}

/**
 * nb_source_get_offline:
 * @self: a source
 *
 * Returns: (nullable): why the page that was kept is read and not the site; nb_source_get_fetched() says of when it is
 */
const char *
nb_source_get_offline (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->offline;
}

/**
 * nb_source_get_last_modified:
 * @self: a source
 *
 * Returns: (nullable): when the site or the file system says that it was changed, RFC 3339, UTC
 */
const char *
nb_source_get_last_modified (NbSource *self)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return self->modified;
}

static char *
decode (NbSource *self, GBytes *bytes, GPtrArray *claims, gsize *length, GError **error)
{
  NbDecoded decoded = { 0 };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_NO_TEXT, _ ("there is nothing in it"));
      return NULL;
    }
  if (!nb_charset_decode (data, size, self->chosen, (const char *const *) claims->pdata, &decoded,
                          error))
    return NULL;
  nb_converter_mark_controls (&decoded);
  self->charset = decoded.charset;
  self->n_replaced = decoded.n_replaced;
  self->first_replaced = decoded.first_replaced;
  if (length != NULL)
    *length = decoded.length;
  return decoded.text;
}

/**
 * nb_source_decode:
 * @self: a source of text or HTML
 * @length: (out) (optional): bytes of the text
 * @error: return location
 *
 * Decodes the bytes and keeps the charset found and the damage. The charset that the options name
 * goes before all others, and then damage is replaced however much there is. NUL becomes U+FFFD, and so do
 * control characters beside digits: they cut nothing off, and join no digits. On the thread that loaded the source, before hand-over.
 *
 * Returns: (transfer full): valid UTF-8 without BOM and NUL, line ends as they are; %NULL with
 *   NB_ERROR_CHARSET_UNKNOWN, or NB_ERROR_NO_TEXT where there is no byte
 */
char *
nb_source_decode (NbSource *self, gsize *length, GError **error)
{
  g_return_val_if_fail (NB_IS_SOURCE (self), NULL);

  return decode (self, self->bytes, self->claims, length, error);
}

/**
 * nb_source_decode_page:
 * @self: a source that holds a page among other things
 * @page: the bytes of the page
 * @charset: (nullable): what is claimed beside the page
 * @length: (out) (optional): bytes of the text
 * @error: return location
 *
 * Decodes a page that was taken out of the bytes, as nb_source_decode() does the bytes themselves; the damage
 * is told by its place in @page.
 *
 * Returns: (transfer full): as nb_source_decode()
 */
char *
nb_source_decode_page (NbSource *self,
                       GBytes *page,
                       const char *charset,
                       gsize *length,
                       GError **error)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (NB_IS_SOURCE (self) && page != NULL, NULL);

  data = g_bytes_get_data (page, &size);
  g_ptr_array_set_size (self->claims, 0);
  add_claim (self, claims, "mime", clean_claim (charset));
  add_claim (self, claims, "meta", nb_charset_find_meta (data, size));
  g_ptr_array_add (self->claims, NULL);
  g_free (self->claims_text);
  self->claims_text = claims->len > 0 ? g_strdup (claims->str) : NULL;
  return decode (self, page, self->claims, length, error);
}
