/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files, standard input and what comes instead of them (case-47). */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "source/nb-source.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_file (Fixture *fixture, const char *name, const char *text, gsize size)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, (gssize) size, NULL));
  return path;
}

static void
assert_refused (const char *input, const NbSourceOptions *options, NbError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (input, options, NULL, NULL, NULL, &error);

  g_assert_error (error, NB_ERROR, (int) code);
  g_assert_null (source);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "a report.txt", "abc", 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (path, NULL, NULL, NULL, NULL, &error);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_cmpstr (nb_source_get_uri (source), ==, path);
  g_assert_cmpuint (g_bytes_get_size (nb_source_get_bytes (source)), ==, 3);
  g_assert_cmpstr (nb_source_get_sha256 (source), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpint (nb_source_get_container (source), ==, NB_CONTAINER_TEXT);
  g_assert_cmpstr (nb_source_get_media_type (source), ==, "text/plain");
  g_assert_null (nb_source_get_claimed_type (source));
  g_assert_null (nb_source_get_claimed_charsets (source));
  g_assert_null (nb_source_get_fetched (source));
  g_assert_true (g_str_has_suffix (nb_source_get_last_modified (source), "Z"));
  text = nb_source_decode (source, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "abc");
  g_assert_cmpuint (length, ==, 3);
  g_assert_cmpstr (nb_source_get_charset (source), ==, "utf-8");
}

static void
test_file_uri (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "年 报.txt", "41", 2);
  g_autofree char *plain = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *uri = g_strconcat (plain, "#page=2", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (uri, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nb_source_get_uri (source), ==, uri);
  assert_refused ("file://server/share/a.txt", NULL, NB_ERROR_REFUSED, "another machine");
  assert_refused ("ftp://a.example/b", NULL, NB_ERROR_UNSUPPORTED, "file:, http: and https:");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = g_build_filename (fixture->folder, "none", NULL);
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *circle = g_build_filename (fixture->folder, "circle", NULL);
  g_autofree char *empty = write_file (fixture, "empty", "", 0);
  g_autofree char *closed = write_file (fixture, "closed", "a", 1);
  g_autofree char *below = g_build_filename (closed, "below", NULL);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink (circle, circle), ==, 0);
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);

  assert_refused (none, NULL, NB_ERROR_NOT_FOUND, "no such file");
  assert_refused (below, NULL, NB_ERROR_NOT_FOUND, "no such file");
  assert_refused ("", NULL, NB_ERROR_NOT_FOUND, "no such file");
  assert_refused (circle, NULL, NB_ERROR_NOT_FOUND, "circle");
  assert_refused (fixture->folder, NULL, NB_ERROR_UNSUPPORTED, "folder");
  assert_refused (pipe_path, NULL, NB_ERROR_REFUSED, "a pipe");
  assert_refused ("/dev/zero", NULL, NB_ERROR_REFUSED, "a device");
  assert_refused (empty, NULL, NB_ERROR_NO_TEXT, "the file is empty");
  /* Root may read everything. */
  if (geteuid () != 0)
    assert_refused (closed, NULL, NB_ERROR_DENIED, "no permission");
}

