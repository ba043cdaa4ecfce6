#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# thread-check.sh COMMAND [ARGUMENT...]: runs a test under ThreadSanitizer; test.sh --threads puts it before every one.
# What it tells of any process of the test goes to a folder, so that no program's output or exit status is changed by it;
# whatever stands there in the end fails the test.
set -u
logs=$(mktemp -d) || exit 99
trap 'rm -rf "$logs"' EXIT
TSAN_OPTIONS=suppressions=$(dirname "${BASH_SOURCE[0]}")/../tests/tsan.supp:log_path=$logs/of:exitcode=0:${TSAN_OPTIONS-}
# The sanitizer has a process of many threads end where it forks and the child has threads as well.
export TSAN_OPTIONS+=:die_after_fork=0:history_size=4:second_deadlock_stack=1
# Of the locks of libraries it sees some calls only; GLib itself ends a program that unlocks what is not locked.
TSAN_OPTIONS+=:report_mutex_bugs=0
# It knows the places of memory that newer kernels have programs strewn over only where they are not.
fixed=(setarch -R)
"${fixed[@]}" true 2>/dev/null || fixed=()
# Memory that GLib keeps for itself would be taken for the same things again.
G_SLICE=always-malloc "${fixed[@]}" "$@"
status=$?
if compgen -G "$logs/*" >/dev/null; then
  cat "$logs"/* >&2
  [ "$status" != 0 ] || status=66
fi
exit "$status"
