/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is ours of the icon theme and the style; in high contrast there is more of the style. An application with a
 * resource path loads these before the first frame, and waits there for the icon theme to be read, which the path
 * then makes it read again: a fifth of the time to the first frame. Main thread only.
 */

#include "nb-style.h"

#include <adwaita.h>

enum
{
  ICON_SIZE = 16,
  USUAL_DPI = 96,
};

/* Of the size of text. */
#define LEAST_SCALE 1.25 /* where icons begin to grow with it */
#define MOST_SCALE  2.0

static GtkCssProvider *
load_style (GdkDisplay *display, const char *path)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

/* What high contrast adds to the style comes and goes with it. */
static void
contrast_cb (GdkDisplay *display, GParamSpec *pspec, AdwStyleManager *style)
{
  static GtkCssProvider *added; /* (owned) (nullable) */
  gboolean wanted = adw_style_manager_get_high_contrast (style);

  if (wanted && added == NULL)
    added = load_style (display, "/org/nianbao/Nianbao/style-hc.css");
  else if (!wanted && added != NULL)
    {
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (added));
      g_clear_object (&added);
    }
}

/* Icons of the usual size beside letters of twice theirs are hard to see, and hard to hit. */
static void
text_size_cb (GdkDisplay *display, GParamSpec *pspec, GtkSettings *settings)
{
  static GtkCssProvider *added; /* (owned) (nullable) */
  int dpi = 0;
  double scale;
  g_autofree char *style = NULL;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  scale = dpi / 1024.0 / USUAL_DPI;
  if (added == NULL && scale < LEAST_SCALE)
    return;
  if (added == NULL)
    {
      added = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (added),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  if (scale >= LEAST_SCALE)
    style = g_strdup_printf (
        "image:not(.icon):not(.large-icons), dropdown arrow, menubutton arrow, "
        "check, radio { -gtk-icon-size: %dpx; }",
        (int) (ICON_SIZE * MIN (scale, MOST_SCALE)));
  gtk_css_provider_load_from_data (added, style != NULL ? style : "", -1);
}

/**
 * nb_style_load:
 * @display: a display
 *
 * Loads the icons and the style of the program, once.
 */
void
nb_style_load (GdkDisplay *display)
{
  static gboolean loaded;
  AdwStyleManager *style = adw_style_manager_get_for_display (display);
  GtkSettings *settings = gtk_settings_get_for_display (display);
  g_autoptr (GtkCssProvider) provider = NULL;

  if (loaded)
    return;
  loaded = TRUE;
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/org/nianbao/Nianbao/icons");
  provider = load_style (display, "/org/nianbao/Nianbao/style.css");
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (contrast_cb), display,
                           G_CONNECT_SWAPPED);
  contrast_cb (display, NULL, style);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (text_size_cb), display,
                           G_CONNECT_SWAPPED);
  text_size_cb (display, NULL, settings);
}
