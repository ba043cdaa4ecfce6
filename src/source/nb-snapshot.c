/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Pages as they were fetched, kept for when the site cannot be reached: one file an address in the user's data folder, the
 * oldest removed where they become too many. A file is a few lines of NAME VALUE, an empty line, and the bytes; what does not
 * agree with its SHA-256 is not read. Addresses with a user or a password are not kept. Any thread.
 */

#include "nb-snapshot.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/nb-limits.h"
#include "nb-address.h"

#define FOLDER "pages"
#define MAGIC  "nianbao-page 1"
/* Bytes of the lines before the page. */
#define LONGEST_HEAD 8192

typedef struct
{
  char *path; /* (owned) */
  gint64 time;
  guint64 size;
} KeptFile;

static GMutex lock; /* one thread at a time writes and clears away */

static void
kept_file_clear (gpointer data)
{
  g_free (((KeptFile *) data)->path);
}

static char *
find_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "nianbao", FOLDER, NULL);
}

/* The address without the part that stays on this machine; %NULL where it names a user. */
static char *
make_key (const char *address)
{
  g_autoptr (GUri) uri = nb_address_parse (address, NULL);

  return uri != NULL && g_uri_get_userinfo (uri) == NULL
             ? g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT)
             : NULL;
}

static char *
make_path (const char *key)
{
  g_autofree char *folder = find_folder ();
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  return g_build_filename (folder, name, NULL);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  gint64 first = ((const KeptFile *) a)->time, second = ((const KeptFile *) b)->time;

  return (first > second) - (first < second);
}

/* Removes the oldest until the others are within the limits. */
static void
clear_away (void)
{
  g_autofree char *folder = find_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (KeptFile));
  guint64 size = 0;
  const char *name;

  g_array_set_clear_func (files, kept_file_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      KeptFile file = { .path = g_build_filename (folder, name, NULL) };
      GStatBuf about;

      if (g_stat (file.path, &about) == 0)
        {
          file.time = (gint64) about.st_mtime;
          file.size = (guint64) about.st_size;
        }
      size += file.size;
      g_array_append_val (files, file);
    }
  g_array_sort (files, compare_age);
  for (guint i = 0;
       i < files->len && (files->len - i > NB_LIMIT_KEPT_PAGES || size > NB_LIMIT_KEPT_BYTES); i++)
    {
      const KeptFile *file = &g_array_index (files, KeptFile, i);

      size -= file->size;
      g_remove (file->path);
    }
}

static void
add_line (GString *head, const char *name, const char *value)
{
  if (value != NULL && strchr (value, '\n') == NULL)
    g_string_append_printf (head, "%s %s\n", name, value);
}

/**
 * nb_snapshot_keep:
 * @address: as typed
 * @page: what was fetched
 * @fetched: when, RFC 3339
 *
 * Keeps a page. That it cannot be kept is no fault of the page, and nobody is told.
 */
void
nb_snapshot_keep (const char *address, const NbFetched *page, const char *fetched)
{
  g_autofree char *key = make_key (address);
  g_autofree char *folder = find_folder ();
  g_autofree char *path = key != NULL ? make_path (key) : NULL;
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, page->bytes);
  g_autofree char *modified = page->modified != NULL ? g_date_time_format_iso8601 (page->modified)
                                                     : NULL;
  g_autoptr (GString) file = g_string_new (MAGIC "\n");
  gsize size;
  const char *bytes = g_bytes_get_data (page->bytes, &size);

  if (path == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  add_line (file, "address", key);
  add_line (file, "target", page->address);
  add_line (file, "fetched", fetched);
  add_line (file, "sha256", sum);
  add_line (file, "type", page->media_type);
  add_line (file, "charset", page->charset);
  add_line (file, "modified", modified);
  g_string_append_c (file, '\n');
  if (file->len > LONGEST_HEAD)
    return;
  g_string_append_len (file, bytes, (gssize) size);
  g_mutex_lock (&lock);
  if (g_file_set_contents_full (path, file->str, (gssize) file->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                0600, NULL))
    clear_away ();
  g_mutex_unlock (&lock);
}

/* The value of a line of the head. */
static char *
dup_value (char **lines, const char *name)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][strlen (name)] == ' ')
      return g_strdup (lines[i] + strlen (name) + 1);
  return NULL;
}

/* Takes a kept file apart; FALSE where it is not what was once written. */
static gboolean
take_apart (GBytes *file, const char *key, NbFetched *page, char **fetched)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  const char *end = size > 0 ? g_strstr_len (data, (gssize) MIN (size, LONGEST_HEAD), "\n\n")
                             : NULL;
  g_autofree char *head = end != NULL ? g_utf8_make_valid (data, end - data) : NULL;
  g_auto (GStrv) lines = head != NULL ? g_strsplit (head, "\n", -1) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *address = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *modified = NULL;

  if (lines == NULL || g_strcmp0 (lines[0], MAGIC) != 0)
    return FALSE;
  bytes = g_bytes_new_from_bytes (file, (gsize) (end - data) + 2, size - (gsize) (end - data) - 2);
  address = dup_value (lines, "address");
  wanted = dup_value (lines, "sha256");
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (address, key) != 0 || g_strcmp0 (sum, wanted) != 0)
    return FALSE;
  page->bytes = g_steal_pointer (&bytes);
  page->media_type = dup_value (lines, "type");
  page->charset = dup_value (lines, "charset");
  page->address = dup_value (lines, "target");
  modified = dup_value (lines, "modified");
  page->modified = modified != NULL ? g_date_time_new_from_iso8601 (modified, NULL) : NULL;
  *fetched = dup_value (lines, "fetched");
  return TRUE;
}

/**
 * nb_snapshot_find:
 * @address: as typed
 * @page: (out): what was fetched, set only on success; clear it with nb_fetched_clear()
 * @fetched: (out): when, RFC 3339
 *
 * Finds the page that was kept of an address, whole as it was.
 *
 * Returns: whether there is one
 */
gboolean
nb_snapshot_find (const char *address, NbFetched *page, char **fetched)
{
  g_autofree char *key = make_key (address);
  g_autofree char *path = key != NULL ? make_path (key) : NULL;
  g_autoptr (GMappedFile) file = path != NULL ? g_mapped_file_new (path, FALSE, NULL) : NULL;
  g_autoptr (GBytes) mapped = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (GBytes) copy = NULL;

  if (mapped == NULL || g_bytes_get_size (mapped) > NB_LIMIT_INPUT_BYTES + LONGEST_HEAD)
    return FALSE;
  copy = g_bytes_new (g_bytes_get_data (mapped, NULL), g_bytes_get_size (mapped));
  return take_apart (copy, key, page, fetched);
}
