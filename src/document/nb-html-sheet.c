/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the style elements of a page hide, strike out, raise, turn round or put beside the text. nb-html-css takes the
 * sheets apart, nb-html-selector tells which elements a rule is about. A rule that may count, or may be about an element,
 * is followed so far that what it hides may be hidden: that is kept apart from the text beside it (NB_HTML_RAISED), and no
 * number is read where it may put another character (NB_HTML_MADE).
 *
 * Linear in the length of the sheets. A page with more than NB_LIMIT_STYLE_RULES rules is not read. Used by one thread.
 */

#include "nb-html-sheet.h"

#include "base/nb-limits.h"
#include "nb-html-color.h"
#include "nb-html-content.h"
#include "nb-html-css.h"
#include "nb-html-fonts.h"
#include "nb-html-holders.h"
#include "nb-html-selector.h"
#include "nb-html-tag.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer than most classes, ids and names of attributes in a sheet. */
#define USUAL_KEY 100
/* So many bytes of classes, or of other attributes, are compared as fast as a rule is looked at. */
#define BYTES_PER_LOOK 16
/* Names of one attribute that a sheet shows beside the text. */
#define LONGEST_SHOWN 100

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
  SAYS_BOX,     /* overflow, width and height together */
  SAYS_MARGIN,
  SAYS_DIRECTION,
  SAYS_BIDI,
  SAYS_FLOAT,
  SAYS_FLOW,
  SAYS_ORDER,
  SAYS_FILTER,
  SAYS_ZOOM,
  SAYS_SKIPPED,
  SAYS_MASKED,
  SAYS_MASK,
  SAYS_SPACING,
  SAYS_CELL,  /* of a grid */
  SAYS_PAPER, /* what is behind the text */
  SAYS_FONT,
  N_MATTERS,
} Matter;

/* What each matter is where a sheet says so, and the property that says it. A selector that is known in part only and
 * asks for a mere element is followed where it hides; white letters and the like are too common in menus. */
static const struct
{
  const char *property;
  guint trait;
  gboolean follows_parts;
} matters[N_MATTERS] = {
  [SAYS_DISPLAY] = { "display", NB_HTML_HIDDEN | NB_HTML_RAISED | NB_HTML_MOVED, TRUE },
  [SAYS_VISIBILITY] = { "visibility", NB_HTML_INVISIBLE | NB_HTML_RAISED, TRUE },
  [SAYS_LINE] = { "text-decoration", NB_HTML_STRUCK, TRUE },
  [SAYS_HEIGHT] = { "vertical-align", NB_HTML_RAISED, TRUE },
  [SAYS_SIZE] = { "font-size", NB_HTML_NO_SIZE | NB_HTML_SIZED | NB_HTML_RAISED | NB_HTML_SPECK, FALSE },
  [SAYS_OPACITY] = { "opacity", NB_HTML_STRUCK | NB_HTML_RAISED | NB_HTML_FAINT, FALSE },
  [SAYS_COLOR] = { "color", NB_HTML_RAISED | NB_HTML_FAINT, FALSE },
  [SAYS_INDENT] = { "text-indent", NB_HTML_STRUCK, FALSE },
  [SAYS_CLIP] = { "clip", NB_HTML_STRUCK | NB_HTML_RAISED | NB_HTML_FAINT, FALSE },
  [SAYS_TRANSFORM] = { "transform", NB_HTML_RAISED | NB_HTML_TURNED | NB_HTML_MOVED, FALSE },
  [SAYS_CONTENT] = { "content", NB_HTML_MADE, TRUE },
  [SAYS_PLACE] = { "position", NB_HTML_HIDDEN | NB_HTML_RAISED | NB_HTML_APART | NB_HTML_FAINT | NB_HTML_MOVED, FALSE },
  [SAYS_BOX] = { "overflow", NB_HTML_RAISED | NB_HTML_FAINT | NB_HTML_MOVED, FALSE },
  [SAYS_MARGIN] = { "margin-left", NB_HTML_RAISED | NB_HTML_FAINT | NB_HTML_MOVED, FALSE },
  [SAYS_DIRECTION] = { "direction", NB_HTML_LEFTWARD, FALSE },
  [SAYS_BIDI] = { "unicode-bidi", NB_HTML_OVERRIDE, TRUE },
  [SAYS_FLOAT] = { "float", NB_HTML_APART | NB_HTML_RIGHTMOST, FALSE },
  [SAYS_FLOW] = { "flex-direction", NB_HTML_FLEX | NB_HTML_SHUFFLED, FALSE },
  [SAYS_ORDER] = { "order", NB_HTML_RAISED | NB_HTML_MOVED, FALSE },
  [SAYS_FILTER] = { "filter", NB_HTML_RAISED | NB_HTML_FAINT, FALSE },
  [SAYS_ZOOM] = { "zoom", NB_HTML_RAISED | NB_HTML_FAINT, FALSE },
  [SAYS_SKIPPED] = { "content-visibility", NB_HTML_RAISED | NB_HTML_FAINT, FALSE },
  [SAYS_MASKED] = { "-webkit-text-security", NB_HTML_TURNED, FALSE },
  [SAYS_MASK] = { "mask", NB_HTML_FAINT, FALSE },
  [SAYS_SPACING] = { "letter-spacing", NB_HTML_FAINT, FALSE },
  [SAYS_CELL] = { "grid-area", NB_HTML_MOVED, FALSE },
  [SAYS_FONT] = { "font-family", NB_HTML_OWN_FONT, FALSE },
  [SAYS_PAPER] = { "background", 0, TRUE },
};

