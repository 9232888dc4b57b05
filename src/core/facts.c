/* facts.c - everything the person has answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The only thing in core that changes. Emits "changed", with the id as detail, after an answer was replaced. */

#include "core/facts.h"

struct _PanahFacts
{
  GObject     parent_instance;

  /* Owned */
  GHashTable *values; /* (element-type utf8 PanahValue) */
  GHashTable *papers; /* (element-type utf8 utf8): paper to have, can-get, lost */
  GPtrArray  *strange; /* (element-type utf8) */
  char       *journey; /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PanahFacts, panah_facts, G_TYPE_OBJECT)

static void
panah_facts_finalize (GObject *object)
{
  PanahFacts *self = PANAH_FACTS (object);

  g_hash_table_unref (self->values);
  g_hash_table_unref (self->papers);
  g_ptr_array_unref (self->strange);
  g_free (self->journey);

  G_OBJECT_CLASS (panah_facts_parent_class)->finalize (object);
}

static void
panah_facts_class_init (PanahFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = panah_facts_finalize;

  /**
   * PanahFacts::changed:
   * @self: the facts
   * @id: what changed; also the signal's detail
   */
  signals[CHANGED] = g_signal_new ("changed", PANAH_TYPE_FACTS, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
panah_facts_init (PanahFacts *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) panah_value_unref);
  self->papers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->strange = g_ptr_array_new_with_free_func (g_free);
}

/**
 * panah_facts_new:
 *
 * Returns: (transfer full): facts without an answer
 */
PanahFacts *
panah_facts_new (void)
{
  return g_object_new (PANAH_TYPE_FACTS, NULL);
}

/**
 * panah_facts_get:
 * @self: the facts
 * @id: id of a fact
 *
 * Returns: (transfer none) (nullable): the answer; %NULL = not asked
 */
const PanahValue *
panah_facts_get (PanahFacts *self,
                 const char *id)
{
  g_return_val_if_fail (PANAH_IS_FACTS (self), NULL);

  return g_hash_table_lookup (self->values, id);
}

/**
 * panah_facts_set:
 * @self: the facts
 * @id: id of a fact
 * @value: (transfer full) (nullable): the answer; %NULL = not asked
 */
void
panah_facts_set (PanahFacts *self,
                 const char *id,
                 PanahValue *value)
{
  g_return_if_fail (PANAH_IS_FACTS (self));

  if (value != NULL)
    g_hash_table_replace (self->values, g_strdup (id), value);
  else if (!g_hash_table_remove (self->values, id))
    return;

  g_signal_emit (self, signals[CHANGED], g_quark_from_string (id), id);
}

/**
 * panah_facts_get_journey:
 * @self: the facts
 *
 * Returns: (nullable): id of what the person is here for
 */
const char *
panah_facts_get_journey (PanahFacts *self)
{
  g_return_val_if_fail (PANAH_IS_FACTS (self), NULL);

  return self->journey;
}

/**
 * panah_facts_set_journey:
 * @self: the facts
 * @journey: (nullable): id of what the person is here for
 */
void
panah_facts_set_journey (PanahFacts *self,
                         const char *journey)
{
  g_return_if_fail (PANAH_IS_FACTS (self));

  if (g_strcmp0 (self->journey, journey) == 0)
    return;
  g_free (self->journey);
  self->journey = g_strdup (journey);
  g_signal_emit (self, signals[CHANGED], g_quark_from_static_string ("journey"), "journey");
}

/**
 * panah_facts_get_paper:
 * @self: the facts
 * @paper: id of a paper
 *
 * Returns: (nullable): `have`, `can-get` or `lost`, if the person said so
 */
const char *
panah_facts_get_paper (PanahFacts *self,
                       const char *paper)
{
  g_return_val_if_fail (PANAH_IS_FACTS (self), NULL);

  return g_hash_table_lookup (self->papers, paper);
}

/**
 * panah_facts_set_paper:
 * @self: the facts
 * @paper: id of a paper
 * @state: (nullable): `have`, `can-get` or `lost`; %NULL takes it back
 */
void
panah_facts_set_paper (PanahFacts *self,
                       const char *paper,
                       const char *state)
{
  g_return_if_fail (PANAH_IS_FACTS (self));

  if (g_strcmp0 (g_hash_table_lookup (self->papers, paper), state) == 0)
    return;
  if (state != NULL)
    g_hash_table_replace (self->papers, g_strdup (paper), g_strdup (state));
  else
    g_hash_table_remove (self->papers, paper);
  g_signal_emit (self, signals[CHANGED], g_quark_from_static_string ("papers"), "papers");
}

/**
 * panah_facts_get_strange:
 * @self: the facts
 *
 * Returns: (transfer none) (element-type utf8): `path: message` for what the case holds and these rules do not know
 */
const GPtrArray *
panah_facts_get_strange (PanahFacts *self)
{
  g_return_val_if_fail (PANAH_IS_FACTS (self), NULL);

  return self->strange;
}

/**
 * panah_facts_take_strange:
 * @self: the facts
 * @strange: (transfer full) (element-type utf8): see [method@Panah.Facts.get_strange]
 */
void
panah_facts_take_strange (PanahFacts *self,
                          GPtrArray  *strange)
{
  g_return_if_fail (PANAH_IS_FACTS (self));

  g_ptr_array_unref (self->strange);
  self->strange = strange;
}

/**
 * panah_facts_derive:
 * @self: the facts
 * @specs: (array length=n_specs): the vocabulary
 * @n_specs: how many
 *
 * Returns: (transfer full): the same answers, and beside them what follows from them: a date that was not given is the
 *   day of its moment
 */
PanahFacts *
panah_facts_derive (PanahFacts                 *self,
                    const PanahFactSpec *const *specs,
                    guint                       n_specs)
{
  PanahFacts *derived = panah_facts_new ();
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_insert (derived->values, g_strdup (id), panah_value_ref (value));
  g_hash_table_iter_init (&iter, self->papers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_insert (derived->papers, g_strdup (id), g_strdup (value));
  derived->journey = g_strdup (self->journey);
  g_ptr_array_unref (derived->strange);
  derived->strange = g_ptr_array_ref (self->strange);

  for (guint i = 0; i < n_specs; i++)
    {
      const char *source = specs[i]->day_of;
      gint64 moment = source != NULL ? panah_value_get_moment (panah_facts_get (self, source)) : -1;
      if (moment >= 0 && !panah_value_is_given (panah_facts_get (self, specs[i]->id)))
        g_hash_table_replace (derived->values, g_strdup (specs[i]->id),
                              panah_value_new_day (panah_moment_get_day (moment)));
    }
  return derived;
}
