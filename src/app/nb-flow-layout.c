/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lays children out as words of a text: each with its natural width, as many to a line as there is room for,
 * the lines one below the other. GtkFlowBox makes columns of one width, which tears a formula apart. Main thread only.
 */

#include "nb-flow-layout.h"

enum
{
  LINE_GAP = 6,
  USUAL_GAP = 2,
  STRIP_GAP = 6,
};

struct _NbFlowLayout
{
  GtkLayoutManager parent_instance;

  int gap; /* between children of a line */
};

G_DEFINE_FINAL_TYPE (NbFlowLayout, nb_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
nb_flow_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_width (GtkWidget *child, int most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return most < 0 ? natural : MAX (minimum, MIN (natural, most));
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
place_child (GtkWidget *child, int x, int y, int width, int height)
{
  const GtkAllocation place = { x, y, width, height };

  gtk_widget_size_allocate (child, &place, -1);
}

/* How high the line is that begins with this child. */
static int
measure_line (GtkWidget *child, int gap, int width)
{
  int x = 0, line = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = measure_width (child, width);
      if (x > 0 && x + child_width > width)
        break;
      line = MAX (line, measure_height (child, child_width));
      x += child_width > 0 ? child_width + gap : 0;
    }
  return line;
}

/* Controls of different heights, as they are with large text, stand in the middle of their line where they say so. */
static int
get_offset (GtkWidget *child, int line, int height)
{
  return gtk_widget_get_valign (child) == GTK_ALIGN_CENTER ? (line - height) / 2 : 0;
}

/* Returns the height of all lines; places the children as well if @is_placing. */
static int
flow (GtkWidget *widget, int gap, int width, gboolean is_placing)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = measure_width (child, width);
      child_height = measure_height (child, child_width);
      if (x > 0 && x + child_width > width)
        {
          y += line + LINE_GAP;
          x = line = 0;
        }
      if (x == 0)
        line = measure_line (child, gap, width);
      if (is_placing)
        place_child (child, is_rtl ? width - x - child_width : x,
                     y + get_offset (child, line, child_height), child_width, child_height);
      /* What only parts others in a row takes no room. */
      x += child_width > 0 ? child_width + gap : 0;
    }
  return y + line;
}

static void
nb_flow_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int gap = NB_FLOW_LAYOUT (manager)->gap;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = flow (widget, gap, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        *minimum = MAX (*minimum, measure_width (child, 0));
        *natural += measure_width (child, -1) + (*natural > 0 ? gap : 0);
      }
}

static void
nb_flow_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  flow (widget, NB_FLOW_LAYOUT (manager)->gap, width, TRUE);
}

static void
nb_flow_layout_class_init (NbFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = nb_flow_layout_get_request_mode;
  manager_class->measure = nb_flow_layout_measure;
  manager_class->allocate = nb_flow_layout_allocate;
}

static void
nb_flow_layout_init (NbFlowLayout *self)
{
  self->gap = USUAL_GAP;
}

/**
 * nb_flow_layout_wrap_strip:
 * @strip: a horizontal #GtkBox of controls
 * @wraps: whether what has no room in its first line stands in a second one
 *
 * So nothing of a strip is lost where the window is narrow.
 */
void
nb_flow_layout_wrap_strip (GtkWidget *strip, gboolean wraps)
{
  GtkLayoutManager *layout;

  g_return_if_fail (GTK_IS_BOX (strip));

  if (NB_IS_FLOW_LAYOUT (gtk_widget_get_layout_manager (strip)) == wraps)
    return;
  layout = wraps ? g_object_new (NB_TYPE_FLOW_LAYOUT, NULL)
                 : gtk_box_layout_new (GTK_ORIENTATION_HORIZONTAL);
  if (wraps)
    NB_FLOW_LAYOUT (layout)->gap = STRIP_GAP;
  else
    gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), STRIP_GAP);
  gtk_widget_set_layout_manager (strip, layout);
}

/**
 * nb_flow_layout_move_strip:
 * @strip: a horizontal #GtkBox of controls
 * @scroller: the #GtkScrolledWindow that it scrolls in where it does not wrap
 * @pane: the vertical #GtkBox at whose top it stands where it does
 * @wraps: whether it wraps, which it cannot do in what scrolls
 */
void
nb_flow_layout_move_strip (GtkWidget *strip, GtkWidget *scroller, GtkWidget *pane, gboolean wraps)
{
  GtkWidget *parent = gtk_widget_get_parent (strip);

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  g_return_if_fail (GTK_IS_BOX (pane));

  if (wraps == (parent == pane))
    return;
  g_object_ref (strip);
  if (wraps)
    {
      gtk_viewport_set_child (GTK_VIEWPORT (parent), NULL);
      gtk_box_prepend (GTK_BOX (pane), strip);
    }
  else
    {
      gtk_box_remove (GTK_BOX (pane), strip);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), strip);
    }
  g_object_unref (strip);
  gtk_widget_set_visible (scroller, !wraps);
  nb_flow_layout_wrap_strip (strip, wraps);
}
