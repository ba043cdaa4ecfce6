/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Fault injection: on the way of a report into the program, and of what is written out of it, the first call to the system
 * fails, then the second, and so on up to the last. What comes of it is the report as ever, or one clear sentence; a file
 * that is written is whole or as it was.
 */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/nb-error.h"
#include "document/nb-test-docx.h"
#include "document/nb-test-ofd.h"
#include "document/nb-test-package.h"
#include "document/nb-test-pdf.h"
#include "export/nb-export.h"
#include "nb-fault.h"
#include "workspace/nb-reading.h"

/* Of a kind of call that comes thousands of times, each of the first, then ever fewer. */
#define EACH_OF_THE_FIRST 150
#define THEN_STEPS_OF     12

#define OLD_CONTENT "what was there before\n"

typedef struct
{
  NbFault fault;
  int number;
  gboolean is_harmless; /* nobody may notice */
} Way;

static const Way ways[] = {
  { NB_FAULT_OPEN, EACCES, FALSE },     { NB_FAULT_OPEN, EMFILE, FALSE },
  { NB_FAULT_STAT, EIO, FALSE },        { NB_FAULT_READ, EIO, FALSE },
  { NB_FAULT_READ, EINTR, TRUE },       { NB_FAULT_READ, NB_FAULT_SHORT, TRUE },
  { NB_FAULT_WRITE, EIO, FALSE },       { NB_FAULT_WRITE, ENOSPC, FALSE },
  { NB_FAULT_WRITE, EINTR, TRUE },      { NB_FAULT_WRITE, NB_FAULT_SHORT, TRUE },
  { NB_FAULT_SYNC, EIO, FALSE },        { NB_FAULT_RENAME, EIO, FALSE },
  { NB_FAULT_CLOSE, EIO, FALSE },       { NB_FAULT_POLL, EINTR, TRUE },
  { NB_FAULT_MEMFD, EMFILE, FALSE },    { NB_FAULT_PIPE, EMFILE, FALSE },
  { NB_FAULT_ALLOCATE, ENOMEM, FALSE },
};

static char *folder; /* (owned) */

static guint
next (guint n)
{
  return n < EACH_OF_THE_FIRST ? n + 1 : n + n / THEN_STEPS_OF;
}

static void
assert_clear (const GError *error)
{
  g_assert_true (error->domain == NB_ERROR);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
}

/* --- reading --- */

static char *
describe (GPtrArray *readings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    nb_json_write_reading (text, readings->pdata[i], FALSE);
  return g_string_free (text, FALSE);
}

static char *
load (const char *path, GError **error)
{
  g_autoptr (GPtrArray) readings = nb_reading_open (path, NULL, NULL, NULL, NULL, error);

  return readings != NULL ? describe (readings) : NULL;
}

static guint
fail_each (const char *path, const char *usual, const Way *way)
{
  guint n_errors = 0;
  gboolean has_fired = TRUE;

  for (guint n = 1; has_fired; n = next (n))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      nb_fault_arm (way->fault, n, way->number);
      text = load (path, &error);
      has_fired = nb_fault_disarm ();
      g_assert_true ((text == NULL) == (error != NULL));
      if (text != NULL)
        g_assert_cmpstr (text, ==, usual);
      else
        {
          g_test_message ("%s %u, %d: %s", nb_fault_get_name (way->fault), n, way->number,
                          error->message);
          assert_clear (error);
          g_assert_false (way->is_harmless);
          g_assert_true (has_fired);
          n_errors++;
        }
    }
  return n_errors;
}

static void
test_load (gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, data, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *usual = load (path, &error);
  guint n_errors = 0;

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    n_errors += fail_each (path, usual, &ways[i]);
  g_test_message ("%u faults were told", n_errors);
  /* At least what cannot be opened, looked at and read. */
  g_assert_cmpuint (n_errors, >, 3);
}

