/* odt-table.c - tables: those of the paper, and those that only hold things in their place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/odt-private.h"

#define MAX_COLUMNS 8
#define CELL_PAD 4.0
#define BLANK_ROW 22.0
#define FRAME_PAD 8.0
#define TABLE_SPACE 8.0
#define SIGNATURE_SPACE 14.0
#define SIGNATURE_GAP 24.0
#define SIGNATURE_ROOM 26.0

#define LINE "0.5pt solid #000000"
#define BARE_CELL "fo:border=\"none\" fo:padding=\"0pt\""
#define SIGNED_CELL \
  "style:vertical-align=\"bottom\" fo:padding=\"1pt\" fo:border=\"none\" fo:border-bottom=\"" LINE "\""

static void
begin_table (PanahOdt       *self,
             const PanahBox *box,
             double          before,
             gboolean        whole,
             const double   *widths,
             guint           n_columns)
{
  g_autoptr (GString) own = g_string_new ("<style:table-properties table:align=\"margins\"");

  panah_odt_append_points (own, "style:width", box->width);
  panah_odt_append_points (own, self->rtl ? "fo:margin-right" : "fo:margin-left", box->x);
  panah_odt_append_points (own, "fo:margin-top", before + self->space);
  g_string_append_printf (own, " style:writing-mode=\"%s\"%s%s/>", self->rtl ? "rl-tb" : "lr-tb",
                          whole ? " style:may-break-between-rows=\"false\"" : "",
                          self->keep ? " fo:keep-with-next=\"always\"" : "");
  g_string_append_printf (self->body, "<table:table table:style-name=\"%s\">\n",
                          panah_odt_get_style (self, "table", NULL, own->str));
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GString) column = g_string_new ("<style:table-column-properties");
      panah_odt_append_points (column, "style:column-width", widths[i]);
      g_string_append (column, "/>");
      g_string_append_printf (self->body, "<table:table-column table:style-name=\"%s\"/>\n",
                              panah_odt_get_style (self, "table-column", NULL, column->str));
    }
  self->space = 0;
}

static void
end_table (PanahOdt *self)
{
  g_string_append (self->body, "</table:table>\n");
  self->after_table = TRUE;
}

static void
begin_row (PanahOdt *self,
           double    least,
           gboolean  whole)
{
  g_autoptr (GString) own = g_string_new ("<style:table-row-properties");

  panah_odt_append_points (own, "style:min-row-height", least);
  g_string_append_printf (own, "%s/>", whole ? " fo:keep-together=\"always\"" : "");
  g_string_append_printf (self->body, "<table:table-row table:style-name=\"%s\">",
                          panah_odt_get_style (self, "table-row", NULL, own->str));
}

static void
end_row (PanahOdt *self)
{
  g_string_append (self->body, "</table:table-row>\n");
}

static void
begin_cell (PanahOdt   *self,
            const char *properties)
{
  g_autofree char *own = g_strdup_printf ("<style:table-cell-properties %s/>", properties);

  g_string_append_printf (self->body, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">",
                          panah_odt_get_style (self, "table-cell", NULL, own));
}

static void
end_cell (PanahOdt *self)
{
  panah_odt_close_up (self);
  g_string_append (self->body, "</table:table-cell>");
}

/* A cell of one text. One without words is empty: the cell is what is written in. */
static void
add_cell (PanahOdt        *self,
          const char      *properties,
          double           width,
          PanahOdtLook     look,
          const PanahText *text)
{
  const PanahBox box = { .width = width };

  begin_cell (self, properties);
  if (panah_text_is_blank (text))
    {
      panah_odt_begin_paragraph (self, &box, look, panah_odt_look_get_align (look), self->rtl, self->language);
      panah_odt_end_paragraph (self);
    }
  else
    panah_odt_add_text (self, &box, look, panah_odt_look_get_align (look), text);
  end_cell (self);
}

