/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the layout share. */

#include "nb-document-private.h"
#include "nb-layout.h"

G_BEGIN_DECLS

typedef enum {
  NB_GLYPH_WIDE = 1 << 0,  /* an ideograph, or anything else of full width */
  NB_GLYPH_ALNUM = 1 << 1, /* part of a number or a word: ASCII, not a bracket */
  NB_GLYPH_DIGIT = 1 << 2, /* of either width */
  NB_GLYPH_CUT_BEFORE = 1 << 3, /* the edge of the page is here: what came before may be lost … */
  NB_GLYPH_CUT_AFTER = 1 << 4,  /* … or what comes behind */
  NB_GLYPH_NO_WIDTH = 1 << 5,   /* its width was not told */
} NbGlyphFlags;

/* A character at its place. */
typedef struct
{
  float x0, y0, x1, y1;
  guint offset; /* in the text of the layout */
  guint16 length;
  guint16 flags;
} NbGlyph;

/* A line that is drawn along one axis. */
typedef struct
{
  float at;
  float from, to;
} NbRule;

/* A line that is drawn and is a little off an axis. */
typedef struct
{
  float at;    /* where it would meet the other axis */
  float slope; /* to its axis */
  gboolean is_across;
} NbSlant;

typedef struct
{
  float width, height;
  guint first_glyph, n_glyphs;
  guint first_horizontal, n_horizontals;
  guint first_vertical, n_verticals;
  guint first_picture, n_pictures;
  guint first_large, n_large; /* figures that were taken for parts of a watermark, as U+FFFD */
  guint first_slant, n_slants;
  guint flags; /* of the pieces on it */
} NbPage;

struct _NbLayout
{
  GString *text;       /* (owned) characters of all glyphs */
  GArray *pages;       /* (owned) NbPage */
  GArray *glyphs;      /* (owned) NbGlyph */
  GArray *horizontals; /* (owned) NbRule */
  GArray *verticals;   /* (owned) NbRule */
  GArray *pictures;    /* (owned) NbBox */
  GArray *slants;      /* (owned) NbSlant */
  const char *limit;   /* (nullable) what is too much */
  guint most;
  GArray *digits;      /* (owned) guint: glyphs of the page at hand that are digits */
  guint64 n_looks;     /* at them, for areas that may cover them */
};

/* Characters that stand beside each other. */
typedef struct
{
  guint first, n; /* in the list of glyphs that the lines were made of */
  float x0, y0, x1, y1;
  float em;       /* width of an ideograph */
} NbLine;

static inline const NbGlyph *
nb_layout_glyph (const NbLayout *self, guint i)
{
  return &g_array_index (self->glyphs, NbGlyph, i);
}

/* How far apart two drawn lines may be and still meet. */
static inline float
nb_page_tolerance (const NbPage *page)
{
  return MAX (page->width, page->height) / 400;
}

/* nb-layout-lines.c */
int      nb_layout_compare_floats (gconstpointer a, gconstpointer b);
GArray  *nb_layout_make_lines  (const NbLayout *self, GArray *glyphs);
void     nb_layout_append_line (const NbLayout *self, GArray *glyphs, const NbLine *line, GString *out);
gboolean nb_layout_is_empty    (const NbLayout *layout, const NbPage *page, const NbBox *box);
void     nb_layout_cut_line    (const NbLayout *self, GArray *glyphs, const NbLine *line, float gap, GArray *parts);

/* nb-layout-watermark.c */
void     nb_layout_drop_watermarks (NbLayout *self);
void     nb_layout_mark_large      (const NbLayout *self, const NbPage *page, GPtrArray *tables);

/* nb-layout-slant.c */
void     nb_layout_mark_slanted (NbLayout *self);

/* How the text of a cell begins and ends: whether it can go on in another cell. */
typedef struct
{
  float first_width; /* of its first character */
  float left, right; /* what its last line leaves free at both sides */
  float em;
  guint n_lines;
} NbCellEnds;

void     nb_layout_append_cell (const NbLayout *self, GArray *glyphs, float x0, float x1, gboolean join, GString *out, NbCellEnds *ends);
gboolean nb_cell_ends_go_on    (const NbCellEnds *self, const NbCellEnds *next);

/* A cell between drawn lines. */
typedef struct
{
  guint row, row_end;
  guint column, column_end;
  GArray *glyphs; /* (owned) guint */
  gboolean is_ragged; /* no rectangle: a line between it and others was not found */
} NbRuledCell;

