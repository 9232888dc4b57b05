/* odt-blocks.c - the tree of a document becomes the body of an OpenDocument text
 *
 * What has no room on a form has it here: an answer stands whole where it belongs, however long it is, and nothing says
 * that it goes on elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/odt-private.h"

#define NUMBER_HANG 26.0
#define MARK_HANG 20.0
#define LONGEST_INLINE_LABEL 40   /* letters; a longer label has its own lines */

static void add_children (PanahOdt         *self,
                          const PanahBox   *box,
                          const PanahBlock *group);

static gboolean
has_own_lines (const PanahFieldSpec *field)
{
  return !panah_text_is_blank (&field->label) &&
         (field->stacked || g_utf8_strlen (field->label.string, -1) > LONGEST_INLINE_LABEL);
}

static void
begin_numbered (PanahOdt             *self,
                const PanahBox       *box,
                PanahOdtLook          look,
                const PanahFieldSpec *field)
{
  self->hanging = field->number != NULL;
  panah_odt_begin_paragraph (self, box, look, PANAH_ALIGN_START, self->rtl, field->label.language);
  if (field->number != NULL)
    {
      panah_odt_append_text (self->body, field->number);
      g_string_append (self->body, "<text:tab/>");
    }
}

static void
add_label (PanahOdt             *self,
           const PanahBox       *box,
           const PanahFieldSpec *field)
{
  begin_numbered (self, box, PANAH_ODT_LABEL, field);
  panah_odt_append_text (self->body, field->label.string);
  panah_odt_end_paragraph (self);
}

static void
begin_first_line (PanahOdt             *self,
                  const PanahBox       *box,
                  const PanahFieldSpec *field)
{
  begin_numbered (self, box, PANAH_ODT_FIELD, field);
  if (panah_text_is_blank (&field->label))
    return;
  panah_odt_append_text (self->body, field->label.string);
  g_string_append (self->body, " <text:s/>");
}

/* The answer's paragraphs, each on a line, and lines to write on. */
static void
add_lines (PanahOdt             *self,
           const PanahBox       *box,
           const PanahFieldSpec *field)
{
  const PanahText *value = &field->value;
  gboolean blank = panah_text_is_blank (value), keep = self->keep;
  g_auto (GStrv) parts = g_strsplit (blank ? "" : value->string, "\n", -1);
  guint n_parts = g_strv_length (parts);
  guint n = blank ? MAX (field->min_lines, field->blank_lines) : n_parts + field->free_lines;
  gboolean rtl = blank ? self->rtl : panah_text_is_rtl (value->string, value->language);

  for (guint i = 0; i < n; i++)
    {
      self->keep = keep || (i + 1 == n && !panah_text_is_blank (&field->caption));
      if (i == 0 && !has_own_lines (field))
        begin_first_line (self, box, field);
      else
        panah_odt_begin_paragraph (self, box, PANAH_ODT_FIELD, PANAH_ALIGN_START, rtl, value->language);
      if (i < n_parts)
        panah_odt_add_answer (self, parts[i], value->language);
      panah_odt_end_paragraph (self);
    }
  self->keep = keep;
}

static void
add_field (PanahOdt             *self,
           const PanahBox       *box,
           const PanahFieldSpec *field)
{
  if (has_own_lines (field))
    add_label (self, box, field);
  add_lines (self, box, field);
  if (!panah_text_is_blank (&field->caption))
    panah_odt_add_text (self, box, PANAH_ODT_CAPTION, PANAH_ALIGN_CENTER, &field->caption);
}

/* A bullet is the list's; a box is a text, so that it can be ticked, and is not lost where lists are. */
static void
add_item (PanahOdt         *self,
          const PanahBox   *box,
          const PanahBlock *block)
{
  static const char *const boxes[] = { [PANAH_MARK_BOX] = "[ ]", [PANAH_MARK_BOX_TICKED] = "[x]" };
  const PanahText *text = &block->text;
  gboolean blank = panah_text_is_blank (text);
  g_auto (GStrv) lines = g_strsplit (blank ? " " : text->string, "\n", -1);
  gboolean rtl = blank ? self->rtl : panah_text_is_rtl (text->string, text->language);
  PanahBox inner = { .x = box->x, .width = box->width, .hang = MARK_HANG };

  g_string_append (self->body, "<text:list-item>");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        self->space = -panah_odt_look_get_before (PANAH_ODT_ITEM);
      self->hanging = i == 0;
      panah_odt_begin_paragraph (self, &inner, blank ? PANAH_ODT_FIELD : PANAH_ODT_ITEM, PANAH_ALIGN_START, rtl,
                                 text->language);
      if (i == 0 && block->mark != PANAH_MARK_BULLET)
        g_string_append_printf (self->body, "%s<text:tab/>", boxes[block->mark]);
      panah_odt_append_text (self->body, lines[i]);
      panah_odt_end_paragraph (self);
    }
  g_string_append (self->body, "</text:list-item>\n");
}

