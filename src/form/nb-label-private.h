/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the loaders of the forms alone. */

#include "nb-label.h"

G_BEGIN_DECLS

void nb_label_add (const char *zh);

G_END_DECLS
