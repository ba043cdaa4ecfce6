/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Styles that are common on pages of reports and hide nothing: every figure stays legible. Beside them, what does hide
 * or move a figure by the same means. */

#include "nb-test-html.h"

#include <string.h>
#include <time.h>

typedef struct {
  const char *name;
  const char *css;
  const char *wrapper; /* attributes of a box around the table */
  const char *cell;    /* and of its cells */
  const char *inner;   /* of a cell */
  const char *other;   /* (nullable): of the cell above it */
} Case;

static const Case legible[] = {
  /* cells grow with what is in them */
  { "low-cell", "td{overflow:hidden;height:10px}", "", "", "84" },
  { "narrow-cell", "td{width:0;overflow:hidden;white-space:nowrap}", "", "", "84" },
  { "narrow-cell-attribute", "", "", "style='width:1px;overflow:hidden;white-space:nowrap'", "84" },
  { "low-row", "tr{height:1px;overflow:hidden}", "", "", "84" },
  /* boxes that grow */
  { "flex", ".m{flex:1;width:0;overflow:hidden}", "class=m", "", "84" },
  { "flex-grow", ".m{flex-grow:1;width:0;overflow:hidden}", "class=m", "", "84" },
  { "flex-attribute", "", "style='flex:1 1 0;width:0;overflow:hidden'", "", "84" },
  { "least-height", ".m{overflow:hidden;height:0;min-height:500px}", "class=m", "", "84" },
  { "lines-of-zero", ".m{line-height:0;overflow:hidden}p{line-height:24px}", "class=m", "", "<p>84" },
  /* transformations by nothing */
  { "rotate-x", "", "style='transform:rotateX(0deg)'", "", "84" },
  { "rotate-z", "", "style='transform:rotateZ(0)'", "", "84" },
  { "rotate-space", "", "style='transform:rotate3d(0,0,1,0deg)'", "", "84" },
  { "skew", "", "style='transform:skew(0deg,0deg)'", "", "84" },
  { "perspective", "", "style='transform:perspective(1px) translateZ(0)'", "", "84" },
  { "matrix-space", "", "style='transform:matrix3d(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1)'", "", "84" },
  /* sizes of the root are not known */
  { "rem", "html{font-size:192px}td{font-size:.08rem}", "", "", "84" },
  /* boxes at another place, whole */
  { "over-banner", ".m{position:absolute;left:50%;margin-left:-600px;top:-120px}", "class=m", "", "84" },
  { "over-banner-attribute", "", "style='position:absolute;left:50%;top:-120px'", "", "84" },
  { "calc-wrapper", "", "style='position:relative;left:calc(50% - 600px)'", "", "84" },
  { "middle", "", "", "", "<div style='position:relative;top:50%;transform:translateY(-50%)'>84</div>" },
  { "auto-offset", "", "", "", "<p style='position:relative;top:auto!important;left:0 !important'>84" },
  /* what a script fades in */
  { "fade-in", ".m{opacity:0;animation:up 1s forwards}", "class=m", "", "84", NULL },
  { "fade-in-attribute", "[data-aos]{opacity:0;transform:translate3d(0,100px,0)}[data-aos].aos-animate{opacity:1}", "data-aos=up", "", "84", NULL },
  /* all figures alike, by less than a row or column */
  { "margin", "", "", "", "<p style='margin-left:-31.5pt'>84", "<p style='margin-left:-31.5pt;color:red'>15" },
  { "indent", "", "", "", "<p style='text-indent:-42pt'><b>84", "<p style='text-indent:-42pt'>15" },
  { "upper-margin", "", "", "", "<p style='margin-top:-15px'>84", "<p style='margin-top:-15px'>15" },
  { "corner", "", "", "style='position:relative'", "<p style='position:absolute;left:0;top:0'>84", "<p style='position:absolute;left:0;top:0'>15" },
};

