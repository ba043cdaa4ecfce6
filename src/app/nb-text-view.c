/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a report's document, as the reader yields it. Headings stand out, page furniture is dim, a
 * recognised figure is underlined and can be clicked, the chosen one is tinted. The cells of a row stand
 * in one line: the line feed between them becomes a tab, which leaves every offset as it is.
 *
 * The library counts bytes, the buffer characters; to_character() converts, remembering the last place
 * since most are asked for in order. Main thread only.
 */

#include "nb-text-view.h"

#include "nb-text-find.h"

struct _NbTextView
{
  GtkTextView parent_instance;

  NbReport *report;  /* (owned) (nullable) */
  GArray *figures;   /* (owned): of Spot, by offset */
  GArray *hits;      /* (owned): of NbTextHit, in bytes */
  guint current_hit; /* index in @hits */
  gsize last_byte;   /* a pair of places that belong together, in bytes and in characters */
  int last_character;

  GtkTextTag *all;
  GtkTextTag *title;
  GtkTextTag *heading;
  GtkTextTag *furniture;
  GtkTextTag *figure;
  GtkTextTag *chosen;
  GtkTextTag *hit;
  GtkTextTag *hit_current;
};

typedef struct
{
  guint offset;
  guint length;
  NbFigure *figure; /* borrowed from the report */
} Spot;

G_DEFINE_FINAL_TYPE (NbTextView, nb_text_view, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_CHOOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
document_text (NbTextView *self, gsize *length)
{
  return nb_document_get_text (nb_report_get_document (self->report), length);
}

static int
to_character (NbTextView *self, gsize byte)
{
  gsize length = 0;
  const char *text = document_text (self, &length);

  byte = MIN (byte, length);
  if (byte < self->last_byte)
    self->last_byte = self->last_character = 0;
  self->last_character += (int) g_utf8_pointer_to_offset (text + self->last_byte, text + byte);
  self->last_byte = byte;
  return self->last_character;
}

static void
get_range (NbTextView *self, gsize offset, gsize length, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, start, to_character (self, offset));
  gtk_text_buffer_get_iter_at_offset (buffer, end, to_character (self, offset + length));
}

static void
apply_tag (NbTextView *self, GtkTextTag *tag, gsize offset, gsize length)
{
  GtkTextIter start, end;

  get_range (self, offset, length, &start, &end);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), tag, &start, &end);
}

static void
remove_tag (NbTextView *self, GtkTextTag *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
}

/* The same text with the cells of a row in one line. */
static char *
dup_shown_text (NbReport *report, gsize *length)
{
  NbDocument *document = nb_report_get_document (report);
  const char *text = nb_document_get_text (document, length);
  char *shown = g_memdup2 (text, *length + 1);
  guint n_pieces = 0;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = 1; i < n_pieces; i++)
    {
      const NbPiece *before = &pieces[i - 1], *piece = &pieces[i];

      if (before->table < 0 || before->table != piece->table || before->row != piece->row)
        continue;
      for (gsize at = before->offset + before->length; at < piece->offset && at < *length; at++)
        if (shown[at] == '\n')
          shown[at] = '\t';
    }
  return shown;
}

static void
tag_pieces (NbTextView *self)
{
  guint n_pieces = 0;
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (self->report), &n_pieces);
  guint first = 0;

  /* Runs of furniture are tagged as one. */
  for (guint i = 0; i <= n_pieces; i++)
    if (i == n_pieces || (pieces[i].flags & NB_PIECE_FURNITURE) == 0)
      {
        if (i > first)
          apply_tag (self, self->furniture, pieces[first].offset,
                     pieces[i - 1].offset + pieces[i - 1].length - pieces[first].offset);
        first = i + 1;
      }
}

/* The article's own title, where the page marks it. */
static void
tag_title (NbTextView *self)
{
  guint n_pieces = 0;
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (self->report), &n_pieces);

  for (guint i = 0; i < n_pieces; i++)
    if ((pieces[i].flags & NB_PIECE_TITLE) != 0 && (pieces[i].flags & NB_PIECE_FURNITURE) == 0)
      apply_tag (self, self->title, pieces[i].offset, pieces[i].length);
}

static void
tag_sections (NbTextView *self)
{
  GListModel *sections = nb_report_get_sections (self->report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      const NbPlace *place = nb_section_get_place (section);

      if (place != NULL)
        apply_tag (self, self->heading, place->offset, place->length);
    }
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const Spot *one = a, *two = b;

  return one->offset < two->offset ? -1 : one->offset > two->offset;
}

