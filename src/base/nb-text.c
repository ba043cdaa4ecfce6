/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Folding of Chinese text, so that the same words compare equal however a page or a word processor
 * spelled their width, spaces, quotes and dashes. Folded text is for comparing only: what is shown
 * and exported is always the slice of the source.
 */

#include "nb-text.h"

#include <string.h>

/* What a character is folded to: itself, another one, SPACE, or COMPATIBLE where only NFKC
 * knows. */
#define SPACE      ((gunichar) ' ')
#define COMPATIBLE ((gunichar) -1)

static gunichar
fold_general_punctuation (gunichar c)
{
  if (c <= 0x200f || (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x206f))
    return SPACE;
  if (c >= 0x2010 && c <= 0x2015)
    return '-';
  if (c >= 0x2018 && c <= 0x201b)
    return '\'';
  if (c >= 0x201c && c <= 0x201f)
    return '"';
  return c;
}

static gunichar
fold_cjk_punctuation (gunichar c)
{
  if (c == 0x3000)
    return SPACE;
  if ((c >= 0x300c && c <= 0x300f) || (c >= 0x301d && c <= 0x301f))
    return '"';
  return c;
}

static gunichar
fold_char (gunichar c)
{
  if (c < 0x80)
    return c <= 0x20 || c == 0x7f ? SPACE : c;
  if (c >= 0x4e00 && c <= 0x9fff)
    return c;
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;
  if (c >= 0x3000 && c <= 0x303f)
    return fold_cjk_punctuation (c);
  if (c >= 0x2000 && c <= 0x206f)
    return fold_general_punctuation (c);
  if (c == 0xa0 || c == 0xad || c == 0x1680 || c == 0x180e || c == 0xfeff)
    return SPACE;
  if (c == 0x2212 || c == 0x2500 || c == 0x2501 || c == 0xfe58 || c == 0xfe63)
    return '-';
  if ((c >= 0x2100 && c <= 0x218f) || (c >= 0x2460 && c <= 0x24ff) ||
      (c >= 0x2e80 && c <= 0x2fdf) || (c >= 0x3200 && c <= 0x33ff) ||
      (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfb00 && c <= 0xfb4f) || (c >= 0xfe10 && c <= 0xfe6b))
    return COMPATIBLE;
  return c;
}

/* What has no width parts nothing: the digits at its sides are seen as one number. */
static gboolean
has_no_width (gunichar c)
{
  return (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xad || c == 0xfeff || c == 0x180e;
}

static gsize
checked_length (const char *text, gssize length)
{
  return length < 0 ? strlen (text) : (gsize) length;
}

/* The size of markup that text converters leave inside cells: a line break element, a hard space, marks of bold. */
static gsize
markup_size (const char *p, const char *end)
{
  static const char *const marks[] = { "<br>", "<br/>", "<br />", "&nbsp;", "&nbsp", "**" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i]);

      if ((gsize) (end - p) >= n && g_ascii_strncasecmp (p, marks[i], n) == 0)
        return n;
    }
  return 0;
}

/* As g_utf8_get_char() for valid UTF-8, without the call: folding is most of what reading a report costs. */
static inline gunichar
get_char (const char *p, guint *size)
{
  const guchar *c = (const guchar *) p;

  if (c[0] < 0x80)
    {
      *size = 1;
      return c[0];
    }
  if (c[0] < 0xe0)
    {
      *size = 2;
      return (c[0] & 0x1fu) << 6 | (c[1] & 0x3fu);
    }
  if (c[0] < 0xf0)
    {
      *size = 3;
      return (c[0] & 0x0fu) << 12 | (c[1] & 0x3fu) << 6 | (c[2] & 0x3fu);
    }
  *size = 4;
  return (c[0] & 0x07u) << 18 | (c[1] & 0x3fu) << 12 | (c[2] & 0x3fu) << 6 | (c[3] & 0x3fu);
}

/* Writes @text folded to @out, which has room for as many bytes and one more. Returns where it ends, %NULL where a character
 * needs NFKC first. */
static char *
fold_to (char *out, const char *text, gsize length, gboolean keep_spaces)
{
  char *start = out;
  gboolean pending = FALSE;
  guint size;

  for (const char *p = text, *end = text + length; p < end; p += size)
    {
      gunichar raw = get_char (p, &size), c = fold_char (raw);

      /* Converters to Markdown put a backslash before whatever could be a mark. */
      if (c == '\\' && p + size < end && g_ascii_ispunct (p[size]))
        {
          p += size;
          size = 1;
          raw = c = (guchar) *p;
        }
      else if (c == '<' || c == '&' || c == '*')
        {
          gsize n = markup_size (p, end);

          if (n > 0)
            {
              size = (guint) n;
              raw = c = SPACE;
            }
        }
      if (c == COMPATIBLE)
        return NULL;
      if (c == SPACE)
        {
          if (raw < 0xad || !has_no_width (raw))
            pending = keep_spaces && out > start;
          continue;
        }
      if (pending)
        *out++ = ' ';
      pending = FALSE;
      if (c < 0x80)
        *out++ = (char) c;
      else if (c == raw)
        for (guint i = 0; i < size; i++)
          *out++ = p[i];
      else
        out += g_unichar_to_utf8 (c, out);
    }

  return out;
}

