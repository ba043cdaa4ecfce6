/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A report in one glance: who and which year, how much of it was read, key figures, the gravest findings,
 * and where it comes from. Everything in here leads to a cell, to a finding, or copies a fact.
 */

#include "nb-overview-page.h"

#include <glib/gi18n-lib.h>

#include "nb-card-grid.h"
#include "nb-charset-menu.h"
#include "nb-fact-row.h"
#include "nb-finding-row.h"
#include "nb-finding-steps.h"
#include "nb-key-card.h"
#include "nb-neighbours.h"
#include "nb-outcome-card.h"
#include "nb-ui-text.h"
#include "nb-window.h"
#include "nb-wrap-layout.h"
#include "workspace/nb-caution.h"
#include "workspace/nb-notebook.h"

enum
{
  MOST_FINDINGS = 4,
  CARDS_AT_ONCE = 4,
};

/* The key figures by what they mean, and a share; a form that has no such figure shows no card. */
static const char *const key_roles[] = {
  "requests.received",
  "requests.closed",
  "requests.carried_out",
  NULL, /* how much was disclosed */
  "licences",
  "penalties",
  "disputes.reconsideration",
  "disputes.litigation",
};

struct _NbOverviewPage
{
  NbPage parent_instance;

  GtkWidget *alert;
  GtkImage *alert_mark;
  GtkLabel *alert_title;
  GtkWidget *who;
  GtkLabel *organ;
  GtkLabel *subtitle;
  GtkLabel *counts;
  GtkLabel *doubts;
  GtkBox *head;
  NbCardGrid *cards;
  NbOutcomeCard *outcomes;
  GtkBox *columns;
  GtkWidget *findings_part;
  GtkWidget *source_part;
  GtkLabel *findings_title;
  GtkListBox *findings;
  GtkWidget *findings_all;
  GtkWidget *findings_none;
  GtkLabel *none_title;
  GtkLabel *none_text;
  NbFactRow *title_row;
  NbFactRow *uri_row;
  NbFactRow *fetched_row;
  NbFactRow *charset_row;
  NbFactRow *sha_row;
  NbFactRow *type_row;
  NbFactRow *caution_row;
  NbFactRow *period_row;
  NbFactRow *published_row;
  NbFactRow *signed_row;
};

G_DEFINE_FINAL_TYPE (NbOverviewPage, nb_overview_page, NB_TYPE_PAGE)

static void
show_head (NbOverviewPage *self, NbReport *report)
{
  const char *organ = nb_report_get_organ (report);
  g_autofree char *year_and_form = nb_ui_report_subtitle (report);
  g_autofree char *published = nb_ui_format_date (nb_report_get_published (report));
  g_autofree char *text = NULL;

  gtk_label_set_text (self->organ, organ != NULL ? organ : _ ("Unknown organ"));
  if (published != NULL)
    /* Translators: "2024 · form 2021 · published 20 January 2025". */
    text = g_strdup_printf (_ ("%s · published %s"), year_and_form, published);
  gtk_label_set_text (self->subtitle, text != NULL ? text : year_and_form);
}

static void
show_counts (NbOverviewPage *self, NbReport *report)
{
  GListModel *figures = nb_report_get_figures (report);
  guint n_figures = g_list_model_get_n_items (figures);
  guint n_of[NB_STATE_UNREADABLE + 1] = { 0 };
  g_autoptr (GString) doubts = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint n_read, n_entered = 0;

  for (guint i = 0; i < n_figures; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      if (nb_figure_get_entered (figure, NULL))
        n_entered++;
      else
        n_of[nb_figure_get_state (figure)]++;
    }
  n_read = n_of[NB_STATE_NUMBER] + n_of[NB_STATE_ZERO];
  /* Translators: how many cells of the report hold a number, and how many cells there are. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u cell holds a number",
                                       "%u of %u cells hold a number", n_figures),
                          n_read, n_figures);
  gtk_label_set_text (self->counts, text);
  for (guint state = NB_STATE_BLANK; state <= NB_STATE_UNREADABLE; state++)
    if (n_of[state] > 0)
      g_string_append_printf (doubts, "%s%u %s", doubts->len > 0 ? " · " : "", n_of[state],
                              nb_ui_state_name (state));
  if (n_entered > 0)
    /* Translators: how many cells have a number that the user has typed, in a list such as "198 blank · 2 keyed in". */
    g_string_append_printf (doubts, _ ("%s%u keyed in"), doubts->len > 0 ? " · " : "", n_entered);
  gtk_label_set_text (self->doubts, doubts->str);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts), doubts->len > 0);
}

