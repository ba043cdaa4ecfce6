/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the benchmarks measure with. */
#pragma once

#include <glib.h>
#include <time.h>

/* Processor time of this process in milliseconds: what others do on the machine does not count. */
static inline double
benchmark_now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}
