/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work on widgets that need not be done at once, one piece a frame. What changes widgets is cheap itself;
 * what it brings is the layout and the painting of the next frame, so the pieces of different parts of the
 * window must not meet in one frame, and that takes one queue for all. Urgent pieces, which fill what the
 * user looks at, go first. Holds no reference: what goes away while it waits is forgotten. Main thread
 * only.
 */

#include "nb-later.h"

enum
{
  FRAME = 17, /* milliseconds between two pieces: a frame of a display with 60 of them, and a bit */
};

typedef struct
{
  GObject *object; /* weak */
  NbLaterFunc func;
} Piece;

static GQueue urgent_pieces = G_QUEUE_INIT;
static GQueue other_pieces = G_QUEUE_INIT;
static guint timeout;

static void
gone_cb (gpointer data, GObject *object)
{
  if (g_queue_remove (&urgent_pieces, data) || g_queue_remove (&other_pieces, data))
    g_free (data);
}

static void
piece_free (Piece *piece)
{
  g_object_weak_unref (piece->object, gone_cb, piece);
  g_free (piece);
}

static GList *
find (GQueue *queue, gpointer object, NbLaterFunc func)
{
  for (GList *link = queue->head; link != NULL; link = link->next)
    {
      Piece *piece = link->data;

      if (piece->object == object && piece->func == func)
        return link;
    }
  return NULL;
}

static gboolean
next_cb (gpointer user_data)
{
  gboolean urgent = !g_queue_is_empty (&urgent_pieces);
  Piece *piece = g_queue_pop_head (urgent ? &urgent_pieces : &other_pieces);
  g_autoptr (GObject) object = NULL;
  NbLaterFunc func;

  if (piece == NULL)
    {
      timeout = 0;
      return G_SOURCE_REMOVE;
    }
  object = g_object_ref (piece->object);
  func = piece->func;
  piece_free (piece);
  if (func (object))
    nb_later_add (object, func, urgent);
  return G_SOURCE_CONTINUE;
}

/**
 * nb_later_add:
 * @object: (type GObject): what the work is on
 * @func: does a piece of it
 * @urgent: whether it fills what the user looks at
 *
 * Has @func called from the main loop, once in a frame, until it returns %FALSE. What is queued already
 * stays where it is.
 */
void
nb_later_add (gpointer object, NbLaterFunc func, gboolean urgent)
{
  Piece *piece;

  g_return_if_fail (G_IS_OBJECT (object));
  g_return_if_fail (func != NULL);

  if (find (&urgent_pieces, object, func) != NULL || find (&other_pieces, object, func) != NULL)
    return;
  piece = g_new (Piece, 1);
  piece->object = object;
  piece->func = func;
  g_object_weak_ref (object, gone_cb, piece);
  g_queue_push_tail (urgent ? &urgent_pieces : &other_pieces, piece);
  if (timeout == 0)
    timeout = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, FRAME, next_cb, NULL, NULL);
}

/**
 * nb_later_cancel:
 * @object: (type GObject): what the work is on
 * @func: what would do it
 *
 * Takes it out of the queue.
 *
 * Returns: whether it was in it
 */
gboolean
nb_later_cancel (gpointer object, NbLaterFunc func)
{
  GList *link = find (&urgent_pieces, object, func);
  GQueue *queue = link != NULL ? &urgent_pieces : &other_pieces;

  if (link == NULL)
    link = find (queue, object, func);
  if (link == NULL)
    return FALSE;
  piece_free (link->data);
  g_queue_delete_link (queue, link);
  return TRUE;
}

/**
 * nb_later_is_idle:
 *
 * Returns: whether nothing waits; for whoever must see everything in its place
 */
gboolean
nb_later_is_idle (void)
{
  return g_queue_is_empty (&urgent_pieces) && g_queue_is_empty (&other_pieces);
}
