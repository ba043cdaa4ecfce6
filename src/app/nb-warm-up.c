/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loads the fonts of a page before there is anything to show on it: the first text in a font and size costs
 * milliseconds, and the first report would meet all of them in one frame. One label a frame, while nothing
 * else is to do. Main thread only.
 */

#include "nb-warm-up.h"

#include "nb-later.h"

/* Any Han character, with a digit and a letter: the three come from two fonts. */
#define SAMPLE           "\344\270\200 0a"
#define SAMPLE_HAN_BYTES 3

static void
find_labels (GtkWidget *root, GPtrArray *labels)
{
  if (GTK_IS_LABEL (root))
    {
      g_ptr_array_add (labels, g_object_ref (root));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_labels (child, labels);
}

static void
load_fonts (GtkWidget *label)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, SAMPLE);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *language = pango_attr_language_new (pango_language_from_string ("zh-cn"));

  language->end_index = SAMPLE_HAN_BYTES;
  pango_attr_list_insert (attributes, language);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_size (layout, NULL, NULL);
}

static gboolean
warm_one (gpointer root)
{
  static GHashTable *warm; /* of PangoFontDescription (owned): what has been loaded */
  GPtrArray *labels = g_object_get_data (root, "nb-cold-labels");

  if (warm == NULL)
    warm = g_hash_table_new ((GHashFunc) pango_font_description_hash,
                             (GEqualFunc) pango_font_description_equal);
  while (labels->len > 0)
    {
      g_autoptr (GtkWidget) label = g_ptr_array_steal_index_fast (labels, labels->len - 1);
      PangoContext *context = gtk_widget_get_pango_context (label);
      const PangoFontDescription *font = pango_context_get_font_description (context);

      if (g_hash_table_contains (warm, font))
        continue;
      g_hash_table_add (warm, pango_font_description_copy (font));
      load_fonts (label);
      return TRUE;
    }
  g_object_set_data (root, "nb-cold-labels", NULL);
  return FALSE;
}

/**
 * nb_warm_up:
 * @root: a page that has been built
 *
 * Loads the fonts of its labels, later.
 */
void
nb_warm_up (GtkWidget *root)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (GTK_IS_WIDGET (root));

  find_labels (root, labels);
  g_object_set_data_full (G_OBJECT (root), "nb-cold-labels", labels,
                          (GDestroyNotify) g_ptr_array_unref);
  nb_later_add (root, warm_one, FALSE);
}
