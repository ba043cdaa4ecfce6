/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbNotebook: what the user has added to reports, kept in a folder of the user's data, one small file a
 * report, named by the SHA-256 of what it was read from.
 *
 *   folder ──first use──▶ notes by SHA-256, and by organ, year and scope ──change──▶ one thread that writes
 *
 * The same bytes have the same notes wherever they come from. Of a report that has changed, or that was
 * fetched with other bytes around the same text, the notes on the report before it are found by organ and year: a
 * mark fits where the finding says what it said then, and is told to be out of date where not.
 *
 * Any thread: one lock guards all of it. Files are replaced as a whole by one thread, in the order of the changes.
 */

#include "nb-notebook.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/nb-limits.h"
#include "nb-reading-private.h"

struct _NbNotebook
{
  GObject parent_instance;

  char *folder;
  GMutex mutex; /* guards what follows */
  gboolean is_loaded;
  gboolean is_users;   /* the one of the process, which lives as long as it does */
  GHashTable *by_name; /* (owned) (nullable): file name (owned) → NbNotes (owned) */
  GHashTable *
      by_report; /* (owned) (nullable): organ, year, scope (owned) → GPtrArray of NbNotes, borrowed */
  GThreadPool *writer; /* (owned) (nullable): one thread */
  guint n_writing;
  GCond written;
  GError *error; /* (owned) (nullable): the first writing that failed since the last flush */
};

/* One file to be replaced; without data to be removed. */
typedef struct
{
  char *path;
  char *data;
  gsize length;
} Writing;

G_DEFINE_FINAL_TYPE (NbNotebook, nb_notebook, G_TYPE_OBJECT)

enum
{
  SIGNAL_REVIEWED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Failures --- */

/* What could not be kept, on its way to the main thread. */
typedef struct
{
  NbNotebook *self; /* (owned) */
  char *message;
} Failure;

static gboolean
failed_cb (gpointer data)
{
  const Failure *failure = data;

  g_signal_emit (failure->self, signals[SIGNAL_FAILED], 0, failure->message);
  return G_SOURCE_REMOVE;
}

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  g_object_unref (failure->self);
  g_free (failure->message);
  g_free (failure);
}

/* Any thread, also with the lock held. The user's notebook alone has somebody to tell; others are asked. */
static void
tell_failure (NbNotebook *self, const char *message)
{
  Failure *failure;

  if (!self->is_users)
    return;
  failure = g_new0 (Failure, 1);
  failure->self = g_object_ref (self);
  failure->message = g_strdup (message);
  g_idle_add_full (G_PRIORITY_DEFAULT, failed_cb, failure, failure_free);
}

/* --- Writing --- */

static gboolean
write_file (const Writing *writing, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (writing->path);

  if (writing->data == NULL)
    {
      if (g_unlink (writing->path) == 0 || errno == ENOENT) /* was never written */
        return TRUE;
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _ ("%s: %s"),
                   writing->path, g_strerror (errno));
      return FALSE;
    }
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (writing->path, writing->data, (gssize) writing->length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

static void
write_cb (gpointer data, gpointer user_data)
{
  NbNotebook *self = user_data;
  Writing *writing = data;
  g_autoptr (GError) error = NULL;

  if (!write_file (writing, &error))
    tell_failure (self, error->message);
  g_mutex_lock (&self->mutex);
  if (error != NULL && self->error == NULL)
    self->error = g_steal_pointer (&error);
  self->n_writing--;
  g_cond_broadcast (&self->written);
  g_mutex_unlock (&self->mutex);
  g_free (writing->path);
  g_free (writing->data);
  g_free (writing);
}

static void
save (NbNotebook *self, NbNotes *notes)
{
  g_autofree char *name = nb_notes_dup_name (notes);
  Writing *writing = g_new0 (Writing, 1);

  notes->saved = g_get_real_time ();
  writing->path = g_build_filename (self->folder, name, NULL);
  if (!nb_notes_are_empty (notes))
    writing->data = nb_notes_dup_data (notes, &writing->length);
  if (self->writer == NULL)
    self->writer = g_thread_pool_new (write_cb, self, 1, FALSE, NULL);
  self->n_writing++;
  g_thread_pool_push (self->writer, writing, NULL);
}

/* --- Finding notes --- */

/* (nullable): a report without organ or year is known by its bytes alone. */
static char *
dup_report_key (const char *organ, guint year, const char *scope)
{
  if (organ == NULL || year == 0)
    return NULL;
  return g_strdup_printf ("%s\n%u\n%s", organ, year, scope != NULL ? scope : "");
}

static void
add_notes (NbNotebook *self, NbNotes *notes)
{
  char *key = dup_report_key (notes->organ, notes->year, notes->scope);
  GPtrArray *same;

  g_hash_table_replace (self->by_name, nb_notes_dup_name (notes), notes);
  if (key == NULL)
    return;
  same = g_hash_table_lookup (self->by_report, key);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->by_report, g_steal_pointer (&key), same);
    }
  g_ptr_array_add (same, notes);
  g_free (key);
}

