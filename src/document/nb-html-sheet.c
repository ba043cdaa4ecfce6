/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the style elements of a page hide, strike out or raise: rules whose selectors are an element, a class, an id or
 * several of these on one element. What a sheet says for paper or for narrow screens (any block behind an @) hides
 * nothing. A selector that looks at more than the element itself is followed by its last part alone: what it hides may
 * be hidden, so it is kept apart from the text beside it instead (NB_HTML_RAISED).
 *
 * Linear in the length of the sheets. A page with more than NB_LIMIT_STYLE_RULES rules is not read. Used by one thread.
 */

#include "nb-html-sheet.h"

#include "base/nb-limits.h"
#include "nb-html-tag.h"

#include <string.h>

/* Longer than any selector that names one element. */
#define LONGEST_SELECTOR 200
#define MOST_CLASSES     8
/* So many bytes of classes are compared as fast as a rule is looked at. */
#define BYTES_PER_LOOK 16

typedef enum
{
  SAYS_DISPLAY,
  SAYS_VISIBILITY,
  SAYS_LINE,
  SAYS_HEIGHT,
  SAYS_SIZE,
  SAYS_OPACITY,
  SAYS_COLOR,
  SAYS_INDENT,
  SAYS_CLIP,
  SAYS_TRANSFORM,
  SAYS_CONTENT, /* of what is put before an element or behind it */
  SAYS_PLACE,   /* position, left and top together */
  N_MATTERS,
} Matter;

/* What each matter is where a sheet says so, and the property that says it. A selector that is known in part only is
 * followed where it hides; white letters and the like are too common in menus. */
static const struct
{
  const char *property;
  guint trait;
  gboolean follows_parts;
} matters[N_MATTERS] = {
  [SAYS_DISPLAY] = { "display", NB_HTML_HIDDEN, TRUE },
  [SAYS_VISIBILITY] = { "visibility", NB_HTML_INVISIBLE, TRUE },
  [SAYS_LINE] = { "text-decoration", NB_HTML_STRUCK, TRUE },
  [SAYS_HEIGHT] = { "vertical-align", NB_HTML_RAISED, TRUE },
  [SAYS_SIZE] = { "font-size", NB_HTML_NO_SIZE | NB_HTML_SIZED | NB_HTML_RAISED },
  [SAYS_OPACITY] = { "opacity", NB_HTML_STRUCK },
  [SAYS_COLOR] = { "color", NB_HTML_RAISED },
  [SAYS_INDENT] = { "text-indent", NB_HTML_STRUCK },
  [SAYS_CLIP] = { "clip", NB_HTML_STRUCK, FALSE },
  [SAYS_TRANSFORM] = { "transform", NB_HTML_RAISED },
  [SAYS_CONTENT] = { "content", NB_HTML_MADE, TRUE },
  [SAYS_PLACE] = { "position", NB_HTML_HIDDEN },
};

/* Other names of the same. */
static const struct
{
  const char *property;
  Matter matter;
} aliases[] = {
  { "text-decoration-line", SAYS_LINE },
  { "clip-path", SAYS_CLIP },
  { "left", SAYS_PLACE },
  { "top", SAYS_PLACE },
};

typedef struct
{
  char *element; /* (nullable) */
  char *id;      /* (nullable) */
  char *classes[MOST_CLASSES + 1];
  gboolean is_partial; /* the selector has more parts before this one */
  guint says;          /* bits of Matter */
  guint traits[N_MATTERS];
  guint64 weight; /* of two rules, the heavier counts */
} Rule;

struct _NbHtmlSheet
{
  GPtrArray *rules;   /* Rule */
  GHashTable *places; /* ".class", "#id" or element to GPtrArray of Rule that ask for it */
  guint order;
  gboolean hides;
  gboolean is_full; /* more than NB_LIMIT_STYLE_RULES came */
  guint64 n_looks;  /* rules that were looked at for the elements so far */
};

static void
free_rule (gpointer data)
{
  Rule *rule = data;

  g_free (rule->element);
  g_free (rule->id);
  for (guint i = 0; rule->classes[i] != NULL; i++)
    g_free (rule->classes[i]);
  g_free (rule);
}

/**
 * nb_html_sheet_new:
 *
 * Returns: (transfer full): a sheet without rules
 */
