/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a number is keyed into a cell of a table: an entry over the cell. Enter takes it and goes down, Tab to the
 * right, Shift+Tab to the left, Esc leaves all as it was. Main thread only; a child of the view.
 */

#include "nb-cell-entry.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"

struct _NbCellEntry
{
  GtkPopover parent_instance;

  GtkEntry *entry; /* child */
};

G_DEFINE_FINAL_TYPE (NbCellEntry, nb_cell_entry, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* @key: where to go from here, as an arrow key. */
static void
take (NbCellEntry *self, guint key)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_DONE], 0, text, key);
}

static void
activated_cb (NbCellEntry *self)
{
  take (self, GDK_KEY_Down);
}

static gboolean
key_pressed_cb (NbCellEntry *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Tab:
      take (self, GDK_KEY_Right);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      take (self, GDK_KEY_Left);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      take (self, key);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
nb_cell_entry_class_init (NbCellEntryClass *klass)
{
  /* What was keyed in, and the arrow key that leads to the next cell. */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                       G_TYPE_UINT);
}

static void
nb_cell_entry_init (NbCellEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Number keyed in for this cell"), -1);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->entry));
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * nb_cell_entry_new:
 * @parent: the view whose cells are filled in; must unparent it
 *
 * Returns: (transfer none): an entry, not yet shown
 */
NbCellEntry *
nb_cell_entry_new (GtkWidget *parent)
{
  NbCellEntry *self = g_object_new (NB_TYPE_CELL_ENTRY, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

/**
 * nb_cell_entry_open:
 * @self: an entry
 * @cell: a cell of the view
 * @text: what stands in it at first
 *
 * Shows the entry at @cell, ready to be typed on.
 */
void
nb_cell_entry_open (NbCellEntry *self, GtkWidget *cell, const char *text)
{
  GtkWidget *parent;
  graphene_rect_t bounds;

  g_return_if_fail (NB_IS_CELL_ENTRY (self));

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (!gtk_widget_compute_bounds (cell, parent, &bounds))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(const GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                      (int) bounds.size.width,
                                                      (int) bounds.size.height });
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

GtkEntry *
nb_cell_entry_get_entry (NbCellEntry *self)
{
  g_return_val_if_fail (NB_IS_CELL_ENTRY (self), NULL);
  return self->entry;
}
