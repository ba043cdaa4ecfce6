/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses as they are typed and as sites write them (case-52), and which of them are local. */

#include "base/nb-error.h"
#include "source/nb-address.h"

static void
test_mask (void)
{
  static const struct
  {
    const char *typed;
    const char *masked;
  } addresses[] = {
    { "http://a.example/b", "http://a.example/b" },
    { "http://user:secret@a.example/b", "http://user:***@a.example/b" },
    { "https://user:se:c@ret@a.example", "https://user:***@a.example" },
    { "http://user@a.example/", "http://user@a.example/" },
    { "http://a.example:80/x@y:z", "http://a.example:80/x@y:z" },
    { "a:b@c.txt", "a:b@c.txt" },
    { "\xb1\xa8.txt", "\xef\xbf\xbd\xef\xbf\xbd.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *masked = nb_address_mask (addresses[i].typed);

      g_assert_cmpstr (masked, ==, addresses[i].masked);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *typed;
    const char *understood; /* NULL: refused */
  } addresses[] = {
    { "http://a.example/b c?d=\"e\"", "http://a.example/b%20c?d=%22e%22" },
    { " HTTP://a.example/x \n", "http://a.example/x" },
    { "http://a.example/%C4%EA%B1%A8.htm", "http://a.example/%C4%EA%B1%A8.htm" },
    { "http://a.example/\xc4\xea.htm", "http://a.example/%C4%EA.htm" },
    { "http://a.example/100%", "http://a.example/100%25" },
    { "http://a.example/r.htm#page=3", "http://a.example/r.htm" },
    { "http://政府.example/年报", "http://xn--mxtq1m.example/%E5%B9%B4%E6%8A%A5" },
    { "http://user:secret@a.example/b", "http://a.example/b" },
    { "http://[::1]:8080/", "http://[::1]:8080/" },
    { "http://", NULL },
    { "http:///b", NULL },
    { "http://a.example:port/", NULL },
    { "http://a.example:99999/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = nb_address_parse (addresses[i].typed, &error);
      g_autofree char *understood = uri != NULL ? nb_address_to_string (uri) : NULL;

      g_assert_cmpstr (understood, ==, addresses[i].understood);
      if (understood == NULL)
        g_assert_error (error, NB_ERROR, NB_ERROR_NOT_FOUND);
    }
}

static void
test_resolve (void)
{
  static const struct
  {
    const char *location;
    const char *target;
    int refusal; /* -1: none */
  } redirects[] = {
    { "/b", "http://a.example/b", -1 },
    { "c.htm", "http://a.example/dir/c.htm", -1 },
    { "//b.example/", "http://b.example/", -1 },
    { "https://b.example/年 报", "https://b.example/%E5%B9%B4%20%E6%8A%A5", -1 },
    { "file:///etc/passwd", "file:///etc/passwd", NB_ERROR_REFUSED },
    { "data:text/html,x", "data:text/html,x", NB_ERROR_REFUSED },
    { "http:///nowhere", "http:///nowhere", NB_ERROR_NOT_FOUND },
    { "http://b.example:x/", NULL, NB_ERROR_NETWORK },
  };
  g_autoptr (GUri) base = nb_address_parse ("http://u:p@a.example/dir/a.htm", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = nb_address_resolve (base, redirects[i].location, &error);
      g_autofree char *target = uri != NULL ? nb_address_to_string (uri) : NULL;

      g_assert_cmpstr (target, ==, redirects[i].target);
      if (target != NULL)
        g_assert_cmpint (nb_address_check_http (uri, &error), ==, (redirects[i].refusal < 0));
      if (redirects[i].refusal >= 0)
        g_assert_error (error, NB_ERROR, redirects[i].refusal);
      else
        g_assert_no_error (error);
    }
}

static void
test_local (void)
{
  static const char *const local[] = {
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:a00:1::",
  };
  static const char *const global[] = {
    "8.8.8.8",     "172.32.0.1",      "172.15.0.1",     "192.169.0.1",    "100.128.0.1",
    "169.253.0.1", "2001:4860::8888", "::ffff:8.8.8.8", "2002:808:808::", "64:ff9b::808:808",
  };

  for (guint i = 0; i < G_N_ELEMENTS (local) + G_N_ELEMENTS (global); i++)
    {
      gboolean is_local = i < G_N_ELEMENTS (local);
      const char *text = is_local ? local[i] : global[i - G_N_ELEMENTS (local)];
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (text);

      g_test_message ("%s", text);
      g_assert_cmpint (nb_address_is_local (address), ==, is_local);
    }
}

static void
test_file_path (void)
{
  static const struct
  {
    const char *uri;
    const char *path;
    NbError refusal;
  } addresses[] = {
    { "file:///a/b%20c.txt", "/a/b c.txt", 0 },
    { "FILE:///a/b.pdf#page=2", "/a/b.pdf", 0 },
    { "file:///%C4%EA", "/\xc4\xea", 0 },
    { "file:/a/b", "/a/b", 0 },
    { "file://localhost/a", "/a", 0 },
    { "file://server/share", NULL, NB_ERROR_REFUSED },
    { "file:///a%00b", NULL, NB_ERROR_NOT_FOUND },
    { "file:a", NULL, NB_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = nb_address_file_path (addresses[i].uri, &error);

      g_assert_cmpstr (path, ==, addresses[i].path);
      if (path == NULL)
        g_assert_error (error, NB_ERROR, (int) addresses[i].refusal);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/address/case-52-mask", test_mask);
  g_test_add_func ("/nianbao/address/case-52-parse", test_parse);
  g_test_add_func ("/nianbao/address/resolve", test_resolve);
  g_test_add_func ("/nianbao/address/local", test_local);
  g_test_add_func ("/nianbao/address/file-path", test_file_path);
  return g_test_run ();
}
