/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds words in all open reports: an entry, how many places there are, and the places in a list under the report
 * that they stand in. Moving in the list shows each place in its report; the list stays.
 *
 *   entry ─ nb_search_async() ─ groups ─ rows, some a frame
 */

#include "nb-search-panel.h"

#include <glib/gi18n-lib.h>

#include "nb-later.h"
#include "nb-ui-text.h"

enum
{
  ROWS_AT_ONCE = 8, /* new rows in a frame */
};

struct _NbSearchPanel
{
  AdwBin parent_instance;

  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkStack *stack;
  GtkListBox *list;

  NbSession *session;        /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the search under way */
  GPtrArray *groups;         /* (owned) (nullable): of NbSearchGroup */
  char *shown;               /* (owned) (nullable): the query whose places are listed */
  guint next_group;          /* of the row to be made next */
  guint next_hit;
  gboolean active;
};

G_DEFINE_FINAL_TYPE (NbSearchPanel, nb_search_panel, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GQuark
group_quark (void)
{
  return g_quark_from_static_string ("nb-search-group");
}

static GQuark
hit_quark (void)
{
  return g_quark_from_static_string ("nb-search-hit");
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  nb_ui_mark_han (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The words that were found, in the colours of the text page. */
static void
mark_words (GtkLabel *label, const NbSearchHit *hit)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  bold->start_index = line->start_index = hit->first;
  bold->end_index = line->end_index = hit->end;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, line);
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string ("zh-cn")));
  gtk_label_set_attributes (label, attributes);
}

