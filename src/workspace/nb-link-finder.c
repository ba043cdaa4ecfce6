/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The links of a page that holds no report itself but leads to one: a list of years, a page with an attachment. Words of
 * data/forms/words.xml tell which. Asked only where a page is no report; any thread, nothing is kept.
 */

#include "nb-link-finder.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "form/nb-form.h"
#include "source/nb-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes of a title, and of what is searched for the end of a link. */
#define LONGEST_TITLE 300
#define LONGEST_LINK  4096
/* Links that the sentence names. */
#define MOST_TOLD 3

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "&amp;", "&" }, { "&nbsp;", " " }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" },
};

typedef struct
{
  GPtrArray *links;  /* NbLink */
  GHashTable *known; /* addresses of them */
  GUri *base;
} Finder;

/* Text of a page without elements and entities, its blanks made one. */
static char *
dup_plain (const char *text, gsize length)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *end = text + length;
  gboolean blank = TRUE;

  for (const char *p = text; p < end;)
    {
      gsize skipped = 0;

      if (*p == '<')
        {
          const char *close = memchr (p, '>', (gsize) (end - p));

          p = close != NULL ? close + 1 : end;
          continue;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (entities) && skipped == 0; i++)
        if (g_str_has_prefix (p, entities[i].name))
          {
            g_string_append (plain, entities[i].text);
            skipped = strlen (entities[i].name);
          }
      if (skipped == 0)
        {
          gunichar c = g_utf8_get_char (p);

          if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
            g_string_append_unichar (plain, c);
          else if (!blank)
            g_string_append_c (plain, ' ');
          blank = g_unichar_isspace (c) || g_unichar_iscntrl (c);
          skipped = (gsize) (g_utf8_next_char (p) - p);
        }
      else
        blank = FALSE;
      p += skipped;
    }
  return g_strdup (g_strstrip (plain->str));
}

/* The value of an attribute of the element that begins at @tag and ends at @end. */
static char *
dup_attribute (const char *tag, const char *end, const char *name)
{
  gsize length = strlen (name);

  for (const char *p = tag; p + length < end; p++)
    {
      const char *value, *stop;

      if (!g_ascii_isspace (p[0]) || g_ascii_strncasecmp (p + 1, name, length) != 0)
        continue;
      value = p + 1 + length;
      while (value < end && g_ascii_isspace (*value))
        value++;
      if (value >= end || *value != '=')
        continue;
      for (value++; value < end && g_ascii_isspace (*value);)
        value++;
      stop = value < end && (*value == '"' || *value == '\'') ? memchr (value + 1, *value, (gsize) (end - value - 1)) : NULL;
      if (stop != NULL)
        value++;
      else
        for (stop = value; stop < end && !g_ascii_isspace (*stop) && *stop != '>';)
          stop++;
      return dup_plain (value, (gsize) (stop - value));
    }
  return NULL;
}