static const char *
get_list (const PanahBlock *group,
          guint             index)
{
  const PanahBlock *block = index < group->children->len ? group->children->pdata[index] : NULL;

  if (block == NULL || block->kind != PANAH_BLOCK_ITEM)
    return NULL;
  return block->mark == PANAH_MARK_BULLET ? "Bullets" : "Boxes";
}

/* Items that follow each other are one list, unless they are marked in another way. */
static void
add_item_of_list (PanahOdt         *self,
                  const PanahBox   *box,
                  const PanahBlock *group,
                  guint             index)
{
  const char *list = get_list (group, index);

  if (index == 0 || g_strcmp0 (get_list (group, index - 1), list) != 0)
    g_string_append_printf (self->body, "<text:list text:style-name=\"%s\">\n", list);
  add_item (self, box, group->children->pdata[index]);
  if (g_strcmp0 (get_list (group, index + 1), list) != 0)
    g_string_append (self->body, "</text:list>\n");
}

static void
add_rule (PanahOdt       *self,
          const PanahBox *box)
{
  PanahBox plain = { .x = box->x, .width = box->width };

  panah_odt_begin_paragraph (self, &plain, PANAH_ODT_RULE, PANAH_ALIGN_START, self->rtl, self->language);
  panah_odt_end_paragraph (self);
}

static void
add_group (PanahOdt         *self,
           const PanahBox   *box,
           const PanahBlock *group)
{
  double inset = box->width * group->inset_start;
  PanahBox inner = { .x = box->x + inset, .width = box->width - inset };
  gboolean keep = self->keep;

  if (!group->framed)
    {
      add_children (self, &inner, group);
      return;
    }

  PanahBox framed = panah_odt_begin_frame (self, &inner, group->keep_together);
  self->keep = FALSE;
  add_children (self, &framed, group);
  panah_odt_end_frame (self);
  self->keep = keep;
}

static void
add_child (PanahOdt         *self,
           const PanahBox   *box,
           const PanahBlock *group,
           guint             index)
{
  const PanahBlock *block = group->children->pdata[index];
  PanahBox plain = { .x = box->x, .width = box->width };

  switch (block->kind)
    {
    case PANAH_BLOCK_GROUP:
      add_group (self, box, block);
      break;
    case PANAH_BLOCK_HEADING:
      panah_odt_add_text (self, &plain, PANAH_ODT_HEADING_1 + block->level - 1, block->align, &block->text);
      break;
    case PANAH_BLOCK_PARAGRAPH:
      panah_odt_add_text (self, &plain, PANAH_ODT_BODY + block->tone, block->align, &block->text);
      break;
    case PANAH_BLOCK_FIELD:
      add_field (self, box, &block->field);
      break;
    case PANAH_BLOCK_TABLE:
      panah_odt_add_table (self, box, block);
      break;
    case PANAH_BLOCK_ITEM:
      add_item_of_list (self, box, group, index);
      break;
    case PANAH_BLOCK_SIGNATURE:
      panah_odt_add_signature (self, box, block);
      break;
    case PANAH_BLOCK_SPACE:
      self->space += block->points;
      break;
    case PANAH_BLOCK_RULE:
      add_rule (self, box);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* If any field of a group is numbered, all its labels begin right of the numbers. */
static double
get_hang (const PanahBlock *group)
{
  for (guint i = 0; i < group->children->len; i++)
    {
      const PanahBlock *block = group->children->pdata[i];
      if (block->kind == PANAH_BLOCK_FIELD && block->field.number != NULL)
        return NUMBER_HANG;
    }
  return 0;
}

/* The words over a table stand on its page. */
static gboolean
introduces_table (const PanahBlock *group,
                  guint             index)
{
  const PanahBlock *block = group->children->pdata[index];
  const PanahBlock *next = index + 1 < group->children->len ? group->children->pdata[index + 1] : NULL;

  return block->kind == PANAH_BLOCK_PARAGRAPH && next != NULL && next->kind == PANAH_BLOCK_TABLE;
}

static void
add_children (PanahOdt         *self,
              const PanahBox   *box,
              const PanahBlock *group)
{
  PanahBox inner = { .x = box->x, .width = box->width, .hang = get_hang (group) };
  gboolean keep = self->keep;

  for (guint i = 0; i < group->children->len; i++)
    {
      gboolean last = i + 1 == group->children->len;
      self->keep = keep || (group->keep_together && !last) || introduces_table (group, i);
      add_child (self, &inner, group, i);
    }
  self->keep = keep;
}

void
panah_odt_add_body (PanahOdt         *self,
                    const PanahBlock *body)
{
  const PanahBox box = { .width = PANAH_BODY_WIDTH };

  add_children (self, &box, body);
  panah_odt_close_up (self);
}
