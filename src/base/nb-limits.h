/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Every limit of the library, named here and tested by name in tests/base/test-limits.c or in the
 * test of the room that holds to it. Sizes are bytes, times are seconds.
 */

/* Source */
#define NB_LIMIT_INPUT_BYTES    (64 * 1024 * 1024) /* default of --max-bytes; decoded bytes of one input */
#define NB_LIMIT_FETCH_SECONDS  30                 /* default of --timeout; one address, from the call to the last byte */
#define NB_LIMIT_REDIRECTS      10                 /* hops of one address */
#define NB_LIMIT_FETCH_RATIO    200                /* bytes of a fetched page to those that came ... */
#define NB_LIMIT_FETCH_RATIO_BYTES (1024 * 1024)   /* ... from this many bytes on */
#define NB_LIMIT_KEPT_PAGES     500                /* fetched pages that are kept for reading offline ... */
#define NB_LIMIT_KEPT_BYTES     (512 * 1024 * 1024) /* ... and bytes of all of them */
#define NB_LIMIT_META_PRESCAN   4096               /* bytes of a page searched for a declared charset */

/* Document */
#define NB_LIMIT_COLUMN_SPAN    1000               /* as in HTML */
#define NB_LIMIT_ROW_SPAN       65534              /* as in HTML */
#define NB_LIMIT_TABLE_COLUMNS  1000               /* columns of one grid whose row spans are followed */
#define NB_LIMIT_NESTING        4096               /* depth of elements that is walked */
#define NB_LIMIT_DEEP_ERRORS    20000              /* stray end tags below 256 levels */
#define NB_LIMIT_ATTRIBUTES     256                /* attributes of one element that are read */
#define NB_LIMIT_STYLE_RULES    4000               /* rules of the style sheets of one page that tell what is seen; more: not read */
#define NB_LIMIT_STYLE_LOOKS    50000000           /* rules that are looked at for all elements of one page */
#define NB_LIMIT_STYLE_ALTERNATIVES (16 * NB_LIMIT_STYLE_RULES) /* alternatives within the selectors of one page; more: not read */
#define NB_LIMIT_STYLE_BLOCKS   16                 /* blocks within blocks of a style sheet; deeper: not read */
#define NB_LIMIT_STYLE_OUTER_BYTES 400             /* selectors of a rule that are put in the place of "&" within it ... */
#define NB_LIMIT_STYLE_PLACES   1000               /* ... in so many places; else the rules within it are not sure */
#define NB_LIMIT_SELECTOR_BYTES 500                /* each of the selectors that one stands for, on average; longer: not read */
#define NB_LIMIT_SELECTOR_EXPANDED 256             /* selectors that one with alternatives stands for; more: not read */
#define NB_LIMIT_SELECTOR_CLASSES 8                /* classes of one selector ... */
#define NB_LIMIT_SELECTOR_ATTRIBUTES 4             /* ... and attributes; with more it is not sure */
#define NB_LIMIT_ELEMENTS       1000000            /* elements and texts of one page */
#define NB_LIMIT_XML_NESTING    200                /* depth of the elements of a part of a DOCX or OFD */
#define NB_LIMIT_METAS          10000              /* meta elements of one page */
#define NB_LIMIT_PIECES         250000             /* paragraphs and cells of one document */
#define NB_LIMIT_LINES          (4 * NB_LIMIT_PIECES) /* line ends of one text, those of blank lines too */
#define NB_LIMIT_PACKAGE_ENTRIES 2000              /* entries of one ZIP file */
#define NB_LIMIT_PACKAGE_ENTRY_BYTES (50 * 1024 * 1024) /* one entry, decompressed */
#define NB_LIMIT_PACKAGE_BYTES  (200 * 1024 * 1024) /* all entries, decompressed */
#define NB_LIMIT_PACKAGE_RATIO  200                /* decompressed bytes to those of the file ... */
#define NB_LIMIT_PACKAGE_RATIO_BYTES (1024 * 1024) /* ... from this many decompressed bytes on */
#define NB_LIMIT_PAGES          1000               /* pages of one document that is set in pages */
#define NB_LIMIT_GLYPHS         2000000            /* characters of one such document */
#define NB_LIMIT_RULES          500000             /* drawn lines of one such document */
#define NB_LIMIT_UNIT_BYTES     (16 * 1024 * 1024) /* resources with what composite objects of one document of an OFD stand for */
#define NB_LIMIT_OFD_OBJECTS    500000             /* objects of one OFD, each as often as a page, a template or another object draws it */
#define NB_LIMIT_COVER_LOOKS    100000000          /* digits of one OFD that are looked at for the filled areas of their pages, once for each */
#define NB_LIMIT_PAGE_RULES     1000               /* drawn lines of one page along one axis, joined; more: no table is made of them */
#define NB_LIMIT_PAGE_PARTS     4000               /* parts of lines of one page that tables without lines are looked for in */
#define NB_LIMIT_FLAT_BYTES     (1024 * 1024)      /* one line of text that may be a flattened table */
#define NB_LIMIT_TRADITIONAL_BYTES (2 * 1024 * 1024) /* text in traditional characters that is converted to find labels */
#define NB_LIMIT_LINKS          50                 /* links that are offered instead of a report */
#define NB_LIMIT_MIME_PARTS     2000               /* parts of one web archive */
#define NB_LIMIT_MIME_NESTING   8                  /* depth of parts within parts */
#define NB_LIMIT_JSON_NESTING   32                 /* objects and arrays within each other in JSON that is read back */
#define NB_LIMIT_RECORD_ROWS    50000              /* figures, and sections, of one report that is read back */

