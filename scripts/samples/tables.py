# SPDX-License-Identifier: GPL-3.0-or-later
"""The statutory tables as grids of cells, with the labels of the forms in a list of their own.

Nothing here is read from data/forms: the samples must be able to show a fault in them.
A table is a list of rows, a row a list of cells (text, columns that it covers, rows that it covers).
"""

import figures

FULL_WIDTH = str.maketrans('(),:;?', '（），：；？')


def wide(text):
    """Half-width punctuation, in which labels are kept here, as web pages print it."""
    return text.translate(FULL_WIDTH)


def cell(text, columns=1, rows=1):
    return (text, columns, rows)


def proactive_2021(text):
    rows = []
    for item, head, lines in (
            ('第二十条第(一)项', ('本年制发件数', '本年废止件数', '现行有效件数'),
             (('规章', 'rules'), ('行政规范性文件', 'normative'))),
            ('第二十条第(五)项', ('本年处理决定数量',), (('行政许可', 'licence_decisions'),)),
            ('第二十条第(六)项', ('本年处理决定数量',),
             (('行政处罚', 'penalty_decisions'), ('行政强制', 'coercion_decisions'))),
            ('第二十条第(八)项', ('本年收费金额(单位:万元)',), (('行政事业性收费', 'admin_fee_amount'),))):
        span = 3 // len(head)
        rows.append([cell(item, 4)])
        rows.append([cell('信息内容')] + [cell(name, span) for name in head])
        for label, metric in lines:
            metrics = [f'{metric}_{what}' for what in ('issued', 'repealed', 'in_force')] if span == 1 else [metric]
            rows.append([cell(label)] + [cell(text[name], span) for name in metrics])
    return rows


def proactive_2019(text):
    """Five physical columns, as on real pages: the values of different parts do not stand under each other."""
    counts = ('上一年项目数量', '本年增/减', '处理决定数量')
    parts = (
        ('第二十条第(一)项', ('本年新制作数量', '本年新公开数量', '对外公开总数量'), (1, 2, 1),
         (('规章', ('rules_made', 'rules_newly_published', 'rules_published_total')),
          ('规范性文件', ('normative_made', 'normative_newly_published', 'normative_published_total')))),
        ('第二十条第(五)项', counts, (1, 2, 1),
         (('行政许可', ('licence_items_prev', 'licence_items_change', 'licence_decisions')),
          ('其他对外管理服务事项', ('service_items_prev', 'service_items_change', 'service_decisions')))),
        ('第二十条第(六)项', counts, (1, 2, 1),
         (('行政处罚', ('penalty_items_prev', 'penalty_items_change', 'penalty_decisions')),
          ('行政强制', ('coercion_items_prev', 'coercion_items_change', 'coercion_decisions')))),
        ('第二十条第(八)项', counts[:2], (1, 3), (('行政事业性收费', ('fee_items_prev', 'fee_items_change')),)),
        ('第二十条第(九)项', ('采购项目数量', '采购总金额'), (2, 2),
         (('政府集中采购', ('procurement_count', 'procurement_amount')),)))
    rows = []
    for item, head, spans, lines in parts:
        rows.append([cell(item, 5)])
        rows.append([cell('信息内容')] + [cell(name, span) for name, span in zip(head, spans)])
        for label, metrics in lines:
            rows.append([cell(label)] + [cell(change(text, name), span) for name, span in zip(metrics, spans)])
    return rows


def change(text, metric):
    """Increases are printed with their sign, amounts of procurement with their unit."""
    value = text[metric]
    if metric.endswith('_change') and value.isdigit() and value != '0':
        return '+' + value
    return value + '万元' if metric == 'procurement_amount' else value


REFUSED = ('1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益',
           '5.属于三类内部事务信息', '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项')
UNAVAILABLE = ('1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确')
NOT_HANDLED = ('1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请',
               '5.要求行政机关确认或重新出具已获取信息')
