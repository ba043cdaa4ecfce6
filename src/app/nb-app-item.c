/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One report in the window: where it comes from, how far it is, what came of it, and which figure and
 * which finding are chosen in it. Owned by NbSession; main thread only. Everything that the pages and
 * the side bar show hangs on its properties, so that choosing a figure on one page shows on all.
 */

#include "nb-app-item.h"

#include "nb-finding-filter.h"

struct _NbAppItem
{
  GObject parent_instance;

  char *uri;
  guint part;     /* which of several reports of the input, from 0 */
  char *sort_key; /* (owned) (nullable): for the order of organs in the side bar */
  NbAppItemState state;
  NbReadingStep step;     /* while it is on its way */
  gint64 done;            /* bytes that have come */
  gint64 total;           /* of this many; -1 where that is unknown */
  GBytes *bytes;          /* (owned) (nullable): pasted, instead of an address */
  const char *media_type; /* interned (nullable): of @bytes */
  GBytes *fallback;   /* (owned) (nullable): plain text to be read where @bytes hold no report */
  NbReading *reading; /* (owned) (nullable): with what the other reports tell of it */
  NbReading *own;     /* (owned) (nullable): the same with its own findings alone */
  GError *error;      /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the run under way */
  GListStore *findings;      /* (owned) (nullable): of NbFinding, the gravest first */
  GHashTable *concerned; /* (owned) (nullable): NbFigure → its first NbFinding, both borrowed */
  NbFinding *worst;      /* borrowed from the reading (nullable) */
  guint n_failed;
  guint n_open;
  char *wanted;        /* (owned) (nullable): id of the figure to choose when the report is read */
  const char *charset; /* interned (nullable): chosen by the user */
  const char *charset_read; /* interned (nullable): that of the reading */
  NbStale stale;
  NbChanges *changes; /* (owned) (nullable): what the last reading again brought */
  NbReading *before;  /* (owned) (nullable): what was shown, until it is known what has changed */

  NbFigure *figure;   /* (owned) (nullable) */
  NbFinding *finding; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (NbAppItem, nb_app_item, G_TYPE_OBJECT)

enum
{
  PROP_STATE = 1,
  PROP_PROGRESS,
  PROP_READING,
  PROP_FIGURE,
  PROP_FINDING,
  PROP_STALE,
  PROP_FINDINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_state (NbAppItem *self, NbAppItemState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* The gravest first; which figures they are about. */
static void
take_findings (NbAppItem *self)
{
  GListModel *findings = nb_reading_get_findings (self->reading);
  guint n_findings = g_list_model_get_n_items (findings);

  g_clear_object (&self->findings);
  self->findings = nb_finding_list_sorted (findings);
  findings = G_LIST_MODEL (self->findings);
  g_clear_pointer (&self->concerned, g_hash_table_unref);
  self->concerned = g_hash_table_new (NULL, NULL);
  self->worst = NULL;
  self->n_failed = self->n_open = 0;
  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      guint n_terms = 0;
      const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);

      if (nb_finding_get_status (finding) != NB_STATUS_FAIL)
        {
          self->n_open++;
          continue;
        }
      self->n_failed++;
      if (self->worst == NULL ||
          nb_finding_get_severity (finding) < nb_finding_get_severity (self->worst))
        self->worst = finding;
      for (guint j = 0; j < n_terms; j++)
        if (terms[j].figure != NULL && !g_hash_table_contains (self->concerned, terms[j].figure))
          g_hash_table_insert (self->concerned, terms[j].figure, finding);
    }
}

static void
nb_app_item_dispose (GObject *object)
{
  NbAppItem *self = NB_APP_ITEM (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->figure);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->concerned, g_hash_table_unref);
  g_clear_object (&self->findings);
  g_clear_object (&self->reading);
  g_clear_object (&self->own);
  g_clear_object (&self->before);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->fallback, g_bytes_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (nb_app_item_parent_class)->dispose (object);
}

static void
nb_app_item_finalize (GObject *object)
{
  NbAppItem *self = NB_APP_ITEM (object);

  g_free (self->uri);
  g_free (self->wanted);
  g_free (self->sort_key);

  G_OBJECT_CLASS (nb_app_item_parent_class)->finalize (object);
}

