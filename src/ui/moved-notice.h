/* moved-notice.h - dates that newer rules have moved, said until somebody has read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

void panah_moved_notice_add (PanahPage *page);

G_END_DECLS
