/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The faults that can be planted in a report that agrees: in its figures before they are printed, in its cells
 * (gen-faults-cells.c), in what its sentences tell (gen-story.c), in its prose and dates (gen-agree.c).
 */

#include "gen-report.h"

#include <string.h>

#define MILLION G_GINT64_CONSTANT (1000000)

static GenFigure *
get (GenReport *self, const char *id)
{
  return gen_report_find (self, id);
}

/* --- Faults of figures: what is changed, so that one rule at least must tell --- */

static void
add_to (GenReport *self, const char *id, gint64 count)
{
  get (self, id)->value += count * MILLION;
}

static gint64
some (GenReport *self)
{
  return 1 + gen_below (self->rand, 9);
}

static void
plant_flow (GenReport *self)
{
  gint64 n = some (self);

  add_to (self, "carried_out.other_org", n);
  add_to (self, "carried_out.total", n);
}

static void
plant_outcomes (GenReport *self)
{
  gint64 n = some (self);

  add_to (self, "unavailable_unclear.natural_person", n);
  add_to (self, "unavailable_unclear.total", n);
}

static void
plant_row (GenReport *self)
{
  add_to (self, "not_handled_repeat.total", some (self));
}

static void
plant_block (GenReport *self)
{
  add_to (self, "litigation_direct_total", some (self));
}

static void
plant_stock (GenReport *self)
{
  get (self, "normative_in_force")->value = 0;
  get (self, "normative_issued")->value = get (self, "normative_repealed")->value +
                                          some (self) * MILLION;
}

static void
plant_charges (GenReport *self)
{
  get (self, "admin_fee_amount")->value = (20000000 + some (self)) * MILLION;
}

static void
plant_rules (GenReport *self)
{
  g_autofree char *county = NULL;

  g_free (self->organ);
  self->organ = g_strdup ("青禾县人民政府");
  self->kind = "government";
  add_to (self, "rules_in_force", some (self));
}

static void
plant_change (GenReport *self)
{
  get (self, "penalty_items_prev")->value = some (self) * MILLION;
  get (self, "penalty_items_change")->value = -20 * MILLION;
}

static void
plant_published (GenReport *self)
{
  get (self, "normative_newly_published")->value = get (self, "normative_published_total")->value +
                                                   some (self) * MILLION;
}

static void
plant_procurement (GenReport *self)
{
  get (self, "procurement_count")->value = 0;
  get (self, "procurement_amount")->value = (1 + some (self)) * MILLION;
}

static void
plant_appendix (GenReport *self, const char *id, gint64 count)
{
  gen_report_find_appendix (self, id)->value += count * MILLION;
}

/* By more than a local channel holds: where it is just as much, the sum holds without that row (gen-agree.c). */
static void
plant_channels (GenReport *self)
{
  plant_appendix (self, "received_fax", 20 + some (self));
}

static void
plant_completed (GenReport *self)
{
  plant_appendix (self, "completed_extended", some (self));
}

static void
plant_replied (GenReport *self)
{
  plant_appendix (self, "replied", some (self));
}

static void
plant_grounds (GenReport *self)
{
  plant_appendix (self, "refused_privacy", some (self));
}

static void
plant_reconsidered (GenReport *self)
{
  plant_appendix (self, "reconsideration_upheld", some (self));
}

static void
plant_sued (GenReport *self)
{
  plant_appendix (self, "litigation_other", some (self));
}

static void
plant_staff (GenReport *self)
{
  plant_appendix (self, "staff_total", some (self));
}

static void
plant_items (GenReport *self)
{
  plant_appendix (self, "channel_website",
                  gen_report_find_appendix (self, "proactive_total")->value / MILLION + 1);
}

static void
plant_part (GenReport *self)
{
  gen_report_find_appendix (self, "press_conferences_head")->value =
      gen_report_find_appendix (self, "press_conferences")->value + some (self) * MILLION;
}

static void
plant_refunds (GenReport *self)
{
  gint64 n = some (self);

  add_to (self, "other_overdue_fee.natural_person", n);
  add_to (self, "other_overdue_fee.total", n);
  add_to (self, "closed_total.natural_person", n);
  add_to (self, "closed_total.total", n);
  add_to (self, "new_received.natural_person", n);
  add_to (self, "new_received.total", n);
}

