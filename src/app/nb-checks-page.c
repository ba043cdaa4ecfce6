/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The findings of a report: a list that is filtered and searched, and the chosen one beside it.
 *
 *   nb_app_item_get_findings → NbFindingFilter (with an NbHeading above each group) → GtkSingleSelection
 *     → GtkListView; the chosen one → NbFindingView
 *
 * What the user decides does not move the list: a finding that the filter no longer lets through stays until
 * the filter changes.
 */

#include "nb-checks-page.h"

#include <glib/gi18n-lib.h>

#include "check/nb-check.h"
#include "form/nb-label.h"
#include "nb-accels.h"
#include "nb-finding-filter.h"
#include "nb-finding-row.h"
#include "nb-finding-steps.h"
#include "nb-finding-view.h"
#include "nb-flow-layout.h"
#include "nb-heading.h"
#include "nb-later.h"
#include "nb-lost-dialog.h"
#include "nb-review-bar.h"
#include "nb-spare.h"
#include "nb-ui-text.h"

#define N_SEVERITIES (NB_SEVERITY_INFO + 1)

struct _NbChecksPage
{
  NbPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *none;
  GtkWidget *strip;
  GtkSearchEntry *search;
  GtkBox *chips;
  GtkLabel *progress;
  GtkDropDown *state;
  GtkWidget *sheet;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkWidget *back;
  GtkListView *list;
  GtkWidget *nothing;
  GtkButton *lost;
  AdwBin *view_place;
  NbFindingView *view;
  GtkToggleButton *toggles[N_SEVERITIES];
  GtkLabel *counts[N_SEVERITIES];

  GListStore *listed;            /* (owned): findings, each group under a heading */
  GtkSingleSelection *selection; /* (owned): in that list */
  gboolean filling; /* another report comes in: what is selected is not the user's choice */
  gboolean filled;  /* the finding has its place beside the list */
};

G_DEFINE_FINAL_TYPE (NbChecksPage, nb_checks_page, NB_TYPE_PAGE)

/* --- The list --- */

static void
setup_finding_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "nb-group");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), nb_finding_row_new ());
  gtk_list_item_set_child (list_item, box);
}

/* A heading is an item of the same model that cannot be chosen: GTK 4.8 has no section headers. */
static void
bind_finding_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *row = gtk_widget_get_next_sibling (heading);
  gpointer item = gtk_list_item_get_item (list_item);
  gboolean is_heading = NB_IS_HEADING (item);

  gtk_widget_set_visible (heading, is_heading);
  gtk_widget_set_visible (row, !is_heading);
  gtk_list_item_set_selectable (list_item, !is_heading);
  gtk_list_item_set_activatable (list_item, !is_heading);
  if (is_heading)
    gtk_widget_add_css_class (gtk_widget_get_parent (gtk_list_item_get_child (list_item)),
                              "nb-heading-row");
  else
    gtk_widget_remove_css_class (gtk_widget_get_parent (gtk_list_item_get_child (list_item)),
                                 "nb-heading-row");
  if (is_heading)
    gtk_label_set_text (GTK_LABEL (heading), nb_heading_get_title (item));
  else
    nb_finding_row_set_finding (NB_FINDING_ROW (row), item);
}

static GListModel *
get_findings (NbChecksPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));

  return item != NULL ? nb_app_item_get_findings (item) : NULL;
}

static NbFindingFilter
read_filter (NbChecksPage *self)
{
  NbFindingFilter filter = { .state = gtk_drop_down_get_selected (self->state) };
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  for (guint i = 0; i < N_SEVERITIES; i++)
    if (gtk_toggle_button_get_active (self->toggles[i]))
      filter.severities |= 1u << i;
  if (*g_strstrip (text) != '\0')
    filter.words = g_strsplit_set (text, " \t", -1);
  return filter;
}

static gboolean
is_filtering (const NbFindingFilter *filter)
{
  return filter->severities != 0 || filter->state != NB_FINDING_STATE_ALL || filter->words != NULL;
}

static guint
find_item (NbChecksPage *self, gpointer wanted)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; wanted != NULL && i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == wanted)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
selected_cb (NbChecksPage *self)
{
  gpointer chosen = gtk_single_selection_get_selected_item (self->selection);
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));

  if (!self->filling && NB_IS_FINDING (chosen) && item != NULL)
    nb_app_item_set_finding (item, chosen);
}

static gboolean focus_chosen (gpointer user_data);

