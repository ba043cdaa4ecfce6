/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * nianbao-read-doc: standard input is an OLE file (.doc, .wps and what else is kept in one), standard output
 * is the text of a Word 97 document in it. The library runs it with limits (nb-child.c) and reads what it writes
 * (nb-doc-reader.c):
 *
 *   p TEXT          a paragraph
 *   i               a picture or a drawing; behind a cell of the row at hand: in that cell
 *   c MERGE TEXT    a cell of the row at hand; MERGE: 0 alone, 1 goes on from the left, 2 from above
 *   r X0 X1 … Xn    the row ends; where its cells begin and end, or nothing where that is not known
 *   end | fail CODE the last line
 *
 * Macros, fields and embedded objects are never looked at.
 */

#include <gio/gio.h>
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>
#include <stdio.h>
#include <string.h>

#include "base/nb-limits.h"
#include "nb-helper-input.h"
#include "nb-word-formats.h"

/* Places in the header of a Word file, and what stands there. */
#define FIB_MAGIC         0x00
#define FIB_VERSION       0x02
#define FIB_FLAGS         0x0a
#define FIB_N_TEXT        0x4c
#define FIB_N_NOTES       0x50
#define FIB_N_HEADS       0x54
#define FIB_N_COMMENTS    0x5c
#define FIB_N_END_NOTES   0x60
#define FIB_N_BOXES       0x64
#define FIB_PIECES        0x1a2
#define MAGIC             0xa5ec
#define VERSION_97        0xc1
#define FLAG_ENCRYPTED    0x0100
#define FLAG_SECOND_TABLE 0x0200

#define PIECE_COMPRESSED 0x40000000u
#define MOST_CELLS       64
#define DEEPEST          8
/* Stands within a text for a picture, or for a drawing that is anchored there: U+FFFC. */
#define OBJECT           "\357\277\274"

/* A row at hand. One that holds tables is only their frame: these are read instead of it. */
typedef struct
{
  GPtrArray *cells; /* (owned) */
  GString *cell;    /* (owned) paragraphs of the cell at hand */
  gboolean is_frame;
} Level;

typedef struct
{
  NbStream text, table, data;
  NbWordFormats formats;
  GString *paragraph;    /* (owned) */
  Level levels[DEEPEST]; /* tables within tables, the outermost first */
  guint field_depth;     /* within the instructions of fields */
  gboolean is_apart;     /* the last letter was */
  gunichar high;         /* first half of a pair */
} Reader;

static GBytes *
read_stream (GsfInfile *file, const char *name)
{
  GsfInput *stream = gsf_infile_child_by_name (file, name);
  gsf_off_t size = stream != NULL ? gsf_input_size (stream) : 0;
  guint8 *data = size > 0 && size <= NB_LIMIT_INPUT_BYTES ? g_malloc ((gsize) size) : NULL;

  if (data != NULL && gsf_input_read (stream, (size_t) size, data) == NULL)
    g_clear_pointer (&data, g_free);
  g_clear_object (&stream);
  return data != NULL ? g_bytes_new_take (data, (gsize) size) : NULL;
}

/* Takes the pictures out of a text; whether there were any. */
static gboolean
take_objects (GString *text)
{
  gsize n = 0;
  gboolean has_object = strstr (text->str, OBJECT) != NULL;

  for (const char *p = text->str; *p != '\0';)
    if (g_str_has_prefix (p, OBJECT))
      p += strlen (OBJECT);
    else
      text->str[n++] = *p++;
  g_string_truncate (text, n);
  return has_object;
}

static void
print_cell (guint merge, const char *cell)
{
  g_autoptr (GString) text = g_string_new (cell);
  gboolean has_object = take_objects (text);

  g_strdelimit (text->str, "\n", ' ');
  printf ("c %u %s\n", merge, text->str);
  if (has_object)
    puts ("i");
}

static void
print_paragraph (const char *paragraph)
{
  g_autoptr (GString) text = g_string_new (paragraph);

  if (take_objects (text))
    puts ("i");
  if (text->len > 0)
    printf ("p %s\n", text->str);
}

