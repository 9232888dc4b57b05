/* arena.h - memory that lives and dies with one pack
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A pack never changes after it was loaded, so everything it consists of has one owner and one end. */
typedef struct _PanahArena PanahArena;

PanahArena *panah_arena_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void        panah_arena_free   (PanahArena *self);
gpointer    panah_arena_alloc0 (PanahArena *self,
                                gsize       size);
const char *panah_arena_string (PanahArena *self,
                                const char *string);
gpointer    panah_arena_steal_array (PanahArena *self,
                                     GPtrArray  *array,
                                     guint      *out_length);

#define panah_arena_new0(arena, Type) ((Type *) panah_arena_alloc0 ((arena), sizeof (Type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanahArena, panah_arena_free)

G_END_DECLS
