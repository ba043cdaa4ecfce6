/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fetched pages that are kept: found again by their address, and the oldest removed beyond the limits. */

#include "source/nb-snapshot.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "base/nb-limits.h"

#define ADDRESS "https://example.org/2023.html"

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "nianbao", "pages", NULL);
}

static guint
count_files (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
empty_folder (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/* Another page that was kept @age seconds ago. */
static void
add_file (guint number, goffset size, gint64 age)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = g_strdup_printf ("%064u", number);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct utimbuf time = { g_get_real_time () / G_USEC_PER_SEC - age, 0 };
  int file;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  file = g_open (path, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (ftruncate (file, size), ==, 0);
  g_close (file, NULL);
  time.modtime = time.actime;
  g_assert_cmpint (g_utime (path, &time), ==, 0);
}

static void
keep (const char *address)
{
  NbFetched page = { .bytes = g_bytes_new_static ("page", 4),
                     .address = g_strdup (address),
                     .media_type = g_strdup ("text/html") };

  nb_snapshot_keep (address, &page, "2024-01-31T08:00:00Z");
  nb_fetched_clear (&page);
}

static gboolean
is_kept (const char *address)
{
  g_auto (NbFetched) page = { NULL };
  g_autofree char *fetched = NULL;

  if (!nb_snapshot_find (address, &page, &fetched))
    return FALSE;
  g_assert_cmpstr (fetched, ==, "2024-01-31T08:00:00Z");
  g_assert_cmpmem (g_bytes_get_data (page.bytes, NULL), g_bytes_get_size (page.bytes), "page", 4);
  return TRUE;
}

static void
test_found (void)
{
  keep (ADDRESS);
  g_assert_true (is_kept (ADDRESS));
  g_assert_true (is_kept (ADDRESS "#top"));
  g_assert_false (is_kept (ADDRESS "?page=2"));
  keep ("https://user:word@example.org/");
  g_assert_false (is_kept ("https://user:word@example.org/"));
  g_assert_cmpuint (count_files (), ==, 1);
  empty_folder ();
}

static void
test_too_many (void)
{
  for (guint i = 0; i < NB_LIMIT_KEPT_PAGES + 5; i++)
    add_file (i, 10, 10 + i);
  keep (ADDRESS);
  g_assert_cmpuint (count_files (), ==, NB_LIMIT_KEPT_PAGES);
  g_assert_true (is_kept (ADDRESS));
  empty_folder ();
}

static void
test_too_large (void)
{
  add_file (1, NB_LIMIT_KEPT_BYTES / 2, 30);
  add_file (2, NB_LIMIT_KEPT_BYTES / 4, 20);
  add_file (3, NB_LIMIT_KEPT_BYTES / 4, 10);
  /* The oldest makes room; the others fill the half that is left. */
  keep (ADDRESS);
  g_assert_cmpuint (count_files (), ==, 3);
  g_assert_true (is_kept (ADDRESS));
  empty_folder ();
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("nianbao-pages-XXXXXX", NULL);
  g_autofree char *own = g_build_filename (home, "nianbao", NULL);
  g_autofree char *pages = g_build_filename (own, "pages", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/snapshot/found", test_found);
  g_test_add_func ("/nianbao/snapshot/too-many", test_too_many);
  g_test_add_func ("/nianbao/snapshot/too-large", test_too_large);
  status = g_test_run ();
  g_rmdir (pages);
  g_rmdir (own);
  g_rmdir (home);
  return status;
}
