/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Charsets: the order that wins, damage, and claims that are wrong. The bytes are made by iconv,
 * which the library does not use.
 */

#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "source/nb-charset.h"

#define REPORT                                                                                                                       \
  "清溪县人民政府2022年政府信息公开工作年度报告\n一、总体情况\n本年新收政府信息公开申请41件," \
  "主动公开信息1200条。\n三、收到和处理政府信息公开申请情况\n总计 | 41 | 0 | 3\n"
#define TRADITIONAL                                                                                \
  "清溪縣政府資訊公開年度報告\n本年受理申請41件,主動公開資訊1200條。\n總計 41 0 3\n"

static GBytes *
encode (const char *text, const char *charset)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, &size, &error);

  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static char *
decode (GBytes *bytes,
        const char *chosen,
        const char *const *claims,
        NbDecoded *decoded,
        GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  memset (decoded, 0, sizeof *decoded);
  if (!nb_charset_decode (data, size, chosen, claims, decoded, error))
    return NULL;
  g_assert_cmpuint (strlen (decoded->text), ==, decoded->length);
  g_assert_true (g_utf8_validate (decoded->text, (gssize) decoded->length, NULL));
  return decoded->text;
}

typedef struct
{
  const char *name;
  const char *text;
  const char *encoding; /* of iconv */
  const char *bom;
  const char *claims[3];
  const char *charset; /* expected */
} Case;

static const Case cases[] = {
  { "utf-8", REPORT, "UTF-8", "", { NULL }, "utf-8" },
  { "ascii", "only letters 41\r\n", "UTF-8", "", { "gb2312" }, "utf-8" },
  { "case-1", "堃镕喆" REPORT, "GB18030", "", { "gb2312" }, "gb18030" },
  { "case-2", "𬭚" REPORT, "GB18030", "", { "gbk" }, "gb18030" },
  { "case-3", REPORT, "GBK", "", { NULL }, "gb18030" },
  { "case-4", REPORT, "GBK", "", { "iso-8859-1", "utf-8" }, "gb18030" },
  { "case-5", REPORT, "UTF-8", "\xef\xbb\xbf", { "gb2312" }, "utf-8" },
  { "case-6", REPORT, "UTF-16LE", "", { NULL }, "utf-16le" },
  { "case-7", TRADITIONAL, "BIG5", "", { NULL }, "big5" },
  { "case-11", REPORT, "GBK", "", { "unicode" }, "gb18030" },
  { "utf-16be without BOM", REPORT, "UTF-16BE", "", { NULL }, "utf-16be" },
  { "utf-16 of Chinese alone", "清溪县人民政府", "UTF-16LE", "", { NULL }, "utf-16le" },
  { "utf-16le with BOM", REPORT, "UTF-16LE", "\xff\xfe", { "gb2312" }, "utf-16le" },
  { "utf-16be with BOM", REPORT, "UTF-16BE", "\xfe\xff", { NULL }, "utf-16be" },
  { "gb18030 with BOM", REPORT, "GB18030", "\x84\x31\x95\x33", { NULL }, "gb18030" },
  { "wrong declaration", REPORT, "UTF-8", "", { "gb2312", "big5" }, "utf-8" },
  { "utf-8 declared, gbk", REPORT, "GBK", "", { "utf-8", "utf-8" }, "gb18030" },
  { "traditional in gbk", TRADITIONAL, "GBK", "", { NULL }, "gb18030" },
  { "big5 declared", "總計", "BIG5", "", { "big5" }, "big5" },
  { "big5 declared, gbk", "總計", "GBK", "", { "x-gbk" }, "gb18030" },
  { "short gbk", "主动公开", "GBK", "", { NULL }, "gb18030" },
  { "short big5", "人民政府", "BIG5", "", { NULL }, "big5" },
};