/* Every request of the year is left over, and the text says that all were closed. */
static void
plant_untold (GenReport *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      GenFigure *figure = g_ptr_array_index (self->figures, f);

      if (strchr (figure->id, '.') != NULL)
        figure->value = 0;
    }
  add_to (self, "new_received.natural_person", 7);
  add_to (self, "new_received.total", 7);
  add_to (self, "carried_out.natural_person", 7);
  add_to (self, "carried_out.total", 7);
}

static void
plant_remainder (GenReport *self)
{
  gint64 n = get (self, "closed_total.total")->value / MILLION + 20;

  add_to (self, "new_received.natural_person", n);
  add_to (self, "new_received.total", n);
  add_to (self, "carried_out.natural_person", n);
  add_to (self, "carried_out.total", n);
}

static void
plant_inherited (GenReport *self)
{
  add_to (self, "carried_in.natural_person", 3);
  add_to (self, "carried_in.total", 3);
  add_to (self, "carried_out.natural_person", 3);
  add_to (self, "carried_out.total", 3);
}

static void
plant_idle (GenReport *self)
{
  static const char *const decisions[] = { "licence_decisions", "penalty_decisions",
                                           "coercion_decisions" };

  g_free (self->organ);
  self->organ = g_strdup ("青禾县公安局");
  self->kind = "department";
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    get (self, decisions[i])->value = 0;
}

/* Only natural persons in the rows of what came in and what was closed. */
static void
plant_persons (GenReport *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      GenFigure *figure = g_ptr_array_index (self->figures, f);

      if (strchr (figure->id, '.') != NULL && !g_str_has_suffix (figure->id, ".total") &&
          !g_str_has_suffix (figure->id, ".natural_person"))
        {
          g_autofree char *row = g_strndup (figure->id, strcspn (figure->id, "."));
          g_autofree char *total = g_strconcat (row, ".total", NULL);

          get (self, total)->value -= figure->value;
          figure->value = 0;
        }
    }
}

static void
plant_made (GenReport *self)
{
  gint64 n = some (self);

  add_to (self, "normative_made", n);
  add_to (self, "normative_published_total", n);
}

static void
plant_procured (GenReport *self)
{
  get (self, "procurement_count")->value = some (self) * MILLION;
  get (self, "procurement_amount")->value = (2 + some (self)) * MILLION;
}

static void
plant_documents (GenReport *self)
{
  gint64 most = gen_report_find_appendix (self, "normative_issued")->value + some (self) * MILLION;

  gen_report_find_appendix (self, "proactive_normative")->value = most;
  if (gen_report_find_appendix (self, "proactive_total")->value < most)
    {
      gen_report_find_appendix (self, "proactive_total")->value = most;
      gen_report_find_appendix (self, "channel_website")->value = most;
    }
}

static void
plant_answered (GenReport *self)
{
  gint64 n = gen_report_find_appendix (self, "completed")->value -
             gen_report_find_appendix (self, "replied")->value;

  plant_appendix (self, "replied", n / MILLION + some (self));
  plant_appendix (self, "replied_nonexistent",
                  (gen_report_find_appendix (self, "replied")->value - n) / MILLION);
}

static void
plant_overrun (GenReport *self)
{
  gint64 n = gen_report_find_appendix (self, "received")->value -
             gen_report_find_appendix (self, "completed")->value;

  n = n / MILLION + some (self);
  plant_appendix (self, "completed", n);
  plant_appendix (self, "completed_on_time", n);
}

static void
plant_topics (GenReport *self)
{
  gen_report_find_appendix (self, "response_hot_topics")->value = 0;
  plant_appendix (self,
                  gen_chance (self->rand, 50) ? "responses_other" : "responses_microblog_wechat",
                  some (self));
}

static void
plant_trained (GenReport *self)
{
  gen_report_find_appendix (self, "training_courses")->value = 0;
  plant_appendix (self, "training_attendees", some (self));
}

