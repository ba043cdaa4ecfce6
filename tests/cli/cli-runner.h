/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one run of nianbao-cli did. */
typedef struct
{
  int status; /* exit status; -1 where a signal ended it */
  GString *out;
  GString *err;
} CliOutcome;

void cli_outcome_free (CliOutcome *outcome);
guint cli_outcome_count_lines (const GString *text);
/* Fails the test unless the status is as said, and anything on standard error is one line of the program's. */
void cli_outcome_assert (const CliOutcome *outcome, int status, guint n_errors);

/* Words up to NULL. */
CliOutcome *cli_run (const char *word, ...) G_GNUC_NULL_TERMINATED;
CliOutcome *cli_run_full (GSubprocessLauncher *launcher, GBytes *input, const char *const *words);

const char *cli_get_program (void);

/* A folder of its own for one test; removed with all in it. */
char *cli_folder_new (void);
void cli_folder_remove (char *folder);
void cli_folder_write (const char *folder, const char *name, const char *text);

/* A short report that the program recognises; to be freed. */
char *cli_dup_report (guint year, guint n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliOutcome, cli_outcome_free)

G_END_DECLS
