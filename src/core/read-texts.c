/* read-texts.c - documents/: the words of each document, per language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/pack-private.h"
#include "core/placeholder.h"

#include <string.h>

/* Words are chosen by an answer that is one code. */
static void
check_choices (const PanahJsonCursor  *at,
               const PanahPlaceholder *placeholder,
               const PanahFactSpec    *fact)
{
  if (fact != NULL && fact->kind != PANAH_FACT_CHOICE && fact->kind != PANAH_FACT_YES_NO)
    panah_json_problem (at, "words cannot be chosen by “%s”, which is of kind %s", fact->id,
                        panah_fact_kind_names[fact->kind]);
  for (guint i = 0; placeholder->choices[i] != NULL; i++)
    {
      g_autofree char *code = g_strndup (placeholder->choices[i], strcspn (placeholder->choices[i], "="));
      if (strchr (placeholder->choices[i], '=') == NULL)
        panah_json_problem (at, "“%s” needs a code and “=”; only the last words have none", placeholder->choices[i]);
      else if (fact != NULL && panah_fact_kind_is_codes (fact->kind) && !panah_fact_spec_knows_code (fact, code))
        panah_json_problem (at, "“%s” has no choice “%s”", fact->id, code);
    }
}

/* {fact.id}, {fact.id|code=words|words}, {today}, {filing}, {edition} */
static void
check_placeholders (PanahPackReader       *self,
                    const PanahJsonCursor *at,
                    const char            *text)
{
  static const char *const days[] = { "today", "filing", "edition", NULL };
  const char *end;

  for (const char *start = panah_placeholder_find (text, &end); start != NULL; start = panah_placeholder_find (end, &end))
    {
      g_auto (PanahPlaceholder) placeholder = { 0 };
      if (end == NULL)
        {
          panah_json_problem (at, "a “{” without “}”");
          return;
        }
      panah_placeholder_parse (&placeholder, start, end);
      const PanahFactSpec *fact = g_hash_table_lookup (self->facts, placeholder.name);
      if (fact == NULL && (placeholder.otherwise != NULL || !g_strv_contains (days, placeholder.name)))
        panah_json_problem (at, "the placeholder “%s” names no fact", placeholder.name);
      if (placeholder.otherwise != NULL)
        check_choices (at, &placeholder, fact);
    }
}

/* The English of a block that prints several texts has a part for each of them. */
static void
check_parts (const PanahJsonCursor *at,
             const PanahBlockSpec  *block)
{
  g_auto (GStrv) parts = g_strsplit (block->gloss, PANAH_GLOSS_SEPARATOR, -1);
  guint n_parts = g_strv_length (parts), n_texts = g_strv_length ((char **) block->text_ids);

  if (panah_block_spec_has_parts (block) && n_parts != n_texts)
    panah_json_problem (at, "the block prints %u texts, but this has %u, separated by “%s”", n_texts, n_parts,
                        PANAH_GLOSS_SEPARATOR);
}

void
panah_check_gloss (PanahPackReader       *self,
                   const PanahJsonCursor *at,
                   const PanahBlockSpec  *block)
{
  PanahJsonCursor gloss;

  if (block->gloss == NULL || !panah_json_member (at, "gloss", PANAH_JSON_OPTIONAL, &gloss))
    return;
  check_placeholders (self, &gloss, block->gloss);
  check_parts (&gloss, block);
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
  gboolean is_list = strcmp (block->kind, "list-field") == 0, is_field = is_list || strcmp (block->kind, "field") == 0;

  return g_strv_contains (block->text_ids, name) || (is_field && g_strv_contains (field_extras, name)) ||
         (is_list && block->members != NULL && g_strv_contains (block->members, name)) ||
         (strcmp (block->kind, "deadlines") == 0 && strcmp (name, "lead") == 0);
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
  g_autofree char *file = g_strdup_printf ("documents/%s.%s.json", document, language != NULL ? language : "");
  if (strcmp (file, at->file) != 0)
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
