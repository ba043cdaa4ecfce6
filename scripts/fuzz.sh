#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz.sh [-n MINUTES] [-j JOBS] [TARGET...]: builds the fuzz targets of tests/fuzz with clang, AddressSanitizer and
# UndefinedBehaviorSanitizer, and runs them side by side, all or those named, MINUTES in all (10). What makes one fail is
# kept in _build-fuzz/found; it belongs into tests/fuzz/corpus once it is mended. Ends with 1 where something was found.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

minutes=10 jobs=1
while getopts n:j:h option; do
  case $option in
    n) minutes=$OPTARG ;;
    j) jobs=$OPTARG ;;
    *) echo 'Usage: scripts/fuzz.sh [-n MINUTES] [-j JOBS] [TARGET...]'; exit 0 ;;
  esac
done
shift $((OPTIND - 1))

need build run test fuzz
dir=$top/_build-fuzz log=$top/_build-fuzz/build.log
mkdir -p "$dir"
say 'Building ...'
{
  [ -f "$dir/build.ninja" ] || CC=clang meson setup "$dir" "$top" -Dfuzz=true -Dwindow=false -Doptimization=1 \
    -Db_sanitize=address,undefined -Db_lundef=false -Dwerror=false \
    -Dc_args='-fsanitize=fuzzer-no-link -fno-sanitize-recover=undefined -fno-omit-frame-pointer'
  ninja -C "$dir" fuzz
} </dev/null >"$log" 2>&1 || { tail -n 40 "$log" >&2; die "The build failed; the whole log is $log"; }

targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  for file in "$top"/tests/fuzz/fuzz-*.c; do
    name=${file##*/fuzz-}
    targets+=("${name%.c}")
  done
fi

# What a target is fed beside its own corpus.
samples () {
  case $1 in
    html) echo "$top"/data/samples/*.html ;;
    text) echo "$top"/data/samples/*.txt ;;
    doc) echo "$top"/tests/document/files/*.doc ;;
  esac
}

# What is mutated less blindly with the words of its format. What goes into XML has none of its own.
words () {
  case $1 in docx | ofd | mhtml) set -- html ;; esac
  local file=$top/tests/fuzz/dictionaries/$1.dict
  [ -f "$file" ] && echo "-dict=$file"
}

run_target () {
  local name=$1 seconds=$2 work=$dir/corpus/$1 found=$dir/found/$1 most=700 memory=1536
  # poppler asks for what a file claims, 1.3 GB for 578 bytes, and ends the process where it gets none. The program gives
  # it a process of its own with NB_LIMIT_HELPER_MEMORY, which is no finding here.
  [ "$name" = pdf ] && most=2600 memory=2600
  mkdir -p "$work" "$found"
  # shellcheck disable=SC2046
  cp -n $(samples "$name") "$work" 2>/dev/null
  # malloc_limit_mb: what one call may ask for. print_funcs: each name of a function costs seconds. Time
  # that others take from a niced process is no hang, so the time limit is long.
  # shellcheck disable=SC2046
  nice -n 19 "$dir/tests/fuzz/fuzz-$name" -max_total_time="$seconds" -timeout=60 -report_slow_units=20 -rss_limit_mb=$memory \
    -malloc_limit_mb=$most -max_len=65536 -print_funcs=0 -print_final_stats=1 $(words "$name") -artifact_prefix="$found/" \
    "$work" "$top/tests/fuzz/corpus/$name" >"$dir/$name.log" 2>&1
}

# Memory that GLib keeps in slices or never gives back would hide faults or look like them.
export G_SLICE=always-malloc G_DEBUG=fatal-warnings
# Fonts that a PDF names and does not bring would be looked for, and large ones loaded, for each try.
cat >"$dir/fonts.conf" <<'EOF'
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>
EOF
export FONTCONFIG_FILE=$dir/fonts.conf
export ASAN_OPTIONS=detect_leaks=0:intercept_strstr=0:allocator_may_return_null=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
seconds=$((minutes * 60 * jobs / ${#targets[@]}))
say "Running ${#targets[@]} targets, $seconds seconds each, $jobs at a time ..."
for name in "${targets[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
  run_target "$name" "$seconds" &
done
wait

status=0 all=0
for name in "${targets[@]}"; do
  n=$(sed -n 's/^stat::number_of_executed_units: *//p' "$dir/$name.log")
  left=$(find "$dir/found/$name" -type f | wc -l)
  printf '%-12s %10s executions, %s found\n' "$name" "${n:-?}" "$left"
  all=$((all + ${n:-0}))
  [ "$left" = 0 ] && [ -n "$n" ] || status=1
done
echo "$all executions in all"
exit "$status"
