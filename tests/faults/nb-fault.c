/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The calls that fail: see the header. Counted in all threads together. */

#define _GNU_SOURCE
/* Otherwise open() would be another name of open64(). */
#undef _FILE_OFFSET_BITS
#include "nb-fault.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int armed = NB_N_FAULTS; /* atomic */
static int countdown;           /* atomic */
static int cause;
static int has_fired; /* atomic */
static pid_t process; /* a child that was forked has no fault of its own */

void
nb_fault_arm (NbFault fault, guint nth, int number)
{
  g_atomic_int_set (&armed, NB_N_FAULTS);
  g_atomic_int_set (&has_fired, FALSE);
  g_atomic_int_set (&countdown, (int) nth);
  cause = number;
  process = getpid ();
  if (nth > 0)
    g_atomic_int_set (&armed, (int) fault);
}

gboolean
nb_fault_disarm (void)
{
  g_atomic_int_set (&armed, NB_N_FAULTS);
  return g_atomic_int_get (&has_fired);
}

const char *
nb_fault_get_name (NbFault fault)
{
  static const char *const names[NB_N_FAULTS] = { "open",  "stat",   "read",    "write",
                                                  "sync",  "rename", "close",   "poll",
                                                  "memfd", "pipe",   "allocate" };

  return names[fault];
}

/* Whether this call is the one. */
static gboolean
fails (NbFault fault)
{
  if (g_atomic_int_get (&armed) != (int) fault || getpid () != process ||
      !g_atomic_int_dec_and_test (&countdown))
    return FALSE;
  g_atomic_int_set (&armed, NB_N_FAULTS);
  g_atomic_int_set (&has_fired, TRUE);
  if (cause > 0)
    errno = cause;
  return TRUE;
}

/* The call of the C library or of GLib that ours stands before. */
#define NEXT(name)                                                                                 \
  static __typeof__ (&name) next;                                                                  \
  if (next == NULL)                                                                                \
    {                                                                                              \
      void *symbol = dlsym (RTLD_NEXT, #name);                                                     \
      memcpy (&next, &symbol, sizeof next);                                                        \
    }

#define OPEN(name)                                                                                 \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    va_list rest;                                                                                  \
    mode_t mode;                                                                                   \
    NEXT (name)                                                                                    \
    va_start (rest, flags);                                                                        \
    mode = (flags & O_CREAT) != 0 ? va_arg (rest, mode_t) : 0;                                     \
    va_end (rest);                                                                                 \
    return fails (NB_FAULT_OPEN) ? -1 : next (path, flags, mode);                                  \
  }

#define CALL(fault, type, failed, name, parameters, arguments)                                     \
  type name parameters                                                                             \
  {                                                                                                \
    NEXT (name)                                                                                    \
    return fails (fault) ? failed : next arguments;                                                \
  }

/* What threads wake each other with never fails. */
static gboolean
is_data (int fd)
{
  struct stat status;

  return fstatat (fd, "", &status, AT_EMPTY_PATH) == 0 &&
         (S_ISREG (status.st_mode) || S_ISFIFO (status.st_mode) || S_ISSOCK (status.st_mode));
}

/* One that is shorter than it was to be is none that failed. */
#define TRANSFER(fault, name, pointer)                                                             \
  ssize_t name (int fd, pointer data, size_t size)                                                 \
  {                                                                                                \
    NEXT (name)                                                                                    \
    if (is_data (fd) && fails (fault))                                                             \
      return cause == NB_FAULT_SHORT ? next (fd, data, MIN (size, 1)) : -1;                        \
    return next (fd, data, size);                                                                  \
  }

OPEN (open)
OPEN (open64)
CALL (NB_FAULT_STAT, int, -1, fstat, (int fd, struct stat *status), (fd, status))
CALL (NB_FAULT_STAT, int, -1, stat, (const char *path, struct stat *status), (path, status))
TRANSFER (NB_FAULT_READ, read, void *)
TRANSFER (NB_FAULT_WRITE, write, const void *)
CALL (NB_FAULT_SYNC, int, -1, fsync, (int fd), (fd))
CALL (NB_FAULT_RENAME, int, -1, rename, (const char *from, const char *to), (from, to))
CALL (NB_FAULT_POLL, int, -1, poll, (struct pollfd * fds, nfds_t n, int timeout), (fds, n, timeout))
CALL (NB_FAULT_MEMFD, int, -1, memfd_create, (const char *name, unsigned flags), (name, flags))
CALL (NB_FAULT_PIPE, int, -1, pipe2, (int fds[2], int flags), (fds, flags))
CALL (NB_FAULT_ALLOCATE, gpointer, NULL, g_try_malloc, (gsize size), (size))
CALL (NB_FAULT_ALLOCATE, gpointer, NULL, g_try_malloc0, (gsize size), (size))
CALL (NB_FAULT_ALLOCATE, gpointer, NULL, g_try_realloc, (gpointer old, gsize size), (old, size))
CALL (NB_FAULT_ALLOCATE, gpointer, NULL, g_try_malloc_n, (gsize n, gsize size), (n, size))
CALL (NB_FAULT_ALLOCATE, gpointer, NULL, g_try_malloc0_n, (gsize n, gsize size), (n, size))
CALL (NB_FAULT_ALLOCATE,
      gpointer,
      NULL,
      g_try_realloc_n,
      (gpointer old, gsize n, gsize size),
      (old, n, size))

/* What is closed with an error is closed. */
int
close (int fd)
{
  NEXT (close)
  if (!fails (NB_FAULT_CLOSE))
    return next (fd);
  next (fd);
  errno = cause;
  return -1;
}
