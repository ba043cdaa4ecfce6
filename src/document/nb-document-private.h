/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-document.h"
#include "nb-package.h"

G_BEGIN_DECLS

/*
 * How a reader builds a document: it appends lines of text and pieces, in reading order, and hands
 * the document over. One builder, one thread.
 */
NbDocument *nb_document_new          (NbSource *source);
NbDocument *nb_document_new_for_text (NbSource *source, char *text, gsize length);
NbPiece    *nb_document_add_piece    (NbDocument *self, guint offset, guint length, guint flags);
NbPiece    *nb_document_append       (NbDocument *self, const char *text, gssize length, guint flags);
guint       nb_document_append_text  (NbDocument *self, const char *text, gsize length);
NbPiece    *nb_document_edit_piece   (NbDocument *self, guint index);
void        nb_document_add_meta     (NbDocument *self, const char *name, const char *content);
guint       nb_document_add_table    (NbDocument *self);

/* The readers, one file each. */
NbDocument *nb_text_reader_read      (NbSource *source, GCancellable *cancellable, GError **error);
NbDocument *nb_html_reader_read      (NbSource *source, GCancellable *cancellable, GError **error);
NbDocument *nb_docx_reader_read      (NbSource *source, GCancellable *cancellable, GError **error);
NbDocument *nb_mhtml_reader_read     (NbSource *source, GCancellable *cancellable, GError **error);
NbDocument *nb_ofd_reader_read       (NbSource *source, GCancellable *cancellable, GError **error);
NbDocument *nb_doc_reader_read       (NbSource *source, GCancellable *cancellable, GError **error);
NbDocument *nb_pdf_reader_read       (NbSource *source, GCancellable *cancellable, GError **error);

/* Cuts lines that stand in the document's text already into rows and paragraphs, as plain text is read. */
void        nb_text_reader_cut       (NbDocument *document, guint offset, guint length);

/* Whether a package that the names of its entries do not give away is one of these. */
gboolean    nb_docx_reader_knows     (NbPackage *package);

/* For text that is decoded already: the clipboard, tests. */
NbDocument *nb_html_reader_read_string (NbSource     *source,
                                        const char   *html,
                                        gsize         length,
                                        GCancellable *cancellable,
                                        GError      **error);
/* Takes @text. */
NbDocument *nb_text_reader_read_string (NbSource     *source,
                                        char         *text,
                                        gsize         length,
                                        GCancellable *cancellable,
                                        GError      **error);
NbDocument *nb_json_reader_read_string (NbSource     *source,
                                        const char   *text,
                                        gsize         length,
                                        GCancellable *cancellable,
                                        GError      **error);

G_END_DECLS
