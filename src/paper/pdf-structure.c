/* pdf-structure.c - what the marks on the pages are
 *
 * Each node becomes a structure element. A leaf lists its marks, page by page; the parent
 * tree leads back from a page's marks to their elements.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/pdf-structure.h"

#define PAGES_PER_LEAF 500

/* One mark of a node. */
typedef struct
{
  PanahPdfDict *page;
  guint         number;
} Mark;

typedef struct
{
  PanahPdfDict *dict;
  GArray       *marks;      /* (nullable) (element-type Mark): owned */
  gboolean      has_kids;
} Element;

struct _PanahPdfStructure
{
  /* owned */
  GArray    *elements;      /* (element-type Element), one for each node */
  GPtrArray *leaves;        /* (element-type PanahPdfDict): the parent tree's lower level */

  /* borrowed */
  PanahPdf         *pdf;
  const PanahPages *pages;
  PanahPdfDict     *root;
  PanahPdfDict     *page;
  PanahPdfArray    *page_elements;
  PanahPdfArray    *leaf_numbers;

  guint n_pages;
  guint n_marks;            /* on this page */
};

static const char *const tags[] = {
  [PANAH_ROLE_DOCUMENT] = "Document",
  [PANAH_ROLE_H1] = "H1",
  [PANAH_ROLE_H2] = "H2",
  [PANAH_ROLE_H3] = "H3",
  [PANAH_ROLE_P] = "P",
  [PANAH_ROLE_SPAN] = "Span",
  [PANAH_ROLE_FORM] = "Form",
  [PANAH_ROLE_L] = "L",
  [PANAH_ROLE_LI] = "LI",
  [PANAH_ROLE_LBL] = "Lbl",
  [PANAH_ROLE_LBODY] = "LBody",
  [PANAH_ROLE_TABLE] = "Table",
  [PANAH_ROLE_TR] = "TR",
  [PANAH_ROLE_TH] = "TH",
  [PANAH_ROLE_TD] = "TD",
};

static void
clear_element (gpointer data)
{
  Element *element = data;

  g_clear_pointer (&element->marks, g_array_unref);
}

static const PanahNode *
get_node (PanahPdfStructure *self,
          int                node)
{
  return &g_array_index (self->pages->nodes, PanahNode, node);
}

static Element *
get_element (PanahPdfStructure *self,
             int                node)
{
  return &g_array_index (self->elements, Element, node);
}

static void
add_column_scope (PanahPdf     *pdf,
                  PanahPdfDict *element)
{
  PanahPdfDict *attributes = panah_pdf_dict_new (pdf, FALSE);

  panah_pdf_dict_set_name (pdf, attributes, "O", "Table");
  panah_pdf_dict_set_name (pdf, attributes, "Scope", "Column");
  panah_pdf_dict_set_dict (pdf, element, "A", attributes);
}

/* An answer printed on a form is a text field that nobody can type into. */
static void
add_field_role (PanahPdf     *pdf,
                PanahPdfDict *element)
{
  PanahPdfDict *attributes = panah_pdf_dict_new (pdf, FALSE);

  panah_pdf_dict_set_name (pdf, attributes, "O", "PrintField");
  panah_pdf_dict_set_name (pdf, attributes, "Role", "tv");
  panah_pdf_dict_set_dict (pdf, element, "A", attributes);
}

static void
add_element (PanahPdfStructure *self,
             int                index)
{
  const PanahNode *node = get_node (self, index);
  Element element = { .dict = panah_pdf_dict_new (self->pdf, TRUE) };
  PanahPdfDict *parent = self->root;

  if (node->parent >= 0)
    {
      parent = get_element (self, node->parent)->dict;
      get_element (self, node->parent)->has_kids = TRUE;
    }
  panah_pdf_dict_set_name (self->pdf, element.dict, "S", tags[node->role]);
  panah_pdf_dict_set_dict (self->pdf, element.dict, "P", parent);
  if (node->language != NULL)
    panah_pdf_dict_set_text (self->pdf, element.dict, "Lang", node->language);
  if (node->replacement != NULL)
    panah_pdf_dict_set_text (self->pdf, element.dict, "ActualText", node->replacement);
  if (node->role == PANAH_ROLE_TH)
    add_column_scope (self->pdf, element.dict);
  if (node->role == PANAH_ROLE_FORM)
    add_field_role (self->pdf, element.dict);
  g_array_append_val (self->elements, element);
}

/**
 * panah_pdf_structure_new:
 * @pages: (transfer none): must outlive the structure
 *
 * Returns: (transfer full): the elements of @pages' nodes, still without marks
 */
PanahPdfStructure *
panah_pdf_structure_new (PanahPdf         *pdf,
                         const PanahPages *pages)
{
  PanahPdfStructure *self = g_new0 (PanahPdfStructure, 1);

  self->pdf = pdf;
  self->pages = pages;
  self->leaves = g_ptr_array_new ();
  self->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  g_array_set_clear_func (self->elements, clear_element);
  self->root = panah_pdf_dict_new (pdf, TRUE);
  panah_pdf_dict_set_name (pdf, self->root, "Type", "StructTreeRoot");
  for (guint i = 0; i < pages->nodes->len; i++)
    add_element (self, i);
  return self;
}

void
panah_pdf_structure_free (PanahPdfStructure *self)
{
  g_ptr_array_unref (self->leaves);
  g_array_unref (self->elements);
  g_free (self);
}

void
panah_pdf_structure_begin_page (PanahPdfStructure *self,
                                PanahPdfDict      *page)
{
  self->page = page;
  self->page_elements = panah_pdf_array_new (self->pdf);
  self->n_marks = 0;
  panah_pdf_dict_set_number (self->pdf, page, "StructParents", self->n_pages);
}

