/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * nianbao-cli chart: a picture of the figures of many reports. Inputs that cannot be read are told and
 * passed over; the picture names the reports that it is drawn from.
 */

#include "nb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/nb-chart.h"
#include "base/nb-error.h"
#include "nb-cli-inputs.h"
#include "nb-cli-jobs.h"
#include "nb-cli-output.h"

#define LEAST_SIDE 200
#define MOST_SIDE  20000

typedef enum
{
  FORMAT_PNG,
  FORMAT_SVG,
  FORMAT_PDF,
  N_FORMATS,
} Format;

static const char *const formats[N_FORMATS] = { "png", "svg", "pdf" };

typedef struct
{
  NbCliConsole *console;
  GPtrArray *readings; /* of NbReading */
  guint n_failed;
  guint n_skipped;
} Reading;

typedef struct
{
  Format format;
  guint width; /* 0 for as large as it needs */
  guint height;
  NbChartOptions options;
  char **metrics; /* (owned) (nullable) */
} Wish;

static gboolean
consume_cb (NbCliResult *result, gpointer user_data)
{
  Reading *self = user_data;

  if (result->error != NULL)
    {
      self->n_failed++;
      nb_cli_console_fail (self->console, result->input->name, result->error->message);
    }
  else if (result->skipped)
    self->n_skipped++;
  else
    g_ptr_array_extend_and_steal (self->readings, g_steal_pointer (&result->readings));
  return TRUE;
}

static gboolean
parse_pair (const char *text, char between, guint64 least, guint64 most, guint *a, guint *b)
{
  const char *middle = strchr (text, between);
  g_autofree char *left = middle != NULL ? g_strndup (text, middle - text) : NULL;
  guint64 first, second;

  if (left == NULL || !g_ascii_string_to_unsigned (left, 10, least, most, &first, NULL) ||
      !g_ascii_string_to_unsigned (middle + 1, 10, least, most, &second, NULL))
    return FALSE;
  *a = first;
  *b = second;
  return TRUE;
}

static gboolean
parse_years (const char *text, NbChartOptions *options)
{
  guint64 year;

  if (g_ascii_string_to_unsigned (text, 10, 1900, 2100, &year, NULL))
    {
      options->first_year = options->last_year = year;
      return TRUE;
    }
  return parse_pair (text, '-', 1900, 2100, &options->first_year, &options->last_year) &&
         options->first_year <= options->last_year;
}

static gboolean
parse_scale (const char *text, NbChartScale *scale)
{
  static const char *const names[] = {
    [NB_CHART_SCALE_LINEAR] = "linear",
    [NB_CHART_SCALE_INDEX] = "index",
    [NB_CHART_SCALE_LOG] = "log",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], text) == 0)
      {
        *scale = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_format (const NbCliOptions *options, Format *format)
{
  const char *dot = options->output != NULL ? strrchr (options->output, '.') : NULL;
  const char *name = options->format;

  *format = FORMAT_PNG;
  if (name == NULL && dot != NULL && strchr (dot, G_DIR_SEPARATOR) == NULL)
    name = dot + 1;
  for (guint i = 0; name != NULL && i < N_FORMATS; i++)
    if (strcmp (formats[i], name) == 0)
      {
        *format = i;
        return TRUE;
      }
  return name == NULL;
}

static gboolean
is_chart (const char *id)
{
  return g_strv_contains (nb_chart_list (), id);
}

/* (transfer full) (nullable): what is wrong with the command line. */
static char *
read_wish (Wish *wish, const NbCliOptions *options)
{
  if (options->chart == NULL)
    return g_strdup (_ ("chart: --chart is missing; --list names the charts"));
  if (!is_chart (options->chart))
    return g_strdup_printf (_ ("chart: “%s” is no chart; --list names the charts"), options->chart);
  if (options->output == NULL)
    return g_strdup (_ ("chart: -o is missing: the file to write"));
  if (!parse_format (options, &wish->format))
    return g_strdup_printf (_ ("chart: “%s” is no format; there are png, svg and pdf"),
                            options->format != NULL ? options->format
                                                    : strrchr (options->output, '.') + 1);
  if (options->size != NULL &&
      !parse_pair (options->size, 'x', LEAST_SIDE, MOST_SIDE, &wish->width, &wish->height))
    return g_strdup_printf (_ ("chart: “%s” is no size; it is written 1200x800, from 200 to 20000"),
                            options->size);
  if (options->years != NULL && !parse_years (options->years, &wish->options))
    return g_strdup_printf (_ ("chart: “%s” are no years; they are written 2019-2024"),
                            options->years);
  if (options->scale != NULL && !parse_scale (options->scale, &wish->options.scale))
    return g_strdup_printf (_ ("chart: “%s” is no scale; there are linear, index and log"),
                            options->scale);
  if (options->metrics != NULL)
    wish->metrics = g_strsplit (options->metrics, ",", -1);
  wish->options.metrics = (const char *const *) wish->metrics;
  wish->options.organ = options->organ;
  return NULL;
}

/* Every chart marks the values in doubt, also those that only another year puts there. */
static GPtrArray *
check_readings (GPtrArray *readings, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) checked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < readings->len; i++)
    g_ptr_array_add (checked, nb_reading_check (readings->pdata[i]));
  return nb_readings_check_workspace (checked, cancellable);
}

