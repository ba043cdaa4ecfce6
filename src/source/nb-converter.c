/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Turns bytes of a known charset into UTF-8: ICU for all charsets but UTF-8 itself. Nothing is
 * kept; any thread. What cannot be decoded becomes U+FFFD, at most as often as the caller allows.
 */

#include "nb-charset.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utf.h>
#include <unicode/utf8.h>

/* UTF-8 bytes that one byte of any charset can become: one byte is at most one UTF-16 unit. */
#define MOST_GROWTH 3
#define PIVOT_UNITS 2048
#define REPLACEMENT 0xfffd
/* Bytes of a character in UTF-8, at most. */
#define LONGEST_CHARACTER 4

/*
 * ICU 72 holds the table of GB 18030-2005, which puts 24 characters in the private use area; the
 * standard of 2022 and Unicode 4.1 and later have places of their own for them.
 */
static const struct
{
  UChar private_use;
  UChar32 standard;
} remapped[] = {
  { 0xe78d, 0xfe10 },  { 0xe78e, 0xfe12 },  { 0xe78f, 0xfe11 },  { 0xe790, 0xfe13 },
  { 0xe791, 0xfe14 },  { 0xe792, 0xfe15 },  { 0xe793, 0xfe16 },  { 0xe794, 0xfe17 },
  { 0xe795, 0xfe18 },  { 0xe796, 0xfe19 },  { 0xe816, 0x20087 }, { 0xe817, 0x20089 },
  { 0xe818, 0x200cc }, { 0xe81e, 0x9fb4 },  { 0xe826, 0x9fb5 },  { 0xe82b, 0x9fb6 },
  { 0xe82c, 0x9fb7 },  { 0xe831, 0x215d7 }, { 0xe832, 0x9fb8 },  { 0xe83b, 0x2298f },
  { 0xe843, 0x9fb9 },  { 0xe854, 0x9fba },  { 0xe855, 0x241fe }, { 0xe864, 0x9fbb },
};

typedef struct
{
  char *text; /* (owned) (nullable) */
  gsize length;
  UChar high; /* a high surrogate whose other half is still to come, or 0 */
  gboolean remap;
  guint n_nul;
} Writer;

static UChar32
remap_private_use (UChar32 c)
{
  for (guint i = 0; i < G_N_ELEMENTS (remapped); i++)
    if (remapped[i].private_use == c)
      return remapped[i].standard;
  return c;
}

static void
writer_put (Writer *self, UChar32 c)
{
  if (self->remap && c >= 0xe78d && c <= 0xe864)
    c = remap_private_use (c);
  if (c == 0)
    {
      c = REPLACEMENT;
      self->n_nul++;
    }
  U8_APPEND_UNSAFE (self->text, self->length, c);
}

/* Nearly all there is: ASCII and Chinese. Gives how many units were taken from the front. */
static gsize
writer_put_plain (Writer *self, const UChar *units, gsize n_units)
{
  char *text = self->text;
  gsize length = self->length;
  gsize i;

  for (i = 0; i < n_units; i++)
    {
      UChar unit = units[i];

      if ((unit >= 0x80 && unit < 0x800) || unit >= 0xd800 || unit == 0)
        break;
      U8_APPEND_UNSAFE (text, length, unit);
    }
  self->length = length;
  return i;
}

static void
writer_put_units (Writer *self, const UChar *units, gsize n_units)
{
  for (gsize i = 0; i < n_units; i++)
    {
      UChar unit;

      if (self->high == 0)
        i += writer_put_plain (self, units + i, n_units - i);
      if (i == n_units)
        return;
      unit = units[i];
      if (self->high != 0 && U16_IS_TRAIL (unit))
        writer_put (self, U16_GET_SUPPLEMENTARY (self->high, unit));
      else
        {
          if (self->high != 0)
            writer_put (self, REPLACEMENT);
          if (!U16_IS_SURROGATE (unit))
            writer_put (self, unit);
          else if (U16_IS_TRAIL (unit))
            writer_put (self, REPLACEMENT);
        }
      self->high = U16_IS_LEAD (unit) ? unit : 0;
    }
}

