/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NB_DIFF_EQUAL,
  NB_DIFF_REMOVED,
  NB_DIFF_ADDED,
} NbDiffKind;

/**
 * NbDiffRun:
 * @kind: what happened to it
 * @a: first token in A (where it would stand, for one that was added)
 * @b: first token in B (where it would stand, for one that was removed)
 * @length: tokens
 *
 * Tokens that fared alike. Runs come in order; of one place what was removed comes first.
 */
typedef struct
{
  NbDiffKind kind;
  guint a;
  guint b;
  guint length;
} NbDiffRun;

GArray *nb_diff (const guint *a, guint n_a, const guint *b, guint n_b, gboolean *complete);

G_END_DECLS
