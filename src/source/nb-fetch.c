/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Gets one page over http(s), with limits of our own. Synchronous; any thread: the call has a main
 * context, a session and a connection of its own, and leaves nothing behind. No cookies, no cache.
 *
 *   caller's cancellable ─┐
 *   the time-out ─────────┼─→ fetch_stop() ─→ inner cancellable ─→ whatever libsoup is doing
 *   a forbidden address ──┘                   (the first reason is the one that is told)
 *
 * Redirects are followed here and not by libsoup, because they are where a page could lead into a
 * private network: what the user typed is his choice, what a site answers is not. Names are judged
 * by the address that is really connected to, so that a name cannot change its address in between.
 *
 * The first two are watched by a thread of their own: libsoup does not come back to its main context as long as a site
 * sends faster than it reads (an answer that begins with 103 Early Hints for ever).
 */

#include "nb-fetch.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "nb-address.h"
#include "nb-buffer.h"
#include "nb-chunks.h"
#include "nb-sniff.h"
#include "nb-unpack.h"

/* What stops a fetch from outside. */
typedef struct
{
  GThread *thread;       /* (owned) */
  GMainContext *context; /* (owned): run by the thread */
  GSource *timeout;      /* (owned) */
  GSource *cancel;       /* (owned) */
  gint is_over;          /* atomic */
} Watch;

typedef struct
{
  const NbFetchOptions *options;
  NbProgress progress;
  gpointer progress_data;
  GMainContext *context; /* (owned) */
  Watch watch;
  GCancellable *inner;   /* (owned) */
  SoupSession *session;  /* (owned) */
  GUri *uri;             /* (owned): where we are */
  char *typed_host;      /* (owned) */
  gboolean typed_local;
  guint hop;
  GString *chain;       /* (owned): the addresses so far, for messages */
  GAsyncResult *result; /* (owned) (nullable): of the operation that wait_result() waits for */
  GMutex lock;          /* of what follows */
  GError *stop;         /* (owned) (nullable): why it was stopped */
} Fetch;

static void
fetch_stop (Fetch *self, NbError code, const char *message)
{
  g_mutex_lock (&self->lock);
  if (self->stop == NULL)
    self->stop = g_error_new_literal (NB_ERROR, (int) code, message);
  g_mutex_unlock (&self->lock);
  g_cancellable_cancel (self->inner);
}

/* Why the fetch was stopped; NULL where it was not. */
static GError *
dup_stop (Fetch *self)
{
  GError *stop;

  g_mutex_lock (&self->lock);
  stop = self->stop != NULL ? g_error_copy (self->stop) : NULL;
  g_mutex_unlock (&self->lock);
  return stop;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  fetch_stop (user_data, NB_ERROR_CANCELLED, _ ("cancelled"));
  return G_SOURCE_REMOVE;
}

static gboolean
timeout_cb (gpointer user_data)
{
  Fetch *self = user_data;
  g_autofree char *message = g_strdup_printf (_ ("the site did not answer in full within %g s"),
                                              self->options->timeout_ms / 1000.0);

  fetch_stop (self, NB_ERROR_TIMEOUT, message);
  return G_SOURCE_REMOVE;
}

static void
ready_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Fetch *) user_data)->result = g_object_ref (result);
}

/* Runs the fetch's own context until the operation that was begun with ready_cb() has ended. */
static GAsyncResult *
wait_result (Fetch *self)
{
  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);
  return g_steal_pointer (&self->result);
}

/* An address that this hop leads to: the user's own choice, or to be judged. */
static void
judge_address (Fetch *self, GInetAddress *address)
{
  gboolean own_choice;

  if (!nb_address_is_local (address))
    return;
  if (self->hop == 0)
    self->typed_local = TRUE;
  own_choice = self->typed_local &&
               g_ascii_strcasecmp (g_uri_get_host (self->uri), self->typed_host) == 0;
  if (!own_choice && !self->options->allow_local)
    fetch_stop (self, NB_ERROR_REFUSED,
                _ ("the site redirects to an address on this machine or in a private network"));
}

