/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row of the side bar: a heading, or one report with its year, its form, the mark of its gravest finding
 * and how many findings there are; where the heading is not the organ, the row names it. Follows its item
 * while it is read, with a button that gives it up.
 *
 * A list view of GTK 4.8 holds two hundred rows, whatever its height, and may bind all of them anew in one
 * frame. So a row asks for a height in ems, sets no text to measure, and draws itself where it is near what is
 * seen. Main thread only.
 */

#include "nb-sidebar-row.h"

#include <glib/gi18n-lib.h>

#include "nb-mark.h"
#include "nb-ui-text.h"

enum
{
  SPACING = 6,
  MARK_SIZE = 16,
};

#define DIMMED 0.55f

/* Text of the row; the layout is made when it is first drawn. */
typedef struct
{
  char *text;          /* (owned) (nullable) */
  PangoLayout *layout; /* (owned) (nullable) */
} Part;

struct _NbSidebarRow
{
  GtkWidget parent_instance;

  Part title;
  Part detail;
  Part count;
  const char *mark_icon;  /* (nullable): static */
  const char *mark_class; /* static */
  GtkWidget *spinner;     /* (nullable): made when it is first needed */
  GtkWidget *cancel;      /* (nullable): as well */

  GSignalGroup *signals; /* (owned): on the item */
  NbAppItem *item;       /* (owned) (nullable) */
  char *name;            /* (owned) (nullable): accessible name */
  gboolean show_organ;
  gboolean skipped; /* it was too far from what is seen to be drawn */
};

