/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a report: its sections in a list, beside them the running text with every figure marked
 * where it stands, a search above, and below it the chosen figure with the way to its table. What the
 * sentences tell is read on a worker thread and comes in when it is there.
 *
 *   nb_outline_new → GtkSingleSelection → GtkListView
 */

#include "nb-text-page.h"

#include <glib/gi18n-lib.h>

#include "nb-accels.h"
#include "nb-finding-steps.h"
#include "nb-fold.h"
#include "nb-hit-ticks.h"
#include "nb-later.h"
#include "nb-outline.h"
#include "nb-ui-text.h"
#include "nb-wrap-layout.h"

enum
{
  MOST_WIDTH = 736, /* of the text with its margins, at the usual size of letters */
};

struct _NbTextPage
{
  NbPage parent_instance;

  AdwClampScrollable *clamp;
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
  GtkWidget *bar_table;
  GtkWidget *bar_check;
  GtkWidget *bar_buttons;

  GtkSingleSelection *selection; /* (owned) */
  GCancellable *cancellable;     /* (owned) (nullable): of reading the sentences */
  NbProseReading *prose;         /* (owned) (nullable): of the report that is shown */
  guint n_hits;
  gboolean filling;
  gboolean choosing; /* the figure was chosen in the text, which stays where it is */
};

G_DEFINE_FINAL_TYPE (NbTextPage, nb_text_page, NB_TYPE_PAGE)

static void
setup_section_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  nb_ui_mark_han (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (list_item, box);
}

/* "2 findings, worst: Error". */
static char *
dup_mark_name (NbOutlineEntry *entry, NbSeverity severity)
{
  guint n_findings = nb_outline_entry_get_n_findings (entry);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", n_findings), n_findings);

  /* Translators: "2 findings, worst: Error". */
  return g_strdup_printf (_ ("%s, worst: %s"), count, nb_ui_severity_name (severity));
}

static void
bind_section_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, NbTextPage *self)
{
  NbOutlineEntry *entry = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (list_item));
  const char *title = nb_outline_entry_get_title (entry);
  NbSeverity severity = NB_SEVERITY_INFO;
  gboolean marked = nb_outline_entry_get_worst (entry, &severity);
  g_autofree char *name = marked ? dup_mark_name (entry, severity) : NULL;
  const char *const classes[] = { marked ? nb_ui_severity_css_class (severity) : NULL, NULL };

  gtk_label_set_text (GTK_LABEL (label), title);
  nb_ui_set_tooltip (label, title);
  gtk_widget_set_margin_start (label, nb_outline_entry_get_level (entry) > 0 ? 12 : 0);
  gtk_widget_set_sensitive (label, nb_outline_entry_is_found (entry));
  gtk_list_item_set_selectable (list_item, nb_outline_entry_is_found (entry));
  gtk_image_set_from_icon_name (GTK_IMAGE (mark), marked ? nb_ui_severity_icon (severity) : NULL);
  gtk_widget_set_css_classes (mark, (const char **) classes);
  gtk_widget_set_visible (mark, marked);
  nb_ui_set_tooltip (mark, name);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
section_chosen_cb (NbTextPage *self)
{
  NbOutlineEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  NbPlace place = { 0 };

  if (self->filling || entry == NULL || !nb_outline_entry_is_found (entry))
    return;
  place.offset = (guint) nb_outline_entry_get_offset (entry);
  nb_text_view_show_place (self->view, &place);
  if (nb_page_get_width_class (NB_PAGE (self)) < NB_WIDTH_WIDE)
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* The row of the outline follows what is chosen, without scrolling the text to the heading. */
static void
follow (NbTextPage *self, gsize offset)
{
  guint found = nb_outline_find (G_LIST_MODEL (self->selection), offset);

  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     found != G_MAXUINT ? found : GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
}

static void
show_bar (NbTextPage *self, NbFigure *figure, NbFinding *finding)
{
  g_autofree char *spoken = figure != NULL ? nb_ui_figure_dup_spoken (figure) : NULL;
  g_autofree char *fact = finding != NULL ? nb_finding_steps_dup_fact (finding) : NULL;
  g_autofree char *title = finding != NULL ? nb_finding_dup_headline (finding) : NULL;
  g_autofree char *named = finding != NULL ? g_strdup_printf ("%s · %s", title, fact) : NULL;
  g_autofree char *valued = figure != NULL
                                ? g_strdup_printf ("%s · %s", nb_ui_figure_label (figure), spoken)
                                : NULL;

  gtk_widget_set_visible (self->bar, figure != NULL || finding != NULL);
  gtk_label_set_text (self->bar_title, figure != NULL ? valued : title);
  gtk_label_set_text (self->bar_detail, figure == NULL ? fact : named != NULL ? named : "");
  gtk_widget_set_visible (GTK_WIDGET (self->bar_detail), finding != NULL);
  gtk_widget_set_visible (self->bar_table, figure != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_mark), finding != NULL);
  gtk_widget_set_visible (self->bar_check, finding != NULL);
  if (finding != NULL)
    nb_ui_show_severity (self->bar_mark, nb_finding_get_severity (finding));
}

