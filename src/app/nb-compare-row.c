/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of the list of compared figures: a row of the comparison, or the heading of a table above its
 * rows. Holds the comparison that the row is borrowed from.
 */

#include "nb-compare-row.h"

#include <glib/gi18n-lib.h>

#include "export/nb-comparison-export.h"
#include "export/nb-names.h"
#include "form/nb-label.h"

struct _NbCompareRow
{
  GObject parent_instance;

  NbComparison *comparison;   /* (owned) (nullable) */
  const NbComparisonRow *row; /* (nullable): borrowed from it; none for a heading */
  char *heading;              /* (owned) (nullable) */
  char *label;                /* (owned) (nullable): what it is called here, none for a heading */
  gboolean repeats;           /* the row above says already why it is not compared */
  gboolean narrow;            /* the reason has no column of its own */
  gboolean stacked;           /* A stands above B, the difference above the per cent */
  guint depth;                /* how many groups it stands in */
  NbFinding *finding; /* (owned) (nullable): a relation with one of its values that does not hold */
  double share;       /* of the largest change of its unit, with its sign */
};

G_DEFINE_FINAL_TYPE (NbCompareRow, nb_compare_row, G_TYPE_OBJECT)

static void
nb_compare_row_finalize (GObject *object)
{
  NbCompareRow *self = NB_COMPARE_ROW (object);

  g_clear_object (&self->comparison);
  g_clear_object (&self->finding);
  g_free (self->heading);
  g_free (self->label);

  G_OBJECT_CLASS (nb_compare_row_parent_class)->finalize (object);
}

static void
nb_compare_row_class_init (NbCompareRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_compare_row_finalize;
}

static void
nb_compare_row_init (NbCompareRow *self)
{
}

/**
 * nb_compare_row_new_heading:
 * @title: name of a table or of a group
 * @depth: 0 for a table, how deep a group stands in it
 *
 * Returns: (transfer full): a heading
 */
NbCompareRow *
nb_compare_row_new_heading (const char *title, guint depth)
{
  NbCompareRow *self = g_object_new (NB_TYPE_COMPARE_ROW, NULL);

  self->heading = g_strdup (title);
  self->depth = depth;
  return self;
}

/**
 * nb_compare_row_new:
 * @comparison: a comparison
 * @row: one of its rows
 * @share: the change as a share of the largest one of its unit, -1 to 1
 *
 * Returns: (transfer full): the row
 */
NbCompareRow *
nb_compare_row_new (NbComparison *comparison, const NbComparisonRow *row, double share)
{
  NbCompareRow *self = g_object_new (NB_TYPE_COMPARE_ROW, NULL);

  self->comparison = g_object_ref (comparison);
  self->row = row;
  self->share = share;
  return self;
}

/**
 * nb_compare_row_set_place:
 * @self: a row, no heading
 * @label: what it is called where it stands
 * @depth: how many groups it stands in
 * @finding: (nullable): a relation with one of its values that does not hold
 */
void
nb_compare_row_set_place (NbCompareRow *self, const char *label, guint depth, NbFinding *finding)
{
  g_free (self->label);
  self->label = g_strdup (label);
  self->depth = depth;
  g_set_object (&self->finding, finding);
}

void
nb_compare_row_set_repeats (NbCompareRow *self, gboolean repeats)
{
  self->repeats = repeats;
}

/**
 * nb_compare_row_get_repeats:
 * @self: a row
 *
 * Returns: whether the row above says already why this one is not compared
 */
gboolean
nb_compare_row_get_repeats (NbCompareRow *self)
{
  return self->repeats;
}

/**
 * nb_compare_row_get_label:
 * @self: a row
 *
 * Returns: (transfer none): what it is called where it stands
 */
const char *
nb_compare_row_get_label (NbCompareRow *self)
{
  if (self->heading != NULL)
    return self->heading;
  return self->label != NULL
             ? self->label
             : nb_label_pick (self->row->matter.label_zh, self->row->matter.label_en);
}

/**
 * nb_compare_row_set_narrow:
 * @self: a row
 * @narrow: whether the reason has no column of its own
 * @stacked: whether A stands above B
 */
