/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NB_LIMIT_RECENT 10 /* reports that are remembered */

/**
 * NbRecentReport:
 * @uri: path or address
 * @organ: its organ, empty where unknown
 * @year: its year, 0 where unknown
 * @opened: when it was opened last, in seconds since 1970
 */
typedef struct
{
  char *uri;
  char *organ;
  guint year;
  gint64 opened;
} NbRecentReport;

#define NB_TYPE_RECENT (nb_recent_get_type ())
G_DECLARE_FINAL_TYPE (NbRecent, nb_recent, NB, RECENT, GObject)

NbRecent             *nb_recent_get_default  (void);
NbRecent             *nb_recent_new          (void);
guint                 nb_recent_get_n        (NbRecent *self);
const NbRecentReport *nb_recent_get          (NbRecent *self, guint index);
void                  nb_recent_add          (NbRecent *self, const char *uri, const char *organ, guint year);
void                  nb_recent_clear        (NbRecent *self);
void                  nb_recent_flush        (NbRecent *self);
void                  nb_recent_fill_menu    (NbRecent *self, GMenu *menu);

char                 *nb_recent_report_dup_title    (const NbRecentReport *report);
char                 *nb_recent_report_dup_subtitle (const NbRecentReport *report);

G_END_DECLS
