/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of the window: how a state, a severity, a date, a figure or an error is said to the user.
 * No other file of the window turns an enumeration into words. Main thread only.
 */

#include "nb-ui-text.h"

#include <glib/gi18n-lib.h>

#include "nb-settings.h"

#include "base/nb-error.h"
#include "form/nb-label.h"

enum
{
  RAW_CELL_BYTES = 48, /* longer raw text would burst a cell; the panel shows it whole */
};

static gboolean
is_han (gunichar character)
{
  return (character >= 0x2e80 && character < 0xa000) ||
         (character >= 0xf900 && character < 0xfb00) ||
         (character >= 0xff00 && character < 0xff70) || character >= 0x20000;
}

/**
 * nb_ui_new_han_attributes:
 * @text: text of a report
 *
 * Tells Pango that the Han characters of @text are Chinese, or they may come in Japanese shapes. Only they are
 * marked: digits and Latin letters stay in the font of the interface.
 *
 * Returns: (transfer full): the attributes
 */
PangoAttrList *
nb_ui_new_han_attributes (const char *text)
{
  PangoLanguage *chinese = pango_language_from_string ("zh-cn");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *start = NULL;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gboolean han = is_han (g_utf8_get_char (at));

      if (han && start == NULL)
        start = at;
      if (!han && start != NULL)
        {
          PangoAttribute *attribute = pango_attr_language_new (chinese);

          attribute->start_index = (guint) (start - text);
          attribute->end_index = (guint) (at - text);
          pango_attr_list_insert (attributes, attribute);
          start = NULL;
        }
      if (*at == '\0')
        break;
    }
  return g_steal_pointer (&attributes);
}

static void
update_language (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = nb_ui_new_han_attributes (gtk_label_get_text (label));

  gtk_label_set_attributes (label, attributes);
}

/**
 * nb_ui_mark_han:
 * @label: a label that shows text of a report
 *
 * Gives the label nb_ui_new_han_attributes(), now and whenever its text changes.
 */
void
nb_ui_mark_han (GtkLabel *label)
{
  g_signal_connect (label, "notify::label", G_CALLBACK (update_language), NULL);
  update_language (label);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (widget), "nb-tooltip");

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/**
 * nb_ui_set_tooltip:
 * @widget: a widget
 * @text: (nullable): its tooltip
 *
 * As gtk_widget_set_tooltip_text(), which asks the display server each time where the pointer is and
 * waits for the answer; a list that comes in with fifty rows cannot afford that.
 */
void
nb_ui_set_tooltip (GtkWidget *widget, const char *text)
{
  g_object_set_data_full (G_OBJECT (widget), "nb-tooltip", g_strdup (text), g_free);
  if (gtk_widget_get_has_tooltip (widget))
    return;
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * nb_ui_unit:
 * @unit: (nullable): unit of a figure, as the forms spell it
 * @kind: what kind of number it is
 *
 * The forms count in Chinese measure words, which other languages do without.
 *
 * Returns: (transfer none): the unit in the user's language, maybe empty
 */
const char *
nb_ui_unit (const char *unit, NbValueKind kind)
{
  if (unit == NULL)
    return "";
  if (nb_label_pick (unit, "-") == unit)
    return unit;
  /* Translators: the unit of amounts of money, ten thousand yuan. */
  return kind == NB_VALUE_MONEY ? _ ("10 000 yuan") : "";
}

/**
 * nb_ui_get_text_scale:
 * @widget: a widget
 *
 * Returns: how much larger than usual the user wants text
 */
double
nb_ui_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.5, 4.0) : 1.0;
}

/**
 * nb_ui_format_date:
 * @iso: (nullable): YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable): the date in words
 */
char *
nb_ui_format_date (const char *iso)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *full = iso != NULL ? g_strconcat (iso, "T00:00:00Z", NULL) : NULL;

  if (full == NULL)
    return NULL;
  date = g_date_time_new_from_iso8601 (full, NULL);
  /* Translators: a date such as 20 January 2025, in the format of strftime. */
  return date != NULL ? g_date_time_format (date, _ ("%-d %B %Y")) : g_strdup (iso);
}

static void
group_digits (GString *text)
{
  const char *point = strchr (text->str, '.');
  gssize end = point != NULL ? point - text->str : (gssize) text->len;
  gssize first = text->str[0] == '-' ? 1 : 0;

  for (gssize at = end - 3; at > first; at -= 3)
    g_string_insert_c (text, at, ',');
}

/**
 * nb_ui_format_decimal:
 * @decimal: a number
 * @group: whether thousands are parted, where the user wants them so
 *
 * Returns: (transfer full): the number with the minus sign of print
 */
