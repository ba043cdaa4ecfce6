/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a made-up report with the library and holds what comes back against the truth. */

#include "gen-check.h"

#include "document/nb-document.h"
#include "report/nb-report.h"

#include <string.h>

typedef struct
{
  const GenLayout *layout;
  GenReport *truth;
  NbReport *report;
  GPtrArray *complaints;
} Check;

static void complain (Check *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
complain (Check *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->complaints, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Text without any white space and backslash, as layouts add and lose them. */
static char *
squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != GEN_BREAK && c != 0x200b && c != 0xfeff && c != '\\')
        g_string_append_unichar (out, c);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
equal_squeezed (const char *a, const char *b)
{
  g_autofree char *first = squeeze (a);
  g_autofree char *second = squeeze (b);

  return g_str_equal (first, second);
}

static char *
describe_allowed (const GenFigure *truth)
{
  static const char *const names[] = { "exact",       "inexact", "blank",
                                       "placeholder", "missing", "unreadable" };
  g_autofree char *value = gen_decimal (truth->value);
  g_autoptr (GString) out = g_string_new (value);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((truth->allowed & (1u << i)) != 0)
      g_string_append_printf (out, " %s", names[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What came back of a figure, as one of the outcomes; 0 for a wrong number. */
static guint
outcome_of (NbFigure *figure, const GenFigure *truth)
{
  g_autofree char *right = gen_decimal (truth->value);
  g_autofree char *got = NULL;
  NbDecimal value;

  switch (nb_figure_get_state (figure))
    {
    case NB_STATE_BLANK:
      return GEN_BLANK;
    case NB_STATE_PLACEHOLDER:
      return GEN_PLACEHOLDER;
    case NB_STATE_MISSING:
      return GEN_MISSING;
    case NB_STATE_UNREADABLE:
      return GEN_UNREADABLE;
    case NB_STATE_NUMBER:
    case NB_STATE_ZERO:
    default:
      if (!nb_figure_get_value (figure, &value))
        return 0;
      got = nb_decimal_to_string (value);
      if (!g_str_equal (got, right) ||
          (nb_figure_get_state (figure) == NB_STATE_ZERO) != (truth->value == 0))
        return 0;
      return nb_figure_get_confidence (figure) == NB_CONFIDENCE_EXACT ? GEN_EXACT : GEN_INEXACT;
    }
}

static gboolean
is_paired (const GenLayout *layout)
{
  return layout->is_html ? layout->text == GEN_AS_TEXT (GEN_TEXT_PAIRS)
                         : layout->style == GEN_TEXT_PAIRS;
}

/* The raw text is the slice that the place names, and it is what was printed. */
static void
check_raw (Check *self, NbFigure *figure, const GenFigure *truth)
{
  const NbPlace *place = nb_figure_get_place (figure);
  const char *raw = nb_figure_get_raw (figure);
  gsize length;
  const char *text = nb_document_get_text (nb_report_get_document (self->report), &length);

  if (raw == NULL || place == NULL || place->offset + place->length > length)
    complain (self, "raw: %s has no place", truth->id);
  else if (strlen (raw) != place->length || memcmp (text + place->offset, raw, place->length) != 0)
    complain (self, "raw: %s: \"%s\" is not what stands at its place", truth->id, raw);
  else if (truth->printed != NULL && !equal_squeezed (raw, truth->printed) &&
           !(is_paired (self->layout) && g_str_has_prefix (raw, truth->printed)))
    complain (self, "raw: %s: expected \"%s\", got \"%s\"", truth->id, truth->printed, raw);
}

static void
check_unit (Check *self, NbFigure *figure, const GenFigure *truth)
{
  gboolean in_cell = truth->printed != NULL && (strstr (truth->printed, "元") != NULL ||
                                                strstr (truth->printed, "亿") != NULL);
  gboolean beside = self->truth->form == 2021 ||
                    (self->truth->form == 2014 ? !self->truth->shape.no_units
                                               : self->truth->spelling.unit_head);
  const char *expected = in_cell || beside ? "万元" : NULL;

  if (truth->kind == GEN_MONEY && truth->value != 0 &&
      g_strcmp0 (nb_figure_get_unit (figure), expected) != 0)
    complain (self, "unit: %s (\"%s\"): expected %s, got %s", truth->id, truth->printed, expected,
              nb_figure_get_unit (figure));
}

static void
check_figure (Check *self, NbFigure *figure, const GenFigure *truth)
{
  guint outcome = figure != NULL ? outcome_of (figure, truth) : GEN_MISSING;

  if (figure == NULL && truth->allowed == GEN_EXACT)
    complain (self, "figure: %s is not there", truth->id);
  else if ((outcome & truth->allowed) == 0)
    {
      g_autofree char *expected = describe_allowed (truth);

      complain (
          self, "%s: %s (\"%s\"): expected %s, got %s %s \"%s\"", outcome == 0 ? "wrong" : "figure",
          truth->id, truth->printed, expected, nb_state_to_string (nb_figure_get_state (figure)),
          nb_confidence_to_string (nb_figure_get_confidence (figure)), nb_figure_get_raw (figure));
    }
  else if (outcome == GEN_EXACT && truth->allowed == GEN_EXACT)
    {
      check_raw (self, figure, truth);
      check_unit (self, figure, truth);
    }
}

/* Rows that no form has: all of those of 2008, in order; none at all of the other forms. */
static void
check_extra_rows (Check *self)
{
  GListModel *figures = nb_report_get_figures (self->report);
  guint n = 0, row = 0;

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const GenFigure *truth = self->truth->form == 2008 && n < self->truth->figures->len
                                   ? g_ptr_array_index (self->truth->figures, n)
                                   : NULL;
      g_auto (GStrv) parts = truth != NULL ? g_strsplit (truth->id, "\t", 2) : NULL;
      g_autofree char *id = NULL;

      if (!g_str_has_prefix (nb_figure_get_id (figure), "ext."))
        continue;
      n++;
      if (truth == NULL)
        {
          if (!self->truth->damaged)
            complain (self, "extra: row \"%s\" \"%s\"", nb_figure_get_label (figure),
                      nb_figure_get_raw (figure));
          continue;
        }
      row += g_str_equal (parts[1], "0") || g_str_equal (parts[1], "1") ? 1 : 0;
      id = g_str_equal (parts[1], "0") ? g_strdup_printf ("ext.%u", row)
                                       : g_strdup_printf ("ext.%u.%s", row, parts[1]);
      if (!g_str_equal (id, nb_figure_get_id (figure)) ||
          !equal_squeezed (parts[0], nb_figure_get_label (figure)))
        complain (self, "extra: expected %s \"%s\", got %s \"%s\"", id, parts[0],
                  nb_figure_get_id (figure), nb_figure_get_label (figure));
      else
        check_figure (self, figure, truth);
    }
  if (self->truth->form == 2008 && n < self->truth->figures->len && !self->truth->damaged)
    complain (self, "extra: %u of %u figures", n, self->truth->figures->len);
}

static void
check_text (Check *self, const char *what, const char *expected, const char *got)
{
  if (!equal_squeezed (expected, got))
    complain (self, "%s: expected \"%s\", got \"%s\"", what, expected, got);
}

static void
check_identity (Check *self)
{
  GenReport *truth = self->truth;
  g_autofree char *title = g_strconcat (
      g_ptr_array_index (truth->title, 0),
      truth->title->len > 1 ? g_ptr_array_index (truth->title, 1) : NULL, NULL);

  check_text (self, "title", title, nb_report_get_title (self->report));
  check_text (self, "organ", truth->organ, nb_report_get_organ (self->report));
  check_text (self, "kind", truth->kind,
              nb_organ_kind_to_string (nb_report_get_organ_kind (self->report)));
  check_text (self, "period", truth->period_start, nb_report_get_period_start (self->report));
  check_text (self, "period", truth->period_end, nb_report_get_period_end (self->report));
  check_text (self, "published", truth->published, nb_report_get_published (self->report));
  check_text (self, "signed", truth->signed_on, nb_report_get_signed (self->report));
  if (truth->year != nb_report_get_year (self->report))
    complain (self, "year: expected %u, got %u", truth->year, nb_report_get_year (self->report));
}

static char *
join_prose (Check *self, guint index, gboolean signed_too)
{
  GenSection *section = g_ptr_array_index (self->truth->sections, index);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < section->prose->len; i++)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (section->prose, i));
  for (guint i = 0; signed_too && i < self->truth->sign->len; i++)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (self->truth->sign, i));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* "附件:统计表" may be read as a heading with the name of the sheet for its text. */
static gboolean
is_rest_of_heading (const GenSection *truth, NbSection *section)
{
  g_autofree char *both = g_strconcat (nb_section_get_heading (section), ":",
                                       nb_section_get_text (section), NULL);
  g_autofree char *wide = g_strconcat (nb_section_get_heading (section), "：",
                                       nb_section_get_text (section), NULL);

  return equal_squeezed (truth->heading, both) || equal_squeezed (truth->heading, wide);
}

static void
check_section (Check *self, guint index, NbSection *section)
{
  GenSection *truth = g_ptr_array_index (self->truth->sections, index);
  g_autofree char *text = join_prose (self, index, FALSE);
  g_autofree char *with_sign = join_prose (self, index, TRUE);
  gboolean is_appendix = g_strcmp0 (truth->key, "appendix") == 0;

  if (g_strcmp0 (truth->key, nb_section_get_key (section)) != 0)
    complain (self, "section: expected %s, got %s (\"%s\")", truth->key,
              nb_section_get_key (section), nb_section_get_heading (section));
  else if (g_strcmp0 (truth->number, nb_section_get_number (section)) != 0)
    complain (self, "section: %s: expected number %s, got %s", truth->key, truth->number,
              nb_section_get_number (section));
  else if (!is_appendix && !equal_squeezed (truth->heading, nb_section_get_heading (section)))
    complain (self, "section: %s: expected heading \"%s\", got \"%s\"", truth->key, truth->heading,
              nb_section_get_heading (section));
  else if (!g_str_equal (text, nb_section_get_text (section)) &&
           !g_str_equal (with_sign, nb_section_get_text (section)) &&
           !(is_appendix && (truth->foot->len > 0 || is_rest_of_heading (truth, section))))
    complain (self, "section text: %s: expected \"%s\", got \"%s\"", truth->key, text,
              nb_section_get_text (section));
}

static void
check_sections (Check *self)
{
  GListModel *sections = nb_report_get_sections (self->report);
  guint n = g_list_model_get_n_items (sections);

  if (n != self->truth->sections->len)
    {
      g_autoptr (GString) keys = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

          g_string_append_printf (keys, " %s", nb_section_get_key (section));
        }
      complain (self, "section: expected %u, got %u:%s", self->truth->sections->len, n, keys->str);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      check_section (self, i, section);
    }
}

