/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workspace/nb-notebook.h"

G_BEGIN_DECLS

void nb_lost_dialog_show (GtkWindow *parent, NbReading *reading);

G_END_DECLS
