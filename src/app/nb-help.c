/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The manual: a short text in the user's language, topics at the left and the chosen one beside them, or
 * one after the other where the window is narrow. The text is data/help/LANGUAGE.txt:
 *
 *   # a topic
 *   ## a heading
 *   - an entry of a list
 *   a paragraph a line; **words** are bold
 *   @keys       the table of keyboard shortcuts
 */

#include "nb-help.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "nb-accels.h"

struct _NbHelp
{
  AdwWindow parent_instance;

  AdwLeaflet *leaflet;
  GtkListBox *topics;
  GtkStack *pages;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (NbHelp, nb_help, ADW_TYPE_WINDOW)

static char *
dup_manual (void)
{
  const char *const *languages = g_get_language_names ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; languages[i] != NULL && bytes == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/org/nianbao/Nianbao/help/%s.txt", languages[i]);

      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }
  if (bytes == NULL)
    bytes = g_resources_lookup_data ("/org/nianbao/Nianbao/help/en.txt",
                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Pairs of asterisks make bold. */
static char *
to_markup (const char *line)
{
  g_autofree char *escaped = g_markup_escape_text (line, -1);
  g_auto (GStrv) parts = g_strsplit (escaped, "**", -1);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (markup, i % 2 == 1 ? "<b>%s</b>" : "%s", parts[i]);
  return g_string_free (markup, FALSE);
}

static GtkWidget *
create_label (const char *line, const char *css_class)
{
  g_autofree char *markup = to_markup (line);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_entry (const char *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dot = gtk_label_new ("\u2022");

  gtk_label_set_yalign (GTK_LABEL (dot), 0);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), create_label (line, "body"));
  return box;
}

static GtkWidget *
create_keys (void)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  for (const NbAccel *accel = nb_accels_get (); accel->group != NULL; accel++)
    {
      guint key = 0;
      GdkModifierType modifiers = 0;
      g_autofree char *keys = NULL;

      gtk_accelerator_parse (accel->keys, &key, &modifiers);
      keys = gtk_accelerator_get_label (key, modifiers);
      gtk_grid_attach (GTK_GRID (grid), create_label (_ (accel->title), "body"), 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), create_label (keys, "dim-label"), 1, row++, 1, 1);
    }
  return grid;
}

static GtkWidget *
create_line (const char *line)
{
  if (g_str_has_prefix (line, "## "))
    return create_label (line + strlen ("## "), "heading");
  if (g_str_has_prefix (line, "- "))
    return create_entry (line + strlen ("- "));
  if (g_str_equal (line, "@keys"))
    return create_keys ();
  return create_label (line, "body");
}

/* A page of the stack and the row that leads to it. Returns the box for its lines. */
static GtkBox *
add_topic (NbHelp *self, const char *title)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *name = create_label (title, "body");

  gtk_widget_add_css_class (box, "nb-page");
  gtk_box_append (GTK_BOX (box), create_label (title, "title-2"));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_named (self->pages, scroller, title);
  gtk_label_set_yalign (GTK_LABEL (name), 0.5);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), name);
  gtk_list_box_append (self->topics, row);
  return GTK_BOX (box);
}

static void
fill (NbHelp *self)
{
  g_autofree char *manual = dup_manual ();
  g_auto (GStrv) lines = g_strsplit (manual, "\n", -1);
  GtkBox *box = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "# "))
      box = add_topic (self, lines[i] + strlen ("# "));
    else if (box != NULL && *g_strstrip (lines[i]) != '\0')
      gtk_box_append (box, create_line (lines[i]));
}

static void
topic_cb (NbHelp *self, GtkListBoxRow *row)
{
  GtkWidget *page;

  if (row == NULL)
    return;
  page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
  for (int i = 0; i < gtk_list_box_row_get_index (row); i++)
    page = gtk_widget_get_next_sibling (page);
  gtk_stack_set_visible_child (self->pages, page);
}

static void
activated_cb (NbHelp *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_cb (NbHelp *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
folded_cb (NbHelp *self)
{
  gtk_widget_set_visible (self->back, adw_leaflet_get_folded (self->leaflet));
}

static void
nb_help_class_init (NbHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nianbao/Nianbao/ui/nb-help.ui");
  gtk_widget_class_bind_template_child (widget_class, NbHelp, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NbHelp, topics);
  gtk_widget_class_bind_template_child (widget_class, NbHelp, pages);
  gtk_widget_class_bind_template_child (widget_class, NbHelp, back);
  gtk_widget_class_bind_template_callback (widget_class, topic_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
nb_help_init (NbHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
  folded_cb (self);
  gtk_list_box_select_row (self->topics, gtk_list_box_get_row_at_index (self->topics, 0));
}

/**
 * nb_help_new:
 * @parent: (nullable): the window that asked
 *
 * Returns: (transfer none): the manual, not yet shown; it may stay open beside its parent
 */
GtkWidget *
nb_help_new (GtkWindow *parent)
{
  return g_object_new (NB_TYPE_HELP, "transient-for", parent, NULL);
}
