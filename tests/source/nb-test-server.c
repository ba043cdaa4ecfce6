/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The site that the tests of nb_fetch() talk to. What it answers is named by the path:
 *
 *   /page  /gzip  /bomb  /endless  /slow  /silent  /script
 *   /status/CODE  /hops/N  /loop  /to?ADDRESS  /refresh?ADDRESS  /raw/NAME (see raw_answers)
 *   /deep/list (a page that leads to reports)  /head (1 MiB of it)  /hints (answers before the answer, without end)
 */

#include "nb-test-server.h"

#include <libsoup/soup.h>
#include <string.h>

#define BOMB_BYTES (8 * 1024 * 1024)

struct _NbTestServer
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *server;           /* of the thread */
  GTlsCertificate *certificate; /* (nullable) */
  guint port;
  gint n_requests;    /* atomic */
  GPtrArray *stalled; /* (owned) (element-type GIOStream): connections left open */
  GMutex mutex;
  GCond ready;
};

static gboolean
finish_slow_cb (gpointer data)
{
  soup_server_message_unpause (data);
  return G_SOURCE_REMOVE;
}

static gboolean
drip_cb (gpointer data)
{
  SoupServerMessage *message = data;

  if (soup_server_message_get_socket (message) == NULL)
    return G_SOURCE_REMOVE;
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC,
                            "x", 1);
  soup_server_message_unpause (message);
  return G_SOURCE_CONTINUE;
}

static void
attach_timeout (NbTestServer *self, guint ms, GSourceFunc callback, SoupServerMessage *message)
{
  g_autoptr (GSource) source = g_timeout_source_new (ms);

  g_source_set_callback (source, callback, g_object_ref (message), g_object_unref);
  g_source_attach (source, self->context);
}

static void
wrote_chunk_cb (SoupServerMessage *message, gpointer user_data)
{
  static const char block[64 * 1024];

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC,
                            block, sizeof block);
}

static void
answer_gzip (SoupServerMessage *message, gsize size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autofree char *plain = g_strnfill (size, 'z');
  gsize read;
  gsize written;
  gsize room = size / 2 + 1024;
  char *packed = g_malloc (room);

  g_converter_convert (G_CONVERTER (compressor), plain, size, packed, room,
                       G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
  g_assert_cmpuint (read, ==, size);
  soup_message_headers_append (soup_server_message_get_response_headers (message),
                               "Content-Encoding", "gzip");
  soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_TAKE, packed, written);
}

#define LINE_256  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LINE_1024 LINE_256 LINE_256 LINE_256 LINE_256
#define LONG_LINE LINE_1024 LINE_1024 LINE_1024 LINE_1024
#define LONG_HEAD LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE \
                  LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE
#define HEAD(status) "HTTP/1.1 " status "\r\nContent-Type: text/plain\r\n"