static void
plant_charged (GenReport *self)
{
  static const char *const none[] = { "received",          "received_in_person", "received_fax",
                                      "received_online",   "received_letter",    "completed",
                                      "completed_on_time", "completed_extended" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    gen_report_find_appendix (self, none[i])->value = 0;
  gen_report_find_appendix (self, "request_fee_amount")->value = some (self) * MILLION;
}

/* More was closed than came in, and nothing tells what is left over (gen-faults-cells.c). */
static void
plant_drain (GenReport *self)
{
  static const char *const rows[] = { "disclosed_full", "closed_total" };
  gint64 n = some (self) + get (self, "carried_out.natural_person")->value / MILLION +
             get (self, "carried_out.total")->value / MILLION;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *person = g_strconcat (rows[i], ".natural_person", NULL);
      g_autofree char *total = g_strconcat (rows[i], ".total", NULL);

      add_to (self, person, n);
      add_to (self, total, n);
    }
}

/* A case that was corrected, in one of the blocks. */
static void
plant_corrected (GenReport *self)
{
  static const char *const blocks[] = { "reconsideration", "litigation_direct",
                                        "litigation_after_reconsideration" };
  const char *block = gen_pick (self->rand, blocks);
  g_autofree char *corrected = g_strconcat (block, "_corrected", NULL);
  g_autofree char *total = g_strconcat (block, "_total", NULL);

  add_to (self, corrected, 1);
  add_to (self, total, 1);
}

