/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/nb-form.h"

G_BEGIN_DECLS

char *nb_blank_form_dup_page (const NbForm *form, const char *organ, guint year);

G_END_DECLS
