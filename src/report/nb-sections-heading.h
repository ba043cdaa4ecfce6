/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/nb-document.h"
#include "form/nb-form.h"

G_BEGIN_DECLS

/**
 * NbHeadingStyle:
 * @NB_HEADING_PLAIN: no numeral, or only the comma that stood behind a lost one
 * @NB_HEADING_CHINESE: 一、
 * @NB_HEADING_PART: 第一部分
 * @NB_HEADING_ARABIC: 1、 or 1.
 *
 * How a heading of the top level is numbered.
 */
typedef enum
{
  NB_HEADING_PLAIN,
  NB_HEADING_CHINESE,
  NB_HEADING_PART,
  NB_HEADING_ARABIC,
} NbHeadingStyle;

/* A line that may open a section. All offsets are bytes of the document text. */
typedef struct
{
  NbHeadingStyle style;
  guint number;        /* 0 for none */
  guint number_offset; /* the numeral as printed */
  guint number_length;
  guint first;  /* piece where it begins */
  guint last;   /* piece where it ends: the same but for a heading that was broken */
  guint offset; /* of the heading behind the numeral */
  guint length;
  guint rest_offset; /* prose behind it in the same piece */
  guint rest_length;
  const NbFormSection *section; /* (nullable): the section of the form that it names */
  gboolean is_marked;           /* as a heading, in the source */
  gboolean has_comma;
} NbHeading;

gboolean nb_heading_read (NbDocument *document,
                          guint piece,
                          guint end,
                          const NbForm *form,
                          gboolean arabic,
                          NbHeading *heading);
char *nb_heading_dup_text (NbDocument *document, const NbHeading *heading);
char *nb_heading_squeeze (const char *text, gsize length);

G_END_DECLS
