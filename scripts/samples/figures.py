# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the sample reports, by metric id, and proof that they agree.

A made-up county, a town and a bureau of it. Totals are written down here; how the requests spread over the kinds of
applicants follows from fixed shares, so that every identity of the forms holds in every column and every year hands on
what the next takes over. What is planted in the county's report of 2024 is put in last, in plant_faults().
"""

APPLICANTS = ('natural_person', 'commercial_enterprise', 'research_institution', 'public_interest_org',
              'legal_services_org', 'other_org')
COLUMNS = APPLICANTS + ('total',)
SHARES = (815, 112, 10, 14, 36, 13)  # of a thousand requests, by applicant

REFUSED = ('refused_state_secret', 'refused_other_law', 'refused_security_stability', 'refused_third_party',
           'refused_internal_affairs', 'refused_process_info', 'refused_enforcement_file', 'refused_administrative_query')
UNAVAILABLE = ('unavailable_not_held', 'unavailable_must_create', 'unavailable_unclear')
NOT_HANDLED = ('not_handled_petition', 'not_handled_repeat', 'not_handled_publication', 'not_handled_excessive',
               'not_handled_confirm_reissue')
OTHER_2019 = ('other_total',)
OTHER_2021 = ('other_overdue_correction', 'other_overdue_fee', 'other_misc')
BLOCKS = ('reconsideration', 'litigation_direct', 'litigation_after_reconsideration')
RESULTS = ('upheld', 'corrected', 'other', 'pending', 'total')


def dispositions(form):
    return ('disclosed_full', 'disclosed_partial') + REFUSED + UNAVAILABLE + NOT_HANDLED + \
        (OTHER_2019 if form == '2019' else OTHER_2021)


def request_rows(form):
    return ('new_received', 'carried_in') + dispositions(form) + ('closed_total', 'carried_out')


def spread(totals, shares=SHARES):
    """Rows of totals to rows of six columns: whole numbers, each row its total, each column near its share."""
    owed = [0] * len(shares)
    rows = []
    for total in totals:
        owed = [debt + total * share for debt, share in zip(owed, shares)]
        row = [0] * len(shares)
        for _ in range(total):
            column = max(range(len(shares)), key=lambda c: (owed[c] - 1000 * row[c], -c))
            row[column] += 1
        owed = [debt - 1000 * count for debt, count in zip(owed, row)]
        rows.append(row)
    return rows


def requests(form, closed, carried_in, carried_out):
    """Table 3. closed: totals of the dispositions in the form's order; carried_*: six columns each."""
    names = dispositions(form)
    assert len(closed) == len(names), (form, len(closed), len(names))
    table = dict(zip(names, spread(closed)))
    table['carried_in'], table['carried_out'] = list(carried_in), list(carried_out)
    table['closed_total'] = [sum(column) for column in zip(*(table[name] for name in names))]
    table['new_received'] = [done + out - before for done, out, before in
                             zip(table['closed_total'], carried_out, carried_in)]
    assert min(table['new_received']) >= 0, table['new_received']
    return cells(table)


def cells(table):
    return {f'{row}.{column}': value
            for row, values in table.items() for column, value in zip(COLUMNS, values + [sum(values)])}


def disputes(*blocks):
    """Table 4, from (upheld, corrected, other, pending) for each block."""
    return {f'{block}_{result}': value
            for block, counts in zip(BLOCKS, blocks) for result, value in zip(RESULTS, counts + (sum(counts),))}


def proactive_2019(**values):
    """Table 2 of form 2019: whatever is not named is 0."""
    names = [f'{kind}_{what}' for kind in ('rules', 'normative') for what in ('made', 'newly_published', 'published_total')]
    names += [f'{kind}_{what}' for kind in ('licence', 'service', 'penalty', 'coercion')
              for what in ('items_prev', 'items_change', 'decisions')]
    names += ['fee_items_prev', 'fee_items_change', 'procurement_count', 'procurement_amount']
    assert set(values) <= set(names), set(values) - set(names)
    return {name: values.get(name, 0) for name in names}


def proactive_2021(normative, licences, penalties, coercions, fee):
    """Table 2 of form 2021: normative is (issued, repealed, in force); fee is in ten thousand yuan, as printed."""
    return {'rules_issued': 0, 'rules_repealed': 0, 'rules_in_force': 0,
            'normative_issued': normative[0], 'normative_repealed': normative[1], 'normative_in_force': normative[2],
            'licence_decisions': licences, 'penalty_decisions': penalties, 'coercion_decisions': coercions,
            'admin_fee_amount': fee}


