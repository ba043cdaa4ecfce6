/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A server on loopback in a thread of its own. */
typedef struct _NbTestServer NbTestServer;

/* @certificate: (nullable): for https */
NbTestServer *nb_test_server_new     (GTlsCertificate *certificate);
void          nb_test_server_free    (NbTestServer *self);
char         *nb_test_server_address (NbTestServer *self, const char *path);
guint         nb_test_server_count   (NbTestServer *self); /* requests so far */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbTestServer, nb_test_server_free)

G_END_DECLS
