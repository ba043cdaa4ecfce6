/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cell of one figure. Each of the six states has a look and a name of its own; the look is a style
 * class, so that shape comes first and colour second. Cheap to make: a table builds some two hundred.
 */

#include "nb-figure-cell.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"

enum
{
  N_SIZES = 4096, /* texts whose size is kept */
};

struct _NbFigureCell
{
  GtkWidget parent_instance;

  GtkLabel *label;  /* child */
  NbFigure *figure; /* (owned) (nullable) */
  char *spoken;     /* (owned) (nullable): accessible name */
  const char *look; /* static (nullable): style class of the state */
  const char *mark; /* static (nullable): style class of the finding */
};

G_DEFINE_FINAL_TYPE (NbFigureCell, nb_figure_cell, GTK_TYPE_WIDGET)

static void
replace_class (NbFigureCell *self, const char **place, const char *name)
{
  if (*place == name)
    return;
  if (*place != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), *place);
  *place = name;
  if (name != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
}

static void
set_class (NbFigureCell *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
take_spoken (NbFigureCell *self, char *spoken)
{
  g_free (self->spoken);
  self->spoken = spoken;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : "", -1);
}

static char *
dup_name (NbFigure *figure, const char *row, const char *finding)
{
  const NbMetric *metric = nb_figure_get_metric (figure);
  const char *column = metric != NULL ? nb_ui_metric_column_label (metric) : NULL;
  g_autofree char *value = nb_ui_figure_dup_spoken (figure);
  GString *name = g_string_new (row);

  if (column != NULL && *column != '\0')
    g_string_append_printf (name, ", %s", column);
  g_string_append_printf (name, ", %s", value);
  if (finding != NULL)
    g_string_append_printf (name, ", %s", finding);
  return g_string_free (name, FALSE);
}

/* Most of two hundred figures are the same few, and GTK would lay out each of them to know its size. */
static void
measure_plain (NbFigureCell *self, GtkRequisition *size)
{
  static GHashTable *sizes; /* of text and font (owned) to GtkRequisition (owned) */
  GtkWidget *label = GTK_WIDGET (self->label);
  PangoContext *context = gtk_widget_get_pango_context (label);
  g_autofree char *key = g_strdup_printf (
      "%u %g %s", pango_font_description_hash (pango_context_get_font_description (context)),
      pango_cairo_context_get_resolution (context), gtk_label_get_text (self->label));
  GtkRequisition *known;

  if (sizes == NULL)
    sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known = g_hash_table_lookup (sizes, key);
  if (known == NULL)
    {
      known = g_new (GtkRequisition, 1);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &known->width, NULL, NULL, NULL);
      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &known->height, NULL, NULL, NULL);
      if (g_hash_table_size (sizes) >= N_SIZES)
        g_hash_table_remove_all (sizes);
      g_hash_table_insert (sizes, g_steal_pointer (&key), known);
    }
  *size = *known;
}

static GtkSizeRequestMode
nb_figure_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nb_figure_cell_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  NbFigureCell *self = NB_FIGURE_CELL (widget);
  GtkRequisition size;

  if (gtk_label_get_wrap (self->label) ||
      gtk_label_get_ellipsize (self->label) != PANGO_ELLIPSIZE_NONE)
    {
      gtk_widget_measure (GTK_WIDGET (self->label), orientation, for_size, minimum, natural,
                          minimum_baseline, natural_baseline);
      return;
    }
  measure_plain (self, &size);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? size.width : size.height;
}

static void
nb_figure_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (NB_FIGURE_CELL (widget)->label), width, height, baseline, NULL);
}

static void
nb_figure_cell_dispose (GObject *object)
{
  NbFigureCell *self = NB_FIGURE_CELL (object);

  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  g_clear_object (&self->figure);
  g_clear_pointer (&self->spoken, g_free);

  G_OBJECT_CLASS (nb_figure_cell_parent_class)->dispose (object);
}

