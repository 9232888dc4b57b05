/* passphrase.h - asking for a passphrase
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/secret.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shorter ones are guessed by machines. */
#define PANAH_PASSPHRASE_MIN_CHARS 12

GtkWidget   *panah_passphrase_entry_new (GtkWidget  *box,
                                         const char *label) G_GNUC_WARN_UNUSED_RESULT;
PanahSecret *panah_passphrase_read      (GtkWidget  *entry,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
PanahSecret *panah_passphrase_take      (GtkWidget  *entry,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void         panah_passphrase_suggest   (GtkWidget  *entry,
                                         GtkWidget  *again);
const char  *panah_passphrase_find_fault (GtkWidget *entry,
                                          GtkWidget *again);
GtkWidget   *panah_waiting_row_new      (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
