/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From which year to which: two drop-downs of the years that there are. The last is never before the first:
 * who moves one beyond the other moves both.
 */

#include "nb-year-range.h"

struct _NbYearRange
{
  GtkBox parent_instance;

  GtkDropDown *first;
  GtkDropDown *last;

  GArray *years;    /* (owned) (element-type guint): rising */
  gboolean filling; /* what the drop-downs say is not the user's */
};

G_DEFINE_FINAL_TYPE (NbYearRange, nb_year_range, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_year (NbYearRange *self, GtkDropDown *drop)
{
  guint selected = gtk_drop_down_get_selected (drop);

  return selected < self->years->len ? g_array_index (self->years, guint, selected) : 0;
}

static void
changed (NbYearRange *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
first_cb (NbYearRange *self)
{
  guint first = gtk_drop_down_get_selected (self->first);

  if (!self->filling && first > gtk_drop_down_get_selected (self->last))
    gtk_drop_down_set_selected (self->last, first);
  changed (self);
}

static void
last_cb (NbYearRange *self)
{
  guint last = gtk_drop_down_get_selected (self->last);

  if (!self->filling && last < gtk_drop_down_get_selected (self->first))
    gtk_drop_down_set_selected (self->first, last);
  changed (self);
}

static GListModel *
create_names (NbYearRange *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", g_array_index (self->years, guint, i));

      gtk_string_list_append (names, name);
    }
  return G_LIST_MODEL (names);
}

static void
select_year (NbYearRange *self, GtkDropDown *drop, guint year, guint otherwise)
{
  guint at = otherwise;

  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, guint, i) == year)
      at = i;
  gtk_drop_down_set_selected (drop, at);
}

static void
nb_year_range_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NB_TYPE_YEAR_RANGE);

  G_OBJECT_CLASS (nb_year_range_parent_class)->dispose (object);
}

static void
nb_year_range_finalize (GObject *object)
{
  g_array_unref (NB_YEAR_RANGE (object)->years);

  G_OBJECT_CLASS (nb_year_range_parent_class)->finalize (object);
}

static void
nb_year_range_class_init (NbYearRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_year_range_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_year_range_finalize;

  /* The user wants other years. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-year-range.ui");
  gtk_widget_class_bind_template_child (widget_class, NbYearRange, first);
  gtk_widget_class_bind_template_child (widget_class, NbYearRange, last);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_cb);
}

static void
nb_year_range_init (NbYearRange *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (guint));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

/**
 * nb_year_range_set_years:
 * @self: a range
 * @years: (element-type guint): those there are, rising
 *
 * Years that were chosen stay so while they are there; an end that was open stays open.
 */
void
nb_year_range_set_years (NbYearRange *self, GArray *years)
{
  g_autoptr (GListModel) names = NULL;
  guint first, last;

  g_return_if_fail (NB_IS_YEAR_RANGE (self));

  first = gtk_drop_down_get_selected (self->first) > 0 ? get_year (self, self->first) : 0;
  last = gtk_drop_down_get_selected (self->last) + 1 < self->years->len
             ? get_year (self, self->last)
             : 0;
  g_array_set_size (self->years, 0);
  g_array_append_vals (self->years, years->data, years->len);
  self->filling = TRUE;
  names = create_names (self);
  gtk_drop_down_set_model (self->first, names);
  gtk_drop_down_set_model (self->last, names);
  select_year (self, self->first, first, 0);
  select_year (self, self->last, last, years->len > 0 ? years->len - 1 : 0);
  self->filling = FALSE;
}

/**
 * nb_year_range_get_first:
 * @self: a range
 *
 * Returns: the first year that is wanted, or 0 where there is none
 */
guint
nb_year_range_get_first (NbYearRange *self)
{
  g_return_val_if_fail (NB_IS_YEAR_RANGE (self), 0);
  return get_year (self, self->first);
}

/**
 * nb_year_range_get_last:
 * @self: a range
 *
 * Returns: the last year that is wanted, or 0 where there is none
 */
guint
nb_year_range_get_last (NbYearRange *self)
{
  g_return_val_if_fail (NB_IS_YEAR_RANGE (self), 0);
  return get_year (self, self->last);
}