static gboolean
list_has_focus (NbChecksPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

/* What is selected where the chosen finding is listed no more: what stands in its place now. */
static guint
find_neighbour (NbChecksPage *self, guint before)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = before != GTK_INVALID_LIST_POSITION ? MIN (before, n_items - 1) : 1;
  g_autoptr (GObject) item = NULL;

  if (n_items < 2)
    return GTK_INVALID_LIST_POSITION;
  item = g_list_model_get_item (G_LIST_MODEL (self->selection), at);
  return NB_IS_HEADING (item) ? at + 1 : at;
}

/* The chosen finding stays chosen and its row keeps the focus; where it is not listed another one is and does: who sits in
 * the list goes on there whatever comes from other reports. */
static void
fill_list (NbChecksPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbFinding *chosen = item != NULL ? nb_app_item_get_finding (item) : NULL;
  NbFindingFilter filter = read_filter (self);
  g_autoptr (GListModel) grouped = nb_finding_filter_group (&filter, get_findings (self));
  guint n_items = g_list_model_get_n_items (grouped), at;
  guint before = gtk_single_selection_get_selected (self->selection);
  gboolean focused = list_has_focus (self);

  self->filling = TRUE;
  nb_finding_list_update (self->listed, grouped);
  at = find_item (self, chosen);
  if (at == GTK_INVALID_LIST_POSITION)
    at = find_neighbour (self, before);
  gtk_single_selection_set_selected (self->selection, at);
  self->filling = FALSE;
  if (focused && !list_has_focus (self))
    focus_chosen (self);
  if (focused && !list_has_focus (self))
    nb_later_add (self, focus_chosen, TRUE);
  gtk_widget_set_visible (self->nothing, n_items == 0 && is_filtering (&filter));
  if (chosen == NULL || (n_items > 0 && find_item (self, chosen) == GTK_INVALID_LIST_POSITION))
    selected_cb (self);
  g_strfreev (filter.words);
}

static void
refilter_cb (NbChecksPage *self)
{
  if (!self->filling && self->selection != NULL)
    fill_list (self);
}

/* --- The strip --- */

/* In Chinese there is room for severities in the strip and for the heads of a table beside the text. */
static gboolean
has_short_words (void)
{
  return *nb_label_pick ("", "en") == '\0';
}

static void
create_chips (NbChecksPage *self)
{
  for (guint i = 0; i < N_SEVERITIES; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *mark = gtk_image_new_from_icon_name (nb_ui_severity_icon ((NbSeverity) i));

      gtk_widget_add_css_class (mark, nb_ui_severity_css_class ((NbSeverity) i));
      self->counts[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_box_append (GTK_BOX (box), mark);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->counts[i]));
      gtk_button_set_child (GTK_BUTTON (toggle), box);
      gtk_widget_add_css_class (toggle, "nb-chip");
      nb_ui_set_tooltip (toggle, nb_ui_severity_name ((NbSeverity) i));
      self->toggles[i] = GTK_TOGGLE_BUTTON (toggle);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (refilter_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->chips, toggle);
    }
}

static void
show_chip (NbChecksPage *self, NbSeverity severity, guint n)
{
  gboolean wide = nb_page_get_width_class (NB_PAGE (self)) == NB_WIDTH_WIDE && has_short_words ();
  g_autofree char *name = g_strdup_printf ("%s %u", nb_ui_severity_name (severity), n);
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_widget_set_visible (GTK_WIDGET (self->toggles[severity]), n > 0);
  gtk_label_set_text (self->counts[severity], wide ? name : count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles[severity]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (n == 0)
    gtk_toggle_button_set_active (self->toggles[severity], FALSE);
}

static void
show_counts (NbChecksPage *self)
{
  GListModel *findings = get_findings (self);
  guint n_of[N_SEVERITIES] = { 0 }, n_reviewed = 0, n_failed = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      g_autoptr (NbReview) review = NULL;

      if (nb_finding_get_status (finding) != NB_STATUS_FAIL)
        continue;
      n_of[nb_finding_get_severity (finding)]++;
      review = nb_notebook_dup_review (nb_notebook_get_default (), finding);
      n_reviewed += review != NULL && review->fits;
      n_failed++;
    }
  self->filling = TRUE;
  for (guint i = 0; i < N_SEVERITIES; i++)
    show_chip (self, (NbSeverity) i, n_of[i]);
  self->filling = FALSE;
  /* Translators: how many findings have been decided on, of how many. */
  text = g_strdup_printf (_ ("Reviewed %u / %u"), n_reviewed, n_failed);
  gtk_label_set_text (self->progress, text);
}

