#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-samples.py NIANBAO-CLI: the sample reports come out of the program as they went in.

What is true of them is known from scripts/samples, where the figures are written down by metric id.
"""

import decimal
import importlib.util
import json
import os
import re
import subprocess
import sys

TOP = os.environ.get('G_TEST_SRCDIR') or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(TOP, 'data/samples')
sys.dont_write_bytecode = True
sys.path[:0] = [os.path.join(TOP, 'tests/lint'), os.path.join(TOP, 'scripts/samples')]

import figures  # noqa: E402
import prose  # noqa: E402
import tap  # noqa: E402

KINDS = {'云溪县人民政府': 'government', '云溪县自然资源局': 'department', '石桥镇人民政府': 'township'}
SECTIONS = ['overview', 'disclosure', 'requests', 'disputes', 'problems', 'other']
# A fault of 2024 that a check of its own may tell of as well.
UNPROMISED = ('T3-04',)
PLACEHOLDERS = ('—', '——', '/', '-')


def load_maker():
    """make-samples.py as a module; the hyphen in its name keeps `import` from it."""
    spec = importlib.util.spec_from_file_location('make_samples', os.path.join(TOP, 'scripts/make-samples.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = dict(load_maker().files())


def committed_files_are_what_the_generator_writes():
    complaints = []
    for name, content in MADE.items():
        try:
            with open(os.path.join(FOLDER, name), 'rb') as file:
                if file.read() != content:
                    complaints.append(f'{name} differs: run scripts/make-samples.py data/samples')
        except OSError as error:
            complaints.append(str(error))
    extra = set(os.listdir(FOLDER)) - set(MADE)
    return complaints + [f'{name} is not made by the generator' for name in sorted(extra)]


def wanted_state(text):
    """(state, value) of a cell, from what is printed in it."""
    if text == '':
        return 'blank', None
    if text in PLACEHOLDERS:
        return 'placeholder', None
    try:
        value = decimal.Decimal(text)
    except decimal.InvalidOperation:
        return 'unreadable', None
    return ('number' if value else 'zero'), value


def compare_figures(name, report):
    complaints = []
    texts = figures.printed(name)
    got = {figure['metric']: figure for figure in report['figures']}
    if list(got) != [figure['metric'] for figure in report['figures']] or set(got) != set(texts):
        complaints.append(f'{name}: metrics {sorted(set(got) ^ set(texts))}')
    for metric, text in texts.items():
        figure = got.get(metric)
        if not figure:
            continue
        state, value = wanted_state(text)
        if (figure['state'], figure['value']) != (state, value):
            complaints.append(f"{name} {metric}: {figure['state']} {figure['value']}, printed {text!r}")
        if state in ('number', 'zero') and figure['confidence'] != 'exact':
            complaints.append(f"{name} {metric}: confidence {figure['confidence']}")
    return complaints


def compare_head(name, report):
    words = prose.REPORTS[name]
    year = words['year']
    # The year of the period in the report of 2024 is one of the planted faults.
    period_year = year - 1 if name == 'yunxi-2024' else year
    signed = words['signed'] and '{:0>4}-{:0>2}-{:0>2}'.format(*re.findall(r'\d+', words['signed']))
    wanted = {
        'title': f"{words['organ']}{year}年政府信息公开工作年度报告",
        'organ': {'name': words['organ'], 'key': words['organ'].replace('人民政府', ''), 'kind': KINDS[words['organ']]},
        'year': year,
        'form': figures.FORMS[name],
        'period': {'start': f'{period_year}-01-01', 'end': f'{period_year}-12-31'},
        'published': None if words['signed'] else words['published'],
        'signed': signed,
    }
    return [f'{name} {key}: {report[key]}, not {value}' for key, value in wanted.items() if report[key] != value]


def compare_sections(name, report):
    keys = [section['key'] for section in report['sections'] if section['key']]
    form = figures.FORMS[name]
    if form == '2014':
        missing = {'overview', 'disclosure', 'requests', 'disputes', 'problems', 'appendix'} - set(keys)
        complaints = [f'{name}: no section {key}' for key in sorted(missing)]
    else:
        complaints = [] if keys == SECTIONS else [f'{name}: sections {keys}']
    text = ''.join(section['text'] for section in report['sections'])
    for foreign in ('打印', '当前位置', '版权所有', '浏览次数', '关闭窗口', '上一篇'):
        if foreign in text:
            complaints.append(f'{name}: “{foreign}” of the page stands in a section')
    for line in prose.REPORTS[name]['lines'][1:]:
        # The prose without its figures: each piece between two of them must be in a section, whatever its width.
        for piece in re.split(r'\{[^}]*\}', line) if not line.startswith(('@', '#')) else ():
            if narrow(piece) not in narrow(text):
                complaints.append(f'{name}: “{piece[:30]}” is in no section')
    return complaints


def narrow(text):
    return re.sub(r'\s', '', text.translate(str.maketrans('，（）：；', ',():;')))


def extract(program):
    names = sorted(MADE)
    done = subprocess.run([program, 'extract', '--format=ndjson', *(os.path.join(FOLDER, name) for name in names)],
                          capture_output=True, check=False)
    reports = [json.loads(line, parse_float=decimal.Decimal, parse_int=decimal.Decimal)
               for line in done.stdout.decode().splitlines()]
    if done.returncode or len(reports) != len(names) or any('error' in report for report in reports):
        print('#', done.returncode, done.stderr.decode(), [report.get('error') for report in reports])
        return {}
    return {name.rsplit('.', 1)[0]: report for name, report in zip(names, reports)}


def main(program):
    reports = extract(program)

    def each(compare):
        def case():
            return [complaint for name, report in reports.items() for complaint in compare(name, report)] \
                if reports else ['the samples could not be read']
        case.__name__ = compare.__name__
        return case

    def only_planted_faults_are_found(name, report):
        """Of the arithmetic: what must hold, and that a fault is told once, without what follows from it."""
        found = [(finding['rule'], finding['metrics'][-1]) for finding in report['findings']
                 if finding['status'] == 'fail' and finding['rule'][:3] in ('T3-', 'T4-', 'F1-')
                 and finding['rule'] not in UNPROMISED]
        planted = [('T3-03', 'unavailable_not_held.total')] if name == 'yunxi-2024' else []
        complaints = [] if found == planted else [f'{name}: {found}, not {planted}']
        undecided = {finding['rule'] for finding in report['findings'] if finding['status'] == 'open'}
        if undecided and name != 'yunxi-2024':
            complaints.append(f'{name}: open {sorted(undecided)}')
        return complaints

    tap.run(committed_files_are_what_the_generator_writes, each(compare_head), each(compare_sections),
            each(compare_figures), each(only_planted_faults_are_found), suite='samples')


if __name__ == '__main__':
    main(sys.argv[1])
