/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A heading among the rows of a list: GTK 4.8 has no section headers, so headings are items of the same
 * model. Immutable.
 */

#include "nb-heading.h"

struct _NbHeading
{
  GObject parent_instance;

  char *title;
};

G_DEFINE_FINAL_TYPE (NbHeading, nb_heading, G_TYPE_OBJECT)

static void
nb_heading_finalize (GObject *object)
{
  g_free (NB_HEADING (object)->title);

  G_OBJECT_CLASS (nb_heading_parent_class)->finalize (object);
}

static void
nb_heading_class_init (NbHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_heading_finalize;
}

static void
nb_heading_init (NbHeading *self)
{
}

NbHeading *
nb_heading_new (const char *title)
{
  NbHeading *self = g_object_new (NB_TYPE_HEADING, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
nb_heading_get_title (NbHeading *self)
{
  g_return_val_if_fail (NB_IS_HEADING (self), NULL);
  return self->title;
}
