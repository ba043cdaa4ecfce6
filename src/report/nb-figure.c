/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbFigure: one cell of a report, with what stands there, what it means and where it stands.
 * Immutable; owns its strings; the metric is static.
 */

#include "nb-report-private.h"

#include "base/nb-text.h"

struct _NbFigure
{
  GObject parent_instance;

  char *id;               /* (owned) (nullable): ext.N; the metric's where there is one */
  const NbMetric *metric; /* (nullable) */
  char *printed;          /* (owned) (nullable) */
  char *raw;              /* (owned) (nullable) */
  char *remark;           /* (owned) (nullable) */
  const char *unit;       /* (nullable), static */
  NbState state;
  NbDecimal value;
  NbConfidence confidence;
  NbPlace place;
  gboolean is_entered; /* somebody keyed a number in */
  NbDecimal entered;
};

G_DEFINE_FINAL_TYPE (NbFigure, nb_figure, G_TYPE_OBJECT)

static void
nb_figure_finalize (GObject *object)
{
  NbFigure *self = NB_FIGURE (object);

  g_free (self->id);
  g_free (self->printed);
  g_free (self->raw);
  g_free (self->remark);

  G_OBJECT_CLASS (nb_figure_parent_class)->finalize (object);
}

static void
nb_figure_class_init (NbFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_figure_finalize;
}

static void
nb_figure_init (NbFigure *self)
{
}

/* A count has the form's unit whatever counter is printed; an amount other than 0 has only the
 * unit that is printed. */
static const char *
find_unit (const NbBound *bound)
{
  if (bound->metric == NULL)
    return bound->value.unit;
  if (bound->metric->kind == NB_VALUE_MONEY && bound->value.state == NB_STATE_NUMBER)
    return bound->value.unit;
  return bound->metric->unit;
}

/* The row's label as printed. Where it stands in several pieces, other cells may stand between them. */
static char *
dup_label (NbDocument *document, const NbBound *bound)
{
  const char *text = nb_document_get_text (document, NULL);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  if (bound->label_length == 0)
    return NULL;
  if (bound->n_label_pieces <= 1)
    return nb_text_dup_label (text + bound->label_offset, bound->label_length);
  for (guint i = bound->label_piece; i < bound->label_piece + bound->n_label_pieces; i++)
    if ((pieces[i].flags & NB_PIECE_PAGE) == 0)
      g_string_append_len (joined, text + pieces[i].offset, pieces[i].length);
  return nb_text_dup_label (joined->str, (gssize) joined->len);
}

static gboolean
has_flag (NbDocument *document, const NbBound *bound, NbPieceFlags flag)
{
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  return bound->piece < n_pieces && (pieces[bound->piece].flags & flag) != 0;
}

static void
set_place (NbFigure *self, const NbBound *bound, const char *section, const NbFormTable *table)
{
  self->place.section = section;
  self->place.table = table->id;
  self->place.offset = bound->offset;
  self->place.length = bound->length;
  self->place.piece = bound->piece;
  if (bound->metric != NULL)
    {
      self->place.row = bound->metric->print_row;
      self->place.column = bound->metric->print_column;
    }
  else
    {
      self->place.row = bound->extra;
      self->place.column = MAX (bound->extra_column, 1);
    }
}

/**
 * nb_figure_new:
 * @document: the document
 * @bound: a bound cell
 * @section: (nullable): key of the section that it stands in, static
 * @table: the table
 *
 * Returns: (transfer full): the figure
 */
NbFigure *
nb_figure_new (NbDocument *document,
               const NbBound *bound,
               const char *section,
               const NbFormTable *table)
{
  NbFigure *self = g_object_new (NB_TYPE_FIGURE, NULL);
  const char *text = nb_document_get_text (document, NULL);

  self->metric = bound->metric;
  self->state = bound->value.state;
  self->value = bound->value.value;
  self->confidence = bound->confidence;
  if (self->metric == NULL)
    self->id = bound->extra_column > 0
                   ? g_strdup_printf ("ext.%u.%u", bound->extra, bound->extra_column)
                   : g_strdup_printf ("ext.%u", bound->extra);
  if (self->state == NB_STATE_MISSING)
    return self;

  self->unit = find_unit (bound);
  self->raw = g_strndup (text + bound->offset, bound->length);
  if (bound->value.remark_length > 0)
    self->remark = g_strndup (text + bound->offset + bound->value.remark_offset,
                              bound->value.remark_length);
  self->printed = dup_label (document, bound);
  if (has_flag (document, bound, NB_PIECE_SLANTED))
    {
      self->state = NB_STATE_UNREADABLE;
      self->value = (NbDecimal){ 0 };
    }
  if (has_flag (document, bound, NB_PIECE_RECOGNISED) && self->confidence != NB_CONFIDENCE_APPROXIMATE)
    self->confidence = NB_CONFIDENCE_RECOGNISED;
  set_place (self, bound, section, table);
  return self;
}

/**
 * nb_figure_new_entered:
 * @like: a figure
 * @value: (nullable): a number that was keyed in for it; %NULL for none
 *
 * Returns: (transfer full): the same figure with what was keyed in beside it
 */