/* The paragraphs of a cell, one by one. */
static void
print_paragraphs (const char *cell)
{
  g_auto (GStrv) paragraphs = g_strsplit (cell, "\n", -1);

  for (char **p = paragraphs; *p != NULL; p++)
    print_paragraph (*p);
}

/* Cells whose row has no end, or is a frame, are paragraphs. */
static void
drop_row (Level *level)
{
  for (guint i = 0; i < level->cells->len; i++)
    print_paragraphs (g_ptr_array_index (level->cells, i));
  g_ptr_array_set_size (level->cells, 0);
  print_paragraphs (level->cell->str);
  g_string_truncate (level->cell, 0);
}

/* The number of the table that a paragraph stands in; those around it are frames. */
static guint
enter_level (Reader *self, const NbWordParagraph *format)
{
  guint depth = CLAMP (format->depth, 1, DEEPEST) - 1;

  for (guint i = 0; i < depth; i++)
    if (!self->levels[i].is_frame)
      {
        drop_row (&self->levels[i]);
        self->levels[i].is_frame = TRUE;
      }
  return depth;
}

static void
end_paragraph (Reader *self, const NbWordParagraph *format)
{
  if (format->in_table)
    {
      GString *cell = self->levels[enter_level (self, format)].cell;

      if (cell->len > 0 && self->paragraph->len > 0)
        g_string_append_c (cell, '\n');
      g_string_append_len (cell, self->paragraph->str, (gssize) self->paragraph->len);
    }
  else
    {
      for (guint i = 0; i < DEEPEST; i++)
        drop_row (&self->levels[i]);
      print_paragraph (self->paragraph->str);
    }
  g_string_truncate (self->paragraph, 0);
}

/* How a cell is merged: TC80 holds 20 bytes a cell, of which the first two bits tell that it goes on from the left, and two
 * others that it goes on from above. */
static guint
find_merge (const NbStream *row, guint n_cells, guint cell)
{
  guint flags = nb_stream_u16 (row, 1 + (n_cells + 1) * 2 + cell * 20);

  if ((flags & 3) == 1)
    return 1;
  return (flags >> 5 & 3) == 1 ? 2 : 0;
}

static void
print_row (Level *level, const NbWordParagraph *format)
{
  NbStream row = { format->row, format->row_size };
  guint n_cells = nb_stream_u8 (&row, 0);
  gboolean is_known = format->row != NULL && n_cells == level->cells->len &&
                      nb_stream_has (&row, 1, (n_cells + 1) * 2);

  for (guint i = 0; i < level->cells->len; i++)
    print_cell (is_known ? find_merge (&row, n_cells, i) : 0, g_ptr_array_index (level->cells, i));
  putchar ('r');
  for (guint i = 0; is_known && i <= n_cells; i++)
    printf (" %d", (gint16) nb_stream_u16 (&row, 1 + i * 2));
  putchar ('\n');
  g_ptr_array_set_size (level->cells, 0);
}

static void
end_row (Reader *self, const NbWordParagraph *format)
{
  Level *level = &self->levels[enter_level (self, format)];

  if (!level->is_frame && level->cells->len > 0)
    print_row (level, format);
  drop_row (level);
  level->is_frame = FALSE;
  g_string_truncate (self->paragraph, 0);
}

static void
end_cell (Reader *self, const NbWordParagraph *format)
{
  NbWordParagraph last = { .in_table = TRUE, .depth = format->depth };
  Level *level;

  end_paragraph (self, &last);
  level = &self->levels[enter_level (self, &last)];
  if (level->is_frame || level->cells->len >= MOST_CELLS)
    print_paragraphs (level->cell->str);
  else
    g_ptr_array_add (level->cells, g_strndup (level->cell->str, level->cell->len));
  g_string_truncate (level->cell, 0);
}

static void
add_mark (Reader *self, gunichar c, guint32 place)
{
  NbWordParagraph format;

  nb_word_formats_get_paragraph (&self->formats, place, &format);
  if (format.ends_inner_row || (c == 0x07 && format.ends_row))
    end_row (self, &format);
  else if (format.ends_inner_cell || c == 0x07)
    end_cell (self, &format);
  else
    end_paragraph (self, &format);
}

