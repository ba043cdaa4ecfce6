#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-samples.py DIR: writes the sample reports of data/samples into DIR. The same bytes every time.

Figures, words, tables and layouts stand in scripts/samples. tests/samples holds that the committed files are these,
and that the program reads out of them what is written there.
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'samples'))

import figures  # noqa: E402
import layouts  # noqa: E402
import prose  # noqa: E402
import tables  # noqa: E402

HALF_WIDTH = str.maketrans('，（）：；', ',():;')


def fill(line, texts):
    """Puts the printed figures into a line of prose."""
    def figure(match):
        if match.group(1):
            return str(sum(int(texts[name]) for name in match.group(2).split('+')))
        return texts[match.group(2)]
    return re.sub(r'\{(sum:)?([\w.+]+)\}', figure, line)


def blocks(name):
    """The report as (kind, content): paragraph, heading, subheading or table, in order."""
    texts, form = figures.printed(name), figures.FORMS[name]
    for line in prose.REPORTS[name]['lines']:
        if line.startswith('@'):
            yield 'table', tables.table(line[1:], texts, form)
        else:
            marks = len(line) - len(line.lstrip('#'))
            yield ('paragraph', 'heading', 'subheading')[marks], fill(line.lstrip('# '), texts)


def compose(name):
    report = dict(prose.REPORTS[name])
    report['title'] = f"{report['organ']}{report['year']}年政府信息公开工作年度报告"
    report['blocks'] = list(blocks(name))
    return report


def files():
    """Yields (file name, bytes) for every sample."""
    def text(name, draw, gap='', narrow=False):
        written = layouts.plain(compose(name), draw, gap)
        return name + '.txt', (written.translate(HALF_WIDTH) if narrow else tables.wide(written)).encode()

    def page(name, draw, encoding='utf-8', **options):
        return name + '.html', draw(compose(name), **options).encode(encoding)

    yield text('yunxi-2017', layouts.text_bare, gap='\n')
    yield page('yunxi-2018', layouts.page_frame)
    yield page('yunxi-2019', layouts.page_portal)
    yield text('yunxi-2020', layouts.text_rows, narrow=True)
    yield page('yunxi-2021', layouts.page_word)
    yield text('yunxi-2022', layouts.text_cells, narrow=True)
    yield page('yunxi-2023', layouts.page_portal)
    # It calls itself gb2312, as many pages do, and holds a character that only the larger sets have.
    yield page('yunxi-2024', layouts.page_portal, encoding='gb18030', charset='gb2312')
    yield page('yunxi-ziran-2023', layouts.page_frame)
    yield page('yunxi-ziran-2024', layouts.page_word)
    yield text('shiqiao-2024', layouts.text_rows)


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for name, content in files():
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(content)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[0])
    main(sys.argv[1])
