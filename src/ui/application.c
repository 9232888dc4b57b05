/* application.c - the program: its countries, one window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/application.h"

#include "clock.h"
#include "core/date.h"
#include "core/pack-index.h"
#include "store/pack-trust.h"
#include "ui/language.h"
#include "ui/window.h"

#include <glib/gi18n.h>
#include <string.h>

/* How long it is waited for the first page to be painted before the law is read. */
#define UNSEEN_MILLISECONDS 1000

struct _PanahApplication
{
  AdwApplication parent_instance;

  /* Owned */
  char          *on; /* (nullable): the moment somebody asked for */
  PanahSession  *session; /* (nullable): while the law of its countries is not read */
  GdkFrameClock *clock;   /* (nullable): of the window, as long */
  guint          load_id;

  PanahSnapshot *snapshot; /* (nullable): outlives the process */
  PanahStart     start;
};

G_DEFINE_FINAL_TYPE (PanahApplication, panah_application, ADW_TYPE_APPLICATION)

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (panah_pack_get_name (*(PanahPack *const *) a, "en"), panah_pack_get_name (*(PanahPack *const *) b, "en"));
}

/* @whole: with their law. A country whose rules cannot be read is not there; the others are. */
static GPtrArray *
load_packs (gboolean whole)
{
  const char *path = g_getenv ("PANAH_PACK_PATH");
  g_auto (GStrv) directories = g_strsplit (path != NULL ? path : PANAH_PACK_DIR, G_SEARCHPATH_SEPARATOR_S, -1);
  g_auto (GStrv) ids = panah_pack_index_list ((const char *const *) directories);
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) panah_pack_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) problems = panah_pack_problems_new ();
      PanahPack *pack = whole ? panah_pack_trust_load ((const char *const *) directories, ids[i], problems, NULL)
                              : panah_pack_index_load_head ((const char *const *) directories, ids[i], problems, NULL);
      if (pack != NULL)
        g_ptr_array_add (packs, pack);
    }
  g_ptr_array_sort (packs, compare_names);
  return packs;
}

static void
give_up (GApplication *application)
{
  g_printerr ("panah: the rules of no country can be read; install the program again\n");
  g_application_quit (application);
}

static void
load_office (PanahOffice *office)
{
  const char *path = g_getenv ("PANAH_OFFICE_SETTINGS");
  const char *const installed[] = { PANAH_OFFICE_FILE, PANAH_OFFICE_FALLBACK_FILE, NULL };

  panah_office_load (office, path != NULL ? (const char *const[]) { path, NULL } : installed);
}

static gboolean
parse_on (const char *on,
          gint64     *out_now)
{
  guint32 day;

  if (panah_moment_parse (on, out_now))
    return TRUE;
  if (!panah_day_parse (on, &day))
    return FALSE;
  *out_now = (gint64) day * PANAH_MINUTES_PER_DAY;
  return TRUE;
}

static void
stop_waiting (PanahApplication *self)
{
  g_clear_handle_id (&self->load_id, g_source_remove);
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
  g_clear_object (&self->session);
}

/* All at once: whatever somebody pressed meanwhile is done afterwards, with the law in place. */
static void
load_law (PanahApplication *self)
{
  g_autoptr (PanahSession) session = g_steal_pointer (&self->session);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GPtrArray) packs = NULL;

  stop_waiting (self);
  packs = load_packs (TRUE);
  if (packs->len == 0)
    {
      give_up (G_APPLICATION (self));
      return;
    }
  gboolean is_shown = packs->len == panah_session_get_n_packs (session);
  for (guint i = 0; i < packs->len; i++)
    is_shown = is_shown && !panah_pack_is_unverified (packs->pdata[i]);
  panah_session_replace_packs (session, packs);
  if (window != NULL && (!is_shown || strcmp (panah_window_get_place (PANAH_WINDOW (window)), "start") != 0))
    panah_window_rebuild (PANAH_WINDOW (window));
}