/* What no server of good manners says. */
static const struct
{
  const char *name;
  const char *answer;
  gboolean stall; /* says no more, and stays connected */
} raw_answers[] = {
  { "cut", HEAD ("200 OK") "Content-Length: 100\r\n\r\nhalf", FALSE },
  { "cut-closed", HEAD ("200 OK") "Connection: close\r\nContent-Length: 100\r\n\r\nhalf", FALSE },
  { "cut-old", "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf", FALSE },
  { "cut-chunk", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\n40\r\nhalf", FALSE },
  { "bad-chunk", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhalf", FALSE },
  { "between-chunks", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", FALSE },
  { "cut-size", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n1", FALSE },
  { "cut-zero", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n0", FALSE },
  { "wrong-chunk", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf!", FALSE },
  { "whole-chunks", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\n2;a=b\r\nwh\r\n03 \r\nole\r\n0\r\nA: b\r\n\r\n",
    FALSE },
  { "long-frame", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\n4;" LONG_LINE "\r\nhalf\r\n0\r\n\r\n", FALSE },
  { "cut-gzip", HEAD ("200 OK") "Content-Encoding: gzip\r\n\r\n\037\213\010", FALSE },
  { "brotli", HEAD ("200 OK") "Content-Encoding: br\r\nContent-Length: 5\r\n\r\nplain", FALSE },
  { "part", HEAD ("206 Partial Content") "Content-Range: bytes 0-3/10\r\nContent-Length: 4\r\n\r\nhalf", FALSE },
  { "between-gzip", HEAD ("200 OK") "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nplain\r\n", FALSE },
  { "chunked-gzip", HEAD ("200 OK") "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nplain\r\n0\r\n\r\n",
    FALSE },
  { "no-chunk", HEAD ("200 OK") "Transfer-Encoding: chunked\r\n\r\n", FALSE },
  { "negative", HEAD ("200 OK") "Content-Length: -5\r\n\r\nhalf", FALSE },
  { "long-head", HEAD ("200 OK") "X: " LONG_HEAD LONG_HEAD LONG_HEAD LONG_HEAD LONG_HEAD LONG_HEAD LONG_HEAD LONG_HEAD "\r\nContent-Length: 4\r\n\r\nhalf", FALSE },
  { "cut-head", "HTTP/1.1 200 OK\r\nContent-Ty", FALSE },
  { "no-length", HEAD ("200 OK") "\r\nwhole", FALSE },
  { "false-gzip", HEAD ("200 OK") "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain",
    FALSE },
  { "nonsense", "go away\r\n\r\n", FALSE },
  { "nothing", "", FALSE },
  { "stall", HEAD ("200 OK") "Content-Length: 100\r\n\r\nhalf", TRUE },
  { "stall-head", "HTTP/1.1 200 OK\r\nContent-Ty", TRUE },
  { "stall-moved", HEAD ("302 Found") "Location: /page\r\nContent-Length: 100\r\n\r\nhalf", TRUE },
  { "stall-gone", HEAD ("404 Not Found") "Content-Length: 100\r\n\r\nhalf", TRUE },
};

static void
answer_raw (NbTestServer *self, SoupServerMessage *message, const char *name)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  for (guint i = 0; i < G_N_ELEMENTS (raw_answers); i++)
    if (g_str_equal (raw_answers[i].name, name))
      {
        const char *answer = raw_answers[i].answer;

        g_output_stream_write_all (g_io_stream_get_output_stream (stream), answer, strlen (answer),
                                   NULL, NULL, NULL);
        if (raw_answers[i].stall)
          g_ptr_array_add (self->stalled, g_steal_pointer (&stream));
        else
          g_io_stream_close (stream, NULL, NULL);
        return;
      }
}

/* Writes until the other side has gone. */
static gpointer
hint_thread (gpointer data)
{
  g_autoptr (GIOStream) stream = data;
  g_autoptr (GString) hints = g_string_new (NULL);

  for (guint i = 0; i < 4096; i++)
    g_string_append (hints, "HTTP/1.1 103 Early Hints\r\n\r\n");
  while (g_output_stream_write_all (g_io_stream_get_output_stream (stream), hints->str, hints->len, NULL, NULL, NULL))
    ;
  return NULL;
}

static void
answer_hints (SoupServerMessage *message)
{
  g_socket_set_blocking (soup_server_message_get_socket (message), TRUE);
  g_thread_unref (g_thread_new ("hints", hint_thread, soup_server_message_steal_connection (message)));
}

/* A page that goes on by itself. */
static void
answer_refresh (SoupServerMessage *message, const char *address)
{
  char *page = g_strdup_printf ("<html><head><!-- <meta http-equiv=refresh content='0;url=/comment'> -->"
                                "<META content=\"0; URL='%s'\" HTTP-EQUIV=Refresh></head><body>moved</body></html>",
                                address);

  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_TAKE, page, strlen (page));
}

/* A head without an end in sight. */
static void
answer_head (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  g_autofree char *value = g_strnfill (1024 * 1024, 'h');
  g_autofree char *answer = g_strconcat ("HTTP/1.1 200 OK\r\nX-Head: ", value, "\r\n", NULL);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), answer, strlen (answer), NULL, NULL, NULL);
}

static void
answer_stream (NbTestServer *self, SoupServerMessage *message, gboolean endless)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  if (endless)
    {
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (wrote_chunk_cb), NULL);
      wrote_chunk_cb (message, NULL);
    }
  else
    {
      soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC,
                                "x", 1);
      attach_timeout (self, 400, drip_cb, message);
    }
}

static void
answer_redirect (SoupServerMessage *message, const char *location)
{
  soup_server_message_set_status (message, 302, NULL);
  soup_message_headers_append (soup_server_message_get_response_headers (message), "Location",
                               location);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "moved", 5);
}

