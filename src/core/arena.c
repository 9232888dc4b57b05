/* arena.c - memory that lives and dies with one pack
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/arena.h"

#include <string.h>

#define CHUNK_SIZE 16384
#define ALIGNMENT  16

struct _PanahArena
{
  GPtrArray *chunks;
  char      *next;
  gsize      room;
};

PanahArena *
panah_arena_new (void)
{
  PanahArena *self = g_new0 (PanahArena, 1);

  self->chunks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
panah_arena_free (PanahArena *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->chunks);
  g_free (self);
}

gpointer
panah_arena_alloc0 (PanahArena *self,
                    gsize       size)
{
  size = (size + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);

  if (size > CHUNK_SIZE / 4)
    {
      gpointer chunk = g_malloc0 (size);
      g_ptr_array_add (self->chunks, chunk);
      return chunk;
    }

  if (size > self->room)
    {
      self->next = g_malloc0 (CHUNK_SIZE);
      self->room = CHUNK_SIZE;
      g_ptr_array_add (self->chunks, self->next);
    }

  gpointer memory = self->next;
  self->next += size;
  self->room -= size;

  return memory;
}

const char *
panah_arena_string (PanahArena *self,
                    const char *string)
{
  if (string == NULL)
    return NULL;

  gsize size = strlen (string) + 1;

  return memcpy (panah_arena_alloc0 (self, size), string, size);
}

/*
 * panah_arena_steal_array:
 * @array: (transfer full): pointers into the arena
 *
 * Returns: the pointers as a plain array, followed by %NULL
 */
gpointer
panah_arena_steal_array (PanahArena *self,
                         GPtrArray  *array,
                         guint      *out_length)
{
  gpointer *copy = panah_arena_alloc0 (self, (array->len + 1) * sizeof (gpointer));

  if (array->len > 0)
    memcpy (copy, array->pdata, array->len * sizeof (gpointer));
  if (out_length != NULL)
    *out_length = array->len;
  g_ptr_array_unref (array);

  return copy;
}
