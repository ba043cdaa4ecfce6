/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The prose of two reports side by side, section by section: what was removed is struck, what was added is
 * underlined, changed years and numbers stand out. Both columns scroll together, held at the differences,
 * until that is let go. One section a frame is written.
 */

#include "nb-compare-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-flow-layout.h"
#include "nb-later.h"
#include "nb-ui-text.h"
#include "export/nb-names.h"

/* A place that both sides share: the beginning of a section or of a difference, in characters. */
typedef struct
{
  int at[2];
  int end[2];
  gboolean is_difference;
} Anchor;

struct _NbCompareText
{
  AdwBin parent_instance;

  GtkWidget *controls;
  GtkWidget *outline_pane;
  GtkBox *sides;
  GtkListBox *outline;
  GtkTextView *views[2];
  GtkTextView *view_a;
  GtkTextView *view_b;
  GtkLabel *head_a;
  GtkLabel *head_b;
  GtkLabel *count;
  GtkToggleButton *link;
  GtkStack *stack;

  NbComparison *comparison; /* (owned) (nullable) */
  GArray *anchors;          /* (owned) (element-type Anchor) */
  GArray *sections;         /* (owned) (element-type guint): the anchor of each section */
  guint next;               /* section that comes next */
  int current;              /* number of the difference that was gone to, -1 for none */
  gboolean scrolling;       /* the other side follows just now */
};

G_DEFINE_FINAL_TYPE (NbCompareText, nb_compare_text, ADW_TYPE_BIN)

/* --- Writing --- */

static GdkRGBA
get_colour (NbCompareText *self, const char *name, float alpha)
{
  GdkRGBA colour = { 0.5f, 0.5f, 0.5f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour);
  colour.alpha = alpha;
  return colour;
}

static GtkTextTag *
need_tag (NbCompareText *self, GtkTextBuffer *buffer, const char *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);

  return tag != NULL ? tag : gtk_text_buffer_create_tag (buffer, name, NULL);
}

/* Shape first, colour second: struck, underlined, bold. */
static void
style_tags (NbCompareText *self)
{
  for (guint side = 0; side < 2; side++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[side]);
      GdkRGBA removed = get_colour (self, "red_3", 0.22f),
              added = get_colour (self, "blue_3", 0.25f);
      GdkRGBA number = get_colour (self, "yellow_3", 0.40f);
      GdkRGBA current = get_colour (self, "accent_bg_color", 0.45f);

      g_object_set (need_tag (self, buffer, "heading"), "weight", PANGO_WEIGHT_BOLD,
                    "pixels-above-lines", 12, NULL);
      g_object_set (need_tag (self, buffer, "absent"), "style", PANGO_STYLE_NORMAL,
                    "foreground-rgba", &(GdkRGBA){ 0.5f, 0.5f, 0.5f, 1 }, NULL);
      g_object_set (need_tag (self, buffer, "removed"), "strikethrough", TRUE, "background-rgba",
                    &removed, NULL);
      g_object_set (need_tag (self, buffer, "added"), "underline", PANGO_UNDERLINE_SINGLE,
                    "background-rgba", &added, NULL);
      g_object_set (need_tag (self, buffer, "number"), "weight", PANGO_WEIGHT_BOLD, "strikethrough",
                    FALSE, "underline", PANGO_UNDERLINE_NONE, "background-rgba", &number, NULL);
      g_object_set (need_tag (self, buffer, "current"), "background-rgba", &current, NULL);
    }
}

static int
append (GtkTextBuffer *buffer, const char *text, const char *tag)
{
  GtkTextIter end;
  int at;

  gtk_text_buffer_get_end_iter (buffer, &end);
  at = gtk_text_iter_get_offset (&end);
  if (tag != NULL)
    gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, tag, NULL);
  else
    gtk_text_buffer_insert (buffer, &end, text, -1);
  return at;
}