OTHER = ('1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
         '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '3.其他')


def requests(text, form):
    def values(row):
        return [cell(text[f'{row}.{column}']) for column in figures.COLUMNS]

    def group(label, labels, names):
        return [([cell(label, 1, len(labels))] if i == 0 else []) + [cell(leaf)] + values(name)
                for i, (leaf, name) in enumerate(zip(labels, names))]

    results = [[cell('(一)予以公开', 2)] + values('disclosed_full'),
               [cell('(二)部分公开(区分处理的,只计这一情形,不计其他情形)', 2)] + values('disclosed_partial')]
    results += group('(三)不予公开', REFUSED, figures.REFUSED)
    results += group('(四)无法提供', UNAVAILABLE, figures.UNAVAILABLE)
    results += group('(五)不予处理', NOT_HANDLED, figures.NOT_HANDLED)
    if form == '2019':
        results.append([cell('(六)其他处理', 2)] + values('other_total'))
    else:
        results += group('(六)其他处理', OTHER, figures.OTHER_2021)
    results.append([cell('(七)总计', 2)] + values('closed_total'))
    results[0].insert(0, cell('三、本年度办理结果', 1, len(results)))
    return [
        [cell('(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)', 3, 3), cell('申请人情况', 7)],
        [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
        [cell(name) for name in ('商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他')],
        [cell('一、本年新收政府信息公开申请数量', 3)] + values('new_received'),
        [cell('二、上年结转政府信息公开申请数量', 3)] + values('carried_in'),
        *results,
        [cell('四、结转下年度继续办理', 3)] + values('carried_out')]


def disputes(text):
    heads = [cell(name) for name in ('结果维持', '结果纠正', '其他结果', '尚未审结', '总计')]
    return [
        [cell('行政复议', 5), cell('行政诉讼', 10)],
        [cell(head[0], 1, 2) for head in heads] + [cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
        heads + heads,
        [cell(text[f'{block}_{result}']) for block in figures.BLOCKS for result in figures.RESULTS]]


# Label and unit of the 65 rows of form 2014; a row without a unit is a heading.
APPENDIX = '''
一、主动公开情况
(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条)|条
其中:主动公开规范性文件数|条
制发规范性文件总数|件
(二)通过不同渠道和方式公开政府信息的情况
1.政府公报公开政府信息数|条
2.政府网站公开政府信息数|条
3.政务微博公开政府信息数|条
4.政务微信公开政府信息数|条
5.其他方式公开政府信息数|条
二、回应解读情况
(一)回应公众关注热点或重大舆情数(不同方式回应同一热点或舆情计1次)|次
(二)通过不同渠道和方式回应解读的情况
1.参加或举办新闻发布会总次数|次
其中:主要负责同志参加新闻发布会次数|次
2.政府网站在线访谈次数|次
其中:主要负责同志参加政府网站在线访谈次数|次
3.政策解读稿件发布数|篇
4.微博微信回应事件数|次
5.其他方式回应事件数|次
三、依申请公开情况
(一)收到申请数|件
1.当面申请数|件
2.传真申请数|件
3.网络申请数|件
4.信函申请数|件
(二)申请办结数|件
1.按时办结数|件
2.延期办结数|件
(三)申请答复数|件
1.属于已主动公开范围数|件
2.同意公开答复数|件
3.同意部分公开答复数|件
4.不同意公开答复数|件
其中:涉及国家秘密|件
涉及商业秘密|件
涉及个人隐私|件
危及国家安全、公共安全、经济安全和社会稳定|件
不是《条例》所指政府信息|件
法律法规规定的其他情形|件
5.不属于本行政机关公开数|件
6.申请信息不存在数|件
7.告知作出更改补充数|件
8.告知通过其他途径办理数|件
四、行政复议数量|件
(一)维持具体行政行为数|件
(二)被依法纠错数|件
(三)其他情形数|件
五、行政诉讼数量|件
(一)维持具体行政行为或者驳回原告诉讼请求数|件
(二)被依法纠错数|件
(三)其他情形数|件
六、举报投诉数量|件
七、依申请公开信息收取的费用|万元
八、机构建设和保障经费情况
(一)政府信息公开工作专门机构数|个
(二)设置政府信息公开查阅点数|个
(三)从事政府信息公开工作人员数|人
1.专职人员数(不包括政府公报及政府网站工作人员数)|人
2.兼职人员数|人
(四)政府信息公开专项经费(不包括用于政府公报编辑管理及政府网站建设维护等方面的经费)|万元
九、政府信息公开会议和培训情况
(一)召开政府信息公开工作会议或专题会议数|次
(二)举办各类培训班数|次
(三)接受培训人员数|人次
'''.strip().splitlines()


def appendix(text):
    names = iter(figures.APPENDIX)
    rows = [[cell('统计指标'), cell('单位'), cell('统计数')]]
    for line in APPENDIX:
        label, _, unit = line.partition('|')
        rows.append([cell(label), cell(unit or '——'), cell(text['appendix_' + next(names)] if unit else '')])
    return rows


def table(name, text, form):
    """The table T2, T3, T4 or A of a form, filled with the texts of its cells."""
    return {'T2': lambda: proactive_2019(text) if form == '2019' else proactive_2021(text),
            'T3': lambda: requests(text, form), 'T4': lambda: disputes(text), 'A': lambda: appendix(text)}[name]()


def width(rows):
    """How many columns the grid has: what the first row covers, which no cell from above reaches into."""
    return sum(columns for _, columns, _ in rows[0])
