/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF: whole reports set on pages in several dialects and read again; files that are hostile, closed or empty. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "check/nb-check.h"
#include "nb-test-html.h"
#include "nb-test-locked-pdf.h"
#include "nb-test-package.h"
#include "nb-test-pdf.h"
#include "report/nb-report.h"
#include "workspace/nb-caution.h"

static const NbTestDialect dialects[] = {
  { "plain", 0 },
  { "glyphs", NB_TEST_PDF_GLYPHS },
  { "spaced", NB_TEST_PDF_SPACED },
  { "case-44-row-across-pages", NB_TEST_PDF_SHORT_PAGES },
  { "filled", NB_TEST_PDF_FILLED },
  { "hairlines", NB_TEST_PDF_HAIRLINES },
  { "dashed", NB_TEST_PDF_DASHED },
  { "case-44-hidden-rules", NB_TEST_PDF_NO_RULES, TRUE },
  { "open", NB_TEST_PDF_OPEN },
  { "full-width-digits", NB_TEST_PDF_FULL_WIDTH },
  { "case-44-turned", NB_TEST_PDF_TURNED },
  { "case-44-rotated", NB_TEST_PDF_ROTATE },
  { "backwards", NB_TEST_PDF_BACKWARDS },
  { "drift", NB_TEST_PDF_DRIFT },
  { "shaded", NB_TEST_PDF_SHADED },
  { "aslant", NB_TEST_PDF_ASLANT (10) },
  { "aslant-backwards", NB_TEST_PDF_ASLANT (1797) | NB_TEST_PDF_FILLED },
  { "wps", NB_TEST_PDF_GLYPHS | NB_TEST_PDF_SPACED | NB_TEST_PDF_SHORT_PAGES | NB_TEST_PDF_FILLED |
               NB_TEST_PDF_DRIFT | NB_TEST_PDF_SHADED },
};

/* A file of one page, with further objects (the ninth is an action on opening), and what its page and the
 * trailer say besides. */
