#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# leak-check-again.sh COMMAND [ARGUMENT...]: runs a sanitized test; test.sh --sanitize puts it before every one.
# LeakSanitizer itself crashes now and then ("Tracer caught signal 11") when a thread is on its way out while it looks at
# the threads. Then nothing is known of leaks, so the program is run again, three times at most. Any other end is final.
set -u
out=$(mktemp) err=$(mktemp) || exit 99
trap 'rm -f "$out" "$err"' EXIT
for attempt in 1 2 3; do
  "$@" >"$out" 2>"$err"
  status=$?
  [ "$status" != 0 ] && grep -q 'LeakSanitizer has encountered a fatal error' "$out" "$err" || break
  echo "# LeakSanitizer crashed in run $attempt" >&2
done
cat "$out"
cat "$err" >&2
exit "$status"
