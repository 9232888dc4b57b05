/* read-documents.c - documents/: skeletons, and their words per language
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
  "safe", "last", "closed", "counted", "end", "article", "checked", "late", "expected", "confirmed", "secondary",
  "unconfirmed", "open", "due-today", "passed", "waiting", "met", "met-late", "suspended", "may-apply", "not-covered",
  "none", NULL,
};
static const char *const paper_words[] = { "needed", "useful", "may-apply", "have", "can-get", "lost", "if-missing",
                                           "copies", "none", NULL };
static const char *const step_words[] = { "done", "now", "later", "may-apply", "expected", "confirmed", "secondary",
                                          "unconfirmed", NULL };
static const char *const office_words[] = { "address", "phones", "hours", "email", "confirmed", "secondary",
                                            "unconfirmed", "none", NULL };
static const char *const problem_words[] = { "missing", "warning", "note", "none", NULL };
static const char *const signing_words[] = { "line", "none", NULL };
static const char *const continuation_words[] = { "head", NULL };

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
                                      "overflow", "stacked" } },
  { "list-field", TEXTS_FIELD, no_words, { "list", "where", "members", "number", "lines", "max_lines", "overflow",
                                           "stacked" } },
  { "table", TEXTS_IDS, no_words, { "list", "where", "columns", "blank_rows" } },
  { "signature", TEXTS_IDS, no_words, { "lines" } },
  { "group", TEXTS_NONE, no_words, { "inset", "framed", "keep", "blocks" } },
  { "space", TEXTS_NONE, no_words, { "points" } },
  { "rule", TEXTS_NONE, no_words, { NULL } },
  { "deadlines", TEXTS_WORDS, deadline_words, { "whose", "states" } },
  { "papers", TEXTS_WORDS, paper_words, { NULL } },
  { "steps", TEXTS_WORDS, step_words, { NULL } },
  { "offices", TEXTS_WORDS, office_words, { NULL } },
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
  const char *allowed[G_N_ELEMENTS (block_kinds[0].members) + 6] = { "id", "kind", "when", "gloss", "reference" };
  guint n = 5;

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
  block->overflow = get_word (at, "overflow", overflows);
  block->stacked = panah_json_get_bool (at, "stacked");
  if (block->lines == 0 || block->max_lines < block->lines)
    panah_json_problem (at, "needs at least one line, and no more “lines” than “max_lines”");
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
  read_kind_members (self, at, block);
  block->text_ids = get_text_ids (kind, block);
  return block;
}

gpointer
panah_read_document (PanahPackReader       *self,
                     const PanahJsonCursor *at)
{
  static const char *const allowed[] = { "id", "title", "kind", "when", "as_of", "values", "languages", "blocks", NULL };
  static const char *const kinds[] = { "form", "letter", "sheet", "continuation", NULL };
  static const char *const languages[] = { "official", "user", NULL };
  PanahDocumentSpec *spec = panah_arena_new0 (self->arena, PanahDocumentSpec);

  if (!panah_json_allow (at, allowed))
    return NULL;
  panah_read_rule (self, at, FALSE, &spec->rule);
  spec->title = panah_json_get_string (at, "title", PANAH_JSON_REQUIRED);
  spec->kind = kinds[panah_json_get_enum (at, "kind", PANAH_JSON_REQUIRED, kinds, 0)];
  spec->for_user = panah_json_get_enum (at, "languages", PANAH_JSON_REQUIRED, languages, 0) == 1;
  spec->blocks = panah_read_array (self, at, "blocks", PANAH_JSON_REQUIRED, read_block, &spec->n_blocks);
  return spec->rule.id != NULL ? spec : NULL;
}

/* {fact.id}, {today}, {filing} */
static void
check_placeholders (PanahPackReader       *self,
                    const PanahJsonCursor *at,
                    const char            *text)
{
  for (const char *open = strchr (text, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char *close = strchr (open, '}');
      if (close == NULL)
        {
          panah_json_problem (at, "a “{” without “}”");
          return;
        }
      g_autofree char *name = g_strndup (open + 1, close - open - 1);
      if (strcmp (name, "today") != 0 && strcmp (name, "filing") != 0 && !g_hash_table_contains (self->facts, name))
        panah_json_problem (at, "the placeholder “%s” names no fact", name);
    }
}

static void
read_text (PanahPackReader       *self,
           const PanahJsonCursor *at,
           const char            *key)
{
  const char *text = panah_json_as_string (at);

  if (text == NULL)
    return;
  check_placeholders (self, at, text);
  g_hash_table_insert (self->pack->texts, (char *) panah_arena_string (self->arena, key), (char *) text);
}

static gboolean
may_have_text (const PanahBlockSpec *block,
               const char           *name)
{
  static const char *const field_extras[] = { "caption", "continued", "suffix", NULL };
  gboolean is_field = strcmp (block->kind, "field") == 0 || strcmp (block->kind, "list-field") == 0;

  return g_strv_contains (block->text_ids, name) || (is_field && g_strv_contains (field_extras, name));
}

static void
read_block_texts (PanahPackReader       *self,
                  const PanahJsonCursor *at,
                  const PanahBlockSpec  *block,
                  const char            *prefix)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (at->node))
    {
      g_autofree char *key = g_strconcat (prefix, "/", NULL);
      read_text (self, at, key);
      return;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (at->node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *key = g_strconcat (prefix, "/", name, NULL);
      PanahJsonCursor child;
      panah_json_member (at, name, PANAH_JSON_REQUIRED, &child);
      if (!may_have_text (block, name))
        panah_json_problem (&child, "the block has no text of that name");
      read_text (self, &child, key);
    }
}