/* What stands apart is parted by a blank on both sides, so that no number grows by it. */
static void
set_apart (Reader *self, gboolean is_apart)
{
  GString *text = self->paragraph;

  if (is_apart != self->is_apart && text->len > 0 && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');
  self->is_apart = is_apart;
}

static void
add_letter (Reader *self, gunichar c)
{
  if (c == 0x1e || c == 0x2011)
    g_string_append_c (self->paragraph, '-');
  else if (c == 0x09 || c == 0x0b || c == 0x0e)
    g_string_append_c (self->paragraph, ' ');
  else if (c >= 0x20 && c != 0xfffc && c != 0xfffe && c != 0xffff)
    g_string_append_unichar (self->paragraph, c);
}

static void
add_visible (Reader *self, gunichar c, gboolean is_apart)
{
  set_apart (self, is_apart);
  if (c == 0x01 || c == 0x08)
    g_string_append (self->paragraph, OBJECT);
  else if (c >= 0xd800 && c < 0xdc00)
    self->high = c;
  else if (c >= 0xdc00 && c < 0xe000)
    add_letter (self,
                self->high != 0 ? 0x10000 + ((self->high - 0xd800) << 10) + (c - 0xdc00) : 0xfffd);
  else
    add_letter (self, c);
}

static void
add_unit (Reader *self, gunichar c, guint32 place)
{
  guint traits = nb_word_formats_get_traits (&self->formats, place);

  if (c == 0x0d || c == 0x07 || c == 0x0c)
    {
      self->field_depth = 0;
      add_mark (self, c, place);
    }
  else if (c == 0x13)
    self->field_depth++;
  else if (c == 0x14 || c == 0x15)
    self->field_depth -= self->field_depth > 0;
  else if (self->field_depth > 0 || (traits & NB_WORD_HIDDEN) != 0)
    return;
  else
    add_visible (self, c, (traits & NB_WORD_APART) != 0);
  if (c < 0xd800 || c >= 0xdc00)
    self->high = 0;
}

/* What stands in a byte where a letter takes only one. */
static gunichar
widen (guint byte)
{
  static const gunichar windows[] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
  };

  return byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80] : byte;
}

/* A piece of the text: characters @first up to @end of all, of which those from @from up to @to are wanted. */
static void
add_piece (Reader *self, guint32 start, guint32 first, guint32 end, guint32 from, guint32 to)
{
  gboolean compressed = (start & PIECE_COMPRESSED) != 0;
  gsize width = compressed ? 1 : 2;
  gsize base = compressed ? (start & ~PIECE_COMPRESSED) / 2 : start;

  for (guint32 i = MAX (first, from); i < MIN (end, to); i++)
    {
      gsize place = base + (gsize) (i - first) * width;

      if (!nb_stream_has (&self->text, place, width))
        return;
      add_unit (self,
                compressed ? widen (nb_stream_u8 (&self->text, place))
                           : nb_stream_u16 (&self->text, place),
                (guint32) place);
    }
}

/* The list of pieces lies in the table stream behind formats that are not needed. */
static gboolean
find_pieces (const Reader *self, gsize *at, guint *n)
{
  gsize end;

  *at = nb_stream_u32 (&self->text, FIB_PIECES);
  end = *at + nb_stream_u32 (&self->text, FIB_PIECES + 4);
  while (*at < end && nb_stream_u8 (&self->table, *at) == 1)
    *at += 3 + nb_stream_u16 (&self->table, *at + 1);
  if (*at >= end || nb_stream_u8 (&self->table, *at) != 2)
    return FALSE;
  end = nb_stream_u32 (&self->table, *at + 1);
  *at += 5;
  *n = end >= 16 && nb_stream_has (&self->table, *at, end) ? (guint) ((end - 4) / 12) : 0;
  return *n > 0;
}

static void
add_range (Reader *self, gsize pieces, guint n, guint32 from, guint32 to)
{
  for (guint i = 0; i < n; i++)
    add_piece (self, nb_stream_u32 (&self->table, pieces + (n + 1) * 4 + i * 8 + 2),
               nb_stream_u32 (&self->table, pieces + i * 4),
               nb_stream_u32 (&self->table, pieces + (i + 1) * 4), from, to);
  /* The last paragraph of a damaged file may have no end. */
  end_paragraph (self, &(NbWordParagraph){ 0 });
}

