#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules that a program can hold: what may stand in the sources, and how."""

import glob
import os
import re
import xml.etree.ElementTree as ElementTree

import tap

HAN = re.compile(r'[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]')
# The same spelled as an escape. Units, signs and numerals of a value are spelled so in base, which lies below the forms.
ESCAPED_HAN = re.compile(r'\\u(?:[4-9][0-9a-fA-F]{3}|3007)')
ONE_SIDE = re.compile(r'\bborder-(top|right|bottom|left)\s*:\s*[1-9]')
OWN_PATH = re.compile(r'(?:^|[\s"\'=(:])/(?:work|tmp/wt|tmp/build-|root)(?:/|\b)')
OWN_PARSER = re.compile(r'\b(xmlNewParserCtxt|htmlNewParserCtxt|xmlNewTextReader|(xml|html)(Read|SAXParse|Create|ParseFile|ParseDoc|ParseMemory)\w*) \(')
MAX_LINES = 800


def no_label_in_code():
    """Labels and words of the field are data (data/forms), so that a form can be added without a compiler."""
    return [f'{path}:{line}: {literal[:60]}'
            for path in tap.c_files('src')
            for line, literal in tap.c_literals(tap.read(path))
            if HAN.search(literal) or not path.startswith('src/base/') and ESCAPED_HAN.search(literal)]


def metric_ids():
    """Ids of data/forms that cannot be an ordinary word of English: those with an underline or a point in them."""
    ids = set()
    for path in glob.glob(os.path.join(tap.TOP, 'data/forms/*.xml')):
        root = ElementTree.parse(path).getroot()
        ids.update(element.get('id') for element in root.iter('derived'))
        for element in root.iter('in'):
            ids.update((element.text or '').split('+'))
        for table in [*root.iter('table'), *root.iter('part')]:
            prefix = table.get('id-prefix', '')
            for row in table.iter('row'):
                ids.add(prefix + row.get('key'))
                ids.update(prefix + row.get('key') + '_' + cell.get('key') for cell in row.iter('cell'))
    return {name for name in ids if name and ('_' in name or '.' in name)}


def no_metric_id_in_code():
    """C names a metric through its role alone."""
    ids = metric_ids()
    if not ids:
        raise tap.Skip('no form yet')
    return [f'{path}:{line}: {literal}'
            for path in tap.c_files('src')
            for line, literal in tap.c_literals(tap.read(path))
            if literal.strip('"') in ids or literal.strip('"').split('.')[0] in ids]


def list_limits():
    """Names and values of nb-limits.h."""
    limits = {}
    for name, value in re.findall(r'#define NB_LIMIT_(\w+)\s+(.*?)\s*/\*', tap.read('src/base/nb-limits.h')):
        value = re.sub(r'G_GUINT64_CONSTANT \((\d+)\)', r'\1', value)
        value = re.sub(r'NB_LIMIT_(\w+)', lambda other: str(limits[other.group(1)]), value)
        limits[name] = eval(value, {'__builtins__': {}})
    return limits


def limits_are_told_and_tested():
    """Each stands in the manual with its value, and in a test, not in a comment alone."""
    manual = tap.read('data/man/nianbao-limits.7')
    tests = '\n'.join(re.sub(r'/\*.*?\*/', '', tap.read(path), flags=re.S) for path in tap.c_files('tests'))
    limits = list_limits()
    return [f'{name} is not in data/man/nianbao-limits.7 as {value}' for name, value in limits.items()
            if f'.B {name} \\fR({value})' not in manual] + \
           [f'NB_LIMIT_{name} is in no test' for name in limits
            if not re.search(rf'NB_LIMIT_{name}\b|limit-{name.lower().replace("_", "-")}\b', tests)]


def licence_line():
    complaints = []
    for path in tap.project_files():
        if not path.endswith(('.c', '.h', '.py', '.sh', '.ui', '.css')):
            continue
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in '\n'.join(tap.read(path).splitlines()[:3]):
            complaints.append(f'{path}: no SPDX line')
    return complaints


def length_of_files():
    complaints = []
    for path in tap.c_files('src', 'tests'):
        lines = tap.read(path).count('\n')
        if lines > MAX_LINES:
            complaints.append(f'{path}: {lines} lines, at most {MAX_LINES} are wanted')
    return complaints


def no_path_of_one_machine():
    complaints = []
    for path in tap.project_files():
        if path.endswith(('.png', '.pdf', '.svg')) or path == 'tests/lint/test-sources.py':
            continue
        try:
            lines = tap.read(path).splitlines()
        except UnicodeDecodeError:
            continue
        complaints += [f'{path}:{number}: {line.strip()[:80]}'
                       for number, line in enumerate(lines, 1) if OWN_PATH.search(line)]
    return complaints


def borders_of_one_colour():
    """A border that names one side leaves the others in another colour: GTK draws it as a gradient, slowly."""
    return [f'src/app/style.css:{number}: give all four sides the colour, and this one its width'
            for number, line in enumerate(tap.read('src/app/style.css').splitlines(), 1)
            if ONE_SIDE.search(line)]


def lists_that_threads_share():
    """A GListStore answers wrongly when two threads ask it at once; outside the window lists are shared: NbFixedList."""
    return [f'{path}:{number}: a GListStore where several threads may read'
            for path in tap.project_files()
            if path.startswith('src/') and not path.startswith('src/app/') and path.endswith('.c')
            for number, line in enumerate(tap.read(path).splitlines(), 1) if 'g_list_store_new' in line]


def parsers_that_threads_share():
    """libxml2 sets itself up when its first parser is made, and hangs where two threads do that at once: nb-parser.c."""
    return [f'{path}:{number}: a parser of libxml2 that nb-parser.c does not make'
            for path in tap.c_files('src') if path != 'src/base/nb-parser.c'
            for number, line in enumerate(tap.read(path).splitlines(), 1) if OWN_PARSER.search(line)]


def icons_are_listed_alike():
    """Each symbolic icon is shipped as a drawing and as pixels: both lists, and that of what makes the pixels, have it."""
    drawn = {name[3:-len('-symbolic.svg')] for name in os.listdir(os.path.join(tap.TOP, 'data/icons'))
             if name.startswith('nb-')}
    lists = {'nianbao.gresource.xml': r'icons/nb-(\w+)-symbolic\.svg<',
             'nianbao-icons.gresource.xml': r'>nb-(\w+)-symbolic\.symbolic\.png<',
             'meson.build': r"^  '(\w+)',$"}
    return [f'src/app/{name}: {icon}' for name, pattern in lists.items()
            for icon in sorted(drawn ^ set(re.findall(pattern, tap.read(f'src/app/{name}'), re.M)))]


tap.run(no_label_in_code, no_metric_id_in_code, limits_are_told_and_tested, licence_line, length_of_files,
        no_path_of_one_machine, borders_of_one_colour, lists_that_threads_share, parsers_that_threads_share,
        icons_are_listed_alike)