void
nb_compare_row_set_narrow (NbCompareRow *self, gboolean narrow, gboolean stacked)
{
  self->narrow = narrow;
  self->stacked = stacked;
}

gboolean
nb_compare_row_is_stacked (NbCompareRow *self)
{
  return self->stacked;
}

/**
 * nb_compare_row_dup_title:
 * @self: a row
 *
 * Returns: (transfer full): its name, with why it is not compared where that is said nowhere else
 */
char *
nb_compare_row_dup_title (NbCompareRow *self)
{
  const char *label = nb_compare_row_get_label (self);
  g_autofree char *why = self->row != NULL && self->narrow && !self->repeats &&
                                 !self->row->has_delta
                             ? nb_comparison_row_dup_remark (self->row)
                             : NULL;

  return why != NULL ? g_strdup_printf ("%s\n%s", label, why) : g_strdup (label);
}

guint
nb_compare_row_get_depth (NbCompareRow *self)
{
  return self->depth;
}

NbFinding *
nb_compare_row_get_finding (NbCompareRow *self)
{
  return self->finding;
}

/**
 * nb_compare_row_get_heading:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the name of the table, where it is a heading
 */
const char *
nb_compare_row_get_heading (NbCompareRow *self)
{
  return self->heading;
}

const NbComparisonRow *
nb_compare_row_get_row (NbCompareRow *self)
{
  return self->row;
}

double
nb_compare_row_get_share (NbCompareRow *self)
{
  return self->share;
}

/**
 * nb_compare_row_dup_side:
 * @self: a row, no heading
 * @side: 0 for A, 1 for B
 *
 * Returns: (transfer full): the value, or what stands in its place
 */
char *
nb_compare_row_dup_side (NbCompareRow *self, guint side)
{
  return nb_quantity_dup_text (&self->row->sides[side]);
}

/**
 * nb_compare_row_dup_delta:
 * @self: a row, no heading
 *
 * Returns: (transfer full): the difference with its sign; a dash where there is none
 */
char *
nb_compare_row_dup_delta (NbCompareRow *self)
{
  return self->row->has_delta ? nb_number_dup_signed (self->row->delta) : g_strdup ("—");
}

/**
 * nb_compare_row_dup_percent:
 * @self: a row, no heading
 *
 * Returns: (transfer full): the change in per cent, or why there is none
 */
char *
nb_compare_row_dup_percent (NbCompareRow *self)
{
  if (self->row->has_percent)
    return nb_number_dup_percent (self->row->percent, TRUE);
  if (self->row->has_delta && self->row->reason == NB_REASON_SMALL_BASE)
    return g_strdup (_ ("small base"));
  return g_strdup ("—");
}

/* With its full name, which tells it from the rows of the other groups. */
static char *
dup_values (NbCompareRow *self)
{
  g_autofree char *a = nb_compare_row_dup_side (self, 0);
  g_autofree char *b = nb_compare_row_dup_side (self, 1);
  g_autofree char *delta = nb_compare_row_dup_delta (self);
  g_autofree char *percent = nb_compare_row_dup_percent (self);
  g_autofree char *remark = nb_comparison_row_dup_remark (self->row);
  const char *label = nb_label_pick (self->row->matter.label_zh, self->row->matter.label_en);

  if (!self->row->has_delta)
    /* Translators: a matter, its value in A and in B, why they are not compared */
    return g_strdup_printf (_ ("%s, A %s, B %s, %s"), label, a, b, remark != NULL ? remark : "");
  /* Translators: a matter, its value in A and in B, the difference, the per cent */
  return g_strdup_printf (_ ("%s, A %s, B %s, difference %s, per cent %s"), label, a, b, delta,
                          percent);
}

/**
 * nb_compare_row_dup_spoken:
 * @self: a row, no heading
 *
 * Returns: (transfer full): all of it as one sentence
 */
char *
nb_compare_row_dup_spoken (NbCompareRow *self)
{
  g_autofree char *values = dup_values (self);
  g_autofree char *title = self->finding != NULL ? nb_finding_dup_title (self->finding) : NULL;

  /* Translators: a row of a comparison, a finding about it */
  return title != NULL ? g_strdup_printf (_ ("%s; finding: %s"), values, title)
                       : g_steal_pointer (&values);
}
