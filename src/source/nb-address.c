/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Addresses as people and sites write them: with spaces, Chinese, GBK bytes and passwords. Nothing
 * is kept; any thread. No text made here holds a password.
 */

#include "nb-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-error.h"

/* What libsoup asks for: SOUP_HTTP_URI_FLAGS. */
#define URI_FLAGS                                                                                  \
  (G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY |               \
   G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_SCHEME_NORMALIZE)

#define MOST_SHOWN 300

/**
 * nb_address_has_scheme:
 * @input: what the user gave
 * @scheme: a scheme in lower case, without colon
 *
 * Returns: whether @input begins with that scheme and a colon
 */
gboolean
nb_address_has_scheme (const char *input, const char *scheme)
{
  gsize length = strlen (scheme);

  return g_ascii_strncasecmp (input, scheme, length) == 0 && input[length] == ':';
}

/**
 * nb_address_mask:
 * @typed: a path or an address
 *
 * Puts three asterisks in place of a password, so that what comes back can be shown and stored.
 *
 * Returns: (transfer full): the address, valid UTF-8
 */
char *
nb_address_mask (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  const char *authority = strstr (valid, "://");
  const char *colon;
  const char *at = NULL;
  gsize length;

  if (authority == NULL)
    return g_steal_pointer (&valid);
  authority += 3;
  length = strcspn (authority, "/?#");
  for (gsize i = 0; i < length; i++)
    if (authority[i] == '@')
      at = authority + i;
  colon = at != NULL ? memchr (authority, ':', (gsize) (at - authority)) : NULL;
  if (colon == NULL)
    return g_steal_pointer (&valid);
  return g_strdup_printf ("%.*s:***%s", (int) (colon - valid), valid, at);
}

/* Escapes what may not stand in an address and yet does. Line breaks are dropped, as browsers do.
 */
static char *
escape (const char *typed)
{
  const char forbidden[] = " \"<>\\^`{|}";
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  GString *escaped = g_string_new (NULL);

  for (const char *at = stripped; *at != '\0'; at++)
    {
      guchar c = (guchar) *at;
      gboolean stray = c == '%' && !(g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]));

      if (c == '\n' || c == '\r' || c == '\t')
        continue;
      if (c < 0x20 || c >= 0x7f || stray || strchr (forbidden, c) != NULL)
        g_string_append_printf (escaped, "%%%02X", c);
      else
        g_string_append_c (escaped, (char) c);
    }
  return g_string_free (escaped, FALSE);
}

/**
 * nb_address_check_http:
 * @uri: an address
 * @error: return location
 *
 * Returns: %FALSE with NB_ERROR_REFUSED for another scheme than http and https, NB_ERROR_NOT_FOUND
 * without a host
 */
gboolean
nb_address_check_http (GUri *uri, GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_REFUSED, _ ("an address of “%s:” is not followed"),
                   scheme);
      return FALSE;
    }
  if (host != NULL && host[0] != '\0')
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_NOT_FOUND, _ ("the address names no host"));
  return FALSE;
}

/**
 * nb_address_parse:
 * @typed: an http: or https: address as typed
 * @error: return location
 *
 * Understands an address. The fragment stays on this machine.
 *
 * Returns: (transfer full): the address, or %NULL with NB_ERROR_NOT_FOUND
 */
GUri *
nb_address_parse (const char *typed, GError **error)
{
  g_autofree char *escaped = escape (typed);
  g_autoptr (GUri) uri = g_uri_parse (escaped, URI_FLAGS, NULL);

  /* GLib's message could repeat the password. */
  if (uri == NULL)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_NOT_FOUND, _ ("the address is malformed"));
      return NULL;
    }
  return nb_address_check_http (uri, error) ? g_steal_pointer (&uri) : NULL;
}

/**
 * nb_address_resolve:
 * @base: the address that answered
 * @location: where it says to go on
 * @error: return location
 *
 * Understands the target of a redirect, of whatever scheme.
 *
 * Returns: (transfer full): the address, or %NULL with NB_ERROR_NETWORK where it is malformed
 */
GUri *
nb_address_resolve (GUri *base, const char *location, GError **error)
{
  g_autofree char *escaped = escape (location);
  GUri *uri = g_uri_parse_relative (base, escaped, URI_FLAGS, NULL);

  if (uri == NULL)
    g_set_error (error, NB_ERROR, NB_ERROR_NETWORK, _ ("the site redirects to a malformed address"));
  return uri;
}

/**
 * nb_address_to_string:
 * @uri: an address
 *
 * Returns: (transfer full): @uri without user, password and fragment, for messages; cut where it is
 * long
 */
char *
nb_address_to_string (GUri *uri)
{
  g_autofree char *text = g_uri_to_string_partial (uri, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);

  if (strlen (text) > MOST_SHOWN)
    return g_strdup_printf ("%.*s...", MOST_SHOWN, text);
  return g_steal_pointer (&text);
}

static gboolean
is_local_v4 (const guint8 *b)
{
  return b[0] == 0 || b[0] == 10 || b[0] == 127 ||
         b[0] >= 224                                /* this net, private, loopback, multicast */
         || (b[0] == 100 && (b[1] & 0xc0) == 64)    /* shared by a provider */
         || (b[0] == 169 && b[1] == 254)            /* link-local */
         || (b[0] == 172 && (b[1] & 0xf0) == 16)    /* private */
         || (b[0] == 192 && b[1] == 168)            /* private */
         || (b[0] == 192 && b[1] == 0 && b[2] == 0) /* assignments of the protocol */
         || (b[0] == 198 && (b[1] & 0xfe) == 18);   /* benchmarks */
}

static gboolean
is_local_v6 (const guint8 *b)
{
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 nat64[12] = { 0, 0x64, 0xff, 0x9b };
  static const guint8 zero[12] = { 0 };

  /* An address of version 4 in the clothes of version 6; ::1 and :: among them. */
  if (memcmp (b, mapped, 12) == 0 || memcmp (b, nat64, 12) == 0 || memcmp (b, zero, 12) == 0)
    return is_local_v4 (b + 12);
  if (b[0] == 0x20 && b[1] == 0x02)
    return is_local_v4 (b + 2);
  return (b[0] & 0xfe) == 0xfc              /* unique local */
         || b[0] == 0xff                    /* multicast */
         || (b[0] == 0xfe && b[1] >= 0x80); /* link-local, site-local */
}

/**
 * nb_address_is_local:
 * @address: an address that a host name stands for
 *
 * Returns: whether it is on this machine or in a network that is not open to all
 */
gboolean
nb_address_is_local (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  return g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4 ? is_local_v4 (bytes)
                                                                     : is_local_v6 (bytes);
}

/**
 * nb_address_file_path:
 * @uri: a file: address, maybe with a query or a fragment
 * @error: return location
 *
 * Returns: (transfer full) (type filename): the path, or %NULL with NB_ERROR_REFUSED where the
 * address names another machine, NB_ERROR_NOT_FOUND where it is malformed
 */
char *
nb_address_file_path (const char *uri, GError **error)
{
  g_autofree char *plain = g_strndup (uri, strcspn (uri, "?#"));
  g_autofree char *host = NULL;
  g_autofree char *path = g_filename_from_uri (plain, &host, NULL);

  if (path == NULL)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_NOT_FOUND, _ ("the file: address is malformed"));
      return NULL;
    }
  if (host != NULL && host[0] != '\0' && g_ascii_strcasecmp (host, "localhost") != 0)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_REFUSED,
                   _ ("files of another machine are not read; save the file here and open it"));
      return NULL;
    }
  return g_steal_pointer (&path);
}
