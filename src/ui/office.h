/* office.h - what an office can set for its computers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PANAH_OFFICE_MAX_COVER 30
#define PANAH_OFFICE_MAX_LEAVE 120

/**
 * PanahOffice:
 * @cover_after_minutes: after how long without a sign of a person the window is covered, 1 to 30
 * @leave_after_minutes: and left, 2 to 120, more than @cover_after_minutes
 * @save_on_leave: whether *Leave* saves a case that has a file
 * @refused: (nullable): a file of settings that cannot be used, so that the usual ones hold
 *
 * Neither can be turned off: a computer that many people use would stay open, and nobody would know.
 */
typedef struct
{
  guint    cover_after_minutes;
  guint    leave_after_minutes;
  gboolean save_on_leave;
  char    *refused;
} PanahOffice;

void     panah_office_init  (PanahOffice       *self);
gboolean panah_office_read  (PanahOffice       *self,
                             const char        *path);
void     panah_office_load  (PanahOffice       *self,
                             const char *const *paths);
void     panah_office_clear (PanahOffice       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PanahOffice, panah_office_clear)

G_END_DECLS
