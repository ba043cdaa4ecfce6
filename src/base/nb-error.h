/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NB_ERROR (nb_error_quark ())

/**
 * NbError:
 *
 * What went wrong, by what the caller can do about it. The order is that of the codes in the JSON output.
 */
typedef enum {
  NB_ERROR_NOT_FOUND,
  NB_ERROR_DENIED,
  NB_ERROR_TOO_LARGE,
  NB_ERROR_TIMEOUT,
  NB_ERROR_CANCELLED,
  NB_ERROR_NETWORK,
  NB_ERROR_REFUSED,
  NB_ERROR_CHARSET_UNKNOWN,
  NB_ERROR_UNSUPPORTED,
  NB_ERROR_ENCRYPTED,
  NB_ERROR_DAMAGED,
  NB_ERROR_NO_TEXT,
  NB_ERROR_NOT_A_REPORT,
  NB_ERROR_SEVERAL_REPORTS,
  NB_ERROR_LIMIT,
} NbError;

/**
 * NbLink:
 * @title: what the link is called, one line
 * @uri: where it leads, whole
 *
 * Another input that may hold what this one does not.
 */
typedef struct
{
  char *title;
  char *uri;
} NbLink;

GQuark      nb_error_quark     (void);
const char *nb_error_get_code  (const GError *error);
void        nb_error_make_line (GError *error);
void        nb_error_set_limit (GError **error, const char *what, guint64 limit);
void        nb_error_set_links (GError *error, GPtrArray *links);
GPtrArray  *nb_error_get_links (const GError *error);
void        nb_link_free       (NbLink *link);

G_END_DECLS
