/* pdf-pack.c - the many small objects of a finished file, compressed together
 *
 * A tagged paper has a small dictionary for each paragraph, and libharu writes each of them, and the table of where they
 * are, as plain text: half of the file. PDF 1.5 has object streams and a cross-reference stream for that (ISO 32000-1,
 * 7.5.7 and 7.5.8). Only what libharu is known to write is taken apart; a file that looks otherwise stays as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pdf-pack.h"

#include "paper/deflate.h"

#include <string.h>

#define ENTRY_LENGTH 20
#define OBJECTS_IN_STREAM 400
#define MAX_OBJECTS 4000000
#define START "startxref\n"
#define TABLE "xref\n0 "
#define TRAILER "trailer\n<<\n"
#define TRAILER_END "\n>>\nstartxref\n"
#define OBJECT_END "\nendobj\n"
#define STREAM_END "endstream"

typedef struct
{
  guint number;
  gsize start;      /* "12 0 obj\n" */
  gsize end;        /* after "endobj\n" */

  gboolean packed;
  guint    place;   /* where it is now: offset, or number of the stream … */
  guint    index;   /* … and place in it */
} Object;

typedef struct
{
  const char *data;
  gsize       length;
  gsize       table;    /* offset of the cross-reference table */
  GArray     *objects;  /* (element-type Object): by where they are */
  GString    *out;
  guint       n_objects; /* the next free number */
} Packer;

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const Object *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static gboolean
ends_with (const Packer *self,
           gsize         start,
           gsize         end,
           const char   *words)
{
  gsize length = strlen (words);

  return end >= start + length && memcmp (self->data + end - length, words, length) == 0;
}

static const char *
find_last (const Packer *self,
           const char   *words)
{
  gsize length = strlen (words);

  for (gsize i = self->length; i >= length; i--)
    {
      if (memcmp (self->data + i - length, words, length) == 0)
        return self->data + i - length;
    }
  return NULL;
}

/* Moves @offset past the digits; nothing beyond the file is read. FALSE where there are none, or too many. */
static gboolean
read_number (const Packer *self,
             gsize        *offset,
             gsize        *number)
{
  gsize first = *offset;

  for (*number = 0; *offset < self->length && g_ascii_isdigit (self->data[*offset]); (*offset)++)
    *number = *number * 10 + g_ascii_digit_value (self->data[*offset]);
  return *offset > first && *offset - first <= 10;
}

static gboolean
read_table (Packer *self)
{
  const char *start = find_last (self, START);
  gsize offset = start != NULL ? start + strlen (START) - self->data : 0, n;

  if (start == NULL || !read_number (self, &offset, &self->table) ||
      self->table + strlen (TABLE) >= self->length || memcmp (self->data + self->table, TABLE, strlen (TABLE)) != 0)
    return FALSE;

  offset = self->table + strlen (TABLE);
  if (!read_number (self, &offset, &n) || n < 2 || n > MAX_OBJECTS || n * ENTRY_LENGTH >= self->length - offset)
    return FALSE;
  offset++;
  for (guint i = 1; i < n; i++)
    {
      Object object = { .number = i };
      gsize entry = offset + i * ENTRY_LENGTH;
      if (self->data[entry + 17] != 'n' || !read_number (self, &entry, &object.start) || object.start >= self->table)
        return FALSE;
      g_array_append_val (self->objects, object);
    }
  g_array_sort (self->objects, compare_starts);
  self->n_objects = n;
  return TRUE;
}

/* Objects follow one another without a gap. */
static gboolean
find_ends (Packer *self)
{
  for (guint i = 0; i < self->objects->len; i++)
    {
      Object *object = &g_array_index (self->objects, Object, i);
      object->end = i + 1 < self->objects->len ? g_array_index (self->objects, Object, i + 1).start : self->table;
      if (!ends_with (self, object->start, object->end, OBJECT_END) ||
          memchr (self->data + object->start, '\n', object->end - object->start) == NULL)
        return FALSE;
      object->packed = !ends_with (self, object->start, object->end - strlen (OBJECT_END), STREAM_END);
    }
  return TRUE;
}

static void
append_stream (Packer     *self,
               guint       number,
               const char *entries,
               GString    *content)
{
  gsize length;
  g_autofree guint8 *deflated = panah_deflate (content->str, content->len, &length);

  g_string_append_printf (self->out, "%u 0 obj\n<<%s/Filter/FlateDecode/Length %" G_GSIZE_FORMAT ">>stream\n", number, entries,
                          length);
  g_string_append_len (self->out, (const char *) deflated, length);
  g_string_append (self->out, "\nendstream\nendobj\n");
}

