/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two open reports side by side: figures, and text. It stands in the place of everything else, with a
 * header bar of its own. Each side is chosen among the open reports; what is chosen is compared on a worker
 * thread, and again when one of the two is read again.
 */

#include "nb-compare-page.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "nb-window.h"
#include "nb-wrap-layout.h"
#include "export/nb-comparison-export.h"
#include "export/nb-names.h"

enum
{
  SMALLEST_WIDTH = 300, /* that a window may ask for before the lay-out follows */
};

struct _NbComparePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *strip;
  GtkGrid *sides;
  GtkWidget *more;
  GtkWidget *copy;
  GtkWidget *export;
  GtkWidget *print;
  GtkWidget *letter_a;
  GtkWidget *letter_b;
  GtkWidget *swap;
  GtkDropDown *drop_a;
  GtkDropDown *drop_b;
  GtkStack *content;
  AdwStatusPage *status;
  AdwViewStack *views;
  GtkWidget *verdict_box;
  GtkLabel *verdict;
  GtkImage *verdict_mark;
  NbCompareFigures *figures;
  NbCompareText *text;

  NbSession *session;       /* (owned) */
  NbAppItem *items[2];      /* (owned) (nullable) */
  GSignalGroup *signals[2]; /* (owned): on the items */
  GPtrArray *listed;        /* (owned) (element-type NbAppItem): what the drop-downs list */
  NbComparison *comparison; /* (owned) (nullable) */
  GCancellable *running;    /* (owned) (nullable): of the comparison on its way */
  guint update_idle;
  gboolean filling;
  gboolean fresh; /* nothing has been done on the page since it was shown */
  gboolean wide;  /* all controls stand in one strip */
  gboolean narrow;
  gboolean slim; /* A stands above B */
  gboolean laid_out_slim;
};

G_DEFINE_FINAL_TYPE (NbComparePage, nb_compare_page, GTK_TYPE_WIDGET)

/* --- Controls --- */

static void
move_controls (NbComparePage *self, GtkWidget *controls, GtkWidget *view)
{
  GtkWidget *home = adw_bin_get_child (ADW_BIN (view));
  GtkWidget *parent = gtk_widget_get_parent (controls), *to = self->wide ? self->strip : home;

  if (parent == to)
    return;
  g_object_ref (controls);
  gtk_box_remove (GTK_BOX (parent), controls);
  if (self->wide)
    {
      gtk_widget_remove_css_class (controls, "nb-strip");
      gtk_widget_set_hexpand (controls, TRUE);
      gtk_box_append (GTK_BOX (to), controls);
    }
  else
    {
      gtk_widget_add_css_class (controls, "nb-strip");
      gtk_box_prepend (GTK_BOX (to), controls);
      gtk_widget_set_visible (controls, TRUE);
    }
  g_object_unref (controls);
}

static gboolean
is_text_seen (NbComparePage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "text") == 0;
}

/* In the one strip only the controls of what is seen are seen. */
static void
show_controls (NbComparePage *self)
{
  gboolean text = is_text_seen (self), any = self->comparison != NULL;

  gtk_widget_set_visible (nb_compare_figures_get_controls (self->figures), any && !text);
  gtk_widget_set_visible (nb_compare_text_get_controls (self->text), any && text);
}

/* Where there is room, the controls of figures and text stand beside the two reports. */
static void
place_controls (NbComparePage *self)
{
  move_controls (self, nb_compare_figures_get_controls (self->figures), GTK_WIDGET (self->figures));
  move_controls (self, nb_compare_text_get_controls (self->text), GTK_WIDGET (self->text));
  if (self->wide)
    show_controls (self);
}

/* --- Comparing --- */

typedef struct
{
  NbReading *readings[2]; /* (owned) */
} Pair;

static void
pair_free (Pair *pair)
{
  g_object_unref (pair->readings[0]);
  g_object_unref (pair->readings[1]);
  g_free (pair);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Pair *pair = task_data;

  g_task_return_pointer (task,
                         nb_comparison_new (nb_reading_get_report (pair->readings[0]),
                                            nb_reading_get_report (pair->readings[1])),
                         g_object_unref);
}