static void
note_replaced (NbDecoded *decoded, gsize offset)
{
  if (decoded->n_replaced == 0 || offset < decoded->first_replaced)
    decoded->first_replaced = offset;
  decoded->n_replaced++;
}

/* Hands the text over; the NUL characters that became U+FFFD are told beside the damage. */
static void
finish (Writer *writer, const guint8 *bytes, gsize size, const char *charset, NbDecoded *decoded)
{
  const guint8 *nul = writer->n_nul > 0 ? memchr (bytes, 0, size) : NULL;
  char *exact;

  if (nul != NULL)
    note_replaced (decoded, (gsize) (nul - bytes));
  if (writer->n_nul > 1)
    decoded->n_replaced += writer->n_nul - 1;

  writer->text[writer->length] = '\0';
  exact = g_try_realloc (writer->text, writer->length + 1);
  decoded->text = exact != NULL ? exact : writer->text;
  decoded->length = writer->length;
  decoded->charset = g_intern_string (charset);
  writer->text = NULL;
}

static gboolean
convert (UConverter *converter,
         const guint8 *bytes,
         gsize size,
         guint most,
         Writer *writer,
         NbDecoded *decoded)
{
  const char *from = (const char *) bytes;
  const char *end = from + size;
  UErrorCode status = U_ZERO_ERROR;
  UChar pivot[PIVOT_UNITS];

  do
    {
      UChar *to = pivot;

      status = U_ZERO_ERROR;
      ucnv_toUnicode (converter, &to, pivot + PIVOT_UNITS, &from, end, NULL, TRUE, &status);
      writer_put_units (writer, pivot, (gsize) (to - pivot));
      if (U_FAILURE (status) && status != U_BUFFER_OVERFLOW_ERROR)
        {
          UErrorCode ignored = U_ZERO_ERROR;
          char invalid[32];
          int8_t n_invalid = sizeof invalid;

          if (decoded->n_replaced >= most)
            return FALSE;
          ucnv_getInvalidChars (converter, invalid, &n_invalid, &ignored);
          note_replaced (decoded, (gsize) (from - n_invalid - (const char *) bytes));
          writer_put_units (writer, (const UChar[]){ REPLACEMENT }, 1);
        }
    }
  while (U_FAILURE (status) && (from < end || status == U_BUFFER_OVERFLOW_ERROR));

  if (writer->high != 0)
    writer_put (writer, REPLACEMENT);
  return TRUE;
}

/**
 * nb_converter_decode:
 * @charset: a name that ICU knows
 * @bytes: the bytes, without BOM
 * @size: how many
 * @most_errors: how many illegal sequences may become U+FFFD; 0 to decode strictly
 * @decoded: (out): the text, set only on success
 *
 * Decodes with ICU. In gb18030 the characters that ICU leaves in the private use area get their
 * places of 2022.
 *
 * Returns: %FALSE where the charset is unknown, the bytes do not fit it, or memory ran out
 */
gboolean
nb_converter_decode (const char *charset,
                     const guint8 *bytes,
                     gsize size,
                     guint most_errors,
                     NbDecoded *decoded)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (charset, &status);
  Writer writer = { .remap = strcmp (charset, "gb18030") == 0 };
  NbDecoded result = { 0 };
  gboolean done = FALSE;

  if (U_FAILURE (status))
    return FALSE;
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  if (U_SUCCESS (status) && size < G_MAXSIZE / MOST_GROWTH - 8)
    writer.text = g_try_malloc (size * MOST_GROWTH + 8);
  if (writer.text != NULL)
    done = convert (converter, bytes, size, most_errors, &writer, &result);
  ucnv_close (converter);

  if (done)
    {
      finish (&writer, bytes, size, charset, &result);
      *decoded = result;
    }
  g_free (writer.text);
  return done;
}

/* Bytes of the maximal part of a sequence that could have been one, so that one fault is one
 * U+FFFD. */
static gsize
illegal_length (const guint8 *bytes, gsize size)
{
  guint8 lead = bytes[0];
  gsize wanted = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : 1;
  guint8 first = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  guint8 last = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  gsize length = 1;

  while (length < wanted && length < size && bytes[length] >= first && bytes[length] <= last)
    {
      length++;
      first = 0x80;
      last = 0xbf;
    }
  return length;
}

