/* error.c - the error domain of the paper layer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/error.h"

G_DEFINE_QUARK (panah-paper-error-quark, panah_paper_error)