/* libharu's arrays end at 32767 and each page takes two entries, hence the tree. */
static void
begin_leaf (PanahPdfStructure *self)
{
  PanahPdfDict *leaf = panah_pdf_dict_new (self->pdf, TRUE);

  self->leaf_numbers = panah_pdf_array_new (self->pdf);
  panah_pdf_dict_set_array (self->pdf, leaf, "Nums", self->leaf_numbers);
  g_ptr_array_add (self->leaves, leaf);
}

void
panah_pdf_structure_end_page (PanahPdfStructure *self)
{
  if (self->n_pages % PAGES_PER_LEAF == 0)
    begin_leaf (self);
  panah_pdf_array_add_number (self->pdf, self->leaf_numbers, self->n_pages);
  panah_pdf_array_add_array (self->pdf, self->leaf_numbers, self->page_elements);
  self->n_pages++;
}

/**
 * panah_pdf_structure_add_mark:
 * @node: index of a node
 *
 * Returns: the mark's number on this page (MCID)
 */
guint
panah_pdf_structure_add_mark (PanahPdfStructure *self,
                              int                node)
{
  Element *element = get_element (self, node);
  Mark mark = { self->page, self->n_marks++ };

  if (element->marks == NULL)
    element->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_append_val (element->marks, mark);
  panah_pdf_array_add_dict (self->pdf, self->page_elements, element->dict);
  return mark.number;
}

const char *
panah_pdf_structure_get_tag (PanahPdfStructure *self,
                             int                node)
{
  return tags[get_node (self, node)->role];
}

static PanahPdfDict *
create_reference (PanahPdf   *pdf,
                  const Mark *mark)
{
  PanahPdfDict *reference = panah_pdf_dict_new (pdf, FALSE);

  panah_pdf_dict_set_name (pdf, reference, "Type", "MCR");
  panah_pdf_dict_set_dict (pdf, reference, "Pg", mark->page);
  panah_pdf_dict_set_number (pdf, reference, "MCID", mark->number);
  return reference;
}

static void
finish_leaf_element (PanahPdfStructure *self,
                     const Element     *element)
{
  const Mark *first = &g_array_index (element->marks, Mark, 0);
  PanahPdfArray *kids;

  panah_pdf_dict_set_dict (self->pdf, element->dict, "Pg", first->page);
  if (element->marks->len == 1)
    {
      panah_pdf_dict_set_number (self->pdf, element->dict, "K", first->number);
      return;
    }

  kids = panah_pdf_array_new (self->pdf);
  for (guint i = 0; i < element->marks->len; i++)
    {
      const Mark *mark = &g_array_index (element->marks, Mark, i);

      if (mark->page == first->page)
        panah_pdf_array_add_number (self->pdf, kids, mark->number);
      else
        panah_pdf_array_add_dict (self->pdf, kids, create_reference (self->pdf, mark));
    }
  panah_pdf_dict_set_array (self->pdf, element->dict, "K", kids);
}

static void
add_kids (PanahPdfStructure *self)
{
  g_autofree PanahPdfArray **kids = g_new0 (PanahPdfArray *, self->elements->len);

  for (guint i = 0; i < self->elements->len; i++)
    {
      int parent = get_node (self, i)->parent;

      if (get_element (self, i)->has_kids)
        {
          kids[i] = panah_pdf_array_new (self->pdf);
          panah_pdf_dict_set_array (self->pdf, get_element (self, i)->dict, "K", kids[i]);
        }
      else if (get_element (self, i)->marks != NULL)
        {
          finish_leaf_element (self, get_element (self, i));
        }
      if (parent >= 0)
        panah_pdf_array_add_dict (self->pdf, kids[parent], get_element (self, i)->dict);
      else
        panah_pdf_dict_set_dict (self->pdf, self->root, "K", get_element (self, i)->dict);
    }
}

static void
add_parent_tree (PanahPdfStructure *self)
{
  PanahPdf *pdf = self->pdf;
  PanahPdfDict *tree = panah_pdf_dict_new (pdf, TRUE);
  PanahPdfArray *kids = panah_pdf_array_new (pdf);

  for (guint i = 0; i < self->leaves->len; i++)
    {
      PanahPdfDict *leaf = g_ptr_array_index (self->leaves, i);
      PanahPdfArray *limits = panah_pdf_array_new (pdf);

      panah_pdf_array_add_number (pdf, limits, i * PAGES_PER_LEAF);
      panah_pdf_array_add_number (pdf, limits, MIN ((i + 1) * PAGES_PER_LEAF, self->n_pages) - 1);
      panah_pdf_dict_set_array (pdf, leaf, "Limits", limits);
      panah_pdf_array_add_dict (pdf, kids, leaf);
    }
  panah_pdf_dict_set_array (pdf, tree, "Kids", kids);
  panah_pdf_dict_set_dict (pdf, self->root, "ParentTree", tree);
  panah_pdf_dict_set_number (pdf, self->root, "ParentTreeNextKey", self->n_pages);
}

/**
 * panah_pdf_structure_finish:
 *
 * Writes the tree into the catalog. No page may follow.
 */
void
panah_pdf_structure_finish (PanahPdfStructure *self)
{
  PanahPdfDict *catalog = panah_pdf_get_catalog (self->pdf);
  PanahPdfDict *info = panah_pdf_dict_new (self->pdf, FALSE);

  add_kids (self);
  add_parent_tree (self);
  panah_pdf_dict_set_boolean (self->pdf, info, "Marked", TRUE);
  panah_pdf_dict_set_dict (self->pdf, catalog, "MarkInfo", info);
  panah_pdf_dict_set_dict (self->pdf, catalog, "StructTreeRoot", self->root);
}
