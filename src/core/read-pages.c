/* read-pages.c - pages.json: what is asked together, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"

static gpointer
read_page (PanahPackReader       *self,
           const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "label", "help", "when", "facts", NULL };
  PanahPageSpec *page = panah_arena_new0 (self->arena, PanahPageSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  page->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  page->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  page->help = panah_json_get_string (at, "help", PANAH_JSON_OPTIONAL);
  page->when = panah_read_condition (self, at, "when", NULL);
  page->facts = panah_read_fact_ids (self, at, "facts");
  if (page->facts[0] == NULL)
    panah_json_problem (at, "a page asks at least one fact");
  return page->id != NULL ? page : NULL;
}

/* What a section asks that is hard to speak of is announced before it is asked. */
static void
read_hard (const PanahJsonCursor *at,
           PanahSectionSpec      *section)
{
  static const char *const allowed[] = { "help", "why", NULL };
  PanahJsonCursor hard;

  if (!panah_json_member (at, "hard", PANAH_JSON_OPTIONAL, &hard) || !panah_json_allow (&hard, allowed))
    return;
  section->hard_help = panah_json_get_string (&hard, "help", PANAH_JSON_REQUIRED);
  section->hard_why = panah_json_get_string (&hard, "why", PANAH_JSON_REQUIRED);
}

static gpointer
read_section (PanahPackReader       *self,
              const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "label", "help", "hard", "pages", NULL };
  PanahSectionSpec *section = panah_arena_new0 (self->arena, PanahSectionSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  section->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  section->label = panah_json_get_string (at, "label", PANAH_JSON_REQUIRED);
  section->help = panah_json_get_string (at, "help", PANAH_JSON_OPTIONAL);
  read_hard (at, section);
  section->pages = panah_read_array (self, at, "pages", PANAH_JSON_REQUIRED, read_page, &section->n_pages);
  return section->id != NULL ? section : NULL;
}

/* Nobody is asked the same thing twice, and a page is found by its id. */
static void
check_unique (const PanahPack       *pack,
              const PanahJsonCursor *at)
{
  g_autoptr (GHashTable) facts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pages = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < pack->n_sections; i++)
    {
      for (guint j = 0; j < pack->sections[i]->n_pages; j++)
        {
          const PanahPageSpec *page = pack->sections[i]->pages[j];
          if (!g_hash_table_add (pages, (char *) page->id))
            panah_json_problem (at, "the page “%s” stands twice", page->id);
          for (guint k = 0; page->facts[k] != NULL; k++)
            {
              if (!g_hash_table_add (facts, (char *) page->facts[k]))
                panah_json_problem (at, "“%s” is asked twice", page->facts[k]);
            }
        }
    }
}

void
panah_read_pages (PanahPackReader       *self,
                  const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "sections", NULL };
  PanahPack *pack = self->pack;

  if (!panah_json_allow (at, allowed))
    return;
  pack->sections = panah_read_array (self, at, "sections", PANAH_JSON_REQUIRED, read_section, &pack->n_sections);
  check_unique (pack, at);
}