/* What is older than TLS 1.2 can be read and changed on its way. */
static void
judge_version (Fetch *self, GTlsConnection *connection)
{
  GTlsProtocolVersion version = g_tls_connection_get_protocol_version (connection);

  if (version > G_TLS_PROTOCOL_VERSION_UNKNOWN && version < G_TLS_PROTOCOL_VERSION_TLS_1_2)
    fetch_stop (self, NB_ERROR_NETWORK,
                _ ("the site knows only an old version of TLS, which is not secure"
                   "; save the page in a browser and open the file"));
}

static void
network_event_cb (SoupMessage *message,
                  GSocketClientEvent event,
                  GIOStream *connection,
                  gpointer user_data)
{
  g_autoptr (GSocketAddress) address = NULL;

  if (event == G_SOCKET_CLIENT_TLS_HANDSHAKED && G_IS_TLS_CONNECTION (connection))
    judge_version (user_data, G_TLS_CONNECTION (connection));
  if (event != G_SOCKET_CLIENT_CONNECTING || !G_IS_SOCKET_CONNECTION (connection))
    return;
  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  /* A proxy may well be local: it is the user's. */
  if (G_IS_INET_SOCKET_ADDRESS (address) && !G_IS_PROXY_ADDRESS (address))
    judge_address (user_data, g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

/* libsoup warns of a length below zero before anybody can look at it; got_headers_cb() tells the user. */
static void
drop_length_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  if (strstr (message, "content-length") == NULL)
    g_log_default_handler (domain, level, message, NULL);
}

/* A length that is none. */
static void
got_headers_cb (SoupMessage *message, gpointer user_data)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *length = soup_message_headers_get_one (headers, "Content-Length");

  if (length == NULL || *length != '-')
    return;
  fetch_stop (user_data, NB_ERROR_NETWORK,
              _ ("the site gives its page a length below zero; save the page in a browser and open the file"));
}

static const char *
describe_certificate (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _ ("it has expired");
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _ ("it is not valid yet");
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _ ("it belongs to another site");
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return _ ("it was revoked");
  if (flags & G_TLS_CERTIFICATE_INSECURE)
    return _ ("its algorithm is not secure");
  return _ ("nobody whom this machine trusts vouches for it");
}

/* Turns what GIO and libsoup say into our words. A stop of our own goes before what it led to. */
static void
set_network_error (Fetch *self, SoupMessage *message, const GError *cause, GError **error)
{
  GTlsCertificateFlags flags = message != NULL
                                   ? soup_message_get_tls_peer_certificate_errors (message)
                                   : 0;
  g_autoptr (GError) stop = dup_stop (self);

  if (stop != NULL)
    g_propagate_error (error, g_steal_pointer (&stop));
  else if (cause->domain == G_TLS_ERROR && flags != 0)
    g_set_error (error, NB_ERROR, NB_ERROR_NETWORK,
                 _ ("the certificate of the site is not accepted: %s"
                    "; save the page in a browser and open the file"),
                 describe_certificate (flags));
  else if (cause->domain == G_TLS_ERROR)
    g_set_error (error, NB_ERROR, NB_ERROR_NETWORK, _ ("no secure connection to the site: %s"
                    "; save the page in a browser and open the file"),
                 cause->message);
  else if (cause->domain == G_RESOLVER_ERROR)
    g_set_error (error, NB_ERROR, NB_ERROR_NETWORK, _ ("the host cannot be found: %s"), cause->message);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (error, NB_ERROR, NB_ERROR_TIMEOUT, _ ("the site did not answer: %s"), cause->message);
  /* Both ends of a head that is not whole look alike to libsoup. */
  else if (message != NULL && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    g_set_error_literal (error, NB_ERROR, NB_ERROR_NETWORK,
                         _ ("the head of the site’s answer is not whole, or too large"));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    g_set_error_literal (error, NB_ERROR, NB_ERROR_NETWORK, _ (NB_CHUNKS_CUT));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    g_set_error_literal (error, NB_ERROR, NB_ERROR_NETWORK, _ (NB_CHUNKS_BROKEN));
  else
    g_set_error (error, NB_ERROR, NB_ERROR_NETWORK, _ ("the page could not be fetched: %s"),
                 cause->message);
}

static gboolean
check_status (SoupMessage *message, GError **error)
{
  static const guint declined[] = { 401, 402, 403, 405, 406, 407, 412, 418, 421, 429, 451, 521 };
  guint status = soup_message_get_status (message);
  const char *phrase = soup_message_get_reason_phrase (message);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  gboolean declines = soup_message_headers_get_one (headers, "X-Via-JSL") != NULL;

  /* Nobody asked for a part of it. */
  if (status == 206)
    g_set_error_literal (error, NB_ERROR, NB_ERROR_NETWORK, _ (NB_CHUNKS_CUT));
  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    return status != 206;
  if (status == 404 || status == 410)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_NOT_FOUND, _ ("the site has no such page (%u)"), status);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (declined); i++)
    declines |= declined[i] == status;
  if (declines)
    g_set_error (error, NB_ERROR, NB_ERROR_REFUSED, _ ("the site declines programs (%u)"
                    "; save the page in a browser and open the file"),
                 status);
  else
    g_set_error (error, NB_ERROR, NB_ERROR_NETWORK, _ ("the site answers with an error (%u %s)"),
                 status, phrase != NULL ? phrase : "");
  return FALSE;
}

