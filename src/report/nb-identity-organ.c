/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Names of organs: what kind of organ a name says, the key that the full and the short form of a name share,
 * and where a name begins that stands inside a sentence (DOMAIN §7.4). All words are data. Any thread.
 */

#include "nb-identity-organ.h"

#include "base/nb-text.h"
#include "report/nb-words.h"

#include <string.h>

/* Characters of a name, at most. */
#define LONGEST_NAME  40
#define SHORTEST_NAME 2
/* Bytes of a clause that ends with a name, at most. */
#define LONGEST_CLAUSE 240

static const struct
{
  const char *role;
  NbOrganKind kind;
} kinds[] = {
  { "organ.zone", NB_ORGAN_ZONE },
  { "organ.subdistrict", NB_ORGAN_SUBDISTRICT },
  { "organ.township", NB_ORGAN_TOWNSHIP },
  { "organ.department", NB_ORGAN_DEPARTMENT },
  { "organ.government", NB_ORGAN_GOVERNMENT },
};

/* Drops "(本级)" and the like from the end of a folded name. */
static gsize
length_without_brackets (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && name[length - 1] == ')')
    {
      const char *open = g_strrstr_len (name, (gssize) length, "(");

      if (open == NULL || open == name)
        break;
      length = (gsize) (open - name);
    }
  return length;
}

/**
 * nb_organ_kind_for_name:
 * @name: name of an organ
 *
 * Tells the kind of an organ from the end of its name. The longest ending decides, so that a government's office is a
 * department and a town's government a township; where two are equally long, the order of
 * CONTRACT does: zone, subdistrict, township, department, government.
 *
 * Returns: the kind, NB_ORGAN_UNKNOWN where no ending is known
 */
NbOrganKind
nb_organ_kind_for_name (const char *name)
{
  g_autofree char *folded = nb_text_fold (name, -1);
  gsize length = length_without_brackets (folded), longest = 0;
  NbOrganKind kind = NB_ORGAN_UNKNOWN;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize n = nb_words_suffix (kinds[i].role, folded, length);

      /* A word alone ("街道") is no name of one. */
      if (n > longest && n < length)
        {
          longest = n;
          kind = kinds[i].kind;
        }
    }
  return kind;
}

/* Splits "from=to" of the list of folds. */
static gboolean
read_fold (const char *entry, gsize *from_length, const char **to)
{
  const char *sign = strchr (entry, '=');

  if (sign == NULL || sign == entry)
    return FALSE;
  *from_length = (gsize) (sign - entry);
  *to = sign + 1;
  return TRUE;
}

static void
replace_all (GString *name, const char *from, gsize from_length, const char *to)
{
  g_autofree char *pattern = g_strndup (from, from_length);

  g_string_replace (name, pattern, to, 0);
}

/**
 * nb_organ_key_for_name:
 * @name: name of an organ
 *
 * Makes the key by which the years of one organ are matched: without 人民政府, white space and scope, the full and
 * the short forms of the same words folded into one.
 *
 * Returns: (transfer full): the key
 */
char *
nb_organ_key_for_name (const char *name)
{
  g_autofree char *folded = nb_text_fold (name, -1);
  const char *const *folds = nb_forms_get_words ("organ.fold");
  GString *key = g_string_new_len (folded, (gssize) length_without_brackets (folded));
  gsize n;

  for (gsize i = 0; folds != NULL && folds[i] != NULL; i++)
    {
      gsize from_length;
      const char *to;

      if (read_fold (folds[i], &from_length, &to))
        replace_all (key, folds[i], from_length, to);
    }
  n = nb_words_suffix ("organ.key.drop", key->str, key->len);
  if (n < key->len)
    g_string_truncate (key, key->len - n);
  return g_string_free (key, FALSE);
}

/* The last place in [@text, @end) where one of the words stands; the byte behind it. */
static const char *
behind_last (const char *role, const char *text, const char *end)
{
  const char *behind = text;

  for (const char *p = text; p < end;)
    {
      gsize n;
      const char *found = nb_words_find (role, p, (gsize) (end - p), &n);

      if (found == NULL)
        break;
      behind = found + n;
      p = g_utf8_next_char (found);
    }
  return behind;
}

/**
 * nb_organ_clause_start:
 * @text: folded text
 * @end: a place in it
 *
 * Returns: where the clause begins that goes up to @end: behind the last punctuation
 */