static guint
find_packed (const Packer *self,
             guint         first)
{
  while (first < self->objects->len && !g_array_index (self->objects, Object, first).packed)
    first++;
  return first;
}

static void
append_digits (GString *out,
               guint64  number)
{
  char digits[24], *p = digits + sizeof digits;

  *--p = ' ';
  do
    *--p = '0' + number % 10;
  while ((number /= 10) > 0);
  g_string_append_len (out, p, digits + sizeof digits - p);
}

/* Returns the first object after those that went into one stream. */
static guint
pack_some (Packer *self,
           guint   first)
{
  g_autoptr (GString) heads = g_string_new (NULL), bodies = g_string_new (NULL);
  guint number = self->n_objects++, n = 0, i;

  for (i = first; i < self->objects->len && n < OBJECTS_IN_STREAM; i++)
    {
      Object *object = &g_array_index (self->objects, Object, i);
      if (!object->packed)
        continue;
      const char *start = memchr (self->data + object->start, '\n', object->end - object->start);
      append_digits (heads, object->number);
      append_digits (heads, bodies->len);
      g_string_append_len (bodies, start + 1, self->data + object->end - strlen (OBJECT_END) - start);
      object->place = number;
      object->index = n++;
    }

  g_autofree char *entries = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, n, heads->len);
  Object stream = { .number = number, .place = self->out->len };
  g_string_append_len (heads, bodies->str, bodies->len);
  append_stream (self, number, entries, heads);
  g_array_append_val (self->objects, stream);
  return i;
}

static void
copy_streams (Packer *self)
{
  for (guint i = 0; i < self->objects->len; i++)
    {
      Object *object = &g_array_index (self->objects, Object, i);
      if (object->packed)
        continue;
      object->place = self->out->len;
      g_string_append_len (self->out, self->data + object->start, object->end - object->start);
    }
}

static void
append_entry (GString *table,
              guint8   kind,
              guint    place,
              guint    index)
{
  const char bytes[] = { kind, place >> 24, place >> 16, place >> 8, place, index >> 8, index };

  g_string_append_len (table, bytes, sizeof bytes);
}

/* What the trailer says of the file; how many objects there are has changed. */
static char *
read_trailer (Packer *self)
{
  const char *start = find_last (self, TRAILER), *end = find_last (self, TRAILER_END);

  if (start == NULL || end == NULL || end < start)
    return NULL;
  start += strlen (TRAILER);

  g_autofree char *inside = g_strndup (start, end - start);
  g_auto (GStrv) lines = g_strsplit (inside, "\n", -1);
  GString *kept = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!g_str_has_prefix (lines[i], "/Size "))
        g_string_append (kept, lines[i]);
    }
  return g_string_free (kept, FALSE);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const Object *one = a, *other = b;

  return (one->number > other->number) - (one->number < other->number);
}

static void
append_table (Packer     *self,
              const char *trailer)
{
  guint number = self->n_objects++;
  Object own = { .number = number, .place = self->out->len };
  g_autoptr (GString) table = g_string_new (NULL);

  g_array_append_val (self->objects, own);
  g_array_sort (self->objects, compare_numbers);
  append_entry (table, 0, 0, 0xFFFF);
  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *object = &g_array_index (self->objects, Object, i);
      append_entry (table, object->packed ? 2 : 1, object->place, object->packed ? object->index : 0);
    }

  gsize offset = self->out->len;
  g_autofree char *entries = g_strdup_printf ("/Type/XRef/Size %u/W[1 4 2]%s", self->n_objects, trailer);
  append_stream (self, number, entries, table);
  g_string_append_printf (self->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", offset);
}

/**
 * panah_pdf_pack:
 * @plain: a file as libharu writes it
 *
 * Returns: (transfer full): the same file with its small objects in compressed streams; @plain if it is not such a file
 */
GBytes *
panah_pdf_pack (GBytes *plain)
{
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  g_autoptr (GString) out = g_string_new (NULL);
  Packer self = { .objects = objects, .out = out };
  g_autofree char *trailer = NULL;

  self.data = g_bytes_get_data (plain, &self.length);
  if (!read_table (&self) || !find_ends (&self) || (trailer = read_trailer (&self)) == NULL)
    return g_bytes_ref (plain);

  guint n = objects->len;
  g_string_append_len (out, self.data, g_array_index (objects, Object, 0).start);
  copy_streams (&self);
  for (guint next = 0; (next = find_packed (&self, next)) < n;)
    next = pack_some (&self, next);
  append_table (&self, trailer);
  gsize length = out->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&out), FALSE), length);
}
