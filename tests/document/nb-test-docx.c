/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A writer of DOCX for tests: see the header. */

#include "nb-test-docx.h"

#include "nb-test-package.h"

#include <string.h>

#define TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT       "http://purl.oclc.org/ooxml/wordprocessingml/main"

static const char relations[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
    " Target=\"word/document.xml\"/></Relationships>";
static const char strict_relations[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\""
    " Target=\"/word/document.xml\"/></Relationships>";
static const char part_relations[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\""
    " Target=\"styles.xml\"/></Relationships>";

typedef struct
{
  NbDocument *document;
  const NbPiece *pieces;
  guint n_pieces;
  guint flags;
  GString *out;
} Writer;

static gboolean
has (const Writer *self, guint flag)
{
  return (self->flags & flag) != 0;
}

static void
write_run (Writer *self, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  if (has (self, NB_TEST_DOCX_HIDDEN))
    g_string_append (self->out, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>");
  if (has (self, NB_TEST_DOCX_CHANGES))
    g_string_append_printf (self->out,
                            "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>9</w:delText></w:r></w:del>"
                            "<w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:ins>"
                            "<w:moveFrom w:id=\"3\"><w:r><w:t>8</w:t></w:r></w:moveFrom>",
                            escaped);
  else
    g_string_append_printf (self->out,
                            "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>",
                            escaped);
}

static void
write_runs (Writer *self, const char *text, gsize length)
{
  if (has (self, NB_TEST_DOCX_FIELDS))
    g_string_append (self->out, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                                "<w:r><w:instrText xml:space=\"preserve\"> =SUM(ABOVE) </w:instrText></w:r>"
                                "<w:r><w:t>5</w:t></w:r>"
                                "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
  if (has (self, NB_TEST_DOCX_RUNS))
    for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
      write_run (self, p, (gsize) (g_utf8_next_char (p) - p));
  else
    write_run (self, text, length);
  if (has (self, NB_TEST_DOCX_FIELDS))
    g_string_append (self->out, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

static void
write_one_paragraph (Writer *self, const char *text, gsize length)
{
  g_string_append (self->out, "<w:p><w:pPr><w:rPr><w:lang w:eastAsia=\"zh-CN\"/></w:rPr></w:pPr>");
  if (length > 0)
    write_runs (self, text, length);
  g_string_append (self->out, "</w:p>");
}

static void
write_boxed (Writer *self, const char *text, gsize length)
{
  g_string_append (self->out, "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic>"
                              "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>");
  write_one_paragraph (self, text, length);
  g_string_append (self->out, "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
                              "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>");
  write_one_paragraph (self, text, length);
  g_string_append (self->out, "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
}

static void
write_text (Writer *self, const NbPiece *piece)
{
  const char *text = nb_document_get_text (self->document, NULL) + piece->offset;
  gboolean controlled = has (self, NB_TEST_DOCX_CONTROLS);

  if (controlled)
    g_string_append (self->out, "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>");
  if (has (self, NB_TEST_DOCX_BOXES) && piece->table < 0)
    write_boxed (self, text, piece->length);
  else if (has (self, NB_TEST_DOCX_PARAGRAPHS) && piece->table >= 0 && piece->length >= 18)
    {
      const char *half = g_utf8_offset_to_pointer (text, 3);

      write_one_paragraph (self, text, (gsize) (half - text));
      write_one_paragraph (self, half, piece->length - (gsize) (half - text));
    }
  else
    write_one_paragraph (self, text, piece->length);
  if (controlled)
    g_string_append (self->out, "</w:sdtContent></w:sdt>");
}

/* One tc, and for columns merged in the old way those that go on from it. */
static void
write_cell (Writer *self, const NbPiece *piece, gboolean goes_on)
{
  gboolean old = has (self, NB_TEST_DOCX_HMERGE) && piece->column_span > 1;
  guint n = old ? piece->column_span : 1;

  for (guint i = 0; i < n; i++)
    {
      g_string_append (self->out, "<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/>");
      if (piece->column_span > 1 && !old)
        g_string_append_printf (self->out, "<w:gridSpan w:val=\"%u\"/>", piece->column_span);
      if (old)
        g_string_append (self->out, i == 0 ? "<w:hMerge w:val=\"restart\"/>" : "<w:hMerge/>");
      if (piece->row_span > 1 && i == 0)
        g_string_append (self->out, goes_on ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
      g_string_append (self->out, "</w:tcPr>");
      if (goes_on || i > 0)
        g_string_append (self->out, "<w:p/>");
      else
        write_text (self, piece);
      g_string_append (self->out, "</w:tc>");
    }
}

/* The cell that covers a slot. */
static const NbPiece *
find_cell (const Writer *self, guint first, guint end, guint row, guint column)
{
  for (guint i = first; i < end; i++)
    {
      const NbPiece *p = &self->pieces[i];

      if (p->row <= row && row < p->row + p->row_span && p->column <= column && column < p->column + p->column_span)
        return p;
    }
  return NULL;
}

static guint
write_table (Writer *self, guint first)
{
  int table = self->pieces[first].table;
  guint end = first, n_rows = 0, n_columns = 0;

  for (; end < self->n_pieces && self->pieces[end].table == table; end++)
    {
      n_rows = MAX (n_rows, self->pieces[end].row + self->pieces[end].row_span);
      n_columns = MAX (n_columns, self->pieces[end].column + self->pieces[end].column_span);
    }
  g_string_append (self->out, "<w:tbl><w:tblPr/><w:tblGrid/>");
  for (guint row = 0; row < n_rows; row++)
    {
      gboolean controlled = has (self, NB_TEST_DOCX_CONTROLS) && row % 2 == 0;

      if (has (self, NB_TEST_DOCX_CHANGES) && row % 3 == 0)
        g_string_append (self->out, "<w:tr><w:trPr><w:del w:id=\"4\"/></w:trPr><w:tc><w:p><w:r><w:t>44</w:t></w:r></w:p></w:tc></w:tr>");
      g_string_append (self->out, controlled ? "<w:sdt><w:sdtPr/><w:sdtContent><w:tr>" : "<w:tr>");
      for (guint column = 0; column < n_columns;)
        {
          const NbPiece *cell = find_cell (self, first, end, row, column);

          if (cell == NULL)
            {
              g_string_append (self->out, "<w:tc><w:p/></w:tc>");
              column++;
              continue;
            }
          write_cell (self, cell, cell->row < row);
          column = cell->column + cell->column_span;
        }
      g_string_append (self->out, controlled ? "</w:tr></w:sdtContent></w:sdt>" : "</w:tr>");
    }
  g_string_append (self->out, "</w:tbl>");
  return end;
}

static char *
wrap (const char *body, gboolean strict)
{
  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                          "<w:document xmlns:w=\"%s\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                          " xmlns:wp=\"urn:wp\" xmlns:wps=\"urn:wps\" xmlns:a=\"urn:a\" xmlns:v=\"urn:v\" xmlns:pic=\"urn:pic\""
                          " xmlns:m=\"urn:m\"><w:body>%s<w:sectPr/></w:body></w:document>",
                          strict ? STRICT : TRANSITIONAL, body);
}

GBytes *
nb_test_docx_new (const char *body, const char *styles)
{
  g_autofree char *document = wrap (body, FALSE);
  g_autofree char *all = g_strdup_printf ("<w:styles xmlns:w=\"" TRANSITIONAL "\">%s</w:styles>", styles);

  return nb_test_zip ("_rels/.rels", relations, "word/document.xml", document, "word/_rels/document.xml.rels",
                      part_relations, "word/styles.xml", all, NULL);
}

/* Another prefix, as some writers use. Only names of elements and attributes have the old one. */
static char *
change_prefix (const char *xml)
{
  static const char *const changes[][2] = {
    { "<w:", "<ns0:" }, { "</w:", "</ns0:" }, { " w:", " ns0:" }, { "xmlns:w=", "xmlns:ns0=" }
  };
  char *changed = g_strdup (xml);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (changed, changes[i][0], -1);

      g_free (changed);
      changed = g_strjoinv (changes[i][1], parts);
    }
  return changed;
}

GBytes *
nb_test_docx_write (NbDocument *document, guint flags)
{
  Writer writer = { .document = document, .flags = flags, .out = g_string_new (NULL) };
  g_autofree char *body = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *other = NULL;

  writer.pieces = nb_document_get_pieces (document, &writer.n_pieces);
  if (has (&writer, NB_TEST_DOCX_LAYOUT))
    g_string_append (writer.out, "<w:tbl><w:tr><w:tc>");
  for (guint i = 0; i < writer.n_pieces;)
    if ((writer.pieces[i].flags & NB_PIECE_FURNITURE) != 0)
      i++;
    else if (writer.pieces[i].table >= 0)
      i = write_table (&writer, i);
    else
      write_text (&writer, &writer.pieces[i++]);
  if (has (&writer, NB_TEST_DOCX_LAYOUT))
    g_string_append (writer.out, "</w:tc></w:tr></w:tbl>");
  body = g_string_free (writer.out, FALSE);
  xml = wrap (body, (flags & NB_TEST_DOCX_STRICT) != 0);
  other = (flags & NB_TEST_DOCX_PREFIX) != 0 ? change_prefix (xml) : NULL;
  return nb_test_zip ("[Content_Types].xml", "<Types/>", "_rels/.rels",
                      (flags & NB_TEST_DOCX_STRICT) != 0 ? strict_relations : relations, "word/document.xml",
                      other != NULL ? other : xml, NULL);
}
