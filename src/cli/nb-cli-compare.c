/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * nianbao-cli compare: two reports side by side. Each input must be one report; of one that is not
 * read nothing is written.
 */

#include "nb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/nb-comparison-export.h"
#include "nb-cli-inputs.h"
#include "nb-cli-jobs.h"
#include "nb-cli-output.h"
#include "workspace/nb-reading.h"

typedef struct
{
  NbCliConsole *console;
  GPtrArray *readings; /* of NbReading; one for each input that could be read */
  guint n_failed;
} Compare;

typedef struct
{
  const char *name;
  gboolean (*write) (NbComparison *comparison,
                     const NbCliOptions *options,
                     GString *out,
                     GError **error);
} Format;

static gboolean
write_text (NbComparison *comparison, const NbCliOptions *options, GString *out, GError **error)
{
  g_autoptr (NbPaper) paper = nb_comparison_dup_paper (comparison, FALSE);

  nb_paper_write_text (paper, out);
  return TRUE;
}

static gboolean
write_json (NbComparison *comparison, const NbCliOptions *options, GString *out, GError **error)
{
  g_autoptr (GListModel) findings = nb_comparison_list_findings (comparison);

  nb_comparison_write_json (comparison, findings, out);
  return TRUE;
}

static gboolean
write_csv (NbComparison *comparison, const NbCliOptions *options, GString *out, GError **error)
{
  nb_comparison_write_csv (comparison, !options->no_bom, out);
  return TRUE;
}

static gboolean
write_md (NbComparison *comparison, const NbCliOptions *options, GString *out, GError **error)
{
  g_autoptr (NbPaper) paper = nb_comparison_dup_paper (comparison, TRUE);

  nb_paper_write_md (paper, out);
  return TRUE;
}

static gboolean
write_html (NbComparison *comparison, const NbCliOptions *options, GString *out, GError **error)
{
  g_autoptr (NbPaper) paper = nb_comparison_dup_paper (comparison, TRUE);

  nb_paper_write_html (paper, out);
  return TRUE;
}

static gboolean
write_xlsx (NbComparison *comparison, const NbCliOptions *options, GString *out, GError **error)
{
  return nb_comparison_write_xlsx (comparison, out, error);
}

static const Format formats[] = {
  { "text", write_text }, { "json", write_json }, { "csv", write_csv },
  { "md", write_md },     { "html", write_html }, { "xlsx", write_xlsx },
};

static const Format *
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (name == NULL || strcmp (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

/* Without --format it is text, whatever the file is called, but not silently. */
static void
note_name (NbCliConsole *console, const NbCliOptions *options, const Format *format)
{
  g_autofree char *ending = nb_cli_output_dup_format (options->output);

  if (options->format == NULL && ending != NULL && find_format (ending) != NULL)
    nb_cli_console_note_format (console, options->output, format->name, ending);
}

static void
fail (Compare *self, NbCliResult *result, const char *message)
{
  self->n_failed++;
  nb_cli_console_fail (self->console, result->input->name, message);
}

static gboolean
consume_cb (NbCliResult *result, gpointer user_data)
{
  Compare *self = user_data;

  if (result->error != NULL)
    fail (self, result, result->error->message);
  else if (result->n_reports > 1)
    fail (self, result, _ ("holds several reports, and only single ones can be compared"));
  else
    g_ptr_array_extend_and_steal (self->readings, g_steal_pointer (&result->readings));
  return TRUE;
}

static NbCliStatus
write_out (NbComparison *comparison,
           const Format *format,
           const NbCliOptions *options,
           NbCliConsole *console)
{
  g_autoptr (NbCliOutput) output = nb_cli_output_new (options->output);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (format->write (comparison, options, text, &error) &&
      nb_cli_output_write (output, text->str, text->len, &error) &&
      nb_cli_output_finish (output, &error))
    return NB_CLI_DONE;
  nb_cli_console_fail_output (console, options->output, error);
  return NB_CLI_FAILED;
}

/**
 * nb_cli_compare:
 * @options: the command line, with two inputs
 * @console: where failures are told
 * @cancellable: stops the work
 *
 * Reads two reports and writes their comparison.
 *
 * Returns: the exit status
 */
NbCliStatus
nb_cli_compare (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable)
{
  const Format *format = find_format (options->format);
  g_autoptr (NbCliInputs) inputs = NULL;
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NbComparison) comparison = NULL;
  Compare self = { .console = console, .readings = readings };
  NbCliWork work = { .consume = consume_cb, .user_data = &self };

  if (format == NULL)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("compare: “%s” is no format; there are text, json, csv, md, html and xlsx"),
          options->format);
      nb_cli_console_fail_usage (console, message);
      return NB_CLI_USAGE;
    }
  inputs = nb_cli_inputs_collect (options->inputs, cancellable);
  if (inputs->n_folders > 0)
    {
      nb_cli_console_fail_usage (console, _ ("“compare” takes two reports, and no folder"));
      return NB_CLI_USAGE;
    }
  if (!nb_cli_jobs_run (inputs->list, options, &work, console, cancellable))
    return NB_CLI_FAILED;
  if (g_cancellable_is_cancelled (cancellable))
    {
      nb_cli_console_fail (console, NULL, _ ("interrupted"));
      return NB_CLI_FAILED;
    }
  if (self.n_failed > 0 || readings->len != 2)
    return NB_CLI_FAILED;
  note_name (console, options, format);
  comparison = nb_comparison_new (nb_reading_get_report (readings->pdata[0]),
                                  nb_reading_get_report (readings->pdata[1]));
  return write_out (comparison, format, options, console);
}
