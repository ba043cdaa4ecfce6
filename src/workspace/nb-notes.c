/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the user has added to one report, and the file that it is kept in: a key file with the groups
 * "report", "mark 1" …, and "entered". No locks: NbNotebook, which owns it, has one.
 */

#include "nb-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"

static const char *const states[] = {
  [NB_REVIEW_NONE] = "none",
  [NB_REVIEW_ACCEPTED] = "accepted",
  [NB_REVIEW_EXPLAINED] = "explained",
  [NB_REVIEW_FAULT] = "fault",
};

/**
 * nb_review_state_to_string:
 * @state: what was decided
 *
 * Returns: its name in files and in JSON, static
 */
const char *
nb_review_state_to_string (NbReviewState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);
  return states[state];
}

static gboolean
parse_state (const char *name, NbReviewState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], name) == 0)
      {
        *state = (NbReviewState) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * nb_review_copy:
 * @self: a mark
 *
 * Returns: (transfer full): the same
 */
NbReview *
nb_review_copy (const NbReview *self)
{
  NbReview *copy = g_new0 (NbReview, 1);

  copy->key = g_strdup (self->key);
  copy->digest = g_strdup (self->digest);
  copy->title = g_strdup (self->title);
  copy->state = self->state;
  copy->note = g_strdup (self->note);
  copy->fits = self->fits;
  return copy;
}

/**
 * nb_review_free:
 * @self: (transfer full): a mark
 */
void
nb_review_free (NbReview *self)
{
  g_free (self->key);
  g_free (self->digest);
  g_free (self->title);
  g_free (self->note);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  NbEntry *entry = data;

  g_free (entry->id);
  g_free (entry->raw);
  g_free (entry);
}

static NbNotes *
notes_new (void)
{
  NbNotes *self = g_new0 (NbNotes, 1);

  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_review_free);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

/**
 * nb_notes_new:
 * @report: a report
 *
 * Returns: (transfer full): notes on it, empty
 */
NbNotes *
nb_notes_new (NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  NbNotes *self = notes_new ();

  self->sha256 = g_strdup (nb_source_get_sha256 (source));
  self->part = nb_report_get_part (report);
  self->organ = g_strdup (nb_report_get_organ_key (report));
  self->year = nb_report_get_year (report);
  self->scope = g_strdup (nb_report_get_scope (report));
  return self;
}

/**
 * nb_notes_free:
 * @self: (transfer full): notes
 */
void
nb_notes_free (NbNotes *self)
{
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->entries);
  g_free (self->sha256);
  g_free (self->organ);
  g_free (self->scope);
  g_free (self);
}

/**
 * nb_notes_are_empty:
 * @self: notes
 *
 * Returns: whether there is nothing to be kept
 */
gboolean
nb_notes_are_empty (const NbNotes *self)
{
  return self->marks->len == 0 && self->entries->len == 0;
}

/* --- The file --- */

static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static void
read_mark (NbNotes *self, GKeyFile *file, const char *group)
{
  NbReview *mark = g_new0 (NbReview, 1);
  g_autofree char *state = g_key_file_get_string (file, group, "state", NULL);

  mark->key = g_key_file_get_string (file, group, "finding", NULL);
  mark->digest = g_key_file_get_string (file, group, "digest", NULL);
  mark->title = g_key_file_get_string (file, group, "title", NULL);
  mark->note = g_key_file_get_string (file, group, "note", NULL);
  if (mark->key != NULL && mark->digest != NULL && parse_state (state, &mark->state))
    g_ptr_array_add (self->marks, mark);
  else
    nb_review_free (mark);
}

static void
read_entry (NbNotes *self, GKeyFile *file, const char *id)
{
  g_auto (GStrv) fields = g_key_file_get_string_list (file, "entered", id, NULL, NULL);
  NbDecimal value;

  if (fields == NULL || fields[0] == NULL)
    return;
  if (*fields[0] == '\0')
    nb_notes_hide_entry (self, id, fields[1] != NULL ? fields[1] : "");
  else if (nb_decimal_parse (fields[0], -1, &value))
    nb_notes_set_entry (self, id, fields[1] != NULL ? fields[1] : "", &value);
}

static void
read_groups (NbNotes *self, GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  g_auto (GStrv) ids = g_key_file_get_keys (file, "entered", NULL, NULL);

  for (guint i = 0; groups[i] != NULL && self->marks->len < NB_LIMIT_MARKS; i++)
    if (g_str_has_prefix (groups[i], "mark "))
      read_mark (self, file, groups[i]);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    read_entry (self, file, ids[i]);
}

/**
 * nb_notes_new_from_file:
 * @path: a file that nb_notes_dup_data() was written to
 * @error: why it could not be read; %NB_ERROR_DAMAGED where it is something else
 *
 * Returns: (transfer full): the notes
 */
NbNotes *
nb_notes_new_from_file (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NbNotes) self = notes_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  self->sha256 = g_key_file_get_string (file, "report", "sha256", NULL);
  self->part = (guint) g_key_file_get_uint64 (file, "report", "part", NULL);
  self->organ = g_key_file_get_string (file, "report", "organ", NULL);
  self->year = (guint) g_key_file_get_uint64 (file, "report", "year", NULL);
  self->scope = g_key_file_get_string (file, "report", "scope", NULL);
  self->saved = g_key_file_get_int64 (file, "report", "saved", NULL);
  if (!is_sha256 (self->sha256))
    {
      g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED, _ ("%s holds no notes on a report"), path);
      return NULL;
    }
  read_groups (self, file);
  return g_steal_pointer (&self);
}

static void
set_string (GKeyFile *file, const char *group, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, group, key, value);
}