/* Other names of the same. */
static const struct
{
  const char *property;
  Matter matter;
} aliases[] = {
  { "text-decoration-line", SAYS_LINE },
  { "font", SAYS_SIZE },
  { "clip-path", SAYS_CLIP },
  { "-webkit-clip-path", SAYS_CLIP },
  { "-webkit-text-fill-color", SAYS_COLOR },
  { "-webkit-transform", SAYS_TRANSFORM },
  { "scale", SAYS_TRANSFORM },
  { "rotate", SAYS_TRANSFORM },
  { "translate", SAYS_TRANSFORM },
  { "left", SAYS_PLACE },
  { "top", SAYS_PLACE },
  { "right", SAYS_PLACE },
  { "bottom", SAYS_PLACE },
  { "overflow-x", SAYS_BOX },
  { "overflow-y", SAYS_BOX },
  { "width", SAYS_BOX },
  { "height", SAYS_BOX },
  { "max-width", SAYS_BOX },
  { "max-height", SAYS_BOX },
  { "line-height", SAYS_BOX },
  { "flex", SAYS_BOX },
  { "flex-grow", SAYS_BOX },
  { "min-width", SAYS_BOX },
  { "min-height", SAYS_BOX },
  { "margin", SAYS_MARGIN },
  { "margin-right", SAYS_MARGIN },
  { "margin-top", SAYS_MARGIN },
  { "margin-block", SAYS_MARGIN },
  { "margin-block-start", SAYS_MARGIN },
  { "margin-inline", SAYS_MARGIN },
  { "margin-inline-end", SAYS_MARGIN },
  { "margin-inline-start", SAYS_MARGIN },
  { "padding-inline-start", SAYS_MARGIN },
  { "padding-left", SAYS_MARGIN },
  { "flex-flow", SAYS_FLOW },
  { "flex-wrap", SAYS_FLOW },
  { "grid-auto-flow", SAYS_FLOW },
  { "grid-column", SAYS_CELL },
  { "grid-column-start", SAYS_CELL },
  { "grid-row", SAYS_CELL },
  { "grid-row-start", SAYS_CELL },
  { "inset", SAYS_PLACE },
  { "inset-block", SAYS_PLACE },
  { "inset-block-end", SAYS_PLACE },
  { "inset-block-start", SAYS_PLACE },
  { "inset-inline", SAYS_PLACE },
  { "inset-inline-end", SAYS_PLACE },
  { "inset-inline-start", SAYS_PLACE },
  { "background-color", SAYS_PAPER },
  { "background-image", SAYS_PAPER },
  { "-webkit-mask", SAYS_MASK },
  { "-webkit-mask-image", SAYS_MASK },
  { "mask-image", SAYS_MASK },
};