NbFigure *
nb_figure_new_entered (NbFigure *like, const NbDecimal *value)
{
  NbFigure *self = g_object_new (NB_TYPE_FIGURE, NULL);

  self->id = g_strdup (like->id);
  self->metric = like->metric;
  self->printed = g_strdup (like->printed);
  self->raw = g_strdup (like->raw);
  self->remark = g_strdup (like->remark);
  self->unit = like->unit;
  self->state = like->state;
  self->value = like->value;
  self->confidence = like->confidence;
  self->place = like->place;
  self->is_entered = value != NULL;
  if (value != NULL)
    self->entered = *value;
  return self;
}

/**
 * nb_figure_get_id:
 * @self: a figure
 *
 * Returns: the id of its metric, or ext.N
 */
const char *
nb_figure_get_id (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NULL);

  return self->metric != NULL ? self->metric->id : self->id;
}

/**
 * nb_figure_get_metric:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): its metric; %NULL for a row that no form has
 */
const NbMetric *
nb_figure_get_metric (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NULL);

  return self->metric;
}

/**
 * nb_figure_get_label:
 * @self: a figure
 *
 * Returns: the label of the form; as printed for a row that no form has
 */
const char *
nb_figure_get_label (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NULL);

  if (self->metric != NULL)
    return self->metric->label_zh;
  return self->printed != NULL ? self->printed : "";
}

/**
 * nb_figure_get_printed:
 * @self: a figure
 *
 * Returns: (nullable): the row's label as printed
 */
const char *
nb_figure_get_printed (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NULL);

  return self->printed;
}

/**
 * nb_figure_get_state:
 * @self: a figure
 *
 * Returns: what stands there
 */
NbState
nb_figure_get_state (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NB_STATE_MISSING);

  return self->state;
}

/**
 * nb_figure_get_value:
 * @self: a figure
 * @value: (out) (optional): the number
 *
 * Returns: whether a number, zero included, stands there
 */
gboolean
nb_figure_get_value (NbFigure *self, NbDecimal *value)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), FALSE);

  if (self->state != NB_STATE_NUMBER && self->state != NB_STATE_ZERO)
    return FALSE;
  if (value != NULL)
    *value = self->value;
  return TRUE;
}

/**
 * nb_figure_get_entered:
 * @self: a figure
 * @value: (out) (optional): the number
 *
 * Returns: whether the user keyed a number in, since none stands there; it is never taken for what stands there
 */
gboolean
nb_figure_get_entered (NbFigure *self, NbDecimal *value)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), FALSE);

  if (self->is_entered && value != NULL)
    *value = self->entered;
  return self->is_entered;
}

/**
 * nb_figure_get_known:
 * @self: a figure
 * @value: (out) (optional): the number
 *
 * For the rules: the number that stands there, or else the one that was keyed in.
 *
 * Returns: whether there is one
 */
gboolean
nb_figure_get_known (NbFigure *self, NbDecimal *value)
{
  return nb_figure_get_value (self, value) || nb_figure_get_entered (self, value);
}

/**
 * nb_figure_get_known_state:
 * @self: a figure
 *
 * Returns: what stands there; a number where one was keyed in
 */
NbState
nb_figure_get_known_state (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NB_STATE_MISSING);

  if (self->is_entered)
    return nb_decimal_is_zero (self->entered) ? NB_STATE_ZERO : NB_STATE_NUMBER;
  return self->state;
}

/**
 * nb_figure_get_unit:
 * @self: a figure
 *
 * Returns: (nullable): its unit; %NULL where the figure is missing and for an amount without any
 */
const char *
nb_figure_get_unit (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NULL);

  return self->unit;
}

/**
 * nb_figure_get_raw:
 * @self: a figure
 *
 * Returns: (nullable): the slice of the document text at its place
 */
const char *
nb_figure_get_raw (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NULL);

  return self->raw;
}

/**
 * nb_figure_get_remark:
 * @self: a figure
 *
 * Returns: (nullable): what is printed beside the number
 */
const char *
nb_figure_get_remark (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NULL);

  return self->remark;
}

/**
 * nb_figure_get_confidence:
 * @self: a figure
 *
 * Returns: how its row was recognised
 */
NbConfidence
nb_figure_get_confidence (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NB_CONFIDENCE_EXACT);

  return self->confidence;
}

/**
 * nb_figure_get_place:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): where it stands; %NULL when missing
 */
const NbPlace *
nb_figure_get_place (NbFigure *self)
{
  g_return_val_if_fail (NB_IS_FIGURE (self), NULL);

  return self->state != NB_STATE_MISSING ? &self->place : NULL;
}

/**
 * nb_confidence_to_string:
 * @confidence: how a row was recognised
 *
 * Returns: its name in the JSON output
 */
const char *
nb_confidence_to_string (NbConfidence confidence)
{
  static const char *const names[] = { "exact", "by-position", "approximate", "split",
                                       "approximate" };

  g_return_val_if_fail (confidence < G_N_ELEMENTS (names), NULL);
  return names[confidence];
}
