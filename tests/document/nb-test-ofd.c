/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A writer of OFD for tests: see the header. Millimetres from the upper left corner. */

#include "nb-test-ofd.h"

#include "nb-test-package.h"
#include "nb-test-setter.h"

#include <math.h>
#include <string.h>

#define WIDTH   210.0
#define LEFT    20.0
#define RIGHT   190.0
#define UPPER   25.0
#define SIZE    4.2 /* of text */
#define LEADING 7.0
#define SMALL   3.0 /* of text in tables */
#define MARGIN  1.0

typedef struct
{
  NbTestSetter setter;
  guint flags;
  GPtrArray *objects; /* of the page at hand */
  GPtrArray *codes;   /* of the one object of the page */
  GPtrArray *pages;   /* pairs of name and content */
} Writer;

static Writer *
writer_of (NbTestSetter *setter)
{
  return (Writer *) setter;
}

static gboolean
has (const Writer *self, guint flag)
{
  return (self->flags & flag) != 0;
}

static double
width_of (const char *p)
{
  return g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 0.5;
}

static char *
deltas (const Writer *self, const char *text, gsize length, double size, double extra)
{
  GString *out = g_string_new (NULL);
  double last = -1;
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      double delta = width_of (p) * size + extra;

      if (!has (self, NB_TEST_OFD_REPEATS))
        g_string_append_printf (out, "%.3f ", delta);
      else if (delta == last)
        n++;
      else
        {
          if (n > 0)
            g_string_append_printf (out, "g %u %.3f ", n, last);
          last = delta;
          n = 1;
        }
    }
  if (n > 0)
    g_string_append_printf (out, "g %u %.3f", n, last);
  return g_string_free (out, FALSE);
}

/* Where an object stands, as its attributes say. */
static char *
dup_place (const Writer *self, double x, double y, double width, double height, double scale)
{
  double angle = has (self, NB_TEST_OFD_ASLANT) ? G_PI / 180 : 0, c = cos (angle), s = sin (angle);

  return g_strdup_printf ("Boundary=\"%.3f %.3f %.0f %.0f\" CTM=\"%.6f %.6f %.6f %.6f 0 0\"", c * x - s * y, s * x + c * y,
                          width, height, c / scale, s / scale, -s / scale, c / scale);
}

/* One TextObject or TextCode. */
static void
set_run (Writer *self, const char *text, gsize length, double x, double baseline, double size, double extra)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);
  double scale = has (self, NB_TEST_OFD_MATRIX) ? 10 : 1;
  gboolean whole = has (self, NB_TEST_OFD_ONE_OBJECT);
  double left = whole ? 0 : x, upper = whole ? 0 : baseline - size;
  g_autofree char *place = dup_place (self, left, upper, 210, whole ? 297 : 10, scale);
  g_autofree char *list = deltas (self, text, length, size * scale, extra * scale);
  g_autofree char *delta = has (self, NB_TEST_OFD_NATURAL) ? g_strdup ("") : g_strdup_printf (" DeltaX=\"%s\"", list);
  char *code = g_strdup_printf ("<ofd:TextCode X=\"%.3f\" Y=\"%.3f\"%s>%s</ofd:TextCode>", (x - left) * scale,
                                (baseline - upper) * scale, delta, escaped);

  if (whole)
    {
      g_ptr_array_add (self->codes, g_strdup_printf ("%.2f\t%s", size, code));
      g_free (code);
      return;
    }
  g_ptr_array_add (self->objects,
                   g_strdup_printf ("<ofd:TextObject ID=\"9\" %s Font=\"1\" Size=\"%.3f\">"
                                    "<ofd:FillColor Value=\"0 0 0\"/>%s</ofd:TextObject>",
                                    place, size * scale, code));
  g_free (code);
}

/* One character in an object of its own as Foxit writes it: bounded by its ink, in thousandths, from an origin far off. */
static void
set_tight (Writer *self, const char *text, gsize length, double x, double baseline, double size)
{
  const double scale = 0.017635, far = 270.5, side = 0.04 * size;
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);
  double left = x + side, upper = baseline - (width_of (text) < 1 ? 0.7 : 0.84) * size;

  g_ptr_array_add (self->objects,
                   g_strdup_printf ("<ofd:TextObject ID=\"9\" CTM=\"%.6f 0 0 %.6f %.6f %.6f\" Boundary=\"%.6f %.6f %.6f %.6f\" "
                                    "Font=\"5\" Size=\"%.0f\" Stroke=\"false\" Fill=\"true\">"
                                    "<ofd:FillColor ColorSpace=\"4\" Value=\"0 0 0\"/>"
                                    "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\"><ofd:Glyphs>4539</ofd:Glyphs>"
                                    "</ofd:CGTransform><ofd:TextCode X=\"%.1f\" Y=\"%.1f\">%s</ofd:TextCode></ofd:TextObject>",
                                    scale, scale, -left, far, left, upper, width_of (text) * size - 2 * side,
                                    baseline - upper, size / scale, x / scale, (baseline - upper - far) / scale, escaped));
}

