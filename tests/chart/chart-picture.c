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