typedef struct
{
  NbHtmlSelector *selector; /* (owned) */
  char *shown;              /* (owned) (nullable): the attribute that is put beside the text */
  char *const *fonts;       /* (nullable): the fonts that are named */
  gboolean is_partial;      /* whether it counts, or what it is about, is not known wholly */
  guint says;               /* bits of Matter */
  guint traits[N_MATTERS];
  NbHtmlColors colors;
  guint64 weight; /* of two rules, the heavier counts */
} Rule;

struct _NbHtmlSheet
{
  GPtrArray *rules;   /* Rule */
  GHashTable *fonts;  /* those of the page itself */
  GHashTable *holders; /* what some rules ask for beside the element */
  GPtrArray *named;   /* lists of the fonts that rules name */
  GHashTable *places; /* key of a selector to GPtrArray of Rule that ask for it */
  guint order;
  gboolean hides;
  gboolean asks_attributes; /* whether a rule is looked for by an attribute */
  const char *limit;        /* (nullable) what there is too much of, so that nobody knows what is hidden ... */
  guint most;               /* ... and how much of it there may be */
  guint n_alternatives;     /* that selectors stood for, beyond one each */
  guint64 n_looks;          /* rules that were looked at for the elements so far */
};

static void
free_rule (gpointer data)
{
  Rule *rule = data;

  nb_html_selector_free (rule->selector);
  g_free (rule->shown);
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
  self->fonts = nb_html_fonts_new ();
  self->holders = nb_html_holders_new ();
  self->named = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
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
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->holders);
  g_ptr_array_unref (self->named);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

/* Whether the rule puts the parts of a table in another order, or turns them round. */
static gboolean
turns_table (const Rule *rule, guint m)
{
  return (rule->traits[m] & (NB_HTML_TURNED | NB_HTML_SHUFFLED)) != 0 &&
         nb_html_selector_is_of_table (rule->selector);
}

/* A rule is looked for by the rarest thing that it asks for. */
static void
place_rule (NbHtmlSheet *self, Rule *rule)
{
  g_autofree char *key = nb_html_selector_dup_key (rule->selector);
  GPtrArray *place = g_hash_table_lookup (self->places, key);

  self->asks_attributes |= *key == '[';
  if (place == NULL)
    {
      place = g_ptr_array_new ();
      g_hash_table_insert (self->places, g_steal_pointer (&key), place);
    }
  g_ptr_array_add (self->rules, rule);
  g_ptr_array_add (place, rule);
  for (guint m = 0; m < N_MATTERS; m++)
    {
      if (rule->is_partial && turns_table (rule, m))
        nb_html_holders_want (self->holders, rule->selector);
      self->hides |= (rule->says >> m & 1) != 0 && (rule->traits[m] & ~(guint) NB_HTML_SIZED) != 0;
    }
  self->hides |= rule->shown != NULL || rule->colors.ink != 0 || rule->colors.paper != 0;
}

/* What the declarations of a rule say. */
typedef struct
{
  NbHtmlSheet *sheet;
  guint says;
  guint traits[N_MATTERS];
  NbHtmlColors colors;
  char shown[LONGEST_SHOWN]; /* name of an attribute, "" for none */
  char *const *fonts;        /* (nullable) */
  gboolean is_important;
  gboolean is_sure;
} Block;

/* Whether what the block is about is not seen, as the dot is that clears floats. */
static gboolean
is_unseen (const Block *block)
{
  const guint unseen = NB_HTML_HIDDEN | NB_HTML_INVISIBLE | NB_HTML_STRUCK | NB_HTML_NO_SIZE |
                       NB_HTML_RAISED;
  guint traits = 0;

  for (guint m = 0; m < N_MATTERS; m++)
    if (m != SAYS_HEIGHT && m != SAYS_TRANSFORM && m != SAYS_FLOAT)
      traits |= block->traits[m];
  return (traits & unseen) != 0;
}

/* What the rule says of the element itself. What is said of content put before it hides nothing of the element, and only
 * that has content; a first letter that is not seen leaves another number. */
