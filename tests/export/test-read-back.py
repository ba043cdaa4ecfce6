#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is exported, read back by other readers than ours, holds the numbers of the CSV (case-58)."""

import csv
import html.parser
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

sys.path.insert(0, os.path.join(os.environ['G_TEST_SRCDIR'], 'tests/lint'))
import tap  # pylint: disable=wrong-import-position

CLI = os.environ['NB_CLI']
SAMPLES = os.path.join(os.environ['G_TEST_SRCDIR'], 'data/samples')
REPORTS = [os.path.join(SAMPLES, name) for name in ('yunxi-2018.html', 'yunxi-2020.txt', 'yunxi-2024.html')]
SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def extract(form, folder=None):
    """The bytes of an export of the sample reports."""
    words = [CLI, 'extract', '--quiet', f'--format={form}']
    if folder:
        path = os.path.join(folder, 'out.' + form)
        subprocess.run(words + ['-o', path] + REPORTS, check=True)
        with open(path, 'rb') as file:
            return file.read()
    return subprocess.run(words + REPORTS, check=True, stdout=subprocess.PIPE).stdout


def table(form='csv'):
    return list(csv.DictReader(io.StringIO(extract(form).decode('utf-8-sig'))))


def same_bytes_twice():
    with tempfile.TemporaryDirectory() as folder:
        return [f'{form} differs from run to run' for form in ('xlsx', 'md', 'html', 'pdf', 'dta', 'sav')
                if extract(form) != extract(form, folder)]


def sheet_rows(book, number):
    """Rows of a sheet as lists of (kind, text): kind is n for a number, s for a text."""
    texts = [''.join(text.text or '' for text in item.iter(SHEET + 't'))
             for item in ElementTree.fromstring(book.read('xl/sharedStrings.xml'))]
    for row in ElementTree.fromstring(book.read(f'xl/worksheets/sheet{number}.xml')).iter(SHEET + 'row'):
        cells = {}
        for cell in row.iter(SHEET + 'c'):
            if cell.find(SHEET + 'f') is not None:
                raise AssertionError('a formula: ' + cell.get('r'))
            column = 0
            for letter in re.match('[A-Z]+', cell.get('r')).group():
                column = column * 26 + ord(letter) - 64
            value = cell.find(SHEET + 'v')
            if value is not None:
                cells[column - 1] = ('s', texts[int(value.text)]) if cell.get('t') == 's' else ('n', value.text)
        yield cells


def xlsx_holds_the_numbers():
    book = zipfile.ZipFile(io.BytesIO(extract('xlsx')))
    rows = list(sheet_rows(book, 1))
    heads = {text: column for column, (_, text) in rows[0].items()}
    wanted = table()
    complaints = [] if len(rows) - 1 == len(wanted) else [f'{len(rows) - 1} rows, not {len(wanted)}']
    for got, want in zip(rows[1:], wanted):
        kind, value = got.get(heads['value'], ('', ''))
        raw = got.get(heads['raw'], ('', ''))[1]
        if (float(value) if value else None) != (float(want['value']) if want['value'] else None) or kind == 's':
            complaints.append(f"{want['metric']}: {value}, not {want['value']}")
        if raw.lstrip("'") != want['raw'].lstrip("'"):
            complaints.append(f"{want['metric']}: raw {raw}, not {want['raw']}")
    return complaints


def dta_holds_the_numbers():
    try:
        import pandas  # pylint: disable=import-outside-toplevel
    except ImportError as reason:
        raise tap.Skip('pandas is not installed') from reason
    frame = pandas.read_stata(io.BytesIO(extract('dta')), convert_categoricals=False, convert_missing=True)
    complaints = []
    for (_, got), want in zip(frame.iterrows(), table('wide-csv')):
        for name in (name for name in want if name + '_status' in want):
            tag = {'blank': '.a', 'placeholder': '.b', 'missing': '.c', 'unreadable': '.d', 'not-in-form': '.e'}
            value = tag.get(want[name + '_status']) or float(want[name])
            if (str(got[name]) if isinstance(value, str) else got[name]) != value:
                complaints.append(f"{want['year']} {name}: {got[name]}, not {value}")
    return complaints


