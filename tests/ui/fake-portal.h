/* fake-portal.h - what lets a sandbox print, as far as a test needs it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PanahPortal:
 * @at: at which of the calls something goes wrong, from 1; 0: at none
 * @response: what the person or the portal says to it instead of 0
 * @no_token: the answer lacks its token
 * @forbidden: the call itself fails
 */
typedef struct
{
  guint    at;
  guint32  response;
  gboolean no_token;
  gboolean forbidden;
} PanahPortal;

typedef struct _PanahFakePortal PanahFakePortal;

PanahFakePortal *panah_fake_portal_new              (const PanahPortal *script) G_GNUC_WARN_UNUSED_RESULT;
void             panah_fake_portal_free             (PanahFakePortal   *self);
const GPtrArray *panah_fake_portal_get_printed      (PanahFakePortal   *self);
guint            panah_fake_portal_get_n_proposed   (PanahFakePortal   *self);
gboolean         panah_fake_portal_is_real_one_here (void);

G_END_DECLS
