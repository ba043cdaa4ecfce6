/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a page is seen, and what stands apart: no text that is not shown may become part of a number, and
 * no two numbers may become one. */

#include "base/nb-limits.h"
#include "nb-test-html.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *inner;    /* of a cell */
  const char *expected; /* what is read of it */
} Case;

static const Case cases[] = {
  /* raised and lowered */
  { "sup", "26<sup>1</sup>", "26 1" },
  { "sup-first", "<sup>1</sup>26", "1 26" },
  { "sub", "26<sub>2</sub>件", "26 2 件" },
  { "sup-bracket", "26<sup>[1]</sup>", "26 [1]" },
  { "sup-circled", "26<sup>①</sup>", "26 ①" },
  { "sup-of-style", "26<span style='vertical-align: super'>1</span>", "26 1" },
  { "sup-alone", "<sup>26</sup>", "26" },
  /* struck out */
  { "del", "<del>2987</del>15", "15" },
  { "s", "<s>2987</s>15", "15" },
  { "strike", "15<strike>2987</strike>", "15" },
  { "struck-by-style", "<span style='text-decoration:line-through'>2987</span>15", "15" },
  { "struck-by-line", "<span style='text-decoration-line: underline line-through'>2987</span>15", "15" },
  { "underlined", "<span style='text-decoration:underline;x:line-through'>2987</span>15", "298715" },
  { "del-ins", "<del>2987</del><ins>15</ins>", "15" },
  { "del-within", "1<del><b>5</b><input value=4></del><ins>6</ins>", "16" },
  { "struck-undone-below", "<s><span style='text-decoration:none'>7</span></s>15", "15" },
  { "struck-table", "<del><table><tr><td>7<td>8</table></del>15", "15" },
  /* above and hidden */
  { "ruby", "<ruby>02<rp>(</rp><rt>77</rt><rp>)</rp></ruby>", "02" },
  { "ruby-unclosed", "<ruby>02<rt>77</ruby>3", "023" },
  { "mso-hide", "<span style='mso-hide:all'>77</span>3402", "77 3402" },
  { "mso-hide-alone", "<span style='mso-hide:all'>3402</span>", "3402" },
  { "mso-hide-none", "<span style='display:none;mso-hide:all'>77</span>3402", "3402" },
  { "shifted", "26<span style='position:relative;top:-3.0pt;mso-text-raise:3.0pt'>1</span>", "26 1" },
  { "shifted-by-nothing", "26<span style='position:relative;top:0'>1</span>", "261" },
  { "mirrored", "<span style='display:inline-block;transform:scaleX(-1)'>81</span>", "81�" },
  { "mirrored-with-blank", "<span style='display:inline-block;transform:scaleX( -1)'>81</span>", "81�" },
  { "upside-down", "<span style='display:inline-block;transform:scale(1,-1)'>81</span>", "81�" },
  { "mirrored-in-space", "<span style='display:inline-block;transform:scale3d(-1,1,1)'>81</span>", "81�" },
  { "mirrored-by-matrix", "<span style='display:inline-block;transform:matrix(-1,0,0,1,0,0)'>81</span>", "81�" },
  { "turned-back", "<span style='display:inline-block;transform:rotate(-180deg)'>81</span>", "81�" },
  { "turned-by-half", "<span style='display:inline-block;transform:perspective(calc(1px + 1px)) ROTATE(.5turn)'>81</span>", "81�" },
  { "mirrored-by-scale", "<span style='display:inline-block;scale:-1 1'>81</span>", "81�" },
  { "turned-by-rotate", "<span style='display:inline-block;rotate:180deg'>81</span>", "81�" },
  { "turned-unknown", "<span style='display:inline-block;transform:scale(var(--x))'>81</span>", "81�" },
  { "moved", "<span style='display:inline-block;transform:translate(-50%,-3px)'>81</span>", "81" },
  { "sized", "<span style='display:inline-block;transform:scale(1.2, .9) translateX(-3px)!important'>81</span>", "81" },
  { "straight-matrix", "<span style='display:inline-block;transform:matrix(1,0,0,1,-5,0)'>81</span>", "81" },
  { "not-turned", "<span style='display:inline-block;transform:rotate(0deg)'>81</span>", "81" },
  { "not-turned-by-rotate", "<span style='display:inline-block;rotate:0deg'>81</span>", "81" },
  { "sized-by-scale", "<span style='display:inline-block;scale:110% 1'>81</span>", "81" },
  { "no-scale", "<span style='display:inline-block;scale:none;rotate:none;transform:none'>81</span>", "81" },
  { "moved-by-translate", "<span style='display:inline-block;translate:-5px 3px'>81</span>", "81" },
  { "turned-head", "<span style='display:inline-block;transform:rotate(-90deg)'>公开</span>", "公开" },
  { "font-size-zero", "<span style='font-size:0'>77</span>3402", "3402" },
  { "font-size-zero-px", "<span style='FONT-SIZE: 0px'>77</span>3402", "3402" },
  { "font-size-zero-pt", "<span style='font-size:0.0pt'>7<b style='font-size:2em'>7</b></span>3402", "3402" },
  { "font-size-above-zero", "<span style='font-size:0.5em'>34</span>02", "3402" },
  { "size-within-zero", "<div style='font-size:0'>7<span style='font-size:12pt'>3402</span></div>", "3402" },
  { "class-within-zero", "<div style='font-size:0'>7<span class=x>3402</span></div>", "3402" },
  { "opacity", "<span style='opacity:0'>77</span>3402", "3402" },
  { "opacity-half", "<span style='opacity:0.5'>34</span>02", "3402" },
  { "display-none", "<span style='display:none !important'>77</span>3402", "3402" },
  { "display-last-counts", "<span style='display:none;display:inline'>34</span>02", "3402" },
  { "invisible", "<span style='visibility:hidden'>77</span>3402", "3402" },
  { "visible-within", "<div style='visibility:hidden'>77<b style='visibility:visible'>3402</b></div>", "3402" },
  { "off-screen-left", "<span style='position:absolute;left:-9999px'>77</span>3402", "3402" },
  { "off-screen-top", "<span style='top:-999px;position:absolute'>77</span>3402", "3402" },
  { "off-screen-indent", "<div style='position:absolute;text-indent:-9999px'>77</div>3402", "3402" },
  { "hidden", "<span hidden>77</span>3402", "3402" },
  { "aria-hidden", "<span aria-hidden=true>34</span>02", "3402" },
  /* boxes */
  { "blocks", "<div>12</div><div>34</div>", "12 34" },
  { "block-by-style", "<span style='display:block'>12</span><span style='display:block'>34</span>", "12 34" },
  { "inline-blocks", "<b style='display:inline-block'>12</b><b style='display:inline-block'>34</b>", "12 34" },
  { "table-cells", "<i style='display:table-cell'>12</i><i style='display:table-cell'>34</i>", "12 34" },
  { "flex-items", "<div style='display:flex'><span>12</span><span>34</span></div>", "12 34" },
  { "inline-flex-items", "<span style='display:inline-flex'><b>12</b><b>34</b></span>", "12 34" },
  { "floats", "<span style='float:left'>12</span><span style='float:right'>34</span>", "12 34" },
  { "tables", "<table><tr><td>12</table><table><tr><td>34</table>", "12 34" },
  { "picture-between", "12<img width=8 height=8 src=a>34", "12 34" },
  { "drawing-between", "12<svg><path/></svg>34", "12 34" },
  { "input-beside", "12<input value=34>56", "12 34 56" },
  { "inline-is-no-box", "<span style='color:red'>12</span><font>34</font>", "1234" },
  /* controls */
  { "selected", "<select><option>77</option><option selected>3402</option></select>", "3402" },
  { "first-option", "<select><option>3402<option>77</select>", "3402" },
  { "button", "<button>3402</button>", "3402" },
  /* names of characters without a semicolon */
  { "nbsp-unended", "3402&nbsp", "3402" },
  { "nbsp-unended-within", "34&nbsp02&nbsp件", "34 02 件" },
  { "legacy-names", "&lt3&gt&amp&copy&yen4&timesx&middot", "<3>&©¥4×x·" },
  { "no-legacy-names", "3&ensp4&apos5&x6", "3&ensp4&apos5&x6" },
};

