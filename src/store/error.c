/* error.c - what can go wrong with a sealed case file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/error.h"

G_DEFINE_QUARK (panah-store-error-quark, panah_store_error)