char *
nb_ui_format_decimal (NbDecimal decimal, gboolean group)
{
  g_autofree char *plain = nb_decimal_to_string (decimal);
  GString *text = g_string_new (plain);

  if (group && nb_settings_get_group_digits ())
    group_digits (text);
  if (text->str[0] == '-')
    {
      g_string_erase (text, 0, 1);
      g_string_prepend (text, "\u2212");
    }
  return g_string_free (text, FALSE);
}

char *
nb_ui_format_count (guint count)
{
  return nb_ui_format_decimal ((NbDecimal){ count, 0 }, TRUE);
}

/**
 * nb_ui_report_subtitle:
 * @report: a report
 *
 * Returns: (transfer full): year and form, as far as they are known
 */
char *
nb_ui_report_subtitle (NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);
  guint year = nb_report_get_year (report);
  g_autofree char *form_text = form != NULL ? g_strdup_printf (_ ("form %s"), form->id)
                                            : g_strdup (_ ("unknown form"));

  if (year == 0)
    return g_strdup_printf (_ ("Year unknown · %s"), form_text);
  /* Translators: year of the report, then its form: "2024 · form 2021". */
  return g_strdup_printf (_ ("%u · %s"), year, form_text);
}

const char *
nb_ui_metric_column_label (const NbMetric *metric)
{
  return nb_label_pick (metric->column_label_zh, metric->column_label_en);
}

/**
 * nb_ui_figure_label:
 * @figure: a figure
 *
 * Returns: (transfer none): its label in the user's language; as printed where no form has it
 */
const char *
nb_ui_figure_label (NbFigure *figure)
{
  const NbMetric *metric = nb_figure_get_metric (figure);

  if (metric != NULL)
    return nb_label_pick (metric->label_zh, metric->label_en);
  return nb_figure_get_label (figure) != NULL ? nb_figure_get_label (figure)
                                              : nb_figure_get_id (figure);
}

/**
 * nb_ui_figure_unit:
 * @figure: a figure
 *
 * Returns: (transfer none): its unit in the user's language, maybe empty
 */
const char *
nb_ui_figure_unit (NbFigure *figure)
{
  const NbMetric *metric = nb_figure_get_metric (figure);

  return nb_ui_unit (nb_figure_get_unit (figure), metric != NULL ? metric->kind : NB_VALUE_COUNT);
}

static char *
shorten_raw (const char *raw)
{
  g_autofree char *line = g_strdelimit (g_strdup (raw != NULL ? raw : ""), "\r\n\t", ' ');

  g_strstrip (line);
  if (strlen (line) > RAW_CELL_BYTES)
    {
      char *end = g_utf8_find_prev_char (line, line + RAW_CELL_BYTES);

      if (end != NULL)
        *end = '\0';
      return g_strconcat (line, "…", NULL);
    }
  return g_steal_pointer (&line);
}

/* The source's own digits where nothing else stands in the cell, so that 25.10 is shown as 25.10. */
static char *
dup_digits (NbFigure *figure)
{
  const char *raw = nb_figure_get_raw (figure);
  NbDecimal value = NB_DECIMAL_ZERO;

  if (raw != NULL && *raw != '\0' && strspn (raw, "0123456789.,") == strlen (raw))
    return g_strdup (raw);
  nb_figure_get_value (figure, &value);
  return nb_ui_format_decimal (value, FALSE);
}

/**
 * nb_ui_figure_dup_cell:
 * @figure: a figure
 *
 * Returns: (transfer full): what stands in its cell on the Tables page
 */
char *
nb_ui_figure_dup_cell (NbFigure *figure)
{
  NbDecimal entered;

  if (nb_figure_get_entered (figure, &entered))
    {
      g_autofree char *number = nb_ui_format_decimal (entered, FALSE);

      return g_strconcat ("\u270e\u2009", number, NULL);
    }
  switch (nb_figure_get_state (figure))
    {
    case NB_STATE_NUMBER:
    case NB_STATE_ZERO:
      return dup_digits (figure);
    case NB_STATE_MISSING:
      return g_strdup ("\u2300");
    case NB_STATE_UNREADABLE:
    case NB_STATE_PLACEHOLDER:
      return shorten_raw (nb_figure_get_raw (figure));
    case NB_STATE_BLANK:
    default:
      return g_strdup ("");
    }
}

/**
 * nb_ui_figure_dup_spoken:
 * @figure: a figure
 *
 * Returns: (transfer full): its value for a screen reader; no state sounds like another
 */
