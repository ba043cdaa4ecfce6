/* SPDX-License-Identifier: GPL-3.0-or-later */

/* OFD: small pages as lists of pieces, and whole reports set on pages in several dialects and read again. */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "nb-test-html.h"
#include "nb-test-ofd.h"
#include "nb-test-package.h"

#include <string.h>

#define TEXT(box, code) "<ofd:TextObject Boundary=\"" box "\" Size=\"4\">" code "</ofd:TextObject>"
#define CODE(x, text) "<ofd:TextCode X=\"" x "\" Y=\"4\">" text "</ofd:TextCode>"
#define PATH(box, data) "<ofd:PathObject Boundary=\"" box "\"><ofd:AbbreviatedData>" data "</ofd:AbbreviatedData></ofd:PathObject>"

/* An area that is filled, where a digit stands behind 甲1, and all of it. */
#define COVER(attributes, color, data) "<ofd:PathObject Boundary=\"26 29 4 8\" Fill=\"true\" " attributes "><ofd:FillColor " color "/>" \
  "<ofd:AbbreviatedData>" data "</ofd:AbbreviatedData></ofd:PathObject>"
#define STRIP "M 0 0 L 4 0 L 4 8 L 0 8 C"

typedef struct
{
  const char *name;
  const char *content;
  const char *expected;
} Case;

