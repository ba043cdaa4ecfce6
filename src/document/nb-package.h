/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NbPackage:
 *
 * A ZIP file that holds a document. One thread.
 */
typedef struct _NbPackage NbPackage;

NbPackage *nb_package_open (GBytes *bytes, GCancellable *cancellable, GError **error);
void       nb_package_free (NbPackage *self);
gboolean   nb_package_has  (NbPackage *self, const char *name);
GBytes    *nb_package_read (NbPackage *self, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPackage, nb_package_free)

G_END_DECLS
