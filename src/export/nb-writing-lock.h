/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GMutex *nb_writing_get_lock (void);

G_END_DECLS