static GBytes *
new_bytes (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
new_pdf (const char *content, const char *page, const char *objects, const char *trailer)
{
  return new_bytes (g_strdup_printf (
      "%%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R %s>> endobj\n"
      "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
      "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R %s>> endobj\n"
      "4 0 obj <</Length %" G_GSIZE_FORMAT ">> stream\n%s\nendstream endobj\n%s\n"
      "trailer <</Root 1 0 R %s>>\n%%%%EOF\n",
      strstr (objects, "9 0 obj") != NULL ? "/OpenAction 9 0 R" : "", page, strlen (content),
      content, objects, trailer));
}

#define LATIN      "/Resources<</Font<</F 5 0 R>>>>"
#define LATIN_FONT "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj"

static void
test_no_text (void)
{
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2021.html");
  g_autoptr (GBytes) outlines = nb_test_pdf_write (sample, NB_TEST_PDF_OUTLINES);
  g_autoptr (GBytes) empty = new_pdf ("", "", "", "");
  g_autoptr (GBytes)
      scan = new_pdf ("500 0 0 700 50 50 cm /I Do", "/Resources<</XObject<</I 5 0 R>>>>",
                      "5 0 obj <</Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent "
                      "8/ColorSpace/DeviceGray/Length 2>> "
                      "stream\nab\nendstream endobj",
                      "");

  nb_test_assert_refused (outlines, NB_ERROR_NO_TEXT, "no text");
  nb_test_assert_refused (empty, NB_ERROR_NO_TEXT, "no text");
  nb_test_assert_refused (scan, NB_ERROR_NO_TEXT, "scan");
}

/* Whatever poppler makes of them, no figure may be another one. */
static void
test_no_unicode (void)
{
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2021.html");
  g_autoptr (GBytes) bytes = nb_test_pdf_write (sample, NB_TEST_PDF_NO_UNICODE);

  nb_test_assert_refused (bytes, NB_ERROR_NO_TEXT, "");
}

/* A font that is not in the file: its letters have a meaning through poppler-data alone. */
static void
test_not_embedded (void)
{
  g_autoptr (GBytes)
      bytes = new_pdf ("BT /F 16 Tf 100 700 Td <B9E6D5C2> Tj 200 0 Td <3132> Tj ET", LATIN,
                       "5 0 obj "
                       "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/"
                       "DescendantFonts[6 0 R]>> endobj\n"
                       "6 0 obj "
                       "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</"
                       "Registry(Adobe)/Ordering(GB1)"
                       "/Supplement 2>>/FontDescriptor 7 0 R>> endobj\n"
                       "7 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 "
                       "-254 1000 880]/ItalicAngle 0"
                       "/Ascent 880/Descent -120/CapHeight 880/StemV 93>> endobj",
                       "");

  nb_test_assert_reads (bytes, "^R 规章\nR １２\n");
}

/* A figure that is white on white is none that anybody reads, nor are words behind it; where most of the page is unseen, as
 * under a scan, all of it is read. */
static void
test_unseen (void)
{
  g_autoptr (GBytes) some = new_pdf (
      "BT /F 16 Tf 100 700 Td (abcd) Tj 100 0 Td (12) Tj 1 g (9) Tj 100 0 Td (ef) Tj ET", LATIN,
      LATIN_FONT, "");
  g_autoptr (GBytes) all = new_pdf ("BT /F 16 Tf 3 Tr 100 700 Td (abcd) Tj 100 0 Td (12) Tj ET",
                                    LATIN, LATIN_FONT, "");

  nb_test_assert_reads (some, "- abcd 12\357\277\275\n");
  nb_test_assert_reads (all, "^R abcd\nR 12\n");
}

/* What a line goes through is no longer meant, and is never joined to the figures beside it. */
static void
test_struck (void)
{
  g_autoptr (GBytes) bytes = new_pdf (
      "0.5 w 200 705 m 217.8 705 l S BT /F 16 Tf 100 700 Td (abcd) Tj 100 0 Td (7716) Tj "
      "-100 -40 Td (abcd) Tj 100 0 Td (1234567890) Tj ET 200 658 m 240 658 l S",
      LATIN, LATIN_FONT, "");

  nb_test_assert_reads (bytes, "- abcd \357\277\275\357\277\27516\n^R abcd\nR 1234567890\n");
}

/* A line tells nothing of a figure that cannot be seen: white ones behind the border of their cell, or behind a line down the
 * page. A 4 that is struck out has a line of its own, and the strokes of small ones are no lines. */
static void
test_ink (void)
{
  g_autoptr (GBytes)
      bytes = new_pdf ("0.5 w 100 705 m 300 705 l S 216 640 m 216 680 l S 200 605 m 208.8 605 l S "
                       "BT /F 16 Tf 100 750 Td (abcd) Tj 100 0 Td (4716) Tj -100 -50 Td (abcd) Tj "
                       "100 0 Td 1 g (12) Tj "
                       "-100 -48 Td 0 g (abcd) Tj 100 0 Td (12) Tj 1 g (9) Tj -100 -52 Td 0 g "
                       "(abcd) Tj 100 0 Td (4716) Tj "
                       "-100 -50 Td (abcd) Tj /F 4 Tf 100 0 Td (476) Tj ET",
                       LATIN, LATIN_FONT, "");

  nb_test_assert_reads (bytes,
                        "^R abcd\nR 4716\n- abcd \357\277\275\357\277\275\n- abcd 12\357\277\275\n"
                        "- abcd \357\277\275716\n- abcd\n- 476\n");
}

/* Light figures on a dark ground are not struck out by that, but by a light line. */
static void
test_dark (void)
{
  g_autoptr (GBytes) bytes = new_pdf ("0.1 g 0 0 595 842 re f 1 g 1 G 0.5 w 200 705 m 217.8 705 l "
                                      "S BT /F 16 Tf 100 700 Td (abcd) Tj 100 0 Td "
                                      "(7716) Tj -100 -40 Td (abcd) Tj 100 0 Td (1234567890) Tj ET",
                                      LATIN, LATIN_FONT, "");

  nb_test_assert_reads (bytes, "- abcd \357\277\275\357\277\27516\n^R abcd\nR 1234567890\n");
}

/* Letters that are not drawn, or drawn under it, over a picture of the page; @expected says of each whether a text
 * recogniser has read them. */
static void
test_recognised_letters (void)
{
  static const char *const image = "q 595 0 0 842 0 0 cm /I Do Q";
  static const struct
  {
    const char *format; /* %s is the picture */
    gboolean recognised;
  } pages[] = {
    { "%s BT 3 Tr /F 16 Tf 100 700 Td (text 12) Tj 0 -30 Td (text 13) Tj ET", TRUE },
    { "BT 3 Tr /F 16 Tf 100 700 Td (text 12) Tj 0 -30 Td (text 13) Tj ET %s", TRUE },
    { "BT /F 16 Tf 100 700 Td (text 12) Tj 0 -30 Td (text 13) Tj ET %s", TRUE },
    { "%s BT /F 16 Tf 100 700 Td (text 12) Tj 0 -30 Td (text 13) Tj ET", FALSE },
    { "q .2 0 0 .2 0 0 cm %s Q BT 3 Tr /F 16 Tf 100 700 Td (text 12) Tj 0 -30 Td (text 13) Tj ET", FALSE },
    { "BT 3 Tr /F 16 Tf 100 700 Td (text 12) Tj 0 -30 Td (text 13) Tj ET", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (GStrv) parts = g_strsplit (pages[i].format, "%s", 2);
      g_autofree char *content = g_strjoinv (image, parts);
      g_autoptr (GBytes) bytes = new_pdf (
          content, "/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>",
          LATIN_FONT "\n6 0 obj <</Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8"
                     "/ColorSpace/DeviceGray/Length 2>> stream\nab\nendstream endobj",
          "");
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = nb_test_read (bytes, &error);
      guint n;
      const NbPiece *pieces = document != NULL ? nb_document_get_pieces (document, &n) : NULL;

      g_test_message ("%s", content);
      g_assert_no_error (error);
      g_assert_cmpuint (n, >, 0);
      for (guint p = 0; p < n; p++)
        g_assert_true (((pieces[p].flags & NB_PIECE_RECOGNISED) != 0) == pages[i].recognised);
    }
}

/* The figures of a scan are read, none of them as if it was printed, and whoever reads them is told so. */
static void
test_recognised (void)
{
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2021.html");
  g_autoptr (GBytes) bytes = nb_test_pdf_write (sample, NB_TEST_PDF_SCAN);
  g_autoptr (NbDocument) document = nb_test_read (bytes, NULL);
  g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, NULL);
  g_autofree char *caution = NULL;
  GListModel *figures;

  g_assert_nonnull (reports);
  g_assert_cmpuint (nb_test_assert_no_wrong_figure (sample, document), >, 50);
  caution = nb_caution_dup (reports->pdata[0]);
  g_assert_nonnull (strstr (caution, "this is a scan"));
  figures = nb_report_get_figures (reports->pdata[0]);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      if (nb_figure_get_state (figure) != NB_STATE_MISSING)
        g_assert_cmpstr (nb_confidence_to_string (nb_figure_get_confidence (figure)), ==,
                         "approximate");
    }
}

