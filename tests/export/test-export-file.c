/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing to disk: replaced whole, or not at all (case-57). */

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/nb-error.h"
#include "export/nb-export.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("nianbao-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "out.json", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  nb_export_to_file (path, text, strlen (text), &error);
  g_assert_no_error (error);
}

static guint
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (0027);

  write_text (fixture->path, "one");
  umask (mask);
  assert_content (fixture->path, "one");
  g_assert_cmpuint (get_mode (fixture->path), ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  write_text (fixture->path, "one, and longer");
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  write_text (fixture->path, "two");
  assert_content (fixture->path, "two");
  g_assert_cmpuint (get_mode (fixture->path), ==, 0666);
  write_text (fixture->path, "");
  assert_content (fixture->path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);

  g_assert_cmpint (symlink ("out.json", link), ==, 0); /* leads nowhere yet */
  g_assert_cmpint (symlink (link, second), ==, 0);
  write_text (second, "one");
  assert_content (fixture->path, "one");
  write_text (link, "two");
  assert_content (fixture->path, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_link_loop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("out.json", fixture->path), ==, 0);
  g_assert_false (nb_export_to_file (fixture->path, "x", 1, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_DENIED);
}

/* A write that fails half-way: the limit on the size of a file works for root as well. */
static void
test_failing_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_malloc0 (100000);
  struct rlimit old, small;
  gboolean ok;

  write_text (fixture->path, "old and whole");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  ok = nb_export_to_file (fixture->path, large, 100000, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (ok);
  g_assert_error (error, NB_ERROR, NB_ERROR_DENIED);
  assert_content (fixture->path, "old and whole");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_device (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (nb_export_to_file ("/dev/null", "x", 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat ("/dev/null", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));

  g_assert_false (nb_export_to_file ("/dev/full", "x", 1, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_TOO_LARGE);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "out.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (nb_export_to_file (nowhere, "x", 1, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (nb_export_to_file (fixture->folder, "x", 1, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_DENIED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/export-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("replace", test_replace);
  ADD ("link", test_link);
  ADD ("link-loop", test_link_loop);
  ADD ("failing-write", test_failing_write);
  ADD ("device", test_device);
  ADD ("refused", test_refused);
  return g_test_run ();
}
