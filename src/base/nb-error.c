/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The one error domain of the library. A code says what the caller can do; the message says what happened.
 */

#include "nb-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GPtrArray *links; /* (owned) (nullable) NbLink; never changed once set */
} NbErrorPrivate;

/* Characters of a message. */
#define LONGEST_MESSAGE 1000

static void
nb_error_private_init (NbErrorPrivate *data)
{
  data->links = NULL;
}

static void
nb_error_private_copy (const NbErrorPrivate *from, NbErrorPrivate *to)
{
  to->links = from->links != NULL ? g_ptr_array_ref (from->links) : NULL;
}

static void
nb_error_private_clear (NbErrorPrivate *data)
{
  g_clear_pointer (&data->links, g_ptr_array_unref);
}

G_DEFINE_EXTENDED_ERROR (NbError, nb_error)

static const char *const codes[] = {
  [NB_ERROR_NOT_FOUND] = "not-found",
  [NB_ERROR_DENIED] = "denied",
  [NB_ERROR_TOO_LARGE] = "too-large",
  [NB_ERROR_TIMEOUT] = "timeout",
  [NB_ERROR_CANCELLED] = "cancelled",
  [NB_ERROR_NETWORK] = "network",
  [NB_ERROR_REFUSED] = "refused",
  [NB_ERROR_CHARSET_UNKNOWN] = "charset-unknown",
  [NB_ERROR_UNSUPPORTED] = "unsupported",
  [NB_ERROR_ENCRYPTED] = "encrypted",
  [NB_ERROR_DAMAGED] = "damaged",
  [NB_ERROR_NO_TEXT] = "no-text",
  [NB_ERROR_NOT_A_REPORT] = "not-a-report",
  [NB_ERROR_SEVERAL_REPORTS] = "several-reports",
  [NB_ERROR_LIMIT] = "limit",
};

/**
 * nb_error_get_code:
 * @error: an error of any domain
 *
 * Names the code of @error as the JSON output spells it. A cancelled operation of GIO is "cancelled";
 * whatever else is foreign is "damaged".
 *
 * Returns: a static string
 */
const char *
nb_error_get_code (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == NB_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (codes))
    return codes[error->code];
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return codes[NB_ERROR_CANCELLED];
  return codes[NB_ERROR_DAMAGED];
}

/**
 * nb_error_set_limit:
 * @error: return location
 * @what: what is too much, marked to be translated
 * @limit: how much there may be; 0 where that is no number
 *
 * Sets %NB_ERROR_LIMIT.
 */
void
nb_error_set_limit (GError **error, const char *what, guint64 limit)
{
  if (limit == 0)
    g_set_error_literal (error, NB_ERROR, NB_ERROR_LIMIT, _ (what));
  else
    /* Translators: what there is too much of, and the limit: "the document has too many pages (limit 1000)" */
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("%s (limit %lu)"), _ (what), (gulong) limit);
}

/**
 * nb_error_make_line:
 * @error: an error whose message may quote what stands in a file
 *
 * Makes the message one line of letters that can be shown: control and direction characters, which could end the line or turn
 * it round, become blanks, and what is longer than a sentence is cut.
 */
void
nb_error_make_line (GError *error)
{
  g_autofree char *valid = g_utf8_make_valid (error->message, -1);
  GString *line = g_string_new (NULL);
  const char *p = valid;

  for (guint n = 0; *p != '\0' && n < LONGEST_MESSAGE; n++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);
      gboolean shows = type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT && type != G_UNICODE_LINE_SEPARATOR &&
                       type != G_UNICODE_PARAGRAPH_SEPARATOR;

      g_string_append_unichar (line, shows ? c : ' ');
    }
  if (*p != '\0')
    g_string_append (line, "…");
  g_free (error->message);
  error->message = g_strchomp (g_string_free (line, FALSE));
}

/**
 * nb_error_set_links:
 * @error: an error of the library
 * @links: (element-type NbLink): what the input links to; not changed from here on
 *
 * Offers other inputs that may hold the report.
 */
void
nb_error_set_links (GError *error, GPtrArray *links)
{
  g_return_if_fail (error != NULL && error->domain == NB_ERROR);

  nb_error_get_private (error)->links = g_ptr_array_ref (links);
}

/**
 * nb_error_get_links:
 * @error: an error of any domain
 *
 * Returns: (transfer none) (nullable) (element-type NbLink): what the input links to that may hold
 *   the report
 */
GPtrArray *
nb_error_get_links (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == NB_ERROR ? nb_error_get_private (error)->links : NULL;
}

/**
 * nb_link_free:
 * @link: (transfer full): a link
 */
void
nb_link_free (NbLink *link)
{
  g_free (link->title);
  g_free (link->uri);
  g_free (link);
}