/* Nobody is told of rows that are lacking where they may only not have been found. */
static void
assert_nothing_lacks (NbReport *report)
{
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      g_test_message ("%s %s", nb_finding_get_rule (finding), nb_severity_to_string (nb_finding_get_severity (finding)));
      g_assert_true (nb_finding_get_status (finding) == NB_STATUS_OPEN);
    }
}

/* Of pages whose upright lines lean no figure is read that may be another's, and whoever reads them is
 * told so. */
static void
test_leaning (void)
{
  static const guint flags[] = { NB_TEST_PDF_LEANING, NB_TEST_PDF_LEANING | NB_TEST_PDF_NO_RULES,
                                 NB_TEST_PDF_LEANING | NB_TEST_PDF_ASLANT (10) };
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2021.html");

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GBytes) bytes = nb_test_pdf_write (sample, flags[i]);
      g_autoptr (NbDocument) document = nb_test_read (bytes, NULL);
      g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, NULL);
      g_autofree char *caution = NULL;

      g_assert_nonnull (reports);
      g_assert_cmpuint (nb_test_assert_no_wrong_figure (sample, document), ==, 0);
      caution = nb_caution_dup (reports->pdata[0]);
      g_assert_nonnull (strstr (caution, "aslant"));
      assert_nothing_lacks (reports->pdata[0]);
    }
}

