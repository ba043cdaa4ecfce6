#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# leak-check-again.sh COMMAND [ARGUMENT...]: runs a sanitized test; test.sh --sanitize puts it before every one.
# The leak check at exit meets threads on their way out. Now and then LeakSanitizer crashes over one ("Tracer caught
# signal 11"), or GLib 2.74 has not let go of a GCancellableSource (120 bytes) that was cancelled from another thread.
# A leak of ours is there every time: so a program that failed in nothing but the leak check is run up to three times.
# Whatever else goes wrong is final.
set -u
out=$(mktemp) err=$(mktemp) || exit 99
trap 'rm -f "$out" "$err"' EXIT
for attempt in 1 2 3; do
  "$@" >"$out" 2>"$err"
  status=$?
  [ "$status" != 0 ] || break
  grep -q '^not ok\|^Bail out!\|runtime error:\|ERROR: AddressSanitizer' "$out" "$err" && break
  grep -q 'LeakSanitizer has encountered a fatal error\|ERROR: LeakSanitizer' "$out" "$err" || break
  echo "# the leak check failed in run $attempt" >&2
done
cat "$out"
cat "$err" >&2
exit "$status"
