/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a page, or over it where there is no room. Main thread only. */

#include "nb-fold.h"

/**
 * nb_fold_flap:
 * @flap: a flap in a window
 * @folded: whether it lies over its content
 * @revealed: whether it is to be seen
 *
 * Folds it at once, as all that the program does by itself: while libadwaita animates that, the page asks for the room of
 * both and the window grows. Springs that libadwaita 1.2 makes stiff enough instead end at not-a-number now and then.
 */
void
nb_fold_flap (AdwFlap *flap, gboolean folded, gboolean revealed)
{
  GtkSettings *settings;

  g_return_if_fail (ADW_IS_FLAP (flap));

  settings = gtk_widget_get_settings (GTK_WIDGET (flap));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  adw_flap_set_fold_policy (flap,
                            folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (flap, revealed);
  gtk_settings_reset_property (settings, "gtk-enable-animations");
}
