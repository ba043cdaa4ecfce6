#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# planted-faults.sh [BUILD [COUNT]]: a table of the rules: how many faults were planted in made-up reports of every form
# and layout, how many of them were found, and how often the rule spoke on how many reports in which all agrees; then
# how the one wrong cell of a sum was proposed. COUNT as NB_GENERATOR_COUNT of the tests, 2 unless given.
set -euo pipefail
build=${1:-$(cd "$(dirname "$0")/.." && pwd)/_build}
lines=$(mktemp) || exit 1
trap 'rm -f "$lines"' EXIT INT TERM
for test in test-rules test-rules-together; do
  NB_GENERATOR_COUNT=${2:-2} LC_ALL=C.UTF-8 "$build/tests/generator/$test" >>"$lines" || echo "$test: failed" >&2
done
awk '
  $2 == "planted" { planted[$3] += $5; found[$3] += $6 }
  $2 == "alarms" { reports[$3] += $4; alarms[$3] += $5 }
  $2 == "repairs" { repair[++n] = sprintf ("%-4s %-16s %8d %8d %8d %8d %8d", $3, $4, $5, $6, $7, $8, $9) }
  END {
    printf "%-8s %8s %8s %8s %8s\n", "rule", "planted", "found", "reports", "alarms"
    for (rule in reports)
      printf "%-8s %8d %8d %8d %8d\n", rule, planted[rule], found[rule], reports[rule], alarms[rule] | "sort"
    close ("sort")
    printf "\n%-4s %-16s %8s %8s %8s %8s %8s\n", "", "repair", "planted", "alone", "first", "listed", "missed"
    for (i = 1; i <= n; i++)
      print repair[i]
  }' "$lines"
