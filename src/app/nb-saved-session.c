/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The open reports, the page, the chosen figures and the size of the window, kept in a file of the user's
 * state folder while the program runs, so that they are there again however it ended. What was pasted is
 * kept beside it, by the name of its SHA-256. Owned by the window; main thread only.
 *
 * While reports are being restored the file says so. A program that ended meanwhile did so maybe because of
 * one of them; then they are not opened again unasked.
 */

#include "nb-saved-session.h"

#include <glib/gstdio.h>

#include "nb-state-file.h"

#define WINDOW  "Window"
#define REPORTS "Reports"

enum
{
  MOST_REPORTS = 2000,
};

struct _NbSavedSession
{
  GObject parent_instance;

  NbStateFile *file;  /* (owned) */
  GKeyFile *loaded;   /* (owned): as it was found */
  char *folder;       /* (owned): of what was pasted */
  GHashTable *pasted; /* (owned): names of files in it (owned) */
};

G_DEFINE_FINAL_TYPE (NbSavedSession, nb_saved_session, G_TYPE_OBJECT)

static void
nb_saved_session_finalize (GObject *object)
{
  NbSavedSession *self = NB_SAVED_SESSION (object);

  g_object_unref (self->file);
  g_key_file_unref (self->loaded);
  g_hash_table_unref (self->pasted);
  g_free (self->folder);

  G_OBJECT_CLASS (nb_saved_session_parent_class)->finalize (object);
}

static void
nb_saved_session_class_init (NbSavedSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_saved_session_finalize;
}

static void
nb_saved_session_init (NbSavedSession *self)
{
  g_autofree char *folder = nb_state_file_dup_folder ();

  self->file = nb_state_file_new ("session");
  self->loaded = nb_state_file_load (self->file);
  self->folder = g_build_filename (folder, "pasted", NULL);
  self->pasted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * nb_saved_session_new:
 *
 * Returns: (transfer full): the session as it was kept
 */
NbSavedSession *
nb_saved_session_new (void)
{
  return g_object_new (NB_TYPE_SAVED_SESSION, NULL);
}

/**
 * nb_saved_session_get_window:
 * @self: a saved session
 * @state: (out caller-allocates): gets the window's state, or what a first window has
 */
void
nb_saved_session_get_window (NbSavedSession *self, NbWindowState *state)
{
  g_autofree char *page = NULL;

  g_return_if_fail (NB_IS_SAVED_SESSION (self));

  *state = (NbWindowState){ 1280, 800, FALSE, TRUE, NULL };
  if (!g_key_file_has_group (self->loaded, WINDOW))
    return;
  page = g_key_file_get_string (self->loaded, WINDOW, "page", NULL);
  state->width = g_key_file_get_integer (self->loaded, WINDOW, "width", NULL);
  state->height = g_key_file_get_integer (self->loaded, WINDOW, "height", NULL);
  state->maximized = g_key_file_get_boolean (self->loaded, WINDOW, "maximized", NULL);
  state->sidebar = g_key_file_get_boolean (self->loaded, WINDOW, "sidebar", NULL);
  state->page = g_intern_string (page);
}

/**
 * nb_saved_session_was_interrupted:
 * @self: a saved session
 *
 * Returns: whether the program ended while it was restoring these reports
 */
gboolean
nb_saved_session_was_interrupted (NbSavedSession *self)
{
  g_return_val_if_fail (NB_IS_SAVED_SESSION (self), FALSE);
  return g_key_file_get_boolean (self->loaded, REPORTS, "restoring", NULL);
}

/**
 * nb_saved_session_get_n_reports:
 * @self: a saved session
 *
 * Returns: how many reports were open
 */
guint
nb_saved_session_get_n_reports (NbSavedSession *self)
{
  int n_reports;

  g_return_val_if_fail (NB_IS_SAVED_SESSION (self), 0);

  n_reports = g_key_file_get_integer (self->loaded, REPORTS, "count", NULL);
  return (guint) CLAMP (n_reports, 0, MOST_REPORTS);
}

static NbAppItem *
restore_pasted (NbSavedSession *self,
                NbSession *session,
                const char *name,
                const char *uri,
                const char *media_type)
{
  g_autofree char *base = g_path_get_basename (name); /* never outside the folder */
  g_autofree char *path = g_build_filename (self->folder, base, NULL);
  g_autofree char *data = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  g_hash_table_add (self->pasted, g_steal_pointer (&base));
  return nb_session_open_bytes (session, uri, bytes, media_type);
}

static NbAppItem *
restore_report (NbSavedSession *self, NbSession *session, guint index)
{
  g_autofree char *group = g_strdup_printf ("Report %u", index);
  g_autofree char *uri = g_key_file_get_string (self->loaded, group, "uri", NULL);
  g_autofree char *pasted = g_key_file_get_string (self->loaded, group, "pasted", NULL);
  g_autofree char *media_type = g_key_file_get_string (self->loaded, group, "media-type", NULL);
  g_autofree char *figure = g_key_file_get_string (self->loaded, group, "figure", NULL);
  g_autofree char *charset = g_key_file_get_string (self->loaded, group, "charset", NULL);
  NbAppItem *item;

  if (uri == NULL)
    return NULL;
  item = pasted != NULL
             ? restore_pasted (self, session, pasted, uri, media_type)
             : nb_session_open_as (session, uri,
                                   charset != NULL && nb_source_knows_charset (charset) ? charset
                                                                                        : NULL);
  if (item != NULL)
    nb_app_item_set_wanted_figure (item, figure);
  return item;
}

/**
 * nb_saved_session_restore:
 * @self: a saved session
 * @session: what to open the reports in
 *
 * Returns: (transfer none) (nullable): the report that was seen
 */
NbAppItem *
nb_saved_session_restore (NbSavedSession *self, NbSession *session)
{
  guint n_reports = nb_saved_session_get_n_reports (self);
  int shown = g_key_file_get_integer (self->loaded, REPORTS, "shown", NULL);
  NbAppItem *seen = NULL;

  if (n_reports == 0)
    return NULL;
  g_key_file_set_boolean (self->loaded, REPORTS, "restoring", TRUE);
  nb_state_file_save (self->file, self->loaded);
  for (guint i = 0; i < n_reports; i++)
    {
      NbAppItem *item = restore_report (self, session, i);

      if (item != NULL && (seen == NULL || (int) i == shown))
        seen = item;
    }
  return seen;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_file_replace_contents_finish (G_FILE (source), result, NULL, NULL);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_file_delete_finish (G_FILE (source), result, NULL);
}

static void
write_pasted (NbSavedSession *self, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (self->folder, 0700);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, NULL);
}

