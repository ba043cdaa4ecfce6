/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fuzz targets share: see the header. */

#include "nb-fuzz.h"

#include <stdio.h>
#include <string.h>

#include "check/nb-check.h"
#include "report/nb-report.h"

void
nb_fuzz_check_document (NbDocument *document)
{
  gsize length;
  guint n;
  const char *text = nb_document_get_text (document, &length);
  const NbPiece *pieces = nb_document_get_pieces (document, &n);

  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  for (guint i = 0; i < n; i++)
    {
      const NbPiece *piece = &pieces[i];
      gsize end = (gsize) piece->offset + piece->length;

      g_assert_cmpuint (end, <=, length);
      g_assert_cmpint (text[piece->offset] & 0xc0, !=, 0x80);
      g_assert_cmpint (text[end] & 0xc0, !=, 0x80);
      g_assert_cmpuint (piece->row_span, >, 0);
      g_assert_cmpuint (piece->column_span, >, 0);
    }
}

void
nb_fuzz_read (NbSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, &error);
  g_autoptr (GPtrArray) reports = NULL;

  g_assert_true ((document == NULL) == (error != NULL));
  if (document == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      return;
    }
  nb_fuzz_check_document (document);
  reports = nb_report_recognise (document, NULL, &error);
  g_assert_true ((reports == NULL) == (error != NULL));
  for (guint i = 0; reports != NULL && i < reports->len; i++)
    {
      g_autoptr (GListModel) findings = nb_check_report (reports->pdata[i], NB_CHECK_ALL);

      g_assert_nonnull (findings);
    }
}

void
nb_fuzz_read_bytes (GBytes *bytes, NbContainer container)
{
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("fuzz", bytes, NULL, NULL);

  if (nb_source_get_container (source) == container)
    nb_fuzz_read (source);
}

char *
nb_fuzz_capture (void (*print) (gpointer data), gpointer data)
{
  FILE *usual = stdout;
  char *text = NULL;
  size_t size = 0;

  stdout = open_memstream (&text, &size);
  g_assert_nonnull (stdout);
  print (data);
  fclose (stdout);
  stdout = usual;
  return text;
}
