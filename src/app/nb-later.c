/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work on widgets that need not be done at once, one piece a frame. What changes widgets is cheap itself;
 * what it brings is the layout and the painting of the next frame, so the pieces of different parts of the
 * window must not meet in one frame, and that takes one queue for all. Urgent pieces, which fill what the
 * user looks at, go first. What is made out of sight brings nothing to the next frame: it is done as soon as
 * there is nothing else to do. Holds no reference: what goes away while it waits is forgotten. Main thread
 * only.
 */

#include "nb-later.h"

enum
{
  FRAME = 17, /* milliseconds between two pieces: a frame of a display with 60 of them, and a bit */
  ENOUGH = 3000, /* microseconds after which a piece that has parts stops */
};

typedef struct
{
  GObject *object; /* weak */
  NbLaterFunc func;
} Piece;

static GQueue urgent_pieces = G_QUEUE_INIT;
static GQueue other_pieces = G_QUEUE_INIT;
static GQueue unseen_pieces = G_QUEUE_INIT;
static guint timeout;
static guint idle;

static GQueue *const queues[] = { &urgent_pieces, &other_pieces, &unseen_pieces };

static void
gone_cb (gpointer data, GObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (queues); i++)
    if (g_queue_remove (queues[i], data))
      {
        g_free (data);
        return;
      }
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

/* What is queued already stays where it is. */
static void
push (GQueue *queue, gpointer object, NbLaterFunc func)
{
  Piece *piece;

  for (guint i = 0; i < G_N_ELEMENTS (queues); i++)
    if (find (queues[i], object, func) != NULL)
      return;
  piece = g_new (Piece, 1);
  piece->object = object;
  piece->func = func;
  g_object_weak_ref (object, gone_cb, piece);
  g_queue_push_tail (queue, piece);
}

/* What has more to do stands behind the others then. */
static gboolean
run_first (GQueue *queue)
{
  Piece *piece = g_queue_pop_head (queue);
  g_autoptr (GObject) object = NULL;
  NbLaterFunc func;

  if (piece == NULL)
    return FALSE;
  object = g_object_ref (piece->object);
  func = piece->func;
  piece_free (piece);
  if (func (object))
    push (queue, object, func);
  return TRUE;
}

static gboolean
next_cb (gpointer user_data)
{
  if (run_first (&urgent_pieces) || run_first (&other_pieces))
    return G_SOURCE_CONTINUE;
  timeout = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
next_unseen_cb (gpointer user_data)
{
  if (run_first (&unseen_pieces))
    return G_SOURCE_CONTINUE;
  idle = 0;
  return G_SOURCE_REMOVE;
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
  g_return_if_fail (G_IS_OBJECT (object));
  g_return_if_fail (func != NULL);

  push (urgent ? &urgent_pieces : &other_pieces, object, func);
  if (timeout == 0)
    timeout = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, FRAME, next_cb, NULL, NULL);
}

/**
 * nb_later_add_unseen:
 * @object: (type GObject): what the work is on
 * @func: does a piece of it, which changes nothing that is seen and nothing's size
 *
 * Has @func called from the main loop, a turn each, until it returns %FALSE.
 */
void
nb_later_add_unseen (gpointer object, NbLaterFunc func)
{
  g_return_if_fail (G_IS_OBJECT (object));
  g_return_if_fail (func != NULL);

  push (&unseen_pieces, object, func);
  if (idle == 0)
    idle = g_idle_add (next_unseen_cb, NULL);
}

/**
 * nb_later_is_enough:
 * @since: when a piece began, in the time of g_get_monotonic_time()
 *
 * Returns: whether the piece has taken so long that the rest should wait for the next
 */
gboolean
nb_later_is_enough (gint64 since)
{
  return g_get_monotonic_time () - since > ENOUGH;
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
  for (guint i = 0; i < G_N_ELEMENTS (queues); i++)
    {
      GList *link = find (queues[i], object, func);

      if (link == NULL)
        continue;
      piece_free (link->data);
      g_queue_delete_link (queues[i], link);
      return TRUE;
    }
  return FALSE;
}

/**
 * nb_later_is_idle:
 *
 * Returns: whether nothing waits; for whoever must see everything in its place
 */
gboolean
nb_later_is_idle (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (queues); i++)
    if (!g_queue_is_empty (queues[i]))
      return FALSE;
  return TRUE;
}
