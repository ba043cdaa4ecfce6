#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inputs as large as they may be, and as hostile, one container after the other: time, memory, exit status, standard error.

benchmark-hostile.py CLI [NAME...]; NB_HELPERS tells where the helpers are. Ends with 1 where a bound is broken.
"""

import base64
import io
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile

MOST_BYTES = 64 * 1000 * 1000
MOST_SECONDS, MOST_MB = 10, 600
# PDF and old Word files have limits of their own (nb-limits.h), in a process of their own.
MOST_HELPER_SECONDS = 32
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def fill(unit, head='', tail=''):
    unit, head, tail = (part.encode() if isinstance(part, str) else part for part in (unit, head, tail))
    return head + unit * ((MOST_BYTES - len(head) - len(tail)) // len(unit)) + tail


def noise(size, seed=1):
    return random.Random(seed).randbytes(size)


def packed(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, data in entries:
            package.writestr(name, data)
    return out.getvalue()


def numbers(size):
    """Text that compresses ten times at most, so that the ratio is no reason to refuse it."""
    source = random.Random(2)
    return ' '.join(str(source.randrange(10 ** 9)) for _ in range(size // 10))


def docx(body):
    return packed(('[Content_Types].xml', '<Types/>'),
                  ('word/document.xml', f'<w:document {W}><w:body>{body}</w:body></w:document>'))


def docx_cells():
    cells = ''.join(f'<w:tc><w:p><w:r><w:t>{n}</w:t></w:r></w:p></w:tc>' for n in numbers(4000000).split())
    return docx(f'<w:tbl><w:tr>{cells}</w:tr></w:tbl>')


def docx_text():
    return docx('<w:p><w:r><w:t>' + numbers(45000000) + '</w:t></w:r></w:p>')


def ofd(content):
    document = f'<ofd:Document {O}><ofd:Pages><ofd:Page ID="1" BaseLoc="p.xml"/></ofd:Pages></ofd:Document>'
    return packed(('OFD.xml', f'<ofd:OFD {O}><ofd:DocBody><ofd:DocRoot>d.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'),
                  ('d.xml', document), ('p.xml', f'<ofd:Page {O}><ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>'))


def ofd_objects():
    source = random.Random(3)
    return ofd(''.join(f'<ofd:TextObject Boundary="{source.randrange(200)} {source.randrange(300)} 9 9" Size="4">'
                       f'<ofd:TextCode X="0" Y="4">{source.randrange(10 ** 6)}</ofd:TextCode></ofd:TextObject>'
                       for _ in range(250000)))


def ofd_text():
    return ofd('<ofd:TextObject Boundary="0 0 200 200" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 9 1">'
               + numbers(30000000) + '</ofd:TextCode></ofd:TextObject>')


def ofd_lines():
    source = random.Random(4)
    return ofd(''.join(f'<ofd:PathObject Boundary="0 0 200 300"><ofd:AbbreviatedData>M {source.randrange(200)} '
                       f'{source.randrange(300)} L {source.randrange(200)} {source.randrange(300)}</ofd:AbbreviatedData>'
                       '</ofd:PathObject>' for _ in range(200000)))


def mhtml():
    head = ('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; '
            'charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n')
    page = base64.encodebytes(b'<html><table><tr>' + b'<td>1' * 9000000)
    return head.encode() + page + b'\r\n--b--\r\n'


def pdf(stream, n_pages=1):
    kids = ' '.join(f'{5 + i} 0 R' for i in range(n_pages))
    objects = [b'<</Type/Catalog/Pages 2 0 R>>', f'<</Type/Pages/Kids[{kids}]/Count {n_pages}>>'.encode(),
               b'<</Length %d>>stream\n' % len(stream) + stream + b'\nendstream', b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
    objects += [b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>'] * n_pages
    out, places = b'%PDF-1.4\n', []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n' % number + item + b'\nendobj\n'
    table = b''.join(b'%010d 00000 n \n' % place for place in places)
    return out + (b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1) + table
                  + b'trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, len(out)))


def pdf_letters():
    source = random.Random(5)
    return pdf(b'BT /F 9 Tf ' + b''.join(b'1 0 0 1 %d %d Tm (%d) Tj ' % (source.randrange(600), source.randrange(800),
                                         source.randrange(10 ** 6)) for _ in range(1500000)) + b'ET')


def pdf_lines():
    source = random.Random(6)
    return pdf(b''.join(b'%d %d m %d %d l S ' % tuple(source.randrange(800) for _ in range(4)) for _ in range(2500000)))


def docx_nested():
    """Tables in cells of tables, as deep as XML may be."""
    return docx('<w:tbl><w:tr><w:tc>' * 60 + numbers(20000000) + '</w:tc></w:tr></w:tbl>' * 60)


def docx_spans():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>%d</w:t></w:r></w:p></w:tc>'
    return docx('<w:tbl>' + ''.join('<w:tr>' + cell % n * 3 + '</w:tr>' for n in range(60000)) + '</w:tbl>')


def docx_styles():
    """Each style rests on the one before."""
    styles = ''.join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/><w:rPr><w:b/></w:rPr></w:style>' for n in range(100000))
    body = ''.join(f'<w:p><w:pPr><w:pStyle w:val="s{99999 - n % 50}"/></w:pPr><w:r><w:t>{n * 7919}</w:t></w:r></w:p>' for n in range(40000))
    return packed(('[Content_Types].xml', '<Types/>'), ('word/styles.xml', f'<w:styles {W}>{styles}</w:styles>'),
                  ('word/document.xml', f'<w:document {W}><w:body>{body}</w:body></w:document>'))


def ofd_pages():
    names = ''.join(f'<ofd:Page ID="{n}" BaseLoc="p.xml"/>' for n in range(900))
    text = ''.join(f'<ofd:TextObject Boundary="9 {n} 90 9" Size="4"><ofd:TextCode X="0" Y="4">{n * 7919}</ofd:TextCode></ofd:TextObject>' for n in range(2000))
    return packed(('OFD.xml', f'<ofd:OFD {O}><ofd:DocBody><ofd:DocRoot>d.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'),
                  ('d.xml', f'<ofd:Document {O}><ofd:Pages>{names}</ofd:Pages></ofd:Document>'),
                  ('p.xml', f'<ofd:Page {O}><ofd:Content><ofd:Layer>{text}</ofd:Layer></ofd:Content></ofd:Page>'))


def ofd_paths():
    """One path of very many strokes."""
    source = random.Random(7)
    data = ' '.join(f'L {source.randrange(200)} {source.randrange(300)}' for _ in range(1500000))
    return ofd(f'<ofd:PathObject Boundary="0 0 200 300"><ofd:AbbreviatedData>M 0 0 {data}</ofd:AbbreviatedData></ofd:PathObject>')


def pdf_tokens(unit):
    return lambda: pdf(b'BT /F 9 Tf ' + unit * (20000000 // len(unit)) + b' ET')


def pdf_kids():
    """A tree of pages that holds itself."""
    return (b'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9/Kids['
            + b'2 0 R ' * 8000000 + b']>>endobj\ntrailer<</Root 1 0 R>>\n')


def seeds_report(page, n):
    """A whole report over and over."""
    with open(os.path.join(os.path.dirname(__file__), '../../data/samples', page), 'rb') as file:
        return file.read() * n


INPUTS = {
    'text reports': lambda: seeds_report('yunxi-2020.txt', MOST_BYTES // 5700),
    'text strokes': lambda: fill('| 规章 | 0 |' + ' | ' * 400 + '\n', '政府信息公开工作年度报告\n'),
    'text labels': lambda: fill('（一）予以公开（二）部分公开（三）不予公开 1 2 3 4 5 6 21 ', '云溪县2024年政府信息公开工作年度报告\n'),
    'text utf-16': lambda: '云溪县2024年政府信息公开工作年度报告 12\n'.encode('utf-16-le') * (MOST_BYTES // 52),
    'text big5': lambda: fill('政府資訊公開 12 件 '.encode('big5')),
    'html reports': lambda: seeds_report('yunxi-2024.html', MOST_BYTES // 20000),
    'html select': lambda: fill('<option>1', '<html><table><tr><td><select>'),
    'html inline': lambda: fill('<b><i></b>', '<html><p>'),
    'html classes': lambda: fill('a b c d e ', '<html><style>.a .b{display:none}</style><p class="', '">1</p>'),
    'html boxes': lambda: fill('<div><div>甲</div><div>1</div></div>', '<html><meta charset=utf-8>'),
    'html stray': lambda: fill('</tr></tbody></table>', '<html><table><tr><td>1'),
    'html comments': lambda: fill('<!-->', '<html>'),
    'html pre': lambda: fill('甲  1  2\n', '<html><meta charset=utf-8><pre>'),
    'html metas': lambda: fill('<meta name=a content=b>', '<html>'),
    'html breaks': lambda: fill('1<br>', '<html><table><tr><td>'),
    'mhtml head': lambda: fill('X: 1\r\n', 'MIME-Version: 1.0\r\n'),
    'mhtml nested': lambda: fill('--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'),
    'mhtml quoted': lambda: fill('=31=\r\n', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>'),
    'docx nested': docx_nested,
    'docx spans': docx_spans,
    'docx styles': docx_styles,
    'ofd pages': ofd_pages,
    'ofd paths': ofd_paths,
    'pdf tokens': pdf_tokens(b'[(1)-999 (2)]TJ '),
    'pdf states': pdf_tokens(b'q 1 0 0 1 1 1 cm '),
    'pdf kids': pdf_kids,
    'text lines': lambda: fill('1\n'),
    'text line': lambda: fill('1 2 '),
    'text report': lambda: fill('一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21\n', '云溪县2024年政府信息公开工作年度报告\n'),
    'text blanks': lambda: fill(' '),
    'text columns': lambda: fill('规章    0    0    0\n行政规范性文件   1    2    3\n'),
    'text noise': lambda: noise(MOST_BYTES),
    'text gbk': lambda: fill('政府信息公开 12 '.encode('gbk')),
    'html cells': lambda: fill('<td>1', '<html><table><tr>'),
    'html rows': lambda: fill('<tr><td>规章<td>1<td>2<td>3', '<html><meta charset=utf-8><table>'),
    'html tables': lambda: fill('<table><tr><td>', '<html>'),
    'html div': lambda: fill('<div>', '<html>'),
    'html tags': lambda: fill('<b', '<html>'),
    'html comment': lambda: fill('<!-- ', '<html>'),
    'html attributes': lambda: fill(' a=1', '<html><p', '>'),
    'html entities': lambda: fill('&amp;&#x4e00;', '<html><p>'),
    'html text': lambda: fill('云溪县政府信息公开年度报告', '<html><meta charset=utf-8><p>'),
    'html spans': lambda: fill('<tr><td rowspan=65534 colspan=1000>1', '<html><table>'),
    'html report': lambda: fill('<tr><td>一、本年新收政府信息公开申请数量<td>1<td>2<td>3<td>4<td>5<td>6<td>21',
                                '<html><meta charset=utf-8><title>云溪县2024年政府信息公开工作年度报告</title><table>'),
    'html styles': lambda: fill('.a{display:none}', '<html><style>', '</style><p class=a>1'),
    'mhtml cells': mhtml,
    'mhtml parts': lambda: fill('--b\r\n\r\n', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'),
    'docx cells': docx_cells,
    'docx text': docx_text,
    'ofd objects': ofd_objects,
    'ofd text': ofd_text,
    'ofd lines': ofd_lines,
    'zip noise': lambda: b'PK\3\4' + noise(MOST_BYTES - 4),
    'doc noise': lambda: b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + noise(MOST_BYTES - 8),
    'doc zeros': lambda: b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(MOST_BYTES - 8),
    'pdf noise': lambda: b'%PDF-1.4\n' + noise(MOST_BYTES - 9),
    'pdf letters': pdf_letters,
    'pdf lines': pdf_lines,
    'pdf pages': lambda: pdf(b'BT /F 9 Tf 20 20 Td (12 345) Tj ET', 400),
}


def measure(cli, path):
    """Seconds of computing, MB at most, exit status, lines on standard error, of the program and its helpers."""
    with tempfile.TemporaryFile() as complaints:
        start = time.monotonic()
        child = subprocess.Popen([cli, 'extract', '--format=csv', path], stdout=subprocess.DEVNULL, stderr=complaints)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        complaints.seek(0)
        return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, status, complaints.read().decode().splitlines()


def main():
    cli, names = sys.argv[1], sys.argv[2:]
    broken = 0
    print(f'{"input":16} {"MB":>5} {"s":>6} {"cpu s":>6} {"MB used":>8}  status')
    for name, make in INPUTS.items():
        if names and not any(name.startswith(wanted) for wanted in names):
            continue
        with tempfile.NamedTemporaryFile() as file:
            # In a process of its own: what this one ever held would count as the memory of its children.
            maker = os.fork()
            if maker == 0:
                file.write(make())
                file.flush()
                os._exit(0)  # pylint: disable=protected-access
            os.waitpid(maker, 0)
            size = os.path.getsize(file.name)
            seconds, cpu, memory, status, lines = measure(cli, file.name)
        # A busy machine is no fault of the program: where it waited, its computing counts.
        most = MOST_HELPER_SECONDS if name.startswith(('pdf', 'doc ')) else MOST_SECONDS
        code = os.waitstatus_to_exitcode(status)
        good = min(seconds, cpu) < most and memory < MOST_MB and code in (0, 1, 2) and len(lines) <= 1
        broken += not good
        said = lines[0].split(': ', 2)[-1][:70] if lines else ''
        print(f'{name:16} {size / 1e6:5.1f} {seconds:6.2f} {cpu:6.2f} {memory:8.0f}  {code} {said}{"" if good else "  <-- BROKEN"}', flush=True)
    sys.exit(1 if broken else 0)


main()
