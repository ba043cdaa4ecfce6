/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What differs between a report and the same report read again: figures by what is printed in their cells,
 * findings by what they say and what they are about, and whether the words differ. Holds texts only, so that the old
 * reading can go; findings of other reports too, where they came or went with it. Immutable once handed over; any thread.
 */

#include "nb-changes.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"

struct _NbChanges
{
  GObject parent_instance;

  GPtrArray *figures; /* (owned): of NbFigureChange (owned) */
  GPtrArray *gone;    /* (owned): titles (owned) of findings */
  GPtrArray *added;   /* (owned): titles (owned) of findings */
  GPtrArray *altered; /* (owned): titles (owned) of findings that say something else now */
  gboolean text_differs;
};

G_DEFINE_FINAL_TYPE (NbChanges, nb_changes, G_TYPE_OBJECT)

static void
change_free (gpointer data)
{
  NbFigureChange *change = data;

  g_free (change->id);
  g_free (change->label);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
nb_changes_finalize (GObject *object)
{
  NbChanges *self = NB_CHANGES (object);

  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->gone);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->altered);

  G_OBJECT_CLASS (nb_changes_parent_class)->finalize (object);
}

static void
nb_changes_class_init (NbChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_changes_finalize;
}

static void
nb_changes_init (NbChanges *self)
{
  self->figures = g_ptr_array_new_with_free_func (change_free);
  self->gone = g_ptr_array_new_with_free_func (g_free);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->altered = g_ptr_array_new_with_free_func (g_free);
}

/* A cell in words: what is printed, or the name of its state where nothing is. */
static char *
dup_cell (NbFigure *figure)
{
  const char *raw = nb_figure_get_raw (figure);

  if (raw != NULL && *raw != '\0')
    return g_strdup (raw);
  return g_strdup (nb_ui_state_name (nb_figure_get_state (figure)));
}

static void
add_figure (NbChanges *self, NbFigure *before, NbFigure *after)
{
  NbFigure *any = after != NULL ? after : before;
  g_autofree char *old = before != NULL ? dup_cell (before) : NULL;
  g_autofree char *new = after != NULL ? dup_cell (after) : NULL;
  NbFigureChange *change;

  if (before != NULL && after != NULL && g_strcmp0 (old, new) == 0 &&
      nb_figure_get_state (before) == nb_figure_get_state (after))
    return;
  change = g_new0 (NbFigureChange, 1);
  change->id = g_strdup (nb_figure_get_id (any));
  change->label = g_strdup (nb_ui_figure_label (any));
  change->before = g_steal_pointer (&old);
  change->after = g_steal_pointer (&new);
  g_ptr_array_add (self->figures, change);
}

static void
compare_figures (NbChanges *self, NbReport *before, NbReport *after)
{
  GListModel *old = nb_report_get_figures (before);
  GListModel *new = nb_report_get_figures (after);

  for (guint i = 0; i < g_list_model_get_n_items (new); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (new, i);

      add_figure (self, nb_report_find_figure (before, nb_figure_get_id (figure)), figure);
    }
  for (guint i = 0; i < g_list_model_get_n_items (old); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (old, i);

      if (nb_report_find_figure (after, nb_figure_get_id (figure)) == NULL)
        add_figure (self, figure, NULL);
    }
}

/* (transfer full): which report it is, before the title of a finding of it. */
static char *
dup_title (NbFinding *finding, gboolean is_other)
{
  NbReport *report = nb_finding_get_report (finding);
  const char *organ = nb_report_get_organ (report);
  g_autofree char *title = nb_finding_dup_title (finding);

  if (!is_other)
    return g_steal_pointer (&title);
  /* Translators: organ, year, title of a finding in that report. */
  return g_strdup_printf (_ ("%s %u: %s"), organ != NULL ? organ : _ ("unknown organ"),
                          nb_report_get_year (report), title);
}

/* (transfer full) (element-type NbFinding): what fails in a reading. */
static GPtrArray *
list_failures (NbReading *reading)
{
  GListModel *findings = nb_reading_get_findings (reading);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (nb_finding_get_status (finding) == NB_STATUS_FAIL)
        g_ptr_array_add (list, g_steal_pointer (&finding));
    }
  return list;
}

/* (transfer full) (element-type utf8) */
static GPtrArray *
list_names (GPtrArray *findings, char *(*dup_name) (NbFinding *finding))
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (names, dup_name (findings->pdata[i]));
  return names;
}

/* Takes the pairs with the same name out of both lists; a name that stands several times is paired as often. */
static void
pair_findings (GPtrArray *before,
               GPtrArray *after,
               char *(*dup_name) (NbFinding *finding),
               gboolean is_other,
               GPtrArray *altered)
{
  g_autoptr (GPtrArray) old = list_names (before, dup_name);
  g_autoptr (GPtrArray) new = list_names (after, dup_name);

  for (guint i = 0, at; i < after->len;)
    {
      if (!g_ptr_array_find_with_equal_func (old, new->pdata[i], g_str_equal, &at))
        {
          i++;
          continue;
        }
      if (altered != NULL)
        g_ptr_array_add (altered, dup_title (after->pdata[i], is_other));
      g_ptr_array_remove_index (before, at);
      g_ptr_array_remove_index (old, at);
      g_ptr_array_remove_index (after, i);
      g_ptr_array_remove_index (new, i);
    }
}

