/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The command line: one table of commands and one of options, from which it is both read and
 * explained. Stricter than GOptionContext, which takes 010 for eight and "-o" for every command: a
 * word that the program does not know is an error, never ignored.
 */

#include "nb-cli-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "check/nb-finding.h"
#include "source/nb-charset.h"

#define OPTION_WIDTH 18 /* of an option with its value in the help */
#define MOST_JOBS    256
#define MOST_SECONDS 86400
/* Offsets of a document are 32 bits wide, and a byte can become three in UTF-8. */
#define MOST_BYTES (G_GUINT64_CONSTANT (1) << 30)

#define IN_EXTRACT    (1u << NB_CLI_COMMAND_EXTRACT)
#define IN_CHECK      (1u << NB_CLI_COMMAND_CHECK)
#define IN_COMPARE    (1u << NB_CLI_COMMAND_COMPARE)
#define IN_CHART      (1u << NB_CLI_COMMAND_CHART)
#define IN_FORMS      (1u << NB_CLI_COMMAND_FORMS)
#define IN_EVERYTHING (~0u)

typedef struct
{
  const char *name;
  const char *synopsis;
  const char *summary;
} Command;

static const Command commands[NB_CLI_N_COMMANDS] = {
  [NB_CLI_COMMAND_EXTRACT] = { "extract", N_ ("[OPTION…] INPUT…"),
                               N_ ("Take reports apart: organ, year, sections, figures, "
                                   "findings") },
  [NB_CLI_COMMAND_CHECK] = { "check", N_ ("[OPTION…] INPUT…"),
                             N_ ("Tell what does not agree in reports and between them") },
  [NB_CLI_COMMAND_COMPARE] = { "compare", N_ ("[OPTION…] A B"),
                               N_ ("Put two reports side by side: figures, ratios, text") },
  [NB_CLI_COMMAND_CHART] = { "chart", N_ ("--chart=ID -o OUT [OPTION…] INPUT…"),
                             N_ ("Draw a chart of the reports") },
  [NB_CLI_COMMAND_FORMS] = { "forms", N_ ("[OPTION…]"),
                             N_ ("Print the codebook of the statutory forms") },
};

/* Sets what an option says; @value is NULL for an option without a value. */
typedef gboolean (*SetOption) (NbCliOptions *self, const char *value, GError **error);

typedef struct
{
  const char *name; /* with its dashes */
  guint commands;
  const char *placeholder; /* NULL: takes no value */
  SetOption set;
  const char *summary;
} Option;

/* Decimal digits and nothing else, in [least, most]. */
static gboolean
parse_number (const char *text, guint64 least, guint64 most, guint64 *number)
{
  if (*text == '\0' || strspn (text, "0123456789") != strlen (text))
    return FALSE;
  return g_ascii_string_to_unsigned (text, 10, least, most, number, NULL);
}

static gboolean
fail_value (GError **error, const char *option, const char *value, const char *wanted)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: option, what was given, what is wanted */
               _ ("%s: “%s” is not %s"), option, value, wanted);
  return FALSE;
}

static gboolean
set_format (NbCliOptions *self, const char *value, GError **error)
{
  self->format = value;
  return TRUE;
}

static gboolean
set_output (NbCliOptions *self, const char *value, GError **error)
{
  self->output = value;
  return TRUE;
}

static gboolean
set_chart (NbCliOptions *self, const char *value, GError **error)
{
  self->chart = value;
  return TRUE;
}

static gboolean
set_size (NbCliOptions *self, const char *value, GError **error)
{
  self->size = value;
  return TRUE;
}

static gboolean
set_organ (NbCliOptions *self, const char *value, GError **error)
{
  self->organ = value;
  return TRUE;
}

static gboolean
set_metrics (NbCliOptions *self, const char *value, GError **error)
{
  self->metrics = value;
  return TRUE;
}

static gboolean
set_years (NbCliOptions *self, const char *value, GError **error)
{
  self->years = value;
  return TRUE;
}

static gboolean
set_scale (NbCliOptions *self, const char *value, GError **error)
{
  self->scale = value;
  return TRUE;
}