static gboolean
has_word (const char *role, const char *text)
{
  const char *const *words = nb_forms_get_words (role);

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_document (const char *path)
{
  static const char *const ends[] = { ".doc", ".docx", ".wps", ".pdf", ".ofd", ".txt" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      return TRUE;
  return FALSE;
}

/* A year and hardly anything else, as lists of years have it. */
static gboolean
is_year (const char *text)
{
  return strspn (text, "0123456789") == 4 && (g_str_has_prefix (text, "20") || g_str_has_prefix (text, "19")) &&
         (text[4] == '\0' || has_word ("year.sign", text + 4)) && g_utf8_strlen (text, -1) <= 6;
}

static gboolean
may_be_report (const char *title, GUri *uri)
{
  g_autofree char *folded = nb_text_fold (title, -1);

  return has_word ("link.report", folded) || is_year (folded) ||
         (is_document (g_uri_get_path (uri)) && has_word ("link.attachment", folded));
}

static GUri *
find_base (NbSource *source)
{
  const char *address = nb_source_get_address (source);
  const char *typed = address != NULL ? address : nb_source_get_uri (source);
  GUri *uri = nb_address_has_scheme (typed, "http") || nb_address_has_scheme (typed, "https") ? nb_address_parse (typed, NULL) : NULL;

  if (uri == NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (typed);
      g_autofree char *whole = g_file_get_uri (file);

      uri = g_uri_parse (whole, G_URI_FLAGS_ENCODED, NULL);
    }
  return uri;
}

/* Whole, where a page may lead: pages of the network do not name files. */
static GUri *
resolve (GUri *base, const char *href)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  if (*href == '\0' || *href == '#')
    return NULL;
  uri = nb_address_resolve (base, href, NULL);
  if (uri == NULL)
    return NULL;
  scheme = g_uri_get_scheme (uri);
  if (g_str_equal (scheme, "http") || g_str_equal (scheme, "https") ||
      (g_str_equal (scheme, "file") && g_str_equal (g_uri_get_scheme (base), "file")))
    return g_steal_pointer (&uri);
  return NULL;
}

/* What a page says that its links stand against. */
static GUri *
apply_base (GUri *base, const char *html)
{
  for (const char *p = html; p != NULL && (p = strchr (p, '<')) != NULL; p++)
    if (g_ascii_strncasecmp (p, "<base", 5) == 0 && g_ascii_isspace (p[5]))
      {
        const char *end = memchr (p, '>', strnlen (p, LONGEST_LINK));
        g_autofree char *href = end != NULL ? dup_attribute (p + 5, end, "href") : NULL;
        GUri *uri = href != NULL ? resolve (base, href) : NULL;

        if (uri != NULL)
          {
            g_uri_unref (base);
            return uri;
          }
      }
  return base;
}

/* Takes @title. */
static void
append_link (Finder *self, char *title, GUri *uri)
{
  g_autofree char *address = g_uri_to_string_partial (uri, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
  NbLink *link = g_new (NbLink, 1);

  link->title = title;
  link->uri = g_strdup (address);
  if (g_hash_table_add (self->known, g_steal_pointer (&address)))
    g_ptr_array_add (self->links, link);
  else
    nb_link_free (link);
}

static void
add_link (Finder *self, const char *tag, const char *end, const char *close)
{
  g_autofree char *href = dup_attribute (tag, end, "href");
  g_autofree char *title = NULL;
  g_autoptr (GUri) uri = href != NULL ? resolve (self->base, href) : NULL;

  if (uri == NULL)
    return;
  title = dup_attribute (tag, end, "title");
  if (title == NULL || *title == '\0' || strlen (title) > LONGEST_TITLE)
    {
      g_free (title);
      title = dup_plain (end + 1, (gsize) (close - end - 1));
    }
  if (*title != '\0' && strlen (title) <= LONGEST_TITLE && may_be_report (title, uri))
    append_link (self, g_steal_pointer (&title), uri);
}

/* What a page without text of its own shows in a frame is called what the page says, or by the end of its address. */
static void
add_frame (Finder *self, const char *tag, const char *end)
{
  g_autofree char *src = dup_attribute (tag, end, "src");
  g_autofree char *title = dup_attribute (tag, end, "title");
  g_autoptr (GUri) uri = src != NULL ? resolve (self->base, src) : NULL;

  if (uri == NULL)
    return;
  if (title == NULL || *title == '\0' || strlen (title) > LONGEST_TITLE)
    {
      g_free (title);
      title = g_path_get_basename (g_uri_get_path (uri));
    }
  if (strlen (title) <= LONGEST_TITLE)
    append_link (self, g_steal_pointer (&title), uri);
}

static gboolean
is_tag (const char *at, const char *name)
{
  gsize n = strlen (name);

  return g_ascii_strncasecmp (at + 1, name, n) == 0 && g_ascii_isspace (at[1 + n]);
}

/**
 * nb_link_finder_find:
 * @source: a source of any container
 * @frames: whether what stands in its frames counts, whatever it is called: it has no text of its own
 *
 * Finds the links of a page that may lead to reports, at most NB_LIMIT_LINKS.
 *
 * Returns: (transfer full) (element-type NbLink): the links in the order of the page, once each
 */
GPtrArray *
nb_link_finder_find (NbSource *source, gboolean frames)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_link_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GUri) base = find_base (source);
  g_autofree char *html = NULL;
  Finder self = { links, known, NULL };
  const char *p;

  if (base == NULL || nb_source_get_container (source) != NB_CONTAINER_HTML)
    return links;
  html = nb_source_decode (source, NULL, NULL);
  self.base = base = apply_base (base, html);
  for (p = html; p != NULL && (p = strchr (p, '<')) != NULL && links->len < NB_LIMIT_LINKS; p++)
    {
      const char *end, *close;

      gboolean is_frame = frames && (is_tag (p, "frame") || is_tag (p, "iframe"));

      if (!is_frame && !is_tag (p, "a"))
        continue;
      end = memchr (p, '>', strnlen (p, LONGEST_LINK));
      if (end != NULL && is_frame)
        add_frame (&self, p + 2, end);
      if (end == NULL || is_frame)
        continue;
      close = end;
      do
        close = memchr (close + 1, '<', strnlen (close + 1, LONGEST_LINK));
      while (close != NULL && close - end < LONGEST_LINK && g_ascii_strncasecmp (close, "</a", 3) != 0);
      if (close != NULL && close - end < LONGEST_LINK)
        add_link (&self, p + 2, end, close);
    }
  return links;
}

/**
 * nb_link_finder_offer:
 * @source: a source that holds no report
 * @frames: as of nb_link_finder_find()
 * @error: (inout): what is said of it
 *
 * Adds to an error what the source links to instead, in words and as links of the error.
 */
void
nb_link_finder_offer (NbSource *source, gboolean frames, GError **error)
{
  g_autoptr (GPtrArray) links = nb_link_finder_find (source, frames);
  g_autoptr (GString) told = NULL;

  if (links->len == 0)
    return;
  told = g_string_new ((*error)->message);
  for (guint i = 0; i < MIN (links->len, MOST_TOLD); i++)
    {
      const NbLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (told, "%s %s <%s>", i == 0 ? _ ("; it links to") : ",", link->title, link->uri);
    }
  if (links->len > MOST_TOLD)
    g_string_append_printf (told, ngettext (" and %u more link", " and %u more links", links->len - MOST_TOLD),
                            links->len - MOST_TOLD);
  g_free ((*error)->message);
  (*error)->message = g_string_free (g_steal_pointer (&told), FALSE);
  nb_error_set_links (*error, links);
}
