/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbReport: a report as recognised. Immutable after the recogniser has handed it over; holds its
 * document; owns the models of its sections and figures. Any thread may read it.
 */

#include "nb-report-private.h"

#include "base/nb-fixed-list.h"

struct _NbReport
{
  GObject parent_instance;

  NbDocument *document;  /* (owned) */
  const NbForm *form;    /* (nullable), static */
  NbIdentityFacts facts; /* (owned) */
  GListModel *sections;  /* (owned) of NbSection */
  GListModel *figures;   /* (owned) of NbFigure */
  GHashTable *by_id;     /* (owned) id of the figure → NbFigure, unowned */
  guint part;
  NbRange article;
};

G_DEFINE_FINAL_TYPE (NbReport, nb_report, G_TYPE_OBJECT)

static void
nb_report_finalize (GObject *object)
{
  NbReport *self = NB_REPORT (object);

  g_clear_object (&self->document);
  nb_identity_facts_clear (&self->facts);
  g_hash_table_unref (self->by_id);
  g_clear_object (&self->sections);
  g_clear_object (&self->figures);

  G_OBJECT_CLASS (nb_report_parent_class)->finalize (object);
}

static void
nb_report_class_init (NbReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_report_finalize;
}

static void
nb_report_init (NbReport *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * nb_report_new:
 * @document: the document
 * @form: (nullable): the form that it prints
 * @facts: who, when; taken
 * @sections: (transfer full): its sections
 * @figures: (transfer full): its figures: the form's in order, then the others
 *
 * Returns: (transfer full): the report
 */
NbReport *
nb_report_new (NbDocument *document,
               const NbForm *form,
               NbIdentityFacts *facts,
               GListModel *sections,
               GListModel *figures)
{
  NbReport *self = g_object_new (NB_TYPE_REPORT, NULL);
  guint n = g_list_model_get_n_items (figures);

  self->document = g_object_ref (document);
  self->form = form;
  self->facts = *facts;
  *facts = (NbIdentityFacts){ NULL };
  self->sections = sections;
  self->figures = figures;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      g_hash_table_insert (self->by_id, (gpointer) nb_figure_get_id (figure), figure);
    }
  return self;
}

/* A figure that holds a number keeps it alone. */
static NbFigure *
enter_figure (NbFigure *figure, GHashTable *entries)
{
  const NbDecimal *value = nb_figure_get_value (figure, NULL)
                               ? NULL
                               : g_hash_table_lookup (entries, nb_figure_get_id (figure));

  if (value == NULL && !nb_figure_get_entered (figure, NULL))
    return g_object_ref (figure);
  return nb_figure_new_entered (figure, value);
}

/**
 * nb_report_enter:
 * @self: a report
 * @entries: (element-type utf8 NbDecimal): numbers keyed in, by the id of their figure; what was keyed in
 *   before and is not among them is gone
 *
 * Puts numbers beside figures that hold none.
 *
 * Returns: (transfer full): the same report of the same document, with these numbers
 */
NbReport *
nb_report_enter (NbReport *self, GHashTable *entries)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);
  NbIdentityFacts facts;
  NbReport *other;

  g_return_val_if_fail (NB_IS_REPORT (self), NULL);
  g_return_val_if_fail (entries != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (self->figures, i);

      g_ptr_array_add (figures, enter_figure (figure, entries));
    }
  nb_identity_facts_copy (&self->facts, &facts);
  other = nb_report_new (self->document, self->form, &facts, g_object_ref (self->sections),
                         nb_fixed_list_new (NB_TYPE_FIGURE, figures));
  other->part = self->part;
  other->article = self->article;
  return other;
}

/**
 * nb_report_set_part:
 * @self: a report that is not handed over yet
 * @part: its number in the input, from 1; 0 where it is alone
 *
 * Numbers the reports of one input.
 */
void
nb_report_set_part (NbReport *self, guint part)
{
  self->part = part;
}

/**
 * nb_report_set_article:
 * @self: a report that is not handed over yet
 * @article: the pieces of the document that it covers
 *
 * Sets what part of the document the report is.
 */
void
nb_report_set_article (NbReport *self, NbRange article)
{
  self->article = article;
}

/**
 * nb_report_get_article:
 * @self: a report
 *
 * Returns: the pieces of the document that it covers
 */
NbRange
nb_report_get_article (NbReport *self)
{
  return self->article;
}

/**
 * nb_report_get_range:
 * @self: a report
 * @first: (out): the first piece of the document that it covers
 * @end: (out): the piece behind the last
 *
 * Tells which pieces of the document are the report's; an input may hold several.
 */
void
nb_report_get_range (NbReport *self, guint *first, guint *end)
{
  g_return_if_fail (NB_IS_REPORT (self));

  *first = self->article.first;
  *end = self->article.end;
}

/**
 * nb_report_has_flag:
 * @self: a report
 * @flag: a flag of pieces
 *
 * Returns: whether a piece of the report has it
 */
gboolean
nb_report_has_flag (NbReport *self, NbPieceFlags flag)
{
  guint n_pieces;
  const NbPiece *pieces;

  g_return_val_if_fail (NB_IS_REPORT (self), FALSE);

  pieces = nb_document_get_pieces (nb_report_get_document (self), &n_pieces);
  for (guint i = self->article.first; i < MIN (self->article.end, n_pieces); i++)
    if ((pieces[i].flags & flag) != 0)
      return TRUE;
  return FALSE;
}