static gboolean
set_list (NbCliOptions *self, const char *value, GError **error)
{
  self->list = TRUE;
  return TRUE;
}

static gboolean
set_jobs (NbCliOptions *self, const char *value, GError **error)
{
  guint64 number;

  if (!parse_number (value, 1, MOST_JOBS, &number))
    return fail_value (error, "--jobs", value, _ ("a number from 1 to 256"));
  self->jobs = number;
  return TRUE;
}

/* Which of its rules a user wants. */
static gboolean
set_rules (NbCliOptions *self, const char *value, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (value, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (nb_rules_find (ids[i]) == NULL)
      return fail_value (error, "--rules", ids[i], _ ("the id of a rule, as T3-01"));
  self->rules = value;
  return TRUE;
}

/* An error of arithmetic and one against the law count the same. */
static gboolean
set_fail_on (NbCliOptions *self, const char *value, GError **error)
{
  static const struct
  {
    const char *name;
    guint severity;
  } choices[] = {
    { "error", NB_SEVERITY_LAW },
    { "warning", NB_SEVERITY_WARNING },
    { "hint", NB_SEVERITY_HINT },
    { "never", NB_CLI_NEVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (strcmp (value, choices[i].name) == 0)
      {
        self->fail_on = choices[i].severity;
        return TRUE;
      }
  return fail_value (error, "--fail-on", value, _ ("error, warning, hint or never"));
}

static gboolean
set_quiet (NbCliOptions *self, const char *value, GError **error)
{
  self->quiet = TRUE;
  return TRUE;
}

static gboolean
set_progress (NbCliOptions *self, const char *value, GError **error)
{
  self->progress = TRUE;
  return TRUE;
}

static guint
get_suffix_shift (char suffix)
{
  switch (suffix)
    {
    case 'K':
      return 10;
    case 'M':
      return 20;
    case 'G':
      return 30;
    default:
      return 0;
    }
}

static gboolean
set_max_bytes (NbCliOptions *self, const char *value, GError **error)
{
  gsize length = strlen (value);
  guint shift = get_suffix_shift (value[length - 1]);
  g_autofree char *digits = g_strndup (value, shift > 0 ? length - 1 : length);
  guint64 number;

  if (!parse_number (digits, 1, MOST_BYTES >> shift, &number))
    return fail_value (error, "--max-bytes", value, _ ("a size up to 1G, as 500000, 512K or 64M"));
  self->source.max_bytes = number << shift;
  return TRUE;
}

static gboolean
set_timeout (NbCliOptions *self, const char *value, GError **error)
{
  guint64 number;

  if (!parse_number (value, 1, MOST_SECONDS, &number))
    return fail_value (error, "--timeout", value, _ ("a number of seconds from 1 to 86400"));
  self->source.timeout = number;
  return TRUE;
}

static gboolean
set_charset (NbCliOptions *self, const char *value, GError **error)
{
  /* ICU would take options behind a comma. */
  if (strchr (value, ',') != NULL || nb_charset_canonical (value) == NULL)
    return fail_value (error, "--charset", value, _ ("a charset that this program knows"));
  self->source.charset = value;
  return TRUE;
}

static gboolean
set_allow_local (NbCliOptions *self, const char *value, GError **error)
{
  self->source.allow_local = TRUE;
  return TRUE;
}

static gboolean
set_no_bom (NbCliOptions *self, const char *value, GError **error)
{
  self->no_bom = TRUE;
  return TRUE;
}

static gboolean
set_help (NbCliOptions *self, const char *value, GError **error)
{
  self->help = TRUE;
  return TRUE;
}

static gboolean
set_version (NbCliOptions *self, const char *value, GError **error)
{
  self->version = TRUE;
  return TRUE;
}

static const Option options[] = {
  { "--format", IN_EXTRACT, "FMT", set_format,
    N_ ("json, ndjson, csv, wide-csv, xlsx, md, html, pdf, dta, sav, summary or text (default: "
        "json "
        "for one input, else ndjson)") },
  { "--format", IN_FORMS, "FMT", set_format, N_ ("text (default), tsv, csv, json or md") },
  { "--format", IN_COMPARE, "FMT", set_format, N_ ("text (default), json, csv, md, html or xlsx") },
  { "--format", IN_CHECK, "FMT", set_format,
    N_ ("text (default), json, ndjson, or the check sheet as html, pdf or xlsx; all on standard output") },
  { "--rules", IN_CHECK, "ID,…", set_rules, N_ ("put only these rules, as T3-01,N-01") },
  { "--fail-on", IN_CHECK, "LEVEL", set_fail_on,
    N_ ("what makes the exit status 1: error (default, also what is against the law), warning, "
        "hint or never") },
  { "--format", IN_CHART, "FMT", set_format,
    N_ ("png, svg or pdf (default: by the name of OUT, else png)") },
  { "--chart", IN_CHART, "ID", set_chart, N_ ("the chart; --list names them") },
  { "--list", IN_CHART, NULL, set_list, N_ ("list the charts") },
  { "--size", IN_CHART, "WxH", set_size,
    N_ ("width and height in pixels, for PDF in points (default: as large as it needs)") },
  { "--organ", IN_CHART, "NAME", set_organ, N_ ("draw the organs of this name only") },
  { "--metric", IN_CHART, "ID,…", set_metrics, N_ ("draw these metrics only") },
  { "--years", IN_CHART, "A-B", set_years, N_ ("draw these years only") },
  { "--scale", IN_CHART, "NAME", set_scale,
    N_ ("linear (default), index (first year = 100) or log (lines without nought only)") },
  { "-o", IN_EXTRACT | IN_COMPARE | IN_CHART, "OUT", set_output,
    N_ ("write to the file OUT, which is replaced at once") },
  { "--jobs", IN_EVERYTHING, "N", set_jobs,
    N_ ("work on N inputs at a time (default: the number of processors)") },
  { "--quiet", IN_EVERYTHING, NULL, set_quiet, N_ ("say nothing but what failed") },
  { "--progress", IN_EVERYTHING, NULL, set_progress,
    N_ ("show progress on standard error (default on a terminal)") },
  { "--max-bytes", IN_EVERYTHING, "N", set_max_bytes,
    N_ ("most bytes of one input, as 500000, 512K, 64M (default) or 1G") },
  { "--timeout", IN_EVERYTHING, "SECONDS", set_timeout,
    N_ ("most time for one address (default: 30)") },
  { "--charset", IN_EVERYTHING, "NAME", set_charset,
    N_ ("the charset of the inputs, instead of finding it out") },
  { "--allow-local", IN_EVERYTHING, NULL, set_allow_local,
    N_ ("follow redirects to this machine and to private networks") },
  { "--no-bom", IN_EVERYTHING, NULL, set_no_bom, N_ ("begin tables without a byte order mark") },
  { "--help", IN_EVERYTHING, NULL, set_help, N_ ("print this help") },
  { "--version", IN_EVERYTHING, NULL, set_version, N_ ("print the version") },
};

/**
 * nb_cli_command_get_name:
 * @command: a command
 *
 * Returns: (nullable): its name; %NULL for no command
 */
const char *
nb_cli_command_get_name (NbCliCommand command)
{
  return command < NB_CLI_N_COMMANDS ? commands[command].name : NULL;
}

/**
 * nb_cli_command_guess:
 * @argc: number of @argv
 * @argv: the words of the command line, the program's name first
 *
 * Returns: the first command that is named, NB_CLI_N_COMMANDS where none is
 */
NbCliCommand
nb_cli_command_guess (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    for (guint command = 0; command < NB_CLI_N_COMMANDS; command++)
      if (strcmp (argv[i], commands[command].name) == 0)
        return (NbCliCommand) command;
  return NB_CLI_N_COMMANDS;
}

static char *
dup_command_names (void)
{
  GString *names = g_string_new (commands[0].name);

  for (guint i = 1; i < NB_CLI_N_COMMANDS; i++)
    g_string_append_printf (names, ", %s", commands[i].name);
  return g_string_free (names, FALSE);
}

static gboolean
set_command (NbCliOptions *self, const char *word, GError **error)
{
  for (guint i = 0; i < NB_CLI_N_COMMANDS; i++)
    if (strcmp (commands[i].name, word) == 0)
      {
        self->command = i;
        return TRUE;
      }
  g_autofree char *names = dup_command_names ();
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               /* Translators: %2$s: the names of the commands with commas between */
               _ ("“%1$s” is no command; the commands are %2$s"), word, names);
  return FALSE;
}

static gboolean
add_word (NbCliOptions *self, const char *word, GError **error)
{
  if (self->command == NB_CLI_N_COMMANDS)
    return set_command (self, word, error);
  if (self->command == NB_CLI_COMMAND_FORMS)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _ ("“forms” takes no input, but “%s” was given"), word);
      return FALSE;
    }
  if (*word == '\0')
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("an input is empty"));
      return FALSE;
    }
  if (strcmp (word, "-") == 0 &&
      g_ptr_array_find_with_equal_func (self->inputs, word, g_str_equal, NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("standard input can be given only once"));
      return FALSE;
    }
  g_ptr_array_add (self->inputs, (gpointer) word);
  return TRUE;
}

