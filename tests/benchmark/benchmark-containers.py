#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes of a report in each container: figures exact, marked and silently wrong, and what reading costs beside others.

benchmark-containers.py CLI MAKE-REPORT WRITE-CONTAINERS [SEEDS]; NB_HELPERS tells where the helpers are.

Made-up pages of several layouts and forms are written anew by the writers of the tests in every dialect, and by LibreOffice
as DOCX, PDF and old Word files, its DOCX files as PDF again, and by Chromium as PDF. The figures must be those of the page, which the generator's own tests hold to what was
made up. A figure is exact where state, value and unit are the same and its place is certain, marked where it is told to be
uncertain, missing or unreadable, and silently wrong where it is another one and nothing says so. Ends with 1 where one is.
What is missing of the other programs is said and left out.
"""

import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

LAYOUTS = ('html-page', 'html-word-page', 'html-mso', 'html-split-heads')
FORMS = (2014, 2019, 2021)
# What LibreOffice is told to make of a page: the ending, and the filter.
OFFICE = {'docx': 'docx:MS Word 2007 XML', 'doc': 'doc:MS Word 97', 'pdf': 'pdf:writer_pdf_Export'}
UNMARKED = ('exact', 'split')


def figures_of(cli, path):
    done = subprocess.run([cli, 'extract', '--format=ndjson', path], capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if len(lines) != 1 or 'figures' not in lines[0]:
        return None, (lines[0].get('error', {}).get('message') if lines else done.stderr.strip()) or f'{len(lines)} reports'
    return {figure['metric']: figure for figure in lines[0]['figures'] if not figure['metric'].startswith('ext.')}, None


def same(one, other):
    return all(one[key] == other[key] for key in ('state', 'value', 'unit'))


def compare(wanted, got):
    """How many figures are exact, marked and wrong, and the names of those that are not exact."""
    counts, bad = [0, 0, 0], []
    for metric, want in wanted.items():
        figure = got.get(metric)
        if figure is not None and same(want, figure) and (figure['confidence'] in UNMARKED or figure['confidence'] == want['confidence']):
            kind = 0
        elif figure is None or figure['state'] in ('missing', 'unreadable') or figure['confidence'] not in UNMARKED:
            kind = 1
        else:
            kind = 2
        counts[kind] += 1
        if kind:
            bad.append(('', 'marked ', 'WRONG ')[kind] + metric)
    return counts, bad


def office(folder, target, kind, paths):
    os.makedirs(target, exist_ok=True)
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/office', '--infilter=HTML (StarWriter)',
                    '--convert-to', kind, '--outdir', target, *paths], capture_output=True, check=False, timeout=900)


def office_again(folder):
    """LibreOffice's DOCX files as PDF: tables are set anew, and break in other places."""
    target = folder + '/out/pdf-libreoffice-docx'
    os.makedirs(target, exist_ok=True)
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/office', '--convert-to', OFFICE['pdf'],
                    '--outdir', target, *sorted(glob.glob(folder + '/out/docx-libreoffice/*'))], capture_output=True, check=False, timeout=900)


def browser(folder, paths):
    os.makedirs(folder + '/out/pdf-chromium', exist_ok=True)
    for path in paths:
        target = f'{folder}/out/pdf-chromium/{os.path.basename(path)[:-5]}.pdf'
        subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', f'--user-data-dir={folder}/browser', '--no-pdf-header-footer',
                        f'--print-to-pdf={target}', path], capture_output=True, check=False, timeout=300)


