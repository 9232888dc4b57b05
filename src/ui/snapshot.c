/* snapshot.c - what a program that crashes would lose, in memory that outlives it and that nobody else can read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two places, written in turn, each with a head that is written last: a program that dies while it writes leaves the
 * snapshot before. */

#define _GNU_SOURCE /* memfd_create */

#include "ui/snapshot.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define N_PLACES   2
#define PLACE_SIZE (PANAH_SNAPSHOT_MAX_BYTES + 4096)

/* How much of a head is bound to the cipher text. */
#define BOUND G_STRUCT_OFFSET (Head, nonce)

typedef struct
{
  guint64 serial; /* 0: nothing here */
  guint64 length; /* of the plain text */
  guint64 kind;
  guint8  nonce[crypto_aead_xchacha20poly1305_ietf_NPUBBYTES];
} Head;

struct _PanahSnapshot
{
  int     fd;
  guint8 *key; /* (owned): sodium_malloc, unreadable between uses */
};

static gboolean
write_at (int         fd,
          const void *data,
          gsize       length,
          off_t       offset)
{
  const guint8 *rest = data;

  while (length > 0)
    {
      gssize n = pwrite (fd, rest, length, offset);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      rest += n;
      offset += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
read_at (int    fd,
         void  *data,
         gsize  length,
         off_t  offset)
{
  guint8 *rest = data;

  while (length > 0)
    {
      gssize n = pread (fd, rest, length, offset);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      rest += n;
      offset += n;
      length -= n;
    }
  return TRUE;
}

static Head
read_head (PanahSnapshot *self,
           guint          place)
{
  Head head = { 0 };

  if (!read_at (self->fd, &head, sizeof head, (off_t) place * PLACE_SIZE) || head.length > PANAH_SNAPSHOT_MAX_BYTES)
    return (Head) { 0 };
  return head;
}

/* Of the newest one. */
static guint
find_newest (PanahSnapshot *self,
             Head          *out_head)
{
  Head first = read_head (self, 0), second = read_head (self, 1);
  guint newest = second.serial > first.serial ? 1 : 0;

  *out_head = newest == 1 ? second : first;
  return newest;
}

/* Returns: (transfer full) (nullable): empty; %NULL where the kernel or the memory does not allow it */
PanahSnapshot *
panah_snapshot_new (void)
{
  g_autoptr (PanahSnapshot) self = g_new0 (PanahSnapshot, 1);

  self->fd = -1;
  if (sodium_init () < 0)
    return NULL;
  self->fd = memfd_create ("panah", MFD_CLOEXEC);
  self->key = sodium_malloc (crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  if (self->fd < 0 || self->key == NULL)
    return NULL;
  crypto_aead_xchacha20poly1305_ietf_keygen (self->key);
  sodium_mprotect_noaccess (self->key);
  return g_steal_pointer (&self);
}

/* @self: (transfer full) (nullable) */
void
panah_snapshot_free (PanahSnapshot *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  sodium_free (self->key);
  g_free (self);
}

/* To be called in a child that was forked: a lock on memory is not inherited. */
void
panah_snapshot_adopt (PanahSnapshot *self)
{
  sodium_mprotect_readwrite (self->key);
  sodium_mlock (self->key, crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  sodium_mprotect_noaccess (self->key);
}

static guint8 *
encrypt (PanahSnapshot *self,
         const Head    *head,
         const char    *data)
{
  guint8 *sealed = g_try_malloc (head->length + crypto_aead_xchacha20poly1305_ietf_ABYTES);

  if (sealed == NULL)
    return NULL;
  sodium_mprotect_readonly (self->key);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed, NULL, (const guint8 *) data, head->length, (const guint8 *) head,
                                              BOUND, NULL, head->nonce, self->key);
  sodium_mprotect_noaccess (self->key);
  return sealed;
}

/**
 * panah_snapshot_push:
 * @self: a snapshot
 * @kind: what @data is
 * @data: (array length=length): anything
 * @length: at most %PANAH_SNAPSHOT_MAX_BYTES
 *
 * Returns: %FALSE if there is no room; what was kept before still is
 */
gboolean
panah_snapshot_push (PanahSnapshot    *self,
                     PanahSnapshotKind kind,
                     const char       *data,
                     gsize             length)
{
  static const Head nothing;
  Head head;
  off_t offset;

  if (length > PANAH_SNAPSHOT_MAX_BYTES)
    return FALSE;
  offset = (off_t) (1 - find_newest (self, &head)) * PLACE_SIZE;
  head.serial++;
  head.length = length;
  head.kind = kind;
  randombytes_buf (head.nonce, sizeof head.nonce);
  g_autofree guint8 *sealed = encrypt (self, &head, data);
  return sealed != NULL && write_at (self->fd, &nothing, sizeof nothing, offset) &&
         write_at (self->fd, sealed, length + crypto_aead_xchacha20poly1305_ietf_ABYTES, offset + (off_t) sizeof head) &&
         write_at (self->fd, &head, sizeof head, offset);
}

/* Nothing is kept any more. */
void
panah_snapshot_clear (PanahSnapshot *self)
{
  while (ftruncate (self->fd, 0) < 0 && errno == EINTR)
    ;
}

/* Returns: how many were pushed since the last time nothing was kept */
guint64
panah_snapshot_get_serial (PanahSnapshot *self)
{
  Head head;

  find_newest (self, &head);
  return head.serial;
}

PanahSnapshotKind
panah_snapshot_get_kind (PanahSnapshot *self)
{
  Head head;

  find_newest (self, &head);
  return head.serial == 0 ? PANAH_SNAPSHOT_NONE : (PanahSnapshotKind) head.kind;
}

static void
wipe (gpointer data)
{
  GByteArray *array = data;

  sodium_memzero (array->data, array->len);
  g_byte_array_unref (array);
}

static GBytes *
pull_from (PanahSnapshot *self,
           guint          place)
{
  Head head = read_head (self, place);
  gsize sealed_length = head.length + crypto_aead_xchacha20poly1305_ietf_ABYTES;
  g_autofree guint8 *sealed = head.serial > 0 ? g_try_malloc (sealed_length) : NULL;

  if (sealed == NULL || !read_at (self->fd, sealed, sealed_length, (off_t) place * PLACE_SIZE + (off_t) sizeof head))
    return NULL;

  GByteArray *plain = g_byte_array_sized_new (head.length + 1);
  g_byte_array_set_size (plain, head.length);
  sodium_mprotect_readonly (self->key);
  int bad = crypto_aead_xchacha20poly1305_ietf_decrypt (plain->data, NULL, NULL, sealed, sealed_length, (const guint8 *) &head,
                                                        BOUND, head.nonce, self->key);
  sodium_mprotect_noaccess (self->key);
  if (bad != 0)
    {
      g_byte_array_unref (plain);
      return NULL;
    }
  return g_bytes_new_with_free_func (plain->data, plain->len, wipe, plain);
}

/* Returns: (transfer full) (nullable): the newest that is whole; wiped when it is freed */
GBytes *
panah_snapshot_pull (PanahSnapshot *self)
{
  Head head;
  guint newest = find_newest (self, &head);
  GBytes *bytes = pull_from (self, newest);

  return bytes != NULL ? bytes : pull_from (self, 1 - newest);
}
