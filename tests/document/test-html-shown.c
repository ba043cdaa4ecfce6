/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where and how the cells of a table are shown: no figure may be read of which nobody knows how it looks, or which stands
 * in the place of another. */

#include "base/nb-limits.h"
#include "nb-test-html.h"

#include <string.h>
#include <sys/resource.h>

typedef struct
{
  const char *name;
  const char *head;  /* of the page */
  const char *table; /* with one label and two figures, 26 and 34 */
  const char *expected;
} Case;

#define READ    "甲|26|34"
#define LOST    "甲|26\ufffd|34\ufffd"
#define FIRST   "甲|26\ufffd|34"
#define NONE    ""
#define ROW     "<tr><td>甲<td>26<td>34</table>"
#define TABLE   "<table>" ROW
#define IN(x)   "<table " x ">" ROW
#define OUT(x)  "<div " x ">" TABLE "</div>"
#define TR(x)   "<table><tr " x "><td>甲<td>26<td>34</table>"
#define TD(x)   "<table><tr><td>甲<td " x ">26<td>34</table>"
#define SPAN(x) "<table><tr><td>甲<td><span " x ">26</span><td>34</table>"
#define OWN(x)  "<style>@font-face{font-family:'" x "';src:url(a.woff)}"
#define FLEX(x)                                                                                    \
  "<div " x "><div><p>乙</p><p>1</p><p>2</p></div><div><p>甲</p><p>26</p><p>34</p></div></div>"

