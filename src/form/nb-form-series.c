/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loads the series: which metric of one form continues which of the form before it (DOMAIN §5). Every
 * id that an expression names must be a metric or a derived metric of its form. Runs once, when it is
 * first asked for.
 */

#define G_LOG_DOMAIN "nianbao-form"

#include <string.h>

#include "nb-form-private.h"

static guint
form_index (NbFormStore *store, xmlNode *node, const char *attribute)
{
  const char *id = nb_form_xml_need (node, attribute);

  for (guint i = 0; i < store->n_forms; i++)
    if (strcmp (store->forms[i].id, id) == 0)
      return i;
  nb_form_xml_fail (node, "there is no form %s", id);
}

static NbLinkKind
parse_link (xmlNode *node)
{
  static const char *const kinds[] = { "chain", "break", "separate", "none" };
  const char *kind = nb_form_xml_need (node, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kind, kinds[i]) == 0)
      return (NbLinkKind) i;
  nb_form_xml_fail (node, "there is no kind %s", kind);
}

static void
check_expression (const NbForm *form, xmlNode *node, const char *expression)
{
  g_auto (GStrv) ids = g_strsplit (expression, "+", -1);

  for (gsize i = 0; ids[i] != NULL; i++)
    if (nb_form_find_metric (form, ids[i]) == NULL && nb_form_find_derived (form, ids[i]) == NULL)
      nb_form_xml_fail (node, "form %s has no metric %s", form->id, ids[i]);
}

static void
load_note (NbFormStore *store, GStringChunk *strings, NbSeriesLink *series, xmlNode *node)
{
  const char *zh = nb_form_xml_keep (strings, nb_form_xml_need (node, "zh"));
  const char *en = nb_form_xml_keep (strings, nb_form_xml_need (node, "en"));
  gboolean is_whole = !xmlHasProp (node, BAD_CAST "to");

  if (!is_whole)
    {
      guint to = form_index (store, node, "to");

      if (to == 0)
        nb_form_xml_fail (node, "no form comes before it");
      series->link_notes_zh[to - 1] = zh;
      series->link_notes_en[to - 1] = en;
    }
  if (is_whole || series->note_zh == NULL)
    {
      series->note_zh = zh;
      series->note_en = en;
    }
}

static void
load_link (NbFormStore *store, NbSeriesLink *series, xmlNode *node)
{
  guint to = form_index (store, node, "to");

  if (to == 0 || series->expressions[to] == NULL || series->expressions[to - 1] == NULL)
    nb_form_xml_fail (node, "one of the forms that it links lacks the matter");
  series->links[to - 1] = parse_link (node);
}

static void
load_series (NbFormStore *store, GStringChunk *strings, NbSeriesLink *series, xmlNode *node)
{
  series->series = nb_form_xml_keep (strings, nb_form_xml_need (node, "id"));
  series->label_zh = nb_form_xml_keep (strings, nb_form_xml_need (node, "zh"));
  series->label_en = nb_form_xml_keep (strings, nb_form_xml_need (node, "en"));
  series->unit = nb_form_xml_keep (strings, nb_form_xml_need (node, "unit"));
  for (guint i = 0; i < G_N_ELEMENTS (series->links); i++)
    series->links[i] = NB_LINK_NONE;

  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    {
      if (nb_form_xml_is (child, "in"))
        {
          guint form = form_index (store, child, "form");

          series->expressions[form] = nb_form_xml_content (strings, child);
          check_expression (&store->forms[form], child, series->expressions[form]);
        }
      else if (nb_form_xml_is (child, "link"))
        load_link (store, series, child);
      else
        load_note (store, strings, series, child);
    }
}

/* Every metric that two forms share by id and that no series names is a series of its own. */
static void
add_same (NbFormStore *store, GArray *all, xmlNode *node)
{
  guint from = form_index (store, node, "from");
  guint to = form_index (store, node, "to");
  guint n_written = all->len;
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_written; i++)
    if (g_array_index (all, NbSeriesLink, i).expressions[to] != NULL)
      g_hash_table_add (named, (gpointer) g_array_index (all, NbSeriesLink, i).expressions[to]);

  for (guint i = 0; i < store->forms[to].n_metrics; i++)
    {
      const NbMetric *metric = store->forms[to].metrics[i];
      NbSeriesLink series = { metric->id, metric->label_zh, metric->label_en, metric->unit };

      if (g_hash_table_contains (named, metric->id) ||
          nb_form_find_metric (&store->forms[from], metric->id) == NULL)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (series.links); j++)
        series.links[j] = NB_LINK_NONE;
      series.expressions[from] = series.expressions[to] = metric->id;
      series.links[to - 1] = parse_link (node);
      g_array_append_val (all, series);
    }
}

/**
 * nb_form_series_load:
 * @store: the store, with its forms
 *
 * Returns: (transfer full): the series; for the life of the process
 */
NbFormSeries *
nb_form_series_load (NbFormStore *store)
{
  NbFormSeries *result = g_new0 (NbFormSeries, 1);
  xmlDoc *doc = nb_form_xml_load ("series.xml");
  GArray *all = g_array_new (FALSE, TRUE, sizeof (NbSeriesLink));

  result->strings = g_string_chunk_new (4 * 1024);
  for (xmlNode *node = xmlFirstElementChild (xmlDocGetRootElement (doc)); node != NULL;
       node = xmlNextElementSibling (node))
    {
      if (nb_form_xml_is (node, "same"))
        {
          add_same (store, all, node);
        }
      else
        {
          NbSeriesLink series = { 0 };

          load_series (store, result->strings, &series, node);
          g_array_append_val (all, series);
        }
    }

  result->n_series = all->len;
  result->series = (NbSeriesLink *) g_array_free (all, FALSE);
  xmlFreeDoc (doc);
  return result;
}
