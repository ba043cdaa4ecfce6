/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbHtmlTree: a page as libxml2's HTML parser reads it, kept in one array.
 *
 *   bytes → htmlCtxtReadMemory() → start, characters, end → NbHtmlNode[] in document order
 *
 * No DOM is built: what is never read (scripts, styles, hidden elements, comments, most attributes)
 * costs nothing, a page of any depth is walked and freed without recursion, and the memory is bounded by
 * NB_LIMIT_ELEMENTS. Tables are mended as an HTML5 parser does: a cell ends the cell before it.
 *
 * Used by one thread.
 */

#include "nb-html-tree.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-parser.h"
#include "nb-html-attributes.h"
#include "nb-html-css.h"
#include "nb-html-inherit.h"
#include "nb-html-mend.h"
#include "nb-html-sheet.h"
#include "nb-html-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So that a cancelled reading stops soon. */
#define NODES_BETWEEN_CHECKS 1024
/* As many cells as a report has. */
#define MANY_CELLS 150
#define MANY_TIMES 4
/* Below this depth each stray end tag costs libxml2 a search through all open elements. */
#define DEEP             256

/* Spaces that a gap between words is kept as. */
#define GAP 2
/* Of the names of the characters of Latin-1. */
#define LONGEST_LATIN_NAME ((gsize) 6)

#define NO_MEMORY         N_ ("no memory is left to read the page")
#define TOO_MANY_ELEMENTS N_ ("the page has too many elements")
#define NESTED_TOO_DEEPLY N_ ("the elements of the page are nested too deeply")

typedef struct
{
  NbHtmlTree *tree;          /* (owned) */
  htmlParserCtxtPtr parser;  /* (owned) */
  GCancellable *cancellable; /* (nullable) */
  GArray *open;        /* guint: the node of each element that the parser has open, 0 for none */
  guint current;       /* the innermost open node */
  int table;           /* number of the innermost open table, -1 for none */
  guint dropped;       /* open elements within one that is not read */
  gboolean line_begun; /* whether text stands before the next text in its line */
  gboolean in_text;    /* whether the last node is text that may go on */
  gboolean after_ampersand; /* whether the last text that the parser gave was "&" */
  guint pre;                /* open pre elements */
  guint n_texts;            /* runs of characters and entities */
  guint deep_errors;        /* of markup, where elements are nested deeply */
  const char *limit;        /* (nullable) what is too much */
  guint most;               /* 0 where that is no number */
  NbHtmlSheet *sheet;       /* what the style elements say, those of an earlier reading too */
  GString *style;           /* (owned) (nullable): the style element at hand */
  gboolean is_reread;       /* all style elements are in the sheet already */
  gboolean is_late;         /* a style element stands behind text */
  gboolean is_distrusted;   /* the sheet hides too much: only inline elements are hidden by it */
  gboolean in_hidden;       /* what is dropped is dropped for the sheet ... */
  gboolean in_script;       /* ... or is a script */
  gsize n_hidden_bytes;     /* text that the sheet hides */
  gsize n_hidden_cells;     /* and cells of tables */
  gsize n_cells;            /* cells that are read */
} Builder;

static NbHtmlNode *
last_node (Builder *self)
{
  return nb_html_tree_node (self->tree, self->tree->nodes->len - 1);
}

static void
stop (Builder *self, const char *limit, guint most)
{
  self->limit = limit;
  self->most = most;
  xmlStopParser (self->parser);
}

/* Appends a node below the current one. The pointer is good until the next. */
static NbHtmlNode *
add_node (Builder *self, NbHtmlTag tag)
{
  guint n = self->tree->nodes->len;
  NbHtmlNode *node;

  if (n >= NB_LIMIT_ELEMENTS)
    stop (self, TOO_MANY_ELEMENTS, NB_LIMIT_ELEMENTS);
  else if (n % NODES_BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (self->cancellable))
    xmlStopParser (self->parser);

  g_array_set_size (self->tree->nodes, n + 1);
  node = nb_html_tree_node (self->tree, n);
  node->parent = self->current;
  node->tag = (guint8) tag;
  node->line = (guint) MAX (xmlSAX2GetLineNumber (self->parser), 1);
  node->table = -1;
  node->row_span = 1;
  node->column_span = 1;
  return node;
}