G_DEFINE_FINAL_TYPE (NbSidebarRow, nb_sidebar_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_part (Part *part, const char *text)
{
  if (g_strcmp0 (part->text, text) == 0)
    return;
  g_clear_object (&part->layout);
  g_free (part->text);
  part->text = g_strdup (text);
}

static void
set_mark (NbSidebarRow *self, const char *icon, const char *css_class, const char *tooltip)
{
  self->mark_icon = icon;
  self->mark_class = css_class;
  nb_ui_set_tooltip (GTK_WIDGET (self), tooltip);
}

static void
take_name (NbSidebarRow *self, char *name)
{
  g_free (self->name);
  self->name = name;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
dup_findings_text (NbAppItem *item)
{
  guint n_findings = nb_app_item_get_n_findings (item);
  guint n_open = nb_app_item_get_n_open (item);
  NbFinding *worst = nb_app_item_get_worst (item);

  if (n_findings > 0)
    return g_strdup_printf (
        /* Translators: "8 findings, worst: Error". */
        g_dngettext (GETTEXT_PACKAGE, "%u finding, worst: %s", "%u findings, worst: %s",
                     n_findings),
        n_findings, nb_ui_severity_name (nb_finding_get_severity (worst)));
  if (n_open > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "no findings, %u relation is open",
                                         "no findings, %u relations are open", n_open),
                            n_open);
  return g_strdup (_ ("no findings"));
}

static void
show_ready (NbSidebarRow *self)
{
  NbReport *report = nb_app_item_get_report (self->item);
  const NbForm *form = nb_report_get_form (report);
  const char *organ = nb_report_get_organ (report);
  guint year = nb_report_get_year (report);
  guint n_findings = nb_app_item_get_n_findings (self->item);
  NbFinding *worst = nb_app_item_get_worst (self->item);
  g_autofree char *title = year > 0 ? g_strdup_printf ("%u", year) : g_strdup (_ ("No year"));
  g_autofree char *form_text = form != NULL ? g_strdup_printf (_ ("%s form"), form->id)
                                            : g_strdup (_ ("unknown form"));
  g_autofree char *findings = dup_findings_text (self->item);
  g_autofree char *count = n_findings > 0 ? g_strdup_printf ("%u", n_findings) : NULL;
  const char *scope = nb_report_get_scope (report);
  g_autofree char *detail = scope != NULL ? g_strdup_printf ("%s · %s", form_text, scope)
                                          : g_strdup (form_text);

  set_part (&self->title, !self->show_organ ? title : organ != NULL ? organ : _ ("Unknown organ"));
  set_part (&self->detail, self->show_organ ? title : detail);
  set_part (&self->count, count);
  if (worst != NULL)
    set_mark (self, nb_ui_severity_icon (nb_finding_get_severity (worst)),
              nb_ui_severity_css_class (nb_finding_get_severity (worst)), findings);
  else if (nb_app_item_get_n_open (self->item) > 0)
    set_mark (self, nb_ui_severity_icon (NB_SEVERITY_HINT),
              nb_ui_severity_css_class (NB_SEVERITY_HINT), findings);
  else
    set_mark (self, "nb-ok-symbolic", "success", findings);
  /* Translators: name of a row for a screen reader: organ, year, form, findings. */
  take_name (self,
             g_strdup_printf (_ ("%s %s, %s, %s"), organ != NULL ? organ : _ ("Unknown organ"),
                              title, form_text, findings));
}

static void
show_unread (NbSidebarRow *self)
{
  g_autofree char *name = nb_app_item_dup_name (self->item);
  const GError *error = nb_app_item_get_error (self->item);
  gboolean failed = nb_app_item_get_state (self->item) == NB_APP_ITEM_FAILED && error != NULL;

  set_part (&self->title, name);
  set_part (&self->detail, NULL);
  set_part (&self->count, NULL);
  set_mark (self, failed ? nb_ui_severity_icon (NB_SEVERITY_ERROR) : NULL,
            failed ? nb_ui_severity_css_class (NB_SEVERITY_ERROR) : NULL,
            failed ? nb_ui_error_title (error) : NULL);
  take_name (self,
             g_strdup_printf ("%s, %s", name, failed ? nb_ui_error_title (error) : _ ("Opening")));
}

static void
cancel_cb (NbSidebarRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
show_cancel (NbSidebarRow *self, gboolean show)
{
  if (show && self->cancel == NULL)
    {
      self->cancel = gtk_button_new_from_icon_name ("window-close-symbolic");
      gtk_widget_add_css_class (self->cancel, "flat");
      gtk_widget_add_css_class (self->cancel, "circular");
      nb_ui_set_tooltip (self->cancel, _ ("Cancel"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cancel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Cancel"), -1);
      g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
      gtk_widget_set_parent (self->cancel, GTK_WIDGET (self));
    }
  if (self->cancel != NULL)
    gtk_widget_set_visible (self->cancel, show);
}

static void
show_spinner (NbSidebarRow *self, gboolean spin)
{
  if (spin && self->spinner == NULL)
    {
      self->spinner = gtk_spinner_new ();
      gtk_widget_set_parent (self->spinner, GTK_WIDGET (self));
    }
  if (self->spinner == NULL)
    return;
  gtk_widget_set_visible (self->spinner, spin);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), spin);
}

static void
show_heading (NbSidebarRow *self, NbHeading *heading)
{
  const char *title = nb_heading_get_title (heading);

  set_part (&self->title, title);
  set_part (&self->detail, NULL);
  set_part (&self->count, NULL);
  set_mark (self, NULL, NULL, title);
  take_name (self, g_strdup (title));
}

static void
update (NbSidebarRow *self)
{
  gboolean ready = nb_app_item_get_reading (self->item) != NULL;
  gboolean loading = nb_app_item_get_state (self->item) == NB_APP_ITEM_LOADING;

  show_cancel (self, loading && !ready);
  show_spinner (self, loading);
  if (ready)
    show_ready (self);
  else
    show_unread (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
need_layout (NbSidebarRow *self, Part *part, double scale)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (part->layout != NULL)
    return part->layout;
  part->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), part->text);
  attributes = nb_ui_new_han_attributes (part->text);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (part->layout, attributes);
  pango_layout_set_ellipsize (part->layout, PANGO_ELLIPSIZE_END);
  return part->layout;
}

/* Draws a part from @x on, on the middle of the row's height; returns its width, @most at the most. */
static int
draw_part (NbSidebarRow *self,
           GtkSnapshot *snapshot,
           Part *part,
           double scale,
           float alpha,
           int x,
           int most)
{
  PangoLayout *layout;
  GdkRGBA color;
  int width, height;

  if (part->text == NULL || most <= 0)
    return 0;
  layout = need_layout (self, part, scale);
  pango_layout_set_width (layout, most * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= alpha;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    (float) x, (float) ((gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  return width;
}

/* The count stands at the end in a column of two digits, which are about as wide as the row is high by two
 * thirds, and the mark before it; returns where they begin. */
static int
draw_tail (NbSidebarRow *self, GtkSnapshot *snapshot, int end)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int mark = (int) (MARK_SIZE * CLAMP (nb_ui_get_text_scale (GTK_WIDGET (self)), 1, 2));
  int x = end;

  if (self->mark_icon == NULL)
    return x;
  x -= height * 2 / 3;
  if (self->count.text != NULL)
    {
      pango_layout_get_pixel_size (need_layout (self, &self->count, 1), &end, NULL);
      x = MIN (x, gtk_widget_get_width (GTK_WIDGET (self)) - end);
      draw_part (self, snapshot, &self->count, 1, 1, x, end);
    }
  x -= SPACING + mark;
  nb_mark_draw (GTK_WIDGET (self), snapshot, self->mark_icon, self->mark_class, x,
                (height - mark) / 2, mark);
  return x - SPACING;
}

/* Whether the row is seen, or would be if the list moved by its height. */
static gboolean
is_near (NbSidebarRow *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;
  float height;

  if (list == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), list, &bounds))
    return TRUE;
  height = (float) gtk_widget_get_height (list);
  return bounds.origin.y > -height && bounds.origin.y < 2 * height;
}

static void
nb_sidebar_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NbSidebarRow *self = NB_SIDEBAR_ROW (widget);
  int end = gtk_widget_get_width (widget);
  int width;

  self->skipped = !is_near (self);
  if (self->skipped)
    return;
  GTK_WIDGET_CLASS (nb_sidebar_row_parent_class)->snapshot (widget, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      end -= gtk_widget_get_width (child) + SPACING;
  end = draw_tail (self, snapshot, end);
  width = draw_part (self, snapshot, &self->title, 1, 1, 0, end);
  draw_part (self, snapshot, &self->detail, PANGO_SCALE_SMALL, DIMMED, width + SPACING,
             end - width - SPACING);
}

/* The width is the side bar's to give, the height is in the style; only what a button needs is asked for. */
static void
nb_sidebar_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, orientation == GTK_ORIENTATION_VERTICAL ? least : 0);
    }
  *natural = *minimum;
}

