/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses as typed and as sites write them: the first line is typed, the second is where it leads. */

#include "nb-fuzz.h"

#include <string.h>

#include "source/nb-address.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  char *second = strchr (text, '\n');
  g_autofree char *masked = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GUri) next = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *path = NULL;

  if (second != NULL)
    *second++ = '\0';
  masked = nb_address_mask (text);
  g_assert_true (g_utf8_validate (masked, -1, NULL));
  path = nb_address_file_path (text, NULL);
  uri = nb_address_parse (text, NULL);
  if (uri == NULL)
    return 0;
  shown = nb_address_to_string (uri);
  g_assert_true (g_str_has_prefix (shown, "http"));
  if (second != NULL)
    next = nb_address_resolve (uri, second, NULL);
  if (next != NULL)
    nb_address_check_http (next, NULL);
  return 0;
}