/* Pictures of numbers, and what may draw one: "I" where such a cell is not blank. */
static const Case drawn[] = {
  { "picture", "<p><img src=a.png width=80 height=20></p>", "I" },
  { "icon", "<img src=a.png width=16 height=16>", "I" },
  { "picture-and-text", "<img src=a.png width=80 height=20>15", "15" },
  { "spacer", "<img src=a.gif width=1 height=1>", "" },
  { "line", "<img src=a.gif width=600 height=2>", "" },
  { "hidden-picture", "<img src=a.gif width=80 height=20 style='display:none'>", "" },
  { "embed", "<p><embed src=a></p>", "I" },
  { "embed-and-text", "<embed src=a>15", "15" },
  { "picture-behind", "<p style='text-align:center;background:url(a.png)'></p>", "I" },
  { "picture-behind-text", "<p style='background:url(a.png)'>15</p>", "15" },
  { "colour-behind", "<p style='background:#eee'><span style='background:window'></span></p>", "" },
  { "script", "<p><script>document.write(42)</script></p>", "I" },
  { "script-of-file", "<script src=a.js></script>", "I" },
  { "idle-script", "<script>var n = 44;</script>", "" },
  { "script-and-text", "1<script>x()</script>5", "15" },
  { "own-element", "<num-roll value='42'></num-roll>", "I" },
  { "nothing", "<a name=x></a><span lang=EN-US><o:p>&nbsp;</o:p></span><br><st1:x y=4></st1:x>", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *html = g_strdup_printf ("<table><tr><td>甲<td>%s<td>5</table>", test->inner);
  g_autofree char *expected = g_strdup_printf ("CS^R 0:0,0 甲\nCSR 0:0,1 %s\nCSR 0:0,2 5\n", test->expected);

  nb_test_html_assert (html, expected);
}

static void
test_drawn (gconstpointer data)
{
  const Case *test = data;
  gboolean is_picture = g_str_equal (test->expected, "I");
  g_autofree char *html = g_strdup_printf ("<table><tr><td>甲<td>%s</td><td>5</table>", test->inner);
  g_autofree char *expected = g_strdup_printf ("CS^R 0:0,0 甲\nCSR%s 0:0,1 %s\nCSR 0:0,2 5\n", is_picture ? "I" : "",
                                               is_picture ? "" : test->expected);

  nb_test_html_assert (html, expected);
}

/* A picture behind a cell shows a number unless the label of the row has one as well. */
static void
test_picture_behind_cells (void)
{
  nb_test_html_assert ("<table><tr><td>甲<td background=a.png><td>5</table>",
                       "CS^R 0:0,0 甲\nCSRI 0:0,1 \nCSR 0:0,2 5\n");
  nb_test_html_assert ("<table background=a.png><tr background=b.png><td background=a.png>甲<td background=a.png><td>5</table>",
                       "CS^R 0:0,0 甲\nCSR 0:0,1 \nCSR 0:0,2 5\n");
}

/* A cell whose text is not seen keeps its place; one that is not shown has none. */
static void
test_cells (void)
{
  nb_test_html_assert ("<table><tr><td>甲<td style='text-decoration:line-through'>7<td style='opacity:0'>8"
                       "<td style='visibility:hidden'>9<td style='font-size:0'>6<td style='display:none'>4<td>5</table>",
                       "CS^R 0:0,0 甲\nCSR 0:0,1 \nCSR 0:0,2 \nCSR 0:0,3 \nCSR 0:0,4 \nCSR 0:0,5 5\n");
  nb_test_html_assert ("<table><tr><td>甲<td><del>1<td>2<tr><td>乙<td>3<td>4</table>",
                       "CS^R 0:0,0 甲\nCSR 0:0,1 \nCSR 0:0,2 2\nCS^R 0:1,0 乙\nCSR 0:1,1 3\nCSR 0:1,2 4\n");
}

/* In running text only digits are kept apart. */
static void
test_prose (void)
{
  nb_test_html_assert ("<p>共26<sup>1</sup>件，H<sub>2</sub>O，<del>旧</del><ins>新</ins></p>", "- 共26 1件，H2O，新\n");
  nb_test_html_assert ("<body style='opacity:0'><p>文<s>字</s></p>", "- 文\n");
}

/* Several values in a table within a cell stay several, one behind the other. */
static void
test_table_in_cell (void)
{
  nb_test_html_assert ("<table><tr><td>甲<td colspan=3><table><tr><td>34<tr><td>02</table><tr><td>乙<td colspan=3>5"
                       "<tr><td>丙<td>6<td>7<td>8</table>",
                       "CS^R 0:0,0 甲\nCS^R 1:0,0 34\nCS^R 1:1,0 02\nCS^R 0:1,0 乙\nCSR 0:1,1,1x3 5\n"
                       "CS^R 0:2,0 丙\nCSR 0:2,1 6\nCSR 0:2,2 7\nCSR 0:2,3 8\n");
}

static void
append_attributes (GString *html, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (html, i % 2 ? " a%u='<b>'" : " a%u", i);
}

/* Attributes past the limit are not read; those before are, and what follows the tag is. */
static void
test_many_attributes (void)
{
  static const guint numbers[] = { 1, NB_LIMIT_ATTRIBUTES - 1, NB_LIMIT_ATTRIBUTES, 200000 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) html = g_string_new ("<p hidden");
      gint64 start = g_get_monotonic_time ();

      append_attributes (html, numbers[i]);
      g_string_append (html, ">甲</p><h1");
      append_attributes (html, numbers[i]);
      g_string_append (html, " hidden>乙</h1><p>丙</p>");
      nb_test_html_assert (html->str, numbers[i] < NB_LIMIT_ATTRIBUTES ? "- 丙\n" : "H 乙\n- 丙\n");
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
    }
}

