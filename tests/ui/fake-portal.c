/* fake-portal.c - what lets a sandbox print, as far as a test needs it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* On a connection of its own to the bus of the test, so that everything goes over the bus as it would. It is strict: a
 * call that the documentation of the portal does not allow ends the test. */

#include "fake-portal.h"

#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static const char xml[] =
  "<node><interface name='org.freedesktop.portal.Print'>"
  "  <method name='PreparePrint'>"
  "    <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "    <arg type='a{sv}' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
  "  </method>"
  "  <method name='Print'>"
  "    <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='h' direction='in'/>"
  "    <arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
  "  </method>"
  "</interface></node>";

struct _PanahFakePortal
{
  const PanahPortal *script;
  GDBusConnection   *bus;
  guint              registration;
  guint              n_calls;
  guint              n_proposed;
  guint32            token;   /* of the last question; good once */
  GPtrArray         *printed; /* of GBytes */
};

static void
call_bus (GDBusConnection *bus,
          const char      *method,
          GVariant        *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                                 parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

/* Where the one who asks waits for the answer. */
static char *
find_request (const char *sender,
              GVariant   *options)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
}

static void
answer (PanahFakePortal       *self,
        GDBusMethodInvocation *invocation,
        GVariant              *options,
        GVariantBuilder       *results)
{
  const char *sender = g_dbus_method_invocation_get_sender (invocation);
  g_autofree char *request = find_request (sender, options);
  gboolean goes_wrong = self->n_calls == self->script->at;
  GVariant *nothing = g_variant_new ("a{sv}", NULL);

  if (goes_wrong && self->script->forbidden)
    {
      g_variant_unref (g_variant_ref_sink (nothing));
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.portal.Error.NotAllowed", "forbidden");
      return;
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_dbus_connection_emit_signal (self->bus, sender, request, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", goes_wrong ? self->script->response : 0,
                                                goes_wrong || results == NULL ? nothing : g_variant_builder_end (results)),
                                 NULL);
}

static void
assert_a4 (GVariant *page_setup)
{
  const char *paper;

  g_assert_true (g_variant_lookup (page_setup, "PPDName", "&s", &paper));
  g_assert_cmpstr (paper, ==, "A4");
}

static void
prepare (PanahFakePortal       *self,
         GDBusMethodInvocation *invocation,
         GVariant              *parameters)
{
  g_autoptr (GVariant) settings = NULL, page_setup = NULL, options = NULL;
  GVariantBuilder results, chosen;
  const char *parent, *title, *copies;

  g_variant_get (parameters, "(&s&s@a{sv}@a{sv}@a{sv})", &parent, &title, &settings, &page_setup, &options);
  g_assert_true (g_str_has_prefix (parent, "x11:"));
  g_assert_cmpstr (title, !=, "");
  assert_a4 (page_setup);
  self->n_proposed += g_variant_lookup (settings, "n-copies", "&s", &copies) && strcmp (copies, "2") == 0 ? 1 : 0;
  self->token = g_random_int_range (1, G_MAXINT32);
  g_variant_builder_init (&chosen, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&chosen, "{sv}", "n-copies", g_variant_new_string ("2"));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "settings", g_variant_builder_end (&chosen));
  g_variant_builder_add (&results, "{sv}", "page-setup", page_setup);
  g_variant_builder_add (&results, "{sv}", "token", g_variant_new_uint32 (self->token));
  answer (self, invocation, options, &results);
  g_variant_builder_clear (&results);
}

static GBytes *
read_all (int fd)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, n);
  g_assert_cmpint (n, ==, 0);
  close (fd);
  return g_byte_array_free_to_bytes (bytes);
}

static void
print (PanahFakePortal       *self,
       GDBusMethodInvocation *invocation,
       GVariant              *parameters)
{
  GUnixFDList *descriptors = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GVariant) options = NULL;
  g_autoptr (GError) error = NULL;
  const char *parent, *title;
  guint32 token;
  int handle;

  g_variant_get (parameters, "(&s&sh@a{sv})", &parent, &title, &handle, &options);
  g_assert_cmpstr (title, ==, "Documents");
  g_assert_true (g_variant_lookup (options, "token", "u", &token));
  g_assert_cmpuint (token, ==, self->token);
  self->token = 0;
  int fd = g_unix_fd_list_get (descriptors, handle, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) paper = read_all (fd);
  if (self->n_calls != self->script->at)
    g_ptr_array_add (self->printed, g_steal_pointer (&paper));
  answer (self, invocation, options, NULL);
}

static void
call_cb (GDBusConnection       *bus,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               data)
{
  PanahFakePortal *self = data;

  self->n_calls++;
  if (strcmp (method, "Print") == 0)
    print (self, invocation, parameters);
  else
    prepare (self, invocation, parameters);
}

/* @script: has to outlive it */
PanahFakePortal *
panah_fake_portal_new (const PanahPortal *script)
{
  static const GDBusInterfaceVTable vtable = { call_cb, NULL, NULL };
  PanahFakePortal *self = g_new0 (PanahFakePortal, 1);
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;

  self->script = script;
  self->printed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->bus = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL,
    &error);
  g_assert_no_error (error);
  self->registration =
    g_dbus_connection_register_object (self->bus, PORTAL_PATH, info->interfaces[0], &vtable, self, NULL, &error);
  g_assert_no_error (error);
  call_bus (self->bus, "RequestName", g_variant_new ("(su)", PORTAL_NAME, 4 /* or not at all */));
  return self;
}

void
panah_fake_portal_free (PanahFakePortal *self)
{
  g_dbus_connection_unregister_object (self->bus, self->registration);
  call_bus (self->bus, "ReleaseName", g_variant_new ("(s)", PORTAL_NAME));
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_ptr_array_unref (self->printed);
  g_free (self);
}

/* Returns: (element-type GBytes): in the order in which they came */
const GPtrArray *
panah_fake_portal_get_printed (PanahFakePortal *self)
{
  return self->printed;
}

/* How often it was proposed what the person had chosen for the paper before. */
guint
panah_fake_portal_get_n_proposed (PanahFakePortal *self)
{
  return self->n_proposed;
}

/* Whether the bus would start the portal of this computer. */
gboolean
panah_fake_portal_is_real_one_here (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "ListActivatableNames", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_autofree const char **names = NULL;

  g_variant_get (reply, "(^a&s)", &names);
  return g_strv_contains (names, PORTAL_NAME);
}
