/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is drawn mirrored, turned, in another size or at another place, or through a filter. What is turned or shrunk
 * may not look as it stands; what is mirrored or upside down is another number; what is moved may take the place of another one.
 *
 * Any thread.
 */

#include "nb-html-transform.h"

#include "nb-html-length.h"
#include "nb-html-tag.h"

#include <math.h>
#include <string.h>

/* What parts numbers and functions. */
#define BLANKS ", \t\r\n"
/* A row or a column is no narrower, in pixels. */
#define FAR 12.0
/* Text that is out of focus so far is not read, in pixels. */
#define BLURRED 2.0
/* No translation goes in more directions. */
#define MOST_WAYS 3
/* Boxes are put in the middle by half of their size. */
#define HALF 50.0

/* The numbers that stand in a declaration, or between the parentheses of a function of it; 0 where anything else does. */
static guint
read_numbers (const char *text, double *numbers, guint most)
{
  guint n = 0;

  for (text += strspn (text, BLANKS); strchr (");!", *text) == NULL; text += strspn (text, BLANKS))
    {
      char *end;
      double number = g_ascii_strtod (text, &end);

      if (end == text || n == most)
        return 0;
      numbers[n++] = number;
      for (text = end; g_ascii_isalpha (*text) || *text == '%';)
        text++;
    }
  return n;
}

/* Whether these are sizes by which nothing is mirrored or made to vanish. */
static gboolean
are_sizes (const char *text)
{
  double sizes[3];
  guint n = read_numbers (text, sizes, G_N_ELEMENTS (sizes));

  for (guint i = 0; i < n; i++)
    if (sizes[i] <= 0)
      return FALSE;
  return n > 0;
}

static guint
judge_matrix (const char *text)
{
  double m[6];

  if (read_numbers (text, m, G_N_ELEMENTS (m)) != G_N_ELEMENTS (m) || m[0] <= 0 || m[1] != 0 ||
      m[2] != 0 || m[3] <= 0)
    return NB_HTML_TURNED;
  return MAX (fabs (m[4]), fabs (m[5])) < FAR ? 0 : NB_HTML_MOVED;
}

/* A matrix in space counts where it does what one of the plane can do: sizes and ways. */
static guint
judge_space (const char *text)
{
  double m[16];

  if (read_numbers (text, m, G_N_ELEMENTS (m)) != G_N_ELEMENTS (m))
    return NB_HTML_TURNED;
  for (guint i = 0; i < G_N_ELEMENTS (m); i++)
    if (i % 5 == 0 ? m[i] <= 0 : (i < 12 || i > 14) && m[i] != 0)
      return NB_HTML_TURNED;
  return MAX (fabs (m[12]), fabs (m[13])) < FAR ? 0 : NB_HTML_MOVED;
}

/* Whether the angle of a turn, which stands last, or all angles are none. */
static gboolean
are_no_angles (const char *function, const char *arguments)
{
  double angles[4];
  guint n = read_numbers (arguments, angles, G_N_ELEMENTS (angles));

  for (guint i = nb_html_declares (function, "rotate3d(") ? 3 : 0; i < n; i++)
    if (angles[i] != 0)
      return FALSE;
  return n > 0 && (n == 4) == nb_html_declares (function, "rotate3d(");
}

/* Whether something stays where it is by one of the ways that it is moved. */
static gboolean
is_near (const char *text)
{
  char *end;
  double way = fabs (g_ascii_strtod (text, &end));

  if (end == text)
    return FALSE;
  return *end == '%' ? way <= HALF : fabs (nb_html_length_read (&text)) < FAR;
}

static guint
judge_ways (const char *text)
{
  guint n = 0;

  for (text += strspn (text, BLANKS); strchr (");!", *text) == NULL; text += strspn (text, BLANKS))
    {
      if (++n > MOST_WAYS || !is_near (text))
        return NB_HTML_MOVED;
      text += strcspn (text, BLANKS ");");
    }
  return 0;
}