/* Reviews whose finding is gone: the report was corrected, or its rule says nothing any more. */
static void
show_lost (NbChecksPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbReading *reading = item != NULL ? nb_app_item_get_reading (item) : NULL;
  g_autoptr (GPtrArray) lost = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->lost), FALSE);
  if (reading == NULL)
    return;
  lost = nb_notebook_list_lost (nb_notebook_get_default (), reading);
  if (lost->len == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u review has no finding any more",
                                       "%u reviews have no finding any more", lost->len),
                          lost->len);
  gtk_button_set_label (self->lost, text);
  gtk_widget_set_visible (GTK_WIDGET (self->lost), TRUE);
}

static void
lost_cb (NbChecksPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));

  nb_lost_dialog_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                       nb_app_item_get_reading (item));
}

static void
reviewed_cb (NbChecksPage *self, NbFinding *finding)
{
  if (nb_page_get_report (NB_PAGE (self)) == nb_finding_get_report (finding))
    show_counts (self);
}

/* --- Keys and moves --- */

/* Enter, or a second click, goes to the finding; where there is room for both it stands there already, and the
 * focus goes to its first cell. */
static void
activated_cb (NbChecksPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* Where there is no room for both, one click or tap on a row goes there; the list chooses it by itself. */
static void
released_cb (NbChecksPage *self, int n_press, double x, double y)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  while (row != NULL && !NB_IS_FINDING_ROW (row) && row != GTK_WIDGET (self->list))
    row = gtk_widget_get_first_child (row) != NULL &&
                  NB_IS_FINDING_ROW (gtk_widget_get_last_child (row))
              ? gtk_widget_get_last_child (row)
              : gtk_widget_get_parent (row);
  if (!NB_IS_FINDING_ROW (row) || !gtk_widget_get_visible (row) ||
      !adw_leaflet_get_folded (self->leaflet))
    return;
  gtk_single_selection_set_selected (
      self->selection, find_item (self, nb_finding_row_get_finding (NB_FINDING_ROW (row))));
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
}

static gboolean
focus_chosen (gpointer user_data)
{
  NbChecksPage *self = user_data;
  gpointer chosen = gtk_single_selection_get_selected_item (self->selection);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *box = gtk_widget_get_first_child (row);
      GtkWidget *shown = box != NULL ? gtk_widget_get_last_child (box) : NULL;

      if (NB_IS_FINDING_ROW (shown) && gtk_widget_get_visible (shown) &&
          (gpointer) nb_finding_row_get_finding (NB_FINDING_ROW (shown)) == chosen)
        gtk_widget_grab_focus (row);
    }
  return FALSE;
}

/* The list would give the focus to its first row, a heading, which does not take it. The focus cannot move on while
 * it moves. */
static void
list_focused_cb (NbChecksPage *self, GParamSpec *pspec, GtkEventController *controller)
{
  if (gtk_event_controller_focus_is_focus (GTK_EVENT_CONTROLLER_FOCUS (controller)))
    nb_later_add (self, focus_chosen, TRUE);
}

static void
add_focus (NbChecksPage *self)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_object (controller, "notify::is-focus", G_CALLBACK (list_focused_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (gtk_widget_get_parent (GTK_WIDGET (self->list)), controller);
}

/* The finding above or below the selected one, over the headings, which take no focus: GTK's own step would end there. */
static guint
find_step (NbChecksPage *self, int step)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);

  for (at += (guint) step; at < n_items; at += (guint) step)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), at);

      if (!NB_IS_HEADING (item))
        return at;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
list_key_cb (NbChecksPage *self, guint key, guint code, GdkModifierType state)
{
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  guint at;

  if ((!up && key != GDK_KEY_Down && key != GDK_KEY_KP_Down) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    return FALSE;
  at = find_step (self, up ? -1 : 1);
  if (at == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
  focus_chosen (self);
  return TRUE;
}

static void
add_keys (NbChecksPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
add_click (NbChecksPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}

static void
back_cb (NbChecksPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

/* 1, 2 and 3 decide on the chosen finding; the same once more takes it back. */
static void
review_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (widget));
  NbFinding *finding = item != NULL ? nb_app_item_get_finding (item) : NULL;
  NbReviewState state = (NbReviewState) g_variant_get_int32 (parameter);
  g_autoptr (NbReview) review = NULL;
  gboolean same;

  if (finding == NULL || state > NB_REVIEW_FAULT)
    return;
  review = nb_notebook_dup_review (nb_notebook_get_default (), finding);
  same = review != NULL && review->fits && review->state == state;
  nb_notebook_set_review (nb_notebook_get_default (), finding, same ? NB_REVIEW_NONE : state,
                          review != NULL && !same ? review->note : NULL);
}

static void
show_place_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (g_str_has_suffix (action, "table"))
    nb_finding_view_show_tables (NB_CHECKS_PAGE (widget)->view);
  else
    nb_finding_view_show_text (NB_CHECKS_PAGE (widget)->view);
}

/* --- The page --- */

static void
show_finding (NbChecksPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));

  nb_finding_view_set_finding (self->view, item,
                               item != NULL ? nb_app_item_get_finding (item) : NULL);
}