static void
load_file (NbNotebook *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *own = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbNotes) notes = nb_notes_new_from_file (path, &error);

  if (notes == NULL)
    {
      g_debug ("%s was not read: %s", path, error->message);
      return;
    }
  own = nb_notes_dup_name (notes);
  if (g_str_equal (own, name))
    add_notes (self, g_steal_pointer (&notes));
}

typedef struct
{
  char *name; /* (owned) */
  gint64 saved;
  goffset size;
} NotesFile;

static void
clear_file (gpointer data)
{
  g_free (((NotesFile *) data)->name);
}

/* The latest first: what the limits leave out is the oldest. */
static int
compare_files (gconstpointer a, gconstpointer b)
{
  const NotesFile *one = a, *two = b;

  if (one->saved != two->saved)
    return one->saved > two->saved ? -1 : 1;
  return strcmp (one->name, two->name);
}

static GArray *
list_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GArray *files = g_array_new (FALSE, FALSE, sizeof (NotesFile));
  const char *name;

  g_array_set_clear_func (files, clear_file);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *whole = g_build_filename (path, name, NULL);
      NotesFile file = { NULL, 0, 0 };
      GStatBuf status;

      if (!g_str_has_suffix (name, ".notes") || g_stat (whole, &status) != 0 ||
          status.st_size > NB_LIMIT_NOTES_BYTES)
        continue;
      file = (NotesFile){ g_strdup (name), (gint64) status.st_mtime, status.st_size };
      g_array_append_val (files, file);
    }
  g_array_sort (files, compare_files);
  return files;
}

/* With the lock held. */
static void
load (NbNotebook *self)
{
  g_autoptr (GArray) files = NULL;
  goffset room = NB_LIMIT_ALL_NOTES_BYTES;

  if (self->is_loaded)
    return;
  self->is_loaded = TRUE;
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) nb_notes_free);
  self->by_report = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  files = list_files (self->folder);
  for (guint i = 0; i < MIN (files->len, NB_LIMIT_NOTES); i++)
    {
      const NotesFile *file = &g_array_index (files, NotesFile, i);

      if (file->size > room)
        return;
      room -= file->size;
      load_file (self, file->name);
    }
}

static NbNotes *
find_notes (NbNotebook *self, NbReport *report)
{
  g_autoptr (NbNotes) like = nb_notes_new (report);
  g_autofree char *name = nb_notes_dup_name (like);

  return g_hash_table_lookup (self->by_name, name);
}

static NbNotes *
need_notes (NbNotebook *self, NbReport *report)
{
  NbNotes *notes = find_notes (self, report);

  if (notes == NULL)
    {
      notes = nb_notes_new (report);
      add_notes (self, notes);
    }
  return notes;
}

static int
compare_saved (gconstpointer a, gconstpointer b)
{
  const NbNotes *one = *(const NbNotes *const *) a, *two = *(const NbNotes *const *) b;

  return one->saved > two->saved ? -1 : one->saved < two->saved;
}

/* Notes on the report as it was before, the latest first, without those on the very bytes. */
static GPtrArray *
list_earlier (NbNotebook *self, NbReport *report)
{
  g_autofree char *key = dup_report_key (nb_report_get_organ_key (report),
                                         nb_report_get_year (report), nb_report_get_scope (report));
  GPtrArray *same = key != NULL ? g_hash_table_lookup (self->by_report, key) : NULL;
  NbNotes *own = find_notes (self, report);
  GPtrArray *earlier = g_ptr_array_new ();

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (same->pdata[i] != own)
      g_ptr_array_add (earlier, same->pdata[i]);
  g_ptr_array_sort (earlier, compare_saved);
  return earlier;
}

/* The mark on a finding: on the very bytes, else on what said the same before, else on what said something
 * else of the same cells. (transfer none) (nullable) */
