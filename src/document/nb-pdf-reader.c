/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * PDF. poppler runs in a helper process, because PDFs are where hostile files come in:
 *
 *   bytes → nianbao-read-pdf (src/helper) → letters, lines and pictures with places → NbLayout → pieces
 *
 * What the helper writes is not trusted either: it may have been taken over. Synchronous, any
 * thread; the document is handed over.
 */

#include "nb-child.h"
#include "nb-document-private.h"
#include "nb-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"

#define HELPER "nianbao-read-pdf"
/* Of a thousand letters, at most so many may be shapes without a meaning. */
#define MOST_UNMAPPED_PERMILLE 100
/* Nothing on a page is farther away than this, in points. */
#define FARTHEST 100000.0

typedef struct
{
  NbLayout *layout;
  gboolean has_page;
  guint n_unmapped;
  guint n_pictures;
  const char *end; /* (nullable) what the last line said */
} Pages;

static const NbChildLimits limits = {
  .memory = NB_LIMIT_HELPER_MEMORY,
  .cpu_seconds = NB_LIMIT_HELPER_CPU_SECONDS,
  .wall_seconds = NB_LIMIT_HELPER_SECONDS,
  .output_bytes = NB_LIMIT_HELPER_OUTPUT_BYTES,
};

/* Reads @n numbers; returns what is behind them, NULL where there are fewer. */
static const char *
parse_numbers (const char *text, double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (text, &end);
      if (end == text || !(numbers[i] > -FARTHEST && numbers[i] < FARTHEST))
        return NULL;
      text = end;
    }
  return text;
}

static gboolean
add_text (Pages *self, const char *rest, const double *n)
{
  NbBox box = { n[0], n[1], MAX (n[2], 0), MAX (n[3], 0) };

  if (*rest != ' ' || rest[1] == '\0')
    return FALSE;
  nb_layout_add_text (self->layout, rest + 1, -1, box);
  return TRUE;
}

static gboolean
add_page (Pages *self, const double *n)
{
  if (n[0] < 0 || n[1] < 0)
    return FALSE;
  nb_layout_begin_page (self->layout, n[0], n[1]);
  self->has_page = TRUE;
  return TRUE;
}

/* Takes one line of the helper; FALSE where it is not of the kind that it writes. */
static gboolean
take_line (Pages *self, const char *line)
{
  double n[4];
  const char *rest;

  if (self->end != NULL)
    return FALSE;
  if (strcmp (line, "end") == 0 || g_str_has_prefix (line, "fail "))
    {
      self->end = line;
      return TRUE;
    }
  if (g_str_has_prefix (line, "page "))
    return parse_numbers (line + 5, n, 2) != NULL && add_page (self, n);
  if (!self->has_page)
    return FALSE;
  if (strcmp (line, "recognised") == 0)
    {
      nb_layout_mark_recognised (self->layout);
      return TRUE;
    }
  if (strcmp (line, "slanted") == 0)
    {
      nb_layout_mark_leaning (self->layout);
      return TRUE;
    }
  if (g_str_has_prefix (line, "unmapped "))
    {
      self->n_unmapped += (guint) g_ascii_strtoull (line + 9, NULL, 10);
      return TRUE;
    }
  rest = line[0] != '\0' && line[1] == ' ' ? parse_numbers (line + 2, n, 4) : NULL;
  if (rest == NULL)
    return FALSE;
  if (line[0] == 't')
    return add_text (self, rest, n);
  if (line[0] == 'l')
    nb_layout_add_line (self->layout, n[0], n[1], n[2], n[3]);
  else if (line[0] == 's')
    nb_layout_add_slant (self->layout, n[0], n[1], n[2], n[3]);
  else if (line[0] == 'i')
    {
      nb_layout_add_picture (self->layout, (NbBox){ n[0], n[1], MAX (n[2], 0), MAX (n[3], 0) });
      self->n_pictures++;
    }
  return TRUE;
}

