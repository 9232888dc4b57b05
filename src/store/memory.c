/* memory.c - memory for what nobody else may read
 *
 * Keys and passphrases lie in libsodium’s guarded pages, which are locked where the system allows it. Plain text is
 * too large for that; it is at least wiped when it is freed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/memory.h"

#include <sodium.h>

#include "store/error.h"

typedef struct
{
  guint8 *data;
  gsize   size;
} Wiped;

/**
 * panah_memory_start:
 *
 * Makes libsodium ready; to be called before anything of it is used, as often as one likes and from any thread. A
 * machine without random numbers can keep no secret: there the program ends.
 */
void
panah_memory_start (void)
{
  if (sodium_init () < 0)
    g_error ("this machine gives no random numbers");
}

/**
 * panah_memory_new_locked:
 * @size: in bytes
 * @error: return location for a [error@Panah.StoreError], `MEMORY`
 *
 * Returns: (transfer full) (nullable): guarded memory, to be freed with panah_memory_free(), which wipes it
 */
void *
panah_memory_new_locked (gsize    size,
                         GError **error)
{
  panah_memory_start ();

  void *memory = sodium_malloc (size);
  if (memory == NULL)
    g_set_error_literal (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_MEMORY, "there is no memory for a key");
  return memory;
}

/**
 * panah_memory_free:
 * @memory: (nullable): of panah_memory_new_locked()
 */
void
panah_memory_free (void *memory)
{
  sodium_free (memory);
}

/**
 * panah_memory_try_new:
 * @size: in bytes
 * @error: return location for a [error@Panah.StoreError], `MEMORY`
 *
 * Ordinary memory whose size some file named.
 *
 * Returns: (transfer full) (nullable): to be given to panah_memory_take_bytes(), or wiped and freed with g_free()
 */
guint8 *
panah_memory_try_new (gsize    size,
                      GError **error)
{
  guint8 *data = g_try_malloc (MAX (size, 1));

  if (data == NULL)
    g_set_error (error, PANAH_STORE_ERROR, PANAH_STORE_ERROR_MEMORY, "there is no memory for %" G_GSIZE_FORMAT " bytes",
                 size);
  return data;
}

static void
wipe (gpointer data)
{
  Wiped *self = data;

  sodium_memzero (self->data, self->size);
  g_free (self->data);
  g_free (self);
}

/**
 * panah_memory_take_bytes:
 * @data: (transfer full): of panah_memory_try_new()
 * @size: in bytes
 *
 * Returns: (transfer full): @data, which is wiped with its last reference
 */
GBytes *
panah_memory_take_bytes (guint8 *data,
                         gsize   size)
{
  Wiped *self = g_new (Wiped, 1);

  self->data = data;
  self->size = size;
  return g_bytes_new_with_free_func (data, size, wipe, self);
}