NbHtmlSheet *
nb_html_sheet_new (void)
{
  NbHtmlSheet *self = g_new0 (NbHtmlSheet, 1);

  self->rules = g_ptr_array_new_with_free_func (free_rule);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * nb_html_sheet_free:
 * @self: a sheet
 *
 * Frees it.
 */
void
nb_html_sheet_free (NbHtmlSheet *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || (guchar) c >= 0x80;
}

/* Where the last part of a selector begins: behind the last blank or combinator. */
static const char *
find_last_part (const char *selector)
{
  const char *last = selector;

  for (const char *p = selector; *p != '\0'; p++)
    if (strchr (" \t\r\n\f>+~", *p) != NULL)
      last = p + 1;
  return last;
}

/* Reads "td.a#b.c". FALSE where anything else stands in it. */
static gboolean
read_part (const char *part, Rule *rule)
{
  guint n_classes = 0;

  if (*part == '*')
    part++;
  while (*part != '\0')
    {
      char mark = *part == '.' || *part == '#' ? *part++ : '\0';
      const char *end = part;
      char **to;

      while (is_name_char (*end))
        end++;
      if (end == part || (mark == '.' && n_classes == MOST_CLASSES) ||
          (mark == '\0' && rule->element != NULL) || (mark == '#' && rule->id != NULL))
        return FALSE;
      to = mark == '.' ? &rule->classes[n_classes++] : mark == '#' ? &rule->id : &rule->element;
      *to = mark == '\0' ? g_ascii_strdown (part, end - part)
                         : g_strndup (part, (gsize) (end - part));
      part = end;
    }
  return rule->element != NULL || rule->id != NULL || n_classes > 0;
}

/* A rule is looked for by the rarest thing that it asks for. */
static void
place_rule (NbHtmlSheet *self, Rule *rule)
{
  g_autofree char *key = rule->id != NULL           ? g_strconcat ("#", rule->id, NULL)
                         : rule->classes[0] != NULL ? g_strconcat (".", rule->classes[0], NULL)
                                                    : g_strdup (rule->element);
  GPtrArray *place = g_hash_table_lookup (self->places, key);

  if (place == NULL)
    {
      place = g_ptr_array_new ();
      g_hash_table_insert (self->places, g_steal_pointer (&key), place);
    }
  g_ptr_array_add (self->rules, rule);
  g_ptr_array_add (place, rule);
  for (guint m = 0; m < N_MATTERS; m++)
    self->hides |= (rule->says >> m & 1) != 0 && (rule->traits[m] & ~(guint) NB_HTML_SIZED) != 0;
}

/* Takes "::before" or "::after" off the end of a selector. */
static gboolean
take_pseudo (char *selector)
{
  static const char *const ends[] = { "::before", "::after", ":before", ":after" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (selector, ends[i]))
      {
        selector[strlen (selector) - strlen (ends[i])] = '\0';
        return TRUE;
      }
  return FALSE;
}

static void
add_rule (NbHtmlSheet *self,
          char *selector,
          guint says,
          const guint traits[N_MATTERS],
          gboolean is_important)
{
  g_autofree Rule *rule = NULL;
  const char *part;
  guint64 rank;

  g_strstrip (selector);
  if (strlen (selector) > LONGEST_SELECTOR)
    return;
  /* What is said of such content hides nothing of the element, and only that has content. */
  says &= take_pseudo (selector) ? 1u << SAYS_CONTENT : ~(1u << SAYS_CONTENT);
  if (says == 0)
    return;
  if (self->rules->len >= NB_LIMIT_STYLE_RULES)
    {
      self->is_full = TRUE;
      return;
    }
  rule = g_new0 (Rule, 1);
  part = find_last_part (selector);
  if (!read_part (part, rule))
    {
      free_rule (g_steal_pointer (&rule));
      return;
    }
  rule->is_partial = part != selector;
  rule->says = says;
  memcpy (rule->traits, traits, sizeof rule->traits);
  rank = (rule->id != NULL) * 10000u + g_strv_length (rule->classes) * 100u +
         (rule->element != NULL);
  rule->weight = ((guint64) is_important << 60) | rank << 32 | self->order++;
  place_rule (self, g_steal_pointer (&rule));
}

/* The matter that a declaration is about; N_MATTERS for none that counts. */
static Matter
find_matter (const char *declaration)
{
  gsize length = strcspn (declaration, ": \t\r\n\f");

  for (Matter m = 0; m < N_MATTERS; m++)
    if (strlen (matters[m].property) == length &&
        g_ascii_strncasecmp (declaration, matters[m].property, length) == 0)
      return m;
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (strlen (aliases[i].property) == length &&
        g_ascii_strncasecmp (declaration, aliases[i].property, length) == 0)
      return aliases[i].matter;
  return N_MATTERS;
}

/* What the declarations say of the matters that count. */
static guint
read_declarations (const char *declarations, guint traits[N_MATTERS], gboolean *is_important)
{
  g_auto (GStrv) parts = g_strsplit (declarations, ";", -1);
  g_autoptr (GString) place = g_string_new (NULL);
  guint says = 0;

  memset (traits, 0, N_MATTERS * sizeof traits[0]);
  *is_important = FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      Matter m = find_matter (g_strstrip (parts[i]));

      if (m == N_MATTERS)
        continue;
      says |= 1u << m;
      if (m == SAYS_PLACE)
        g_string_append_printf (place, "%s;", parts[i]);
      else
        traits[m] = nb_html_traits_of_style (parts[i]) & matters[m].trait;
      *is_important |= strstr (parts[i], "!important") != NULL ||
                       strstr (parts[i], "! important") != NULL;
    }
  traits[SAYS_PLACE] = nb_html_traits_of_style (place->str) & matters[SAYS_PLACE].trait;
  return says;
}

