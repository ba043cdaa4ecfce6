/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parsers of libxml2; see nb-parser.c. */

#pragma once

#include <glib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

xmlParserCtxt *nb_parser_new (void);
htmlParserCtxt *nb_parser_new_html (void);

G_END_DECLS