static void
card_clicked_cb (NbOverviewPage *self, NbKeyCard *card)
{
  nb_app_item_set_figure (nb_page_get_item (NB_PAGE (self)), nb_key_card_get_figure (card));
  nb_page_show (NB_PAGE (self), "tables");
}

static void
show_changes (NbOverviewPage *self)
{
  NbReport *report = nb_page_get_report (NB_PAGE (self));
  g_autoptr (GPtrArray) reports = NULL;

  if (report == NULL || nb_report_get_form (report) == NULL)
    return;
  reports = nb_neighbours_list (GTK_WIDGET (self), report);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    nb_key_card_show_change (NB_KEY_CARD (child), report, reports);
}

/* Which of the numbers are in question. */
static void
show_doubts (NbOverviewPage *self)
{
  if (nb_page_get_report (NB_PAGE (self)) == NULL)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    nb_key_card_show_doubt (NB_KEY_CARD (child), nb_page_get_item (NB_PAGE (self)));
}

/* A report that comes in may be the one of the year before. */
static void
nb_overview_page_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (nb_overview_page_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (NB_IS_WINDOW (root))
    g_signal_connect_object (nb_window_get_session (NB_WINDOW (root)), "loaded",
                             G_CALLBACK (show_changes), widget, G_CONNECT_SWAPPED);
}

static void
nb_overview_page_unroot (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (NB_IS_WINDOW (root) && nb_window_get_session (NB_WINDOW (root)) != NULL)
    g_signal_handlers_disconnect_by_func (nb_window_get_session (NB_WINDOW (root)), show_changes,
                                          widget);
  GTK_WIDGET_CLASS (nb_overview_page_parent_class)->unroot (widget);
}

static void
add_cards (NbOverviewPage *self, NbReport *report, guint first, guint n_roles)
{
  for (guint i = first; i < MIN (first + n_roles, G_N_ELEMENTS (key_roles)); i++)
    {
      GtkWidget *card = key_roles[i] != NULL
                            ? nb_key_card_new_for_role (report, key_roles[i])
                            : nb_key_card_new_for_ratio (report, NB_RATIO_DISCLOSURE);

      if (card == NULL)
        continue;
      g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      nb_card_grid_append (self->cards, card);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->cards),
                          gtk_widget_get_first_child (GTK_WIDGET (self->cards)) != NULL);
}

static void
finding_activated_cb (NbOverviewPage *self, GtkListBoxRow *row)
{
  NbFindingRow *finding_row = NB_FINDING_ROW (gtk_list_box_row_get_child (row));

  nb_app_item_set_finding (nb_page_get_item (NB_PAGE (self)),
                           nb_finding_row_get_finding (finding_row));
  nb_page_show (NB_PAGE (self), "checks");
}

static void
show_all_cb (NbOverviewPage *self)
{
  nb_page_show (NB_PAGE (self), "checks");
}

/* Where there is one column only, the findings come first, as one row. */
static void
show_alert (NbOverviewPage *self)
{
  NbAppItem *item = nb_page_get_item (NB_PAGE (self));
  NbFinding *worst = item != NULL ? nb_app_item_get_worst (item) : NULL;
  guint n_findings = item != NULL ? nb_app_item_get_n_findings (item) : 0;
  gboolean narrow = nb_page_get_width_class (NB_PAGE (self)) == NB_WIDTH_NARROW;
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->alert, narrow && worst != NULL);
  if (worst == NULL)
    return;
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", n_findings),
                           n_findings);
  title = g_strdup_printf (_ ("%s, worst: %s"), count,
                           nb_ui_severity_name (nb_finding_get_severity (worst)));
  gtk_label_set_text (self->alert_title, title);
  gtk_image_set_from_icon_name (self->alert_mark,
                                nb_ui_severity_icon (nb_finding_get_severity (worst)));
  gtk_widget_set_css_classes (
      GTK_WIDGET (self->alert_mark),
      (const char *[]){ nb_ui_severity_css_class (nb_finding_get_severity (worst)), NULL });
  /* Red is for errors alone. */
  if (nb_finding_get_severity (worst) == NB_SEVERITY_ERROR)
    gtk_widget_add_css_class (self->alert, "nb-grave");
  else
    gtk_widget_remove_css_class (self->alert, "nb-grave");
}

