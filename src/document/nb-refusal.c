/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is recognised and not read: named, with what to do instead. Nothing is kept; any thread.
 */

#include "nb-refusal.h"

#include "base/nb-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SPREADSHEET                                                                                                  \
  N_ ("this is a spreadsheet (.xls, .xlsx, .et), which this program does not read; save it as a web page or as CSV, " \
      "and open that")

typedef struct
{
  const char *media_type; /* or how it begins */
  NbError code;
  const char *message;
} Refusal;

/* The first that fits. */
static const Refusal refusals[] = {
  { "image/", NB_ERROR_UNSUPPORTED,
    N_ ("this is a picture, whose text this program does not read; open the report as a web page or a document") },
  { "application/gzip", NB_ERROR_UNSUPPORTED, N_ ("this is an archive (gzip); unpack it, and open the report in it") },
  { "application/vnd.rar", NB_ERROR_UNSUPPORTED, N_ ("this is an archive (RAR); unpack it, and open the report in it") },
  { "application/x-7z-compressed", NB_ERROR_UNSUPPORTED, N_ ("this is an archive (7z); unpack it, and open the report in it") },
  { "application/x-bzip2", NB_ERROR_UNSUPPORTED, N_ ("this is an archive (bzip2); unpack it, and open the report in it") },
  { "application/x-xz", NB_ERROR_UNSUPPORTED, N_ ("this is an archive (xz); unpack it, and open the report in it") },
  { "application/x-tar", NB_ERROR_UNSUPPORTED, N_ ("this is an archive (tar); unpack it, and open the report in it") },
  { "application/vnd.ms-cab-compressed", NB_ERROR_UNSUPPORTED,
    N_ ("this is an archive (CAB); unpack it, and open the report in it") },
  { "application/zip", NB_ERROR_UNSUPPORTED,
    N_ ("this is a ZIP archive that is no document; unpack it, and open the report in it") },
  { "application/vnd.openxmlformats-officedocument.spreadsheetml", NB_ERROR_UNSUPPORTED, SPREADSHEET },
  { "application/vnd.oasis.opendocument.text", NB_ERROR_UNSUPPORTED,
    N_ ("this is an OpenDocument text (.odt), which this program does not read; save it as .docx or PDF, and open that") },
  { "application/rtf", NB_ERROR_UNSUPPORTED,
    N_ ("this is a rich text document (.rtf), which this program does not read; save it as .docx or PDF, and open that") },
  { "application/vnd.ms-wordml", NB_ERROR_UNSUPPORTED,
    N_ ("this is a Word document written as one XML file, which this program does not read; open it in a word processor, "
        "save it as .docx, and open that") },
  { "application/xml", NB_ERROR_UNSUPPORTED,
    N_ ("this is an XML file, which this program does not read; open the report as a web page or a document") },
};

/* What an OLE file may be, in the words of the helper. */
static const Refusal ole_refusals[] = {
  { "encrypted", NB_ERROR_ENCRYPTED,
    N_ ("the file is protected by a password; open it in a word processor and save it again without one") },
  { "spreadsheet", NB_ERROR_UNSUPPORTED, SPREADSHEET },
  { "slides", NB_ERROR_UNSUPPORTED,
    N_ ("this is a presentation (.ppt, .dps), which this program does not read; open the report as a document") },
  { "message", NB_ERROR_UNSUPPORTED, N_ ("this is a mail message (.msg); save the report that it holds, and open that") },
  { "unknown", NB_ERROR_UNSUPPORTED,
    N_ ("this is an OLE file that holds no text document; save the report as .docx or PDF, and open that") },
};

/**
 * nb_refusal_set:
 * @error: return location
 * @source: a source that no reader takes
 *
 * Says what it is, and what to do instead.
 */
void
nb_refusal_set (GError **error, NbSource *source)
{
  const char *media_type = nb_source_get_media_type (source);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (g_str_has_prefix (media_type, refusals[i].media_type))
      {
        g_set_error_literal (error, NB_ERROR, (int) refusals[i].code, _ (refusals[i].message));
        return;
      }
  g_set_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
               _ ("this is no report in a format that this program knows (%s); open the report as a web page, a document or text"),
               media_type);
}

/**
 * nb_refusal_set_ole:
 * @error: return location
 * @fault: what the helper says of an OLE file
 *
 * Says what an OLE file is that cannot be read, and what to do instead.
 */
void
nb_refusal_set_ole (GError **error, const char *fault)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ole_refusals); i++)
    if (strcmp (fault, ole_refusals[i].media_type) == 0)
      {
        g_set_error_literal (error, NB_ERROR, (int) ole_refusals[i].code, _ (ole_refusals[i].message));
        return;
      }
  g_set_error_literal (error, NB_ERROR, NB_ERROR_DAMAGED,
                       _ ("the document is damaged; fetch it again, or open the report in another format"));
}