static void
answer_body (SoupServerMessage *message, const char *type, const char *body)
{
  soup_message_headers_append (soup_server_message_get_response_headers (message), "Last-Modified",
                               "Sun, 29 Jan 2023 08:09:10 GMT");
  soup_server_message_set_response (message, type, SOUP_MEMORY_STATIC, body, strlen (body));
}

static void
answer_hops (SoupServerMessage *message, guint left)
{
  g_autofree char *next = left > 1 ? g_strdup_printf ("/hops/%u", left - 1) : g_strdup ("/page");

  answer_redirect (message, next);
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  NbTestServer *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  g_autofree char *plain = g_uri_unescape_string (g_uri_get_query (uri), NULL);
  const char *secret = soup_message_headers_get_one (
      soup_server_message_get_request_headers (message), "Cookie");

  g_assert_null (secret);
  g_atomic_int_inc (&self->n_requests);
  soup_message_headers_append (soup_server_message_get_response_headers (message), "Set-Cookie",
                               "a=b");
  soup_server_message_set_status (message, 200, NULL);
  if (g_str_equal (path, "/page"))
    answer_body (message, "Text/HTML; charset=ISO-8859-1",
                 "<html><meta charset=utf-8><p>\xd5\xfe\xb8\xae 41");
  else if (g_str_equal (path, "/script"))
    answer_body (message, "text/html",
                 "<html><script>document.cookie='x=1';location.reload()</script></html>");
  else if (g_str_equal (path, "/gzip"))
    answer_gzip (message, 1000);
  else if (g_str_equal (path, "/bomb"))
    answer_gzip (message, BOMB_BYTES);
  else if (g_str_equal (path, "/endless") || g_str_equal (path, "/slow"))
    answer_stream (self, message, path[1] == 'e');
  else if (g_str_equal (path, "/silent"))
    {
      soup_server_message_pause (message);
      attach_timeout (self, 5000, finish_slow_cb, message);
    }
  else if (g_str_equal (path, "/hints"))
    answer_hints (message);
  else if (g_str_has_prefix (path, "/raw/"))
    answer_raw (self, message, path + 5);
  else if (g_str_has_prefix (path, "/status/"))
    soup_server_message_set_status (message, (guint) g_ascii_strtoull (path + 8, NULL, 10), NULL);
  else if (g_str_has_prefix (path, "/hops/"))
    answer_hops (message, (guint) g_ascii_strtoull (path + 6, NULL, 10));
  else if (g_str_equal (path, "/loop"))
    answer_redirect (message, "/loop");
  else if (g_str_equal (path, "/refresh"))
    answer_refresh (message, plain);
  else if (g_str_equal (path, "/head"))
    answer_head (message);
  else if (g_str_equal (path, "/deep/list"))
    answer_body (message, "text/html", "<html><title>x</title><body><a href=2023.html>2023</a> <a href='/2022.html'>2022</a>");
  else if (g_str_equal (path, "/to"))
    answer_redirect (message, plain);
}

static gpointer
server_thread (gpointer data)
{
  NbTestServer *self = data;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new ("tls-certificate", self->certificate, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY |
                                (self->certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);

  g_mutex_lock (&self->mutex);
  self->port = (guint) g_uri_get_port (uris->data);
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

NbTestServer *
nb_test_server_new (GTlsCertificate *certificate)
{
  NbTestServer *self = g_new0 (NbTestServer, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->ready);
  self->stalled = g_ptr_array_new_with_free_func (g_object_unref);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  self->thread = g_thread_new ("server", server_thread, self);
  g_mutex_lock (&self->mutex);
  while (self->port == 0)
    g_cond_wait (&self->ready, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

void
nb_test_server_free (NbTestServer *self)
{
  g_main_context_invoke (self->context, quit_cb, self->loop);
  g_thread_join (self->thread);
  g_ptr_array_unref (self->stalled);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_clear_object (&self->certificate);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ready);
  g_free (self);
}

char *
nb_test_server_address (NbTestServer *self, const char *path)
{
  return g_strdup_printf ("%s://127.0.0.1:%u%s", self->certificate != NULL ? "https" : "http",
                          self->port, path);
}

guint
nb_test_server_count (NbTestServer *self)
{
  return (guint) g_atomic_int_get (&self->n_requests);
}
