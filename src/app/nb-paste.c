/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a report from the clipboard: the HTML that browsers, Word, WPS and spreadsheets put there, with the
 * plain text beside it in case the HTML holds none, or else plain text alone. Bounded by NB_LIMIT_INPUT_BYTES like every other input. Main thread only; asynchronous.
 */

#include "nb-paste.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"

enum
{
  CHUNK = 64 * 1024,
};

static const char *wanted[] = { "text/html", "text/plain;charset=utf-8", "text/plain", NULL };

typedef struct
{
  GInputStream *stream;   /* (owned) */
  GByteArray *bytes;      /* (owned) */
  GBytes *page;           /* (owned) (nullable): the HTML, once the text is read as well */
  const char *media_type; /* static */
} Paste;

static void
paste_free (Paste *paste)
{
  g_clear_object (&paste->stream);
  g_clear_pointer (&paste->bytes, g_byte_array_unref);
  g_clear_pointer (&paste->page, g_bytes_unref);
  g_free (paste);
}

static void read_more (GTask *task);
static void opened_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* All of one kind is there. HTML is followed by the plain text, where there is any. */
static void
take_bytes (GTask *task)
{
  Paste *paste = g_task_get_task_data (task);
  GdkClipboard *clipboard = g_task_get_source_object (task);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&paste->bytes));

  if (paste->page == NULL && g_str_equal (paste->media_type, "text/html") &&
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), wanted[1]))
    {
      paste->page = g_steal_pointer (&bytes);
      paste->bytes = g_byte_array_new ();
      g_clear_object (&paste->stream);
      gdk_clipboard_read_async (clipboard, wanted + 1, G_PRIORITY_DEFAULT,
                                g_task_get_cancellable (task), opened_cb, g_object_ref (task));
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

static void
chunk_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Paste *paste = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes)
      chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      take_bytes (task);
      return;
    }
  if (paste->bytes->len + g_bytes_get_size (chunk) > NB_LIMIT_INPUT_BYTES)
    {
      g_task_return_new_error (task, NB_ERROR, NB_ERROR_TOO_LARGE,
                               "the clipboard holds more than %d bytes", NB_LIMIT_INPUT_BYTES);
      return;
    }
  g_byte_array_append (paste->bytes, g_bytes_get_data (chunk, NULL),
                       (guint) g_bytes_get_size (chunk));
  read_more (task);
}

static void
read_more (GTask *task)
{
  Paste *paste = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (paste->stream, CHUNK, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), chunk_cb, g_object_ref (task));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Paste *paste = g_task_get_task_data (task);
  const char *type = NULL;
  GError *error = NULL;

  paste->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, &error);
  if (paste->stream == NULL && paste->page != NULL)
    {
      /* The HTML alone, then. */
      g_clear_error (&error);
      take_bytes (task);
      return;
    }
  if (paste->stream == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  paste->media_type = g_str_has_prefix (type, "text/html") ? "text/html" : "text/plain";
  read_more (task);
}

/**
 * nb_paste_read_async:
 * @clipboard: a clipboard
 * @cancellable: (nullable): to give up
 * @callback: called when it is read
 * @user_data: for @callback
 */
void
nb_paste_read_async (GdkClipboard *clipboard,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (clipboard, cancellable, callback, user_data);
  Paste *paste = g_new0 (Paste, 1);

  paste->bytes = g_byte_array_new ();
  g_task_set_task_data (task, paste, (GDestroyNotify) paste_free);
  gdk_clipboard_read_async (clipboard, wanted, G_PRIORITY_DEFAULT, cancellable, opened_cb,
                            g_steal_pointer (&task));
}

/**
 * nb_paste_read_finish:
 * @result: the result
 * @media_type: (out): "text/html" or "text/plain"
 * @plain: (out) (transfer full) (nullable): the plain text beside HTML
 * @error: why it could not be read
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
nb_paste_read_finish (GAsyncResult *result, const char **media_type, GBytes **plain, GError **error)
{
  Paste *paste = g_task_get_task_data (G_TASK (result));
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), error);

  *plain = NULL;
  *media_type = paste->media_type;
  if (bytes == NULL || paste->page == NULL)
    return bytes;
  *media_type = "text/html";
  *plain = bytes;
  return g_steal_pointer (&paste->page);
}
