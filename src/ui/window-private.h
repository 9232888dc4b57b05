/* window-private.h - what the two halves of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/keeper.h"
#include "ui/keyboard.h"
#include "ui/presence.h"
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
  GtkButton           *cover;
  GtkToggleButton     *keyboard_button;
  GtkLabel            *keyboard_word;
  GtkLabel            *keyboard_key;
  PanahKeyboard       *keyboard;
  GtkButton           *save;
  GtkLabel            *save_word;
  GtkLabel            *save_state;
  GtkLabel            *save_notice;
  GtkLabel            *leave_word;
  GtkLabel            *leave_key;
  GtkLabel            *cover_word;
  GtkLabel            *cover_key;
  GtkWidget           *covered;
  GtkLabel            *covered_title;
  GtkButton           *uncover;
  GtkWidget           *countdown_box;
  GtkLabel            *countdown;
  GtkWidget           *body;
  GtkLabel            *as_of;
  GtkLabel            *office_notice;
  GtkScrolledWindow   *scroller;
  AdwClamp            *clamp;

  /* Owned */
  PanahSession        *session;
  PanahPresence       *presence;
  PanahKeeper         *keeper;
  GPtrArray           *history; /* of places, oldest first */
  char                *place;
  GtkWidget           *languages;    /* (nullable): the choice of them, while it is open */
  GtkWidget           *focus_before; /* (nullable): weak: where one was when the cover came */
  char                *change_from; /* (nullable): where to return to after a change */
  char                *office_refused; /* (nullable): settings of the office that cannot be used */
  char                *unlock_to; /* (nullable): where to be when the file is unlocked */
  gboolean             save_on_leave;
  gboolean             locking; /* as soon as everything is saved */
  PanahStart           start;
  guint                keep_id;
  guint                rebuild_id;
  guint                view_id;
  guint                n_holds;
  gboolean             begins_anew; /* the page that is about to be built says where one is on it */
  gboolean             taught; /* what Cover and Leave are */
};

void        panah_window_start_presence  (PanahWindow    *self,
                                          const PanahOffice *office);
void        panah_window_start_keeper    (PanahWindow    *self,
                                          const PanahOffice *office);
void        panah_window_start_keyboard  (PanahWindow    *self);
void        panah_window_install_keyboard_action (GtkWidgetClass *widget_class);
void        panah_window_update_keyboard (PanahWindow    *self);
void        panah_window_update_file     (PanahWindow    *self);
void        panah_window_update_cover    (PanahWindow    *self);
void        panah_window_install_actions (GtkWidgetClass *widget_class);
void        panah_window_install_file_actions (GtkWidgetClass *widget_class);
void        panah_window_keep_typing     (PanahWindow    *self);
void        panah_window_set_place       (PanahWindow    *self,
                                          const char     *place,
                                          gboolean        remember);
void        panah_window_show_again      (PanahWindow    *self);

G_END_DECLS