static NbReview *
find_review (NbNotebook *self, NbFinding *finding, gboolean *fits)
{
  NbReport *report = nb_finding_get_report (finding);
  NbNotes *own = find_notes (self, report);
  g_autoptr (GPtrArray) earlier = list_earlier (self, report);
  g_autofree char *key = NULL;
  g_autofree char *digest = NULL;
  NbReview *mark;

  *fits = FALSE;
  if (own == NULL && earlier->len == 0)
    return NULL;
  key = nb_finding_dup_key (finding);
  digest = nb_finding_dup_digest (finding);
  mark = own != NULL ? nb_notes_find_review (own, key, digest) : NULL;
  for (guint i = 0; mark == NULL && i < earlier->len; i++)
    mark = nb_notes_find_review (earlier->pdata[i], key, digest);
  *fits = mark != NULL;
  if (mark == NULL && own != NULL) /* what was keyed in changes what a finding says */
    mark = nb_notes_find_review (own, key, NULL);
  for (guint i = 0; mark == NULL && i < earlier->len; i++)
    mark = nb_notes_find_review (earlier->pdata[i], key, NULL);
  return mark;
}

/* --- Object --- */

static void
nb_notebook_finalize (GObject *object)
{
  NbNotebook *self = NB_NOTEBOOK (object);

  if (self->writer != NULL)
    g_thread_pool_free (self->writer, FALSE, TRUE); /* what was decided is written */
  g_clear_pointer (&self->by_report, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_error (&self->error);
  g_cond_clear (&self->written);
  g_mutex_clear (&self->mutex);
  g_free (self->folder);

  G_OBJECT_CLASS (nb_notebook_parent_class)->finalize (object);
}

static void
nb_notebook_class_init (NbNotebookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_notebook_finalize;

  /* The user has decided on the finding that is told. On the thread that said so. */
  signals[SIGNAL_REVIEWED] = g_signal_new ("reviewed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_FINDING);
  /* Something could not be kept, and why. On the main thread; of the user's notebook. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nb_notebook_init (NbNotebook *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->written);
}

/**
 * nb_notebook_dup_folder:
 *
 * Returns: (transfer full) (type filename): where the user's notes are; need not exist
 */
char *
nb_notebook_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "nianbao", "notes", NULL);
}

/**
 * nb_notebook_new:
 * @folder: (nullable) (type filename): where its files are; %NULL for the user's
 *
 * Returns: (transfer full): a notebook; nothing is read until something is asked for
 */
NbNotebook *
nb_notebook_new (const char *folder)
{
  NbNotebook *self = g_object_new (NB_TYPE_NOTEBOOK, NULL);

  self->folder = folder != NULL ? g_strdup (folder) : nb_notebook_dup_folder ();
  return self;
}

/**
 * nb_notebook_get_default:
 *
 * Returns: (transfer none): the user's notebook, the same for the whole process
 */
NbNotebook *
nb_notebook_get_default (void)
{
  static NbNotebook *notebook;

  if (g_once_init_enter (&notebook))
    {
      NbNotebook *own = nb_notebook_new (NULL);

      own->is_users = TRUE;
      g_once_init_leave (&notebook, own);
    }
  return notebook;
}

/**
 * nb_notebook_flush:
 * @self: a notebook
 * @error: why something could not be written since the last time
 *
 * Waits until everything is on disk.
 *
 * Returns: whether it is
 */
gboolean
nb_notebook_flush (NbNotebook *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (NB_IS_NOTEBOOK (self), FALSE);

  g_mutex_lock (&self->mutex);
  while (self->n_writing > 0)
    g_cond_wait (&self->written, &self->mutex);
  failure = g_steal_pointer (&self->error);
  g_mutex_unlock (&self->mutex);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- Marks --- */

/**
 * nb_notebook_dup_review:
 * @self: a notebook
 * @finding: a finding
 *
 * Returns: (transfer full) (nullable): the mark on it; whether it fits what the finding says now is told
 */
NbReview *
nb_notebook_dup_review (NbNotebook *self, NbFinding *finding)
{
  NbReview *mark, *copy = NULL;
  gboolean fits;

  g_return_val_if_fail (NB_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (NB_IS_FINDING (finding), NULL);

  g_mutex_lock (&self->mutex);
  load (self);
  mark = find_review (self, finding, &fits);
  if (mark != NULL && mark->state != NB_REVIEW_NONE)
    {
      copy = nb_review_copy (mark);
      copy->fits = fits;
    }
  g_mutex_unlock (&self->mutex);
  return copy;
}

static void
tell_limit (NbNotebook *self, guint most)
{
  g_autofree char *message = g_strdup_printf (_ ("no more than %u are kept for one report"), most);

  tell_failure (self, message);
}

static NbReview *
mark_new (NbFinding *finding, NbReviewState state, const char *note)
{
  NbReview *mark = g_new0 (NbReview, 1);

  mark->key = nb_finding_dup_key (finding);
  mark->digest = nb_finding_dup_digest (finding);
  mark->title = nb_finding_dup_title (finding);
  mark->state = state;
  if (note != NULL && *note != '\0')
    mark->note = g_utf8_substring (note, 0, MIN (g_utf8_strlen (note, -1), NB_LIMIT_NOTE));
  return mark;
}

/**
 * nb_notebook_set_review:
 * @self: a notebook
 * @finding: a finding
 * @state: what is decided; %NB_REVIEW_NONE takes the mark away
 * @note: (nullable): why
 *
 * Marks a finding; kept with the report.
 */
void
nb_notebook_set_review (NbNotebook *self, NbFinding *finding, NbReviewState state, const char *note)
{
  g_autoptr (NbReview) mark = NULL;
  NbNotes *notes;
  gboolean fits;

  g_return_if_fail (NB_IS_NOTEBOOK (self));
  g_return_if_fail (NB_IS_FINDING (finding));

  mark = mark_new (finding, state, note);
  g_mutex_lock (&self->mutex);
  load (self);
  notes = need_notes (self, nb_finding_get_report (finding));
  nb_notes_drop_review (notes, mark);
  /* "None" need not be kept but where it hides a mark on the report as it was before. */
  if ((state != NB_REVIEW_NONE || find_review (self, finding, &fits) != NULL) &&
      !nb_notes_take_review (notes, g_steal_pointer (&mark)))
    tell_limit (self, NB_LIMIT_MARKS);
  save (self, notes);
  g_mutex_unlock (&self->mutex);
  g_signal_emit (self, signals[SIGNAL_REVIEWED], 0, finding);
}

static void
collect_lost (GPtrArray *lost, GHashTable *known, const NbNotes *notes)
{
  for (guint i = 0; i < notes->marks->len; i++)
    {
      const NbReview *mark = notes->marks->pdata[i];

      if (mark->state != NB_REVIEW_NONE && g_hash_table_add (known, mark->key))
        g_ptr_array_add (lost, nb_review_copy (mark));
    }
}

/**
 * nb_notebook_list_lost:
 * @self: a notebook
 * @reading: a report with its findings
 *
 * Returns: (transfer full) (element-type NbReview): marks on the report, or on what it was before, whose
 *   finding is there no more
 */
GPtrArray *
nb_notebook_list_lost (NbNotebook *self, NbReading *reading)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *lost = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_review_free);
  GListModel *findings;
  NbReport *report;
  NbNotes *own;

  g_return_val_if_fail (NB_IS_NOTEBOOK (self), lost);
  g_return_val_if_fail (NB_IS_READING (reading), lost);

  findings = nb_reading_get_findings (reading);
  report = nb_reading_get_report (reading);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      g_ptr_array_add (keys, nb_finding_dup_key (finding));
      g_hash_table_add (known, keys->pdata[i]);
    }
  g_mutex_lock (&self->mutex);
  load (self);
  own = find_notes (self, report);
  if (own != NULL)
    collect_lost (lost, known, own);
  g_autoptr (GPtrArray) earlier = list_earlier (self, report);
  for (guint i = 0; i < earlier->len; i++)
    collect_lost (lost, known, earlier->pdata[i]);
  g_mutex_unlock (&self->mutex);
  return lost;
}