static void
set_traits (Rule *rule, const Block *block, NbHtmlSubject subject)
{
  rule->says = block->says & ~(1u << SAYS_CONTENT);
  rule->colors = block->colors;
  rule->fonts = block->fonts;
  memcpy (rule->traits, block->traits, sizeof rule->traits);
  if (subject == NB_HTML_OF_ELEMENT)
    return;
  rule->says = 1u << SAYS_CONTENT;
  if (subject == NB_HTML_OF_FIRST)
    rule->traits[SAYS_CONTENT] = is_unseen (block) ? NB_HTML_MADE : 0;
  else if (is_unseen (block))
    rule->traits[SAYS_CONTENT] = 0;
  else if (*block->shown != '\0')
    rule->shown = g_strdup (block->shown);
  rule->colors = (NbHtmlColors){ 0 };
  if (subject == NB_HTML_OF_CONTENT && (block->says >> SAYS_CONTENT & 1) == 0)
    rule->says = 0;
  /* It may be the ground that the text stands on. */
  else if (subject == NB_HTML_OF_CONTENT && block->colors.paper != 0)
    {
      rule->says |= 1u << SAYS_PAPER;
      rule->colors.paper = NB_HTML_COLOR_UNKNOWN;
    }
}

/* Returns FALSE. */
static gboolean
give_up (NbHtmlSheet *self, const char *limit, guint most)
{
  self->limit = limit;
  self->most = most;
  return FALSE;
}

static void
add_rule (const Block *block, const char *text)
{
  NbHtmlSheet *self = block->sheet;
  g_autoptr (NbHtmlSelector) selector = nb_html_selector_new (text);
  Rule *rule;

  if (selector == NULL)
    return;
  if (self->rules->len >= NB_LIMIT_STYLE_RULES)
    {
      give_up (self, N_ ("the style sheets of the page have too many rules"), NB_LIMIT_STYLE_RULES);
      return;
    }
  rule = g_new0 (Rule, 1);
  set_traits (rule, block, nb_html_selector_get_subject (selector));
  rule->is_partial = nb_html_selector_is_partial (selector) || !block->is_sure;
  rule->weight = ((guint64) block->is_important << 60) |
                 (guint64) nb_html_selector_get_rank (selector) << 32 | self->order++;
  rule->selector = g_steal_pointer (&selector);
  if (rule->says != 0)
    place_rule (self, rule);
  else
    free_rule (rule);
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

/* Matters that several properties tell together. */
static const Matter joint[] = { SAYS_PLACE, SAYS_BOX, SAYS_MARGIN };

/* What the properties of one matter say together. Most rules tell the size or the margins of a box that shows all that is
 * in it. */
static void
read_joint (Block *block, const GString *text, Matter m)
{
  block->traits[m] = nb_html_traits_of_style (text->str, NB_HTML_TAG_OTHER, NULL, NULL) & matters[m].trait;
  if (m != SAYS_PLACE && block->traits[m] == 0)
    block->says &= ~(1u << m);
}

static void
read_part (Block *block, const char *part, Matter m, GString *texts[N_MATTERS])
{
  block->says |= 1u << m;
  if (texts[m] != NULL)
    g_string_append_printf (texts[m], "%s;", part);
  else
    block->traits[m] = nb_html_traits_of_style (part, NB_HTML_TAG_OTHER, &block->colors, NULL) & matters[m].trait;
  if (m == SAYS_INDENT)
    {
      block->says |= 1u << SAYS_MARGIN;
      g_string_append_printf (texts[SAYS_MARGIN], "%s;", part);
    }
  if (m == SAYS_CONTENT)
    nb_html_read_shown (part, block->shown, sizeof block->shown);
  block->is_important |= strstr (part, "!important") != NULL || strstr (part, "! important") != NULL;
}

/* What the declarations say of the matters that count. */
static void
read_declarations (Block *block, const char *declarations)
{
  g_auto (GStrv) parts = g_strsplit (declarations, ";", -1);
  GString *texts[N_MATTERS] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (joint); i++)
    texts[joint[i]] = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      Matter m = find_matter (g_strstrip (parts[i]));

      if (m != N_MATTERS)
        read_part (block, parts[i], m, texts);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (joint); i++)
    {
      read_joint (block, texts[joint[i]], joint[i]);
      g_string_free (texts[joint[i]], TRUE);
    }
}

