#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py LOG.json...: counts the test cases of meson's logs.

Meson counts programs; one program holds many cases, so the TAP lines are counted. A program that crashed, timed out or
stopped before its plan was done counts as failed even where every case that it told about had passed. The output of
failing programs goes to standard error; the last line on standard output is "N passed, N failed, N skipped".
"""

import json
import re
import sys

RESULT = re.compile(r'^(\s*)(not )?ok\b\s*\d*\s*(.*)$')
SKIP = re.compile(r'#\s*skip\b', re.I)
TODO = re.compile(r'#\s*todo\b', re.I)
SKIP_ALL = re.compile(r'^1\.\.0\b.*#?\s*skip', re.I)
MAX_LINES = 60


def count_tap(text):
    """The cases of one program: (passed, failed, skipped). A line that sums up indented ones is no case."""
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    deepest = -1
    for line in text.splitlines():
        if SKIP_ALL.match(line):
            counts['skipped'] += 1
        match = RESULT.match(line)
        if not match:
            continue
        indent = len(match.group(1))
        if indent < deepest:
            deepest = indent
            continue
        deepest = indent
        if SKIP.search(match.group(3)):
            counts['skipped'] += 1
        elif match.group(2) and not TODO.search(match.group(3)):
            counts['failed'] += 1
        else:
            counts['passed'] += 1
    return counts['passed'], counts['failed'], counts['skipped']


def count_entry(entry):
    """The same for one entry of the log, with a program that came to no good end counted as a failed case."""
    passed, failed, skipped = count_tap(entry.get('stdout') or '')
    result = entry['result']
    if result not in ('OK', 'SKIP', 'EXPECTEDFAIL') and failed == 0:
        failed = 1
    elif passed + failed + skipped == 0:
        if result == 'SKIP':
            skipped = 1
        else:
            passed = 1
    return passed, failed, skipped


def show(entry):
    """Prints what a failing program said, its end if it said much."""
    print(f"\n== {entry['name']}: {entry['result']}, exit status {entry.get('returncode')}", file=sys.stderr)
    for stream in ('stdout', 'stderr'):
        lines = (entry.get(stream) or '').rstrip().splitlines()
        if len(lines) > MAX_LINES:
            print(f'... {len(lines) - MAX_LINES} lines of {stream} before these are in the log', file=sys.stderr)
        for line in lines[-MAX_LINES:]:
            print(line, file=sys.stderr)


def main(paths):
    total = [0, 0, 0]
    programs = 0
    for path in paths:
        try:
            with open(path, encoding='utf-8', errors='replace') as log:
                entries = [json.loads(line) for line in log if line.strip()]
        except (OSError, ValueError) as error:
            print(f'{path}: {error}', file=sys.stderr)
            entries = []
        for entry in entries:
            programs += 1
            counts = count_entry(entry)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1]:
                show(entry)
    if programs == 0:
        print('No test was run.', file=sys.stderr)
        total[1] += 1
    print('{} passed, {} failed, {} skipped'.format(*total))
    return 1 if total[1] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