static void
apply (GtkTextBuffer *buffer, const char *tag, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

/* Marks the words of one side of a change; they stand in the text in their order. */
static void
mark_words (GtkTextBuffer *buffer,
            const NbTextChange *change,
            guint side,
            const char *text,
            int base,
            guint offset)
{
  NbDiffKind kind = side == 0 ? NB_DIFF_REMOVED : NB_DIFF_ADDED;
  const char *p = text + offset;

  for (guint i = 0; i < change->words->len; i++)
    {
      const NbWordRun *run = &g_array_index (change->words, NbWordRun, i);
      const char *found = run->kind == NB_DIFF_EQUAL || run->kind == kind ? strstr (p, run->text)
                                                                          : NULL;
      int from;

      if (found == NULL)
        continue;
      from = base + (int) g_utf8_pointer_to_offset (text, found);
      p = found + strlen (run->text);
      if (run->kind == kind)
        apply (buffer,
               run->has_digit ? "number"
               : side == 0    ? "removed"
                              : "added",
               from, from + (int) g_utf8_strlen (run->text, -1));
    }
}

/* Where a change stands on one side, and its marks there. */
static void
mark_change (NbCompareText *self,
             const NbTextChange *change,
             guint side,
             const char *text,
             int base,
             Anchor *anchor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[side]);
  const char *sentence = side == 0 ? change->a : change->b;
  guint offset = side == 0 ? change->a_offset : change->b_offset;
  int at, length;

  if (text == NULL)
    {
      anchor->at[side] = anchor->end[side] = base;
      return;
    }
  offset = MIN (offset, strlen (text));
  at = base + (int) g_utf8_pointer_to_offset (text, text + offset);
  length = sentence != NULL ? (int) g_utf8_strlen (sentence, -1) : 0;
  anchor->at[side] = at;
  anchor->end[side] = at + length;
  if (change->words->len > 0)
    mark_words (buffer, change, side, text, base, offset);
  else if (length > 0)
    apply (buffer, side == 0 ? "removed" : "added", at, at + length);
}

static void
write_section (NbCompareText *self, const NbSectionDiff *section)
{
  Anchor anchor = { 0 };
  int bases[2];

  for (guint side = 0; side < 2; side++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[side]);
      g_autofree char *heading = nb_section_diff_dup_heading (section, side);
      const char *text = side == 0 ? section->text_a : section->text_b;

      anchor.at[side] = append (buffer, heading != NULL ? heading : _ ("(no such section)"),
                                heading != NULL ? "heading" : "absent");
      append (buffer, "\n", NULL);
      if (text == NULL || *text == '\0')
        bases[side] = append (buffer, heading != NULL ? _ ("(no text, tables only)") : "",
                              "absent");
      else
        bases[side] = append (buffer, text, NULL);
      append (buffer, "\n\n", NULL);
      anchor.end[side] = anchor.at[side];
    }
  g_array_append_val (self->sections, self->anchors->len);
  g_array_append_val (self->anchors, anchor);
  for (guint i = 0; i < section->changes->len; i++)
    {
      const NbTextChange *change = section->changes->pdata[i];

      anchor = (Anchor){ .is_difference = TRUE };
      mark_change (self, change, 0, section->text_a, bases[0], &anchor);
      mark_change (self, change, 1, section->text_b, bases[1], &anchor);
      g_array_append_val (self->anchors, anchor);
    }
}

static GtkWidget *
create_outline_row (const NbSectionDiff *section)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *heading = nb_section_diff_dup_heading (section,
                                                          section->heading_b != NULL ? 1 : 0);
  GtkWidget *label = gtk_label_new (heading != NULL ? heading : "");
  g_autofree char *share = section->has_similarity
                               ? g_strdup_printf ("%u%%", (section->permille + 5) / 10)
                               : NULL;
  GtkWidget *number = gtk_label_new (share != NULL                ? share
                                     : section->too_long          ? _ ("too long")
                                     : section->heading_a == NULL ? _ ("only in B")
                                     : section->heading_b == NULL ? _ ("only in A")
                                                                  : _ ("tables only"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  nb_ui_set_tooltip (label, heading);
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "caption");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (row), label);
  if (share != NULL)
    {
      GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1000);

      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), section->permille);
      gtk_widget_set_size_request (bar, 36, -1);
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      /* Translators: how much of a section is the same in both reports */
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Equal text"), -1);
      gtk_box_append (GTK_BOX (row), bar);
    }
  gtk_box_append (GTK_BOX (row), number);
  return row;
}

static void
update_count (NbCompareText *self)
{
  guint n = nb_compare_text_count (self);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("No difference"));
  else if (self->current < 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u difference", "%u differences", n), n);
  else
    text = g_strdup_printf (_ ("Difference %d of %u"), self->current + 1, n);
  gtk_label_set_text (self->count, text);
}

