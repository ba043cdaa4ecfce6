/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the names of elements, classes and ids mean to the reader. Only names that programs give are
 * known here, all of them ASCII; words that people read are not.
 *
 * Plain tables; any thread.
 */

#include "nb-html-tag.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  guint flags;
} Tag;

/* clang-format off */
static const Tag tags[] = {
  { NULL, 0 },
  { NULL, 0 },
#define TAG_ROW(id, name, flags) { name, flags },
  NB_HTML_TAGS (TAG_ROW)
#undef TAG_ROW
};
/* clang-format on */

#define FIRST_NAMED (NB_HTML_TAG_OTHER + 1)

static int
compare_tag (const void *key, const void *row)
{
  return strcmp (key, ((const Tag *) row)->name);
}

/**
 * nb_html_tag_lookup:
 * @name: name of an element, lower case
 *
 * Returns: which element it is, NB_HTML_TAG_OTHER for all that are not told apart
 */
NbHtmlTag
nb_html_tag_lookup (const char *name)
{
  const Tag *row = bsearch (name, tags + FIRST_NAMED, NB_HTML_N_TAGS - FIRST_NAMED, sizeof *tags,
                            compare_tag);

  return row != NULL ? (NbHtmlTag) (row - tags) : NB_HTML_TAG_OTHER;
}

/**
 * nb_html_tag_get_name:
 * @tag: an element
 *
 * Returns: (transfer none) (nullable): its name, static; %NULL for text and for unknown elements
 */
const char *
nb_html_tag_get_name (NbHtmlTag tag)
{
  return tags[tag].name;
}

/**
 * nb_html_tag_get_rank:
 * @tag: an element
 *
 * Returns: what of a table it is: 1 for a cell, 2 for a row, 3 for a row group, 4 for the table, 0 for all else. What is
 *   lower ends with what is as high or higher.
 */
guint
nb_html_tag_get_rank (guint tag)
{
  switch (tag)
    {
    case NB_HTML_TAG_TD:
    case NB_HTML_TAG_TH:
      return 1;
    case NB_HTML_TAG_TR:
      return 2;
    case NB_HTML_TAG_TBODY:
    case NB_HTML_TAG_THEAD:
    case NB_HTML_TAG_TFOOT:
      return 3;
    case NB_HTML_TAG_TABLE:
      return 4;
    default:
      return 0;
    }
}

/**
 * nb_html_tag_get_flags:
 * @tag: an element
 *
 * Returns: #NbHtmlTagFlags
 */
guint
nb_html_tag_get_flags (NbHtmlTag tag)
{
  return tags[tag].flags;
}

/* How a word must stand in a class or id to count. */
typedef enum
{
  WHOLE, /* it is the class */
  START, /* the class begins with it */
  WORD,  /* a word in it begins with it: behind "-", "_", or as a capital in camel case */
  ANY,
} Match;

typedef struct
{
  const char *word;
  Match match;
  guint traits;
} Name;

