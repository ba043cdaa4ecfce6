/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The formats of a Word 97 file (MS-DOC), as far as they change what is read: paragraphs in tables, ends of rows,
 * cells that are merged, text that is hidden or struck out, by hand or by a tracked change, and text that is raised, lowered
 * or white.
 *
 *   place of a character → page of formats (PlcBte) → its run → list of single properties (Prl)
 *
 * Every number of the file is checked before it is used. One thread; streams are not owned.
 */

#include "nb-word-formats.h"

#include <string.h>

/* Where the header of the file names its tables. */
#define FIB_CHARACTERS 0xfa
#define FIB_PARAGRAPHS 0x102
#define PAGE           512

/* Properties: what they are called in MS-DOC, less the "sprm". */
#define PF_IN_TABLE   0x2416
#define PF_TTP        0x2417
#define PF_INNER_CELL 0x244b
#define PF_INNER_TTP  0x244c
#define P_DEPTH       0x6649
#define P_HUGE        0x6645
#define P_HUGE_97     0x6646
#define P_CHANGE_TABS 0xc615
#define T_DEF_TABLE   0xd608
#define CF_DELETED    0x0800
#define CF_STRIKE     0x0837
#define CF_VANISH     0x083c
#define CF_STRIKE_TWO 0x2a53
#define C_COLOR_97    0x2a42
#define C_COLOR       0x6870
#define C_ISS         0x2a48
#define C_RAISED_BY   0x4845

/* White, by its number in the old list of colours and by its parts. */
#define WHITE_97 8
#define WHITE    0x00ffffffu

/* A Prl that is longer than any real one. */
#define MOST_HUGE 0x4000

typedef struct
{
  guint code;
  const guint8 *operand;
  gsize size;
} Prl;

/* Reads one property; FALSE at the end of the list, or where it does not fit. */
static gboolean
next_prl (const NbStream *list, gsize *at, Prl *prl)
{
  static const guint8 sizes[] = { 1, 1, 2, 4, 2, 2, 0, 3 };
  guint kind;

  if (!nb_stream_has (list, *at, 3))
    return FALSE;
  prl->code = nb_stream_u16 (list, *at);
  *at += 2;
  kind = prl->code >> 13;
  prl->size = sizes[kind];
  if (prl->code == T_DEF_TABLE)
    {
      prl->size = nb_stream_u16 (list, *at);
      prl->size -= prl->size > 0;
      *at += 2;
    }
  else if (kind == 6)
    {
      prl->size = nb_stream_u8 (list, *at);
      *at += 1;
      /* Tabs of more than 254 bytes count themselves otherwise; they come last in what Word writes. */
      if (prl->code == P_CHANGE_TABS && prl->size == 255)
        return FALSE;
    }
  if (!nb_stream_has (list, *at, prl->size))
    return FALSE;
  prl->operand = list->data + *at;
  *at += prl->size;
  return TRUE;
}

/* The run of a page of formats that holds a place; its number of runs stands in the last byte. */
static gboolean
find_run (const NbStream *text, gsize page, guint32 place, guint *run, guint *n_runs)
{
  if (!nb_stream_has (text, page, PAGE))
    return FALSE;
  *n_runs = nb_stream_u8 (text, page + PAGE - 1);
  for (*run = 0; *run < *n_runs && (*run + 2) * 4 < PAGE; (*run)++)
    if (place >= nb_stream_u32 (text, page + *run * 4) &&
        place < nb_stream_u32 (text, page + (*run + 1) * 4))
      return TRUE;
  return FALSE;
}

/* The page of formats for a place, as an offset in the text stream. */
static gboolean
find_page (const NbWordFormats *self, gsize bins, gsize size, guint32 place, gsize *page)
{
  gsize n = size >= 4 ? (size - 4) / 8 : 0;
  gsize low = 0, high = n;

  if (n == 0 || !nb_stream_has (self->table, bins, size))
    return FALSE;
  while (high - low > 1)
    {
      gsize middle = (low + high) / 2;

      if (nb_stream_u32 (self->table, bins + middle * 4) <= place)
        low = middle;
      else
        high = middle;
    }
  *page = (gsize) (nb_stream_u32 (self->table, bins + (n + 1) * 4 + low * 4) & 0x3fffff) * PAGE;
  return TRUE;
}

/**
 * nb_word_formats_init:
 * @self: formats
 * @text: the stream WordDocument, begins with the header
 * @table: the stream that the header names
 * @data: the stream Data, maybe empty
 *
 * Finds the formats of a file. The streams must live as long.
 */
void
nb_word_formats_init (NbWordFormats *self,
                      const NbStream *text,
                      const NbStream *table,
                      const NbStream *data)
{
  *self = (NbWordFormats){ .text = text, .table = table, .data = data };
  self->characters = nb_stream_u32 (text, FIB_CHARACTERS);
  self->characters_size = nb_stream_u32 (text, FIB_CHARACTERS + 4);
  self->paragraphs = nb_stream_u32 (text, FIB_PARAGRAPHS);
  self->paragraphs_size = nb_stream_u32 (text, FIB_PARAGRAPHS + 4);
}