static void
nb_text_page_figure_changed (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);
  NbFigure *figure = item != NULL ? nb_app_item_get_figure (item) : NULL;
  const NbPlace *place = figure != NULL ? nb_figure_get_place (figure) : NULL;

  if (figure == NULL)
    {
      NB_PAGE_GET_CLASS (page)->finding_changed (page);
      return;
    }
  nb_text_view_choose (self->view, place, !self->choosing);
  if (place != NULL && !self->choosing)
    follow (self, place->offset);
  show_bar (self, figure, nb_finding_steps_get_of (item, figure));
}

/* A finding that is about words and not about figures is shown where the words stand. */
static void
nb_text_page_finding_changed (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);
  NbFinding *finding = item != NULL ? nb_app_item_get_finding (item) : NULL;
  guint n_quotes = 0;
  const NbQuote *quotes = finding != NULL ? nb_finding_get_quotes (finding, &n_quotes) : NULL;
  NbPlace place = { 0 };

  if (n_quotes == 0 || nb_finding_get_report (finding) != nb_page_get_report (page))
    {
      NbFigure *figure = item != NULL ? nb_app_item_get_figure (item) : NULL;

      if (figure == NULL)
        nb_text_view_choose (self->view, NULL, FALSE);
      show_bar (self, figure, figure != NULL ? nb_finding_steps_get_of (item, figure) : NULL);
      return;
    }
  place.offset = quotes[0].offset;
  place.length = quotes[0].length;
  nb_text_view_choose (self->view, &place, TRUE);
  follow (self, place.offset);
  show_bar (self, NULL, finding);
}

/* The figure of this report that a finding is about, and that stands in its text. */
static NbFigure *
find_written (NbReport *report, NbFinding *finding)
{
  guint n_terms = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);

  for (guint i = n_terms; i > 0; i--)
    {
      NbFigure *figure = terms[i - 1].figure;

      if (figure != NULL && nb_figure_get_place (figure) != NULL &&
          nb_report_find_figure (report, nb_figure_get_id (figure)) == figure)
        return figure;
    }
  return NULL;
}

static gboolean
has_words (NbReport *report, NbFinding *finding)
{
  guint n_quotes = 0;

  nb_finding_get_quotes (finding, &n_quotes);
  return n_quotes > 0 && nb_finding_get_report (finding) == report;
}

/* F8 goes through the findings that have a place in the text, to the words or to the cell. */
static void
nb_text_page_move_finding (NbPage *page, int by)
{
  NbAppItem *item = nb_page_get_item (page);
  NbReport *report = nb_page_get_report (page);
  GListModel *findings = nb_app_item_get_findings (item);
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  NbFinding *next;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (nb_finding_get_status (finding) == NB_STATUS_FAIL &&
          (has_words (report, finding) || find_written (report, finding) != NULL))
        g_ptr_array_add (listed, finding); /* the model holds it */
    }
  if (listed->len == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "win.tell", "s",
                                  _ ("No finding has a place in the text"));
      return;
    }
  next = nb_finding_steps_move (item, listed, by);
  if (has_words (report, next))
    nb_app_item_set_figure (item, NULL);
  nb_app_item_set_finding (item, next);
  if (!has_words (report, next))
    nb_app_item_set_figure (item, find_written (report, next));
}

static void
show_outline (NbTextPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  g_autoptr (GListModel) outline = item != NULL ? nb_outline_new (item, self->prose) : NULL;
  guint selected = gtk_single_selection_get_selected (self->selection);
  NbOutlineEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  gsize offset = entry != NULL ? nb_outline_entry_get_offset (entry) : 0;

  self->filling = TRUE;
  gtk_single_selection_set_model (self->selection, outline);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  if (selected != GTK_INVALID_LIST_POSITION && outline != NULL)
    follow (self, offset);
}

static gboolean
show_prose (gpointer user_data)
{
  NbTextPage *self = user_data;

  if (self->prose == NULL || nb_page_get_report (NB_PAGE (self)) == NULL)
    return FALSE;
  nb_text_view_set_prose (self->view, self->prose);
  show_outline (self);
  return FALSE;
}

static void
prose_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NbTextPage) self = user_data;
  g_autoptr (NbProseReading) prose = nb_prose_reading_new_finish (result);

  if (prose == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  self->prose = g_steal_pointer (&prose);
  nb_later_add (self, show_prose, FALSE);
}

static void
forget_prose (NbTextPage *self)
{
  nb_later_cancel (self, show_prose);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->prose, nb_prose_reading_free);
}

static void
nb_text_page_findings_changed (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);

  if (nb_page_get_report (page) == NULL)
    return;
  nb_text_view_set_findings (self->view, nb_app_item_get_findings (item));
  show_outline (self);
}

