/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of Latin text, encrypted as the PDF reference has it (7.6.3, revision 2). */

#include "nb-test-locked-pdf.h"

#include <string.h>

#define KEY        5 /* bytes of a key of 40 bits */
#define PASSWORD   32
#define ID         "0123456789abcdef"
#define CONTENT    4 /* the object that holds the page's text */
#define PERMISSION (-44)

static const guint8 padding[PASSWORD] = { 0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41,
                                          0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
                                          0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80,
                                          0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a };

static void
pad (const char *password, guint8 *out)
{
  gsize n = MIN (strlen (password), PASSWORD);

  memcpy (out, password, n);
  memcpy (out + n, padding, PASSWORD - n);
}

static void
rc4 (const guint8 *key, gsize n_key, guint8 *bytes, gsize n)
{
  guint8 state[256], swap;

  for (guint i = 0; i < 256; i++)
    state[i] = (guint8) i;
  for (guint i = 0, j = 0; i < 256; i++)
    {
      j = (j + state[i] + key[i % n_key]) & 255;
      swap = state[i];
      state[i] = state[j];
      state[j] = swap;
    }
  for (gsize k = 0, i = 0, j = 0; k < n; k++)
    {
      i = (i + 1) & 255;
      j = (j + state[i]) & 255;
      swap = state[i];
      state[i] = state[j];
      state[j] = swap;
      bytes[k] ^= state[(state[i] + state[j]) & 255];
    }
}

static void
md5 (const GString *text, guint8 *out)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);
  gsize length = 16;

  g_checksum_update (sum, (const guchar *) text->str, (gssize) text->len);
  g_checksum_get_digest (sum, out, &length);
}

static void
append_number (GString *text, guint32 number, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, (char) (number >> 8 * i & 255));
}

static void
append_hex (GString *out, const guint8 *bytes)
{
  for (guint i = 0; i < PASSWORD; i++)
    g_string_append_printf (out, "%02x", bytes[i]);
}

GBytes *
nb_test_locked_pdf (const char *text, const char *user, const char *owner)
{
  guint8 word[PASSWORD], owner_entry[PASSWORD], user_entry[PASSWORD], digest[16], key[KEY];
  g_autoptr (GString) hashed = g_string_new (NULL);
  GString *content = g_string_new (NULL), *pdf = g_string_new ("%PDF-1.4\n");

  pad (owner, word);
  g_string_append_len (hashed, (const char *) word, PASSWORD);
  md5 (hashed, digest);
  pad (user, owner_entry);
  rc4 (digest, KEY, owner_entry, PASSWORD);

  pad (user, word);
  g_string_set_size (hashed, 0);
  g_string_append_len (hashed, (const char *) word, PASSWORD);
  g_string_append_len (hashed, (const char *) owner_entry, PASSWORD);
  append_number (hashed, (guint32) PERMISSION, 4);
  g_string_append (hashed, ID);
  md5 (hashed, digest);
  memcpy (key, digest, KEY);
  memcpy (user_entry, padding, PASSWORD);
  rc4 (key, KEY, user_entry, PASSWORD);

  g_string_append_printf (content, "BT /F 16 Tf 100 700 Td (%s) Tj ET", text);
  g_string_set_size (hashed, 0);
  g_string_append_len (hashed, (const char *) key, KEY);
  append_number (hashed, CONTENT, 3);
  append_number (hashed, 0, 2);
  md5 (hashed, digest);
  rc4 (digest, KEY + 5, (guint8 *) content->str, content->len);

  g_string_append_printf (pdf,
                          "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                          "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                          "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                          "/Resources<</Font<</F 5 0 R>>>>>> endobj\n"
                          "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
                          "4 0 obj <</Length %" G_GSIZE_FORMAT ">> stream\n",
                          content->len);
  g_string_append_len (pdf, content->str, (gssize) content->len);
  g_string_append (pdf, "\nendstream endobj\ntrailer <</Root 1 0 R /ID[(" ID ")(" ID ")]"
                        "/Encrypt<</Filter/Standard/V 1/R 2/O<");
  append_hex (pdf, owner_entry);
  g_string_append (pdf, ">/U<");
  append_hex (pdf, user_entry);
  g_string_append_printf (pdf, ">/P %d>>>>\n%%%%EOF\n", PERMISSION);
  g_string_free (content, TRUE);
  return g_string_free_to_bytes (pdf);
}
