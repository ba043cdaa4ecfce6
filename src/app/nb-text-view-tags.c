/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the running text of a report looks like: its title, headings, paragraphs, figures and what belongs to the web
 * site. Main thread only.
 */

#include "nb-text-view-private.h"

enum
{
  LEAST_PROSE = 60,  /* bytes: twenty characters of Han */
  MOST_LINES = 2000, /* that are looked at for being empty: 10 ms */
  MOST_TITLE_LINES = 4,
};

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
          nb_text_view_apply_tag (self, self->furniture, pieces[first].offset,
                                  pieces[i - 1].offset + pieces[i - 1].length -
                                      pieces[first].offset);
        first = i + 1;
      }
}

/* What is left of the title behind this line, or none where the title does not go on like it; spaces say nothing. */
static const char *
follow_title (const char *title, const char *line, gsize length)
{
  const char *rest = title;

  for (const char *at = line; at < line + length; at = g_utf8_next_char (at))
    {
      if (g_unichar_isspace (g_utf8_get_char (at)))
        continue;
      while (g_unichar_isspace (g_utf8_get_char (rest)))
        rest = g_utf8_next_char (rest);
      if (g_utf8_get_char (rest) != g_utf8_get_char (at))
        return NULL;
      rest = g_utf8_next_char (rest);
    }
  return rest != title ? rest : NULL;
}

/* Over how many lines from this one the title stands; 0 where it does not begin here. */
static guint
count_title_lines (const char *text, const NbPiece *pieces, guint n_pieces, const char *title)
{
  for (guint i = 0; i < MIN (n_pieces, MOST_TITLE_LINES); i++)
    {
      if (pieces[i].table >= 0 || (pieces[i].flags & NB_PIECE_FURNITURE) != 0)
        return 0;
      title = follow_title (title, text + pieces[i].offset, pieces[i].length);
      if (title == NULL || *title == '\0')
        return title != NULL ? i + 1 : 0;
    }
  return 0;
}

/* A text says nothing of titles: there it is the last line, or run of lines, before the first section that is the
 * report's title. */
static int
find_lines (NbTextView *self, const NbPiece *pieces, guint n_pieces, guint *n_lines)
{
  const char *text = nb_document_get_text (nb_report_get_document (self->report), NULL);
  GListModel *sections = nb_report_get_sections (self->report);
  g_autoptr (NbSection) section = g_list_model_get_item (sections, 0);
  const NbPlace *place = section != NULL ? nb_section_get_place (section) : NULL;
  const char *title = nb_report_get_title (self->report);
  int found = -1;

  for (guint i = 0; title != NULL && place != NULL && i < n_pieces; i++)
    {
      guint n;

      if (pieces[i].offset >= place->offset)
        break;
      n = count_title_lines (text, pieces + i, n_pieces - i, title);
      if (n == 0)
        continue;
      found = (int) i;
      *n_lines = n;
    }
  return found;
}

/**
 * nb_text_view_find_title:
 * @self: a view with a report
 * @n_lines: (out): how many pieces from there it has
 *
 * Returns: number of the first piece of the article's own title, -1 for none
 */
int
nb_text_view_find_title (NbTextView *self, guint *n_lines)
{
  guint n_pieces = 0;
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (self->report), &n_pieces);

  *n_lines = 1;
  for (guint i = 0; i < n_pieces; i++)
    if ((pieces[i].flags & NB_PIECE_TITLE) != 0 && (pieces[i].flags & NB_PIECE_FURNITURE) == 0)
      return (int) i;
  return find_lines (self, pieces, n_pieces, n_lines);
}

static gboolean
is_in_title (guint piece, int title, guint n_lines)
{
  return title >= 0 && piece >= (guint) title && piece < (guint) title + n_lines;
}

static void
tag_title (NbTextView *self)
{
  guint n_pieces = 0, n_lines = 0;
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (self->report), &n_pieces);
  int title = nb_text_view_find_title (self, &n_lines);

  for (guint i = 0; i < n_pieces; i++)
    if (is_in_title (i, title, n_lines) ||
        ((pieces[i].flags & NB_PIECE_TITLE) != 0 && (pieces[i].flags & NB_PIECE_FURNITURE) == 0))
      nb_text_view_apply_tag (self, self->title, pieces[i].offset, pieces[i].length);
}

/* Two characters, as Chinese paragraphs begin. */
static int
get_indent (NbTextView *self)
{
  g_autoptr (PangoLayout)
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "\u3000\u3000");
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Paragraphs stand in and apart from each other; what is too short for one is a date, a name or a caption. */
static void
tag_prose (NbTextView *self)
{
  guint n_pieces = 0, n_lines = 0;
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (self->report), &n_pieces);
  int title = nb_text_view_find_title (self, &n_lines);

  g_object_set (self->prose, "indent", get_indent (self), NULL);
  for (guint i = 0; i < n_pieces; i++)
    if (pieces[i].table < 0 && pieces[i].length >= LEAST_PROSE &&
        (pieces[i].flags & (NB_PIECE_TITLE | NB_PIECE_FURNITURE)) == 0 &&
        !is_in_title (i, title, n_lines))
      nb_text_view_apply_tag (self, self->prose, pieces[i].offset, pieces[i].length);
}

/* Paragraphs stand apart as it is: the empty lines that a plain text has between them would leave holes. A text of
 * more lines than any report has keeps them behind those. */
static void
tag_blanks (NbTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter line;

  gtk_text_buffer_get_start_iter (buffer, &line);
  for (guint n_lines = 0; n_lines < MOST_LINES && !gtk_text_iter_is_end (&line); n_lines++)
    {
      GtkTextIter end = line;

      while (!gtk_text_iter_ends_line (&end) && g_unichar_isspace (gtk_text_iter_get_char (&end)))
        gtk_text_iter_forward_char (&end);
      if (gtk_text_iter_ends_line (&end) && gtk_text_iter_forward_line (&end))
        gtk_text_buffer_apply_tag (buffer, self->blank, &line, &end);
      gtk_text_iter_forward_line (&line);
    }
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
        nb_text_view_apply_tag (self, self->heading, place->offset, place->length);
    }
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const NbTextSpot *one = a, *two = b;

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
      NbTextSpot spot = { 0, 0, figure };

      if (place == NULL || place->length == 0)
        continue;
      spot.offset = place->offset;
      spot.length = place->length;
      g_array_append_val (self->figures, spot);
    }
  g_array_sort (self->figures, compare_spots);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const NbTextSpot *spot = &g_array_index (self->figures, NbTextSpot, i);

      nb_text_view_apply_tag (self, self->figure, spot->offset, spot->length);
    }
}

/**
 * nb_text_view_tag:
 * @self: a view with a report, whose text has just come
 *
 * Lays the tags on it and notes where its figures stand.
 */
void
nb_text_view_tag (NbTextView *self)
{
  tag_pieces (self);
  tag_title (self);
  tag_prose (self);
  tag_blanks (self);
  tag_sections (self);
  tag_figures (self);
}
