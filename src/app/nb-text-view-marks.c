/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of NbTextView that shows what the checks know of the text: numbers of sentences that are about a figure,
 * underlined as figures are, and beside the line, in the left margin, the mark of the gravest finding in it. Main
 * thread only.
 */

#include "nb-text-view-private.h"

#include "check/nb-numbers.h"
#include "nb-mark.h"
#include "nb-outline.h"
#include "nb-ui-text.h"

enum
{
  MARK_SIZE = 16,
  MOST_MARK_SIZE = 22, /* where letters are large: the margin stays as wide */
  MARK_MARGIN = 24,
};

typedef struct
{
  gsize offset;
  NbSeverity severity;
} Mark;

/* The figure that a number of the text repeats. */
static NbFigure *
find_figure (NbReport *report, NbClaimKind kind)
{
  const NbForm *form = nb_report_get_form (report);
  const char *role = nb_claim_kind_get_role (kind);
  const NbMetric *metric = form != NULL && role != NULL ? nb_form_find_role (form, role) : NULL;
  const NbDerived *derived = metric == NULL && form != NULL && role != NULL
                                 ? nb_form_find_derived_role (form, role)
                                 : NULL;

  if (derived != NULL)
    metric = derived->terms[0];
  return metric != NULL ? nb_report_get_figure_for (report, metric) : NULL;
}

/* The number itself, with its counter, in the words that a claim takes. */
static gboolean
find_number (const NbSentence *sentence, const NbClaim *claim, gsize *first, gsize *end)
{
  g_autoptr (GArray) numbers = nb_numbers_read (sentence->text, sentence->length);

  for (guint i = 0; i < numbers->len; i++)
    {
      const NbNumber *number = &g_array_index (numbers, NbNumber, i);

      if (number->first < claim->first || number->first >= claim->end ||
          nb_decimal_compare (number->value, claim->value) != 0)
        continue;
      *first = number->first;
      *end = number->counter > number->first ? number->counter : number->end;
      return TRUE;
    }
  return FALSE;
}

/**
 * nb_text_view_set_prose:
 * @self: a view
 * @prose: what the sentences of its report tell
 *
 * Underlines the numbers that are about a figure; a click on one chooses that figure.
 */
void
nb_text_view_set_prose (NbTextView *self, const NbProseReading *prose)
{
  const char *text;

  g_return_if_fail (NB_IS_TEXT_VIEW (self));
  g_return_if_fail (self->report != NULL);

  text = nb_document_get_text (nb_report_get_document (self->report), NULL);
  for (guint i = 0; i < prose->claims->len; i++)
    {
      const NbClaim *claim = &g_array_index (prose->claims, NbClaim, i);
      const NbSentence *sentence = nb_prose_get (prose->prose, claim->sentence);
      NbTextSpot spot = { 0, 0, find_figure (self->report, claim->kind) };
      gsize first = 0, end = 0;

      if (spot.figure == NULL || claim->in_words || !find_number (sentence, claim, &first, &end))
        continue;
      spot.offset = sentence->map[first];
      spot.length = (guint) (g_utf8_next_char (text + sentence->map[end - 1]) - text) - spot.offset;
      g_array_append_val (self->figures, spot);
      nb_text_view_apply_tag (self, self->figure, spot.offset, spot.length);
    }
}

/**
 * nb_text_view_set_findings:
 * @self: a view
 * @findings: (nullable) (element-type NbFinding): those of its report
 *
 * Puts their marks beside the lines that they are about.
 */
void
nb_text_view_set_findings (NbTextView *self, GListModel *findings)
{
  guint n_findings = findings != NULL ? g_list_model_get_n_items (findings) : 0;

  g_return_if_fail (NB_IS_TEXT_VIEW (self));

  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      Mark mark = { 0, nb_finding_get_severity (finding) };

      if (nb_finding_get_status (finding) == NB_STATUS_FAIL &&
          nb_outline_place_of (finding, &mark.offset))
        g_array_append_val (self->marks, mark);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nb_text_view_draw_marks:
 * @self: a view
 * @snapshot: where to draw, in the coordinates of the buffer
 */
void
nb_text_view_draw_marks (NbTextView *self, GtkSnapshot *snapshot)
{
  g_autoptr (GHashTable) drawn = g_hash_table_new (NULL, NULL);
  double scale = MAX (nb_ui_get_text_scale (GTK_WIDGET (self)), 1);
  int size = MIN ((int) (MARK_SIZE * scale), MOST_MARK_SIZE);
  GdkRectangle seen;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  /* The gravest comes first, and has the line. */
  for (guint severity = 0; severity <= NB_SEVERITY_INFO; severity++)
    for (guint i = 0; i < self->marks->len; i++)
      {
        const Mark *mark = &g_array_index (self->marks, Mark, i);
        int y = 0, height = 0;

        if (mark->severity != severity)
          continue;
        nb_text_view_get_line (self, mark->offset, &y, &height);
        if (y + height < seen.y || y > seen.y + seen.height ||
            !g_hash_table_add (drawn, GINT_TO_POINTER (y)))
          continue;
        nb_mark_draw (GTK_WIDGET (self), snapshot, nb_ui_severity_icon (mark->severity),
                      nb_ui_severity_css_class (mark->severity), (MARK_MARGIN - size) / 2,
                      y + MAX (height - size, 0) / 2, size);
      }
}

guint
nb_text_view_get_n_marks (NbTextView *self)
{
  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), 0);
  return self->marks->len;
}

void
nb_text_view_init_marks (NbTextView *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
}

/**
 * nb_text_view_find_figure:
 * @self: a view
 * @offset: bytes of the document text
 *
 * Returns: (transfer none) (nullable): the figure that stands there, or that a number there repeats
 */
NbFigure *
nb_text_view_find_figure (NbTextView *self, gsize offset)
{
  g_return_val_if_fail (NB_IS_TEXT_VIEW (self), NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const NbTextSpot *spot = &g_array_index (self->figures, NbTextSpot, i);

      if (offset >= spot->offset && offset < (gsize) spot->offset + spot->length)
        return spot->figure;
    }
  return NULL;
}

/* The line that follows the menus, with the space above it; FALSE where something else is to be seen. */
gboolean
nb_text_view_find_start (NbTextView *self, double *value)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;
  int y = 0;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, NULL);
  *value = y + gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self));
  return self->skips && !self->has_target;
}
