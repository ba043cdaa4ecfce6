/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that wraps is as high as ever, and asks for one width whatever the height. Needs a display. */

#include "nb-wrap-layout.h"

#define TEXT                                                                                       \
  "各类申请人之和等于总计，逐列核对；每一列的合计与表中所列的数字相同，其余各行依次类推。"

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (TEXT);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return g_object_ref_sink (label);
}

static int
natural (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int size = 0;

  gtk_widget_measure (widget, orientation, for_size, NULL, &size, NULL, NULL);
  return size;
}

static int
minimum (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int size = 0;

  gtk_widget_measure (widget, orientation, for_size, &size, NULL, NULL, NULL);
  return size;
}

static void
test_label (void)
{
  g_autoptr (GtkWidget) plain = create_label ();
  g_autoptr (GtkWidget) label = create_label ();
  int width;

  nb_wrap_layout_apply (label);
  width = natural (label, GTK_ORIENTATION_HORIZONTAL, -1);
  g_assert_cmpint (width, ==, natural (plain, GTK_ORIENTATION_HORIZONTAL, -1));
  for (int part = 1; part <= 4; part++)
    g_assert_cmpint (natural (label, GTK_ORIENTATION_VERTICAL, width / part), ==,
                     natural (plain, GTK_ORIENTATION_VERTICAL, width / part));
  g_assert_cmpint (natural (label, GTK_ORIENTATION_HORIZONTAL, 500), ==, width);
  g_assert_cmpint (natural (plain, GTK_ORIENTATION_HORIZONTAL, 500), <, width);
  g_assert_cmpint (minimum (label, GTK_ORIENTATION_HORIZONTAL, -1), <, width / 10);
  /* The least that it asks for is enough for its widest character. */
  g_assert_cmpint (minimum (label, GTK_ORIENTATION_HORIZONTAL, -1), >=,
                   minimum (plain, GTK_ORIENTATION_HORIZONTAL, -1));
}

/* What is remembered of one text is not said of the next, whichever is asked first. */
static void
test_change (void)
{
  g_autoptr (GtkWidget) plain = create_label ();
  g_autoptr (GtkWidget) label = create_label ();
  int width = natural (plain, GTK_ORIENTATION_HORIZONTAL, -1) / 3;
  int baseline = 0, expected = 0;

  nb_wrap_layout_apply (label);
  gtk_label_set_text (GTK_LABEL (label), "各类");
  g_assert_cmpint (natural (label, GTK_ORIENTATION_VERTICAL, width), <,
                   natural (plain, GTK_ORIENTATION_VERTICAL, width));
  gtk_label_set_text (GTK_LABEL (label), TEXT);
  g_assert_cmpint (natural (label, GTK_ORIENTATION_VERTICAL, width), ==,
                   natural (plain, GTK_ORIENTATION_VERTICAL, width));
  gtk_widget_measure (plain, GTK_ORIENTATION_VERTICAL, 3 * width + 9, NULL, NULL, NULL, &expected);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 3 * width + 9, NULL, NULL, NULL, &baseline);
  g_assert_cmpint (baseline, ==, expected);
}

/* A label of its own ways is left to them. */
static void
test_limits (void)
{
  g_autoptr (GtkWidget) plain = create_label ();
  g_autoptr (GtkWidget) label = create_label ();

  gtk_label_set_max_width_chars (GTK_LABEL (plain), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  nb_wrap_layout_apply (label);
  g_assert_cmpint (natural (label, GTK_ORIENTATION_HORIZONTAL, -1), ==,
                   natural (plain, GTK_ORIENTATION_HORIZONTAL, -1));
  gtk_label_set_wrap (GTK_LABEL (plain), FALSE);
  nb_wrap_layout_apply (plain);
  g_assert_null (gtk_widget_get_layout_manager (plain));
}

static void
test_bin (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GtkWidget) bin = g_object_ref_sink (nb_wrap_layout_create_bin (box));
  int width;

  gtk_box_append (GTK_BOX (box), gtk_label_new (TEXT));
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_first_child (box)), TRUE);
  nb_wrap_layout_apply (bin);
  g_assert_true (
      NB_IS_WRAP_LAYOUT (gtk_widget_get_layout_manager (gtk_widget_get_first_child (box))));
  width = natural (bin, GTK_ORIENTATION_HORIZONTAL, -1);
  g_assert_cmpint (natural (bin, GTK_ORIENTATION_HORIZONTAL, 400), ==, width);
  g_assert_cmpint (natural (bin, GTK_ORIENTATION_VERTICAL, width / 3), >,
                   2 * natural (bin, GTK_ORIENTATION_VERTICAL, width));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/nianbao/wrap-layout/label", test_label);
  g_test_add_func ("/nianbao/wrap-layout/change", test_change);
  g_test_add_func ("/nianbao/wrap-layout/limits", test_limits);
  g_test_add_func ("/nianbao/wrap-layout/bin", test_bin);
  return g_test_run ();
}
