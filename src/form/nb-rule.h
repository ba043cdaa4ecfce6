/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbRule:
 * @id: "T3-01"
 * @severity: the gravest that it gives: "error", "law", "warning", "hint" or "info"
 * @family: what it is about: "requests", "narrative" …
 * @title_zh: the fault in a few words
 * @title_en: the same
 * @relation_zh: what must hold
 * @relation_en: the same
 * @source_zh: the article, notice or form cell that it rests on
 * @source_en: the same
 * @exceptions_zh: (nullable): when it may rightly not hold
 * @exceptions_en: (nullable): the same
 *
 * One rule that reports are put to, from data/forms/rules.xml. Static for the life of the process.
 */
typedef struct {
  const char *id;
  const char *severity;
  const char *family;
  const char *title_zh;
  const char *title_en;
  const char *relation_zh;
  const char *relation_en;
  const char *source_zh;
  const char *source_en;
  const char *exceptions_zh;
  const char *exceptions_en;
} NbRule;

const NbRule *nb_rules_get  (guint *n_rules); /* in the order in which findings are told */
const NbRule *nb_rules_find (const char *id);

G_END_DECLS