static gboolean
is_between_cells (guint tag)
{
  return tag == NB_HTML_TAG_TABLE || tag == NB_HTML_TAG_TBODY || tag == NB_HTML_TAG_THEAD ||
         tag == NB_HTML_TAG_TFOOT || tag == NB_HTML_TAG_TR || tag == NB_HTML_TAG_UL ||
         tag == NB_HTML_TAG_DL;
}

/* The blanks at the end of the text, where @node is text that goes on. */
static guint
count_blanks (const GString *text, const NbHtmlNode *node)
{
  guint n = 0;

  while (node != NULL && n < MIN (GAP, node->length) && text->str[text->len - 1 - n] == ' ')
    n++;
  return n;
}

static void
add_text (Builder *self, const char *text, gsize length)
{
  GString *all = self->tree->text;
  NbHtmlNode *node = self->in_text ? last_node (self) : NULL;
  NbHtmlSums sums = { 0 };
  gsize before = all->len;
  guint newlines = 0;

  if (self->pre > 0)
    nb_html_text_append_verbatim (all, text, length, node != NULL ? &node->sums : &sums);
  else
    newlines = nb_html_text_append (all, text, length,
                                    self->line_begun ? count_blanks (all, node) : GAP, GAP,
                                    node != NULL ? &node->sums : &sums);
  if (all->len == before || (sums.chars == 0 && node == NULL &&
                             is_between_cells (nb_html_tree_node (self->tree, self->current)->tag)))
    {
      g_string_truncate (all, before);
      return;
    }
  if (node == NULL)
    {
      node = add_node (self, NB_HTML_TAG_TEXT);
      node->sums = sums;
      node->offset = (guint) before;
      node->line -= MIN (newlines, node->line - 1);
      node->traits |= self->pre > 0 ? NB_HTML_VERBATIM : 0;
      node->end = self->tree->nodes->len;
    }
  node->length = (guint) all->len - node->offset;
  self->line_begun = TRUE;
  self->in_text = TRUE;
}

static gboolean
is_turned (const NbHtmlNode *node)
{
  return (node->traits & NB_HTML_LEFTWARD) != 0 && (node->traits & NB_HTML_OVERRIDE) != 0;
}

static void
close_node (Builder *self)
{
  NbHtmlNode *node = nb_html_tree_node (self->tree, self->current);

  if (is_turned (node))
    {
      add_text (self, "\u202c", 3);
      node = nb_html_tree_node (self->tree, self->current);
    }
  node->end = self->tree->nodes->len;
  if (node->tag == NB_HTML_TAG_TABLE)
    {
      guint above = node->parent;

      while (above != 0 && nb_html_tree_node (self->tree, above)->table < 0)
        above = nb_html_tree_node (self->tree, above)->parent;
      self->table = above != 0 ? nb_html_tree_node (self->tree, above)->table : -1;
    }
  if (node->tag == NB_HTML_TAG_PRE)
    self->pre--;
  if ((nb_html_tag_get_flags (node->tag) & NB_HTML_BLOCK) != 0)
    self->line_begun = FALSE;
  self->in_text = FALSE;
  self->current = node->parent;
}

/* A cell ends the cell before it in its row, a row the row before it in its table, a group all of that, whatever inline
 * elements were left open within. */
static void
close_before (Builder *self, NbHtmlTag tag)
{
  guint rank = nb_html_tag_get_rank (tag), outermost = 0;

  if (rank == 0 || tag == NB_HTML_TAG_TABLE)
    return;
  for (guint i = self->current; i != 0; i = nb_html_tree_node (self->tree, i)->parent)
    {
      guint other = nb_html_tag_get_rank (nb_html_tree_node (self->tree, i)->tag);

      if (other > rank)
        break;
      if (other > 0)
        outermost = i;
    }
  while (outermost != 0 && nb_html_tree_node (self->tree, outermost)->end == 0)
    close_node (self);
}

