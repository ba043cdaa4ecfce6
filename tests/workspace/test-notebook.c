/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user adds to reports: kept by their bytes, found again after a restart and in another version. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "base/nb-limits.h"
#include "workspace/nb-notebook.h"

typedef struct
{
  char *folder;
  NbNotebook *notebook;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("nianbao-notes-XXXXXX", NULL);
  self->notebook = nb_notebook_new (self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_object_unref (self->notebook);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* Everything is written, and read again as another start of the program would. */
static void
restart (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  nb_notebook_flush (self->notebook, &error);
  g_assert_no_error (error);
  g_object_unref (self->notebook);
  self->notebook = nb_notebook_new (self->folder);
}

static char *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  char *data = NULL;

  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  return data;
}

static NbReading *
check_page (const char *page)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("page", bytes, "text/html", NULL);
  g_autoptr (GPtrArray) readings = nb_reading_open_source (source, NULL, NULL);

  g_assert_nonnull (readings);
  return nb_reading_check (readings->pdata[0]);
}

/* The sample, which is GB 18030, with some words exchanged. */
static NbReading *
check_with (const char *old, const char *new)
{
  g_autofree char *page = read_sample ("yunxi-2024.html");
  g_autofree char *text = g_convert (page, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, "gb2312", "utf-8", 1), ==, 1);
  if (old != NULL)
    g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);
  return check_page (changed->str);
}

static NbFinding *
find (NbReading *reading, const char *rule)
{
  GListModel *findings = nb_reading_get_findings (reading);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (nb_finding_get_rule (finding), rule))
        return finding; /* the model keeps it */
    }
  g_assert_not_reached ();
}

static void
assert_mark (Fixture *self,
             NbFinding *finding,
             NbReviewState state,
             const char *note,
             gboolean fits)
{
  g_autoptr (NbReview) mark = nb_notebook_dup_review (self->notebook, finding);

  g_assert_nonnull (mark);
  g_assert_cmpint (mark->state, ==, state);
  g_assert_cmpstr (mark->note, ==, note);
  g_assert_cmpint (mark->fits, ==, fits);
}

static void
test_mark (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbReading) again = check_with (NULL, NULL);

  g_assert_null (nb_notebook_dup_review (self->notebook, find (reading, "N-01")));
  nb_notebook_set_review (self->notebook, find (reading, "N-01"), NB_REVIEW_EXPLAINED,
                          "two lines\nand a [bracket] = sign");
  assert_mark (self, find (reading, "N-01"), NB_REVIEW_EXPLAINED,
               "two lines\nand a [bracket] = sign", TRUE);
  /* Another finding of the report has none, another check of it has the same. */
  g_assert_null (nb_notebook_dup_review (self->notebook, find (reading, "D-01")));
  assert_mark (self, find (again, "N-01"), NB_REVIEW_EXPLAINED, "two lines\nand a [bracket] = sign",
               TRUE);
  restart (self);
  assert_mark (self, find (again, "N-01"), NB_REVIEW_EXPLAINED, "two lines\nand a [bracket] = sign",
               TRUE);
  nb_notebook_set_review (self->notebook, find (reading, "N-01"), NB_REVIEW_FAULT, NULL);
  assert_mark (self, find (again, "N-01"), NB_REVIEW_FAULT, NULL, TRUE);
  nb_notebook_set_review (self->notebook, find (reading, "N-01"), NB_REVIEW_NONE, NULL);
  restart (self);
  g_assert_null (nb_notebook_dup_review (self->notebook, find (again, "N-01")));
}