static char *
fold (const char *text, gssize length, gboolean keep_spaces)
{
  gsize n = checked_length (text, length);
  char *out = g_malloc (n + 1), *end = fold_to (out, text, n, keep_spaces);

  if (end == NULL)
    {
      char *normal = g_utf8_normalize (text, (gssize) n, G_NORMALIZE_NFKC);

      if (normal == NULL)
        normal = g_strndup (text, n);
      g_free (out);
      n = strlen (normal);
      out = g_malloc (n + 1);
      end = fold_to (out, normal, n, keep_spaces);
      /* What NFKC leaves in these ranges has no other form: it is kept as it stands. */
      if (end == NULL)
        {
          g_free (out);
          return normal;
        }
      g_free (normal);
    }
  *end = '\0';
  return out;
}

/**
 * nb_text_fold:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Folds widths, quotes and dashes, and drops all white space. Brackets, commas and stops keep their
 * ASCII form where they have one.
 *
 * Returns: (transfer full): the folded text
 */
char *
nb_text_fold (const char *text, gssize length)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, length, FALSE);
}

/**
 * nb_text_fold_keep:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * As nb_text_fold(), but a run of white space inside becomes one space; at the ends it is dropped.
 *
 * Returns: (transfer full): the folded text
 */
char *
nb_text_fold_keep (const char *text, gssize length)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, length, TRUE);
}

static gboolean
is_chinese_numeral (gunichar c)
{
  static const gunichar numerals[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                       0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341 }; /* one to ten */

  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (numerals[i] == c)
      return TRUE;
  return FALSE;
}

static gboolean
is_delimiter (gunichar c)
{
  return c == '.' || c == ',' || c == ':' || c == ')' || c == ']' || c == 0x3001 || c == 0x3002 ||
         c == 0x3015 || c == 0x3011;
}