/* The rules of the page's own style sheets. */
static void
apply_sheet (Builder *self, NbHtmlNode *node, const char *element, const char *const *attributes)
{
  gboolean is_block = (nb_html_tag_get_flags (node->tag) & NB_HTML_BLOCK) != 0;
  guint traits = nb_html_sheet_get_traits (self->sheet, element, attributes, &node->colors);

  if (self->is_distrusted && is_block)
    traits &= ~(guint) (NB_HTML_HIDDEN | NB_HTML_INVISIBLE | (nb_html_tag_get_rank (node->tag) > 0 ? 0 : NB_HTML_STRUCK));
  /* A page that is hidden as a whole is one that a script shows. */
  if (node->tag == NB_HTML_TAG_BODY || node->tag == NB_HTML_TAG_HTML)
    traits &= NB_HTML_TURNED | NB_HTML_LEFTWARD;
  if ((traits & NB_HTML_HIDDEN) != 0 && (node->traits & NB_HTML_HIDDEN) == 0)
    self->in_hidden = TRUE;
  node->move = (traits & NB_HTML_MOVED) != 0 ? 0 : node->move;
  node->traits |= traits;
}

static void
open_implied (Builder *self, NbHtmlTag tag)
{
  static const NbHtmlAttributes none = { NULL };
  NbHtmlNode *node = add_node (self, tag);

  node->table = tag == NB_HTML_TAG_TR ? self->table : -1;
  if (nb_html_sheet_hides (self->sheet))
    apply_sheet (self, node, nb_html_tag_get_name (tag), NULL);
  nb_html_inherit (node, nb_html_tree_node (self->tree, node->parent), &none);
  self->current = self->tree->nodes->len - 1;
}

/* As in browsers, a row that stands in no group begins one, and a cell that stands in no row begins that. */
static void
open_before (Builder *self, NbHtmlTag tag)
{
  guint rank = nb_html_tag_get_rank (tag), above = 0;

  if (rank != nb_html_tag_get_rank (NB_HTML_TAG_TD) &&
      rank != nb_html_tag_get_rank (NB_HTML_TAG_TR))
    return;
  for (guint i = self->current; i != 0 && above == 0; i = nb_html_tree_node (self->tree, i)->parent)
    above = nb_html_tag_get_rank (nb_html_tree_node (self->tree, i)->tag);
  if (nb_html_tree_node (self->tree, self->current)->tag == NB_HTML_TAG_TABLE)
    open_implied (self, NB_HTML_TAG_TBODY);
  if (rank == nb_html_tag_get_rank (NB_HTML_TAG_TD) &&
      above > nb_html_tag_get_rank (NB_HTML_TAG_TR))
    open_implied (self, NB_HTML_TAG_TR);
}

static void
add_meta (Builder *self, const NbHtmlAttributes *attributes)
{
  if (attributes->name == NULL || attributes->content == NULL)
    return;
  if (self->tree->metas->len >= 2 * NB_LIMIT_METAS)
    {
      stop (self, N_ ("the page has too many meta elements"), NB_LIMIT_METAS);
      return;
    }
  g_ptr_array_add (self->tree->metas, g_strdup (attributes->name));
  g_ptr_array_add (self->tree->metas, g_strdup (attributes->content));
}

/* The characters of an alt text or of the value of an input. */
static void
take_text (Builder *self, NbHtmlNode *node, const char *text)
{
  if (text == NULL)
    return;
  node->offset = (guint) self->tree->text->len;
  nb_html_text_append (self->tree->text, text, strlen (text), 1, 1, &node->sums);
  node->length = (guint) self->tree->text->len - node->offset;
}

static NbHtmlNode *
open_table_node (Builder *self)
{
  const NbHtmlTable *table = &g_array_index (self->tree->tables, NbHtmlTable, self->table);

  return nb_html_tree_node (self->tree, table->node);
}