static const Case cases[] = {
  { "line", TEXT ("20 30 100 5", CODE ("0", "政府信息")), "- 政府信息\n" },
  { "two-lines", TEXT ("20 40 100 5", CODE ("0", "后")) TEXT ("20 30 100 5", CODE ("0", "前")), "- 前\n- 后\n" },
  { "deltas", TEXT ("20 30 100 5", "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"4 g 2 2 4 4\">甲12乙丙</ofd:TextCode>"), "- 甲12乙丙\n" },
  { "far-deltas", TEXT ("20 30 100 5", "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 999999999 4\">12</ofd:TextCode>"), "- 1 2\n" },
  { "downwards", TEXT ("20 30 5 100", "<ofd:TextCode X=\"0\" Y=\"4\" DeltaY=\"g 3 6\">甲乙丙</ofd:TextCode>"), "- 甲\n- 乙\n- 丙\n" },
  { "twice", TEXT ("20 30 100 5", CODE ("0", "11")) TEXT ("20.2 30 100 5", CODE ("0", "11")), "- 11\n" },
  { "invisible", TEXT ("20 30 100 5\" Visible=\"false", CODE ("0", "甲")) TEXT ("20 40 100 5", CODE ("0", "乙")), "- 乙\n" },
  { "no-ink", TEXT ("20 30 100 5\" Alpha=\"0", CODE ("0", "12")) TEXT ("30 30 100 5\" Fill=\"false", CODE ("0", "34")) TEXT ("40 30 100 5",
      "<ofd:FillColor Value=\"0 0 0\" Alpha=\"0\"/>" CODE ("0", "56")) TEXT ("20 40 100 5", CODE ("0", "乙")), "- 乙\n" },
  { "drawn-around", TEXT ("20 30 100 5\" Fill=\"false\" Stroke=\"true", CODE ("0", "甲")), "- 甲\n" },
  { "white", TEXT ("20 30 100 5", "<ofd:FillColor Value=\"255 255 255\"/>" CODE ("0", "甲1")), "- 甲\357\277\275\n" },
  { "white-grey", TEXT ("20 30 100 5", "<ofd:FillColor Value=\"255\"/>" CODE ("0", "甲1")), "- 甲\357\277\275\n" },
  { "mirrored", TEXT ("20 30 100 5\" CTM=\"-1 0 0 1 8 0", CODE ("0", "12")), "- \357\277\275\357\277\275\n" },
  { "turned", TEXT ("90 30 5 100\" CTM=\"0 1 -1 0 5 0", CODE ("0", "甲12")) TEXT ("80 30 5 100\" CTM=\"0 1 -1 0 5 0", CODE ("0", "乙3")), "- 甲12\n- 乙3\n" },
  { "turned-two-ways", TEXT ("20 90 5 100\" CTM=\"0 1 -1 0 5 0", CODE ("0", "甲")) TEXT ("20 80 100 5", CODE ("0", "乙3")), "- 乙3\n- 甲\n" },
  { "backwards", TEXT ("20 30 100 5\" ReadDirection=\"180", CODE ("0", "12")), "- \357\277\275\357\277\275\n" },
  { "clipped", TEXT ("20 30 100 5", "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary=\"180 200 1 1\"/></ofd:Area></ofd:Clip></ofd:Clips>"
      CODE ("0", "12")) TEXT ("20 40 100 5", "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary=\"0 0 50 5\"/></ofd:Area></ofd:Clip></ofd:Clips>"
      CODE ("0", "34")), "- 34\n" },
  { "cut", TEXT ("20 30 6.1 5", CODE ("0", "甲1234")) TEXT ("60 30 0 0", CODE ("0", "乙56")), "- 甲1\357\277\275\357\277\275\357\277\275 乙56\n" },
  { "covered", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("", "Value=\"255 255 255\"", STRIP) TEXT ("60 30 100 5", CODE ("0", "乙34")),
    "- 甲1\357\277\275 乙34\n" },
  { "covered-black", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("Alpha=\"255\"", "Value=\"0 0 0\" Alpha=\"255\"", STRIP), "- 甲1\357\277\275\n" },
  { "covered-grey", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("", "Value=\"230\"", "M 4 8 L 4 0 L 0 0 L 0 8 L 4 8"), "- 甲1\357\277\275\n" },
  { "covered-and-drawn-around", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("Stroke=\"true\"", "", STRIP), "- 甲1\357\277\275\n" },
  { "covered-by-layer", "</ofd:Layer><ofd:Layer Type=\"Foreground\">" COVER ("", "", STRIP) "</ofd:Layer><ofd:Layer>" TEXT ("20 30 100 5", CODE ("0", "甲12")),
    "- 甲1\357\277\275\n" },
  { "background", COVER ("", "", STRIP) TEXT ("20 30 100 5", CODE ("0", "甲12")) "</ofd:Layer><ofd:Layer Type=\"Background\">" COVER ("", "", STRIP),
    "- 甲12\n" },
  { "seen-through", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("Alpha=\"90\"", "", STRIP) COVER ("", "Alpha=\"90\"", STRIP), "- 甲12\n" },
  { "ring", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("", "", STRIP " M 1 1 L 3 1 L 3 7 L 1 7 C"), "- 甲12\n" },
  { "three-corners", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("", "", "M 4 0 L 4 8 L 0 8 C"), "- 甲12\n" },
  { "cut-cover", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("", "", "M -6 0 L 0.9 0 L 0.9 8 L -6 8 C"), "- 甲12\n" },
  { "struck", TEXT ("20 30 100 5", CODE ("0", "甲12")) COVER ("", "", "M 0 3.5 L 4 3.5 L 4 3.7 L 0 3.7 C"), "- 甲12\n" },
  { "row-without-rules", TEXT ("20 30 100 5", CODE ("0", "规章") CODE ("40", "1") CODE ("60", "2")), "^R 规章\nR 1\nR 2\n" },
  { "cells",
    TEXT ("20 30 100 5", CODE ("1", "甲") CODE ("21", "12")) PATH ("20 29 40 8", "M 0 0 L 40 0 L 40 8 L 0 8 C M 20 0 L 20 8"),
    "CS^R 0:0,0 甲\nCSR 0:0,1 12\n" },
  { "wide-number", /* it stays whole, though it reaches over the line */
    TEXT ("20 30 100 5", CODE ("1", "甲") CODE ("19.5", "123456789")) PATH ("20 29 60 8", "M 0 0 L 60 0 L 60 8 L 0 8 C M 20 0 L 20 8 M 36 0 L 36 8"),
    "CS^R 0:0,0 甲\nCSR 0:0,1 123456789\nCSR 0:0,2 \n" },
  { "wrapped-number", /* it had no room */
    TEXT ("20 30 100 5", CODE ("1", "甲") CODE ("21", "4137")) TEXT ("20 35 100 5", CODE ("21", "5"))
        PATH ("20 29 60 12", "M 0 0 L 30 0 L 30 12 L 0 12 C M 20 0 L 20 12"),
    "CS^R 0:0,0 甲\nCSR 0:0,1 41375\n" },
  { "stacked-numbers", /* they had room, so that they are two */
    TEXT ("20 30 100 5", CODE ("1", "甲") CODE ("24", "12")) TEXT ("20 35 100 5", CODE ("24", "34"))
        PATH ("20 29 60 12", "M 0 0 L 50 0 L 50 12 L 0 12 C M 20 0 L 20 12"),
    "CS^R 0:0,0 甲\nCSR 0:0,1 12 34\n" },
  { "page-number", TEXT ("20 30 100 5", CODE ("0", "甲")) TEXT ("100 285 10 5", CODE ("0", "- 3 -")), "- 甲\nF - 3 -\n" },
  { "picture", "<ofd:ImageObject Boundary=\"20 30 150 80\" ResourceID=\"3\"/>" TEXT ("20 130 100 5", CODE ("0", "甲")), "I \n- 甲\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = nb_test_ofd_new (c->content);

  nb_test_assert_reads (bytes, c->expected);
}

static const NbTestDialect dialects[] = {
  { "plain", 0 },
  { "glyphs", NB_TEST_OFD_GLYPHS },
  { "tight", NB_TEST_OFD_GLYPHS | NB_TEST_OFD_TIGHT },
  { "natural", NB_TEST_OFD_NATURAL },
  { "repeats", NB_TEST_OFD_REPEATS },
  { "one-object", NB_TEST_OFD_ONE_OBJECT },
  { "matrix", NB_TEST_OFD_MATRIX },
  { "boxes", NB_TEST_OFD_BOXES },
  { "filled", NB_TEST_OFD_FILLED },
  { "open", NB_TEST_OFD_OPEN },
  { "template", NB_TEST_OFD_TEMPLATE },
  { "blocks", NB_TEST_OFD_BLOCKS },
  { "short-pages", NB_TEST_OFD_SHORT_PAGES | NB_TEST_OFD_TEMPLATE },
  { "prefix", NB_TEST_OFD_PREFIX },
  { "backwards", NB_TEST_OFD_BACKWARDS },
  { "spaced", NB_TEST_OFD_SPACED },
  { "aslant", NB_TEST_OFD_ASLANT },
  { "aslant-glyphs", NB_TEST_OFD_ASLANT | NB_TEST_OFD_GLYPHS | NB_TEST_OFD_BACKWARDS | NB_TEST_OFD_FILLED },
  { "case-44-no-rules", NB_TEST_OFD_NO_RULES, TRUE },
  { "narrow", NB_TEST_OFD_WIDTH (140), TRUE },
  { "many", NB_TEST_OFD_GLYPHS | NB_TEST_OFD_MATRIX | NB_TEST_OFD_FILLED | NB_TEST_OFD_TEMPLATE | NB_TEST_OFD_SHORT_PAGES |
                NB_TEST_OFD_BACKWARDS | NB_TEST_OFD_SPACED },
};

/* Of tables that run over the side of their pages, what can be seen is read, and never a part of a number: of the third
 * table, with all its rows, and of the fourth. */
static void
test_over_side (void)
{
  static const struct
  {
    guint width;    /* of the pages, mm */
    guint n_exact;
  } widths[] = { { 120, 85 }, { 140, 117 }, { 147, 117 }, { 162, 143 }, { 173, 170 } };
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2021.html");

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GBytes) bytes = nb_test_ofd_write (sample, NB_TEST_OFD_WIDTH (widths[i].width));
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (nb_test_assert_no_wrong_figure (sample, document), >=, widths[i].n_exact);
    }
}

