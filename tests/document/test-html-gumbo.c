/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Made-up tables with broken markup, read by the HTML reader and by libgumbo, which parses as browsers do: the same cells
 * at the same places with the same text. test-html-gumbo --seed=N --count=M tries others than the usual ones.
 *
 * What is not made here, since the reader means to differ: a tfoot before the body (it stays where it is written, as text
 * that is read in order must), tables within cells (a grid within a grid is one of its own), markup that changes what is
 * seen (hidden, struck), text that stands between cells (browsers move it before the table), and cells without a row in a
 * form that was begun between rows (libxml2 ends the form with the first of them).
 */

#include <gumbo.h>
#include <string.h>

#include "base/nb-limits.h"
#include "nb-test-html.h"

/* Around what is made: so that it is a table of data whatever stands in it. */
#define HEAD "<!DOCTYPE html><body><table border=1>"
#define TAIL                                                                                       \
  "<tr><td>a</td><td>1</td><td>2</td></tr><tr><td>b</td><td>3</td><td>4</td></tr></table><p>end</" \
  "p>"

/* What is written of each table at most. */
#define MOST_ROWS  6
#define MOST_CELLS 6

static int first_seed = 1, n_pages = 6000;
static gboolean verbose;

/* --- pages --- */

typedef struct
{
  GRand *rand;
  GString *html;
  guint n_cells;
  gboolean in_form; /* one was begun between rows */
} Maker;

static gboolean
chance (Maker *self, guint percent)
{
  return g_rand_int_range (self->rand, 0, 100) < (gint32) percent;
}

static const char *
pick (Maker *self, const char *const *words)
{
  return words[g_rand_int_range (self->rand, 0, (gint32) g_strv_length ((char **) words))];
}

/* Elements that are opened within a cell, and perhaps closed in another one. */
static void
add_inline (Maker *self)
{
  static const char *const tags[] = {
    "<b>",        "</b>",   "<span>", "</span>",   "<font size=2>", "</font>", "<i><b>",
    "</i></b>",   "<a>",    "</a>",   "<u>",       "</u>",          "<p>",     "</p>",
    "<div>",      "</div>", "<br>",   "</br>",     "<o:p></o:p>",   "<em>",    "</strong>",
    "<!-- x -->", "<!-->",  "<?x?>",  "<![if a]>", "<![endif]>",    "<span/>", "<nobr>",
    NULL
  };

  g_string_append (self->html, pick (self, tags));
}

static void
add_span (Maker *self, const char *name)
{
  static const char *const values[] = { "2",       "\"2\"",           "'3'",     "\"0\"",
                                        "\"-1\"",  "\"abc\"",         "\"\"",    "\" 2\"",
                                        "\"2x\"",  "\"+2\"",          "\"2.9\"", "\"02\"",
                                        "\"1e1\"", "\"99999999999\"", "2>",      "\"4\" %s=\"2\"",
                                        NULL };
  const char *value = pick (self, values);

  /* The same attribute twice: the first counts. */
  if (strstr (value, "%s") != NULL)
    value = "\"4\"";
  g_string_append_printf (self->html, " %s=%s",
                          chance (self, 10) ? (*name == 'c' ? "COLSPAN" : "RowSpan") : name,
                          g_str_has_suffix (value, ">") ? "\"2\"" : value);
  if (chance (self, 5))
    g_string_append_printf (self->html, " %s=9", name);
}

static void
add_cell (Maker *self)
{
  static const char *const opens[] = {
    "<td", "<td", "<td", "<td", "<td", "<TD", "<th", "<Td", NULL
  };
  static const char *const ends[] = { "</td>",      "</td>", "</td>",  "</td>",   "",  "",
                                      "</td></td>", "</th>", "</TD >", "</td\n>", NULL };

  g_string_append (self->html, pick (self, opens));
  if (chance (self, 25))
    add_span (self, "colspan");
  if (chance (self, 25))
    add_span (self, "rowspan");
  g_string_append (self->html, chance (self, 3) ? "/>" : ">");
  while (chance (self, 20))
    add_inline (self);
  if (chance (self, 90))
    g_string_append_printf (self->html, "%u", ++self->n_cells);
  while (chance (self, 20))
    add_inline (self);
  if (chance (self, 10))
    g_string_append_printf (self->html, "x%u", self->n_cells);
  g_string_append (self->html, pick (self, ends));
  if (chance (self, 20))
    g_string_append_c (self->html, '\n');
}

