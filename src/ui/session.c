/* session.c - what the window is about: the cases, the law, the plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/session-private.h"

#include "core/date.h"
#include "paper/printed.h"

#include <string.h>

enum
{
  PROP_0,
  PROP_PLAN,
  PROP_LANGUAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_PAPER_USED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PanahSession, panah_session, G_TYPE_OBJECT)

static PanahCase *
get_case (PanahSession *self)
{
  return self->country->cases->pdata[self->country->current];
}

void
panah_session_update_plan (PanahSession *self)
{
  g_clear_pointer (&self->plan, panah_plan_unref);
  self->plan = panah_plan_new (self->country->pack, get_case (self)->facts, self->now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}

static void
panah_session_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PanahSession *self = PANAH_SESSION (object);

  switch (id)
    {
    case PROP_PLAN:
      g_value_set_boxed (value, self->plan);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
panah_session_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_LANGUAGE:
      panah_session_set_language (PANAH_SESSION (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
country_free (gpointer data)
{
  PanahCountry *self = data;

  panah_pack_unref (self->pack);
  g_ptr_array_unref (self->cases);
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->drafts);
  g_free (self);
}

static void
panah_session_finalize (GObject *object)
{
  PanahSession *self = PANAH_SESSION (object);

  g_clear_pointer (&self->plan, panah_plan_unref);
  g_ptr_array_unref (self->countries);
  g_free (self->language);
  g_free (self->second_language);
  g_hash_table_unref (self->marks);

  G_OBJECT_CLASS (panah_session_parent_class)->finalize (object);
}

static void
panah_session_class_init (PanahSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = panah_session_get_property;
  object_class->set_property = panah_session_set_property;
  object_class->finalize = panah_session_finalize;

  properties[PROP_PLAN] = g_param_spec_boxed ("plan", NULL, NULL, PANAH_TYPE_PLAN,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "en",
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_PAPER_USED] =
    g_signal_new ("paper-used", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_STRING, G_TYPE_BYTES);
}

static void
panah_session_init (PanahSession *self)
{
  self->countries = g_ptr_array_new_with_free_func (country_free);
  self->language = g_strdup ("en");
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static PanahCase *
new_case (PanahSession *self,
          PanahPack    *pack,
          PanahFacts   *facts)
{
  PanahCase *a_case = g_new0 (PanahCase, 1);

  a_case->case_id = g_uuid_string_random ();
  a_case->language = g_strdup (self->language);
  a_case->official_language = g_strdup (panah_pack_get_official_languages (pack)[0]);
  a_case->facts = facts;
  return a_case;
}

/**
 * panah_session_new:
 * @pack: the law
 * @now: the moment on the country's clock
 * @now_is_fixed: whether somebody asked for that moment
 *
 * Returns: (transfer full): a session with one case without answers, on the pack's first journey
 */
PanahSession *
panah_session_new (PanahPack *pack,
                   gint64     now,
                   gboolean   now_is_fixed)
{
  PanahSession *self = g_object_new (PANAH_TYPE_SESSION, NULL);

  self->now = now;
  self->now_is_fixed = now_is_fixed;
  panah_session_add_pack (self, pack);
  self->country = self->countries->pdata[0];
  panah_session_update_plan (self);

  return self;
}

/* One more country that can be chosen. */
void
panah_session_add_pack (PanahSession *self,
                        PanahPack    *pack)
{
  PanahCountry *country = g_new0 (PanahCountry, 1);
  PanahFacts *facts = panah_facts_new ();
  guint n;
  const PanahJourneySpec *const *journeys = panah_pack_get_journeys (pack, &n);

  if (n > 0)
    panah_facts_set_journey (facts, journeys[0]->id);
  country->pack = panah_pack_ref (pack);
  country->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_case_free);
  country->moved = panah_session_find_moved (country->cases, pack, self->now);
  country->drafts = panah_drafts_new ();
  g_ptr_array_add (country->cases, new_case (self, pack, facts));
  g_ptr_array_add (self->countries, country);
}

