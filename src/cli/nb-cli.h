/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nb-cli-console.h"
#include "nb-cli-options.h"

G_BEGIN_DECLS

/**
 * NbCliStatus:
 * @NB_CLI_DONE: everything was done
 * @NB_CLI_FAILED: some input could not be read, or the output not written; check: also findings that count
 * @NB_CLI_USAGE: the command line is wrong; check: also nothing could be read
 *
 * Exit statuses, as the contract fixes them.
 */
typedef enum
{
  NB_CLI_DONE = 0,
  NB_CLI_FAILED = 1,
  NB_CLI_USAGE = 2,
} NbCliStatus;

int nb_cli_main (int argc, char **argv);

/* The commands, one file each. */
NbCliStatus
nb_cli_extract (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable);
NbCliStatus
nb_cli_check (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable);
NbCliStatus
nb_cli_compare (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable);
NbCliStatus
nb_cli_chart (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable);
NbCliStatus
nb_cli_forms (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable);

G_END_DECLS
