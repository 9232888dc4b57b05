/* secret-buffer.h - what is typed into a passphrase field, and who may read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PANAH_TYPE_SECRET_BUFFER (panah_secret_buffer_get_type ())
G_DECLARE_FINAL_TYPE (PanahSecretBuffer, panah_secret_buffer, PANAH, SECRET_BUFFER, GtkEntryBuffer)

PanahSecretBuffer *panah_secret_buffer_new  (GtkText           *text) G_GNUC_WARN_UNUSED_RESULT;
const char        *panah_secret_buffer_peek (PanahSecretBuffer *self);

G_END_DECLS