/* Nor do they cost time where libxml2 finds them in places of its own. */
static void
test_odd_attributes (void)
{
  static const char *const begins[] = { "<p 1=\"", "<p \u4e2d=\"", "<p a=<", "<p -x='", "<p/", "<p\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      g_autoptr (GString) html = g_string_new (begins[i]);
      g_autoptr (NbDocument) document = NULL;
      gint64 start = g_get_monotonic_time ();

      append_attributes (html, 100000);
      g_string_append (html, "><p>丙</p>");
      document = nb_test_html_read (html->str);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
    }
}

/* What only looks like a tag with many attributes ends where it ends. */
static void
test_many_words (void)
{
  g_autoptr (GString) html = g_string_new ("<script>if (a<b");

  for (guint i = 0; i < 2 * NB_LIMIT_ATTRIBUTES; i++)
    g_string_append_printf (html, " x = y%u", i);
  g_string_append (html, " z</script><p>甲");
  nb_test_html_assert (html->str, "- 甲\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/html-seen/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/html-seen/drawn/", drawn[i].name, NULL);

      g_test_add_data_func (path, &drawn[i], test_drawn);
    }
  g_test_add_func ("/nianbao/html-seen/picture-behind-cells", test_picture_behind_cells);
  g_test_add_func ("/nianbao/html-seen/cells", test_cells);
  g_test_add_func ("/nianbao/html-seen/prose", test_prose);
  g_test_add_func ("/nianbao/html-seen/table-in-cell", test_table_in_cell);
  g_test_add_func ("/nianbao/html-seen/many-attributes", test_many_attributes);
  g_test_add_func ("/nianbao/html-seen/odd-attributes", test_odd_attributes);
  g_test_add_func ("/nianbao/html-seen/many-words", test_many_words);
  return g_test_run ();
}