static GBytes *
draw (const Wish *wish, const NbChart *chart, GError **error)
{
  g_autoptr (NbDrawing)
      drawing = nb_chart_draw (chart, &nb_chart_theme_light, wish->width, wish->height);
  GString *svg;

  if (wish->format == FORMAT_PNG)
    return nb_drawing_to_png (drawing, 1, error);
  if (wish->format == FORMAT_PDF)
    return nb_drawing_to_pdf (drawing, error);
  svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  nb_drawing_write_svg (drawing, svg);
  return g_string_free_to_bytes (svg);
}

static NbCliStatus
write_chart (const Wish *wish,
             GPtrArray *readings,
             const NbCliOptions *options,
             NbCliConsole *console)
{
  g_autoptr (NbCliOutput) output = nb_cli_output_new (options->output);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbChart) chart = nb_chart_new (options->chart, readings, &wish->options, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (chart == NULL && g_error_matches (error, NB_ERROR, NB_ERROR_UNSUPPORTED))
    {
      nb_cli_console_fail_usage (console, error->message);
      return NB_CLI_USAGE;
    }
  if (chart != NULL)
    bytes = draw (wish, chart, &error);
  if (bytes == NULL)
    {
      nb_cli_console_fail (console, options->output, error->message);
      return NB_CLI_FAILED;
    }
  if (nb_cli_output_write (output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                           &error) &&
      nb_cli_output_finish (output, &error))
    return NB_CLI_DONE;
  nb_cli_console_fail_output (console, options->output, error);
  return NB_CLI_FAILED;
}

static NbCliStatus
list_charts (NbCliConsole *console)
{
  const char *const *ids = nb_chart_list ();
  g_autoptr (NbCliOutput) output = nb_cli_output_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (text, "%s\t%s\n", ids[i], nb_chart_get_label (ids[i]));
  if (nb_cli_output_write (output, text->str, text->len, &error) &&
      nb_cli_output_finish (output, &error))
    return NB_CLI_DONE;
  nb_cli_console_fail_output (console, NULL, error);
  return NB_CLI_FAILED;
}

static NbCliStatus
run (const Wish *wish,
     const NbCliOptions *options,
     NbCliConsole *console,
     GCancellable *cancellable)
{
  g_autoptr (NbCliInputs) inputs = nb_cli_inputs_collect (options->inputs, cancellable);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  Reading self = { .console = console, .readings = readings };
  NbCliWork work = { .consume = consume_cb, .user_data = &self };
  g_autoptr (GPtrArray) checked = NULL;
  NbCliStatus status;

  if (!nb_cli_jobs_run (inputs->list, options, &work, console, cancellable))
    return NB_CLI_FAILED;
  if (g_cancellable_is_cancelled (cancellable))
    {
      nb_cli_console_fail (console, NULL, _ ("interrupted"));
      return NB_CLI_FAILED;
    }
  nb_cli_console_note_skipped (console, self.n_skipped + inputs->n_skipped);
  if (readings->len == 0 && self.n_failed > 0)
    return NB_CLI_FAILED;
  checked = check_readings (readings, cancellable);
  status = write_chart (wish, checked, options, console);
  return status == NB_CLI_DONE && self.n_failed > 0 ? NB_CLI_FAILED : status;
}

/**
 * nb_cli_chart:
 * @options: the command line
 * @console: where failures are told
 * @cancellable: stops the work
 *
 * Reads all inputs and draws one chart of them.
 *
 * Returns: the exit status
 */
NbCliStatus
nb_cli_chart (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable)
{
  Wish wish = { 0 };
  g_autofree char *wrong = NULL;
  NbCliStatus status;

  if (options->list && options->inputs->len > 0)
    {
      nb_cli_console_fail_usage (console, _ ("chart: --list takes no input"));
      return NB_CLI_USAGE;
    }
  if (options->list)
    return list_charts (console);
  wrong = read_wish (&wish, options);
  if (wrong != NULL)
    nb_cli_console_fail_usage (console, wrong);
  status = wrong != NULL ? NB_CLI_USAGE : run (&wish, options, console, cancellable);
  g_strfreev (wish.metrics);
  return status;
}
