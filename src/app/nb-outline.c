/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The outline of a report: its sections in the order of the text, below them their enumerated parts and their
 * tables, and in their place those that the form asks for and that are not there. Each entry knows the gravest finding
 * between its beginning and the next entry of its level. Main thread only; entries never change.
 */

#include "nb-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-text.h"
#include "form/nb-label.h"

struct _NbOutlineEntry
{
  GObject parent_instance;

  char *title;
  guint level;
  gboolean found;
  gsize offset;
  gsize end; /* where the next entry of the level or above begins */
  NbSeverity worst;
  guint n_findings;
};

G_DEFINE_FINAL_TYPE (NbOutlineEntry, nb_outline_entry, G_TYPE_OBJECT)

static void
nb_outline_entry_finalize (GObject *object)
{
  g_free (NB_OUTLINE_ENTRY (object)->title);

  G_OBJECT_CLASS (nb_outline_entry_parent_class)->finalize (object);
}

static void
nb_outline_entry_class_init (NbOutlineEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_outline_entry_finalize;
}

static void
nb_outline_entry_init (NbOutlineEntry *self)
{
  self->found = TRUE;
}

static NbOutlineEntry *
add_entry (GPtrArray *entries, char *title, guint level, gsize offset)
{
  NbOutlineEntry *entry = g_object_new (NB_TYPE_OUTLINE_ENTRY, NULL);

  entry->title = title;
  entry->level = level;
  entry->offset = offset;
  g_ptr_array_add (entries, entry);
  return entry;
}

/* The heading as it is printed, number and punctuation included. */
static char *
dup_heading (NbReport *report, NbSection *section)
{
  gsize length = 0;
  const char *text = nb_document_get_text (nb_report_get_document (report), &length);
  const NbPlace *place = nb_section_get_place (section);
  const char *number = nb_section_get_number (section);
  const char *heading = nb_section_get_heading (section);

  if (place != NULL && place->length > 0 && (gsize) place->offset + place->length <= length)
    return g_strndup (text + place->offset, place->length);
  if (heading == NULL || *heading == '\0')
    return g_strdup (_ ("Opening words"));
  return number != NULL ? g_strdup_printf ("%s %s", number, heading) : g_strdup (heading);
}

static gsize
piece_offset (NbReport *report, guint piece)
{
  guint n_pieces = 0;
  const NbPiece *pieces = nb_document_get_pieces (nb_report_get_document (report), &n_pieces);

  return piece < n_pieces ? pieces[piece].offset : G_MAXUINT32;
}

/* An enumerated heading that begins a paragraph, as it stands in the text. */
static void
add_parts (GPtrArray *entries, NbReport *report, const NbProseReading *prose, gsize from, gsize to)
{
  const char *text = nb_document_get_text (nb_report_get_document (report), NULL);
  const char *head = NULL;
  guint n_added = 0;

  for (guint i = 0; prose != NULL && i < prose->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (prose->prose, i);
      gsize length = sentence->head != NULL ? strlen (sentence->head) : 0;
      const char *last;

      if (sentence->offset < from || sentence->offset >= to || sentence->head == head)
        continue;
      head = sentence->head;
      if (length == 0 || length > sentence->length || n_added++ >= NB_LIMIT_OUTLINE_PARTS ||
          strncmp (sentence->text, head, length) != 0 ||
          !nb_text_is_enumerated (head, (gssize) length))
        continue;
      last = g_utf8_next_char (text + sentence->map[length - 1]);
      add_entry (entries, g_strndup (text + sentence->offset, last - text - sentence->offset), 1,
                 sentence->offset);
    }
}