static void
test_order (gconstpointer data)
{
  const Case *this = data;
  g_autoptr (GBytes) body = encode (this->text, this->encoding);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  NbDecoded decoded;

  g_byte_array_append (all, (const guint8 *) this->bom, (guint) strlen (this->bom));
  g_byte_array_append (all, g_bytes_get_data (body, NULL), (guint) g_bytes_get_size (body));
  bytes = g_bytes_new (all->data, all->len);
  text = decode (bytes, NULL, this->claims, &decoded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, this->text);
  g_assert_cmpstr (decoded.charset, ==, this->charset);
  g_assert_cmpuint (decoded.n_replaced, ==, 0);
}

/* Each of the 24 characters that the table of 2005 leaves in the private use area. */
static void
test_private_use (void)
{
  static const struct
  {
    guint8 bytes[3];
    gunichar expected;
  } table[] = {
    { "\xa6\xd9", 0xfe10 },  { "\xa6\xda", 0xfe12 },  { "\xa6\xdb", 0xfe11 },
    { "\xa6\xdc", 0xfe13 },  { "\xa6\xdd", 0xfe14 },  { "\xa6\xde", 0xfe15 },
    { "\xa6\xdf", 0xfe16 },  { "\xa6\xec", 0xfe17 },  { "\xa6\xed", 0xfe18 },
    { "\xa6\xf3", 0xfe19 },  { "\xfe\x51", 0x20087 }, { "\xfe\x52", 0x20089 },
    { "\xfe\x53", 0x200cc }, { "\xfe\x59", 0x9fb4 },  { "\xfe\x61", 0x9fb5 },
    { "\xfe\x66", 0x9fb6 },  { "\xfe\x67", 0x9fb7 },  { "\xfe\x6c", 0x215d7 },
    { "\xfe\x6d", 0x9fb8 },  { "\xfe\x76", 0x2298f }, { "\xfe\x7e", 0x9fb9 },
    { "\xfe\x90", 0x9fba },  { "\xfe\x91", 0x241fe }, { "\xfe\xa0", 0x9fbb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].bytes, 2);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      NbDecoded decoded;

      text = decode (bytes, NULL, (const char *const[]){ "gb2312", NULL }, &decoded, &error);
      g_assert_no_error (error);
      g_assert_cmphex (g_utf8_get_char (text), ==, table[i].expected);
    }
}

static GBytes *
damage (GBytes *bytes, gsize at, const char *with)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint8 *copy = g_memdup2 (data, size);

  memcpy (copy + at, with, strlen (with));
  return g_bytes_new_take (copy, size);
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
test_one_illegal_byte (void)
{
  g_autofree char *whole = repeat (REPORT, 250);
  g_autoptr (GBytes) sound = encode (whole, "UTF-8");
  gsize at = (gsize) (strchr (whole, '|') - whole);
  g_autoptr (GBytes) bytes = damage (sound, at, "\xff");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  NbDecoded decoded;

  g_assert_cmpuint (strlen (whole), >, 50000);
  text = decode (bytes, NULL, (const char *const[]){ "gb2312", NULL }, &decoded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded.charset, ==, "utf-8");
  g_assert_cmpuint (decoded.n_replaced, ==, 1);
  g_assert_cmpuint (decoded.first_replaced, ==, at);
  g_assert_cmpuint (decoded.length, ==, strlen (whole) + 2);
  g_assert_true (g_str_has_prefix (text + at, "\xef\xbf\xbd 41"));
  g_assert_cmpstr (text + at + 3, ==, whole + at + 1);
}

