/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbSection: one section of a report: its heading as printed and its prose. Immutable; owns its
 * strings; the key is static.
 */

#include "nb-report-private.h"

struct _NbSection
{
  GObject parent_instance;

  const char *key; /* (nullable), static */
  char *number;    /* (owned) (nullable) */
  char *heading;   /* (owned) */
  char *text;      /* (owned) */
  guint first;
  guint end;
  NbPlace place;
};

G_DEFINE_FINAL_TYPE (NbSection, nb_section, G_TYPE_OBJECT)

static void
nb_section_finalize (GObject *object)
{
  NbSection *self = NB_SECTION (object);

  g_free (self->number);
  g_free (self->heading);
  g_free (self->text);

  G_OBJECT_CLASS (nb_section_parent_class)->finalize (object);
}

static void
nb_section_class_init (NbSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_section_finalize;
}

static void
nb_section_init (NbSection *self)
{
}

/**
 * nb_section_new:
 * @facts: what was found; its strings are taken
 *
 * Returns: (transfer full): the section
 */
NbSection *
nb_section_new (NbSectionFacts *facts)
{
  NbSection *self = g_object_new (NB_TYPE_SECTION, NULL);

  self->key = facts->key;
  self->number = g_steal_pointer (&facts->number);
  self->heading = g_steal_pointer (&facts->heading);
  self->text = g_steal_pointer (&facts->text);
  self->first = facts->first;
  self->end = facts->end;
  self->place.section = facts->key;
  self->place.offset = facts->heading_offset;
  self->place.length = facts->heading_length;
  self->place.piece = facts->first;
  return self;
}

/**
 * nb_section_get_key:
 * @self: a section
 *
 * Returns: (nullable): its key, %NULL where the form asks for no such section
 */
const char *
nb_section_get_key (NbSection *self)
{
  g_return_val_if_fail (NB_IS_SECTION (self), NULL);

  return self->key;
}

/**
 * nb_section_get_number:
 * @self: a section
 *
 * Returns: (nullable): the printed numeral without punctuation
 */
const char *
nb_section_get_number (NbSection *self)
{
  g_return_val_if_fail (NB_IS_SECTION (self), NULL);

  return self->number;
}

/**
 * nb_section_get_heading:
 * @self: a section
 *
 * Returns: the printed heading without the numeral
 */
const char *
nb_section_get_heading (NbSection *self)
{
  g_return_val_if_fail (NB_IS_SECTION (self), NULL);

  return self->heading;
}

/**
 * nb_section_get_text:
 * @self: a section
 *
 * Returns: its prose, paragraphs joined by a line feed, without tables and furniture
 */
const char *
nb_section_get_text (NbSection *self)
{
  g_return_val_if_fail (NB_IS_SECTION (self), NULL);

  return self->text;
}

/**
 * nb_section_get_place:
 * @self: a section
 *
 * Returns: (transfer none): where its heading stands
 */
const NbPlace *
nb_section_get_place (NbSection *self)
{
  g_return_val_if_fail (NB_IS_SECTION (self), NULL);

  return &self->place;
}

/**
 * nb_section_get_range:
 * @self: a section
 * @first: (out): the piece of its heading
 * @end: (out): the piece behind its last
 *
 * Tells which pieces of the document it covers, tables included.
 */
void
nb_section_get_range (NbSection *self, guint *first, guint *end)
{
  g_return_if_fail (NB_IS_SECTION (self));

  *first = self->first;
  *end = self->end;
}