static void
nb_app_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NbAppItem *self = NB_APP_ITEM (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, nb_app_item_get_progress (self));
      break;
    case PROP_READING:
      g_value_set_object (value, self->reading);
      break;
    case PROP_FIGURE:
      g_value_set_object (value, self->figure);
      break;
    case PROP_FINDING:
      g_value_set_object (value, self->finding);
      break;
    case PROP_STALE:
      g_value_set_uint (value, self->stale);
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nb_app_item_class_init (NbAppItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = nb_app_item_dispose;
  object_class->finalize = nb_app_item_finalize;
  object_class->get_property = nb_app_item_get_property;

  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, NB_APP_ITEM_FAILED,
                                              NB_APP_ITEM_WAITING, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_READING] = g_param_spec_object ("reading", NULL, NULL, NB_TYPE_READING, flags);
  properties[PROP_FIGURE] = g_param_spec_object ("figure", NULL, NULL, NB_TYPE_FIGURE, flags);
  properties[PROP_FINDING] = g_param_spec_object ("finding", NULL, NULL, NB_TYPE_FINDING, flags);
  properties[PROP_STALE] = g_param_spec_uint ("stale", NULL, NULL, 0, NB_STALE_GONE, NB_STALE_NOT,
                                              flags);
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL,
                                                   flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nb_app_item_init (NbAppItem *self)
{
  self->total = -1;
}

/**
 * nb_app_item_new:
 * @uri: a path or an address, as typed
 * @part: which of the reports that the input holds, from 0
 *
 * Returns: (transfer full): an item that waits
 */
NbAppItem *
nb_app_item_new (const char *uri, guint part)
{
  NbAppItem *self;

  g_return_val_if_fail (uri != NULL, NULL);

  self = g_object_new (NB_TYPE_APP_ITEM, NULL);
  self->uri = g_strdup (uri);
  self->part = part;
  return self;
}

guint
nb_app_item_get_part (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), 0);
  return self->part;
}

/**
 * nb_app_item_get_sort_key:
 * @self: an item
 *
 * Returns: (transfer none): the organ, to be compared with strcmp(), the same for all spellings of its
 *   name; made once, when the report is read
 */
const char *
nb_app_item_get_sort_key (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), "");
  return self->sort_key != NULL ? self->sort_key : "";
}

const char *
nb_app_item_get_uri (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->uri;
}

/**
 * nb_app_item_dup_name:
 * @self: an item
 *
 * What to call the input before anything is known of it: the file's name, or the address without
 * its scheme.
 *
 * Returns: (transfer full): the name
 */
char *
nb_app_item_dup_name (NbAppItem *self)
{
  const char *rest;

  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);

  if (g_str_has_prefix (self->uri, "http:") || g_str_has_prefix (self->uri, "https:"))
    {
      rest = strstr (self->uri, "://");
      return g_strdup (rest != NULL ? rest + 3 : self->uri);
    }
  if (g_str_has_prefix (self->uri, "file:"))
    {
      g_autofree char *path = g_filename_from_uri (self->uri, NULL, NULL);

      if (path != NULL)
        return g_filename_display_basename (path);
    }
  return g_filename_display_basename (self->uri);
}

NbAppItemState
nb_app_item_get_state (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NB_APP_ITEM_FAILED);
  return self->state;
}

/**
 * nb_app_item_get_progress:
 * @self: an item
 *
 * Returns: 0 to 1, or below 0 where the size is not known
 */
double
nb_app_item_get_progress (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), -1);
  return self->total > 0 ? CLAMP ((double) self->done / (double) self->total, 0, 1) : -1;
}

/**
 * nb_app_item_get_step:
 * @self: an item that is on its way
 * @done: (out): bytes that have come, while it is loaded
 * @total: (out): of this many; below 0 where that is not known
 *
 * Returns: the step of its opening that is under way
 */
NbReadingStep
nb_app_item_get_step (NbAppItem *self, gint64 *done, gint64 *total)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NB_READING_STEP_LOAD);

  *done = self->done;
  *total = self->total;
  return self->step;
}

/**
 * nb_app_item_get_reading:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what was read; stays while the input is read again
 */
NbReading *
nb_app_item_get_reading (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->reading;
}

/**
 * nb_app_item_get_report:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the report of the reading
 */
NbReport *
nb_app_item_get_report (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->reading != NULL ? nb_reading_get_report (self->reading) : NULL;
}

const GError *
nb_app_item_get_error (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->error;
}

GCancellable *
nb_app_item_get_cancellable (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->cancellable;
}

GBytes *
nb_app_item_get_bytes (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->bytes;
}

const char *
nb_app_item_get_media_type (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->media_type;
}

/**
 * nb_app_item_set_bytes:
 * @self: an item
 * @bytes: (nullable): what was pasted; read instead of the address
 * @media_type: (nullable): what it is said to be
 */
void
nb_app_item_set_bytes (NbAppItem *self, GBytes *bytes, const char *media_type)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->media_type = g_intern_string (media_type);
}

/**
 * nb_app_item_set_fallback:
 * @self: an item that was pasted
 * @text: (nullable): the same as plain text, to be read where the bytes hold no report
 */
