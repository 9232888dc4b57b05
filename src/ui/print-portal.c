/* print-portal.c - printing from inside a sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The portal asks on which printer (PreparePrint) and then gets the paper as a descriptor (Print). Each of the two is a
 * request: an object on the bus, under a path of our choosing, that says Response when the person has decided. The token
 * that ties the two together serves once, so the portal asks for each paper; what was chosen for the one before is
 * proposed for the next. */

#include "ui/print-portal.h"

#include "ui/memory-file.h"
#include "ui/print.h"
#include "ui/window-handle.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define PORTAL_NAME       "org.freedesktop.portal.Desktop"
#define PORTAL_PATH       "/org/freedesktop/portal/desktop"
#define PRINT_INTERFACE   "org.freedesktop.portal.Print"
#define REQUEST_INTERFACE "org.freedesktop.portal.Request"

struct _PanahPrintPortal
{
  /* Owned */
  GtkWindow *parent;
  char      *window; /* (nullable): what @parent is called outside, once that is known */
  GVariant  *settings;
  GVariant  *page_setup;
};

typedef struct
{
  /* Owned */
  GDBusConnection  *bus; /* (nullable) */

  /* Borrowed: outlives this */
  PanahPrintPortal *portal;

  int               fd;
  guint             subscription; /* 0: not waiting for an answer */
} Sending;

static void
stop_listening (Sending *self)
{
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
}

static void
sending_free (gpointer data)
{
  Sending *self = data;

  stop_listening (self);
  g_clear_object (&self->bus);
  close (self->fd);
  g_free (self);
}

/* @parent: the window that asks */
PanahPrintPortal *
panah_print_portal_new (GtkWindow *parent)
{
  PanahPrintPortal *self = g_new0 (PanahPrintPortal, 1);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) page_setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_print_settings_set_paper_size (settings, a4);
  gtk_page_setup_set_paper_size_and_default_margins (page_setup, a4);
  gtk_paper_size_free (a4);
  self->parent = g_object_ref (parent);
  self->settings = g_variant_ref_sink (gtk_print_settings_to_gvariant (settings));
  self->page_setup = g_variant_ref_sink (gtk_page_setup_to_gvariant (page_setup));
  return self;
}

void
panah_print_portal_free (PanahPrintPortal *self)
{
  if (self->window != NULL)
    panah_window_handle_unexport (self->parent, self->window);
  g_free (self->window);
  g_object_unref (self->parent);
  g_variant_unref (self->settings);
  g_variant_unref (self->page_setup);
  g_free (self);
}

/* @task: (transfer full) */
static void
fail (GTask      *task,
      GQuark      domain,
      int         code,
      const char *message)
{
  Sending *self = g_task_get_task_data (task);

  if (self != NULL)
    stop_listening (self);
  g_task_return_new_error (task, domain, code, "%s", message);
  g_object_unref (task);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL, result, &error);

  if (reply == NULL && ((const Sending *) g_task_get_task_data (task))->subscription != 0)
    fail (task, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_UNAVAILABLE, error->message);
}

/* Returns: (transfer full): options of a request that will answer at @out_path */
static GVariantBuilder *
new_options (GDBusConnection *bus,
             char           **out_path)
{
  g_autofree char *token = g_strdup_printf ("panah%u", g_random_int ());
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1), ".", '_');
  GVariantBuilder *options = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

  *out_path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  g_variant_builder_add (options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (options, "{sv}", "modal", g_variant_new_boolean (FALSE));
  g_variant_builder_add (options, "{sv}", "supported_output_file_formats",
                         g_variant_new_strv ((const char *const[]) { "pdf" }, 1));
  return options;
}

/* @path: where the answer will come from; a portal since 0.9 keeps to it */
static void
request (GTask              *task,
         const char         *path,
         const char         *method,
         GVariant           *parameters,
         GUnixFDList        *descriptors,
         GDBusSignalCallback answered)
{
  Sending *self = g_task_get_task_data (task);

  stop_listening (self);
  self->subscription = g_dbus_connection_signal_subscribe (self->bus, PORTAL_NAME, REQUEST_INTERFACE, "Response", path, NULL,
                                                           G_DBUS_SIGNAL_FLAGS_NO_MATCH_RULE, answered, task, NULL);
  g_dbus_connection_call_with_unix_fd_list (self->bus, PORTAL_NAME, PORTAL_PATH, PRINT_INTERFACE, method, parameters,
                                            G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, descriptors, NULL,
                                            called_cb, g_object_ref (task));
}

