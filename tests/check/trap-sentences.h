/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Sentences of our own in which every number is about something else than the tables of the report. */

#include <glib.h>

extern const char *const trap_sentences[];
extern const guint       n_trap_sentences;

char *trap_sentence_fill (const char *text, guint year);