static void
add_row (Maker *self)
{
  static const char *const ends[] = {
    "</tr>", "</tr>", "</tr>", "", "</tr></tr>", "</tr\n>", NULL
  };
  static const char *const junk[] = { "</p>",       "</td>",    "</b>",     "</span>",
                                      "<!-- y -->", "</div>",   "<form>",   "</form>",
                                      "<tbody>",    "</tbody>", "</thead>", "<tbody></tbody>",
                                      "</tr>",      "<tr>",     "</font>",  "<script>1</script>",
                                      NULL };
  guint n = (guint) g_rand_int_range (self->rand, 0, MOST_CELLS);

  if (chance (self, 94) || self->in_form)
    g_string_append (self->html, chance (self, 95) ? "<tr>" : "<tr/>");
  for (guint i = 0; i < n; i++)
    add_cell (self);
  g_string_append (self->html, pick (self, ends));
  while (chance (self, 8))
    {
      const char *word = pick (self, junk);

      g_string_append (self->html, word);
      self->in_form |= g_str_equal (word, "<form>");
    }
}

static char *
make_rows (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Maker maker = { .rand = rand, .html = g_string_new (NULL) };
  guint n_rows = (guint) g_rand_int_range (rand, 2, MOST_ROWS);

  if (chance (&maker, 10))
    g_string_append (maker.html, "<caption>c</caption><col><colgroup><col></colgroup>");
  if (chance (&maker, 15))
    g_string_append (maker.html, "<thead>");
  for (guint i = 0; i < n_rows; i++)
    add_row (&maker);
  return g_string_free (maker.html, FALSE);
}

/* --- the oracle: a table is formed as HTML says --- */

typedef struct
{
  GString *dump;
  GArray *taken; /* guint: for each column the first row that is free */
  guint row;
  guint group_end;
} Grid;

static void
append_text (GString *text, const GumboNode *node)
{
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
    g_string_append (text, node->v.text.text);
  if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag == GUMBO_TAG_SCRIPT)
    return;
  for (guint i = 0; i < node->v.element.children.length; i++)
    append_text (text, node->v.element.children.data[i]);
}

static guint
read_span (const GumboNode *node, const char *name, guint none, guint most)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&node->v.element.attributes, name);
  const char *value = attribute != NULL ? attribute->value : "";

  while (g_ascii_isspace (*value))
    value++;
  value += *value == '+';
  return g_ascii_isdigit (*value) ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), most) : none;
}

static gboolean
is_free (Grid *self, guint column)
{
  return column >= self->taken->len || g_array_index (self->taken, guint, column) <= self->row;
}