static void
nb_figure_cell_class_init (NbFigureCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_figure_cell_dispose;

  widget_class->get_request_mode = nb_figure_cell_get_request_mode;
  widget_class->measure = nb_figure_cell_measure;
  widget_class->size_allocate = nb_figure_cell_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "figurecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
nb_figure_cell_init (NbFigureCell *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
nb_figure_cell_new (void)
{
  return g_object_new (NB_TYPE_FIGURE_CELL, NULL);
}

/**
 * nb_figure_cell_get_figure:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the figure that is shown
 */
NbFigure *
nb_figure_cell_get_figure (NbFigureCell *self)
{
  g_return_val_if_fail (NB_IS_FIGURE_CELL (self), NULL);
  return self->figure;
}

/* Each severity has a shape of its own; only what is an error for sure is framed in red. */
static const char *
mark_for (NbSeverity severity)
{
  static const char *const marks[] = {
    [NB_SEVERITY_ERROR] = "nb-in-finding",   [NB_SEVERITY_LAW] = "nb-in-law",
    [NB_SEVERITY_WARNING] = "nb-in-warning", [NB_SEVERITY_HINT] = "nb-in-hint",
    [NB_SEVERITY_INFO] = "nb-in-hint",
  };

  return marks[severity];
}

static void
set_figure (NbFigureCell *self,
            NbFigure *figure,
            const char *row,
            const char *mark,
            const char *finding)
{
  g_autofree char *text = figure != NULL ? nb_ui_figure_dup_cell (figure) : NULL;
  g_autofree char *marked = NULL;

  g_set_object (&self->figure, figure);
  gtk_label_set_wrap (self->label, FALSE);
  if (figure != NULL && nb_figure_get_known_state (figure) == NB_STATE_UNREADABLE)
    marked = g_strdup_printf ("?\u2002%s", text);
  /* No digit is ever cut; what cannot be read may be long, and stands whole in the evidence. */
  gtk_label_set_ellipsize (self->label,
                           marked != NULL ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (self->label, marked != NULL ? 5 : -1);
  gtk_label_set_max_width_chars (self->label, marked != NULL ? 8 : -1);
  gtk_label_set_text (self->label, marked != NULL ? marked : text != NULL ? text : "");
  replace_class (self, &self->look, figure != NULL ? nb_ui_figure_css_class (figure) : NULL);
  replace_class (self, &self->mark, mark);
  take_spoken (self, figure != NULL ? dup_name (figure, row, finding) : NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), figure != NULL);
}

/**
 * nb_figure_cell_set_marked:
 * @self: a cell
 * @figure: (nullable): the figure to show
 * @row: label of the row, for the accessible name
 * @finding: (nullable): the gravest relation that does not hold and has this figure as a term
 *
 * Shows the figure, and of which severity its finding is.
 */
void
nb_figure_cell_set_marked (NbFigureCell *self,
                           NbFigure *figure,
                           const char *row,
                           NbFinding *finding)
{
  g_autofree char *told = NULL;

  g_return_if_fail (NB_IS_FIGURE_CELL (self));

  if (finding != NULL)
    /* Translators: said of a cell; %s is a severity, as "Hint". */
    told = g_strdup_printf (_ ("has a finding: %s"),
                            nb_ui_severity_name (nb_finding_get_severity (finding)));
  set_figure (self, figure, row,
              finding != NULL ? mark_for (nb_finding_get_severity (finding)) : NULL, told);
}

/**
 * nb_figure_cell_set_head:
 * @self: a cell
 * @head: (nullable): a column head to show instead of a figure
 */
void
nb_figure_cell_set_head (NbFigureCell *self, const char *head)
{
  g_return_if_fail (NB_IS_FIGURE_CELL (self));

  g_clear_object (&self->figure);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_text (self->label, head != NULL ? head : "");
  replace_class (self, &self->look, head != NULL ? "nb-head" : NULL);
  replace_class (self, &self->mark, NULL);
  take_spoken (self, g_strdup (head));
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * nb_figure_cell_set_chosen:
 * @self: a cell
 * @chosen: whether its figure is the one that is chosen in the report
 */
void
nb_figure_cell_set_chosen (NbFigureCell *self, gboolean chosen)
{
  g_return_if_fail (NB_IS_FIGURE_CELL (self));

  set_class (self, "nb-chosen", chosen);
}

/**
 * nb_figure_cell_set_selected:
 * @self: a cell
 * @selected: whether it is among those that would be copied
 */
void
nb_figure_cell_set_selected (NbFigureCell *self, gboolean selected)
{
  g_return_if_fail (NB_IS_FIGURE_CELL (self));

  set_class (self, "nb-selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

const char *
nb_figure_cell_get_text (NbFigureCell *self)
{
  g_return_val_if_fail (NB_IS_FIGURE_CELL (self), NULL);
  return gtk_label_get_text (self->label);
}

const char *
nb_figure_cell_get_spoken (NbFigureCell *self)
{
  g_return_val_if_fail (NB_IS_FIGURE_CELL (self), NULL);
  return self->spoken;
}
