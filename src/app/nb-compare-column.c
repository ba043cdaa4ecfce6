/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of the comparison, column by column: what is made once for a cell and what a row puts into it.
 * Main thread.
 */

#include "nb-compare-column.h"

#include "nb-delta-bar.h"
#include "nb-ui-text.h"
#include "export/nb-comparison-export.h"
#include "export/nb-names.h"

enum
{
  INDENT = 18,
};

/**
 * nb_compare_is_changed:
 * @row: a row of a comparison
 *
 * Returns: whether its values are known to differ
 */
gboolean
nb_compare_is_changed (const NbComparisonRow *row)
{
  return row->has_delta && !nb_decimal_is_zero (row->delta);
}

static GtkWidget *
create_label (gboolean number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  nb_ui_mark_han (GTK_LABEL (label));
  if (number)
    {
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "numeric");
    }
  else
    {
      /* Nothing of a reason is left out. */
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  return label;
}

/* An item behind the mark of its finding, a note behind its tag. */
static GtkWidget *
create_pair (GtkWidget *first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = create_label (FALSE);

  gtk_widget_add_css_class (box, "nb-compare-pair");
  gtk_widget_set_valign (first, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), first);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * nb_compare_column_setup:
 * @list_item: an empty cell
 * @column: its column
 */
void
nb_compare_column_setup (GtkListItem *list_item, NbCompareColumn column)
{
  GtkWidget *tag;

  switch (column)
    {
    case COLUMN_BAR:
      gtk_list_item_set_child (list_item, nb_delta_bar_new ());
      return;
    case COLUMN_ITEM:
      gtk_list_item_set_child (list_item, create_pair (gtk_image_new ()));
      return;
    case COLUMN_NOTE:
      tag = gtk_label_new (NULL);
      gtk_widget_add_css_class (tag, "nb-tag");
      gtk_list_item_set_child (list_item, create_pair (tag));
      return;
    default:
      gtk_list_item_set_child (list_item, create_label (TRUE));
      return;
    }
}

/**
 * nb_compare_column_dup_text:
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full) (nullable): what stands there, as text
 */
char *
nb_compare_column_dup_text (NbCompareRow *row, NbCompareColumn column)
{
  const NbComparisonRow *values = nb_compare_row_get_row (row);

  if (values == NULL && column != COLUMN_ITEM)
    return g_strdup ("");
  switch (column)
    {
    case COLUMN_ITEM:
      return g_strdup (nb_compare_row_get_label (row));
    case COLUMN_A:
      return nb_compare_row_dup_side (row, 0);
    case COLUMN_B:
      return nb_compare_row_dup_side (row, 1);
    case COLUMN_DELTA:
      return nb_compare_row_dup_delta (row);
    case COLUMN_PERCENT:
      return nb_compare_row_dup_percent (row);
    case COLUMN_NOTE:
      /* The column of the per cent says it already. */
      return values->reason == NB_REASON_SMALL_BASE && !values->matter.summed
                 ? NULL
                 : nb_comparison_row_dup_remark (values);
    default:
      return NULL;
    }
}

/* The sign of a table stands where words would be cut; the item says the reason. */
static char *
dup_stacked (NbCompareRow *row, NbCompareColumn column)
{
  const NbComparisonRow *values = nb_compare_row_get_row (row);

  if ((column == COLUMN_A || column == COLUMN_B) && values->sides[column - COLUMN_A].not_in_form)
    return g_strdup ("\u2300");
  return nb_compare_column_dup_text (row, column);
}

/* In a very narrow window A stands above B, and the difference above the per cent. */
static char *
dup_shown (NbCompareRow *row, NbCompareColumn column)
{
  g_autofree char *text = nb_compare_column_dup_text (row, column);
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;

  if (!nb_compare_row_is_stacked (row) || nb_compare_row_get_row (row) == NULL ||
      (column != COLUMN_A && column != COLUMN_DELTA))
    return g_steal_pointer (&text);
  above = dup_stacked (row, column);
  below = dup_stacked (row, column + 1);
  return g_strdup_printf ("%s\n%s", above, below);
}

static gboolean
is_dim (const NbComparisonRow *row, NbCompareColumn column)
{
  switch (column)
    {
    case COLUMN_A:
    case COLUMN_B:
      return !nb_quantity_is_known (&row->sides[column - COLUMN_A]) ||
             row->sides[column - COLUMN_A].state == NB_STATE_ZERO;
    case COLUMN_DELTA:
      return !nb_compare_is_changed (row);
    case COLUMN_PERCENT:
      return !row->has_percent;
    default:
      return column == COLUMN_NOTE;
    }
}