/* That one is a copy of the other is said everywhere; how much of the text is the same, beside the text. */
static void
show_verdict (NbComparePage *self)
{
  gboolean is_copy = FALSE;
  g_autofree char *text = self->comparison != NULL
                              ? nb_comparison_dup_verdict (self->comparison, &is_copy)
                              : NULL;

  gtk_label_set_text (self->verdict, text != NULL ? text : "");
  gtk_widget_set_visible (self->verdict_box, text != NULL && (is_copy || is_text_seen (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_mark), is_copy);
  if (self->wide)
    show_controls (self);
}

static void
show_message (NbComparePage *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_stack_set_visible_child_name (self->content, "status");
}

/* The keys go to the rows at once, if nothing else has been done by now. */
static void
focus_rows (NbComparePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->fresh && !is_text_seen (self) && focus != NULL &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->drop_a)))
    nb_compare_figures_focus_rows (self->figures);
  self->fresh = FALSE;
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NbComparePage *self = NB_COMPARE_PAGE (source);
  g_autoptr (NbComparison) comparison = g_task_propagate_pointer (G_TASK (result), NULL);

  if (comparison == NULL || g_task_get_cancellable (G_TASK (result)) != self->running)
    return;
  g_clear_object (&self->running);
  g_set_object (&self->comparison, comparison);
  show_verdict (self);
  nb_compare_figures_show (self->figures, comparison, self->items[0], self->items[1]);
  nb_compare_text_show (self->text, comparison);
  gtk_stack_set_visible_child_name (self->content, "views");
  focus_rows (self);
}

static void
drop_comparison (NbComparePage *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->comparison);
  nb_compare_figures_show (self->figures, NULL, NULL, NULL);
  nb_compare_text_show (self->text, NULL);
  if (self->wide)
    show_controls (self);
}

static void
compare (NbComparePage *self)
{
  g_autoptr (GTask) task = NULL;
  Pair *pair;

  drop_comparison (self);
  if (self->items[0] == NULL || self->items[1] == NULL)
    {
      show_message (
          self, _ ("Two Reports Are Needed"),
          _ ("Open another year of the organ, or the report of another organ, to see what "
             "differs."));
      return;
    }
  if (nb_app_item_get_reading (self->items[0]) == NULL ||
      nb_app_item_get_reading (self->items[1]) == NULL)
    {
      gboolean failed = nb_app_item_get_state (self->items[0]) == NB_APP_ITEM_FAILED ||
                        nb_app_item_get_state (self->items[1]) == NB_APP_ITEM_FAILED;

      show_message (self, failed ? _ ("Nothing to Compare") : _ ("Opening"),
                    failed ? _ ("One of the two could not be opened.") : NULL);
      return;
    }
  pair = g_new0 (Pair, 1);
  for (guint side = 0; side < 2; side++)
    pair->readings[side] = g_object_ref (nb_app_item_get_reading (self->items[side]));
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, compared_cb, NULL);
  g_task_set_task_data (task, pair, (GDestroyNotify) pair_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/* --- Choosing --- */

static GtkDropDown *
get_drop (NbComparePage *self, guint side)
{
  return side == 0 ? self->drop_a : self->drop_b;
}

static char *
dup_item_name (NbAppItem *item)
{
  NbReport *report = nb_app_item_get_report (item);
  const NbForm *form = report != NULL ? nb_report_get_form (report) : NULL;
  g_autofree char *name = report != NULL ? nb_report_dup_name (report)
                                         : nb_app_item_dup_name (item);

  /* Translators: organ and year, then the statutory form: "Yunxi County 2024 (form 2021)" */
  return form != NULL ? g_strdup_printf (_ ("%s (form %s)"), name, form->id)
                      : g_steal_pointer (&name);
}

static void
select_items (NbComparePage *self)
{
  self->filling = TRUE;
  for (guint side = 0; side < 2; side++)
    {
      guint position = GTK_INVALID_LIST_POSITION;

      if (self->items[side] != NULL)
        g_ptr_array_find (self->listed, self->items[side], &position);
      gtk_drop_down_set_selected (get_drop (self, side), position);
    }
  self->filling = FALSE;
}

static void
take_item (NbComparePage *self, guint side, NbAppItem *item)
{
  g_set_object (&self->items[side], item);
  g_signal_group_set_target (self->signals[side], item);
}

/* A report that was closed is no side any more. */
static void
fill_drops (NbComparePage *self)
{
  GListModel *items = nb_session_get_items (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->listed, 0);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      NbAppItem *item = g_list_model_get_item (items, i);
      g_autofree char *name = dup_item_name (item);

      g_ptr_array_add (self->listed, item);
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_a, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->drop_b, G_LIST_MODEL (names));
  self->filling = FALSE;
  for (guint side = 0; side < 2; side++)
    if (self->items[side] != NULL && !g_ptr_array_find (self->listed, self->items[side], NULL))
      take_item (self, side, NULL);
  select_items (self);
}

static gboolean
update_cb (gpointer user_data)
{
  NbComparePage *self = user_data;
  NbAppItem *before[2] = { self->items[0], self->items[1] };

  self->update_idle = 0;
  fill_drops (self);
  if (before[0] != self->items[0] || before[1] != self->items[1] || self->comparison == NULL ||
      nb_comparison_get_report (self->comparison, 0) != nb_app_item_get_report (self->items[0]) ||
      nb_comparison_get_report (self->comparison, 1) != nb_app_item_get_report (self->items[1]))
    compare (self);
  return G_SOURCE_REMOVE;
}

