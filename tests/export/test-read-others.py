#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is exported, read by the programs that people open it with (case-54, 55, 58, 59, 60)."""

import csv
import decimal
import html
import io
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zlib

sys.path.insert(0, os.path.join(os.environ['G_TEST_SRCDIR'], 'tests/lint'))
import tap  # pylint: disable=wrong-import-position

CLI = os.environ['NB_CLI']
SAMPLES = os.path.join(os.environ['G_TEST_SRCDIR'], 'data/samples')
REPORTS = [os.path.join(SAMPLES, name) for name in ('yunxi-2018.html', 'yunxi-2020.txt', 'yunxi-2024.html')]
PAIR = [os.path.join(SAMPLES, name) for name in ('yunxi-2023.html', 'yunxi-2024.html')]
SVG = '{http://www.w3.org/2000/svg}'
FORMULAS = ("=cmd|'/c calc'!A1", '@SUM(1)', '-1+2', '＝1')


def run(*words):
    return subprocess.run([CLI, *words], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def write(folder, name, *words):
    path = os.path.join(folder, name)
    subprocess.run([CLI, *words, '-o', path], check=False, stderr=subprocess.DEVNULL)
    return path


def rows(text):
    return list(csv.DictReader(io.StringIO(text.decode('utf-8-sig'), newline='')))


def need(module):
    try:
        return __import__(module)
    except ImportError as reason:
        raise tap.Skip(f'{module} is not installed') from reason


def same(one, two):
    return (float(one) if one not in ('', None) else None) == (float(two) if two not in ('', None) else None)


# --- figures ---

def csv_read_by_pandas():
    pandas = need('pandas')
    text = run('extract', '--quiet', '--format=csv', *REPORTS)
    frame = pandas.read_csv(io.BytesIO(text), dtype=str, keep_default_na=False)
    wanted = rows(text)
    complaints = [] if len(frame) == len(wanted) else [f'{len(frame)} rows, not {len(wanted)}']
    for (_, got), want in zip(frame.iterrows(), wanted):
        complaints += [f'{name}: {got[name]!r}, not {value!r}' for name, value in want.items() if got[name] != value]
    return complaints + ([] if frame.columns[0] == 'uri' else ['the mark before the head is part of it'])


def csv_has_its_mark_and_ends():
    """case-60: with and without a byte order mark; each line ends as Excel wants."""
    marked = run('extract', '--quiet', '--format=csv', *REPORTS)
    plain = run('extract', '--quiet', '--format=csv', '--no-bom', *REPORTS)
    bare = re.sub(rb'"(?:[^"]|"")*"', b'', plain)
    return ([] if marked == b'\xef\xbb\xbf' + plain else ['the mark is not all that --no-bom leaves out']) + \
           ([] if bare.count(b'\n') == bare.count(b'\r\n') == bare.count(b'\r') else ['a line does not end in CR LF'])


def xlsx_read_by_openpyxl():
    openpyxl = need('openpyxl')
    book = openpyxl.load_workbook(io.BytesIO(run('extract', '--quiet', '--format=xlsx', *REPORTS)))
    sheet = book.worksheets[0]
    heads = {cell.value: number for number, cell in enumerate(sheet[1])}
    wanted = rows(run('extract', '--quiet', '--format=csv', *REPORTS))
    complaints = [] if sheet.max_row - 1 == len(wanted) else [f'{sheet.max_row - 1} rows, not {len(wanted)}']
    for got, want in zip(sheet.iter_rows(min_row=2), wanted):
        cell = got[heads['value']]
        if not same(cell.value, want['value']) or cell.data_type not in ('n',):
            complaints.append(f"{want['metric']}: {cell.value!r}, not {want['value']}")
        complaints += [f'{cell.coordinate} is a formula' for cell in got if cell.data_type == 'f']
    return complaints + ([] if len(book.worksheets) == 5 else [f'{len(book.worksheets)} sheets: {book.sheetnames}'])


def xlsx_read_by_libreoffice():
    if not shutil.which('soffice'):
        raise tap.Skip('LibreOffice is not installed')
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, 'out.xlsx', 'extract', '--quiet', '--format=xlsx', *REPORTS)
        # It writes numbers as its user's language has them.
        done = subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless',
                               '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1',
                               '--outdir', folder, path], check=False, capture_output=True, timeout=150,
                              env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        found = [name for name in os.listdir(folder) if name.endswith('.csv')]
        if not found:
            if b'no export filter' in done.stdout + done.stderr or b'source file could not be loaded' in done.stderr:
                raise tap.Skip('this LibreOffice has no Calc')
            return ['LibreOffice did not open it: ' + (done.stdout + done.stderr).decode(errors='replace')]
        with open(os.path.join(folder, found[0]), 'rb') as file:
            got = rows(file.read())
    wanted = rows(run('extract', '--quiet', '--format=csv', *REPORTS))
    complaints = [] if len(got) == len(wanted) else [f'{len(got)} rows, not {len(wanted)}']
    return complaints + [f"{want['metric']}: {one['value']}, not {want['value']}" for one, want in zip(got, wanted)
                         if not same(one['value'], want['value']) or one['organ'] != want['organ']]


