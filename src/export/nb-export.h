/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-paper.h"
#include "workspace/nb-reading.h"

G_BEGIN_DECLS

/*
 * The writers. Each appends to a GString; nothing here knows a locale but the title and message of a
 * finding and the summary. nb_export_to_file() replaces the target atomically.
 */
void nb_json_write_reading (GString *out, NbReading *reading, gboolean pretty);
void nb_json_write_error (GString *out, const char *uri, NbSource *source, const GError *error);

/* Long CSV. @bom: whether the head begins with a byte order mark. */
void nb_csv_write_head (GString *out, gboolean bom);
void nb_csv_write_reading (GString *out, NbReading *reading);
void nb_csv_write (GString *out, GPtrArray *readings, gboolean bom);
gboolean nb_export_has_entered (NbReading *reading);

/* Organ × year, one column for each short name and one for its state. */
void nb_wide_csv_write (GString *out, GPtrArray *readings, gboolean bom);

/* The wide table for Stata (118) and SPSS; what has no number is a missing value that says why. */
typedef enum
{
  NB_STATISTICS_DTA,
  NB_STATISTICS_SAV
} NbStatisticsFormat;
gboolean
nb_statistics_write (GString *out, GPtrArray *readings, NbStatisticsFormat format, GError **error);

/* A workbook: figures, wide table, codebook, sources, findings. */
gboolean nb_xlsx_write (GString *out, GPtrArray *readings, GError **error);

/* For people, before any format: (transfer full). */
NbPaper *nb_report_dup_paper (GPtrArray *readings);
NbPaper *nb_report_dup_table_paper (NbReport *report, const NbFormTable *table);

/* For people, in the user's language. */
void nb_summary_write (GString *out, NbReading *reading);

/* What was found in a report, for people. @colours: whether for a terminal that shows them. */
void nb_findings_write_text (GString *out, NbReading *reading, gboolean colours);

/* The check sheet: of one report, or of many with an overview. */
NbPaper *nb_check_sheet_dup_paper (GPtrArray *readings); /* (transfer full) */
gboolean nb_check_sheet_write_xlsx (GPtrArray *readings, GString *out, GError **error);

typedef enum
{
  NB_CODEBOOK_TEXT,
  NB_CODEBOOK_TSV,
  NB_CODEBOOK_CSV,
  NB_CODEBOOK_JSON,
  NB_CODEBOOK_MD
} NbCodebookFormat;
void nb_codebook_write (GString *out, NbCodebookFormat format);

/* A name for a file with these reports in it: (transfer full). */
char *nb_export_dup_name (GPtrArray *readings, const char *what, const char *extension);

/* Writes, flushes to disk and renames; on failure the old file is intact. */
gboolean nb_export_to_file (const char *path, const char *data, gsize length, GError **error);

G_END_DECLS