/* FALSE where they are too many. */
static gboolean
add_alternatives (const Block *block, const char *text)
{
  NbHtmlSheet *self = block->sheet;
  g_autoptr (GPtrArray) expanded = nb_html_selector_expand (text);

  if (expanded == NULL)
    return give_up (self, N_ ("a selector of the style sheets of the page has too many alternatives"),
                    NB_LIMIT_SELECTOR_EXPANDED);
  self->n_alternatives += expanded->len - 1;
  if (self->n_alternatives >= NB_LIMIT_STYLE_ALTERNATIVES)
    return give_up (self, N_ ("the selectors of the style sheets of the page have too many alternatives"),
                    NB_LIMIT_STYLE_ALTERNATIVES);
  for (guint i = 0; i < expanded->len; i++)
    add_rule (block, g_ptr_array_index (expanded, i));
  return self->limit == NULL;
}

static gboolean
read_rule (const char *selectors, const char *declarations, gboolean is_sure, gpointer data)
{
  Block block = { .sheet = data, .is_sure = is_sure };
  g_autoptr (GPtrArray) parts = NULL;
  char **fonts;

  if (selectors == NULL)
    return give_up (data, N_ ("the blocks of the style sheets of the page are nested too deeply"), NB_LIMIT_STYLE_BLOCKS);
  if (g_str_equal (selectors, NB_HTML_CSS_FONT))
    {
      nb_html_fonts_add (block.sheet->fonts, declarations);
      return TRUE;
    }
  read_declarations (&block, declarations);
  fonts = nb_html_fonts_dup_names (declarations);
  if (fonts != NULL)
    {
      g_ptr_array_add (block.sheet->named, fonts);
      block.fonts = fonts;
      block.says |= 1u << SAYS_FONT;
    }
  if (block.says == 0)
    return TRUE;
  parts = nb_html_css_split (selectors);
  for (guint i = 0; i < parts->len; i++)
    if (!add_alternatives (&block, g_ptr_array_index (parts, i)))
      return FALSE;
  return TRUE;
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
  guint n_before = self->rules->len;

  nb_html_css_read (css, length, read_rule, self);
  return self->rules->len > n_before;
}

/**
 * nb_html_sheet_get_limit:
 * @self: the sheets of a page
 * @most: (out): how much of it there may be
 *
 * Returns: (nullable): what there is too much of, so that nobody knows what is hidden, marked to be translated; %NULL
 *   where all is read
 */
const char *
nb_html_sheet_get_limit (NbHtmlSheet *self, guint *most)
{
  *most = self->most;
  return self->limit;
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
  return self->hides || g_hash_table_size (self->fonts) > 0;
}

static gboolean
is_important (guint64 weight)
{
  return (weight >> 60) != 0;
}

/* The heaviest word on each matter, by whole selectors and by those that are known in part. */
typedef struct
{
  guint64 weight[N_MATTERS];
  guint traits[N_MATTERS];
  gboolean is_open[N_MATTERS]; /* another rule, known in part, says otherwise or may */
  guint open_traits[N_MATTERS];
  NbHtmlColors colors;
  NbHtmlColors open[2]; /* by rules known in part, and by those of them that are important */
} Verdict;

/* Whether a rule that is known in part only is followed in a matter. */
static gboolean
is_followed (const NbHtmlSheet *self, const Rule *rule, guint m)
{
  if (nb_html_selector_is_any (rule->selector))
    return m == SAYS_CONTENT || m == SAYS_BIDI;
  if (turns_table (rule, m))
    return nb_html_holders_have (self->holders, rule->selector);
  return matters[m].follows_parts || nb_html_selector_is_named (rule->selector);
}

static void
hear_color (Verdict *verdict, const Rule *rule, guint m)
{
  if (m == SAYS_COLOR)
    verdict->colors.ink = rule->colors.ink;
  else if (m == SAYS_PAPER)
    verdict->colors.paper = rule->colors.paper;
}

