/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbHtmlLines: lines of a page that follow each other with no table between. Mostly they are prose; but where
 * the tables came into the page as text, with pipes, tabs, gaps or drawn lines, they are cut as plain text
 * is.
 *
 * The document is not owned; one reader, one thread.
 */

#include "nb-html-lines.h"

#include "base/nb-limits.h"
#include "nb-text-lines.h"

#include <string.h>

/* A line that is longer than this is prose. */
#define LONGEST_ROW 2000
/* One line that ends with a number is no table. */
#define ENOUGH 2

typedef struct
{
  guint end; /* in the text, behind its line feed */
  guint line;
  NbHtmlTag element;
} Line;

struct _NbHtmlLines
{
  NbDocument *document;
  GString *text; /* (owned) each line with its line feed */
  GArray *lines; /* (owned) Line */
  guint weight;  /* what they say for their being rows */
};

/**
 * nb_html_lines_new:
 * @document: where the lines go
 *
 * Returns: (transfer full): no lines yet
 */
NbHtmlLines *
nb_html_lines_new (NbDocument *document)
{
  NbHtmlLines *self = g_new0 (NbHtmlLines, 1);

  self->document = document;
  self->text = g_string_new (NULL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  return self;
}

/**
 * nb_html_lines_free:
 * @self: the lines
 *
 * Frees them; what was not flushed is lost.
 */
void
nb_html_lines_free (NbHtmlLines *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_free (self);
}

static gboolean
has_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* What a line says for its being a row: it needs something that may separate cells, and no sentence may end in
 * it. Pipes say enough, and so do the number of a page, which may part a table, and a table that was flattened. */
static guint
weigh (const GString *line)
{
  static const char *const pipes[] = { "|", "\uff5c", "\u2502", "\u2503", "\u2551", NULL };
  static const char *const separators[] = {
    " ", "\t", ",", ";", "\uff0c", "\uff1b", "\u3000", NULL
  };

  if (nb_text_lines_is_flat (line->str, line->len))
    return ENOUGH;
  if (line->len > LONGEST_ROW || strstr (line->str, "\u3002") != NULL)
    return 0;
  if (has_any (line->str, pipes) || nb_text_lines_is_page_number (line->str, line->len))
    return ENOUGH;
  return has_any (line->str, separators) ? 1 : 0;
}

/**
 * nb_html_lines_add:
 * @self: the lines
 * @text: what stands in the line
 * @line: the line of the source that it begins on
 * @element: what holds it
 *
 * Adds a line behind the others.
 */
void
nb_html_lines_add (NbHtmlLines *self, const GString *text, guint line, NbHtmlTag element)
{
  Line added = { .line = line, .element = element };

  g_string_append_len (self->text, text->str, (gssize) text->len);
  g_string_append_c (self->text, '\n');
  added.end = (guint) self->text->len;
  g_array_append_val (self->lines, added);
  self->weight += weigh (text);
}

/* Tells the pieces from @first on which line of the source they come from. */
static void
place_pieces (NbHtmlLines *self, guint first, guint start)
{
  guint n_pieces, line = 0;

  nb_document_get_pieces (self->document, &n_pieces);
  for (guint i = first; i < n_pieces; i++)
    {
      NbPiece *piece = nb_document_edit_piece (self->document, i);
      const Line *from;

      while (line + 1 < self->lines->len &&
             g_array_index (self->lines, Line, line).end <= piece->offset - start)
        line++;
      from = &g_array_index (self->lines, Line, line);
      piece->line = from->line;
      piece->element = nb_html_tag_get_name (from->element);
    }
}

/**
 * nb_html_lines_flush:
 * @self: the lines
 *
 * Makes the lines paragraphs and rows of the document, and begins anew.
 *
 * Returns: %FALSE beyond NB_LIMIT_PIECES
 */
gboolean
nb_html_lines_flush (NbHtmlLines *self)
{
  guint first, start, n_pieces, from = 0;

  if (self->lines->len == 0)
    return TRUE;
  nb_document_get_pieces (self->document, &first);
  start = nb_document_append_text (self->document, self->text->str, self->text->len);
  if (self->weight >= ENOUGH)
    nb_text_reader_cut (self->document, start, (guint) self->text->len);
  else
    for (guint i = 0; i < self->lines->len; i++)
      {
        guint end = g_array_index (self->lines, Line, i).end;

        nb_document_add_piece (self->document, start + from, end - from - 1, 0);
        from = end;
      }
  place_pieces (self, first, start);
  g_string_truncate (self->text, 0);
  g_array_set_size (self->lines, 0);
  self->weight = 0;
  nb_document_get_pieces (self->document, &n_pieces);
  return n_pieces < NB_LIMIT_PIECES;
}