/* A group hides from an observer how its letters are drawn. */
static void
test_mirrored_group (void)
{
  g_autoptr (GBytes) bytes = new_pdf (
      "-1 0 0 1 595 0 cm /G Do", "/Resources<</XObject<</G 6 0 R>>>>",
      LATIN_FONT "\n6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 595 842]" LATIN
                 "/Group<</S/Transparency/I true>>/Length 43>> stream\n"
                 "BT /F 16 Tf 100 700 Td (abcd 12 ef) Tj ET  \nendstream endobj",
      "");
  g_autoptr (NbDocument) document = nb_test_read (bytes, NULL);
  guint n = 0;
  const NbPiece *pieces = nb_document_get_pieces (document, &n);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (pieces[0].flags & NB_PIECE_SLANTED, ==, NB_PIECE_SLANTED);
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes)
      bytes = new_pdf ("BT ET", "", "",
                       "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
                       "/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                       "/O<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>"
                       "/U<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>>>");

  nb_test_assert_refused (bytes, NB_ERROR_ENCRYPTED, "password");
}

/* Where a password is asked for, nothing is read; one that only guards printing or changing asks nobody who reads. */
static void
test_locked (void)
{
  g_autoptr (GBytes) locked = nb_test_locked_pdf ("text 12", "secret", "owner");
  g_autoptr (GBytes) guarded = nb_test_locked_pdf ("text 12", "", "owner");

  nb_test_assert_refused (locked, NB_ERROR_ENCRYPTED, "password");
  nb_test_assert_reads (guarded, "- text 12\n");
}

/* Two whole reports on the pages of one file stay apart. */
static void
test_two_reports (void)
{
  static const char *const samples[] = { "yunxi-2021.html", "yunxi-2023.html" };
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL, pdf = NULL;
  g_autoptr (NbSource) html = NULL, source = NULL;
  g_autoptr (NbDocument) both = NULL, document = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (NbDocument) sample = nb_test_sample (samples[i]);
      gsize size;
      const char *data = g_bytes_get_data (nb_source_get_bytes (nb_document_get_source (sample)),
                                           &size);

      g_string_append_len (page, data, (gssize) size);
    }
  bytes = g_bytes_new (page->str, page->len);
  html = nb_source_new_for_bytes ("both.html", bytes, NULL, NULL);
  both = nb_document_read (html, NULL, NULL);
  pdf = nb_test_pdf_write (both, 0);
  source = nb_source_new_for_bytes ("both.pdf", pdf, NULL, NULL);
  document = nb_document_read (source, NULL, NULL);
  reports = nb_report_recognise (document, NULL, NULL);
  g_assert_nonnull (reports);
  g_assert_cmpuint (reports->len, ==, G_N_ELEMENTS (samples));
  for (guint i = 0; i < reports->len; i++)
    {
      g_autoptr (NbDocument) sample = nb_test_sample (samples[i]);
      g_autoptr (GPtrArray) single = nb_report_recognise (sample, NULL, NULL);
      GListModel *wanted = nb_report_get_figures (g_ptr_array_index (single, 0));

      g_assert_cmpuint (nb_report_get_year (g_ptr_array_index (reports, i)), ==,
                        nb_report_get_year (g_ptr_array_index (single, 0)));
      for (guint f = 0; f < g_list_model_get_n_items (wanted); f++)
        {
          g_autoptr (NbFigure) want = g_list_model_get_item (wanted, f);
          NbFigure *figure = nb_report_find_figure (g_ptr_array_index (reports, i),
                                                    nb_figure_get_id (want));
          NbDecimal a = NB_DECIMAL_ZERO, b = NB_DECIMAL_ZERO;

          g_assert_nonnull (figure);
          g_assert_cmpint (nb_figure_get_state (figure), ==, nb_figure_get_state (want));
          g_assert_true (nb_figure_get_value (want, &a) == nb_figure_get_value (figure, &b));
          g_assert_cmpint (nb_decimal_compare (a, b), ==, 0);
        }
    }
}

