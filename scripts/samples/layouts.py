# SPDX-License-Identifier: GPL-3.0-or-later
"""How a report is printed: plain text as it comes out of a page, and pages as three publishing systems make them."""

import html

import tables

SITE = 'www.yunxi.example'


def text_rows(rows):
    """One row a line, as many bars as the grid has columns; what merging leaves empty moves to the end."""
    columns = tables.width(rows)
    for row in rows:
        rest = columns - len(row)
        yield ' | '.join(text for text, _, _ in row) + ' |' + (' ' + '|' * rest if rest else '')


def text_cells(rows):
    """One cell a line with its bar, and what merging leaves empty as a line of bars at the end of the row."""
    columns = tables.width(rows)
    for row in rows:
        yield from (f'{text} |'.lstrip() for text, _, _ in row)
        if len(row) < columns:
            yield '|' * (columns - len(row))


def text_bare(rows):
    """One cell a line and nothing between them but empty lines, as when a table is pasted into a plain editor."""
    for row in rows:
        for text, _, _ in row:
            if text:
                yield '\u00a0\u00a0' + text
                yield ''


def plain(report, draw, gap=''):
    """The whole report as text; draw is one of the above, gap stands between paragraphs."""
    lines = [report['title']]
    if report['published'] and not report['signed']:
        lines.append('发布时间:{} 来源:{}'.format(report['published'], report['organ']))
    for kind, content in report['blocks']:
        if kind == 'table':
            lines += list(draw(content))
        else:
            lines.append(content)
            if gap:
                lines.append(gap.strip('\n'))
    if report['signed']:
        lines += [report['organ'], report['signed']]
    return '\n'.join(lines) + '\n'


def spans(columns, rows):
    return (f' colspan="{columns}"' if columns > 1 else '') + (f' rowspan="{rows}"' if rows > 1 else '')


def grid(rows, opening, wrap):
    """An HTML table; wrap is what stands around the text of a cell."""
    lines = [opening]
    for row in rows:
        lines.append('<tr>')
        lines += [f'<td{spans(columns, deep)}>{wrap.format(html.escape(tables.wide(text)) or "&nbsp;")}</td>'
                  for text, columns, deep in row]
        lines.append('</tr>')
    return '\n'.join(lines + ['</table>'])


def body(report, paragraph, heading, table_opening, cell):
    """The article's own markup."""
    parts = []
    for kind, content in report['blocks']:
        if kind == 'table':
            parts.append(grid(content, table_opening, cell))
        else:
            parts.append((heading if kind == 'heading' else paragraph).format(html.escape(content)))
    if report['signed']:
        parts += [paragraph.format(report['organ']), paragraph.format(report['signed'])]
    return '\n'.join(parts)


MENU = ('首页', '走进云溪', '政务公开', '政务服务', '互动交流', '数据开放')


def page_portal(report, charset='utf-8'):
    """A portal of today: meta tags, a menu, a path, tools beside the article, links and a foot below."""
    article = body(report, '<p style="text-indent: 2em;">{}</p>', '<p style="text-indent: 2em;"><strong>{}</strong></p>',
                   '<table border="1" cellspacing="0" cellpadding="4" width="100%"><tbody>',
                   '<p style="text-align: center;">{}</p>').replace('</table>', '</tbody></table>')
    return f'''<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="{charset}">
<title>{report['title']}_云溪县人民政府门户网站</title>
<meta name="SiteName" content="云溪县人民政府门户网站">
<meta name="SiteDomain" content="{SITE}">
<meta name="ColumnName" content="政府信息公开年报">
<meta name="ColumnType" content="政府信息公开">
<meta name="ArticleTitle" content="{report['title']}">
<meta name="PubDate" content="{report['published']} 09:30">
<meta name="ContentSource" content="{report['organ']}">
<style>.nav li {{ display: inline; }} .article {{ width: 1000px; margin: 0 auto; }}</style>
</head>
<body>
<div class="header"><a href="/">云溪县人民政府</a>
<ul class="nav">
{chr(10).join(f'<li><a href="/{number}/">{name}</a></li>' for number, name in enumerate(MENU))}
</ul></div>
<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/gkbg/">政府信息公开年报</a></div>
<div class="article">
<h1>{report['title']}</h1>
<div class="tools">发布日期：{report['published']}　来源：{report['organ']}　字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】　<a href="javascript:window.print()">打印</a></div>
<div id="zoom">
{article}
</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<ul class="near"><li>上一篇：<a href="#">关于做好汛期值守工作的通知</a></li><li>下一篇：没有了</li></ul>
</div>
<div class="footer"><p>主办：云溪县人民政府办公室　联系电话：0700-2210045</p><p>网站标识码：0000000000　浏览次数：1873</p></div>
<script>document.title = document.title;</script>
</body>
</html>
'''


def page_frame(report):
    """An older page: everything lies in tables, and the statutory tables lie in one of them."""
    article = body(report, '<p>　　{}</p>', '<p><b>{}</b></p>',
                   '<table border="1" cellpadding="0" cellspacing="0" align="center">', '{}')
    return f'''<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>云溪县人民政府</title>
</head>
<body>
<table width="980" align="center" cellspacing="0"><tr><td colspan="6" height="120">云溪县人民政府门户网站</td></tr>
<tr>{''.join(f'<td><a href="/{number}.htm">{name}</a></td>' for number, name in enumerate(MENU))}</tr></table>
<table width="980" align="center" cellspacing="0"><tr>
<td width="200" valign="top"><table><tr><td>信息公开目录</td></tr><tr><td><a href="a.htm">机构职能</a></td></tr><tr><td><a href="b.htm">规划计划</a></td></tr><tr><td><a href="c.htm">年度报告</a></td></tr></table></td>
<td valign="top"><table width="760"><tr><td align="center"><font size="5">{report['title']}</font></td></tr>
<tr><td align="center">发布时间：{report['published']}　点击：642</td></tr>
<tr><td>
{article}
</td></tr>
<tr><td align="right">【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</td></tr></table></td>
</tr></table>
<table width="980" align="center"><tr><td align="center">版权所有：云溪县人民政府　备案号：00000000</td></tr></table>
</body>
</html>
'''


def page_word(report):
    """An article pasted from a word processor, with its markup left in."""
    span = '<span style="font-family:仿宋_GB2312;font-size:16.0pt">{}</span>'
    article = body(report, f'<p class="MsoNormal" style="text-indent:32.0pt">{span}</p>',
                   '<p class="MsoNormal"><b><span style="font-family:黑体;font-size:16.0pt">{}</span></b><o:p></o:p></p>',
                   '<table class="MsoNormalTable" border="1" cellspacing="0" style="border-collapse:collapse;mso-yfti-tbllook:1184">',
                   '<p class="MsoNormal" align="center"><span lang="EN-US" style="mso-bidi-font-size:10.5pt">{}</span><o:p></o:p></p>')
    return f'''<!DOCTYPE html>
<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="ArticleTitle" content="{report['title']}">
<meta name="PubDate" content="{report['published']}">
<title>{report['title']}</title>
</head>
<body>
<div id="top"><span>云溪县人民政府</span> <a href="/">返回首页</a></div>
<h2 class="title">{report['title']}</h2>
<p class="info">时间：{report['published']}　　信息来源：{report['organ']}</p>
<div class="TRS_Editor">
{article}
</div>
<div class="bottom">承办单位：云溪县大数据中心</div>
</body>
</html>
'''
