/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a report: its sections in a list, beside them the running text with every figure marked
 * where it stands, a search above, and below it the chosen figure with the way to its table.
 *
 *   nb_report_get_sections → GtkSingleSelection → GtkListView   (the library hands the model out)
 */

#include "nb-text-page.h"

#include <glib/gi18n-lib.h>

#include "nb-hit-ticks.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"

struct _NbTextPage
{
  NbPage parent_instance;

  AdwFlap *flap;
  GtkWidget *strip;
  GtkToggleButton *outline_button;
  GtkListView *outline;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *search_count;
  GtkScrolledWindow *scrolled;
  NbTextView *view;
  NbHitTicks *ticks;
  GtkWidget *bar;
  GtkImage *bar_mark;
  GtkLabel *bar_title;
  GtkLabel *bar_detail;
  GtkWidget *bar_check;

  GtkSingleSelection *selection; /* (owned) */
  guint n_hits;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NbTextPage, nb_text_page, NB_TYPE_PAGE)

/* The heading as it is printed, number and punctuation included. */
static char *
dup_heading (NbReport *report, NbSection *section)
{
  gsize length = 0;
  const char *text = nb_document_get_text (nb_report_get_document (report), &length);
  const NbPlace *place = nb_section_get_place (section);
  const char *number = nb_section_get_number (section);
  const char *heading = nb_section_get_heading (section);

  if (place != NULL && place->length > 0 && (gsize) place->offset + place->length <= length)
    return g_strndup (text + place->offset, place->length);
  if (heading == NULL || *heading == '\0')
    return g_strdup (_ ("Opening words"));
  return number != NULL ? g_strdup_printf ("%s %s", number, heading) : g_strdup (heading);
}

static void
setup_section_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  nb_wrap_layout_wrap_label (GTK_LABEL (label));
  gtk_label_set_lines (GTK_LABEL (label), 2);
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_list_item_set_child (list_item, label);
}

static void
bind_section_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbTextPage *self)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  NbReport *report = nb_page_get_report (NB_PAGE (self));
  g_autofree char *heading = NULL;

  if (report == NULL)
    return;
  heading = dup_heading (report, gtk_list_item_get_item (list_item));
  gtk_label_set_text (GTK_LABEL (label), heading);
  nb_ui_set_tooltip (label, heading);
}

static void
section_chosen_cb (NbTextPage *self)
{
  NbSection *section = gtk_single_selection_get_selected_item (self->selection);
  const NbPlace *place = section != NULL ? nb_section_get_place (section) : NULL;
  NbPlace start = { 0 };

  if (self->filling || section == NULL)
    return;
  nb_text_view_show_place (self->view, place != NULL ? place : &start);
  if (nb_page_get_width_class (NB_PAGE (self)) < NB_WIDTH_WIDE)
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* The row of the outline follows the chosen figure, without scrolling the text to the heading. */
static void
follow_figure (NbTextPage *self, NbFigure *figure)
{
  const NbPlace *place = nb_figure_get_place (figure);
  GListModel *sections = G_LIST_MODEL (self->selection);

  for (guint i = 0; place != NULL && i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      guint first = 0, end = 0;

      nb_section_get_range (section, &first, &end);
      if (place->piece < first || place->piece >= end)
        continue;
      self->filling = TRUE;
      gtk_single_selection_set_selected (self->selection, i);
      self->filling = FALSE;
      return;
    }
}

static void
show_bar (NbTextPage *self, NbFigure *figure)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbFinding *finding = figure != NULL ? nb_app_item_find_finding (item, figure) : NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->bar, figure != NULL);
  if (figure == NULL)
    return;
  spoken = nb_ui_figure_dup_spoken (figure);
  gtk_label_set_text (self->bar_title, nb_ui_figure_label (figure));
  if (finding != NULL)
    title = nb_finding_dup_title (finding);
  gtk_label_set_text (self->bar_detail, title != NULL ? title : spoken);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_mark), finding != NULL);
  gtk_widget_set_visible (self->bar_check, finding != NULL);
  if (finding != NULL)
    {
      const char *const classes[] = { nb_ui_severity_css_class (nb_finding_get_severity (finding)),
                                      NULL };

      gtk_image_set_from_icon_name (self->bar_mark,
                                    nb_ui_severity_icon (nb_finding_get_severity (finding)));
      gtk_widget_set_css_classes (GTK_WIDGET (self->bar_mark), (const char **) classes);
      nb_ui_set_tooltip (GTK_WIDGET (self->bar_mark),
                         nb_ui_severity_name (nb_finding_get_severity (finding)));
    }
}

static void
nb_text_page_figure_changed (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);
  NbFigure *figure = item != NULL ? nb_app_item_get_figure (item) : NULL;

  nb_text_view_show_figure (self->view, figure);
  if (figure != NULL)
    follow_figure (self, figure);
  show_bar (self, figure);
}