/* A character of three bytes that has lost its first one, or has another in its midst, is one fault too. */
static void
test_broken_character (void)
{
  static const char *const characters[] = { "\x9c\xac", "\xe6\xff\xac" };

  for (gsize i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      g_autofree char *text = g_strconcat (REPORT, characters[i], REPORT, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autofree char *decoded_text = NULL;
      NbDecoded decoded;

      decoded_text = decode (bytes, NULL, NULL, &decoded, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (decoded.charset, ==, "utf-8");
      g_assert_cmpuint (decoded.first_replaced, ==, strlen (REPORT));
      g_assert_true (g_str_has_prefix (decoded_text, REPORT));
      g_assert_true (g_str_has_suffix (decoded_text, REPORT));
    }
}

/* A text that ends in the middle of a character has one fault. */
static void
test_cut_off (void)
{
  const char *const encodings[] = { "UTF-8", "GBK" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GBytes) whole = encode (REPORT "完", encodings[i]);
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - 1);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      NbDecoded decoded;

      text = decode (bytes, NULL, NULL, &decoded, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, REPORT "\xef\xbf\xbd");
      g_assert_cmpuint (decoded.n_replaced, ==, 1);
    }
}

/* Digits behind a broken character are never eaten. */
static void
test_damage_keeps_digits (void)
{
  g_autoptr (GBytes) whole = encode (REPORT, "GBK");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *decoded_text = NULL;
  NbDecoded decoded;

  g_string_append_len (text, g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole));
  g_string_append (text, "\x81"
                         "4137 ");
  bytes = g_bytes_new (text->str, text->len);
  decoded_text = decode (bytes, NULL, (const char *const[]){ "gb2312", NULL }, &decoded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded_text, ==,
                   REPORT "\xef\xbf\xbd"
                          "4137 ");
  g_assert_cmpuint (decoded.n_replaced, ==, 1);
  g_assert_cmpuint (decoded.first_replaced, ==, g_bytes_get_size (whole));
}