static void
test_max_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "ten", "0123456789", 10);
  NbSourceOptions fits = { .max_bytes = 10 };
  NbSourceOptions small = { .max_bytes = 9 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (path, &fits, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (source);
  assert_refused (path, &small, NB_ERROR_TOO_LARGE, "9 bytes");
}

/* The default, with a file that is a hole. */
static void
test_input_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "sparse", "a", 1);
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (truncate (path, (off_t) 2 * 1024 * 1024 * 1024), ==, 0);
  assert_refused (path, NULL, NB_ERROR_TOO_LARGE, "67108864 bytes");
  g_assert_cmpint (truncate (path, NB_LIMIT_INPUT_BYTES + 1), ==, 0);
  assert_refused (path, NULL, NB_ERROR_TOO_LARGE, "67108864 bytes");
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
count_cb (gint64 done, gint64 total, gpointer user_data)
{
  gint64 *seen = user_data;

  g_assert_cmpint (done, >, seen[0]);
  seen[0] = done;
  seen[1] = total;
  seen[2]++;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  gsize size = 1000 * 1000;
  g_autofree char *text = g_strnfill (size, 'x');
  g_autofree char *path = write_file (fixture, "large", text, size);
  g_autoptr (GError) error = NULL;
  gint64 seen[3] = { 0 };
  g_autoptr (NbSource) source = nb_source_load (path, NULL, count_cb, seen, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (source);
  g_assert_cmpint (seen[0], ==, size);
  g_assert_cmpint (seen[1], ==, size);
  g_assert_cmpint (seen[2], >, 1);
}

/* Puts one end of a pipe in the place of standard input; gives the other. */
static int
take_stdin (int *saved)
{
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  *saved = dup (STDIN_FILENO);
  dup2 (ends[0], STDIN_FILENO);
  close (ends[0]);
  return ends[1];
}

static void
restore_stdin (int saved)
{
  dup2 (saved, STDIN_FILENO);
  close (saved);
}

static gpointer
write_slowly (gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  for (int i = 0; i < 5; i++)
    {
      g_assert_cmpint (write (fd, "ab", 2), ==, 2);
      g_usleep (2000);
    }
  close (fd);
  return NULL;
}

static void
test_stdin (Fixture *fixture, gconstpointer data)
{
  int saved;
  int end = take_stdin (&saved);
  GThread *writer = g_thread_new ("writer", write_slowly, GINT_TO_POINTER (end));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load ("-", NULL, NULL, NULL, NULL, &error);

  g_thread_join (writer);
  restore_stdin (saved);
  g_assert_no_error (error);
  g_assert_cmpstr (nb_source_get_uri (source), ==, "-");
  g_assert_cmpuint (g_bytes_get_size (nb_source_get_bytes (source)), ==, 10);
}

/* A device on standard input has no end, so the limit must be it. */
static void
test_endless_stdin (Fixture *fixture, gconstpointer data)
{
  NbSourceOptions options = { .max_bytes = 1000 * 1000 };
  int zero = g_open ("/dev/zero", O_RDONLY, 0);
  int saved = dup (STDIN_FILENO);

  dup2 (zero, STDIN_FILENO);
  close (zero);
  assert_refused ("-", &options, NB_ERROR_TOO_LARGE, "1000000 bytes");
  restore_stdin (saved);
}

static gpointer
cancel_later (gpointer data)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (data);
  return GSIZE_TO_POINTER ((gsize) g_get_monotonic_time ());
}

static void
test_cancel_stdin (Fixture *fixture, gconstpointer data)
{
  int saved;
  int end = take_stdin (&saved);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *canceller = g_thread_new ("canceller", cancel_later, cancellable);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load ("-", NULL, NULL, NULL, cancellable, &error);
  gint64 now = g_get_monotonic_time ();
  gint64 cancelled = (gint64) GPOINTER_TO_SIZE (g_thread_join (canceller));

  restore_stdin (saved);
  close (end);
  g_assert_error (error, NB_ERROR, NB_ERROR_CANCELLED);
  g_assert_null (source);
  g_assert_cmpint (now - cancelled, <, 100 * 1000);
}

static void
cancel_cb (gint64 done, gint64 total, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "small", "41", 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  /* In the middle, then before the start. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NbSource)
          source = nb_source_load (path, NULL, cancel_cb, cancellable, cancellable, &error);

      g_assert_error (error, NB_ERROR, NB_ERROR_CANCELLED);
      g_assert_null (source);
    }
}

static void
append_cb (gint64 done, gint64 total, gpointer user_data)
{
  FILE *file = g_fopen (user_data, "a");

  fputs ("more", file);
  fclose (file);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "growing", "41", 2);
  NbSourceOptions options = { .max_bytes = 1000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (path, &options, append_cb, path, NULL, &error);

  /* It grows with each chunk, so that either its limit or its change ends it. */
  g_assert_null (source);
  g_assert_nonnull (error);
  g_assert_true (g_error_matches (error, NB_ERROR, NB_ERROR_DAMAGED) ||
                 g_error_matches (error, NB_ERROR, NB_ERROR_TOO_LARGE));
}

