/* preview-keys.c - what the keys do while one leafs through a paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/preview-keys.h"

static void
add_shortcut (GtkEventController *controller,
              const char         *keys,
              const char         *action,
              GVariant           *arguments)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys), gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* Before the window and the scroller take them for their own ends. */
static void
add_keys (GtkWidget *preview)
{
  static const char *const keys[][2] = {
    { "Page_Down|KP_Page_Down", "preview.down" },
    { "Page_Up|KP_Page_Up", "preview.up" },
    { "<Control>Page_Down|<Control>KP_Page_Down", "preview.next-page" },
    { "<Control>Page_Up|<Control>KP_Page_Up", "preview.previous-page" },
    { "Home|KP_Home", "preview.first-page" },
    { "End|KP_End", "preview.last-page" },
    { "<Control>plus|<Control>equal|<Control>KP_Add", "preview.larger" },
    { "<Control>minus|<Control>KP_Subtract", "preview.smaller" },
    { "<Control>0|<Control>KP_0", "preview.fit-width" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_shortcut (controller, keys[i][0], keys[i][1], NULL);
  gtk_widget_add_controller (preview, controller);
}

/* Elsewhere the arrows go from one button to the next. */
static void
add_arrows (GtkWidget *sheets)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_shortcut (controller, "Left|KP_Left", "preview.scroll", g_variant_new ("(ii)", -1, 0));
  add_shortcut (controller, "Right|KP_Right", "preview.scroll", g_variant_new ("(ii)", 1, 0));
  add_shortcut (controller, "Up|KP_Up", "preview.scroll", g_variant_new ("(ii)", 0, -1));
  add_shortcut (controller, "Down|KP_Down", "preview.scroll", g_variant_new ("(ii)", 0, 1));
  gtk_widget_add_controller (sheets, controller);
}

/* @sheets: where the pages are, inside of @preview, whose actions these are */
void
panah_preview_add_keys (GtkWidget *preview,
                        GtkWidget *sheets)
{
  add_keys (preview);
  add_arrows (sheets);
}
