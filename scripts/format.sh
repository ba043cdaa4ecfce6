#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# format.sh [--check]: lays out every C file with clang-format 14, or names those that it would change.
# Headers are left out: their prototypes stand in columns, which that version cannot keep.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$top" || exit 1
program=$(command -v clang-format-14 clang-format | head -n 1)
[ -n "$program" ] || die 'clang-format is not installed.'
mapfile -t files < <(find src tests -name '*.c' | LC_ALL=C sort)

if [ "${1-}" = --check ]; then
  status=0
  for file in "${files[@]}"; do
    "$program" --style=file "$file" | cmp -s - "$file" || { echo "$file"; status=1; }
  done
  exit "$status"
fi
"$program" --style=file -i "${files[@]}"