static void
nb_text_page_reading_changed (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  NbReport *report = nb_page_get_report (page);

  self->filling = TRUE;
  gtk_single_selection_set_model (self->selection,
                                  report != NULL ? nb_report_get_sections (report) : NULL);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  nb_text_view_set_report (self->view, report);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
show_count (NbTextPage *self, guint current)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *text = NULL;

  if (self->n_hits > 0)
    /* Translators: which occurrence of the text that is searched for: "2 of 5". */
    text = g_strdup_printf (_ ("%u of %u"), current, self->n_hits);
  else
    text = g_strdup (*query != '\0' ? _ ("Not found") : "");
  gtk_label_set_text (self->search_count, text);
  if (self->n_hits == 0 && *query != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
}

static void
search_changed_cb (NbTextPage *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  /* The search bar empties its entry before it goes; the place stays selected. */
  if (*query == '\0')
    nb_text_view_select_hit (self->view);
  self->n_hits = nb_text_view_find (self->view, query);
  show_count (self, 1);
}

static void
search_next_cb (NbTextPage *self)
{
  nb_text_page_move_hit (self, 1);
}

static void
search_previous_cb (NbTextPage *self)
{
  nb_text_page_move_hit (self, -1);
}

static gboolean
search_key_cb (NbTextPage *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  search_previous_cb (self);
  return GDK_EVENT_STOP;
}

static void
end_search (NbTextPage *self)
{
  self->n_hits = 0;
  nb_text_view_find (self->view, "");
}

static void
search_mode_cb (NbTextPage *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;
  end_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Places that were chosen in the list of all reports stay marked without a search bar. */
static gboolean
view_key_cb (NbTextPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || self->n_hits == 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  else
    end_search (self);
  return GDK_EVENT_STOP;
}

static void
choose_cb (NbTextPage *self, NbFigure *figure)
{
  nb_app_item_set_figure (nb_page_get_item (NB_PAGE (self)), figure);
}

static void
show_table_cb (NbTextPage *self)
{
  nb_page_show (NB_PAGE (self), "tables");
}

static void
show_check_cb (NbTextPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbFigure *figure = nb_app_item_get_figure (item);

  if (figure != NULL)
    nb_app_item_set_finding (item, nb_app_item_find_finding (item, figure));
  nb_page_show (NB_PAGE (self), "checks");
}

static void
nb_text_page_find (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
nb_text_page_layout (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  gboolean wide = nb_page_get_width_class (page) == NB_WIDTH_WIDE;

  adw_flap_set_fold_policy (self->flap,
                            wide ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_reveal_flap (self->flap, wide);
  gtk_widget_set_visible (self->strip, !wide);
}

static void
nb_text_page_list_panes (NbPage *page, GPtrArray *panes)
{
  NbTextPage *self = NB_TEXT_PAGE (page);

  if (adw_flap_get_reveal_flap (self->flap))
    g_ptr_array_add (panes, self->outline);
  g_ptr_array_add (panes, self->view);
  if (gtk_widget_get_visible (self->bar))
    g_ptr_array_add (panes, self->bar);
}

static void
nb_text_page_dispose (GObject *object)
{
  NbTextPage *self = NB_TEXT_PAGE (object);

  if (self->outline != NULL)
    gtk_list_view_set_model (self->outline, NULL);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (nb_text_page_parent_class)->dispose (object);
}

static void
nb_text_page_class_init (NbTextPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NbPageClass *page_class = NB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_text_page_dispose;
  page_class->reading_changed = nb_text_page_reading_changed;
  page_class->figure_changed = nb_text_page_figure_changed;
  page_class->layout = nb_text_page_layout;
  page_class->list_panes = nb_text_page_list_panes;
  page_class->find = nb_text_page_find;

  g_type_ensure (NB_TYPE_TEXT_VIEW);
  g_type_ensure (NB_TYPE_HIT_TICKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, flap);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, strip);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, outline_button);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, outline);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, search_count);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, view);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, ticks);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, bar);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, bar_mark);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, bar_title);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, bar_detail);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, bar_check);
  gtk_widget_class_bind_template_callback (widget_class, setup_section_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_section_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_check_cb);
}

static void
nb_text_page_init (NbTextPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (section_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->outline, GTK_SELECTION_MODEL (self->selection));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_object_bind_property (self->flap, "reveal-flap", self->outline_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  nb_ui_mark_han (self->bar_title);
  nb_hit_ticks_set_view (self->ticks, self->view, self->scrolled);
}

/**
 * nb_text_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the view of the text
 */
NbTextView *
nb_text_page_get_view (NbTextPage *self)
{
  g_return_val_if_fail (NB_IS_TEXT_PAGE (self), NULL);
  return self->view;
}

/**
 * nb_text_page_show_hit:
 * @self: a page
 * @query: what was looked for in all reports
 * @offset: where it was found, in bytes of the text
 * @focus: whether to move the focus to the text
 *
 * Marks every occurrence and goes to this one. Without the focus the search bar stays as it is, since it would take
 * it.
 */
void
nb_text_page_show_hit (NbTextPage *self, const char *query, gsize offset, gboolean focus)
{
  g_return_if_fail (NB_IS_TEXT_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  self->n_hits = nb_text_view_find (self->view, query);
  nb_text_view_show_hit_at (self->view, offset);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * nb_text_page_move_hit:
 * @self: a page
 * @step: 1 for the next place that was found, -1 for the one before
 */
void
nb_text_page_move_hit (NbTextPage *self, int step)
{
  g_return_if_fail (NB_IS_TEXT_PAGE (self));
  show_count (self, nb_text_view_move_hit (self->view, step));
}