/* Many reports that come at once are one update; nothing is done while nobody looks. */
static void
queue_update (NbComparePage *self)
{
  if (self->update_idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_idle = g_idle_add (update_cb, self);
}

static void
dropped_cb (NbComparePage *self, GParamSpec *pspec, GtkDropDown *drop)
{
  guint side = drop == self->drop_a ? 0 : 1;
  guint selected = gtk_drop_down_get_selected (drop);

  if (self->filling || selected >= self->listed->len)
    return;
  take_item (self, side, self->listed->pdata[selected]);
  compare (self);
}

static void
swap_cb (NbComparePage *self)
{
  g_autoptr (NbAppItem) a = self->items[0] != NULL ? g_object_ref (self->items[0]) : NULL;
  g_autoptr (NbAppItem) b = self->items[1] != NULL ? g_object_ref (self->items[1]) : NULL;

  nb_compare_page_set_items (self, b, a);
}

static void
figure_chosen_cb (NbComparePage *self, NbAppItem *item, NbFigure *figure)
{
  NbWindow *window = NB_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  nb_window_set_item (window, item);
  nb_app_item_set_figure (item, figure);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "tables");
}

static void
back_cb (NbComparePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-compare", NULL);
}

/* What is seen: the rows, or what differs in the text. */
static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbComparePage *self = NB_COMPARE_PAGE (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_text = is_text_seen (self);

  if (self->comparison == NULL)
    return;
  if (is_text)
    {
      g_autoptr (NbPaper) paper = nb_comparison_dup_text_paper (self->comparison);

      nb_paper_write_text (paper, text);
    }
  else
    nb_compare_figures_write_tsv (self->figures, text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  nb_window_tell (NB_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                  is_text ? _ ("Differences copied") : _ ("Rows copied"));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  back_cb (NB_COMPARE_PAGE (widget));
  return TRUE;
}

/* The keys of the differences, wherever the focus is on the page. */
static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NbComparePage *self = NB_COMPARE_PAGE (widget);

  if (!is_text_seen (self))
    return FALSE;
  nb_compare_text_move (self->text, g_variant_get_int32 (args));
  return TRUE;
}

/* --- The widget --- */

static void
nb_compare_page_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  NbComparePage *self = NB_COMPARE_PAGE (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  /* Else the window could never become narrow enough for the lay-out that needs less. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->laid_out_slim)
    *minimum = MIN (*minimum, SMALLEST_WIDTH);
}

static void
place (GtkWidget *child, int column, int row, int n_rows)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (gtk_widget_get_parent (child));

  g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", column, "row", row,
                "row-span", n_rows, NULL);
}

/* A beside B with the swap between them, or A above B with the swap behind both. */
static void
place_sides (NbComparePage *self)
{
  gboolean slim = self->slim;

  place (self->letter_a, 0, 0, 1);
  place (GTK_WIDGET (self->drop_a), 1, 0, 1);
  place (self->swap, 2, 0, slim ? 2 : 1);
  place (self->letter_b, slim ? 0 : 3, slim ? 1 : 0, 1);
  place (GTK_WIDGET (self->drop_b), slim ? 1 : 4, slim ? 1 : 0, 1);
}

static gboolean
layout_cb (gpointer user_data)
{
  NbComparePage *self = user_data;

  self->laid_out_slim = self->slim;
  place_sides (self);
  place_controls (self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sides), !self->wide);
  gtk_widget_set_visible (self->copy, !self->slim);
  gtk_widget_set_visible (self->export, !self->slim);
  gtk_widget_set_visible (self->print, !self->slim);
  gtk_widget_set_visible (self->more, self->slim);
  nb_compare_figures_set_narrow (self->figures, self->narrow, self->slim);
  nb_compare_text_set_narrow (self->text, self->narrow, self->slim);
  return G_SOURCE_REMOVE;
}

/* Nothing may change its size during an allocation, so the new lay-out comes right after. */
static void
nb_compare_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NbComparePage *self = NB_COMPARE_PAGE (widget);
  double room = width / MAX (nb_ui_get_text_scale (widget), 1);
  gboolean wide = room >= 1100, narrow = room < 860, slim = room < 600;
  int minimum = 0;

  if (wide != self->wide || narrow != self->narrow || slim != self->slim)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_cb, g_object_ref (self), g_object_unref);
  self->wide = wide;
  self->narrow = narrow;
  self->slim = slim;
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->box, MAX (width, minimum), height, baseline, NULL);
}