static gboolean
fill (gpointer user_data)
{
  NbCompareText *self = user_data;
  GPtrArray *sections = nb_comparison_get_sections (self->comparison);

  if (self->next < sections->len)
    {
      write_section (self, sections->pdata[self->next]);
      gtk_list_box_append (self->outline, create_outline_row (sections->pdata[self->next++]));
    }
  update_count (self);
  return self->next < sections->len;
}

/* --- Scrolling --- */

static double
get_place (GtkTextView *view, int offset)
{
  GtkTextIter iter;
  int y = 0, height = 0;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  return y;
}

/*
 * The place of the other side that belongs to the top of this one: held at the last anchor above. The anchors
 * stand in the order of the text, so that a step looks at a few of them only.
 */
static double
find_other (NbCompareText *self, guint side, double top)
{
  guint low = 0, high = self->anchors->len;
  const Anchor *anchor;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      anchor = &g_array_index (self->anchors, Anchor, middle);
      if (get_place (self->views[side], anchor->at[side]) > top)
        high = middle;
      else
        low = middle + 1;
    }
  if (low == 0)
    return top;
  anchor = &g_array_index (self->anchors, Anchor, low - 1);
  return get_place (self->views[1 - side], anchor->at[1 - side]) + top -
         get_place (self->views[side], anchor->at[side]);
}

static void
scrolled_cb (NbCompareText *self, GtkAdjustment *adjustment)
{
  guint side = adjustment == gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view_a)) ? 0 : 1;
  GtkAdjustment *other;

  if (self->scrolling || !gtk_toggle_button_get_active (self->link) || self->anchors->len == 0)
    return;
  self->scrolling = TRUE;
  other = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->views[1 - side]));
  gtk_adjustment_set_value (other, find_other (self, side, gtk_adjustment_get_value (adjustment)));
  self->scrolling = FALSE;
}

static void
scroll_to (NbCompareText *self, const Anchor *anchor)
{
  self->scrolling = TRUE;
  for (guint side = 0; side < 2; side++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[side]);
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, anchor->at[side]);
      gtk_text_buffer_place_cursor (buffer, &iter);
      gtk_text_view_scroll_to_mark (self->views[side], gtk_text_buffer_get_insert (buffer), 0, TRUE,
                                    0, 0.25);
    }
  self->scrolling = FALSE;
}

static void
section_cb (NbCompareText *self, GtkListBoxRow *row)
{
  guint i = (guint) gtk_list_box_row_get_index (row);

  if (i < self->sections->len)
    scroll_to (self,
               &g_array_index (self->anchors, Anchor, g_array_index (self->sections, guint, i)));
}

static void
next_cb (NbCompareText *self)
{
  nb_compare_text_move (self, 1);
}

static void
previous_cb (NbCompareText *self)
{
  nb_compare_text_move (self, -1);
}

static void
nb_compare_text_dispose (GObject *object)
{
  NbCompareText *self = NB_COMPARE_TEXT (object);

  nb_later_cancel (self, fill);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->anchors, g_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);

  G_OBJECT_CLASS (nb_compare_text_parent_class)->dispose (object);
}

static void
nb_compare_text_class_init (NbCompareTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_compare_text_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-compare-text.ui");
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, controls);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, outline_pane);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, sides);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, outline);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, view_a);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, view_b);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, head_a);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, head_b);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, count);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, link);
  gtk_widget_class_bind_template_child (widget_class, NbCompareText, stack);
  gtk_widget_class_bind_template_callback (widget_class, section_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
nb_compare_text_init (NbCompareText *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  self->sections = g_array_new (FALSE, FALSE, sizeof (guint));
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->views[0] = self->view_a;
  self->views[1] = self->view_b;
  style_tags (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_tags), self, G_CONNECT_SWAPPED);
  for (guint side = 0; side < 2; side++)
    g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->views[side])),
                             "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * nb_compare_text_new:
 *
 * Returns: (transfer full): two empty columns
 */
GtkWidget *
nb_compare_text_new (void)
{
  return g_object_new (NB_TYPE_COMPARE_TEXT, NULL);
}