static void
add_row (PanahOdt         *self,
         const PanahText  *cells,
         const double     *widths,
         guint             n_columns,
         PanahOdtLook      look)
{
  begin_row (self, look == PANAH_ODT_HEAD ? 0 : BLANK_ROW, look == PANAH_ODT_HEAD);
  for (guint i = 0; i < n_columns; i++)
    add_cell (self, "fo:border=\"" LINE "\" fo:padding=\"4pt\"", widths[i] - 2 * CELL_PAD, look, &cells[i]);
  end_row (self);
}

static gboolean
has_head (const PanahBlock *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (!panah_text_is_blank (&table->heads[i]))
        return TRUE;
    }
  return FALSE;
}

void
panah_odt_add_table (PanahOdt         *self,
                     const PanahBox   *box,
                     const PanahBlock *table)
{
  double widths[MAX_COLUMNS], total = 0;
  gboolean keep = self->keep;

  for (guint i = 0; i < table->n_columns; i++)
    total += table->weights[i];
  for (guint i = 0; i < table->n_columns; i++)
    widths[i] = box->width * table->weights[i] / total;

  begin_table (self, box, TABLE_SPACE, FALSE, widths, table->n_columns);
  self->keep = FALSE;
  if (has_head (table))
    {
      g_string_append (self->body, "<table:table-header-rows>");
      add_row (self, table->heads, widths, table->n_columns, PANAH_ODT_HEAD);
      g_string_append (self->body, "</table:table-header-rows>\n");
    }
  for (guint i = 0; i < table->rows->len; i++)
    add_row (self, table->rows->pdata[i], widths, table->n_columns, PANAH_ODT_CELL);
  end_table (self);
  self->keep = keep;
}

/* One cell with a line round it, which may hold anything. Returns the room inside. */
PanahBox
panah_odt_begin_frame (PanahOdt       *self,
                       const PanahBox *box,
                       gboolean        keep_together)
{
  begin_table (self, box, TABLE_SPACE, FALSE, &box->width, 1);
  begin_row (self, 0, keep_together);
  begin_cell (self, "fo:border=\"" LINE "\" fo:padding=\"8pt\"");
  return (PanahBox) { .width = box->width - 2 * FRAME_PAD };
}

void
panah_odt_end_frame (PanahOdt *self)
{
  end_cell (self);
  end_row (self);
  end_table (self);
}

/* A row of texts with a gap between two. */
static void
add_signature_row (PanahOdt         *self,
                   const PanahBlock *signature,
                   const PanahText  *texts,
                   const double     *widths,
                   PanahOdtLook      look)
{
  static const PanahText nothing;
  gboolean signed_on = look == PANAH_ODT_SIGNED;

  begin_row (self, signed_on ? SIGNATURE_ROOM : 0, TRUE);
  for (guint i = 0; i < signature->n_columns; i++)
    {
      if (i > 0)
        add_cell (self, BARE_CELL, widths[1], PANAH_ODT_CAPTION, &nothing);
      add_cell (self, signed_on ? SIGNED_CELL : BARE_CELL, widths[0], look, &texts[i]);
    }
  end_row (self);
}

/* Lines to sign on, side by side, each with its caption under it. */
void
panah_odt_add_signature (PanahOdt         *self,
                         const PanahBox   *box,
                         const PanahBlock *signature)
{
  double widths[MAX_COLUMNS];
  guint n = signature->n_columns;
  gboolean keep = self->keep;

  for (guint i = 0; i < 2 * n - 1; i++)
    widths[i] = i % 2 == 1 ? SIGNATURE_GAP : (box->width - (n - 1) * SIGNATURE_GAP) / n;
  begin_table (self, box, SIGNATURE_SPACE, TRUE, widths, 2 * n - 1);
  self->keep = FALSE;
  add_signature_row (self, signature, signature->values, widths, PANAH_ODT_SIGNED);
  add_signature_row (self, signature, signature->heads, widths, PANAH_ODT_CAPTION);
  end_table (self);
  self->keep = keep;
}
