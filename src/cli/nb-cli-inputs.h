/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NbCliInput:
 * @name: a path, an address or "-"
 * @from_folder: found in a folder, not typed
 * @error: (nullable): why it cannot be read, where that is known already (a folder that is locked)
 *
 * One thing to read.
 */
typedef struct
{
  char *name;
  gboolean from_folder;
  GError *error;
} NbCliInput;

/**
 * NbCliInputs:
 * @list: (element-type NbCliInput): what to read, in order
 * @n_folders: typed inputs that are folders
 * @n_skipped: entries of folders that are no files (pipes, sockets, devices)
 */
typedef struct
{
  GPtrArray *list;
  guint n_folders;
  guint n_skipped;
} NbCliInputs;

NbCliInputs *nb_cli_inputs_collect (GPtrArray *words, GCancellable *cancellable);
void nb_cli_inputs_free (NbCliInputs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCliInputs, nb_cli_inputs_free)

G_END_DECLS