APPENDIX = (
    'proactive_total', 'proactive_normative', 'normative_issued', 'channel_gazette', 'channel_website',
    'channel_microblog', 'channel_wechat', 'channel_other', 'response_hot_topics', 'press_conferences',
    'press_conferences_head', 'online_interviews', 'online_interviews_head', 'policy_interpretations',
    'responses_microblog_wechat', 'responses_other', 'received', 'received_in_person', 'received_fax', 'received_online',
    'received_letter', 'completed', 'completed_on_time', 'completed_extended', 'replied', 'replied_already_public',
    'replied_granted', 'replied_partial', 'replied_refused', 'refused_state_secret', 'refused_trade_secret',
    'refused_privacy', 'refused_security_stability', 'refused_not_gov_info', 'refused_other_law',
    'replied_not_this_organ', 'replied_nonexistent', 'replied_asked_to_correct', 'replied_other_route',
    'reconsideration_total', 'reconsideration_upheld', 'reconsideration_corrected', 'reconsideration_other',
    'litigation_total', 'litigation_upheld', 'litigation_corrected', 'litigation_other', 'complaints',
    'request_fee_amount', 'offices', 'reading_points', 'staff_total', 'staff_full_time', 'staff_part_time', 'budget',
    'meetings', 'training_courses', 'training_attendees')


def appendix(*values):
    assert len(values) == len(APPENDIX), len(values)
    return {'appendix_' + name: value for name, value in zip(APPENDIX, values)}


# Six columns that the county hands on: at the end of 2018, which form 2014 does not show, and then year by year.
CARRIED = {
    2018: (3, 1, 0, 0, 0, 0), 2019: (6, 1, 0, 0, 0, 0), 2020: (7, 1, 0, 0, 1, 0),
    2021: (9, 1, 0, 0, 1, 0), 2022: (10, 2, 0, 0, 1, 0), 2023: (14, 4, 0, 0, 0, 0),
}

# The county's table 3 of 2024 is the one of the pictures that the window was drawn by.
COUNTY_2024 = {
    'new_received': [175, 21, 2, 3, 9, 4], 'carried_in': [15, 3, 0, 0, 0, 0],
    'disclosed_full': [78, 9, 1, 2, 3, 1], 'disclosed_partial': [21, 3, 0, 0, 1, 0],
    'refused_state_secret': [0] * 6, 'refused_other_law': [2, 0, 0, 0, 0, 0], 'refused_security_stability': [0] * 6,
    'refused_third_party': [5, 1, 0, 0, 0, 0], 'refused_internal_affairs': [4, 0, 0, 0, 0, 0],
    'refused_process_info': [3, 1, 0, 0, 1, 0], 'refused_enforcement_file': [6, 0, 0, 0, 1, 0],
    'refused_administrative_query': [3, 1, 0, 0, 0, 0],
    'unavailable_not_held': [35, 6, 1, 1, 2, 1], 'unavailable_must_create': [4, 0, 0, 0, 0, 1],
    'unavailable_unclear': [2, 0, 0, 0, 0, 0],
    'not_handled_petition': [7, 1, 0, 0, 0, 0], 'not_handled_repeat': [4, 0, 0, 0, 0, 0],
    'not_handled_publication': [0] * 6, 'not_handled_excessive': [0] * 6,
    'not_handled_confirm_reissue': [1, 0, 0, 0, 0, 0],
    'other_overdue_correction': [3, 0, 0, 0, 0, 1], 'other_overdue_fee': [0] * 6, 'other_misc': [0] * 6,
    'closed_total': [178, 22, 2, 3, 8, 4], 'carried_out': [12, 2, 0, 0, 1, 0],
}

