/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What style sheets and fields put beside the text of a page: whether it makes another number of it.
 *
 * Any thread.
 */

#include "nb-html-content.h"

#include "nb-html-tag.h"

#include <string.h>

/* The character that the escape at @p stands for: "\\31 " is the digit 1, "\\"" a quotation mark. */
static gunichar
read_escape (const char **p)
{
  gunichar c = 0;

  for (guint n = 0; n < 6 && g_ascii_isxdigit ((*p)[1]); n++)
    c = c * 16 + (gunichar) g_ascii_xdigit_value (*++*p);
  if (**p == '\\' && (*p)[1] != '\0')
    c = g_utf8_get_char (++*p);
  return c;
}

/* Whether a character put beside a number makes another one of it. */
static gboolean
makes_number (gunichar c)
{
  /* Minus, per mille, and the Chinese digits and powers of ten. */
  static const gunichar others[] = { '.',    '-',    '%',    0x2212, 0x2030, 0x96f6, 0x3007,
                                     0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03,
                                     0x516b, 0x4e5d, 0x5341, 0x767e, 0x5343, 0x4e07, 0x4ebf };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (c == others[i])
      return TRUE;
  return g_unichar_isdigit (c);
}

/**
 * nb_html_makes_number:
 * @shown: text that is put beside a number
 *
 * Returns: whether it makes another number of it
 */
gboolean
nb_html_makes_number (const char *shown)
{
  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    if (makes_number (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether @word stands in the declaration that @value is of. */
static gboolean
has_word (const char *value, const char *word)
{
  gsize length = strlen (word);

  for (; *value != '\0' && *value != ';'; value++)
    if (g_ascii_strncasecmp (value, word, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * nb_html_traits_of_content:
 * @value: of the property "content"
 *
 * What is put beside the text may be a number, or counted, or told elsewhere: what is shown is then not what is written.
 * What an attribute tells is looked up where the element is known.
 *
 * Returns: #NbHtmlTraits of what it is put beside
 */
guint
nb_html_traits_of_content (const char *value)
{
  const char *end = value + strcspn (value, ";");
  guint traits = has_word (value, "counter") || has_word (value, "var(") ? NB_HTML_MADE : 0;
  char quote = '\0';

  for (const char *p = value; p < end; p = g_utf8_next_char (p))
    {
      gboolean is_escaped = *p == '\\';
      gunichar c = is_escaped ? read_escape (&p) : g_utf8_get_char (p);

      if (!is_escaped && c == (gunichar) quote)
        quote = '\0';
      else if (!is_escaped && quote == '\0' && (c == '"' || c == '\''))
        quote = (char) c;
      else if (quote != '\0' && makes_number (c))
        traits |= NB_HTML_MADE;
    }
  return traits;
}

/**
 * nb_html_read_shown:
 * @declaration: of what is put beside an element: "content: attr(data-x)"
 * @name: (out caller-allocates): the name of the attribute that it shows, untouched where it shows none
 * @size: how many bytes there is room for
 *
 * Reads which attribute is shown.
 */
void
nb_html_read_shown (const char *declaration, char *name, gsize size)
{
  const char *found = strstr (declaration, "attr(");
  gsize n;

  if (found == NULL)
    return;
  found += strlen ("attr(");
  found += strspn (found, " ");
  n = strcspn (found, " ,)");
  if (n > 0 && n < size)
    g_snprintf (name, size, "%.*s", (int) n, found);
}
