/* error.c - what can go wrong in core
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/error.h"

G_DEFINE_QUARK (panah-core-error-quark, panah_core_error)
