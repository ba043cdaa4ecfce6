/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbPackage: the entries of a ZIP file, by name, in memory. Nothing is ever written to disk and no name is
 * ever used as a path, so that an entry can be called what it likes.
 *
 *   bytes → one pass over the headers (names, caps) → entries read where they are asked for
 *
 * A package is read forwards: an entry behind the last one costs a step, one before it a new start. It
 * holds the bytes; one thread.
 */

#include "nb-package.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* The directory at the end of a ZIP file (APPNOTE 4.3.12 and 4.3.16): where its own end is described, and each entry. */
#define END_SIGNATURE   0x06054b50u
#define END_BYTES       22
#define ENTRY_SIGNATURE 0x02014b50u
#define ENTRY_BYTES     46

struct _NbPackage
{
  GBytes *bytes;             /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GHashTable *entries;       /* (owned) folded name → number of the entry, from 1 */
  struct archive *archive;   /* (owned) (nullable) */
  guint at;                  /* number of the entry whose header was read last; 0 for none */
  guint64 n_read;            /* decompressed so far */
};

/* Parts are named without regard to case, and some writers use the strokes of Windows. */
static char *
fold_name (const char *name)
{
  char *folded = g_ascii_strdown (name, -1);

  g_strdelimit (folded, "\\", '/');
  memmove (folded, folded + strspn (folded, "/"), strlen (folded + strspn (folded, "/")) + 1);
  return folded;
}

static gboolean
fail_damaged (NbPackage *self, GError **error)
{
  g_set_error_literal (error, NB_ERROR, NB_ERROR_DAMAGED,
                       _ ("the file is damaged: its ZIP container cannot be read; fetch it again, or save it anew"));
  return FALSE;
}

static gboolean
fail_size (GError **error, const char *what, guint64 limit)
{
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the ZIP container is refused: %s (limit %s)"), _ (what), size);
  return FALSE;
}

static gboolean
fail_limit (GError **error, const char *what, guint64 limit)
{
  g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the ZIP container is refused: %s (limit %lu)"),
               _ (what), (gulong) limit);
  return FALSE;
}

static void
close_archive (NbPackage *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  self->at = 0;
}

static gboolean
start (NbPackage *self, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (self->bytes, &size);

  close_archive (self);
  self->archive = archive_read_new ();
  if (self->archive == NULL || archive_read_support_format_zip_seekable (self->archive) != ARCHIVE_OK ||
      archive_read_open_memory (self->archive, data, size) != ARCHIVE_OK)
    return fail_damaged (self, error);
  return TRUE;
}

/* Whether so many decompressed bytes are too many, for one entry or for all. */
static gboolean
check_sizes (NbPackage *self, guint64 entry, guint64 all, GError **error)
{
  guint64 most = (guint64) g_bytes_get_size (self->bytes) * NB_LIMIT_PACKAGE_RATIO;

  if (entry > NB_LIMIT_PACKAGE_ENTRY_BYTES)
    return fail_size (error, N_ ("an entry has too many bytes"), NB_LIMIT_PACKAGE_ENTRY_BYTES);
  if (all > NB_LIMIT_PACKAGE_BYTES)
    return fail_size (error, N_ ("its entries have too many bytes"), NB_LIMIT_PACKAGE_BYTES);
  if (all > NB_LIMIT_PACKAGE_RATIO_BYTES && all > most)
    return fail_limit (error, N_ ("its bytes grow too much when they are decompressed"), NB_LIMIT_PACKAGE_RATIO);
  return TRUE;
}

/* Goes on to the next header. */
static gboolean
next (NbPackage *self, struct archive_entry **entry, gboolean *at_end, GError **error)
{
  int result;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  result = archive_read_next_header (self->archive, entry);
  *at_end = result == ARCHIVE_EOF;
  /* A warning is about a name that the locale cannot spell. */
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN && result != ARCHIVE_EOF)
    return fail_damaged (self, error);
  self->at++;
  return TRUE;
}

static gboolean
take_entry (NbPackage *self, struct archive_entry *entry, guint64 *n_bytes, GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  guint64 size = archive_entry_size_is_set (entry) ? (guint64) MAX (archive_entry_size (entry), 0) : 0;
  char *folded;

  if (self->at > NB_LIMIT_PACKAGE_ENTRIES)
    return fail_limit (error, N_ ("it has too many entries"), NB_LIMIT_PACKAGE_ENTRIES);
  if (archive_entry_is_encrypted (entry))
    {
      g_set_error_literal (error, NB_ERROR, NB_ERROR_ENCRYPTED,
                           _ ("the file is encrypted; open it where its password is known and save it without one"));
      return FALSE;
    }
  *n_bytes += size;
  if (!check_sizes (self, size, *n_bytes, error))
    return FALSE;

  /* A name in an unknown charset is not one that is asked for. */
  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL)
    return TRUE;
  folded = fold_name (name);
  if (!g_str_has_suffix (folded, "/") && g_hash_table_contains (self->entries, folded))
    {
      g_free (folded);
      g_set_error_literal (error, NB_ERROR, NB_ERROR_DAMAGED,
                           _ ("the file is damaged: its ZIP container has two entries of one name"));
      return FALSE;
    }
  g_hash_table_insert (self->entries, folded, GUINT_TO_POINTER (self->at));
  return TRUE;
}

static gboolean
list_entries (NbPackage *self, GError **error)
{
  struct archive_entry *entry;
  gboolean at_end = FALSE;
  guint64 n_bytes = 0;

  if (!start (self, error))
    return FALSE;
  while (TRUE)
    {
      if (!next (self, &entry, &at_end, error))
        return FALSE;
      if (at_end)
        break;
      if (!take_entry (self, entry, &n_bytes, error))
        return FALSE;
    }
  close_archive (self);
  return TRUE;
}

