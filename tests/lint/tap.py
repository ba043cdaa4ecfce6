# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint programs share: the files of the project, the literals of a C file, and TAP."""

import os
import re
import subprocess
import sys

TOP = os.environ.get('G_TEST_SRCDIR') or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Skip(Exception):
    """Raised by a case that cannot be tried here; the text says why."""


def project_files():
    """Paths of all files that are, or would be, committed; relative to the top."""
    try:
        listed = subprocess.run(['git', '-C', TOP, 'ls-files', '-z', '-co', '--exclude-standard'],
                                capture_output=True, check=True).stdout.decode()
        paths = [path for path in listed.split('\0') if path]
    except (OSError, subprocess.CalledProcessError):
        paths = []
        for folder, folders, names in os.walk(TOP):
            folders[:] = [name for name in folders if not name.startswith(('.git', '_build', 'build'))]
            paths += [os.path.relpath(os.path.join(folder, name), TOP) for name in names]
    return sorted(path for path in paths if os.path.isfile(os.path.join(TOP, path)))


def c_files(*folders):
    return [path for path in project_files()
            if path.endswith(('.c', '.h')) and path.startswith(tuple(folder + '/' for folder in folders))]


def read(path):
    with open(os.path.join(TOP, path), encoding='utf-8') as file:
        return file.read()


C_TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def c_literals(text):
    """Yields (line, literal) for each string and character literal; comments are passed over."""
    for match in C_TOKEN.finditer(text):
        if match.group()[0] in '"\'':
            yield text.count('\n', 0, match.start()) + 1, match.group()


def run(*cases, suite='lint'):
    """Runs functions that return a list of complaints; the name of a case is the function's."""
    failed = 0
    print(f'1..{len(cases)}')
    for number, case in enumerate(cases, 1):
        name = f'/nianbao/{suite}/' + case.__name__.replace('_', '-')
        try:
            complaints = case()
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}')
            continue
        for complaint in complaints:
            print(f'# {complaint}')
        failed += bool(complaints)
        print(f"{'not ' if complaints else ''}ok {number} {name}")
    sys.exit(1 if failed else 0)
