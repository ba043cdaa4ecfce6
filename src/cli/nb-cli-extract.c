/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * nianbao-cli extract: reports as data. The workers of nb-cli-jobs.c read and write each input's
 * own piece of the output; the main thread only puts the pieces in order.
 */

#include "nb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/nb-export.h"
#include "nb-cli-inputs.h"
#include "nb-cli-jobs.h"
#include "nb-cli-output.h"

/**
 * Format:
 * @name: as typed
 * @single: whether it holds one report and no more
 * @errors: whether a failure leaves an object in the place of its input
 * @findings: whether it tells the findings, all those of single reports
 * @spaced: whether an empty line stands between two inputs
 * @needs_one: whether nothing is written where there is no report
 * @head: (nullable): what stands before the first
 * @render: (nullable): writes one input; NULL where all are needed at once
 * @tail: (nullable): writes all at once
 *
 * One format of the output.
 */
typedef struct
{
  const char *name;
  gboolean single;
  gboolean errors;
  gboolean findings;
  gboolean spaced;
  gboolean needs_one;
  void (*head) (GString *out, gboolean bom);
  NbCliRender render;
  gboolean (*tail) (GString *out, GPtrArray *readings, gboolean bom, GError **error);
} Format;

typedef struct
{
  const NbCliOptions *options;
  const Format *format;
  NbCliConsole *console;
  NbCliOutput *output;
  GPtrArray *readings; /* for formats with a tail */
  GString *held;       /* of a single format: written when it is known to be the only one */
  guint n_done;
  guint n_failed;
  guint n_skipped;
  gboolean too_many; /* more reports than the format holds */
  GError *write_error;
} Extract;

static void
end_line (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

static void
render_json (GString *out, GPtrArray *readings)
{
  nb_json_write_reading (out, readings->pdata[0], TRUE);
  end_line (out);
}

static void
render_ndjson (GString *out, GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    {
      nb_json_write_reading (out, readings->pdata[i], FALSE);
      end_line (out);
    }
}

static void
render_csv (GString *out, GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    nb_csv_write_reading (out, readings->pdata[i]);
}

static void
render_summary (GString *out, GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      nb_summary_write (out, readings->pdata[i]);
      end_line (out);
    }
}

/* The parts of one input share its document; only JSON of ours holds several. */
static void
render_text (GString *out, GPtrArray *readings)
{
  NbDocument *last = NULL;

  for (guint i = 0; i < readings->len; i++)
    {
      NbDocument *document = nb_report_get_document (nb_reading_get_report (readings->pdata[i]));
      gsize length;
      const char *text = nb_document_get_text (document, &length);

      if (document == last)
        continue;
      if (last != NULL)
        g_string_append_c (out, '\n');
      g_string_append_len (out, text, (gssize) length);
      last = document;
    }
}

static gboolean
write_wide_csv (GString *out, GPtrArray *readings, gboolean bom, GError **error)
{
  nb_wide_csv_write (out, readings, bom);
  return TRUE;
}

static gboolean
write_xlsx (GString *out, GPtrArray *readings, gboolean bom, GError **error)
{
  return nb_xlsx_write (out, readings, error);
}

static gboolean
write_dta (GString *out, GPtrArray *readings, gboolean bom, GError **error)
{
  return nb_statistics_write (out, readings, NB_STATISTICS_DTA, error);
}

static gboolean
write_sav (GString *out, GPtrArray *readings, gboolean bom, GError **error)
{
  return nb_statistics_write (out, readings, NB_STATISTICS_SAV, error);
}

static gboolean
write_md (GString *out, GPtrArray *readings, gboolean bom, GError **error)
{
  g_autoptr (NbPaper) paper = nb_report_dup_paper (readings);

  nb_paper_write_md (paper, out);
  return TRUE;
}

static gboolean
write_html (GString *out, GPtrArray *readings, gboolean bom, GError **error)
{
  g_autoptr (NbPaper) paper = nb_report_dup_paper (readings);

  nb_paper_write_html (paper, out);
  return TRUE;
}

