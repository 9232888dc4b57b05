/* types.h - the names that core's headers share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PanahPack      PanahPack;
typedef struct _PanahFacts     PanahFacts;
typedef struct _PanahPlan      PanahPlan;
typedef struct _PanahCondition PanahCondition;
typedef struct _PanahValue     PanahValue;
typedef struct _PanahFactSpec  PanahFactSpec;

G_END_DECLS