static void
test_actions (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *mark = g_build_filename (folder, "mark", NULL);
  g_autofree char *launch = g_strdup_printf (
      LATIN_FONT "\n9 0 obj "
                 "<</S/Launch/F(/bin/touch)/Unix<</F(/bin/touch)/P(%s)>>/Next<</S/JavaScript/"
                 "JS(this.exportDataObject\\({cName:'a'}\\);)"
                 "/Next<</S/URI/URI(http://127.0.0.1:9/)>>>>>> endobj",
      mark);
  g_autoptr (GBytes) bytes = new_pdf ("BT /F 16 Tf 100 700 Td (text 12) Tj ET", LATIN, launch, "");

  nb_test_assert_reads (bytes, "- text 12\n");
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
  g_rmdir (folder);
}

static void
test_damaged (void)
{
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2021.html");
  g_autoptr (GBytes) whole = nb_test_pdf_write (sample, 0);
  gsize size = g_bytes_get_size (whole);

  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, 10 + (size - 10) * i / 8);
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = nb_test_read (cut, &error);

      if (document == NULL)
        g_assert_true (g_error_matches (error, NB_ERROR, NB_ERROR_DAMAGED) ||
                       g_error_matches (error, NB_ERROR, NB_ERROR_NO_TEXT));
    }
}

