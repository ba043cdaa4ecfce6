/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "source/nb-source.h"

G_BEGIN_DECLS

typedef enum
{
  NB_CLI_COMMAND_EXTRACT,
  NB_CLI_COMMAND_CHECK,
  NB_CLI_COMMAND_COMPARE,
  NB_CLI_COMMAND_CHART,
  NB_CLI_COMMAND_FORMS,
  NB_CLI_N_COMMANDS, /* also: no command, which only --help and --version allow */
} NbCliCommand;

/**
 * NbCliOptions:
 * @command: the command
 * @format: (nullable): as typed; the command knows its formats
 * @output: (nullable): path of the file to write
 * @jobs: workers
 * @quiet: whether notes and progress are left out
 * @progress: whether progress is wanted even where standard error is no terminal
 * @no_bom: whether tables begin without a byte order mark
 * @rules: (nullable): ids of the rules that are wanted, separated by commas; known ones
 * @fail_on: the mildest severity that counts as a failure; NB_CLI_NEVER for none
 * @help: whether only help is wanted
 * @version: whether only the version is wanted
 * @list: whether only the charts are to be listed
 * @chart: (nullable): id of a chart
 * @size: (nullable): size of the picture, as typed
 * @organ: (nullable): name of the organ to draw
 * @metrics: (nullable): ids of metrics with commas between
 * @years: (nullable): years to draw, as typed
 * @scale: (nullable): what values are measured by, as typed
 * @source: limits and charset of every input; its strings are those of the command line
 * @inputs: (element-type filename): inputs as typed, in order
 *
 * The command line, read and checked. Its strings belong to argv.
 */
typedef struct
{
  NbCliCommand command;
  const char *format;
  const char *output;
  guint jobs;
  gboolean quiet;
  gboolean progress;
  gboolean no_bom;
  const char *rules;
  guint fail_on;
  gboolean help;
  gboolean version;
  gboolean list;
  const char *chart;
  const char *size;
  const char *organ;
  const char *metrics;
  const char *years;
  const char *scale;
  NbSourceOptions source;
  GPtrArray *inputs;
} NbCliOptions;

/* Beyond every severity: no finding is a failure. */
#define NB_CLI_NEVER G_MAXUINT

NbCliOptions *nb_cli_options_parse (int argc, char **argv, GError **error);
void nb_cli_options_free (NbCliOptions *self);
char *nb_cli_options_dup_help (NbCliCommand command);
const char *nb_cli_command_get_name (NbCliCommand command); /* (nullable) */
/* The command that a line means that cannot be read. */
NbCliCommand nb_cli_command_guess (int argc, char **argv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCliOptions, nb_cli_options_free)

G_END_DECLS
