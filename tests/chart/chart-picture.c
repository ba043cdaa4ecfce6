/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What tests ask a drawing.
 */

#include "chart-picture.h"

#include <string.h>

static const NbSpot *
find (const NbDrawing *drawing, guint panel, guint series, guint category, gboolean is_label)
{
  for (guint i = 0; i < drawing->spots->len; i++)
    {
      const NbSpot *spot = &g_array_index (drawing->spots, NbSpot, i);

      if (spot->panel == panel && spot->series == series && spot->category == category &&
          spot->is_label == is_label)
        return spot;
    }
  return NULL;
}

const NbSpot *
picture_find_spot (const NbDrawing *drawing, guint panel, guint series, guint category)
{
  return find (drawing, panel, series, category, FALSE);
}

const NbSpot *
picture_find_label (const NbDrawing *drawing, guint panel, guint series, guint category)
{
  return find (drawing, panel, series, category, TRUE);
}

guint
picture_count_texts (const NbDrawing *drawing, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      n += item->kind == NB_DRAW_TEXT && strstr (item->text, text) != NULL;
    }
  return n;
}

guint
picture_count_marks (const NbDrawing *drawing, NbMark mark)
{
  guint n = 0;

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      n += item->kind == NB_DRAW_MARK && item->mark == mark;
    }
  return n;
}

typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
  const char *text;
} TextBox;

/* Where the digits and the Han characters of a text lie, without the room for descenders. */
static TextBox
get_box (const NbDraw *item)
{
  double width = nb_text_measure (item->text, item->size, item->bold);
  double left = item->x - (item->anchor == NB_ANCHOR_END      ? width
                           : item->anchor == NB_ANCHOR_MIDDLE ? width / 2
                                                              : 0);

  return (TextBox){ left, left + width, item->y - item->size * 0.72, item->y, item->text };
}

guint
picture_count_overlaps (const NbDrawing *drawing, const char *name)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TextBox));
  guint n = 0;

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);
      TextBox box;

      if (item->kind != NB_DRAW_TEXT)
        continue;
      box = get_box (item);
      for (guint j = 0; j < boxes->len; j++)
        {
          const TextBox *other = &g_array_index (boxes, TextBox, j);

          if (box.left >= other->right - 0.5 || box.right <= other->left + 0.5 ||
              box.top >= other->bottom - 0.5 || box.bottom <= other->top + 0.5)
            continue;
          if (n++ == 0)
            g_test_message ("%s: “%s” lies upon “%s” at %.0f, %.0f", name, box.text, other->text,
                            box.left, box.top);
        }
      g_array_append_val (boxes, box);
    }
  return n;
}