static void
set_line (NbTestSetter *setter, const char *text, gsize length, double x, double y, double size, double extra)
{
  Writer *self = writer_of (setter);
  double baseline = y + size;

  if (!has (self, NB_TEST_OFD_GLYPHS))
    {
      set_run (self, text, length, x, baseline, size, extra);
      return;
    }
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      if (has (self, NB_TEST_OFD_TIGHT))
        set_tight (self, p, (gsize) (g_utf8_next_char (p) - p), x, baseline, size);
      else
        set_run (self, p, (gsize) (g_utf8_next_char (p) - p), x, baseline, size, 0);
      x += width_of (p) * size + extra;
    }
}

static void
rule (Writer *self, double x1, double y1, double x2, double y2)
{
  double left = MIN (x1, x2), upper = MIN (y1, y2);
  g_autofree char *place = dup_place (self, left, upper, 200, 200, 1);

  if (has (self, NB_TEST_OFD_FILLED))
    g_ptr_array_add (self->objects,
                     g_strdup_printf ("<ofd:PathObject ID=\"8\" %s Stroke=\"false\" Fill=\"true\">"
                                      "<ofd:AbbreviatedData>M 0 0 L %.3f 0 L %.3f %.3f L 0 %.3f C</ofd:AbbreviatedData></ofd:PathObject>",
                                      place, x2 - x1 + 0.2, x2 - x1 + 0.2, y2 - y1 + 0.2, y2 - y1 + 0.2));
  else
    g_ptr_array_add (self->objects,
                     g_strdup_printf ("<ofd:PathObject ID=\"8\" %s><ofd:StrokeColor Value=\"0 0 0\"/>"
                                      "<ofd:AbbreviatedData>M %.3f %.3f L %.3f %.3f</ofd:AbbreviatedData></ofd:PathObject>",
                                      place, x1 - left, y1 - upper, x2 - left, y2 - upper));
}