/* The tables of the form that stand in these bytes, each where its first figure does. */
static void
add_tables (GPtrArray *entries, NbReport *report, gsize from, gsize to)
{
  GListModel *figures = nb_report_get_figures (report);
  guint n_figures = g_list_model_get_n_items (figures);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_figures; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const NbPlace *place = nb_figure_get_place (figure);
      const NbMetric *metric = nb_figure_get_metric (figure);

      /* Figures of another form are extra; its tables are not this report's. */
      if (place == NULL || metric == NULL || metric->form != nb_report_get_form (report) ||
          place->offset < from || place->offset >= to ||
          !g_hash_table_add (seen, (gpointer) metric->table))
        continue;
      add_entry (
          entries,
          g_strdup (nb_label_pick (metric->table->label_short_zh, metric->table->label_short_en)),
          1, place->offset);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const NbOutlineEntry *one = *(NbOutlineEntry *const *) a, *two = *(NbOutlineEntry *const *) b;

  if (one->offset != two->offset)
    return one->offset < two->offset ? -1 : 1;
  return (int) one->level - (int) two->level;
}

static guint
find_expected (const NbForm *form, const char *key)
{
  for (guint i = 0; form != NULL && i < form->n_sections; i++)
    if (g_strcmp0 (form->sections[i].key, key) == 0)
      return i;
  return G_MAXUINT;
}

static gboolean
has_section (GListModel *sections, const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      if (g_strcmp0 (nb_section_get_key (section), key) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Sections that the form asks for between two that are there, or at the end. */
static void
add_missing (GPtrArray *entries, NbReport *report, guint from, guint to, gsize offset)
{
  const NbForm *form = nb_report_get_form (report);
  GListModel *sections = nb_report_get_sections (report);

  for (guint i = from; i < MIN (to, form->n_sections); i++)
    {
      const NbFormSection *section = &form->sections[i];
      g_autofree char *heading = NULL;

      if (section->number == NULL || has_section (sections, section->key))
        continue;
      heading = g_strdup_printf ("%s %s", section->number,
                                 nb_label_pick (section->label_zh, section->label_en));
      /* Translators: a section that the report should have and has not. */
      add_entry (entries, g_strdup_printf (_ ("%s (not found)"), heading), 0, offset)->found =
          FALSE;
    }
}

static void
add_sections (GPtrArray *entries, NbReport *report, const NbProseReading *prose)
{
  GListModel *sections = nb_report_get_sections (report);
  const NbForm *form = nb_report_get_form (report);
  guint n_sections = g_list_model_get_n_items (sections);
  guint expected = 0;
  gsize to = piece_offset (report, 0);

  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      g_autoptr (GPtrArray) parts = g_ptr_array_new ();
      guint first = 0, end = 0, index = find_expected (form, nb_section_get_key (section));
      gsize from;

      nb_section_get_range (section, &first, &end);
      from = piece_offset (report, first);
      to = piece_offset (report, end);
      if (index != G_MAXUINT && index >= expected)
        {
          add_missing (entries, report, expected, index, from);
          expected = index + 1;
        }
      add_entry (entries, dup_heading (report, section), 0, from);
      add_parts (parts, report, prose, from, to);
      add_tables (parts, report, from, to);
      g_ptr_array_sort (parts, compare_entries);
      g_ptr_array_extend_and_steal (entries, g_steal_pointer (&parts));
    }
  if (form != NULL)
    add_missing (entries, report, expected, G_MAXUINT, to);
}

/**
 * nb_outline_place_of:
 * @finding: a finding
 * @offset: (out): bytes of the document text
 *
 * Returns: whether it stands anywhere in the text: where its words do, or else its first figure
 */
gboolean
nb_outline_place_of (NbFinding *finding, gsize *offset)
{
  guint n_quotes = 0, n_terms = 0;
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);

  if (n_quotes > 0)
    {
      *offset = quotes[0].offset;
      return TRUE;
    }
  for (guint i = 0; i < n_terms; i++)
    {
      const NbPlace *place = terms[i].figure != NULL ? nb_figure_get_place (terms[i].figure) : NULL;

      if (place != NULL)
        {
          *offset = place->offset;
          return TRUE;
        }
    }
  return FALSE;
}

/* Where each entry ends: at the next that is no deeper. */
static void
close_entries (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      NbOutlineEntry *entry = entries->pdata[i];

      entry->end = G_MAXUINT32;
      for (guint j = i + 1; j < entries->len; j++)
        {
          const NbOutlineEntry *next = entries->pdata[j];

          if (next->found && next->level <= entry->level)
            {
              entry->end = next->offset;
              break;
            }
        }
    }
}

