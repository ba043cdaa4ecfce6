/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-cli-console.h"
#include "nb-cli-inputs.h"
#include "nb-cli-options.h"
#include "workspace/nb-reading.h"

G_BEGIN_DECLS

/**
 * NbCliResult:
 * @input: what was read
 * @text: what the renderer made of it, maybe empty
 * @readings: (element-type NbReading) (nullable): the readings, where they were asked for
 * @n_reports: reports that it held
 * @skipped: whether it is a file of a folder that is of no known container
 * @source: (nullable): its bytes, where they could be had; kept for what is said of a failure
 * @error: (nullable): why it could not be read
 *
 * What became of one input.
 */
typedef struct
{
  const NbCliInput *input;
  GString *text;
  GPtrArray *readings;
  guint n_reports;
  gboolean skipped;
  NbSource *source;
  char *note;
  GError *error;
} NbCliResult;

/* Writes the readings of one input as data. Called on a worker thread. */
typedef void (*NbCliRender) (GString *out, GPtrArray *readings);

/* Takes the results in the order of the inputs, on the thread of nb_cli_jobs_run(). FALSE stops the work. */
typedef gboolean (*NbCliConsume) (NbCliResult *result, gpointer user_data);

/**
 * NbCliWork:
 * @render: (nullable): what a worker makes of the readings; NULL keeps the readings themselves
 * @check: (nullable): puts a report to the rules, on a worker; (transfer full)
 * @consume: who takes the results
 * @user_data: for @consume
 */
typedef struct
{
  NbCliRender render;
  NbReading *(*check) (NbReading *reading);
  NbCliConsume consume;
  gpointer user_data;
} NbCliWork;

gboolean nb_cli_jobs_run (GPtrArray *inputs,
                          const NbCliOptions *options,
                          const NbCliWork *work,
                          NbCliConsole *console,
                          GCancellable *cancellable);

G_END_DECLS