static gboolean
write_pdf (GString *out, GPtrArray *readings, gboolean bom, GError **error)
{
  g_autoptr (NbPaper) paper = nb_report_dup_paper (readings);

  return nb_paper_write_pdf (paper, out, error);
}

static const Format formats[] = {
  { .name = "json", .single = TRUE, .findings = TRUE, .render = render_json },
  { .name = "ndjson", .errors = TRUE, .findings = TRUE, .render = render_ndjson },
  { .name = "csv", .head = nb_csv_write_head, .render = render_csv },
  { .name = "wide-csv", .tail = write_wide_csv },
  { .name = "xlsx", .findings = TRUE, .needs_one = TRUE, .tail = write_xlsx },
  { .name = "md", .findings = TRUE, .needs_one = TRUE, .tail = write_md },
  { .name = "html", .findings = TRUE, .needs_one = TRUE, .tail = write_html },
  { .name = "pdf", .findings = TRUE, .needs_one = TRUE, .tail = write_pdf },
  { .name = "dta", .needs_one = TRUE, .tail = write_dta },
  { .name = "sav", .needs_one = TRUE, .tail = write_sav },
  { .name = "summary", .findings = TRUE, .spaced = TRUE, .render = render_summary },
  { .name = "text", .spaced = TRUE, .render = render_text },
};

static const Format *
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

static const Format *
choose_format (const NbCliOptions *options, const NbCliInputs *inputs)
{
  if (options->format != NULL)
    return find_format (options->format);
  return find_format (options->inputs->len == 1 && inputs->n_folders == 0 ? "json" : "ndjson");
}

/* Without --format the default counts, whatever the file is called, but not silently. */
static void
note_name (Extract *self)
{
  g_autofree char *ending = nb_cli_output_dup_format (self->options->output);

  if (self->options->format == NULL && ending != NULL && find_format (ending) != NULL)
    nb_cli_console_note_format (self->console, self->options->output, self->format->name,
                                find_format (ending)->name);
}

static gboolean
write_out (Extract *self, const char *data, gsize length)
{
  nb_cli_console_end_progress (self->console);
  return nb_cli_output_write (self->output, data, length, &self->write_error);
}

static gboolean
consume_failure (Extract *self, NbCliResult *result)
{
  const char *name = result->input->name;
  g_autoptr (GString) text = g_string_new (NULL);

  self->n_failed++;
  nb_cli_console_fail (self->console, name, result->error->message);
  if (!self->format->errors)
    return TRUE;
  g_autofree char *shown = nb_source_mask_uri (name);
  nb_json_write_error (text, shown, result->source, result->error);
  end_line (text);
  return write_out (self, text->str, text->len);
}

static gboolean
consume_cb (NbCliResult *result, gpointer user_data)
{
  Extract *self = user_data;

  if (result->error != NULL)
    return consume_failure (self, result);
  if (result->skipped)
    {
      self->n_skipped++;
      return TRUE;
    }
  self->too_many = self->format->single && self->n_done + result->n_reports > 1;
  if (self->too_many)
    return FALSE;
  if (result->readings != NULL)
    g_ptr_array_extend_and_steal (self->readings, g_steal_pointer (&result->readings));
  if (self->n_done++ > 0 && self->format->spaced && !write_out (self, "\n", 1))
    return FALSE;
  if (self->format->single)
    {
      g_string_append_len (self->held, result->text->str, result->text->len);
      return TRUE;
    }
  return write_out (self, result->text->str, result->text->len);
}

static gboolean
write_ends (Extract *self, gboolean (*write) (Extract *self, GString *out))
{
  g_autoptr (GString) text = g_string_new (NULL);

  return write (self, text) && write_out (self, text->str, text->len);
}

static gboolean
write_head (Extract *self, GString *out)
{
  if (self->format->head != NULL)
    self->format->head (out, !self->options->no_bom);
  return TRUE;
}

static gboolean
write_tail (Extract *self, GString *out)
{
  g_string_append_len (out, self->held->str, self->held->len);
  if (self->format->tail == NULL || (self->format->needs_one && self->readings->len == 0))
    return TRUE;
  return self->format->tail (out, self->readings, !self->options->no_bom, &self->write_error);
}

