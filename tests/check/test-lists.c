/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sums of the lists before 2014: found by their labels, told as hints, and not where a list may be meant otherwise. */

#include "check/nb-check.h"
#include "report-builder.h"

#include <string.h>

/* The findings on sums, as "rule severity status: relation" a line. */
static char *
check (const char *form, const char *cells)
{
  g_autoptr (NbReport) report = build_report_for (form, "Invented", 2011, NULL, cells);
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_has_prefix (nb_finding_get_rule (finding), "F1-"))
        g_string_append_printf (out, "%s %s %s: %s\n", nb_finding_get_rule (finding),
                                nb_severity_to_string (nb_finding_get_severity (finding)),
                                nb_finding_get_status (finding) == NB_STATUS_FAIL ? "fail" : "open",
                                nb_finding_get_relation (finding));
    }
  return g_string_free (out, FALSE);
}

static void
assert_found (const char *cells, const char *expected)
{
  g_autofree char *found = check ("2008", cells);

  g_assert_cmpstr (found, ==, expected);
}

#define REQUESTS "ext:申请总数=9 ext:其中:1.当面申请数=2 ext:2.传真申请数=0 ext:3.网上申请数=7 "
#define ANSWERS                                                                                                                  \
  "ext:对申请的答复总数=9 ext:同意公开答复数=5 ext:同意部分公开答复数=1 ext:否决公开答复总数=3 " \
  "ext:信息不存在数=2 ext:免予公开范围1=1 ext:行政复议数=4 "

static void
test_holds (void)
{
  assert_found (REQUESTS ANSWERS, "");
  /* No sums at all, and a sum without parts. */
  assert_found ("ext:主动公开信息数=9 ext:申请总数=4 ext:行政复议数=0", "");
}

static void
test_fails (void)
{
  assert_found ("ext:申请总量=8 ext:当面申请=2 ext:电子邮件申请=7 ext:行政诉讼=0",
                "F1-01 hint fail: 2 + 7 ≠ 8\n");
  assert_found ("ext:依申请公开申请总数=10 ext:当面申请数=2 ext:电子邮件申请数=7",
                "F1-01 hint fail: 2 + 7 ≠ 10\n");
  assert_found ("ext:申请答复总数=8 ext:同意公开数=5 ext:部分公开数=1 ext:不予公开数=3 "
                "ext:信息不存在=2 ext:非本部门掌握=2 ext:行政复议=0",
                "F1-03 hint fail: 5 + 1 + 3 ≠ 8\nF1-04 hint fail: 2 + 2 ≠ 3\n");
}

/* A row that may be a part, and one without a number. */
static void
test_doubtful (void)
{
  assert_found ("ext:申请总数=10 ext:当面申请数=2 ext:网上申请数=7 ext:热线申请数=1", "");
  assert_found ("ext:申请总数=8 ext:当面申请数=2 ext:网上申请数=7 ext:热线申请数=1",
                "F1-01 hint fail: 2 + 7 ≠ 8\n");
  assert_found ("ext:申请总数=10 ext:当面申请数=2 ext:网上申请数= ext:信函申请数=1 ext:行政复议=0",
                "F1-01 hint open: 2 + ? + 1 = 10\n");
  assert_found ("ext:申请总数=2 ext:当面申请数=2 ext:网上申请数= ext:信函申请数=1",
                "F1-01 hint fail: 2 + ? + 1 ≠ 2\n");
  assert_found ("ext:申请总数= ext:当面申请数=2 ext:网上申请数=4", "");
}

/* Some provinces tell what does not exist beside what they refuse, and not as a ground of it. */
static void
test_beside (void)
{
  assert_found ("ext:答复总数=9 ext:同意公开数=5 ext:部分公开数=1 ext:不予公开数=0 "
                "ext:信息不存在=2 ext:非本机关掌握=1 ext:行政复议=0",
                "");
}

static void
test_coincidence (void)
{
  /* The grounds make up the refusals: what the answers lack is no ground. */
  assert_found ("ext:答复总数=2 ext:同意公开数=0 ext:部分公开数=0 ext:不予公开数=1 "
                "ext:信息不存在=0 ext:内容不明确=1 ext:行政复议=0",
                "F1-03 hint fail: 0 + 0 + 1 ≠ 2\n");
}

/* The rows that a province adds to the table of 2014 are no list. */
static void
test_national (void)
{
  g_autofree char *found = check ("2014", "appendix_*=0 ext:申请总数=10 ext:当面申请数=2 "
                                          "ext:网上申请数=7 ext:行政复议=0");

  g_assert_cmpstr (found, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/lists/holds", test_holds);
  g_test_add_func ("/nianbao/lists/fails", test_fails);
  g_test_add_func ("/nianbao/lists/doubtful", test_doubtful);
  g_test_add_func ("/nianbao/lists/beside", test_beside);
  g_test_add_func ("/nianbao/lists/coincidence", test_coincidence);
  g_test_add_func ("/nianbao/lists/national", test_national);
  return g_test_run ();
}
