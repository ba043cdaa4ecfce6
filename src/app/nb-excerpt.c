/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The source around a place, in a label: some text before, the place itself marked, some text after. Ends
 * of lines, that is of cells, become strokes.
 */

#include "nb-excerpt.h"

#include "nb-ui-text.h"

enum
{
  BYTES_BEFORE = 96,
  BYTES_AFTER = 36,
};

static void
append_flat (GString *out, const char *text, const char *end)
{
  for (const char *at = text; at < end; at++)
    if (*at == '\n' || *at == '\t')
      {
        if (!g_str_has_suffix (out->str, " | "))
          g_string_append (out, " | ");
      }
    else if (*at != '\r')
      g_string_append_c (out, *at);
}

static const char *
to_character (const char *text, const char *at)
{
  while (at > text && ((guchar) *at & 0xc0) == 0x80)
    at--;
  return at;
}

/**
 * nb_excerpt_show:
 * @label: where to show it
 * @report: the report
 * @place: a place in its document
 *
 * Shows the source around @place, with the place in bold on a tinted ground.
 */
void
nb_excerpt_show (GtkLabel *label, NbReport *report, const NbPlace *place)
{
  gsize length = 0;
  const char *text = nb_document_get_text (nb_report_get_document (report), &length);
  gsize begin = MIN (place->offset, length);
  gsize end = MIN ((gsize) place->offset + place->length, length);
  const char *from = to_character (text, text + (begin > BYTES_BEFORE ? begin - BYTES_BEFORE : 0));
  const char *to = to_character (text, text + MIN (end + BYTES_AFTER, length));
  g_autoptr (GString) out = g_string_new (from > text ? "…" : "");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *marks[3];
  gsize first, last;

  append_flat (out, from, text + begin);
  first = out->len;
  append_flat (out, text + begin, text + end);
  if (begin == end)
    g_string_append (out, "\u2002");
  last = out->len;
  append_flat (out, text + end, to);
  g_string_append (out, to < text + length ? "…" : "");

  gtk_label_set_text (label, out->str);
  marks[0] = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  marks[1] = pango_attr_background_new (0x3535, 0x8484, 0xe4e4);
  marks[2] = pango_attr_background_alpha_new (0x4000);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = (guint) first;
      marks[i]->end_index = (guint) last;
      pango_attr_list_insert (attributes, marks[i]);
    }
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string ("zh-cn")));
  gtk_label_set_attributes (label, attributes);
}
