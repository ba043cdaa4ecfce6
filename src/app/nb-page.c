/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the pages of a report have in common: the item that is shown, what is chosen in it, and how much
 * room there is. A page never keeps a choice of its own; it sets it on the item and is told like all.
 * A page of many widgets fills itself part by part, one a frame, so that none of them keeps the window
 * from answering; what stands in it of another report is out of sight by the first.
 */

#include "nb-page.h"

#include "nb-ui-text.h"

#include "nb-later.h"
#include "nb-wrap-layout.h"

typedef struct
{
  NbAppItem *item;       /* (owned) (nullable) */
  GSignalGroup *signals; /* (owned): on the item */
  NbWidthClass width_class;
  int width;  /* that it is going to have, as far as that is known */
  guint part; /* of the page, to be filled next */
} NbPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NbPage, nb_page, ADW_TYPE_BIN)

static gboolean
fill_part (gpointer self)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);

  return NB_PAGE_GET_CLASS (self)->fill (self, priv->part++);
}

static void
reading_changed (NbPage *self)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);
  NbPageClass *klass = NB_PAGE_GET_CLASS (self);

  nb_later_cancel (self, fill_part);
  priv->part = 0;
  if (klass->reading_changed != NULL)
    klass->reading_changed (self);
  if (klass->fill != NULL && nb_page_get_report (self) != NULL && fill_part (self))
    nb_later_add (self, fill_part, TRUE);
}

static void
findings_changed (NbPage *self)
{
  NbPageClass *klass = NB_PAGE_GET_CLASS (self);

  if (klass->findings_changed != NULL)
    klass->findings_changed (self);
}

static void
figure_changed (NbPage *self)
{
  NbPageClass *klass = NB_PAGE_GET_CLASS (self);

  if (klass->figure_changed != NULL)
    klass->figure_changed (self);
}

static void
finding_changed (NbPage *self)
{
  NbPageClass *klass = NB_PAGE_GET_CLASS (self);

  if (klass->finding_changed != NULL)
    klass->finding_changed (self);
}

static void
nb_page_dispose (GObject *object)
{
  NbPagePrivate *priv = nb_page_get_instance_private (NB_PAGE (object));

  nb_later_cancel (object, fill_part);
  g_clear_object (&priv->signals);
  g_clear_object (&priv->item);

  G_OBJECT_CLASS (nb_page_parent_class)->dispose (object);
}

static void
nb_page_class_init (NbPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_page_dispose;
}

static void
nb_page_init (NbPage *self)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), g_object_new (NB_TYPE_WRAP_LAYOUT, NULL));
  priv->width_class = NB_WIDTH_WIDE;
  priv->signals = g_signal_group_new (NB_TYPE_APP_ITEM);
  g_signal_group_connect_swapped (priv->signals, "notify::reading", G_CALLBACK (reading_changed),
                                  self);
  g_signal_group_connect_swapped (priv->signals, "notify::findings", G_CALLBACK (findings_changed),
                                  self);
  g_signal_group_connect_swapped (priv->signals, "notify::figure", G_CALLBACK (figure_changed),
                                  self);
  g_signal_group_connect_swapped (priv->signals, "notify::finding", G_CALLBACK (finding_changed),
                                  self);
}

/**
 * nb_page_get_item:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the item that is shown
 */
NbAppItem *
nb_page_get_item (NbPage *self)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);

  g_return_val_if_fail (NB_IS_PAGE (self), NULL);
  return priv->item;
}

/**
 * nb_page_set_item:
 * @self: a page
 * @item: (nullable): the item to show
 */
void
nb_page_set_item (NbPage *self, NbAppItem *item)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);

  g_return_if_fail (NB_IS_PAGE (self));

  if (!g_set_object (&priv->item, item))
    return;
  g_signal_group_set_target (priv->signals, item);
  reading_changed (self);
  finding_changed (self);
  figure_changed (self);
}

/**
 * nb_width_class_for:
 * @widget: a widget
 * @pixels: how wide it is
 *
 * Returns: how much room that is: what is wide for small letters is narrow for large ones
 */