#define NB_LIMIT_PDF_PAGES      500                /* pages of one PDF */
#define NB_LIMIT_PDF_PIXELS     (8 * 1024 * 1024)  /* a page of a PDF as it is looked at; of a larger one only the letters are read */
#define NB_LIMIT_PDF_RULES      20000              /* lines that are seen on one page of a PDF */
#define NB_LIMIT_DOC_CHARACTERS (16 * 1024 * 1024) /* characters of one old Word file */
#define NB_LIMIT_HELPER_MEMORY  (512 * 1024 * 1024) /* address space of a helper process */
#define NB_LIMIT_HELPER_CPU_SECONDS 20             /* computing of a helper process */
#define NB_LIMIT_HELPER_SECONDS 30                 /* a helper process from start to end */
#define NB_LIMIT_HELPER_OUTPUT_BYTES (64 * 1024 * 1024) /* what a helper process writes */

/* Base */
#define NB_LIMIT_DIGITS         18                 /* digits of one number; longer is unreadable */

/* Report */
#define NB_LIMIT_PARTS          64                 /* table sets of one input */
#define NB_LIMIT_EXTRA_ROWS     2000               /* rows of one report that no form has */

#define NB_LIMIT_PROSE          (1024 * 1024)      /* bytes of the prose of one report that are read sentence by sentence */
#define NB_LIMIT_SENTENCE       4000               /* bytes of one of these sentences */
#define NB_LIMIT_SENTENCE_NUMBERS 40               /* numbers in one of them */

/* Series */
#define NB_LIMIT_DIFF_EDITS     2000               /* words or sentences that differ before two texts are told apart as a whole */
#define NB_LIMIT_DIFF_WORDS     100000             /* words of one section that are compared */
#define NB_LIMIT_DIFF_PAIRS     2500               /* pairs of sentences of one place that are tried */

/* Workspace */
#define NB_LIMIT_WORKSPACE_REPORTS 20000           /* reports of one check */
#define NB_LIMIT_WORKSPACE_BYTES (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024) /* of their texts, kept until all are read */
#define NB_LIMIT_NOTES          50000              /* reports whose notes are known */
#define NB_LIMIT_NOTES_BYTES    (4 * 1024 * 1024)  /* the notes on one report */
#define NB_LIMIT_ALL_NOTES_BYTES (256 * 1024 * 1024) /* the notes on all of them */
#define NB_LIMIT_MARKS          2000               /* marks on one report */
#define NB_LIMIT_ENTRIES        5000               /* figures of one report that are keyed in */
#define NB_LIMIT_NOTE           2000               /* characters of a note */

/* Chart */
#define NB_LIMIT_PICTURE_PIXELS 100000000          /* pixels of one picture, points of one page */
#define NB_LIMIT_PAPER_PAGES    5000               /* pages of one PDF that is written */
#define NB_LIMIT_CHECK_SHEETS   500                /* reports with a page of their own on a check sheet of many */
#define NB_LIMIT_CHART_PANELS   200                /* small pictures of one chart */