static const Case cases[] = {
  { "plain", NONE, TABLE, READ },
  /* turned round */
  { "mirrored-table", NONE, IN ("style='transform:scaleX(-1)'"), LOST },
  { "mirrored-around", NONE, OUT ("style='transform:matrix(-1,0,0,1,0,0)'"), LOST },
  { "mirrored-row", NONE, TR ("style='scale:-1 1'"), LOST },
  { "mirrored-cell", NONE, TD ("style='rotate:180deg'"), FIRST },
  { "mirrored-page", NONE, "<body style='transform:scaleX(-1)'>" TABLE, LOST },
  { "mirrored-by-class", "<style>.x{transform:rotateY(180deg)}</style>", OUT ("class=x"), LOST },
  { "mirrored-within-class", "<style>.x table{transform:scaleX(-1)}</style>", OUT ("class=x"),
    LOST },
  { "masked-around", NONE, OUT ("style='-webkit-text-security:disc'"), LOST },
  { "sized-around", NONE, OUT ("style='transform:scale(.9)'"), READ },
  /* another order */
  { "leftward", NONE, IN ("dir=rtl"), LOST },
  { "leftward-around", NONE, OUT ("style='direction:rtl'"), LOST },
  { "leftward-by-class", "<style>.x{direction:rtl}</style>", IN ("class=x"), LOST },
  { "rightward-within", NONE, "<div dir=rtl><table dir=ltr>" ROW "</div>", READ },
  { "row-reverse", NONE, TR ("style='display:flex;flex-direction:row-reverse'"), LOST },
  { "wrap-reverse", NONE, TR ("style='display:flex;flex-flow:row wrap-reverse'"), LOST },
  { "column-reverse", "<style>tbody{display:flex;flex-direction:column-reverse}</style>", TABLE,
    LOST },
  { "page-reverse", NONE, OUT ("style='display:flex;flex-direction:row-reverse'"), READ },
  { "order", NONE, TD ("style='order:3'"), LOST },
  { "order-of-page", NONE, OUT ("style='order:3'"), READ },
  { "grid-column", NONE, TD ("style='grid-column:3'"), LOST },
  { "grid-span", NONE, TD ("style='grid-column:span 2'"), READ },
  { "grid-flow", NONE, TR ("style='display:grid;grid-auto-flow:column'"), LOST },
  { "float-before", NONE, TD ("style='float:right'"), LOST },
  { "float-last", NONE, "<table><tr><td>甲<td>26<td style='float:right'>34</table>", READ },
  /* another place */
  { "moved-down", NONE, SPAN ("style='position:relative;top:30px'"), LOST },
  { "moved-right", NONE, TD ("style='position:relative;left:60pt'"), LOST },
  { "moved-by-transform", NONE, SPAN ("style='display:inline-block;transform:translateX(5em)'"),
    LOST },
  { "moved-by-translate", NONE, SPAN ("style='display:inline-block;translate:-50px 3px'"), LOST },
  { "moved-by-half", NONE, SPAN ("style='display:inline-block;transform:translate(-50%,-50%)'"),
    READ },
  { "moved-by-matrix", NONE, SPAN ("style='display:inline-block;transform:matrix(1,0,0,1,80,0)'"),
    LOST },
  { "moved-unknown", NONE,
    SPAN ("style='display:inline-block;transform:translate(calc(1px * 80))'"), LOST },
  { "moved-by-margin", NONE, SPAN ("style='display:block;margin:-30px 0 0'"), LOST },
  { "moved-by-indent", NONE, SPAN ("style='display:block;text-indent:-60px'"), LOST },
  { "moved-by-class", "<style>.x{position:relative;inset:30px auto auto}</style>", SPAN ("class=x"),
    LOST },
  { "put-on-page", NONE, TR ("style='position:absolute;top:300px'"), LOST },
  { "hanging", NONE, SPAN ("style='display:block;margin-left:42pt;text-indent:-42pt'"), READ },
  { "nudged", NONE, SPAN ("style='position:relative;top:-1.5pt;mso-text-raise:1.5pt'"), READ },
  { "narrow-margins", NONE, SPAN ("style='display:block;margin:0cm -5.25pt;letter-spacing:-.3pt'"),
    READ },
  { "sticky", "<style>tr{position:sticky;top:0;left:0}</style>", TABLE, READ },
  { "blank-beside-moved", NONE, "<table><tr><td>甲<td style='order:2'>26<td></table>",
    "甲|26\ufffd|\ufffd" },
  { "rows", NONE, FLEX (""), "乙|1|2|" READ },
  { "rows-reversed", "<style>.x{display:flex;flex-direction:column-reverse}</style>",
    FLEX ("class=x"), "乙|1\ufffd|2\ufffd|" LOST },
  { "rows-leftward", NONE, FLEX ("dir=rtl"), "乙|1\ufffd|2\ufffd|" LOST },
  /* hardly seen */
  { "faint-around", NONE, OUT ("style='opacity:.01'"), LOST },
  { "faint-page", NONE, "<body style='opacity:.01'>" TABLE, READ },
  { "speck-around", NONE, OUT ("style='font-size:1px'"), LOST },
  { "speck-ended", NONE,
    "<div style='font-size:1px'><table><tr style='font-size:12px'><td>甲<td>26<td>34</table></div>",
    READ },
  { "speck-of-nothing", NONE,
    "<table><tr><td>甲<td><span style='font-size:1pt'>&nbsp;</span>26<td>34</table>", READ },
  { "flat-around", NONE, OUT ("style='overflow:hidden;height:0'"), LOST },
  { "narrow", NONE, SPAN ("style='display:inline-block;overflow:hidden;width:8px'"), FIRST },
  { "narrow-share", NONE, TD ("style='overflow:hidden;width:1%;line-height:1.5'"), READ },
  { "close-letters", NONE, SPAN ("style='letter-spacing:-1em'"), FIRST },
  { "letters-of-grid", NONE, OUT ("style='letter-spacing:-.31em'"), READ },
  { "blurred", NONE, TR ("style='filter:blur(9px)'"), LOST },
  { "grey-day", NONE,
    "<html style='filter:grayscale(100%)'>" OUT ("style='filter:alpha(opacity=80)'"), READ },
  { "under-mask", NONE, TR ("style='mask-image:linear-gradient(transparent,transparent)'"), LOST },
  { "off-screen", NONE, OUT ("style='position:fixed;top:-500px'"), LOST },
  /* ink and paper */
  { "white", NONE, TD ("style='color:#fff'"), FIRST },
  { "nearly-white", NONE, OUT ("style='color:rgb(250 250 250)'"), LOST },
  { "clear", NONE, TR ("style='color:transparent'"), LOST },
  { "clear-fill", "<style>.x{-webkit-text-fill-color:transparent}</style>", SPAN ("class=x"),
    FIRST },
  { "white-font", NONE, "<table><tr><td>甲<td><font color=white>26</font><td>34</table>", FIRST },
  { "white-on-blue", NONE, TR ("style='color:#fff;background:#1e5aa8'"), READ },
  { "white-on-bgcolor", NONE, TR ("bgcolor=navy style='color:white'"), READ },
  { "white-on-picture", NONE, TR ("style='color:#fff;background:url(a.png) no-repeat'"), READ },
  { "white-on-class", "<style>.a td{background:#036}</style>", TD ("style='color:#fff'"), READ },
  { "white-on-white-class", "<style>.a td{background:#fff}</style>", TD ("style='color:#fff'"),
    FIRST },
  { "black-on-black", NONE, TD ("style='background:#000'"), FIRST },
  { "same-colours", NONE, OUT ("style='color:hsl(0 0% 93%);background:#eee'"), LOST },
  { "grey", NONE, OUT ("style='color:#999;background:#f5f5f5'"), READ },
  { "dark-again", NONE, OUT ("style='color:#fff'><p style='color:#333'"), LOST },
  { "dark-row-in-white", NONE, "<div style='color:#fff'>" TR ("style='color:#333'") "</div>",
    READ },
  { "dark-page", "<style>body{background:#000;color:#eee}</style>", "<body>" TABLE, READ },
  /* fonts of the page */
  { "own-font", OWN ("x") "</style>", SPAN ("style='font-family:x'"), FIRST },
  { "own-font-of-class", OWN ("my x") ".x{font:bold 12px/1 my x,serif}</style>", SPAN ("class=x"),
    FIRST },
  { "own-font-told-later",
    "<style>.x{font-family:'y', x}@font-face{src:url(a);font-family:x}</style>", SPAN ("class=x"),
    FIRST },
  { "own-font-of-face", OWN ("x") "</style>",
    "<table><tr><td>甲<td><font face=X>26</font><td>34</table>", FIRST },
  { "own-font-of-page", OWN ("x") "body,.x{font-family:x}</style>", OUT ("class=x"), READ },
  { "own-font-of-all-cells", OWN ("x") "td{font-family:x}</style>", TABLE, READ },
  { "own-font-for-chinese", OWN ("方正仿宋_GBK") ".x{font-family:方正仿宋_GBK}</style>",
    SPAN ("class=x"), READ },
  { "own-font-for-icons", OWN ("x") ".x{font-family:x}</style>",
    "<table><tr><td>甲<td><i class=x></i>26<td>34</table>", READ },
  { "font-of-word", "<style>@font-face{font-family:x;panose-1:2 1 6}</style>",
    SPAN ("style='font-family:x'"), READ },
  /* legible stays legible: what counts only in part, or nobody here knows, makes nothing unreadable */
  { "grid-lines", "<style>.tb{background:#000}.tb td{background:#fff}</style>", IN ("class=tb"), READ },
  { "grid-lines-of-bgcolor", "<style>.tb td{background:#fff}</style>", IN ("class=tb bgcolor=#000000"), READ },
  { "grid-lines-of-rows", "<style>table.tb{background:#000}table.tb tr{background:#fff}</style>",
    IN ("class=tb"), READ },
  { "article-on-dark-page", "<style>body{background:#000}body .a{background:#fff}</style><body>",
    OUT ("class=a"), READ },
  { "white-head-dark-cells", "<style>.tb{color:#fff}.tb td{color:#333}</style>", IN ("class=tb"), READ },
  { "white-cells-dark-within", "<style>td{color:#eee}.a table tr td{color:#333}</style>", OUT ("class=a"), READ },
  { "dark-whatever-within", "<style>.a *{color:#333}.a{color:#fff}</style>", OUT ("class=a"), READ },
  { "dark-within-white-style", "<style>.a td{color:#333}</style>", OUT ("class=a style='color:#fff'"), READ },
  { "white-more-important", "<style>.x{color:#fff!important}.a .x{color:#333}</style>", TD ("class=x"), FIRST },
  { "no-flip", "<style>.flip td{transform:rotateY(180deg)}</style>", TABLE, READ },
  { "no-calendar", "<style>.fc td{flex-direction:row-reverse}.mce-rtl>table tr{flex-direction:row-reverse}</style>",
    TABLE, READ },
  { "hovered-around", "<style>table:hover td,.x:not(.y):focus>td{transform:rotate(9deg)}</style>", IN ("class=x"),
    READ },
  { "not-hovered", "<style>:not(:hover)>.x{transform:scaleX(-1)}</style>", TD ("class=x"), FIRST },
  { "flipped-within", "<style>.a tr td{transform:rotateY(180deg)}</style>", OUT ("class=a"), LOST },
  { "common-font-of-page", OWN ("Times New Roman") "</style>", SPAN ("style='font-family:Times New Roman'"), READ },
  { "own-font-in-all-cells", OWN ("x") "p{font-family:x}</style>",
    "<table><tr><td><p>甲<td><p>26<td><p>34</table>", READ },
  { "own-font-without-label", OWN ("x") "span{font-family:x}</style>",
    "<table><tr><td rowspan=2><p><span>甲乙丙</span><td>乙<td>丙<tr><td><span>26</span><td><span>34</span></table>",
    "甲乙丙|乙|丙|26|34" },
  { "own-font-of-figures", OWN ("x") "span{font-family:x}</style>",
    "<table><tr><td><p>甲<td><span>26</span><td>34</table>", FIRST },
  { "white-with-foreign-sheet", "<link rel=stylesheet href=a.css>", OUT ("style='color:#fff'"), READ },
  { "white-page-with-foreign-sheet", "<link rel=StyleSheet href=a.css><body style='color:#fff'>", TABLE, READ },
  { "white-cell-with-foreign-sheet", "<link rel=stylesheet href=a.css>", TD ("style='color:#fff'"), FIRST },
  { "white-within-with-foreign-sheet", "<link rel=stylesheet href=a.css>",
    "<table><tr><td>甲<td><div style='color:#fff'>26</div><td>34</table>", FIRST },
  { "white-with-icon", "<link rel=icon href=a.css>", OUT ("style='color:#fff'"), LOST },
  { "white-on-ground-before", "<style>.a{color:#fff}.a::before{content:'';position:absolute;background:#036}</style>",
    OUT ("class=a"), READ },
  { "old-colour", NONE, "<table><tr><td>甲<td><font color=ffffff>26</font><td>34</table>", FIRST },
  { "old-paper", NONE, TD ("bgcolor=000"), FIRST },
  { "old-colour-of-paper", NONE, TR ("bgcolor=000080 style='color:#fff'"), READ },
  /* laid over each other */
  { "over-by-margin", NONE, "<table><tr><td>甲<td>2<b style='margin-left:-1em'>6</b><td>34</table>",
    "甲|2 6|34" },
  { "over-by-right-margin", NONE,
    "<table><tr><td>甲<td><b style='margin:0 -8px 0 0'>2</b>6<td>34</table>", "甲|2 6|34" },
  { "over-by-shift", NONE,
    "<table><tr><td>甲<td>2<b style='position:relative;left:-8px'>6</b><td>34</table>",
    "甲|2 6|34" },
  /* fields */
  { "telephone", NONE, "<table><tr><td>甲<td><input type=tel value=26><td>34</table>", READ },
  { "hidden-field", NONE, "<table><tr><td>甲<td>26<input type=hidden value=7><td>34</table>",
    READ },
  { "password", NONE, "<table><tr><td>甲<td><input type=password value=26><td>34</table>", FIRST },
  { "placeholder", NONE, "<table><tr><td>甲<td><input placeholder=26><td>34</table>",
    "甲|\ufffd|34" },
  { "placeholder-filled", NONE, "<table><tr><td>甲<td><input placeholder=1 value=26><td>34</table>",
    READ },
  { "placeholder-of-area", NONE,
    "<table><tr><td>甲<td><textarea placeholder=26></textarea><td>34</table>", "甲|\ufffd|34" },
  { "many-options", NONE,
    "<table><tr><td>甲<td><select size=2><option>26<option>7</select><td>34</table>", FIRST },
  { "option-with-label", NONE,
    "<table><tr><td>甲<td><select><option label=7>26</select><td>34</table>", FIRST },
  { "first-that-may-be", NONE,
    "<table><tr><td>甲<td><select><option disabled>7<option>26</select><td>34</table>", READ },
  { "noembed", NONE, "<table><tr><td>甲<td>26<noembed>7</noembed><td>34</table>", READ },
  /* whatever way it is told */
  { "comments", NONE, TD ("style='/*x*/color:/**/transparent/*'"), FIRST },
  { "escapes", NONE, TD ("style='-webkit-text-securit\\79:disc'"), FIRST },
  { "escapes-in-value", NONE, TD ("style='width:9px\\9;color:red'"), READ },
  { "more-important", "<style>.x{color:transparent!important}</style>", TD ("class=x style='color:#333'"), FIRST },
  { "mirrored-by-page", "<style>body{transform:scaleX(-1);opacity:0}</style><body>", TABLE, LOST },
  { "part-of-letter", NONE, SPAN ("style='display:block;max-height:.2em;overflow:hidden'"), FIRST },
  { "row-below-all", NONE, TR ("style='display:table-footer-group'"), LOST },
  { "head-above-all", "<style>thead{display:table-header-group}</style>",
    "<table><thead><tr><td>甲<td>26<td>34</thead></table>", READ },
  { "columns-taken-away", NONE, "<table><colgroup><col><col style='visibility:collapse'></colgroup>" ROW, LOST },
  { "columns-named", NONE, "<table><colgroup><col width=9><col></colgroup>" ROW, READ },
  /* made */
  { "made-in-blank", "<style>.x::before{content:'5'}</style>",
    "<table><tr><td>甲<td class=x><td>34</table>", "甲|\ufffd|34" },
};

