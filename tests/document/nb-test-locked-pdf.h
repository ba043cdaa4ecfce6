/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A writer of encrypted PDF for tests: the standard handler in its second revision, RC4 with 40 bits. */

#include <glib.h>

G_BEGIN_DECLS

/* @user: what has to be known to read it; "" leaves only what the owner's password guards, printing and the like. */
GBytes *nb_test_locked_pdf (const char *text, const char *user, const char *owner);

G_END_DECLS
