/* test-pack.c - small objects packed together: the same objects come out again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "paper-support.h"
#include "paper/pdf-pack.h"

#define N_DAMAGED 4000

typedef struct
{
  const char *name;
  guint       n_small;
  guint       n_streams;
  gboolean    streams_last;
} Row;

static const Row rows[] = {
  { "one", 1, 0, FALSE },
  { "streams-between", 5, 5, FALSE },
  { "full-stream", 398, 3, TRUE },
  { "two-streams", 500, 2, FALSE },
  { "many", 3000, 1, TRUE },
};

static void
append_object (GString    *file,
               GArray     *offsets,
               const char *body)
{
  gsize offset = file->len;

  g_array_append_val (offsets, offset);
  g_string_append_printf (file, "%u 0 obj\n%s\nendobj\n", offsets->len, body);
}

static void
append_stream (GString *file,
               GArray  *offsets)
{
  append_object (file, offsets, "<<\n/Length 20\n>>\nstream\n1 1 obj q Q endobj \n\nendstream");
}

/* As libharu writes it: a catalog, an empty tree of pages, and what the row asks for. */
static GBytes *
build_file (const Row *row)
{
  g_autoptr (GString) file = g_string_new ("%PDF-1.7\n%\xB7\xBE\xAD\xAA\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));

  append_object (file, offsets, "<<\n/Type /Catalog\n/Pages 2 0 R\n>>");
  append_object (file, offsets, "<<\n/Type /Pages\n/Count 0\n/Kids []\n>>");
  for (guint i = 0; i < row->n_small; i++)
    {
      g_autofree char *body = g_strdup_printf ("<<\n/Number %u\n/Words (a \\) endobj <</R %u 0 R)\n>>", i, i + 1);
      append_object (file, offsets, body);
      if (!row->streams_last && i < row->n_streams)
        append_stream (file, offsets);
    }
  for (guint i = 0; row->streams_last && i < row->n_streams; i++)
    append_stream (file, offsets);

  gsize table = file->len;
  g_string_append_printf (file, "xref\n0 %u\n0000000000 65535 f\r\n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n\r\n", g_array_index (offsets, gsize, i));
  g_string_append_printf (file, "trailer\n<<\n/Root 1 0 R\n/Size %u\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          offsets->len + 1, table);
  return g_string_free_to_bytes (g_steal_pointer (&file));
}

/* Every object, by another program */
static char *
list_objects (GBytes *pdf,
              guint   n_objects)
{
  g_autofree char *path = write_pdf (pdf);
  GString *listing = g_string_new (NULL);

  for (guint i = 1; i <= n_objects; i += MAX (1, n_objects / 20))
    {
      g_autofree char *option = g_strdup_printf ("--show-object=%u", i);
      const char *const argv[] = { "qpdf", option, path, NULL };
      g_autofree char *object = run_program (argv);
      g_string_append (listing, object);
    }
  g_remove (path);
  return g_string_free (listing, FALSE);
}

static void
test_round_trip (gconstpointer data)
{
  const Row *row = data;
  guint n = 2 + row->n_small + row->n_streams;
  g_autoptr (GBytes) plain = build_file (row);
  g_autoptr (GBytes) packed = panah_pdf_pack (plain);
  g_autofree char *path = write_pdf (packed);
  const char *const check[] = { "qpdf", "--check", path, NULL };

  g_assert_false (g_bytes_equal (plain, packed));
  if (!has_program ("qpdf"))
    {
      g_remove (path);
      g_test_skip ("qpdf is not installed");
      return;
    }

  g_autofree char *verdict = run_program (check);
  g_autofree char *before = list_objects (plain, n), *after = list_objects (packed, n);
  g_remove (path);
  g_assert_nonnull (strstr (verdict, "No syntax or stream encoding errors"));
  g_assert_null (strstr (verdict, "WARNING"));
  g_assert_cmpstr (before, ==, after);
}

static void
test_smaller (void)
{
  g_autoptr (GBytes) plain = build_file (&rows[G_N_ELEMENTS (rows) - 1]);
  g_autoptr (GBytes) packed = panah_pdf_pack (plain);

  g_assert_cmpuint (g_bytes_get_size (packed) * 4, <, g_bytes_get_size (plain));
}

/* What is no whole file of libharu's stays as it is. */
static void
test_other_files (void)
{
  static const char *const others[] = {
    "", "startxref\n", "startxref\n0\n", "xref\n0 ", "xref\n0 2\nstartxref\n0\n%%EOF\n",
    "xref\n0 99999999\nstartxref\n0\n%%EOF\n", "xref\n0 -1\nstartxref\n0\n%%EOF\n", "%PDF-1.7\nstartxref\n18446744073709551615\n",
  };
  g_autoptr (GBytes) whole = build_file (&rows[1]);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) other = g_bytes_new (others[i], strlen (others[i]));
      g_autoptr (GBytes) same = panah_pdf_pack (other);
      g_assert_true (g_bytes_equal (other, same));
    }
  for (gsize length = 0; length + 32 < g_bytes_get_size (whole); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
      g_autoptr (GBytes) same = panah_pdf_pack (part);
      g_assert_true (g_bytes_equal (part, same));
    }
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = build_file (&rows[1]);
  gsize length = g_bytes_get_size (whole);

  for (guint i = 0; i < N_DAMAGED; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        bytes[g_test_rand_int_range (0, length)] = g_test_rand_int_range (0, 256);
      /* On its own in memory, so that reading past the end shows. */
      g_autoptr (GBytes) damaged = g_bytes_new (bytes, length);
      g_autoptr (GBytes) packed = panah_pdf_pack (damaged);
      g_assert_nonnull (packed);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/pack/round-trip/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_round_trip);
    }
  g_test_add_func ("/paper/pack/smaller", test_smaller);
  g_test_add_func ("/paper/pack/other-files", test_other_files);
  g_test_add_func ("/paper/pack/damaged", test_damaged);
  return g_test_run ();
}
