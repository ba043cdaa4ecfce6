/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One bar whose parts are what became of the requests, each as wide as its share, with its number where
 * that fits. Where the parts do not make the printed total, as much as is in question is hatched: in the one
 * part that a failing relation points at, or else at the end. For a screen reader it is an image whose name
 * says every number.
 */

#include "nb-outcome-bar.h"

#include <math.h>

#include "nb-ui-text.h"

enum
{
  BAR_HEIGHT = 30,
  GAP = 1,
  NUMBER_MARGIN = 6,
  HATCH_STEP = 6,
};

/* Okabe and Ito's colours, which the colour-blind can tell apart; then two of the same kind. */
static const guint32 palette[NB_OUTCOMES_MOST] = {
  0x0072b2, 0x56b4e9, 0xd55e00, 0xe69f00, 0xcc79a7, 0x999999, 0x009e73, 0xf0e442,
};

struct _NbOutcomeBar
{
  GtkWidget parent_instance;

  NbOutcomes outcomes; /* figures in it borrowed, and not looked at */
};

G_DEFINE_FINAL_TYPE (NbOutcomeBar, nb_outcome_bar, GTK_TYPE_WIDGET)

static double
whole_width (const NbOutcomes *outcomes)
{
  double sum = nb_decimal_to_double (outcomes->sum);

  return outcomes->has_total ? MAX (sum, nb_decimal_to_double (outcomes->total)) : sum;
}

/* White on the darkest of the colours, nearly black on the others. */
static void
get_ink (guint part, GdkRGBA *ink)
{
  *ink = part == 0 ? (GdkRGBA){ 1, 1, 1, 1 } : (GdkRGBA){ 0.1f, 0.1f, 0.1f, 1 };
}

static void
draw_number (NbOutcomeBar *self, GtkSnapshot *snapshot, guint part, const graphene_rect_t *area)
{
  g_autofree char *text = nb_ui_format_decimal (self->outcomes.parts[part].value, TRUE);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;
  GdkRGBA ink;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width + NUMBER_MARGIN > area->size.width)
    return;
  get_ink (part, &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (area->origin.x + floorf ((area->size.width - (float) width) / 2),
                            area->origin.y + floorf ((area->size.height - (float) height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_hatching (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);
  double x = area->origin.x, y = area->origin.y;
  double width = area->size.width, height = area->size.height;

  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.55);
  cairo_paint (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2);
  for (double at = -height; at < width; at += HATCH_STEP)
    {
      cairo_move_to (cr, x + at, y + height);
      cairo_line_to (cr, x + at + height, y);
    }
  cairo_stroke (cr);
  cairo_rectangle (cr, x + 0.5, y + 0.5, width - 1, height - 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The part that a failing relation points at, where that is one only. */
static guint
doubted_part (const NbOutcomes *outcomes)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < outcomes->n_parts; i++)
    if (outcomes->parts[i].in_finding)
      {
        if (found != G_MAXUINT)
          return G_MAXUINT;
        found = i;
      }
  return found;
}

static void
draw_doubt (NbOutcomeBar *self, GtkSnapshot *snapshot, double width)
{
  const NbOutcomes *outcomes = &self->outcomes;
  double sum = nb_decimal_to_double (outcomes->sum), total = nb_decimal_to_double (outcomes->total);
  double question = fabs (sum - total) / whole_width (outcomes) * width;
  guint part = doubted_part (outcomes);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (width - question), 0, (float) question,
                                             BAR_HEIGHT);
  GdkRGBA color = { 0.3f, 0.3f, 0.3f, 1 };

  if (part != G_MAXUINT && sum > total)
    {
      nb_outcome_bar_get_segment (self, part, width, &area);
      question = MIN (question, area.size.width);
      area.origin.x += area.size.width - (float) question;
      area.size.width = (float) question;
      nb_outcome_bar_get_color (part, &color);
    }
  draw_hatching (snapshot, &area, &color);
}

static void
nb_outcome_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NbOutcomeBar *self = NB_OUTCOME_BAR (widget);
  double width = gtk_widget_get_width (widget);
  g_autofree char *doubt = nb_outcomes_dup_doubt (&self->outcomes);

  if (!self->outcomes.known || whole_width (&self->outcomes) <= 0)
    return;
  for (guint i = 0; i < self->outcomes.n_parts; i++)
    {
      graphene_rect_t area;
      GdkRGBA color;

      nb_outcome_bar_get_segment (self, i, width, &area);
      nb_outcome_bar_get_color (i, &color);
      area.size.width -= area.size.width > 2 * GAP ? GAP : 0;
      gtk_snapshot_append_color (snapshot, &color, &area);
    }
  if (doubt != NULL)
    draw_doubt (self, snapshot, width);
  for (guint i = 0; i < self->outcomes.n_parts; i++)
    {
      graphene_rect_t area;

      nb_outcome_bar_get_segment (self, i, width, &area);
      draw_number (self, snapshot, i, &area);
    }
}

static void
nb_outcome_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? BAR_HEIGHT : 0;
}

static void
nb_outcome_bar_class_init (NbOutcomeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = nb_outcome_bar_snapshot;
  widget_class->measure = nb_outcome_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nb_outcome_bar_init (NbOutcomeBar *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
nb_outcome_bar_new (void)
{
  return g_object_new (NB_TYPE_OUTCOME_BAR, NULL);
}

/**
 * nb_outcome_bar_set_outcomes:
 * @self: a bar
 * @outcomes: what to show
 */
void
nb_outcome_bar_set_outcomes (NbOutcomeBar *self, const NbOutcomes *outcomes)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (NB_IS_OUTCOME_BAR (self));

  self->outcomes = *outcomes;
  sentence = nb_outcomes_dup_sentence (outcomes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nb_outcome_bar_get_segment:
 * @self: a bar
 * @part: which part
 * @width: of the whole bar
 * @area: (out): where the part is drawn
 *
 * Returns: how many parts there are
 */
guint
nb_outcome_bar_get_segment (NbOutcomeBar *self, guint part, double width, graphene_rect_t *area)
{
  double whole = whole_width (&self->outcomes), before = 0, own = 0;

  for (guint i = 0; i <= part && i < self->outcomes.n_parts; i++)
    {
      before += own;
      own = nb_decimal_to_double (self->outcomes.parts[i].value);
    }
  if (whole <= 0)
    whole = 1;
  *area = GRAPHENE_RECT_INIT ((float) (before / whole * width), 0, (float) (own / whole * width),
                              BAR_HEIGHT);
  return self->outcomes.n_parts;
}

/**
 * nb_outcome_bar_get_color:
 * @part: which part, from 0
 * @color: (out): its colour, the same in the bar and in the legend
 */
void
nb_outcome_bar_get_color (guint part, GdkRGBA *color)
{
  guint32 rgb = palette[part % G_N_ELEMENTS (palette)];

  *color = (GdkRGBA){ (float) (rgb >> 16) / 255, (float) (rgb >> 8 & 0xff) / 255,
                      (float) (rgb & 0xff) / 255, 1 };
}