/* What a function of a transformation makes of a number. */
static guint
judge_function (const char *function, const char *arguments)
{
  if (nb_html_declares (function, "translate"))
    return judge_ways (arguments);
  if (nb_html_declares (function, "matrix("))
    return judge_matrix (arguments);
  if (nb_html_declares (function, "matrix3d("))
    return judge_space (arguments);
  if (nb_html_declares (function, "scale"))
    return are_sizes (arguments) ? 0 : NB_HTML_TURNED;
  /* By itself that changes nothing. */
  if (nb_html_declares (function, "perspective("))
    return 0;
  if (nb_html_declares (function, "rotate") || nb_html_declares (function, "skew"))
    return are_no_angles (function, arguments) ? 0 : NB_HTML_TURNED;
  return NB_HTML_TURNED;
}

/* What stands behind the parenthesis that closes the arguments. */
static const char *
skip_arguments (const char *arguments)
{
  const char *p = arguments;

  for (guint depth = 1; depth > 0 && *p != '\0' && *p != ';'; p++)
    depth = *p == '(' ? depth + 1 : *p == ')' ? depth - 1 : depth;
  return p;
}

/**
 * nb_html_traits_of_transform:
 * @value: of the property "transform"
 *
 * Returns: #NbHtmlTraits of what is drawn so
 */
guint
nb_html_traits_of_transform (const char *value)
{
  guint traits = NB_HTML_RAISED;
  const char *open;

  if (nb_html_declares (value, "none"))
    return 0;
  for (; *(open = value + strcspn (value, "(;")) == '('; value = skip_arguments (open + 1))
    {
      value += strspn (value, BLANKS);
      traits |= judge_function (value, open + 1);
    }
  return traits;
}

/**
 * nb_html_traits_of_scale:
 * @value: of the property "scale"
 *
 * Returns: #NbHtmlTraits of what is drawn so
 */
guint
nb_html_traits_of_scale (const char *value)
{
  if (nb_html_declares (value, "none"))
    return 0;
  return are_sizes (value) ? NB_HTML_RAISED : NB_HTML_RAISED | NB_HTML_TURNED;
}

/**
 * nb_html_traits_of_rotate:
 * @value: of the property "rotate"
 *
 * Returns: #NbHtmlTraits of what is drawn so
 */
guint
nb_html_traits_of_rotate (const char *value)
{
  if (nb_html_declares (value, "none"))
    return 0;
  return nb_html_length_is_zero (value) ? NB_HTML_RAISED : NB_HTML_RAISED | NB_HTML_TURNED;
}

/**
 * nb_html_traits_of_translate:
 * @value: of the property "translate"
 *
 * Returns: #NbHtmlTraits of what is drawn so
 */
guint
nb_html_traits_of_translate (const char *value)
{
  return nb_html_declares (value, "none") ? 0 : NB_HTML_RAISED | judge_ways (value);
}

/* Whether the function of a filter leaves nothing to see. */
static gboolean
blots_out (const char *function, const char *argument)
{
  char *end;
  double size = g_ascii_strtod (argument, &end);

  if (end == argument)
    return FALSE;
  if (nb_html_declares (function, "blur"))
    return nb_html_length_read (&argument) >= BLURRED;
  return (nb_html_declares (function, "opacity") || nb_html_declares (function, "brightness") ||
          nb_html_declares (function, "contrast")) &&
         size < (*end == '%' ? NB_HTML_FAINTEST * 100 : NB_HTML_FAINTEST);
}

/**
 * nb_html_traits_of_filter:
 * @value: of the property "filter"
 *
 * Returns: #NbHtmlTraits of what is drawn so
 */
guint
nb_html_traits_of_filter (const char *value)
{
  const char *open;
  guint traits = 0;

  for (; *(open = value + strcspn (value, "(;")) == '('; value = skip_arguments (open + 1))
    {
      value += strspn (value, BLANKS);
      if (blots_out (value, open + 1))
        traits = NB_HTML_RAISED | NB_HTML_FAINT;
    }
  return traits;
}
