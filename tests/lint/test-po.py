#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Chinese translation is complete, and it is Chinese."""

import os
import re
import shutil
import subprocess
import tempfile

import tap

PO = os.path.join(tap.TOP, 'po')
HAN = re.compile(r'[\u3400-\u9fff]')
# Names, formats and placeholders are the same in every language.
SAME_EVERYWHERE = re.compile(r'^[\W\d_]*$|^(%[-\w.]*|\W|\d)+$|^(Nianbao|HTML|JSON|CSV|SHA-256|PDF)$')


def entries(path):
    """(msgid, [msgstr...]) of a .po file without comments; plural forms are the members of the list."""
    plain = subprocess.run(['msgattrib', '--no-obsolete', '--no-wrap', path], capture_output=True, text=True,
                           check=True).stdout
    for block in plain.split('\n\n'):
        texts = {}
        for key, text in re.findall(r'^(msgid|msgstr(?:\[\d+\])?) ((?:"(?:\\.|[^"\\])*"\n?)+)', block, re.M):
            texts[key] = ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', text))
        if texts.get('msgid'):
            yield texts['msgid'], [text for key, text in texts.items() if key.startswith('msgstr')]


def languages():
    return [line for line in tap.read('po/LINGUAS').split('\n') if line and not line.startswith('#')]


def need(program):
    if not shutil.which(program):
        raise tap.Skip(f'{program} is not installed')


def translations_are_complete():
    need('msgfmt')
    complaints = []
    for language in languages():
        done = subprocess.run(['msgfmt', '--check', '--statistics', '-o', os.devnull, f'{PO}/{language}.po'],
                              capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C'}, check=False)
        if done.returncode or re.search(r'fuzzy|untranslated', done.stderr):
            complaints += [f'{language}: {line}' for line in done.stderr.splitlines()]
    return complaints


def every_string_has_a_translation():
    """The .po file holds what the sources say today, not what they said when it was made."""
    need('xgettext')
    need('msgcmp')
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'nianbao.pot')
        subprocess.run(['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
                        '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--keyword=ngettext:1,2',
                        '-f', f'{PO}/POTFILES.in', '-o', pot], cwd=tap.TOP, check=True, capture_output=True)
        if not os.path.exists(pot):
            return []
        for language in languages():
            done = subprocess.run(['msgcmp', f'{PO}/{language}.po', pot], capture_output=True, text=True,
                                  env={**os.environ, 'LC_ALL': 'C'}, check=False)
            complaints += [f'{language}: {line}' for line in done.stderr.splitlines()]
    return complaints


def potfiles_are_whole():
    listed = {line for line in tap.read('po/POTFILES.in').split('\n') if line and not line.startswith('#')}
    complaints = [f'po/POTFILES.in names {path}, which is not there' for path in sorted(listed)
                  if not os.path.exists(os.path.join(tap.TOP, path))]
    marked = re.compile(r'\b(N?C?_|g_dngettext|ngettext) \(|translatable="yes"')
    for path in tap.project_files():
        if path in listed or not (path.startswith('src/') and path.endswith(('.c', '.ui'))):
            continue
        if marked.search(tap.read(path)):
            complaints.append(f'{path} has strings to translate and is not in po/POTFILES.in')
    return complaints


def chinese_is_chinese():
    need('msgattrib')
    return [f'{msgid}: {text}'
            for msgid, texts in entries(f'{PO}/zh_CN.po') if not SAME_EVERYWHERE.match(msgid)
            for text in texts if text and not HAN.search(text)]


def numbers_stand_close_to_han():
    """One rule for all: 2024年, not 2024 年; a list of scales and a change from one year to the next are no sentences, and
    the number of UTF-8 is part of a Latin name."""
    need('msgattrib')
    number = r"(?:(?<!UTF-)[0-9]|%(?:[0-9]\$)?'?[ud]|\{[0-9]\})"
    apart = re.compile(f'{number}(?:%%)? [\u4e00-\u9fff]|[\u4e00-\u9fff] {number}')
    return [f'{msgid}: {text}'
            for msgid, texts in entries(f'{PO}/zh_CN.po') if not re.match(r'3:k|%u \| %u', msgid)
            for text in texts if apart.search(text) and '%u / %u' not in text]


def errors_are_translatable():
    """What an error says is shown to a person."""
    bare = re.compile(r'\bg_(?:set_error(?:_literal)? \(\s*[^,;]+,|error_new(?:_literal)? \()\s*[A-Z_]+,[^,;]+,\s*"')
    return [f'{path}: an error that is not marked for translation: {match.group().split()[-1]}'
            for path in tap.c_files('src') for match in bare.finditer(tap.read(path))]


tap.run(errors_are_translatable, translations_are_complete, every_string_has_a_translation, potfiles_are_whole,
        chinese_is_chinese, numbers_stand_close_to_han)
