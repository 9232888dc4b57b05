/* read-documents.c - documents/: skeletons of forms, letters and sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"

#include <string.h>

typedef enum
{
  TEXTS_NONE,
  TEXTS_ONE,   /* a string */
  TEXTS_FIELD, /* label; caption and continued if wanted */
  TEXTS_IDS,   /* one per column or line */
  TEXTS_WORDS, /* the words of a list that the plan fills */
} TextsNeeded;

/* The words each list of the plan is printed with. */
static const char *const no_words[] = { NULL };
static const char *const deadline_words[] = {
  "safe", "last", "closed", "hours-run", "expected",
  "length", "then", "hours", "days", "working-days", "weeks", "months", "years",
  "counted", "counted-back", "range", "end", "roll", "no-roll", "possible", "calendar-unknown", "calendar-unverified",
  "article", "checked", "confirmed", "secondary", "unconfirmed",
  "open", "due-today", "passed", "waiting", "met", "met-late", "suspended", "may-apply", "not-covered", "none", NULL,
};
static const char *const paper_words[] = { "needed", "useful", "may-apply", "have", "can-get", "lost", "if-missing",
                                           "copies", "none", NULL };
static const char *const step_words[] = { "done", "now", "later", "may-apply", "expected", "confirmed", "secondary",
                                          "unconfirmed", NULL };
static const char *const office_words[] = { "address", "phones", "hours", "email", "confirmed", "secondary",
                                            "unconfirmed", "none", NULL };
static const char *const problem_words[] = { "missing", "warning", "note", "none", NULL };
static const char *const notice_words[] = { "may-apply", "confirmed", "secondary", "unconfirmed", "none", NULL };
static const char *const enclosure_words[] = { "none", NULL };
static const char *const signing_words[] = { "line", "none", NULL };
static const char *const continuation_words[] = { "head", "line", NULL };

static const struct
{
  const char        *name;
  TextsNeeded        texts;
  const char *const *words;
  const char        *members[13];
} block_kinds[] = {
  { "heading", TEXTS_ONE, no_words, { "level", "align" } },
  { "paragraph", TEXTS_ONE, no_words, { "tone", "align" } },
  { "item", TEXTS_ONE, no_words, { "mark" } },
  { "field", TEXTS_FIELD, no_words, { "fact", "office", "facts", "count", "plus", "number", "lines", "max_lines",
                                      "blank_lines", "overflow", "stacked" } },
  { "list-field", TEXTS_FIELD, no_words, { "list", "where", "members", "number", "lines", "max_lines",
                                           "blank_lines", "overflow", "stacked" } },
  { "table", TEXTS_IDS, no_words, { "list", "where", "columns", "blank_rows" } },
  { "signature", TEXTS_IDS, no_words, { "lines" } },
  { "group", TEXTS_NONE, no_words, { "inset", "framed", "keep", "blocks" } },
  { "space", TEXTS_NONE, no_words, { "points" } },
  { "rule", TEXTS_NONE, no_words, { NULL } },
  { "deadlines", TEXTS_WORDS, deadline_words, { "whose", "states" } },
  { "papers", TEXTS_WORDS, paper_words, { NULL } },
  { "steps", TEXTS_WORDS, step_words, { NULL } },
  { "offices", TEXTS_WORDS, office_words, { NULL } },
  { "notices", TEXTS_WORDS, notice_words, { "notices", "prefix" } },
  { "enclosures", TEXTS_WORDS, enclosure_words, { "papers" } },
  { "problems", TEXTS_WORDS, problem_words, { NULL } },
  { "signing", TEXTS_WORDS, signing_words, { NULL } },
  { "continuations", TEXTS_WORDS, continuation_words, { NULL } },
};

static gpointer read_block (PanahPackReader       *self,
                            const PanahJsonCursor *at);

static int
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_kinds); i++)
    {
      if (strcmp (block_kinds[i].name, name) == 0)
        return i;
    }
  return -1;
}

