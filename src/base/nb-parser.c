/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Parsers of libxml2. The first one that a program makes sets the library up, under no lock where nobody asked for that
 * before: two threads that make their first at once may wait for each other for ever (seen with libxml2 2.9.14). So every
 * parser is made here. Any thread.
 */

#include "nb-parser.h"

static void
set_up (void)
{
  static gsize is_set_up;

  if (g_once_init_enter (&is_set_up))
    {
      xmlInitParser ();
      g_once_init_leave (&is_set_up, 1);
    }
}

/**
 * nb_parser_new:
 *
 * Returns: (transfer full) (nullable): a parser of XML, freed with xmlFreeParserCtxt(); %NULL where memory is short
 */
xmlParserCtxt *
nb_parser_new (void)
{
  set_up ();
  return xmlNewParserCtxt ();
}

/**
 * nb_parser_new_html:
 *
 * Returns: (transfer full) (nullable): a parser of HTML, freed with htmlFreeParserCtxt(); %NULL where memory is short
 */
htmlParserCtxt *
nb_parser_new_html (void)
{
  set_up ();
  return htmlNewParserCtxt ();
}
