/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "nb-cli-options.h"

G_BEGIN_DECLS

typedef struct _NbCliConsole NbCliConsole;

NbCliConsole *nb_cli_console_new (const NbCliOptions *options, NbCliCommand command);
void nb_cli_console_free (NbCliConsole *self);

void nb_cli_console_fail (NbCliConsole *self, const char *name, const char *message);
void nb_cli_console_fail_usage (NbCliConsole *self, const char *message);
void nb_cli_console_fail_output (NbCliConsole *self, const char *path, const GError *error);
void nb_cli_console_note (NbCliConsole *self, const char *name, const char *message);
void nb_cli_console_note_format (NbCliConsole *self, const char *path, const char *format, const char *named);
void nb_cli_console_note_skipped (NbCliConsole *self, guint n_skipped);

gboolean nb_cli_console_shows_progress (NbCliConsole *self);
void nb_cli_console_progress (NbCliConsole *self, guint done, guint total, gint64 bytes);
void nb_cli_console_end_progress (NbCliConsole *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCliConsole, nb_cli_console_free)

G_END_DECLS