static SoupMessage *
make_message (Fetch *self)
{
  SoupMessage *message = soup_message_new_from_uri ("GET", self->uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_disable_feature (message, SOUP_TYPE_CONTENT_DECODER);
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip, deflate");
  soup_message_headers_replace (headers, "Accept", "text/html,text/plain;q=0.9,*/*;q=0.8");
  soup_message_headers_replace (headers, "Accept-Language", "zh-CN,zh;q=0.9");
  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), self);
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), self);
  return message;
}

/* Asks for the page at self->uri and waits for the head of the answer. */
static GInputStream *
send_request (Fetch *self, SoupMessage *message, GError **error)
{
  g_autoptr (GInetAddress) literal = g_inet_address_new_from_string (g_uri_get_host (self->uri));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) cause = NULL;
  GInputStream *stream;

  /* Behind a proxy nobody connects to the address itself: judge it as far as it is written. */
  if (literal != NULL)
    judge_address (self, literal);
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, self->inner, ready_cb, self);
  result = wait_result (self);
  stream = soup_session_send_finish (self->session, result, &cause);
  if (stream == NULL)
    set_network_error (self, message, cause, error);
  return stream;
}

static GInputStream *
open_body (SoupMessage *message, GInputStream *stream)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED
             ? nb_chunks_open (stream)
             : g_object_ref (stream);
}

/* A page that is unpacked, and what came of it. */
typedef struct
{
  Fetch *fetch;
  gsize packed;
} Unpacking;

/* What grows a thousandfold when it is unpacked is made to fill memory. */
static gboolean
check_unpacked (gsize unpacked, gpointer user_data, GError **error)
{
  Unpacking *self = user_data;
  g_autoptr (GError) stop = dup_stop (self->fetch);

  if (stop != NULL)
    g_propagate_error (error, g_steal_pointer (&stop));
  else if (unpacked > NB_LIMIT_FETCH_RATIO_BYTES && unpacked / NB_LIMIT_FETCH_RATIO > self->packed)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                 _ ("the page grows to more than %d times its size when it is unpacked, and is refused"),
                 NB_LIMIT_FETCH_RATIO);
  else
    return TRUE;
  return FALSE;
}

static gboolean
unpack (Fetch *self, SoupMessage *message, NbFetched *fetched, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autoptr (GBytes) packed = g_steal_pointer (&fetched->bytes);
  Unpacking unpacking = { self, g_bytes_get_size (packed) };

  fetched->bytes = nb_unpack (packed, soup_message_headers_get_one (headers, "Content-Encoding"),
                              self->options->max_bytes, check_unpacked, &unpacking, error);
  return fetched->bytes != NULL;
}

static gboolean
read_body (Fetch *self,
           GInputStream *stream,
           gint64 total,
           GBytes **bytes,
           GError **error)
{
  g_auto (NbBuffer) buffer = { .limit = self->options->max_bytes };

  for (;;)
    {
      guint8 *room = nb_buffer_reserve (&buffer, error);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) cause = NULL;
      gssize size;

      if (room == NULL)
        return FALSE;
      g_input_stream_read_async (stream, room, NB_BUFFER_CHUNK, G_PRIORITY_DEFAULT, self->inner,
                                 ready_cb, self);
      result = wait_result (self);
      size = g_input_stream_read_finish (stream, result, &cause);
      if (size < 0)
        {
          set_network_error (self, NULL, cause, error);
          return FALSE;
        }
      if (size == 0)
        break;
      if (!nb_buffer_commit (&buffer, (gsize) size, error))
        return FALSE;
      if (self->progress != NULL)
        self->progress ((gint64) buffer.length, total, self->progress_data);
    }
  /* Where the connection is not kept, libsoup takes its end for that of the page. */
  if (total > (gint64) buffer.length)
    {
      g_set_error_literal (error, NB_ERROR, NB_ERROR_NETWORK, _ (NB_CHUNKS_CUT));
      return FALSE;
    }
  *bytes = nb_buffer_steal (&buffer);
  return TRUE;
}