/* NUL cuts nothing off and joins no digits (case-9). */
static void
test_nul (void)
{
  static const char text[] = "<p>\0" REPORT "41\0"
                             "37</p>";
  const char *const encodings[] = { "UTF-8", "GBK" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize size;
      char *encoded = g_convert (text, sizeof text - 1, encodings[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, size);
      g_autofree char *result = NULL;
      NbDecoded decoded;

      result = decode (bytes, NULL, NULL, &decoded, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (result, ==,
                       "<p>\xef\xbf\xbd" REPORT "41\xef\xbf\xbd"
                       "37</p>");
      g_assert_cmpuint (decoded.n_replaced, ==, 2);
      g_assert_cmpuint (decoded.first_replaced, ==, 3);
    }
}

static void
test_undecided (gconstpointer data)
{
  const char *input = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (input, strlen (input));
  g_autoptr (GError) error = NULL;
  NbDecoded decoded;

  g_assert_null (
      decode (bytes, NULL, (const char *const[]){ "iso-8859-1", NULL }, &decoded, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_CHARSET_UNKNOWN);
}

static void
test_chosen (void)
{
  g_autoptr (GBytes) gbk = encode (REPORT, "GBK");
  g_autoptr (GBytes) latin = g_bytes_new_static ("caf\xe9", 4);
  g_autoptr (GBytes) marked = g_bytes_new_static ("\xff\xfe"
                                                  "4\0",
                                                  4);
  g_autoptr (GError) error = NULL;
  g_autofree char *right = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *single = NULL;
  g_autofree char *wide = NULL;
  NbDecoded decoded;

  right = decode (gbk, "GB2312", (const char *const[]){ "big5", NULL }, &decoded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (right, ==, REPORT);
  wrong = decode (gbk, "utf-8", NULL, &decoded, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decoded.n_replaced, >, 10);
  single = decode (latin, "ISO-8859-1", NULL, &decoded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (single, ==, "café");
  wide = decode (marked, "UTF-16", NULL, &decoded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wide, ==, "4");
  g_assert_null (decode (gbk, "klingon", NULL, &decoded, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_CHARSET_UNKNOWN);
}

static void
test_meta (void)
{
  static const struct
  {
    const char *page;
    const char *label;
  } pages[] = {
    { "<html><meta charset=GBK>", "gbk" },
    { "<META http-equiv=Content-Type content=\"text/html; charset=gb2312\">", "gb2312" },
    { "<meta charset = 'utf-8' />", "utf-8" },
    { "<!-- <meta charset=big5> --><meta charset=gbk>", "gbk" },
    { "<meta name=author content=x><meta charset=\"Big5\"", "big5" },
    { "<metadata charset=gbk>", NULL },
    { "<!-- <meta charset=big5>", NULL },
    { "<meta charset=>", NULL },
    { "<meta charset", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *label = nb_charset_find_meta ((const guint8 *) pages[i].page,
                                                     strlen (pages[i].page));

      g_assert_cmpstr (label, ==, pages[i].label);
    }
}

/* NB_LIMIT_META_PRESCAN */
static void
test_meta_prescan (void)
{
  const char declared[] = "<meta charset=gbk>";

  for (int beyond = 0; beyond < 2; beyond++)
    {
      gsize lead = NB_LIMIT_META_PRESCAN - strlen (declared) + (beyond ? strlen (declared) : 0);
      g_autofree char *filler = g_strnfill (lead, ' ');
      g_autofree char *page = g_strconcat (filler, declared, NULL);
      g_autofree char *label = nb_charset_find_meta ((const guint8 *) page, strlen (page));

      g_assert_cmpstr (label, ==, beyond ? NULL : "gbk");
    }
}

static void
test_xml_declaration (void)
{
  const char page[] = "<?xml version=\"1.0\" encoding='GB2312'?><html>";
  g_autofree char *label = nb_charset_find_xml ((const guint8 *) page, strlen (page));
  g_autofree char *none = nb_charset_find_xml ((const guint8 *) "<?xml version='1.0'?>", 21);
  g_autofree char *open = nb_charset_find_xml ((const guint8 *) "<?xml encoding='", 16);

  g_assert_cmpstr (label, ==, "gb2312");
  g_assert_null (none);
  g_assert_null (open);
}

/* Whatever the bytes, the result is valid UTF-8 or an error. */
static void
test_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240131);

  for (guint round = 0; round < 400; round++)
    {
      gsize size = (gsize) g_rand_int_range (random, 1, 300);
      guint8 *data = g_malloc (size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
      const char *const chosen[] = { NULL, "utf-8", "gb18030", "big5", "utf-16" };
      guint8 least = round % 3 == 0 ? 0 : 0x60;

      for (gsize i = 0; i < size; i++)
        data[i] = (guint8) g_rand_int_range (random, least, 256);
      for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
        {
          g_autoptr (GError) error = NULL;
          NbDecoded decoded;
          g_autofree char *text = decode (bytes, chosen[i], NULL, &decoded, &error);

          g_assert_true ((text == NULL) == (error != NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/charset/order/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_order);
    }
  g_test_add_func ("/nianbao/charset/case-8-one-illegal-byte", test_one_illegal_byte);
  g_test_add_func ("/nianbao/charset/case-8-broken-character", test_broken_character);
  g_test_add_func ("/nianbao/charset/case-9-nul", test_nul);
  g_test_add_func ("/nianbao/charset/case-10-private-use", test_private_use);
  g_test_add_func ("/nianbao/charset/cut-off", test_cut_off);
  g_test_add_func ("/nianbao/charset/damage-keeps-digits", test_damage_keeps_digits);
  g_test_add_data_func ("/nianbao/charset/undecided/latin",
                        "caf\xe9 cr\xe8me br\xfbl\xe9"
                        "e",
                        test_undecided);
  g_test_add_data_func ("/nianbao/charset/undecided/noise", "\xff\xfd\x80\x81\xff\xff",
                        test_undecided);
  g_test_add_func ("/nianbao/charset/chosen", test_chosen);
  g_test_add_func ("/nianbao/charset/meta", test_meta);
  g_test_add_func ("/nianbao/charset/NB_LIMIT_META_PRESCAN", test_meta_prescan);
  g_test_add_func ("/nianbao/charset/xml-declaration", test_xml_declaration);
  g_test_add_func ("/nianbao/charset/noise", test_noise);
  return g_test_run ();
}
