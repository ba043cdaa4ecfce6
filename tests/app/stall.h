/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the main loop is kept from answering: what lies between two of its polls. */
#pragma once

#include <gtk/gtk.h>

#define STALL_GOAL 16 /* milliseconds: one frame */

/* Milliseconds; the parts are of the stall that took the most processor time. */
typedef struct
{
  double wall;    /* the longest, by the clock: other threads and programs are in it */
  double cpu;     /* the longest, by this thread's processor time */
  double layout;  /* of @cpu: what GTK measured and allocated in it */
  double paint;   /* of @cpu: what GTK drew in it */
  double total;   /* processor time of all of it together */
  guint n_beyond; /* how many took more than %STALL_GOAL of processor time */
} Stall;

void stall_begin (GtkWidget *window);
Stall stall_end (void);
void stall_print (const Stall *stall);
gboolean stall_parse (const char *line, Stall *stall);