/* The end of the block that begins behind the brace at @p. */
static const char *
skip_block (const char *p, const char *end)
{
  guint depth = 0;

  for (; p < end; p++)
    if (*p == '{')
      depth++;
    else if (*p == '}' && --depth == 0)
      return p + 1;
  return end;
}

/* The sheet without its comments and the marks that hide it from very old browsers. */
static char *
strip_comments (const char *css, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (const char *p = css, *end = css + length; p < end;)
    {
      const char *close;

      if (end - p >= 2 && p[0] == '/' && p[1] == '*')
        {
          close = g_strstr_len (p + 2, end - p - 2, "*/");
          p = close != NULL ? close + 2 : end;
          g_string_append_c (out, ' ');
        }
      else if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
        p += 4;
      else if (end - p >= 3 && memcmp (p, "-->", 3) == 0)
        p += 3;
      else
        g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

static void
read_rule (NbHtmlSheet *self,
           const char *prelude,
           gsize n_prelude,
           const char *block,
           gsize n_block)
{
  g_autofree char *selectors = NULL;
  g_autofree char *declarations = g_strndup (block, n_block);
  g_auto (GStrv) parts = NULL;
  guint traits[N_MATTERS];
  guint says;
  gboolean is_important;

  says = read_declarations (declarations, traits, &is_important);
  if (says == 0)
    return;
  selectors = g_strndup (prelude, n_prelude);
  parts = g_strsplit (selectors, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    add_rule (self, parts[i], says, traits, is_important);
}

/**
 * nb_html_sheet_read:
 * @self: a sheet
 * @css: the text of a style element
 * @length: its length in bytes
 *
 * Adds the rules of a style element that say what is seen.
 *
 * Returns: whether there were any
 */
gboolean
nb_html_sheet_read (NbHtmlSheet *self, const char *css, gsize length)
{
  g_autofree char *text = strip_comments (css, length);
  const char *end = text + strlen (text);
  guint n_before = self->rules->len;

  for (const char *p = text; p < end && !self->is_full;)
    {
      const char *stop;

      while (p < end && (g_ascii_isspace (*p) || *p == ';' || *p == '}'))
        p++;
      stop = p + strcspn (p, *p == '@' ? "{;" : "{");
      if (stop >= end)
        break;
      if (*p == '@')
        {
          p = *stop == '{' ? skip_block (stop, end) : stop + 1;
          continue;
        }
      {
        const char *close = skip_block (stop, end);
        const char *inner = close > stop + 1 && close[-1] == '}' ? close - 1 : close;

        read_rule (self, p, (gsize) (stop - p), stop + 1, (gsize) (inner - stop - 1));
        p = close;
      }
    }
  return self->rules->len > n_before;
}

/**
 * nb_html_sheet_is_full:
 * @self: the sheets of a page
 *
 * Returns: whether there were more rules than are kept, so that nobody knows what they hide
 */
gboolean
nb_html_sheet_is_full (NbHtmlSheet *self)
{
  return self->is_full;
}

/**
 * nb_html_sheet_hides:
 * @self: a sheet
 *
 * Returns: whether any rule hides, strikes out or raises anything
 */
gboolean
nb_html_sheet_hides (NbHtmlSheet *self)
{
  return self->hides;
}

/* Whether @name is one of the words of @classes. */
static gboolean
has_class (const char *classes, const char *name)
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
matches (const Rule *rule, const char *element, const char *id, const char *classes)
{
  if (rule->element != NULL && !g_str_equal (rule->element, element))
    return FALSE;
  if (rule->id != NULL && g_strcmp0 (rule->id, id) != 0)
    return FALSE;
  for (guint i = 0; rule->classes[i] != NULL; i++)
    if (!has_class (classes, rule->classes[i]))
      return FALSE;
  return TRUE;
}

/* The heaviest word on each matter, by whole selectors and by those that are known in part. */
typedef struct
{
  guint64 weight[N_MATTERS];
  guint traits[N_MATTERS];
  gboolean is_open[N_MATTERS]; /* another rule, known in part, says otherwise or may */
  guint open_traits[N_MATTERS];
} Verdict;

static void
hear (Verdict *verdict, const Rule *rule)
{
  for (guint m = 0; m < N_MATTERS; m++)
    {
      guint trait = rule->traits[m];

      if ((rule->says >> m & 1) == 0 || (rule->is_partial && !matters[m].follows_parts))
        continue;
      if (rule->is_partial)
        {
          verdict->is_open[m] = TRUE;
          verdict->open_traits[m] |= trait;
        }
      else if (rule->weight + 1 > verdict->weight[m])
        {
          verdict->weight[m] = rule->weight + 1;
          verdict->traits[m] = trait;
        }
    }
}

static gboolean
is_exhausted (NbHtmlSheet *self)
{
  return self->n_looks > NB_LIMIT_STYLE_LOOKS;
}

static void
hear_place (NbHtmlSheet *self,
            Verdict *verdict,
            const char *key,
            const char *element,
            const char *id,
            const char *classes)
{
  GPtrArray *place = g_hash_table_lookup (self->places, key);
  gsize n_bytes;

  if (place == NULL || is_exhausted (self))
    return;
  n_bytes = classes != NULL ? strlen (classes) : 0;
  self->n_looks += place->len * (1 + n_bytes / BYTES_PER_LOOK);
  for (guint i = 0; i < place->len && !is_exhausted (self); i++)
    if (matches (g_ptr_array_index (place, i), element, id, classes))
      hear (verdict, g_ptr_array_index (place, i));
}

/**
 * nb_html_sheet_get_traits:
 * @self: a sheet
 * @element: name of an element, lower case
 * @id: (nullable): its id
 * @classes: (nullable): its class attribute
 * @style: (nullable): its style attribute, which counts for more than the sheet
 *
 * Returns: #NbHtmlTraits that the rules give it
 */
guint
nb_html_sheet_get_traits (NbHtmlSheet *self,
                          const char *element,
                          const char *id,
                          const char *classes,
                          const char *style)
{
  Verdict verdict = { 0 };
  guint traits = 0;
  char key[LONGEST_SELECTOR + 2];

  if (!self->hides)
    return 0;
  hear_place (self, &verdict, element, element, id, classes);
  if (id != NULL && g_snprintf (key, sizeof key, "#%s", id) < (int) sizeof key)
    hear_place (self, &verdict, key, element, id, classes);
  for (const char *p = classes; p != NULL && *p != '\0';)
    {
      gsize length;

      p += strspn (p, " \t\r\n\f");
      length = strcspn (p, " \t\r\n\f");
      if (length > 0 && length + 2 <= sizeof key)
        {
          key[0] = '.';
          memcpy (key + 1, p, length);
          key[length + 1] = '\0';
          hear_place (self, &verdict, key, element, id, classes);
        }
      p += length;
    }

  /* No page of a site needs so many. What it may hide, no number is read from. */
  if (is_exhausted (self))
    return NB_HTML_RAISED;
  for (guint m = 0; m < N_MATTERS; m++)
    {
      gboolean is_important = (verdict.weight[m] >> 60) != 0;

      if (m == SAYS_CONTENT)
        {
          traits |= verdict.traits[m] | verdict.open_traits[m];
          continue;
        }
      if (style != NULL && !is_important && strstr (style, matters[m].property) != NULL)
        continue;
      if (verdict.is_open[m] && (verdict.traits[m] | verdict.open_traits[m]) != 0)
        traits |= NB_HTML_RAISED;
      else
        traits |= verdict.traits[m];
    }
  return traits;
}