/* Other bytes around the same report, as a site sends them each time. */
static void
test_fetched_again (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbReading)
      again = check_with ("</head>", "<meta name=\"visit\" content=\"2\"></head>");

  g_assert_cmpstr (nb_source_get_sha256 (nb_document_get_source (
                       nb_report_get_document (nb_reading_get_report (reading)))),
                   !=,
                   nb_source_get_sha256 (nb_document_get_source (
                       nb_report_get_document (nb_reading_get_report (again)))));
  nb_notebook_set_review (self->notebook, find (reading, "T3-03"), NB_REVIEW_FAULT, "told");
  restart (self);
  assert_mark (self, find (again, "T3-03"), NB_REVIEW_FAULT, "told", TRUE);
  /* Taken away there, it stays on the old bytes. */
  nb_notebook_set_review (self->notebook, find (again, "T3-03"), NB_REVIEW_NONE, NULL);
  restart (self);
  g_assert_null (nb_notebook_dup_review (self->notebook, find (again, "T3-03")));
  assert_mark (self, find (reading, "T3-03"), NB_REVIEW_FAULT, "told", TRUE);
}

/* A report that was corrected shows which marks are out of date, and which have no finding any more. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbReading) other = check_with ("241件", "242件");
  g_autoptr (NbReading) mended = check_with ("241件", "214件");
  g_autoptr (GPtrArray) lost = NULL;

  nb_notebook_set_review (self->notebook, find (reading, "N-01"), NB_REVIEW_ACCEPTED, NULL);
  nb_notebook_set_review (self->notebook, find (reading, "D-01"), NB_REVIEW_FAULT, NULL);
  restart (self);
  assert_mark (self, find (other, "N-01"), NB_REVIEW_ACCEPTED, NULL, FALSE);
  assert_mark (self, find (other, "D-01"), NB_REVIEW_FAULT, NULL, TRUE);
  lost = nb_notebook_list_lost (self->notebook, other);
  g_assert_cmpuint (lost->len, ==, 0);
  g_clear_pointer (&lost, g_ptr_array_unref);
  lost = nb_notebook_list_lost (self->notebook, mended);
  g_assert_cmpuint (lost->len, ==, 1);
  g_assert_true (g_str_has_prefix (((NbReview *) lost->pdata[0])->key, "N-01 "));
  /* Confirmed, it fits. */
  nb_notebook_set_review (self->notebook, find (other, "N-01"), NB_REVIEW_ACCEPTED, NULL);
  assert_mark (self, find (other, "N-01"), NB_REVIEW_ACCEPTED, NULL, TRUE);
}

static void
test_apply (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbReading) plain = nb_notebook_apply (self->notebook, reading);
  g_autoptr (NbReading) marked = NULL;

  g_assert_true (plain == reading);
  nb_notebook_set_review (self->notebook, find (reading, "D-01"), NB_REVIEW_EXPLAINED, "why");
  marked = nb_notebook_apply (self->notebook, reading);
  g_assert_true (marked != reading);
  g_assert_cmpstr (nb_reading_get_review (marked, find (marked, "D-01"))->note, ==, "why");
  g_assert_null (nb_reading_get_review (marked, find (marked, "N-01")));
  g_assert_null (nb_reading_get_review (reading, find (reading, "D-01")));
}

