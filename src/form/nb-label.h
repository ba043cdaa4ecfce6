/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *nb_label_pick        (const char *zh, const char *en);
const char *nb_label_unit        (const char *unit);
const char *nb_label_skip_number (const char *label);
char       *nb_label_dup_short   (const char *label);

G_END_DECLS