/**
 * nb_notes_dup_data:
 * @self: notes
 * @length: (out): bytes
 *
 * Returns: (transfer full): what to write to a file
 */
char *
nb_notes_dup_data (const NbNotes *self, gsize *length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  set_string (file, "report", "sha256", self->sha256);
  g_key_file_set_uint64 (file, "report", "part", self->part);
  set_string (file, "report", "organ", self->organ);
  g_key_file_set_uint64 (file, "report", "year", self->year);
  set_string (file, "report", "scope", self->scope);
  g_key_file_set_int64 (file, "report", "saved", self->saved);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const NbReview *mark = self->marks->pdata[i];
      g_autofree char *group = g_strdup_printf ("mark %u", i + 1);

      set_string (file, group, "finding", mark->key);
      set_string (file, group, "digest", mark->digest);
      set_string (file, group, "title", mark->title);
      set_string (file, group, "state", states[mark->state]);
      set_string (file, group, "note", mark->note);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const NbEntry *entry = self->entries->pdata[i];
      g_autofree char *value = nb_decimal_to_string (entry->value);
      const char *const fields[] = { entry->is_hidden ? "" : value, entry->raw, NULL };

      g_key_file_set_string_list (file, "entered", entry->id, fields, 2);
    }
  return g_key_file_to_data (file, length, NULL);
}

/**
 * nb_notes_dup_name:
 * @self: notes
 *
 * Returns: (transfer full): the name of its file, without a folder
 */
char *
nb_notes_dup_name (const NbNotes *self)
{
  if (self->part == 0)
    return g_strdup_printf ("%s.notes", self->sha256);
  return g_strdup_printf ("%s-%u.notes", self->sha256, self->part);
}

/* --- Marks and entries --- */

/**
 * nb_notes_find_review:
 * @self: notes
 * @key: key of a finding
 * @digest: (nullable): what it says; %NULL for whatever it said
 *
 * Returns: (transfer none) (nullable): the mark
 */
NbReview *
nb_notes_find_review (const NbNotes *self, const char *key, const char *digest)
{
  /* The latest stands last. */
  for (guint i = self->marks->len; i > 0; i--)
    {
      NbReview *mark = self->marks->pdata[i - 1];

      if (g_str_equal (mark->key, key) && (digest == NULL || g_str_equal (mark->digest, digest)))
        return mark;
    }
  return NULL;
}

/**
 * nb_notes_find_entry:
 * @self: notes
 * @id: id of a figure
 *
 * Returns: (transfer none) (nullable): what was keyed in for it
 */
NbEntry *
nb_notes_find_entry (const NbNotes *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      NbEntry *entry = self->entries->pdata[i];

      if (g_str_equal (entry->id, id))
        return entry;
    }
  return NULL;
}

/**
 * nb_notes_drop_review:
 * @self: notes
 * @like: a mark
 *
 * Takes the mark of the same finding away, if there is one.
 */
void
nb_notes_drop_review (NbNotes *self, const NbReview *like)
{
  NbReview *old = nb_notes_find_review (self, like->key, like->digest);

  if (old != NULL)
    g_ptr_array_remove (self->marks, old);
}

/**
 * nb_notes_take_review:
 * @self: notes
 * @mark: (transfer full): a mark; replaces the one of the same finding
 *
 * Returns: whether it is kept; not where there are too many
 */
gboolean
nb_notes_take_review (NbNotes *self, NbReview *mark)
{
  nb_notes_drop_review (self, mark);
  if (self->marks->len >= NB_LIMIT_MARKS)
    {
      nb_review_free (mark);
      return FALSE;
    }
  g_ptr_array_add (self->marks, mark);
  return TRUE;
}

/**
 * nb_notes_set_entry:
 * @self: notes
 * @id: id of a figure
 * @raw: what stands in the source there
 * @value: (nullable): what was keyed in; %NULL takes it away
 *
 * Returns: whether it is kept; not where there are too many
 */
gboolean
nb_notes_set_entry (NbNotes *self, const char *id, const char *raw, const NbDecimal *value)
{
  NbEntry *entry = nb_notes_find_entry (self, id);

  if (entry != NULL)
    g_ptr_array_remove (self->entries, entry);
  if (value == NULL)
    return TRUE;
  if (self->entries->len >= NB_LIMIT_ENTRIES)
    return FALSE;
  entry = g_new0 (NbEntry, 1);
  entry->id = g_strdup (id);
  entry->raw = g_strdup (raw);
  entry->value = *value;
  g_ptr_array_add (self->entries, entry);
  return TRUE;
}

/**
 * nb_notes_adopt_entries:
 * @self: notes
 * @report: a report that was opened from JSON of the program
 *
 * Makes what the JSON brings the user's own, from the first number on that is keyed in or taken away: else it would go with
 * that one.
 */
void
nb_notes_adopt_entries (NbNotes *self, NbReport *report)
{
  GListModel *figures = nb_report_get_figures (report);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const char *raw = nb_figure_get_raw (figure);
      NbDecimal value;

      if (nb_figure_get_entered (figure, &value))
        nb_notes_set_entry (self, nb_figure_get_id (figure), raw != NULL ? raw : "", &value);
    }
}

/**
 * nb_notes_hide_entry:
 * @self: notes
 * @id: id of a figure
 * @raw: what stands in the source there
 *
 * Keeps that nothing is keyed in there, whatever was for the report as it was before.
 */
void
nb_notes_hide_entry (NbNotes *self, const char *id, const char *raw)
{
  const NbDecimal zero = NB_DECIMAL_ZERO;
  NbEntry *entry;

  nb_notes_set_entry (self, id, raw, &zero);
  entry = nb_notes_find_entry (self, id);
  if (entry != NULL)
    entry->is_hidden = TRUE;
}