/* Files that are something else, or too large, are left alone. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autofree char *bad = g_build_filename (self->folder, "bad.notes", NULL);
  g_autofree char *large = g_build_filename (self->folder, "large.notes", NULL);
  g_autofree char *much = g_strnfill (NB_LIMIT_NOTES_BYTES + 1, '\n');

  g_assert_true (g_file_set_contents (bad, "[report]\nsha256=../../x\n", -1, NULL));
  g_assert_true (g_file_set_contents (large, much, -1, NULL));
  g_assert_null (nb_notebook_dup_review (self->notebook, find (reading, "D-01")));
  nb_notebook_set_review (self->notebook, find (reading, "D-01"), NB_REVIEW_FAULT, NULL);
  restart (self);
  assert_mark (self, find (reading, "D-01"), NB_REVIEW_FAULT, NULL, TRUE);
}

static void
test_limits (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autofree char *long_note = g_strnfill (NB_LIMIT_NOTE + 10, 'x');
  g_autoptr (NbReview) mark = NULL;
  g_autoptr (NbNotes) notes = nb_notes_new (nb_reading_get_report (reading));

  nb_notebook_set_review (self->notebook, find (reading, "D-01"), NB_REVIEW_FAULT, long_note);
  mark = nb_notebook_dup_review (self->notebook, find (reading, "D-01"));
  g_assert_cmpuint (strlen (mark->note), ==, NB_LIMIT_NOTE);
  for (guint i = 0; i < NB_LIMIT_MARKS + 5; i++)
    {
      NbReview *copy = nb_review_copy (mark);

      g_free (copy->digest);
      copy->digest = g_strdup_printf ("%u", i);
      g_assert_cmpint (nb_notes_take_review (notes, copy), ==, i < NB_LIMIT_MARKS);
    }
  g_assert_cmpuint (notes->marks->len, ==, NB_LIMIT_MARKS);
  /* Where none says the same, the latest counts. */
  g_assert_cmpstr (nb_notes_find_review (notes, mark->key, NULL)->digest, ==,
                   ((NbReview *) notes->marks->pdata[notes->marks->len - 1])->digest);
  for (guint i = 0; i < NB_LIMIT_ENTRIES + 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("ext.%u", i);
      const NbDecimal one = { 1, 0 };

      g_assert_cmpint (nb_notes_set_entry (notes, id, "", &one), ==, i < NB_LIMIT_ENTRIES);
    }
  g_assert_cmpuint (notes->entries->len, ==, NB_LIMIT_ENTRIES);
}

/* What cannot be taken away is told, as what cannot be written is. */
static void
test_not_removed (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbNotes) notes = nb_notes_new (nb_reading_get_report (reading));
  g_autofree char *name = nb_notes_dup_name (notes);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  nb_notebook_set_review (self->notebook, find (reading, "D-01"), NB_REVIEW_FAULT, NULL);
  g_assert_true (nb_notebook_flush (self->notebook, &error));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  nb_notebook_set_review (self->notebook, find (reading, "D-01"), NB_REVIEW_NONE, NULL);
  g_assert_false (nb_notebook_flush (self->notebook, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static NbFigure *
find_unreadable (NbReading *reading)
{
  GListModel *figures = nb_report_get_figures (nb_reading_get_report (reading));

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      if (nb_figure_get_state (figure) == NB_STATE_UNREADABLE)
        return figure; /* the model keeps it */
    }
  g_assert_not_reached ();
}

static guint
count_open (NbReading *reading)
{
  GListModel *findings = nb_reading_get_findings (reading);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      n += nb_finding_get_status (finding) == NB_STATUS_OPEN;
    }
  return n;
}

/* A number keyed in stands beside what the source says, never in its place, and the rules know it. */
static void
test_entry (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbReading) entered = NULL;
  g_autoptr (NbReading) cleared = NULL;
  NbFigure *figure = find_unreadable (reading), *after;
  NbDecimal value = { 0, 0 };

  nb_notebook_set_entry (self->notebook, nb_reading_get_report (reading), figure, &value);
  restart (self);
  entered = nb_notebook_enter (self->notebook, reading);
  g_assert_true (nb_reading_has_entries (entered));
  g_assert_false (nb_reading_has_entries (reading));
  after = nb_report_find_figure (nb_reading_get_report (entered), nb_figure_get_id (figure));
  g_assert_cmpint (nb_figure_get_state (after), ==, NB_STATE_UNREADABLE);
  g_assert_cmpstr (nb_figure_get_raw (after), ==, nb_figure_get_raw (figure));
  g_assert_false (nb_figure_get_value (after, NULL));
  g_assert_true (nb_figure_get_entered (after, &value));
  g_assert_cmpint (value.unscaled, ==, 0);
  /* Sums that were open are decided; that the source is wrong there stays said. */
  g_assert_cmpuint (count_open (entered), <, count_open (reading));
  find (entered, "T3-04");
  g_assert_cmpstr (nb_report_get_organ (nb_reading_get_report (entered)), ==,
                   nb_report_get_organ (nb_reading_get_report (reading)));

  nb_notebook_set_entry (self->notebook, nb_reading_get_report (entered), after, NULL);
  cleared = nb_notebook_enter (self->notebook, entered);
  g_assert_false (nb_reading_has_entries (cleared));
  g_assert_cmpuint (count_open (cleared), ==, count_open (reading));
}