FIGURES = {
    'yunxi-2017': appendix(
        4862, 31, 46, 38, 4537, 216, 605, 183, 9, 2, 1, 6, 2, 27, 35, 12,
        58, 7, 0, 42, 9, 58, 55, 3, 58, 12, 26, 3, 5, 0, 1, 2, 0, 1, 1, 6, 4, 2, 0,
        2, 1, 0, 1, 1, 1, 0, 0, 3, 0, 21, 36, 64, 23, 41, '18.5', 4, 3, 186),
    'yunxi-2018': appendix(
        5247, 28, 39, 35, 4921, 198, 842, 167, 11, 3, 2, 8, 3, 34, 48, 9,
        73, 8, 1, 53, 11, 69, 64, 5, 69, 13, 31, 4, 7, 0, 1, 3, 0, 1, 2, 7, 5, 2, 0,
        3, 2, 0, 1, 1, 1, 0, 0, 2, 0, 21, 38, 67, 25, 42, '22.4', 5, 4, 231),
    'yunxi-2019': {
        **proactive_2019(
            normative_made=24, normative_newly_published=24, normative_published_total=147,
            licence_items_prev=236, licence_items_change=-8, licence_decisions=28450,
            service_items_prev=164, service_items_change=6, service_decisions=1136,
            penalty_items_prev=2874, penalty_items_change=35, penalty_decisions=1894,
            coercion_items_prev=162, coercion_items_change=-3, coercion_decisions=212,
            fee_items_prev=34, fee_items_change=-1, procurement_count=187, procurement_amount='9264.38'),
        **requests('2019', (52, 7, 0, 1, 0, 3, 1, 2, 1, 1, 14, 2, 0, 4, 2, 0, 0, 0, 3), CARRIED[2018], CARRIED[2019]),
        **disputes((2, 0, 1, 0), (1, 0, 0, 0), (0, 0, 0, 0))},
    'yunxi-2020': {
        **proactive_2019(
            normative_made=21, normative_newly_published=21, normative_published_total=168,
            licence_items_prev=228, licence_items_change=5, licence_decisions=26913,
            service_items_prev=170, service_items_change=-4, service_decisions=1204,
            penalty_items_prev=2909, penalty_items_change=12, penalty_decisions=1722,
            coercion_items_prev=159, coercion_items_change=0, coercion_decisions=176,
            fee_items_prev=33, fee_items_change=-2, procurement_count=203, procurement_amount='10517.6'),
        **requests('2019', (61, 9, 0, 1, 0, 3, 2, 3, 2, 1, 19, 2, 1, 5, 2, 1, 0, 0, 4), CARRIED[2019], CARRIED[2020]),
        **disputes((3, 0, 1, 0), (1, 0, 0, 0), (1, 0, 0, 0))},
    'yunxi-2021': {
        **proactive_2021((18, 6, 71), 39872, 2865, 361, '2680.40'),
        **requests('2021', (70, 13, 0, 1, 0, 2, 3, 4, 4, 2, 24, 3, 1, 5, 3, 0, 0, 1, 3, 0, 1),
                   CARRIED[2020], CARRIED[2021]),
        **disputes((3, 1, 1, 0), (1, 0, 0, 0), (1, 0, 0, 0))},
    'yunxi-2022': {
        **proactive_2021((15, 7, 79), 40516, 3041, 395, '2734.15'),
        **requests('2021', (79, 16, 0, 2, 0, 4, 3, 4, 5, 2, 31, 4, 1, 6, 3, 0, 0, 1, 3, 0, 1),
                   CARRIED[2021], CARRIED[2022]),
        **disputes((4, 0, 1, 0), (2, 0, 0, 0), (1, 0, 0, 0))},
    'yunxi-2023': {
        **proactive_2021((14, 9, 84), 42087, 2987, 447, '2811.60'),
        **requests('2021', (84, 20, 0, 1, 0, 5, 4, 5, 6, 3, 36, 4, 1, 6, 4, 0, 0, 1, 4, 0, 0),
                   CARRIED[2022], CARRIED[2023]),
        **disputes((4, 1, 1, 0), (1, 0, 0, 1), (1, 0, 0, 0))},
    'yunxi-2024': {
        **proactive_2021((12, 5, 91), 43218, 3176, 428, '2769.85'),
        **cells(COUNTY_2024),
        **disputes((5, 2, 1, 1), (2, 0, 0, 1), (1, 0, 0, 1))},
    'yunxi-ziran-2023': {
        **proactive_2021((2, 1, 8), 6214, 57, 3, '186.42'),
        **requests('2021', (16, 3, 0, 0, 0, 1, 0, 1, 1, 1, 5, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0),
                   (1, 0, 0, 0, 0, 0), (2, 0, 0, 0, 0, 0)),
        **disputes((1, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0))},
    'yunxi-ziran-2024': {
        **proactive_2021((1, 0, 9), 6530, 64, 5, '203.7'),
        **requests('2021', (20, 3, 0, 0, 0, 2, 1, 1, 1, 1, 6, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0),
                   (2, 0, 0, 0, 0, 0), (2, 1, 0, 0, 0, 0)),
        **disputes((1, 0, 0, 1), (1, 0, 0, 0), (0, 0, 0, 0))},
    'shiqiao-2024': {
        **proactive_2021((0, 0, 0), 312, 4, 0, '0'),
        **requests('2021', (3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), (0,) * 6, (0,) * 6),
        **disputes((0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0))},
}