static void
allow_members (const PanahJsonCursor *at,
               int                    kind)
{
  static const char *const common[] = { "id", "kind", "when", "gloss", "reference", "continued", "originals" };
  const char *allowed[G_N_ELEMENTS (block_kinds[0].members) + G_N_ELEMENTS (common) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    allowed[n++] = common[i];
  for (guint i = 0; i < G_N_ELEMENTS (block_kinds[0].members) && block_kinds[kind].members[i] != NULL; i++)
    allowed[n++] = block_kinds[kind].members[i];
  panah_json_allow (at, allowed);
}

static guint
get_number (const PanahJsonCursor *at,
            const char            *name,
            guint                  max,
            guint                  fallback)
{
  PanahJsonCursor child;

  return panah_json_member (at, name, PANAH_JSON_OPTIONAL, &child) ? panah_json_as_integer (&child, 0, max) : fallback;
}

static const char *
get_word (const PanahJsonCursor *at,
          const char            *name,
          const char *const     *words)
{
  return words[panah_json_get_enum (at, name, PANAH_JSON_OPTIONAL, words, 0)];
}

static void
check_member (const PanahFactSpec   *list,
              const PanahJsonCursor *at,
              const char            *member)
{
  if (list != NULL && panah_fact_spec_find_item (list, member) == NULL)
    panah_json_problem (at, "“%s” is not a member of “%s”", member, list->id);
}

static void
read_columns (PanahPackReader       *self,
              const PanahJsonCursor *at,
              const PanahFactSpec   *list,
              PanahBlockSpec        *block)
{
  static const char *const allowed[] = { "id", "member", "number", "weight", NULL };
  GPtrArray *ids = g_ptr_array_new (), *members = g_ptr_array_new ();
  PanahJsonCursor array, element;

  if (panah_json_member (at, "columns", PANAH_JSON_REQUIRED, &array))
    {
      guint n = panah_json_length (&array);
      guint *weights = panah_arena_alloc0 (self->arena, (n + 1) * sizeof (guint));
      for (guint i = 0; i < n; i++)
        {
          panah_json_element (&array, i, &element);
          if (!panah_json_allow (&element, allowed))
            continue;
          const char *id = panah_json_get_id (&element, "id", PANAH_JSON_REQUIRED);
          const char *member = panah_json_get_id (&element, "member", PANAH_JSON_OPTIONAL);
          if (panah_json_get_bool (&element, "number") == (member != NULL))
            panah_json_problem (&element, "needs “member” or “number”: true");
          if (member != NULL)
            check_member (list, &element, member);
          weights[ids->len] = get_number (&element, "weight", 100, 1);
          g_ptr_array_add (ids, (char *) (id != NULL ? id : ""));
          g_ptr_array_add (members, (char *) (member != NULL ? member : ""));
        }
      if (n == 0 || n > 8)
        panah_json_problem (&array, "needs 1 to 8 columns");
      block->weights = weights;
    }

  block->ids = panah_arena_steal_array (self->arena, ids, NULL);
  block->members = panah_arena_steal_array (self->arena, members, NULL);
}

static void
read_signature_lines (PanahPackReader       *self,
                      const PanahJsonCursor *at,
                      PanahBlockSpec        *block)
{
  static const char *const allowed[] = { "id", "fact", NULL };
  GPtrArray *ids = g_ptr_array_new (), *facts = g_ptr_array_new ();
  PanahJsonCursor array, element;

  if (panah_json_member (at, "lines", PANAH_JSON_REQUIRED, &array))
    {
      guint n = panah_json_length (&array);
      for (guint i = 0; i < n; i++)
        {
          panah_json_element (&array, i, &element);
          if (!panah_json_allow (&element, allowed))
            continue;
          const char *id = panah_json_get_id (&element, "id", PANAH_JSON_REQUIRED);
          const char *fact = panah_json_get_id (&element, "fact", PANAH_JSON_OPTIONAL);
          if (fact != NULL)
            panah_read_fact_id (self, &element, fact);
          g_ptr_array_add (ids, (char *) (id != NULL ? id : ""));
          g_ptr_array_add (facts, (char *) (fact != NULL ? fact : ""));
        }
      if (n == 0 || n > 4)
        panah_json_problem (&array, "needs 1 to 4 lines");
    }

  block->ids = panah_arena_steal_array (self->arena, ids, NULL);
  block->members = panah_arena_steal_array (self->arena, facts, NULL);
}

static const PanahFactSpec *
read_list_of_block (PanahPackReader       *self,
                    const PanahJsonCursor *at,
                    PanahBlockSpec        *block)
{
  block->list = panah_json_get_id (at, "list", PANAH_JSON_REQUIRED);
  const PanahFactSpec *list = block->list != NULL ? panah_read_fact_id (self, at, block->list) : NULL;

  if (list != NULL && list->kind != PANAH_FACT_LIST)
    {
      panah_json_problem (at, "“%s” is not a list", list->id);
      list = NULL;
    }
  block->where = panah_read_condition (self, at, "where", list);
  return list;
}

static void
read_field_members (PanahPackReader       *self,
                    const PanahJsonCursor *at,
                    PanahBlockSpec        *block)
{
  static const char *const overflows[] = { "grow", "shrink", "continue", NULL };
  static const char *const count_allowed[] = { "list", "where", NULL };
  PanahJsonCursor count;

  if (panah_json_member (at, "count", PANAH_JSON_OPTIONAL, &count) && panah_json_allow (&count, count_allowed))
    {
      block->counts = TRUE;
      read_list_of_block (self, &count, block);
    }
  else if (panah_json_has (at, "list"))
    {
      const PanahFactSpec *list = read_list_of_block (self, at, block);
      block->members = panah_json_get_strings (at, "members", PANAH_JSON_REQUIRED);
      for (guint i = 0; block->members[i] != NULL; i++)
        check_member (list, at, block->members[i]);
    }
  else if (panah_json_has (at, "facts"))
    block->facts = panah_read_fact_ids (self, at, "facts");
  else
    {
      block->fact = panah_json_get_id (at, "fact", PANAH_JSON_REQUIRED);
      if (block->fact != NULL)
        panah_read_fact_id (self, at, block->fact);
    }

  block->office = panah_json_get_id (at, "office", PANAH_JSON_OPTIONAL);
  block->number = panah_json_get_string (at, "number", PANAH_JSON_OPTIONAL);
  block->plus = get_number (at, "plus", 100, 0);
  block->lines = get_number (at, "lines", 40, 1);
  block->max_lines = get_number (at, "max_lines", 40, block->lines);
  block->blank_lines = get_number (at, "blank_lines", 40, 0);
  block->overflow = get_word (at, "overflow", overflows);
  block->stacked = panah_json_get_bool (at, "stacked");
  if (block->lines == 0 || block->max_lines < block->lines)
    panah_json_problem (at, "needs at least one line, and no more “lines” than “max_lines”");
}

static void
read_notice_kinds (const PanahJsonCursor *at,
                   PanahBlockSpec        *block)
{
  block->notices = panah_json_get_strings (at, "notices", PANAH_JSON_REQUIRED);
  block->prefix = panah_json_get_id (at, "prefix", PANAH_JSON_OPTIONAL);
  for (guint i = 0; block->notices[i] != NULL; i++)
    {
      if (!g_strv_contains (panah_notice_kind_names, block->notices[i]))
        panah_json_problem (at, "there is no kind of notice “%s”", block->notices[i]);
    }
}

/* A letter lists its enclosures by their official names, so each of them needs one in every official language. */
static void
read_enclosures (PanahPackReader       *self,
                 const PanahJsonCursor *at,
                 PanahBlockSpec        *block)
{
  block->papers = panah_json_get_strings (at, "papers", PANAH_JSON_REQUIRED);
  for (guint i = 0; block->papers[i] != NULL; i++)
    {
      const PanahPaperSpec *paper = panah_pack_find_paper (self->pack, block->papers[i]);
      if (paper == NULL)
        panah_json_problem (at, "there is no paper “%s”", block->papers[i]);
      for (guint j = 0; paper != NULL && self->pack->official_languages[j] != NULL; j++)
        {
          if (paper->official[j] == NULL)
            panah_json_problem (at, "the paper “%s” has no official name in “%s”", block->papers[i],
                                self->pack->official_languages[j]);
        }
    }
}

static void
read_kind_members (PanahPackReader       *self,
                   const PanahJsonCursor *at,
                   PanahBlockSpec        *block)
{
  static const char *const tones[] = { "body", "strong", "small", "large", NULL };
  static const char *const aligns[] = { "start", "center", "end", "justify", NULL };
  static const char *const marks[] = { "bullet", "box", "ticked", NULL };
  static const char *const whoses[] = { "person", "office", "all", NULL };

  if (strcmp (block->kind, "field") == 0 || strcmp (block->kind, "list-field") == 0)
    read_field_members (self, at, block);
  else if (strcmp (block->kind, "table") == 0)
    read_columns (self, at, read_list_of_block (self, at, block), block);
  else if (strcmp (block->kind, "signature") == 0)
    read_signature_lines (self, at, block);
  else if (strcmp (block->kind, "notices") == 0)
    read_notice_kinds (at, block);
  else if (strcmp (block->kind, "enclosures") == 0)
    read_enclosures (self, at, block);
  else if (strcmp (block->kind, "group") == 0)
    block->blocks = panah_read_array (self, at, "blocks", PANAH_JSON_REQUIRED, read_block, &block->n_blocks);
  else
    {
      block->tone = get_word (at, "tone", tones);
      block->align = get_word (at, "align", aligns);
      block->mark = get_word (at, "mark", marks);
      block->whose = get_word (at, "whose", whoses);
      block->states = panah_json_get_strings (at, "states", PANAH_JSON_OPTIONAL);
      block->level = CLAMP (get_number (at, "level", 3, 1), 1, 3);
    }

  block->inset = get_number (at, "inset", 70, 0);
  block->points = get_number (at, "points", 400, 8);
  block->blank_rows = get_number (at, "blank_rows", 40, 0);
  block->framed = panah_json_get_bool (at, "framed");
  block->keep = panah_json_get_bool (at, "keep");
}

static const char *const *
get_text_ids (int                   kind,
              const PanahBlockSpec *block)
{
  static const char *const one[] = { "", NULL }, *const field[] = { "label", NULL };

  switch (block_kinds[kind].texts)
    {
    case TEXTS_ONE:
      return one;
    case TEXTS_FIELD:
      return field;
    case TEXTS_IDS:
      return block->ids;
    case TEXTS_WORDS:
      return block_kinds[kind].words;
    case TEXTS_NONE:
    default:
      return no_words;
    }
}

static gpointer
read_block (PanahPackReader       *self,
            const PanahJsonCursor *at)
{
  PanahBlockSpec *block = panah_arena_new0 (self->arena, PanahBlockSpec);

  if (!panah_json_is_object (at))
    return NULL;
  block->id = panah_json_get_id (at, "id", PANAH_JSON_REQUIRED);
  block->kind = panah_json_get_string (at, "kind", PANAH_JSON_REQUIRED);
  if (block->id == NULL || block->kind == NULL)
    return NULL;

  guint n_references;
  int kind = find_kind (block->kind);
  if (kind < 0)
    {
      panah_json_problem (at, "there is no block of kind “%s”", block->kind);
      return NULL;
    }
  allow_members (at, kind);
  block->when = panah_read_condition (self, at, "when", NULL);
  if (panah_json_has (at, "reference"))
    panah_read_references (self, at, &n_references);
  block->gloss = panah_json_get_string (at, "gloss", PANAH_JSON_OPTIONAL);
  block->continued = panah_json_get_bool (at, "continued");
  block->originals = panah_json_get_bool (at, "originals");
  read_kind_members (self, at, block);
  block->text_ids = get_text_ids (kind, block);
  panah_check_gloss (self, at, block);
  return block;
}

/* A block is found by its id, so no other block of the document has it, inside a group or not. Only a continuation
 * sheet knows what goes on there; a sheet for the reader comes after it and has nothing to go on with. */
static void
check_blocks (const PanahJsonCursor       *at,
              const PanahDocumentSpec     *document,
              const PanahBlockSpec *const *blocks,
              guint                        n_blocks,
              GHashTable                  *seen)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      const PanahBlockSpec *block = blocks[i];

      if (!g_hash_table_add (seen, (char *) block->id))
        panah_json_problem (at, "the block “%s” stands twice", block->id);
      if ((block->continued || block->originals) && strcmp (document->kind, "continuation") != 0)
        panah_json_problem (at, "the block “%s” asks what goes on here, but this is no continuation sheet", block->id);
      if (document->for_user && strcmp (block->kind, "enclosures") == 0)
        panah_json_problem (at, "the block “%s” has official names only: the sheet is for the reader", block->id);
      if (strcmp (document->kind, "sheet") == 0 && g_strcmp0 (block->overflow, "continue") == 0)
        panah_json_problem (at, "the block “%s” cannot go on elsewhere: nobody hands in the sheet", block->id);
      check_blocks (at, document, block->blocks, block->n_blocks, seen);
    }
}