/* Of a page whose letters lean it is not known whether its columns do; a word that leans is one of a font. */
static void
test_leaning (void)
{
  static const char *const words[] = { TEXT ("20 30 100 5\" CTM=\"1 0 0.55 1 0 0", CODE ("0", "甲12")), TEXT ("20 40 100 5", CODE ("0", "乙34")) };

  for (guint n_plain = 0; n_plain < 5; n_plain += 4)
    {
      g_autoptr (GString) content = g_string_new (words[0]);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NbDocument) document = NULL;
      const NbPiece *pieces;
      guint n = 0;

      for (guint i = 0; i < n_plain; i++)
        g_string_append (content, words[1]);
      bytes = nb_test_ofd_new (content->str);
      document = nb_test_read (bytes, NULL);
      pieces = nb_document_get_pieces (document, &n);
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (pieces[0].flags & NB_PIECE_SLANTED, ==, n_plain == 0 ? NB_PIECE_SLANTED : 0);
    }
}

/* case-36, case-44: nothing is made up where there is no text. */
static void
test_no_text (void)
{
  g_autoptr (GBytes) bytes = nb_test_ofd_new ("<ofd:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"3\"/>");

  nb_test_assert_refused (bytes, NB_ERROR_NO_TEXT, "pictures");
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) empty = nb_test_zip ("OFD.xml", "<ofd:OFD xmlns:ofd=\"x\"/>", NULL);
  g_autoptr (GBytes) missing =
      nb_test_zip ("OFD.xml", "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>", NULL);
  g_autoptr (GBytes) encrypted =
      nb_test_zip ("OFD.xml", "<OFD><DocBody><DocRoot>d</DocRoot></DocBody></OFD>", "d", "\x01\x02", "Encryptions.xml", "<a/>", NULL);

  nb_test_assert_refused (empty, NB_ERROR_DAMAGED, "OFD.xml");
  nb_test_assert_refused (missing, NB_ERROR_DAMAGED, "missing");
  nb_test_assert_refused (encrypted, NB_ERROR_ENCRYPTED, "password");
}

