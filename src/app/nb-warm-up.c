/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loads the fonts of a page before there is anything to show on it: the first text in a font and size costs
 * milliseconds, and the first report would meet all of them in one frame. So does the first drawing of each Han
 * character, of which a page of prose has hundreds: those of the forms are drawn ahead, out of sight, and those
 * of a report once it is open. One font, or some characters, a turn, while nothing else is to do. Main thread
 * only.
 */

#include "nb-warm-up.h"

#include "form/nb-form.h"
#include "nb-later.h"

/* Any Han character, with a digit and a letter: the three come from two fonts. */
#define SAMPLE           "\344\270\200 0a"
#define SAMPLE_HAN_BYTES 3

enum
{
  CHARACTERS_AT_ONCE = 64,
  PROSE_BYTES = 256 * 1024, /* of a report that are looked through for characters */
};

/* What is under way of a page. */
typedef struct
{
  GPtrArray *labels; /* (owned): whose fonts are still to be looked at */
  GtkWidget *label;  /* (owned) (nullable): whose font the characters are drawn in */
  const char *at;    /* the next of them */
} Cold;

/* What is under way of a report. */
typedef struct
{
  NbDocument *document; /* (owned) */
  gsize at;             /* bytes that have been looked through */
} Prose;

static void
prose_free (gpointer data)
{
  Prose *prose = data;

  g_object_unref (prose->document);
  g_free (prose);
}

static void
cold_free (gpointer data)
{
  Cold *cold = data;

  g_ptr_array_unref (cold->labels);
  g_clear_object (&cold->label);
  g_free (cold);
}

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

static PangoLayout *
create_layout (GtkWidget *widget, const char *text, gsize n_han, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, part);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *language = pango_attr_language_new (pango_language_from_string ("zh-cn"));

  language->end_index = (guint) n_han;
  pango_attr_list_insert (attributes, language);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
load_fonts (GtkWidget *label)
{
  g_autoptr (PangoLayout) layout = create_layout (label, SAMPLE, SAMPLE_HAN_BYTES, strlen (SAMPLE));

  pango_layout_get_size (layout, NULL, NULL);
}

static void
add_characters (GString *characters, GHashTable *seen, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if ((guchar) *at >= 0xe0 && g_hash_table_add (seen, GUINT_TO_POINTER (g_utf8_get_char (at))))
      g_string_append_len (characters, at, g_utf8_next_char (at) - at);
}

/* Each character of the labels of the forms once. */
static const char *
get_characters (void)
{
  static char *characters;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *found;
  guint n_forms = 0;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  if (characters != NULL)
    return characters;
  found = g_string_new (NULL);
  for (guint i = 0; i < n_forms; i++)
    for (guint j = 0; j < forms[i]->n_metrics; j++)
      add_characters (found, seen, forms[i]->metrics[j]->label_zh);
  return characters = g_string_free (found, FALSE);
}

/* What is drawn once, and not beyond the edge, stays in the cache of the font. */
static void
draw_han (GtkWidget *widget, const char *text, gsize length)
{
  g_autoptr (PangoLayout) layout = create_layout (widget, text, length, length);
  cairo_surface_t *surface;
  cairo_t *cr;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
draw_characters (Cold *cold)
{
  const char *begin = cold->at;

  for (guint i = 0; i < CHARACTERS_AT_ONCE && *cold->at != '\0'; i++)
    cold->at = g_utf8_next_char (cold->at);
  draw_han (cold->label, begin, (gsize) (cold->at - begin));
}

/* The next label in a font that is new; none where there is no more. */
static GtkWidget *
steal_label (Cold *cold)
{
  static GHashTable *warm; /* of PangoFontDescription (owned): what has been loaded */

  if (warm == NULL)
    warm = g_hash_table_new ((GHashFunc) pango_font_description_hash,
                             (GEqualFunc) pango_font_description_equal);
  while (cold->labels->len > 0)
    {
      g_autoptr (GtkWidget)
          label = g_ptr_array_steal_index_fast (cold->labels, cold->labels->len - 1);
      PangoContext *context = gtk_widget_get_pango_context (label);
      const PangoFontDescription *font = pango_context_get_font_description (context);

      if (g_hash_table_contains (warm, font))
        continue;
      g_hash_table_add (warm, pango_font_description_copy (font));
      return g_steal_pointer (&label);
    }
  return NULL;
}

static gboolean
warm_one (gpointer root)
{
  Cold *cold = g_object_get_data (root, "nb-cold");

  if (cold->label != NULL && *cold->at != '\0')
    {
      draw_characters (cold);
      return TRUE;
    }
  g_clear_object (&cold->label);
  cold->label = steal_label (cold);
  if (cold->label == NULL)
    {
      g_object_set_data (root, "nb-cold", NULL);
      return FALSE;
    }
  load_fonts (cold->label);
  cold->at = get_characters ();
  return TRUE;
}

static gboolean
warm_prose (gpointer widget)
{
  static GHashTable *drawn; /* of characters */
  Prose *prose = g_object_get_data (widget, "nb-prose");
  g_autoptr (GString) some = g_string_new (NULL);
  gint64 begun = g_get_monotonic_time ();
  gsize length = 0;
  const char *text = nb_document_get_text (prose->document, &length);

  if (drawn == NULL)
    drawn = g_hash_table_new (NULL, NULL);
  length = MIN (length, PROSE_BYTES);
  while (prose->at < length && some->len < (gsize) CHARACTERS_AT_ONCE * SAMPLE_HAN_BYTES &&
         !nb_later_is_enough (begun))
    {
      gunichar character = g_utf8_get_char (text + prose->at);

      if (g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN &&
          g_hash_table_add (drawn, GUINT_TO_POINTER (character)))
        g_string_append_unichar (some, character);
      prose->at += (gsize) (g_utf8_next_char (text + prose->at) - (text + prose->at));
    }
  if (some->len > 0)
    draw_han (widget, some->str, some->len);
  if (prose->at < length)
    return TRUE;
  g_object_set_data (widget, "nb-prose", NULL);
  return FALSE;
}

/**
 * nb_warm_up:
 * @root: a page that has been built
 *
 * Loads the fonts of its labels, and draws the characters of the forms in them, later.
 */
void
nb_warm_up (GtkWidget *root)
{
  Cold *cold;

  g_return_if_fail (GTK_IS_WIDGET (root));

  cold = g_new0 (Cold, 1);
  cold->labels = g_ptr_array_new_with_free_func (g_object_unref);
  find_labels (root, cold->labels);
  g_object_set_data_full (G_OBJECT (root), "nb-cold", cold, cold_free);
  nb_later_add (root, warm_one, FALSE);
}

/**
 * nb_warm_up_prose:
 * @widget: in whose font the text is going to stand
 * @document: the text
 *
 * Draws the Han characters of its beginning that have not been drawn yet, later. One document waits at a time.
 */
void
nb_warm_up_prose (GtkWidget *widget, NbDocument *document)
{
  Prose *prose;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (NB_IS_DOCUMENT (document));

  prose = g_new0 (Prose, 1);
  prose->document = g_object_ref (document);
  g_object_set_data_full (G_OBJECT (widget), "nb-prose", prose, prose_free);
  nb_later_add_unseen (widget, warm_prose);
}
