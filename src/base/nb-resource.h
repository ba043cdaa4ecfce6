/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Data that is compiled into the library; see nb-resource.c. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef GResource *(*NbResourceGetter) (void);

GBytes *nb_resource_load (NbResourceGetter getter, const char *path);

G_END_DECLS