/* case-42 */
static void
test_document_type (void)
{
  g_autoptr (GBytes) bytes = nb_test_zip (
      "OFD.xml", "<!DOCTYPE OFD [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><OFD><DocBody>&b;</DocBody></OFD>", NULL);

  nb_test_assert_refused (bytes, NB_ERROR_REFUSED, "document type");
}

/* Numbers that are none, or too large to be on a page. */
static void
test_wild_numbers (void)
{
  g_autoptr (GBytes) bytes = nb_test_ofd_new (
      "<ofd:TextObject Boundary=\"nan inf 1e999 -1\" Size=\"1e308\" CTM=\"1e308 1e308 1e308 nan 0 0\"><ofd:TextCode X=\"1e308\" "
      "DeltaX=\"g 1e400 1e308 g -5 3 g\">12</ofd:TextCode></ofd:TextObject>"
      "<ofd:PathObject Boundary=\"0 0 1 1\"><ofd:AbbreviatedData>L 1e999 nan B 1 2 X M</ofd:AbbreviatedData></ofd:PathObject>"
      "<ofd:PathObject><ofd:AbbreviatedData>M 0 0 L 5</ofd:AbbreviatedData></ofd:PathObject>"
      TEXT ("20 30 100 5", CODE ("0", "甲")));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);
  guint n;

  g_assert_no_error (error);
  nb_document_get_pieces (document, &n);
  g_assert_cmpuint (n, ==, 1);
}

#define UNIT(id, content) "<ofd:CompositeGraphicUnit ID=\"" id "\"><ofd:Content>" content "</ofd:Content></ofd:CompositeGraphicUnit>"
#define USE(box, id)      "<ofd:CompositeObject Boundary=\"" box "\" ResourceID=\"" id "\"/>"
#define TEN(text)         text text text text text text text text text text

static GBytes *
write_units (const char *units, const char *content)
{
  g_autofree char *resources = g_strdup_printf (
      "<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CompositeGraphicUnits>%s</ofd:CompositeGraphicUnits></ofd:Res>", units);
  g_autofree char *page = g_strdup_printf (
      "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:PageRes>Res.xml</ofd:PageRes><ofd:Content><ofd:Layer>%s</ofd:Layer></ofd:Content></ofd:Page>",
      content);

  return nb_test_zip ("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
                      "D.xml", "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages></ofd:Document>",
                      "P.xml", page, "Res.xml", resources, NULL);
}

/* What stands in a drawing of the resources is seen where the page places it. */
static void
test_units (void)
{
  g_autoptr (GBytes) bytes = write_units (UNIT ("7", TEXT ("1 1 50 5", CODE ("0", "12"))) UNIT ("8", USE ("0 0 60 9", "7")),
                                          TEXT ("20 30 100 5", CODE ("0", "甲")) USE ("60 29 60 9", "8"));

  nb_test_assert_reads (bytes, "^R 甲\nR 12\n");
}

