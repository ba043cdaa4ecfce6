/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *nb_label_pick (const char *zh, const char *en);
const char *nb_label_unit (const char *unit);

G_END_DECLS
