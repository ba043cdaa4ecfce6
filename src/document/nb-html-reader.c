/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-document-private.h"
#include "base/nb-error.h"

/* Replaced by the HTML reader when it lands. */
NbDocument *
nb_html_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, NB_ERROR, NB_ERROR_UNSUPPORTED, "no HTML reader yet");
  return NULL;
}