static void
read_headers (SoupMessage *message, NbFetched *fetched, gint64 *total)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autoptr (GHashTable) parameters = NULL;
  const char *type = soup_message_headers_get_content_type (headers, &parameters);
  const char *charset = parameters != NULL ? g_hash_table_lookup (parameters, "charset") : NULL;
  const char *modified = soup_message_headers_get_one (headers, "Last-Modified");

  if (type != NULL)
    fetched->media_type = g_ascii_strdown (type, -1);
  if (charset != NULL)
    fetched->charset = g_ascii_strdown (charset, -1);
  if (modified != NULL)
    fetched->modified = soup_date_time_new_from_http_string (modified);
  *total = -1;
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    *total = soup_message_headers_get_content_length (headers);
}

/* Goes on to @location, as the site says, unless that may not be. */
static gboolean
follow (Fetch *self, const char *location, GError **error)
{
  g_autoptr (GUri) next = nb_address_resolve (self->uri, location, error);
  g_autofree char *shown = NULL;

  if (next == NULL)
    return FALSE;
  shown = nb_address_to_string (next);
  g_string_append_printf (self->chain, " -> %s", shown);
  if (!nb_address_check_http (next, error))
    return FALSE;
  if (strcmp (g_uri_get_scheme (self->uri), "https") == 0 &&
      strcmp (g_uri_get_scheme (next), "http") == 0)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_REFUSED,
                   _ ("the site redirects from a secure address to one that is not"));
      return FALSE;
    }
  if (self->hop >= NB_LIMIT_REDIRECTS)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_REFUSED, _ ("the site redirects more than %d times"),
                   NB_LIMIT_REDIRECTS);
      return FALSE;
    }
  g_uri_unref (self->uri);
  self->uri = g_steal_pointer (&next);
  self->hop++;
  return TRUE;
}

static gboolean
follow_header (Fetch *self, SoupMessage *message, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *location = soup_message_headers_get_one (headers, "Location");

  if (location != NULL)
    return follow (self, location, error);
  g_set_error (error, NB_ERROR, NB_ERROR_NETWORK, _ ("the site redirects without saying where"));
  return FALSE;
}

