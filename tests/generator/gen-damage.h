/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Damage that is planted in a made-up report, and what may then come back. */

#include "gen-layout.h"

G_BEGIN_DECLS

/**
 * GenDamage:
 * @plant: (nullable): changes the tables and what is allowed; FALSE where this report has no place for it
 * @spoil: (nullable): changes the bytes
 */
typedef struct {
  const char *name;
  gboolean (*plant) (const GenLayout *layout, GenReport *report);
  void     (*spoil) (GenReport *report, GByteArray *bytes);
} GenDamage;

extern const GenDamage gen_damages[];
extern const guint     gen_n_damages;

const GenDamage *gen_damage_find  (const char *name);
gboolean         gen_damage_plant (const GenDamage *self, const GenLayout *layout, GenReport *report);
GBytes          *gen_damage_spoil (const GenDamage *self, const GenLayout *layout, GenReport *report, GBytes *bytes);

G_END_DECLS
