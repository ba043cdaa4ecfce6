/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * nianbao-cli: the program without a display. Everything is in nb-cli.c, so that it can be linked.
 */

#include "nb-cli.h"

int
main (int argc, char **argv)
{
  return nb_cli_main (argc, argv);
}