/* In the order of the first letters: names_from[] is made from it. */
static const Name names[] = {
  { "articlecon", ANY, NB_HTML_ARTICLE_STRONG },
  { "article-con", ANY, NB_HTML_ARTICLE_STRONG },
  { "article_con", ANY, NB_HTML_ARTICLE_STRONG },
  { "article-body", ANY, NB_HTML_ARTICLE_STRONG },
  { "articletitle", ANY, NB_HTML_TITLE_NAME },
  { "article-title", ANY, NB_HTML_TITLE_NAME },
  { "article_title", ANY, NB_HTML_TITLE_NAME },
  { "arttitle", ANY, NB_HTML_TITLE_NAME },
  { "art-title", ANY, NB_HTML_TITLE_NAME },
  { "art_title", ANY, NB_HTML_TITLE_NAME },
  { "article", WORD, NB_HTML_ARTICLE_WEAK },
  { "banner", WORD, NB_HTML_PAGE_PART },
  { "bdshare", START, NB_HTML_TOOL },
  { "bottom", WHOLE, NB_HTML_PAGE_PART },
  { "backtop", ANY, NB_HTML_TOOL },
  { "breadcrumb", ANY, NB_HTML_TOOL },
  { "cell", WORD, NB_HTML_CELL_NAME },
  { "clear", WHOLE, NB_HTML_CLEAR },
  { "clearfix", WHOLE, 0 },
  { "col", WORD, NB_HTML_CELL_NAME },
  { "comment", WORD, NB_HTML_TOOL },
  { "con", WHOLE, NB_HTML_ARTICLE_WEAK },
  { "content", WORD, NB_HTML_ARTICLE_WEAK },
  { "content-title", ANY, NB_HTML_TITLE_NAME },
  { "content_title", ANY, NB_HTML_TITLE_NAME },
  { "con_title", ANY, NB_HTML_TITLE_NAME },
  { "copyright", ANY, NB_HTML_TOOL },
  { "counter", WORD, NB_HTML_TOOL },
  { "crumb", WORD, NB_HTML_TOOL },
  { "detail", WORD, NB_HTML_ARTICLE_WEAK },
  { "dqwz", ANY, NB_HTML_TOOL },
  { "erweima", ANY, NB_HTML_TOOL },
  { "ewm", WORD, NB_HTML_TOOL },
  { "fontsize", ANY, NB_HTML_TOOL },
  { "font-size", ANY, NB_HTML_TOOL },
  { "foot", START, NB_HTML_PAGE_PART },
  { "footer", WORD, NB_HTML_PAGE_PART },
  { "friendlink", ANY, NB_HTML_PAGE_PART },
  { "gotop", ANY, NB_HTML_TOOL },
  { "head", WHOLE, NB_HTML_PAGE_PART },
  { "header", START, NB_HTML_PAGE_PART },
  { "hits", WHOLE, NB_HTML_TOOL },
  { "infotitle", ANY, NB_HTML_TITLE_NAME },
  { "info_title", ANY, NB_HTML_TITLE_NAME },
  { "infobox_title", ANY, NB_HTML_TITLE_NAME },
  { "info-content", ANY, NB_HTML_ARTICLE_STRONG },
  { "info_content", ANY, NB_HTML_ARTICLE_STRONG },
  { "infocontent", ANY, NB_HTML_ARTICLE_STRONG },
  { "jiathis", START, NB_HTML_TOOL },
  { "j-fontcontent", ANY, NB_HTML_ARTICLE_STRONG },
  { "location", WHOLE, NB_HTML_TOOL },
  { "login", WORD, NB_HTML_PAGE_PART },
  { "logo", WORD, NB_HTML_PAGE_PART },
  { "maintitle", ANY, NB_HTML_TITLE_NAME },
  { "menu", WORD, NB_HTML_PAGE_PART },
  { "nav", WORD, NB_HTML_PAGE_PART },
  { "newscontent", ANY, NB_HTML_ARTICLE_STRONG },
  { "news-content", ANY, NB_HTML_ARTICLE_STRONG },
  { "news_content", ANY, NB_HTML_ARTICLE_STRONG },
  { "newstitle", ANY, NB_HTML_TITLE_NAME },
  { "news-title", ANY, NB_HTML_TITLE_NAME },
  { "news_title", ANY, NB_HTML_TITLE_NAME },
  { "pager", WORD, NB_HTML_TOOL },
  { "pages_content", ANY, NB_HTML_ARTICLE_STRONG },
  { "pagination", WORD, NB_HTML_TOOL },
  { "position", WHOLE, NB_HTML_TOOL },
  { "prevnext", ANY, NB_HTML_TOOL },
  { "print", WORD, NB_HTML_TOOL },
  { "qrcode", ANY, NB_HTML_TOOL },
  { "recommend", WORD, NB_HTML_TOOL },
  { "relate", WORD, NB_HTML_TOOL },
  { "row", WORD, NB_HTML_ROW_NAME },
  { "search", WORD, NB_HTML_PAGE_PART },
  { "share", WORD, NB_HTML_TOOL },
  { "sidebar", WORD, NB_HTML_PAGE_PART },
  { "table-cell", ANY, NB_HTML_CELL_NAME },
  { "table-row", ANY, NB_HTML_ROW_NAME },
  { "td", WHOLE, NB_HTML_CELL_NAME },
  { "text", WHOLE, NB_HTML_ARTICLE_WEAK },
  { "th", WHOLE, NB_HTML_CELL_NAME },
  { "title", WHOLE, NB_HTML_TITLE_NAME },
  { "toolbar", WORD, NB_HTML_TOOL },
  { "tools", WORD, NB_HTML_TOOL },
  { "topbar", WORD, NB_HTML_PAGE_PART },
  { "topnav", WORD, NB_HTML_PAGE_PART },
  { "tr", WHOLE, NB_HTML_ROW_NAME },
  { "trs_editor", START, NB_HTML_ARTICLE_STRONG },
  { "trs_ueditor", START, NB_HTML_ARTICLE_STRONG },
  { "trs_preappend", START, NB_HTML_ARTICLE_STRONG },
  { "ucap-content", ANY, NB_HTML_ARTICLE_STRONG },
  { "ucapcontent", ANY, NB_HTML_ARTICLE_STRONG },
  { "ucaptitle", ANY, NB_HTML_TITLE_NAME },
  { "view", WHOLE, NB_HTML_ARTICLE_WEAK },
  { "v_news_content", START, NB_HTML_ARTICLE_STRONG },
  { "vsb_content", START, NB_HTML_ARTICLE_STRONG },
  { "wzdh", ANY, NB_HTML_TOOL },
  { "xgwz", ANY, NB_HTML_TOOL },
  { "xgxx", ANY, NB_HTML_TOOL },
  { "xgyd", ANY, NB_HTML_TOOL },
  { "xl_title", ANY, NB_HTML_TITLE_NAME },
  { "xl_tools", ANY, NB_HTML_TOOL },
  { "zhengwen", ANY, NB_HTML_ARTICLE_WEAK },
  { "zoom", WHOLE, NB_HTML_ARTICLE_STRONG },
  { "zwxl", START, NB_HTML_ARTICLE_STRONG },
};

