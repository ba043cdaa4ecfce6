/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells that a finding is about, as a piece of their table: its rows and columns, with the rows above
 * and below where it is about a single one. The cell that is held against the others is framed.
 */

#include "nb-evidence-table.h"

#include <glib/gi18n-lib.h>

#include "form/nb-label.h"
#include "nb-figure-cell.h"
#include "nb-han-words.h"
#include "nb-sideways.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"

enum
{
  MOST_ROWS = 12,         /* that are shown; the Tables page has them all */
  MOST_WHOLE_COLUMNS = 7, /* a table with so many is shown with all of them */
  MOST_NARROW_COLUMNS = 3,
  LABEL_CHARS = 11,  /* the least room of a row's label */
  LEAST_WIDTH = 350, /* that is not scrolled, where a table is as wide */
  HEAD_CHARS = 4,    /* of a column's: two Han characters a line */
};

struct _NbEvidenceTable
{
  AdwBin parent_instance;

  NbReport *report; /* (owned) (nullable) */
  NbFinding *
      finding; /* (owned) (nullable): that the cells are evidence for; none while it cannot be decided */
  gboolean is_narrow; /* no room for columns that are not named */
};

/* What is shown of a table. */
typedef struct
{
  NbReport *report;
  const NbFormTable *table;
  gboolean *rows;    /* (array): of the table */
  gboolean *columns; /* (array): of the table */
  guint n_rows;
  gboolean has_room; /* for the rows around the one that is meant */
} Piece;

G_DEFINE_FINAL_TYPE (NbEvidenceTable, nb_evidence_table, ADW_TYPE_BIN)