/* What only certain elements have. FALSE where the element is not to be read. */
static gboolean
finish_start (Builder *self, NbHtmlNode *node, const NbHtmlAttributes *attributes)
{
  switch (node->tag)
    {
    case NB_HTML_TAG_META:
      add_meta (self, attributes);
      return FALSE;
    case NB_HTML_TAG_INPUT:
      node->traits |= nb_html_traits_of_input (attributes);
      take_text (self, node, attributes->text);
      return (node->traits & (NB_HTML_UNREAD | NB_HTML_HIDDEN)) == 0;
    case NB_HTML_TAG_TEXTAREA:
      node->traits |= nb_html_traits_of_placeholder (attributes);
      return TRUE;
    /* What is left of the other columns is shown at other places. */
    case NB_HTML_TAG_COL:
    case NB_HTML_TAG_COLGROUP:
      if (self->table >= 0 && (node->traits & NB_HTML_INVISIBLE) != 0)
        open_table_node (self)->marks |= NB_HTML_IS_DISORDERED;
      return TRUE;
    /* One that the sheet strikes out with all around it may be what a script fades in. */
    case NB_HTML_TAG_TABLE:
      self->in_hidden |= (node->traits & NB_HTML_STRUCK) != 0;
      return (node->traits & (NB_HTML_STRUCK | NB_HTML_INVISIBLE)) == 0;
    case NB_HTML_TAG_IMG:
      {
        NbHtmlSums sums = { 0 };

        /* An alt text is not seen beside its picture. */
        take_text (self, node, attributes->text);
        sums.pictures = (node->traits & NB_HTML_SMALL) == 0;
        node->sums = sums;
        return (node->traits & NB_HTML_UNREAD) == 0;
      }
    default:
      return (nb_html_tag_get_flags (node->tag) & NB_HTML_DROPPED) == 0;
    }
}

static void
open_table (Builder *self, NbHtmlNode *node, guint index)
{
  NbHtmlTable table = { .node = index };

  node->table = (int) self->tree->tables->len;
  self->table = node->table;
  g_array_append_val (self->tree->tables, table);
}

/* libxml2 tells of all that is wrong with the markup, which costs it much where elements are nested deeply; and
 * goes on with what it has read so far where it has found no memory. */
static void
#if LIBXML_VERSION >= 21200
parser_error_cb (void *data, const xmlError *error)
#else
parser_error_cb (void *data, xmlErrorPtr error)
#endif
{
  Builder *self = data;

  /* It is in the midst of what it lacks memory for, and not to be stopped. */
  if (error->code == XML_ERR_NO_MEMORY)
    self->limit = NO_MEMORY;
  else if (self->open->len >= DEEP && ++self->deep_errors > NB_LIMIT_DEEP_ERRORS)
    stop (self, N_ ("the page has too many end tags without a beginning, deep within its elements"), NB_LIMIT_DEEP_ERRORS);
}

/* A sheet for paper says nothing about the screen; one that counts on some screens is as a part of a sheet is for them. */
static void
begin_style (Builder *self, const NbHtmlAttributes *attributes)
{
  const char *media = attributes->media != NULL ? attributes->media : "";
  gboolean is_sure;

  if (self->is_reread || !nb_html_css_is_shown (media, &is_sure))
    return;
  self->style = g_string_new (is_sure ? NULL : "@media (color){");
}

static void
end_style (Builder *self)
{
  g_autoptr (GString) style = g_steal_pointer (&self->style);
  const char *limit;
  guint most;

  if (nb_html_sheet_read (self->sheet, style->str, style->len) && self->tree->text->len > 0)
    self->is_late = TRUE;
  limit = nb_html_sheet_get_limit (self->sheet, &most);
  if (limit != NULL)
    stop (self, limit, most);
}

/* The name itself may tell something. */
static void
read_name (NbHtmlNode *node, const char *name)
{
  if (node->tag != NB_HTML_TAG_OTHER)
    return;
  /* <ucaptitle>, <ucapcontent>: a content system's own elements. */
  if (*name == 'u')
    node->traits |= nb_html_traits_of_name (name);
  /* It may have been a cell. */
  if (nb_html_is_spoilt_name (name))
    node->traits |= NB_HTML_RAISED;
  /* What an element of the page's own makes shows what the page likes. */
  if (strchr (name, '-') != NULL)
    node->marks |= NB_HTML_IS_DRAWN;
}

/* Takes back the last node: nothing in it is read. What is seen in its place stays, without its content. */
static void
drop_element (Builder *self)
{
  NbHtmlNode *node = last_node (self);

  self->dropped = 1;
  self->in_script = node->tag == NB_HTML_TAG_SCRIPT;
  if (self->in_script)
    nb_html_tree_node (self->tree, self->current)->marks |= node->marks & NB_HTML_IS_DRAWN;
  if ((node->traits & (NB_HTML_HIDDEN | NB_HTML_UNREAD)) == 0 &&
      (nb_html_tag_get_flags (node->tag) & NB_HTML_REPLACED) != 0)
    {
      node->end = self->tree->nodes->len;
      self->in_text = FALSE;
    }
  else
    g_array_set_size (self->tree->nodes, self->tree->nodes->len - 1);
}

