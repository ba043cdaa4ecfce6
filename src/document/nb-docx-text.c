/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The text of a paragraph of a DOCX, as it is seen when all changes are accepted: runs joined, deletions left out and
 * insertions kept, of a field its result, of alternatives one, text that is hidden or struck out and notes left out. Text boxes
 * are only collected: they are read behind their paragraph, once.
 *
 * Trees are at most 256 deep (nb-xml.c), so that recursion ends. One thread.
 */

#include "nb-docx-private.h"

#include "base/nb-text.h"
#include "nb-html-text.h"

#include <string.h>

#define TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT       "http://purl.oclc.org/ooxml/wordprocessingml/main"
/* Fields within fields beyond this depth are taken for results. */
#define MOST_FIELDS 63
/* Smaller pictures (in English Metric Units; about 2 cm) are seals, bullets and logos. */
#define SMALL_PICTURE 720000

typedef struct
{
  NbDocxLine *line;
  NbDocxFields *fields;
  NbDocxStyles *styles;
  guint hidden; /* of NB_DOCX_HIDDEN, what the style of the paragraph is to runs that do not say otherwise */
  guint turned;       /* of what is around, how much runs from right to left */
  gboolean is_unseen; /* no digit of the run can be seen for what it is */
} Taker;

static void take_children (Taker *self, const xmlNode *parent);

/**
 * nb_docx_is:
 * @node: a node
 * @name: a local name
 *
 * Returns: whether it is an element of WordprocessingML of that name, transitional or strict
 */
gboolean
nb_docx_is (const xmlNode *node, const char *name)
{
  return nb_xml_is (node, name) && node->ns != NULL && node->ns->href != NULL &&
         (strcmp ((const char *) node->ns->href, TRANSITIONAL) == 0 ||
          strcmp ((const char *) node->ns->href, STRICT) == 0);
}

/**
 * nb_docx_is_on:
 * @properties: (nullable): properties of a run or a paragraph
 * @name: a property that is on or off
 *
 * Returns: whether it stands there and is not switched off
 */
