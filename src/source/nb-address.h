/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean nb_address_has_scheme (const char *input, const char *scheme);
char    *nb_address_mask       (const char *typed);
GUri    *nb_address_parse      (const char *typed, GError **error);
GUri    *nb_address_resolve    (GUri *base, const char *location, GError **error);
gboolean nb_address_check_http (GUri *uri, GError **error);
char    *nb_address_to_string  (GUri *uri);
gboolean nb_address_is_local   (GInetAddress *address);
char    *nb_address_file_path  (const char *uri, GError **error);

G_END_DECLS
