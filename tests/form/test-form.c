/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The forms as loaded: every row of metrics.tsv, where each value is printed, names, relations.
 */

#include <string.h>

#include "base/nb-text.h"
#include "form/nb-form.h"

static const NbForm *
need_form (const char *id)
{
  const NbForm *form = nb_forms_find (id);

  g_assert_nonnull (form);
  return form;
}

static const NbMetric *
need_metric (const char *form, const char *id)
{
  const NbMetric *metric = nb_form_find_metric (need_form (form), id);

  g_assert_nonnull (metric);
  return metric;
}

static gboolean
has_key (const char *const *keys, const char *label)
{
  g_autofree char *key = nb_text_label_key (label, -1);

  return g_strv_contains (keys, key);
}

static const NbFormRow *
find_row (const char *form, const char *table, const char *label)
{
  const NbFormTable *found = nb_form_find_table (need_form (form), table);

  g_assert_nonnull (found);
  for (guint i = 0; i < found->n_rows; i++)
    if (strcmp (found->rows[i]->label_zh, label) == 0)
      return found->rows[i];
  return NULL;
}

static void
test_counts (void)
{
  static const struct
  {
    const char *form;
    guint first_year, n_metrics, n_tables, n_sections, n_identities;
  } expected[] = {
    { "2008", 2008, 0, 1, 7, 0 },
    { "2014", 2014, 58, 1, 7, 7 },
    { "2019", 2019, 198, 3, 6, 7 + 7 + 23 + 3 },
    { "2021", 2021, 200, 3, 6, 7 + 7 + 25 + 3 },
  };
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  g_assert_cmpuint (n_forms, ==, G_N_ELEMENTS (expected));
  g_assert_null (forms[n_forms]);
  for (guint i = 0; i < n_forms; i++)
    {
      g_assert_cmpstr (forms[i]->id, ==, expected[i].form);
      g_assert_cmpuint (forms[i]->first_year, ==, expected[i].first_year);
      g_assert_cmpuint (forms[i]->n_metrics, ==, expected[i].n_metrics);
      g_assert_cmpuint (forms[i]->n_tables, ==, expected[i].n_tables);
      g_assert_cmpuint (forms[i]->n_sections, ==, expected[i].n_sections);
      g_assert_cmpuint (forms[i]->n_identities, ==, expected[i].n_identities);
    }
}

