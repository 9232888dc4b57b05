/* json-cursor.c - a place in a JSON file that knows where it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/json-cursor.h"

#include "core/date.h"

#include <string.h>

#define MAX_ID 64

static void
append_pointer (GString               *out,
                const PanahJsonCursor *self)
{
  if (self->parent == NULL)
    return;

  append_pointer (out, self->parent);
  if (self->key == NULL)
    {
      g_string_append_printf (out, "/%u", self->index);
      return;
    }

  g_string_append_c (out, '/');
  for (const char *p = self->key; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (out, "~0");
      else if (*p == '/')
        g_string_append (out, "~1");
      else
        g_string_append_c (out, *p);
    }
}

char *
panah_json_pointer (const PanahJsonCursor *self)
{
  GString *out = g_string_new (NULL);

  append_pointer (out, self);

  return g_string_free (out, FALSE);
}

void
panah_json_problem (const PanahJsonCursor *self,
                    const char            *format,
                    ...)
{
  g_autofree char *pointer = panah_json_pointer (self);
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);

  panah_pack_problems_add (self->problems, self->file, pointer, TRUE, message);
}

gboolean
panah_json_is_object (const PanahJsonCursor *self)
{
  if (JSON_NODE_HOLDS_OBJECT (self->node))
    return TRUE;

  panah_json_problem (self, "must be an object");
  return FALSE;
}

guint
panah_json_length (const PanahJsonCursor *self)
{
  if (JSON_NODE_HOLDS_ARRAY (self->node))
    return json_array_get_length (json_node_get_array (self->node));

  panah_json_problem (self, "must be an array");
  return 0;
}

static void
init_child (const PanahJsonCursor *self,
            const char            *key,
            guint                  index,
            JsonNode              *node,
            PanahJsonCursor       *out_child)
{
  *out_child = *self;
  out_child->parent = self;
  out_child->key = key;
  out_child->index = index;
  out_child->node = node;
}

void
panah_json_element (const PanahJsonCursor *self,
                    guint                  index,
                    PanahJsonCursor       *out_child)
{
  init_child (self, NULL, index, json_array_get_element (json_node_get_array (self->node), index), out_child);
}

/*
 * panah_json_allow:
 * @names: (array zero-terminated): every member this object may have
 *
 * Returns: %TRUE if @self is an object; members that are not in @names become problems
 */
gboolean
panah_json_allow (const PanahJsonCursor *self,
                  const char *const     *names)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!panah_json_is_object (self))
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!g_strv_contains (names, name))
        {
          PanahJsonCursor child;
          init_child (self, name, 0, node, &child);
          panah_json_problem (&child, "unknown member");
        }
    }

  return TRUE;
}

gboolean
panah_json_has (const PanahJsonCursor *self,
                const char            *name)
{
  return JSON_NODE_HOLDS_OBJECT (self->node) && json_object_has_member (json_node_get_object (self->node), name);
}

gboolean
panah_json_member (const PanahJsonCursor *self,
                   const char            *name,
                   PanahJsonNeed          need,
                   PanahJsonCursor       *out_child)
{
  if (panah_json_has (self, name))
    {
      init_child (self, name, 0, json_object_get_member (json_node_get_object (self->node), name), out_child);
      return TRUE;
    }

  if (need == PANAH_JSON_REQUIRED)
    panah_json_problem (self, "the member “%s” is missing", name);
  return FALSE;
}

gboolean
panah_json_is_null (const PanahJsonCursor *self)
{
  return JSON_NODE_HOLDS_NULL (self->node);
}

/* Returns: (nullable): a string in the pack's arena */
const char *
panah_json_as_string (const PanahJsonCursor *self)
{
  if (JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == G_TYPE_STRING)
    {
      const char *string = json_node_get_string (self->node);
      if (*string != '\0')
        return panah_arena_string (self->arena, string);
      panah_json_problem (self, "must not be empty");
      return NULL;
    }

  panah_json_problem (self, "must be a string");
  return NULL;
}

