/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NB_CHUNKS_CUT    N_ ("the connection ended before the page was whole")
#define NB_CHUNKS_BROKEN N_ ("the site sends its page in parts that cannot be read; save the page in a browser and open the file")

GInputStream *nb_chunks_open (GInputStream *body);

G_END_DECLS
