/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports in traditional characters, as converters of several places write them: figures are found, text is kept. */

#include "base/nb-limits.h"
#include "nb-test-package.h"
#include "report/nb-report.h"

#include <opencc/opencc.h>
#include <string.h>

static void
test_converted (gconstpointer data)
{
  static const char *const samples[] = { "yunxi-2019.html", "yunxi-2021.html" };
  opencc_t converter = opencc_open (data);

  g_assert_true (converter != (opencc_t) -1);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (NbDocument) sample = nb_test_sample (samples[i]);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", samples[i],
                                                     NULL);
      g_autofree char *html = NULL;
      char *converted;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NbDocument) document = NULL;
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_get_contents (path, &html, NULL, NULL));
      converted = opencc_convert_utf8 (converter, html, strlen (html));
      bytes = g_bytes_new (converted, strlen (converted));
      opencc_convert_utf8_free (converted);
      document = nb_test_read (bytes, &error);
      g_assert_no_error (error);
      nb_test_assert_same_figures (sample, document);
      reports = nb_report_recognise (document, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (nb_report_get_title (g_ptr_array_index (reports, 0)), "公開"));
      g_assert_true (nb_report_get_document (g_ptr_array_index (reports, 0)) == document);
    }
  opencc_close (converter);
}

/* NB_LIMIT_TRADITIONAL_BYTES: what a page says of itself is no reason to convert for half a minute. */
static void
test_limit (void)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><meta charset=utf-8>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NbDocument) document = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;

  while (page->len <= 2 * NB_LIMIT_TRADITIONAL_BYTES)
    g_string_append (page, "<p>雲溪縣政府資訊公開工作年度報告，主動公開政府資訊十二件。</p>");
  bytes = g_bytes_new (page->str, page->len);
  document = nb_test_read (bytes, &error);
  g_assert_no_error (error);
  reports = nb_report_recognise (document, NULL, &error);
  g_assert_null (reports);
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/nianbao/traditional/case-7-plain", "s2t.json", test_converted);
  g_test_add_data_func ("/nianbao/traditional/case-7-taiwan", "s2tw.json", test_converted);
  g_test_add_data_func ("/nianbao/traditional/case-7-taiwan-words", "s2twp.json", test_converted);
  g_test_add_data_func ("/nianbao/traditional/case-7-hong-kong", "s2hk.json", test_converted);
  g_test_add_func ("/nianbao/traditional/NB_LIMIT_TRADITIONAL_BYTES", test_limit);
  return g_test_run ();
}