def json_holds_all_of_it():
    """Nothing of the CSV and of the text is lost: each row follows from the JSON, each raw text is a slice of the document."""
    complaints = []
    for path in REPORTS:
        text = run('extract', '--quiet', '--format=json', path)
        report = json.loads(text, parse_float=decimal.Decimal)
        document = run('extract', '--quiet', '--format=text', path)
        wanted = rows(run('extract', '--quiet', '--format=csv', path))
        if len(report['figures']) != len(wanted):
            complaints.append(f"{len(report['figures'])} figures, not {len(wanted)}")
        for figure, want in zip(report['figures'], wanted):
            place = figure['place'] or {}
            made = {'uri': report['source']['uri'], 'sha256': report['source']['sha256'],
                    'organ': report['organ']['name'], 'kind': report['organ']['kind'], 'year': str(report['year']),
                    'form': report['form'], 'metric': figure['metric'], 'label': figure['label'],
                    'state': figure['state'], 'value': '' if figure['value'] is None else str(figure['value']),
                    'unit': figure['unit'] or '', 'confidence': figure['confidence'] or '',
                    'section': place.get('section') or '', 'offset': str(place.get('offset', '')),
                    'length': str(place.get('length', ''))}
            complaints += [f"{figure['metric']} {name}: {value!r}, not {want[name]!r}"
                           for name, value in made.items() if value != want[name]]
            if figure['raw'] is not None and place and place['length']:
                start = place['offset']
                if document[start:start + place['length']].decode() != figure['raw']:
                    complaints.append(f"{figure['metric']}: its place does not hold {figure['raw']!r}")
    return complaints


def json_read_and_written_again():
    """case-58: another reader and another writer give the same bytes."""
    complaints = []
    for words in (['extract', '--format=ndjson', *REPORTS], ['compare', '--format=json', *PAIR]):
        text = run(words[0], '--quiet', *words[1:]).decode()
        for line in text.splitlines() if words[0] == 'extract' else [text]:
            # Numbers stay as they are spelled.
            numbers = {}

            def keep(spelling, numbers=numbers):
                numbers[f'\0{len(numbers)}\0'] = spelling
                return f'\0{len(numbers) - 1}\0'

            data = json.loads(line, parse_float=keep, parse_int=keep)
            again = json.dumps(data, ensure_ascii=False,
                               **({'separators': (',', ':')} if words[0] == 'extract' else {'indent': 2}))
            again = re.sub(r'"\\u0000(\d+)\\u0000"', lambda match, numbers=numbers: numbers[f'\0{match[1]}\0'], again)
            squeeze = (lambda text: re.sub(r'\s+', '', text)) if words[0] == 'compare' else str.strip
            if squeeze(again.replace('/', '\\/') if '\\/' in line else again) != squeeze(line):
                complaints.append(f'{words[0]}: read and written again it is another text')
    return complaints


# --- comparison ---

def comparison_says_the_same_everywhere():
    openpyxl = need('openpyxl')
    data = json.loads(run('compare', '--quiet', '--format=json', *PAIR), parse_float=decimal.Decimal)
    wanted = {row['metric']: row for row in data['figures']}
    table = rows(run('compare', '--quiet', '--format=csv', *PAIR))
    complaints = [] if len(table) == len(wanted) else [f'{len(table)} rows, not {len(wanted)}']
    for row in table:
        want = wanted[row['metric']]
        complaints += [f"csv {row['metric']} {name}: {row[name]}, not {want[name]}"
                       for name in ('a', 'b', 'delta', 'percent') if not same(row[name], want[name])]
        complaints += [f"csv {row['metric']}: {row['comparable']}"] if row['comparable'] != want['comparable'] else []
    with tempfile.TemporaryDirectory() as folder:
        sheet = openpyxl.load_workbook(write(folder, 'out.xlsx', 'compare', '--quiet', '--format=xlsx', *PAIR)).active
        heads = [cell.value for cell in sheet[1]]
        for cells in sheet.iter_rows(min_row=2, values_only=True):
            row = dict(zip(heads, cells))
            want = wanted[row['metric']]
            complaints += [f"xlsx {row['metric']} {name}: {row[name]}, not {want[name]}" for name in ('delta', 'percent')
                           if not same(row[name], want[name])]
    for form in ('md', 'html'):
        text = run('compare', '--quiet', f'--format={form}', *PAIR).decode()
        complaints += [f'{form}: {sign} is missing' for sign in ('+13.2%', '+25', '214', '189') if sign not in text]
    return complaints