NbWidthClass
nb_width_class_for (GtkWidget *widget, int pixels)
{
  const double width = pixels / MAX (nb_ui_get_text_scale (widget), 1);

  if (width >= 1100)
    return NB_WIDTH_WIDE;
  if (width >= 860)
    return NB_WIDTH_MEDIUM;
  return width >= 600 ? NB_WIDTH_FOLDED : NB_WIDTH_NARROW;
}

/**
 * nb_page_get_report:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the report that is shown
 */
NbReport *
nb_page_get_report (NbPage *self)
{
  NbAppItem *item = nb_page_get_item (self);

  return item != NULL ? nb_app_item_get_report (item) : NULL;
}

NbWidthClass
nb_page_get_width_class (NbPage *self)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);

  g_return_val_if_fail (NB_IS_PAGE (self), NB_WIDTH_WIDE);
  return priv->width_class;
}

/**
 * nb_page_set_width_class:
 * @self: a page
 * @width_class: how much room there is
 */
void
nb_page_set_width_class (NbPage *self, NbWidthClass width_class)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);
  NbPageClass *klass;

  g_return_if_fail (NB_IS_PAGE (self));

  priv->width_class = width_class;
  klass = NB_PAGE_GET_CLASS (self);
  if (klass->layout != NULL)
    klass->layout (self);
}

int
nb_page_get_width (NbPage *self)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);

  g_return_val_if_fail (NB_IS_PAGE (self), 0);
  return priv->width;
}

/**
 * nb_page_set_width:
 * @self: a page
 * @width: how many pixels there are for it
 */
void
nb_page_set_width (NbPage *self, int width)
{
  NbPagePrivate *priv = nb_page_get_instance_private (self);

  g_return_if_fail (NB_IS_PAGE (self));

  if (priv->width == width)
    return;
  priv->width = width;
  if (NB_PAGE_GET_CLASS (self)->width_changed != NULL)
    NB_PAGE_GET_CLASS (self)->width_changed (self);
}

/**
 * nb_page_move_finding:
 * @self: a page that shows a report
 * @by: 1 for the next finding, -1 for the one before
 *
 * Returns: whether the page shows findings where they stand
 */
gboolean
nb_page_move_finding (NbPage *self, int by)
{
  g_return_val_if_fail (NB_IS_PAGE (self), FALSE);

  if (NB_PAGE_GET_CLASS (self)->move_finding == NULL || nb_page_get_report (self) == NULL)
    return FALSE;
  NB_PAGE_GET_CLASS (self)->move_finding (self, by);
  return TRUE;
}

/**
 * nb_page_list_panes:
 * @self: a page
 * @panes: (element-type GtkWidget): where to add the panes of the page, in reading order
 */
void
nb_page_list_panes (NbPage *self, GPtrArray *panes)
{
  g_return_if_fail (NB_IS_PAGE (self));

  if (NB_PAGE_GET_CLASS (self)->list_panes != NULL)
    NB_PAGE_GET_CLASS (self)->list_panes (self, panes);
  else
    g_ptr_array_add (panes, self);
}

/**
 * nb_page_find:
 * @self: a page
 *
 * Returns: whether the page has a search, which is open now
 */
gboolean
nb_page_find (NbPage *self)
{
  g_return_val_if_fail (NB_IS_PAGE (self), FALSE);

  if (NB_PAGE_GET_CLASS (self)->find == NULL)
    return FALSE;
  NB_PAGE_GET_CLASS (self)->find (self);
  return TRUE;
}

/**
 * nb_page_take_focus:
 * @self: a page that the keys have just led to
 *
 * Moves the focus to what is chosen in the report; where nothing is, or the page does not show it, the focus stays.
 */
void
nb_page_take_focus (NbPage *self)
{
  g_return_if_fail (NB_IS_PAGE (self));

  if (NB_PAGE_GET_CLASS (self)->take_focus != NULL && nb_page_get_report (self) != NULL)
    NB_PAGE_GET_CLASS (self)->take_focus (self);
}

/**
 * nb_page_show:
 * @self: a page
 * @page: name of another page
 *
 * Leads to another page of the same report.
 */
void
nb_page_show (NbPage *self, const char *page)
{
  g_return_if_fail (NB_IS_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", page);
}