static void
form_cell (Grid *self, const GumboNode *node, guint *column)
{
  guint columns = MAX (read_span (node, "colspan", 1, NB_LIMIT_COLUMN_SPAN), 1);
  guint rows = read_span (node, "rowspan", 1, NB_LIMIT_ROW_SPAN);
  g_autoptr (GString) text = g_string_new (NULL);
  guint *until;

  while (!is_free (self, *column))
    ++*column;
  rows = rows == 0 ? self->group_end - self->row : MIN (rows, self->group_end - self->row);
  columns = MIN (columns, NB_LIMIT_TABLE_COLUMNS - MIN (*column, NB_LIMIT_TABLE_COLUMNS));
  /* Beyond the limit cells only follow each other. */
  if (columns == 0)
    columns = rows = 1;
  append_text (text, node);
  g_string_append_printf (self->dump, "%u,%u,%ux%u ", self->row, *column, rows, columns);
  for (const char *p = text->str; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (self->dump, *p);
  g_string_append_c (self->dump, '\n');
  for (; columns > 0; columns--, ++*column)
    {
      if (self->taken->len <= *column)
        g_array_set_size (self->taken, *column + 1);
      until = &g_array_index (self->taken, guint, *column);
      *until = MAX (*until, self->row + rows);
    }
}

static void
form_row (Grid *self, const GumboNode *row)
{
  guint column = 0;

  for (guint i = 0; i < row->v.element.children.length; i++)
    {
      const GumboNode *node = row->v.element.children.data[i];

      if (node->type == GUMBO_NODE_ELEMENT &&
          (node->v.element.tag == GUMBO_TAG_TD || node->v.element.tag == GUMBO_TAG_TH))
        form_cell (self, node, &column);
    }
  self->row++;
}

static gboolean
is_row (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_TR;
}

static void
form_group (Grid *self, const GumboNode *group)
{
  const GumboVector *children = &group->v.element.children;

  self->group_end = self->row;
  for (guint i = 0; i < children->length; i++)
    self->group_end += is_row (children->data[i]);
  for (guint i = 0; i < children->length; i++)
    if (is_row (children->data[i]))
      form_row (self, children->data[i]);
}

static void
form_tables (const GumboNode *node, GString *dump)
{
  g_autoptr (GArray) taken = NULL;
  Grid grid = { .dump = dump };

  if (node->type != GUMBO_NODE_ELEMENT)
    return;
  if (node->v.element.tag == GUMBO_TAG_TABLE)
    {
      grid.taken = taken = g_array_new (FALSE, TRUE, sizeof (guint));
      for (guint i = 0; i < node->v.element.children.length; i++)
        {
          const GumboNode *group = node->v.element.children.data[i];

          if (group->type == GUMBO_NODE_ELEMENT && group->v.element.tag != GUMBO_TAG_CAPTION &&
              group->v.element.tag != GUMBO_TAG_COLGROUP)
            form_group (&grid, group);
        }
      g_string_append (dump, "--\n");
      return;
    }
  for (guint i = 0; i < node->v.element.children.length; i++)
    form_tables (node->v.element.children.data[i], dump);
}

static char *
dump_gumbo (const char *html)
{
  GumboOutput *output = gumbo_parse (html);
  GString *dump = g_string_new (NULL);

  form_tables (output->root, dump);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  return g_string_free (dump, FALSE);
}

/* --- ours --- */

static char *
dump_document (NbDocument *document)
{
  GString *dump = g_string_new (NULL);
  guint n;
  const NbPiece *pieces = nb_document_get_pieces (document, &n);
  int table = -1;

  for (guint i = 0; i < n; i++)
    {
      const NbPiece *piece = &pieces[i];
      g_autofree char *text = nb_document_dup_piece (document, i);

      if (piece->table < 0)
        continue;
      if (table >= 0 && piece->table != table)
        g_string_append (dump, "--\n");
      table = piece->table;
      g_string_append_printf (dump, "%u,%u,%ux%u ", piece->row, piece->column, piece->row_span,
                              piece->column_span);
      for (const char *p = text; *p != '\0'; p++)
        if (!g_ascii_isspace (*p))
          g_string_append_c (dump, *p);
      g_string_append_c (dump, '\n');
    }
  g_string_append (dump, "--\n");
  return g_string_free (dump, FALSE);
}

/* NULL where both read the same. */
static char *
compare (const char *rows)
{
  g_autofree char *html = g_strconcat (HEAD, rows, TAIL, NULL);
  g_autofree char *wanted = dump_gumbo (html);
  g_autoptr (NbDocument) document = nb_test_html_read (html);
  g_autofree char *got = dump_document (document);

  return g_str_equal (got, wanted) ? NULL
                                   : g_strdup_printf ("%s\nwanted:\n%sgot:\n%s", rows, wanted, got);
}

/* The rows without every tag that the difference is not in need of; what stands behind a tag goes with it. */
static char *
shrink (const char *rows)
{
  g_auto (GStrv) tags = g_strsplit (rows, "<", -1);
  char *least = compare (rows);

  for (guint i = 1; tags[i] != NULL; i++)
    {
      g_autofree char *tag = g_steal_pointer (&tags[i]);
      g_autofree char *head = g_strjoinv ("<", tags);
      g_autofree char *rest = g_strjoinv ("<", tags + i + 1);
      g_autofree char *fewer = g_strconcat (head, *rest != '\0' ? "<" : "", rest, NULL);
      g_autofree char *difference = compare (fewer);

      if (difference == NULL)
        {
          tags[i] = g_steal_pointer (&tag);
          continue;
        }
      g_free (least);
      least = g_steal_pointer (&difference);
      for (guint n = i; (tags[n] = tags[n + 1]) != NULL; n++)
        continue;
      i = 0;
    }
  return least;
}

static void
test_same (void)
{
  guint n_different = 0;

  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *rows = make_rows ((guint32) (first_seed + i));
      g_autofree char *difference = compare (rows);

      if (difference == NULL)
        continue;
      if (verbose || n_different == 0)
        {
          g_autofree char *least = shrink (rows);

          g_test_message ("seed %d: %s", first_seed + i, least);
        }
      n_different++;
    }
  g_test_message ("%u of %d pages are read differently", n_different, n_pages);
  g_assert_cmpuint (n_different, ==, 0);
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT, &first_seed, "First page", "N" },
    { "count", 0, 0, G_OPTION_ARG_INT, &n_pages, "How many pages", "N" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &verbose, "Print every page that differs", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_parse (context, &argc, &argv, NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/html-gumbo/same", test_same);
  return g_test_run ();
}