/* Returns: (transfer full) (nullable): the results; %NULL if there are none, and @task is done with */
static GVariant *
take_response (GTask    *task,
               GVariant *parameters)
{
  g_autoptr (GVariant) results = NULL;
  guint response = 2;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response == 0)
    return g_steal_pointer (&results);
  if (response == 1)
    fail (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the person thought better of it");
  else
    fail (task, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_REFUSED, "the portal could not do it");
  return NULL;
}

static void
printed_cb (GDBusConnection *bus,
            const char      *sender,
            const char      *path,
            const char      *interface,
            const char      *signal,
            GVariant        *parameters,
            gpointer         data)
{
  g_autoptr (GVariant) results = take_response (data, parameters);
  g_autoptr (GTask) task = results != NULL ? data : NULL;

  if (task == NULL)
    return;
  stop_listening (g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/* What was chosen is proposed for the next paper, and this one goes out. */
static void
prepared_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         data)
{
  Sending *self = g_task_get_task_data (data);
  g_autoptr (GVariant) results = take_response (data, parameters);
  g_autoptr (GUnixFDList) descriptors = g_unix_fd_list_new ();
  g_autofree char *print_path = NULL;
  guint32 token;

  if (results == NULL)
    return;
  if (!g_variant_lookup (results, "token", "u", &token) || g_unix_fd_list_append (descriptors, self->fd, NULL) < 0)
    {
      fail (data, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_REFUSED, "the portal gave no token");
      return;
    }
  g_autoptr (GVariant) settings = g_variant_lookup_value (results, "settings", G_VARIANT_TYPE_VARDICT);
  if (settings != NULL)
    {
      g_variant_unref (self->portal->settings);
      self->portal->settings = g_steal_pointer (&settings);
    }
  g_autoptr (GVariantBuilder) options = new_options (bus, &print_path);
  g_variant_builder_add (options, "{sv}", "token", g_variant_new_uint32 (token));
  request (data, print_path, "Print",
           g_variant_new ("(ssha{sv})", self->portal->window, PANAH_PRINT_TITLE, 0, options), descriptors, printed_cb);
}

static void
prepare (GTask *task)
{
  Sending *self = g_task_get_task_data (task);
  const PanahPrintPortal *portal = self->portal;
  g_autofree char *path = NULL;
  g_autoptr (GVariantBuilder) options = new_options (self->bus, &path);

  request (task, path, "PreparePrint",
           g_variant_new ("(ss@a{sv}@a{sv}a{sv})", portal->window, _("Print"), portal->settings, portal->page_setup, options),
           NULL, prepared_cb);
}

static void
exported_cb (const char *handle,
             gpointer    data)
{
  Sending *self = g_task_get_task_data (data);

  self->portal->window = g_strdup (handle);
  prepare (data);
}

/**
 * panah_print_portal_send_async:
 * @self: a way out of the sandbox, which has to outlive the callback
 * @pdf: the paper
 * @callback: called when the portal has printed it, or will not
 * @user_data: for @callback
 */
void
panah_print_portal_send_async (PanahPrintPortal   *self,
                               GBytes             *pdf,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GError) error = NULL;
  int fd = panah_memory_file_new (pdf, &error);
  Sending *sending;

  g_task_set_source_tag (task, panah_print_portal_send_async);
  if (fd < 0)
    {
      fail (task, error->domain, error->code, error->message);
      return;
    }
  sending = g_new0 (Sending, 1);
  sending->portal = self;
  sending->fd = fd;
  g_task_set_task_data (task, sending, sending_free);
  /* there already: the application is on it */
  sending->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  if (sending->bus == NULL)
    fail (task, PANAH_PRINT_ERROR, PANAH_PRINT_ERROR_UNAVAILABLE, error->message);
  else if (self->window == NULL)
    panah_window_handle_export (self->parent, exported_cb, task);
  else
    prepare (task);
}