/* Bytes that fell over: read, or refused in a sentence, and never a crash of ours. */
static void
test_bent (void)
{
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2019.html");
  g_autoptr (GBytes) whole = nb_test_pdf_write (sample, 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (20231);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (guint i = 0; i < 12; i++)
    {
      guint8 *bent = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (bent, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = NULL;

      for (guint j = 0; j < 40; j++)
        bent[g_rand_int_range (random, 10, (gint32) size)] = (guint8) g_rand_int_range (random, 0,
                                                                                        256);
      document = nb_test_read (bytes, &error);
      if (document == NULL)
        g_assert_true (error->domain == NB_ERROR);
    }
}

static void
test_pages (void)
{
  GString *kids = g_string_new (NULL);
  GString *pages = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i <= NB_LIMIT_PDF_PAGES; i++)
    {
      g_string_append_printf (kids, "%d 0 R ", i + 3);
      g_string_append_printf (
          pages, "%d 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj\n", i + 3);
    }
  bytes = new_bytes (g_strdup_printf ("%%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                                      "2 0 obj <</Type/Pages/Kids[%s]/Count %d>> endobj\n%s"
                                      "trailer <</Root 1 0 R>>\n",
                                      kids->str, NB_LIMIT_PDF_PAGES + 1, pages->str));
  g_string_free (kids, TRUE);
  g_string_free (pages, TRUE);
  nb_test_assert_refused (bytes, NB_ERROR_LIMIT, "500 pages");
}

/* Objects that name objects, ten times ten times … */
static void
test_bomb (void)
{
  GString *objects = g_string_new (LATIN_FONT "\n");
  g_autoptr (GBytes) bytes = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = NULL;

  for (guint i = 10; i < 30; i++)
    g_string_append_printf (
        objects,
        "%u 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</Font<</F 5 0 R>>"
        "/XObject<</X %u 0 R>>>>/Length 70>> stream\n"
        "BT /F 9 Tf (1) Tj ET /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do  \nendstream "
        "endobj\n",
        i, i + 1);
  bytes = new_pdf ("/X Do", "/Resources<</XObject<</X 10 0 R>>>>", objects->str, "");
  g_string_free (objects, TRUE);
  document = nb_test_read (bytes, &error);
  if (document == NULL)
    g_assert_true (g_error_matches (error, NB_ERROR, NB_ERROR_TIMEOUT) ||
                   g_error_matches (error, NB_ERROR, NB_ERROR_LIMIT));
  g_assert_cmpint (g_get_monotonic_time () - start, <,
                   (NB_LIMIT_HELPER_SECONDS + 2) * G_USEC_PER_SEC);
}

/* The lines of a page are seen up to so many points, and of a larger page the letters are read alone. */
static void
test_limit_pixels (void)
{
  for (guint more = 0; more < 2; more++)
    {
      g_autofree char *page = g_strdup_printf ("/MediaBox[0 0 4096 %u]" LATIN, NB_LIMIT_PDF_PIXELS / 4096 + more);
      g_autoptr (GBytes) bytes = new_pdf ("BT /F 16 Tf 110 120 Td (a) Tj 200 0 Td (12) Tj ET "
                                          "100 100 400 50 re S 250 100 m 250 150 l S",
                                          page, LATIN_FONT, "");
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = nb_test_read (bytes, &error);
      guint n;

      g_assert_no_error (error);
      g_assert_true ((nb_document_get_pieces (document, &n)[0].table >= 0) == (more == 0));
    }
}

/* A page as large as a field, and pictures that are larger when they are unpacked. */
static void
test_large (void)
{
  g_autoptr (GBytes) bytes = new_pdf (
      "BT /F 16 Tf 100 700 Td (text) Tj ET 500 0 0 700 50 50 cm /I Do",
      "/MediaBox[0 0 2000000 2000000]/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>",
      LATIN_FONT
      "\n6 0 obj <</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8"
      "/ColorSpace/DeviceRGB/Length 4>> stream\nabcd\nendstream endobj",
      "");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

  if (document == NULL)
    g_assert_true (error->domain == NB_ERROR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  nb_test_add_dialects ("/nianbao/pdf/", nb_test_pdf_write, dialects, G_N_ELEMENTS (dialects));
  g_test_add_func ("/nianbao/pdf/case-44-no-text", test_no_text);
  g_test_add_func ("/nianbao/pdf/case-44-no-unicode", test_no_unicode);
  g_test_add_func ("/nianbao/pdf/case-44-not-embedded", test_not_embedded);
  g_test_add_func ("/nianbao/pdf/unseen", test_unseen);
  g_test_add_func ("/nianbao/pdf/case-44-recognised", test_recognised);
  g_test_add_func ("/nianbao/pdf/case-44-recognised-letters", test_recognised_letters);
  g_test_add_func ("/nianbao/pdf/leaning", test_leaning);
  g_test_add_func ("/nianbao/pdf/mirrored-group", test_mirrored_group);
  g_test_add_func ("/nianbao/pdf/struck", test_struck);
  g_test_add_func ("/nianbao/pdf/ink", test_ink);
  g_test_add_func ("/nianbao/pdf/dark", test_dark);
  g_test_add_func ("/nianbao/pdf/case-43-encrypted", test_encrypted);
  g_test_add_func ("/nianbao/pdf/case-43-locked", test_locked);
  g_test_add_func ("/nianbao/pdf/two-reports", test_two_reports);
  g_test_add_func ("/nianbao/pdf/case-45-actions", test_actions);
  g_test_add_func ("/nianbao/pdf/damaged", test_damaged);
  g_test_add_func ("/nianbao/pdf/bent", test_bent);
  g_test_add_func ("/nianbao/pdf/NB_LIMIT_PDF_PAGES", test_pages);
  g_test_add_func ("/nianbao/pdf/bomb", test_bomb);
  g_test_add_func ("/nianbao/pdf/NB_LIMIT_PDF_PIXELS", test_limit_pixels);
  g_test_add_func ("/nianbao/pdf/large", test_large);

  return g_test_run ();
}