/* --- writing --- */

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  if (expected == NULL)
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  else
    {
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, expected);
    }
}

/* @old: what stands in the file before, or NULL where there is none. */
static void
fail_each_write (const char *place, const char *old, const char *content, const Way *way)
{
  g_autofree char *path = g_build_filename (place, "out", NULL);
  gboolean has_fired = TRUE;

  for (guint n = 1; has_fired; n = next (n))
    {
      g_autoptr (GError) error = NULL;
      gboolean is_written;

      g_unlink (path);
      if (old != NULL)
        g_assert_true (g_file_set_contents (path, old, -1, NULL));
      nb_fault_arm (way->fault, n, way->number);
      is_written = nb_export_to_file (path, content, strlen (content), &error);
      has_fired = nb_fault_disarm ();
      g_assert_true (is_written == (error == NULL));
      assert_content (path, is_written ? content : old);
      g_assert_cmpuint (count_files (place), ==, is_written || old != NULL);
      if (error != NULL)
        {
          g_test_message ("%s %u, %d: %s", nb_fault_get_name (way->fault), n, way->number,
                          error->message);
          assert_clear (error);
        }
      g_assert_false (!is_written && (way->is_harmless || !has_fired));
      /* A first failure of what brings bytes to the disk is never passed over. */
      g_assert_false (is_written && has_fired && n == 1 && !way->is_harmless &&
                      (way->fault == NB_FAULT_WRITE || way->fault == NB_FAULT_SYNC ||
                       way->fault == NB_FAULT_RENAME || way->fault == NB_FAULT_CLOSE));
    }
}

static void
test_write (gconstpointer data)
{
  g_autofree char *place = g_build_filename (folder, "written", NULL);
  g_autofree char *path = g_build_filename (place, "out", NULL);
  g_autofree char *content = g_strnfill (300000, 'a');

  g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    fail_each_write (place, data, content, &ways[i]);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (place), ==, 0);
}

/* --- what is read --- */

static void
put (const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static GBytes *
get_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static void
put_text (void)
{
  g_autoptr (GBytes) text = get_sample ("data/samples/yunxi-2020.txt");
  gsize size;
  char *converted = g_convert (g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text),
                               "gb18030", "utf-8", NULL, &size, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (converted, size);

  g_assert_nonnull (converted);
  put ("report.txt", bytes);
}

static void
put_mhtml (GBytes *page)
{
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (page, NULL),
                                             g_bytes_get_size (page));
  g_autofree char *text = g_strconcat (
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
      "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n",
      base64, "\r\n--b--\r\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  put ("report.mht", bytes);
}

static void
put_files (void)
{
  g_autoptr (GBytes) page = get_sample ("data/samples/yunxi-2024.html");
  g_autoptr (GBytes) doc = get_sample ("tests/document/files/yunxi-2021.doc");
  g_autoptr (NbDocument) document = nb_test_sample ("yunxi-2024.html");
  g_autoptr (GBytes) docx = nb_test_docx_write (document, 0);
  g_autoptr (GBytes) ofd = nb_test_ofd_write (document, 0);
  g_autoptr (GBytes) pdf = nb_test_pdf_write (document, 0);

  put ("report.html", page);
  put ("report.doc", doc);
  put ("report.docx", docx);
  put ("report.ofd", ofd);
  put ("report.pdf", pdf);
  put_text ();
  put_mhtml (page);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "report.html", "report.txt", "report.mht", "report.docx",
                                       "report.ofd",  "report.doc", "report.pdf" };
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("nianbao-faults-XXXXXX", NULL);
  put_files ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/faults/load/", strchr (names[i], '.') + 1,
                                           NULL);

      g_test_add_data_func (path, names[i], test_load);
    }
  g_test_add_data_func ("/nianbao/faults/write/new", NULL, test_write);
  g_test_add_data_func ("/nianbao/faults/write/replace", OLD_CONTENT, test_write);
  status = g_test_run ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return status;
}