static const PanahBlockSpec *
find_block (const PanahBlockSpec *const *blocks,
            guint                        n_blocks,
            const char                  *id)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      const PanahBlockSpec *inner = find_block (blocks[i]->blocks, blocks[i]->n_blocks, id);
      if (inner != NULL)
        return inner;
      if (strcmp (blocks[i]->id, id) == 0)
        return blocks[i];
    }
  return NULL;
}

void
panah_read_texts (PanahPackReader       *self,
                  const PanahJsonCursor *at,
                  const char            *document)
{
  static const char *const allowed[] = { "language", "texts", "title", "footer", NULL };
  const PanahDocumentSpec *spec = panah_pack_find_document (self->pack, document);
  PanahJsonCursor texts, child;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!panah_json_allow (at, allowed) || spec == NULL)
    return;
  const char *language = panah_json_get_string (at, "language", PANAH_JSON_REQUIRED);
  if (language == NULL || !g_strv_contains (spec->languages, language))
    {
      panah_json_problem (at, "“language” is not the one in the file’s name");
      return;
    }

  for (guint i = 0; i < 2; i++)
    {
      const char *key_name = i == 0 ? "title" : "footer";
      g_autofree char *key = g_strconcat (document, "/", language, "//", key_name, NULL);
      if (panah_json_member (at, key_name, PANAH_JSON_REQUIRED, &child))
        read_text (self, &child, key);
    }
  if (!panah_json_member (at, "texts", PANAH_JSON_REQUIRED, &texts) || !panah_json_is_object (&texts))
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (texts.node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *prefix = g_strconcat (document, "/", language, "/", name, NULL);
      panah_json_member (&texts, name, PANAH_JSON_REQUIRED, &child);
      const PanahBlockSpec *block = find_block (spec->blocks, spec->n_blocks, name);
      if (block == NULL || block->text_ids[0] == NULL)
        panah_json_problem (&child, "the document has no block with words of that id");
      else
        read_block_texts (self, &child, block, prefix);
    }
}

static void
check_block_texts (PanahPackReader         *self,
                   const PanahDocumentSpec *document,
                   const PanahBlockSpec    *block)
{
  const PanahPack *pack = self->pack;

  for (guint i = 0; i < block->n_blocks; i++)
    check_block_texts (self, document, block->blocks[i]);

  for (guint i = 0; document->languages[i] != NULL; i++)
    {
      for (guint j = 0; block->text_ids[j] != NULL; j++)
        {
          if (panah_pack_get_text (pack, document->rule.id, document->languages[i], block->id, block->text_ids[j]) != NULL)
            continue;
          g_autofree char *file = g_strdup_printf ("documents/%s.%s.json", document->rule.id, document->languages[i]);
          g_autofree char *pointer = g_strconcat ("/texts/", block->id, *block->text_ids[j] != '\0' ? "/" : "",
                                                  block->text_ids[j], NULL);
          panah_pack_problems_add (self->problems, file, pointer, TRUE, "the text is missing");
        }
    }
  if (block->text_ids[0] != NULL && block->gloss == NULL && !document->for_user)
    {
      g_autofree char *file = g_strdup_printf ("documents/%s.json", document->rule.id);
      g_autofree char *message = g_strdup_printf ("the block “%s” needs a “gloss”", block->id);
      panah_pack_problems_add (self->problems, file, "", TRUE, message);
    }
}

static gboolean
continues (const PanahBlockSpec *const *blocks,
           guint                        n_blocks)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      if (g_strcmp0 (blocks[i]->overflow, "continue") == 0 || continues (blocks[i]->blocks, blocks[i]->n_blocks))
        return TRUE;
    }
  return FALSE;
}

/* Where a field may go on elsewhere, there must be an elsewhere. */
static void
check_continuation (PanahPackReader *self)
{
  const PanahPack *pack = self->pack;
  gboolean wanted = FALSE, found = FALSE;

  for (guint i = 0; i < pack->n_documents; i++)
    {
      wanted |= continues (pack->documents[i]->blocks, pack->documents[i]->n_blocks);
      found |= strcmp (pack->documents[i]->kind, "continuation") == 0;
    }
  if (wanted && !found)
    panah_pack_problems_add (self->problems, "documents", "", TRUE,
                             "a field may continue elsewhere, but there is no document of kind “continuation”");
}

/* Every language of a document has words for every block. */
void
panah_check_texts (PanahPackReader *self)
{
  check_continuation (self);
  for (guint i = 0; i < self->pack->n_documents; i++)
    {
      const PanahDocumentSpec *document = self->pack->documents[i];

      for (guint j = 0; j < document->n_blocks; j++)
        check_block_texts (self, document, document->blocks[j]);
      if (document->languages[0] == NULL)
        {
          g_autofree char *file = g_strdup_printf ("documents/%s.json", document->rule.id);
          panah_pack_problems_add (self->problems, file, "", TRUE, "there are no words for it in any language");
        }
    }
}