static void
hear (const NbHtmlSheet *self, Verdict *verdict, const Rule *rule, const char *const *attributes)
{
  if (rule->is_partial)
    nb_html_colors_doubt (&verdict->open[is_important (rule->weight)], rule->colors);
  for (guint m = 0; m < N_MATTERS; m++)
    {
      guint trait = rule->traits[m];

      if ((rule->says >> m & 1) == 0 || (rule->is_partial && !is_followed (self, rule, m)))
        continue;
      if (m == SAYS_CONTENT && rule->shown != NULL)
        {
          const char *shown = nb_html_find_attribute (attributes, rule->shown);

          trait |= shown != NULL && nb_html_makes_number (shown) ? NB_HTML_MADE : 0;
        }
      if (m == SAYS_FONT && nb_html_fonts_have (self->fonts, (const char *const *) rule->fonts))
        trait |= NB_HTML_OWN_FONT;
      if (rule->is_partial)
        {
          verdict->is_open[m] = TRUE;
          verdict->open_traits[m] |= trait;
        }
      else if (rule->weight + 1 > verdict->weight[m])
        {
          verdict->weight[m] = rule->weight + 1;
          verdict->traits[m] = trait;
          hear_color (verdict, rule, m);
        }
    }
}

static gboolean
is_exhausted (NbHtmlSheet *self)
{
  return self->n_looks > NB_LIMIT_STYLE_LOOKS;
}

/* An element, and its attributes, names and values in turn. */
typedef struct
{
  const char *name;
  const char *const *attributes;
  gsize n_class_bytes;
  gsize n_bytes; /* of all its attributes */
} Element;

static void
hear_place (NbHtmlSheet *self, Verdict *verdict, const char *key, const Element *element)
{
  GPtrArray *place = g_hash_table_lookup (self->places, key);

  if (place == NULL || is_exhausted (self))
    return;
  for (guint i = 0; i < place->len && !is_exhausted (self); i++)
    {
      const Rule *rule = g_ptr_array_index (place, i);
      gboolean looks_far = nb_html_selector_asks_attributes (rule->selector);

      self->n_looks += 1 + (looks_far ? element->n_bytes : element->n_class_bytes) / BYTES_PER_LOOK;
      if (!nb_html_selector_matches (rule->selector, element->name, element->attributes))
        continue;
      self->n_looks += rule->fonts != NULL ? g_strv_length ((char **) rule->fonts) : 0;
      hear (self, verdict, rule, element->attributes);
    }
}

static void
hear_named (NbHtmlSheet *self,
            Verdict *verdict,
            char mark,
            const char *name,
            gsize length,
            const Element *element)
{
  char usual[USUAL_KEY];
  g_autofree char *unusual = length + 2 > sizeof usual ? g_malloc (length + 2) : NULL;
  char *key = unusual != NULL ? unusual : usual;

  if (length == 0)
    return;
  key[0] = mark;
  memcpy (key + 1, name, length);
  key[length + 1] = '\0';
  hear_place (self, verdict, key, element);
  nb_html_holders_note (self->holders, key);
}

/* All rules that may be about the element. */
static void
hear_all (NbHtmlSheet *self, Verdict *verdict, const Element *element)
{
  const char *id = nb_html_find_attribute (element->attributes, "id");
  const char *classes = nb_html_find_attribute (element->attributes, "class");
  guint n = 0;

  hear_place (self, verdict, "*", element);
  hear_place (self, verdict, element->name, element);
  nb_html_holders_note (self->holders, element->name);
  if (id != NULL)
    hear_named (self, verdict, '#', id, strlen (id), element);
  for (const char *p = classes; p != NULL && *p != '\0';)
    {
      gsize length;

      p += strspn (p, " \t\r\n\f");
      length = strcspn (p, " \t\r\n\f");
      hear_named (self, verdict, '.', p, length, element);
      p += length;
    }
  for (const char *const *p = self->asks_attributes ? element->attributes : NULL;
       p != NULL && p[0] != NULL && n < NB_LIMIT_ATTRIBUTES; p += 2, n++)
    hear_named (self, verdict, '[', p[0], strlen (p[0]), element);
}

/* Whether a declaration sets all that the sheet may say of a matter: the property itself, or all of its name for short. */
static gboolean
sets_matter (const char *declaration, Matter m)
{
  gsize length = strcspn (declaration, ":; \t\r\n\f");

  return (strlen (matters[m].property) == length &&
          g_ascii_strncasecmp (declaration, matters[m].property, length) == 0) ||
         ((m == SAYS_LINE || m == SAYS_SIZE) && find_matter (declaration) == m);
}

