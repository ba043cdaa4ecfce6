/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tags with more attributes than any page has. libxml2 compares each attribute of a tag with all before
 * it, so that 50 000 of them take seconds: those past NB_LIMIT_ATTRIBUTES are blanked before it sees them.
 * Scripts and comments are not told from markup; nothing of them is read, and "<", ">" and "/" stay.
 *
 * And names of elements with characters that no element has in its name: libxml2 would end the name there, and take
 * "<s\357\277\275an>" for a strike. They become names that no element has (see nb_html_is_spoilt_name()).
 *
 * Any thread.
 */

#include "nb-html-attributes.h"

#include "base/nb-limits.h"

#include <string.h>

/* libxml2 cuts longer names in pieces. */
#define LONGEST_NAME 100

typedef struct
{
  const char *html;
  gsize length;
  char *copy; /* (owned) (nullable): once there is something to blank */
} Scan;

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == ':' || c == '-' || c == '.';
}

static gsize
skip_blanks (const Scan *self, gsize at)
{
  while (at < self->length && g_ascii_isspace (self->html[at]))
    at++;
  return at;
}

/* The end of the value that "=" at @at begins. */
static gsize
skip_value (const Scan *self, gsize at)
{
  at = skip_blanks (self, at + 1);
  if (at < self->length && (self->html[at] == '"' || self->html[at] == '\''))
    {
      const char *end = memchr (self->html + at + 1, self->html[at], self->length - at - 1);

      return end != NULL ? (gsize) (end - self->html) + 1 : self->length;
    }
  while (at < self->length && !g_ascii_isspace (self->html[at]) && self->html[at] != '>' &&
         self->html[at] != '<')
    at++;
  return at;
}

/* What is no attribute is passed over as libxml2 does it. */
static gsize
skip_bogus (const Scan *self, gsize at)
{
  while (at < self->length && !g_ascii_isspace (self->html[at]) && self->html[at] != '>')
    at++;
  return at;
}

static void
make_copy (Scan *self)
{
  if (self->copy != NULL)
    return;
  self->copy = g_malloc (self->length + 1);
  memcpy (self->copy, self->html, self->length);
  self->copy[self->length] = '\0';
}

static void
blank (Scan *self, gsize from, gsize to)
{
  make_copy (self);
  /* The numbers of the lines stay. */
  for (gsize i = from; i < to; i++)
    if (self->copy[i] != '\n')
      self->copy[i] = ' ';
}

/* Goes over the attributes of a tag; @at is behind its name. Returns where it ends. */
static gsize
scan_tag (Scan *self, gsize at)
{
  guint n = 0;

  for (;;)
    {
      gsize from = at = skip_blanks (self, at);

      if (at >= self->length || self->html[at] == '>')
        return at;
      if (!is_name (self->html[at]) || g_ascii_isdigit (self->html[at]) || self->html[at] == '-')
        {
          at = skip_bogus (self, at);
          continue;
        }
      while (at < self->length && is_name (self->html[at]))
        at++;
      n += 1 + (guint) MIN ((at - from) / LONGEST_NAME, NB_LIMIT_ATTRIBUTES);
      if (skip_blanks (self, at) < self->length && self->html[skip_blanks (self, at)] == '=')
        at = skip_value (self, skip_blanks (self, at));
      if (n > NB_LIMIT_ATTRIBUTES)
        blank (self, from, at);
    }
}

/* The rest of a name that goes on at @at with what no name has. Returns its end. */
static gsize
mend_name (Scan *self, gsize at)
{
  make_copy (self);
  for (; at < self->length && ((guchar) self->html[at] >= 0x80 || is_name (self->html[at])); at++)
    if ((guchar) self->html[at] >= 0x80)
      self->copy[at] = '_';
  return at;
}

/**
 * nb_html_is_spoilt_name:
 * @name: name of an element, as libxml2 gives it
 *
 * Returns: whether characters stood in it that no name has
 */
gboolean
nb_html_is_spoilt_name (const char *name)
{
  return strstr (name, "__") != NULL;
}

/**
 * nb_html_bound_attributes:
 * @html: a page
 * @length: its length in bytes
 *
 * Looks for tags with more than NB_LIMIT_ATTRIBUTES attributes, and for names that libxml2 would cut short.
 *
 * Returns: (transfer full) (nullable): the page without those beyond and with such names replaced, of the same length; %NULL
 *   where there are none
 */
char *
nb_html_bound_attributes (const char *html, gsize length)
{
  Scan self = { .html = html, .length = length };
  const char *p = html, *end = html + length;

  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      gboolean is_end = ++p < end && *p == '/';

      p += is_end;
      if (p >= end || !g_ascii_isalpha (*p))
        continue;
      for (guint n = 0; n < LONGEST_NAME && p < end && is_name (*p); n++)
        p++;
      if (p < end && (guchar) *p >= 0x80)
        p = html + mend_name (&self, (gsize) (p - html));
      if (!is_end)
        p = html + scan_tag (&self, (gsize) (p - html));
    }
  return self.copy;
}
