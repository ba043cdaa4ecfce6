/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for the organs of a workspace: reports that are alike, a report and those below it, an organ
 * without a report of the year.
 *
 * Alike reports are found through an index of one in sixteen of their runs, and only the best of them is compared in
 * full: what three thousand reports share costs seconds, and memory grows with the runs alone. Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-similarity.h"

#define ALIKE      0.70
#define LEAST_RUNS 150

/* A sampled run of a report. */
typedef struct
{
  guint32 hash;
  guint report;
} Posting;

typedef struct
{
  GPtrArray *reports;
  GPtrArray *findings;
  GPtrArray *shingles;       /* of NbShingles */
  GArray *postings;          /* of Posting, sorted */
  guint *alike;              /* for each report the one that it is alike to, G_MAXUINT for none */
  GCancellable *cancellable; /* (nullable), borrowed */
} Organs;

static NbFinding *
add_finding (Organs *self, guint index, const char *rule, const char *message)
{
  NbFinding *finding = nb_finding_new (self->reports->pdata[index], rule);

  nb_finding_set_message (finding, message);
  g_ptr_array_add (self->findings->pdata[index], finding);
  return finding;
}

/* --- X-06 --- */

static const char *const keys[] = { "overview", "problems", "other", NULL };

static NbShingles *
read_shingles (NbReport *report)
{
  GListModel *sections = nb_report_get_sections (report);
  const char *texts[G_N_ELEMENTS (keys)] = { NULL };
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      for (guint k = 0; keys[k] != NULL && n + 1 < G_N_ELEMENTS (keys); k++)
        if (g_strcmp0 (nb_section_get_key (section), keys[k]) == 0)
          texts[n++] = nb_section_get_text (section); /* the report keeps it */
    }
  return nb_shingles_new (texts);
}

static int
compare_postings (gconstpointer a, gconstpointer b)
{
  const Posting *one = a, *two = b;

  if (one->hash != two->hash)
    return one->hash < two->hash ? -1 : 1;
  return one->report < two->report ? -1 : one->report > two->report;
}

static void
make_index (Organs *self)
{
  self->shingles = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_shingles_free);
  self->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  for (guint i = 0; i < self->reports->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      NbShingles *shingles = read_shingles (self->reports->pdata[i]);
      g_autofree guint32 *sample = g_new (guint32, MAX (shingles->n, 1));
      guint n = nb_shingles_sample (shingles, sample);

      g_ptr_array_add (self->shingles, shingles);
      for (guint j = 0; j < n && shingles->n >= LEAST_RUNS; j++)
        {
          Posting posting = { sample[j], i };

          g_array_append_val (self->postings, posting);
        }
    }
  g_array_sort (self->postings, compare_postings);
}

/* The first posting of @hash. */
static guint
find_posting (GArray *postings, guint32 hash)
{
  guint low = 0, high = postings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (postings, Posting, middle).hash < hash)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
are_rivals (NbReport *a, NbReport *b)
{
  return nb_report_get_year (a) > 0 && nb_report_get_year (a) == nb_report_get_year (b) &&
         nb_report_get_organ_key (a) != NULL && nb_report_get_organ_key (b) != NULL &&
         strcmp (nb_report_get_organ_key (a), nb_report_get_organ_key (b)) != 0;
}

/* How many sampled runs of @index each other report shares. */
static void
count_shared (Organs *self, guint index, guint *counts)
{
  const NbShingles *shingles = self->shingles->pdata[index];
  g_autofree guint32 *sample = g_new (guint32, MAX (shingles->n, 1));
  guint n = nb_shingles_sample (shingles, sample);

  memset (counts, 0, self->reports->len * sizeof *counts);
  for (guint i = 0; i < n; i++)
    for (guint p = find_posting (self->postings, sample[i]);
         p < self->postings->len && g_array_index (self->postings, Posting, p).hash == sample[i];
         p++)
      counts[g_array_index (self->postings, Posting, p).report]++;
}

static void
tell_alike (Organs *self, guint index, guint other, double share, const char *message)
{
  NbFinding *finding = add_finding (self, index, "X-06", message);

  nb_finding_add_count (finding, (gint64) (share * 100));
  nb_finding_add_text (finding, nb_report_get_organ (self->reports->pdata[other]));
  nb_finding_set_relation (finding, g_strdup_printf ("%d %%", (int) (share * 100)));
  nb_alike_quote (finding, self->reports->pdata[other], keys, self->cancellable);
}

static void
check_alike (Organs *self, guint index, guint *counts)
{
  NbReport *report = self->reports->pdata[index];
  guint best = G_MAXUINT;
  double share;

  if (((NbShingles *) self->shingles->pdata[index])->n < LEAST_RUNS)
    return;
  count_shared (self, index, counts);
  for (guint i = 0; i < self->reports->len; i++)
    if (counts[i] > 0 && (best == G_MAXUINT || counts[i] > counts[best]) &&
        are_rivals (report, self->reports->pdata[i]))
      best = i;
  if (best == G_MAXUINT)
    return;
  share = nb_shingles_contain (self->shingles->pdata[index], self->shingles->pdata[best]);
  if (share < ALIKE)
    return;
  self->alike[index] = best;
  tell_alike (self, index, best, share,
              N_ ("{1} per cent of sections 1, 5 and 6 stand word for word in the report of {2}."));
}

