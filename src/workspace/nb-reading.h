/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/nb-finding.h"
#include "nb-notes.h"

G_BEGIN_DECLS

/*
 * NbReading: one report of one input with its findings, as a window or a writer shows it.
 * Immutable; made on a worker thread and handed over.
 */
#define NB_TYPE_READING (nb_reading_get_type ())
G_DECLARE_FINAL_TYPE (NbReading, nb_reading, NB, READING, GObject)

NbReport   *nb_reading_get_report   (NbReading *self);
GListModel *nb_reading_get_findings (NbReading *self); /* of NbFinding */

/* What the user has decided on one of them. */
const NbReview *nb_reading_get_review (NbReading *self, NbFinding *finding);

gboolean    nb_reading_has_entries   (NbReading *self);

/* The same report with other findings, and put to every rule: readings themselves never change. */
NbReading  *nb_reading_new_with_findings (NbReading *self, GListModel *findings);
NbReading  *nb_reading_check             (NbReading *self);
/* All of them, each with the findings that need the others: (transfer full) (element-type NbReading) */
GPtrArray  *nb_readings_check_workspace  (GPtrArray *readings, GCancellable *cancellable);

/**
 * NbWorkspaceSize:
 * @n_reports: reports that are kept
 * @n_bytes: bytes of their texts
 *
 * How much is kept of reports that are to be set against each other. Begins with zeros.
 */
typedef struct
{
  guint n_reports;
  guint64 n_bytes;
} NbWorkspaceSize;

gboolean    nb_workspace_size_add (NbWorkspaceSize *self, GPtrArray *readings, GError **error);

/**
 * NbReadingStep:
 * @NB_READING_STEP_LOAD: the bytes are on their way
 * @NB_READING_STEP_READ: what is written is read from them
 * @NB_READING_STEP_RECOGNISE: what it means is recognised
 * @NB_READING_STEP_CHECK: the report is put to the rules
 *
 * The steps from an input to a reading, in their order.
 */
typedef enum {
  NB_READING_STEP_LOAD,
  NB_READING_STEP_READ,
  NB_READING_STEP_RECOGNISE,
  NB_READING_STEP_CHECK,
} NbReadingStep;

/**
 * NbReadingProgress:
 * @step: the step that is under way
 * @done: bytes that have come, in the step of loading; else 0
 * @total: of how many, -1 where that is not known
 * @user_data: as it was handed over
 *
 * Told how far an opening is: at each new step, and where more bytes have come.
 */
typedef void (*NbReadingProgress) (NbReadingStep step, gint64 done, gint64 total, gpointer user_data);

/* Loads, reads, recognises and checks one input: the whole way in one call. Any thread.
 * (transfer full) (element-type NbReading): at least one, in the order of the source */
GPtrArray  *nb_reading_open         (const char            *input,
                                     const NbSourceOptions *options,
                                     NbReadingProgress      progress,
                                     gpointer               progress_data,
                                     GCancellable          *cancellable,
                                     GError               **error);
/* The same for a source that is loaded already. */
GPtrArray  *nb_reading_open_source  (NbSource              *source,
                                     GCancellable          *cancellable,
                                     GError               **error);
NbReading  *nb_reading_take_notes   (NbReading             *self);
void        nb_reading_open_async   (const char            *input,
                                     const NbSourceOptions *options,
                                     NbReadingProgress      progress, /* on the main thread, coalesced */
                                     gpointer               progress_data,
                                     GCancellable          *cancellable,
                                     GAsyncReadyCallback    callback,
                                     gpointer               user_data);
void        nb_reading_open_source_async (NbSource            *source,
                                          NbReadingProgress    progress,
                                          gpointer             progress_data,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GPtrArray  *nb_reading_open_finish  (GAsyncResult *result, GError **error);

G_END_DECLS
