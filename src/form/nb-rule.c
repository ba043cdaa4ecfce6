/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loads the rules of data/forms/rules.xml: what they are called and what they rest on. Runs once, when
 * they are first asked for; any thread.
 */

#define G_LOG_DOMAIN "nianbao-form"

#include "nb-rule.h"

#include <string.h>

#include "nb-form-private.h"

typedef struct
{
  GStringChunk *strings; /* (owned) */
  NbRule *rules;         /* (owned) */
  guint n_rules;
} RuleStore;

static void
load_texts (RuleStore *store, NbRule *rule, xmlNode *node)
{
  const struct
  {
    const char *element;
    const char **zh;
    const char **en;
  } texts[] = {
    { "title", &rule->title_zh, &rule->title_en },
    { "relation", &rule->relation_zh, &rule->relation_en },
    { "source", &rule->source_zh, &rule->source_en },
    { "exceptions", &rule->exceptions_zh, &rule->exceptions_en },
  };

  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      if (nb_form_xml_is (child, texts[i].element))
        {
          *texts[i].zh = nb_form_xml_keep (store->strings, nb_form_xml_need (child, "zh"));
          *texts[i].en = nb_form_xml_keep (store->strings, nb_form_xml_need (child, "en"));
        }
  if (rule->title_zh == NULL || rule->relation_zh == NULL || rule->source_zh == NULL)
    nb_form_xml_fail (node, "no title, relation or source");
}

static gpointer
load_rules (gpointer data)
{
  RuleStore *store = g_new0 (RuleStore, 1);
  xmlDoc *doc = nb_form_xml_load ("rules.xml");
  GArray *rules = g_array_new (FALSE, TRUE, sizeof (NbRule));

  store->strings = g_string_chunk_new (16 * 1024);
  for (xmlNode *node = xmlFirstElementChild (xmlDocGetRootElement (doc)); node != NULL;
       node = xmlNextElementSibling (node))
    {
      NbRule rule = { 0 };

      rule.id = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "id"));
      rule.severity = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "severity"));
      rule.family = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "family"));
      load_texts (store, &rule, node);
      g_array_append_val (rules, rule);
    }
  store->n_rules = rules->len;
  store->rules = (NbRule *) (gpointer) g_array_free (rules, FALSE);
  xmlFreeDoc (doc);
  return store;
}

static const RuleStore *
get_store (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_rules, NULL);
}

/**
 * nb_rules_get:
 * @n_rules: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_rules): every rule, in the order in which findings are told
 */
const NbRule *
nb_rules_get (guint *n_rules)
{
  const RuleStore *store = get_store ();

  *n_rules = store->n_rules;
  return store->rules;
}

/**
 * nb_rules_find:
 * @id: "T3-01"
 *
 * Returns: (transfer none) (nullable): the rule of that id
 */
const NbRule *
nb_rules_find (const char *id)
{
  const RuleStore *store = get_store ();

  for (guint i = 0; i < store->n_rules; i++)
    if (strcmp (store->rules[i].id, id) == 0)
      return &store->rules[i];
  return NULL;
}
