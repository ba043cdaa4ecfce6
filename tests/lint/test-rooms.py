#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A room of src uses only the rooms that the table in DESIGN.md allows, and GTK is used by the window alone."""

import os
import re
import subprocess
import sys

import tap

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita|adw)\b', re.I)
TOOLKIT_LIBRARY = re.compile(r'lib(gtk|gdk|gsk|adwaita)', re.I)
TOOLKIT_SYMBOL = re.compile(r'\b(gtk|gdk|gsk|adw)_\w+')
CLI, LIBRARY = (sys.argv + [None, None])[1:3]


def allowed_rooms():
    """{room: rooms that it may use}, from the table of DESIGN.md."""
    allowed = {}
    for line in tap.read('DESIGN.md').splitlines():
        cells = [cell.strip() for cell in line.strip().strip('|').split('|')]
        rooms = re.findall(r'`(\w+)`', cells[0]) if line.startswith('|') else []
        if not rooms or len(cells) < 3:
            continue
        above = set(allowed)
        uses = above if cells[1].startswith('all above') else set(re.findall(r'\w+', cells[1])) & above
        for room in rooms:
            allowed[room] = uses | {room}
    return allowed


def table_is_whole():
    rooms = {name for name in os.listdir(os.path.join(tap.TOP, 'src'))
             if os.path.isdir(os.path.join(tap.TOP, 'src', name))}
    return [f'src/{room} has no row in DESIGN.md' for room in sorted(rooms - set(allowed_rooms()))]


def includes():
    allowed = allowed_rooms()
    complaints = []
    for path in tap.c_files('src'):
        room = path.split('/')[1]
        for quote, name in INCLUDE.findall(tap.read(path)):
            used = name.split('/')[0] if '/' in name else room
            if quote == '"' and used not in allowed.get(room, ()):
                complaints.append(f'{path}: {room} may not use {name}')
            if room != 'app' and TOOLKIT.match(name):
                complaints.append(f'{path}: only the window may include <{name}>')
    return complaints


def command_line_links_no_toolkit():
    if not CLI or not os.path.exists(CLI):
        raise tap.Skip('nianbao-cli is not built')
    needed = subprocess.run(['readelf', '-d', CLI], capture_output=True, text=True, check=True).stdout
    loaded = subprocess.run(['ldd', CLI], capture_output=True, text=True, check=True).stdout
    return [line.strip() for line in (needed + loaded).splitlines() if TOOLKIT_LIBRARY.search(line)]


def library_uses_no_toolkit():
    if not LIBRARY or not os.path.exists(LIBRARY):
        raise tap.Skip('libnianbao is not built')
    symbols = subprocess.run(['nm', '-u', LIBRARY], capture_output=True, text=True, check=True).stdout
    return sorted(set(match.group() for match in TOOLKIT_SYMBOL.finditer(symbols)))


tap.run(table_is_whole, includes, command_line_links_no_toolkit, library_uses_no_toolkit)