static gboolean
is_shown_dim (NbCompareRow *row, NbCompareColumn column)
{
  const NbComparisonRow *values = nb_compare_row_get_row (row);

  return values != NULL && is_dim (values, column) &&
         (!nb_compare_row_is_stacked (row) || is_dim (values, column + 1));
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
bind_item (GtkWidget *box, NbCompareRow *row)
{
  GtkWidget *mark = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  const NbComparisonRow *values = nb_compare_row_get_row (row);
  NbFinding *finding = nb_compare_row_get_finding (row);
  g_autofree char *text = nb_compare_row_dup_title (row);
  g_autofree char *title = finding != NULL ? nb_finding_dup_title (finding) : NULL;
  g_autofree char *tip = title != NULL ? g_strdup_printf ("%s\n%s", text, title) : g_strdup (text);
  g_autofree char *spoken = values != NULL ? nb_compare_row_dup_spoken (row) : g_strdup (text);

  gtk_widget_set_visible (mark, finding != NULL);
  if (finding != NULL)
    {
      const char *classes[] = { NULL, NULL };

      classes[0] = nb_ui_severity_css_class (nb_finding_get_severity (finding));
      gtk_image_set_from_icon_name (GTK_IMAGE (mark),
                                    nb_ui_severity_icon (nb_finding_get_severity (finding)));
      gtk_widget_set_css_classes (mark, classes);
    }
  gtk_widget_set_margin_start (box, (int) nb_compare_row_get_depth (row) * INDENT);
  gtk_label_set_text (GTK_LABEL (label), text);
  nb_ui_set_tooltip (box, tip);
  set_class (label, "nb-strong", values == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

/* The tag says whether, the words say why; a row that repeats the one above has a sign for it. */
static void
bind_note (GtkWidget *box, NbCompareRow *row)
{
  GtkWidget *tag = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  const NbComparisonRow *values = nb_compare_row_get_row (row);
  gboolean repeats = nb_compare_row_get_repeats (row);
  gboolean tagged = values != NULL && values->matter.comparable != NB_COMPARABLE_YES;
  g_autofree char *all = values != NULL ? nb_compare_column_dup_text (row, COLUMN_NOTE) : NULL;
  g_autofree char *why = tagged ? nb_comparison_row_dup_note (values) : g_strdup (all);

  gtk_widget_set_visible (tag, tagged && !repeats);
  if (tagged)
    gtk_label_set_text (GTK_LABEL (tag), nb_name_comparable (values->matter.comparable));
  set_class (tag, "nb-tag-break", tagged && values->matter.comparable == NB_COMPARABLE_BREAK);
  gtk_label_set_text (GTK_LABEL (label), repeats ? "\u3003" : why != NULL ? why : "");
  set_class (label, "dim-label", repeats);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  all != NULL ? all : "", -1);
  gtk_widget_add_css_class (label, "caption");
  nb_ui_set_tooltip (box, all != NULL && *all != '\0' ? all : NULL);
}

/**
 * nb_compare_column_bind:
 * @list_item: a cell with a row
 * @column: its column
 */
void
nb_compare_column_bind (GtkListItem *list_item, NbCompareColumn column)
{
  NbCompareRow *row = gtk_list_item_get_item (list_item);
  const NbComparisonRow *values = nb_compare_row_get_row (row);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  g_autofree char *text = NULL;

  gtk_list_item_set_selectable (list_item, values != NULL);
  gtk_list_item_set_activatable (list_item, values != NULL);
  set_class (child, "nb-not-comparable",
             values != NULL && values->matter.comparable != NB_COMPARABLE_YES &&
                 column != COLUMN_NOTE && column != COLUMN_ITEM);
  if (column == COLUMN_BAR)
    nb_delta_bar_set_share (NB_DELTA_BAR (child), values != NULL && values->has_delta,
                            nb_compare_row_get_share (row));
  else if (column == COLUMN_ITEM)
    bind_item (child, row);
  else if (column == COLUMN_NOTE)
    bind_note (child, row);
  else
    {
      text = dup_shown (row, column);
      gtk_label_set_text (GTK_LABEL (child), text != NULL ? text : "");
      set_class (child, "nb-strong",
                 column == COLUMN_DELTA && values != NULL && nb_compare_is_changed (values) &&
                     !nb_compare_row_is_stacked (row));
      set_class (child, "dim-label", is_shown_dim (row, column));
    }
}
