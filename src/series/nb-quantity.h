/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

/**
 * NbQuantity:
 * @state: what stands there; %NB_STATE_MISSING also where the form has no such matter; number or zero also where
 *   one was keyed in
 * @value: the number, where @state is number or zero
 * @not_in_form: whether the report's form has no such matter at all
 * @summed: whether it is computed from several figures and printed nowhere
 * @no_unit: whether it is an amount of money that is printed without any unit
 * @entered: whether the number, or a term of it, was keyed in by hand and is printed nowhere
 * @figure: (nullable): the figure; of a sum the first one without a number, else the first; borrowed
 *
 * What one report says of one matter.
 */
typedef struct
{
  NbState state;
  NbDecimal value;
  gboolean not_in_form;
  gboolean summed;
  gboolean no_unit;
  gboolean entered;
  NbFigure *figure;
} NbQuantity;

gboolean nb_quantity_is_known (const NbQuantity *self);
NbQuantity nb_quantity_printed (NbFigure *figure);
NbQuantity nb_quantity_of_figure (NbFigure *figure);
NbQuantity nb_quantity_read (NbReport *report, const char *expression);
NbQuantity nb_quantity_read_role (NbReport *report, const char *role);
NbQuantity nb_quantity_add (NbQuantity a, NbQuantity b);
const char *nb_quantity_find_id (const NbForm *form, const char *role);
GPtrArray *nb_quantity_list_figures (NbReport *report, const char *expression);

G_END_DECLS
