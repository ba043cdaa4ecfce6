/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

NbOrganKind nb_organ_kind_for_name (const char *name);
char *nb_organ_key_for_name (const char *name);
const char *nb_organ_clause_start (const char *text, const char *end);
char *nb_organ_name_before (const char *folded, gsize length);
gboolean nb_organ_name_is_self (const char *name);
char *nb_organ_find_in_contact (const char *folded);
char *nb_organ_name_for_site (const char *site);

char *nb_organ_dup_printed (const char *name, const char *printed);

G_END_DECLS
