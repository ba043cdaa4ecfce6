/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels as they are folded, and looked up in the index of the forms. */

#include "nb-fuzz.h"

#include <string.h>

#include "base/nb-text.h"
#include "report/nb-label-index.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autofree char *key = nb_text_label_key (text, -1);
  g_autofree char *label = nb_text_dup_label (text, -1);
  g_autofree char *folded = nb_text_fold (text, -1);
  g_autofree char *kept = nb_text_fold_keep (text, -1);
  gsize offset = 0, length = strlen (text);

  nb_text_trim (text, &offset, &length);
  g_assert_cmpuint (offset + length, <=, strlen (text));
  g_assert_true (g_utf8_validate (key, -1, NULL));
  g_assert_true (g_utf8_validate (label, -1, NULL));
  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_utf8_validate (kept, -1, NULL));
  nb_label_index_lookup (key);
  g_assert_cmpuint (nb_text_edit_distance (folded, folded, 3), ==, 0);
  nb_text_edit_distance (folded, key, 3);
  nb_text_is_enumerated (text, -1);
  nb_text_is_blank (text, -1);
  return 0;
}
