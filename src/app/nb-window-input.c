/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How reports come into the window: names and addresses, folders, what is dropped on it and what is in the
 * clipboard. Main thread only; folders are walked on a worker thread.
 */

#include "nb-window-input.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/nb-error.h"
#include "nb-address-dialog.h"
#include "nb-formats.h"
#include "nb-paste.h"
#include "nb-ui-text.h"

static char *
dup_folder (const char *uri)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (g_uri_peek_scheme (uri) != NULL && g_ascii_strncasecmp (uri, "file:", 5) != 0)
    return NULL;
  file = g_file_new_for_commandline_arg (uri);
  path = g_file_get_path (file);
  return path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&path) : NULL;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NbWindow) window = user_data;
  g_auto (GStrv) paths = nb_formats_list_folder_finish (result, NULL);
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (paths == NULL || g_cancellable_is_cancelled (nb_window_get_cancellable (window)))
    return;
  if (paths[0] == NULL)
    text = g_strdup_printf (_ ("No file in “%s” can hold a report"), name);
  else if (g_strv_length (paths) == NB_LIMIT_FOLDER_FILES)
    text = g_strdup_printf (_ ("Only the first %d files of “%s” are opened"), NB_LIMIT_FOLDER_FILES,
                            name);
  if (text != NULL)
    nb_window_tell (window, text);
  nb_window_open (window, (const char *const *) paths);
}

/**
 * nb_window_open:
 * @self: a window
 * @uris: paths or addresses; a folder stands for all reports in it
 *
 * Opens them all; the first is shown as soon as it is read.
 */
void
nb_window_open (NbWindow *self, const char *const *uris)
{
  g_autoptr (NbAppItem) first = NULL;

  g_return_if_fail (NB_IS_WINDOW (self));

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autofree char *folder = dup_folder (uris[i]);

      if (folder != NULL)
        {
          g_autoptr (GFile) file = g_file_new_for_path (folder);

          nb_formats_list_folder_async (file, nb_window_get_cancellable (self), listed_cb,
                                        g_object_ref (self));
        }
      else
        {
          NbAppItem *item = nb_session_open (nb_window_get_session (self), uris[i]);

          if (first == NULL)
            first = g_object_ref (item);
        }
    }
  if (first != NULL)
    nb_window_await (self, first);
}

static void
open_files (NbWindow *window, GSList *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uris = NULL;

  for (GSList *file = files; file != NULL; file = file->next)
    {
      g_autofree char *uri = g_file_is_native (file->data) ? g_file_get_path (file->data)
                                                           : g_file_get_uri (file->data);

      g_strv_builder_add (builder, uri);
    }
  uris = g_strv_builder_end (builder);
  nb_window_open (window, (const char *const *) uris);
}

/* A text that is one address or more, one a line, and nothing else. */
static char **
parse_addresses (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        continue;
      if (strpbrk (line, " \t") != NULL || !nb_address_is_valid (line))
        return NULL;
      g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}

static gboolean
open_addresses (NbWindow *window, const char *text)
{
  g_auto (GStrv) addresses = strlen (text) < 4096 ? parse_addresses (text) : NULL;

  if (addresses == NULL || addresses[0] == NULL)
    return FALSE;
  nb_window_open (window, (const char *const *) addresses);
  return TRUE;
}

static NbAppItem *
open_bytes (NbWindow *window, const char *name, GBytes *bytes, const char *media_type)
{
  NbAppItem *item = nb_session_open_bytes (nb_window_get_session (window), name, bytes, media_type);

  nb_window_await (window, item);
  return item;
}

/* HTML, which may be a link that was copied, or markup around a report that only its text shows. */
static void
open_page (NbWindow *window, GBytes *page, GBytes *plain)
{
  g_autofree char *text = plain != NULL
                              ? g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain))
                              : NULL;
  gboolean valid = text != NULL && g_utf8_validate (text, -1, NULL);

  if (valid && open_addresses (window, text))
    return;
  nb_app_item_set_fallback (open_bytes (window, _ ("Pasted text"), page, "text/html"),
                            valid && *text != '\0' ? plain : NULL);
}

/* A short text may be an address; anything else is a report. */
static void
open_text (NbWindow *window, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  if (open_addresses (window, text))
    return;
  bytes = g_bytes_new (text, strlen (text));
  open_bytes (window, name, bytes, "text/plain;charset=utf-8");
}

static void
files_pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NbWindow) window = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL && !g_cancellable_is_cancelled (nb_window_get_cancellable (window)))
    open_files (window, g_value_get_boxed (value));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NbWindow) window = user_data;
  const char *media_type = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) bytes = nb_paste_read_finish (result, &media_type, &plain, &error);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (nb_window_get_cancellable (window)))
    return;
  if (g_error_matches (error, NB_ERROR, NB_ERROR_TOO_LARGE))
    nb_window_tell (window, nb_ui_error_title (error));
  else if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    nb_window_tell (window, _ ("There is no text in the clipboard"));
  else if (g_str_equal (media_type, "text/plain") &&
           g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    {
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      open_text (window, _ ("Pasted text"), text);
    }
  else if (g_str_equal (media_type, "text/html"))
    open_page (window, bytes, plain);
  else
    open_bytes (window, _ ("Pasted text"), bytes, media_type);
}

/**
 * nb_window_paste:
 * @self: a window
 *
 * Opens what is in the clipboard: files that were copied, an address, or the text or table of a report.
 */
void
nb_window_paste (NbWindow *self)
{
  GdkClipboard *clipboard;

  g_return_if_fail (NB_IS_WINDOW (self));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT,
                                    nb_window_get_cancellable (self), files_pasted_cb,
                                    g_object_ref (self));
  else
    nb_paste_read_async (clipboard, nb_window_get_cancellable (self), pasted_cb,
                         g_object_ref (self));
}

static gboolean
drop_cb (NbWindow *window, const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    open_files (window, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    open_text (window, _ ("Dropped text"), g_value_get_string (value));
  return TRUE;
}

/* What is dragged from the window itself, as words into a search, is for what they fall on. */
static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, GtkWidget *hint)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  if (drop != NULL && gdk_drop_get_drag (drop) != NULL)
    {
      gtk_drop_target_reject (target);
      return 0;
    }
  gtk_widget_set_visible (hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, GtkWidget *hint)
{
  gtk_widget_set_visible (hint, FALSE);
}

static void
current_drop_cb (GtkDropTarget *target, GParamSpec *pspec, GtkWidget *hint)
{
  if (gtk_drop_target_get_current_drop (target) == NULL)
    gtk_widget_set_visible (hint, FALSE);
}

static GtkWidget *
create_hint (void)
{
  GtkWidget *hint = gtk_label_new (_ ("Drop to open"));

  gtk_widget_add_css_class (hint, "nb-drop-hint");
  gtk_widget_add_css_class (hint, "title-2");
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_set_visible (hint, FALSE);
  return hint;
}

/**
 * nb_window_input_add_drop_target:
 * @window: a window
 * @overlay: below its content
 *
 * Lets the whole window take files, addresses and text, and say so while they are above it.
 */
void
nb_window_input_add_drop_target (NbWindow *window, GtkOverlay *overlay)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkWidget *hint = create_hint ();

  gtk_overlay_add_overlay (overlay, hint);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  /* Asked first: a text view, though it cannot be written to, would take the drop and do nothing with it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), hint, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), hint, 0);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (current_drop_cb), hint, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
