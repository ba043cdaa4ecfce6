/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report made up from a seed: see gen-report.h. */

#include "gen-report.h"

#include <string.h>

static void
free_figure (gpointer data)
{
  GenFigure *figure = data;

  g_free (figure->id);
  g_free (figure->printed);
  g_free (figure);
}

/**
 * gen_report_new:
 * @form: 2008, 2014, 2019 or 2021
 * @seed: any number
 * @plain: whether a layout that separates cells by blanks will print it
 *
 * Returns: (transfer full): a report with spelling and shape thrown, which may be changed before gen_report_build()
 */
GenReport *
gen_report_new (guint form, guint seed, gboolean plain)
{
  GenReport *self = g_new0 (GenReport, 1);

  self->form = form;
  self->seed = seed;
  self->rand = g_rand_new_with_seed (seed * 2654435761u + form);
  self->figures = g_ptr_array_new_with_free_func (free_figure);
  self->sections = gen_sections_new ();
  self->title = g_ptr_array_new_with_free_func (g_free);
  self->lead = g_ptr_array_new_with_free_func (g_free);
  self->sign = g_ptr_array_new_with_free_func (g_free);
  gen_spelling_choose (&self->spelling, self->rand, plain);
  self->shape.no_units = gen_chance (self->rand, 15);
  return self;
}

void
gen_report_build (GenReport *self)
{
  gen_figures_make (self);
  gen_prose_make (self);
}

void
gen_report_free (GenReport *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->title);
  g_ptr_array_unref (self->lead);
  g_ptr_array_unref (self->sign);
  g_free (self->organ);
  g_free (self->period_start);
  g_free (self->period_end);
  g_free (self->published);
  g_free (self->signed_on);
  g_free (self->damage);
  g_free (self);
}

GenFigure *
gen_report_find (GenReport *self, const char *id)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      GenFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_str_equal (figure->id, id))
        return figure;
    }
  g_error ("no figure %s", id);
}

GenFigure *
gen_report_find_appendix (GenReport *self, const char *id)
{
  g_autofree char *whole = g_strconcat ("appendix_", id, NULL);

  return gen_report_find (self, whole);
}
