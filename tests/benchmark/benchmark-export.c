/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What it takes to export a thousand reports in each format: processor time, size, and the most memory that
 * the process had meanwhile, with the reports and the file in it.
 *
 *   benchmark-export REPORT...
 *
 * The reports are taken over and over until there are a thousand.
 */

#include "benchmark-clock.h"
#include "export/nb-export.h"

#include <stdio.h>
#include <string.h>

enum
{
  REPORTS = 1000,
};

typedef gboolean (*Writer) (GString *out, GPtrArray *readings, GError **error);

static gboolean
write_csv (GString *out, GPtrArray *readings, GError **error)
{
  nb_csv_write_head (out, TRUE);
  for (guint i = 0; i < readings->len; i++)
    nb_csv_write_reading (out, readings->pdata[i]);
  return TRUE;
}

static gboolean
write_wide (GString *out, GPtrArray *readings, GError **error)
{
  nb_wide_csv_write (out, readings, TRUE);
  return TRUE;
}

static gboolean
write_ndjson (GString *out, GPtrArray *readings, GError **error)
{
  for (guint i = 0; i < readings->len; i++)
    nb_json_write_reading (out, readings->pdata[i], FALSE);
  return TRUE;
}

static gboolean
write_dta (GString *out, GPtrArray *readings, GError **error)
{
  return nb_statistics_write (out, readings, NB_STATISTICS_DTA, error);
}

static gboolean
write_sav (GString *out, GPtrArray *readings, GError **error)
{
  return nb_statistics_write (out, readings, NB_STATISTICS_SAV, error);
}

static gboolean
write_md (GString *out, GPtrArray *readings, GError **error)
{
  g_autoptr (NbPaper) paper = nb_report_dup_paper (readings);

  nb_paper_write_md (paper, out);
  return TRUE;
}

static gboolean
write_html (GString *out, GPtrArray *readings, GError **error)
{
  g_autoptr (NbPaper) paper = nb_report_dup_paper (readings);

  nb_paper_write_html (paper, out);
  return TRUE;
}

static gboolean
write_pdf (GString *out, GPtrArray *readings, GError **error)
{
  g_autoptr (NbPaper) paper = nb_report_dup_paper (readings);

  return nb_paper_write_pdf (paper, out, error);
}

static const struct
{
  const char *name;
  Writer write;
} formats[] = {
  { "csv", write_csv }, { "wide-csv", write_wide }, { "ndjson", write_ndjson },
  { "dta", write_dta }, { "sav", write_sav },       { "xlsx", nb_xlsx_write },
  { "md", write_md },   { "html", write_html },     { "pdf", write_pdf },
};

/* What Linux counts since the last reset, in MB; 0 elsewhere. */
static long
read_peak (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  return line != NULL ? strtol (line + strlen ("VmHWM:"), NULL, 10) / 1024 : 0;
}

static void
reset_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static void
measure (guint i, GPtrArray *readings)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  double start, end;
  gboolean done;

  reset_peak ();
  start = benchmark_now ();
  done = formats[i].write (out, readings, &error);
  end = benchmark_now ();
  g_print ("%-9s %9.0f ms  %8.1f MB  most memory %6ld MB%s%s\n", formats[i].name, end - start,
           (double) out->len / 1e6, read_peak (),
           done ? "" : "  refused: ", done ? "" : error->message);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  const NbSourceOptions options = { .max_bytes = 64 * 1024 * 1024, .timeout = 30 };

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *of_input = nb_reading_open (argv[i], &options, NULL, NULL, NULL, &error);

      if (of_input == NULL)
        g_error ("%s: %s", argv[i], error->message);
      g_ptr_array_extend_and_steal (opened, of_input);
    }
  if (opened->len == 0)
    return 2;
  for (guint i = 0; i < REPORTS; i++)
    g_ptr_array_add (readings, opened->pdata[i % opened->len]);
  g_print ("%u reports\n", readings->len);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    measure (i, readings);
  return 0;
}