static const Case doubtful[] = {
  { "narrow-value", "", "", "", "<div style='width:1px;overflow:hidden'>84</div>" },
  { "flex-value", "", "", "", "<span style='flex:1;width:0;overflow:hidden'>84</span>" },
  { "no-flex", ".m{flex:none;width:0;overflow:hidden}", "class=m", "", "84" },
  { "no-least-height", ".m{overflow:hidden;height:0;min-height:0}", "class=m", "", "84" },
  { "lines-of-zero-value", "", "", "", "<p style='line-height:0;overflow:hidden'>84" },
  { "rotate-y", "", "style='transform:rotateY(180deg)'", "", "84" },
  { "rotate-space-half", "", "style='transform:rotate3d(0,0,1,180deg)'", "", "84" },
  { "skew-far", "", "style='transform:skew(0,80deg)'", "", "84" },
  { "matrix-mirrored", "", "style='transform:matrix3d(-1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1)'", "", "84" },
  { "rem-zero", "td{font-size:.001rem}", "", "", "84" },
  { "row-below", "", "", "", "<p style='position:relative;top:100%'>84" },
  { "calc", "", "", "", "<p style='position:relative;left:calc(200px + 200px)'>84" },
  { "unknown-unit", "", "", "", "<p style='position:relative;top:5vmin'>84" },
  { "inset-inline", "", "", "", "<p style='position:relative;inset-inline-start:400px'>84" },
  { "inset-block", "", "", "", "<p style='position:relative;inset-block:auto -30px'>84" },
  { "inset-block-rule", ".x{position:relative;inset-block-end:30px}", "", "", "<p class=x>84" },
  { "margin-inline", "", "", "", "<p style='margin-inline-start:-130px'>84" },
  { "clear-figure", ".x{opacity:0;animation:up 1s forwards}", "", "", "<p class=x>84", NULL },
  { "clear-cell", "td{opacity:0}", "", "", "84", NULL },
  { "one-margin", "", "", "", "<p style='margin-left:-31.5pt'>84", "15" },
  { "two-margins", "", "", "", "<p style='margin-left:-31.5pt'>84", "<p style='margin-left:-35pt'>15" },
  { "far-margins", "", "", "", "<p style='margin-left:-60pt'>84", "<p style='margin-left:-60pt'>15" },
  { "a-row-up", "", "", "", "<p style='margin-top:-30px'>84", "<p style='margin-top:-30px'>15" },
  { "a-part", "", "", "", "8<span style='margin-left:-45px'>4</span>", "1<span style='margin-left:-45px'>5</span>" },
  { "moved-by-rule-too", ".x{position:relative;left:400px}", "", "", "<p class=x style='margin-left:-45px'>84", "<p style='margin-left:-45px'>15" },
  { "margin-block", "", "", "", "<p style='margin-block:-30px 0'>84" },
};

static char *
dump_case (const Case *a)
{
  g_autofree char *html = g_strdup_printf ("<style>%s</style><div %s><table><tr><td %s>新收<td %s>%s<tr><td>结转<td %s>%s</table></div>", a->css, a->wrapper,
                                           a->cell, a->cell, a->other != NULL ? a->other : "15", a->cell, a->inner);
  g_autoptr (NbDocument) document = nb_test_html_read (html);

  return nb_test_html_dump (document);
}

static const char plain[] = "CS^R 0:0,0 新收\nCSR 0:0,1 15\nCS^R 0:1,0 结转\nCSR 0:1,1 84\n";

static void
test_legible (gconstpointer data)
{
  g_autofree char *dump = dump_case (data);

  g_assert_cmpstr (dump, ==, plain);
}

static void
test_doubtful (gconstpointer data)
{
  g_autofree char *dump = dump_case (data);

  g_assert_cmpstr (dump, !=, plain);
}

/* One function of so many arguments, or so many functions, take no more time than they are long. */
static void
test_long_values (void)
{
  static const struct {
    const char *property;
    const char *part;
  } values[] = {
    { "transform:translate(", "1," },
    { "transform:translate(", "1(," },
    { "translate:", "1 " },
    { "filter:", "blur(1)" },
    { "filter:", "blur(1(" },
    { "margin:", "1)," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) html = g_string_new ("<p style='");
      g_autoptr (NbDocument) document = NULL;
      clock_t start = clock ();

      g_string_append (html, values[i].property);
      for (guint n = 0; n < 200000; n++)
        g_string_append (html, values[i].part);
      g_string_append (html, "'>84</p>");
      document = nb_test_html_read (html->str);
      g_assert_cmpint ((clock () - start) / CLOCKS_PER_SEC, <, 2);
    }
}

static void
add_cases (const char *kind, const Case *cases, gsize n, GTestDataFunc test)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/html-legible/%s/%s", kind, cases[i].name);

      g_test_add_data_func (path, &cases[i], test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("stays", legible, G_N_ELEMENTS (legible), test_legible);
  add_cases ("doubtful", doubtful, G_N_ELEMENTS (doubtful), test_doubtful);
  g_test_add_func ("/nianbao/html-legible/long-values", test_long_values);
  return g_test_run ();
}
