#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# leak-check-again.sh COMMAND [ARGUMENT...]: runs a sanitized test; test.sh --sanitize puts it before every one.
# A program that failed in nothing but the leak check is run again, up to three times, for two reasons:
# - Debian's libraries have no frame pointers, so quick stacks end in g_malloc and tests/lsan.supp cannot name whose a
#   leak is. The second run takes whole stacks, which is slow: tests that measure time may fail in it.
# - At exit the leak check meets threads on their way out, and now and then crashes over one ("Tracer caught signal 11").
# A leak of ours is there every time. Whatever else goes wrong in the first run is final.
set -u
out=$(mktemp) err=$(mktemp) || exit 99
trap 'rm -f "$out" "$err"' EXIT
quick=${ASAN_OPTIONS-}
for attempt in 1 2 3; do
  export ASAN_OPTIONS=$quick
  [ "$attempt" != 2 ] || ASAN_OPTIONS+=:fast_unwind_on_malloc=0:malloc_context_size=12
  "$@" >"$out" 2>"$err"
  status=$?
  [ "$status" != 0 ] || break
  if [ "$attempt" = 1 ]; then
    grep -q '^not ok\|^Bail out!\|runtime error:\|ERROR: AddressSanitizer' "$out" "$err" && break
    grep -q 'LeakSanitizer has encountered a fatal error\|ERROR: LeakSanitizer' "$out" "$err" || break
  fi
  echo "# the leak check failed in run $attempt" >&2
done
cat "$out"
cat "$err" >&2
exit "$status"
