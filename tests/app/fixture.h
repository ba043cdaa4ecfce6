/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window for tests: set up, looked into, and taken down with everything in it. */
#pragma once

#include "nb-application.h"

typedef struct
{
  NbApplication *application;
  NbWindow *window;
  NbShell *shell;
} Fixture;

/* What comes first in main(). FALSE: there is no display, which is told; there is nothing to test. */
gboolean fixture_init (int *argc, char ***argv);

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* For wait_until(): nothing of a window is on its way. */
gboolean fixture_is_idle (gpointer window);

/* A frame that lays out what has changed, one for what that asked for, and one more. */
void fixture_run_frames (Fixture *fixture);
/* Waits for what an action brings: what is queued, its frames, and what is queued then. */
void fixture_settle (Fixture *fixture);
/* By the name of a sample; waits until it is read and shown. */
NbAppItem *fixture_open_sample (Fixture *fixture, const char *name);
NbPage *fixture_show_page (Fixture *fixture, const char *name);

NbFigure *fixture_figure_for_role (NbAppItem *item, const char *role);
/* The window that stands before the main one. */
GtkWindow *fixture_get_dialog (Fixture *fixture);

/* The first visible label below a widget whose text holds what is looked for. */
GtkWidget *fixture_find_label (GtkWidget *widget, const char *text);
void fixture_assert_shown (Fixture *fixture, const char *text);
guint fixture_count_rows (GtkListBox *list);
GtkWidget *fixture_find_type (GtkWidget *widget, GType type);

/* Every control below a widget has a name. */
void fixture_assert_named (GtkWidget *widget);
