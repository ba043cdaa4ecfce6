/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A sentence, what is found in it ("RULE severity relation", one a line; NULL for nothing), and its section. */
typedef struct
{
  const char *text;
  const char *found;
  const char *section;
} ToldSentence;

extern const ToldSentence told_truths[];
extern const unsigned n_told_truths;
extern const ToldSentence told_faults[];
extern const unsigned n_told_faults;