/* Skips "(一)", "一、", "1." and the like; @text where there is none. */
static const char *
skip_enumerator (const char *text)
{
  const char *p = text;
  guint n_digits = 0, n_numerals = 0;

  while (*p == '(' || *p == '[')
    p++;
  for (; g_ascii_isdigit (*p); p++)
    n_digits++;
  if (n_digits == 0)
    for (; is_chinese_numeral (g_utf8_get_char (p)); p = g_utf8_next_char (p))
      n_numerals++;
  if ((n_digits == 0 && n_numerals == 0) || n_digits > 2 || n_numerals > 3)
    return text;
  if (!is_delimiter (g_utf8_get_char (p)))
    return n_digits > 0 && (guchar) *p >= 0xe4 ? p : text;
  while (*p != '\0' && is_delimiter (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *p == '\0' || g_ascii_isdigit (*p) ? text : p;
}

/* Skips "其中" with the colon behind it. */
static const char *
skip_of_which (const char *text)
{
  static const char of_which[] = "\xe5\x85\xb6\xe4\xb8\xad";
  const char *p = text;

  if (!g_str_has_prefix (p, of_which))
    return text;
  p += strlen (of_which);
  while (*p != '\0' && is_delimiter (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *p == '\0' ? text : p;
}

/**
 * nb_text_is_compatible:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Whether @text holds a character that is another one in disguise: a circled digit, a digit with its stop, a unit in one
 * character. In a label it may be unfolded; in a number it would become digits that nobody wrote.
 *
 * Returns: whether it holds one
 */
gboolean
nb_text_is_compatible (const char *text, gssize length)
{
  for (const char *p = text, *end = text + checked_length (text, length); p < end;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (fold_char (c) == COMPATIBLE || c == 0xb2 || c == 0xb3 || c == 0xb9)
        return TRUE;
    }
  return FALSE;
}

/* Marks that show what follows them from right to left. */
static gboolean
is_right_to_left (gunichar c)
{
  return c == 0x202e || c == 0x202b || c == 0x2067 || c == 0x200f || c == 0x061c;
}

/**
 * nb_text_is_reversed:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Whether a mark stands in @text that turns the order of its characters round, so that what is seen is not what stands
 * there.
 *
 * Returns: whether it holds one
 */
gboolean
nb_text_is_reversed (const char *text, gssize length)
{
  for (const char *p = text, *end = text + checked_length (text, length); p < end; p++)
    if ((*p == '\xe2' || *p == '\xd8') && is_right_to_left (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * nb_text_label_key:
 * @text: a label, valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Reduces a label to what identifies it: letters, digits and ideographs alone, without punctuation,
 * spaces, a leading enumerator (一、 (一) 1. ①) and a leading "of which" (其中:). Labels that
 * differ only in those have the same key. What could not be read (U+FFFD) stays, because without it the
 * label could be another one.
 *
 * Returns: (transfer full): the key, maybe empty
 */
char *
nb_text_label_key (const char *text, gssize length)
{
  g_autofree char *folded = NULL;
  const char *rest;
  char *out;

  g_return_val_if_fail (text != NULL, NULL);

  folded = nb_text_fold (text, length);
  rest = skip_of_which (skip_enumerator (folded));
  rest = skip_enumerator (rest);

  out = folded;
  while (*rest != '\0')
    {
      const char *next = g_utf8_next_char (rest);
      gunichar c = g_utf8_get_char (rest);
      gsize size = (gsize) (next - rest);

      if (c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) || c == 0xfffd)
        {
          memmove (out, rest, size);
          out += size;
        }
      rest = next;
    }
  *out = '\0';

  return g_steal_pointer (&folded);
}

/**
 * nb_text_dup_label:
 * @text: a label, valid UTF-8
 * @length: its length in bytes, or -1
 *
 * A label for showing: as it stands, on one line, without the markup that text converters leave inside cells.
 *
 * Returns: (transfer full): the label
 */
char *
nb_text_dup_label (const char *text, gssize length)
{
  GString *out;
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + checked_length (text, length);
  out = g_string_sized_new ((gsize) (end - text) + 1);
  for (const char *p = text; p < end; p++)
    {
      gsize n = *p == '<' || *p == '&' || *p == '*' ? markup_size (p, end) : 0;

      if (*p == '\\' && p + 1 < end && g_ascii_ispunct (p[1]))
        p++;
      if (n == 0 && *p != '\n' && *p != '\r')
        {
          g_string_append_c (out, *p);
          continue;
        }
      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      p += MAX (n, 1) - 1;
      while (p + 1 < end && (p[1] == ' ' || p[1] == '\t' || p[1] == '\n' || p[1] == '\r'))
        p++;
    }
  return g_string_free (out, FALSE);
}

/**
 * nb_text_is_enumerated:
 * @text: a line, valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Returns: whether it begins with 一、 (一) 1. or the like
 */
gboolean
nb_text_is_enumerated (const char *text, gssize length)
{
  gsize n = checked_length (text, length);
  g_autofree char *folded = NULL;

  if (n > 24)
    n = (gsize) (g_utf8_find_prev_char (text, text + 24) - text);
  folded = nb_text_fold (text, (gssize) n);

  return skip_enumerator (folded) != folded;
}

/* What opens a stretch that runs from right to left is seen by its effect: it is no white space at the ends. */
static gboolean
is_padding (gunichar c)
{
  return fold_char (c) == SPACE && c != 0x202e && c != 0x202b && c != 0x2067;
}

/**
 * nb_text_trim:
 * @text: valid UTF-8
 * @offset: (inout): where the slice begins
 * @length: (inout): its length in bytes
 *
 * Narrows a slice of @text to leave out white space, of every width, at both ends.
 */
void
nb_text_trim (const char *text, gsize *offset, gsize *length)
{
  const char *start = text + *offset;
  const char *end = start + *length;

  while (start < end && is_padding (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_find_prev_char (start, end);

      if (last == NULL || !is_padding (g_utf8_get_char (last)))
        break;
      end = last;
    }

  *offset = (gsize) (start - text);
  *length = (gsize) (end - start);
}

/**
 * nb_text_is_blank:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Returns: whether @text is nothing but white space of any width
 */
gboolean
nb_text_is_blank (const char *text, gssize length)
{
  gsize offset = 0, n = checked_length (text, length);

  nb_text_trim (text, &offset, &n);
  return n == 0;
}

/**
 * nb_text_edit_distance:
 * @a: valid UTF-8
 * @b: valid UTF-8
 * @most: the largest distance of interest
 *
 * The Levenshtein distance in characters, given up as @most + 1 once it is sure to be larger.
 *
 * Returns: the distance, at most @most + 1
 */
guint
nb_text_edit_distance (const char *a, const char *b, guint most)
{
  glong n_a = 0, n_b = 0;
  g_autofree gunichar *chars_a = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *chars_b = g_utf8_to_ucs4_fast (b, -1, &n_b);
  g_autofree guint *row = NULL;

  if ((guint) ABS (n_a - n_b) > most)
    return most + 1;

  row = g_new (guint, n_b + 1);
  for (glong j = 0; j <= n_b; j++)
    row[j] = (guint) j;
  for (glong i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0], best = (guint) i;

      row[0] = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint substituted = diagonal + (chars_a[i - 1] != chars_b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (MIN (row[j], row[j - 1]) + 1, substituted);
          best = MIN (best, row[j]);
        }
      if (best > most)
        return most + 1;
    }

  return MIN (row[n_b], most + 1);
}

static gboolean
is_unsafe (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * nb_text_append_printable:
 * @line: what to append to
 * @text: any bytes
 *
 * Appends @text as one line without anything that a terminal obeys: what would is written as \uXXXX.
 */
void
nb_text_append_printable (GString *line, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t')
        g_string_append_c (line, ' ');
      else if (is_unsafe (c))
        g_string_append_printf (line, "\\u%04x", c);
      else
        g_string_append_unichar (line, c);
    }
}