static void
add_titles (GPtrArray *findings, gboolean is_other, GPtrArray *titles)
{
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (titles, dup_title (findings->pdata[i], is_other));
}

/* First those that say the same, then those about the same cells that say something else. */
static void
compare_findings (NbChanges *self, NbReading *before, NbReading *after, gboolean is_other)
{
  g_autoptr (GPtrArray) gone = list_failures (before);
  g_autoptr (GPtrArray) added = list_failures (after);

  pair_findings (gone, added, nb_finding_dup_digest, is_other, NULL);
  pair_findings (gone, added, nb_finding_dup_key, is_other, self->altered);
  add_titles (gone, is_other, self->gone);
  add_titles (added, is_other, self->added);
}

static const char *
get_text (NbReading *reading)
{
  return nb_document_get_text (nb_report_get_document (nb_reading_get_report (reading)), NULL);
}

/**
 * nb_changes_new:
 * @before: what was read first
 * @after: what was read then
 *
 * Returns: (transfer full): what differs
 */
NbChanges *
nb_changes_new (NbReading *before, NbReading *after)
{
  NbChanges *self = g_object_new (NB_TYPE_CHANGES, NULL);

  compare_figures (self, nb_reading_get_report (before), nb_reading_get_report (after));
  compare_findings (self, before, after, FALSE);
  self->text_differs = strcmp (get_text (before), get_text (after)) != 0;
  return self;
}

/**
 * nb_changes_add_other:
 * @self: changes that are not handed over yet
 * @before: another report, with its findings before
 * @after: the same with its findings now
 *
 * Adds what came and went in another report, since the one that was read again is held against it.
 */
void
nb_changes_add_other (NbChanges *self, NbReading *before, NbReading *after)
{
  g_return_if_fail (NB_IS_CHANGES (self));

  compare_findings (self, before, after, TRUE);
}

gboolean
nb_changes_are_none (NbChanges *self)
{
  g_return_val_if_fail (NB_IS_CHANGES (self), TRUE);
  return self->figures->len == 0 && self->gone->len == 0 && self->added->len == 0 &&
         self->altered->len == 0 && !self->text_differs;
}

/**
 * nb_changes_get_figures:
 * @self: changes
 *
 * Returns: (transfer none) (element-type NbFigureChange): figures that differ, in the report's order
 */
GPtrArray *
nb_changes_get_figures (NbChanges *self)
{
  g_return_val_if_fail (NB_IS_CHANGES (self), NULL);
  return self->figures;
}

/**
 * nb_changes_get_findings_gone:
 * @self: changes
 *
 * Returns: (transfer none) (element-type utf8): titles of findings that are there no more
 */
GPtrArray *
nb_changes_get_findings_gone (NbChanges *self)
{
  g_return_val_if_fail (NB_IS_CHANGES (self), NULL);
  return self->gone;
}

/**
 * nb_changes_get_findings_new:
 * @self: changes
 *
 * Returns: (transfer none) (element-type utf8): titles of findings that were not there before
 */
GPtrArray *
nb_changes_get_findings_new (NbChanges *self)
{
  g_return_val_if_fail (NB_IS_CHANGES (self), NULL);
  return self->added;
}

/**
 * nb_changes_get_findings_altered:
 * @self: changes
 *
 * Returns: (transfer none) (element-type utf8): titles of findings that say something else than before
 */
GPtrArray *
nb_changes_get_findings_altered (NbChanges *self)
{
  g_return_val_if_fail (NB_IS_CHANGES (self), NULL);
  return self->altered;
}

gboolean
nb_changes_get_text_differs (NbChanges *self)
{
  g_return_val_if_fail (NB_IS_CHANGES (self), FALSE);
  return self->text_differs;
}

/**
 * nb_changes_dup_summary:
 * @self: changes
 *
 * Returns: (transfer full): one line for a toast
 */
char *
nb_changes_dup_summary (NbChanges *self)
{
  g_autofree char *figures = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *altered = NULL;

  g_return_val_if_fail (NB_IS_CHANGES (self), NULL);

  if (nb_changes_are_none (self))
    return g_strdup (_ ("Read again; nothing has changed"));
  if (self->figures->len == 0 && self->gone->len == 0 && self->added->len == 0 &&
      self->altered->len == 0)
    return g_strdup (_ ("Read again; the text has changed, no figure has"));
  figures = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u figure differs", "%u figures differ", self->figures->len),
      self->figures->len);
  /* Translators: numbers of findings after a report was read again: "3 findings gone, 1 new". */
  findings = g_strdup_printf (_ ("findings: %u gone, %u new"), self->gone->len, self->added->len);
  if (self->altered->len == 0)
    return g_strdup_printf ("%s · %s", figures, findings);
  /* Translators: behind "findings: 3 gone, 1 new": how many say something else than before. */
  altered = g_strdup_printf (_ (", %u changed"), self->altered->len);
  return g_strdup_printf ("%s · %s%s", figures, findings, altered);
}