def sav_holds_the_numbers():
    """Read by PSPP, which shares no code with the writer."""
    convert = shutil.which('pspp-convert')
    if convert is None:
        raise tap.Skip('pspp is not installed')
    with tempfile.TemporaryDirectory() as folder:
        extract('sav', folder)
        result = os.path.join(folder, 'out.csv')
        subprocess.run([convert, os.path.join(folder, 'out.sav'), result], check=True, capture_output=True)
        with open(result, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))
    wanted = table('wide-csv')
    complaints = [] if len(rows) == len(wanted) else [f'{len(rows)} rows, not {len(wanted)}']
    codes = {'blank': -2e18, 'placeholder': -1.999e18, 'missing': -1.998e18, 'unreadable': -1.997e18,
             'not-in-form': -1.996e18}
    for got, want in zip(rows, wanted):
        if got['organ'] != want['organ'] or got['year'] != want['year']:
            complaints.append(f"{got['organ']} {got['year']}, not {want['organ']} {want['year']}")
        for name in (name for name in want if name + '_status' in want):
            value = codes[want[name + '_status']] if want[name + '_status'] in codes else float(want[name])
            if float(got[name]) != value:
                complaints.append(f"{want['year']} {name}: {got[name]}, not {value}")
    return complaints


def wide_total_is_the_printed_one():
    """A real report of the form of 2021 that prints a sum alone, as the form before it did, and not its terms."""
    real = os.path.join(os.environ.get('NB_SEEDS', ''), os.pardir, 'real', 'hongze-2023.pdf')
    if 'NB_SEEDS' not in os.environ or not os.path.exists(real):
        raise tap.Skip('the real report is not here')
    text = subprocess.run([CLI, 'extract', '--quiet', '--format=wide-csv', real], check=True, capture_output=True).stdout
    row, = csv.DictReader(io.StringIO(text.decode('utf-8-sig')))
    wanted = {'other_total_tot': ('0', 'zero'), 'other_total': ('0', 'zero'), 'other_misc_tot': ('', 'missing')}
    return [f'{name}: {row[name]} {row[name + "_status"]}, not {want}' for name, want in wanted.items()
            if (row[name], row[name + '_status']) != want]


class Cells(html.parser.HTMLParser):
    """Texts of all cells, and whether anything would be fetched or run."""

    def __init__(self):
        super().__init__()
        self.cells, self.open, self.foreign = [], False, []

    def handle_starttag(self, tag, attrs):
        if tag in ('td', 'th'):
            self.cells.append('')
            self.open = True
        if tag in ('script', 'link', 'img', 'iframe') or any(name in ('src', 'href') for name, _ in attrs):
            self.foreign.append(tag)

    def handle_endtag(self, tag):
        self.open &= tag not in ('td', 'th')

    def handle_data(self, data):
        if self.open:
            self.cells[-1] += data


def group(number):
    """A number as people read it."""
    whole, point, rest = number.lstrip('-').partition('.')
    return ('−' if number.startswith('-') else '') + f'{int(whole):,}' + point + rest


def html_holds_the_numbers():
    cells = Cells()
    cells.feed(extract('html').decode())
    complaints = [f'it wants <{tag}>' for tag in cells.foreign]
    numbers = set(cells.cells)
    return complaints + [f"{want['metric']}: {want['value']} is in no cell"
                         for want in table() if want['value'] and group(want['value']) not in numbers]


def md_holds_the_numbers():
    cells = {cell.strip() for line in extract('md').decode().splitlines() for cell in line.split('|')}
    return [f"{want['metric']}: {want['value']} is in no cell"
            for want in table() if want['value'] and group(want['value']) not in cells]


def pdf_holds_the_numbers():
    if not shutil.which('pdftotext'):
        raise tap.Skip('pdftotext is not installed')
    text = subprocess.run(['pdftotext', '-layout', '-', '-'], input=extract('pdf'), stdout=subprocess.PIPE, check=True).stdout
    words = set(text.decode().split())
    return [f"{want['metric']}: {want['value']} is not in it"
            for want in table() if want['value'] and group(want['value']) not in words]


tap.run(same_bytes_twice, xlsx_holds_the_numbers, dta_holds_the_numbers, sav_holds_the_numbers,
        wide_total_is_the_printed_one, html_holds_the_numbers, md_holds_the_numbers,
        pdf_holds_the_numbers, suite='read-back')
