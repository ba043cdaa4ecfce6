/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * libxlsxwriter and ReadStat take the date of a file apart with gmtime() and localtime(), for which the C library has one
 * place in the whole process: two that write at once would get each other's date. Any thread.
 */

#include "nb-writing-lock.h"

static GMutex lock;

/**
 * nb_writing_get_lock:
 *
 * Returns: (transfer none): the lock under which a foreign library writes a file
 */
GMutex *
nb_writing_get_lock (void)
{
  return &lock;
}