/* What the page says of a composite object: how far it is seen, and whether. */
static void
test_seen_units (void)
{
  g_autoptr (GBytes) bytes = write_units (UNIT ("7", TEXT ("1 1 50 5", CODE ("0", "1234"))),
                                          TEXT ("20 30 100 5", CODE ("0", "甲")) USE ("60 29 3.5 9", "7")
                                          TEXT ("20 60 100 5", CODE ("0", "乙")) USE ("60 59 60 9\" Alpha=\"0", "7"));
  g_autoptr (GBytes) covers = write_units (UNIT ("7", COVER ("", "", STRIP)),
                                           TEXT ("20 30 100 5", CODE ("0", "甲12")) USE ("0 0 210 297\" Alpha=\"9", "7")
                                           TEXT ("20 130 100 5", CODE ("0", "乙12")) USE ("0 100 210 297", "7"));

  nb_test_assert_reads (bytes, "- 甲 1\357\277\275\357\277\275\357\277\275\n- 乙\n");
  nb_test_assert_reads (covers, "- 甲12\n- 乙1\357\277\275\n");
}

#define CELL(text) TEXT ("20 30 20 5", CODE ("1", text)) PATH ("20 29 40 8", "M 0 0 L 40 0 L 40 8 L 0 8 C M 20 0 L 20 8")

/* A cell is not blank where what stands in it cannot be found, or would never end. */
static void
test_lost_units (void)
{
  static const char expected[] = "CS^R 0:0,0 甲\nCSR 0:0,1 \357\277\275\n";
  g_autoptr (GBytes) missing = write_units ("", CELL ("甲") USE ("42 30 4 6", "9"));
  g_autoptr (GBytes) endless = write_units (UNIT ("7", USE ("0 0 4 6", "7")), CELL ("甲") USE ("42 30 4 6", "7"));
  g_autoptr (GBytes) damaged = write_units ("<", CELL ("甲") USE ("42 30 4 6", "7"));
  g_autoptr (GBytes) whole = write_units ("", CELL ("甲") USE ("0 0 210 297", "9"));
  g_autoptr (NbDocument) document = NULL;
  g_autofree char *dump = NULL;

  nb_test_assert_reads (missing, expected);
  nb_test_assert_reads (endless, expected);
  nb_test_assert_reads (damaged, expected);
  document = nb_test_read (whole, NULL);
  dump = nb_test_html_dump (document);
  g_assert_nonnull (strstr (dump, "甲\357\277\275"));
  g_assert_nonnull (strstr (dump, "CSR 0:0,1 \357\277\275"));
}

#define NAMESPACE " xmlns:ofd=\"http://www.ofdspec.org/2016\""

static void
add_part (GPtrArray *pairs, const char *name, char *content)
{
  g_ptr_array_add (pairs, g_strdup (name));
  g_ptr_array_add (pairs, content);
}

/* A document of so many pages, each with a letter and a use of unit 7, which names the same resources. */
static void
add_document (GPtrArray *pairs, guint number, guint n_pages, const char *resources)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("D%u.xml", number);

  for (guint i = 0; i < n_pages; i++)
    {
      guint y = 29 + (number + i) % 2 * 20;
      g_autofree char *page = g_strdup_printf ("P%u-%u.xml", number, i);

      add_part (pairs, page, g_strdup_printf ("<ofd:Page" NAMESPACE "><ofd:PageRes>%s</ofd:PageRes><ofd:Content><ofd:Layer>"
                TEXT ("20 %u 100 5", CODE ("0", "甲")) USE ("60 %u 8 6", "7") "</ofd:Layer></ofd:Content></ofd:Page>",
                resources, y + 1, y));
      g_string_append_printf (list, "<ofd:Page ID=\"%u\" BaseLoc=\"%s\"/>", i, page);
    }
  add_part (pairs, name, g_strdup_printf ("<ofd:Document" NAMESPACE "><ofd:Pages>%s</ofd:Pages></ofd:Document>", list->str));
}

static GBytes *
write_documents (GPtrArray *pairs, guint n_documents)
{
  GString *list = g_string_new ("<ofd:OFD" NAMESPACE ">");

  for (guint i = 0; i < n_documents; i++)
    g_string_append_printf (list, "<ofd:DocBody><ofd:DocRoot>D%u.xml</ofd:DocRoot></ofd:DocBody>", i);
  g_string_append (list, "</ofd:OFD>");
  add_part (pairs, "OFD.xml", g_string_free (list, FALSE));
  g_ptr_array_add (pairs, NULL);
  return nb_test_zip_list ((const char *const *) pairs->pdata, NULL);
}

