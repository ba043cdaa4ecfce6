#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# screenshots.sh: takes the pictures of data/screenshots from the real window with the sample reports in it.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Inside the private X server: start the window, wait until two pictures in a row are the same, keep the last.
if [ "${1-}" = --inside ]; then
  target=$2 before=
  shift 2
  "$@" >/dev/null 2>&1 &
  window=$!
  for _ in {1..40}; do
    sleep 0.5
    import -window root "$target.new.png" || break
    after=$(sha256sum <"$target.new.png")
    # One colour all over is a screen without a window.
    if [ "$after" = "$before" ] && [ "$(identify -format %k "$target.new.png")" -gt 50 ]; then
      break
    fi
    before=$after
  done
  kill "$window" && wait "$window" 2>/dev/null
  # Dates inside a PNG would make every run a change.
  convert "$target.new.png" -strip -define png:exclude-chunks=date,time "$target" && rm -f "$target.new.png"
  exit
fi

need build run test picture
need_locales zh_CN.UTF-8 en_US.UTF-8
mkdir -p "$build" "$top/data/screenshots"
log=$build/build.log
say 'Building ...'
build_in "$build" "$log" || { tail -n 40 "$log" >&2; die "The build failed; the whole log is $log"; }

export GSETTINGS_SCHEMA_DIR=$build/data NB_LOCALEDIR=$build/po HEADLESS_SCREEN=1280x800x24 TZ=UTC
# The pictures show where a report came from: no folder of the machine that made them.
copies=/tmp/nianbao-samples
rm -rf "$copies"
cp -r "$top/data/samples" "$copies"
trap 'rm -rf "$copies"' EXIT
mapfile -t samples < <(sample_reports "$copies")
shoot () {
  say "data/screenshots/$1.png"
  LC_ALL=$2 LANGUAGE='' "$top/scripts/headless.sh" "$top/scripts/screenshots.sh" --inside \
    "$top/data/screenshots/$1.png" "$build/src/app/nianbao" "${samples[@]}"
}
shoot overview en_US.UTF-8
shoot overview-zh zh_CN.UTF-8
