/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's program: the locale, then the application. */

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "nb-application.h"

int
main (int argc, char **argv)
{
  const char *own = g_getenv ("NB_LOCALEDIR");
  g_autoptr (NbApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, own != NULL ? own : NB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = nb_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