static void
show_none (NbOverviewPage *self, NbReport *report)
{
  const char *title = NULL;
  g_autofree char *text = nb_finding_steps_dup_none (report, &title);

  gtk_label_set_text (self->none_title, title);
  gtk_label_set_text (self->none_text, text);
}

static void
show_findings (NbOverviewPage *self, NbAppItem *item)
{
  GListModel *findings = nb_app_item_get_findings (item);
  guint n_open = nb_app_item_get_n_open (item);
  guint n_findings = g_list_model_get_n_items (findings);
  g_autofree char *title = NULL;
  g_autofree char *counts = nb_finding_steps_dup_counts (item);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_list_box_remove (self->findings, child);
  for (guint i = 0; i < MIN (n_findings, MOST_FINDINGS); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      GtkWidget *row = nb_finding_row_new ();

      nb_finding_row_set_finding (NB_FINDING_ROW (row), finding);
      nb_finding_row_show_fact (NB_FINDING_ROW (row));
      gtk_widget_add_css_class (row, "nb-fact");
      gtk_list_box_append (self->findings, row);
    }
  if (n_open > 0)
    /* Translators: how many findings there are, and how many relations cannot be decided. */
    title = g_strdup_printf (_ ("Findings %u · %u cannot be decided"),
                             nb_app_item_get_n_findings (item), n_open);
  else
    title = n_findings > 0 ? g_strdup_printf (_ ("Findings %u"), n_findings)
                           : g_strdup (_ ("Findings"));
  gtk_label_set_text (self->findings_title, title);
  nb_ui_set_tooltip (GTK_WIDGET (self->findings_title), counts);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), n_findings > 0);
  gtk_widget_set_visible (self->findings_all, n_findings > 0);
  gtk_widget_set_visible (self->findings_none, n_findings == 0);
  if (n_findings == 0)
    show_none (self, nb_app_item_get_report (item));
  show_alert (self);
}

/* A page that was read from what was kept of it says so, and why. */
static void
show_fetched (NbOverviewPage *self, NbSource *source)
{
  const char *offline = nb_source_get_offline (source);
  g_autofree char *text = offline != NULL
                              ? g_strdup_printf (_ ("%s, read from the copy kept then: %s"),
                                                 nb_source_get_fetched (source), offline)
                              : NULL;

  nb_fact_row_set_value (self->fetched_row, text != NULL ? text : nb_source_get_fetched (source));
}

static void
show_source (NbOverviewPage *self, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const char *sha = nb_source_get_sha256 (source);
  g_autofree char *size = g_format_size_full (nb_source_get_size (source),
                                              G_FORMAT_SIZE_LONG_FORMAT);
  g_autofree char *type = g_strdup_printf ("%s · %s", nb_source_get_media_type (source), size);
  g_autofree char *shortened = g_strdup_printf ("%.16s…%s", sha, sha + strlen (sha) - 8);
  g_autofree char *charset = nb_charset_dup_description (nb_page_get_item (NB_PAGE (self)));
  g_autofree char *caution = nb_caution_dup (report);
  g_autofree char *uri = NULL;

  nb_fact_row_set_value (self->title_row, nb_report_get_title (report));
  if (nb_source_get_file (source) != source)
    /* Translators: where a report was read at first; the JSON file of this program that it was read from now */
    uri = g_strdup_printf (_ ("%s (read from %s)"), nb_source_get_uri (source),
                           nb_source_get_uri (nb_source_get_file (source)));
  nb_fact_row_set_value (self->uri_row, uri != NULL ? uri : nb_source_get_uri (source));
  show_fetched (self, source);
  nb_fact_row_set_value (self->charset_row, charset);
  nb_fact_row_set_value (self->sha_row, sha);
  nb_fact_row_set_short (self->sha_row, shortened);
  nb_fact_row_set_value (self->type_row, type);
  nb_fact_row_set_value (self->caution_row, caution);
}

static void
hide_dates (NbOverviewPage *self)
{
  nb_fact_row_set_value (self->period_row, NULL);
  nb_fact_row_set_value (self->published_row, NULL);
  nb_fact_row_set_value (self->signed_row, NULL);
}

