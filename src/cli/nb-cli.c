/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The way into the program: locale, standard files, signals, then the command of the first word.
 * All of it on the main thread; the workers of `extract` are started by nb-cli-jobs.c.
 */

#include "nb-cli.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "nb-cli-interrupt.h"
#include "nb-cli-output.h"

typedef NbCliStatus (*NbCliRun) (const NbCliOptions *options,
                                 NbCliConsole *console,
                                 GCancellable *cancellable);

static const NbCliRun runs[] = {
  [NB_CLI_COMMAND_EXTRACT] = nb_cli_extract,
  [NB_CLI_COMMAND_CHECK] = nb_cli_check,
  [NB_CLI_COMMAND_COMPARE] = nb_cli_compare,
  [NB_CLI_COMMAND_CHART] = nb_cli_chart,
  [NB_CLI_COMMAND_FORMS] = nb_cli_forms,
};

/* Where a standard file is closed, the next file that is opened would take its number, and data
 * would be written into it. Opened against its direction, a use of it still fails as it should. */
static void
hold_standard_files (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (fcntl (fd, F_GETFD) != -1)
        continue;
      if (open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
        _exit (NB_CLI_FAILED);
    }
}

static void
set_up_locale (void)
{
  /* Not installed, the translations are those of the build: scripts/run.sh says where. */
  const char *folder = g_getenv ("NB_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : NB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static NbCliStatus
print_text (const char *text, NbCliConsole *console)
{
  g_autoptr (NbCliOutput) output = nb_cli_output_new (NULL);
  g_autoptr (GError) error = NULL;

  if (nb_cli_output_write (output, text, -1, &error) && nb_cli_output_finish (output, &error))
    return NB_CLI_DONE;
  nb_cli_console_fail_output (console, NULL, error);
  return NB_CLI_FAILED;
}

/**
 * nb_cli_main:
 * @argc: number of @argv
 * @argv: the words of the command line, the program's name first
 *
 * Runs the program.
 *
 * Returns: an exit status, see #NbCliStatus
 */
int
nb_cli_main (int argc, char **argv)
{
  hold_standard_files ();
  set_up_locale ();
  signal (SIGPIPE, SIG_IGN);

  g_autoptr (GError) error = NULL;
  g_autoptr (NbCliOptions) options = nb_cli_options_parse (argc, argv, &error);
  g_autoptr (NbCliConsole) console = nb_cli_console_new (
      options, options != NULL ? options->command : nb_cli_command_guess (argc, argv));
  if (options == NULL)
    {
      nb_cli_console_fail_usage (console, error->message);
      return NB_CLI_USAGE;
    }
  if (options->help)
    {
      g_autofree char *help = nb_cli_options_dup_help (options->command);
      return print_text (help, console);
    }
  if (options->version)
    return print_text ("nianbao-cli " NB_VERSION "\n", console);

  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  nb_cli_interrupt_watch (cancellable);
  return runs[options->command](options, console, cancellable);
}
