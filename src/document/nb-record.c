/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * JSON that this program has written (schema "nianbao-report/1"), read back: the document as it was, and what the file says of
 * the report in it. Nothing of the latter is believed here; the workspace recognises the document again and compares. Keys that
 * are not known are passed over. One thread.
 */

#define _GNU_SOURCE /* memmem */

#include "nb-record.h"

#include "nb-document-private.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEMA NB_RECORD_SCHEMA "1"
#define BOM    "\xef\xbb\xbf"

/* What stands under "document", in whatever order. */
typedef struct
{
  char *text;
  gsize length;
  GArray *pieces;   /* (nullable) */
  GPtrArray *metas; /* of NbMeta */
  guint n_tables;
} Written;

typedef struct
{
  NbRecord *record;
  NbSourceFacts source;
  Written written;
  char *schema;
} Reader;

static void
free_figure (gpointer data)
{
  NbRecordFigure *figure = data;

  g_free (figure->metric);
  g_free (figure->label);
  g_free (figure->state);
  g_free (figure->unit);
  g_free (figure->raw);
  g_free (figure->remark);
  g_free (figure->confidence);
  g_free (figure->section);
  g_free (figure->table);
  g_free (figure);
}

static void
free_section (gpointer data)
{
  NbRecordSection *section = data;

  g_free (section->key);
  g_free (section->number);
  g_free (section->heading);
  g_free (section->text);
  g_free (section);
}

static void
free_meta (gpointer data)
{
  NbMeta *meta = data;

  g_free (meta->name);
  g_free (meta->content);
  g_free (meta);
}

/**
 * nb_record_free:
 * @self: (transfer full): a record
 */