/* Where a page that shows next to nothing goes by itself, other than to itself. */
static char *
find_refresh (Fetch *self, GBytes *page)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (page, &size);
  g_autofree char *location = size > 0 ? nb_sniff_refresh (bytes, size) : NULL;
  g_autoptr (GUri) next = location != NULL ? nb_address_resolve (self->uri, location, NULL) : NULL;
  g_autofree char *here = nb_address_to_string (self->uri);
  g_autofree char *there = next != NULL ? nb_address_to_string (next) : NULL;

  return there != NULL && strcmp (here, there) != 0 ? g_steal_pointer (&location) : NULL;
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* One answer after the other until there is a page. */
static gboolean
fetch_page (Fetch *self, NbFetched *fetched, GError **error)
{
  for (;;)
    {
      g_autoptr (SoupMessage) message = make_message (self);
      g_autoptr (GInputStream) stream = send_request (self, message, error);
      g_autoptr (GInputStream) body = NULL;
      g_autofree char *location = NULL;
      gint64 total;

      if (stream == NULL)
        return FALSE;
      if (is_redirect (soup_message_get_status (message)))
        {
          if (!follow_header (self, message, error))
            return FALSE;
          continue;
        }
      if (!check_status (message, error))
        return FALSE;
      read_headers (message, fetched, &total);
      body = open_body (message, stream);
      if (!read_body (self, body, total, &fetched->bytes, error) ||
          !unpack (self, message, fetched, error))
        return FALSE;
      location = find_refresh (self, fetched->bytes);
      if (location == NULL)
        {
          fetched->address = g_uri_to_string_partial (self->uri, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
          return TRUE;
        }
      nb_fetched_clear (fetched);
      if (!follow (self, location, error))
        return FALSE;
    }
}

static gpointer
watch_thread (gpointer data)
{
  Watch *watch = data;

  while (!g_atomic_int_get (&watch->is_over))
    g_main_context_iteration (watch->context, TRUE);
  return NULL;
}

static GSource *
attach (Fetch *self, GSource *source, GSourceFunc callback)
{
  g_source_set_callback (source, callback, self, NULL);
  g_source_attach (source, self->watch.context);
  return source;
}

static void
detach (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
begin_watch (Fetch *self, GCancellable *cancellable)
{
  Watch *watch = &self->watch;

  watch->context = g_main_context_new ();
  watch->timeout = attach (self, g_timeout_source_new (self->options->timeout_ms), timeout_cb);
  watch->cancel = attach (self, g_cancellable_source_new (cancellable), G_SOURCE_FUNC (cancelled_cb));
  watch->thread = g_thread_new ("fetch-watch", watch_thread, watch);
}

static void
end_watch (Fetch *self)
{
  Watch *watch = &self->watch;

  g_atomic_int_set (&watch->is_over, TRUE);
  g_main_context_wakeup (watch->context);
  g_thread_join (watch->thread);
  detach (watch->timeout);
  detach (watch->cancel);
  g_main_context_unref (watch->context);
}

static void
fetch_clear (Fetch *self)
{
  g_cancellable_cancel (self->inner);
  soup_session_abort (self->session);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_object_unref (self->session);
  g_object_unref (self->inner);
  g_uri_unref (self->uri);
  g_free (self->typed_host);
  g_string_free (self->chain, TRUE);
  g_clear_error (&self->stop);
  g_mutex_clear (&self->lock);
}

/**
 * nb_fetch:
 * @address: an http: or https: address, as typed
 * @options: limits
 * @progress: (nullable): called after every chunk
 * @progress_data: for @progress
 * @cancellable: (nullable): stops whatever is going on, at once
 * @fetched: (out): what came, set only on success; clear it with nb_fetched_clear()
 * @error: return location
 *
 * Fetches one page. The time-out holds for all of it, redirects included. After a redirect the
 * message of an error tells the addresses passed.
 *
 * Returns: %FALSE with NB_ERROR_NOT_FOUND, _REFUSED, _NETWORK, _TIMEOUT, _TOO_LARGE, _CANCELLED or
 * _LIMIT
 */
gboolean
nb_fetch (const char *address,
          const NbFetchOptions *options,
          NbProgress progress,
          gpointer progress_data,
          GCancellable *cancellable,
          NbFetched *fetched,
          GError **error)
{
  g_autoptr (GUri) uri = nb_address_parse (address, error);
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *shown = NULL;
  g_auto (NbFetched) page = { 0 };
  Fetch self = { .options = options, .progress = progress, .progress_data = progress_data };
  gboolean done;
  guint handler;

  if (uri == NULL)
    return FALSE;

  shown = nb_address_to_string (uri);
  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  self.context = context;
  self.inner = g_cancellable_new ();
  self.typed_host = g_strdup (g_uri_get_host (uri));
  self.uri = g_steal_pointer (&uri);
  self.chain = g_string_new (shown);
  self.session = soup_session_new_with_options ("user-agent", "nianbao/" NB_VERSION, NULL);
  if (options->trusted != NULL)
    soup_session_set_tls_database (self.session, options->trusted);
  g_mutex_init (&self.lock);
  begin_watch (&self, cancellable);

  handler = g_log_set_handler ("GLib-GObject", G_LOG_LEVEL_WARNING, drop_length_cb, NULL);
  done = fetch_page (&self, &page, &cause);
  g_log_remove_handler ("GLib-GObject", handler);
  end_watch (&self);
  if (done)
    {
      *fetched = page;
      page = (NbFetched){ 0 };
    }
  else if (strstr (self.chain->str, " -> ") != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&cause), "%s: ", self.chain->str);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  fetch_clear (&self);
  g_main_context_pop_thread_default (context);
  return done;
}

/**
 * nb_fetched_clear:
 * @self: what nb_fetch() gave
 *
 * Frees what it holds.
 */
void
nb_fetched_clear (NbFetched *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->modified, g_date_time_unref);
  g_clear_pointer (&self->address, g_free);
}
