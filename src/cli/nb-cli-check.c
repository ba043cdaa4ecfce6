/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * nianbao-cli check: what does not agree. All inputs are one workspace: the workers of nb-cli-jobs.c put each
 * report to the rules for one, then the main thread sets the reports against each other, and only then
 * is anything written, in the order of the inputs. Formats for people are written whole: the check sheet.
 */

#include "nb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "base/nb-fixed-list.h"
#include "export/nb-export.h"
#include "nb-cli-inputs.h"
#include "nb-cli-jobs.h"
#include "nb-cli-output.h"
#include "workspace/nb-notebook.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_NDJSON,
  FORMAT_HTML,
  FORMAT_PDF,
  FORMAT_XLSX,
  N_FORMATS
} Format;

static const char *const format_names[N_FORMATS] = {
  "text", "json", "ndjson", "html", "pdf", "xlsx"
};

/* What became of one input: a failure, or readings [first, first + n) of all of them. */
typedef struct
{
  char *name;
  NbSource *source; /* (owned) (nullable): of what could not be read */
  GError *error;
  guint first;
  guint n;
} Entry;

typedef struct
{
  const NbCliOptions *options;
  Format format;
  NbCliConsole *console;
  NbCliOutput *output;
  GArray *entries;      /* of Entry */
  GPtrArray *readings;  /* of NbReading */
  NbWorkspaceSize size; /* of @readings */
  guint n_failed;
  guint n_skipped;
  guint n_counting; /* findings at or above --fail-on */
  GError *write_error;
} Check;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_clear_object (&entry->source);
  g_clear_error (&entry->error);
}

static gboolean
consume_cb (NbCliResult *result, gpointer user_data)
{
  Check *self = user_data;
  Entry entry = { .first = self->readings->len };

  if (result->skipped)
    {
      self->n_skipped++;
      return TRUE;
    }
  entry.name = g_strdup (result->input->name);
  if (result->error == NULL)
    nb_workspace_size_add (&self->size, result->readings, &result->error);
  if (result->error != NULL)
    {
      self->n_failed++;
      entry.source = g_steal_pointer (&result->source);
      entry.error = g_error_copy (result->error);
      nb_cli_console_fail (self->console, entry.name, entry.error->message);
    }
  else
    {
      entry.n = result->readings->len;
      g_ptr_array_extend_and_steal (self->readings, g_steal_pointer (&result->readings));
    }
  g_array_append_val (self->entries, entry);
  return TRUE;
}

/* --- What is wanted of the findings --- */

/* T3-05 is what proposes to change one cell: it stands with the sum that it heals. */
static gboolean
is_wanted (const Check *self, NbFinding *finding, char **rules)
{
  guint n_repairs;

  nb_finding_get_repairs (finding, &n_repairs);
  return rules == NULL ||
         g_strv_contains ((const char *const *) rules, nb_finding_get_rule (finding)) ||
         (n_repairs > 0 && g_strv_contains ((const char *const *) rules, "T3-05"));
}

static NbReading *
select_findings (const Check *self, NbReading *reading, char **rules)
{
  GListModel *findings = nb_reading_get_findings (reading);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) wanted = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (is_wanted (self, finding, rules))
        g_ptr_array_add (kept, g_steal_pointer (&finding));
    }
  wanted = nb_fixed_list_new (NB_TYPE_FINDING, kept);
  return nb_reading_new_with_findings (reading, wanted);
}

static void
count_findings (Check *self, NbReading *reading)
{
  GListModel *findings = nb_reading_get_findings (reading);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (self->options->fail_on != NB_CLI_NEVER &&
          nb_finding_get_status (finding) == NB_STATUS_FAIL &&
          (guint) nb_finding_get_severity (finding) <= self->options->fail_on)
        self->n_counting++;
    }
}

/* Puts the reports against each other, leaves the rules that are wanted, and adds what the user decided. */
static void
finish_findings (Check *self, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) checked = nb_readings_check_workspace (self->readings, cancellable);
  g_auto (GStrv) rules = self->options->rules != NULL ? g_strsplit (self->options->rules, ",", -1)
                                                      : NULL;

  g_ptr_array_set_size (self->readings, 0);
  for (guint i = 0; i < checked->len; i++)
    {
      g_autoptr (NbReading) reading = select_findings (self, checked->pdata[i], rules);

      count_findings (self, reading);
      g_ptr_array_add (self->readings, nb_notebook_apply (nb_notebook_get_default (), reading));
    }
}

/* --- Output --- */

static gboolean
wants_colours (void)
{
  const char *term = g_getenv ("TERM");
  const char *none = g_getenv ("NO_COLOR"); /* set and empty, it says nothing */

  return isatty (STDOUT_FILENO) && (none == NULL || *none == '\0') && g_strcmp0 (term, "dumb") != 0;
}

static void
render_reading (Check *self, GString *out, guint index)
{
  NbReading *reading = self->readings->pdata[index];

  switch (self->format)
    {
    case FORMAT_TEXT:
      if (index > 0)
        g_string_append_c (out, '\n');
      nb_findings_write_text (out, reading, wants_colours ());
      return;
    case FORMAT_JSON:
    case FORMAT_NDJSON:
    default: /* the others are written whole */
      nb_json_write_reading (out, reading, self->format == FORMAT_JSON);
      if (out->len > 0 && out->str[out->len - 1] != '\n')
        g_string_append_c (out, '\n');
    }
}

