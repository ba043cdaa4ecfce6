/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbShingles:
 * @hashes: (array length=n): sorted, each once
 * @n: how many
 *
 * Every run of five characters of a text, numbers masked: what of one text stands in another.
 */
typedef struct {
  guint32 *hashes;
  guint    n;
} NbShingles;

NbShingles *nb_shingles_new      (const char *const *texts);
void        nb_shingles_free     (NbShingles *self);
double      nb_shingles_contain  (const NbShingles *self, const NbShingles *other);
guint       nb_shingles_sample   (const NbShingles *self, guint32 *sample);

/* What of a text counts for being alike, as UTF-8. (transfer full) */
char       *nb_similarity_dup_key (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbShingles, nb_shingles_free)

/* One in so many hashes stands for all of them where many reports are searched. */
#define NB_SHINGLES_SAMPLE 16

G_END_DECLS
