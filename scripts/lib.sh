# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What run.sh, test.sh and benchmark.sh share: packages, locales, configuring, building. Sourced, never run.
# It asks for administrator rights only where something is missing, and says what it does with them.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/_build

say () { printf '%s\n' "$*" >&2; }
die () { say "$*"; exit 1; }

# The rows of packages.txt for some purposes: debian, fedora, arch, probe.
package_rows () {
  awk -v want=" $* " '!/^#/ && NF == 5 && index(want, " " $1 " ") { print $2, $3, $4, $5 }' \
    "$top/scripts/packages.txt"
}

# Runs a command with administrator rights: as root, or through sudo where there is one.
as_root () {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Says through whom the administrator's work will be done; fails where nobody can do it.
root_way () {
  if [ "$(id -u)" = 0 ]; then echo 'as root'
  elif command -v sudo >/dev/null 2>&1; then echo 'through sudo'
  else return 1
  fi
}

has_dpkg () { command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; }

is_debian_12 () {
  ( . /etc/os-release 2>/dev/null && [ "${ID-}" = debian ] && [ "${VERSION_ID-}" = 12 ] )
}

apt_get () {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -q "$@" </dev/null
}

# A fresh machine has no package lists yet.
apt_lists () {
  compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || { root_way >/dev/null && apt_get update >/dev/null 2>&1; }
}

# Debian and its relatives: what is missing is installed.
need_with_apt () {
  local missing=() installed name way log=$build-packages.log
  installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package}\n' | sed -n 's/^installed://p' | tr '\n' ' ')"
  while read -r name _; do
    case $installed in *" ${name%\?} "*) continue ;; esac
    # A release that has no such package goes without.
    case $name in *\?) name=${name%\?}; apt_lists && ! apt-cache show "$name" >/dev/null 2>&1 && continue ;; esac
    missing+=("$name")
  done < <(package_rows "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  way=$(root_way) || die "These packages are missing: ${missing[*]}
They can be installed only as root or through sudo, and neither is at hand. Please run:
  apt-get install --no-install-recommends ${missing[*]}"
  say "Installing $way: ${missing[*]}"
  # Old lists may name files that are gone.
  if apt_lists && apt_get install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  if ! { apt_get update && apt_get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    die "The packages could not be installed; the whole log is $log"
  fi
  rm -f "$log"
}

probe () {
  local kind=${1%%:*} what=${1#*:} pattern
  case $kind in
    cmd) command -v "$what" >/dev/null 2>&1 ;;
    pc) pkg-config --exists "$what" 2>/dev/null ;;
    font) [ -n "$(fc-list ":lang=$what" family 2>/dev/null)" ] ;;
    file)
      for pattern in ${what//,/ }; do
        compgen -G "$pattern" >/dev/null && return 0
      done
      return 1 ;;
    *) true ;;
  esac
}

# Any other distribution: what is missing is named, for Fedora and for Arch.
need_with_probes () {
  local fedora=() arch=() f a how
  while read -r _ f a how; do
    probe "$how" || { fedora+=("$f"); arch+=("$a"); }
  done < <(package_rows "$@")
  [ ${#fedora[@]} -gt 0 ] || return 0
  die "This machine has no apt-get, and something is missing. Please install, then call this again:
  Fedora:  dnf install ${fedora[*]}
  Arch:    pacman -S --needed ${arch[*]}"
}

# need PURPOSE...: after it the packages of these purposes are there.
need () {
  if has_dpkg; then need_with_apt "$@"; else need_with_probes "$@"; fi
}

# need_locales NAME...: after it these locales (zh_CN.UTF-8, ...) are there, where that can be had.
need_locales () {
  local missing=() name way have
  have=" $(locale -a 2>/dev/null | tr '\n' ' ' | sed 's/utf8/UTF-8/g') "
  for name in "$@"; do
    case $have in *" $name "*) ;; *) missing+=("$name") ;; esac
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! way=$(root_way) || ! command -v localedef >/dev/null 2>&1; then
    say "These locales are missing, and nobody may make them: ${missing[*]}; their tests will be skipped."
    return 0
  fi
  say "Generating locales $way: ${missing[*]}"
  if [ -f /etc/locale.gen ]; then
    for name in "${missing[@]}"; do
      grep -qx "$name UTF-8" /etc/locale.gen || echo "$name UTF-8" | as_root tee -a /etc/locale.gen >/dev/null
    done
    as_root locale-gen >/dev/null </dev/null || say 'locale-gen failed.'
  else
    for name in "${missing[@]}"; do
      as_root localedef -i "${name%%.*}" -f UTF-8 "$name" || say "The locale $name could not be made."
    done
  fi
}

# The sample reports of a folder, one a line; the one with faults to find comes first, and so is shown first.
sample_reports () {
  local file
  printf '%s\n' "$1/yunxi-2024.html"
  for file in "$1"/*.html "$1"/*.txt; do
    [ "$file" = "$1/yunxi-2024.html" ] || printf '%s\n' "$file"
  done
}

# list_programs DIR: what is needed to run the programs, without their tests.
list_programs () {
  ninja -C "$1" -t targets all |
    sed -nE 's#^(src/(app/nianbao|cli/nianbao-cli|helper/nianbao-[a-z-]+)|data/gschemas.compiled|po/.*[.]mo): .*#\1#p'
}

# build_in DIR LOG [MESON OPTION...]: configures DIR where it is not yet, and builds it, with only_programs=yes what
# list_programs lists of it. What the tools print goes to LOG.
build_in () {
  local dir=$1 log=$2 werror='' targets=()
  shift 2
  # Compilers newer than Debian 12's warn about more; that must not keep anyone from trying the program.
  is_debian_12 || werror=-Dwerror=false
  : >"$log"
  if [ ! -f "$dir/build.ninja" ]; then
    rm -rf "$dir/meson-private" "$dir/meson-info"
    # shellcheck disable=SC2086
    meson setup "$dir" "$top" $werror "$@" >>"$log" 2>&1 </dev/null || return 1
  fi
  [ -z "${only_programs-}" ] || mapfile -t targets < <(list_programs "$dir")
  run_ninja "$dir" "$log" "${targets[@]}"
}

# How far the build is stands in one line of a terminal, which is gone in the end. A log gets no such line.
run_ninja () {
  local dir=$1 log=$2 ninja step shown='' status
  shift 2
  if [ ! -t 2 ]; then
    ninja -C "$dir" "$@" >>"$log" 2>&1 </dev/null
    return
  fi
  ninja -C "$dir" "$@" >>"$log" 2>&1 </dev/null &
  ninja=$!
  # What is stopped by a key stops its build as well, which has no terminal to be told by.
  trap 'kill "$ninja" 2>/dev/null; exit 130' INT TERM
  while kill -0 "$ninja" 2>/dev/null; do
    step=$(tail -n 40 "$log" | grep -oE '^\[[0-9]+/[0-9]+\]' | tail -n 1)
    [ "$step" = "$shown" ] || printf '\r%s ' "$step" >&2
    shown=$step
    sleep 0.5
  done
  wait "$ninja"
  status=$?
  trap - INT TERM
  [ -z "$shown" ] || printf '\r%*s\r' "${#shown}" '' >&2
  return "$status"
}