/* Goes into the last node. */
static void
enter_element (Builder *self)
{
  NbHtmlNode *node = last_node (self);
  guint index = self->tree->nodes->len - 1;
  guint rank = nb_html_tag_get_rank (node->tag);

  if (node->tag == NB_HTML_TAG_TABLE)
    open_table (self, node, index);
  else if (rank == nb_html_tag_get_rank (NB_HTML_TAG_TD) ||
           rank == nb_html_tag_get_rank (NB_HTML_TAG_TR))
    {
      node->table = self->table;
      self->n_cells += rank == nb_html_tag_get_rank (NB_HTML_TAG_TD);
    }
  if (node->tag == NB_HTML_TAG_PRE)
    self->pre++;
  self->line_begun = self->line_begun && node->tag != NB_HTML_TAG_BR &&
                     (nb_html_tag_get_flags (node->tag) & NB_HTML_BLOCK) == 0;
  self->in_text = FALSE;
  self->current = index;
  g_array_append_val (self->open, index);
  if (is_turned (node))
    add_text (self, "\u202e", 3);
}

static void
start_element (void *data, const xmlChar *name, const xmlChar **attribute_list)
{
  Builder *self = data;
  NbHtmlTag tag = nb_html_tag_lookup ((const char *) name);
  NbHtmlAttributes attributes = { 0 };
  NbHtmlNode *node;

  if (self->dropped > 0)
    {
      self->dropped++;
      self->n_hidden_cells += self->in_hidden &&
                              nb_html_tag_get_rank (tag) == nb_html_tag_get_rank (NB_HTML_TAG_TD);
      return;
    }
  self->in_hidden = FALSE;
  if (self->open->len >= NB_LIMIT_NESTING)
    {
      stop (self, NESTED_TOO_DEEPLY, NB_LIMIT_NESTING);
      return;
    }

  close_before (self, tag);
  open_before (self, tag);
  node = add_node (self, tag);
  read_name (node, (const char *) name);
  nb_html_attributes_read (&attributes, node, (const char *const *) attribute_list);
  if (tag == NB_HTML_TAG_STYLE)
    begin_style (self, &attributes);
  else if (nb_html_attributes_name_sheet ((const char *) name, (const char *const *) attribute_list))
    nb_html_doubt_papers (self->tree, self->current);
  else if (nb_html_sheet_hides (self->sheet))
    apply_sheet (self, node, (const char *) name, (const char *const *) attribute_list);
  nb_html_inherit (node, nb_html_tree_node (self->tree, node->parent), &attributes);
  if (!finish_start (self, node, &attributes) || (node->traits & NB_HTML_HIDDEN) != 0)
    drop_element (self);
  else
    enter_element (self);
}

/* The end of a row or of a row group that was not begun: see nb_html_mend(). */
static void
stray_end (void *data, const xmlChar *target, const xmlChar *rest G_GNUC_UNUSED)
{
  Builder *self = data;
  NbHtmlTag tag = nb_html_tag_lookup ((const char *) target);

  if (self->dropped > 0 || (tag != NB_HTML_TAG_TR && tag != NB_HTML_TAG_TBODY))
    return;
  close_before (self, tag);
  self->in_text = FALSE;
}

