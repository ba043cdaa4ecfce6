/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of packages share: ZIP files made in memory, and reports that are written anew. */

#include "base/nb-error.h"
#include "document/nb-document.h"

G_BEGIN_DECLS

/* Pairs of name and content, NULL behind the last. (transfer full) */
GBytes     *nb_test_zip                  (const char *name, ...) G_GNUC_NULL_TERMINATED;
/* The same, entries from a list of pairs, and a password or none. */
GBytes     *nb_test_zip_list             (const char *const *pairs, const char *password);
NbSource   *nb_test_source               (GBytes *bytes);
NbDocument *nb_test_read                 (GBytes *bytes, GError **error);

/* A file that is refused, and its sentence; one that is read, as nb_test_html_dump() shows it. */
void        nb_test_assert_refused       (GBytes *bytes, NbError code, const char *words);
void        nb_test_assert_reads         (GBytes *bytes, const char *expected);

/* A report of data/samples, read; (nullable) where the folder is not there. */
NbDocument *nb_test_sample               (const char *name);
/* The same figures, or marked ones; never another number, nor a blank in its place. Returns how many are the same. */
guint       nb_test_assert_no_wrong_figure (NbDocument *expected, NbDocument *got);
/* The same figures; the same report: title, organ, year and sections as well. */
void        nb_test_assert_same_figures  (NbDocument *expected, NbDocument *got);
void        nb_test_assert_same_report   (NbDocument *expected, NbDocument *got);

/**
 * NbTestDialect:
 * @name: what follows the prefix in the path of its test
 * @flags: for the writer
 * @unclear: whether cells may stay unclear, though never wrong: no rule holds their lines together
 *
 * One way in which a writer may set a report.
 */
typedef struct
{
  const char *name;
  guint flags;
  gboolean unclear;
} NbTestDialect;

typedef GBytes *(*NbTestWriter) (NbDocument *document, guint flags);

/* Writes reports of every layout in each dialect, and wants them back as they were. */
void        nb_test_add_dialects         (const char *prefix,
                                          NbTestWriter writer,
                                          const NbTestDialect *dialects,
                                          gsize n_dialects);

G_END_DECLS