/* [a-z0-9][a-zA-Z0-9_.-]*: ids of our own, and codes such as "1", "AF", "75" */
gboolean
panah_is_id (const char *string)
{
  gsize n = strlen (string);

  if (n == 0 || n > MAX_ID || !g_ascii_isalnum (*string))
    return FALSE;
  for (const char *p = string; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("_.-", *p) == NULL)
        return FALSE;
    }
  return TRUE;
}

const char *
panah_json_as_id (const PanahJsonCursor *self)
{
  const char *string = panah_json_as_string (self);

  if (string != NULL && !panah_is_id (string))
    {
      panah_json_problem (self, "not an id");
      return NULL;
    }
  return string;
}

/* Returns: a day, or 0 */
guint32
panah_json_as_day (const PanahJsonCursor *self)
{
  const char *string = panah_json_as_string (self);
  guint32 day = 0;

  if (string != NULL && !panah_day_parse (string, &day))
    panah_json_problem (self, "not a date: “%s”", string);
  return day;
}

gint64
panah_json_as_integer (const PanahJsonCursor *self,
                       gint64                 min,
                       gint64                 max)
{
  if (JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == G_TYPE_INT64)
    {
      gint64 value = json_node_get_int (self->node);
      if (value >= min && value <= max)
        return value;
    }

  panah_json_problem (self, "must be a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, min, max);
  return min;
}

const char *
panah_json_get_string (const PanahJsonCursor *self,
                       const char            *name,
                       PanahJsonNeed          need)
{
  PanahJsonCursor child;

  return panah_json_member (self, name, need, &child) ? panah_json_as_string (&child) : NULL;
}

const char *
panah_json_get_id (const PanahJsonCursor *self,
                   const char            *name,
                   PanahJsonNeed          need)
{
  PanahJsonCursor child;

  return panah_json_member (self, name, need, &child) ? panah_json_as_id (&child) : NULL;
}

guint32
panah_json_get_day (const PanahJsonCursor *self,
                    const char            *name,
                    PanahJsonNeed          need)
{
  PanahJsonCursor child;

  return panah_json_member (self, name, need, &child) ? panah_json_as_day (&child) : 0;
}

gboolean
panah_json_get_bool (const PanahJsonCursor *self,
                     const char            *name)
{
  PanahJsonCursor child;

  if (!panah_json_member (self, name, PANAH_JSON_OPTIONAL, &child))
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (child.node) && json_node_get_value_type (child.node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (child.node);

  panah_json_problem (&child, "must be true or false");
  return FALSE;
}

int
panah_json_get_enum (const PanahJsonCursor *self,
                     const char            *name,
                     PanahJsonNeed          need,
                     const char *const     *names,
                     int                    fallback)
{
  PanahJsonCursor child;
  const char *string;

  if (!panah_json_member (self, name, need, &child) || (string = panah_json_as_string (&child)) == NULL)
    return fallback;

  for (int i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], string) == 0)
        return i;
    }

  g_autofree char *all = g_strjoinv ("”, “", (char **) names);
  panah_json_problem (&child, "“%s” is not one of “%s”", string, all);
  return fallback;
}

/* Returns: (nullable): a %NULL-terminated array in the pack's arena; an empty one if the member is optional and absent */
const char *const *
panah_json_get_strings (const PanahJsonCursor *self,
                        const char            *name,
                        PanahJsonNeed          need)
{
  GPtrArray *strings = g_ptr_array_new ();
  PanahJsonCursor child, element;

  if (panah_json_member (self, name, need, &child))
    {
      for (guint i = 0, n = panah_json_length (&child); i < n; i++)
        {
          panah_json_element (&child, i, &element);
          const char *string = panah_json_as_string (&element);
          if (string != NULL)
            g_ptr_array_add (strings, (char *) string);
        }
    }

  return panah_arena_steal_array (self->arena, strings, NULL);
}