static void
mark_entries (GPtrArray *entries, NbAppItem *item)
{
  GListModel *findings = nb_app_item_get_findings (item);
  guint n_findings = findings != NULL ? g_list_model_get_n_items (findings) : 0;

  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      NbSeverity severity = nb_finding_get_severity (finding);
      gsize offset = 0;

      if (nb_finding_get_status (finding) != NB_STATUS_FAIL ||
          !nb_outline_place_of (finding, &offset))
        continue;
      for (guint j = 0; j < entries->len; j++)
        {
          NbOutlineEntry *entry = entries->pdata[j];

          if (!entry->found || offset < entry->offset || offset >= entry->end)
            continue;
          entry->worst = entry->n_findings++ == 0 ? severity : MIN (entry->worst, severity);
        }
    }
}

/**
 * nb_outline_new:
 * @item: a report that is read
 * @prose: (nullable): its sentences; without them sections have no parts
 *
 * Returns: (transfer full): a list of #NbOutlineEntry in the order of the text
 */
GListModel *
nb_outline_new (NbAppItem *item, const NbProseReading *prose)
{
  NbReport *report = nb_app_item_get_report (item);
  GListModel *sections = nb_report_get_sections (report);
  GListStore *store = g_list_store_new (NB_TYPE_OUTLINE_ENTRY);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = 0, end = 0;

  nb_report_get_range (report, &first, &end);
  if (g_list_model_get_n_items (sections) > 0)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, 0);
      guint section_first = 0, section_end = 0;

      nb_section_get_range (section, &section_first, &section_end);
      if (section_first > first && nb_section_get_heading (section) != NULL)
        add_entry (entries, g_strdup (_ ("Opening words")), 0, piece_offset (report, first));
    }
  add_sections (entries, report, prose);
  close_entries (entries);
  mark_entries (entries, item);
  g_list_store_splice (store, 0, 0, entries->pdata, entries->len);
  return G_LIST_MODEL (store);
}

/**
 * nb_outline_find:
 * @outline: (nullable): an outline
 * @offset: bytes of the document text
 *
 * Returns: the deepest entry that holds them, or %G_MAXUINT
 */
guint
nb_outline_find (GListModel *outline, gsize offset)
{
  guint n_entries = outline != NULL ? g_list_model_get_n_items (outline) : 0, found = G_MAXUINT;

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (NbOutlineEntry) entry = g_list_model_get_item (outline, i);

      if (entry->found && offset >= entry->offset && offset < entry->end)
        found = i;
    }
  return found;
}

const char *
nb_outline_entry_get_title (NbOutlineEntry *self)
{
  g_return_val_if_fail (NB_IS_OUTLINE_ENTRY (self), NULL);
  return self->title;
}

/**
 * nb_outline_entry_get_level:
 * @self: an entry
 *
 * Returns: 0 for a section, 1 for a part or a table of it
 */
guint
nb_outline_entry_get_level (NbOutlineEntry *self)
{
  g_return_val_if_fail (NB_IS_OUTLINE_ENTRY (self), 0);
  return self->level;
}

gboolean
nb_outline_entry_is_found (NbOutlineEntry *self)
{
  g_return_val_if_fail (NB_IS_OUTLINE_ENTRY (self), FALSE);
  return self->found;
}

gsize
nb_outline_entry_get_offset (NbOutlineEntry *self)
{
  g_return_val_if_fail (NB_IS_OUTLINE_ENTRY (self), 0);
  return self->offset;
}

/**
 * nb_outline_entry_get_worst:
 * @self: an entry
 * @severity: (out): of the gravest finding in it
 *
 * Returns: whether there is one
 */
gboolean
nb_outline_entry_get_worst (NbOutlineEntry *self, NbSeverity *severity)
{
  g_return_val_if_fail (NB_IS_OUTLINE_ENTRY (self), FALSE);
  *severity = self->worst;
  return self->n_findings > 0;
}

guint
nb_outline_entry_get_n_findings (NbOutlineEntry *self)
{
  g_return_val_if_fail (NB_IS_OUTLINE_ENTRY (self), 0);
  return self->n_findings;
}
