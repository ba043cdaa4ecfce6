/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of NbTextView share. */
#pragma once

#include "nb-text-segments.h"
#include "nb-text-view.h"

G_BEGIN_DECLS

/**
 * NbTextSpot:
 * @offset: bytes of the document text
 * @length: bytes
 * @figure: borrowed from the report
 *
 * Characters that stand for a figure.
 */
typedef struct {
  guint     offset;
  guint     length;
  NbFigure *figure;
} NbTextSpot;

struct _NbTextView
{
  GtkTextView parent_instance;

  NbReport *report;  /* (owned) (nullable) */
  GArray *figures;   /* (owned): of NbTextSpot */
  GArray *hits;      /* (owned): of NbTextHit, in bytes */
  GArray *marks;     /* (owned): findings beside their lines */
  guint current_hit; /* index in @hits */
  GArray *segments;  /* (owned): of NbTextSegment, without gaps */
  guint n_built;     /* segments whose tables are whole */

  NbPlace target; /* what is to be in view, until it is */
  gboolean has_target;
  gboolean skips; /* begins behind the menus of the web site */
  guint settle; /* frames until the place of a cell is known */
  guint tick;
  int table_width;

  GtkTextTag *title;
  GtkTextTag *heading;
  GtkTextTag *prose;
  GtkTextTag *furniture;
  GtkTextTag *blank;
  GtkTextTag *figure;
  GtkTextTag *chosen;
  GtkTextTag *hit;
  GtkTextTag *hit_current;
};

const NbTextSegment *nb_text_view_find_segment (NbTextView *self, gsize byte);
int nb_text_view_to_character (NbTextView *self, gsize byte);
void nb_text_view_get_range (NbTextView *self, gsize offset, gsize length, GtkTextIter *start, GtkTextIter *end);
void nb_text_view_apply_tag (NbTextView *self, GtkTextTag *tag, gsize offset, gsize length);
void nb_text_view_remove_tag (NbTextView *self, GtkTextTag *tag);
void nb_text_view_get_line (NbTextView *self, gsize offset, int *y, int *height);
gboolean nb_text_view_find_start (NbTextView *self, double *value);
void nb_text_view_tag (NbTextView *self);
int nb_text_view_find_title (NbTextView *self, guint *n_lines);
void nb_text_view_init_marks (NbTextView *self);
void nb_text_view_draw_marks (NbTextView *self, GtkSnapshot *snapshot);

G_END_DECLS