static void
show_dates (NbOverviewPage *self, NbReport *report)
{
  g_autofree char *start = nb_ui_format_date (nb_report_get_period_start (report));
  g_autofree char *end = nb_ui_format_date (nb_report_get_period_end (report));
  g_autofree char *published = nb_ui_format_date (nb_report_get_published (report));
  g_autofree char *signed_on = nb_ui_format_date (nb_report_get_signed (report));
  g_autofree char *period = start != NULL && end != NULL ? g_strdup_printf ("%s – %s", start, end)
                                                         : NULL;

  nb_fact_row_set_value (self->period_row, period);
  nb_fact_row_set_value (self->published_row, published);
  nb_fact_row_set_value (self->signed_row, signed_on);
}

static gboolean
nb_overview_page_fill (NbPage *page, guint part)
{
  NbOverviewPage *self = NB_OVERVIEW_PAGE (page);
  NbReport *report = nb_page_get_report (page);

  switch (part)
    {
    case 0:
      show_head (self, report);
      show_counts (self, report);
      nb_card_grid_clear (self->cards);
      show_alert (self);
      gtk_widget_set_opacity (GTK_WIDGET (self->outcomes), 0);
      gtk_widget_set_opacity (self->findings_part, 0);
      gtk_widget_set_opacity (self->source_part, 0);
      hide_dates (self);
      return TRUE;
    case 1:
    case 2:
      add_cards (self, report, (part - 1) * CARDS_AT_ONCE, CARDS_AT_ONCE);
      show_changes (self);
      show_doubts (self);
      return TRUE;
    case 3:
      nb_outcome_card_set_item (self->outcomes, nb_page_get_item (page));
      gtk_widget_set_opacity (GTK_WIDGET (self->outcomes), 1);
      return TRUE;
    case 4:
      show_findings (self, nb_page_get_item (page));
      gtk_widget_set_opacity (self->findings_part, 1);
      return TRUE;
    case 5:
      show_source (self, report);
      gtk_widget_set_opacity (self->source_part, 1);
      return TRUE;
    default:
      show_dates (self, report);
      return FALSE;
    }
}

static void
nb_overview_page_findings_changed (NbPage *page)
{
  if (nb_page_get_report (page) == NULL)
    return;
  show_findings (NB_OVERVIEW_PAGE (page), nb_page_get_item (page));
  show_doubts (NB_OVERVIEW_PAGE (page));
}

static void
nb_overview_page_layout (NbPage *page)
{
  NbOverviewPage *self = NB_OVERVIEW_PAGE (page);
  NbWidthClass width = nb_page_get_width_class (page);
  gboolean stacked = width < NB_WIDTH_MEDIUM;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  nb_outcome_card_set_stacked (self->outcomes, stacked);
  /* The header bar names organ and year where it has no room for the switcher. */
  gtk_widget_set_visible (self->who, width > NB_WIDTH_NARROW);
  show_alert (self);
  gtk_label_set_xalign (self->counts, stacked ? 0 : 1);
  gtk_label_set_xalign (self->doubts, stacked ? 0 : 1);
  gtk_label_set_justify (self->doubts, stacked ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
}

static void
nb_overview_page_class_init (NbOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NbPageClass *page_class = NB_PAGE_CLASS (klass);

  widget_class->root = nb_overview_page_root;
  widget_class->unroot = nb_overview_page_unroot;
  page_class->fill = nb_overview_page_fill;
  page_class->findings_changed = nb_overview_page_findings_changed;
  page_class->layout = nb_overview_page_layout;

  g_type_ensure (NB_TYPE_CARD_GRID);
  g_type_ensure (NB_TYPE_FACT_ROW);
  g_type_ensure (NB_TYPE_OUTCOME_CARD);
  g_type_ensure (NB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, alert);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, alert_mark);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, alert_title);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, who);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, organ);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, counts);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, doubts);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, head);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, outcomes);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, columns);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, findings_part);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, source_part);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, findings_title);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, findings);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, findings_all);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, findings_none);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, none_title);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, none_text);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, uri_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, fetched_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, charset_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, sha_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, type_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, caution_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, period_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, published_row);
  gtk_widget_class_bind_template_child (widget_class, NbOverviewPage, signed_row);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
nb_overview_page_init (NbOverviewPage *self)
{
  g_autoptr (GMenuModel) charsets = nb_charset_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (nb_notebook_get_default (), "reviewed", G_CALLBACK (show_doubts), self,
                           G_CONNECT_SWAPPED);
  nb_fact_row_add_menu (self->charset_row, charsets, _ ("Read in Another Charset"));
  nb_ui_mark_han (self->organ);
}