/* Where nothing could be read, there is nothing to replace a file with. */
static gboolean
finish (Extract *self)
{
  gboolean has_data = self->n_done > 0 || (self->format->errors && self->n_failed > 0);

  if (self->options->output != NULL && !has_data)
    return TRUE;
  return nb_cli_output_finish (self->output, &self->write_error);
}

/* A folder without a report is no failure but for a format that holds exactly one. */
static void
check_any (Extract *self)
{
  const char *first = self->options->inputs->pdata[0];
  const char *message = _ ("there is no report in it");

  if (self->n_done > 0 || self->n_failed > 0)
    return;
  if (!self->format->single)
    {
      nb_cli_console_note (self->console, first, message);
      return;
    }
  self->n_failed++;
  nb_cli_console_fail (self->console, first, message);
}

static NbCliStatus
fail_usage (Extract *self, const char *message)
{
  nb_cli_console_fail_usage (self->console, message);
  return NB_CLI_USAGE;
}

static NbCliStatus
fail_unknown_format (Extract *self)
{
  g_autofree char *message = g_strdup_printf (
      _ ("extract: “%s” is no format; there are json, ndjson, csv, wide-csv, xlsx, md, html, pdf, "
         "dta, sav, summary and text"),
      self->options->format);

  return fail_usage (self, message);
}

/* Reads everything and writes it in order. FALSE: interrupted, or the output cannot be written. */
static gboolean
run (Extract *self, GPtrArray *inputs, GCancellable *cancellable)
{
  NbCliWork work = { .render = self->format->render,
                     .check = self->format->findings ? nb_reading_check : NULL,
                     .consume = consume_cb,
                     .user_data = self };

  return write_ends (self, write_head) &&
         nb_cli_jobs_run (inputs, self->options, &work, self->console, cancellable) &&
         !g_cancellable_is_cancelled (cancellable) && write_ends (self, write_tail) &&
         finish (self);
}

static NbCliStatus
extract (Extract *self, NbCliInputs *inputs, GCancellable *cancellable)
{
  gboolean complete = run (self, inputs->list, cancellable);

  if (self->too_many)
    return fail_usage (
        self, _ ("the input holds several reports, and json holds one: use --format=ndjson"));
  if (self->write_error != NULL)
    nb_cli_console_fail_output (self->console, self->options->output, self->write_error);
  /* A signal that comes when all is written has interrupted nothing. */
  else if (!complete && g_cancellable_is_cancelled (cancellable))
    nb_cli_console_fail (self->console, NULL, _ ("interrupted"));
  if (!complete)
    return NB_CLI_FAILED;
  check_any (self);
  nb_cli_console_note_skipped (self->console, self->n_skipped + inputs->n_skipped);
  return self->n_failed > 0 ? NB_CLI_FAILED : NB_CLI_DONE;
}

/**
 * nb_cli_extract:
 * @options: the command line
 * @console: where failures, notes and progress are told
 * @cancellable: stops the work
 *
 * Reads all inputs and writes them as data. An input that cannot be read is told and passed over.
 *
 * Returns: the exit status
 */
NbCliStatus
nb_cli_extract (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable)
{
  g_autoptr (NbCliInputs) inputs = NULL;
  g_autoptr (NbCliOutput) output = nb_cli_output_new (options->output);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) held = g_string_new (NULL);
  Extract self = {
    .options = options, .console = console, .output = output, .readings = readings, .held = held
  };
  NbCliStatus status;

  if (options->format != NULL && find_format (options->format) == NULL)
    return fail_unknown_format (&self);
  inputs = nb_cli_inputs_collect (options->inputs, cancellable);
  self.format = choose_format (options, inputs);
  if (self.format->single && options->inputs->len > 1)
    return fail_usage (&self, _ ("json holds one report: for several inputs use --format=ndjson"));
  note_name (&self);
  status = extract (&self, inputs, cancellable);
  g_clear_error (&self.write_error);
  return status;
}