/* A table between drawn lines, on one page. */
typedef struct
{
  GArray *xs;    /* (owned) float: where columns begin, and the right edge */
  GArray *ys;    /* (owned) float: where rows begin, and the lower edge */
  guint *slots;  /* (owned) number of the cell of each slot, row by row */
  GArray *cells; /* (owned) NbRuledCell, in the order of their first slots */
  gboolean is_plain_row;                /* one row without a label: its heads stand outside */
  float left, right;                    /* what lies beyond runs over the sides of the page */
  gboolean is_cut_before, is_cut_after; /* by them */
  guint flags;                          /* of the pieces on its page */
} NbRuledTable;

/* nb-layout-rules.c */
GPtrArray *nb_layout_find_tables (NbLayout *self, const NbPage *page, guint *n_slots);
void       nb_layout_drop_frames (GPtrArray *tables);
NbRuledTable *nb_ruled_table_new (void);
GArray    *nb_ruled_cells_new    (void);
void       nb_ruled_table_free   (gpointer data);
gboolean   nb_ruled_table_has_point (const NbRuledTable *self, float x, float y);
void       nb_ruled_table_take_large (NbRuledTable *self, const NbLayout *layout, guint i);
gboolean   nb_ruled_table_take   (NbRuledTable *self, const NbLayout *layout, GArray *glyphs, guint first, guint n);

/* nb-layout-boxes.c: boxes within cells. */
void       nb_ruled_table_open_boxes (gpointer data, gpointer layout);

/* nb-layout-bare.c: tables without lines around. */
void       nb_layout_find_bare_tables (const NbLayout *layout, GArray *glyphs, GPtrArray *tables);

/* A cell of a table that may go on on the next page. */
typedef struct
{
  char *text; /* (owned) */
  guint row, row_end;
  guint column, column_end;
  float x0, x1;
  NbCellEnds ends;
  gboolean is_clipped; /* by the side of the page */
  guint flags;         /* of its piece, as its page has them */
} NbOpenCell;

/* A table on both sides of a page break. */
typedef struct
{
  GArray *cells; /* NbOpenCell, above */
  GArray *part;  /* NbOpenCell, below */
  guint n_rows;  /* above */
  float tolerance;
} NbTableBreak;

/* nb-layout-break.c */
gboolean nb_table_break_join (const NbTableBreak *self);

/* nb-layout-columns.c */
void nb_layout_number_columns (GArray *cells, float tolerance);

/* nb-layout-table.c: a table over all its pages. */
gboolean nb_open_cells_append (const GArray *cells, guint number, NbDocument *document);

typedef struct _NbOpenTable NbOpenTable;

NbOpenTable *nb_open_table_new      (const NbLayout *layout);
void         nb_open_table_free     (NbOpenTable *self);
void         nb_open_table_begin    (NbOpenTable *self, guint number, const NbRuledTable *first);
gboolean     nb_open_table_matches  (const NbOpenTable *self, const NbRuledTable *next, guint page, float tolerance);
void         nb_open_table_add_cell (NbOpenTable *self, const NbRuledTable *table, const NbRuledCell *cell);
void         nb_open_table_add_part (NbOpenTable *self, const NbRuledTable *table, float tolerance);
void         nb_open_table_end_part (NbOpenTable *self, const NbRuledTable *table, guint page);
gboolean     nb_open_table_flush    (NbOpenTable *self, NbDocument *document);
void         nb_open_table_close    (NbOpenTable *self);

/* nb-layout-furniture.c: page numbers and the like. */
typedef struct _NbFurniture NbFurniture;

NbFurniture *nb_furniture_new        (const NbLayout *layout);
void         nb_furniture_free       (NbFurniture *self);
gboolean     nb_furniture_is_at_edge (const NbPage *page, const NbLine *line);
gboolean     nb_furniture_is_line    (const NbFurniture *self, guint number, const NbLine *line, const char *text, gboolean is_outermost);

/* nb-layout-flow.c: the pieces of one page after the other. */
typedef struct _NbFlow NbFlow;

NbFlow  *nb_flow_new      (NbLayout *layout, NbDocument *document);
void     nb_flow_free     (NbFlow *self);
void     nb_flow_add_page (NbFlow *self, guint page);
gboolean nb_flow_finish   (NbFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbFlow, nb_flow_free)

G_END_DECLS
