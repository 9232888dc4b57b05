/* counted-calls.c - what the container asks for before it believes a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "counted-calls.h"

#include <sodium.h>

/* The linker leads these calls through here: see meson.build. */
int          __real_crypto_pwhash (unsigned char *const out, unsigned long long outlen, const char *const passwd,
                                   unsigned long long passwdlen, const unsigned char *const salt,
                                   unsigned long long opslimit, size_t memlimit, int alg);
int          __wrap_crypto_pwhash (unsigned char *const out, unsigned long long outlen, const char *const passwd,
                                   unsigned long long passwdlen, const unsigned char *const salt,
                                   unsigned long long opslimit, size_t memlimit, int alg);
void        *__real_sodium_malloc (size_t size);
void        *__wrap_sodium_malloc (size_t size);
void         __real_sodium_free   (void *memory);
void         __wrap_sodium_free   (void *memory);
gpointer     __real_g_try_malloc  (gsize size);
gpointer     __wrap_g_try_malloc  (gsize size);

guint n_derived, n_locked, n_tried;
int n_locked_now;
gboolean no_memory;

int
__wrap_crypto_pwhash (unsigned char *const out, unsigned long long outlen, const char *const passwd,
                      unsigned long long passwdlen, const unsigned char *const salt, unsigned long long opslimit,
                      size_t memlimit, int alg)
{
  n_derived++;
  if (no_memory && memlimit > 128 * (size_t) (1024 * 1024))
    return -1;
  return __real_crypto_pwhash (out, outlen, passwd, passwdlen, salt, opslimit, memlimit, alg);
}

void *
__wrap_sodium_malloc (size_t size)
{
  void *memory = __real_sodium_malloc (size);

  n_locked++;
  n_locked_now += memory != NULL;
  return memory;
}

void
__wrap_sodium_free (void *memory)
{
  n_locked_now -= memory != NULL;
  __real_sodium_free (memory);
}

gpointer
__wrap_g_try_malloc (gsize size)
{
  n_tried++;
  return __real_g_try_malloc (size);
}
