/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a report's document, as the reader yields it. Headings stand out, page furniture is dim, a
 * recognised figure is underlined and can be clicked, the chosen one is tinted. A grid is shown as a table in
 * its place (NbTextTable); where it is none to show, the cells of a row stand in one line, parted by tabs.
 *
 *   document text  …prose…|cells of a table|…prose…      in bytes
 *   segments       [      ][       ◇       ][      ]     bytes ↔ characters, ◇ one character
 *
 * The library counts bytes, the buffer characters; to_character() and to_byte() convert. Tables get their
 * cells little by little, when nothing else is urgent. Main thread only.
 */

#include "nb-text-view-private.h"

#include "nb-later.h"
#include "nb-text-bars.h"
#include "nb-text-find.h"

enum
{
  SIDE_MARGIN = 24,
  SMALLEST_WIDTH = 240,
  MOST_ABOVE_TITLE = 60, /* pieces: a title further down is none to begin at */
  TOP_MARGIN = 24, /* also above the title, so that nothing of what stands above it looks in */
  FRAMES_TO_SETTLE = 12, /* until new heights have reached the scroll bar */
};

G_DEFINE_FINAL_TYPE (NbTextView, nb_text_view, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_CHOOSE,
  SIGNAL_HITS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
document_text (NbTextView *self, gsize *length)
{
  return nb_document_get_text (nb_report_get_document (self->report), length);
}

const NbTextSegment *
nb_text_view_find_segment (NbTextView *self, gsize byte)
{
  return nb_text_segments_find (self->segments, byte);
}

int
nb_text_view_to_character (NbTextView *self, gsize byte)
{
  return nb_text_segments_to_character (self->segments, document_text (self, NULL), byte);
}

static gsize
to_byte (NbTextView *self, int character)
{
  return nb_text_segments_to_byte (self->segments, document_text (self, NULL), character);
}

void
nb_text_view_get_range (NbTextView *self,
                        gsize offset,
                        gsize length,
                        GtkTextIter *start,
                        GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, start, nb_text_view_to_character (self, offset));
  gtk_text_buffer_get_iter_at_offset (buffer, end,
                                      nb_text_view_to_character (self, offset + length));
}

static gboolean
get_mark (NbTextView *self, GtkTextTag *tag, NbTextMark *mark)
{
  GtkTextTag *const tags[NB_TEXT_N_MARKS] = {
    [NB_TEXT_MARK_FIGURE] = self->figure,
    [NB_TEXT_MARK_HIT] = self->hit,
    [NB_TEXT_MARK_CURRENT] = self->hit_current,
    [NB_TEXT_MARK_CHOSEN] = self->chosen,
  };

  for (guint i = 0; i < NB_TEXT_N_MARKS; i++)
    if (tags[i] == tag)
      {
        *mark = i;
        return TRUE;
      }
  return FALSE;
}

void
nb_text_view_apply_tag (NbTextView *self, GtkTextTag *tag, gsize offset, gsize length)
{
  const NbTextSegment *segment = nb_text_view_find_segment (self, offset);
  GtkTextIter start, end;
  NbTextMark mark;

  if (segment != NULL && segment->table != NULL)
    {
      if (get_mark (self, tag, &mark))
        nb_text_table_mark (segment->table, mark, offset, length);
      return;
    }
  nb_text_view_get_range (self, offset, length, &start, &end);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), tag, &start, &end);
}

void
nb_text_view_remove_tag (NbTextView *self, GtkTextTag *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;
  NbTextMark mark;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  for (guint i = 0; i < self->segments->len; i++)
    if (g_array_index (self->segments, NbTextSegment, i).table != NULL &&
        get_mark (self, tag, &mark))
      nb_text_table_unmark (g_array_index (self->segments, NbTextSegment, i).table, mark);
}

/* The first figure that stands in these bytes. */
static NbFigure *
figure_in (NbTextView *self, gsize begin, gsize end)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const NbTextSpot *spot = &g_array_index (self->figures, NbTextSpot, i);

      if (begin < (gsize) spot->offset + spot->length && end > spot->offset)
        return spot->figure;
    }
  return NULL;
}