static GtkWidget *
create_row (NbSearchGroup *group, NbSearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *snippet = create_label (hit->snippet, NULL);
  GtkWidget *heading = create_label (hit->heading != NULL ? hit->heading : _ ("Opening words"),
                                     "caption");
  g_autofree char *name = g_strdup_printf ("%s, %s", hit->snippet,
                                           gtk_label_get_text (GTK_LABEL (heading)));

  mark_words (GTK_LABEL (snippet), hit);
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (GTK_BOX (box), snippet);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_widget_add_css_class (box, "nb-search-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  nb_ui_set_tooltip (row, hit->snippet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_qdata (G_OBJECT (row), group_quark (), group);
  g_object_set_qdata (G_OBJECT (row), hit_quark (), hit);
  return row;
}

static char *
dup_group_title (const NbSearchGroup *group)
{
  NbReport *report = nb_app_item_get_report (group->item);
  const char *organ = report != NULL ? nb_report_get_organ (report) : NULL;
  guint year = report != NULL ? nb_report_get_year (report) : 0;

  if (organ == NULL)
    organ = _ ("Unknown organ");
  return year > 0 ? g_strdup_printf ("%s %u", organ, year) : g_strdup (organ);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const NbSearchGroup *group = g_object_get_qdata (G_OBJECT (row), group_quark ());
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;
  GtkWidget *box, *label;

  if (before != NULL && g_object_get_qdata (G_OBJECT (before), group_quark ()) == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  title = dup_group_title (group);
  count = nb_ui_format_count (group->n_hits);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = create_label (title, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  nb_ui_set_tooltip (label, title);
  gtk_widget_add_css_class (box, "nb-list-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_label (count, "numeric"));
  gtk_list_box_row_set_header (row, box);
}

/* Some more rows; they come in the order of the groups. */
static gboolean
add_rows (gpointer user_data)
{
  NbSearchPanel *self = user_data;
  guint n_added = 0;

  while (self->groups != NULL && self->next_group < self->groups->len)
    {
      NbSearchGroup *group = self->groups->pdata[self->next_group];

      if (self->next_hit >= group->hits->len)
        {
          self->next_group++;
          self->next_hit = 0;
          continue;
        }
      if (n_added++ == ROWS_AT_ONCE)
        return TRUE;
      gtk_list_box_append (self->list, create_row (group, &g_array_index (group->hits, NbSearchHit,
                                                                          self->next_hit)));
      self->next_hit++;
    }
  return FALSE;
}

static void
clear (NbSearchPanel *self)
{
  GtkWidget *row;

  nb_later_cancel (self, add_rows);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  self->next_group = self->next_hit = 0;
}

static void
show_count (NbSearchPanel *self, guint n_places)
{
  guint n_reports = self->groups->len;
  g_autofree char *number = nb_ui_format_count (n_places);
  g_autofree char *places = NULL;
  g_autofree char *reports = NULL;
  g_autofree char *text = NULL;

  /* Translators: %s is a number of places in texts where words were found. */
  places = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s place", "%s places", n_places),
                            number);
  reports = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u report", "%u reports", n_reports),
                             n_reports);
  /* Translators: "23 places in 4 reports". */
  text = g_strdup_printf (_ ("%s in %s"), places, reports);
  if (n_places > NB_LIMIT_SEARCH_HITS)
    {
      g_autofree char *whole = g_steal_pointer (&text);

      /* Translators: "1,203 places in 40 reports; the first 500 are listed". */
      text = g_strdup_printf (_ ("%s; the first %d are listed"), whole, NB_LIMIT_SEARCH_HITS);
    }
  gtk_label_set_text (self->count, text);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NbSearchPanel) self = user_data;
  guint n_places = 0;
  g_autoptr (GPtrArray) groups = nb_search_finish (result, &n_places);

  if (groups == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  clear (self);
  self->groups = g_steal_pointer (&groups);
  self->shown = g_strdup (nb_search_panel_get_query (self));
  if (self->groups->len == 0)
    {
      gtk_label_set_text (self->count, "");
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  show_count (self, n_places);
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (add_rows (self))
    nb_later_add (self, add_rows, TRUE);
}

static void
search (NbSearchPanel *self)
{
  const char *query = nb_search_panel_get_query (self);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!self->active)
    return;
  if (*query == '\0')
    {
      clear (self);
      gtk_label_set_text (self->count, "");
      gtk_stack_set_visible_child_name (self->stack, "invite");
      return;
    }
  self->cancellable = g_cancellable_new ();
  nb_search_async (self->session, query, self->cancellable, searched_cb, g_object_ref (self));
}

/* Reports that come, go or are read again bring other places. */
static void
reports_changed_cb (NbSearchPanel *self)
{
  if (self->active && *nb_search_panel_get_query (self) != '\0')
    search (self);
}

static void
choose (NbSearchPanel *self, GtkListBoxRow *row, gboolean finally)
{
  const NbSearchGroup *group = g_object_get_qdata (G_OBJECT (row), group_quark ());
  const NbSearchHit *hit = g_object_get_qdata (G_OBJECT (row), hit_quark ());

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, group->item, self->shown,
                 (guint64) hit->place.offset, finally);
}

static void
row_selected_cb (NbSearchPanel *self, GtkListBoxRow *row)
{
  if (row != NULL)
    choose (self, row, FALSE);
}

static void
row_activated_cb (NbSearchPanel *self, GtkListBoxRow *row)
{
  choose (self, row, TRUE);
}

/* To the first row, which is shown at once. */
static gboolean
enter_list (NbSearchPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
activate_cb (NbSearchPanel *self)
{
  if (g_strcmp0 (self->shown, nb_search_panel_get_query (self)) == 0)
    enter_list (self);
  else
    search (self);
}

static void
stop_cb (NbSearchPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
entry_key_cb (NbSearchPanel *self, guint key, guint code, GdkModifierType state)
{
  return key == GDK_KEY_Down && enter_list (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
list_key_cb (NbSearchPanel *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  stop_cb (self);
  return GDK_EVENT_STOP;
}

static void
nb_search_panel_dispose (GObject *object)
{
  NbSearchPanel *self = NB_SEARCH_PANEL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  nb_later_cancel (self, add_rows);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_search_panel_parent_class)->dispose (object);
}

static void
nb_search_panel_class_init (NbSearchPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_search_panel_dispose;

  /* A place was chosen: the report, the query, where it is in bytes of the text, and whether the user is done
   * with the list (or only moves in it). */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 4, NB_TYPE_APP_ITEM,
                                         G_TYPE_STRING, G_TYPE_UINT64, G_TYPE_BOOLEAN);
  /* The user wants the reports back. */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-search-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, NbSearchPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, NbSearchPanel, count);
  gtk_widget_class_bind_template_child (widget_class, NbSearchPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, NbSearchPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nb_search_panel_init (NbSearchPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

/**
 * nb_search_panel_set_session:
 * @self: a panel
 * @session: whose reports to look through
 */
void
nb_search_panel_set_session (NbSearchPanel *self, NbSession *session)
{
  g_return_if_fail (NB_IS_SEARCH_PANEL (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "loaded", G_CALLBACK (reports_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (nb_session_get_items (session), "items-changed",
                           G_CALLBACK (reports_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * nb_search_panel_begin:
 * @self: a panel
 *
 * The panel is shown: the focus goes to the entry, whose words are looked for again.
 */
void
nb_search_panel_begin (NbSearchPanel *self)
{
  g_return_if_fail (NB_IS_SEARCH_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (self->active)
    return;
  self->active = TRUE;
  search (self);
}

/**
 * nb_search_panel_end:
 * @self: a panel
 *
 * The panel is hidden: it lets go of the reports and keeps its words.
 */
void
nb_search_panel_end (NbSearchPanel *self)
{
  g_return_if_fail (NB_IS_SEARCH_PANEL (self));

  self->active = FALSE;
  search (self);
  clear (self);
}

/**
 * nb_search_panel_set_query:
 * @self: a panel
 * @query: what to look for
 */
void
nb_search_panel_set_query (NbSearchPanel *self, const char *query)
{
  g_return_if_fail (NB_IS_SEARCH_PANEL (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  search (self);
}

const char *
nb_search_panel_get_query (NbSearchPanel *self)
{
  g_return_val_if_fail (NB_IS_SEARCH_PANEL (self), "");
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * nb_search_panel_get_list:
 * @self: a panel
 *
 * Returns: (transfer none): the list of places, a #GtkListBox
 */
GtkWidget *
nb_search_panel_get_list (NbSearchPanel *self)
{
  g_return_val_if_fail (NB_IS_SEARCH_PANEL (self), NULL);
  return GTK_WIDGET (self->list);
}
