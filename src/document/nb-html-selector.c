/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Selectors of style sheets, as far as one element alone tells whether it is meant: its name, id, classes and attributes.
 * A selector that looks at more, such as what holds the element, is followed by its last part: then it is partial.
 *
 * Immutable; any thread.
 */

#include "nb-html-selector.h"

#include "base/nb-limits.h"
#include "nb-html-css.h"
#include "nb-html-tag.h"

#include <string.h>

/* "[name^=value]"; the operator is '\0' for an attribute that only has to be there. */
typedef struct
{
  char *name;
  char *value;
  char operator;
} Attribute;

/* Of the selectors that one stands for, and of those on the way to them. */
#define MOST_BYTES ((gsize) NB_LIMIT_SELECTOR_BYTES * NB_LIMIT_SELECTOR_EXPANDED)

struct _NbHtmlSelector
{
  char *element; /* (nullable) */
  char *id;      /* (nullable) */
  char *classes[NB_LIMIT_SELECTOR_CLASSES + 1];
  Attribute attributes[NB_LIMIT_SELECTOR_ATTRIBUTES + 1]; /* the last only holds what is too much */
  guint n_classes;
  guint n_attributes;
  char **outer; /* (nullable) */
  gboolean is_partial;
  NbHtmlSubject subject;
};

static void
clear_attribute (Attribute *attribute)
{
  g_clear_pointer (&attribute->name, g_free);
  g_clear_pointer (&attribute->value, g_free);
}

/**
 * nb_html_selector_free:
 * @self: a selector
 *
 * Frees it.
 */
void
nb_html_selector_free (NbHtmlSelector *self)
{
  g_free (self->element);
  g_free (self->id);
  g_strfreev (self->outer);
  for (guint i = 0; i < self->n_classes; i++)
    g_free (self->classes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->attributes); i++)
    clear_attribute (&self->attributes[i]);
  g_free (self);
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || (guchar) c >= 0x80;
}

/* Takes a name off, escapes read: "md\:hidden", "\31 0". NULL where none stands there. */
static char *
take_name (const char **text)
{
  GString *name = g_string_new (NULL);
  const char *p = *text;

  for (; is_name_char (*p) || (*p == '\\' && p[1] != '\0'); p++)
    {
      gunichar c = 0;
      guint n = 0;

      if (*p != '\\')
        {
          g_string_append_c (name, *p);
          continue;
        }
      for (; n < 6 && g_ascii_isxdigit (p[1]); n++)
        c = c * 16 + (gunichar) g_ascii_xdigit_value (*++p);
      if (n == 0)
        g_string_append_c (name, *++p);
      else if (g_unichar_validate (c) && c != 0)
        g_string_append_unichar (name, c);
      if (n > 0 && p[1] == ' ')
        p++;
    }
  *text = p;
  return g_string_free (name, name->len == 0);
}

/* Behind the brackets that open at @p. */
static const char *
skip_brackets (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    if (*p == '(')
      depth++;
    else if (*p == ')' && --depth == 0)
      return p + 1;
  return p;
}

/* Where the last part of a selector begins: behind the last blank or combinator that stands in no brackets. */
static const char *
find_last_part (const char *selector)
{
  const char *last = selector;
  guint depth = 0;

  for (const char *p = selector; *p != '\0'; p++)
    {
      /* A blank behind the number of an escaped character ends that. */
      if (*p == '\\' && p[1] != '\0')
        {
          p++;
          if (g_ascii_isxdigit (*p))
            {
              while (g_ascii_isxdigit (p[1]))
                p++;
              p += p[1] == ' ';
            }
          continue;
        }
      if (*p == '(' || *p == '[')
        depth++;
      else if (*p == ')' || *p == ']')
        depth -= depth > 0;
      else if (depth == 0 && strchr (" \t\r\n\f>+~", *p) != NULL)
        last = p + 1;
    }
  return last;
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_equal (word, *words))
      return TRUE;
  return FALSE;
}

/* States that no element has in a page at rest. */
static const char *const acts[] = { "hover",   "focus",   "focus-within", "focus-visible", "active",   "target",
                                    "visited", "checked", "disabled",     "invalid",       "required", "fullscreen",
                                    NULL };