static const char *
print_pieces (Reader *self)
{
  gsize pieces;
  guint n;
  guint32 n_text = nb_stream_u32 (&self->text, FIB_N_TEXT);
  guint32 boxes = n_text + nb_stream_u32 (&self->text, FIB_N_NOTES) +
                  nb_stream_u32 (&self->text, FIB_N_HEADS) +
                  nb_stream_u32 (&self->text, FIB_N_COMMENTS) +
                  nb_stream_u32 (&self->text, FIB_N_END_NOTES);
  guint32 n_boxes = nb_stream_u32 (&self->text, FIB_N_BOXES);

  if (!find_pieces (self, &pieces, &n))
    return "damaged";
  if (n_text > NB_LIMIT_DOC_CHARACTERS || n_boxes > NB_LIMIT_DOC_CHARACTERS)
    return "characters";
  self->paragraph = g_string_new (NULL);
  for (guint i = 0; i < DEEPEST; i++)
    {
      self->levels[i].cells = g_ptr_array_new_with_free_func (g_free);
      self->levels[i].cell = g_string_new (NULL);
    }
  nb_word_formats_init (&self->formats, &self->text, &self->table, &self->data);
  add_range (self, pieces, n, 0, n_text);
  add_range (self, pieces, n, boxes, boxes + n_boxes);
  g_string_free (self->paragraph, TRUE);
  for (guint i = 0; i < DEEPEST; i++)
    {
      g_ptr_array_unref (self->levels[i].cells);
      g_string_free (self->levels[i].cell, TRUE);
    }
  return NULL;
}

static NbStream
view (GBytes *bytes)
{
  NbStream stream = { 0 };

  if (bytes != NULL)
    stream.data = g_bytes_get_data (bytes, &stream.size);
  return stream;
}

static gboolean
has_stream (GsfInfile *file, const char *name)
{
  GsfInput *stream = gsf_infile_child_by_name (file, name);
  gboolean has = stream != NULL;

  g_clear_object (&stream);
  return has;
}

/* What an OLE file is that holds no Word document. */
static const char *
name_other (GsfInfile *file)
{
  if (has_stream (file, "EncryptedPackage"))
    return "encrypted";
  if (has_stream (file, "Workbook") || has_stream (file, "Book"))
    return "spreadsheet";
  if (has_stream (file, "PowerPoint Document"))
    return "slides";
  if (has_stream (file, "__properties_version1.0"))
    return "message";
  return "unknown";
}

static const char *
print_document (GsfInfile *file)
{
  Reader reader = { 0 };
  g_autoptr (GBytes) text = read_stream (file, "WordDocument");
  g_autoptr (GBytes) table = NULL;
  g_autoptr (GBytes) data = NULL;
  guint flags;

  if (text == NULL)
    return name_other (file);
  reader.text = view (text);
  if (nb_stream_u16 (&reader.text, FIB_MAGIC) != MAGIC ||
      nb_stream_u16 (&reader.text, FIB_VERSION) < VERSION_97)
    return "old";
  flags = nb_stream_u16 (&reader.text, FIB_FLAGS);
  if ((flags & FLAG_ENCRYPTED) != 0)
    return "encrypted";
  table = read_stream (file, (flags & FLAG_SECOND_TABLE) != 0 ? "1Table" : "0Table");
  data = read_stream (file, "Data");
  reader.table = view (table);
  reader.data = view (data);
  return table != NULL ? print_pieces (&reader) : "damaged";
}

int
main (void)
{
  g_autoptr (GBytes) input = nb_helper_read_input ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (input, &size);
  GsfInput *memory;
  GsfInfile *file;
  const char *fault = "damaged";

  gsf_init ();
  memory = gsf_input_memory_new (bytes, (gsf_off_t) size, FALSE);
  file = gsf_infile_msole_new (memory, NULL);
  if (file != NULL)
    fault = print_document (file);
  g_clear_object (&file);
  g_clear_object (&memory);
  gsf_shutdown ();

  if (fault != NULL)
    printf ("fail %s\n", fault);
  else
    puts ("end");
  return fflush (stdout) == 0 ? 0 : 1;
}