static NbFigure *
figure_at (NbTextView *self, const GtkTextIter *iter)
{
  gsize byte = to_byte (self, gtk_text_iter_get_offset (iter));

  return nb_text_view_find_figure (self, byte);
}

static void
cell_clicked_cb (NbTextView *self, guint offset, guint length)
{
  NbFigure *figure = figure_in (self, offset, (gsize) offset + length);

  if (figure != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOOSE], 0, figure);
}

static void
add_segment (NbTextView *self, const char *shown, gsize begin, gsize end, NbTextTable *table)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  NbTextSegment segment = { begin, end, gtk_text_buffer_get_char_count (buffer), 1, table };
  GtkTextIter at;

  if (begin == end && table == NULL)
    return;
  gtk_text_buffer_get_end_iter (buffer, &at);
  if (table != NULL)
    {
      GtkTextChildAnchor *anchor = gtk_text_buffer_create_child_anchor (buffer, &at);

      gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self), GTK_WIDGET (table), anchor);
      g_signal_connect_object (table, "clicked", G_CALLBACK (cell_clicked_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      gtk_text_buffer_insert (buffer, &at, shown + begin, (int) (end - begin));
      segment.n_characters = gtk_text_buffer_get_char_count (buffer) - segment.character;
    }
  g_array_append_val (self->segments, segment);
}

static void
add_segments (NbTextView *self, const char *shown, gsize length)
{
  NbDocument *document = nb_report_get_document (self->report);
  g_autoptr (GArray) pieces = nb_text_bars_list_pieces (document);
  gsize done = 0;

  for (guint first = 0, end = 0; nb_text_table_find_range (pieces, &first, &end); first = end)
    {
      NbTextTable *table = NB_TEXT_TABLE (nb_text_table_new (document, pieces, first, end));
      gsize from, to;

      nb_text_table_get_bytes (table, &from, &to);
      add_segment (self, shown, done, from, NULL);
      add_segment (self, shown, from, to, table);
      done = to;
    }
  add_segment (self, shown, done, length, NULL);
}

/* Where the cell ought to be scrolled to, after the table has brought its column into sight; FALSE while it is not made or has no place yet. */
static gboolean
find_target (NbTextView *self, double page, double *value)
{
  const NbTextSegment *segment = self->has_target
                                     ? nb_text_view_find_segment (self, self->target.offset)
                                     : NULL;
  GtkWidget *cell = segment != NULL && segment->table != NULL
                        ? nb_text_table_find_cell (segment->table, self->target.offset)
                        : NULL;
  GtkTextIter iter;
  GdkRectangle line;
  graphene_point_t at;

  if (cell == NULL || !gtk_widget_compute_point (cell, GTK_WIDGET (segment->table),
                                                 &GRAPHENE_POINT_INIT (0, 0), &at))
    return FALSE;
  nb_text_table_scroll_to (segment->table, cell);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter,
                                      segment->character);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &line);
  *value = line.y + (double) at.y + gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self)) - page / 3;
  return TRUE;
}

/* Where a cell stands is known only when the lines above it have their heights, some frames later. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NbTextView *self = NB_TEXT_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double value = 0;

  if (adjustment != NULL &&
      (find_target (self, gtk_adjustment_get_page_size (adjustment), &value) ||
       nb_text_view_find_start (self, &value)))
    gtk_adjustment_set_value (adjustment, value);
  if (--self->settle > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
settle (NbTextView *self)
{
  self->settle = FRAMES_TO_SETTLE;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

/* The menus of a web site stand above, and where it was that the report stood; one has to scroll up for them. */
static void
skip_furniture (NbTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint n_pieces = 0, first = 0, n_lines = 0;
  int title = nb_text_view_find_title (self, &n_lines);
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (self->report), &n_pieces);
  GtkTextIter start;

  while (first < n_pieces && (pieces[first].flags & NB_PIECE_FURNITURE) != 0)
    first++;
  if (title > (int) first && title < MOST_ABOVE_TITLE)
    first = (guint) title;
  if (first == 0 || first == n_pieces)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start,
                                      nb_text_view_to_character (self, pieces[first].offset));
  gtk_text_buffer_place_cursor (buffer, &start);
  self->skips = TRUE;
  settle (self);
}

