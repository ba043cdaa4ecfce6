/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preferences: every control is bound to a key of the settings, which is what the program asks. Needs
 * the settings' schema. Main thread only.
 */

#include "nb-preferences.h"

#include <glib/gi18n-lib.h>

#include "nb-settings.h"

struct _NbPreferences
{
  AdwPreferencesWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (NbPreferences, nb_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* One of a few: what the key holds, and what the user reads. */
typedef struct
{
  const char *value;
  const char *label;
} Choice;

static const Choice color_schemes[] = {
  { "system", N_ ("As on the desktop") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
  { NULL },
};

static const Choice charsets[] = {
  { "", N_ ("Ask each time") },
  { "utf-8", "UTF-8" },
  { "gb18030", N_ ("GB18030 (also GBK and GB2312)") },
  { "big5", N_ ("Big5") },
  { "utf-16le", N_ ("UTF-16, little-endian") },
  { "utf-16be", N_ ("UTF-16, big-endian") },
  { NULL },
};

static gboolean
choice_from_setting (GValue *value, GVariant *variant, gpointer user_data)
{
  const Choice *choices = user_data;

  for (guint i = 0; choices[i].value != NULL; i++)
    if (g_str_equal (choices[i].value, g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  g_value_set_uint (value, 0);
  return TRUE;
}

static GVariant *
setting_from_choice (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const Choice *choices = user_data;

  return g_variant_new_string (choices[g_value_get_uint (value)].value);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
describe (GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
add_choice (AdwPreferencesGroup *group,
            const char *key,
            const Choice *choices,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].value != NULL; i++)
    gtk_string_list_append (labels, _ (choices[i].label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  describe (row, title, subtitle);
  adw_preferences_group_add (group, row);
  g_settings_bind_with_mapping (nb_settings_get (), key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                choice_from_setting, setting_from_choice, (gpointer) choices, NULL);
}

/* The control at the end of a row, which also gives it its name. */
static void
add_control (AdwPreferencesGroup *group,
             GtkWidget *control,
             const char *key,
             const char *property,
             const char *title,
             const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  describe (row, title, subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (group, row);
  g_settings_bind (nb_settings_get (), key, control, property, G_SETTINGS_BIND_DEFAULT);
}

static void
add_switch (AdwPreferencesGroup *group, const char *key, const char *title, const char *subtitle)
{
  add_control (group, gtk_switch_new (), key, "active", title, subtitle);
}

static void
add_number (AdwPreferencesGroup *group,
            const char *key,
            int most,
            const char *title,
            const char *subtitle)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1, most, 1);

  add_control (group, spin, key, "value", title, subtitle);
}

static void
nb_preferences_class_init (NbPreferencesClass *klass)
{
}

static void
nb_preferences_init (NbPreferences *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group;

  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 640);
  adw_preferences_page_set_title (page, _ ("Preferences"));
  adw_preferences_page_set_icon_name (page, "preferences-system-symbolic");
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);

  group = add_group (page, _ ("Appearance"));
  add_choice (group, "color-scheme", color_schemes, _ ("Colours"), NULL);
  add_switch (group, "group-digits", _ ("Commas between Thousands"),
              _ ("The Tables page always shows the digits of the source."));

  group = add_group (page, _ ("Start"));
  add_switch (group, "restore-session", _ ("Open the Last Reports Again"),
              _ ("With the page, the chosen figure and the size of the window."));

  group = add_group (page, _ ("Reading"));
  add_choice (group, "charset", charsets, _ ("Charset of Undeclared Text"),
              _ ("Only where a text gives no sign of its own."));
  add_number (group, "max-megabytes", 512, _ ("Largest Report"), _ ("In megabytes."));

  group = add_group (page, _ ("Network"));
  add_number (group, "timeout", 600, _ ("Wait for a Site"), _ ("In seconds, until all is there."));
  add_switch (group, "allow-local", _ ("Follow to Private Networks"),
              _ ("Whether a site may lead on to an address in your own network."));
}

/**
 * nb_preferences_new:
 * @parent: the window to stand before
 *
 * Returns: (transfer none): the preferences, not yet shown
 */
GtkWidget *
nb_preferences_new (GtkWindow *parent)
{
  return g_object_new (NB_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, NULL);
}

/**
 * nb_preferences_apply_color_scheme:
 *
 * Gives the program the colours that the settings name.
 */
void
nb_preferences_apply_color_scheme (void)
{
  GSettings *settings = nb_settings_get ();
  g_autofree char *scheme = settings != NULL ? g_settings_get_string (settings, "color-scheme")
                                             : g_strdup ("system");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (scheme, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                                      : g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                                      : ADW_COLOR_SCHEME_DEFAULT);
}
