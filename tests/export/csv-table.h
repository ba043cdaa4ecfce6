/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads a CSV text by RFC 4180: rows (GPtrArray) of cells (char *). Fails the test where it is not one. */
GPtrArray  *csv_table_read (const char *text);
const char *csv_table_get  (GPtrArray *table, guint row, const char *column);

G_END_DECLS
