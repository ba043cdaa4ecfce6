/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GInputStream *nb_chunks_open (GInputStream *body);

G_END_DECLS
