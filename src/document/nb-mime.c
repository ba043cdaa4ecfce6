/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MIME (RFC 2045, 2046), as far as browsers and Word write web archives: heads, parts between boundaries, and the two
 * encodings. What is malformed is read as far as it goes, but where bytes would be missing within a body: that is damage.
 * Nothing decodes to more than it is.
 *
 * Nothing is kept; any thread.
 */

#define _GNU_SOURCE /* memmem */
#include "nb-mime.h"

#include "base/nb-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A head is folded into one line at most this long; the rest of it says nothing here. */
#define LONGEST_HEAD 4096

/* The next line from @at on, without its end; FALSE at the end. */
static gboolean
next_line (const char *bytes, gsize length, gsize *at, const char **line, gsize *line_length)
{
  const char *start = bytes + *at;
  const char *end;

  if (*at >= length)
    return FALSE;
  end = memchr (start, '\n', length - *at);
  *line = start;
  *line_length = end != NULL ? (gsize) (end - start) : length - *at;
  *at += *line_length + (end != NULL);
  while (*line_length > 0 && (*line)[*line_length - 1] == '\r')
    --*line_length;
  return TRUE;
}

/* The value of "name=value" or "name="value"" among the parameters of a head. */
static char *
find_parameter (const char *head, const char *name)
{
  gsize length = strlen (name);

  for (const char *p = strchr (head, ';'); p != NULL; p = strchr (p, ';'))
    {
      const char *end;

      p += 1 + strspn (p + 1, " \t");
      if (g_ascii_strncasecmp (p, name, length) != 0 || p[length] != '=')
        continue;
      p += length + 1;
      if (*p == '"')
        {
          end = strchr (++p, '"');
          return end != NULL ? g_strndup (p, (gsize) (end - p)) : NULL;
        }
      return g_strndup (p, strcspn (p, "; \t"));
    }
  return NULL;
}

/* "<id>" or "id". */
static char *
dup_id (const char *value)
{
  value += strspn (value, "< \t");
  return g_strndup (value, strcspn (value, "> \t"));
}

static gboolean
is_head (const char *head, gsize length, const char *name)
{
  return strlen (name) == length && g_ascii_strncasecmp (head, name, length) == 0;
}

static void
take_head (NbMimePart *self, const char *head)
{
  const char *value = strchr (head, ':');
  gsize length = value != NULL ? (gsize) (value - head) : 0;

  if (value == NULL)
    return;
  value += 1 + strspn (value + 1, " \t");
  if (is_head (head, length, "Content-Type") && self->type == NULL)
    {
      g_autofree char *start = find_parameter (value, "start");

      self->type = g_ascii_strdown (value, (gssize) strcspn (value, "; \t"));
      self->charset = find_parameter (value, "charset");
      self->boundary = find_parameter (value, "boundary");
      self->start = start != NULL ? dup_id (start) : NULL;
    }
  else if (is_head (head, length, "Content-Transfer-Encoding") && self->encoding == NULL)
    self->encoding = g_ascii_strdown (value, (gssize) strcspn (value, "; \t"));
  else if (is_head (head, length, "Content-ID") && self->id == NULL)
    self->id = dup_id (value);
  else if ((is_head (head, length, "Content-Location") || is_head (head, length, "Snapshot-Content-Location")) &&
           self->location == NULL)
    self->location = g_strndup (value, strcspn (value, " \t"));
  else if (is_head (head, length, "Content-Disposition"))
    self->is_attached = g_ascii_strncasecmp (value, "attachment", strlen ("attachment")) == 0;
}

/**
 * nb_mime_part_parse:
 * @self: (out caller-allocates): the part
 * @bytes: a message or a part, its heads first; must outlive @self
 * @length: its length
 *
 * Reads the heads of a part.
 */
void
nb_mime_part_parse (NbMimePart *self, const char *bytes, gsize length)
{
  g_autoptr (GString) head = g_string_new (NULL);
  const char *line;
  gsize at = 0, n;

  memset (self, 0, sizeof *self);
  while (next_line (bytes, length, &at, &line, &n) && n > 0)
    {
      gsize room = head->len < LONGEST_HEAD ? LONGEST_HEAD - head->len : 0;

      if (*line != ' ' && *line != '\t')
        {
          take_head (self, head->str);
          g_string_truncate (head, 0);
          room = LONGEST_HEAD;
        }
      g_string_append_len (head, line, (gssize) MIN (n, room));
    }
  take_head (self, head->str);
  self->body = bytes + at;
  self->length = length - at;
}

/**
 * nb_mime_part_clear:
 * @self: a part
 *
 * Frees what it owns.
 */
void
nb_mime_part_clear (NbMimePart *self)
{
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->boundary, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->location, g_free);
}

/* Whether behind the boundary its line ends: nothing may stand there but "--" of the last one, and blanks. */
static gboolean
ends_line (const char *at, const char *end)
{
  if (end - at >= 2 && memcmp (at, "--", 2) == 0)
    at += 2;
  while (at < end && (*at == ' ' || *at == '\t' || *at == '\r'))
    at++;
  return at == end || *at == '\n';
}