static gboolean
build_tables (gpointer object)
{
  NbTextView *self = object;

  while (self->n_built < self->segments->len)
    {
      const NbTextSegment *segment = &g_array_index (self->segments, NbTextSegment, self->n_built);

      if (segment->table != NULL)
        {
          gboolean more = nb_text_table_build (segment->table);

          nb_text_table_set_width (segment->table, self->table_width);
          self->n_built += !more;
          return TRUE;
        }
      self->n_built++;
    }
  if (self->has_target)
    nb_text_view_show_place (
        self, &(NbPlace){ .offset = self->target.offset, .length = self->target.length });
  return FALSE;
}

/* Not while the view gets its size: a child that asks for another size then would be painted without one. */
static gboolean
widen_tables (gpointer object)
{
  NbTextView *self = object;

  for (guint i = 0; i < self->segments->len; i++)
    if (g_array_index (self->segments, NbTextSegment, i).table != NULL)
      nb_text_table_set_width (g_array_index (self->segments, NbTextSegment, i).table,
                               self->table_width);
  return FALSE;
}

/* Tables ask for the width that there is: it must not be the least, or there would never be less. */
static void
nb_text_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  GTK_WIDGET_CLASS (nb_text_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST_WIDTH);
}

static void
nb_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NbTextView *self = NB_TEXT_VIEW (widget);
  int table_width = MAX (width - 2 * SIDE_MARGIN, 1);

  GTK_WIDGET_CLASS (nb_text_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (table_width == self->table_width)
    return;
  self->table_width = table_width;
  nb_later_add (self, widen_tables, TRUE);
}

/* A table is one character of the buffer; what is copied of it is its text, cells parted by tabs. */
static void
nb_text_view_copy_clipboard (GtkTextView *view)
{
  NbTextView *self = NB_TEXT_VIEW (view);
  gsize offset = 0, length = 0;
  g_autofree char *copied = nb_text_view_get_selection (self, &offset, &length);

  if (copied != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), copied);
}

static void
nb_text_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT && NB_TEXT_VIEW (view)->report != NULL)
    nb_text_view_draw_marks (NB_TEXT_VIEW (view), snapshot);
}

static void
released_cb (NbTextView *self, int n_press, double x, double y)
{
  GtkTextIter iter;
  NbFigure *figure;
  int buffer_x, buffer_y;

  if (self->report == NULL ||
      gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x,
                                         (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return;
  figure = figure_at (self, &iter);
  if (figure != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOOSE], 0, figure);
}

static void
set_color (GtkWidget *widget, GtkTextTag *tag, const char *property, const char *name, float alpha)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    return;
  color.alpha = alpha;
  g_object_set (tag, property, &color, NULL);
}

/* Tags know no style classes, so the named colours are looked up whenever the scheme changes. */
static void
update_colors (NbTextView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  set_color (widget, self->figure, "underline-rgba", "accent_color", 1);
  /* A thin line is hardly seen on a dark ground. */
  set_color (widget, self->figure, "background-rgba", "accent_bg_color", 0.3f);
  g_object_set (self->figure, "background-set",
                adw_style_manager_get_dark (adw_style_manager_get_default ()), NULL);
  set_color (widget, self->chosen, "background-rgba", "accent_bg_color", 0.28f);
  set_color (widget, self->chosen, "underline-rgba", "accent_color", 1);
  set_color (widget, self->hit, "background-rgba", "yellow_2", 0.55f);
  set_color (widget, self->hit_current, "background-rgba", "orange_2", 0.85f);
  set_color (widget, self->furniture, "foreground-rgba", "view_fg_color", 0.5f);
}

