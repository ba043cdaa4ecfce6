/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page's own style sheets hide, and what turns characters round. */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "document/nb-html-css.h"
#include "nb-test-html.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *head;     /* of the page */
  const char *inner;    /* of a cell */
  const char *expected; /* what is read of it */
} Case;

#define H "<span class='h'>77</span>3402"

static const Case cases[] = {
  { "class", "<style>.h{display:none}</style>", H, "3402" },
  { "class-of-two", "<style>.h{display:none}</style>", "<b class='x h y'>77</b>3402", "3402" },
  { "invisible", "<style>.h { VISIBILITY : hidden }</style>", H, "3402" },
  { "id", "<style>#h{display:none}</style>", "<i id=h>77</i>3402", "3402" },
  { "element", "<style>tt{display:none}</style>", "<tt>77</tt>3402", "3402" },
  { "element-and-class", "<style>span.h{display:none}</style>", H, "3402" },
  { "other-element", "<style>b.h{display:none}</style>", H, "773402" },
  { "two-classes", "<style>.h.i{display:none}</style>", H, "773402" },
  { "list", "<style>.a,\n.h , #q{color:red;display:none!important}</style>", H, "3402" },
  { "comments", "<style><!-- /* .h{} */ .h{/* x */display:none} --></style>", H, "3402" },
  { "later-counts", "<style>.h{display:none}.h{display:inline}</style>", H, "773402" },
  { "important-counts", "<style>.h{display:none !important}.h{display:inline}</style>", H, "3402" },
  { "id-counts-for-more", "<style>#i{display:inline}.h{display:none}</style>",
    "<span class=h id=i>77</span>3402", "773402" },
  { "attribute-counts-for-more", "<style>.h{display:none}</style>",
    "<span class=h style='display:inline'>77</span>3402", "773402" },
  { "struck", "<style>.h{text-decoration:line-through}</style>", H, "3402" },
  { "struck-in-colour", "<style>.h{text-decoration:line-through;text-decoration-color:red}</style>",
    H, "3402" },
  { "struck-by-line", "<style>.h{text-decoration-line:line-through}</style>", H, "3402" },
  { "no-size", "<style>.h{font-size:0}</style>", H, "3402" },
  { "no-ink", "<style>.h{opacity:0}</style>", H, "3402" },
  { "off-screen", "<style>.h{position:absolute;left:-9999px}</style>", H, "3402" },
  { "indented", "<style>.h{text-indent:-9999px}</style>", H, "3402" },
  { "white", "<style>.h{color:#fff}</style>", H, "77 3402" },
  { "white-in-menus", "<style>.menu span{color:#fff}</style>", H, "773402" },
  { "on-screen", "<style>.h{position:absolute;left:5px}</style>", H, "77 3402" },
  { "raised", "<style>.h{vertical-align:super}</style>", H, "77 3402" },
  { "print", "<style>@media print{.h{display:none}.i{}}.j{}</style>", H, "773402" },
  { "print-sheet", "<style media=print>.h{display:none}</style>", H, "773402" },
  { "narrow", "<style>@media (max-width:600px){.h{display:none}}</style>", H, "773402" },
  { "behind-media", "<style>@import 'x';@media print{.i{}}.h{display:none}</style>", H, "3402" },
  { "hover", "<style>.h:hover{display:none}.h::before{display:none}</style>", H, "773402" },
  { "meter", "", "<meter value=9>9</meter>34<progress value=9>9</progress>", "34" },
  { "clipped", "<style>.h{position:absolute;width:1px;clip:rect(0, 0, 0, 0)}</style>", H, "3402" },
  { "clipped-by-path", "<style>.h{clip-path:inset(50%)}</style>", H, "3402" },
  { "clipped-in-part", "<style>.h{clip-path:inset(5%);clip:rect(0,9px,9px,0);clip:auto}</style>", H,
    "773402" },
  { "clipped-at-the-end", "<style>.h{position:absolute;clip:rect(0px,500px,30px,0px)}</style>", H,
    "77 3402" },
  { "clipped-to-a-point", "<style>.h{clip:rect(1px 1px 1px 1px)}</style>", H, "3402" },
  { "clipped-on-one-side", "<style>.h{clip:rect(0,auto,auto,0)}</style>", H, "773402" },
  { "made", "<style>.h::before{content:'1'}</style>", "<b class=h>3402</b>", "3402\ufffd" },
  { "made-behind", "<style>td .h:after { content : \"\\31 \" }</style>", "<b class=h>3402</b>",
    "3402\ufffd" },
  { "made-of-icons", "<style>.h::before{content:'\\e901';color:red}.x{content:'1'}</style>",
    "<b class='h x'>3402</b>", "3402" },
  { "made-beside-words", "<style>.h::before{content:'1'}</style>", "<b class=h>三四</b>", "三四" },
  { "perhaps", "<style>.page .h{display:none}</style>", H, "77 3402" },
  { "made-of-attribute", "<style>.h::before{content:attr(data-x)}</style>",
    "<b class=h data-x=1>3402</b>", "3402\ufffd" },
  { "made-of-name", "<style>.h::before{content:attr(data-x)}</style>",
    "<b class=h data-x='数量'>3402</b>", "3402" },
  { "made-of-variable", "<style>:root{--a:'1'}.h::before{content:var(--a)}</style>",
    "<b class=h>3402</b>", "3402\ufffd" },
  { "made-on-screens", "<style>@media screen{.h::before{content:'1'}}</style>",
    "<b class=h>3402</b>", "3402\ufffd" },
  { "made-on-paper", "<style>@media print{.h::before{content:'1'}}</style>", "<b class=h>3402</b>",
    "3402" },
  { "made-in-layer", "<style>@layer a{.h::before{content:'1'}}</style>", "<b class=h>3402</b>",
    "3402\ufffd" },
  { "made-within", "<style>td{color:red; & .h::before{content:'1'} }</style>",
    "<b class=h>3402</b>", "3402\ufffd" },
  { "made-of-either", "<style>:is(.g,.h)::before{content:'1'}</style>", "<b class=h>3402</b>",
    "3402\ufffd" },
  { "made-somewhere", "<style>:where(.h)::before{content:'1'}</style>", "<b class=h>3402</b>",
    "3402\ufffd" },
  { "made-of-first", "<style>b:first-child::before{content:'1'}</style>", "<b>3402</b>",
    "3402\ufffd" },
  { "made-by-attribute", "<style>b[class^=h]::before{content:'1'}</style>", "<b class=hh>3402</b>",
    "3402\ufffd" },
  { "made-for-another", "<style>[class=g]::before,[data-y]::before{content:'1'}</style>",
    "<b class=h>3402</b>", "3402" },
  { "made-of-point", "<style>.h::before{content:'.'}</style>", "<b class=h>3402</b>",
    "3402\ufffd" },
  { "made-to-clear",
    "<style>.h:after{content:'020';display:block;height:0;clear:both;visibility:hidden}</style>",
    "<b class=h>3402</b>", "3402" },
  { "made-on-hover", "<style>.h:hover::before{content:'1'}</style>", "<b class=h>3402</b>",
    "3402" },
  { "no-first-letter", "<style>.h::first-letter{font-size:0}</style>", "<b class=h>3402</b>",
    "3402\ufffd" },
  { "turned", "<style>.h{unicode-bidi:bidi-override;direction:rtl}</style>", "<b class=h>2043</b>",
    "\u202e2043" },
  { "no-width", "<style>.h{display:inline-block;width:0;overflow:hidden}</style>", H, "77 3402" },
  { "no-height", "<style>.h{display:block;max-height:0;overflow:hidden}</style>", H, "77 3402" },
  { "some-width", "<style>.h{width:50px;overflow:hidden}.h{height:0}</style>", H, "773402" },
  { "of-a-shape", "<style>.h{clip-path:circle(0)}</style>", H, "77 3402" },
  { "no-alpha", "<style>.h{color:rgba(0,0,0,0)}</style>", H, "77 3402" },
  { "no-alpha-in-hex", "<style>.h{color:#0000}</style>", H, "77 3402" },
  { "short-colour", "<style>.h{color:#000}</style>", H, "773402" },
  { "no-size-in-font", "<style>.h{font:0/0 a}</style>", H, "3402" },
  { "size-in-font", "<style>.h{font:700 12px/1.5 serif}</style>", H, "773402" },
  { "no-zoom", "<style>.h{zoom:0}</style>", H, "77 3402" },
  { "zoom", "<style>.h{zoom:1}</style>", H, "773402" },
  { "skipped", "<style>.h{content-visibility:hidden}</style>", H, "77 3402" },
  { "supported", "<style>@supports (display:grid){.h{display:none}}</style>", H, "77 3402" },
  { "wide", "<style media='(min-width:800px)'>.h{display:none}</style>", H, "77 3402" },
  { "floated", "<style>.h{float:right}</style>", H, "77 3402" },
  { "reversed", "<style>.r{display:flex;flex-direction:row-reverse}</style>",
    "<div class=r><i>77</i><i>3402</i></div>", "77 3402" },
  { "escaped-name", "<style>.\\68 {display:none}</style>", H, "3402" },
  { "brace-in-string", "<style>.x:before{content:'}'}.h{display:none}</style>", H, "3402" },
  { "perhaps-named", "<style>.page .h{opacity:0}</style>", H, "77 3402" },
  { "white-on-white", "<style>.h{color:#fff}</style>",
    "<span class=h style='background-color:#fff'>77</span>3402", "77 3402" },
  { "shrunk-in-capitals", "<style>.h{transform:scale(0)}</style>",
    "<span class=h style='text-transform:none'>77</span>3402", "77 3402" },
  { "black-by-attribute", "<style>.h{color:#fff}</style>",
    "<span class=h style='margin:0; COLOR :#000'>77</span>3402", "773402" },
  { "ordered-with-border", "<style>.h{order:2}</style>",
    "<span class=h style='border:0'>77</span>3402", "77 3402" },
  { "made-behind-a-quote", "<style>.h::before{content:\"\\\"1\"}</style>", "<b class=h>3402</b>",
    "3402\ufffd" },
  { "either-of-many",
    "<style>:is(.a,.b,.c,.d,.e,.f,.g,.i):is(.a,.b,.c,.d,.e,.f,.i,.j,.h),:is(.a,.b,.c,.d,.e,.f,.g,."
    "h)"
    ":is(.a,.b,.c,.d,.e,.f,.i,.j,.h){display:none}</style>",
    H, "3402" },
  { "ordinary",
    "<style>*{margin:0}*::before,*::after{box-sizing:border-box}[hidden],[v-cloak]{display:none}"
    "a[href]:after{content:' (' attr(href) ')'}li+li:before{content:'/\\00a0'}"
    "[class^=icon-]:before{content:'\\e901'}.page span{font-size:12px}.h{font:bold 14px/2 Arial}"
    ".clearfix:after{content:'.';height:0;visibility:hidden}:root{--x:1}td:hover{opacity:0}"
    "@media (max-width:700px){td:before{content:attr(data-label)}}@font-face{font-family:a}"
    "@keyframes k{from{opacity:0}to{opacity:1}}.nav li{float:left}.h{overflow:hidden}</style>",
    "<p class='clearfix'><span class=h>77</span>3402</p>", "773402" },
  { "unclosed", "<style>.h{display:none", H, NULL },
  { "colour", "<style>.h{color:red}</style>", H, "773402" },
  { "comment-of-page", "<!--<style>.h{display:none}</style>-->", H, "773402" },
  /* characters that run from right to left */
  { "bdo", "", "<bdo dir=rtl>2043</bdo>", "\u202e2043" },
  { "bdo-left", "", "<bdo dir=ltr>3402</bdo>", "3402" },
  { "dir", "", "<span dir=rtl>3402</span>", "3402" },
  { "override", "", "<span style='direction:rtl;unicode-bidi:bidi-override'>2043</span>",
    "\u202e2043" },
  { "override-within", "", "<b dir=rtl><i style='unicode-bidi:bidi-override'>2043</i></b>件",
    "\u202e2043\u202c件" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *html = g_strdup_printf (
      "<html><head>%s</head><body><table><tr><td>甲<td>%s<tr><td>乙<td>1</table>", c->head,
      c->inner);
  g_autofree char *expected = NULL;
  g_autoptr (NbDocument) document = nb_test_html_read (html);
  g_autofree char *value = NULL;
  guint n_pieces;

  nb_document_get_pieces (document, &n_pieces);
  if (c->expected == NULL)
    {
      /* All of the page stands in the sheet. */
      g_assert_cmpuint (n_pieces, ==, 0);
      return;
    }
  g_assert_cmpuint (n_pieces, ==, 4);
  value = nb_document_dup_piece (document, 1);
  g_assert_cmpstr (value, ==, c->expected);
}

/* A sheet behind the text counts for the text as well. */
static void
test_late (void)
{
  nb_test_html_assert (
      "<p>甲<b class=h>乙</b></p><style>.h{display:none}</style><p class=h>丙</p><p>丁</p>",
      "- 甲\n- 丁\n");
}

/* A page that is hidden until a script shows it is read; what is hidden in its lines is not. */
static void
test_most_hidden (void)
{
  nb_test_html_assert (
      "<style>.tab,.h{display:none}</style><p>甲</p><div class=tab><table><tr><td>乙"
      "<td><span class=h>7</span>1<tr><td>丙<td>2</table></div>",
      "F 甲\nCS^R 0:0,0 乙\nCSR 0:0,1 1\nCS^R 0:1,0 丙\nCSR 0:1,1 2\n");
  nb_test_html_assert ("<style>body{display:none}</style><body><p>甲</p>", "- 甲\n");
}

/* Another year's table beside the page's own. */
static void
test_hidden_table (void)
{
  nb_test_html_assert (
      "<style>.x{display:none}</style><div class=x><table><tr><td>乙<td>1</table></div>"
      "<p>一、总体情况</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table>",
      "- 一、总体情况\nCS^R 0:0,0 甲\nCSR 0:0,1 1\nCS^R 0:1,0 乙\nCSR 0:1,1 2\n");
}

/* Of a page with so many of something in its sheets nobody knows what they hide. */
static void
assert_refused (const char *html, const char *what, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ending = g_strdup_printf ("%s (limit %u)", what, limit);

  g_assert_null (nb_html_reader_read_string (NULL, html, strlen (html), NULL, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
  g_assert_cmpstr (strstr (error->message, what), ==, ending);
}

/* A copy of the tables for the printer is not what is seen. */
static void
test_hidden_copy (void)
{
  g_autoptr (GString) html = g_string_new ("<style>.print{display:none}</style><div class=print><table>");
  g_autoptr (NbDocument) document = NULL;
  guint n_pieces;

  for (guint i = 0; i < 200; i++)
    g_string_append (html, "<tr><td>规章</td><td>77001</td></tr>");
  g_string_append (html, "</table></div><table>");
  for (guint i = 0; i < 100; i++)
    g_string_append (html, "<tr><td>规章</td><td>1</td></tr>");
  g_string_append (html, "</table>");
  document = nb_test_html_read (html->str);
  nb_document_get_pieces (document, &n_pieces);
  g_assert_cmpuint (n_pieces, ==, 200);
}

/* So many rules are kept, and cost little time; of a page with one more nobody knows what it hides. */
static void
test_limit (void)
{
  g_autoptr (GString) html = g_string_new ("<style>");
  g_autoptr (NbDocument) document = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i + 1 < NB_LIMIT_STYLE_RULES; i++)
    g_string_append_printf (html, ".c%u{display:none}", i);
  g_string_append (html, ".h{display:none}</style>");
  for (guint i = 0; i < 1000; i++)
    g_string_append (html, "<p>甲<b class='h'>1</b><b class=over>2</b></p>");
  document = nb_test_html_read (html->str);
  line = nb_document_dup_piece (document, 999);
  g_assert_cmpstr (line, ==, "甲2");

  g_string_append (html, "<style>.over{display:none}</style>");
  assert_refused (html->str, "too many rules", NB_LIMIT_STYLE_RULES);
}

/* Classes and rules without end: what they may hide no number is read from, and soon. */
static void
test_limit_looks (void)
{
  g_autoptr (GString) html = g_string_new ("<style>");
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i + 1 < NB_LIMIT_STYLE_RULES; i++)
    g_string_append (html, ".a{display:none}");
  g_string_append (html, "</style>");
  for (guint i = 0; i < 20; i++)
    {
      g_string_append (html, "<p>甲<b class='");
      for (guint j = 0; j < 2000; j++)
        g_string_append (html, "a ");
      g_string_append (html, "'>77</b>3402</p>");
    }
  {
    g_autoptr (NbDocument) document = nb_test_html_read (html->str);
    g_autofree char *line = nb_document_dup_piece (document, 19);

    g_assert_null (strstr (line, "773402"));
  }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* Alternatives of alternatives are not looked at without end either, nor many selectors that each have some. */
static void
test_limit_alternatives (void)
{
  g_autoptr (GString) one = g_string_new ("<style>");
  g_autoptr (GString) many = g_string_new ("<style>.z");
  g_autofree char *long_name = g_strnfill (NB_LIMIT_SELECTOR_BYTES * NB_LIMIT_SELECTOR_EXPANDED, 'x');

  for (guint i = 0; i < 20; i++)
    g_string_append (one, ":is(.a,.h)");
  g_string_append (one, "{display:none}</style><p>甲<b class=h>7</b>1</p>");
  assert_refused (one->str, "too many alternatives", NB_LIMIT_SELECTOR_EXPANDED);

  /* Nor those that are too long together. */
  g_string_printf (one, "<style>.%s:is(.a,.h){display:none}</style><p>甲<b class=h>7</b>1</p>", long_name);
  assert_refused (one->str, "too many alternatives", NB_LIMIT_SELECTOR_EXPANDED);

  /* Rules without a selector that can be read are none, but alternatives. */
  for (guint i = 0; i < NB_LIMIT_STYLE_ALTERNATIVES / 100 + 700; i++)
    {
      g_string_append (many, ",:is(");
      for (guint j = 0; j < 100; j++)
        g_string_append (many, "!,");
      g_string_append (many, "!)");
    }
  g_string_append (many, "{display:none}</style><p>甲<b class=h>7</b>1</p>");
  assert_refused (many->str, "the selectors of the style sheets of the page have too many alternatives",
                  NB_LIMIT_STYLE_ALTERNATIVES);
}

static gboolean
measure_cb (const char *selectors, const char *declarations, gboolean is_sure, gpointer longest)
{
  *(gsize *) longest = MAX (*(gsize *) longest, strlen (selectors));
  return TRUE;
}

/* What stands for the rule around does not make a short sheet a long one. */
static void
test_limit_places (void)
{
  g_autofree char *outer = g_strnfill (390, 'x');
  g_autoptr (GString) css = g_string_new (NULL);
  gsize longest = 0;

  g_string_append_printf (css, ".%s{", outer);
  for (guint i = 0; i < 100000; i++)
    g_string_append (css, "& i,");
  g_string_append (css, "& b{display:none}}");
  nb_html_css_read (css->str, css->len, measure_cb, &longest);
  g_assert_cmpuint (longest, >, 390);
  g_assert_cmpuint (longest, <, 2 * css->len);
}

/* What is not followed to the end is not sure, and a number that it may hide is not read. */
static void
test_limit_selectors (void)
{
  g_autofree char *long_name = g_strnfill (2 * NB_LIMIT_SELECTOR_BYTES, 'x');
  g_autofree char *long_rule = g_strdup_printf (".%s{display:none}", long_name);
  g_autofree char *long_not = g_strdup_printf ("b:not(.%s){display:none}", long_name);
  g_autofree char *outer = g_strdup_printf (".h,.%s{&.h{display:none}}", long_name);
  g_autofree char *long_is = g_strdup_printf (":is(.%s,.h){display:none}", long_name);
  g_autofree char *blanks = g_strnfill (2 * NB_LIMIT_SELECTOR_BYTES, ' ');
  g_autofree char *wide_is = g_strdup_printf ("p :where(%s.h){display:none}", blanks);
  const struct
  {
    const char *css, *class;
    gboolean is_sure;
  } rules[] = {
    { ".a.b.c.d.e.f.g.h.i{display:none}", "a b c d e f g h i" },
    { "[class][class][class][class][class=h]{display:none}", "h" },
    { "b{&{&{&{&{&{&{&{&{&{&{display:none}}}}}}}}}}}", "h", TRUE },
    { long_rule, long_name, TRUE },
    { long_not, "h" },
    { outer, "h" },
    { long_is, "h", TRUE },
    { wide_is, "h" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *page = g_strdup_printf ("<style>%s</style><p>甲<b class=\"%s\">7</b>1</p>",
                                               rules[i].css, rules[i].class);
      g_autoptr (NbDocument) document = nb_test_html_read (page);
      g_autofree char *dump = nb_test_html_dump (document);

      g_test_message ("%.80s", rules[i].css);
      g_assert_cmpstr (dump, ==, rules[i].is_sure ? "- 甲1\n" : "- 甲7 1\n");
    }
}

static void
test_limit_blocks (void)
{
  for (guint depth = NB_LIMIT_STYLE_BLOCKS - 1; depth <= NB_LIMIT_STYLE_BLOCKS; depth++)
    {
      g_autoptr (GString) html = g_string_new ("<style>");
      g_autoptr (NbDocument) document = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append (html, "@media screen{");
      g_string_append (html, ".h{display:none}");
      for (guint i = 0; i < depth; i++)
        g_string_append (html, "}");
      g_string_append (html, "</style><p>甲<b class=h>7</b>1</p>");
      if (depth == NB_LIMIT_STYLE_BLOCKS)
        assert_refused (html->str, "nested too deeply", NB_LIMIT_STYLE_BLOCKS);
      else
        document = nb_test_html_read (html->str);
    }
}

/* Rules that look into long attributes. */
static void
test_limit_attributes (void)
{
  g_autoptr (GString) html = g_string_new ("<style>");
  g_autofree char *value = g_strnfill (400000, 'a');
  g_autofree char *needle = g_strnfill (300, 'a');
  g_autoptr (NbDocument) document = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i + 1 < NB_LIMIT_STYLE_RULES; i++)
    g_string_append_printf (html, "[x*=%sb]{display:none}", needle);
  g_string_append_printf (html, "</style><p>甲<b x='%s'>77</b>3402</p>", value);
  document = nb_test_html_read (html->str);
  line = nb_document_dup_piece (document, 0);
  g_assert_cmpstr (line, ==, "甲77 3402");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/html-sheet/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/html-sheet/late", test_late);
  g_test_add_func ("/nianbao/html-sheet/most-hidden", test_most_hidden);
  g_test_add_func ("/nianbao/html-sheet/hidden-copy", test_hidden_copy);
  g_test_add_func ("/nianbao/html-sheet/NB_LIMIT_STYLE_LOOKS", test_limit_looks);
  g_test_add_func ("/nianbao/html-sheet/NB_LIMIT_ATTRIBUTES", test_limit_attributes);
  g_test_add_func ("/nianbao/html-sheet/NB_LIMIT_SELECTOR_EXPANDED-NB_LIMIT_STYLE_ALTERNATIVES", test_limit_alternatives);
  g_test_add_func ("/nianbao/html-sheet/NB_LIMIT_STYLE_PLACES-NB_LIMIT_STYLE_OUTER_BYTES", test_limit_places);
  g_test_add_func ("/nianbao/html-sheet/NB_LIMIT_SELECTOR_BYTES-NB_LIMIT_SELECTOR_CLASSES-NB_LIMIT_SELECTOR_ATTRIBUTES", test_limit_selectors);
  g_test_add_func ("/nianbao/html-sheet/NB_LIMIT_STYLE_BLOCKS", test_limit_blocks);
  g_test_add_func ("/nianbao/html-sheet/hidden-table", test_hidden_table);
  g_test_add_func ("/nianbao/html-sheet/NB_LIMIT_STYLE_RULES", test_limit);
  return g_test_run ();
}