/**
 * nb_package_open:
 * @bytes: a ZIP file
 * @cancellable: (nullable): a cancellable, for all later reading as well
 * @error: NB_ERROR_DAMAGED, NB_ERROR_ENCRYPTED, NB_ERROR_LIMIT, or cancelled
 *
 * Looks over the entries of a package.
 *
 * Returns: (transfer full): the package
 */
NbPackage *
nb_package_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbPackage) self = g_new0 (NbPackage, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  g_set_object (&self->cancellable, cancellable);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!list_entries (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * nb_package_free:
 * @self: a package
 *
 * Frees the package.
 */
void
nb_package_free (NbPackage *self)
{
  close_archive (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static guint
find_entry (NbPackage *self, const char *name)
{
  g_autofree char *folded = fold_name (name);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->entries, folded));
}

/**
 * nb_package_has:
 * @self: a package
 * @name: name of an entry
 *
 * Returns: whether there is one, whatever the case of its letters
 */
gboolean
nb_package_has (NbPackage *self, const char *name)
{
  return find_entry (self, name) != 0;
}

static guint32
get_number (const guint8 *data, guint n_bytes)
{
  guint32 number = 0;

  for (guint i = n_bytes; i > 0; i--)
    number = number << 8 | data[i - 1];
  return number;
}

/* (nullable): the last place where the end of the directory may be described. */
static const guint8 *
find_end (const guint8 *data, gsize size)
{
  for (gsize at = size; at >= END_BYTES && size - at <= G_MAXUINT16; at--)
    if (get_number (data + at - END_BYTES, 4) == END_SIGNATURE)
      return data + at - END_BYTES;
  return NULL;
}

static gboolean
is_called (const guint8 *name, gsize length, const char *folded)
{
  g_autofree char *own = g_strndup ((const char *) name, length);
  g_autofree char *own_folded = fold_name (own);

  return strcmp (own_folded, folded) == 0;
}

/* What the directory says that an entry's bytes come to. */
static gboolean
find_checksum (NbPackage *self, const char *name, guint32 *checksum)
{
  gsize size, at;
  const guint8 *data = g_bytes_get_data (self->bytes, &size), *end = find_end (data, size);
  g_autofree char *folded = fold_name (name);
  guint n_entries = end != NULL ? get_number (end + 10, 2) : 0;

  at = end != NULL ? get_number (end + 16, 4) : 0;
  for (guint i = 0; i < n_entries; i++)
    {
      const guint8 *entry = data + at;
      gsize length;

      if (at + ENTRY_BYTES > size || get_number (entry, 4) != ENTRY_SIGNATURE)
        return FALSE;
      length = get_number (entry + 28, 2);
      if (at + ENTRY_BYTES + length > size)
        return FALSE;
      *checksum = get_number (entry + 16, 4);
      if (is_called (entry + ENTRY_BYTES, length, folded))
        return TRUE;
      at += ENTRY_BYTES + length + get_number (entry + 30, 2) + get_number (entry + 32, 2);
    }
  return FALSE;
}

/* Foxit's OFD writer counts the four bytes that end a zlib stream among the compressed ones. libarchive warns of that, or
 * fails, and looks no further: whether the bytes are those that were packed is for us to tell. */
static gboolean
is_whole (NbPackage *self, const char *name, struct archive_entry *entry, const GByteArray *data)
{
  guint32 checksum;

  return archive_entry_size_is_set (entry) && archive_entry_size (entry) == data->len &&
         find_checksum (self, name, &checksum) && crc32 (0, data->data, data->len) == checksum;
}

static GBytes *
read_data (NbPackage *self, const char *name, struct archive_entry *entry, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  const void *block;
  size_t n;
  la_int64_t offset;
  gboolean is_doubtful;
  int result;

  do
    {
      result = archive_read_data_block (self->archive, &block, &n, &offset);
      is_doubtful = result == ARCHIVE_WARN || result == ARCHIVE_FAILED;
      if (result != ARCHIVE_OK && !is_doubtful)
        break;
      self->n_read += n;
      if (!check_sizes (self, data->len + (guint64) n, self->n_read, error) ||
          g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NULL;
      g_byte_array_append (data, block, (guint) n);
    }
  while (result == ARCHIVE_OK);
  if (result != ARCHIVE_EOF && !(is_doubtful && is_whole (self, name, entry, data)))
    {
      fail_damaged (self, error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/**
 * nb_package_read:
 * @self: a package
 * @name: name of an entry
 * @error: NB_ERROR_DAMAGED where there is none or its bytes are wrong, NB_ERROR_LIMIT, or cancelled
 *
 * Decompresses one entry.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
nb_package_read (NbPackage *self, const char *name, GError **error)
{
  guint wanted = find_entry (self, name);
  struct archive_entry *entry = NULL;
  gboolean at_end = FALSE;

  if (wanted == 0)
    {
      g_autofree char *valid = g_utf8_make_valid (name, -1);

      g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED, _ ("the file is damaged: its part %.100s is missing"), valid);
      return NULL;
    }
  if ((self->archive == NULL || self->at >= wanted) && !start (self, error))
    return NULL;
  while (self->at < wanted && !at_end)
    if (!next (self, &entry, &at_end, error))
      return NULL;
  return at_end ? (fail_damaged (self, error), NULL) : read_data (self, name, entry, error);
}