static void
test_years (void)
{
  static const struct
  {
    guint year;
    const char *form;
  } expected[] = {
    { 2007, NULL },   { 2008, "2008" }, { 2013, "2008" }, { 2014, "2014" }, { 2018, "2014" },
    { 2019, "2019" }, { 2020, "2019" }, { 2021, "2021" }, { 2031, "2021" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NbForm *form = nb_forms_for_year (expected[i].year);

      g_assert_cmpstr (form != NULL ? form->id : NULL, ==, expected[i].form);
    }
}

/* Finds what a line of metrics.tsv is about: a metric, or a heading of the appendix by its number. */
static void
check_heading (const NbForm *form, GStrv field)
{
  const NbFormTable *table = nb_form_find_table (form, field[1]);
  const NbFormRow *row = NULL;

  for (guint i = 0; i < table->n_rows; i++)
    if (table->rows[i]->number == (guint) g_ascii_strtoull (field[2], NULL, 10))
      row = table->rows[i];
  g_assert_nonnull (row);
  g_assert_cmpint (row->kind, ==, NB_ROW_HEADING);
  g_assert_cmpstr (row->label_zh, ==, field[5]);
  g_assert_cmpstr (row->unit, ==, field[7]);
}

static void
check_metric (const NbForm *form, guint index, GStrv field)
{
  static const char *const kinds[] = { "int", "signed", "decimal" };
  const NbMetric *metric = form->metrics[index];
  g_autofree char *number = g_strdup_printf ("%u", metric->row->number);

  g_assert_cmpuint (metric->index, ==, index);
  g_assert_cmpstr (metric->table->id, ==, field[1]);
  g_assert_cmpstr (metric->row->number > 0 ? number : "", ==, field[2]);
  g_assert_cmpstr (metric->id, ==, field[3]);
  g_assert_cmpstr (metric->short_name, ==, field[4]);
  g_assert_cmpstr (metric->row_label_zh, ==, field[5]);
  g_assert_cmpstr (metric->column_label_zh, ==, field[6]);
  g_assert_cmpstr (metric->unit, ==, field[7]);
  g_assert_cmpstr (kinds[metric->kind], ==, field[8]);
  g_assert_true (nb_form_find_metric (form, field[3]) == metric);
}

static void
test_metrics_tsv (void)
{
  const char *shared = g_getenv ("NB_SHARED");
  const char *seeds = g_getenv ("NB_SEEDS");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, "metrics.tsv", NULL)
                                         : g_build_filename (seeds != NULL ? seeds : ".", "..",
                                                             "metrics.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) next = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint n_metrics = 0, n_headings = 0;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    {
      g_test_skip ("metrics.tsv is not here");
      return;
    }

  lines = g_strsplit (content, "\n", -1);
  for (gsize i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) field = g_strsplit (lines[i], "\t", -1);
      const NbForm *form = need_form (field[0]);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (next, form));

      g_assert_cmpuint (g_strv_length (field), ==, 9);
      if (strcmp (field[8], "heading") == 0)
        {
          check_heading (form, field);
          n_headings++;
          continue;
        }
      g_assert_cmpuint (index, <, form->n_metrics);
      check_metric (form, index, field);
      g_hash_table_insert (next, (gpointer) form, GUINT_TO_POINTER (index + 1));
      n_metrics++;
    }
  g_assert_cmpuint (n_metrics, ==, 200 + 198 + 58);
  g_assert_cmpuint (n_headings, ==, 7);
}