gpointer
panah_read_document (PanahPackReader       *self,
                     const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "title", "kind", "when", "as_of", "values", "languages", "blocks", NULL };
  static const char *const kinds[] = { "form", "letter", "sheet", "continuation", NULL };
  static const char *const languages[] = { "official", "user", NULL };
  PanahDocumentSpec *spec = panah_arena_new0 (self->arena, PanahDocumentSpec);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (!panah_json_allow (at, allowed))
    return NULL;
  panah_read_rule (self, at, FALSE, &spec->rule);
  if (g_strcmp0 (spec->rule.id, PANAH_READING_COPY) == 0)
    panah_json_problem (at, "“%s” is what the program calls its copies for the reader", spec->rule.id);
  spec->title = panah_json_get_string (at, "title", PANAH_JSON_REQUIRED);
  spec->kind = kinds[panah_json_get_enum (at, "kind", PANAH_JSON_REQUIRED, kinds, 0)];
  spec->for_user = panah_json_get_enum (at, "languages", PANAH_JSON_REQUIRED, languages, 0) == 1;
  spec->blocks = panah_read_array (self, at, "blocks", PANAH_JSON_REQUIRED, read_block, &spec->n_blocks);
  check_blocks (at, spec, spec->blocks, spec->n_blocks, seen);
  return spec->rule.id != NULL ? spec : NULL;
}
