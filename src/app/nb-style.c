/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is ours of the icon theme and the style; in high contrast there is more of the style. An application with a
 * resource path loads these before the first frame, and waits there for the icon theme to be read, which the path
 * then makes it read again: a fifth of the time to the first frame. Main thread only.
 */

#include "nb-style.h"

#include <adwaita.h>

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
}