static gboolean
read_attribute (NbHtmlSelector *self, const char **text)
{
  const char *p = *text + 1, *end;
  Attribute *to = &self->attributes[self->n_attributes];
  char quote;

  p += strspn (p, " ");
  clear_attribute (to);
  to->name = take_name (&p);
  if (to->name == NULL)
    return FALSE;
  for (char *c = to->name; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  if (self->n_attributes < NB_LIMIT_SELECTOR_ATTRIBUTES)
    self->n_attributes++;
  else
    self->is_partial = TRUE;
  p += strspn (p, " ");
  if (*p != ']')
    {
      to->operator= * p;
      p += *p != '=' && *p != '\0';
      if (*p++ != '=')
        return FALSE;
      p += strspn (p, " ");
      quote = *p == '"' || *p == '\'' ? *p++ : '\0';
      end = p + (quote != '\0' ? strcspn (p, quote == '"' ? "\"" : "'") : strcspn (p, "] "));
      to->value = g_strndup (p, (gsize) (end - p));
      p = end + strcspn (end, "]");
    }
  *text = p + (*p == ']');
  return *p == ']';
}

/* FALSE for what is never seen so, or not of the element itself. */
static gboolean
read_pseudo (NbHtmlSelector *self, const char **text)
{
  static const char *const contents[] = { "before", "after", "marker", NULL };
  static const char *const firsts[] = { "first-letter", "first-line", NULL };
  gboolean is_element = (*text)[1] == ':';
  const char *p = *text + 1 + is_element, *behind;
  g_autofree char *name = take_name (&p);
  g_autofree char *inside = NULL;

  if (name == NULL)
    return FALSE;
  behind = *p == '(' ? skip_brackets (p) : p;
  inside = g_strndup (p, (gsize) (behind - p));
  *text = behind;
  if (is_one_of (name, contents))
    self->subject = NB_HTML_OF_CONTENT;
  else if (is_one_of (name, firsts))
    self->subject = NB_HTML_OF_FIRST;
  else if (is_element || is_one_of (name, acts) ||
           g_str_equal (name, "root") || g_str_equal (name, "host") || strstr (inside, ":defined") != NULL)
    return FALSE;
  else
    self->is_partial = TRUE;
  return TRUE;
}

/* Reads "td.a#b[c=d]::before". FALSE where it can name no element. */
static gboolean
read_part (NbHtmlSelector *self, const char *part)
{
  while (*part != '\0')
    {
      char mark = *part;

      if (mark == '[' ? !read_attribute (self, &part) : mark == ':' && !read_pseudo (self, &part))
        return FALSE;
      if (mark == '[' || mark == ':')
        continue;
      if (mark == '*' || mark == '|' || mark == '&')
        {
          part++;
          continue;
        }
      part += mark == '.' || mark == '#';
      {
        g_autofree char *name = take_name (&part);

        if (name == NULL)
          return FALSE;
        if (mark == '.' && self->n_classes == NB_LIMIT_SELECTOR_CLASSES)
          self->is_partial = TRUE;
        else if (mark == '.')
          self->classes[self->n_classes++] = g_steal_pointer (&name);
        else if (mark == '#' && self->id == NULL)
          self->id = g_steal_pointer (&name);
        else if (mark != '#' && self->element == NULL)
          self->element = g_ascii_strdown (name, -1);
        else
          return FALSE;
      }
    }
  return TRUE;
}

/* Whether what stands before the last part asks for what no page at rest has: "tr:hover td"; ":not(:hover) td" does
 * not. */
static gboolean
asks_for_act (const char *text, const char *end)
{
  for (const char *p = text; p < end;)
    {
      g_autofree char *name = NULL;

      if (*p == '(')
        {
          p = skip_brackets (p);
          continue;
        }
      if (*p++ != ':')
        continue;
      name = take_name (&p);
      if (name != NULL && is_one_of (name, acts))
        return TRUE;
    }
  return FALSE;
}

/* The names of what has to hold the element: "table", ".a", "#b"; %NULL where more is asked of that, or too much. */
static char **
dup_outer (const char *text, const char *end)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n = 0;

  for (const char *p = text; p < end;)
    {
      char mark = *p;
      g_autofree char *name = NULL, *key = NULL;

      if (strchr (" \t\r\n\f>*", mark) != NULL)
        {
          p++;
          continue;
        }
      p += mark == '.' || mark == '#';
      name = take_name (&p);
      if (name == NULL || ++n > NB_LIMIT_SELECTOR_CLASSES)
        return NULL;
      key = mark == '.' || mark == '#' ? g_strdup_printf ("%c%s", mark, name) : g_ascii_strdown (name, -1);
      g_strv_builder_add (names, key);
    }
  return n > 0 ? g_strv_builder_end (names) : NULL;
}