static void
painted_cb (GdkFrameClock    *clock,
            PanahApplication *self)
{
  gdk_display_flush (gdk_display_get_default ());
  gtk_window_set_default_icon_name (PANAH_APPLICATION_ID); /* looked for among all icons of the machine */
  load_law (self);
}

static gboolean
load_cb (gpointer data)
{
  PanahApplication *self = data;

  self->load_id = 0;
  load_law (self);
  return G_SOURCE_REMOVE;
}

/* A window that nobody sees is not painted, and has to work for a screen reader all the same. */
static void
load_law_when_painted (PanahApplication *self,
                       GtkWindow        *window,
                       PanahSession     *session)
{
  gtk_widget_realize (GTK_WIDGET (window));
  self->session = g_object_ref (session);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (window)));
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (painted_cb), self);
  self->load_id = g_timeout_add (UNSEEN_MILLISECONDS, load_cb, self);
}

static void
open_window (PanahApplication *self)
{
  gboolean whole = self->start != PANAH_START_FRESH; /* answers that were told already need the law */
  g_autoptr (GPtrArray) packs = load_packs (whole);
  gint64 now = panah_clock_now ();
  g_auto (PanahOffice) office = { 0 };

  if (packs->len == 0)
    {
      give_up (G_APPLICATION (self));
      return;
    }
  now += panah_pack_get_utc_offset (packs->pdata[0], panah_moment_get_day (now));
  if (self->on != NULL)
    parse_on (self->on, &now);
  g_autoptr (PanahSession) session = panah_session_new (packs->pdata[0], now, self->on != NULL);
  panah_session_set_language (session, panah_language_guess (g_get_language_names ()));
  for (guint i = 1; i < packs->len; i++)
    panah_session_add_pack (session, packs->pdata[i]);
  load_office (&office);
  GtkWindow *window = GTK_WINDOW (panah_window_new (GTK_APPLICATION (self), session, &office));
  panah_window_begin (PANAH_WINDOW (window), self->start, self->snapshot);
  if (!whole)
    load_law_when_painted (self, window, session);
  gtk_window_present (window);
}

static void
panah_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_window (PANAH_APPLICATION (application));
}

static int
panah_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  PanahApplication *self = PANAH_APPLICATION (application);
  gint64 now;

  if (!g_variant_dict_lookup (options, "on", "s", &self->on) || parse_on (self->on, &now))
    return -1;
  g_printerr ("panah: --on: there is no date or moment “%s”\n", self->on);
  return 2;
}

static void
panah_application_startup (GApplication *application)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  G_APPLICATION_CLASS (panah_application_parent_class)->startup (application);
  gtk_css_provider_load_from_resource (style, "/io/github/panah/Panah/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
panah_application_finalize (GObject *object)
{
  PanahApplication *self = PANAH_APPLICATION (object);

  stop_waiting (self);
  g_free (self->on);

  G_OBJECT_CLASS (panah_application_parent_class)->finalize (object);
}

static void
panah_application_class_init (PanahApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = panah_application_finalize;
  application_class->activate = panah_application_activate;
  application_class->startup = panah_application_startup;
  application_class->handle_local_options = panah_application_handle_local_options;
}

static void
panah_application_init (PanahApplication *self)
{
  static const GOptionEntry options[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Open as of a date or moment"), "MOMENT" },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/* Not unique: nobody else on this computer may be told that the program runs. */
PanahApplication *
panah_application_new (void)
{
  return g_object_new (PANAH_TYPE_APPLICATION, "application-id", PANAH_APPLICATION_ID, "flags",
                       G_APPLICATION_NON_UNIQUE, NULL);
}

/**
 * panah_application_set_start:
 * @self: the program, before it runs
 * @start: why it is started
 * @snapshot: (nullable) (transfer none): where answers outlive a crash
 */
void
panah_application_set_start (PanahApplication *self,
                             PanahStart        start,
                             PanahSnapshot    *snapshot)
{
  self->start = start;
  self->snapshot = snapshot;
}