static void
end_page (NbTestSetter *setter)
{
  Writer *self = writer_of (setter);
  GString *page = g_string_new ("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">");
  guint number = self->pages->len / 2;

  if (has (self, NB_TEST_OFD_TEMPLATE))
    {
      g_autofree char *foot = g_strdup_printf ("- %u -", number + 1);

      g_string_append (page, "<ofd:Template TemplateID=\"7\" ZOrder=\"Background\"/>");
      set_line (setter, foot, strlen (foot), WIDTH / 2 - 5, setter->lower + 12 - SIZE, SIZE, 0);
    }
  if (self->codes->len > 0)
    {
      GString *objects = g_string_new (NULL);
      double scale = has (self, NB_TEST_OFD_MATRIX) ? 10 : 1;

      for (guint i = 0; i < self->codes->len; i++)
        {
          const char *code = g_ptr_array_index (self->codes, i);
          double size = g_ascii_strtod (code, NULL);

          /* An object has one size. */
          if (i == 0 || size != g_ascii_strtod (g_ptr_array_index (self->codes, i - 1), NULL))
            g_string_append_printf (objects, "%s<ofd:TextObject Boundary=\"0 0 210 297\" Size=\"%.3f\"%s>",
                                    i > 0 ? "</ofd:TextObject>" : "", size * scale,
                                    scale > 1 ? " CTM=\"0.1 0 0 0.1 0 0\"" : "");
          g_string_append (objects, strchr (code, '\t') + 1);
        }
      g_string_append (objects, "</ofd:TextObject>");
      g_ptr_array_add (self->objects, g_string_free (objects, FALSE));
      g_ptr_array_set_size (self->codes, 0);
    }
  g_string_append_printf (page, "<ofd:Area><ofd:PhysicalBox>0 0 %.1f %.1f</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer Type=\"Body\">%s",
                          NB_TEST_OFD_GET_WIDTH (self->flags) != 0 ? (double) NB_TEST_OFD_GET_WIDTH (self->flags) : WIDTH, setter->lower + 20, has (self, NB_TEST_OFD_BLOCKS) ? "<ofd:PageBlock><ofd:PageBlock>" : "");
  for (guint i = 0; i < self->objects->len; i++)
    g_string_append (page, g_ptr_array_index (self->objects,
                                              has (self, NB_TEST_OFD_BACKWARDS) ? self->objects->len - 1 - i : i));
  g_string_append_printf (page, "%s</ofd:Layer></ofd:Content></ofd:Page>",
                          has (self, NB_TEST_OFD_BLOCKS) ? "</ofd:PageBlock></ofd:PageBlock>" : "");
  g_ptr_array_set_size (self->objects, 0);
  g_ptr_array_add (self->pages, g_strdup_printf ("Doc_0/Pages/Page_%u/Content.xml", number));
  g_ptr_array_add (self->pages, g_string_free (page, FALSE));
}

static double
measure (NbTestSetter *setter, const char *text, gsize length, double size)
{
  double x = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    x += width_of (p) * size;
  return x;
}

static double
get_extra (NbTestSetter *setter, const char *text, guint n_lines, double room)
{
  glong n_chars = g_utf8_strlen (text, -1);

  return has (writer_of (setter), NB_TEST_OFD_SPACED) && n_chars > 1 && n_chars < 4 && (guchar) *text >= 0xe4
             ? SMALL * 0.5
             : 0;
}

static void
draw_cell (NbTestSetter *setter, const NbTestTable *table, const NbPiece *p, double upper, double lower)
{
  Writer *self = writer_of (setter);
  double x0 = table->edges[p->column], x1 = table->edges[p->column + p->column_span];
  gboolean open = has (self, NB_TEST_OFD_OPEN);

  if (has (self, NB_TEST_OFD_NO_RULES))
    return;
  if (has (self, NB_TEST_OFD_BOXES))
    {
      g_ptr_array_add (self->objects,
                       g_strdup_printf ("<ofd:PathObject Boundary=\"%.3f %.3f %.3f %.3f\"><ofd:AbbreviatedData>"
                                        "M 0 0 L %.3f 0 L %.3f %.3f L 0 %.3f C</ofd:AbbreviatedData></ofd:PathObject>",
                                        x0, upper, x1 - x0, lower - upper, x1 - x0, x1 - x0, lower - upper, lower - upper));
      return;
    }
  rule (self, x0, upper, x1, upper);
  rule (self, x0, lower, x1, lower);
  if (!open || p->column > 0)
    rule (self, x0, upper, x0, lower);
  if (!open || p->column + p->column_span < table->n_columns)
    rule (self, x1, upper, x1, lower);
}

static const NbTestSetterClass setter_class = {
  .left = LEFT,
  .right = RIGHT,
  .upper = UPPER,
  .size = SIZE,
  .leading = LEADING,
  .gap = 1,
  .small = SMALL,
  .line = SMALL * 1.3,
  .margin = MARGIN,
  .table_gap = 4,
  .measure = measure,
  .set_line = set_line,
  .draw_cell = draw_cell,
  .end_page = end_page,
  .get_extra = get_extra,
};

static GBytes *
pack (GPtrArray *pages, gboolean bare)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  GString *list = g_string_new (NULL);
  GBytes *bytes;

  for (guint i = 0; i < pages->len; i += 2)
    g_string_append_printf (list, "<ofd:Page ID=\"%u\" BaseLoc=\"Pages/Page_%u/Content.xml\"/>", i + 10, i / 2);
  g_ptr_array_add (pairs, g_strdup ("OFD.xml"));
  g_ptr_array_add (pairs, g_strdup ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\">"
                                    "<ofd:DocBody><ofd:DocInfo><ofd:Title>题</ofd:Title></ofd:DocInfo>"
                                    "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
  g_ptr_array_add (pairs, g_strdup ("Doc_0/Document.xml"));
  g_ptr_array_add (pairs, g_strdup_printf ("<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData><ofd:PageArea>"
                                           "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                                           "<ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData>"
                                           "<ofd:Pages>%s</ofd:Pages></ofd:Document>", list->str));
  g_ptr_array_add (pairs, g_strdup ("Doc_0/Tpls/Tpl_0/Content.xml"));
  g_ptr_array_add (pairs, g_strdup ("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer><ofd:TextObject "
                                    "Boundary=\"20 10 100 6\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">眉头文字</ofd:TextCode></ofd:TextObject>"
                                    "</ofd:Layer></ofd:Content></ofd:Page>"));
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (pairs, g_strdup (g_ptr_array_index (pages, i)));
  for (guint i = 1; bare && i < pairs->len; i += 2)
    {
      char *xml = g_ptr_array_index (pairs, i);
      g_auto (GStrv) parts = g_strsplit (xml, "ofd:", -1);
      g_autofree char *joined = g_strjoinv ("", parts);
      g_auto (GStrv) names = g_strsplit (joined, "xmlns:ofd=", -1);

      g_free (xml);
      g_ptr_array_index (pairs, i) = g_strjoinv ("xmlns=", names);
    }
  g_ptr_array_add (pairs, NULL);
  g_string_free (list, TRUE);
  bytes = nb_test_zip_list ((const char *const *) pairs->pdata, NULL);
  return bytes;
}

GBytes *
nb_test_ofd_new (const char *content)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (pages, g_strdup ("Doc_0/Pages/Page_0/Content.xml"));
  g_ptr_array_add (pages, g_strdup_printf ("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer>%s</ofd:Layer>"
                                           "</ofd:Content></ofd:Page>", content));
  return pack (pages, FALSE);
}

GBytes *
nb_test_ofd_write (NbDocument *document, guint flags)
{
  Writer writer = { .setter.klass = &setter_class, .flags = flags };
  GBytes *bytes;

  writer.setter.lower = has (&writer, NB_TEST_OFD_SHORT_PAGES) ? 150 : 277;
  writer.objects = g_ptr_array_new_with_free_func (g_free);
  writer.codes = g_ptr_array_new_with_free_func (g_free);
  writer.pages = g_ptr_array_new_with_free_func (g_free);
  nb_test_setter_write (&writer.setter, document);
  bytes = pack (writer.pages, (flags & NB_TEST_OFD_PREFIX) != 0);
  g_ptr_array_unref (writer.objects);
  g_ptr_array_unref (writer.codes);
  g_ptr_array_unref (writer.pages);
  return bytes;
}