/**
 * nb_html_selector_new:
 * @text: a selector, without lists of alternatives
 *
 * Returns: (transfer full) (nullable): what it asks for; %NULL where it can name no element of a page at rest
 */
NbHtmlSelector *
nb_html_selector_new (const char *text)
{
  g_autoptr (NbHtmlSelector) self = NULL;
  const char *part;

  if (*text == '\0')
    return NULL;
  self = g_new0 (NbHtmlSelector, 1);
  part = find_last_part (text);
  self->is_partial = part != text;
  if (asks_for_act (text, part) || !read_part (self, part))
    return NULL;
  self->outer = dup_outer (text, part);
  return g_steal_pointer (&self);
}

/* The first ":is(" or the like in the selector; @length: of its name with the bracket. */
static const char *
find_alternatives (const char *text, gsize *length)
{
  static const char *const names[] = { ":is(", ":where(", ":matches(", ":-webkit-any(",
                                       ":-moz-any(" };

  for (const char *p = strchr (text, ':'); p != NULL; p = strchr (p + 1, ':'))
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      if (g_ascii_strncasecmp (p, names[i], strlen (names[i])) == 0)
        {
          *length = strlen (names[i]);
          return p;
        }
  return NULL;
}

/**
 * nb_html_selector_expand:
 * @text: a selector
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the selectors that it stands for: ":is(a,b).c" is "a.c" and
 *   "b.c"; %NULL where they are too many, or too long
 */
GPtrArray *
nb_html_selector_expand (const char *text)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func (g_free);
  gsize length, n_bytes = 0;
  const char *found;

  g_ptr_array_add (out, g_strdup (text));
  for (guint i = 0; i < out->len;)
    {
      g_autofree char *one = g_strdup (g_ptr_array_index (out, i));
      const char *behind;
      g_autofree char *list = NULL;
      g_autoptr (GPtrArray) parts = NULL;

      found = find_alternatives (one, &length);
      if (found == NULL)
        {
          i++;
          continue;
        }
      behind = skip_brackets (found + length - 1);
      list = g_strndup (found + length,
                        (gsize) (MAX (behind - 1, found + length) - found) - length);
      parts = nb_html_css_split (list);
      n_bytes += strlen (one) + parts->len * (strlen (one) - strlen (list));
      if (out->len + parts->len > NB_LIMIT_SELECTOR_EXPANDED || n_bytes > MOST_BYTES)
        return NULL;
      g_ptr_array_remove_index (out, i);
      for (guint j = 0; j < parts->len; j++)
        g_ptr_array_add (out, g_strdup_printf ("%.*s%s%s", (int) (found - one), one,
                                               (char *) g_ptr_array_index (parts, j), behind));
    }
  return g_steal_pointer (&out);
}

/**
 * nb_html_selector_get_subject:
 * @self: a selector
 *
 * Returns: what its rule is about
 */
NbHtmlSubject
nb_html_selector_get_subject (const NbHtmlSelector *self)
{
  return self->subject;
}

/**
 * nb_html_selector_is_partial:
 * @self: a selector
 *
 * Returns: whether it asks for more than one element tells
 */
gboolean
nb_html_selector_is_partial (const NbHtmlSelector *self)
{
  return self->is_partial;
}

/**
 * nb_html_selector_get_outer:
 * @self: a selector
 *
 * Returns: (nullable): the names of what has to hold the element: "table", ".a", "#b"; %NULL where that is not all that
 *   the selector asks for beside the element itself
 */
const char *const *
nb_html_selector_get_outer (const NbHtmlSelector *self)
{
  return (const char *const *) self->outer;
}

/**
 * nb_html_selector_is_named:
 * @self: a selector
 *
 * Returns: whether it asks for an id, a class or an attribute of the element itself
 */
gboolean
nb_html_selector_is_named (const NbHtmlSelector *self)
{
  return self->id != NULL || self->n_classes > 0 || self->n_attributes > 0;
}

/**
 * nb_html_selector_is_of_table:
 * @self: a selector
 *
 * Returns: whether it asks for a table or a part of one
 */
gboolean
nb_html_selector_is_of_table (const NbHtmlSelector *self)
{
  return self->element != NULL &&
         nb_html_tag_get_rank (nb_html_tag_lookup (self->element)) > 0;
}