# --- what must not become a formula or markup ---

def make_report(folder, cell):
    """A report in one of whose cells stands what its author may have written there."""
    with open(os.path.join(SAMPLES, 'yunxi-2021.html'), encoding='utf-8') as file:
        text, count = re.subn('>0</span>', lambda _: f'>{html.escape(cell)}</span>', file.read(), count=1)
    assert count == 1
    path = os.path.join(folder, 'injected.html')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def nothing_becomes_a_formula():
    """case-54: text stays text, and a negative number a number."""
    openpyxl = need('openpyxl')
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        for cell in FORMULAS:
            path = make_report(folder, cell)
            text = run('extract', '--quiet', '--format=csv', path).decode('utf-8-sig')
            cells = [one for row in csv.reader(io.StringIO(text)) for one in row]
            complaints += [] if "'" + cell in cells else [f'{cell!r} is nowhere in the CSV']
            complaints += [f'{one!r} is a formula' for one in cells
                           if re.match('[=@\t\r＝]', one) or re.match(r'[-+](?!\d+(\.\d+)?$)', one)]
            book = openpyxl.load_workbook(write(folder, 'out.xlsx', 'extract', '--quiet', '--format=xlsx', path))
            found = [one for sheet in book.worksheets for row in sheet.iter_rows() for one in row
                     if isinstance(one.value, str) and one.value.lstrip("'") == cell]
            complaints += [] if found else [f'{cell!r} is nowhere in the workbook']
            complaints += [f'{one.coordinate} is a formula' for sheet in book.worksheets for row in sheet.iter_rows()
                           for one in row if one.data_type == 'f']
    negative = [row for row in rows(run('extract', '--quiet', '--format=csv', os.path.join(SAMPLES, 'yunxi-2019.html')))
                if re.fullmatch(r'-\d+', row['value'])]
    return complaints + ([] if negative else ['a negative number is none any more'])


def nothing_becomes_markup():
    """case-55: what looks like a tag is text in every format that has tags."""
    cell = '<b>&<script>'
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        path = make_report(folder, cell)
        if cell.encode() not in run('extract', '--quiet', '--format=csv', path):
            return ['the report does not hold what is to be tried']
        page = run('extract', '--quiet', '--format=html', path).decode()
        complaints += ['html: a tag of the report is a tag'] if '<script>' in page or '<b>' in page else []
        complaints += [] if html.escape(cell) in page else ['html: the text is gone']
        text = run('extract', '--quiet', '--format=md', path).decode()
        complaints += ['md: a tag of the report is a tag'] if re.search(r'(?<!\\)<(script|b)>', text) else []
        complaints += [] if 'script' in text else ['md: the text is gone']
    return complaints


# --- charts ---

def charts():
    return [line.split('\t')[0] for line in run('chart', '--list').decode().splitlines()]


def svg_and_pdf_hold_all_labels():
    """case-59: each text of the SVG is in the PDF; its fonts are in the file; poppler draws it."""
    if not shutil.which('pdftotext'):
        raise tap.Skip('poppler-utils are not installed')
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        for chart in charts():
            svg = run('chart', f'--chart={chart}', '--format=svg', '-o', '-', *REPORTS)
            texts = [''.join(text.itertext()) for text in ElementTree.fromstring(svg).iter(SVG + 'text')]
            path = write(folder, chart + '.pdf', 'chart', f'--chart={chart}', *REPORTS)
            page = subprocess.run(['pdftotext', '-raw', path, '-'], check=True, capture_output=True).stdout.decode()
            squeezed = re.sub(r'\s', '', page)
            complaints += [] if texts else [f'{chart}: no text']
            complaints += [f'{chart}: “{text}” is not in the PDF' for text in texts
                           if re.sub(r'\s', '', text) not in squeezed]
            fonts = subprocess.run(['pdffonts', path], check=True, capture_output=True).stdout.decode().splitlines()[2:]
            complaints += [f'{chart}: a font is not in the file: {font}' for font in fonts
                           if re.split(r'\s+', font.strip())[-5] != 'yes']
            done = subprocess.run(['pdftoppm', '-r', '36', '-png', path, os.path.join(folder, chart)], check=False,
                                  capture_output=True)
            complaints += [f'{chart}: poppler says {done.stderr.decode()}'] if done.returncode or done.stderr else []
    return complaints