def report(cli, folder, wanted):
    wrong = 0
    print(f'{"container, dialect":24} {"files":>5} {"exact":>6} {"marked":>6} {"wrong":>6} {"refused":>7}')
    for place in sorted(glob.glob(folder + '/out/*')):
        total, refused, notes = [0, 0, 0], 0, []
        paths = sorted(glob.glob(place + '/*'))
        for path in paths:
            name = re.sub(r'\.[a-z]+$', '', os.path.basename(path))
            got, problem = figures_of(cli, path)
            if got is None:
                refused += 1
                notes.append(f'{name}: {problem}')
                continue
            counts, bad = compare(wanted[name], got)
            total = [a + b for a, b in zip(total, counts)]
            if bad:
                notes.append(f'{name}: {", ".join(bad[:4])}{" ..." if len(bad) > 4 else ""}')
        wrong += total[2]
        print(f'{os.path.basename(place):24} {len(paths):5} {total[0]:6} {total[1]:6} {total[2]:6} {refused:7}', flush=True)
        for note in notes:
            print(f'    {note}')
    return wrong


def cost(name, command):
    if shutil.which(command[0]) is None:
        print(f'{name:40} {command[0]} is not installed')
        return
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    print(f'{name:40} {(usage.ru_utime + usage.ru_stime) * 1000:8.0f} {(time.monotonic() - start) * 1000:8.0f} {usage.ru_maxrss / 1024:8.0f}'
          f'{"" if child.returncode == 0 else f"  (exit {child.returncode})"}', flush=True)


def costs(cli, folder):
    print(f'\n{"one report: program, container":40} {"cpu ms":>8} {"wall ms":>8} {"MB":>8}')
    text = ['soffice', '--headless', f'-env:UserInstallation=file://{folder}/office', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder]
    places = {'html': 'pages', 'docx': 'out/docx-plain', 'ofd': 'out/ofd-lines', 'pdf': 'out/pdf-plain', 'mht': 'out/mht-base64', 'doc': 'out/doc-libreoffice'}
    for kind, place in places.items():
        paths = sorted(glob.glob(f'{folder}/{place}/*'))
        if not paths:
            continue
        path = f'{folder}/one.{kind}'
        shutil.copy(paths[-1], path)
        cost(f'nianbao-cli, {kind}', [cli, 'extract', '--format=csv', path])
        if kind == 'pdf':
            cost('pdftotext -layout, pdf', ['pdftotext', '-layout', path, '-'])
        if kind == 'doc':
            cost('catdoc, doc', ['catdoc', '-d', 'utf-8', path])
        if kind in ('html', 'docx'):
            cost(f'pandoc, {kind}', ['pandoc', '-f', kind, '-t', 'plain', path])
        if kind in ('html', 'docx', 'doc', 'pdf'):
            cost(f'LibreOffice, {kind}', text + (['--infilter=writer_pdf_import'] if kind == 'pdf' else []) + [path])


def main():
    cli, make, write = sys.argv[1:4]
    seeds = sys.argv[4] if len(sys.argv) > 4 else '1'
    with tempfile.TemporaryDirectory() as folder:
        pages = folder + '/pages'
        os.makedirs(pages)
        for layout in LAYOUTS:
            for form in FORMS:
                subprocess.run([make, '-l', layout, '-f', str(form), '-s', '1', '-n', seeds, '-o', pages], check=True, stdout=subprocess.DEVNULL)
        paths = sorted(glob.glob(pages + '/*.html'))
        wanted = {}
        for path in paths:
            wanted[os.path.basename(path)[:-5]], problem = figures_of(cli, path)
            assert problem is None, f'{path}: {problem}'
        subprocess.run([write, folder + '/out', *paths], check=True)
        if shutil.which('soffice'):
            for kind, words in OFFICE.items():
                office(folder, f'{folder}/out/{kind}-libreoffice', words, paths)
            office_again(folder)
        else:
            print('soffice is not installed: nothing is written by LibreOffice')
        if shutil.which('chromium'):
            browser(folder, paths)
        else:
            print('chromium is not installed: nothing is printed by a browser')
        print(f'{len(paths)} pages, {sum(len(one) for one in wanted.values())} figures')
        wrong = report(cli, folder, wanted)
        costs(cli, folder)
    sys.exit(1 if wrong else 0)


main()