/**
 * nb_html_selector_asks_attributes:
 * @self: a selector
 *
 * Returns: whether it asks for attributes other than an id or a class
 */
gboolean
nb_html_selector_asks_attributes (const NbHtmlSelector *self)
{
  return self->n_attributes > 0;
}

/**
 * nb_html_selector_is_any:
 * @self: a selector
 *
 * Returns: whether it asks for nothing of the element itself
 */
gboolean
nb_html_selector_is_any (const NbHtmlSelector *self)
{
  return self->element == NULL && !nb_html_selector_is_named (self);
}

/**
 * nb_html_selector_get_rank:
 * @self: a selector
 *
 * Returns: how much it counts beside another
 */
guint
nb_html_selector_get_rank (const NbHtmlSelector *self)
{
  return (self->id != NULL) * 10000u + (self->n_classes + self->n_attributes) * 100u +
         (self->element != NULL);
}

/**
 * nb_html_selector_dup_key:
 * @self: a selector
 *
 * Returns: (transfer full): the rarest thing that it asks for: "#id", ".class", "[attribute", an element, "*" for any
 */
char *
nb_html_selector_dup_key (const NbHtmlSelector *self)
{
  if (self->id != NULL)
    return g_strconcat ("#", self->id, NULL);
  if (self->n_classes > 0)
    return g_strconcat (".", self->classes[0], NULL);
  if (self->n_attributes > 0)
    return g_strconcat ("[", self->attributes[0].name, NULL);
  return g_strdup (self->element != NULL ? self->element : "*");
}

/**
 * nb_html_find_attribute:
 * @attributes: (nullable): names and values in turn, ended by %NULL
 * @name: a name
 *
 * Returns: (nullable): the value; "" where it has none, %NULL where there is no such attribute
 */
const char *
nb_html_find_attribute (const char *const *attributes, const char *name)
{
  for (const char *const *p = attributes; p != NULL && p[0] != NULL; p += 2)
    if (g_ascii_strcasecmp (p[0], name) == 0)
      return p[1] != NULL ? p[1] : "";
  return NULL;
}

/* Whether @name is one of the words of @classes. */
static gboolean
has_word (const char *classes, const char *name)
{
  gsize n = strlen (name);

  for (const char *p = classes; p != NULL && *p != '\0';)
    {
      gsize length;

      p += strspn (p, " \t\r\n\f");
      length = strcspn (p, " \t\r\n\f");
      if (length == n && memcmp (p, name, n) == 0)
        return TRUE;
      p += length;
    }
  return FALSE;
}

static gboolean
has_attribute (const Attribute *attribute, const char *const *attributes)
{
  const char *value = nb_html_find_attribute (attributes, attribute->name);
  gsize n = attribute->value != NULL ? strlen (attribute->value) : 0;

  if (value == NULL)
    return FALSE;
  switch (attribute->operator)
    {
    case '=':
      return g_str_equal (value, attribute->value);
    case '~':
      return n > 0 && has_word (value, attribute->value);
    case '^':
      return n > 0 && g_str_has_prefix (value, attribute->value);
    case '$':
      return n > 0 && g_str_has_suffix (value, attribute->value);
    case '*':
      return n > 0 && strstr (value, attribute->value) != NULL;
    case '|':
      return g_str_has_prefix (value, attribute->value) && (value[n] == '\0' || value[n] == '-');
    default:
      return TRUE;
    }
}

/**
 * nb_html_selector_matches:
 * @self: a selector
 * @element: name of an element, lower case
 * @attributes: (nullable): its attributes, names and values in turn, ended by %NULL
 *
 * Returns: whether all that can be told of the element is as it asks for
 */
gboolean
nb_html_selector_matches (const NbHtmlSelector *self,
                          const char *element,
                          const char *const *attributes)
{
  const char *classes;

  if (self->element != NULL && !g_str_equal (self->element, element))
    return FALSE;
  if (self->id != NULL && g_strcmp0 (self->id, nb_html_find_attribute (attributes, "id")) != 0)
    return FALSE;
  classes = self->n_classes > 0 ? nb_html_find_attribute (attributes, "class") : NULL;
  for (guint i = 0; i < self->n_classes; i++)
    if (!has_word (classes, self->classes[i]))
      return FALSE;
  for (guint i = 0; i < self->n_attributes; i++)
    if (!has_attribute (&self->attributes[i], attributes))
      return FALSE;
  return TRUE;
}
