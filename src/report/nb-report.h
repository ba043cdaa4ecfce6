/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/nb-document.h"
#include "form/nb-form.h"

G_BEGIN_DECLS

/**
 * NbConfidence:
 * @NB_CONFIDENCE_EXACT: by its label
 * @NB_CONFIDENCE_BY_POSITION: by the rows around it
 * @NB_CONFIDENCE_APPROXIMATE: by a label that is spelled otherwise
 * @NB_CONFIDENCE_SPLIT: digits that stand together were parted by their total
 * @NB_CONFIDENCE_RECOGNISED: a text recogniser has read it in a scan; written as approximate
 *
 * How a figure was read.
 */
typedef enum
{
  NB_CONFIDENCE_EXACT,
  NB_CONFIDENCE_BY_POSITION,
  NB_CONFIDENCE_APPROXIMATE,
  NB_CONFIDENCE_SPLIT,
  NB_CONFIDENCE_RECOGNISED,
} NbConfidence;

const char *nb_confidence_to_string (NbConfidence confidence);

/**
 * NbPlace:
 * @section: (nullable): key of the section, static
 * @table: (nullable): id of the form's table, static
 * @row: row in the table as the law prints it, from 1, heads counted; 0 where there is none
 * @column: column likewise
 * @offset: bytes of the document text
 * @length: bytes
 * @piece: number of the piece in the document
 *
 * Where something stands.
 */
typedef struct
{
  const char *section;
  const char *table;
  guint row;
  guint column;
  guint offset;
  guint length;
  guint piece;
} NbPlace;

/* One cell of a report. Immutable. */
#define NB_TYPE_FIGURE (nb_figure_get_type ())
G_DECLARE_FINAL_TYPE (NbFigure, nb_figure, NB, FIGURE, GObject)

const char *nb_figure_get_id (NbFigure *self); /* metric id, or ext.N */
const NbMetric *
nb_figure_get_metric (NbFigure *self);            /* (nullable) for ext.N; may be of another form */
const char *nb_figure_get_label (NbFigure *self); /* label of the form, or as printed for ext.N */
const char *nb_figure_get_printed (NbFigure *self); /* (nullable) label as printed */
NbState nb_figure_get_state (NbFigure *self);
gboolean nb_figure_get_value (NbFigure *self, NbDecimal *value); /* FALSE unless number or zero */
/* A number keyed in by the user, beside what stands there; and the one or the other, for the rules. */
gboolean nb_figure_get_entered (NbFigure *self, NbDecimal *value);
gboolean nb_figure_get_known (NbFigure *self, NbDecimal *value);
NbState nb_figure_get_known_state (NbFigure *self);
const char *nb_figure_get_unit (NbFigure *self);                 /* (nullable) */
const char *nb_figure_get_raw (NbFigure *self);                  /* (nullable) when missing */
const char *nb_figure_get_remark (NbFigure *self);               /* (nullable) */
NbConfidence nb_figure_get_confidence (NbFigure *self);
const NbPlace *nb_figure_get_place (NbFigure *self); /* (nullable) when missing */

#define NB_TYPE_SECTION (nb_section_get_type ())
G_DECLARE_FINAL_TYPE (NbSection, nb_section, NB, SECTION, GObject)

const char *nb_section_get_key (NbSection *self);      /* (nullable) */
const char *nb_section_get_number (NbSection *self);   /* (nullable) 一, without punctuation */
const char *nb_section_get_heading (NbSection *self);  /* without the number */
const char *nb_section_get_text (NbSection *self);     /* paragraphs joined by a line feed */
const NbPlace *nb_section_get_place (NbSection *self); /* of the heading */
/* Pieces [first, end) of the document that the section covers, heading and tables included. */
void nb_section_get_range (NbSection *self, guint *first, guint *end);

typedef enum
{
  NB_ORGAN_UNKNOWN,
  NB_ORGAN_ZONE,
  NB_ORGAN_SUBDISTRICT,
  NB_ORGAN_TOWNSHIP,
  NB_ORGAN_DEPARTMENT,
  NB_ORGAN_GOVERNMENT,
} NbOrganKind;

const char *nb_organ_kind_to_string (NbOrganKind kind);

/* What says of which year a report is. */
typedef enum
{
  NB_YEAR_SAID,     /* its title, or its text where no title has a year */
  NB_YEAR_OF_TEXT,  /* its text: the title names several years, or only the day on which it was published */
  NB_YEAR_DOUBTFUL, /* such a title alone */
} NbYearEvidence;

/* A report as recognised. Immutable; any thread. */
#define NB_TYPE_REPORT (nb_report_get_type ())
G_DECLARE_FINAL_TYPE (NbReport, nb_report, NB, REPORT, GObject)

/**
 * nb_report_recognise:
 * @document: a document
 * @error: NB_ERROR_NOT_A_REPORT where it is none
 *
 * Binds @document to the statutory forms. The core of the program: see nb-recogniser.c.
 *
 * Returns: (transfer full) (element-type NbReport): one report for each article or table set, at least one
 */
GPtrArray *nb_report_recognise (NbDocument *document, GCancellable *cancellable, GError **error);

/* The same report with numbers keyed in: @entries is id of a figure → NbDecimal. (transfer full) */
NbReport *nb_report_enter (NbReport *self, GHashTable *entries);

NbDocument *nb_report_get_document (NbReport *self);
const char *nb_report_get_title (NbReport *self);     /* (nullable) */
const char *nb_report_get_organ (NbReport *self);     /* (nullable) name */
const char *nb_report_get_organ_key (NbReport *self); /* (nullable) */
NbOrganKind nb_report_get_organ_kind (NbReport *self);
guint nb_report_get_year (NbReport *self);               /* 0 for none */
const NbForm *nb_report_get_form (NbReport *self);       /* (nullable) */
const char *nb_report_get_period_start (NbReport *self); /* (nullable) YYYY-MM-DD */
const char *nb_report_get_period_end (NbReport *self);
const char *nb_report_get_published (NbReport *self); /* (nullable) YYYY-MM-DD */
const char *nb_report_get_signed (NbReport *self);
guint nb_report_get_part (NbReport *self);        /* from 1; 0 where the input holds one report */
const char *nb_report_get_scope (NbReport *self); /* (nullable) 本级, 汇总; the line that names another year */
NbYearEvidence nb_report_get_year_evidence (NbReport *self);
gboolean nb_report_is_reprint (NbReport *self);
gboolean nb_report_has_more_rows (NbReport *self);
gboolean nb_report_has_flag (NbReport *self, NbPieceFlags flag);
GListModel *nb_report_get_sections (NbReport *self); /* (transfer none) of NbSection */
GListModel *nb_report_get_figures (
    NbReport *self); /* (transfer none) of NbFigure: the form's order, then ext.N */
/* Pieces [first, end) of the document that the report covers. */
void nb_report_get_range (NbReport *self, guint *first, guint *end);
NbFigure *nb_report_find_figure (NbReport *self, const char *id); /* (transfer none) (nullable) */
NbFigure *
nb_report_get_figure_for (NbReport *self,
                          const NbMetric *metric); /* (transfer none) of the report's own form */

G_END_DECLS
