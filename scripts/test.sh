#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh [--sanitize|--threads] [MESON TEST ARGUMENT...]: sets up what is missing, builds and runs every test.
# It brings its own X server and session bus, writes to a log, and ends with "N passed, N failed, N skipped".
# --sanitize: the same under AddressSanitizer and UndefinedBehaviorSanitizer, in a build of its own.
# --threads: the tests in which several threads read, check, draw and write (or those named) under ThreadSanitizer, in a
# build of its own without the window. What is told of GLib: tests/threads/nb-tsan.c; what is not: tests/tsan.supp.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# The bounds of the tests are for a machine that does nothing else; one that is busy gets three times as long.
dir=$build options=() run=(--timeout-multiplier 3)
case ${1-} in
  -h|--help) echo 'Usage: scripts/test.sh [--sanitize|--threads] [MESON TEST ARGUMENT...]'; exit 0 ;;
  --sanitize)
    shift
    dir=$top/_build-san
    # Instrumented code makes compilers warn of paths that no program takes.
    options=(-Db_sanitize=address,undefined -Db_lundef=false -Dwerror=false)
    run=(--timeout-multiplier 10 --wrapper "$top/scripts/leak-check-again.sh")
    # Checked, every strstr measures the whole rest of its string: a minute for one test.
    export ASAN_OPTIONS=${ASAN_OPTIONS-detect_leaks=1:intercept_strstr=0}
    export LSAN_OPTIONS=${LSAN_OPTIONS-suppressions=$top/tests/lsan.supp:print_suppressions=0}
    export UBSAN_OPTIONS=${UBSAN_OPTIONS-halt_on_error=1:print_stacktrace=1} ;;
  --threads)
    shift
    dir=$top/_build-threads
    options=(-Db_sanitize=thread -Db_lundef=false -Dwerror=false -Dwindow=false -Doptimization=1)
    run=(--timeout-multiplier 20 --wrapper "$top/scripts/thread-check.sh")
    [ $# -gt 0 ] || set -- fixed-list resource first-use form child source fetch snapshot traditional workspace-reading \
      workspace-notebook workspace-rules series cases export-file cli cli-check cli-chart cli-compare cli-address ;;
esac

need build run test
need_locales zh_CN.UTF-8 en_US.UTF-8 de_DE.UTF-8

mkdir -p "$dir"
log=$dir/build.log
say 'Building ...'
if ! build_in "$dir" "$log" "${options[@]}"; then
  tail -n 60 "$log" >&2
  say "The build failed; the whole log is $log"
  echo '0 passed, 1 failed, 0 skipped'
  exit 1
fi

# The whole once in the default set-up, then the tests without a display where the decimal point is a comma.
say 'Testing ...'
logs=$dir/meson-logs
rm -f "$logs"/testlog*.json
# A decimal point changes no memory: sanitizers look on once.
setups=('' comma)
[ $# = 0 ] && [ "$dir" = "$build" ] || setups=('')
for setup in "${setups[@]}"; do
  "$top/scripts/headless.sh" meson test -C "$dir" --no-rebuild --quiet --print-errorlogs "${run[@]}" \
    ${setup:+--setup "$setup" --suite core} "$@" </dev/null >"$dir/test${setup:+-$setup}.log" 2>&1
done

/usr/bin/python3 "$top/scripts/count-tests.py" "$logs"/testlog*.json
status=$?
[ "$status" = 0 ] || say "The logs: $logs/testlog*.txt"
exit "$status"