static gboolean
has_text (NbComparison *comparison)
{
  GPtrArray *sections = nb_comparison_get_sections (comparison);

  for (guint i = 0; i < sections->len; i++)
    {
      const NbSectionDiff *section = sections->pdata[i];

      if ((section->text_a != NULL && *section->text_a != '\0') ||
          (section->text_b != NULL && *section->text_b != '\0'))
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_compare_text_show:
 * @self: two columns
 * @comparison: (nullable): what to show
 */
void
nb_compare_text_show (NbCompareText *self, NbComparison *comparison)
{
  GtkListBoxRow *row;

  g_return_if_fail (NB_IS_COMPARE_TEXT (self));

  nb_later_cancel (self, fill);
  g_set_object (&self->comparison, comparison);
  g_array_set_size (self->anchors, 0);
  g_array_set_size (self->sections, 0);
  self->next = 0;
  self->current = -1;
  while ((row = gtk_list_box_get_row_at_index (self->outline, 0)) != NULL)
    gtk_list_box_remove (self->outline, GTK_WIDGET (row));
  for (guint side = 0; side < 2; side++)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->views[side]), "", 0);
  if (comparison == NULL)
    return;
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *name = nb_report_dup_name (nb_comparison_get_report (comparison, side));
      g_autofree char *text = g_strdup_printf ("%s · %s", side == 0 ? _ ("A") : _ ("B"), name);

      gtk_label_set_text (side == 0 ? self->head_a : self->head_b, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->views[side]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  gtk_stack_set_visible_child_name (self->stack, has_text (comparison) ? "text" : "none");
  nb_later_add (self, fill, TRUE);
}

/**
 * nb_compare_text_count:
 * @self: two columns
 *
 * Returns: how many differences have been written so far
 */
guint
nb_compare_text_count (NbCompareText *self)
{
  guint n = 0;

  g_return_val_if_fail (NB_IS_COMPARE_TEXT (self), 0);

  for (guint i = 0; i < self->anchors->len; i++)
    n += g_array_index (self->anchors, Anchor, i).is_difference;
  return n;
}

static const Anchor *
find_difference (NbCompareText *self, int number)
{
  for (guint i = 0; i < self->anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (self->anchors, Anchor, i);

      if (anchor->is_difference && number-- == 0)
        return anchor;
    }
  return NULL;
}

/**
 * nb_compare_text_move:
 * @self: two columns
 * @step: 1 for the next difference, -1 for the one before, round about
 */
void
nb_compare_text_move (NbCompareText *self, int step)
{
  int n = (int) nb_compare_text_count (self);
  const Anchor *anchor;

  g_return_if_fail (NB_IS_COMPARE_TEXT (self));

  if (n == 0)
    return;
  self->current = self->current < 0 ? (step > 0 ? 0 : n - 1) : (self->current + step + n) % n;
  anchor = find_difference (self, self->current);
  for (guint side = 0; side < 2; side++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[side]);
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_remove_tag_by_name (buffer, "current", &start, &end);
      if (anchor->end[side] > anchor->at[side])
        apply (buffer, "current", anchor->at[side], anchor->end[side]);
    }
  scroll_to (self, anchor);
  update_count (self);
}

/**
 * nb_compare_text_set_narrow:
 * @self: two columns
 * @narrow: whether there is no room for the outline
 * @slim: whether A has to stand above B
 */
void
nb_compare_text_set_narrow (NbCompareText *self, gboolean narrow, gboolean slim)
{
  g_return_if_fail (NB_IS_COMPARE_TEXT (self));
  gtk_widget_set_visible (self->outline_pane, !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  slim ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  nb_flow_layout_wrap_strip (self->controls, slim);
}

/**
 * nb_compare_text_get_current:
 * @self: two columns
 *
 * Returns: number of the difference that was gone to, -1 for none
 */
int
nb_compare_text_get_current (NbCompareText *self)
{
  g_return_val_if_fail (NB_IS_COMPARE_TEXT (self), -1);
  return self->current;
}

/**
 * nb_compare_text_get_side:
 * @self: two columns
 * @side: 0 for A, 1 for B
 *
 * Returns: (transfer none): the column
 */
GtkWidget *
nb_compare_text_get_side (NbCompareText *self, guint side)
{
  g_return_val_if_fail (NB_IS_COMPARE_TEXT (self), NULL);
  return GTK_WIDGET (self->views[side]);
}

/**
 * nb_compare_text_get_controls:
 * @self: two columns
 *
 * Returns: (transfer none): its strip of controls, which may stand beside other controls
 */
GtkWidget *
nb_compare_text_get_controls (NbCompareText *self)
{
  g_return_val_if_fail (NB_IS_COMPARE_TEXT (self), NULL);
  return self->controls;
}