const char *
nb_organ_clause_start (const char *text, const char *end)
{
  const char *start = end;

  while (start > text && end - start < LONGEST_CLAUSE)
    {
      const char *before = g_utf8_prev_char (start);

      if (nb_words_prefix ("punctuation", before) > 0)
        break;
      start = before;
    }
  return start;
}

/**
 * nb_organ_name_is_self:
 * @name: folded name
 *
 * Returns: whether the name is one that an organ only uses of itself or of its neighbours (我办, 市政府办公室)
 */
gboolean
nb_organ_name_is_self (const char *name)
{
  return nb_words_prefix ("organ.self", name) > 0;
}

/**
 * nb_organ_name_before:
 * @folded: folded text
 * @length: where the name ends, in bytes
 *
 * Cuts the name of an organ out of the end of a clause: what precedes it is taken off at the last
 * punctuation and at the words of the list "organ.before".
 *
 * Returns: (transfer full) (nullable): the name, %NULL where nothing there is one
 */
char *
nb_organ_name_before (const char *folded, gsize length)
{
  const char *end = folded + length;
  const char *start = nb_organ_clause_start (folded, end);
  g_autofree char *name = NULL;
  glong n;

  start = behind_last ("organ.before", start, end);
  name = g_strndup (start, (gsize) (end - start));
  n = g_utf8_strlen (name, -1);
  if (n < SHORTEST_NAME || n > LONGEST_NAME || nb_organ_kind_for_name (name) == NB_ORGAN_UNKNOWN)
    return NULL;
  /* "从六个方面汇总我镇" ends like a name and is none; a pronoun alone is the caller's to judge. */
  if (nb_words_prefix ("organ.self.pronoun", name) == 0 &&
      nb_words_has ("organ.self.pronoun", name, strlen (name)))
    return NULL;
  return g_steal_pointer (&name);
}

/**
 * nb_organ_find_in_contact:
 * @folded: a folded line
 *
 * Finds the organ in a line that says whom to ask.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
nb_organ_find_in_contact (const char *folded)
{
  gsize n;
  const char *found = nb_words_find ("label.contact", folded, strlen (folded), &n);
  const char *start, *end;
  g_autofree char *name = NULL;

  if (found == NULL)
    return NULL;
  start = found + n;
  start += strspn (start, ":");
  end = nb_words_find ("contact.end", start, strlen (start), NULL);
  name = g_strndup (start, end != NULL ? (gsize) (end - start) : strlen (start));
  if (g_utf8_strlen (name, -1) > LONGEST_NAME || nb_organ_name_is_self (name) ||
      nb_organ_kind_for_name (name) == NB_ORGAN_UNKNOWN)
    return NULL;
  return g_steal_pointer (&name);
}

/**
 * nb_organ_name_for_site:
 * @site: what a meta element says of its site or source
 *
 * Returns: (transfer full) (nullable): the organ that it names
 */
char *
nb_organ_name_for_site (const char *site)
{
  g_autofree char *name = nb_text_fold (site, -1);
  gsize length = strlen (name), n = nb_words_suffix ("site.end", name, length);

  name[length - n] = '\0';
  if (*name == '\0' || g_utf8_strlen (name, -1) > LONGEST_NAME || nb_organ_name_is_self (name) ||
      nb_organ_kind_for_name (name) == NB_ORGAN_UNKNOWN ||
      nb_words_has ("punctuation", name, strlen (name)))
    return NULL;
  return g_steal_pointer (&name);
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c);
}

/**
 * nb_organ_dup_printed:
 * @name: folded name of an organ
 * @printed: a text that it may stand in
 *
 * Gives a name in Latin letters the blanks between its words back.
 *
 * Returns: (transfer full) (nullable): the name as it is printed; %NULL where it has no such blank, or does not stand there
 */
char *
nb_organ_dup_printed (const char *name, const char *printed)
{
  for (const char *start = printed; *start != '\0'; start = g_utf8_next_char (start))
    {
      g_autoptr (GString) found = g_string_new (NULL);
      const char *p = start, *n = name;

      while (*n != '\0' && *p != '\0' && (*p == *n || (*p == ' ' && n > name)))
        if (*p++ == *n)
          {
            if (p[-1] != ' ' && p - 1 > start && p[-2] == ' ' && is_letter (*n) &&
                is_letter (n[-1]))
              g_string_append_c (found, ' ');
            g_string_append_c (found, *n++);
          }
      if (*n == '\0')
        return found->len > strlen (name) ? g_string_free (g_steal_pointer (&found), FALSE) : NULL;
    }
  return NULL;
}