/**
 * nb_report_get_document:
 * @self: a report
 *
 * Returns: (transfer none): the document that it was recognised in
 */
NbDocument *
nb_report_get_document (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->document;
}

/**
 * nb_report_get_title:
 * @self: a report
 *
 * Returns: (nullable): the article's own title
 */
const char *
nb_report_get_title (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->facts.title;
}

/**
 * nb_report_get_organ:
 * @self: a report
 *
 * Returns: (nullable): the name of the organ that reports
 */
const char *
nb_report_get_organ (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->facts.organ;
}

/**
 * nb_report_get_organ_key:
 * @self: a report
 *
 * Returns: (nullable): the name with its forms folded, by which years are matched
 */
const char *
nb_report_get_organ_key (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->facts.organ_key;
}

/**
 * nb_report_get_organ_kind:
 * @self: a report
 *
 * Returns: what kind of organ it is
 */
NbOrganKind
nb_report_get_organ_kind (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NB_ORGAN_UNKNOWN);

  return self->facts.kind;
}

/**
 * nb_report_get_year:
 * @self: a report
 *
 * Returns: the year that it reports on, 0 where that is not said
 */
guint
nb_report_get_year (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), 0);

  return self->facts.year;
}

/**
 * nb_report_get_form:
 * @self: a report
 *
 * Returns: (nullable): the form whose labels it prints
 */
const NbForm *
nb_report_get_form (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->form;
}

/**
 * nb_report_get_period_start:
 * @self: a report
 *
 * Returns: (nullable): first day of the stated period, YYYY-MM-DD
 */
const char *
nb_report_get_period_start (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->facts.period_start;
}

/**
 * nb_report_get_period_end:
 * @self: a report
 *
 * Returns: (nullable): last day of the stated period, YYYY-MM-DD
 */
const char *
nb_report_get_period_end (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->facts.period_end;
}

/**
 * nb_report_get_published:
 * @self: a report
 *
 * Returns: (nullable): the page's date, YYYY-MM-DD
 */
const char *
nb_report_get_published (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->facts.published;
}

/**
 * nb_report_get_signed:
 * @self: a report
 *
 * Returns: (nullable): the article's own date line, YYYY-MM-DD
 */
const char *
nb_report_get_signed (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->facts.signed_;
}

/**
 * nb_report_get_part:
 * @self: a report
 *
 * Returns: its number in the input, from 1; 0 where the input holds one report
 */
guint
nb_report_get_part (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), 0);

  return self->part;
}

/**
 * nb_report_get_scope:
 * @self: a report
 *
 * Returns: (nullable): what its tables cover, where that is said
 */
const char *
nb_report_get_scope (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->facts.scope;
}

/**
 * nb_report_is_reprint:
 * @self: a report
 *
 * Whether these are the tables of another year that a report prints beside its own: the year is theirs, the title and
 * the sections are those of the article around them.
 *
 * Returns: %TRUE for such tables
 */
gboolean
nb_report_is_reprint (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), FALSE);

  return self->facts.is_reprint;
}

/**
 * nb_report_get_year_evidence:
 * @self: a report
 *
 * Returns: what says that the report is for its year
 */
NbYearEvidence
nb_report_get_year_evidence (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NB_YEAR_SAID);

  return self->facts.evidence;
}

/**
 * nb_report_has_more_rows:
 * @self: a report
 *
 * Returns: whether there were more rows that no form has than are read
 */
gboolean
nb_report_has_more_rows (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), FALSE);

  return self->facts.has_more_rows;
}

/**
 * nb_report_get_sections:
 * @self: a report
 *
 * Returns: (transfer none): its sections, of #NbSection
 */
GListModel *
nb_report_get_sections (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->sections;
}

/**
 * nb_report_get_figures:
 * @self: a report
 *
 * Returns: (transfer none): its figures, of #NbFigure: the form's order, then rows that the form
 * has not
 */
GListModel *
nb_report_get_figures (NbReport *self)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return self->figures;
}

/**
 * nb_report_find_figure:
 * @self: a report
 * @id: id of a metric, or ext.N
 *
 * Returns: (transfer none) (nullable): the figure
 */
NbFigure *
nb_report_find_figure (NbReport *self, const char *id)
{
  g_return_val_if_fail (NB_IS_REPORT (self), NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * nb_report_get_figure_for:
 * @self: a report
 * @metric: a metric
 *
 * Returns: (transfer none) (nullable): the figure, %NULL where the metric is not of the report's
 * form
 */
NbFigure *
nb_report_get_figure_for (NbReport *self, const NbMetric *metric)
{
  NbFigure *figure;

  g_return_val_if_fail (NB_IS_REPORT (self) && metric != NULL, NULL);

  if (metric->form != self->form)
    return NULL;
  /* The form's figures stand first, each once, in the form's order. The model keeps the figure
   * alive. */
  figure = g_list_model_get_item (self->figures, metric->index);
  g_object_unref (figure);
  return figure;
}

/**
 * nb_organ_kind_to_string:
 * @kind: a kind of organ
 *
 * Returns: its name in the JSON output
 */
const char *
nb_organ_kind_to_string (NbOrganKind kind)
{
  static const char *const names[] = { "unknown",  "zone",       "subdistrict",
                                       "township", "department", "government" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}
