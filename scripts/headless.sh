#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# headless.sh COMMAND [ARGUMENT...]: runs a command on an X server, a session bus and a home of its own.
# The exit status is the command's. HEADLESS_SCREEN=WxHxD sets the screen, 1280x900x24 by default.
set -u

home=$(mktemp -d "${TMPDIR:-/tmp}/nianbao-headless.XXXXXX") || exit 99
server=
# shellcheck disable=SC2317
finish () {
  [ -z "$server" ] || { kill "$server"; wait "$server"; } 2>/dev/null
  rm -rf "$home"
}
trap finish EXIT
trap 'exit 130' INT TERM
mkdir "$home"/{config,data,cache,state}
mkdir -m 700 "$home/run"

Xvfb -displayfd 3 -screen 0 "${HEADLESS_SCREEN:-1280x900x24}" -nolisten tcp -noreset \
  3>"$home/display" >"$home/server.log" 2>&1 &
server=$!
for _ in {1..500}; do
  [ -s "$home/display" ] && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.02
done
[ -s "$home/display" ] || { echo 'The X server did not start:' >&2; cat "$home/server.log" >&2; exit 99; }
DISPLAY=:$(cat "$home/display")

# The cairo renderer gives the same pixels on every machine; without GL a window starts twice as fast and leaks nothing.
# GTK 4.8 switches GL off with GDK_DEBUG, 4.14 and later with GDK_DISABLE, and each warns about the other's word.
if pkg-config --atleast-version=4.14 gtk4 2>/dev/null; then
  export GDK_DISABLE=${GDK_DISABLE-gl}
else
  export GDK_DEBUG=${GDK_DEBUG-gl-disable}
fi
export DISPLAY GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=${GTK_A11Y-none}
# Nothing of the user's is read or written.
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
export XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/run GSETTINGS_BACKEND=memory GIO_USE_VFS=local
unset WAYLAND_DISPLAY

# The bus tells of a file limit that it may not raise; that is no news.
dbus-run-session -- "$@" 2> >(grep -v 'Failed to set fd limit' >&2)
