#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# valgrind.sh [TEST...]: runs tests of the core under valgrind, those named or the ones of the load path, and ends with 1
# where memory is used that is not ours, or lost for good. Tests with a display and Python programs are left to others.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

case ${1-} in -h|--help) echo 'Usage: scripts/valgrind.sh [TEST...]'; exit 0 ;; esac
command -v valgrind >/dev/null 2>&1 || die 'valgrind is not installed.'
need build run test
log=$build-valgrind.log
build_in "$build" "$log" || { tail -n 40 "$log" >&2; die "The build failed; the whole log is $log"; }

tests=("$@")
[ ${#tests[@]} -gt 0 ] || tests=(value date charset sniff address source html-text html-article text-reader docx mhtml ofd package)

# GLib's and fontconfig's own are suppressed by what GLib brings along.
suppressions=()
for file in /usr/share/glib-2.0/valgrind/glib.supp; do
  [ -f "$file" ] && suppressions+=("--suppressions=$file")
done
export G_SLICE=always-malloc G_DEBUG=fatal-warnings,gc-friendly
exec meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 60 --logbase valgrind --wrapper \
  "valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite ${suppressions[*]}" "${tests[@]}"