/* The option called @name in any command, for the command line may name the command later. */
static const Option *
find_option (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (strlen (options[i].name) == length && strncmp (options[i].name, name, length) == 0)
      return &options[i];
  return NULL;
}

static gboolean
command_takes (NbCliCommand command, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (strcmp (options[i].name, name) == 0 && (options[i].commands & (1u << command)) != 0)
      return TRUE;
  return FALSE;
}

/* Finds the value of @option in its own word (--jobs=2, -oOUT, -o=OUT) or in the next. @i moves on where
 * that is used. */
static gboolean
find_value (const Option *option, char **argv, int argc, int *i, const char **value, GError **error)
{
  const char *rest = argv[*i] + strlen (option->name);

  *value = NULL;
  if (option->placeholder == NULL)
    {
      if (*rest == '\0')
        return TRUE;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s takes no value"),
                   option->name);
      return FALSE;
    }
  if (*rest == '=')
    *value = rest + 1;
  else if (*rest != '\0')
    *value = rest;
  else if (*i + 1 < argc)
    *value = argv[++*i];
  if (*value != NULL && **value != '\0')
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s needs a value: %s"),
               option->name, option->placeholder);
  return FALSE;
}

static gboolean
parse_option (NbCliOptions *self, char **argv, int argc, int *i, GPtrArray *used, GError **error)
{
  const char *word = argv[*i];
  gsize length = g_str_has_prefix (word, "--") ? strcspn (word, "=") : 2;
  const Option *option = find_option (word, length);
  const char *value;

  if (option == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, _ ("unknown option %.*s"),
                   (int) length, word);
      return FALSE;
    }
  g_ptr_array_add (used, (gpointer) option);
  return find_value (option, argv, argc, i, &value, error) && option->set (self, value, error);
}