def svg_is_drawn_by_rsvg():
    """The same picture by another program: as much ink, at the same places."""
    rsvg = shutil.which('rsvg-convert')
    if rsvg is None:
        raise tap.Skip('rsvg-convert is not installed')
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        for chart in ('applications', 'outcomes', 'normative', 'findings'):
            svg = write(folder, chart + '.svg', 'chart', f'--chart={chart}', '--size=600x450', *REPORTS)
            ours = write(folder, chart + '.png', 'chart', f'--chart={chart}', '--size=600x450', *REPORTS)
            theirs = os.path.join(folder, chart + '-rsvg.png')
            done = subprocess.run([rsvg, svg, '-o', theirs], check=False, capture_output=True)
            if done.returncode:
                complaints.append(f'{chart}: {done.stderr.decode()}')
                continue
            complaints += compare_pictures(chart, ours, theirs)
    return complaints


def undo_filter(kind, line, before, size):
    """One line of a PNG (section 9.2 of its standard)."""
    for i, byte in enumerate(line):
        left = line[i - size] if i >= size else 0
        above = before[i]
        corner = before[i - size] if i >= size else 0
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = above
        elif kind == 3:
            guess = (left + above) // 2
        else:
            near = left + above - corner
            guess = min((abs(near - left), 0, left), (abs(near - above), 1, above), (abs(near - corner), 2, corner))[2]
        line[i] = (byte + guess) & 255


def read_png(path):
    """Width and lines of grey, 0 to 255, of a picture of 8 bits a channel without interlace."""
    with open(path, 'rb') as file:
        data = file.read()
    at, packed = 8, b''
    width, height, depth, kind = struct.unpack('>IIBB', data[16:26])
    assert depth == 8 and kind in (2, 6), (depth, kind)
    while at < len(data):
        length, name = struct.unpack('>I4s', data[at:at + 8])
        if name == b'IDAT':
            packed += data[at + 8:at + 8 + length]
        at += 12 + length
    size = 3 if kind == 2 else 4
    raw, before, lines = zlib.decompress(packed), bytearray(width * size), []
    for row in range(height):
        start = row * (width * size + 1)
        line = bytearray(raw[start + 1:start + 1 + width * size])
        if raw[start]:
            undo_filter(raw[start], line, before, size)
        lines.append([sum(line[i:i + 3]) // 3 for i in range(0, len(line), size)])
        before = line
    return width, lines


def shrink(path):
    """Means of blocks of 10 × 10 pixels."""
    width, lines = read_png(path)
    return [sum(sum(line[x:x + 10]) for line in lines[y:y + 10]) / 100
            for y in range(0, len(lines) - 9, 10) for x in range(0, width - 9, 10)]


def compare_pictures(chart, ours, theirs):
    one, two = shrink(ours), shrink(theirs)
    far = sum(abs(a - b) > 48 for a, b in zip(one, two))
    ink = abs(sum(one) - sum(two)) / len(one)
    complaints = [] if len(one) == len(two) else [f'{chart}: {len(one)} and {len(two)} blocks']
    complaints += [f'{chart}: {far} of {len(one)} blocks differ'] if far > len(one) // 100 else []
    return complaints + ([f'{chart}: the ink differs by {ink:.2f}'] if ink > 1 else [])


def same_bytes_of_charts():
    complaints = []
    for chart in charts():
        for form in ('svg', 'png', 'pdf'):
            words = ['chart', f'--chart={chart}', f'--format={form}', '-o', '-', *REPORTS]
            complaints += [f'{chart} {form} differs from run to run'] if run(*words) != run(*words) else []
    return complaints


tap.run(csv_read_by_pandas, csv_has_its_mark_and_ends, xlsx_read_by_openpyxl, xlsx_read_by_libreoffice,
        json_holds_all_of_it, json_read_and_written_again, comparison_says_the_same_everywhere,
        nothing_becomes_a_formula, nothing_becomes_markup, svg_and_pdf_hold_all_labels, svg_is_drawn_by_rsvg,
        same_bytes_of_charts, suite='read-others')