#define LONGEST_NAME 64

/* First row of @names for each letter, and one past the last of "z". */
static const guint8 *
get_names_from (void)
{
  static guint8 names_from[27];
  static gsize done;

  if (g_once_init_enter (&done))
    {
      guint row = 0;

      for (guint letter = 0; letter < 27; letter++)
        {
          while (row < G_N_ELEMENTS (names) && (guint) (names[row].word[0] - 'a') < letter)
            row++;
          names_from[letter] = (guint8) row;
        }
      g_once_init_leave (&done, 1);
    }
  return names_from;
}

static gboolean
stands_so (const Name *name, gsize at, gsize length, gboolean word_begins)
{
  switch (name->match)
    {
    case WHOLE:
      return at == 0 && length == strlen (name->word);
    case START:
      return at == 0;
    case WORD:
      return word_begins;
    case ANY:
    default:
      return TRUE;
    }
}

/* The traits of one class; @capital tells where capitals stood. */
static guint
traits_of_token (const char *token, gsize length, guint64 capital)
{
  const guint8 *from = get_names_from ();
  guint traits = 0;

  for (gsize at = 0; at < length; at++)
    {
      guint letter = (guint) (token[at] - 'a');
      gboolean word_begins = at == 0 || !g_ascii_isalpha (token[at - 1]) ||
                             (capital >> at & 1) != 0;

      if (letter >= 26)
        continue;
      for (guint row = from[letter]; row < from[letter + 1]; row++)
        if (strncmp (token + at, names[row].word, strlen (names[row].word)) == 0 &&
            stands_so (&names[row], at, length, word_begins))
          traits |= names[row].traits;
    }
  return traits;
}

/**
 * nb_html_traits_of_name:
 * @value: value of a class or id attribute
 *
 * Returns: #NbHtmlTraits that the names in it suggest
 */
guint
nb_html_traits_of_name (const char *value)
{
  guint traits = 0;

  while (*value != '\0')
    {
      char token[LONGEST_NAME];
      guint64 capital = 0;
      gsize length = 0;

      for (; *value != '\0' && !g_ascii_isspace (*value); value++)
        if (length < LONGEST_NAME - 1)
          {
            if (g_ascii_isupper (*value))
              capital |= G_GUINT64_CONSTANT (1) << length;
            token[length++] = g_ascii_tolower (*value);
          }
      token[length] = '\0';
      traits |= traits_of_token (token, length, capital);
      while (g_ascii_isspace (*value))
        value++;
    }
  return traits;
}