/* What can be judged only when the whole line is known. */
static gboolean
check_whole (NbCliOptions *self, GPtrArray *used, GError **error)
{
  if (self->command == NB_CLI_N_COMMANDS)
    {
      if (self->help || self->version)
        return TRUE;
      g_autofree char *names = dup_command_names ();
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _ ("a command is missing; the commands are %s"), names);
      return FALSE;
    }
  for (guint i = 0; i < used->len; i++)
    {
      const Option *option = used->pdata[i];

      if (command_takes (self->command, option->name))
        continue;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                   _ ("“%s” has no option %s"), commands[self->command].name, option->name);
      return FALSE;
    }
  if (self->command == NB_CLI_COMMAND_COMPARE && self->inputs->len != 2 && !self->help &&
      !self->version)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("“compare” takes two reports, A and B"));
      return FALSE;
    }
  if (self->command != NB_CLI_COMMAND_FORMS && self->inputs->len == 0 && !self->help &&
      !self->version && !self->list)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("an input is missing: a file, an address, a folder or -"));
      return FALSE;
    }
  return TRUE;
}

/**
 * nb_cli_options_parse:
 * @argc: number of @argv
 * @argv: the words of the command line, the program's name first; they must outlive the result
 * @error: what is wrong, in the user's language, without a prefix
 *
 * Reads the command line. Options may stand before and after the command and its inputs; "--" ends
 * them; of two equal options the later counts.
 *
 * Returns: (transfer full) (nullable): the options
 */
