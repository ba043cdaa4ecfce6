/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cards in rows, all of one width and those of a row of one height: four in a row, or two, or one, so that eight
 * leave no hole. A flow box measures each card a dozen times; here each is measured once for its width. Main
 * thread only.
 */

#include "nb-card-grid.h"

enum
{
  SPACING = 12,
  MOST_COLUMNS = 4,
  LEAST_EMS = 10, /* the narrowest that a card is made beside others */
};

struct _NbCardGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NbCardGrid, nb_card_grid, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
nb_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The widest of what the cards need at least, and of what they would like. */
static void
measure_card (NbCardGrid *self, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      int least = 0, most = 0;

      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
    }
}

static int
width_of (guint n_columns, int card_width)
{
  return (int) n_columns * (card_width + SPACING) - SPACING;
}

static guint
count_columns (NbCardGrid *self, int width)
{
  const PangoFontDescription *font = pango_context_get_font_description (
      gtk_widget_get_pango_context (GTK_WIDGET (self)));
  int em = PANGO_PIXELS (pango_font_description_get_size (font));
  guint n_columns = MOST_COLUMNS;
  int minimum, natural;

  if (!pango_font_description_get_size_is_absolute (font))
    em = em * 4 / 3;
  measure_card (self, &minimum, &natural);
  minimum = MAX (minimum, em * LEAST_EMS);
  while (n_columns > 1 && width_of (n_columns, minimum) > width)
    n_columns /= 2;
  return n_columns;
}

/* The height of the row that begins with @first; @next is the first card after it. */
static int
row_height (GtkWidget *first, guint n_columns, int width, GtkWidget **next)
{
  int height = 0;
  GtkWidget *card = first;

  for (guint i = 0; i < n_columns && card != NULL; i++)
    {
      int natural = 0;

      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
      card = gtk_widget_get_next_sibling (card);
    }
  *next = card;
  return height;
}

static int
measure_height (NbCardGrid *self, int width)
{
  guint n_columns = count_columns (self, width);
  int card_width = (width + SPACING) / (int) n_columns - SPACING;
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self));
  int height = 0;

  while (card != NULL)
    height += (height > 0 ? SPACING : 0) + row_height (card, n_columns, card_width, &card);
  return height;
}

static void
nb_card_grid_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  NbCardGrid *self = NB_CARD_GRID (widget);
  int least, most;

  measure_card (self, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = width_of (MOST_COLUMNS, most);
    }
  else
    *minimum = *natural = measure_height (self,
                                          for_size >= 0 ? for_size : width_of (MOST_COLUMNS, most));
}

static void
nb_card_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NbCardGrid *self = NB_CARD_GRID (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *card = gtk_widget_get_first_child (widget);
  guint n_columns = count_columns (self, width);
  GtkAllocation area = { 0, 0, (width + SPACING) / (int) n_columns - SPACING, 0 };

  while (card != NULL)
    {
      GtkWidget *next;

      area.height = row_height (card, n_columns, area.width, &next);
      for (guint i = 0; card != next; i++, card = gtk_widget_get_next_sibling (card))
        {
          area.x = (int) i * (area.width + SPACING);
          if (mirrored)
            area.x = width - area.width - area.x;
          gtk_widget_size_allocate (card, &area, -1);
        }
      area.y += area.height + SPACING;
    }
}

static void
nb_card_grid_dispose (GObject *object)
{
  nb_card_grid_clear (NB_CARD_GRID (object));

  G_OBJECT_CLASS (nb_card_grid_parent_class)->dispose (object);
}

static void
nb_card_grid_class_init (NbCardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_card_grid_dispose;
  widget_class->get_request_mode = nb_card_grid_get_request_mode;
  widget_class->measure = nb_card_grid_measure;
  widget_class->size_allocate = nb_card_grid_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nb_card_grid_init (NbCardGrid *self)
{
}

/**
 * nb_card_grid_append:
 * @self: a grid
 * @card: (transfer floating): what comes last
 */
void
nb_card_grid_append (NbCardGrid *self, GtkWidget *card)
{
  g_return_if_fail (NB_IS_CARD_GRID (self));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

/**
 * nb_card_grid_clear:
 * @self: a grid
 *
 * Takes every card out.
 */
void
nb_card_grid_clear (NbCardGrid *self)
{
  GtkWidget *card;

  g_return_if_fail (NB_IS_CARD_GRID (self));
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (card);
}
