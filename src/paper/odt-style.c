/* odt-style.c - the XML of styles, and how a language is called there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/odt-private.h"

#include <unicode/uloc.h>

/* A letter of ours as XML 1.0 has it; what XML cannot hold is no letter. */
void
panah_odt_append_char (GString *xml,
                       gunichar c)
{
  if (c == '&')
    g_string_append (xml, "&amp;");
  else if (c == '<')
    g_string_append (xml, "&lt;");
  else if (c == '>')
    g_string_append (xml, "&gt;");
  else if (c == '"')
    g_string_append (xml, "&quot;");
  else if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
    g_string_append_unichar (xml, c);
}

void
panah_odt_append_escaped (GString    *xml,
                          const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    panah_odt_append_char (xml, g_utf8_get_char (p));
}

/* Numbers have a point in every locale. */
void
panah_odt_append_points (GString    *xml,
                         const char *attribute,
                         double      points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.2f", points);
  g_string_append_printf (xml, " %s=\"%spt\"", attribute, number);
}

/* OpenDocument has three sets of what a letter looks like and is spelt by: this tells which one a script belongs to. */
static const char *
get_script_class (const char *script)
{
  static const char *const asian[] = { "Hans", "Hant", "Hani", "Jpan", "Kore", NULL };
  static const char *const western[] = { "Latn", "Cyrl", "Grek", "Armn", "Geor", "", NULL };

  return g_strv_contains (western, script) ? "" : g_strv_contains (asian, script) ? "-asian" : "-complex";
}

static void
append_part (GString    *xml,
             const char *name,
             const char *class,
             const char *value)
{
  g_string_append_printf (xml, " %s:%s%s=\"%s\"", *class == '\0' ? "fo" : "style", name, class, value);
}

/* The attributes for a BCP 47 tag. A country is always named, as spelling checkers look for both; the likely one if the
 * tag has none. `zxx` is no language: nothing is checked. */
void
panah_odt_append_language (GString    *xml,
                           const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char tag[ULOC_FULLNAME_CAPACITY] = "", likely[ULOC_FULLNAME_CAPACITY] = "";
  char code[ULOC_LANG_CAPACITY] = "", country[ULOC_COUNTRY_CAPACITY] = "";
  char script[ULOC_SCRIPT_CAPACITY] = "", said[ULOC_SCRIPT_CAPACITY] = "";

  uloc_forLanguageTag (language, tag, sizeof tag, NULL, &status);
  uloc_getLanguage (tag, code, sizeof code, &status);
  if (U_SUCCESS (status) && *code != '\0')
    {
      uloc_getScript (tag, said, sizeof said, &status);
      uloc_addLikelySubtags (tag, likely, sizeof likely, &status);
      uloc_getScript (likely, script, sizeof script, &status);
      uloc_getCountry (likely, country, sizeof country, &status);
    }

  gboolean known = U_SUCCESS (status) && *code != '\0';
  const char *class = known ? get_script_class (script) : "";

  append_part (xml, "language", class, known ? code : "zxx");
  if (known && *said != '\0')
    append_part (xml, "script", class, said);
  append_part (xml, "country", class, known && *country != '\0' ? country : "none");
}

/* The name of the automatic style that has these properties and this parent, if any. Equal ones are one. */
const char *
panah_odt_get_style (PanahOdt   *self,
                     const char *family,
                     const char *parent,
                     const char *properties)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  char *name;

  g_string_append_printf (rest, " style:family=\"%s\"", family);
  if (parent != NULL)
    g_string_append_printf (rest, " style:parent-style-name=\"%s\"", parent);
  g_string_append_printf (rest, ">%s</style:style>\n", properties);
  name = g_hash_table_lookup (self->names, rest->str);
  if (name != NULL)
    return name;

  name = g_strdup_printf ("%c%u", g_ascii_toupper (*family), g_hash_table_size (self->names) + 1);
  g_string_append_printf (self->styles, "<style:style style:name=\"%s\"%s", name, rest->str);
  g_hash_table_insert (self->names, g_strdup (rest->str), name);
  return name;
}