static void
check_report (Check *self)
{
  const NbForm *form = nb_report_get_form (self->report);
  g_autofree char *id = g_strdup_printf ("%u", self->truth->form);

  if (form == NULL || !g_str_equal (form->id, id))
    {
      if (!self->truth->may_fail)
        complain (self, "form: expected %s, got %s", id, form != NULL ? form->id : "none");
      return;
    }
  for (guint i = 0; i < self->truth->figures->len && self->truth->form != 2008; i++)
    {
      const GenFigure *truth = g_ptr_array_index (self->truth->figures, i);

      check_figure (self, nb_report_find_figure (self->report, truth->id), truth);
    }
  check_extra_rows (self);
  if (self->truth->damaged)
    return;
  check_identity (self);
  check_sections (self);
}

/**
 * gen_check:
 * @layout: the layout
 * @report: the truth
 * @bytes: the file
 *
 * Returns: (transfer full) (element-type utf8): complaints, none where all is well
 */
GPtrArray *
gen_check (const GenLayout *layout, GenReport *report, GBytes *bytes)
{
  Check self = { layout, report, NULL, g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (NbSource) source = nb_source_new_for_bytes (
      layout->is_html ? "made-up.html" : "made-up.txt", bytes, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, &error);
  g_autoptr (GPtrArray) reports = document != NULL ? nb_report_recognise (document, NULL, &error)
                                                   : NULL;

  if (reports == NULL)
    {
      if (!report->may_fail)
        complain (&self, "refused: %s", error->message);
      return self.complaints;
    }
  if (reports->len != 1 && !report->may_fail)
    complain (&self, "reports: expected 1, got %u", reports->len);
  self.report = g_ptr_array_index (reports, 0);
  check_report (&self);
  return self.complaints;
}

NbReport *
gen_read_back (const GenLayout *layout, GBytes *bytes)
{
  g_autoptr (NbSource) source = nb_source_new_for_bytes (
      layout->is_html ? "made-up.html" : "made-up.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);
  g_autoptr (GPtrArray) reports = document != NULL ? nb_report_recognise (document, NULL, NULL)
                                                   : NULL;

  return reports != NULL ? g_object_ref (g_ptr_array_index (reports, 0)) : NULL;
}

guint
gen_number_from (const char *variable, guint fallback)
{
  const char *text = g_getenv (variable);

  return text != NULL && *text != '\0' ? (guint) g_ascii_strtoull (text, NULL, 10) : fallback;
}