static void
nb_sidebar_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      int natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      width -= natural;
      gtk_widget_size_allocate (child, &(GtkAllocation){ width, 0, natural, height }, -1);
      width -= SPACING;
    }
}

static void
forget_layouts (NbSidebarRow *self)
{
  g_clear_object (&self->title.layout);
  g_clear_object (&self->detail.layout);
  g_clear_object (&self->count.layout);
}

static void
nb_sidebar_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (nb_sidebar_row_parent_class)->css_changed (widget, change);
  forget_layouts (NB_SIDEBAR_ROW (widget));
}

static void
nb_sidebar_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (nb_sidebar_row_parent_class)->system_setting_changed (widget, setting);
  forget_layouts (NB_SIDEBAR_ROW (widget));
}

static void
nb_sidebar_row_dispose (GObject *object)
{
  NbSidebarRow *self = NB_SIDEBAR_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->spinner, gtk_widget_unparent);
  g_clear_pointer (&self->cancel, gtk_widget_unparent);
  forget_layouts (self);
  g_clear_pointer (&self->title.text, g_free);
  g_clear_pointer (&self->detail.text, g_free);
  g_clear_pointer (&self->count.text, g_free);

  G_OBJECT_CLASS (nb_sidebar_row_parent_class)->dispose (object);
}

static void
nb_sidebar_row_class_init (NbSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_sidebar_row_dispose;
  widget_class->measure = nb_sidebar_row_measure;
  widget_class->size_allocate = nb_sidebar_row_size_allocate;
  widget_class->snapshot = nb_sidebar_row_snapshot;
  widget_class->css_changed = nb_sidebar_row_css_changed;
  widget_class->system_setting_changed = nb_sidebar_row_system_setting_changed;

  /* The user gives up what is on its way. */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "sidebarrow");
}

static void
nb_sidebar_row_init (NbSidebarRow *self)
{
  self->signals = g_signal_group_new (NB_TYPE_APP_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::reading", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::findings", G_CALLBACK (update), self);
}

GtkWidget *
nb_sidebar_row_new (void)
{
  return g_object_new (NB_TYPE_SIDEBAR_ROW, NULL);
}

/**
 * nb_sidebar_row_set_item:
 * @self: a row
 * @item: (nullable): an #NbAppItem or an #NbHeading
 * @show_organ: whether the row names the organ, since its heading does not
 */
void
nb_sidebar_row_set_item (NbSidebarRow *self, GObject *item, gboolean show_organ)
{
  gboolean heading = item != NULL && NB_IS_HEADING (item);
  NbAppItem *own = item != NULL && !heading ? NB_APP_ITEM (item) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (NB_IS_SIDEBAR_ROW (self));

  self->show_organ = show_organ;
  g_set_object (&self->item, own);
  g_signal_group_set_target (self->signals, own);
  /* A row that is free keeps what it showed, which costs nothing, until it is bound again. */
  if (item == NULL)
    return;
  if (heading)
    gtk_widget_add_css_class (widget, "nb-heading");
  else
    gtk_widget_remove_css_class (widget, "nb-heading");
  if (heading)
    {
      show_cancel (self, FALSE);
      show_spinner (self, FALSE);
      show_heading (self, NB_HEADING (item));
      gtk_widget_queue_draw (widget);
    }
  else
    update (self);
}

/**
 * nb_sidebar_row_scrolled:
 * @self: a row
 *
 * The list has moved: a row that was not drawn may come into sight.
 */
void
nb_sidebar_row_scrolled (NbSidebarRow *self)
{
  g_return_if_fail (NB_IS_SIDEBAR_ROW (self));
  if (self->skipped)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nb_sidebar_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the report that it shows; none for a heading
 */
NbAppItem *
nb_sidebar_row_get_item (NbSidebarRow *self)
{
  g_return_val_if_fail (NB_IS_SIDEBAR_ROW (self), NULL);
  return self->item;
}

const char *
nb_sidebar_row_get_name (NbSidebarRow *self)
{
  g_return_val_if_fail (NB_IS_SIDEBAR_ROW (self), NULL);
  return self->name;
}