static void
test_claims (void)
{
  static const char page[] = "<html><meta charset=\"utf-8\"><p>\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2 41";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource)
      source = nb_source_new_for_bytes ("clipboard:", bytes, "Text/HTML; charset=ISO-8859-1", NULL);
  g_autofree char *text = nb_source_decode (source, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (text, "<p>政府信息 41"));
  g_assert_cmpstr (nb_source_get_claimed_type (source), ==, "text/html");
  g_assert_cmpstr (nb_source_get_claimed_charsets (source), ==, "http iso-8859-1, meta utf-8");
  g_assert_cmpstr (nb_source_get_charset (source), ==, "gb18030");
  g_assert_cmpuint (nb_source_get_n_replaced (source, NULL), ==, 0);
}

static void
test_damage (void)
{
  static const char text[] = "政府信息公开\xff 41";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("clipboard:", bytes, NULL, NULL);
  g_autofree char *decoded = nb_source_decode (source, NULL, &error);
  gsize offset = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, "政府信息公开\xef\xbf\xbd 41");
  g_assert_cmpuint (nb_source_get_n_replaced (source, &offset), ==, 1);
  g_assert_cmpuint (offset, ==, 18);
}

/* A digit that lost a bit is a control character; those that break lines, stand elsewhere or end the text are left alone. */
static void
test_controls (void)
{
  static const char text[] = "共1\x11件，\x19 7件，3\x7f.\x15，\xc2\x91" "5\n6\v7\f8\t字\x1c字9\x1a";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("clipboard:", bytes, NULL, NULL);
  gsize length;
  g_autofree char *decoded = nb_source_decode (source, &length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, "共1\xef\xbf\xbd件，\x19 7件，3\xef\xbf\xbd.\xef\xbf\xbd，\xef\xbf\xbd" "5\n6\v7\f8\t字\x1c字9\x1a");
  g_assert_cmpuint (length, ==, strlen (decoded));
}

static void
test_knows_charset (void)
{
  const char *const known[] = { "GBK",   "gb2312", "gb18030",  "Big5",
                                "UTF-8", "utf8",   "utf-16le", "ISO-8859-1" };
  const char *const unknown[] = { "klingon", "", "unicode" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_true (nb_source_knows_charset (known[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (nb_source_knows_charset (unknown[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/nianbao/source/file", test_file);
  ADD ("/nianbao/source/file-uri", test_file_uri);
  ADD ("/nianbao/source/case-47-refused", test_refused);
  ADD ("/nianbao/source/max-bytes", test_max_bytes);
  ADD ("/nianbao/source/NB_LIMIT_INPUT_BYTES", test_input_bytes);
  ADD ("/nianbao/source/progress", test_progress);
  ADD ("/nianbao/source/stdin", test_stdin);
  ADD ("/nianbao/source/stdin-without-end", test_endless_stdin);
  ADD ("/nianbao/source/cancel-stdin", test_cancel_stdin);
  ADD ("/nianbao/source/cancel-file", test_cancel_file);
  ADD ("/nianbao/source/case-47-changed", test_changed);
  g_test_add_func ("/nianbao/source/case-4-claims", test_claims);
  g_test_add_func ("/nianbao/source/damage", test_damage);
  g_test_add_func ("/nianbao/source/controls", test_controls);
  g_test_add_func ("/nianbao/source/knows-charset", test_knows_charset);
  return g_test_run ();
}