gboolean
nb_docx_is_on (const xmlNode *properties, const char *name)
{
  const xmlNode *node = nb_xml_find (properties, name);
  g_autofree char *value = nb_xml_dup_get (node, "val");

  return node != NULL &&
         (value == NULL || !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off")));
}

/* Whether all that a choice requires are extensions that Word itself has by now. */
static gboolean
is_understood (const xmlNode *choice)
{
  static const char *const known[] = { "wp", "w1", "a1", "cx", "c1", "am3d", "v", "pic" };
  g_autofree char *requires_all = nb_xml_dup_get (choice, "Requires");
  g_auto (GStrv) names = g_strsplit (requires_all != NULL ? requires_all : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_known = *names[i] == '\0';

      for (gsize k = 0; k < G_N_ELEMENTS (known); k++)
        is_known |= g_str_has_prefix (names[i], known[k]);
      if (!is_known)
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_docx_choose:
 * @alternatives: an AlternateContent element
 *
 * Returns: (nullable): the one alternative that is read
 */
xmlNode *
nb_docx_choose (const xmlNode *alternatives)
{
  xmlNode *fallback = nb_xml_find (alternatives, "Fallback");

  for (xmlNode *child = alternatives->children; child != NULL; child = child->next)
    if (nb_xml_is (child, "Choice") && is_understood (child))
      return child;
  return fallback != NULL ? fallback : nb_xml_find (alternatives, "Choice");
}

/**
 * nb_docx_get_inner:
 * @node: a node
 *
 * Returns: (nullable): where @node only wraps others, the element whose children are read in its place
 */
xmlNode *
nb_docx_get_inner (xmlNode *node)
{
  static const char *const wrappers[] = { "ins", "moveTo", "customXml", "smartTag", "sdtContent", "dir", "bdo" };

  if (nb_xml_is (node, "AlternateContent"))
    return nb_docx_choose (node);
  if (nb_docx_is (node, "sdt"))
    return nb_xml_find (node, "sdtContent");
  for (gsize i = 0; i < G_N_ELEMENTS (wrappers); i++)
    if (nb_docx_is (node, wrappers[i]))
      return node;
  return NULL;
}

void
nb_docx_line_init (NbDocxLine *self)
{
  memset (self, 0, sizeof *self);
  self->text = g_string_new (NULL);
  self->boxes = g_ptr_array_new ();
}

void
nb_docx_line_reset (NbDocxLine *self)
{
  g_string_truncate (self->text, 0);
  g_ptr_array_set_size (self->boxes, 0);
  self->traits = 0;
  self->n_chars = self->n_sentences = 0;
  self->has_picture = self->has_small_picture = self->joins_next = FALSE;
}

void
nb_docx_line_clear (NbDocxLine *self)
{
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

static gboolean
is_result (Taker *self)
{
  return self->fields->instruction == 0;
}

/* What is drawn and not written is not read. */
static void
add_unreadable (Taker *self)
{
  g_string_append (self->line->text, NB_TEXT_LOST);
  self->line->n_chars++;
}

static gboolean
has_digit (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;
  return FALSE;
}

static void
add_text (Taker *self, const char *text, gsize length)
{
  GString *out = self->line->text;
  NbHtmlSums sums = { 0 };
  gboolean after_space = out->len == 0 || strchr (" \t\n", out->str[out->len - 1]) != NULL;

  if (!is_result (self))
    {
      self->fields->lost |= has_digit (text, length);
      return;
    }
  if (self->is_unseen && has_digit (text, length))
    {
      add_unreadable (self);
      return;
    }
  nb_html_text_append (out, text, length, after_space ? 1 : 0, 1, &sums);
  if (sums.chars > 0)
    self->fields->list = NULL;
  self->line->n_chars += sums.chars;
  self->line->n_sentences += sums.sentences;
}

/* A break leaves no blank before it. */
static void
add_break (Taker *self, char mark)
{
  GString *out = self->line->text;

  if (!is_result (self))
    return;
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, mark);
}

/* A character of a symbol font. Those of Symbol up to 7F are nearly ASCII; of others it is only known that something
 * stands there. */
static void
add_symbol (Taker *self, const xmlNode *node)
{
  g_autofree char *font = nb_xml_dup_get (node, "font");
  g_autofree char *code = nb_xml_dup_get (node, "char");
  guint64 value = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;
  gunichar c = 0x25a1;
  char utf8[6];

  if (value < 0xe000 && value > ' ')
    c = (gunichar) value;
  else if (value > 0xf020 && value < 0xf07f && font != NULL && g_ascii_strcasecmp (font, "Symbol") == 0 &&
           (g_ascii_isdigit ((char) (value & 0x7f)) || strchr ("()+,./%", (int) (value & 0x7f)) != NULL))
    c = (gunichar) (value & 0x7f);
  else if (value == 0xf02d && font != NULL && g_ascii_strcasecmp (font, "Symbol") == 0)
    c = 0x2212;
  if (!g_unichar_validate (c))
    c = 0x25a1;
  add_text (self, utf8, (gsize) g_unichar_to_utf8 (c, utf8));
}

/* A list of a form to choose from, of which the text mostly has no result. */
static void
take_choice (Taker *self)
{
  const xmlNode *list = g_steal_pointer (&self->fields->list);
  double chosen = 0;
  guint i = 0;

  if (!nb_xml_get_number (nb_xml_find (list, "result"), "val", &chosen))
    nb_xml_get_number (nb_xml_find (list, "default"), "val", &chosen);
  for (const xmlNode *node = list != NULL ? list->children : NULL; node != NULL; node = node->next)
    if (nb_docx_is (node, "listEntry") && i++ == chosen)
      {
        g_autofree char *text = nb_xml_dup_get (node, "val");

        if (text != NULL)
          add_text (self, text, strlen (text));
      }
}

/* Takes the letters of its name that an instruction begins with, or goes on with. */
static void
gather_name (NbDocxFields *fields, const char *instruction)
{
  gsize n = strlen (fields->name);

  for (const char *p = instruction; *p != '\0' && !fields->is_named; p++)
    if (g_ascii_isalpha (*p) && n + 1 < sizeof fields->name)
      fields->name[n++] = g_ascii_toupper (*p);
    else
      fields->is_named = n > 0 || !g_ascii_isspace (*p);
  fields->name[n] = '\0';
}

/* Fields that have no result: a number in a ring, a character by its code. */
static gboolean
is_drawn (const NbDocxFields *fields)
{
  return g_str_equal (fields->name, "EQ") || g_str_equal (fields->name, "SYMBOL");
}

/* Does what the name of the innermost field asks for, once. */
static void
take_name (Taker *self, gboolean hidden)
{
  NbDocxFields *fields = self->fields;
  gboolean is_seen;

  if (fields->depth == 0 || *fields->name == '\0')
    return;
  is_seen = !hidden && (fields->instruction & ((G_GUINT64_CONSTANT (1) << (fields->depth - 1)) - 1)) == 0;
  if (fields->contents == 0 && g_str_equal (fields->name, "TOC"))
    fields->contents = fields->depth;
  if (is_seen && is_drawn (fields))
    add_unreadable (self);
  fields->is_named = TRUE;
  *fields->name = '\0';
}

static void
take_instruction (Taker *self, const xmlNode *node, gboolean hidden)
{
  g_autofree char *text = nb_xml_dup_text (node);

  gather_name (self->fields, text);
  if (self->fields->is_named)
    take_name (self, hidden);
}

static void
begin_field (NbDocxFields *fields, const xmlNode *list)
{
  fields->instruction |= G_GUINT64_CONSTANT (1) << fields->depth;
  fields->depth++;
  fields->is_named = FALSE;
  *fields->name = '\0';
  if (list == NULL)
    return;
  fields->list = list;
  fields->listed = fields->depth;
}

static void
end_field (Taker *self)
{
  NbDocxFields *fields = self->fields;

  fields->instruction &= ~(G_GUINT64_CONSTANT (1) << (fields->depth - 1));
  if (fields->list != NULL && fields->listed == fields->depth)
    take_choice (self);
  if (fields->contents == fields->depth)
    fields->contents = 0;
  fields->depth--;
  fields->lost = FALSE;
}

static void
take_field_mark (Taker *self, const xmlNode *node, gboolean hidden)
{
  NbDocxFields *fields = self->fields;
  g_autofree char *type = nb_xml_dup_get (node, "fldCharType");

  take_name (self, hidden);
  fields->is_named = TRUE;
  if (g_strcmp0 (type, "begin") == 0 && fields->depth < MOST_FIELDS)
    begin_field (fields, hidden ? NULL : nb_xml_find (nb_xml_find (node, "ffData"), "ddList"));
  else if (g_strcmp0 (type, "separate") == 0 && fields->depth > 0)
    fields->instruction &= ~(G_GUINT64_CONSTANT (1) << (fields->depth - 1));
  else if (g_strcmp0 (type, "end") == 0 && fields->depth > 0)
    end_field (self);
}

/* A field in one piece. */
static void
take_simple_field (Taker *self, const xmlNode *node)
{
  g_autofree char *instruction = nb_xml_dup_get (node, "instr");
  NbDocxFields named = { 0 };

  gather_name (&named, instruction != NULL ? instruction : "");
  if (self->hidden == 0 && is_result (self) && is_drawn (&named))
    add_unreadable (self);
  take_children (self, node);
}

static gboolean
is_small (const xmlNode *node)
{
  const xmlNode *extent = nb_xml_find (node, "extent");
  double width, height;

  return nb_xml_get_number (extent, "cx", &width) && nb_xml_get_number (extent, "cy", &height) &&
         (width < SMALL_PICTURE || height < SMALL_PICTURE);
}

/* A picture, a chart, a diagram, letters that are drawn. */
static gboolean
is_picture (const xmlNode *node)
{
  static const char *const names[] = { "pic", "imagedata", "chart", "relIds", "textpath" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (nb_xml_is (node, names[i]))
      return TRUE;
  return FALSE;
}

/* What hangs on a run: text boxes and pictures, however deep they lie. */
static void
take_drawing (Taker *self, const xmlNode *parent, gboolean small)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (nb_docx_is (node, "txbxContent"))
        g_ptr_array_add (self->line->boxes, node);
      else if (nb_xml_is (node, "AlternateContent"))
        {
          const xmlNode *chosen = nb_docx_choose (node);

          if (chosen != NULL)
            take_drawing (self, chosen, small);
        }
      else if (is_picture (node))
        {
          self->line->has_picture |= !small;
          self->line->has_small_picture |= small;
        }
      else
        take_drawing (self, node, small || is_small (node));
    }
}

static gboolean
is_text (const xmlNode *node)
{
  return nb_docx_is (node, "t");
}

/* What stands above letters says how they sound; above none, it is all that can be seen. */
static void
take_ruby (Taker *self, const xmlNode *node)
{
  const xmlNode *base = nb_xml_find (node, "rubyBase");
  guint n_chars = self->line->n_chars;

  if (base != NULL)
    take_children (self, base);
  if (self->line->n_chars == n_chars && nb_xml_find (node, "rt") != NULL && is_result (self))
    add_unreadable (self);
}

static void
take_in_run (Taker *self, xmlNode *node, gboolean hidden)
{
  if (is_text (node))
    {
      g_autofree char *text = nb_xml_dup_text (node);

      add_text (self, text, strlen (text));
    }
  else if (nb_docx_is (node, "tab") || nb_docx_is (node, "ptab"))
    add_break (self, '\t');
  else if (nb_docx_is (node, "br") || nb_docx_is (node, "cr"))
    add_break (self, '\n');
  else if (nb_docx_is (node, "noBreakHyphen"))
    add_text (self, "-", 1);
  else if (nb_docx_is (node, "sym"))
    add_symbol (self, node);
  else if (nb_docx_is (node, "fldChar"))
    take_field_mark (self, node, hidden);
  else if (nb_docx_is (node, "instrText"))
    take_instruction (self, node, hidden);
  else if (nb_docx_is (node, "drawing") || nb_docx_is (node, "pict") || nb_docx_is (node, "object"))
    take_drawing (self, node, FALSE);
  else if (nb_docx_is (node, "contentPart"))
    self->line->has_picture = TRUE;
  else if (nb_docx_is (node, "ruby"))
    take_ruby (self, node);
  else if (nb_xml_is (node, "AlternateContent"))
    {
      const xmlNode *chosen = nb_docx_choose (node);

      for (xmlNode *child = chosen != NULL ? chosen->children : NULL; child != NULL; child = child->next)
        take_in_run (self, child, hidden);
    }
}

/* What stands apart is parted by a blank on both sides, so that no number grows by it. */
static void
part (Taker *self)
{
  GString *out = self->line->text;

  if (is_result (self) && out->len > 0 && strchr (" \t\n", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, ' ');
}

/* The run's own properties go before those of its style. */
static guint
traits_of_run (Taker *self, const xmlNode *properties)
{
  guint traits = self->hidden | nb_docx_styles_lookup (self->styles, nb_xml_find (properties, "rStyle"));

  traits &= ~nb_docx_run_says (properties);
  if (nb_xml_find (properties, "vertAlign") != NULL || nb_xml_find (properties, "color") != NULL ||
      nb_xml_find (properties, "position") != NULL)
    traits &= ~(guint) (NB_DOCX_APART | NB_DOCX_WHITE);
  if (nb_xml_find (properties, "sz") != NULL || nb_xml_find (properties, "w") != NULL)
    traits &= ~(guint) NB_DOCX_SPECK;
  return traits | nb_docx_run_traits (properties);
}

/* Whether properties give what they belong to a ground of its own, or may do so by a style of tables. */
static gboolean
is_shaded (const xmlNode *properties)
{
  const xmlNode *shade = nb_xml_find (properties, "shd");
  g_autofree char *fill = nb_xml_dup_get (shade, "fill");
  g_autofree char *pattern = nb_xml_dup_get (shade, "val");

  return nb_xml_find (properties, "highlight") != NULL || nb_xml_find (properties, "tblStyle") != NULL ||
         (fill != NULL && !g_str_equal (fill, "auto") && g_ascii_strcasecmp (fill, "ffffff") != 0) ||
         (pattern != NULL && !g_str_equal (pattern, "clear") && !g_str_equal (pattern, "nil"));
}

/* Whether a run stands on no ground but that of the page. What a box is filled with is not known. */
static gboolean
is_on_paper (const xmlNode *run)
{
  static const char *const names[] = { "rPr", "pPr", "tcPr", "tblPrEx", "tblPr" };

  for (const xmlNode *node = run; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      if (nb_docx_is (node, "txbxContent"))
        return FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        if (is_shaded (nb_xml_find (node, names[i])))
          return FALSE;
    }
  return TRUE;
}

/* Fonts of pictures that stand in the places of letters and digits. */
static gboolean
is_dingbats (const xmlNode *properties)
{
  static const char *const fonts[] = { "Wingdings", "Webdings" };
  g_autofree char *font = nb_xml_dup_get (nb_xml_find (properties, "rFonts"), "ascii");

  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    if (font != NULL && g_str_has_prefix (font, fonts[i]))
      return TRUE;
  return FALSE;
}

static void
take_run (Taker *self, const xmlNode *run)
{
  guint traits = traits_of_run (self, nb_xml_find (run, "rPr"));
  gboolean hidden = (traits & NB_DOCX_HIDDEN) != 0;

  self->is_unseen = self->turned > 0 || (traits & NB_DOCX_SPECK) != 0 || is_dingbats (nb_xml_find (run, "rPr")) ||
                    ((traits & NB_DOCX_WHITE) != 0 && is_on_paper (run));
  if ((traits & NB_DOCX_APART) != 0)
    part (self);
  for (xmlNode *node = run->children; node != NULL; node = node->next)
    /* The marks of a field count where its text is hidden as well. */
    if (!hidden || nb_docx_is (node, "fldChar") || nb_docx_is (node, "instrText"))
      take_in_run (self, node, hidden);
  self->is_unseen = FALSE;
  if ((traits & NB_DOCX_APART) != 0)
    part (self);
}

/* A part of a formula that does not stand on its line. */
static gboolean
is_above_or_below (const xmlNode *node)
{
  static const char *const names[] = { "num", "den", "sup", "sub", "deg", "lim" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (nb_xml_is (node, names[i]))
      return TRUE;
  return FALSE;
}

/* Formulas are set from runs of their own. */
static void
take_formula (Taker *self, const xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (nb_xml_is (node, "t"))
      {
        g_autofree char *text = nb_xml_dup_text (node);

        add_text (self, text, strlen (text));
      }
    else if (is_above_or_below (node))
      {
        part (self);
        take_formula (self, node);
        part (self);
      }
    else if (node->type == XML_ELEMENT_NODE)
      take_formula (self, node);
}

/* Text whose direction is said, whatever its characters are: from right to left, numbers are other ones. */
static void
take_turned (Taker *self, const xmlNode *node)
{
  g_autofree char *direction = nb_xml_dup_get (node, "val");

  self->turned += g_strcmp0 (direction, "rtl") == 0;
  take_children (self, node);
  self->turned -= g_strcmp0 (direction, "rtl") == 0;
}

static void
take_children (Taker *self, const xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      const xmlNode *inner;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (nb_docx_is (node, "r"))
        take_run (self, node);
      else if (nb_docx_is (node, "hyperlink"))
        take_children (self, node);
      else if (nb_docx_is (node, "fldSimple"))
        take_simple_field (self, node);
      else if (nb_docx_is (node, "bdo"))
        take_turned (self, node);
      else if (self->hidden == 0 && (nb_xml_is (node, "oMath") || nb_xml_is (node, "oMathPara")))
        {
          part (self);
          take_formula (self, node);
          part (self);
        }
      else if ((inner = nb_docx_get_inner (node)) != NULL)
        take_children (self, inner);
    }
}

static guint
traits_of (NbDocxStyles *styles, const xmlNode *properties)
{
  guint traits = nb_docx_styles_lookup (styles, nb_xml_find (properties, "pStyle"));
  double level;

  if (nb_xml_get_number (nb_xml_find (properties, "outlineLvl"), "val", &level))
    traits = level < 9 ? traits | NB_DOCX_HEADING : traits & ~(guint) NB_DOCX_HEADING;
  return traits;
}

/**
 * nb_docx_line_take:
 * @self: a line
 * @fields: which fields are open; changed
 * @styles: the styles
 * @paragraph: a p element
 *
 * Appends the text of a paragraph.
 */
void
nb_docx_line_take (NbDocxLine *self, NbDocxFields *fields, NbDocxStyles *styles, const xmlNode *paragraph)
{
  const xmlNode *properties = nb_xml_find (paragraph, "pPr");
  guint traits = traits_of (styles, properties);
  Taker taker = { .line = self, .fields = fields, .styles = styles, .hidden = traits & NB_DOCX_HIDDEN };
  const xmlNode *mark = nb_xml_find (properties, "rPr");

  self->traits |= traits;
  self->traits |= fields->contents > 0 ? NB_DOCX_CONTENTS : 0;
  self->joins_next = nb_xml_find (mark, "del") != NULL || nb_xml_find (mark, "moveFrom") != NULL;
  take_children (&taker, paragraph);
  /* An instruction ends with its paragraph, also where its end is lost. */
  if (fields->instruction != 0 && fields->lost)
    add_unreadable (&taker);
  fields->lost = FALSE;
  fields->instruction = 0;
  take_name (&taker, taker.hidden != 0);
  take_choice (&taker);
  self->traits |= fields->contents > 0 ? NB_DOCX_CONTENTS : 0;
}