static void
read_paragraph (const NbWordFormats *self,
                const NbStream *list,
                gboolean may_be_huge,
                NbWordParagraph *paragraph)
{
  gsize at = 0;
  Prl prl;

  while (next_prl (list, &at, &prl))
    switch (prl.code)
      {
      case PF_IN_TABLE:
        paragraph->in_table = prl.operand[0] != 0;
        break;
      case PF_TTP:
        paragraph->ends_row = prl.operand[0] != 0;
        break;
      case PF_INNER_CELL:
        paragraph->ends_inner_cell = prl.operand[0] != 0;
        break;
      case PF_INNER_TTP:
        paragraph->ends_inner_row = prl.operand[0] != 0;
        break;
      case P_DEPTH:
        paragraph->depth = prl.operand[0];
        break;
      case T_DEF_TABLE:
        paragraph->row = prl.operand;
        paragraph->row_size = prl.size;
        break;
      case P_HUGE:
      case P_HUGE_97:
        if (may_be_huge)
          {
            NbStream operand = { prl.operand, prl.size };
            gsize place = nb_stream_u32 (&operand, 0);
            gsize size = MIN (nb_stream_u16 (self->data, place), MOST_HUGE);

            if (nb_stream_has (self->data, place + 2, size))
              read_paragraph (self, &(NbStream){ self->data->data + place + 2, size }, FALSE,
                              paragraph);
          }
        break;
      default:
        break;
      }
}

/**
 * nb_word_formats_get_paragraph:
 * @self: formats
 * @place: of the mark at the end of a paragraph, in the text stream
 * @paragraph: (out): what matters of its format
 *
 * Looks up the format of a paragraph.
 */
void
nb_word_formats_get_paragraph (const NbWordFormats *self, guint32 place, NbWordParagraph *paragraph)
{
  guint run, n_runs;
  gsize page, at, size;

  memset (paragraph, 0, sizeof *paragraph);
  if (!find_page (self, self->paragraphs, self->paragraphs_size, place, &page) ||
      !find_run (self->text, page, place, &run, &n_runs))
    return;
  at = (gsize) nb_stream_u8 (self->text, page + (n_runs + 1) * 4 + run * 13) * 2;
  if (at == 0 || at >= PAGE)
    return;
  at += page;
  size = (gsize) nb_stream_u8 (self->text, at) * 2;
  at++;
  if (size == 0)
    size = (gsize) nb_stream_u8 (self->text, at++) * 2;
  else
    size--;
  /* Its first two bytes are the number of the style. */
  if (size > 2 && nb_stream_has (self->text, at, size))
    read_paragraph (self, &(NbStream){ self->text->data + at + 2, size - 2 }, TRUE, paragraph);
}

/* What hides a character, one bit for each property. */
enum
{
  BY_CHANGE = 1 << 0,
  BY_STRIKE = 1 << 1,
  BY_TWO = 1 << 2,
  BY_VANISH = 1 << 3,
  BY_HEIGHT = 1 << 4,
  BY_OFFSET = 1 << 5,
  BY_COLOR = 1 << 6,
};

/* The last property of a kind counts. */
static void
set_bit (guint *bits, guint bit, gboolean is_set)
{
  *bits = is_set ? *bits | bit : *bits & ~bit;
}

static void
take_character (const Prl *prl, guint *bits)
{
  NbStream operand = { prl->operand, prl->size };

  switch (prl->code)
    {
    case CF_DELETED:
      set_bit (bits, BY_CHANGE, prl->operand[0] == 1);
      break;
    case CF_STRIKE:
      set_bit (bits, BY_STRIKE, prl->operand[0] == 1);
      break;
    case CF_STRIKE_TWO:
      set_bit (bits, BY_TWO, prl->operand[0] == 1);
      break;
    case CF_VANISH:
      set_bit (bits, BY_VANISH, prl->operand[0] == 1);
      break;
    case C_ISS:
      set_bit (bits, BY_HEIGHT, prl->operand[0] != 0);
      break;
    case C_RAISED_BY:
      set_bit (bits, BY_OFFSET, nb_stream_u16 (&operand, 0) != 0);
      break;
    case C_COLOR_97:
      set_bit (bits, BY_COLOR, prl->operand[0] == WHITE_97);
      break;
    case C_COLOR:
      set_bit (bits, BY_COLOR, nb_stream_u32 (&operand, 0) == WHITE);
      break;
    default:
      break;
    }
}

static guint
traits_of_bits (guint bits)
{
  guint traits = 0;

  if ((bits & (BY_CHANGE | BY_STRIKE | BY_TWO | BY_VANISH)) != 0)
    traits |= NB_WORD_HIDDEN;
  if ((bits & (BY_HEIGHT | BY_OFFSET | BY_COLOR)) != 0)
    traits |= NB_WORD_APART;
  return traits;
}

/**
 * nb_word_formats_get_traits:
 * @self: formats
 * @place: of a character, in the text stream
 *
 * Returns: what its own format says of it, #NbWordTraits
 */
guint
nb_word_formats_get_traits (NbWordFormats *self, guint32 place)
{
  guint run, n_runs, bits = 0;
  gsize page, at, next = 0;
  NbStream list;
  Prl prl;

  if (place >= self->from && place < self->to)
    return self->traits;
  self->traits = 0;
  self->from = place;
  self->to = place + 1;
  if (!find_page (self, self->characters, self->characters_size, place, &page) ||
      !find_run (self->text, page, place, &run, &n_runs))
    return 0;
  self->from = nb_stream_u32 (self->text, page + run * 4);
  self->to = nb_stream_u32 (self->text, page + (run + 1) * 4);
  at = (gsize) nb_stream_u8 (self->text, page + (n_runs + 1) * 4 + run) * 2;
  if (at == 0 || at >= PAGE)
    return 0;
  at += page;
  list.size = nb_stream_u8 (self->text, at);
  if (!nb_stream_has (self->text, at + 1, list.size))
    return 0;
  list.data = self->text->data + at + 1;
  while (next_prl (&list, &next, &prl))
    take_character (&prl, &bits);
  self->traits = traits_of_bits (bits);
  return self->traits;
}
