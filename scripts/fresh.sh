#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fresh.sh [RELEASE [COMMAND...]]: runs .ci/run, or the command, in a clean clone on a new minimal Debian (bookworm unless
# named; trixie has GTK 4.18), made in a temporary folder and removed afterwards. As root; some 3 GB and 20 minutes.
set -eu
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

case ${1-} in
  -h|--help) sed -n '3,4s/^# //p' "${BASH_SOURCE[0]}"; exit 0 ;;
  --inside) shift ;;
  *)
    [ "$(id -u)" = 0 ] || die 'fresh.sh must be run as root: it makes a system of its own.'
    need fresh
    # Mounts of a namespace of its own end with it, whatever happens.
    exec unshare --mount --propagation private "${BASH_SOURCE[0]}" --inside "$@" ;;
esac

release=${1-bookworm}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- bash .ci/run
mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)\?\([^ ]*\).*/\2/p' \
  /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
root=$(mktemp -d -t nianbao-fresh.XXXXXX)
trap 'umount -R "$root/proc" "$root/dev" 2>/dev/null; rm -rf --one-file-system "$root"' EXIT

say "Making $release ..."
debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root.log" 2>&1 || { tail "$root.log" >&2; die 'debootstrap failed.'; }
rm -f "$root.log"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
# How this machine reaches its mirror, but nothing that a package brings along.
for file in /etc/apt/apt.conf.d/*; do
  dpkg-query -S "$file" >/dev/null 2>&1 || cp "$file" "$root/etc/apt/apt.conf.d/"
done
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/project"
git clone -q "$top" "$root/project/main"
[ ! -d "$top/../shared" ] || cp -r "$top/../shared" "$root/project/shared"
say "$release: $*"
env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp CI=true chroot "$root" \
  /bin/bash -c 'cd /project/main && exec "$@"' bash "$@"
