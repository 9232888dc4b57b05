/* json-scan.c - strict JSON, before any parser sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* json-glib 1.6 recurses without a bound, keeps the last of two equal members, accepts comments and
 * octal numbers, turns large numbers into others and half surrogates into invalid UTF-8, and ends strings
 * at \u0000. So a scanner that knows nothing but RFC 8259 and our limits runs first; what it lets through
 * is the part of JSON on which all parsers agree. */

#include "core/json-scan.h"

#include "core/error.h"

#include <string.h>

#define MAX_INTEGER G_GINT64_CONSTANT (9007199254740992) /* 2^53 */

typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  guint       depth;
  guint       nodes;
  GError    **error;
} Scanner;

static gboolean scan_value (Scanner *self);

static gboolean
fail (Scanner        *self,
      PanahCoreError  code,
      const char     *message)
{
  guint line = 1;
  const char *line_start = self->start;

  for (const char *q = self->start; q < self->p; q++)
    {
      if (*q == '\n')
        {
          line++;
          line_start = q + 1;
        }
    }

  g_set_error (self->error, PANAH_CORE_ERROR, code, "line %u, column %ld: %s", line,
               g_utf8_strlen (line_start, self->p - line_start) + 1, message);
  return FALSE;
}

static gboolean
fail_syntax (Scanner    *self,
             const char *message)
{
  return fail (self, PANAH_CORE_ERROR_JSON, self->p < self->end ? message : "the text ends too early");
}

static void
skip_space (Scanner *self)
{
  while (self->p < self->end && strchr (" \t\r\n", *self->p) != NULL)
    self->p++;
}

static gboolean
scan_hex4 (Scanner *self,
           guint   *out_unit)
{
  *out_unit = 0;
  for (int i = 0; i < 4; i++, self->p++)
    {
      if (self->p >= self->end || !g_ascii_isxdigit (*self->p))
        return fail_syntax (self, "\\u needs four hexadecimal digits");
      *out_unit = *out_unit * 16 + g_ascii_xdigit_value (*self->p);
    }
  return TRUE;
}

static gboolean
scan_unicode_escape (Scanner *self,
                     GString *out)
{
  guint unit, low;

  if (!scan_hex4 (self, &unit))
    return FALSE;
  if (unit == 0)
    return fail (self, PANAH_CORE_ERROR_JSON, "\\u0000 is not allowed");
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fail (self, PANAH_CORE_ERROR_JSON, "half of a surrogate pair");
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (self->end - self->p < 2 || self->p[0] != '\\' || self->p[1] != 'u')
        return fail (self, PANAH_CORE_ERROR_JSON, "half of a surrogate pair");
      self->p += 2;
      if (!scan_hex4 (self, &low))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return fail (self, PANAH_CORE_ERROR_JSON, "half of a surrogate pair");
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }

  g_string_append_unichar (out, unit);
  return TRUE;
}

static gboolean
scan_escape (Scanner *self,
             GString *out)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";

  if (self->p >= self->end)
    return fail_syntax (self, "");
  if (*self->p == 'u')
    {
      self->p++;
      return scan_unicode_escape (self, out);
    }

  const char *name = *self->p == '\0' ? NULL : strchr (names, *self->p);
  if (name == NULL)
    return fail_syntax (self, "unknown escape");
  g_string_append_c (out, values[name - names]);
  self->p++;
  return TRUE;
}

static gboolean
scan_string (Scanner *self,
             GString *out,
             gsize    max_bytes)
{
  g_string_truncate (out, 0);
  self->p++; /* the quote */

  while (self->p < self->end && *self->p != '"')
    {
      if ((guchar) *self->p < 0x20)
        return fail (self, PANAH_CORE_ERROR_JSON, "a control character inside a string");
      if (*self->p == '\\')
        {
          self->p++;
          if (!scan_escape (self, out))
            return FALSE;
        }
      else
        {
          const char *run = self->p;
          while (self->p < self->end && (guchar) *self->p >= 0x20 && *self->p != '"' && *self->p != '\\')
            self->p++;
          g_string_append_len (out, run, self->p - run);
        }
      if (out->len > max_bytes)
        return fail (self, PANAH_CORE_ERROR_LIMIT,
                     max_bytes == PANAH_JSON_MAX_KEY ? "a member name is longer than 64 bytes"
                                                     : "a string is longer than 1 MiB");
    }

  if (self->p >= self->end)
    return fail_syntax (self, "");
  self->p++;
  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  const char *first = self->p;

  if (*self->p == '-')
    self->p++;

  const char *digits = self->p;
  gint64 value = 0;
  for (; self->p < self->end && g_ascii_isdigit (*self->p); self->p++)
    {
      value = value * 10 + (*self->p - '0');
      if (value > MAX_INTEGER)
        return fail (self, PANAH_CORE_ERROR_LIMIT, "a number is outside ±2^53");
    }

  if (self->p == digits)
    return fail_syntax (self, "not a number");
  if (self->p - digits > 1 && *digits == '0')
    {
      self->p = first;
      return fail (self, PANAH_CORE_ERROR_JSON, "a number may not begin with 0");
    }
  if (self->p < self->end && strchr (".eE", *self->p) != NULL)
    return fail (self, PANAH_CORE_ERROR_JSON, "only whole numbers without exponent are allowed");
  return TRUE;
}

