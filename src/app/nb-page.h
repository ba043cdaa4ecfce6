/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-app-item.h"

G_BEGIN_DECLS

/**
 * NbWidthClass:
 * @NB_WIDTH_NARROW: below 600: one column
 * @NB_WIDTH_FOLDED: 600 to 859: the side bar lies over the content
 * @NB_WIDTH_MEDIUM: 860 to 1099: the panels of the pages are behind a button
 * @NB_WIDTH_WIDE: 1100 and more: everything
 *
 * How much room there is. #NbShell alone watches the width.
 */
typedef enum
{
  NB_WIDTH_NARROW,
  NB_WIDTH_FOLDED,
  NB_WIDTH_MEDIUM,
  NB_WIDTH_WIDE,
} NbWidthClass;

#define NB_TYPE_PAGE (nb_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (NbPage, nb_page, NB, PAGE, AdwBin)

/**
 * NbPageClass:
 * @reading_changed: another report, or the same one read again; may be none
 * @fill: fill the part of the page that has this number, from 0; returns whether there is another
 * @findings_changed: the report has other findings now
 * @figure_changed: another figure is chosen, or none
 * @finding_changed: another finding is chosen, or none
 * @layout: the width class has changed
 * @width_changed: the width has changed, be it within its class
 * @move_finding: show the next finding, or the one before, where it stands on this page
 * @list_panes: add the widgets between which F6 moves
 * @find: open the search of the page
 * @take_focus: move the focus to what is chosen in the report, where that stands on the page
 */
struct _NbPageClass
{
  AdwBinClass parent_class;

  void (*reading_changed) (NbPage *self);
  gboolean (*fill) (NbPage *self, guint part);
  void (*findings_changed) (NbPage *self);
  void (*figure_changed) (NbPage *self);
  void (*finding_changed) (NbPage *self);
  void (*layout) (NbPage *self);
  void (*width_changed) (NbPage *self);
  void (*move_finding) (NbPage *self, int by);
  void (*list_panes) (NbPage *self, GPtrArray *panes);
  void (*find) (NbPage *self);
  void (*take_focus) (NbPage *self);
};

NbAppItem *nb_page_get_item (NbPage *self);
void nb_page_set_item (NbPage *self, NbAppItem *item);
NbReport *nb_page_get_report (NbPage *self);
NbWidthClass nb_width_class_for (GtkWidget *widget, int pixels);

NbWidthClass nb_page_get_width_class (NbPage *self);
void nb_page_set_width_class (NbPage *self, NbWidthClass width_class);
int nb_page_get_width (NbPage *self);
void nb_page_set_width (NbPage *self, int width);
gboolean nb_page_move_finding (NbPage *self, int by);
void nb_page_list_panes (NbPage *self, GPtrArray *panes);
gboolean nb_page_find (NbPage *self);
void nb_page_take_focus (NbPage *self);
void nb_page_show (NbPage *self, const char *page);

G_END_DECLS
