/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses: limits, redirects, refusals and cancelling, against a server on loopback (cases 48 to
 * 52). */

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "nb-test-server.h"
#include "source/nb-fetch.h"
#include "workspace/nb-reading.h"

static NbTestServer *server;

static const NbFetchOptions usual = { .max_bytes = NB_LIMIT_INPUT_BYTES, .timeout_ms = 10 * 1000 };

static gboolean
fetch (const char *path, const NbFetchOptions *options, NbFetched *fetched, GError **error)
{
  g_autofree char *address = nb_test_server_address (server, path);

  return nb_fetch (address, options, NULL, NULL, NULL, fetched, error);
}

static void
assert_refused (const char *path, const NbFetchOptions *options, NbError code, const char *word)
{
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (fetch (path, options, &fetched, &error));
  g_assert_error (error, NB_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_null (fetched.bytes);
}

static void
test_page (void)
{
  g_autofree char *address = nb_test_server_address (server, "/page#page=2");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (address, NULL, NULL, NULL, NULL, &error);
  g_autoptr (GDateTime) fetched = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_no_error (error);
  g_assert_cmpstr (nb_source_get_uri (source), ==, address);
  g_assert_cmpint (nb_source_get_container (source), ==, NB_CONTAINER_HTML);
  g_assert_cmpstr (nb_source_get_claimed_type (source), ==, "text/html");
  g_assert_cmpstr (nb_source_get_claimed_charsets (source), ==, "http iso-8859-1, meta utf-8");
  g_assert_cmpstr (nb_source_get_last_modified (source), ==, "2023-01-29T08:09:10Z");
  fetched = g_date_time_new_from_iso8601 (nb_source_get_fetched (source), NULL);
  g_assert_nonnull (fetched);
  g_assert_cmpint (ABS (g_date_time_difference (now, fetched)), <, 10 * G_TIME_SPAN_SECOND);
}

static void
test_password (void)
{
  g_autofree char *address = nb_test_server_address (server, "/page");
  g_autofree char *secret = g_strdup_printf ("http://user:secret@%s", address + strlen ("http://"));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (secret, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (strstr (nb_source_get_uri (source), "secret"));
  g_assert_nonnull (strstr (nb_source_get_uri (source), "user:***@"));
  g_clear_object (&source);
  source = nb_source_load ("http://user:secret@127.0.0.1:1/", NULL, NULL, NULL, NULL, &error);
  g_assert_error (error, NB_ERROR, NB_ERROR_NETWORK);
  g_assert_null (strstr (error->message, "secret"));
}

static void
test_script (void)
{
  g_autofree char *address = nb_test_server_address (server, "/script");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (address, NULL, NULL, NULL, NULL, &error);

  g_assert_error (error, NB_ERROR, NB_ERROR_REFUSED);
  g_assert_null (source);
  g_assert_nonnull (strstr (error->message, "declines programs"));
}

static void
test_status (void)
{
  static const struct
  {
    const char *path;
    NbError code;
    const char *word;
  } answers[] = {
    { "/status/404", NB_ERROR_NOT_FOUND, "no such page" },
    { "/status/410", NB_ERROR_NOT_FOUND, "no such page" },
    { "/status/401", NB_ERROR_REFUSED, "declines programs (401); save the page in a browser" },
    { "/status/403", NB_ERROR_REFUSED, "declines programs" },
    { "/status/412", NB_ERROR_REFUSED, "declines programs" },
    { "/status/521", NB_ERROR_REFUSED, "declines programs" },
    { "/status/500", NB_ERROR_NETWORK, "500" },
    { "/status/304", NB_ERROR_NETWORK, "304" },
    { "/raw/stall-gone", NB_ERROR_NOT_FOUND, "no such page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    assert_refused (answers[i].path, &usual, answers[i].code, answers[i].word);
}

/* Half a page is never kept as a whole one. */
static void
test_cut (void)
{
  const char *const whole[] = { "/raw/no-length", "/raw/false-gzip", "/raw/whole-chunks", "/raw/chunked-gzip" };
  const char *const cut[] = { "/raw/cut",       "/raw/between-chunks", "/raw/between-gzip",
                              "/raw/cut-chunk", "/raw/cut-size",       "/raw/cut-zero", "/raw/cut-gzip", "/raw/part",
                              "/raw/no-chunk",  "/raw/cut-closed",     "/raw/cut-old" };
  /* How grave a property out of range is, newer GLib says. */
  GLogLevelFlags complaint = glib_check_version (2, 76, 0) == NULL ? G_LOG_LEVEL_CRITICAL
                                                                   : G_LOG_LEVEL_WARNING;

  for (guint i = 0; i < G_N_ELEMENTS (cut); i++)
    assert_refused (cut[i], &usual, NB_ERROR_NETWORK, "before the page was whole");
  assert_refused ("/raw/cut-head", &usual, NB_ERROR_NETWORK, "");
  assert_refused ("/raw/long-head", &usual, NB_ERROR_NETWORK, "or too large");
  assert_refused ("/raw/nonsense", &usual, NB_ERROR_NETWORK, "");
  assert_refused ("/raw/nothing", &usual, NB_ERROR_NETWORK, "");
  assert_refused ("/raw/bad-chunk", &usual, NB_ERROR_NETWORK, "in parts that cannot be read");
  assert_refused ("/raw/brotli", &usual, NB_ERROR_NETWORK, "packs its page");
  assert_refused ("/raw/long-frame", &usual, NB_ERROR_NETWORK, "in parts that cannot be read");
  assert_refused ("/raw/wrong-chunk", &usual, NB_ERROR_NETWORK, "in parts that cannot be read");
  g_test_expect_message ("GLib-GObject", complaint, "*content-length*");
  assert_refused ("/raw/negative", &usual, NB_ERROR_NETWORK, "a length below zero");
  g_test_assert_expected_messages ();
  /* libsoup takes a body as it is where it only claims to be compressed. */
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_auto (NbFetched) fetched = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (fetch (whole[i], &usual, &fetched, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (fetched.bytes), ==, 5);
    }
}

/* What is left of the answer that redirects is not waited for. */
static void
test_stalled_redirect (void)
{
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (fetch ("/raw/stall-moved", &usual, &fetched, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
test_empty (void)
{
  g_autofree char *address = nb_test_server_address (server, "/status/200");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (address, NULL, NULL, NULL, NULL, &error);

  g_assert_error (error, NB_ERROR, NB_ERROR_NO_TEXT);
  g_assert_null (source);
}

/* NB_LIMIT_REDIRECTS */
static void
test_redirects (void)
{
  g_autofree char *most = g_strdup_printf ("/hops/%d", NB_LIMIT_REDIRECTS);
  g_autofree char *more = g_strdup_printf ("/hops/%d", NB_LIMIT_REDIRECTS + 1);
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_true (fetch (most, &usual, &fetched, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fetched.media_type, ==, "text/html");
  assert_refused (more, &usual, NB_ERROR_REFUSED, "more than 10 times");
  before = nb_test_server_count (server);
  assert_refused ("/loop", &usual, NB_ERROR_REFUSED, "/loop -> http://127.0.0.1");
  g_assert_cmpuint (nb_test_server_count (server) - before, ==, NB_LIMIT_REDIRECTS + 1);
}

static void
test_bad_redirects (void)
{
  assert_refused ("/to?file:///etc/passwd", &usual, NB_ERROR_REFUSED, "-> file:///etc/passwd: ");
  assert_refused ("/to?data:text/html,x", &usual, NB_ERROR_REFUSED, "-> data:text/html,x: ");
  assert_refused ("/to?http://10.1.2.3/", &usual, NB_ERROR_REFUSED, "-> http://10.1.2.3/: ");
  assert_refused ("/to?http://169.254.169.254/meta", &usual, NB_ERROR_REFUSED, "private network");
  assert_refused ("/to?http://[::1]:1/", &usual, NB_ERROR_REFUSED, "private network");
  assert_refused ("/to?http://user:secret@192.168.0.1/", &usual, NB_ERROR_REFUSED,
                  "-> http://192.168.0.1/");
}

/* A page may go elsewhere by itself, under the rules of redirects. */
static void
test_refresh (void)
{
  g_auto (NbFetched) fetched = { 0 };
  g_auto (NbFetched) itself = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *page = nb_test_server_address (server, "/page");

  g_assert_true (fetch ("/refresh?page", &usual, &fetched, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fetched.address, ==, page);
  g_assert_cmpstr (fetched.charset, ==, "iso-8859-1");
  g_assert_true (fetch ("/refresh?", &usual, &itself, &error));
  g_assert_no_error (error);
  g_assert_nonnull (itself.bytes);
  assert_refused ("/refresh?file:///etc/passwd", &usual, NB_ERROR_REFUSED,
                  "-> file:///etc/passwd: ");
  assert_refused ("/refresh?javascript:1", &usual, NB_ERROR_REFUSED, "javascript:");
  assert_refused ("/refresh?http://10.1.2.3/", &usual, NB_ERROR_REFUSED, "private network");
  assert_refused ("/to?/refresh?/loop", &usual, NB_ERROR_REFUSED, "redirects more than");
}

/* What a page links to stands against where it was found, not against what was typed. */
static void
test_links (void)
{
  g_autofree char *address = nb_test_server_address (server, "/to?/deep/list");
  g_autofree char *first = nb_test_server_address (server, "/deep/2023.html");
  g_autofree char *second = nb_test_server_address (server, "/2022.html");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_reading_open (address, NULL, NULL, NULL, NULL, &error);
  GPtrArray *links;

  g_assert_null (readings);
  g_assert_error (error, NB_ERROR, NB_ERROR_NOT_A_REPORT);
  links = nb_error_get_links (error);
  g_assert_nonnull (links);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpstr (((NbLink *) links->pdata[0])->uri, ==, first);
  g_assert_cmpstr (((NbLink *) links->pdata[1])->uri, ==, second);
}

static char *
find_kept (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "nianbao", "pages", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* Opened a second time without the network: the same bytes, with their date, and it is said. */
static void
test_offline (void)
{
  NbTestServer *usual_server = server;
  NbSourceOptions options = { .keep = TRUE };
  g_autofree char *address = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) first = NULL;
  g_autoptr (NbSource) second = NULL;
  g_autoptr (NbSource) third = NULL;
  gsize size;

  server = nb_test_server_new (NULL);
  address = nb_test_server_address (server, "/page");
  first = nb_source_load (address, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (nb_source_get_offline (first));
  nb_test_server_free (server);
  server = usual_server;

  second = nb_source_load (address, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (nb_source_get_offline (second));
  g_assert_true (g_bytes_equal (nb_source_get_bytes (first), nb_source_get_bytes (second)));
  g_assert_cmpstr (nb_source_get_sha256 (first), ==, nb_source_get_sha256 (second));
  g_assert_cmpstr (nb_source_get_fetched (first), ==, nb_source_get_fetched (second));
  g_assert_cmpstr (nb_source_get_last_modified (first), ==, nb_source_get_last_modified (second));
  g_assert_cmpstr (nb_source_get_claimed_charsets (first), ==,
                   nb_source_get_claimed_charsets (second));
  g_assert_cmpstr (nb_source_get_address (first), ==, nb_source_get_address (second));

  /* What was changed since is not what was fetched. */
  kept = find_kept ();
  g_assert_true (g_file_get_contents (kept, &data, &size, NULL));
  data[size - 1] ^= 1;
  g_assert_true (g_file_set_contents (kept, data, (gssize) size, NULL));
  third = nb_source_load (address, &options, NULL, NULL, NULL, &error);
  g_assert_error (error, NB_ERROR, NB_ERROR_NETWORK);
  g_assert_null (third);
  g_remove (kept);
}

/* Nothing is kept that was not asked for, is no page, or stands behind a password. */
static void
test_not_kept (void)
{
  NbSourceOptions options = { .keep = TRUE };
  g_autofree char *address = nb_test_server_address (server, "/page");
  g_autofree char *script = nb_test_server_address (server, "/script");
  g_autofree char *secret = g_strdup_printf ("http://user:secret@%s", address + strlen ("http://"));
  g_autoptr (NbSource) first = nb_source_load (address, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (NbSource) second = nb_source_load (secret, &options, NULL, NULL, NULL, NULL);
  g_autoptr (NbSource) third = nb_source_load (script, &options, NULL, NULL, NULL, NULL);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_null (third);
  g_assert_null (find_kept ());
}

/* Another name for this machine is judged by its address, and the answer there is never asked for.
 */
static void
test_local_name (void)
{
  NbFetchOptions allowed = usual;
  g_autofree char *page = nb_test_server_address (server, "/page");
  g_autofree char *path = g_strdup_printf ("/to?http://localhost:%s", strrchr (page, ':') + 1);
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;
  guint before = nb_test_server_count (server);

  assert_refused (path, &usual, NB_ERROR_REFUSED, "-> http://localhost:");
  g_assert_cmpuint (nb_test_server_count (server) - before, ==, 1);
  allowed.allow_local = TRUE;
  g_assert_true (fetch (path, &allowed, &fetched, &error));
  g_assert_no_error (error);
}

static void
test_gzip (void)
{
  NbFetchOptions small = usual;
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (fetch ("/gzip", &usual, &fetched, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (fetched.bytes), ==, 1000);
  small.max_bytes = 1024 * 1024;
  assert_refused ("/bomb", &small, NB_ERROR_TOO_LARGE, "1048576 bytes");
}

/* Refused long before it is as large as it may be. */
static void
test_ratio (void)
{
  assert_refused ("/bomb", &usual, NB_ERROR_LIMIT, "more than 200 times its size");
}

static void
test_head (void)
{
  gint64 start = g_get_monotonic_time ();

  assert_refused ("/head", &usual, NB_ERROR_NETWORK, "");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_endless (void)
{
  NbFetchOptions small = usual;

  small.max_bytes = 3 * 1000 * 1000;
  assert_refused ("/endless", &small, NB_ERROR_TOO_LARGE, "3000000 bytes");
}

/* The whole is timed: a site that sends a byte now and then is stopped as well. */
static void
test_timeout (gconstpointer data)
{
  NbFetchOptions hasty = usual;
  gint64 start = g_get_monotonic_time ();

  hasty.timeout_ms = 1000;
  assert_refused (data, &hasty, NB_ERROR_TIMEOUT, "within 1 s");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 1500 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 900 * 1000);
}

/* NB_LIMIT_FETCH_SECONDS stands where the options say nothing; they are in seconds. */
static void
test_fetch_seconds (void)
{
  g_autofree char *address = nb_test_server_address (server, "/raw/stall");
  NbSourceOptions options = { .timeout = 1 };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (address, &options, NULL, NULL, NULL, &error);

  g_assert_error (error, NB_ERROR, NB_ERROR_TIMEOUT);
  g_assert_null (source);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 1500 * 1000);
}

static gpointer
cancel_later (gpointer data)
{
  gint64 *when = g_new (gint64, 1);

  g_usleep (100 * 1000);
  *when = g_get_monotonic_time ();
  g_cancellable_cancel (data);
  return when;
}

static void
test_cancel (gconstpointer data)
{
  g_autofree char *address = nb_test_server_address (server, data);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *canceller = g_thread_new ("canceller", cancel_later, cancellable);
  g_autofree gint64 *cancelled = NULL;
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;
  NbFetchOptions options = usual;
  gint64 now;

  options.max_bytes = G_MAXUINT64;
  g_assert_false (nb_fetch (address, &options, NULL, NULL, cancellable, &fetched, &error));
  now = g_get_monotonic_time ();
  cancelled = g_thread_join (canceller);
  g_assert_error (error, NB_ERROR, NB_ERROR_CANCELLED);
  g_test_message ("%d ms", (int) ((now - *cancelled) / 1000));
  g_assert_cmpint (now - *cancelled, <, 100 * 1000);
}

static void
test_cancelled_before (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *address = nb_test_server_address (server, "/page");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = NULL;

  g_cancellable_cancel (cancellable);
  source = nb_source_load (address, NULL, NULL, NULL, cancellable, &error);
  g_assert_error (error, NB_ERROR, NB_ERROR_CANCELLED);
  g_assert_null (source);
}

static void
count_cb (gint64 done, gint64 total, gpointer user_data)
{
  *(gint64 *) user_data = done;
  g_assert_cmpint (total, ==, done);
}

static void
test_progress (void)
{
  g_autofree char *address = nb_test_server_address (server, "/page");
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 done = 0;

  g_assert_true (nb_fetch (address, &usual, count_cb, &done, NULL, &fetched, &error));
  g_assert_cmpint (done, ==, g_bytes_get_size (fetched.bytes));
}

static void
test_unreachable (void)
{
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (nb_fetch ("http://127.0.0.1:1/", &usual, NULL, NULL, NULL, &fetched, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_NETWORK);
}

typedef struct
{
  char *folder;
  char *path;
  char *key;
  GTlsCertificate *certificate; /* NULL where openssl is not installed */
  NbTestServer *plain;          /* the usual server, while the secure one stands in its place */
} Tls;

static void
tls_set_up (Tls *self, gconstpointer data)
{
  const char *name = data;
  g_autofree char *subject = g_strdup_printf ("subjectAltName=%s", name);
  const char *command[] = { "openssl",
                            "req",
                            "-x509",
                            "-newkey",
                            "ec",
                            "-pkeyopt",
                            "ec_paramgen_curve:P-256",
                            "-nodes",
                            "-days",
                            "2",
                            "-subj",
                            "/CN=nianbao test",
                            "-addext",
                            subject,
                            "-keyout",
                            NULL,
                            "-out",
                            NULL,
                            NULL };
  int status = -1;

  self->plain = server;
  self->folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "certificate.pem", NULL);
  self->key = g_build_filename (self->folder, "key.pem", NULL);
  command[15] = self->key;
  command[17] = self->path;
  g_spawn_sync (NULL, (char **) command, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, NULL);
  if (status == 0)
    {
      g_autoptr (GError) error = NULL;

      self->certificate = g_tls_certificate_new_from_files (self->path, self->key, &error);
      g_assert_no_error (error);
      server = nb_test_server_new (self->certificate);
    }
}

static void
tls_tear_down (Tls *self, gconstpointer data)
{
  if (self->certificate != NULL)
    nb_test_server_free (server);
  server = self->plain;
  g_remove (self->path);
  g_remove (self->key);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->key);
  g_free (self->path);
  g_clear_object (&self->certificate);
}

static gboolean
tls_is_missing (Tls *self)
{
  if (self->certificate == NULL)
    g_test_skip ("openssl is not installed, so there is no certificate");
  return self->certificate == NULL;
}

static void
test_tls_unknown (Tls *self, gconstpointer data)
{
  if (tls_is_missing (self))
    return;
  assert_refused ("/page", &usual, NB_ERROR_NETWORK, "nobody whom this machine trusts");
  g_assert_cmpuint (nb_test_server_count (server), ==, 0);
}

static void
test_tls_wrong_host (Tls *self, gconstpointer data)
{
  NbFetchOptions trusting = usual;
  g_autoptr (GTlsDatabase) database = NULL;

  if (tls_is_missing (self))
    return;
  database = g_tls_file_database_new (self->path, NULL);
  trusting.trusted = database;
  assert_refused ("/page", &trusting, NB_ERROR_NETWORK,
                  "belongs to another site; save the page in a browser");
}

static void
test_tls (Tls *self, gconstpointer data)
{
  NbFetchOptions trusting = usual;
  g_autoptr (GTlsDatabase) database = NULL;
  g_auto (NbFetched) fetched = { 0 };
  g_auto (NbFetched) upgraded = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *insecure = NULL;
  g_autofree char *path = NULL;
  g_autofree char *secure = NULL;
  g_autofree char *upgrade = NULL;
  g_autofree char *address = NULL;

  if (tls_is_missing (self))
    return;
  database = g_tls_file_database_new (self->path, NULL);
  trusting.trusted = database;
  g_assert_true (fetch ("/hops/1", &trusting, &fetched, &error));
  g_assert_no_error (error);

  insecure = nb_test_server_address (self->plain, "/page");
  path = g_strconcat ("/to?", insecure, NULL);
  assert_refused (path, &trusting, NB_ERROR_REFUSED, "from a secure address to one that is not");

  secure = nb_test_server_address (server, "/page");
  upgrade = g_strconcat ("/to?", secure, NULL);
  address = nb_test_server_address (self->plain, upgrade);
  g_assert_true (nb_fetch (address, &trusting, NULL, NULL, NULL, &upgraded, &error));
  g_assert_no_error (error);
}

static void
test_tls_expired (void)
{
  NbFetchOptions trusting = usual;
  NbTestServer *plain = server;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tests/source/files/expired.pem",
                                                 NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, NULL);

  g_assert_no_error (error);
  trusting.trusted = database;
  server = nb_test_server_new (certificate);
  assert_refused ("/page", &trusting, NB_ERROR_NETWORK,
                  "it has expired; save the page in a browser");
  g_assert_cmpuint (nb_test_server_count (server), ==, 0);
  nb_test_server_free (server);
  server = plain;
}

/* A port that nobody listens on. */
static guint
find_port (void)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM,
                                             G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GSocketAddress) local = NULL;

  g_assert_true (g_socket_bind (socket, any, TRUE, NULL));
  local = g_socket_get_local_address (socket, NULL);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (local));
}

static gboolean
wait_for_port (guint port)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GSocketConnection) connection = g_socket_client_connect_to_host (
          client, "127.0.0.1", (guint16) port, NULL, NULL);

      if (connection != NULL)
        return TRUE;
      g_usleep (25000);
    }
  return FALSE;
}

/* A server whose certificate is good, and that knows @version alone. */
static char *
fetch_from_old (Tls *self, const char *version)
{
  NbFetchOptions trusting = usual;
  guint port = find_port ();
  g_autofree char *number = g_strdup_printf ("%u", port);
  g_autofree char *address = g_strdup_printf ("https://127.0.0.1:%u/", port);
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (self->path, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (NbFetched) fetched = { 0 };
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "openssl",
      "s_server", version, "-cipher", "ALL:@SECLEVEL=0", "-accept", number, "-cert", self->path,
      "-key", self->key, "-www", NULL);

  g_assert_no_error (error);
  trusting.trusted = database;
  if (wait_for_port (port))
    nb_fetch (address, &trusting, NULL, NULL, NULL, &fetched, &error);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  return g_strdup (error != NULL           ? error->message
                   : fetched.bytes != NULL ? "fetched"
                                           : "no server");
}

/* TLS 1.0 and 1.1 are refused, however good the certificate is; the same server with 1.2 is not. */
static void
test_tls_old (Tls *self, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  if (tls_is_missing (self))
    return;
  first = fetch_from_old (self, "-tls1");
  second = fetch_from_old (self, "-tls1_1");
  third = fetch_from_old (self, "-tls1_2");
  g_test_message ("%s; %s; %s", first, second, third);
  g_assert_nonnull (strstr (first, "save the page in a browser"));
  g_assert_nonnull (strstr (second, "save the page in a browser"));
  g_assert_cmpstr (third, ==, "fetched");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *kept = g_build_filename (folder, "nianbao", "pages", NULL);
  g_autofree char *parent = g_path_get_dirname (kept);
  int status;

  /* Isolated as a whole, GIO would not find its proxies' settings. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  server = nb_test_server_new (NULL);

  g_test_add_func ("/nianbao/fetch/page", test_page);
  g_test_add_func ("/nianbao/fetch/case-52-password", test_password);
  g_test_add_func ("/nianbao/fetch/case-51-script", test_script);
  g_test_add_func ("/nianbao/fetch/case-51-status", test_status);
  g_test_add_func ("/nianbao/fetch/case-49-cut", test_cut);
  g_test_add_func ("/nianbao/fetch/stalled-redirect", test_stalled_redirect);
  g_test_add_func ("/nianbao/fetch/empty", test_empty);
  g_test_add_func ("/nianbao/fetch/case-48-NB_LIMIT_REDIRECTS", test_redirects);
  g_test_add_func ("/nianbao/fetch/NB_LIMIT_FETCH_SECONDS", test_fetch_seconds);
  g_test_add_func ("/nianbao/fetch/case-48-bad-redirects", test_bad_redirects);
  g_test_add_func ("/nianbao/fetch/case-48-local-name", test_local_name);
  g_test_add_func ("/nianbao/fetch/case-48-refresh", test_refresh);
  g_test_add_func ("/nianbao/fetch/links", test_links);
  g_test_add_func ("/nianbao/fetch/case-53-offline", test_offline);
  g_test_add_func ("/nianbao/fetch/case-53-not-kept", test_not_kept);
  g_test_add_func ("/nianbao/fetch/case-49-NB_LIMIT_FETCH_RATIO-NB_LIMIT_FETCH_RATIO_BYTES", test_ratio);
  g_test_add_func ("/nianbao/fetch/case-49-head", test_head);
  g_test_add_func ("/nianbao/fetch/case-49-gzip", test_gzip);
  g_test_add_func ("/nianbao/fetch/case-49-endless", test_endless);
  g_test_add_data_func ("/nianbao/fetch/case-49-timeout/slow", "/slow", test_timeout);
  g_test_add_data_func ("/nianbao/fetch/case-49-timeout/stall", "/raw/stall", test_timeout);
  g_test_add_data_func ("/nianbao/fetch/case-49-timeout/hints", "/hints", test_timeout);
  g_test_add_data_func ("/nianbao/fetch/case-49-timeout/silent", "/silent", test_timeout);
  g_test_add_data_func ("/nianbao/fetch/case-49-cancel/slow", "/slow", test_cancel);
  g_test_add_data_func ("/nianbao/fetch/case-49-cancel/silent", "/silent", test_cancel);
  g_test_add_data_func ("/nianbao/fetch/case-49-cancel/endless", "/endless", test_cancel);
  g_test_add_data_func ("/nianbao/fetch/case-49-cancel/hints", "/hints", test_cancel);
  g_test_add_data_func ("/nianbao/fetch/case-49-cancel/stall", "/raw/stall", test_cancel);
  g_test_add_data_func ("/nianbao/fetch/case-49-cancel/stall-head", "/raw/stall-head", test_cancel);
  g_test_add_func ("/nianbao/fetch/cancelled-before", test_cancelled_before);
  g_test_add_func ("/nianbao/fetch/progress", test_progress);
  g_test_add_func ("/nianbao/fetch/unreachable", test_unreachable);
  g_test_add ("/nianbao/fetch/case-48-50-tls", Tls, "IP:127.0.0.1", tls_set_up, test_tls,
              tls_tear_down);
  g_test_add ("/nianbao/fetch/case-50-unknown", Tls, "IP:127.0.0.1", tls_set_up, test_tls_unknown,
              tls_tear_down);
  g_test_add_func ("/nianbao/fetch/case-50-expired", test_tls_expired);
  g_test_add ("/nianbao/fetch/case-50-tls-1.0", Tls, "IP:127.0.0.1", tls_set_up, test_tls_old,
              tls_tear_down);
  g_test_add ("/nianbao/fetch/case-50-wrong-host", Tls, "DNS:other.example", tls_set_up,
              test_tls_wrong_host, tls_tear_down);
  status = g_test_run ();
  nb_test_server_free (server);
  g_rmdir (kept);
  g_rmdir (parent);
  g_rmdir (folder);
  return status;
}