void
nb_app_item_set_fallback (NbAppItem *self, GBytes *text)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));

  g_clear_pointer (&self->fallback, g_bytes_unref);
  self->fallback = text != NULL ? g_bytes_ref (text) : NULL;
}

/**
 * nb_app_item_fall_back:
 * @self: an item whose bytes hold no report
 *
 * Puts the plain text in their place, once.
 *
 * Returns: whether there is any
 */
gboolean
nb_app_item_fall_back (NbAppItem *self)
{
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (NB_IS_APP_ITEM (self), FALSE);

  text = g_steal_pointer (&self->fallback);
  if (text == NULL)
    return FALSE;
  nb_app_item_set_bytes (self, text, "text/plain;charset=utf-8");
  return TRUE;
}

/**
 * nb_app_item_get_charset:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the charset that the user chose for it
 */
const char *
nb_app_item_get_charset (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->charset;
}

void
nb_app_item_set_charset (NbAppItem *self, const char *charset)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));
  self->charset = g_intern_string (charset);
}

NbStale
nb_app_item_get_stale (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NB_STALE_NOT);
  return self->stale;
}

/**
 * nb_app_item_set_stale:
 * @self: an item
 * @stale: what has become of the file since it was read
 */
void
nb_app_item_set_stale (NbAppItem *self, NbStale stale)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));

  if (self->stale == stale)
    return;
  self->stale = stale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STALE]);
}

/**
 * nb_app_item_get_changes:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what differs since the report was read before; none where it was
 *   read once
 */
NbChanges *
nb_app_item_get_changes (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->changes;
}

/**
 * nb_app_item_start:
 * @self: an item
 *
 * Begins a run; one that is still under way is cancelled, and its result will be dropped.
 *
 * Returns: (transfer none): the cancellable of the run
 */
GCancellable *
nb_app_item_start (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  nb_app_item_set_progress (self, NB_READING_STEP_LOAD, 0, -1);
  set_state (self, NB_APP_ITEM_LOADING);
  return self->cancellable;
}

void
nb_app_item_set_progress (NbAppItem *self, NbReadingStep step, gint64 done, gint64 total)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));

  self->step = step;
  self->done = done;
  self->total = total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

/**
 * nb_app_item_take_reading:
 * @self: an item
 * @reading: (transfer full): what was read
 *
 * The run has ended well. Where the report was read again, the chosen figure is kept by its id, and the chosen finding
 * by what it is about.
 */
void
nb_app_item_take_reading (NbAppItem *self, NbReading *reading)
{
  g_autofree char *chosen = g_steal_pointer (&self->wanted);
  g_autoptr (NbFinding) before = self->finding != NULL ? g_object_ref (self->finding) : NULL;
  const char *organ;

  g_return_if_fail (NB_IS_APP_ITEM (self));
  g_return_if_fail (NB_IS_READING (reading));

  if (self->figure != NULL)
    {
      g_free (chosen);
      chosen = g_strdup (nb_figure_get_id (self->figure));
    }
  nb_app_item_set_figure (self, NULL);
  nb_app_item_set_finding (self, NULL);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->changes);
  /* Read again twice in a moment: what was seen before the first counts. */
  if (self->before == NULL)
    g_set_object (&self->before, self->reading);
  g_set_object (&self->own, reading);
  g_clear_object (&self->reading);
  self->reading = reading;
  self->charset_read = self->charset;
  nb_app_item_set_stale (self, NB_STALE_NOT);
  organ = nb_report_get_organ_key (nb_reading_get_report (reading));
  g_free (self->sort_key);
  self->sort_key = g_utf8_collate_key (organ != NULL ? organ : "", -1);
  take_findings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
  set_state (self, NB_APP_ITEM_READY);
  if (chosen != NULL)
    nb_app_item_set_figure (self, nb_report_find_figure (nb_reading_get_report (reading), chosen));
  g_set_object (&before, nb_finding_find_like (G_LIST_MODEL (self->findings), before));
  if (before != NULL)
    nb_app_item_set_finding (self, before);
}

/**
 * nb_app_item_set_findings:
 * @self: an item
 * @own: what nb_app_item_get_own_reading() gave when the work began
 * @reading: the same report with other findings
 *
 * The report has been put to further rules. Nothing is done where it has been read again meanwhile. The
 * chosen finding stays chosen where it is still there.
 *
 * Returns: whether @reading is shown now
 */
gboolean
nb_app_item_set_findings (NbAppItem *self, NbReading *own, NbReading *reading)
{
  g_autoptr (NbFinding) chosen = NULL;

  g_return_val_if_fail (NB_IS_APP_ITEM (self) && NB_IS_READING (reading), FALSE);

  if (self->own != own)
    return FALSE;
  chosen = g_steal_pointer (&self->finding);
  g_set_object (&self->reading, reading);
  take_findings (self);
  g_set_object (&self->finding, nb_finding_find_like (G_LIST_MODEL (self->findings), chosen));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
  if (self->finding != chosen)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
  return TRUE;
}

