/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-html-tree.h"

G_BEGIN_DECLS

/* What is known of the labels of a page. */
typedef struct
{
  gboolean is_known;
  gboolean has_any; /* in a font of the page */
} NbHtmlLabels;

gboolean nb_html_labels_differ (NbHtmlLabels *self, NbHtmlTree *tree, guint index);

G_END_DECLS
