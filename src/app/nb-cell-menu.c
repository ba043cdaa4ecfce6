/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The menu of a cell of the Tables page: by a right click, by the Menu key and by Shift+F10. It works on the chosen
 * cell, so a cell under the pointer that is not among the selected ones is chosen first. The page owns the popover
 * as its child and lets go of it when it goes.
 */

#include "nb-cell-menu.h"

#include <glib/gi18n-lib.h>

#include "nb-figure-cell.h"

static GMenuModel *
create_model (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) go = g_menu_new ();

  g_menu_append (copy, _ ("Copy _Values"), "tables.copy-values");
  g_menu_append (copy, _ ("Copy with _Heads"), "tables.copy-headed");
  g_menu_append (copy, _ ("Copy as _Markdown"), "tables.copy-markdown");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append (go, _ ("Show in _Text"), "win.show-page::text");
  g_menu_append (go, _ ("Show _Checks"), "win.show-page::checks");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (go));
  return G_MENU_MODEL (menu);
}

static void
pop_up (GtkPopover *menu, GtkWidget *cell)
{
  GtkWidget *page = gtk_widget_get_parent (GTK_WIDGET (menu));
  graphene_rect_t bounds;
  GdkRectangle at;

  if (!gtk_widget_compute_bounds (cell, page, &bounds))
    return;
  at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                       (int) bounds.size.height };
  gtk_popover_set_pointing_to (menu, &at);
  gtk_popover_popup (menu);
}

static void
pressed_cb (GtkPopover *menu, int n_press, double x, double y, GtkGestureClick *click)
{
  NbTablesPage *page = NB_TABLES_PAGE (gtk_widget_get_parent (GTK_WIDGET (menu)));
  GtkWidget *cell = gtk_widget_pick (GTK_WIDGET (page), x, y, GTK_PICK_DEFAULT);

  if (cell != NULL && !NB_IS_FIGURE_CELL (cell))
    cell = gtk_widget_get_ancestor (cell, NB_TYPE_FIGURE_CELL);
  if (cell == NULL || nb_figure_cell_get_figure (NB_FIGURE_CELL (cell)) == NULL)
    return;
  if (!gtk_widget_has_css_class (cell, "nb-selected"))
    nb_app_item_set_figure (nb_page_get_item (NB_PAGE (page)),
                            nb_figure_cell_get_figure (NB_FIGURE_CELL (cell)));
  pop_up (menu, cell);
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
key_pressed_cb (GtkPopover *menu, guint key, guint code, GdkModifierType state)
{
  NbTablesPage *page = NB_TABLES_PAGE (gtk_widget_get_parent (GTK_WIDGET (menu)));
  NbAppItem *item = nb_page_get_item (NB_PAGE (page));
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell;

  if (!(key == GDK_KEY_Menu && modifiers == 0) &&
      !(key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  /* Another pane has menus of its own. */
  if (item == NULL || nb_app_item_get_figure (item) == NULL || GTK_IS_EDITABLE (focus))
    return GDK_EVENT_PROPAGATE;
  cell = nb_tables_page_find_cell (page, nb_app_item_get_figure (item));
  if (cell == NULL)
    return GDK_EVENT_PROPAGATE;
  pop_up (menu, cell);
  return GDK_EVENT_STOP;
}

/* The keys work on the cell again. */
static void
closed_cb (GtkPopover *menu)
{
  NbTablesPage *page = NB_TABLES_PAGE (gtk_widget_get_parent (GTK_WIDGET (menu)));
  NbAppItem *item = nb_page_get_item (NB_PAGE (page));
  NbFigure *figure = item != NULL ? nb_app_item_get_figure (item) : NULL;
  GtkWidget *cell = figure != NULL ? nb_tables_page_find_cell (page, figure) : NULL;

  if (cell != NULL && gtk_widget_get_mapped (cell))
    gtk_widget_grab_focus (cell);
}

/**
 * nb_cell_menu_new:
 * @page: a page
 *
 * Gives the cells of @page their menu.
 *
 * Returns: (transfer none): the popover, a child of @page to be unparented by it
 */
GtkWidget *
nb_cell_menu_new (NbTablesPage *page)
{
  g_autoptr (GMenuModel) model = create_model ();
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (page));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), menu, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), menu,
                           G_CONNECT_SWAPPED);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
  return menu;
}