char *
nb_ui_figure_dup_spoken (NbFigure *figure)
{
  g_autofree char *cell = nb_ui_figure_dup_cell (figure);
  const char *unit = nb_ui_figure_unit (figure);
  NbDecimal entered;

  if (nb_figure_get_entered (figure, &entered))
    {
      g_autofree char *number = nb_ui_format_decimal (entered, FALSE);

      /* Translators: said of a cell; what stands in the source, as "blank", then the number. */
      return g_strdup_printf (_ ("%s in the source, entered by hand: %s"),
                              nb_ui_state_name (nb_figure_get_state (figure)), number);
    }
  switch (nb_figure_get_state (figure))
    {
    case NB_STATE_NUMBER:
    case NB_STATE_ZERO:
      return *unit != '\0' ? g_strdup_printf ("%s %s", cell, unit) : g_steal_pointer (&cell);
    case NB_STATE_PLACEHOLDER:
      /* Translators: said of a cell that holds a dash or a word for "nothing to fill in". */
      return g_strdup_printf (_ ("placeholder “%s”"), cell);
    case NB_STATE_UNREADABLE:
      return g_strdup_printf (_ ("unreadable, source says “%s”"), cell);
    case NB_STATE_MISSING:
      return g_strdup (_ ("not in this report"));
    case NB_STATE_BLANK:
    default:
      return g_strdup (_ ("blank"));
    }
}

const char *
nb_ui_figure_css_class (NbFigure *figure)
{
  static const char *const classes[] = {
    [NB_STATE_NUMBER] = "nb-number",   [NB_STATE_ZERO] = "nb-zero",
    [NB_STATE_BLANK] = "nb-blank",     [NB_STATE_PLACEHOLDER] = "nb-placeholder",
    [NB_STATE_MISSING] = "nb-missing", [NB_STATE_UNREADABLE] = "nb-unreadable",
  };

  return classes[nb_figure_get_state (figure)];
}

const char *
nb_ui_state_name (NbState state)
{
  switch (state)
    {
    case NB_STATE_NUMBER:
      return _ ("number");
    case NB_STATE_ZERO:
      return _ ("zero");
    case NB_STATE_BLANK:
      return _ ("blank");
    case NB_STATE_PLACEHOLDER:
      return _ ("placeholder");
    case NB_STATE_MISSING:
      return _ ("not in this report");
    case NB_STATE_UNREADABLE:
    default:
      return _ ("unreadable");
    }
}

const char *
nb_ui_confidence_name (NbConfidence confidence)
{
  switch (confidence)
    {
    case NB_CONFIDENCE_EXACT:
      return _ ("by its label");
    case NB_CONFIDENCE_BY_POSITION:
      return _ ("by position");
    case NB_CONFIDENCE_SPLIT:
      return _ ("digits parted by their total");
    case NB_CONFIDENCE_RECOGNISED:
      return _ ("by a text recogniser, in a scan");
    case NB_CONFIDENCE_APPROXIMATE:
    default:
      return _ ("by a similar label");
    }
}

const char *
nb_ui_severity_name (NbSeverity severity)
{
  switch (severity)
    {
    case NB_SEVERITY_ERROR:
      return _ ("Error");
    case NB_SEVERITY_LAW:
      return _ ("Against the law");
    case NB_SEVERITY_WARNING:
      return _ ("Warning");
    case NB_SEVERITY_HINT:
      return _ ("Hint");
    case NB_SEVERITY_INFO:
    default:
      return _ ("Information");
    }
}

const char *
nb_ui_severity_icon (NbSeverity severity)
{
  static const char *const icons[] = {
    [NB_SEVERITY_ERROR] = "nb-error-symbolic",     [NB_SEVERITY_LAW] = "nb-law-symbolic",
    [NB_SEVERITY_WARNING] = "nb-warning-symbolic", [NB_SEVERITY_HINT] = "nb-hint-symbolic",
    [NB_SEVERITY_INFO] = "nb-info-symbolic",
  };

  return icons[severity];
}

const char *
nb_ui_severity_css_class (NbSeverity severity)
{
  static const char *const classes[] = {
    [NB_SEVERITY_ERROR] = "nb-error",     [NB_SEVERITY_LAW] = "nb-law",
    [NB_SEVERITY_WARNING] = "nb-warning", [NB_SEVERITY_HINT] = "nb-hint",
    [NB_SEVERITY_INFO] = "nb-info",
  };

  return classes[severity];
}

/**
 * nb_ui_show_severity:
 * @mark: an image
 * @severity: a severity
 *
 * Gives it the shape and the colour of the severity, and its word as tooltip and name.
 */
