/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The application: one instance, whose window takes what later command lines, D-Bus calls and dialogs ask
 * to open.
 *
 *   nianbao [--page=PAGE] [FILE|URL]…
 */

#include "nb-application.h"

#include <glib/gi18n-lib.h>

#include "nb-accels.h"
#include "nb-address-dialog.h"
#include "nb-formats.h"
#include "nb-help.h"
#include "nb-page-types.h"
#include "nb-preferences.h"
#include "nb-recent.h"
#include "nb-samples.h"
#include "nb-settings.h"
#include "workspace/nb-notebook.h"
#include "nb-window-compare.h"

struct _NbApplication
{
  AdwApplication parent_instance;

  GtkFileChooserNative *chooser; /* (owned) (nullable): must be held while it is open */
};

G_DEFINE_FINAL_TYPE (NbApplication, nb_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("Show a page of the report: overview, text, tables, checks or charts"), N_ ("PAGE") },
  { "compare", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show two reports side by side"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and leave"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE|URL]…") },
  { NULL },
};

static void
response_cb (NbApplication *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          g_ptr_array_add (uris, g_file_is_native (file) ? g_file_get_path (file)
                                                         : g_file_get_uri (file));
        }
      g_ptr_array_add (uris, NULL);
      nb_window_open (nb_application_need_window (self), (const char *const *) uris->pdata);
    }
  g_clear_object (&self->chooser);
}

static void
show_chooser (NbApplication *self, const char *title, GtkFileChooserAction action)
{
  GtkWindow *window = GTK_WINDOW (nb_application_need_window (self));

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (title, window, action, _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
    nb_formats_add_filters (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_chooser (user_data, _ ("Open Reports"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
open_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_chooser (user_data, _ ("Open All Reports of a Folder"),
                GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

static void
open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *const uris[] = { g_variant_get_string (parameter, NULL), NULL };
  NbWindow *window = nb_application_need_window (user_data);

  nb_window_open (window, uris);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_address_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (
      GTK_WINDOW (nb_address_dialog_new (GTK_WINDOW (nb_application_need_window (user_data)))));
}

static void
open_samples_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *group = g_variant_get_string (parameter, NULL);
  g_auto (GStrv) paths = *group != '\0' ? nb_samples_list_group (group) : nb_samples_list ();

  nb_window_open (nb_application_need_window (user_data), (const char *const *) paths);
}

static void
clear_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nb_recent_clear (nb_recent_get_default ());
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = GTK_WINDOW (nb_application_need_window (user_data));

  gtk_window_present (GTK_WINDOW (nb_accels_create_shortcuts (parent)));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (
      GTK_WINDOW (nb_preferences_new (GTK_WINDOW (nb_application_need_window (user_data)))));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (
      GTK_WINDOW (nb_help_new (GTK_WINDOW (nb_application_need_window (user_data)))));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (
      GTK_WINDOW (nb_application_need_window (user_data)), "application-name", _ ("Nianbao"),
      "application-icon", NB_APP_ID, "version", NB_VERSION, "developer-name",
      _ ("The Nianbao contributors"), "comments",
      _ ("Takes annual reports on open government information apart and checks them."),
      "license-type", GTK_LICENSE_GPL_3_0,
      /* Translators: your names, one a line. */
      "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = open_cb },
  { .name = "open-uri", .activate = open_uri_cb, .parameter_type = "s" },
  { .name = "open-address", .activate = open_address_cb },
  { .name = "open-folder", .activate = open_folder_cb },
  { .name = "open-samples", .activate = open_samples_cb, .parameter_type = "s" },
  { .name = "open-recent", .activate = open_uri_cb, .parameter_type = "s" },
  { .name = "clear-recent", .activate = clear_recent_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "help", .activate = help_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
nb_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (nb_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  nb_accels_install (GTK_APPLICATION (application));
  if (nb_settings_get () != NULL)
    g_signal_connect (nb_settings_get (), "changed::color-scheme",
                      G_CALLBACK (nb_preferences_apply_color_scheme), NULL);
  else
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (application), "preferences")),
        FALSE);
  nb_preferences_apply_color_scheme ();
}

static void
nb_application_shutdown (GApplication *application)
{
  g_autoptr (GError) error = NULL;

  /* No window is there any more to tell it. */
  if (!nb_notebook_flush (nb_notebook_get_default (), &error))
    g_printerr (_ ("nianbao: reviews or numbers keyed in were not kept: %s\n"), error->message);
  nb_recent_flush (nb_recent_get_default ());

  G_APPLICATION_CLASS (nb_application_parent_class)->shutdown (application);
}

/* The window, which begins where the last one ended. */
static NbWindow *
start_window (GApplication *application)
{
  gboolean first = gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
  NbWindow *window = nb_application_need_window (NB_APPLICATION (application));

  if (first && nb_settings_get_restore_session ())
    nb_window_restore (window, FALSE);
  return window;
}

static void
nb_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (start_window (application)));
}

/* As the desktop calls it over D-Bus. */
static void
nb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  NbWindow *window = start_window (application);
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (uris, g_file_is_native (files[i]) ? g_file_get_path (files[i])
                                                       : g_file_get_uri (files[i]));
  g_ptr_array_add (uris, NULL);
  nb_window_open (window, (const char *const *) uris->pdata);
  gtk_window_present (GTK_WINDOW (window));
}

