/* window-private.h - what the two halves of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

struct _PanahWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  GtkButton           *back;
  GtkButton           *leave;
  GtkButton           *larger;
  GtkButton           *smaller;
  GtkButton           *language;
  GtkLabel            *as_of;
  GtkScrolledWindow   *scroller;
  AdwClamp            *clamp;

  /* Owned */
  PanahSession        *session;
  GPtrArray           *history; /* of places, oldest first */
  char                *place;
  char                *change_from; /* (nullable): where to return to after a change */
  guint                rebuild_id;
  guint                n_escapes;
};

void        panah_window_install_actions (GtkWidgetClass *widget_class);
const char *panah_window_next_language   (PanahWindow    *self);
void        panah_window_keep_typing     (PanahWindow    *self);
void        panah_window_set_place       (PanahWindow    *self,
                                          const char     *place,
                                          gboolean        remember);
void        panah_window_show_place      (PanahWindow    *self);

G_END_DECLS
