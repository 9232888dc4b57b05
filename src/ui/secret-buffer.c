/* secret-buffer.c - what is typed into a passphrase field, and who may read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* GTK 4.8 gives the text of a password entry to every program on the accessibility bus, as a whole and letter by letter
 * as it is typed. So the entry gets a buffer that says bullets to whoever asks, GTK included, as long as the person sees
 * bullets too, and letters go into it before the bus hears of them. */

#include "ui/secret-buffer.h"

#include <sodium.h>
#include <string.h>

#define MAX_BYTES 4096
#define BULLET    "•"

struct _PanahSecretBuffer
{
  GtkEntryBuffer parent_instance;

  char          *secret;  /* (owned): locked memory, ends in 0; %NULL if there is none to be had */
  GString       *bullets; /* (owned): as many as there are characters */
  gsize          n_bytes;
  guint          n_chars;
  gboolean       revealed;
};

G_DEFINE_FINAL_TYPE (PanahSecretBuffer, panah_secret_buffer, GTK_TYPE_ENTRY_BUFFER)

static const char *
panah_secret_buffer_get_text (GtkEntryBuffer *buffer,
                              gsize          *n_bytes)
{
  PanahSecretBuffer *self = PANAH_SECRET_BUFFER (buffer);
  gboolean open = self->revealed && self->secret != NULL;

  if (n_bytes != NULL)
    *n_bytes = open ? self->n_bytes : self->bullets->len;
  return open ? self->secret : self->bullets->str;
}

static guint
panah_secret_buffer_get_length (GtkEntryBuffer *buffer)
{
  return PANAH_SECRET_BUFFER (buffer)->n_chars;
}

static void
update_bullets (PanahSecretBuffer *self)
{
  g_string_truncate (self->bullets, 0);
  for (guint i = 0; i < self->n_chars; i++)
    g_string_append (self->bullets, BULLET);
}

static guint
panah_secret_buffer_insert_text (GtkEntryBuffer *buffer,
                                 guint           position,
                                 const char     *chars,
                                 guint           n_chars)
{
  PanahSecretBuffer *self = PANAH_SECRET_BUFFER (buffer);
  gsize n_bytes = g_utf8_offset_to_pointer (chars, n_chars) - chars;

  if (self->secret == NULL || n_bytes == 0 || self->n_bytes + n_bytes > MAX_BYTES)
    return 0;

  char *at = g_utf8_offset_to_pointer (self->secret, MIN (position, self->n_chars));
  memmove (at + n_bytes, at, self->secret + self->n_bytes + 1 - at);
  memcpy (at, chars, n_bytes);
  self->n_bytes += n_bytes;
  self->n_chars += n_chars;
  update_bullets (self);
  gtk_entry_buffer_emit_inserted_text (buffer, position, self->bullets->str, n_chars);
  return n_chars;
}

static guint
panah_secret_buffer_delete_text (GtkEntryBuffer *buffer,
                                 guint           position,
                                 guint           n_chars)
{
  PanahSecretBuffer *self = PANAH_SECRET_BUFFER (buffer);

  position = MIN (position, self->n_chars);
  n_chars = MIN (n_chars, self->n_chars - position);
  if (n_chars > 0)
    gtk_entry_buffer_emit_deleted_text (buffer, position, n_chars);
  return n_chars;
}

/* Those who listen to the signal hear of it before it happens. */
static void
panah_secret_buffer_deleted_text (GtkEntryBuffer *buffer,
                                  guint           position,
                                  guint           n_chars)
{
  PanahSecretBuffer *self = PANAH_SECRET_BUFFER (buffer);
  char *start = g_utf8_offset_to_pointer (self->secret, position);
  char *end = g_utf8_offset_to_pointer (start, n_chars);
  gsize n_bytes = end - start;

  memmove (start, end, self->secret + self->n_bytes + 1 - end);
  self->n_bytes -= n_bytes;
  self->n_chars -= n_chars;
  sodium_memzero (self->secret + self->n_bytes, n_bytes);
  update_bullets (self);
  g_object_notify (G_OBJECT (self), "text");
  g_object_notify (G_OBJECT (self), "length");
}

static void
panah_secret_buffer_finalize (GObject *object)
{
  PanahSecretBuffer *self = PANAH_SECRET_BUFFER (object);

  sodium_free (self->secret);
  g_string_free (self->bullets, TRUE);

  G_OBJECT_CLASS (panah_secret_buffer_parent_class)->finalize (object);
}

static void
panah_secret_buffer_class_init (PanahSecretBufferClass *klass)
{
  GtkEntryBufferClass *buffer_class = GTK_ENTRY_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = panah_secret_buffer_finalize;
  buffer_class->get_text = panah_secret_buffer_get_text;
  buffer_class->get_length = panah_secret_buffer_get_length;
  buffer_class->insert_text = panah_secret_buffer_insert_text;
  buffer_class->delete_text = panah_secret_buffer_delete_text;
  buffer_class->deleted_text = panah_secret_buffer_deleted_text;
}

static void
panah_secret_buffer_init (PanahSecretBuffer *self)
{
  self->bullets = g_string_new (NULL);
  if (sodium_init () >= 0)
    self->secret = sodium_malloc (MAX_BYTES + 1);
  if (self->secret != NULL)
    sodium_memzero (self->secret, MAX_BYTES + 1);
}

static void
visibility_cb (PanahSecretBuffer *self,
               GParamSpec        *pspec,
               GtkText           *text)
{
  self->revealed = gtk_text_get_visibility (text);
  g_object_notify (G_OBJECT (self), "text");
}

/* The bus hears of letters by this same signal; it comes after us, and does not come. */
static void
insert_text_cb (PanahSecretBuffer *self,
                const char        *chars,
                int                n_bytes,
                int               *position,
                GtkText           *text)
{
  guint n_chars = g_utf8_strlen (chars, n_bytes);

  *position += gtk_entry_buffer_insert_text (GTK_ENTRY_BUFFER (self), *position, chars, n_chars);
  g_signal_stop_emission_by_name (text, "insert-text");
}

/**
 * panah_secret_buffer_new:
 * @text: where it is typed; before it is in a window
 *
 * Returns: (transfer full): what stands in @text from now on
 */
PanahSecretBuffer *
panah_secret_buffer_new (GtkText *text)
{
  PanahSecretBuffer *self = g_object_new (PANAH_TYPE_SECRET_BUFFER, NULL);

  gtk_editable_set_enable_undo (GTK_EDITABLE (text), FALSE);
  gtk_text_set_buffer (text, GTK_ENTRY_BUFFER (self));
  g_signal_connect_object (text, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "notify::visibility", G_CALLBACK (visibility_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Returns: (transfer none): what was typed, in locked memory; valid until something else is typed */
const char *
panah_secret_buffer_peek (PanahSecretBuffer *self)
{
  return self->secret != NULL ? self->secret : "";
}
