/* application.h - the program: one country, one window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/supervisor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PANAH_TYPE_APPLICATION (panah_application_get_type ())
G_DECLARE_FINAL_TYPE (PanahApplication, panah_application, PANAH, APPLICATION, AdwApplication)

PanahApplication *panah_application_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void              panah_application_set_start (PanahApplication *self,
                                               PanahStart        start,
                                               PanahSnapshot    *snapshot);

G_END_DECLS
