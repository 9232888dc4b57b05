/* pdf-outline.c - the headings, for a viewer's side pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pdf-metadata.h"

#define ABOVE_BASE_LINE 20.0

/* A heading; the first of all is the outline itself. */
typedef struct
{
  const PanahNode *node;      /* borrowed */
  PanahPdfDict    *page;      /* borrowed */
  double           top;       /* from the page's bottom edge */

  PanahPdfDict    *dict;
  int              parent;    /* index of the item that it lies in; -1: none */
  int              last;      /* index of the last item in it; 0: none */
  guint            n_items;   /* in it, at any depth */
} Item;

static Item *
get_item (GArray *items,
          int     index)
{
  return &g_array_index (items, Item, index);
}

static gboolean
is_heading (const PanahNode *node)
{
  return node->role == PANAH_ROLE_H1 || node->role == PANAH_ROLE_H2 || node->role == PANAH_ROLE_H3;
}

/* Takes each heading where its first line stands. */
static void
collect_headings (const PanahPages *pages,
                  const GPtrArray  *sheets,
                  GArray           *items)
{
  int latest = 0;

  for (guint page = 0; page < pages->sheets->len; page++)
    {
      const PanahSheet *sheet = g_ptr_array_index (pages->sheets, page);

      for (guint i = 0; i < sheet->len; i++)
        {
          const PanahInk *ink = &g_array_index (sheet, PanahInk, i);
          const PanahNode *node = &g_array_index (pages->nodes, PanahNode, MAX (ink->node, 0));
          Item item = {
            .node = node,
            .page = g_ptr_array_index (sheets, page),
            .top = PANAH_PAGE_HEIGHT - MAX (ink->y - ABOVE_BASE_LINE, 0),
          };

          if (ink->kind != PANAH_INK_TEXT || ink->node <= latest || !is_heading (node))
            continue;
          latest = ink->node;
          g_array_append_val (items, item);
        }
    }
}

/* Each lies in the nearest before it that is higher. */
static int
find_parent (GArray *items,
             int     index)
{
  PanahRole level = get_item (items, index)->node->role;
  int parent = index - 1;

  while (parent > 0 && get_item (items, parent)->node->role >= level)
    parent = get_item (items, parent)->parent;
  return parent;
}

static PanahPdfArray *
create_destination (PanahPdf   *pdf,
                    const Item *item)
{
  PanahPdfArray *destination = panah_pdf_array_new (pdf);

  panah_pdf_array_add_dict (pdf, destination, item->page);
  panah_pdf_array_add_name (pdf, destination, "XYZ");
  panah_pdf_array_add_number (pdf, destination, 0);
  panah_pdf_array_add_number (pdf, destination, item->top);
  panah_pdf_array_add_number (pdf, destination, 0);   /* the size stays what it is */
  return destination;
}

/* Hangs a heading on the one that it lies in, after those that hang there already. */
static void
add_item (PanahPdf *pdf,
          GArray   *items,
          int       index)
{
  Item *item = get_item (items, index);
  g_autofree char *title = panah_pdf_dup_title (item->node->words);
  Item *parent, *before;

  item->dict = panah_pdf_dict_new (pdf, TRUE);
  item->parent = find_parent (items, index);
  parent = get_item (items, item->parent);
  before = get_item (items, parent->last);
  panah_pdf_dict_set_text (pdf, item->dict, "Title", title);
  panah_pdf_dict_set_dict (pdf, item->dict, "Parent", parent->dict);
  panah_pdf_dict_set_array (pdf, item->dict, "Dest", create_destination (pdf, item));
  if (parent->last == 0)
    {
      panah_pdf_dict_set_dict (pdf, parent->dict, "First", item->dict);
    }
  else
    {
      panah_pdf_dict_set_dict (pdf, item->dict, "Prev", before->dict);
      panah_pdf_dict_set_dict (pdf, before->dict, "Next", item->dict);
    }
  parent->last = index;
}

static void
finish_items (PanahPdf *pdf,
              GArray   *items)
{
  for (int i = items->len - 1; i > 0; i--)
    get_item (items, get_item (items, i)->parent)->n_items += get_item (items, i)->n_items + 1;
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = get_item (items, i);

      if (item->last == 0)
        continue;
      panah_pdf_dict_set_dict (pdf, item->dict, "Last", get_item (items, item->last)->dict);
      panah_pdf_dict_set_number (pdf, item->dict, "Count", item->n_items);
    }
}

/**
 * panah_pdf_add_outline:
 * @pages: (transfer none): whose headings
 * @sheets: (transfer none) (element-type PanahPdfDict): the same pages in the file
 *
 * Writes one item for each heading, one inside the other; nothing for pages without any.
 */
void
panah_pdf_add_outline (PanahPdf         *pdf,
                       const PanahPages *pages,
                       const GPtrArray  *sheets)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (Item));
  PanahPdfDict *outline;

  g_array_set_size (items, 1);
  collect_headings (pages, sheets, items);
  if (items->len == 1)
    return;

  outline = panah_pdf_dict_new (pdf, TRUE);
  *get_item (items, 0) = (Item) { .dict = outline, .parent = -1 };
  panah_pdf_dict_set_name (pdf, outline, "Type", "Outlines");
  for (guint i = 1; i < items->len; i++)
    add_item (pdf, items, i);
  finish_items (pdf, items);
  panah_pdf_dict_set_dict (pdf, panah_pdf_get_catalog (pdf), "Outlines", outline);
}
