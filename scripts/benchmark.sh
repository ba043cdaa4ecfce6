#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark.sh [MESON TEST ARGUMENT...]: sets up what is missing, builds with optimisation and measures; prints the table.
# The figures are ratios within one run: other machines give other times, hardly other ratios.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

case ${1-} in
  -h|--help) echo 'Usage: scripts/benchmark.sh [MESON TEST ARGUMENT...]'; exit 0 ;;
esac

need build run test benchmark
need_locales zh_CN.UTF-8 en_US.UTF-8

dir=$top/_build-benchmark
mkdir -p "$dir"
log=$dir/build.log
say 'Building ...'
build_in "$dir" "$log" -Dbuildtype=release || { tail -n 40 "$log" >&2; die "The build failed; the whole log is $log"; }

say 'Measuring ...'
"$top/scripts/headless.sh" meson test -C "$dir" --no-rebuild --benchmark --num-processes 1 --verbose "$@" </dev/null