guint
panah_session_get_n_packs (PanahSession *self)
{
  return self->countries->len;
}

PanahPack *
panah_session_get_nth_pack (PanahSession *self,
                            guint         index)
{
  return ((PanahCountry *) self->countries->pdata[index])->pack;
}

PanahPack *
panah_session_get_pack (PanahSession *self)
{
  return self->country->pack;
}

/* The clock of the new country may go differently. */
static void
use_country (PanahSession *self,
             PanahCountry *country)
{
  guint32 today = panah_moment_get_day (self->now);

  if (!self->now_is_fixed)
    self->now += panah_pack_get_utc_offset (country->pack, today) - panah_pack_get_utc_offset (self->country->pack, today);
  self->country = country;
  panah_session_update_plan (self);
}

/* @id: of a pack of this session */
void
panah_session_set_pack (PanahSession *self,
                        const char   *id)
{
  PanahCountry *country = panah_session_find_country (self, id);

  if (country != NULL)
    use_country (self, country);
}

/* @packs: at least one. Countries of which the names alone were known get their law, one that has none is gone; to be
 * called before anything is told. */
void
panah_session_replace_packs (PanahSession *self,
                             GPtrArray    *packs)
{
  g_autoptr (GPtrArray) before = self->countries;
  PanahCountry *country;

  self->countries = g_ptr_array_new_with_free_func (country_free);
  for (guint i = 0; i < packs->len; i++)
    panah_session_add_pack (self, packs->pdata[i]);
  country = panah_session_find_country (self, panah_pack_get_id (self->country->pack));
  use_country (self, country != NULL ? country : self->countries->pdata[0]);
}

/* @id: of a journey of the current pack */
void
panah_session_set_journey (PanahSession *self,
                           const char   *id)
{
  panah_facts_set_journey (get_case (self)->facts, id);
  panah_session_update_plan (self);
}

PanahPlan *
panah_session_get_plan (PanahSession *self)
{
  return self->plan;
}

PanahFacts *
panah_session_get_facts (PanahSession *self)
{
  return get_case (self)->facts;
}

const PanahCase *
panah_session_get_case (PanahSession *self)
{
  return get_case (self);
}

const char *
panah_session_get_language (PanahSession *self)
{
  return self->language;
}

