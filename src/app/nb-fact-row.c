/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A fact in a boxed list: what it is, its value, and, where asked for, a button that copies it. A row
 * without a value is not shown.
 */

#include "nb-fact-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "nb-wrap-layout.h"

struct _NbFactRow
{
  GtkListBoxRow parent_instance;

  GtkBox *box;
  GtkBox *texts;
  GtkLabel *title;
  GtkLabel *value;
  GtkWidget *copy;

  char *whole; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (NbFactRow, nb_fact_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_TITLE = 1,
  PROP_COPYABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
copy_cb (NbFactRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->whole);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Copied"));
}

static void
set_copyable (NbFactRow *self, gboolean copyable)
{
  gtk_widget_set_visible (self->copy, copyable);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts),
                                  copyable ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_xalign (self->value, copyable ? 0 : 1);
  gtk_box_set_spacing (self->texts, copyable ? 0 : 12);
}

static void
nb_fact_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NbFactRow *self = NB_FACT_ROW (object);

  switch (id)
    {
    case PROP_TITLE:
      nb_fact_row_set_title (self, g_value_get_string (value));
      break;
    case PROP_COPYABLE:
      set_copyable (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nb_fact_row_finalize (GObject *object)
{
  g_free (NB_FACT_ROW (object)->whole);

  G_OBJECT_CLASS (nb_fact_row_parent_class)->finalize (object);
}

static void
nb_fact_row_class_init (NbFactRowClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->finalize = nb_fact_row_finalize;
  G_OBJECT_CLASS (klass)->set_property = nb_fact_row_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_COPYABLE] = g_param_spec_boolean ("copyable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
nb_fact_row_init (NbFactRow *self)
{
  GtkWidget *bin;

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "nb-fact");
  self->texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  bin = nb_wrap_layout_create_bin (GTK_WIDGET (self->texts));
  gtk_widget_set_hexpand (bin, TRUE);
  gtk_widget_set_valign (bin, GTK_ALIGN_CENTER);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "caption");
  self->value = GTK_LABEL (gtk_label_new (NULL));
  nb_wrap_layout_wrap_label (self->value);
  gtk_label_set_selectable (self->value, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->value), TRUE);
  nb_ui_mark_han (self->value);
  self->copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_add_css_class (self->copy, "flat");
  gtk_widget_set_valign (self->copy, GTK_ALIGN_CENTER);
  nb_ui_set_tooltip (self->copy, _ ("Copy"));
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (copy_cb), self);

  gtk_box_append (self->texts, GTK_WIDGET (self->title));
  gtk_box_append (self->texts, GTK_WIDGET (self->value));
  gtk_box_append (self->box, bin);
  gtk_box_append (self->box, self->copy);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  set_copyable (self, FALSE);
}

/**
 * nb_fact_row_set_title:
 * @self: a row
 * @title: what the fact is
 */
void
nb_fact_row_set_title (NbFactRow *self, const char *title)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (NB_IS_FACT_ROW (self));

  gtk_label_set_text (self->title, title);
  /* Translators: accessible name of a button that copies a fact, for example "Copy SHA-256". */
  copy = g_strdup_printf (_ ("Copy %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy,
                                  -1);
}

/**
 * nb_fact_row_set_value:
 * @self: a row
 * @value: (nullable): the fact; without it the row is not shown
 */
void
nb_fact_row_set_value (NbFactRow *self, const char *value)
{
  g_return_if_fail (NB_IS_FACT_ROW (self));

  g_free (self->whole);
  self->whole = g_strdup (value);
  gtk_label_set_text (self->value, value != NULL ? value : "");
  nb_ui_set_tooltip (GTK_WIDGET (self->value), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), value != NULL && *value != '\0');
}

const char *
nb_fact_row_get_value (NbFactRow *self)
{
  g_return_val_if_fail (NB_IS_FACT_ROW (self), NULL);
  return self->whole;
}

/**
 * nb_fact_row_set_short:
 * @self: a row
 * @value: what to show of the value, which is copied whole and told whole by the tooltip
 */
void
nb_fact_row_set_short (NbFactRow *self, const char *value)
{
  g_return_if_fail (NB_IS_FACT_ROW (self));

  gtk_label_set_text (self->value, value);
  nb_ui_set_tooltip (GTK_WIDGET (self->value), self->whole);
}

/**
 * nb_fact_row_add_menu:
 * @self: a row
 * @menu: what can be chosen instead of the value
 * @name: what the button says to a screen reader
 */
void
nb_fact_row_add_menu (NbFactRow *self, GMenuModel *menu, const char *name)
{
  GtkWidget *button;

  g_return_if_fail (NB_IS_FACT_ROW (self));

  button = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  nb_ui_set_tooltip (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_insert_child_after (self->box, button, gtk_widget_get_prev_sibling (self->copy));
}