/* @output: NUL-terminated, cut into lines here. */
static gboolean
take_output (Pages *self, char *output, gsize length, GCancellable *cancellable, GError **error)
{
  char *next;

  if (!g_utf8_validate (output, (gssize) length, NULL))
    {
      g_set_error_literal (error, NB_ERROR, NB_ERROR_DAMAGED, _ ("the PDF is damaged"));
      return FALSE;
    }
  for (char *line = output; *line != '\0'; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      else
        next = line + strlen (line);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!take_line (self, line))
        break;
    }
  return TRUE;
}

static gboolean
check_end (const Pages *self, GError **error)
{
  const char *end = self->end != NULL ? self->end : "";

  if (strcmp (end, "fail encrypted") == 0)
    g_set_error_literal (error, NB_ERROR, NB_ERROR_ENCRYPTED,
                         _ ("the file is protected by a password; open it in a PDF viewer and save or "
                         "print it again without one"));
  else if (strcmp (end, "fail pages") == 0)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the PDF has more than %d pages"),
                 NB_LIMIT_PDF_PAGES);
  else if (strcmp (end, "end") != 0)
    g_set_error_literal (
        error, NB_ERROR, NB_ERROR_DAMAGED,
        _ ("the PDF is damaged; fetch it again, or open the report in another format"));
  else
    return TRUE;
  return FALSE;
}

/* A PDF without a text layer, or whose letters are only shapes, holds no figure that could be read. */
static gboolean
check_text (const Pages *self, GError **error)
{
  guint n_glyphs = nb_layout_get_n_glyphs (self->layout);

  if (self->n_unmapped > 0 && (guint64) self->n_unmapped * 1000 >
                                  (guint64) (n_glyphs + self->n_unmapped) * MOST_UNMAPPED_PERMILLE)
    g_set_error_literal (
        error, NB_ERROR, NB_ERROR_NO_TEXT,
        _ ("the letters of this PDF are shapes without a meaning (its fonts do not say "
        "which characters they draw); open the report in another format"));
  else if (n_glyphs > 0)
    return TRUE;
  else if (self->n_pictures > 0)
    g_set_error_literal (
        error, NB_ERROR, NB_ERROR_NO_TEXT,
        _ ("this PDF has no text, only pictures of pages (a scan); open the report in "
        "another format, or make it searchable with a text recogniser first"));
  else
    g_set_error_literal (error, NB_ERROR, NB_ERROR_NO_TEXT,
                         _ ("this PDF has no text, only drawings or empty pages; open the report in "
                         "another format"));
  return FALSE;
}

/**
 * nb_pdf_reader_read:
 * @source: a source whose container is PDF
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_ENCRYPTED, NB_ERROR_NO_TEXT, NB_ERROR_DAMAGED, NB_ERROR_LIMIT, NB_ERROR_TIMEOUT,
 *   NB_ERROR_UNSUPPORTED where the helper is not installed, or cancelled
 *
 * Reads a PDF.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_pdf_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_autofree char *helper = nb_child_find_helper (HELPER);
  const char *const argv[] = { helper, NULL };
  g_autoptr (GBytes) output = NULL;
  g_autoptr (NbLayout) layout = nb_layout_new ();
  g_autoptr (NbDocument) document = NULL;
  g_autofree char *lines = NULL;
  Pages pages = { .layout = layout };
  gsize length;

  output = nb_child_run (argv, nb_source_get_bytes (source), &limits, cancellable, error);
  if (output == NULL)
    return NULL;
  length = g_bytes_get_size (output);
  lines = g_strndup (g_bytes_get_data (output, NULL), length);
  if (!take_output (&pages, lines, length, cancellable, error) || !check_end (&pages, error) ||
      !check_text (&pages, error))
    return NULL;

  document = nb_document_new (source);
  if (!nb_layout_append_to (layout, document, cancellable, error))
    return NULL;
  return g_steal_pointer (&document);
}
