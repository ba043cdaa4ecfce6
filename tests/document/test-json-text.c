/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON, as the interfaces of sites give it out: the article in it is read, with its own title. */

#include "base/nb-error.h"
#include "nb-test-package.h"

#include <string.h>

#define LONG                                                                                                                 \
  "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸" \
  "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸" \
  "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸" \
  "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸"

typedef struct
{
  const char *name;
  const char *json;
  const char *pieces; /* each with a line end; NULL: refused */
  const char *words;
} Case;

static const Case cases[] = {
  { "page",
    "{\"code\":0,\"data\":{\"docTitle\":\"题\",\"body\":\"<p>" LONG
    "<\\/p><table><tr><td>1</td></tr></table>\"}}",
    "题\n" LONG "\n1\n", NULL },
  { "escapes",
    "{\"body\":\"<p>" LONG "</p><p>\\u6559\\ud84c\\udfb4\\t\\\"a\\\"</p>\",\"title\":\"\\u9898\"}",
    "题\n" LONG "\n教\xf0\xa3\x8e\xb4 \"a\"\n", NULL },
  { "text", "[{\"title\":\"题\",\"body\":\"" LONG "\\n1\"}]", "题\n" LONG "\n1\n", NULL },
  { "other-title", "[{\"title\":\"错\",\"body\":\"a\"},{\"body\":\"" LONG "\"}]", LONG "\n", NULL },
  { "inner-title", "{\"title\":\"题\",\"by\":{\"title\":\"错\"},\"body\":\"" LONG "\"}",
    "题\n" LONG "\n", NULL },
  { "several", "[{\"body\":\"" LONG "\"},{\"body\":\"" LONG "1\"}]", NULL, "one report" },
  { "short", "{\"title\":\"题\",\"body\":\"a\"}", NULL, "one report" },
  { "own", "{\n  \"schema\": \"nianbao-report/1\",\n  \"text\": \"" LONG "\"}", NULL,
    "this program has written" },
  { "cut", "{\"body\":\"" LONG, NULL, "one report" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->json, strlen (c->json));
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = NULL;
  guint n_pieces;

  if (c->pieces == NULL)
    {
      nb_test_assert_refused (bytes, NB_ERROR_UNSUPPORTED, c->words);
      return;
    }
  document = nb_test_read (bytes, &error);
  g_assert_no_error (error);
  nb_document_get_pieces (document, &n_pieces);
  for (guint i = 0; i < n_pieces; i++)
    {
      g_autofree char *piece = nb_document_dup_piece (document, i);

      g_string_append_printf (out, "%s\n", piece);
    }
  g_assert_cmpstr (out->str, ==, c->pieces);
}

/* Braces without end are no deeper a tree. */
static void
test_deep (void)
{
  g_autoptr (GString) json = g_string_new ("{\"a\":");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (json, "{\"a\":");
  bytes = g_bytes_new (json->str, json->len);
  nb_test_assert_refused (bytes, NB_ERROR_UNSUPPORTED, "one report");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/json-text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/json-text/deep", test_deep);
  return g_test_run ();
}