/* The file with the bytes of a pasted report; NULL while their sum is not known. */
static char *
keep_pasted (NbSavedSession *self, NbAppItem *item, GHashTable *wanted)
{
  NbReport *report = nb_app_item_get_report (item);
  const char *sha256;

  if (report == NULL)
    return NULL;
  sha256 = nb_source_get_sha256 (nb_document_get_source (nb_report_get_document (report)));
  if (!g_hash_table_contains (self->pasted, sha256))
    write_pasted (self, sha256, nb_app_item_get_bytes (item));
  g_hash_table_add (wanted, g_strdup (sha256));
  return g_strdup (sha256);
}

static void
drop_pasted (NbSavedSession *self, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->pasted);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (wanted, name))
      {
        g_autofree char *path = g_build_filename (self->folder, name, NULL);
        g_autoptr (GFile) file = g_file_new_for_path (path);

        g_file_delete_async (file, G_PRIORITY_DEFAULT, NULL, deleted_cb, NULL);
      }
  g_hash_table_unref (self->pasted);
  self->pasted = g_hash_table_ref (wanted);
}

static void
put_report (GKeyFile *state, guint index, NbAppItem *item, const char *pasted)
{
  g_autofree char *group = g_strdup_printf ("Report %u", index);
  NbFigure *figure = nb_app_item_get_figure (item);

  g_key_file_set_string (state, group, "uri", nb_app_item_get_uri (item));
  if (pasted != NULL)
    {
      g_key_file_set_string (state, group, "pasted", pasted);
      if (nb_app_item_get_media_type (item) != NULL)
        g_key_file_set_string (state, group, "media-type", nb_app_item_get_media_type (item));
    }
  if (nb_app_item_get_charset (item) != NULL)
    g_key_file_set_string (state, group, "charset", nb_app_item_get_charset (item));
  if (figure != NULL)
    g_key_file_set_string (state, group, "figure", nb_figure_get_id (figure));
  else if (nb_app_item_get_wanted_figure (item) != NULL)
    g_key_file_set_string (state, group, "figure", nb_app_item_get_wanted_figure (item));
}

static void
put_reports (NbSavedSession *self, GKeyFile *state, NbSession *session, NbAppItem *shown)
{
  GListModel *items = nb_session_get_items (session);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_put = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items) && n_put < MOST_REPORTS; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);
      gboolean is_pasted = nb_app_item_get_bytes (item) != NULL;
      g_autofree char *pasted = is_pasted ? keep_pasted (self, item, wanted) : NULL;

      if (nb_app_item_get_part (item) > 0 || (is_pasted && pasted == NULL))
        continue;
      if (item == shown)
        g_key_file_set_integer (state, REPORTS, "shown", (int) n_put);
      put_report (state, n_put++, item, pasted);
    }
  g_key_file_set_integer (state, REPORTS, "count", (int) n_put);
  if (nb_session_get_n_busy (session) > 0 &&
      g_key_file_get_boolean (self->loaded, REPORTS, "restoring", NULL))
    g_key_file_set_boolean (state, REPORTS, "restoring", TRUE);
  else
    g_key_file_remove_key (self->loaded, REPORTS, "restoring", NULL);
  drop_pasted (self, wanted);
}

/**
 * nb_saved_session_save:
 * @self: a saved session
 * @state: of the window
 * @session: (nullable): the open reports; none to keep no report
 * @shown: (nullable): the one that is seen
 *
 * Writes everything on a worker thread.
 */
void
nb_saved_session_save (NbSavedSession *self,
                       const NbWindowState *state,
                       NbSession *session,
                       NbAppItem *shown)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_if_fail (NB_IS_SAVED_SESSION (self));

  g_key_file_set_integer (file, WINDOW, "width", state->width);
  g_key_file_set_integer (file, WINDOW, "height", state->height);
  g_key_file_set_boolean (file, WINDOW, "maximized", state->maximized);
  g_key_file_set_boolean (file, WINDOW, "sidebar", state->sidebar);
  if (state->page != NULL)
    g_key_file_set_string (file, WINDOW, "page", state->page);
  if (session != NULL)
    put_reports (self, file, session, shown);
  nb_state_file_save (self->file, file);
}

/**
 * nb_saved_session_flush:
 * @self: a saved session
 *
 * Returns when what was saved last is on disk.
 */
void
nb_saved_session_flush (NbSavedSession *self)
{
  g_return_if_fail (NB_IS_SAVED_SESSION (self));
  nb_state_file_flush (self->file);
}
