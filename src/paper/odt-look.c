/* odt-look.c - the named styles: what a person who edits the letter finds in the list of styles
 *
 * Sizes and spaces are those of the PDF. Names that a word processor knows by itself are used where there is one, so
 * that it shows them in its own language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/odt-private.h"

#define RULED \
  " fo:padding-bottom=\"1pt\" fo:border-bottom=\"0.5pt solid #000000\" fo:border-top=\"none\" fo:border-left=\"none\"" \
  " fo:border-right=\"none\" style:join-border=\"false\""
#define WITH_NEXT " fo:keep-with-next=\"always\""

/* Equal rules one under the other would become one: hence the style:join-border of a field. */
static const struct
{
  const char *name;
  const char *display_name;
  double      size;
  gboolean    bold;
  double      before;
  double      after;
  PanahAlign  align;
  const char *properties;
} looks[] = {
  [PANAH_ODT_BODY] = { "Text_20_body", "Text body", PANAH_SIZE_BODY, FALSE, 6, 0, PANAH_ALIGN_START, "" },
  [PANAH_ODT_STRONG] = { "Strong", "Strong", PANAH_SIZE_BODY, TRUE, 6, 0, PANAH_ALIGN_START, "" },
  [PANAH_ODT_SMALL] = { "Small", "Small", PANAH_SIZE_SMALL, FALSE, 4, 0, PANAH_ALIGN_START, "" },
  [PANAH_ODT_LARGE] = { "Large", "Large", 14, TRUE, 8, 2, PANAH_ALIGN_START, "" },
  [PANAH_ODT_HEADING_1] = { "Heading_20_1", "Heading 1", 14, TRUE, 6, 6, PANAH_ALIGN_START, WITH_NEXT },
  [PANAH_ODT_HEADING_2] = { "Heading_20_2", "Heading 2", 12, TRUE, 14, 3, PANAH_ALIGN_START, WITH_NEXT },
  [PANAH_ODT_HEADING_3] = { "Heading_20_3", "Heading 3", 11, TRUE, 10, 2, PANAH_ALIGN_START, WITH_NEXT },
  [PANAH_ODT_FIELD] = { "Field", "Field", PANAH_SIZE_BODY, FALSE, 4, 0, PANAH_ALIGN_START, RULED },
  [PANAH_ODT_LABEL] = { "Field_20_label", "Field label", PANAH_SIZE_BODY, FALSE, 7, 0, PANAH_ALIGN_START, WITH_NEXT },
  [PANAH_ODT_CAPTION] = { "Field_20_caption", "Field caption", 8.5, FALSE, 0, 0, PANAH_ALIGN_CENTER, "" },
  [PANAH_ODT_ITEM] = { "List_20_item", "List item", PANAH_SIZE_BODY, FALSE, 4, 0, PANAH_ALIGN_START, "" },
  [PANAH_ODT_HEAD] = { "Table_20_Heading", "Table Heading", 9, TRUE, 0, 0, PANAH_ALIGN_START, "" },
  [PANAH_ODT_CELL] = { "Table_20_Contents", "Table Contents", 10, FALSE, 0, 0, PANAH_ALIGN_START, "" },
  [PANAH_ODT_SIGNED] = { "Signature_20_line", "Signature line", PANAH_SIZE_BODY, FALSE, 0, 0, PANAH_ALIGN_CENTER, "" },
  [PANAH_ODT_RULE] = { "Horizontal_20_Line", "Horizontal Line", 2, FALSE, 10, 0, PANAH_ALIGN_START, RULED },
  [PANAH_ODT_AFTER_TABLE] = { "After_20_table", "After table", 2, FALSE, 0, 0, PANAH_ALIGN_START, "" },
  [PANAH_ODT_FOOTER] = { "Footer", "Footer", PANAH_SIZE_SMALL, FALSE, 0, 0, PANAH_ALIGN_CENTER, "" },
};

const char *
panah_odt_look_get_name (PanahOdtLook look)
{
  return looks[look].name;
}

double
panah_odt_look_get_before (PanahOdtLook look)
{
  return looks[look].before;
}

PanahAlign
panah_odt_look_get_align (PanahOdtLook look)
{
  return looks[look].align;
}

/* Sides by their own names: word processors do not agree whether `start` turns round with the writing. */
const char *
panah_odt_align_to_string (PanahAlign align,
                           gboolean   rtl)
{
  if (align == PANAH_ALIGN_CENTER)
    return "center";
  if (align == PANAH_ALIGN_JUSTIFY)
    return "justify";
  return (align == PANAH_ALIGN_END) == rtl ? "left" : "right";
}

static void
append_size (GString *xml,
             double   size,
             gboolean bold)
{
  static const char *const sizes[] = { "fo:font-size", "style:font-size-asian", "style:font-size-complex" };
  static const char *const weights[] = { "fo:font-weight", "style:font-weight-asian", "style:font-weight-complex" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    panah_odt_append_points (xml, sizes[i], size);
  for (guint i = 0; bold && i < G_N_ELEMENTS (weights); i++)
    g_string_append_printf (xml, " %s=\"bold\"", weights[i]);
}

static void
append_look (GString     *xml,
             PanahOdtLook look,
             gboolean     rtl)
{
  guint level = look >= PANAH_ODT_HEADING_1 && look <= PANAH_ODT_HEADING_3 ? look - PANAH_ODT_HEADING_1 + 1 : 0;

  g_string_append_printf (xml, "<style:style style:name=\"%s\" style:display-name=\"%s\" style:family=\"paragraph\""
                          " style:parent-style-name=\"Standard\"", looks[look].name, looks[look].display_name);
  if (level > 0)
    g_string_append_printf (xml, " style:default-outline-level=\"%u\" style:next-style-name=\"Text_20_body\"", level);
  g_string_append_printf (xml, "><style:paragraph-properties fo:text-align=\"%s\"%s",
                          panah_odt_align_to_string (looks[look].align, rtl), looks[look].properties);
  panah_odt_append_points (xml, "fo:margin-top", looks[look].before);
  panah_odt_append_points (xml, "fo:margin-bottom", looks[look].after);
  g_string_append (xml, "/><style:text-properties");
  append_size (xml, looks[look].size, looks[look].bold);
  g_string_append (xml, "/></style:style>\n");
}

/* The named styles of paragraphs, of a page that begins on the right or on the left. */
void
panah_odt_append_looks (GString *xml,
                        gboolean rtl)
{
  g_string_append (xml, "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>\n");
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    append_look (xml, i, rtl);
}