/* Where the source says something else now, what was keyed in for it is not taken over. */
static void
test_entry_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbReading)
      again = check_with ("</head>", "<meta name=\"visit\" content=\"2\"></head>");
  g_autoptr (NbReading) other = check_with (">O<", ">Q<");
  g_autoptr (NbReading) one = NULL;
  g_autoptr (NbReading) two = NULL;
  const NbDecimal value = { 3, 0 };

  nb_notebook_set_entry (self->notebook, nb_reading_get_report (reading), find_unreadable (reading),
                         &value);
  one = nb_notebook_enter (self->notebook, again);
  g_assert_true (nb_reading_has_entries (one));
  two = nb_notebook_enter (self->notebook, other);
  g_assert_false (nb_reading_has_entries (two));
}

/* A figure keyed in changes what findings say: their marks stay, to be confirmed again. */
static void
test_entry_mark (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbReading) entered = NULL;
  GListModel *findings = nb_reading_get_findings (reading);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const NbDecimal value = { 3, 0 };
  guint n_stale = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      nb_notebook_set_review (self->notebook, finding, NB_REVIEW_FAULT, "seen");
      g_hash_table_add (keys, nb_finding_dup_key (finding));
    }
  nb_notebook_set_entry (self->notebook, nb_reading_get_report (reading), find_unreadable (reading),
                         &value);
  entered = nb_notebook_enter (self->notebook, reading);
  findings = nb_reading_get_findings (entered);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      g_autofree char *key = nb_finding_dup_key (finding);
      g_autoptr (NbReview) mark = nb_notebook_dup_review (self->notebook, finding);

      if (!g_hash_table_contains (keys, key))
        continue;
      g_assert_nonnull (mark);
      n_stale += !mark->fits;
    }
  g_assert_cmpuint (n_stale, >, 0);
}

/* Notes of its own take nothing away from what was keyed in for the report as it was before, but what the
 * user takes away there stays so, after a restart too. */
static void
test_entry_carried (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autoptr (NbReading)
      again = check_with ("</head>", "<meta name=\"visit\" content=\"2\"></head>");
  g_autoptr (NbReading) one = NULL;
  g_autoptr (NbReading) two = NULL;
  g_autoptr (NbReading) old = NULL;
  const NbDecimal value = { 3, 0 };

  nb_notebook_set_entry (self->notebook, nb_reading_get_report (reading), find_unreadable (reading),
                         &value);
  nb_notebook_set_review (self->notebook, find (again, "D-01"), NB_REVIEW_FAULT, NULL);
  restart (self);
  one = nb_notebook_enter (self->notebook, again);
  g_assert_true (nb_reading_has_entries (one));
  nb_notebook_set_entry (self->notebook, nb_reading_get_report (again), find_unreadable (again),
                         NULL);
  restart (self);
  two = nb_notebook_enter (self->notebook, again);
  g_assert_false (nb_reading_has_entries (two));
  old = nb_notebook_enter (self->notebook, reading);
  g_assert_true (nb_reading_has_entries (old));
}