static gboolean
write_entry (Check *self, const Entry *entry)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (entry->error != NULL && self->format == FORMAT_NDJSON)
    {
      g_autofree char *shown = nb_source_mask_uri (entry->name);

      nb_json_write_error (out, shown, entry->source, entry->error);
      if (out->str[out->len - 1] != '\n')
        g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < entry->n; i++)
    render_reading (self, out, entry->first + i);
  return nb_cli_output_write (self->output, out->str, (gssize) out->len, &self->write_error);
}

/* Where nothing could be read there is nothing to put on a sheet. */
static gboolean
write_sheet (Check *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (NbPaper) paper = NULL;

  if (self->readings->len == 0)
    return TRUE;
  if (self->format == FORMAT_XLSX)
    {
      if (!nb_check_sheet_write_xlsx (self->readings, out, &self->write_error))
        return FALSE;
    }
  else
    {
      paper = nb_check_sheet_dup_paper (self->readings);
      if (self->format == FORMAT_HTML)
        nb_paper_write_html (paper, out);
      else if (!nb_paper_write_pdf (paper, out, &self->write_error))
        return FALSE;
    }
  return nb_cli_output_write (self->output, out->str, (gssize) out->len, &self->write_error) &&
         nb_cli_output_finish (self->output, &self->write_error);
}

static gboolean
write_all (Check *self)
{
  if (self->format >= FORMAT_HTML)
    return write_sheet (self);
  for (guint i = 0; i < self->entries->len; i++)
    if (!write_entry (self, &g_array_index (self->entries, Entry, i)))
      return FALSE;
  return nb_cli_output_finish (self->output, &self->write_error);
}

/* --- The command --- */

static gboolean
choose_format (Check *self)
{
  const char *name = self->options->format != NULL ? self->options->format : "text";
  g_autofree char *message = NULL;

  for (guint i = 0; i < N_FORMATS; i++)
    if (strcmp (format_names[i], name) == 0)
      {
        self->format = (Format) i;
        return TRUE;
      }
  message = g_strdup_printf (
      _ ("check: “%s” is no format; there are text, json, ndjson, html, pdf and xlsx"), name);
  nb_cli_console_fail_usage (self->console, message);
  return FALSE;
}

static NbCliStatus
finish (Check *self)
{
  if (self->format == FORMAT_JSON && self->readings->len > 1)
    {
      nb_cli_console_fail_usage (
          self->console,
          _ ("the input holds several reports, and json holds one: use --format=ndjson"));
      return NB_CLI_USAGE;
    }
  if (!write_all (self))
    {
      nb_cli_console_fail_output (self->console, NULL, self->write_error);
      return NB_CLI_FAILED;
    }
  if (self->readings->len == 0)
    {
      if (self->n_failed == 0)
        nb_cli_console_fail (self->console, self->options->inputs->pdata[0],
                             _ ("there is no report in it"));
      return NB_CLI_USAGE;
    }
  return self->n_failed + self->n_counting > 0 ? NB_CLI_FAILED : NB_CLI_DONE;
}

static NbCliStatus
check (Check *self, NbCliInputs *inputs, GCancellable *cancellable)
{
  NbCliWork work = { .check = nb_reading_take_notes, .consume = consume_cb, .user_data = self };
  gboolean done = nb_cli_jobs_run (inputs->list, self->options, &work, self->console, cancellable);

  if (done && !g_cancellable_is_cancelled (cancellable))
    finish_findings (self, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    nb_cli_console_fail (self->console, NULL, _ ("interrupted"));
  if (!done || g_cancellable_is_cancelled (cancellable))
    return NB_CLI_FAILED;
  nb_cli_console_note_skipped (self->console, self->n_skipped + inputs->n_skipped);
  return finish (self);
}

/**
 * nb_cli_check:
 * @options: the command line
 * @console: where failures, notes and progress are told
 * @cancellable: stops the work
 *
 * Puts all inputs, as one workspace, to the rules, and writes what was found. An input that cannot be
 * read is told and passed over.
 *
 * Returns: the exit status
 */
NbCliStatus
nb_cli_check (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable)
{
  g_autoptr (NbCliInputs) inputs = NULL;
  g_autoptr (NbCliOutput) output = nb_cli_output_new (NULL);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Check self = { .options = options,
                 .console = console,
                 .output = output,
                 .readings = readings,
                 .entries = entries };
  NbCliStatus status;

  g_array_set_clear_func (entries, clear_entry);
  if (!choose_format (&self))
    return NB_CLI_USAGE;
  if (self.format == FORMAT_JSON && options->inputs->len > 1)
    {
      nb_cli_console_fail_usage (
          console, _ ("json holds one report: for several inputs use --format=ndjson"));
      return NB_CLI_USAGE;
    }
  inputs = nb_cli_inputs_collect (options->inputs, cancellable);
  status = check (&self, inputs, cancellable);
  g_clear_error (&self.write_error);
  return status;
}