/* A longer text that holds a shorter one is told of it as well. */
static void
tell_others (Organs *self)
{
  for (guint i = 0; i < self->reports->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      guint other = self->alike[i];

      if (other == G_MAXUINT || self->alike[other] != G_MAXUINT)
        continue;
      self->alike[other] = i;
      tell_alike (
          self, other, i,
          nb_shingles_contain (self->shingles->pdata[i], self->shingles->pdata[other]),
          N_ ("{1} per cent of sections 1, 5 and 6 of the report of {2} stand word for word "
              "in this one."));
    }
}

static void
check_all_alike (Organs *self, GCancellable *cancellable)
{
  g_autofree guint *counts = g_new (guint, MAX (self->reports->len, 1));

  g_autofree guint *alike = g_new (guint, MAX (self->reports->len, 1));

  memset (alike, 0xff, self->reports->len * sizeof *alike);
  self->alike = alike;
  make_index (self);
  for (guint i = 0; i < self->reports->len && !g_cancellable_is_cancelled (cancellable); i++)
    check_alike (self, i, counts);
  tell_others (self);
  g_clear_pointer (&self->shingles, g_ptr_array_unref);
  g_clear_pointer (&self->postings, g_array_unref);
}

/* --- A-01 --- */

static gboolean
is_below (NbReport *parent, NbReport *child)
{
  const char *above = nb_report_get_organ_key (parent), *below = nb_report_get_organ_key (child);

  return are_rivals (parent, child) && strlen (above) >= 6 && g_str_has_prefix (below, above);
}

static void
check_below (Organs *self, guint index)
{
  NbReport *report = self->reports->pdata[index];
  NbCheck check;
  NbDecimal sum = NB_DECIMAL_ZERO, own;
  guint n = 0, n_known = 0;
  NbFinding *finding;

  if (nb_report_get_organ_kind (report) != NB_ORGAN_GOVERNMENT ||
      nb_report_get_organ_key (report) == NULL)
    return;
  for (guint i = 0; i < self->reports->len; i++)
    {
      NbDecimal value;

      if (!is_below (report, self->reports->pdata[i]))
        continue;
      n++;
      nb_check_init (&check, self->reports->pdata[i]);
      if (check.form != NULL && nb_check_number (&check, "requests.received", &value) &&
          nb_decimal_add (sum, value, &sum))
        n_known++;
      nb_check_clear (&check);
    }
  if (n_known == 0)
    return;
  nb_check_init (&check, report);
  if (check.form != NULL && nb_check_number (&check, "requests.received", &own))
    {
      finding = add_finding (
          self, index, "A-01",
          N_ ("New requests: {1} here, {2} in {3} of the reports below that were read "
              "({4})."));
      nb_finding_add_number (finding, own);
      nb_finding_add_number (finding, sum);
      nb_finding_add_count (finding, n_known);
      nb_finding_add_count (finding, n);
      nb_finding_set_relation (finding, nb_check_relation (own, "/", sum));
      nb_finding_add_term (finding, nb_check_find (&check, "requests.received"), FALSE);
    }
  nb_check_clear (&check);
}

/* --- A-02 --- */

/* The newest year that at least two organs have. */
static guint
find_current_year (Organs *self)
{
  guint newest = 0;

  for (guint i = 0; i < self->reports->len; i++)
    for (guint j = i + 1; j < self->reports->len; j++)
      if (are_rivals (self->reports->pdata[i], self->reports->pdata[j]))
        newest = MAX (newest, nb_report_get_year (self->reports->pdata[i]));
  return newest;
}

static void
check_missing (Organs *self, GHashTable *latest, guint year)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint index = GPOINTER_TO_UINT (value);
      NbReport *report = self->reports->pdata[index];
      NbFinding *finding;

      if (nb_report_get_year (report) + 1 != year)
        continue;
      finding = add_finding (self, index, "A-02",
                             N_ ("No report of {1} for {2} is among those that were "
                                 "read."));
      nb_finding_add_text (finding, nb_report_get_organ (report));
      nb_finding_add_count (finding, year);
    }
}

static void
check_coverage (Organs *self)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (g_str_hash, g_str_equal);
  guint year = find_current_year (self);

  for (guint i = 0; i < self->reports->len; i++)
    {
      NbReport *report = self->reports->pdata[i];
      const char *key = nb_report_get_organ_key (report);
      gpointer known;

      if (key == NULL || nb_report_get_year (report) == 0)
        continue;
      if (!g_hash_table_lookup_extended (latest, key, NULL, &known) ||
          nb_report_get_year (self->reports->pdata[GPOINTER_TO_UINT (known)]) <
              nb_report_get_year (report))
        g_hash_table_insert (latest, (gpointer) key, GUINT_TO_POINTER (i));
    }
  if (year > 0)
    check_missing (self, latest, year);
}

/**
 * nb_rules_organs_run:
 * @reports: (element-type NbReport): the reports of a workspace
 * @findings: (element-type GPtrArray): takes the findings of each
 * @cancellable: (nullable): gives up
 *
 * Sets the reports of different organs against each other.
 */
void
nb_rules_organs_run (GPtrArray *reports, GPtrArray *findings, GCancellable *cancellable)
{
  Organs self = { reports, findings, .cancellable = cancellable };

  if (reports->len < 2)
    return;
  check_all_alike (&self, cancellable);
  for (guint i = 0; i < reports->len && !g_cancellable_is_cancelled (cancellable); i++)
    check_below (&self, i);
  if (!g_cancellable_is_cancelled (cancellable))
    check_coverage (&self);
}
