/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * nianbao-cli forms: the codebook.
 */

#include "nb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/nb-export.h"
#include "nb-cli-output.h"

#define BOM "\xef\xbb\xbf"

static const char *const formats[] = {
  [NB_CODEBOOK_TEXT] = "text", [NB_CODEBOOK_TSV] = "tsv", [NB_CODEBOOK_CSV] = "csv",
  [NB_CODEBOOK_JSON] = "json", [NB_CODEBOOK_MD] = "md",
};

static gboolean
find_format (const char *name, NbCodebookFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (name == NULL || strcmp (formats[i], name) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * nb_cli_forms:
 * @options: the command line
 * @console: where failures are told
 * @cancellable: not used; the codebook is made in no time
 *
 * Prints the codebook of all forms.
 *
 * Returns: the exit status
 */
NbCliStatus
nb_cli_forms (const NbCliOptions *options, NbCliConsole *console, GCancellable *cancellable)
{
  g_autoptr (NbCliOutput) output = nb_cli_output_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  NbCodebookFormat format;

  if (!find_format (options->format, &format))
    {
      g_autofree char *message = g_strdup_printf (
          _ ("forms: “%s” is no format; there are text, tsv, csv, json and md"), options->format);
      nb_cli_console_fail_usage (console, message);
      return NB_CLI_USAGE;
    }
  nb_codebook_write (text, format);
  if (options->no_bom && g_str_has_prefix (text->str, BOM))
    g_string_erase (text, 0, strlen (BOM));
  if (nb_cli_output_write (output, text->str, text->len, &error) &&
      nb_cli_output_finish (output, &error))
    return NB_CLI_DONE;
  nb_cli_console_fail_output (console, NULL, error);
  return NB_CLI_FAILED;
}