enum
{
  SIGNAL_CELL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
piece_clear (Piece *piece)
{
  g_free (piece->rows);
  g_free (piece->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Piece, piece_clear)

static guint
find_row (const NbFormTable *table, const NbFormRow *row)
{
  for (guint i = 0; i < table->n_rows; i++)
    if (table->rows[i] == row)
      return i;
  return 0;
}

/* Which metric of its row it is. */
static guint
find_column (const NbMetric *metric)
{
  for (guint i = 0; i < metric->row->n_metrics; i++)
    if (metric->row->metrics[i] == metric)
      return i;
  return 0;
}

static guint
count_columns (const NbFormTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_rows; i++)
    n = MAX (n, table->rows[i]->n_metrics);
  return n;
}

static const NbMetric *
get_metric (NbReport *report, NbFigure *figure)
{
  const NbMetric *metric = figure != NULL ? nb_figure_get_metric (figure) : NULL;
  const NbForm *form = nb_report_get_form (report);

  if (metric == NULL || metric->row == NULL || form == NULL ||
      nb_form_find_metric (form, metric->id) != metric)
    return NULL;
  return metric;
}

/* One row says more between its neighbours, one column more with the others. */
static void
widen (Piece *piece, guint n_columns)
{
  guint only = 0, n_chosen = 0;

  for (guint i = 0; i < piece->table->n_rows; i++)
    if (piece->rows[i])
      only = i;
  if (piece->n_rows == 1 && piece->has_room)
    {
      if (only > 0 && piece->table->rows[only - 1]->n_metrics > 0)
        piece->rows[only - 1] = TRUE;
      if (only + 1 < piece->table->n_rows && piece->table->rows[only + 1]->n_metrics > 0)
        piece->rows[only + 1] = TRUE;
    }
  for (guint i = 0; i < n_columns; i++)
    n_chosen += piece->columns[i];
  if (n_columns <= MOST_WHOLE_COLUMNS && (piece->n_rows <= 4 || n_chosen > 1))
    for (guint i = 0; i < n_columns; i++)
      piece->columns[i] = TRUE;
}

static gboolean
find_piece (Piece *piece, NbReport *report, const NbTerm *terms, guint n_terms, gboolean is_narrow)
{
  guint n_columns;

  piece->report = report;
  piece->has_room = *nb_label_pick ("", "en") == '\0'; /* Chinese labels take one line */
  /* The last table that it names: what is held against the others stands there. */
  for (guint i = 0; i < n_terms; i++)
    if (get_metric (report, terms[i].figure) != NULL)
      piece->table = get_metric (report, terms[i].figure)->table;
  if (piece->table == NULL)
    return FALSE;
  n_columns = count_columns (piece->table);
  piece->rows = g_new0 (gboolean, piece->table->n_rows);
  piece->columns = g_new0 (gboolean, n_columns);
  for (guint i = 0; i < n_terms; i++)
    {
      const NbMetric *metric = get_metric (report, terms[i].figure);
      guint row;

      if (metric == NULL || metric->table != piece->table)
        continue;
      row = find_row (piece->table, metric->row);
      piece->n_rows += !piece->rows[row];
      piece->rows[row] = TRUE;
      piece->columns[find_column (metric)] = TRUE;
    }
  if (!is_narrow)
    widen (piece, n_columns);
  return TRUE;
}

static gboolean
is_term (const NbTerm *terms, guint n_terms, NbFigure *figure)
{
  for (guint i = 0; i < n_terms; i++)
    if (terms[i].figure == figure)
      return TRUE;
  return FALSE;
}

static void
cell_pressed_cb (NbEvidenceTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  g_signal_emit (self, signals[SIGNAL_CELL_CLICKED], 0, self->report,
                 nb_figure_cell_get_figure (NB_FIGURE_CELL (cell)));
}

static void
add_cell (NbEvidenceTable *self,
          GtkGrid *grid,
          const Piece *piece,
          const NbMetric *metric,
          int column,
          int line,
          const NbTerm *terms,
          guint n_terms)
{
  NbFigure *figure = nb_report_get_figure_for (piece->report, metric);
  GtkWidget *cell = nb_figure_cell_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  nb_figure_cell_set_marked (NB_FIGURE_CELL (cell), figure,
                             nb_label_pick (metric->row->label_zh, metric->row->label_en),
                             is_term (terms, n_terms, figure) ? self->finding : NULL);
  nb_figure_cell_set_chosen (NB_FIGURE_CELL (cell), figure == terms[n_terms - 1].figure);
  gtk_widget_set_focusable (cell, FALSE); /* the buttons of the relation lead there by key */
  g_signal_connect_object (click, "released", G_CALLBACK (cell_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_grid_attach (grid, cell, column, line, 1, 1);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  nb_ui_mark_han (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Where there is no room for all of its columns a row says its last, which the others are held against. */
static void
narrow_down (Piece *piece, guint n_columns, const NbTerm *terms, guint n_terms)
{
  const NbMetric *last = get_metric (piece->report, terms[n_terms - 1].figure);
  guint n_chosen = 0;

  for (guint i = 0; i < n_columns; i++)
    n_chosen += piece->columns[i];
  for (guint i = 0; n_chosen > MOST_NARROW_COLUMNS && last != NULL && i < n_columns; i++)
    piece->columns[i] = i == find_column (last);
}

/* Words stay whole: half of one says nothing. */
static void
keep_words (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr (PangoAttrList) attributes = nb_ui_new_han_attributes (text);

  nb_han_words_keep_whole (attributes, text);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
}

/* Heads are those of the first row that has them all. */
static void
add_heads (GtkGrid *grid, const Piece *piece, guint n_columns)
{
  const NbFormRow *like = NULL;
  int column = 1;

  for (guint i = 0; i < piece->table->n_rows && like == NULL; i++)
    if (piece->rows[i] && piece->table->rows[i]->n_metrics == n_columns)
      like = piece->table->rows[i];
  for (guint i = 0; like != NULL && n_columns > 1 && i < n_columns; i++)
    if (piece->columns[i])
      {
        GtkWidget *head = create_label (nb_ui_metric_column_label (like->metrics[i]), "caption");

        gtk_label_set_justify (GTK_LABEL (head), GTK_JUSTIFY_RIGHT);
        gtk_label_set_xalign (GTK_LABEL (head), 1);
        keep_words (GTK_LABEL (head));
        gtk_label_set_width_chars (GTK_LABEL (head), HEAD_CHARS);
        gtk_label_set_max_width_chars (GTK_LABEL (head), HEAD_CHARS);
        gtk_widget_set_valign (head, GTK_ALIGN_END);
        gtk_widget_add_css_class (head, "dim-label");
        gtk_grid_attach (grid, head, column++, 0, 1, 1);
      }
}

static void
add_rows (NbEvidenceTable *self,
          GtkGrid *grid,
          const Piece *piece,
          guint n_columns,
          const NbTerm *terms,
          guint n_terms)
{
  int line = 1;
  guint n_rows = 0, n_left = 0;

  for (guint i = 0; i < piece->table->n_rows; i++)
    {
      const NbFormRow *row = piece->table->rows[i];
      int column = 1;
      GtkWidget *label;

      if (!piece->rows[i])
        continue;
      if (n_rows == MOST_ROWS)
        {
          n_left++;
          continue;
        }
      label = create_label (nb_label_pick (row->label_zh, row->label_en), "caption");
      n_rows++;
      gtk_widget_set_hexpand (label, TRUE);
      /* A long label has a line of its own, above its cells. */
      if (piece->has_room)
        gtk_label_set_width_chars (GTK_LABEL (label), LABEL_CHARS);
      else
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_grid_attach (grid, label, 0, line, piece->has_room ? 1 : (int) n_columns + 1, 1);
      line += piece->has_room ? 0 : 1;
      for (guint j = 0; j < n_columns && j < row->n_metrics; j++)
        if (piece->columns[j])
          add_cell (self, grid, piece, row->metrics[j], column++, line, terms, n_terms);
      line++;
    }
  if (n_left > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more row", "and %u more rows", n_left), n_left);
      GtkWidget *label = create_label (text, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (grid, label, 0, line, (int) n_columns + 1, 1);
    }
}

/* What is wider than the page is moved sideways, as the table itself is. */
static GtkWidget *
create_scroller (NbEvidenceTable *self, GtkWidget *child)
{
  GtkWidget *scroller = nb_sideways_new (child);
  int width;

  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller),
                                             self->is_narrow ? -1 : MIN (width, LEAST_WIDTH));
  return scroller;
}

static void
nb_evidence_table_dispose (GObject *object)
{
  g_clear_object (&NB_EVIDENCE_TABLE (object)->report);
  g_clear_object (&NB_EVIDENCE_TABLE (object)->finding);

  G_OBJECT_CLASS (nb_evidence_table_parent_class)->dispose (object);
}

static void
nb_evidence_table_class_init (NbEvidenceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_evidence_table_dispose;

  signals[SIGNAL_CELL_CLICKED] = g_signal_new ("cell-clicked", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               2, NB_TYPE_REPORT, NB_TYPE_FIGURE);
}

static void
nb_evidence_table_init (NbEvidenceTable *self)
{
}

/**
 * nb_evidence_table_set_cells:
 * @self: the table
 * @report: a report
 * @terms: (array length=n_terms): cells of it; what they are held against stands last
 * @n_terms: how many
 *
 * Returns: whether there are cells to be shown
 */
gboolean
nb_evidence_table_set_cells (NbEvidenceTable *self,
                             NbReport *report,
                             const NbTerm *terms,
                             guint n_terms)
{
  g_auto (Piece) piece = { NULL };
  guint n_columns;
  GtkGrid *grid;

  g_return_val_if_fail (NB_IS_EVIDENCE_TABLE (self), FALSE);

  g_set_object (&self->report, report);
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (report == NULL || !find_piece (&piece, report, terms, n_terms, self->is_narrow))
    return FALSE;
  grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (grid), "nb-evidence");
  n_columns = count_columns (piece.table);
  if (self->is_narrow)
    narrow_down (&piece, n_columns, terms, n_terms);
  add_heads (grid, &piece, n_columns);
  add_rows (self, grid, &piece, n_columns, terms, n_terms);
  adw_bin_set_child (ADW_BIN (self), create_scroller (self, GTK_WIDGET (grid)));
  return TRUE;
}

/**
 * nb_evidence_table_set_finding:
 * @self: the table
 * @finding: (nullable): what the cells that are set next are evidence for
 *
 * Its terms are framed by its severity; those of a relation that cannot be decided are not.
 */
void
nb_evidence_table_set_finding (NbEvidenceTable *self, NbFinding *finding)
{
  g_return_if_fail (NB_IS_EVIDENCE_TABLE (self));

  if (finding != NULL && nb_finding_get_status (finding) != NB_STATUS_FAIL)
    finding = NULL;
  g_set_object (&self->finding, finding);
}

/**
 * nb_evidence_table_set_narrow:
 * @self: the table
 * @is_narrow: whether there is room for few columns; holds from the next finding on
 */
void
nb_evidence_table_set_narrow (NbEvidenceTable *self, gboolean is_narrow)
{
  g_return_if_fail (NB_IS_EVIDENCE_TABLE (self));

  self->is_narrow = is_narrow;
}
