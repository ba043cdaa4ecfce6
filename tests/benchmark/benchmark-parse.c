/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The whole way of one page, from bytes to findings, against a bare DOM parse of the same bytes by libxml2: processor time of
 * this process, the two in turn, medians. Goal: at most twice the bare parse.
 *
 *   benchmark-parse PAGE [ROUNDS]
 *
 * The page is a sample report; cells get the markup that word processors write until it is at least 100 kB.
 */

#include "benchmark-clock.h"
#include "workspace/nb-reading.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define PAGE_BYTES 100000
#define MARKUP                                                                                     \
  "<td style=\"border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt;height:22.0pt;"           \
  "mso-border-alt:solid windowtext .5pt;mso-pattern:solid;mso-yfti-irow:4\" class=\"MsoNormal\""

static char *
make_page (const char *path, gsize *length)
{
  g_autofree char *sample = NULL;
  GString *page;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &sample, NULL, &error))
    g_error ("%s", error->message);
  page = g_string_new (sample);
  for (char *cell = strstr (page->str, "<td"); cell != NULL && page->len < PAGE_BYTES;
       cell = strstr (cell + strlen (MARKUP), "<td"))
    {
      gssize at = cell - page->str;

      g_string_erase (page, at, 3);
      g_string_insert (page, at, MARKUP);
      cell = page->str + at;
    }
  *length = page->len;
  return g_string_free (page, FALSE);
}

static double
parse_bare (const char *page, gsize length)
{
  double start = benchmark_now ();
  htmlDocPtr doc = htmlReadMemory (page, (int) length, NULL, "UTF-8",
                                   HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

  xmlFreeDoc (doc);
  return benchmark_now () - start;
}

static double
extract (GBytes *bytes)
{
  double start = benchmark_now ();
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("page.html", bytes, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_reading_open_source (source, NULL, &error);

  g_assert_no_error (error);
  g_clear_pointer (&readings, g_ptr_array_unref);
  g_clear_object (&source);
  return benchmark_now () - start;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

int
main (int argc, char *argv[])
{
  guint rounds = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 201;
  g_autofree double *bare = g_new (double, rounds);
  g_autofree double *whole = g_new (double, rounds);
  g_autofree double *ratio = g_new (double, rounds);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  char *page;

  if (argc < 2)
    {
      g_printerr ("usage: benchmark-parse PAGE [ROUNDS]\n");
      return 2;
    }
  page = make_page (argv[1], &length);
  bytes = g_bytes_new_take (page, length);
  for (guint i = 0; i < rounds + 3; i++)
    {
      double b = parse_bare (page, length), w = extract (bytes);

      if (i < 3)
        continue; /* forms, caches */
      bare[i - 3] = b;
      whole[i - 3] = w;
      ratio[i - 3] = w / b;
    }
  g_print ("page %" G_GSIZE_FORMAT " bytes, %u rounds\n", length, rounds);
  g_print ("bare libxml2 DOM parse  %7.3f ms  1.00\n", median (bare, rounds));
  g_print ("whole extraction        %7.3f ms  %.2f\n", median (whole, rounds),
           median (ratio, rounds));
  return 0;
}
