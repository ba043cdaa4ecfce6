/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of packages share: see the header. */

#include "nb-test-package.h"

#include "nb-test-html.h"

#include "report/nb-report.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *chunk, size_t length)
{
  g_byte_array_append (data, chunk, (guint) length);
  return (la_ssize_t) length;
}

GBytes *
nb_test_zip_list (const char *const *pairs, const char *password)
{
  struct archive *archive = archive_write_new ();
  GByteArray *out = g_byte_array_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  archive_write_set_bytes_in_last_block (archive, 1);
  if (password != NULL)
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=zipcrypt"), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_set_passphrase (archive, password), ==, ARCHIVE_OK);
    }
  g_assert_cmpint (archive_write_open (archive, out, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  for (gsize i = 0; pairs[i] != NULL; i += 2)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = strlen (pairs[i + 1]);

      archive_entry_set_pathname (entry, pairs[i]);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) length);
      g_assert_cmpint (archive_write_header (archive, entry), >=, ARCHIVE_WARN);
      g_assert_cmpint (archive_write_data (archive, pairs[i + 1], length), ==, (int) length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
nb_test_zip (const char *name, ...)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, name);
  for (const char *at = name; at != NULL; at = va_arg (arguments, const char *))
    g_ptr_array_add (pairs, (gpointer) at);
  va_end (arguments);
  g_ptr_array_add (pairs, NULL);
  return nb_test_zip_list ((const char *const *) pairs->pdata, NULL);
}

NbSource *
nb_test_source (GBytes *bytes)
{
  return nb_source_new_for_bytes ("test", bytes, NULL, NULL);
}

NbDocument *
nb_test_read (GBytes *bytes, GError **error)
{
  g_autoptr (NbSource) source = nb_test_source (bytes);

  return nb_document_read (source, NULL, error);
}

NbDocument *
nb_test_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (path, NULL, NULL, NULL, NULL, &error);
  NbDocument *document;

  g_assert_no_error (error);
  document = nb_document_read (source, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static NbReport *
recognise (NbDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  return g_object_ref (g_ptr_array_index (reports, 0));
}

static char *
describe (NbFigure *figure)
{
  NbDecimal value;
  g_autofree char *number =
      nb_figure_get_value (figure, &value) ? nb_decimal_to_string (value) : g_strdup ("none");

  return g_strdup_printf ("%s %s %s %s %s", nb_figure_get_id (figure), nb_state_to_string (nb_figure_get_state (figure)),
                          number, nb_figure_get_unit (figure) != NULL ? nb_figure_get_unit (figure) : "-",
                          nb_confidence_to_string (nb_figure_get_confidence (figure)));
}

/* Blanks may come and go where lines are broken. */
static char *
dup_without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\n' || !g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  return g_string_free (out, FALSE);
}

static void
assert_same_sections (NbReport *expected, NbReport *got)
{
  GListModel *a = nb_report_get_sections (expected), *b = nb_report_get_sections (got);

  g_assert_cmpuint (g_list_model_get_n_items (b), ==, g_list_model_get_n_items (a));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (NbSection) x = g_list_model_get_item (a, i);
      g_autoptr (NbSection) y = g_list_model_get_item (b, i);

      g_autofree char *text = dup_without_blanks (nb_section_get_text (x));
      g_autofree char *other = dup_without_blanks (nb_section_get_text (y));

      g_assert_cmpstr (nb_section_get_key (y), ==, nb_section_get_key (x));
      g_assert_cmpstr (nb_section_get_heading (y), ==, nb_section_get_heading (x));
      g_assert_cmpstr (other, ==, text);
    }
}

