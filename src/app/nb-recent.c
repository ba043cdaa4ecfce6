/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reports that were opened last, the newest first, with what is known of them: who and which year. Kept
 * in the user's state folder. One for the program; main thread only.
 */

#include "nb-recent.h"

#include <glib/gi18n-lib.h>

#include "nb-state-file.h"

struct _NbRecent
{
  GObject parent_instance;

  NbStateFile *file;  /* (owned) */
  GPtrArray *reports; /* (owned): of NbRecentReport (owned) */
  guint idle;
};

G_DEFINE_FINAL_TYPE (NbRecent, nb_recent, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
report_free (gpointer data)
{
  NbRecentReport *report = data;

  g_free (report->uri);
  g_free (report->organ);
  g_free (report);
}

static NbRecentReport *
report_new (const char *uri, const char *organ, guint year, gint64 opened)
{
  NbRecentReport *report = g_new0 (NbRecentReport, 1);

  report->uri = g_strdup (uri);
  report->organ = g_strdup (organ != NULL ? organ : "");
  report->year = year;
  report->opened = opened;
  return report;
}

static void
load (NbRecent *self)
{
  g_autoptr (GKeyFile) state = nb_state_file_load (self->file);

  for (guint i = 0; i < NB_LIMIT_RECENT; i++)
    {
      g_autofree char *group = g_strdup_printf ("Report %u", i);
      g_autofree char *uri = g_key_file_get_string (state, group, "uri", NULL);
      g_autofree char *organ = g_key_file_get_string (state, group, "organ", NULL);
      int year = g_key_file_get_integer (state, group, "year", NULL);

      if (uri != NULL)
        g_ptr_array_add (self->reports,
                         report_new (uri, organ, (guint) CLAMP (year, 0, 9999),
                                     g_key_file_get_int64 (state, group, "opened", NULL)));
    }
}

static void
save_now (NbRecent *self)
{
  g_autoptr (GKeyFile) state = g_key_file_new ();

  for (guint i = 0; i < self->reports->len; i++)
    {
      const NbRecentReport *report = self->reports->pdata[i];
      g_autofree char *group = g_strdup_printf ("Report %u", i);

      g_key_file_set_string (state, group, "uri", report->uri);
      g_key_file_set_string (state, group, "organ", report->organ);
      g_key_file_set_integer (state, group, "year", (int) report->year);
      g_key_file_set_int64 (state, group, "opened", report->opened);
    }
  nb_state_file_save (self->file, state);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
save_cb (gpointer user_data)
{
  NbRecent *self = user_data;

  self->idle = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

/* Fifty reports that are opened together are one change. */
static void
save (NbRecent *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, save_cb, self, NULL);
}

static void
nb_recent_finalize (GObject *object)
{
  NbRecent *self = NB_RECENT (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_object_unref (self->file);
  g_ptr_array_unref (self->reports);

  G_OBJECT_CLASS (nb_recent_parent_class)->finalize (object);
}

static void
nb_recent_class_init (NbRecentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_recent_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nb_recent_init (NbRecent *self)
{
  self->file = nb_state_file_new ("recent");
  self->reports = g_ptr_array_new_with_free_func (report_free);
  load (self);
}

/**
 * nb_recent_get_default:
 *
 * Returns: (transfer none): the list of the program
 */
NbRecent *
nb_recent_get_default (void)
{
  static NbRecent *recent;

  if (recent == NULL)
    recent = nb_recent_new ();
  return recent;
}

/**
 * nb_recent_new:
 *
 * Returns: (transfer full): the list as it was kept; for tests, others take nb_recent_get_default()
 */
NbRecent *
nb_recent_new (void)
{
  return g_object_new (NB_TYPE_RECENT, NULL);
}

guint
nb_recent_get_n (NbRecent *self)
{
  g_return_val_if_fail (NB_IS_RECENT (self), 0);
  return self->reports->len;
}

/**
 * nb_recent_get:
 * @self: the list
 * @index: from 0, the newest
 *
 * Returns: (transfer none): a report
 */
const NbRecentReport *
nb_recent_get (NbRecent *self, guint index)
{
  g_return_val_if_fail (NB_IS_RECENT (self), NULL);
  g_return_val_if_fail (index < self->reports->len, NULL);
  return self->reports->pdata[index];
}

/**
 * nb_recent_add:
 * @self: the list
 * @uri: what was opened
 * @organ: (nullable): whose report it is
 * @year: for which year, 0 where unknown
 *
 * Puts it first; at most NB_LIMIT_RECENT are kept.
 */
void
nb_recent_add (NbRecent *self, const char *uri, const char *organ, guint year)
{
  g_return_if_fail (NB_IS_RECENT (self));
  g_return_if_fail (uri != NULL);

  for (guint i = self->reports->len; i > 0; i--)
    if (g_str_equal (((NbRecentReport *) self->reports->pdata[i - 1])->uri, uri))
      g_ptr_array_remove_index (self->reports, i - 1);
  g_ptr_array_insert (self->reports, 0,
                      report_new (uri, organ, year, g_get_real_time () / G_USEC_PER_SEC));
  if (self->reports->len > NB_LIMIT_RECENT)
    g_ptr_array_set_size (self->reports, NB_LIMIT_RECENT);
  save (self);
}

void
nb_recent_clear (NbRecent *self)
{
  g_return_if_fail (NB_IS_RECENT (self));

  g_ptr_array_set_size (self->reports, 0);
  save (self);
}

/**
 * nb_recent_flush:
 * @self: the list
 *
 * Returns when it is on disk.
 */
void
nb_recent_flush (NbRecent *self)
{
  g_return_if_fail (NB_IS_RECENT (self));

  if (self->idle != 0)
    {
      g_clear_handle_id (&self->idle, g_source_remove);
      save_now (self);
    }
  nb_state_file_flush (self->file);
}

/**
 * nb_recent_fill_menu:
 * @self: the list
 * @menu: gets an item for each report, and one that clears the list
 */
void
nb_recent_fill_menu (NbRecent *self, GMenu *menu)
{
  g_autoptr (GMenu) reports = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  g_return_if_fail (NB_IS_RECENT (self));

  g_menu_remove_all (menu);
  if (self->reports->len == 0)
    return;
  for (guint i = 0; i < self->reports->len; i++)
    {
      const NbRecentReport *report = self->reports->pdata[i];
      g_autofree char *title = nb_recent_report_dup_title (report);
      g_auto (GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts); /* an underline marks a key */
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", report->uri);
      g_menu_append_item (reports, item);
    }
  g_menu_append (rest, _ ("_Forget All"), "app.clear-recent");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reports));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
}

static char *
dup_name (const char *uri)
{
  g_autoptr (GUri) address = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);

  if (address != NULL && g_uri_get_host (address) != NULL && *g_uri_get_host (address) != '\0')
    return g_strdup (g_uri_get_host (address));
  return g_filename_display_basename (uri);
}

/**
 * nb_recent_report_dup_title:
 * @report: a report
 *
 * Returns: (transfer full): organ and year, or the name of the file
 */
char *
nb_recent_report_dup_title (const NbRecentReport *report)
{
  if (*report->organ == '\0')
    return dup_name (report->uri);
  if (report->year == 0)
    return g_strdup (report->organ);
  return g_strdup_printf ("%s %u", report->organ, report->year);
}

static char *
dup_when (gint64 opened)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (opened);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime)
      midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                        g_date_time_get_day_of_month (now), 0, 0, 0);
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (midnight, -1);

  if (then == NULL)
    return g_strdup ("");
  if (g_date_time_compare (then, midnight) >= 0)
    /* Translators: when a report was opened, in the format of strftime. */
    return g_date_time_format (then, _ ("Today %H:%M"));
  if (g_date_time_compare (then, yesterday) >= 0)
    return g_date_time_format (then, _ ("Yesterday %H:%M"));
  if (g_date_time_get_year (then) == g_date_time_get_year (now))
    /* Translators: a day of this year such as 12 November, in the format of strftime. */
    return g_date_time_format (then, _ ("%-d %B"));
  return g_date_time_format (then, _ ("%-d %B %Y"));
}

/**
 * nb_recent_report_dup_subtitle:
 * @report: a report
 *
 * Returns: (transfer full): when it was opened, and the file or the site
 */
char *
nb_recent_report_dup_subtitle (const NbRecentReport *report)
{
  g_autofree char *when = dup_when (report->opened);
  g_autofree char *name = dup_name (report->uri);

  return g_strdup_printf ("%s · %s", when, name);
}