/**
 * nb_app_item_replace_reading:
 * @self: an item that is read
 * @reading: the same report with other numbers keyed in
 *
 * Shows it in the place of the one before, without telling changes: the source is the same.
 */
void
nb_app_item_replace_reading (NbAppItem *self, NbReading *reading)
{
  g_autoptr (NbFinding) finding = NULL;
  NbFigure *figure = NULL;

  g_return_if_fail (NB_IS_APP_ITEM (self));
  g_return_if_fail (NB_IS_READING (reading));

  /* The same cell stays chosen all the time: who is keying numbers in has the focus there. */
  if (self->figure != NULL)
    figure = nb_report_find_figure (nb_reading_get_report (reading),
                                    nb_figure_get_id (self->figure));
  g_set_object (&self->figure, figure);
  finding = g_steal_pointer (&self->finding);
  g_set_object (&self->own, reading);
  g_set_object (&self->reading, reading);
  take_findings (self);
  g_set_object (&self->finding, nb_finding_find_like (G_LIST_MODEL (self->findings), finding));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}

/* (transfer none) (nullable): what was shown before it was read again, until the changes are set. */
NbReading *
nb_app_item_get_before (NbAppItem *self)
{
  return self->before;
}

/* What reading it again has brought. */
void
nb_app_item_set_changes (NbAppItem *self, NbChanges *changes)
{
  g_set_object (&self->changes, changes);
  g_clear_object (&self->before);
}

/* (transfer none) (nullable): what was read, with the findings that need no other report. */
NbReading *
nb_app_item_get_own_reading (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->own;
}

/**
 * nb_app_item_take_error:
 * @self: an item
 * @error: (transfer full): why it could not be read
 */
void
nb_app_item_take_error (NbAppItem *self, GError *error)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));
  g_return_if_fail (error != NULL);

  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  self->error = error;
  /* What is shown was read in another charset than the one that failed. */
  if (self->reading != NULL)
    self->charset = self->charset_read;
  set_state (self, NB_APP_ITEM_FAILED);
}

NbFigure *
nb_app_item_get_figure (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->figure;
}

/**
 * nb_app_item_set_figure:
 * @self: an item
 * @figure: (nullable): the figure to show on every page
 */
void
nb_app_item_set_figure (NbAppItem *self, NbFigure *figure)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));

  if (g_set_object (&self->figure, figure))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

/**
 * nb_app_item_get_wanted_figure:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): id of the figure that will be chosen when the report is read
 */
const char *
nb_app_item_get_wanted_figure (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->wanted;
}

void
nb_app_item_set_wanted_figure (NbAppItem *self, const char *id)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));

  g_free (self->wanted);
  self->wanted = g_strdup (id);
}

NbFinding *
nb_app_item_get_finding (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->finding;
}

/**
 * nb_app_item_set_finding:
 * @self: an item
 * @finding: (nullable): the finding to show
 */
void
nb_app_item_set_finding (NbAppItem *self, NbFinding *finding)
{
  g_return_if_fail (NB_IS_APP_ITEM (self));

  if (g_set_object (&self->finding, finding))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}

/**
 * nb_app_item_get_findings:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the findings of the reading, the gravest first, those that stay
 *   open after those that fail
 */
GListModel *
nb_app_item_get_findings (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->findings != NULL ? G_LIST_MODEL (self->findings) : NULL;
}

/**
 * nb_app_item_get_n_findings:
 * @self: an item
 *
 * Returns: how many relations fail; those that stay open do not count
 */
guint
nb_app_item_get_n_findings (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), 0);
  return self->n_failed;
}

/**
 * nb_app_item_get_n_open:
 * @self: an item
 *
 * Returns: how many relations cannot be decided
 */
guint
nb_app_item_get_n_open (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), 0);
  return self->n_open;
}

/**
 * nb_app_item_get_worst:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the gravest relation that fails
 */
NbFinding *
nb_app_item_get_worst (NbAppItem *self)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->worst;
}

/**
 * nb_app_item_find_finding:
 * @self: an item
 * @figure: a figure
 *
 * Returns: (transfer none) (nullable): the first failing relation that @figure is a term of
 */
NbFinding *
nb_app_item_find_finding (NbAppItem *self, NbFigure *figure)
{
  g_return_val_if_fail (NB_IS_APP_ITEM (self), NULL);
  return self->concerned != NULL ? g_hash_table_lookup (self->concerned, figure) : NULL;
}