static void
create_tags (NbTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  self->prose = gtk_text_buffer_create_tag (buffer, NULL, "pixels-above-lines", 6,
                                            "pixels-below-lines", 6, NULL);
  self->title = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale",
                                            PANGO_SCALE_X_LARGE, "pixels-above-lines", TOP_MARGIN,
                                            "pixels-below-lines", 12, NULL);
  self->heading = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale",
                                              PANGO_SCALE_LARGE, "pixels-above-lines", 18, "indent",
                                              0, NULL);
  self->furniture = gtk_text_buffer_create_tag (buffer, NULL, "scale", PANGO_SCALE_SMALL, NULL);
  self->blank = gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.2, "pixels-above-lines", 0,
                                            "pixels-below-lines", 0, NULL);
  self->figure = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE,
                                             NULL);
  self->hit = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->hit_current = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->chosen = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "underline",
                                             PANGO_UNDERLINE_DOUBLE, NULL);
}

static void
nb_text_view_dispose (GObject *object)
{
  NbTextView *self = NB_TEXT_VIEW (object);

  nb_later_cancel (self, build_tables);
  nb_later_cancel (self, widen_tables);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->report);

  G_OBJECT_CLASS (nb_text_view_parent_class)->dispose (object);
}

static void
nb_text_view_finalize (GObject *object)
{
  NbTextView *self = NB_TEXT_VIEW (object);

  g_array_unref (self->segments);
  g_array_unref (self->figures);
  g_array_unref (self->hits);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (nb_text_view_parent_class)->finalize (object);
}

static void
nb_text_view_class_init (NbTextViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_text_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_text_view_finalize;
  GTK_WIDGET_CLASS (klass)->measure = nb_text_view_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = nb_text_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = nb_text_view_copy_clipboard;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = nb_text_view_snapshot_layer;

  /* A figure was clicked. */
  signals[SIGNAL_CHOOSE] = g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_FIGURE);
  /* What was found, which of it is the current one, or where it stands. */
  signals[SIGNAL_HITS_CHANGED] = g_signal_new ("hits-changed", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               0);
}

static void
nb_text_view_init (NbTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->segments = g_array_new (FALSE, FALSE, sizeof (NbTextSegment));
  self->figures = g_array_new (FALSE, FALSE, sizeof (NbTextSpot));
  self->hits = g_array_new (FALSE, FALSE, sizeof (NbTextHit));
  nb_text_view_init_marks (self);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, 6);
  gtk_text_view_set_pixels_above_lines (view, 3);
  gtk_text_view_set_pixels_below_lines (view, 3);
  gtk_text_view_set_left_margin (view, SIDE_MARGIN);
  gtk_text_view_set_right_margin (view, SIDE_MARGIN);
  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, 48);
  create_tags (self);
  update_colors (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * nb_text_view_set_report:
 * @self: a view
 * @report: (nullable): the report whose document is shown
 */
void
nb_text_view_set_report (NbTextView *self, NbReport *report)
{
  GtkTextBuffer *buffer;
  g_autofree char *shown = NULL;
  gsize length = 0;

  g_return_if_fail (NB_IS_TEXT_VIEW (self));

  if (!g_set_object (&self->report, report))
    return;
  g_array_set_size (self->figures, 0);
  g_array_set_size (self->hits, 0);
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->segments, 0);
  nb_later_cancel (self, build_tables);
  self->n_built = 0;
  self->has_target = self->skips = FALSE;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_set_text (buffer, "", 0);
  if (report == NULL)
    return;
  shown = nb_text_segments_dup_shown (nb_report_get_document (report), &length);
  add_segments (self, shown, length);
  nb_text_view_tag (self);
  nb_later_add (self, build_tables, TRUE);
  skip_furniture (self);
}

NbReport *
nb_text_view_get_report (NbTextView *self)
{
  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), NULL);
  return self->report;
}