/* Whether the style attribute, which counts for more, says something of the matter. */
static gboolean
is_overruled (const Verdict *verdict, Matter m, const char *style)
{
  if (style == NULL || is_important (verdict->weight[m]))
    return FALSE;
  for (const char *p = style; p != NULL; p = strchr (p, ';'))
    {
      p += strspn (p, "; \t\r\n\f");
      if (sets_matter (p, m))
        return TRUE;
    }
  return FALSE;
}

/* What the rules together say of one matter. What may be hidden is kept apart; boxes around the whole text often have a
 * name that a slide or a card has as well. */
static guint
judge (const Verdict *verdict, guint m, gboolean is_block)
{
  guint any = verdict->traits[m] | verdict->open_traits[m];

  if (!verdict->is_open[m] || (any & ~(guint) NB_HTML_SIZED) == 0)
    return verdict->traits[m];
  if ((any & NB_HTML_OVERRIDE) != 0)
    return NB_HTML_MADE;
  return NB_HTML_RAISED | (is_block ? 0 : any & (NB_HTML_TURNED | NB_HTML_SHUFFLED));
}

/* Two colours that may be are none that is known. */
static void
doubt_colors (Verdict *verdict, NbHtmlColors *colors)
{
  if (is_important (verdict->weight[SAYS_COLOR]))
    verdict->open[0].ink = 0;
  if (is_important (verdict->weight[SAYS_PAPER]))
    verdict->open[0].paper = 0;
  for (guint i = 0; i < G_N_ELEMENTS (verdict->open); i++)
    nb_html_colors_doubt (colors, verdict->open[i]);
}

/**
 * nb_html_sheet_get_traits:
 * @self: a sheet
 * @element: name of an element, lower case
 * @attributes: (nullable): its attributes, names and values in turn, ended by %NULL; the style attribute counts for more
 *   than the sheet
 *
 * @colors: (inout): the colours that the rules give it are put in
 *
 * Returns: #NbHtmlTraits that the rules give it
 */
guint
nb_html_sheet_get_traits (NbHtmlSheet *self,
                          const char *element,
                          const char *const *attributes,
                          NbHtmlColors *colors)
{
  const char *style = nb_html_find_attribute (attributes, "style");
  const char *classes = nb_html_find_attribute (attributes, "class");
  Element about = { element, attributes, classes != NULL ? strlen (classes) : 0, 0 };
  Verdict verdict = { 0 };
  guint traits = 0, tag = nb_html_tag_lookup (element);
  gboolean is_block = (nb_html_tag_get_flags (tag) & NB_HTML_BLOCK) != 0 &&
                      nb_html_tag_get_rank (tag) == 0;

  if (!self->hides && g_hash_table_size (self->fonts) == 0)
    return 0;
  for (const char *const *p = attributes; p != NULL && p[0] != NULL; p += 2)
    about.n_bytes += p[1] != NULL ? strlen (p[1]) : 0;
  hear_all (self, &verdict, &about);
  /* No page of a site needs so many. What it may hide, no number is read from. */
  if (is_exhausted (self))
    return NB_HTML_RAISED;
  for (guint m = 0; m < N_MATTERS; m++)
    {
      guint said = judge (&verdict, m, is_block);

      /* Cells grow with what is in them. */
      if (m == SAYS_BOX && nb_html_tag_get_rank (tag) > 0)
        said = 0;

      /* Most elements have a style, and no rule says anything of them. */
      if (m == SAYS_CONTENT || m == SAYS_MASKED || m == SAYS_FONT)
        traits |= verdict.traits[m] | verdict.open_traits[m];
      else if (said != 0 && !is_overruled (&verdict, m, style))
        traits |= said;
    }
  if (nb_html_fonts_are_told (self->fonts, style, nb_html_find_attribute (attributes, "face")))
    traits |= NB_HTML_OWN_FONT;
  nb_html_colors_put (colors, verdict.colors);
  doubt_colors (&verdict, colors);
  if (is_important (verdict.weight[SAYS_COLOR]) && !nb_html_colors_are_seen (*colors))
    traits |= NB_HTML_FAINT;
  return traits;
}
