#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts are readable to bash, count tests rightly, and the README's commands exist."""

import json
import os
import re
import subprocess
import sys
import tempfile

import tap

SCRIPTS = os.path.join(tap.TOP, 'scripts')


def scripts_parse():
    complaints = []
    for path in tap.project_files():
        if path.endswith('.sh') or path == '.ci/run':
            done = subprocess.run(['bash', '-n', os.path.join(tap.TOP, path)], capture_output=True, text=True, check=False)
            complaints += done.stderr.splitlines()
    return complaints


def scripts_can_run():
    paths = [path for path in tap.project_files()
             if path == '.ci/run' or re.fullmatch(r'scripts/[^/]*\.(sh|py)', path) and path != 'scripts/lib.sh']
    return [f'{path} is not executable' for path in paths if not os.access(os.path.join(tap.TOP, path), os.X_OK)]


def commands_of_readme():
    named = set(re.findall(r'scripts/[\w.-]+', tap.read('README.md')))
    complaints = [f'README.md does not name {path}' for path in ('scripts/run.sh', 'scripts/test.sh') if path not in named]
    return complaints + [f'README.md names {path}, which is not there' for path in sorted(named)
                         if not os.path.exists(os.path.join(tap.TOP, path))]


def packages_are_whole():
    complaints = []
    for number, line in enumerate(tap.read('scripts/packages.txt').splitlines(), 1):
        if line and not line.startswith('#') and len(line.split()) != 5:
            complaints.append(f'scripts/packages.txt:{number}: five words are wanted')
    return complaints


def packages_have_all_dependencies():
    """What meson.build asks pkg-config for, packages.txt can install."""
    probes = {line.split()[-1] for line in tap.read('scripts/packages.txt').splitlines() if not line.startswith('#')}
    return [f'{path}: scripts/packages.txt has no row pc:{module}'
            for path in tap.project_files() if path.endswith('meson.build')
            for module in re.findall(r"\bdependency\('([^']+)'", tap.read(path)) if f'pc:{module}' not in probes
            if module not in ('glib-2.0', 'gio-2.0', 'gtk4-x11')]  # parts of what has a row


def count(*entries):
    """What count-tests.py prints for a log of these (result, output) pairs, and its exit status."""
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        for result, output in entries:
            log.write(json.dumps({'name': 'x', 'result': result, 'stdout': output, 'returncode': 0}) + '\n')
        log.flush()
        done = subprocess.run([sys.executable, os.path.join(SCRIPTS, 'count-tests.py'), log.name],
                              capture_output=True, text=True, check=False)
    return done.stdout.strip(), done.returncode


def counts_cases():
    wanted = {
        (('OK', 'ok 1 a\nok 2 b # SKIP no folder\n1..2\n'),): ('1 passed, 0 failed, 1 skipped', 0),
        (('FAIL', '1..2\nok 1 a\nnot ok 2 b\n'),): ('1 passed, 1 failed, 0 skipped', 1),
        (('ERROR', '1..3\nok 1 a\n'),): ('1 passed, 1 failed, 0 skipped', 1),
        (('TIMEOUT', ''),): ('0 passed, 1 failed, 0 skipped', 1),
        (('OK', '1..1\n    ok 1 a\n    ok 2 b\n    1..2\nok 1 ab\n'),): ('2 passed, 0 failed, 0 skipped', 0),
        (('SKIP', '1..0 # SKIP all\n'), ('OK', '')): ('1 passed, 0 failed, 1 skipped', 0),
        (): ('0 passed, 1 failed, 0 skipped', 1),
    }
    return [f'{entries}: {count(*entries)}, not {answer}' for entries, answer in wanted.items()
            if count(*entries) != answer]


tap.run(scripts_parse, scripts_can_run, commands_of_readme, packages_are_whole, packages_have_all_dependencies, counts_cases)
