/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/nb-decimal.h"

G_BEGIN_DECLS

/**
 * NbJsonWriter:
 * @out: what is written to
 * @pretty: a member a line, two spaces a level; else all on one line
 * @depth: open objects and arrays
 * @is_first: whether nothing stands yet in the innermost one
 *
 * Writes JSON in the order of the calls. A key is NULL inside an array and at the top.
 */
typedef struct {
  GString *out;
  gboolean pretty;
  guint    depth;
  gboolean is_first;
} NbJsonWriter;

void nb_json_writer_init      (NbJsonWriter *self, GString *out, gboolean pretty);
void nb_json_begin_object     (NbJsonWriter *self, const char *key);
void nb_json_end_object       (NbJsonWriter *self);
void nb_json_begin_array      (NbJsonWriter *self, const char *key);
void nb_json_end_array        (NbJsonWriter *self);
void nb_json_add_string       (NbJsonWriter *self, const char *key, const char *value);
void nb_json_add_null         (NbJsonWriter *self, const char *key);
void nb_json_add_boolean      (NbJsonWriter *self, const char *key, gboolean value);
void nb_json_add_count        (NbJsonWriter *self, const char *key, guint64 value);
void nb_json_add_place_number (NbJsonWriter *self, const char *key, guint value);
void nb_json_add_decimal      (NbJsonWriter *self, const char *key, NbDecimal value);
void nb_json_finish           (NbJsonWriter *self);

G_END_DECLS