static char *
join_pieces (NbDocument *document)
{
  GString *joined = g_string_new (NULL);
  guint n;

  nb_document_get_pieces (document, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *piece = nb_document_dup_piece (document, i);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", piece);
    }
  return g_string_free (joined, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *html = g_strconcat (c->head, c->table, NULL);
  g_autoptr (NbDocument) document = nb_test_html_read (html);
  g_autofree char *joined = join_pieces (document);

  g_assert_cmpstr (joined, ==, c->expected);
}

/* No number in running text is known either that is mirrored. */
static void
test_prose (void)
{
  nb_test_html_assert ("<p>共<b style='transform:scaleX(-1)'>26件</b>。</p>", "- 共26件\ufffd。\n");
  nb_test_html_assert ("<p>共<b style='color:#fff'>26件</b>。</p>", "- 共26件。\n");
}

/* A background that is told many times is read in time. */
static void
test_many_papers (void)
{
  g_autoptr (GString) html = g_string_new ("<p style='");
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 200000; i++)
    g_string_append (html, "background:a;");
  g_string_append (html, "'>甲</p>");
  nb_test_html_assert (html->str, "- 甲\n");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* Fonts that many selectors have in common take room once. */
static void
test_many_fonts (void)
{
  g_autoptr (GString) html = g_string_new (OWN ("x") "a0");
  g_autofree char *name = g_strnfill (100000, 'y');
  struct rusage before, after;

  for (guint i = 1; i < NB_LIMIT_STYLE_RULES / 2; i++)
    g_string_append_printf (html, ",a%u", i);
  g_string_append_printf (html, "{font-family:%s}</style><p>甲</p>", name);
  getrusage (RUSAGE_SELF, &before);
  nb_test_html_assert (html->str, "- 甲\n");
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 100 * 1024);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/html-shown/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/html-shown/prose", test_prose);
  g_test_add_func ("/nianbao/html-shown/many-papers", test_many_papers);
  g_test_add_func ("/nianbao/html-shown/many-fonts", test_many_fonts);
  return g_test_run ();
}