/**
 * nb_text_view_get_selection:
 * @self: a view
 * @offset: (out): where the selection begins in the text of the document, in bytes
 * @length: (out): how long it is
 *
 * Returns: (transfer full) (nullable): what is selected, with the cells of a row parted by tabs; none where nothing is
 */
char *
nb_text_view_get_selection (NbTextView *self, gsize *offset, gsize *length)
{
  GtkTextIter start, end;
  g_autofree char *shown = NULL;
  gsize whole = 0, to;

  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), NULL);

  if (self->report == NULL || !gtk_text_buffer_get_selection_bounds (
                                  gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return NULL;
  shown = nb_text_segments_dup_shown (nb_report_get_document (self->report), &whole);
  *offset = to_byte (self, gtk_text_iter_get_offset (&start));
  to = to_byte (self, gtk_text_iter_get_offset (&end));
  *length = to - *offset;
  return g_strndup (shown + *offset, *length);
}

/**
 * nb_text_view_show_place:
 * @self: a view
 * @place: a place in the document
 *
 * Scrolls so that @place stands at a third of the height.
 */
void
nb_text_view_show_place (NbTextView *self, const NbPlace *place)
{
  GtkTextIter start, end;

  g_return_if_fail (NB_IS_TEXT_VIEW (self));
  g_return_if_fail (place != NULL);

  if (self->report == NULL)
    return;
  self->target = *place;
  self->has_target = TRUE;
  nb_text_view_get_range (self, place->offset, place->length, &start, &end);
  /* GTK draws the caret as high as a table that it stands before, and as broad: it waits at the line above. */
  if (nb_text_view_find_segment (self, place->offset)->table != NULL)
    gtk_text_iter_backward_char (&start);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start);
  if (nb_text_view_find_segment (self, place->offset)->table != NULL)
    settle (self);
  else
    {
      self->settle = 1;
      gtk_text_view_scroll_to_mark (
          GTK_TEXT_VIEW (self),
          gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))), 0, TRUE, 0,
          0.33);
    }
}

/**
 * nb_text_view_choose:
 * @self: a view
 * @place: (nullable): what is chosen, a figure or words
 * @scroll: whether to bring it into view
 *
 * Marks it in the text.
 */
void
nb_text_view_choose (NbTextView *self, const NbPlace *place, gboolean scroll)
{
  g_return_if_fail (NB_IS_TEXT_VIEW (self));

  nb_text_view_remove_tag (self, self->chosen);
  if (place == NULL || self->report == NULL)
    return;
  nb_text_view_apply_tag (self, self->chosen, place->offset, place->length);
  if (scroll)
    nb_text_view_show_place (self, place);
}

/**
 * nb_text_view_dup_marked:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the text that is marked as the chosen figure
 */
char *
nb_text_view_dup_marked (NbTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gsize offset = 0, length = 0;

  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), NULL);

  for (guint i = 0; i < self->segments->len; i++)
    {
      NbTextTable *table = g_array_index (self->segments, NbTextSegment, i).table;

      if (table != NULL && nb_text_table_get_marked (table, NB_TEXT_MARK_CHOSEN, &offset, &length))
        return g_strndup (document_text (self, NULL) + offset, length);
    }
  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_starts_tag (&start, self->chosen) &&
      !gtk_text_iter_forward_to_tag_toggle (&start, self->chosen))
    return NULL;
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, self->chosen);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * nb_text_view_find_cell:
 * @self: a view
 * @figure: a figure
 *
 * Returns: (transfer none) (nullable): the cell of a table that shows it, once it is made
 */
GtkWidget *
nb_text_view_find_cell (NbTextView *self, NbFigure *figure)
{
  const NbPlace *place = nb_figure_get_place (figure);
  const NbTextSegment *segment;

  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), NULL);

  segment = place != NULL ? nb_text_view_find_segment (self, place->offset) : NULL;
  return segment != NULL && segment->table != NULL
             ? nb_text_table_find_cell (segment->table, place->offset)
             : NULL;
}