/* A folder that cannot be written to is told, and nothing else goes wrong. */
static void
test_unwritable (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  g_autofree char *file = g_build_filename (self->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "notes", NULL);
  g_autoptr (NbNotebook) notebook = nb_notebook_new (below);
  g_autoptr (NbReview) mark = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  nb_notebook_set_review (notebook, find (reading, "D-01"), NB_REVIEW_FAULT, NULL);
  g_assert_false (nb_notebook_flush (notebook, &error));
  g_assert_nonnull (error);
  g_assert_true (nb_notebook_flush (notebook, NULL));
  mark = nb_notebook_dup_review (notebook, find (reading, "D-01"));
  g_assert_nonnull (mark);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/notebook/" name, Fixture, NULL, set_up, function, tear_down)

/* --- Limits --- */

/* One more name for the file at @path: a folder of many names is made in no time. */
static gboolean
link_file (const char *first, const char *path)
{
  return first != NULL && link (first, path) == 0;
}

/* Files that are newer than any note, of @size bytes each, with nothing in them. */
static void
fill_folder (const char *folder, guint first, guint end, goffset size)
{
  g_autofree char *linked = NULL;

  for (guint i = first; i < end; i++)
    {
      g_autofree char *name = g_strdup_printf ("filler-%05u.notes", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct utimbuf later = { g_get_real_time () / G_USEC_PER_SEC + 60, 0 };
      int file;

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_assert_cmpint (g_unlink (path), ==, 0);
      if (link_file (linked, path))
        continue;
      file = g_open (path, O_CREAT | O_WRONLY, 0600);
      later.modtime = later.actime;
      g_assert_cmpint (file, >=, 0);
      g_assert_cmpint (ftruncate (file, size), ==, 0);
      g_close (file, NULL);
      g_assert_cmpint (g_utime (path, &later), ==, 0);
      g_free (linked);
      linked = g_steal_pointer (&path);
    }
}

/* Tens of thousands of lines that tell of empty files would take longer than all the rest. */
static void
keep_silent (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static gboolean
has_mark (Fixture *self, NbFinding *finding)
{
  g_autoptr (NbReview) review = NULL;

  restart (self);
  review = nb_notebook_dup_review (self->notebook, finding);
  return review != NULL;
}

/* Of too many notes, in number or in bytes, the oldest are not read; they stay on disk. */
static void
test_too_many (Fixture *self, gconstpointer data)
{
  g_autoptr (NbReading) reading = check_with (NULL, NULL);
  NbFinding *finding = find (reading, "N-01");
  guint n_full = NB_LIMIT_ALL_NOTES_BYTES / NB_LIMIT_NOTES_BYTES;
  g_autofree char *last = g_strdup_printf ("filler-%05u.notes", n_full - 1);
  g_autofree char *path = g_build_filename (self->folder, last, NULL);
  guint handler = g_log_set_handler (G_LOG_DOMAIN, G_LOG_LEVEL_DEBUG, keep_silent, NULL);

  nb_notebook_set_review (self->notebook, finding, NB_REVIEW_ACCEPTED, NULL);
  g_assert_true (has_mark (self, finding));
  fill_folder (self->folder, 0, n_full, NB_LIMIT_NOTES_BYTES);
  g_assert_false (has_mark (self, finding));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (has_mark (self, finding));
  /* One file that is too large is passed over. */
  fill_folder (self->folder, 0, n_full, NB_LIMIT_NOTES_BYTES + 1);
  g_assert_true (has_mark (self, finding));
  fill_folder (self->folder, 0, NB_LIMIT_NOTES - 1, 0);
  g_assert_true (has_mark (self, finding));
  fill_folder (self->folder, NB_LIMIT_NOTES - 1, NB_LIMIT_NOTES, 0);
  g_assert_false (has_mark (self, finding));
  g_log_remove_handler (G_LOG_DOMAIN, handler);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("mark", test_mark);
  ADD ("fetched-again", test_fetched_again);
  ADD ("changed", test_changed);
  ADD ("apply", test_apply);
  ADD ("damaged", test_damaged);
  ADD ("limits", test_limits);
  ADD ("too-many", test_too_many);
  ADD ("not-removed", test_not_removed);
  ADD ("entry", test_entry);
  ADD ("entry-changed", test_entry_changed);
  ADD ("entry-mark", test_entry_mark);
  ADD ("entry-carried", test_entry_carried);
  ADD ("unwritable", test_unwritable);
  return g_test_run ();
}
