/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which charset a text is in, and the text as UTF-8. Nothing is kept; any thread.
 *
 * The order that wins: what the user chose; BOM; strict UTF-8; UTF-16 by its NUL bytes; UTF-8 with
 * at most one illegal sequence in 4 kB; a declared label that the bytes fit strictly; gb18030
 * against Big5 by their looks; a declared label with damage; else it is undecided and somebody must
 * say. UTF-16 is asked before damaged UTF-8, because its NUL bytes are legal UTF-8 one by one.
 */

#include "nb-charset.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-error.h"

static const struct
{
  const char *charset;
  guint8 bytes[4];
  gsize size;
} boms[] = {
  /* The mark of UTF-32LE begins with that of UTF-16LE. */
  { "utf-32le", { 0xff, 0xfe, 0, 0 }, 4 }, { "utf-32be", { 0, 0, 0xfe, 0xff }, 4 },
  { "utf-8", { 0xef, 0xbb, 0xbf }, 3 },    { "utf-16le", { 0xff, 0xfe }, 2 },
  { "utf-16be", { 0xfe, 0xff }, 2 },       { "gb18030", { 0x84, 0x31, 0x95, 0x33 }, 4 },
};

static const char *
find_bom (const guint8 *bytes, gsize size, gsize *bom_size)
{
  for (guint i = 0; i < G_N_ELEMENTS (boms); i++)
    if (size >= boms[i].size && memcmp (bytes, boms[i].bytes, boms[i].size) == 0)
      {
        *bom_size = boms[i].size;
        return boms[i].charset;
      }
  *bom_size = 0;
  return NULL;
}

/* The common case: nothing to convert, one pass to look and one to copy. */
static gboolean
decode_strict_utf8 (const guint8 *bytes, gsize size, NbDecoded *decoded)
{
  if (!g_utf8_validate_len ((const char *) bytes, size, NULL))
    return FALSE;
  decoded->text = g_try_malloc (size + 1);
  if (decoded->text == NULL)
    return FALSE;
  memcpy (decoded->text, bytes, size);
  decoded->text[size] = '\0';
  decoded->length = size;
  decoded->charset = g_intern_static_string ("utf-8");
  return TRUE;
}

/* A charset that is certain: damage is replaced, however much there is. */
static gboolean
decode_certain (const char *charset, const guint8 *bytes, gsize size, NbDecoded *decoded)
{
  if (strcmp (charset, "utf-8") == 0)
    return decode_strict_utf8 (bytes, size, decoded) ||
           nb_converter_repair (bytes, size, G_MAXUINT, TRUE, decoded);
  return nb_converter_decode (charset, bytes, size, G_MAXUINT, decoded);
}

static gboolean
decode_chosen (const char *chosen,
               const guint8 *bytes,
               gsize size,
               NbDecoded *decoded,
               GError **error)
{
  const char *charset = nb_charset_canonical (chosen);
  const char *marked;
  gsize bom;

  if (charset == NULL)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_CHARSET_UNKNOWN, _ ("there is no charset called “%s”"),
                   chosen);
      return FALSE;
    }
  /* A mark belongs to the charset of its family only: in others its bytes are text. */
  marked = find_bom (bytes, size, &bom);
  if (marked == NULL || !g_str_has_prefix (marked, charset))
    bom = 0;
  else
    charset = marked;
  if (decode_certain (charset, bytes + bom, size - bom, decoded))
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_CHARSET_UNKNOWN, _ ("the text cannot be read as “%s”"),
               chosen);
  return FALSE;
}

/* Labels of one byte a character fit anything, and the Unicode ones were tried already. */
static gboolean
can_win (const char *charset)
{
  static const char *const families[] = {
    "gb18030", "big5", "shift", "euc-", "sjis", "windows-949"
  };

  for (guint i = 0; charset != NULL && i < G_N_ELEMENTS (families); i++)
    if (g_str_has_prefix (charset, families[i]))
      return TRUE;
  return FALSE;
}

static gboolean
decode_declared (const char *const *claims,
                 const guint8 *bytes,
                 gsize size,
                 guint most_errors,
                 NbDecoded *decoded)
{
  for (guint i = 0; claims != NULL && claims[i] != NULL; i++)
    {
      const char *charset = nb_charset_canonical (claims[i]);

      if (can_win (charset) && nb_converter_decode (charset, bytes, size, most_errors, decoded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
decode_utf16_without_bom (const guint8 *bytes, gsize size, NbDecoded *decoded)
{
  const char *charset = nb_charset_guess_utf16 (bytes, size, TRUE);

  return charset != NULL &&
         nb_converter_decode (charset, bytes, size, nb_charset_most_errors (size), decoded);
}

/**
 * nb_charset_decode:
 * @bytes: the bytes of a text or a page
 * @size: how many
 * @chosen: (nullable): the charset that the user chose
 * @claims: (nullable) (array zero-terminated=1): labels that others declared, the strongest first
 * @decoded: (out): the text, set only on success
 * @error: return location
 *
 * Decodes a text in the order that stands at the head of this file.
 *
 * Returns: %FALSE with NB_ERROR_CHARSET_UNKNOWN where the charset stays undecided
 */
gboolean
nb_charset_decode (const guint8 *bytes,
                   gsize size,
                   const char *chosen,
                   const char *const *claims,
                   NbDecoded *decoded,
                   GError **error)
{
  const guint most = nb_charset_most_errors (size);
  const char *marked;
  gsize bom;

  if (chosen != NULL)
    return decode_chosen (chosen, bytes, size, decoded, error);

  marked = find_bom (bytes, size, &bom);
  if (marked != NULL ? decode_certain (marked, bytes + bom, size - bom, decoded)
                     : decode_strict_utf8 (bytes, size, decoded))
    {
      decoded->first_replaced += bom;
      return TRUE;
    }
  if (decode_utf16_without_bom (bytes, size, decoded) ||
      nb_converter_repair (bytes, size, most, FALSE, decoded) ||
      decode_declared (claims, bytes, size, 0, decoded) ||
      nb_charset_guess (bytes, size, decoded) ||
      decode_declared (claims, bytes, size, most, decoded))
    return TRUE;

  g_set_error (error, NB_ERROR, NB_ERROR_CHARSET_UNKNOWN,
               _ ("its charset cannot be told from the bytes; choose one"));
  return FALSE;
}
