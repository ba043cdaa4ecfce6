/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way back from JSON: whatever is opened has a sound document, and is written and opened again as it is. */

#include "nb-fuzz.h"

#include <string.h>

#include "document/nb-record.h"
#include "export/nb-export.h"
#include "workspace/nb-reading.h"

static GPtrArray *
open_bytes (const void *data, size_t size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("fuzz", bytes, NULL, NULL);

  return nb_record_is_file (source) ? nb_reading_open_source (source, NULL, error) : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = open_bytes (data, size, &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GString) written = g_string_new (NULL);

  g_assert_true (error == NULL || (readings == NULL && strchr (error->message, '\n') == NULL));
  for (guint i = 0; readings != NULL && i < readings->len; i++)
    {
      nb_fuzz_check_document (nb_report_get_document (nb_reading_get_report (readings->pdata[i])));
      nb_json_write_reading (written, readings->pdata[i], FALSE);
    }
  if (readings == NULL)
    return 0;
  again = open_bytes (written->str, written->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, readings->len);
  return 0;
}