static void
nb_checks_page_finding_changed (NbPage *page)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);
  NbFinding *finding = item != NULL ? nb_app_item_get_finding (item) : NULL;
  guint at = find_item (self, finding);

  /* Next and previous go through all: what is filtered out comes back. */
  if (finding != NULL && at == GTK_INVALID_LIST_POSITION)
    {
      nb_checks_page_clear_filter (self);
      at = find_item (self, finding);
    }
  if (at != GTK_INVALID_LIST_POSITION && gtk_single_selection_get_selected (self->selection) != at)
    {
      gtk_single_selection_set_selected (self->selection, at);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
      /* Who has both before him goes on in the list: the leaflet would take the focus along. */
      if (adw_leaflet_get_folded (self->leaflet) || !list_has_focus (self))
        adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
    }
  if (self->filled)
    show_finding (self);
}

/* The list comes first; the finding, which is most of the page, in the frames after it. */
static gboolean
nb_checks_page_fill (NbPage *page, guint part)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);
  NbAppItem *item = nb_page_get_item (page);

  if (part == 0)
    return TRUE;
  self->filled = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->view), TRUE);
  return nb_finding_view_show_part (self->view, item, nb_app_item_get_finding (item), part - 1);
}

static void
show_none (NbChecksPage *self)
{
  NbReport *report = nb_page_get_report (NB_PAGE (self));
  const char *title = NULL;
  g_autofree char *text = NULL;

  if (report == NULL)
    return;
  text = nb_finding_steps_dup_none (report, &title);
  adw_status_page_set_title (self->none, title);
  adw_status_page_set_description (self->none, text);
}

static void
nb_checks_page_findings_changed (NbPage *page)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);
  GListModel *findings = get_findings (self);
  gboolean any = findings != NULL && g_list_model_get_n_items (findings) > 0;

  show_counts (self); /* first: a chip that goes filters no more */
  fill_list (self);
  show_lost (self);
  if (!any)
    show_none (self);
  gtk_stack_set_visible_child_name (self->stack, any ? "findings" : "none");
}

static void
nb_checks_page_reading_changed (NbPage *page)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);

  self->filled = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->view), FALSE);
  /* What was selected of another report says nothing here. */
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  nb_checks_page_clear_filter (self);
  nb_checks_page_findings_changed (page);
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

/* What finds and sorts findings belongs to their list. */
static void
update_strip (NbChecksPage *self)
{
  gtk_widget_set_visible (self->strip,
                          !adw_leaflet_get_folded (self->leaflet) ||
                              adw_leaflet_get_visible_child (self->leaflet) == self->list_pane);
}

static void
nb_checks_page_layout (NbPage *page)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);
  NbWidthClass width = nb_page_get_width_class (page);
  /* One column has the window's width, however large its letters are. */
  double scale = width > NB_WIDTH_NARROW ? MAX (nb_ui_get_text_scale (GTK_WIDGET (self)), 1) : 1;

  gtk_widget_set_size_request (self->list_pane,
                               (int) ((width >= NB_WIDTH_WIDE ? 372 : 276) * scale), -1);
  adw_leaflet_set_can_unfold (self->leaflet, width > NB_WIDTH_NARROW);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), width >= NB_WIDTH_WIDE);
  nb_flow_layout_wrap_strip (self->strip, width <= NB_WIDTH_FOLDED);
  gtk_box_reorder_child_after (GTK_BOX (self->strip), GTK_WIDGET (self->state),
                               width == NB_WIDTH_NARROW ? GTK_WIDGET (self->search)
                                                        : GTK_WIDGET (self->progress));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), width >= NB_WIDTH_WIDE ? 16 : 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search),
                                    width == NB_WIDTH_NARROW ? 13 : 18);
  nb_finding_view_set_stacked (self->view, width < NB_WIDTH_WIDE || !has_short_words (),
                               width < NB_WIDTH_WIDE && !has_short_words (),
                               width == NB_WIDTH_NARROW);
  show_finding (self);
  show_counts (self);
}