static void
tag_figures (NbTextView *self)
{
  GListModel *figures = nb_report_get_figures (self->report);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const NbPlace *place = nb_figure_get_place (figure);
      Spot spot = { 0, 0, figure };

      if (place == NULL || place->length == 0)
        continue;
      spot.offset = place->offset;
      spot.length = place->length;
      g_array_append_val (self->figures, spot);
    }
  g_array_sort (self->figures, compare_spots);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const Spot *spot = &g_array_index (self->figures, Spot, i);

      apply_tag (self, self->figure, spot->offset, spot->length);
    }
}

static NbFigure *
figure_at (NbTextView *self, const GtkTextIter *iter)
{
  gsize length = 0;
  const char *text = document_text (self, &length);
  gsize byte = (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (iter)) - text);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const Spot *spot = &g_array_index (self->figures, Spot, i);

      if (byte >= spot->offset && byte < (gsize) spot->offset + spot->length)
        return spot->figure;
    }
  return NULL;
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

  set_color (widget, self->figure, "underline-rgba", "accent_color", 0.7f);
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

  self->all = gtk_text_buffer_create_tag (buffer, NULL, "language", "zh-cn", NULL);
  self->title = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale",
                                            PANGO_SCALE_X_LARGE, "pixels-above-lines", 12,
                                            "pixels-below-lines", 12, NULL);
  self->heading = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale",
                                              PANGO_SCALE_LARGE, "pixels-above-lines", 18, NULL);
  self->furniture = gtk_text_buffer_create_tag (buffer, NULL, "scale", PANGO_SCALE_SMALL, NULL);
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

  g_clear_object (&self->report);

  G_OBJECT_CLASS (nb_text_view_parent_class)->dispose (object);
}

static void
nb_text_view_finalize (GObject *object)
{
  NbTextView *self = NB_TEXT_VIEW (object);

  g_array_unref (self->figures);
  g_array_unref (self->hits);

  G_OBJECT_CLASS (nb_text_view_parent_class)->finalize (object);
}

static void
nb_text_view_class_init (NbTextViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_text_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_text_view_finalize;

  /* A figure was clicked. */
  signals[SIGNAL_CHOOSE] = g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_FIGURE);
}

static void
nb_text_view_init (NbTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->figures = g_array_new (FALSE, FALSE, sizeof (Spot));
  self->hits = g_array_new (FALSE, FALSE, sizeof (NbTextHit));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, 6);
  gtk_text_view_set_pixels_above_lines (view, 3);
  gtk_text_view_set_pixels_below_lines (view, 3);
  gtk_text_view_set_left_margin (view, 24);
  gtk_text_view_set_right_margin (view, 24);
  gtk_text_view_set_top_margin (view, 24);
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
  self->last_byte = 0;
  self->last_character = 0;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  if (report == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      return;
    }
  shown = dup_shown_text (report, &length);
  gtk_text_buffer_set_text (buffer, shown, (int) length);
  apply_tag (self, self->all, 0, length);
  tag_pieces (self);
  tag_title (self);
  tag_sections (self);
  tag_figures (self);
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
  get_range (self, place->offset, place->length, &start, &end);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start);
  gtk_text_view_scroll_to_mark (
      GTK_TEXT_VIEW (self),
      gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))), 0, TRUE, 0,
      0.33);
}

/**
 * nb_text_view_show_figure:
 * @self: a view
 * @figure: (nullable): the chosen figure
 *
 * Marks the figure in the text and scrolls to it.
 */
void
nb_text_view_show_figure (NbTextView *self, NbFigure *figure)
{
  const NbPlace *place = figure != NULL ? nb_figure_get_place (figure) : NULL;

  g_return_if_fail (NB_IS_TEXT_VIEW (self));

  remove_tag (self, self->chosen);
  if (place == NULL || self->report == NULL)
    return;
  apply_tag (self, self->chosen, place->offset, place->length);
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

  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), NULL);

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_starts_tag (&start, self->chosen) &&
      !gtk_text_iter_forward_to_tag_toggle (&start, self->chosen))
    return NULL;
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, self->chosen);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_hit (NbTextView *self)
{
  const NbTextHit *hit = &g_array_index (self->hits, NbTextHit, self->current_hit);
  const NbPlace place = { .offset = (guint) hit->offset, .length = (guint) hit->length };

  remove_tag (self, self->hit_current);
  apply_tag (self, self->hit_current, hit->offset, hit->length);
  nb_text_view_show_place (self, &place);
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

  remove_tag (self, self->hit);
  remove_tag (self, self->hit_current);
  g_array_set_size (self->hits, 0);
  if (self->report == NULL)
    return 0;
  text = document_text (self, &length);
  nb_text_find_all (text, length, query, self->hits);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const NbTextHit *hit = &g_array_index (self->hits, NbTextHit, i);

      apply_tag (self, self->hit, hit->offset, hit->length);
    }
  self->current_hit = 0;
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
