#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [FILE|URL...]: sets up what is missing, builds, and opens the arguments, or else the sample reports.
# Without a display server the reports are printed instead. Nothing is installed outside _build but packages.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

case ${1-} in
  -h|--help) echo 'Usage: scripts/run.sh [FILE|URL...]'; exit 0 ;;
esac

need build run
mkdir -p "$build"
log=$build/build.log
only_programs=yes
say "Building the programs; the first time this takes some minutes. What the tools print goes to $log"
build_in "$build" "$log" || { tail -n 40 "$log" >&2; die "The build failed; the whole log is $log"; }

if [ $# = 0 ]; then
  mapfile -t samples < <(sample_reports "$top/data/samples")
  set -- "${samples[@]}"
fi

# Uninstalled: schema, translations and data come from the build and from the source tree.
export GSETTINGS_SCHEMA_DIR=$build/data NB_LOCALEDIR=$build/po NB_SAMPLES=$top/data/samples
export XDG_DATA_DIRS=$build/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
case $(locale charmap 2>/dev/null) in
  UTF-8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  say 'There is no display server (neither DISPLAY nor WAYLAND_DISPLAY is set), so here are the reports as text.'
  exec "$build/src/cli/nianbao-cli" extract --format=summary "$@"
fi
exec "$build/src/app/nianbao" "$@"