/* Resources with a unit 7, and so many bytes that can hardly be packed. */
static char *
make_resources (guint n_bytes)
{
  GString *out = g_string_new ("<ofd:Res" NAMESPACE "><ofd:CompositeGraphicUnits>" UNIT ("7", TEXT ("1 1 50 5", CODE ("0", "12")))
                               "</ofd:CompositeGraphicUnits><ofd:X>");
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  while (out->len < n_bytes)
    g_string_append_printf (out, "%08x", g_rand_int (random));
  g_string_append (out, "</ofd:X></ofd:Res>");
  return g_string_free (out, FALSE);
}

/* Resources that all pages name are unpacked once: else they would be too many bytes. */
static void
test_shared_units (void)
{
  const guint n_bytes = 5 * 1024 * 1024, n_pages = NB_LIMIT_PACKAGE_BYTES / n_bytes + 1;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  add_document (pairs, 0, n_pages, "Res.xml");
  add_part (pairs, "Res.xml", make_resources (n_bytes));
  bytes = write_documents (pairs, 1);
  for (guint i = 0; i < n_pages; i++)
    g_string_append (expected, "^R 甲\nR 12\n");
  nb_test_assert_reads (bytes, expected->str);
}

static void
test_limit_unit_bytes (void)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;

  add_document (pairs, 0, 1, "Res.xml");
  add_part (pairs, "Res.xml", make_resources (NB_LIMIT_UNIT_BYTES));
  bytes = write_documents (pairs, 1);
  nb_test_assert_refused (bytes, NB_ERROR_LIMIT, "composite objects (limit 16777216)");
}

/* What a unit of one document is, it is in no other one. */
static void
test_units_of_documents (void)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;

  add_document (pairs, 0, 1, "Res.xml");
  add_document (pairs, 1, 1, "None.xml");
  add_part (pairs, "Res.xml", make_resources (0));
  bytes = write_documents (pairs, 2);
  nb_test_assert_reads (bytes, "^R 甲\nR 12\n- 甲 \357\277\275 \357\277\275\n");
}

/* Drawings that draw drawings, ten times ten times … */
static void
test_limit_units (void)
{
  g_autoptr (GBytes) bytes = write_units (
      UNIT ("1", TEN (USE ("0 0 9 9", "2"))) UNIT ("2", TEN (USE ("0 0 9 9", "3"))) UNIT ("3", TEN (USE ("0 0 9 9", "4")))
          UNIT ("4", TEN (USE ("0 0 9 9", "5"))) UNIT ("5", TEN (USE ("0 0 9 9", "6"))) UNIT ("6", TEN ("<ofd:X/>")),
      USE ("0 0 9 9", "1"));

  nb_test_assert_refused (bytes, NB_ERROR_LIMIT, "too many objects (limit 500000)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/ofd/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  nb_test_add_dialects ("/nianbao/ofd/report/", nb_test_ofd_write, dialects, G_N_ELEMENTS (dialects));
  g_test_add_func ("/nianbao/ofd/units", test_units);
  g_test_add_func ("/nianbao/ofd/seen-units", test_seen_units);
  g_test_add_func ("/nianbao/ofd/lost-units", test_lost_units);
  g_test_add_func ("/nianbao/ofd/shared-units", test_shared_units);
  g_test_add_func ("/nianbao/ofd/units-of-documents", test_units_of_documents);
  g_test_add_func ("/nianbao/ofd/NB_LIMIT_UNIT_BYTES", test_limit_unit_bytes);
  g_test_add_func ("/nianbao/ofd/NB_LIMIT_OFD_OBJECTS", test_limit_units);
  g_test_add_func ("/nianbao/ofd/over-side", test_over_side);
  g_test_add_func ("/nianbao/ofd/leaning", test_leaning);
  g_test_add_func ("/nianbao/ofd/case-36-44-no-text", test_no_text);
  g_test_add_func ("/nianbao/ofd/damaged", test_damaged);
  g_test_add_func ("/nianbao/ofd/case-42-document-type", test_document_type);
  g_test_add_func ("/nianbao/ofd/wild-numbers", test_wild_numbers);

  return g_test_run ();
}
