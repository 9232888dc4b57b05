/* draft.c - what was typed and not yet accepted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Drafts stand in case files too, and a file can hold anything: a draft is put into widgets only if it is what those
 * widgets would have given. */

#include "ui/draft.h"

/* @input: (transfer full): what an editor has dumped */
JsonNode *
panah_draft_new (JsonNode *input,
                 gboolean  unknown,
                 gboolean  none)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_member (object, "input", input);
  json_object_set_boolean_member (object, "unknown", unknown);
  json_object_set_boolean_member (object, "none", none);
  json_node_take_object (node, object);
  return node;
}

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_boolean (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static gboolean
is_array_of (JsonNode *node,
             gboolean  strings,
             gboolean  booleans)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      if (!(strings && is_string (element)) && !(booleans && is_boolean (element)))
        return FALSE;
    }
  return array != NULL;
}

/* Words, as said and as the form has them: what a value of text is. */
static gboolean
are_words (JsonNode *node)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || is_string (node))
    return node != NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    {
      if (g_strcmp0 (name, "official") == 0 ? !JSON_NODE_HOLDS_OBJECT (member) : !is_string (member))
        return FALSE;
    }
  if (!json_object_has_member (object, "official"))
    return TRUE;
  json_object_iter_init (&iter, json_object_get_object_member (object, "official"));
  while (json_object_iter_next (&iter, &name, &member))
    {
      if (!is_string (member))
        return FALSE;
    }
  return TRUE;
}

static gboolean
are_codes (JsonNode *node)
{
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && is_array_of (json_object_get_member (object, "codes"), TRUE, FALSE) &&
         is_string (json_object_get_member (object, "text"));
}

/**
 * panah_draft_fits:
 * @self: not to be trusted
 * @spec: what is asked
 *
 * Returns: whether the widgets that ask it can show @self
 */
gboolean
panah_draft_fits (JsonNode            *self,
                  const PanahFactSpec *spec)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (self) ? json_node_get_object (self) : NULL;

  if (object == NULL || !is_boolean (json_object_get_member (object, "unknown")) ||
      !is_boolean (json_object_get_member (object, "none")))
    return FALSE;
  JsonNode *input = json_object_get_member (object, "input");
  if (spec->kind == PANAH_FACT_TEXT || spec->kind == PANAH_FACT_LONG_TEXT || spec->kind == PANAH_FACT_PHONE ||
      spec->kind == PANAH_FACT_EMAIL || spec->kind == PANAH_FACT_NUMBER_TEXT)
    return are_words (input);
  if (spec->kind == PANAH_FACT_COUNTRY || spec->kind == PANAH_FACT_COUNTRIES || spec->kind == PANAH_FACT_LANGUAGE ||
      spec->kind == PANAH_FACT_LANGUAGES)
    return are_codes (input);
  return is_array_of (input, TRUE, TRUE);
}

JsonNode *
panah_draft_get_input (JsonNode *self)
{
  return json_object_get_member (json_node_get_object (self), "input");
}

gboolean
panah_draft_is_unknown (JsonNode *self)
{
  return json_object_get_boolean_member (json_node_get_object (self), "unknown");
}

gboolean
panah_draft_is_none (JsonNode *self)
{
  return json_object_get_boolean_member (json_node_get_object (self), "none");
}
