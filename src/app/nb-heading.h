/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NB_TYPE_HEADING (nb_heading_get_type ())
G_DECLARE_FINAL_TYPE (NbHeading, nb_heading, NB, HEADING, GObject)

NbHeading  *nb_heading_new       (const char *title);
const char *nb_heading_get_title (NbHeading *self);

G_END_DECLS