FORMS = {name: {'2017': '2014', '2018': '2014', '2019': '2019', '2020': '2019'}.get(name[-4:], '2021') for name in FIGURES}

# What is printed in the report of 2024 in place of what is true there; README.md tells of each.
FAULTS_2024 = {
    'unavailable_not_held.total': '64',
    'other_misc.public_interest_org': 'O',
    'not_handled_publication.research_institution': '',
    'not_handled_publication.public_interest_org': '',
    'not_handled_excessive.legal_services_org': '—',
    'not_handled_excessive.other_org': '—',
    'normative_in_force': '89',
}


def printed(name):
    """What stands in the cells of a report: {metric: text}."""
    texts = {metric: str(value) for metric, value in FIGURES[name].items()}
    if name == 'yunxi-2024':
        texts.update(FAULTS_2024)
    return texts


def prove(name):
    """Raises AssertionError where the true figures of a report break an identity of its form."""
    form, f = FORMS[name], FIGURES[name]
    if form == '2014':
        prove_appendix({metric.removeprefix('appendix_'): float(value) for metric, value in f.items()})
        return
    for row in request_rows(form):
        assert f[f'{row}.total'] == sum(f[f'{row}.{column}'] for column in APPLICANTS), (name, row)
    for column in COLUMNS:
        assert f[f'closed_total.{column}'] == sum(f[f'{row}.{column}'] for row in dispositions(form)), (name, column)
        assert f[f'new_received.{column}'] + f[f'carried_in.{column}'] == \
            f[f'closed_total.{column}'] + f[f'carried_out.{column}'], (name, column)
    for block in BLOCKS:
        assert f[f'{block}_total'] == sum(f[f'{block}_{result}'] for result in RESULTS[:-1]), (name, block)


def prove_appendix(f):
    sums = {
        'received': ('received_in_person', 'received_fax', 'received_online', 'received_letter'),
        'completed': ('completed_on_time', 'completed_extended'),
        'replied': ('replied_already_public', 'replied_granted', 'replied_partial', 'replied_refused',
                    'replied_not_this_organ', 'replied_nonexistent', 'replied_asked_to_correct', 'replied_other_route'),
        'replied_refused': ('refused_state_secret', 'refused_trade_secret', 'refused_privacy',
                            'refused_security_stability', 'refused_not_gov_info', 'refused_other_law'),
        'reconsideration_total': ('reconsideration_upheld', 'reconsideration_corrected', 'reconsideration_other'),
        'litigation_total': ('litigation_upheld', 'litigation_corrected', 'litigation_other'),
        'staff_total': ('staff_full_time', 'staff_part_time'),
    }
    for total, parts in sums.items():
        assert f[total] == sum(f[part] for part in parts), (total, f[total], [f[part] for part in parts])
    channels = [f['channel_' + name] for name in ('gazette', 'website', 'microblog', 'wechat', 'other')]
    assert max(channels) <= f['proactive_total'] <= sum(channels)
    assert f['proactive_normative'] <= f['normative_issued'] and f['replied'] <= f['completed'] <= f['received']


def prove_years():
    """What one year hands on, the next takes over; normative documents in force follow from issue and repeal."""
    for organ, first, last in (('yunxi', 2019, 2022), ('yunxi-ziran', 2023, 2023)):
        for year in range(first, last + 1):
            now, following = FIGURES[f'{organ}-{year}'], FIGURES[f'{organ}-{year + 1}']
            for column in COLUMNS:
                assert now[f'carried_out.{column}'] == following[f'carried_in.{column}'], (organ, year, column)
    for organ, first, last in (('yunxi', 2021, 2023), ('yunxi-ziran', 2023, 2023)):
        for year in range(first, last + 1):
            now, following = FIGURES[f'{organ}-{year}'], FIGURES[f'{organ}-{year + 1}']
            assert following['normative_in_force'] == now['normative_in_force'] + following['normative_issued'] \
                - following['normative_repealed'], (organ, year)
    for kind in ('licence', 'service', 'penalty', 'coercion', 'fee'):
        before, after = FIGURES['yunxi-2019'], FIGURES['yunxi-2020']
        assert before[f'{kind}_items_prev'] + before[f'{kind}_items_change'] == after[f'{kind}_items_prev'], kind


for _name in FIGURES:
    prove(_name)
prove_years()
