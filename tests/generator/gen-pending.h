/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the library is known not to read yet: one line each, to be struck out as it is mended. */

#include <glib.h>

G_BEGIN_DECLS

gboolean gen_pending_has (const char *layout, guint form, const char *damage, const char *complaint);

G_END_DECLS