/**
 * nb_notebook_apply:
 * @self: a notebook
 * @reading: a report with its findings
 *
 * Puts the marks to the findings, for who writes them.
 *
 * Returns: (transfer full): @reading, or the same with the marks
 */
NbReading *
nb_notebook_apply (NbNotebook *self, NbReading *reading)
{
  g_autoptr (GHashTable) marks = NULL;
  GListModel *findings;

  g_return_val_if_fail (NB_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (NB_IS_READING (reading), NULL);

  marks = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) nb_review_free);
  findings = nb_reading_get_findings (reading);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      NbReview *mark = nb_notebook_dup_review (self, finding);

      if (mark != NULL)
        g_hash_table_insert (marks, g_object_ref (finding), mark);
    }
  return g_hash_table_size (marks) == 0 ? g_object_ref (reading)
                                        : nb_reading_new_with_reviews (reading, marks);
}

/* --- Figures keyed in --- */

static gboolean
has_earlier_entry (NbNotebook *self, NbReport *report, const char *id)
{
  g_autoptr (GPtrArray) earlier = list_earlier (self, report);

  for (guint i = 0; i < earlier->len; i++)
    if (nb_notes_find_entry (earlier->pdata[i], id) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the report was opened from JSON of the program, which brings what was keyed in when it was written. */
static gboolean
is_recorded (NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));

  return nb_source_get_file (source) != source;
}

