/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Calls to the system that fail when they are told to: the program's own read(), write() and so on stand before those of
 * the C library for every library that it links.
 */

G_BEGIN_DECLS

typedef enum
{
  NB_FAULT_OPEN,
  NB_FAULT_STAT,
  NB_FAULT_READ,
  NB_FAULT_WRITE,
  NB_FAULT_SYNC,
  NB_FAULT_RENAME,
  NB_FAULT_CLOSE,
  NB_FAULT_POLL,
  NB_FAULT_MEMFD,
  NB_FAULT_PIPE,
  NB_FAULT_ALLOCATE, /* g_try_malloc() and its like: libxml2 and libarchive do not survive their own */
  NB_N_FAULTS,
} NbFault;

/* Instead of an error: a read or a write of one byte. */
#define NB_FAULT_SHORT -1

/* The @nth call of its kind from now on, from 1, ends with @number, of errno. 0 for @nth: none does. */
void        nb_fault_arm       (NbFault fault, guint nth, int number);
/* Whether it has come to that. No call fails any more. */
gboolean    nb_fault_disarm    (void);
const char *nb_fault_get_name  (NbFault fault);

G_END_DECLS
