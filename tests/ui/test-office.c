/* test-office.c - what an office can set, and what it cannot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/office.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *content; /* (nullable): no file */
  guint       cover, leave;
  gboolean    save;
  gboolean    refused;
} rows[] = {
  { "no-file", NULL, 3, 10, FALSE, FALSE },
  { "nothing-said", "{}", 3, 10, FALSE, FALSE },
  { "all-said", "{\"cover_after_minutes\":1,\"leave_after_minutes\":2,\"save_on_leave\":true}", 1, 2, TRUE, FALSE },
  { "largest", "{\"cover_after_minutes\":30,\"leave_after_minutes\":120,\"save_on_leave\":false}", 30, 120, FALSE, FALSE },
  { "one-said", "{\"leave_after_minutes\":20}", 3, 20, FALSE, FALSE },
  { "cover-off", "{\"cover_after_minutes\":0}", 3, 10, FALSE, TRUE },
  { "cover-below-zero", "{\"cover_after_minutes\":-3}", 3, 10, FALSE, TRUE },
  { "cover-too-late", "{\"cover_after_minutes\":31,\"leave_after_minutes\":120}", 3, 10, FALSE, TRUE },
  { "leave-off", "{\"leave_after_minutes\":0}", 3, 10, FALSE, TRUE },
  { "leave-too-late", "{\"leave_after_minutes\":121}", 3, 10, FALSE, TRUE },
  { "leave-never", "{\"leave_after_minutes\":9007199254740991}", 3, 10, FALSE, TRUE },
  { "leave-before-cover", "{\"cover_after_minutes\":10,\"leave_after_minutes\":10}", 3, 10, FALSE, TRUE },
  { "half-a-minute", "{\"cover_after_minutes\":1.5}", 3, 10, FALSE, TRUE },
  { "minutes-in-words", "{\"cover_after_minutes\":\"3\"}", 3, 10, FALSE, TRUE },
  { "save-in-words", "{\"save_on_leave\":\"yes\"}", 3, 10, FALSE, TRUE },
  { "null", "{\"save_on_leave\":null}", 3, 10, FALSE, TRUE },
  { "unknown-member", "{\"save_on_leave\":true,\"cover_after\":1}", 3, 10, FALSE, TRUE },
  { "twice", "{\"save_on_leave\":true,\"save_on_leave\":false}", 3, 10, FALSE, TRUE },
  { "good-then-bad", "{\"cover_after_minutes\":5,\"leave_after_minutes\":0}", 3, 10, FALSE, TRUE },
  { "array", "[]", 3, 10, FALSE, TRUE },
  { "empty", "", 3, 10, FALSE, TRUE },
  { "not-json", "cover_after_minutes=1", 3, 10, FALSE, TRUE },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("panah-office.XXXXXX", &error);
  g_autofree char *missing = g_build_filename (folder, "missing.json", NULL);
  g_autofree char *path = g_build_filename (folder, "office.json", NULL);
  g_auto (PanahOffice) office = { 0 };

  if (rows[row].content != NULL)
    {
      g_file_set_contents (path, rows[row].content, -1, &error);
      g_assert_no_error (error);
    }
  panah_office_load (&office, (const char *const[]) { missing, path, NULL });
  g_assert_cmpuint (office.cover_after_minutes, ==, rows[row].cover);
  g_assert_cmpuint (office.leave_after_minutes, ==, rows[row].leave);
  g_assert_cmpint (office.save_on_leave, ==, rows[row].save);
  g_assert_cmpstr (office.refused, ==, rows[row].refused ? path : NULL);
  g_unlink (path);
  g_rmdir (folder);
}

/* A file that is there and cannot be read is not passed over for the next one. */
static void
test_first_counts (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("panah-office.XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "office.json", NULL);
  g_auto (PanahOffice) office = { 0 };

  g_file_set_contents (path, "{\"cover_after_minutes\":1}", -1, &error);
  g_assert_no_error (error);
  panah_office_load (&office, (const char *const[]) { folder, path, NULL });
  g_assert_cmpuint (office.cover_after_minutes, ==, 3);
  g_assert_cmpstr (office.refused, ==, folder);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/ui/office/", rows[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/ui/office/first-counts", test_first_counts);
  return g_test_run ();
}
