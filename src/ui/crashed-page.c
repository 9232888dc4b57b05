/* crashed-page.c - the program stopped by itself: whether to go on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whoever sits at the computer now may be somebody else: nothing of the answers is shown, and the offer ends. */

#include "ui/a11y.h"
#include "ui/leave.h"
#include "ui/pages.h"

#include <glib/gi18n.h>

#define SECONDS 60

typedef struct
{
  GtkWidget *label;
  guint      seconds;
  guint      tick_id;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *self = data;

  g_source_remove (self->tick_id);
  g_free (self);
}

static void
show (Offer *self)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("This window closes in %u second.", "This window closes in %u seconds.", self->seconds),
                     self->seconds);

  gtk_label_set_text (GTK_LABEL (self->label), text);
}

static gboolean
tick_cb (gpointer data)
{
  Offer *self = data;

  if (--self->seconds == 0)
    panah_leave ();
  show (self);
  return G_SOURCE_CONTINUE;
}

GtkWidget *
panah_crashed_page_new (PanahSession *session)
{
  PanahPage *page = PANAH_PAGE (panah_page_new (session, _("The program had to stop"), _("That was a fault of the program, not yours. What you wrote is still in the memory of this computer, and not on its disk.")));
  Offer *offer = g_new0 (Offer, 1);

  offer->label = panah_label_new ("", NULL);
  offer->seconds = SECONDS;
  offer->tick_id = g_timeout_add_seconds (1, tick_cb, offer);
  show (offer);
  panah_page_add (page, offer->label);
  panah_page_add_action (page, _("Go on where I was"), "win.restore", NULL);
  panah_page_add_action (page, _("Close and forget everything"), "win.leave", NULL);
  g_object_set_data_full (G_OBJECT (page), "offer", offer, offer_free);
  return GTK_WIDGET (page);
}