static gboolean
scan_word (Scanner    *self,
           const char *word)
{
  gsize n = strlen (word);

  if ((gsize) (self->end - self->p) < n || strncmp (self->p, word, n) != 0)
    return fail (self, PANAH_CORE_ERROR_JSON, "not a JSON value");
  self->p += n;
  return TRUE;
}

static gboolean
scan_member (Scanner    *self,
             GHashTable *seen,
             GString    *key)
{
  skip_space (self);
  if (self->p >= self->end || *self->p != '"')
    return fail_syntax (self, "expected a member name in double quotes");

  const char *key_start = self->p;
  if (!scan_string (self, key, PANAH_JSON_MAX_KEY))
    return FALSE;
  if (!g_hash_table_add (seen, g_strdup (key->str)))
    {
      self->p = key_start;
      g_autofree char *message = g_strdup_printf ("the member “%s” stands twice", key->str);
      return fail (self, PANAH_CORE_ERROR_JSON, message);
    }

  skip_space (self);
  if (self->p >= self->end || *self->p != ':')
    return fail_syntax (self, "expected “:”");
  self->p++;
  return scan_value (self);
}

/* Elements of an array, or members of an object if @seen is given, up to the closing bracket. */
static gboolean
scan_elements (Scanner    *self,
               char        close,
               GHashTable *seen,
               GString    *key)
{
  self->p++; /* the bracket */
  skip_space (self);
  if (self->p < self->end && *self->p == close)
    {
      self->p++;
      return TRUE;
    }

  for (;;)
    {
      if (!(seen != NULL ? scan_member (self, seen, key) : scan_value (self)))
        return FALSE;
      skip_space (self);
      if (self->p < self->end && *self->p == ',')
        self->p++;
      else if (self->p < self->end && *self->p == close)
        break;
      else
        return fail_syntax (self, seen != NULL ? "expected “,” or “}”" : "expected “,” or “]”");
    }
  self->p++;
  return TRUE;
}

static gboolean
scan_container (Scanner *self)
{
  if (++self->depth > PANAH_JSON_MAX_DEPTH)
    return fail (self, PANAH_CORE_ERROR_LIMIT, "nested deeper than 32 levels");

  gboolean ok;
  if (*self->p == '{')
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GString) key = g_string_new (NULL);
      ok = scan_elements (self, '}', seen, key);
    }
  else
    {
      ok = scan_elements (self, ']', NULL, NULL);
    }

  self->depth--;
  return ok;
}

static gboolean
scan_value (Scanner *self)
{
  skip_space (self);
  if (++self->nodes > PANAH_JSON_MAX_NODES)
    return fail (self, PANAH_CORE_ERROR_LIMIT, "more than 100,000 values");
  if (self->p >= self->end)
    return fail_syntax (self, "");

  switch (*self->p)
    {
    case '{':
    case '[':
      return scan_container (self);
    case '"':
      {
        g_autoptr (GString) string = g_string_new (NULL);
        return scan_string (self, string, PANAH_JSON_MAX_STRING);
      }
    case 't':
      return scan_word (self, "true");
    case 'f':
      return scan_word (self, "false");
    case 'n':
      return scan_word (self, "null");
    default:
      if (*self->p == '-' || g_ascii_isdigit (*self->p))
        return scan_number (self);
      return fail (self, PANAH_CORE_ERROR_JSON, "not a JSON value");
    }
}

/**
 * panah_json_scan:
 * @data: the text; need not end in NUL
 * @length: its length in bytes
 * @error: return location for a [error@Panah.CoreError], `JSON` or `LIMIT`
 *
 * Checks that @data is exactly one JSON value (RFC 8259) and stricter than that: no member twice, no NUL,
 * no lone surrogates, whole numbers within ±2^53, at most 8 MiB, 32 levels, 100,000 values, strings of
 * 1 MiB and member names of 64 bytes.
 *
 * Returns: %TRUE if it is
 */
gboolean
panah_json_scan (const char *data,
                 gsize       length,
                 GError    **error)
{
  const char *valid_end;
  Scanner self = { .start = data, .p = data, .end = data + length, .error = error };

  if (length > PANAH_JSON_MAX_SIZE)
    {
      g_set_error_literal (error, PANAH_CORE_ERROR, PANAH_CORE_ERROR_LIMIT, "the text is larger than 8 MiB");
      return FALSE;
    }
  if (!g_utf8_validate_len (data, length, &valid_end))
    {
      self.p = valid_end;
      return fail (&self, PANAH_CORE_ERROR_JSON, "not UTF-8 text");
    }

  if (!scan_value (&self))
    return FALSE;
  skip_space (&self);
  if (self.p < self.end)
    return fail (&self, PANAH_CORE_ERROR_JSON, "something follows after the end");
  return TRUE;
}

/**
 * panah_json_parse:
 * @data: the text
 * @length: its length in bytes
 * @error: return location for a [error@Panah.CoreError]
 *
 * [func@Panah.json_scan], then json-glib.
 *
 * Returns: (transfer full) (nullable): the root node, or %NULL on error
 */
JsonNode *
panah_json_parse (const char *data,
                  gsize       length,
                  GError    **error)
{
  g_autoptr (JsonParser) parser = NULL;

  if (!panah_json_scan (data, length, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, length, error))
    return NULL;

  return json_parser_steal_root (parser);
}