static void
nb_checks_page_list_panes (NbPage *page, GPtrArray *panes)
{
  NbChecksPage *self = NB_CHECKS_PAGE (page);

  if (gtk_widget_get_visible (self->strip))
    g_ptr_array_add (panes, self->strip);
  g_ptr_array_add (panes, self->list_pane);
  g_ptr_array_add (panes, self->detail_pane);
}

static void
nb_checks_page_find (NbPage *page)
{
  adw_leaflet_set_visible_child (NB_CHECKS_PAGE (page)->leaflet, NB_CHECKS_PAGE (page)->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (NB_CHECKS_PAGE (page)->search));
}

static void
nb_checks_page_dispose (GObject *object)
{
  NbChecksPage *self = NB_CHECKS_PAGE (object);

  nb_later_cancel (self, focus_chosen);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->listed);

  G_OBJECT_CLASS (nb_checks_page_parent_class)->dispose (object);
}

static void
nb_checks_page_class_init (NbChecksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NbPageClass *page_class = NB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_checks_page_dispose;
  page_class->reading_changed = nb_checks_page_reading_changed;
  page_class->fill = nb_checks_page_fill;
  page_class->findings_changed = nb_checks_page_findings_changed;
  page_class->finding_changed = nb_checks_page_finding_changed;
  page_class->layout = nb_checks_page_layout;
  page_class->list_panes = nb_checks_page_list_panes;
  page_class->find = nb_checks_page_find;

  gtk_widget_class_install_action (widget_class, "checks.review", "i", review_cb);
  gtk_widget_class_install_action (widget_class, "checks.show-table", NULL, show_place_cb);
  gtk_widget_class_install_action (widget_class, "checks.show-text", NULL, show_place_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, none);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, strip);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, search);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, chips);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, progress);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, state);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, back);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, list);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, lost);
  gtk_widget_class_bind_template_child (widget_class, NbChecksPage, view_place);
  gtk_widget_class_bind_template_callback (widget_class, setup_finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, refilter_cb);
  gtk_widget_class_bind_template_callback (widget_class, lost_cb);
}

static void
nb_checks_page_init (NbChecksPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = NB_FINDING_VIEW (nb_spare_take (NB_TYPE_FINDING_VIEW));
  adw_bin_set_child (self->view_place, GTK_WIDGET (self->view));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (update_strip), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child", G_CALLBACK (update_strip), self,
                           G_CONNECT_SWAPPED);
  create_chips (self);
  self->listed = g_list_store_new (G_TYPE_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->listed)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (nb_notebook_get_default (), "reviewed", G_CALLBACK (reviewed_cb), self,
                           G_CONNECT_SWAPPED);
  nb_accels_add_keys (GTK_WIDGET (self->list), "checks.");
  add_focus (self);
  add_click (self);
  add_keys (self);
  self->filling = FALSE;
}

/**
 * nb_checks_page_clear_filter:
 * @self: a page
 *
 * Lists every finding.
 */
void
nb_checks_page_clear_filter (NbChecksPage *self)
{
  g_return_if_fail (NB_IS_CHECKS_PAGE (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->state, NB_FINDING_STATE_ALL);
  for (guint i = 0; i < N_SEVERITIES; i++)
    gtk_toggle_button_set_active (self->toggles[i], FALSE);
  self->filling = FALSE;
  fill_list (self);
}

/**
 * nb_checks_page_get_relation:
 * @self: a page
 *
 * Returns: (transfer none): the relation of the chosen finding
 */
NbRelationView *
nb_checks_page_get_relation (NbChecksPage *self)
{
  g_return_val_if_fail (NB_IS_CHECKS_PAGE (self), NULL);
  return nb_finding_view_get_relation (self->view);
}

/**
 * nb_checks_page_get_list:
 * @self: a page
 *
 * Returns: (transfer none): what is listed, findings and headings
 */
GListModel *
nb_checks_page_get_list (NbChecksPage *self)
{
  g_return_val_if_fail (NB_IS_CHECKS_PAGE (self), NULL);
  return G_LIST_MODEL (self->selection);
}

/**
 * nb_checks_page_get_search:
 * @self: a page
 *
 * Returns: (transfer none): the entry that searches the findings
 */
GtkWidget *
nb_checks_page_get_search (NbChecksPage *self)
{
  g_return_val_if_fail (NB_IS_CHECKS_PAGE (self), NULL);
  return GTK_WIDGET (self->search);
}