static void
end_element (void *data, const xmlChar *name)
{
  Builder *self = data;
  guint index;

  if (self->dropped > 0)
    {
      if (--self->dropped == 0 && self->style != NULL)
        end_style (self);
      return;
    }
  if (self->open->len == 0)
    return;
  index = g_array_index (self->open, guint, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  while (nb_html_tree_node (self->tree, index)->end == 0)
    close_node (self);
}

/* In pre, each line of the source is a line. */
static void
add_preformatted (Builder *self, const char *text, gsize length)
{
  while (length > 0)
    {
      const char *end = memchr (text, '\n', length);
      gsize n = end != NULL ? (gsize) (end - text) : length;

      if (n > 0)
        add_text (self, text, n);
      if (end == NULL)
        return;
      if (self->line_begun)
        {
          NbHtmlNode *node = add_node (self, NB_HTML_TAG_BR);

          node->end = self->tree->nodes->len;
          self->line_begun = FALSE;
          self->in_text = FALSE;
        }
      text = end + 1;
      length -= n + 1;
    }
}

/* Word writes "<![if !supportLists]>"; libxml2 gives the bracket and the rest as two runs of text. Returns
 * how many bytes at the head of @text are the rest of one, whose bracket is taken back. */
static gsize
skip_conditional (Builder *self, const char *text, gsize length)
{
  GString *all = self->tree->text;
  NbHtmlNode *node = self->in_text ? last_node (self) : NULL;
  const char *end;

  if (length < 4 || text[0] != '!' || text[1] != '[' || node == NULL ||
      all->str[all->len - 1] != '<')
    return 0;
  end = g_strstr_len (text, (gssize) length, "]>");
  if (end == NULL)
    return 0;
  g_string_truncate (all, all->len - 1);
  node->length--;
  node->sums.chars--;
  return (gsize) (end - text) + 2;
}

/* "&nbsp" without a semicolon, which HTML reads and libxml2 gives as "&" and the rest: the names of Latin-1,
 * the longest that fits. Returns how many bytes at the head of @text are such a name; its character is
 * put for the ampersand. */
static gsize
take_unended (Builder *self, const char *text, gsize length)
{
  GString *all = self->tree->text;
  NbHtmlNode *node = self->in_text ? last_node (self) : NULL;
  char name[LONGEST_LATIN_NAME + 1], character[6];

  if (node == NULL || all->str[all->len - 1] != '&')
    return 0;
  for (gsize n = MIN (length, LONGEST_LATIN_NAME); n > 1; n--)
    {
      const htmlEntityDesc *entity;

      memcpy (name, text, n);
      name[n] = '\0';
      entity = htmlEntityLookup ((const xmlChar *) name);
      if (entity == NULL || entity->value > 0xff || entity->value == '\'')
        continue;
      g_string_truncate (all, all->len - 1);
      node->length--;
      node->sums.chars--;
      add_text (self, character, (gsize) g_unichar_to_utf8 (entity->value, character));
      return n;
    }
  return 0;
}

/* A script that neither calls nor names a part of anything shows nothing. */
static void
read_script (Builder *self, const char *text, gsize length)
{
  if (memchr (text, '(', length) != NULL || memchr (text, '.', length) != NULL)
    nb_html_tree_node (self->tree, self->current)->marks |= NB_HTML_IS_DRAWN;
}

static void
characters (void *data, const xmlChar *bytes, int n)
{
  Builder *self = data;
  const char *text = (const char *) bytes;
  gsize length = (gsize) MAX (n, 0), skipped;

  /* Every entity comes by itself, and libxml2 takes a microsecond to look it up. */
  if (++self->n_texts > NB_LIMIT_ELEMENTS)
    stop (self, TOO_MANY_ELEMENTS, NB_LIMIT_ELEMENTS);
  if (self->dropped > 0 || (nb_html_tree_node (self->tree, self->current)->traits & NB_HTML_UNREAD) != 0)
    {
      if (self->style != NULL)
        g_string_append_len (self->style, text, (gssize) length);
      else if (self->dropped == 0 || self->in_hidden)
        self->n_hidden_bytes += length;
      if (self->dropped > 0 && self->in_script)
        read_script (self, text, length);
      return;
    }
  if (self->after_ampersand)
    {
      skipped = take_unended (self, text, length);
      text += skipped;
      length -= skipped;
    }
  self->after_ampersand = length == 1 && *text == '&';
  skipped = skip_conditional (self, text, length);
  text += skipped;
  length -= skipped;
  if (length == 0)
    return;
  if (self->pre > 0)
    add_preformatted (self, text, length);
  else
    add_text (self, text, length);
}

static NbHtmlTree *
new_tree (void)
{
  NbHtmlTree *tree = g_new0 (NbHtmlTree, 1);

  tree->nodes = g_array_new (FALSE, TRUE, sizeof (NbHtmlNode));
  tree->tables = g_array_new (FALSE, TRUE, sizeof (NbHtmlTable));
  tree->text = g_string_new (NULL);
  tree->metas = g_ptr_array_new_with_free_func (g_free);
  g_array_set_size (tree->nodes, 1);
  nb_html_tree_node (tree, 0)->tag = NB_HTML_TAG_OTHER;
  nb_html_tree_node (tree, 0)->table = -1;
  return tree;
}

/**
 * nb_html_tree_free:
 * @tree: a tree
 *
 * Frees the tree.
 */
void
nb_html_tree_free (NbHtmlTree *tree)
{
  g_array_unref (tree->nodes);
  g_array_unref (tree->tables);
  g_string_free (tree->text, TRUE);
  g_ptr_array_unref (tree->metas);
  g_free (tree);
}

static void
run_parser (Builder *self, const char *html, gsize length)
{
  htmlSAXHandler *sax = self->parser->sax;

  memset (sax, 0, sizeof *sax);
  sax->startElement = start_element;
  sax->endElement = end_element;
  sax->characters = characters;
  sax->ignorableWhitespace = characters;
  sax->processingInstruction = stray_end;
  self->parser->userData = self;
  xmlSetStructuredErrorFunc (self, parser_error_cb);
  /* Depth and size are bounded here: the bounds of libxml2 would drop the rest of the page unsaid. */
  htmlCtxtReadMemory (self->parser, html, (int) length, NULL, "UTF-8",
                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | (int) XML_PARSE_HUGE);
  xmlSetStructuredErrorFunc (NULL, NULL);
  while (self->current != 0)
    close_node (self);
  nb_html_tree_node (self->tree, 0)->end = self->tree->nodes->len;
}

/* One reading of the page. Returns the tree, %NULL where it could not be read. */
static NbHtmlTree *
build (Builder *self, const char *html, gsize length, GError **error)
{
  g_autoptr (NbHtmlTree) tree = new_tree ();

  self->tree = tree;
  self->parser = nb_parser_new_html ();
  if (self->parser == NULL)
    {
      g_set_error_literal (error, NB_ERROR, NB_ERROR_LIMIT, _ (NO_MEMORY));
      return NULL;
    }
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  run_parser (self, html, length);
  g_array_unref (self->open);
  htmlFreeParserCtxt (self->parser);
  if (self->style != NULL)
    g_string_free (g_steal_pointer (&self->style), TRUE);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  if (self->limit != NULL)
    {
      nb_error_set_limit (error, self->limit, self->most);
      return NULL;
    }
  return g_steal_pointer (&tree);
}

/* Whether what the sheet hides is most of the page: then it is a page that a script shows. Beside the tables of a report
 * it may be another copy of them, for the printer. */
static gboolean
hides_too_much (const Builder *self)
{
  if (!nb_html_sheet_hides (self->sheet) || self->is_distrusted)
    return FALSE;
  if (self->n_cells >= MANY_CELLS)
    return self->n_hidden_cells / MANY_TIMES > self->n_cells;
  return self->n_hidden_cells > self->n_cells || self->n_hidden_bytes > self->tree->text->len;
}

/**
 * nb_html_tree_parse:
 * @html: a page, valid UTF-8
 * @length: its length in bytes
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_LIMIT, or cancelled
 *
 * Parses a page. What it declares about its charset is passed over. It is read again where a style element that
 * hides something stands behind text, and where the sheets hide most of it.
 *
 * Returns: (transfer full): the tree, not yet measured
 */
NbHtmlTree *
nb_html_tree_parse (const char *html, gsize length, GCancellable *cancellable, GError **error)
{
  g_autofree char *bounded = NULL;
  g_autoptr (NbHtmlSheet) sheet = nb_html_sheet_new ();
  g_autoptr (NbHtmlTree) tree = NULL;
  gboolean is_distrusted = FALSE, is_reread = FALSE;

  if (length > G_MAXINT)
    {
      g_set_error_literal (error, NB_ERROR, NB_ERROR_TOO_LARGE, _ ("the page is too large"));
      return NULL;
    }
  bounded = nb_html_mend (html, length);
  while (tree == NULL)
    {
      Builder builder = { .cancellable = cancellable,
                          .table = -1,
                          .sheet = sheet,
                          .is_distrusted = is_distrusted,
                          .is_reread = is_reread };

      tree = build (&builder, bounded != NULL ? bounded : html, length, error);
      if (tree == NULL)
        return NULL;
      builder.tree = tree;
      is_distrusted = hides_too_much (&builder);
      if (is_distrusted || (builder.is_late && nb_html_sheet_hides (sheet)))
        g_clear_pointer (&tree, nb_html_tree_free);
      is_reread = TRUE;
    }
  return g_steal_pointer (&tree);
}