static void
test_places (void)
{
  static const struct
  {
    const char *form, *metric;
    guint row, column;
  } expected[] = {
    { "2021", "rules_issued", 3, 2 },
    { "2021", "normative_in_force", 4, 4 },
    { "2021", "licence_decisions", 7, 2 },
    { "2021", "penalty_decisions", 10, 2 },
    { "2021", "admin_fee_amount", 14, 2 },
    { "2021", "new_received.natural_person", 4, 4 },
    { "2021", "new_received.total", 4, 10 },
    { "2021", "disclosed_full.natural_person", 6, 4 },
    { "2021", "other_misc.total", 26, 10 },
    { "2021", "carried_out.total", 28, 10 },
    { "2019", "service_items_change", 8, 3 },
    { "2019", "fee_items_change", 15, 3 },
    { "2019", "procurement_amount", 18, 3 },
    { "2019", "other_total.total", 24, 10 },
    { "2019", "carried_out.natural_person", 26, 4 },
    { "2021", "reconsideration_upheld", 4, 1 },
    { "2021", "litigation_direct_upheld", 4, 6 },
    { "2021", "litigation_after_reconsideration_total", 4, 15 },
    { "2014", "appendix_proactive_total", 3, 3 },
    { "2014", "appendix_training_attendees", 66, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NbMetric *metric = need_metric (expected[i].form, expected[i].metric);

      g_assert_cmpuint (metric->print_row, ==, expected[i].row);
      g_assert_cmpuint (metric->print_column, ==, expected[i].column);
    }
}

static void
test_spans (void)
{
  const NbFormRow *licence = find_row ("2021", "T2", "行政许可");
  const NbFormRow *fee = find_row ("2019", "T2", "行政事业性收费");

  g_assert_cmpuint (licence->n_metrics, ==, 1);
  g_assert_cmpuint (licence->spans[0], ==, 3);
  g_assert_cmpuint (fee->n_metrics, ==, 2);
  g_assert_cmpuint (fee->spans[0], ==, 1);
  g_assert_cmpuint (fee->spans[1], ==, 2);
  g_assert_null (fee->metrics[2]);
}

static void
test_rows (void)
{
  const NbFormTable *t2 = nb_form_find_table (need_form ("2021"), "T2");
  const NbFormTable *t4 = nb_form_find_table (need_form ("2021"), "T4");
  const NbFormRow *row;

  g_assert_cmpuint (t2->n_rows, ==, 14);
  g_assert_cmpint (t2->rows[0]->kind, ==, NB_ROW_GROUP);
  g_assert_cmpint (t2->rows[1]->kind, ==, NB_ROW_HEADING);
  g_assert_true (t2->rows[1]->parent == t2->rows[0]);
  g_assert_true (has_key (t2->rows[1]->headings, "现行有效件数"));
  g_assert_true (has_key (t2->rows[13]->parent->keys, "第二十条第（八）项"));
  g_assert_true (has_key (find_row ("2021", "T2", "信息内容")->headings, "本年制发数量"));

  row = find_row ("2021", "T3", "3.危及“三安全一稳定”");
  g_assert_cmpstr (row->key, ==, "refused_security_stability");
  g_assert_cmpuint (row->level, ==, 2);
  g_assert_cmpstr (row->parent->label_zh, ==, "(三)不予公开");
  g_assert_cmpstr (row->parent->parent->label_zh, ==, "三、本年度办理结果");
  g_assert_null (row->parent->metrics);

  g_assert_cmpint (t4->kind, ==, NB_TABLE_BLOCKS);
  g_assert_cmpuint (t4->n_columns, ==, 15);
  g_assert_cmpstr (t4->columns[10].label_zh, ==, "复议后起诉 › 结果维持");
  g_assert_true (has_key (t4->columns[10].keys, "结果 维持"));

  g_assert_cmpstr (need_metric ("2014", "appendix_litigation_corrected")->row->parent->label_zh, ==,
                   "五、行政诉讼数量");
  g_assert_cmpuint (nb_form_find_table (need_form ("2014"), "A")->n_rows, ==, 65);
  g_assert_cmpuint (nb_form_find_table (need_form ("2008"), "A")->n_rows, ==, 0);
}

static void
test_labels (void)
{
  static const struct
  {
    const char *form, *metric, *zh, *en;
  } expected[] = {
    { "2021", "licence_decisions", "行政许可", "Administrative licences" },
    { "2021", "rules_issued", "规章 › 本年制发件数", "Rules › Issued this year" },
    { "2021", "other_misc.total", "(六)其他处理 › 3.其他 › 总计",
      "(6) Other handling › 3. Other › Total" },
    { "2021", "reconsideration_upheld", "行政复议 › 结果维持", "Reconsideration › Upheld" },
    { "2014", "appendix_received", "(一)收到申请数", "(1) Requests received" },
    { "2014", "appendix_litigation_corrected", "五、行政诉讼数量 › (二)被依法纠错数",
      "5. Litigation › (2) Corrected by law" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NbMetric *metric = need_metric (expected[i].form, expected[i].metric);

      g_assert_cmpstr (metric->label_zh, ==, expected[i].zh);
      g_assert_cmpstr (metric->label_en, ==, expected[i].en);
    }
}

/* What DOMAIN §6.3 lists, and what differs only by the closing remark. */
static void
test_variants (void)
{
  static const struct
  {
    const char *form, *metric, *label;
  } expected[] = {
    { "2021", "normative_issued", "规范性文件" },
    { "2019", "normative_made", "行政规范性文件" },
    { "2021", "refused_security_stability.total", "3．危及三安全一稳定" },
    { "2021", "refused_security_stability.total", "危及「三安全一稳定」" },
    { "2021", "disclosed_partial.total", "（二）部分公开" },
    { "2021", "other_misc.total", "3、其他" },
    { "2021", "closed_total.total", "（七）合计" },
    { "2021", "carried_out.total", "四、结转下一年度继续办理" },
    { "2021", "carried_out.total", "结转下年度" },
    { "2014", "appendix_refused_privacy", "涉及公民隐私" },
    { "2014", "appendix_staff_full_time", "1．专职人员数" },
    { "2014", "appendix_proactive_total", "(一)主动公开政府信息数" },
    { "2014", "appendix_budget", "（四）政府信息公开专项经费" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!has_key (need_metric (expected[i].form, expected[i].metric)->row->keys, expected[i].label))
      g_error ("%s is no label of %s", expected[i].label, expected[i].metric);
}

static gboolean
may_be_confused (const NbFormRow *a, const NbFormRow *b)
{
  gboolean a_is_group = a->kind == NB_ROW_GROUP, b_is_group = b->kind == NB_ROW_GROUP;

  return a->parent == b->parent || a_is_group != b_is_group;
}

/* Rows of one group, or a row and a group, must never share a key: nothing could tell them apart. */
static void
test_keys_are_distinct (void)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  for (guint i = 0; i < n_forms; i++)
    for (guint j = 0; j < forms[i]->n_tables; j++)
      {
        const NbFormTable *table = &forms[i]->tables[j];

        for (guint a = 0; a < table->n_rows; a++)
          for (guint b = a + 1; b < table->n_rows; b++)
            for (const char *const *key = table->rows[a]->keys; *key != NULL; key++)
              if (may_be_confused (table->rows[a], table->rows[b]))
                if (g_strv_contains (table->rows[b]->keys, *key))
                  g_error ("%s %s: %s and %s share %s", forms[i]->id, table->id,
                           table->rows[a]->label_zh, table->rows[b]->label_zh, *key);
      }
}

static void
test_roles (void)
{
  static const struct
  {
    const char *form, *role, *id;
  } expected[] = {
    { "2014", "requests.received", "appendix_received" },
    { "2019", "requests.received", "new_received.total" },
    { "2021", "requests.received.natural_person", "new_received.natural_person" },
    { "2021", "requests.carried_in", "carried_in.total" },
    { "2021", "requests.closed", "closed_total.total" },
    { "2021", "requests.carried_out", "carried_out.total" },
    { "2021", "outcomes.full", "disclosed_full.total" },
    { "2019", "outcomes.other", "other_total.total" },
    { "2021", "disputes.reconsideration", "reconsideration_total" },
    { "2021", "disputes.litigation.direct.pending", "litigation_direct_pending" },
    { "2014", "disputes.litigation", "appendix_litigation_total" },
    { "2021", "licences", "licence_decisions" },
    { "2019", "penalties", "penalty_decisions" },
    { "2019", "coercion", "coercion_decisions" },
    { "2021", "fees", "admin_fee_amount" },
    { "2019", "fees", NULL },
    { "2019", "normative.issued", "normative_made" },
  };
  static const struct
  {
    const char *form, *role, *id;
    guint n_terms;
  } derived[] = {
    { "2021", "outcomes.refused", "refused_total", 8 },
    { "2021", "outcomes.unavailable", "unavailable_total", 3 },
    { "2021", "outcomes.not_handled", "not_handled_total", 5 },
    { "2021", "outcomes.other", "other_total", 3 },
    { "2021", "requests.received.legal_person", "legal_person_new_received", 5 },
    { "2019", "disputes.litigation", "litigation_total", 2 },
    { "2014", "outcomes.full", "appendix_granted_total", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NbMetric *metric = nb_form_find_role (need_form (expected[i].form), expected[i].role);

      g_assert_cmpstr (metric != NULL ? metric->id : NULL, ==, expected[i].id);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (derived); i++)
    {
      const NbForm *form = need_form (derived[i].form);
      const NbDerived *found = nb_form_find_derived_role (form, derived[i].role);
      guint n = 0;

      g_assert_nonnull (found);
      g_assert_cmpstr (found->id, ==, derived[i].id);
      g_assert_true (nb_form_find_derived (form, derived[i].id) == found);
      g_assert_cmpstr (found->unit, ==, found->terms[0]->unit);
      while (found->terms[n] != NULL)
        n++;
      g_assert_cmpuint (n, ==, derived[i].n_terms);
    }
  g_assert_null (nb_form_find_derived (need_form ("2019"), "other_total"));
}

static char *
join_ids (const NbMetric **metrics)
{
  GString *out = g_string_new (NULL);

  for (; *metrics != NULL; metrics++)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "+" : "", (*metrics)->id);
  return g_string_free (out, FALSE);
}

static const NbIdentity *
find_identity (const char *form, const char *rule, const char *instance)
{
  const NbForm *found = need_form (form);

  for (guint i = 0; i < found->n_identities; i++)
    if (strcmp (found->identities[i].rule, rule) == 0 &&
        strcmp (found->identities[i].instance, instance) == 0)
      return &found->identities[i];
  return NULL;
}

static void
test_identities (void)
{
  static const struct
  {
    const char *form, *rule, *instance, *left, *right, *less, *more, *excess;
  } expected[] = {
    { "2021", "T3-01", "total", "new_received.total+carried_in.total",
      "closed_total.total+carried_out.total", "error", "error", "" },
    { "2019", "T3-03", "other_total",
      "other_total.natural_person+other_total.commercial_enterprise+other_total.research_"
      "institution+"
      "other_total.public_interest_org+other_total.legal_services_org+other_total.other_org",
      "other_total.total", "error", "error", "" },
    { "2021", "T4-01", "litigation_direct",
      "litigation_direct_upheld+litigation_direct_corrected+litigation_direct_other+litigation_"
      "direct_pending",
      "litigation_direct_total", "error", "error", "" },
    { "2014", "F1-01", "",
      "appendix_received_in_person+appendix_received_fax+appendix_received_online+appendix_"
      "received_letter",
      "appendix_received", "error", "error", "" },
    { "2014", "F1-02", "", "appendix_completed_on_time+appendix_completed_extended",
      "appendix_completed", "warning", "error", "" },
    { "2014", "F1-03", "",
      "appendix_replied_already_public+appendix_replied_granted+appendix_replied_partial+"
      "appendix_replied_refused+appendix_replied_not_this_organ+appendix_replied_nonexistent+"
      "appendix_replied_asked_to_correct+appendix_replied_other_route",
      "appendix_replied", "error", "warning",
      "appendix_replied_already_public+appendix_replied_granted" },
    { "2014", "F1-04", "",
      "appendix_refused_state_secret+appendix_refused_trade_secret+appendix_refused_privacy+"
      "appendix_refused_security_stability+appendix_refused_not_gov_info+appendix_refused_other_"
      "law",
      "appendix_replied_refused", "error", "warning", "" },
    { "2014", "F1-05", "",
      "appendix_reconsideration_upheld+appendix_reconsideration_corrected+appendix_reconsideration_"
      "other",
      "appendix_reconsideration_total", "warning", "error", "" },
    { "2014", "F1-06", "",
      "appendix_litigation_upheld+appendix_litigation_corrected+appendix_litigation_other",
      "appendix_litigation_total", "warning", "error", "" },
    { "2014", "F1-07", "", "appendix_staff_full_time+appendix_staff_part_time",
      "appendix_staff_total", "error", "error", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NbIdentity *identity = find_identity (expected[i].form, expected[i].rule,
                                                  expected[i].instance);
      g_autofree char *left = NULL, *right = NULL, *excess = NULL;

      g_assert_nonnull (identity);
      left = join_ids (identity->left);
      right = join_ids (identity->right);
      excess = join_ids (identity->more_is_error);
      g_assert_cmpstr (left, ==, expected[i].left);
      g_assert_cmpstr (right, ==, expected[i].right);
      g_assert_cmpstr (identity->less, ==, expected[i].less);
      g_assert_cmpstr (identity->more, ==, expected[i].more);
      g_assert_cmpstr (excess, ==, expected[i].excess);
    }
}

/* T3-02 takes every row between 三 and (七) once, whatever the form. */
static void
test_outcomes_identity (void)
{
  static const char *const forms[] = { "2019", "2021" };
  static const guint n_outcomes[] = { 19, 21 };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const NbIdentity *identity = find_identity (forms[i], "T3-02", "research_institution");
      guint n = 0;

      g_assert_nonnull (identity);
      for (; identity->left[n] != NULL; n++)
        for (guint j = 0; j < n; j++)
          g_assert_true (identity->left[n] != identity->left[j]);
      g_assert_cmpuint (n, ==, n_outcomes[i]);
      g_assert_cmpstr (identity->right[0]->id, ==, "closed_total.research_institution");
      g_assert_cmpstr (identity->instance_zh, ==, "科研机构");
    }
}

static const NbSeriesLink *
find_series (const char *id)
{
  guint n_series;
  const NbSeriesLink *series = nb_forms_get_series (&n_series);

  for (guint i = 0; i < n_series; i++)
    if (strcmp (series[i].series, id) == 0)
      return &series[i];
  return NULL;
}

static void
test_series (void)
{
  static const struct
  {
    const char *id, *in_2014, *in_2019, *in_2021;
    NbLinkKind to_2019, to_2021;
  } expected[] = {
    { "requests_received", "appendix_received", "new_received.total", "new_received.total",
      NB_LINK_BREAK, NB_LINK_CHAIN },
    { "refused", "appendix_replied_refused", "refused_total", "refused_total", NB_LINK_BREAK,
      NB_LINK_CHAIN },
    { "refused_other_law", "appendix_refused_other_law", "refused_other_law.total",
      "refused_other_law.total", NB_LINK_SEPARATE, NB_LINK_CHAIN },
    { "other_handling", NULL, "other_total.total", "other_total", NB_LINK_NONE, NB_LINK_CHAIN },
    { "licence_decisions", NULL, "licence_decisions", "licence_decisions", NB_LINK_NONE,
      NB_LINK_BREAK },
    { "normative_issued", "appendix_normative_issued", "normative_made", "normative_issued",
      NB_LINK_BREAK, NB_LINK_BREAK },
    { "normative_stock", NULL, "normative_published_total", "normative_in_force", NB_LINK_NONE,
      NB_LINK_SEPARATE },
    { "fees", NULL, NULL, "admin_fee_amount", NB_LINK_NONE, NB_LINK_NONE },
    { "new_received.natural_person", NULL, "new_received.natural_person",
      "new_received.natural_person", NB_LINK_NONE, NB_LINK_CHAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NbSeriesLink *series = find_series (expected[i].id);

      g_assert_nonnull (series);
      g_assert_null (series->expressions[0]);
      g_assert_cmpstr (series->expressions[1], ==, expected[i].in_2014);
      g_assert_cmpstr (series->expressions[2], ==, expected[i].in_2019);
      g_assert_cmpstr (series->expressions[3], ==, expected[i].in_2021);
      g_assert_cmpint (series->links[1], ==, expected[i].to_2019);
      g_assert_cmpint (series->links[2], ==, expected[i].to_2021);
    }
  g_assert_null (find_series ("new_received.total"));
}

static void
test_series_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_series;
  const NbSeriesLink *series = nb_forms_get_series (&n_series);

  for (guint i = 0; i < n_series; i++)
    if (!g_hash_table_add (seen, (gpointer) series[i].series))
      g_error ("%s stands twice", series[i].series);
}

/* The first section whose pattern finds @heading, as a recogniser would try them. */
static const char *
match_section (const NbForm *form, const char *heading)
{
  g_autofree char *folded = nb_text_fold (heading, -1);

  for (guint i = 0; i < form->n_sections; i++)
    for (const char *const *pattern = form->sections[i].patterns; *pattern != NULL; pattern++)
      if (g_regex_match_simple (*pattern, folded, 0, 0))
        return form->sections[i].key;
  return NULL;
}

static void
test_sections (void)
{
  static const struct
  {
    const char *form, *heading, *key;
  } expected[] = {
    { "2021", "总体情况", "overview" },
    { "2021", "主动公开政府信息情况", "disclosure" },
    { "2019", "行政机关主动公开政府信息情况", "disclosure" },
    { "2021", "收到和处理政府信息公开申请情况", "requests" },
    { "2019", "行政机关收到和处理政府信息公开申请情况", "requests" },
    { "2021", "政府信息公开行政复议、行政诉讼情况", "disputes" },
    { "2019", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "disputes" },
    { "2021", "存在的主要问题及改进情况", "problems" },
    { "2021", "存在问题和改进措施", "problems" },
    { "2021", "政府信息公开工作存在的主要问题及改进情况", "problems" },
    { "2021", "其他需要报告的事项", "other" },
    { "2014", "概述", "overview" },
    { "2014", "主动公开政府信息情况", "disclosure" },
    { "2014", "回应关切及政策解读情况", NULL },
    { "2014", "依申请公开情况", "requests" },
    { "2014", "咨询处理情况", NULL },
    { "2014", "行政复议、诉讼和申诉情况", "disputes" },
    { "2014", "政府信息公开的收费及减免情况", NULL },
    { "2014", "依申请公开政府信息收费及减免情况", NULL },
    { "2014", "机构建设和经费保障情况", NULL },
    { "2014", "政府信息公开会议和培训情况", NULL },
    { "2014", "主要问题和改进措施", "problems" },
    { "2014", "附表", "appendix" },
    { "2008", "政府信息公开工作的基本情况", "overview" },
    { "2008", "因政府信息公开申请行政复议、提起行政诉讼的情况", "disputes" },
    { "2008", "政府信息公开工作存在的主要问题及改进情况", "problems" },
    { "2008", "其他需要说明的事项", "other" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char *key = match_section (need_form (expected[i].form), expected[i].heading);

      if (g_strcmp0 (key, expected[i].key) != 0)
        g_error ("%s %s: %s, not %s", expected[i].form, expected[i].heading, key, expected[i].key);
    }
}

static void
test_every_pattern_compiles (void)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  for (guint i = 0; i < n_forms; i++)
    for (guint j = 0; j < forms[i]->n_sections; j++)
      for (const char *const *pattern = forms[i]->sections[j].patterns; *pattern != NULL; pattern++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GRegex) regex = g_regex_new (*pattern, 0, 0, &error);

          g_assert_no_error (error);
          g_assert_nonnull (regex);
        }
}

static void
test_words (void)
{
  const char *const *words = nb_forms_get_words ("organ.government");

  g_assert_true (g_strv_contains (words, "人民政府"));
  g_test_expect_message ("nianbao-form", G_LOG_LEVEL_CRITICAL, "*words != NULL*");
  g_assert_null (nb_forms_get_words ("no such role")[0]);
  g_test_assert_expected_messages ();
}

static gpointer
get_forms (gpointer data)
{
  return (gpointer) nb_forms_get (NULL);
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("forms", get_forms, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == nb_forms_get (NULL));
}

int
main (int argc, char **argv)
{
  g_autoptr (GTimer) timer = NULL;

  g_test_init (&argc, &argv, NULL);

  timer = g_timer_new ();
  nb_forms_get (NULL);
  g_test_message ("loaded in %.2f ms", g_timer_elapsed (timer, NULL) * 1000);

  g_test_add_func ("/nianbao/form/counts", test_counts);
  g_test_add_func ("/nianbao/form/years", test_years);
  g_test_add_func ("/nianbao/form/metrics-tsv", test_metrics_tsv);
  g_test_add_func ("/nianbao/form/places", test_places);
  g_test_add_func ("/nianbao/form/spans", test_spans);
  g_test_add_func ("/nianbao/form/rows", test_rows);
  g_test_add_func ("/nianbao/form/labels", test_labels);
  g_test_add_func ("/nianbao/form/variants", test_variants);
  g_test_add_func ("/nianbao/form/distinct-keys", test_keys_are_distinct);
  g_test_add_func ("/nianbao/form/roles", test_roles);
  g_test_add_func ("/nianbao/form/identities", test_identities);
  g_test_add_func ("/nianbao/form/outcomes-identity", test_outcomes_identity);
  g_test_add_func ("/nianbao/form/series", test_series);
  g_test_add_func ("/nianbao/form/series-ids", test_series_ids);
  g_test_add_func ("/nianbao/form/sections", test_sections);
  g_test_add_func ("/nianbao/form/patterns", test_every_pattern_compiles);
  g_test_add_func ("/nianbao/form/words", test_words);
  g_test_add_func ("/nianbao/form/threads", test_threads);

  return g_test_run ();
}