static void
nb_text_page_reading_changed (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  NbReport *report = nb_page_get_report (page);
  NbReport *shown = nb_text_view_get_report (self->view);

  /* Other findings for the same report change no word of it. */
  if (report == NULL || report != shown)
    {
      forget_prose (self);
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      nb_text_view_set_report (self->view, report);
      gtk_search_bar_set_search_mode (self->search_bar, FALSE);
      self->n_hits = 0;
    }
  nb_text_view_set_findings (
      self->view, report != NULL ? nb_app_item_get_findings (nb_page_get_item (page)) : NULL);
  show_outline (self);
  if (report == NULL || report == shown)
    return;
  self->cancellable = g_cancellable_new ();
  nb_prose_reading_new_async (report, self->cancellable, prose_read_cb, g_object_ref (self));
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
  self->choosing = TRUE;
  nb_app_item_set_figure (nb_page_get_item (NB_PAGE (self)), figure);
  self->choosing = FALSE;
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
    nb_app_item_set_finding (item, nb_finding_steps_get_of (item, figure));
  nb_page_show (NB_PAGE (self), "checks");
}

/* "…" (organ, 2024, section, bytes 100–140, address): what one needs to find the words again. */
static char *
dup_with_place (NbTextPage *self, const char *words, gsize offset, gsize length)
{
  NbReport *report = nb_page_get_report (NB_PAGE (self));
  const char *organ = nb_report_get_organ (report);
  guint found = nb_outline_find (G_LIST_MODEL (self->selection), offset);
  g_autoptr (NbOutlineEntry)
      entry = found != G_MAXUINT ? g_list_model_get_item (G_LIST_MODEL (self->selection), found)
                                 : NULL;
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  GString *text = g_string_new (words);
  g_autofree char *bytes = NULL;
  g_autofree char *place = NULL;

  g_string_append_printf (text, "\n%s", organ != NULL ? organ : _ ("Unknown organ"));
  if (nb_report_get_year (report) > 0)
    g_string_append_printf (text, " · %u", nb_report_get_year (report));
  if (entry != NULL)
    g_string_append_printf (text, " · %s", nb_outline_entry_get_title (entry));
  bytes = g_strdup_printf ("%" G_GSIZE_FORMAT "\u2013%" G_GSIZE_FORMAT, offset, offset + length);
  /* Translators: where copied words stand in the text of a report: "bytes 1204–1260". */
  place = g_strdup_printf (_ ("bytes %s"), bytes);
  g_string_append_printf (text, " · %s\n%s\n", place, nb_source_get_uri (source));
  return g_string_free (text, FALSE);
}

static void
copy_with_place_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbTextPage *self = NB_TEXT_PAGE (widget);
  gsize offset = 0, length = 0;
  g_autofree char *words = nb_text_view_get_selection (self->view, &offset, &length);
  g_autofree char *text = NULL;

  if (words != NULL)
    {
      text = dup_with_place (self, words, offset, length);
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    }
  gtk_widget_activate_action (widget, "win.tell", "s",
                              words != NULL ? _ ("Copied with its place")
                                            : _ ("Select some of the text first"));
}

static void
add_menu (NbTextPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Copy with _Place"), "text.copy-with-place");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), G_MENU_MODEL (menu));
}

static void
nb_text_page_find (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/* A line holds as many letters however large they are. */
static void
nb_text_page_width_changed (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  int most = (int) (MOST_WIDTH * MAX (nb_ui_get_text_scale (GTK_WIDGET (self)), 1));

  adw_clamp_scrollable_set_maximum_size (self->clamp, most);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, most);
}

static void
nb_text_page_layout (NbPage *page)
{
  NbTextPage *self = NB_TEXT_PAGE (page);
  gboolean wide = nb_page_get_width_class (page) == NB_WIDTH_WIDE;

  nb_text_page_width_changed (page);
  nb_fold_flap (self->flap, !wide, wide);
  gtk_widget_set_visible (self->strip, !wide);
  nb_ui_stack_foot (self->bar, self->bar_buttons,
                    nb_page_get_width_class (page) == NB_WIDTH_NARROW);
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

  forget_prose (self);
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
  page_class->findings_changed = nb_text_page_findings_changed;
  page_class->finding_changed = nb_text_page_finding_changed;
  page_class->layout = nb_text_page_layout;
  page_class->width_changed = nb_text_page_width_changed;
  page_class->list_panes = nb_text_page_list_panes;
  page_class->find = nb_text_page_find;
  page_class->move_finding = nb_text_page_move_finding;

  gtk_widget_class_install_action (widget_class, "text.copy-with-place", NULL, copy_with_place_cb);
  g_type_ensure (NB_TYPE_TEXT_VIEW);
  g_type_ensure (NB_TYPE_HIT_TICKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, clamp);
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
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, bar_table);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, bar_check);
  gtk_widget_class_bind_template_child (widget_class, NbTextPage, bar_buttons);
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
  nb_text_page_width_changed (NB_PAGE (self));

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
  add_menu (self);
  nb_accels_add_keys (GTK_WIDGET (self), "text.");
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

/**
 * nb_text_page_get_query:
 * @self: a page
 *
 * Returns: what is looked for in the text, empty where nothing is
 */
const char *
nb_text_page_get_query (NbTextPage *self)
{
  g_return_val_if_fail (NB_IS_TEXT_PAGE (self), "");

  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return "";
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}
