/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "chart/nb-chart.h"
#include "export/nb-paper.h"
#include "series/nb-comparison.h"

G_BEGIN_DECLS

/**
 * NbExportWhat:
 * @NB_EXPORT_FIGURES: the figures of reports
 * @NB_EXPORT_COMPARISON: two reports side by side
 * @NB_EXPORT_CHART: the chart that is shown
 * @NB_EXPORT_FINDINGS: the check sheet
 * @NB_EXPORT_TEXT: the text of the documents
 */
typedef enum
{
  NB_EXPORT_FIGURES,
  NB_EXPORT_COMPARISON,
  NB_EXPORT_CHART,
  NB_EXPORT_FINDINGS,
  NB_EXPORT_TEXT,
  NB_EXPORT_N_WHAT,
} NbExportWhat;

/**
 * NbExportFormat:
 * @id: what it is called in settings
 * @label: name, to be translated
 * @hint: what it is good for, to be translated
 * @extension: of the file
 * @has_bom: whether it may begin with a byte order mark
 * @is_text: whether its first lines can be shown as they are
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *hint;
  const char *extension;
  gboolean has_bom;
  gboolean is_text;
} NbExportFormat;

/**
 * NbExportJob:
 * @what: what is written
 * @format: how
 * @bom: whether it begins with a byte order mark, where the format has one
 * @readings: (element-type NbReading): of which reports
 * @comparison: (nullable): for a comparison
 * @chart: (nullable): for a chart, borrowed; looked at on the main thread only
 * @drawing: (nullable): the chart laid out, by nb_export_job_prepare()
 * @paper: (nullable): likewise, with its table
 * @text: (nullable): likewise, as CSV
 *
 * What it owns is all but @format and @chart.
 */
typedef struct
{
  NbExportWhat what;
  const NbExportFormat *format;
  gboolean bom;
  GPtrArray *readings;
  NbComparison *comparison;
  const NbChart *chart;
  NbDrawing *drawing;
  NbPaper *paper;
  GString *text;
} NbExportJob;

const char           *nb_export_what_get_id      (NbExportWhat what);
const char           *nb_export_what_get_label   (NbExportWhat what);
const NbExportFormat *nb_export_what_get_formats (NbExportWhat what, guint *n_formats);
void                  nb_export_job_prepare      (NbExportJob *self);
void                  nb_export_job_clear        (NbExportJob *self);
gboolean              nb_export_job_write        (const NbExportJob *self, GString *out, GError **error);
char                 *nb_export_job_dup_name     (const NbExportJob *self);

G_END_DECLS
