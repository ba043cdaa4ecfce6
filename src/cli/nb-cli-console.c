/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is said on standard error: failures, notes and progress, one line each. Main thread only.
 * Names come from file systems and addresses: they are made printable, so that none can break a
 * line or steer a terminal.
 */

#include "nb-cli-console.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "base/nb-text.h"

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10) /* between two lines on a terminal */
#define PROGRESS_PAUSE    (G_USEC_PER_SEC * 2)  /* between two lines in a file */

struct _NbCliConsole
{
  gboolean quiet;
  gboolean progress;
  gboolean terminal;
  gboolean line_open; /* a progress line stands on the terminal */
  NbCliCommand command;
  gint64 next; /* monotonic time before which no progress is shown */
};

static void
clear_progress (NbCliConsole *self)
{
  if (self->line_open)
    fputs ("\r\033[K", stderr);
  self->line_open = FALSE;
}

static void
print_line (NbCliConsole *self, const char *name, const char *message)
{
  g_autoptr (GString) line = g_string_new ("nianbao-cli: ");

  if (name != NULL)
    {
      g_autofree char *shown = nb_source_mask_uri (name);
      nb_text_append_printable (line, shown);
      g_string_append (line, ": ");
    }
  nb_text_append_printable (line, message);
  g_string_append_c (line, '\n');
  clear_progress (self);
  fputs (line->str, stderr);
}

/**
 * nb_cli_console_new:
 * @options: (nullable): the command line, NULL where it is wrong
 * @command: the command, as far as it is known
 *
 * Returns: (transfer full): a console
 */
NbCliConsole *
nb_cli_console_new (const NbCliOptions *options, NbCliCommand command)
{
  NbCliConsole *self = g_new0 (NbCliConsole, 1);

  self->command = command;
  self->terminal = isatty (STDERR_FILENO);
  self->quiet = options != NULL && options->quiet;
  self->progress = options != NULL && (options->progress || (self->terminal && !options->quiet));
  return self;
}

/**
 * nb_cli_console_free:
 * @self: (transfer full): a console
 */
void
nb_cli_console_free (NbCliConsole *self)
{
  clear_progress (self);
  g_free (self);
}

/**
 * nb_cli_console_fail:
 * @self: a console
 * @name: (nullable): the input as typed
 * @message: what is wrong
 *
 * Prints one line for a failure. Being quiet does not hide it.
 */
void
nb_cli_console_fail (NbCliConsole *self, const char *name, const char *message)
{
  print_line (self, name, message);
}

/**
 * nb_cli_console_fail_usage:
 * @self: a console
 * @message: what is wrong with the command line
 *
 * Prints one line that also says where the right use stands.
 */
void
nb_cli_console_fail_usage (NbCliConsole *self, const char *message)
{
  const char *name = nb_cli_command_get_name (self->command);
  g_autofree char *line = name != NULL
                              /* Translators: what is wrong, and the name of a command */
                              ? g_strdup_printf (_ ("%s (see “nianbao-cli %s --help”)"), message,
                                                 name)
                              : g_strdup_printf (_ ("%s (see “nianbao-cli --help”)"), message);

  print_line (self, NULL, line);
}

/**
 * nb_cli_console_fail_output:
 * @self: a console
 * @path: (nullable): the file that was to be written, NULL for standard output
 * @error: what happened
 *
 * Prints one line for output that could not be written. A reader that went away (head, less) is no
 * matter to speak of.
 */
void
nb_cli_console_fail_output (NbCliConsole *self, const char *path, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    print_line (self, path != NULL ? path : _ ("standard output"), error->message);
}

/**
 * nb_cli_console_note:
 * @self: a console
 * @name: (nullable): what it is about
 * @message: something that is no failure
 *
 * Prints one line, unless the user wants quiet.
 */
void
nb_cli_console_note (NbCliConsole *self, const char *name, const char *message)
{
  if (!self->quiet)
    print_line (self, name, message);
}

/**
 * nb_cli_console_note_format:
 * @self: a console
 * @path: the file that is written
 * @format: name of the format that it is written in
 * @named: name of the format that its name speaks of
 *
 * Prints one line where the two differ, unless the user wants quiet.
 */
void
nb_cli_console_note_format (NbCliConsole *self,
                            const char *path,
                            const char *format,
                            const char *named)
{
  g_autofree char *message = NULL;

  if (g_str_equal (format, named))
    return;
  /* Translators: two formats */
  message = g_strdup_printf (_ ("is written as %s, in spite of its name; for %s add --format=%s"),
                             format, named, named);
  nb_cli_console_note (self, path, message);
}

/**
 * nb_cli_console_note_skipped:
 * @self: a console
 * @n_skipped: how many files of folders are of no known kind
 *
 * Prints one line where there are any, unless the user wants quiet.
 */
void
nb_cli_console_note_skipped (NbCliConsole *self, guint n_skipped)
{
  g_autofree char *note = NULL;

  if (n_skipped == 0)
    return;
  note = g_strdup_printf (
      ngettext ("%u file of no known kind skipped", "%u files of no known kind skipped", n_skipped),
      n_skipped);
  nb_cli_console_note (self, NULL, note);
}

/**
 * nb_cli_console_shows_progress:
 * @self: a console
 *
 * Returns: whether progress is wanted
 */
gboolean
nb_cli_console_shows_progress (NbCliConsole *self)
{
  return self->progress;
}

/**
 * nb_cli_console_progress:
 * @self: a console
 * @done: inputs that are done
 * @total: inputs in all
 * @bytes: bytes of the current input so far, 0 where nothing is known
 *
 * Shows how far the work is: on a terminal in one line that is overwritten, else a line now and
 * then.
 */
void
nb_cli_console_progress (NbCliConsole *self, guint done, guint total, gint64 bytes)
{
  gint64 now = g_get_monotonic_time ();

  if (!self->progress || (now < self->next && done < total))
    return;
  self->next = now + (self->terminal ? PROGRESS_INTERVAL : PROGRESS_PAUSE);

  g_autoptr (GString) line = g_string_new (NULL);
  g_string_printf (line, _ ("%u of %u read"), done, total);
  if (bytes > 0)
    {
      g_autofree char *size = g_format_size (bytes);
      g_string_append_printf (line, " · %s", size);
    }
  if (!self->terminal)
    {
      fprintf (stderr, "nianbao-cli: %s\n", line->str);
      return;
    }
  fprintf (stderr, "\r%s\033[K", line->str);
  self->line_open = TRUE;
}

/**
 * nb_cli_console_end_progress:
 * @self: a console
 *
 * Takes the progress line away before data is printed on the same terminal.
 */
void
nb_cli_console_end_progress (NbCliConsole *self)
{
  clear_progress (self);
}