static void
assert_same_figures (NbReport *a, NbReport *b)
{
  GListModel *figures = nb_report_get_figures (a);

  g_assert_true (nb_report_get_form (b) == nb_report_get_form (a));
  g_assert_cmpuint (g_list_model_get_n_items (nb_report_get_figures (b)), ==, g_list_model_get_n_items (figures));
  g_assert_cmpuint (g_list_model_get_n_items (figures), >, 50);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      g_autoptr (NbFigure) other = g_list_model_get_item (nb_report_get_figures (b), i);
      g_autofree char *x = describe (figure), *y = describe (other);

      g_assert_cmpstr (y, ==, x);
    }
}

void
nb_test_assert_same_figures (NbDocument *expected, NbDocument *got)
{
  g_autoptr (NbReport) a = recognise (expected);
  g_autoptr (NbReport) b = recognise (got);

  assert_same_figures (a, b);
}

guint
nb_test_assert_no_wrong_figure (NbDocument *expected, NbDocument *got)
{
  g_autoptr (NbReport) a = recognise (expected);
  g_autoptr (NbReport) b = recognise (got);
  GListModel *figures = nb_report_get_figures (b);
  guint n_right = 0;

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) other = g_list_model_get_item (figures, i);
      NbFigure *figure = nb_report_find_figure (a, nb_figure_get_id (other));
      g_autofree char *x = NULL, *y = NULL;
      NbDecimal value, other_value;

      if (figure != NULL && nb_figure_get_state (other) == NB_STATE_BLANK)
        g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_BLANK);
      if (figure == NULL || !nb_figure_get_value (other, &other_value))
        continue;
      g_assert_true (nb_figure_get_value (figure, &value));
      x = nb_decimal_to_string (value);
      y = nb_decimal_to_string (other_value);
      g_assert_cmpstr (y, ==, x);
      n_right++;
    }
  g_test_message ("%u right", n_right);
  return n_right;
}

void
nb_test_assert_same_report (NbDocument *expected, NbDocument *got)
{
  g_autoptr (NbReport) a = recognise (expected);
  g_autoptr (NbReport) b = recognise (got);

  g_assert_cmpstr (nb_report_get_title (b), ==, nb_report_get_title (a));
  g_assert_cmpstr (nb_report_get_organ (b), ==, nb_report_get_organ (a));
  g_assert_cmpuint (nb_report_get_year (b), ==, nb_report_get_year (a));
  assert_same_figures (a, b);
  assert_same_sections (a, b);
}

void
nb_test_assert_refused (GBytes *bytes, NbError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

  g_assert_null (document);
  g_assert_error (error, NB_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, words);
  g_assert_null (strchr (error->message, '\n'));
}

void
nb_test_assert_reads (GBytes *bytes, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = nb_test_html_dump (document);
  g_assert_cmpstr (dump, ==, expected);
}

/* One layout each: old tables, forms of 2019 and 2021, one with faults. */
static const char *const samples[] = {
  "yunxi-2018.html", "yunxi-2019.html", "yunxi-2021.html", "yunxi-2024.html",
};

typedef struct
{
  NbTestWriter writer;
  const NbTestDialect *dialect;
} DialectTest;

static void
test_dialect (gconstpointer data)
{
  const DialectTest *test = data;

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (NbDocument) sample = nb_test_sample (samples[i]);
      g_autoptr (GBytes) bytes = test->writer (sample, test->dialect->flags);
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

      g_test_message ("%s", samples[i]);
      g_assert_no_error (error);
      if (test->dialect->unclear)
        nb_test_assert_no_wrong_figure (sample, document);
      else
        nb_test_assert_same_report (sample, document);
    }
}

void
nb_test_add_dialects (const char *prefix,
                      NbTestWriter writer,
                      const NbTestDialect *dialects,
                      gsize n_dialects)
{
  for (gsize i = 0; i < n_dialects; i++)
    {
      g_autofree char *path = g_strconcat (prefix, dialects[i].name, NULL);
      DialectTest *test = g_new (DialectTest, 1);

      *test = (DialectTest) { writer, &dialects[i] };
      g_test_add_data_func_full (path, test, test_dialect, g_free);
    }
}