NbCliOptions *
nb_cli_options_parse (int argc, char **argv, GError **error)
{
  g_autoptr (NbCliOptions) self = g_new0 (NbCliOptions, 1);
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  gboolean words_only = FALSE;

  self->command = NB_CLI_N_COMMANDS;
  self->fail_on = NB_SEVERITY_LAW;
  self->jobs = MIN (g_get_num_processors (), MOST_JOBS);
  self->source.keep = TRUE;
  self->inputs = g_ptr_array_new ();
  for (int i = 1; i < argc; i++)
    {
      gboolean is_option = !words_only && argv[i][0] == '-' && argv[i][1] != '\0';

      if (is_option && strcmp (argv[i], "--") == 0)
        words_only = TRUE;
      else if (!(is_option ? parse_option (self, argv, argc, &i, used, error)
                           : add_word (self, argv[i], error)))
        return NULL;
    }
  if (!check_whole (self, used, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * nb_cli_options_free:
 * @self: (transfer full): options
 */
void
nb_cli_options_free (NbCliOptions *self)
{
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

static void
append_commands (GString *help)
{
  g_string_append (help, _ ("Use: nianbao-cli COMMAND [OPTION…]"));
  g_string_append (help, "\n\n");
  for (guint i = 0; i < NB_CLI_N_COMMANDS; i++)
    g_string_append_printf (help, "  %-10s %s\n", commands[i].name, _ (commands[i].summary));
}

static void
append_command (GString *help, NbCliCommand command)
{
  /* Translators: the name of a command, then its words */
  g_string_append_printf (help, _ ("Use: nianbao-cli %s %s"), commands[command].name,
                          _ (commands[command].synopsis));
  g_string_append_printf (help, "\n\n%s\n", _ (commands[command].summary));
  if (command == NB_CLI_COMMAND_FORMS)
    return;
  g_string_append_c (help, '\n');
  g_string_append (
      help, _ ("INPUT is a file, an address (file:, http:, https:), a folder that is searched "
               "through,\nor - for standard input."));
  g_string_append_c (help, '\n');
}

static void
append_option (GString *help, const Option *option)
{
  g_autofree char *word = NULL;

  if (option->placeholder == NULL)
    word = g_strdup (option->name);
  else
    word = g_strconcat (option->name, option->name[1] == '-' ? "=" : " ", option->placeholder, NULL);
  /* Not by printf(), which pads by bytes. */
  g_string_append_printf (help, "  %s%*s %s\n", word, MAX (OPTION_WIDTH - (int) g_utf8_strlen (word, -1), 0),
                          "", _ (option->summary));
}

/**
 * nb_cli_options_dup_help:
 * @command: a command, NB_CLI_N_COMMANDS for the program as a whole
 *
 * Returns: (transfer full): the text of --help
 */
char *
nb_cli_options_dup_help (NbCliCommand command)
{
  GString *help = g_string_new (NULL);

  if (command == NB_CLI_N_COMMANDS)
    append_commands (help);
  else
    append_command (help, command);
  if (command != NB_CLI_N_COMMANDS)
    g_string_append_printf (help, "\n%s\n", _ ("Options:"));
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (command != NB_CLI_N_COMMANDS && options[i].commands != IN_EVERYTHING &&
        (options[i].commands & (1u << command)) != 0)
      append_option (help, &options[i]);
  g_string_append_printf (help, "\n%s\n", _ ("Options of every command, which one without use for them ignores:"));
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].commands == IN_EVERYTHING)
      append_option (help, &options[i]);
  g_string_append_printf (
      help, "\n%s\n",
      command == NB_CLI_COMMAND_CHECK
          ? _ ("Exit status: 0 no finding that counts, 1 findings or some input "
               "unreadable, 2 wrong use or nothing readable.")
          : _ ("Exit status: 0 all done, 1 some input could not be read, "
               "2 wrong use."));
  return g_string_free (help, FALSE);
}