const GenFault gen_faults[] = {
  /* Figures */
  { "flow", "T3-01", 2019, 2021, plant_flow },
  { "outcomes", "T3-02", 2019, 2021, plant_outcomes },
  { "row", "T3-03", 2019, 2021, plant_row },
  { "unpaid", "T3-11", 2021, 2021, plant_refunds },
  { "unpaid-denied", "T3-12", 2021, 2021, plant_refunds },
  { "block", "T4-01", 2019, 2021, plant_block },
  { "stock", "T2-02", 2021, 2021, plant_stock },
  { "rules", "T2-03", 2021, 2021, plant_rules },
  { "charges", "T2-04", 2021, 2021, plant_charges },
  { "change", "T2-06", 2019, 2019, plant_change },
  { "published", "T2-07", 2019, 2019, plant_published },
  { "procured", "T2-08", 2019, 2019, plant_procurement },
  { "channels", "F1-01", 2014, 2014, plant_channels },
  { "list-channels", "F1-01", 2008, 2008, NULL },
  { "list-answers", "F1-03", 2008, 2008, NULL },
  { "list-grounds", "F1-04", 2008, 2008, NULL },
  { "completed-sum", "F1-02", 2014, 2014, plant_completed },
  { "replied-sum", "F1-03", 2014, 2014, plant_replied },
  { "grounds", "F1-04", 2014, 2014, plant_grounds },
  { "reconsidered", "F1-05", 2014, 2014, plant_reconsidered },
  { "sued", "F1-06", 2014, 2014, plant_sued },
  { "staff", "F1-07", 2014, 2014, plant_staff },
  { "items", "F1-08", 2014, 2014, plant_items },
  { "part", "F1-09", 2014, 2014, plant_part },
  { "told-closed", "T3-08", 2019, 2021, plant_untold },
  { "remainder", "T3-09", 2019, 2021, plant_remainder },
  { "inherited", "T3-10", 2019, 2021, plant_inherited },
  { "persons", "T3-13", 2019, 2021, plant_persons },
  { "idle", "T2-05", 2021, 2021, plant_idle },
  { "subtotal", "T3-03", 2019, 2021, NULL },
  { "drain", "T3-07", 2019, 2021, plant_drain, gen_print_drain },
  { "uncorrected", "T4-05", 2019, 2021, plant_corrected },
  { "made", "T2-10", 2019, 2019, plant_made },
  { "no-unit", "T2-09", 2019, 2019, plant_procured, gen_print_bare_amount },
  { "documents", "F1-10", 2014, 2014, plant_documents },
  { "answered", "F1-11", 2014, 2014, plant_answered },
  { "overrun", "F1-11", 2014, 2014, plant_overrun },
  { "topics", "F1-12", 2014, 2014, plant_topics },
  { "trained", "F1-13", 2014, 2014, plant_trained },
  { "charged", "F1-13", 2014, 2014, plant_charged },
  /* Cells and rows: gen-faults-cells.c */
  { "signs", "CELL-01", 2014, 2021, NULL, gen_print_sign },
  { "blanks", "CELL-01", 2014, 2021, NULL, gen_print_blank },
  { "requests-improper", "T3-04", 2019, 2021, NULL, gen_print_improper_request },
  { "disputes-improper", "T4-02", 2019, 2021, NULL, gen_print_improper_dispute },
  { "dispute-lost", "T4-02", 2019, 2021, NULL, gen_print_dispute_lost },
  { "dispute-heads", "S-10", 2019, 2021, NULL, gen_print_dispute_heads },
  { "disclosure-improper", "T2-01", 2019, 2021, NULL, gen_print_improper_disclosure },
  { "request-row-lost", "T3-06", 2019, 2021, NULL, gen_print_request_row_lost },
  { "appendix-row-lost", "F1-14", 2014, 2014, NULL, gen_print_appendix_row_lost },
  { "disclosure-row-lost", "S-10", 2019, 2021, NULL, gen_print_disclosure_row_lost },
  { "row-added", "S-10", 2019, 2021, NULL, gen_print_row_added },
  { "label-altered", "S-10", 2019, 2021, NULL, gen_print_label_altered },
  { "untitled", "S-11", 2014, 2021, NULL, gen_print_untitled },
  { "title-without-year", "S-11", 2014, 2021, NULL, gen_print_title_without_year },
  { "title-worded", "S-11", 2014, 2021, NULL, gen_print_title_worded },
  { "caption", "D-06", 2019, 2021, NULL, gen_print_caption },
  /* Sentences: gen-story.c */
  { "new", "N-01", 2014, 2021, NULL },
  { "in", "N-02", 2019, 2021, NULL },
  { "out", "N-02", 2019, 2021, NULL },
  { "closed", "N-03", 2014, 2021, NULL },
  { "natural", "N-04", 2019, 2021, NULL },
  { "legal", "N-04", 2019, 2021, NULL },
  { "full", "N-05", 2019, 2021, NULL },
  { "partial", "N-05", 2019, 2021, NULL },
  { "refused", "N-05", 2019, 2021, NULL },
  { "unavailable", "N-05", 2019, 2021, NULL },
  { "not-handled", "N-05", 2019, 2021, NULL },
  { "other", "N-05", 2019, 2021, NULL },
  { "recon", "N-07", 2014, 2021, NULL },
  { "recon-upheld", "N-07", 2014, 2021, NULL },
  { "recon-corrected", "N-07", 2014, 2021, NULL },
  { "lit", "N-07", 2014, 2021, NULL },
  { "issued", "N-08", 2014, 2021, NULL },
  { "repealed", "N-08", 2021, 2021, NULL },
  { "in-force", "N-08", 2021, 2021, NULL },
  { "licences", "N-08", 2019, 2021, NULL },
  { "penalties", "N-08", 2019, 2021, NULL },
  { "coercion", "N-08", 2019, 2021, NULL },
  { "fee", "N-08", 2021, 2021, NULL },
  { "procurement", "N-08", 2019, 2019, NULL },
  { "none", "N-09", 2014, 2021, NULL },
  { "share", "N-10", 2014, 2021, NULL },
  { "rate", "N-06", 2014, 2021, NULL },
  /* Prose and dates: gen_agree_prose() */
  { "no-appraisal", "S-04", 2019, 2021, NULL },
  { "no-problems", "S-06", 2019, 2021, NULL },
  { "no-section", "S-01", 2019, 2021, NULL },
  { "no-table", "S-05", 2019, 2021, NULL },
  { "old-words", "S-07", 2021, 2021, NULL },
  { "other-year", "D-01", 2014, 2021, NULL },
  { "half-year", "D-02", 2014, 2021, NULL },
  { "early", "D-03", 2014, 2021, NULL },
  { "late", "D-04", 2014, 2021, NULL },
  { "stale", "D-06", 2019, 2021, NULL },
  { "apart", "D-05", 2014, 2021, NULL },
  { "swapped", "S-02", 2019, 2021, NULL },
  { "bare", "S-03", 2021, 2021, NULL },
  { "aspect-lacking", "S-03", 2021, 2021, NULL },
  { "wrong-form", "S-07", 2021, 2021, NULL },
  { "silent", "S-08", 2021, 2021, NULL },
  { "outline", "N-11", 2019, 2021, NULL },
};
const guint gen_n_faults = G_N_ELEMENTS (gen_faults);
