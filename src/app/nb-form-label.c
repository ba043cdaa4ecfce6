/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The labels of a table as the law prints it: heads, groups, labels of rows and units, in Han, which may
 * stand from top to bottom, or translated. Main thread only.
 */

#include "nb-form-label.h"

#include "nb-han-words.h"
#include "nb-soft-hyphen.h"
#include "nb-turned-label.h"
#include "nb-ui-text.h"
#include "form/nb-label.h"

enum
{
  UPRIGHT_ROWS = 5, /* a narrow group over so many rows is written from top to bottom */
};

/* Han is written from top to bottom where a tall group has a narrow column; a mark stays with its sign. */
static char *
dup_upright (const char *text)
{
  GString *upright = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (upright->len > 0 && !g_unichar_ispunct (character))
        g_string_append_c (upright, '\n');
      g_string_append_unichar (upright, character);
    }
  return g_string_free (upright, FALSE);
}

/* The number of a group stands in a line of its own above its name. */
static char *
dup_numbered (const char *text)
{
  const char *name = nb_label_skip_number (text);

  if (name == text || g_ascii_isdigit (*text))
    return g_strdup (text);
  return g_strdup_printf ("%.*s\n%s", (int) (name - text), text, name);
}

static gboolean
is_upright (const NbGridCell *cell)
{
  return cell->kind == NB_GRID_GROUP && cell->column == 0 && cell->column_span == 1 &&
         cell->row_span >= UPRIGHT_ROWS;
}

static void
set_widths (GtkLabel *label, NbGridKind kind, gboolean han)
{
  switch (kind)
    {
    case NB_GRID_LABEL:
      gtk_label_set_width_chars (label, han ? 20 : 15);
      gtk_label_set_max_width_chars (label, han ? 72 : 60);
      break;
    case NB_GRID_GROUP:
      gtk_label_set_width_chars (label, han ? 8 : -1);
      gtk_label_set_max_width_chars (label, han ? 8 : 12);
      break;
    case NB_GRID_CORNER:
      gtk_label_set_max_width_chars (label, 20);
      break;
    default:
      gtk_label_set_width_chars (label, han ? 5 : -1);
      gtk_label_set_max_width_chars (label, han ? 10 : 4);
    }
}

/* Rows within rows stand in from the edge; a part of a table without groups has its name in bold. */
static void
show_level (GtkWidget *label, const NbGridCell *cell)
{
  static const char *const classes[] = { NULL, "nb-level-1", "nb-level-2", "nb-level-3" };
  guint level = 0;

  if (cell->kind != NB_GRID_LABEL || cell->form_row == NULL)
    return;
  for (const NbFormRow *row = cell->form_row->parent; row != NULL; row = row->parent)
    level += row->kind != NB_ROW_GROUP;
  level = MIN (level, G_N_ELEMENTS (classes) - 1);
  if (level > 0)
    gtk_widget_add_css_class (label, classes[level]);
  if (cell->form_row->kind == NB_ROW_HEADING)
    gtk_widget_add_css_class (label, "nb-sheet-part");
}

/* The text as it is laid out in its cell; what is said of it stays the text. */
static void
set_text (GtkLabel *label, const NbGridCell *cell, const char *text)
{
  gboolean han = nb_han_words_is_han (text);
  gboolean numbered = cell->kind == NB_GRID_GROUP && cell->column_span == 1 && cell->column > 0;
  g_autofree char *with_number = han && numbered ? dup_numbered (text) : NULL;
  g_autofree char *laid_out = NULL;

  if (han)
    laid_out = nb_han_words_dup_joined (with_number != NULL ? with_number : text);
  else if (cell->kind == NB_GRID_HEAD)
    laid_out = nb_soft_hyphen_dup (text);
  if (laid_out == NULL)
    return;
  gtk_label_set_text (label, laid_out);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
create_upright (const char *text)
{
  g_autofree char *upright = NULL;
  GtkWidget *label;

  if (!nb_han_words_is_han (text))
    return nb_turned_label_new (text);
  upright = dup_upright (text);
  label = gtk_label_new (upright);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return label;
}

static GtkWidget *
create_wrapped (const NbGridCell *cell, const char *text)
{
  gboolean above = cell->kind == NB_GRID_GROUP && cell->column_span > 1;
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label),
                           nb_han_words_is_han (text) ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  if (cell->kind == NB_GRID_HEAD || cell->kind == NB_GRID_UNIT || above)
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  else
    gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (!above)
    set_widths (GTK_LABEL (label), cell->kind, nb_han_words_is_han (text));
  if (text != NULL)
    set_text (GTK_LABEL (label), cell, text);
  nb_ui_mark_han (GTK_LABEL (label));
  return label;
}

/**
 * nb_form_label_new:
 * @cell: a cell of a printed form that holds no figure
 *
 * Returns: (transfer floating): its text as the form prints it, maybe empty
 */
GtkWidget *
nb_form_label_new (const NbGridCell *cell)
{
  static const char *const classes[] = {
    [NB_GRID_HEAD] = "nb-sheet-head",   [NB_GRID_CORNER] = "nb-sheet-corner",
    [NB_GRID_GROUP] = "nb-sheet-group", [NB_GRID_LABEL] = "nb-sheet-label",
    [NB_GRID_UNIT] = "nb-sheet-unit",   [NB_GRID_VALUE] = NULL,
    [NB_GRID_EMPTY] = "nb-sheet-empty",
  };
  const char *text = nb_label_pick (cell->label_zh, cell->label_en);
  GtkWidget *label = text != NULL && is_upright (cell) ? create_upright (text)
                                                       : create_wrapped (cell, text);

  gtk_widget_add_css_class (label, classes[cell->kind]);
  if (cell->total)
    gtk_widget_add_css_class (label, "nb-total");
  show_level (label, cell);
  return label;
}
