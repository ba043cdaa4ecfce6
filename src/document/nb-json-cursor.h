/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/nb-decimal.h"
#include "base/nb-limits.h"

G_BEGIN_DECLS

/**
 * NbJsonCursor:
 * @at: what is read next
 * @end: behind the text
 * @depth: open objects and arrays
 * @brackets: which they are
 * @is_first: whether nothing was read in the innermost one yet
 * @is_full: whether it is broken because there is more than may be read
 * @is_broken: whether something was not JSON, or not what was asked for; nothing is read any more
 * @key: name of the member that was come to last; empty where it is longer than any that is known
 *
 * Walks through JSON without making a tree of it.
 */
typedef struct {
  const char *at;
  const char *end;
  guint       depth;
  char        brackets[NB_LIMIT_JSON_NESTING];
  gboolean    is_first;
  gboolean    is_full;
  gboolean    is_broken;
  char        key[24];
} NbJsonCursor;

void     nb_json_cursor_init         (NbJsonCursor *self, const char *text, gsize length);
gboolean nb_json_cursor_is_at_end    (NbJsonCursor *self);
/* @bracket: '{' or '['; FALSE for null, and where anything else stands there, which is broken. */
gboolean nb_json_cursor_enter        (NbJsonCursor *self, char bracket);
/* The next member or element of the innermost object or array; FALSE behind its end. */
gboolean nb_json_cursor_next         (NbJsonCursor *self);
void     nb_json_cursor_skip         (NbJsonCursor *self);
void     nb_json_cursor_give_up      (NbJsonCursor *self); /* more came than may be read */
char    *nb_json_cursor_take_string  (NbJsonCursor *self, gsize *length);
guint64  nb_json_cursor_take_count   (NbJsonCursor *self, guint64 most);
gboolean nb_json_cursor_take_decimal (NbJsonCursor *self, NbDecimal *value);

G_END_DECLS