static guint
count_names (GVariantDict *dict)
{
  g_autofree const char **names = NULL;

  return g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names)
             ? g_strv_length ((char **) names)
             : 0;
}

static int
nb_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  const char *page = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("nianbao %s\n", NB_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (dict, "page", "&s", &page) &&
      !g_strv_contains (nb_page_types_get_names (), page))
    {
      g_printerr (_ ("nianbao: there is no page “%s”\n"), page);
      return 2;
    }
  if (g_variant_dict_contains (dict, "compare") && count_names (dict) != 2)
    {
      g_printerr ("%s\n", _ ("nianbao: --compare takes two reports"));
      return 2;
    }
  return -1;
}

/* Names are relative to where the command was given, which need not be where this instance runs. */
static char *
resolve (GApplicationCommandLine *command_line, const char *name)
{
  g_autoptr (GFile) file = NULL;

  if (g_uri_peek_scheme (name) != NULL)
    return g_strdup (name);
  file = g_application_command_line_create_file_for_arg (command_line, name);
  return g_file_get_path (file);
}

static int
nb_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  NbWindow *window = start_window (application);
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  g_autofree const char **names = NULL;
  const char *page = NULL;

  if (g_variant_dict_lookup (dict, "page", "&s", &page))
    g_action_group_activate_action (G_ACTION_GROUP (window), "show-page",
                                    g_variant_new_string (page));
  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names))
    for (guint i = 0; names[i] != NULL; i++)
      g_ptr_array_add (uris, resolve (command_line, names[i]));
  g_ptr_array_add (uris, NULL);
  if (g_variant_dict_contains (dict, "compare"))
    nb_window_compare_uris (window, uris->pdata[0], uris->pdata[1]);
  else
    nb_window_open (window, (const char *const *) uris->pdata);
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
nb_application_dispose (GObject *object)
{
  g_clear_object (&NB_APPLICATION (object)->chooser);

  G_OBJECT_CLASS (nb_application_parent_class)->dispose (object);
}

static void
nb_application_class_init (NbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* Before Pango looks: the running text of a report is Chinese in any locale, and a GtkTextView leaves the
   * language of its tags out, so that its characters would come in Japanese shapes. */
  g_setenv ("PANGO_LANGUAGE", "zh-cn", FALSE);

  G_OBJECT_CLASS (klass)->dispose = nb_application_dispose;
  application_class->startup = nb_application_startup;
  application_class->shutdown = nb_application_shutdown;
  application_class->activate = nb_application_activate;
  application_class->open = nb_application_open;
  application_class->handle_local_options = nb_application_handle_local_options;
  application_class->command_line = nb_application_command_line;
}

static void
nb_application_init (NbApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("Opens annual reports on open government information."));
}

/**
 * nb_application_new:
 *
 * Returns: (transfer full): the application
 */
NbApplication *
nb_application_new (void)
{
  NbApplication *self = g_object_new (
      NB_TYPE_APPLICATION, "application-id", NB_APP_ID, "flags",
      G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN, NULL);

  /* The window loads its style and icons itself, after the first frame. */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);
  return self;
}

/**
 * nb_application_need_window:
 * @self: the application
 *
 * Returns: (transfer none): its window, made where there is none
 */
NbWindow *
nb_application_need_window (NbApplication *self)
{
  g_return_val_if_fail (NB_IS_APPLICATION (self), NULL);

  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL;
       window = window->next)
    if (NB_IS_WINDOW (window->data))
      return window->data;
  return nb_window_new (GTK_APPLICATION (self));
}
