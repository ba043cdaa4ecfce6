/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * write-containers FOLDER PAGE...: writes each page anew as DOCX, OFD, PDF and MHTML, in every dialect that the test writers
 * know, as FOLDER/CONTAINER-DIALECT/NAME. See benchmark-containers.py.
 */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "document/nb-test-docx.h"
#include "document/nb-test-ofd.h"
#include "document/nb-test-package.h"
#include "document/nb-test-pdf.h"

typedef struct
{
  const char *name;
  NbTestWriter write;
  guint flags;
} Dialect;

static GBytes *
write_mhtml (NbDocument *document, guint flags G_GNUC_UNUSED)
{
  GBytes *page = nb_source_get_bytes (nb_document_get_source (document));
  gsize size;
  const guint8 *data = g_bytes_get_data (page, &size);
  g_autofree char *base64 = g_base64_encode (data, size);
  char *text = g_strconcat (
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
      "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n",
      base64, "\r\n--b--\r\n", NULL);

  return g_bytes_new_take (text, strlen (text));
}

static const Dialect dialects[] = {
  { "mht-base64", write_mhtml, 0 },
  { "docx-plain", nb_test_docx_write, 0 },
  { "docx-strict", nb_test_docx_write, NB_TEST_DOCX_STRICT },
  { "docx-runs", nb_test_docx_write, NB_TEST_DOCX_RUNS },
  { "docx-changes", nb_test_docx_write, NB_TEST_DOCX_CHANGES },
  { "docx-controls", nb_test_docx_write, NB_TEST_DOCX_CONTROLS },
  { "docx-boxes", nb_test_docx_write, NB_TEST_DOCX_BOXES },
  { "docx-hmerge", nb_test_docx_write, NB_TEST_DOCX_HMERGE },
  { "docx-layout", nb_test_docx_write, NB_TEST_DOCX_LAYOUT },
  { "docx-paragraphs", nb_test_docx_write, NB_TEST_DOCX_PARAGRAPHS },
  { "docx-fields", nb_test_docx_write, NB_TEST_DOCX_FIELDS },
  { "docx-hidden", nb_test_docx_write, NB_TEST_DOCX_HIDDEN },
  { "ofd-lines", nb_test_ofd_write, 0 },
  { "ofd-glyphs", nb_test_ofd_write, NB_TEST_OFD_GLYPHS },
  { "ofd-tight", nb_test_ofd_write, NB_TEST_OFD_GLYPHS | NB_TEST_OFD_TIGHT },
  { "ofd-natural", nb_test_ofd_write, NB_TEST_OFD_NATURAL },
  { "ofd-repeats", nb_test_ofd_write, NB_TEST_OFD_REPEATS },
  { "ofd-one-object", nb_test_ofd_write, NB_TEST_OFD_ONE_OBJECT },
  { "ofd-matrix", nb_test_ofd_write, NB_TEST_OFD_MATRIX },
  { "ofd-boxes", nb_test_ofd_write, NB_TEST_OFD_BOXES },
  { "ofd-filled", nb_test_ofd_write, NB_TEST_OFD_FILLED },
  { "ofd-open", nb_test_ofd_write, NB_TEST_OFD_OPEN },
  { "ofd-template", nb_test_ofd_write, NB_TEST_OFD_TEMPLATE },
  { "ofd-blocks", nb_test_ofd_write, NB_TEST_OFD_BLOCKS },
  { "ofd-pages", nb_test_ofd_write, NB_TEST_OFD_SHORT_PAGES | NB_TEST_OFD_TEMPLATE },
  { "ofd-backwards", nb_test_ofd_write, NB_TEST_OFD_BACKWARDS },
  { "ofd-spaced", nb_test_ofd_write, NB_TEST_OFD_SPACED },
  { "ofd-no-rules", nb_test_ofd_write, NB_TEST_OFD_NO_RULES },
  { "ofd-narrow", nb_test_ofd_write, NB_TEST_OFD_WIDTH (140) },
  { "pdf-plain", nb_test_pdf_write, 0 },
  { "pdf-glyphs", nb_test_pdf_write, NB_TEST_PDF_GLYPHS },
  { "pdf-spaced", nb_test_pdf_write, NB_TEST_PDF_SPACED },
  { "pdf-pages", nb_test_pdf_write, NB_TEST_PDF_SHORT_PAGES },
  { "pdf-filled", nb_test_pdf_write, NB_TEST_PDF_FILLED },
  { "pdf-dashed", nb_test_pdf_write, NB_TEST_PDF_DASHED },
  { "pdf-open", nb_test_pdf_write, NB_TEST_PDF_OPEN },
  { "pdf-no-rules", nb_test_pdf_write, NB_TEST_PDF_NO_RULES },
  { "pdf-full-width", nb_test_pdf_write, NB_TEST_PDF_FULL_WIDTH },
  { "pdf-rotated", nb_test_pdf_write, NB_TEST_PDF_ROTATE },
  { "pdf-turned", nb_test_pdf_write, NB_TEST_PDF_TURNED },
  { "pdf-backwards", nb_test_pdf_write, NB_TEST_PDF_BACKWARDS },
  { "pdf-aslant", nb_test_pdf_write, NB_TEST_PDF_ASLANT (10) },
  { "pdf-aslant-filled", nb_test_pdf_write, NB_TEST_PDF_ASLANT (1797) | NB_TEST_PDF_FILLED },
  { "pdf-wps", nb_test_pdf_write,
    NB_TEST_PDF_GLYPHS | NB_TEST_PDF_SPACED | NB_TEST_PDF_SHORT_PAGES | NB_TEST_PDF_FILLED |
        NB_TEST_PDF_DRIFT | NB_TEST_PDF_SHADED },
};

static void
write_all (const char *folder, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (path, NULL, NULL, NULL, NULL, &error);
  g_autoptr (NbDocument) document = source != NULL ? nb_document_read (source, NULL, &error) : NULL;
  g_autofree char *name = g_path_get_basename (path);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      g_autofree char *place = g_build_filename (folder, dialects[i].name, NULL);
      g_autofree char *target = g_build_filename (place, name, NULL);
      g_autoptr (GBytes) bytes = dialects[i].write (document, dialects[i].flags);
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      g_mkdir_with_parents (place, 0700);
      g_file_set_contents (target, data, (gssize) size, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc < 3)
    {
      g_printerr ("Usage: write-containers FOLDER PAGE...\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    write_all (argv[1], argv[i]);
  return 0;
}
