/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbMimePart:
 * @type: (owned) (nullable): media type, lower case
 * @charset: (owned) (nullable): as written
 * @boundary: (owned) (nullable): what parts its parts
 * @encoding: (owned) (nullable): how its body is encoded, lower case
 * @id: (owned) (nullable): its Content-ID, without brackets
 * @start: (owned) (nullable): the id of the part among its parts that is the page, without brackets
 * @location: (owned) (nullable): the address that it is from
 * @is_attached: it is no part of what is shown
 * @body: where its body begins; in the bytes that were given
 * @length: and how long it is
 *
 * A part of a MIME message.
 */
typedef struct
{
  char *type;
  char *charset;
  char *boundary;
  char *encoding;
  char *id;
  char *start;
  char *location;
  gboolean is_attached;
  const char *body;
  gsize length;
} NbMimePart;

void     nb_mime_part_parse  (NbMimePart *self, const char *bytes, gsize length);
void     nb_mime_part_clear  (NbMimePart *self);
gboolean nb_mime_part_next   (const NbMimePart *self, gsize *at, const char **bytes, gsize *length);
GBytes  *nb_mime_part_decode (const NbMimePart *self, const char *end, GError **error);
void     nb_mime_set_damaged (GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbMimePart, nb_mime_part_clear)

G_END_DECLS
