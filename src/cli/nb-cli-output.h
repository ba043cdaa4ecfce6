/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NbCliOutput NbCliOutput;

NbCliOutput *nb_cli_output_new (const char *path);
void nb_cli_output_free (NbCliOutput *self);
gboolean nb_cli_output_write (NbCliOutput *self, const char *data, gssize length, GError **error);
gboolean nb_cli_output_finish (NbCliOutput *self, GError **error);
char *nb_cli_output_dup_format (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCliOutput, nb_cli_output_free)

G_END_DECLS
