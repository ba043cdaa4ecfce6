/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-page.h"
#include "nb-report-list.h"
#include "nb-session.h"

G_BEGIN_DECLS

#define NB_TYPE_SHELL (nb_shell_get_type ())
G_DECLARE_FINAL_TYPE (NbShell, nb_shell, NB, SHELL, GtkWidget)

GtkWidget    *nb_shell_new             (NbSession *session, int width);
void          nb_shell_set_item        (NbShell *self, NbAppItem *item);
void          nb_shell_update          (NbShell *self);
const char   *nb_shell_get_page_name   (NbShell *self);
void          nb_shell_set_page_name   (NbShell *self, const char *name);
NbPage       *nb_shell_get_page        (NbShell *self);
GtkWidget    *nb_shell_get_sidebar     (NbShell *self);
GtkWidget    *nb_shell_get_status      (NbShell *self);
NbWidthClass  nb_shell_get_width_class (NbShell *self);
gboolean      nb_shell_get_sidebar_shown (NbShell *self);
void          nb_shell_set_sidebar_wanted (NbShell *self, gboolean wanted);
void          nb_shell_set_sidebar_shown (NbShell *self, gboolean shown);
void          nb_shell_search_reports  (NbShell *self);
void          nb_shell_find_everywhere (NbShell *self);
void          nb_shell_move_pane       (NbShell *self, int step);

G_END_DECLS
