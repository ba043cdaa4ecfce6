/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of NbTextView that finds words, marks them and goes from one to the next. Main thread only. */

#include "nb-text-view-private.h"

#include "nb-text-find.h"

static void
tell_hits (NbTextView *self)
{
  g_signal_emit_by_name (self, "hits-changed");
}

static void
show_hit (NbTextView *self)
{
  const NbTextHit *hit = &g_array_index (self->hits, NbTextHit, self->current_hit);
  const NbPlace place = { .offset = (guint) hit->offset, .length = (guint) hit->length };

  nb_text_view_remove_tag (self, self->hit_current);
  nb_text_view_apply_tag (self, self->hit_current, hit->offset, hit->length);
  nb_text_view_show_place (self, &place);
  tell_hits (self);
}

/**
 * nb_text_view_find:
 * @self: a view
 * @query: what to look for; empty ends the search
 *
 * Marks every occurrence and goes to the first.
 *
 * Returns: how many there are
 */
guint
nb_text_view_find (NbTextView *self, const char *query)
{
  gsize length = 0;
  const char *text;

  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), 0);

  nb_text_view_remove_tag (self, self->hit);
  nb_text_view_remove_tag (self, self->hit_current);
  g_array_set_size (self->hits, 0);
  self->current_hit = 0;
  tell_hits (self);
  if (self->report == NULL || *query == '\0')
    return 0;
  text = nb_document_get_text (nb_report_get_document (self->report), &length);
  nb_text_find_all (text, length, query, self->hits);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const NbTextHit *hit = &g_array_index (self->hits, NbTextHit, i);

      nb_text_view_apply_tag (self, self->hit, hit->offset, hit->length);
    }
  if (self->hits->len > 0)
    show_hit (self);
  return self->hits->len;
}

/**
 * nb_text_view_move_hit:
 * @self: a view
 * @step: 1 for the next occurrence, -1 for the one before
 *
 * Returns: the number of the occurrence that is shown now, from 1; 0 where there is none
 */
guint
nb_text_view_move_hit (NbTextView *self, int step)
{
  guint n_hits;

  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), 0);

  n_hits = self->hits->len;
  if (n_hits == 0)
    return 0;
  self->current_hit = (self->current_hit + n_hits + (guint) step) % n_hits;
  show_hit (self);
  return self->current_hit + 1;
}

/**
 * nb_text_view_show_hit_at:
 * @self: a view
 * @offset: bytes of the document text
 *
 * Goes to the occurrence that stands there, or to the next one.
 *
 * Returns: its number, from 1; 0 where there is none
 */
guint
nb_text_view_show_hit_at (NbTextView *self, gsize offset)
{
  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), 0);

  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, NbTextHit, i).offset >= offset)
      {
        self->current_hit = i;
        show_hit (self);
        return i + 1;
      }
  return 0;
}

guint
nb_text_view_get_n_hits (NbTextView *self)
{
  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), 0);
  return self->hits->len;
}

guint
nb_text_view_get_current_hit (NbTextView *self)
{
  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), 0);
  return self->current_hit;
}

/**
 * nb_text_view_get_line:
 * @self: a view
 * @offset: bytes of the document text
 * @y: (out): where the line or the cell that holds them begins, in the coordinates of the buffer
 * @height: (out): of it
 */
void
nb_text_view_get_line (NbTextView *self, gsize offset, int *y, int *height)
{
  const NbTextSegment *segment = nb_text_view_find_segment (self, offset);
  GtkWidget *cell = segment->table != NULL ? nb_text_table_find_cell (segment->table, offset)
                                           : NULL;
  GtkTextIter iter;
  GdkRectangle place;
  graphene_point_t at;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter,
                                      nb_text_view_to_character (self, offset));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
  *y = place.y;
  *height = place.height;
  if (cell == NULL || !gtk_widget_compute_point (cell, GTK_WIDGET (segment->table),
                                                 &GRAPHENE_POINT_INIT (0, 0), &at))
    return;
  *y += (int) at.y;
  *height = gtk_widget_get_height (cell);
}

/**
 * nb_text_view_get_hit_position:
 * @self: a view
 * @hit: number of an occurrence, from 0
 *
 * Returns: where it is in the whole height of the text, from 0 to 1
 */
double
nb_text_view_get_hit_position (NbTextView *self, guint hit)
{
  GtkAdjustment *adjustment;
  int y = 0, height = 0;

  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), 0);
  g_return_val_if_fail (hit < self->hits->len, 0);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  if (adjustment == NULL || gtk_adjustment_get_upper (adjustment) <= 0)
    return 0;
  nb_text_view_get_line (self, g_array_index (self->hits, NbTextHit, hit).offset, &y, &height);
  return CLAMP ((y + gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self))) /
                    gtk_adjustment_get_upper (adjustment),
                0, 1);
}

/**
 * nb_text_view_select_hit:
 * @self: a view
 *
 * Selects the current occurrence, as far as it is running text.
 */
void
nb_text_view_select_hit (NbTextView *self)
{
  const NbTextHit *hit;
  GtkTextIter start, end;

  g_return_if_fail (NB_IS_TEXT_VIEW (self));

  if (self->hits->len == 0)
    return;
  hit = &g_array_index (self->hits, NbTextHit, self->current_hit);
  if (nb_text_view_find_segment (self, hit->offset)->table != NULL)
    return;
  nb_text_view_get_range (self, hit->offset, hit->length, &start, &end);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end);
}