void
nb_record_free (NbRecord *self)
{
  g_clear_object (&self->document);
  g_free (self->title);
  g_free (self->organ);
  g_free (self->organ_key);
  g_free (self->organ_kind);
  g_free (self->scope);
  g_free (self->form);
  g_free (self->start);
  g_free (self->end);
  g_free (self->published);
  g_free (self->signature);
  g_free (self->fault);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

static void
clear_reader (Reader *self)
{
  g_clear_pointer (&self->record, nb_record_free);
  nb_source_facts_clear (&self->source);
  g_free (self->written.text);
  g_clear_pointer (&self->written.pieces, g_array_unref);
  g_ptr_array_unref (self->written.metas);
  g_free (self->schema);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* Takes the string of the member at hand where it has this name. */
static gboolean
take_text (NbJsonCursor *json, const char *key, char **text)
{
  if (strcmp (json->key, key) != 0)
    return FALSE;
  g_free (*text);
  *text = nb_json_cursor_take_string (json, NULL);
  return TRUE;
}

static gboolean
take_number (NbJsonCursor *json, const char *key, guint *number)
{
  if (strcmp (json->key, key) != 0)
    return FALSE;
  *number = (guint) nb_json_cursor_take_count (json, G_MAXUINT);
  return TRUE;
}

static gboolean
take_decimal (NbJsonCursor *json, const char *key, gboolean *is_there, NbDecimal *value)
{
  if (strcmp (json->key, key) != 0)
    return FALSE;
  *is_there = nb_json_cursor_take_decimal (json, value);
  return TRUE;
}

static void
read_source (NbJsonCursor *json, Reader *self)
{
  NbSourceFacts *facts = &self->source;

  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (strcmp (json->key, "bytes") == 0)
      facts->n_bytes = nb_json_cursor_take_count (json, G_MAXINT64);
    else if (!take_text (json, "uri", &facts->uri) &&
             !take_text (json, "media_type", &facts->media_type) &&
             !take_text (json, "charset", &facts->charset) &&
             !take_text (json, "sha256", &facts->sha256) &&
             !take_text (json, "fetched", &facts->fetched) &&
             !take_text (json, "scope", &self->record->scope) &&
             !take_number (json, "part", &self->record->part))
      nb_json_cursor_skip (json);
}

static void
read_organ (NbJsonCursor *json, NbRecord *record)
{
  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (!take_text (json, "name", &record->organ) && !take_text (json, "key", &record->organ_key) &&
        !take_text (json, "kind", &record->organ_kind))
      nb_json_cursor_skip (json);
}

static void
read_period (NbJsonCursor *json, NbRecord *record)
{
  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (!take_text (json, "start", &record->start) && !take_text (json, "end", &record->end))
      nb_json_cursor_skip (json);
}

static void
read_place (NbJsonCursor *json, NbRecordFigure *figure)
{
  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (!take_text (json, "section", &figure->section) &&
        !take_text (json, "table", &figure->table) && !take_number (json, "row", &figure->row) &&
        !take_number (json, "column", &figure->column) &&
        !take_number (json, "offset", &figure->offset) &&
        !take_number (json, "length", &figure->length))
      nb_json_cursor_skip (json);
}

static void
read_figure (NbJsonCursor *json, NbRecordFigure *figure)
{
  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (strcmp (json->key, "place") == 0)
      read_place (json, figure);
    else if (!take_text (json, "metric", &figure->metric) &&
             !take_text (json, "label", &figure->label) &&
             !take_text (json, "state", &figure->state) &&
             !take_text (json, "unit", &figure->unit) && !take_text (json, "raw", &figure->raw) &&
             !take_text (json, "remark", &figure->remark) &&
             !take_text (json, "confidence", &figure->confidence) &&
             !take_decimal (json, "value", &figure->has_value, &figure->value) &&
             !take_decimal (json, "entered", &figure->is_entered, &figure->entered))
      nb_json_cursor_skip (json);
}

static void
read_section (NbJsonCursor *json, NbRecordSection *section)
{
  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (!take_text (json, "key", &section->key) && !take_text (json, "number", &section->number) &&
        !take_text (json, "heading", &section->heading) &&
        !take_text (json, "text", &section->text))
      nb_json_cursor_skip (json);
}

static void
read_meta (NbJsonCursor *json, NbMeta *meta)
{
  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (!take_text (json, "name", &meta->name) && !take_text (json, "content", &meta->content))
      nb_json_cursor_skip (json);
  if (meta->name == NULL || meta->content == NULL)
    json->is_broken = TRUE;
}

/* Goes through an array whose elements become @size bytes each, the last of @rows. */
static gboolean
next_row (NbJsonCursor *json, GPtrArray *rows, gsize size, guint most)
{
  if (!nb_json_cursor_next (json))
    return FALSE;
  if (rows->len >= most)
    nb_json_cursor_give_up (json);
  else
    g_ptr_array_add (rows, g_malloc0 (size));
  return !json->is_broken;
}

static gpointer
last_row (GPtrArray *rows)
{
  return rows->pdata[rows->len - 1];
}

static void
read_pieces (NbJsonCursor *json, Written *self)
{
  gboolean more = nb_json_cursor_enter (json, '[');

  g_clear_pointer (&self->pieces, g_array_unref);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (NbPiece));
  while (more && nb_json_cursor_next (json))
    {
      g_autofree char *line = nb_json_cursor_take_string (json, NULL);
      NbPiece piece;

      if (self->pieces->len >= NB_LIMIT_PIECES)
        nb_json_cursor_give_up (json);
      else if (line == NULL || !nb_record_parse_piece (line, &piece))
        json->is_broken = TRUE;
      else
        g_array_append_val (self->pieces, piece);
    }
}

static void
read_document (NbJsonCursor *json, Written *self)
{
  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (strcmp (json->key, "text") == 0)
      {
        g_free (self->text);
        self->text = nb_json_cursor_take_string (json, &self->length);
      }
    else if (strcmp (json->key, "pieces") == 0)
      read_pieces (json, self);
    else if (strcmp (json->key, "metas") == 0)
      for (more = nb_json_cursor_enter (json, '[');
           more && next_row (json, self->metas, sizeof (NbMeta), NB_LIMIT_METAS);)
        read_meta (json, last_row (self->metas));
    else if (strcmp (json->key, "tables") == 0)
      self->n_tables = (guint) nb_json_cursor_take_count (json, NB_LIMIT_PIECES);
    else
      nb_json_cursor_skip (json);
}

static void
read_fault (NbJsonCursor *json, NbRecord *record)
{
  for (gboolean more = nb_json_cursor_enter (json, '{'); more && nb_json_cursor_next (json);)
    if (!take_text (json, "message", &record->fault))
      nb_json_cursor_skip (json);
}

static void
read_lists (NbJsonCursor *json, Reader *self)
{
  NbRecord *record = self->record;
  gboolean more;

  if (strcmp (json->key, "figures") == 0)
    for (more = nb_json_cursor_enter (json, '[');
         more && next_row (json, record->figures, sizeof (NbRecordFigure), NB_LIMIT_RECORD_ROWS);)
      read_figure (json, last_row (record->figures));
  else if (strcmp (json->key, "sections") == 0)
    for (more = nb_json_cursor_enter (json, '[');
         more && next_row (json, record->sections, sizeof (NbRecordSection), NB_LIMIT_RECORD_ROWS);)
      read_section (json, last_row (record->sections));
  else
    nb_json_cursor_skip (json);
}

static void
read_report (NbJsonCursor *json, Reader *self)
{
  NbRecord *record = self->record;
  gboolean more;

  /* Only an object is a report, and none holds null. */
  more = nb_json_cursor_enter (json, '{');
  json->is_broken |= !more;
  while (more && nb_json_cursor_next (json))
    if (strcmp (json->key, "source") == 0)
      read_source (json, self);
    else if (strcmp (json->key, "organ") == 0)
      read_organ (json, record);
    else if (strcmp (json->key, "period") == 0)
      read_period (json, record);
    else if (strcmp (json->key, "document") == 0)
      read_document (json, &self->written);
    else if (strcmp (json->key, "error") == 0)
      read_fault (json, record);
    else if (!take_text (json, "schema", &self->schema) &&
             !take_text (json, "title", &record->title) &&
             !take_text (json, "published", &record->published) &&
             !take_text (json, "signed", &record->signature) &&
             !take_text (json, "form", &record->form) && !take_number (json, "year", &record->year))
      read_lists (json, self);
}

static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
build (Reader *self, NbSource *file)
{
  g_autoptr (NbSource) source = NULL;

  if (self->written.text == NULL || self->written.pieces == NULL || self->source.uri == NULL ||
      self->source.media_type == NULL || !is_sha256 (self->source.sha256))
    return FALSE;
  source = nb_source_new_told (file, &self->source);
  self->record->document = nb_record_build (source, g_steal_pointer (&self->written.text),
                                            self->written.length, self->written.pieces,
                                            self->written.n_tables);
  for (guint i = 0; self->record->document != NULL && i < self->written.metas->len; i++)
    {
      const NbMeta *meta = self->written.metas->pdata[i];

      nb_document_add_meta (self->record->document, meta->name, meta->content);
    }
  return self->record->document != NULL;
}

/**
 * nb_record_is_file:
 * @source: a source
 *
 * Returns: whether its content is a report that this program has written as JSON, or several, one behind the other
 */
gboolean
nb_record_is_file (NbSource *source)
{
  gsize size;
  const char *bytes = g_bytes_get_data (nb_source_get_bytes (source), &size);
  const char *p = bytes, *end;

  if (size == 0)
    return FALSE;
  end = bytes + size;
  if (size >= strlen (BOM) && memcmp (p, BOM, strlen (BOM)) == 0)
    p += strlen (BOM);
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p < end && *p == '{' &&
         memmem (p, (gsize) (end - p), "\"" NB_RECORD_SCHEMA, strlen ("\"" NB_RECORD_SCHEMA)) !=
             NULL;
}

/**
 * nb_record_read:
 * @json: a cursor before an object of @file
 * @file: the file that it stands in
 * @error: %NB_ERROR_DAMAGED, %NB_ERROR_LIMIT, or %NB_ERROR_UNSUPPORTED where it was written by another version
 *
 * Reads one report.
 *
 * Returns: (transfer full): what it says
 */
NbRecord *
nb_record_read (NbJsonCursor *json, NbSource *file, GError **error)
{
  g_auto (Reader) self = { 0 };

  self.record = g_new0 (NbRecord, 1);
  self.record->figures = g_ptr_array_new_with_free_func (free_figure);
  self.record->sections = g_ptr_array_new_with_free_func (free_section);
  self.written.metas = g_ptr_array_new_with_free_func (free_meta);
  read_report (json, &self);
  if (json->is_full)
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                 _ ("this JSON holds more than is read back: more than %d figures or sections, %d paragraphs and cells, "
                    "%d meta elements, or %d levels within each other; open the report that it was made from"),
                 NB_LIMIT_RECORD_ROWS, NB_LIMIT_PIECES, NB_LIMIT_METAS, NB_LIMIT_JSON_NESTING);
  else if (!json->is_broken && g_strcmp0 (self.schema, SCHEMA) != 0)
    g_set_error_literal (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                         _ ("this JSON is of a kind that this version of the program does not read "
                            "back; open the report that "
                            "it was made from"));
  else if (!json->is_broken && self.record->fault == NULL && self.written.text == NULL &&
           self.written.pieces == NULL)
    g_set_error_literal (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                         _ ("this JSON lacks the text that the report was read from; open the "
                            "report that it was made from"));
  else if (json->is_broken || (self.record->fault == NULL && !build (&self, file)))
    g_set_error_literal (error, NB_ERROR, NB_ERROR_DAMAGED,
                         _ ("this JSON is damaged: it breaks off, or was changed; write it again, "
                            "or open the report that it "
                            "was made from"));
  else
    return g_steal_pointer (&self.record);
  return NULL;
}