static void
nb_compare_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nb_compare_page_parent_class)->map (widget);
  /* Else the keys would go to what is hidden now, and Escape would not lead back. */
  gtk_widget_grab_focus (GTK_WIDGET (NB_COMPARE_PAGE (widget)->drop_a));
  NB_COMPARE_PAGE (widget)->fresh = TRUE;
  queue_update (NB_COMPARE_PAGE (widget));
}

static void
nb_compare_page_dispose (GObject *object)
{
  NbComparePage *self = NB_COMPARE_PAGE (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  for (guint side = 0; side < 2; side++)
    {
      g_clear_object (&self->signals[side]);
      g_clear_object (&self->items[side]);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_TYPE_COMPARE_PAGE);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_object (&self->comparison);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_compare_page_parent_class)->dispose (object);
}

static void
nb_compare_page_class_init (NbComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_compare_page_dispose;
  widget_class->measure = nb_compare_page_measure;
  widget_class->size_allocate = nb_compare_page_size_allocate;
  widget_class->map = nb_compare_page_map;

  g_type_ensure (NB_TYPE_COMPARE_FIGURES);
  g_type_ensure (NB_TYPE_COMPARE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, box);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, strip);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, sides);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, more);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, copy);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, export);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, print);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, letter_a);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, letter_b);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, swap);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, drop_a);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, drop_b);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, content);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, status);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, views);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, verdict);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, verdict_mark);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, figures);
  gtk_widget_class_bind_template_child (widget_class, NbComparePage, text);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_verdict);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
}

static void
nb_compare_page_init (NbComparePage *self)
{
  self->listed = g_ptr_array_new_with_free_func (g_object_unref);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_wrap_layout_apply (GTK_WIDGET (self));
  place_sides (self);
  self->filling = FALSE;
  for (guint side = 0; side < 2; side++)
    {
      self->signals[side] = g_signal_group_new (NB_TYPE_APP_ITEM);
      g_signal_group_connect_swapped (self->signals[side], "notify::reading",
                                      G_CALLBACK (queue_update), self);
      g_signal_group_connect_swapped (self->signals[side], "notify::state",
                                      G_CALLBACK (queue_update), self);
    }
}

/**
 * nb_compare_page_new:
 * @session: the open reports
 *
 * Returns: (transfer full): a page that compares nothing yet
 */
GtkWidget *
nb_compare_page_new (NbSession *session)
{
  NbComparePage *self = g_object_new (NB_TYPE_COMPARE_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (nb_session_get_items (session), "items-changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "loaded", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nb_compare_page_set_items:
 * @self: a page
 * @a: (nullable): what stands on the left
 * @b: (nullable): what stands on the right; either may be on its way
 */
void
nb_compare_page_set_items (NbComparePage *self, NbAppItem *a, NbAppItem *b)
{
  g_return_if_fail (NB_IS_COMPARE_PAGE (self));

  take_item (self, 0, a);
  take_item (self, 1, b);
  fill_drops (self);
  compare (self);
}

/**
 * nb_compare_page_get_item:
 * @self: a page
 * @side: 0 for A, 1 for B
 *
 * Returns: (transfer none) (nullable): what stands there
 */
NbAppItem *
nb_compare_page_get_item (NbComparePage *self, guint side)
{
  g_return_val_if_fail (NB_IS_COMPARE_PAGE (self), NULL);
  return self->items[side];
}

/**
 * nb_compare_page_get_comparison:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is shown
 */
NbComparison *
nb_compare_page_get_comparison (NbComparePage *self)
{
  g_return_val_if_fail (NB_IS_COMPARE_PAGE (self), NULL);
  return self->comparison;
}

NbCompareFigures *
nb_compare_page_get_figures (NbComparePage *self)
{
  g_return_val_if_fail (NB_IS_COMPARE_PAGE (self), NULL);
  return self->figures;
}

NbCompareText *
nb_compare_page_get_text (NbComparePage *self)
{
  g_return_val_if_fail (NB_IS_COMPARE_PAGE (self), NULL);
  return self->text;
}

/**
 * nb_compare_page_show_text:
 * @self: a page
 * @text: whether the text is to be seen, and not the figures
 */
void
nb_compare_page_show_text (NbComparePage *self, gboolean text)
{
  g_return_if_fail (NB_IS_COMPARE_PAGE (self));
  adw_view_stack_set_visible_child_name (self->views, text ? "text" : "figures");
}

/**
 * nb_compare_page_is_busy:
 * @self: a page
 *
 * Returns: whether a comparison is on its way
 */
gboolean
nb_compare_page_is_busy (NbComparePage *self)
{
  g_return_val_if_fail (NB_IS_COMPARE_PAGE (self), FALSE);
  return self->running != NULL || self->update_idle != 0;
}