/**
 * nb_notebook_has_entries:
 * @self: a notebook
 * @report: a report
 *
 * Returns: whether the user has keyed in, or taken away, anything in @report
 */
gboolean
nb_notebook_has_entries (NbNotebook *self, NbReport *report)
{
  NbNotes *own;
  gboolean any;

  g_return_val_if_fail (NB_IS_NOTEBOOK (self), FALSE);

  g_mutex_lock (&self->mutex);
  load (self);
  own = find_notes (self, report);
  any = own != NULL && own->entries->len > 0;
  g_mutex_unlock (&self->mutex);
  return any;
}

/**
 * nb_notebook_set_entry:
 * @self: a notebook
 * @report: a report
 * @figure: one of its figures
 * @value: (nullable): what the user keyed in; %NULL takes it away
 *
 * Keeps a number beside a figure that holds none.
 */
void
nb_notebook_set_entry (NbNotebook *self, NbReport *report, NbFigure *figure, const NbDecimal *value)
{
  const char *raw;
  NbNotes *notes;

  g_return_if_fail (NB_IS_NOTEBOOK (self));
  g_return_if_fail (NB_IS_REPORT (report));
  g_return_if_fail (NB_IS_FIGURE (figure));

  raw = nb_figure_get_raw (figure);
  g_mutex_lock (&self->mutex);
  load (self);
  notes = need_notes (self, report);
  if (notes->entries->len == 0 && is_recorded (report))
    nb_notes_adopt_entries (notes, report);
  if (!nb_notes_set_entry (notes, nb_figure_get_id (figure), raw != NULL ? raw : "", value))
    tell_limit (self, NB_LIMIT_ENTRIES);
  if (value == NULL &&
      (is_recorded (report) || has_earlier_entry (self, report, nb_figure_get_id (figure))))
    nb_notes_hide_entry (notes, nb_figure_get_id (figure), raw != NULL ? raw : "");
  save (self, notes);
  g_mutex_unlock (&self->mutex);
}

/* An entry is for what stood in the source when it was made: another version has it only where the same
 * still stands there. @known borrows the ids while the notebook is locked. */
static void
collect_entries (GHashTable *entries, GHashTable *known, const NbNotes *notes, NbReport *report)
{
  for (guint i = 0; i < notes->entries->len; i++)
    {
      const NbEntry *entry = notes->entries->pdata[i];
      NbFigure *figure = nb_report_find_figure (report, entry->id);
      const char *raw = figure != NULL ? nb_figure_get_raw (figure) : NULL;

      if (figure != NULL && g_strcmp0 (raw != NULL ? raw : "", entry->raw) == 0 &&
          g_hash_table_add (known, entry->id) && !entry->is_hidden)
        g_hash_table_insert (entries, g_strdup (entry->id),
                             g_memdup2 (&entry->value, sizeof entry->value));
    }
}

/* What was keyed in, or taken away, for these very bytes counts; for the other figures what was keyed in for
 * the report as it was before. */
static GHashTable *
list_entries (NbNotebook *self, NbReport *report)
{
  GHashTable *entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) earlier = NULL;
  NbNotes *own;

  g_mutex_lock (&self->mutex);
  load (self);
  own = find_notes (self, report);
  if (own != NULL)
    collect_entries (entries, known, own, report);
  earlier = list_earlier (self, report);
  for (guint i = 0; i < earlier->len; i++)
    collect_entries (entries, known, earlier->pdata[i], report);
  g_mutex_unlock (&self->mutex);
  return entries;
}

/**
 * nb_notebook_enter:
 * @self: a notebook
 * @reading: a report
 *
 * Puts what was keyed in beside the figures, and the report to every rule that needs no other report. Any
 * thread.
 *
 * Returns: (transfer full): the report with its findings
 */
NbReading *
nb_notebook_enter (NbNotebook *self, NbReading *reading)
{
  g_autoptr (GHashTable) entries = NULL;
  g_autoptr (NbReport) report = NULL;
  g_autoptr (NbReading) entered = NULL;

  g_return_val_if_fail (NB_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (NB_IS_READING (reading), NULL);

  entries = list_entries (self, nb_reading_get_report (reading));
  if (g_hash_table_size (entries) == 0 && !nb_reading_has_entries (reading))
    return nb_reading_check (reading);
  report = nb_report_enter (nb_reading_get_report (reading), entries);
  entered = nb_reading_new (report);
  return nb_reading_check (entered);
}