void
panah_session_set_language (PanahSession *self,
                            const char   *language)
{
  if (g_strcmp0 (self->language, language) == 0)
    return;

  g_free (self->language);
  self->language = g_strdup (language);
  for (guint i = 0; i < self->countries->len; i++)
    {
      const PanahCountry *country = self->countries->pdata[i];
      for (guint j = 0; j < country->cases->len; j++)
        {
          PanahCase *a_case = country->cases->pdata[j];
          g_free (a_case->language);
          a_case->language = g_strdup (language);
        }
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/* Returns: (nullable) (transfer none) */
PanahCountry *
panah_session_find_country (PanahSession *self,
                            const char   *pack)
{
  for (guint i = 0; i < self->countries->len; i++)
    {
      PanahCountry *country = self->countries->pdata[i];
      if (strcmp (panah_pack_get_id (country->pack), pack) == 0)
        return country;
    }
  return NULL;
}

/**
 * panah_session_get_revision:
 * @self: a session
 * @pack: the id of a country of this session
 *
 * Returns: how often something that was told for that country has changed
 */
guint64
panah_session_get_revision (PanahSession *self,
                            const char   *pack)
{
  return panah_session_find_country (self, pack)->revision;
}

/* @revision: what panah_session_get_revision() said when that was written which now is in a file */
void
panah_session_mark_saved (PanahSession *self,
                          const char   *pack,
                          guint64       revision)
{
  panah_session_find_country (self, pack)->saved = revision;
}

/* @pack: (nullable): %NULL = of any country. Returns: whether something was told that is in no file */
gboolean
panah_session_is_unsaved (PanahSession *self,
                          const char   *pack)
{
  for (guint i = 0; i < self->countries->len; i++)
    {
      const PanahCountry *country = self->countries->pdata[i];
      if (country->revision != country->saved && (pack == NULL || strcmp (panah_pack_get_id (country->pack), pack) == 0))
        return TRUE;
    }
  return FALSE;
}

gint64
panah_session_get_now (PanahSession *self)
{
  return self->now;
}

gboolean
panah_session_is_now_fixed (PanahSession *self)
{
  return self->now_is_fixed;
}

/* The person says which day it is: the machine's clock can be wrong, and the day decides everything. */
void
panah_session_set_now (PanahSession *self,
                       gint64        now)
{
  self->now = now;
  self->now_is_fixed = TRUE;
  panah_session_update_plan (self);
}

/* @value: (transfer full) (nullable): %NULL = not asked */
void
panah_session_set_answer (PanahSession *self,
                          const char   *fact,
                          PanahValue   *value)
{
  panah_facts_set (get_case (self)->facts, fact, value);
  self->country->revision++;
  panah_session_update_plan (self);
}

/* @state: `have`, `can-get` or `lost` */
void
panah_session_set_paper (PanahSession *self,
                         const char   *paper,
                         const char   *state)
{
  panah_facts_set_paper (get_case (self)->facts, paper, state);
  self->country->revision++;
  panah_session_update_plan (self);
}

guint
panah_session_get_n_cases (PanahSession *self)
{
  return self->country->cases->len;
}

guint
panah_session_get_current (PanahSession *self)
{
  return self->country->current;
}

void
panah_session_set_current (PanahSession *self,
                           guint         index)
{
  g_return_if_fail (index < self->country->cases->len);

  self->country->current = index;
  panah_session_update_plan (self);
}

/* Returns: (transfer full) (nullable): whose case that is; %NULL while there is no name */
char *
panah_session_name_case (PanahSession *self,
                         guint         index)
{
  const PanahFactSpec *spec = panah_pack_find_role (self->country->pack, PANAH_ROLE_PERSON_NAME);
  const PanahCase *a_case = self->country->cases->pdata[index];
  g_auto (PanahPrinted) printed = { 0 };

  if (spec == NULL)
    return NULL;
  panah_printed_init (&printed, spec, panah_facts_get (a_case->facts, spec->id), self->language, G_MAXUINT);
  return *printed.text != '\0' ? g_steal_pointer (&printed.text) : NULL;
}

/* @facts: (transfer full): of another person, whose case becomes the current one */
void
panah_session_add_case (PanahSession *self,
                        PanahFacts   *facts)
{
  g_ptr_array_add (self->country->cases, new_case (self, self->country->pack, facts));
  self->country->revision++;
  panah_session_set_current (self, self->country->cases->len - 1);
}

static gboolean
has_case (PanahSession *self,
          const char   *case_id)
{
  for (guint i = 0; i < self->country->cases->len; i++)
    {
      const PanahCase *a_case = self->country->cases->pdata[i];
      if (strcmp (a_case->case_id, case_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * panah_session_use_paper:
 * @self: a session
 * @case_id: of the case that the paper was made of
 * @name: a file name, with an ending
 * @pdf: the paper
 *
 * A paper was printed or saved: whoever keeps what was told may want to keep it too. The name says then also whose it is,
 * if there are several persons. That takes a while, so that another file may be open by now: nobody hears of it then.
 */
void
panah_session_use_paper (PanahSession *self,
                         const char   *case_id,
                         const char   *name,
                         GBytes       *pdf)
{
  const char *ending = strrchr (name, '.');
  g_autofree char *own = NULL;

  if (!has_case (self, case_id))
    return;
  if (self->country->cases->len > 1 && ending != NULL)
    own = g_strdup_printf ("%.*s.%.8s%s", (int) (ending - name), name, case_id, ending);
  g_signal_emit (self, signals[SIGNAL_PAPER_USED], 0, own != NULL ? own : name, pdf);
}

/* Something that belongs to the current country, and is no answer, is not in a file yet. */
void
panah_session_touch (PanahSession *self)
{
  self->country->revision++;
}