static gsize
count_multibyte (const guint8 *bytes, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; i < size; i++)
    n += bytes[i] >= 0xc0;
  return n;
}

/**
 * nb_converter_repair:
 * @bytes: the bytes, without BOM
 * @size: how many
 * @most_errors: how many illegal sequences may become U+FFFD
 * @insist: whether they are UTF-8 for sure; else legal sequences must outweigh the illegal ones
 * @decoded: (out): the text, set only on success
 *
 * Decodes UTF-8 with damage. NUL becomes U+FFFD too, and does not count as damage of the charset.
 *
 * Returns: %FALSE where the bytes are no UTF-8, or memory ran out
 */
gboolean
nb_converter_repair (const guint8 *bytes,
                     gsize size,
                     guint most_errors,
                     gboolean insist,
                     NbDecoded *decoded)
{
  const gsize weight = 4; /* legal sequences that speak for UTF-8 against one that does not */
  Writer writer = { .text = g_try_malloc (size * MOST_GROWTH + 8) };
  NbDecoded result = { 0 };
  gsize n_legal = 0;
  guint n_errors = 0;
  gsize at = 0, fault_end = 0, fault_begin = 0;

  while (writer.text != NULL && at < size && n_errors <= most_errors)
    {
      const char *end = NULL;
      gsize legal;

      g_utf8_validate_len ((const char *) bytes + at, size - at, &end);
      legal = (gsize) (end - (const char *) bytes) - at;
      memcpy (writer.text + writer.length, bytes + at, legal);
      writer.length += legal;
      n_legal += count_multibyte (bytes + at, legal);
      at += legal;
      if (at < size && bytes[at] == 0)
        {
          writer_put (&writer, 0);
          at++;
        }
      else if (at < size)
        {
          /* What is left of one character is one fault. */
          if (n_errors == 0 || at != fault_end || at - fault_begin >= LONGEST_CHARACTER)
            {
              n_errors++;
              fault_begin = at;
            }
          note_replaced (&result, at);
          writer_put (&writer, REPLACEMENT);
          fault_end = at + illegal_length (bytes + at, size - at);
          at += illegal_length (bytes + at, size - at);
        }
    }

  if (writer.text != NULL && n_errors <= most_errors && (insist || n_legal >= weight * n_errors))
    {
      finish (&writer, bytes, size, "utf-8", &result);
      *decoded = result;
      return TRUE;
    }
  g_free (writer.text);
  return FALSE;
}

/* Bytes of a control character at @p, 0 for other characters and for those that break or indent a line. */
static gsize
control_length (const char *p)
{
  guchar c = (guchar) *p;

  if (c == 0x7f || (c > 0 && c < 0x20 && (c < '\t' || c > '\r')))
    return 1;
  return c == 0xc2 && (guchar) p[1] < 0xa0 && (guchar) p[1] != 0x85 ? 2 : 0;
}

static gboolean
is_of_number (char c)
{
  return g_ascii_isdigit (c) || c == '.';
}

/**
 * nb_converter_mark_controls:
 * @decoded: a text
 *
 * A control character beside a digit was a digit before a bit of it was lost ('1' and 0x11 differ in one): it becomes U+FFFD,
 * so that what is left is no number. The mark of old systems at the end of a text stays.
 */
void
nb_converter_mark_controls (NbDecoded *decoded)
{
  const char *text = decoded->text;
  GString *marked = NULL;
  gsize from = 0;

  for (gsize i = 0, n; i + 1 < decoded->length; i += MAX (n, 1))
    {
      n = control_length (text + i);
      if (n == 0 || !((i > 0 && is_of_number (text[i - 1])) || is_of_number (text[i + n])))
        continue;
      if (marked == NULL)
        marked = g_string_sized_new (decoded->length + 16);
      g_string_append_len (marked, text + from, (gssize) (i - from));
      g_string_append_unichar (marked, REPLACEMENT);
      from = i + n;
    }
  if (marked == NULL)
    return;
  g_string_append_len (marked, text + from, (gssize) (decoded->length - from));
  g_free (decoded->text);
  decoded->length = marked->len;
  decoded->text = g_string_free (marked, FALSE);
}