/* Where the next line is "--boundary"; the end where none is. */
static gsize
find_boundary (const NbMimePart *self, gsize at, gsize *behind)
{
  g_autofree char *mark = g_strconcat ("--", self->boundary, NULL);
  gsize n = strlen (mark);
  const char *end = self->body + self->length;

  for (const char *p = self->body + at; (p = memmem (p, (gsize) (end - p), mark, n)) != NULL; p++)
    if ((p == self->body || p[-1] == '\n') && ends_line (p + n, end))
      {
        const char *line_end = memchr (p, '\n', (gsize) (end - p));

        *behind = line_end != NULL ? (gsize) (line_end + 1 - self->body) : self->length;
        return (gsize) (p - self->body);
      }
  *behind = self->length;
  return self->length;
}

/**
 * nb_mime_part_next:
 * @self: a part that has parts
 * @at: (inout): 0 before the first; where to go on
 * @bytes: (out): the next part
 * @length: (out): its length
 *
 * Returns: whether there was one more
 */
gboolean
nb_mime_part_next (const NbMimePart *self, gsize *at, const char **bytes, gsize *length)
{
  gsize start = *at, end, behind;

  if (self->boundary == NULL || *self->boundary == '\0')
    return FALSE;
  if (start == 0)
    find_boundary (self, 0, &start);
  if (start >= self->length)
    return FALSE;
  end = find_boundary (self, start, &behind);
  *bytes = self->body + start;
  *length = end - start;
  *at = behind;
  return TRUE;
}

/* Whether a body is base64 throughout: letters of it alone, in lines of one length but the last, and in whole groups of
 * four unless it is cut off. Anything else tells that some are missing, or stand for others. */
static gboolean
is_base64 (const char *text, gsize length, gboolean is_cut)
{
  gsize n = 0, in_line = 0, width = 0, n_padding = 0;
  gboolean has_short_line = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (g_ascii_isalnum (c) || c == '+' || c == '/' || c == '=')
        {
          n_padding += c == '=';
          if (has_short_line || (n_padding > 0 && c != '='))
            return FALSE;
          n++;
          in_line++;
        }
      else if (c == '\n' && in_line > 0)
        {
          width = width > 0 ? width : in_line;
          has_short_line = in_line != width;
          in_line = 0;
        }
      else if (!g_ascii_isspace (c))
        return FALSE;
    }
  return n_padding <= 2 && (is_cut || n % 4 == 0);
}

static GBytes *
decode_base64 (const char *text, gsize length)
{
  guchar *out = g_malloc (length / 4 * 3 + 6);
  guint save = 0;
  int state = 0;
  gsize n = g_base64_decode_step (text, length, out, &state, &save);

  return g_bytes_new_take (out, n);
}

static GBytes *
decode_quoted (const char *text, gsize length)
{
  char *out = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length;)
    {
      gsize blanks = i + 1;

      if (text[i] != '=')
        {
          out[n++] = text[i++];
          continue;
        }
      /* A line that only the encoding has broken. */
      while (blanks < length && (text[blanks] == ' ' || text[blanks] == '\t' || text[blanks] == '\r'))
        blanks++;
      if (blanks == length || text[blanks] == '\n')
        i = MIN (blanks + 1, length);
      else if (i + 2 < length && g_ascii_isxdigit (text[i + 1]) && g_ascii_isxdigit (text[i + 2]))
        {
          out[n++] = (char) (g_ascii_xdigit_value (text[i + 1]) * 16 + g_ascii_xdigit_value (text[i + 2]));
          i += 3;
        }
      else
        out[n++] = text[i++];
    }
  return g_bytes_new_take (out, n);
}

/* Whether a body that is said to stand as it is does not: its quotes are written as quoted-printable writes them. */
static gboolean
is_quoted (const NbMimePart *self)
{
  static const char quote[] = "=3D\"";

  return memmem (self->body, self->length, quote, strlen (quote)) != NULL;
}

static GBytes *
decode (const NbMimePart *self, gboolean is_cut)
{
  static const char *const plain[] = { "7bit", "8bit", "binary", NULL };
  const char *encoding = self->encoding != NULL ? self->encoding : "binary";

  if (strcmp (encoding, "base64") == 0)
    return is_base64 (self->body, self->length, is_cut) ? decode_base64 (self->body, self->length) : NULL;
  if (strcmp (encoding, "quoted-printable") == 0)
    return decode_quoted (self->body, self->length);
  return g_strv_contains (plain, encoding) && !is_quoted (self) ? g_bytes_new (self->body, self->length) : NULL;
}

/**
 * nb_mime_part_decode:
 * @self: a part
 * @end: where the message ends; a part that goes on up to there may be cut off
 * @error: NB_ERROR_DAMAGED where it is not encoded as it says, or something is missing in its midst
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
nb_mime_part_decode (const NbMimePart *self, const char *end, GError **error)
{
  GBytes *bytes = decode (self, self->body + self->length == end);

  if (bytes == NULL)
    nb_mime_set_damaged (error);
  return bytes;
}

/**
 * nb_mime_set_damaged:
 * @error: return location
 *
 * Says that what a part holds cannot be relied on.
 */
void
nb_mime_set_damaged (GError **error)
{
  g_set_error_literal (error, NB_ERROR, NB_ERROR_DAMAGED,
                       _ ("the web archive is damaged: its page is not encoded as it says; save the page anew"));
}