void
nb_ui_show_severity (GtkImage *mark, NbSeverity severity)
{
  gtk_image_set_from_icon_name (mark, nb_ui_severity_icon (severity));
  gtk_widget_set_css_classes (GTK_WIDGET (mark),
                              (const char *[]){ nb_ui_severity_css_class (severity), NULL });
  nb_ui_set_tooltip (GTK_WIDGET (mark), nb_ui_severity_name (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nb_ui_severity_name (severity), -1);
}

/* By NbError: what happened, and what to do about it. */
static const struct
{
  const char *title;
  const char *advice;
} error_texts[] = {
  [NB_ERROR_NOT_FOUND] = { N_ ("The report was not found"),
                           N_ ("Check the name or the address, or choose the file in the file "
                               "dialog.") },
  [NB_ERROR_DENIED] = { N_ ("This may not be read"), N_ ("Ask its owner for permission, or save a "
                                                         "copy to a folder of your own.") },
  [NB_ERROR_TOO_LARGE] = { N_ ("The file is too large"),
                           N_ ("Save the report alone to a file and open that.") },
  [NB_ERROR_TIMEOUT] = { N_ ("The site did not answer in time"),
                         N_ ("Try again, or save the page in a browser and open the saved file.") },
  [NB_ERROR_CANCELLED] = { N_ ("Opening was cancelled"), N_ ("Try again whenever you like.") },
  [NB_ERROR_NETWORK] = { N_ ("The site could not be reached"),
                         N_ ("Check the connection and the address, then try again.") },
  [NB_ERROR_REFUSED] = { N_ ("The site did not return a report"),
                         N_ ("Open the page in a browser, save it, and open the saved file.") },
  [NB_ERROR_CHARSET_UNKNOWN] = { N_ ("The characters of this text are not known"),
                                 N_ ("Choose the charset here, or save the file as UTF-8 in the "
                                     "program that made it, and open it again.") },
  [NB_ERROR_UNSUPPORTED] = { N_ ("This kind of file cannot be read"),
                             N_ ("Save the report as .docx, as PDF or as a web page, and open that.") },
  [NB_ERROR_ENCRYPTED] = { N_ ("The file is protected by a password"),
                           N_ ("Save a copy without the password and open that.") },
  [NB_ERROR_DAMAGED] = { N_ ("The file is damaged"),
                         N_ ("Fetch the report again from its source.") },
  [NB_ERROR_NO_TEXT] = { N_ ("There is no text in this file"),
                         N_ ("Pictures cannot be read; look for the report as text.") },
  [NB_ERROR_NOT_A_REPORT] = { N_ ("No annual report was found"),
                              N_ ("Nianbao reads annual reports on open government information of "
                                  "China. Open the page or "
                                  "the file that holds the report itself.") },
  [NB_ERROR_SEVERAL_REPORTS] = { N_ ("This holds several reports"),
                                 N_ ("Open each report from a file of its own.") },
  [NB_ERROR_LIMIT] = { N_ ("The file is built beyond all measure"),
                       N_ ("Save the report alone to a file and open that.") },
};

/**
 * nb_ui_error_title:
 * @error: an error of the library, or any other
 *
 * Returns: (transfer none): one plain sentence
 */
const char *
nb_ui_error_title (const GError *error)
{
  if (error->domain == NB_ERROR && error->code >= 0 &&
      error->code < (int) G_N_ELEMENTS (error_texts))
    return _ (error_texts[error->code].title);
  return _ ("The report could not be opened");
}

/**
 * nb_ui_error_advice:
 * @error: an error of the library, or any other
 *
 * Returns: (transfer none): what the user can do
 */
const char *
nb_ui_error_advice (const GError *error)
{
  if (nb_error_get_links (error) != NULL)
    return _ ("Choose one of the links below: the report may be there.");
  if (error->domain == NB_ERROR && error->code >= 0 &&
      error->code < (int) G_N_ELEMENTS (error_texts))
    return _ (error_texts[error->code].advice);
  return _ ("Try again, or open the report from another file.");
}

/**
 * nb_ui_stack_foot:
 * @foot: a #GtkBox with texts, and what one can do about them
 * @buttons: the latter, a #GtkBox
 * @stacked: whether the buttons stand below the texts, which then have the whole width
 */
void
nb_ui_stack_foot (GtkWidget *foot, GtkWidget *buttons, gboolean stacked)
{
  g_return_if_fail (GTK_IS_BOX (foot));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (foot),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (foot), stacked ? 6 : 12);
  gtk_widget_set_halign (buttons, stacked ? GTK_ALIGN_FILL : GTK_ALIGN_END);
}
