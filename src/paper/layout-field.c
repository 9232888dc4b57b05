/* layout-field.c - a label and what the person answered, on ruled lines
 *
 * The answer stands on rules that run to the right margin, as if written on a printed form.
 * A short label shares the first rule with the answer. Rules come closer with a smaller
 * size, so that the same room holds more lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/layout-private.h"

#include <string.h>

#define SPACE_BEFORE 4.0
#define SPACE_BEFORE_LABEL 7.0   /* of a label that has its own lines */
#define SPACE_AFTER_LABEL 1.5
#define LABEL_SHARE 0.55        /* a wider label has its own lines */
#define LABEL_GAP 6.0
#define VALUE_INSET 4.0         /* from the rule's start to the answer */
#define RULE_BELOW_BASE 3.6
#define RULE_ABOVE_END 2.0
#define CAPTION_SIZE 8.5
#define SIZE_STEP 0.25
#define CUT_SIZE 10.0           /* of an answer that goes on elsewhere */
#define SEEN_AHEAD 200          /* bytes that tell whether a sentence ends before them */
#define KEPT_WHOLE 0.25         /* of a page; a higher field may go on overleaf */

typedef struct
{
  const PanahFieldSpec *spec;
  PanahBox              box;          /* right of the number */
  double                number_x;
  gboolean              inline_label;
  double                rule_start;   /* of the first line, from the box's left */

  /* owned */
  GArray               *label;        /* (nullable) (element-type PanahLine) */
  GArray               *value;        /* (nullable) (element-type PanahLine) */

  PanahFieldResult      result;
  guint                 n_lines;
  int                   node;         /* the whole field */
} Field;

static gboolean
is_blank (const PanahText *text)
{
  return text->string == NULL || *text->string == '\0';
}

static double
get_pitch (double size)
{
  return size * PANAH_RULED_PITCH;
}

static guint
get_capacity (const PanahFieldSpec *spec,
              double                size)
{
  guint n_lines = spec->max_lines > spec->free_lines ? spec->max_lines - spec->free_lines : 1;

  return n_lines * get_pitch (PANAH_SIZE_BODY) / get_pitch (size) + 0.001;
}

static GArray *
break_value (PanahFlow *self,
             Field     *field,
             double     size,
             guint      max_lines,
             gboolean  *complete)
{
  const PanahText *value = &field->spec->value;
  PanahTextStyle style = {
    .size = size,
    .width = field->box.width - VALUE_INSET,
    .indent = field->rule_start,
    .max_lines = max_lines,
  };

  return panah_flow_break_text (self, value->string, value->language, &style, complete);
}

static gboolean
try_size (PanahFlow *self,
          Field     *field,
          double     size,
          guint      max_lines)
{
  gboolean complete = FALSE;
  GArray *lines = break_value (self, field, size, max_lines, &complete);

  if (complete)
    {
      g_clear_pointer (&field->value, g_array_unref);
      field->value = lines;
      field->result.size_pt = size;
      field->n_lines = MAX (lines->len + field->spec->free_lines, field->spec->min_lines);
    }
  else
    {
      g_array_unref (lines);
    }
  return complete;
}

/* The largest size between 8 and 11 pt at which the answer fits the field's room. */
static gboolean
shrink (PanahFlow *self,
        Field     *field)
{
  int good = -1;
  int low = 0;
  int high = (PANAH_SIZE_BODY - PANAH_SIZE_LEAST) / SIZE_STEP - 1;

  while (low <= high)
    {
      int middle = (low + high + 1) / 2;
      double size = PANAH_SIZE_LEAST + middle * SIZE_STEP;

      if (try_size (self, field, size, get_capacity (field->spec, size)))
        {
          good = middle;
          low = middle + 1;
        }
      else
        {
          high = middle - 1;
        }
    }
  return good >= 0;
}

/* The last end of a sentence in the second half of the first @end bytes; @end if there is none.
 * What follows must be seen, or every text would end in a sentence. */
static gsize
find_sentence_end (const PanahText *value,
                   gsize            end)
{
  glong n_chars = g_utf8_strlen (value->string, end);
  glong n_seen = n_chars + g_utf8_strlen (value->string + end, SEEN_AHEAD);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_seen + 1);
  const char *p = value->string + end;

  pango_get_log_attrs (value->string, g_utf8_offset_to_pointer (p, n_seen - n_chars) - value->string,
                       -1, pango_language_from_string (value->language), attrs, n_seen + 1);
  for (glong i = n_chars; i > 0 && (gsize) (p - value->string) >= end / 2; i--)
    {
      if (attrs[i].is_sentence_end)
        return p - value->string;
      p = g_utf8_prev_char (p);
    }
  return end;
}

/* The beginning of the answer, up to the end of a sentence or at least of a word, in a size
 * that is read with ease: the whole stands elsewhere. */
static void
cut (PanahFlow *self,
     Field     *field)
{
  const PanahFieldSpec *spec = field->spec;
  PanahFieldSpec shorter = *spec;
  g_autofree char *start = NULL;
  const PanahLine *last;
  gsize end;

  field->value = break_value (self, field, CUT_SIZE, get_capacity (spec, CUT_SIZE), NULL);
  last = &g_array_index (field->value, PanahLine, field->value->len - 1);
  end = last->word_end > 0 ? find_sentence_end (&spec->value, last->word_end) : last->end;
  if (end < last->end)
    {
      shorter.value.string = start = g_strndup (spec->value.string, end);
      field->spec = &shorter;
      g_clear_pointer (&field->value, g_array_unref);
      field->value = break_value (self, field, CUT_SIZE, 0, NULL);
      field->spec = spec;
    }
  field->result.mode = PANAH_FIELD_CONTINUE;
  field->result.size_pt = CUT_SIZE;
  field->result.bytes_placed = panah_count_placed (&spec->value, end);
  field->n_lines = MAX (field->value->len + spec->free_lines, spec->min_lines);
}

static void
fit_value (PanahFlow *self,
           Field     *field)
{
  const PanahFieldSpec *spec = field->spec;
  gboolean grows = spec->overflow == PANAH_OVERFLOW_GROW;

  field->result.bytes_placed = spec->value.bytes_in;
  if (try_size (self, field, PANAH_SIZE_BODY, grows ? 0 : get_capacity (spec, PANAH_SIZE_BODY)))
    {
      field->result.mode = field->n_lines <= spec->min_lines ? PANAH_FIELD_FIT : PANAH_FIELD_GROW;
    }
  else if (shrink (self, field))
    {
      field->result.mode = PANAH_FIELD_SHRINK;
    }
  else if (spec->overflow == PANAH_OVERFLOW_SHRINK)
    {
      try_size (self, field, PANAH_SIZE_LEAST, 0);
      field->result.mode = PANAH_FIELD_GROW;
    }
  else
    {
      cut (self, field);
    }
}

static void
place_value (PanahFlow *self,
             Field     *field)
{
  const PanahText *value = &field->spec->value;

  field->result.missing = panah_flow_check_text (self, value, FALSE);
  if (is_blank (value) || field->result.missing != 0)
    {
      field->result.mode = PANAH_FIELD_LINE;
      field->result.size_pt = PANAH_SIZE_BODY;
      field->n_lines = MAX (field->spec->min_lines, field->spec->blank_lines);
    }
  else
    {
      fit_value (self, field);
    }
  panah_flow_report (self, value, field->spec->number, field->spec->label.string, &field->result);
}

static void
place_label (PanahFlow *self,
             Field     *field)
{
  const PanahText *label = &field->spec->label;
  PanahTextStyle style = { .size = PANAH_SIZE_BODY, .width = field->box.width };
  const PanahLine *line;

  field->inline_label = !field->spec->stacked;
  if (is_blank (label))
    return;
  panah_flow_check_text (self, label, FALSE);
  field->label = panah_flow_get_lines (self, label, &style);
  line = &g_array_index (field->label, PanahLine, 0);
  if (field->label->len > 1 || line->width > LABEL_SHARE * field->box.width)
    field->inline_label = FALSE;
  if (field->inline_label)
    field->rule_start = line->width + LABEL_GAP;
}

/* A node for one of the field's texts, within that of the field. */
static int
add_node (PanahFlow       *self,
          Field           *field,
          PanahRole        role,
          const PanahText *text)
{
  return panah_flow_add_node (self, role, field->node, text->language);
}

static void
add_number (PanahFlow *self,
            Field     *field,
            double     base_line,
            int        node)
{
  PanahText number = { .string = field->spec->number, .language = field->spec->label.language };
  PanahTextStyle style = { .size = PANAH_SIZE_BODY, .width = field->box.x - field->number_x };
  g_autoptr (GArray) lines = NULL;

  if (is_blank (&number))
    return;
  panah_flow_check_text (self, &number, FALSE);
  lines = panah_flow_get_lines (self, &number, &style);
  panah_flow_add_text (self, &g_array_index (lines, PanahLine, 0),
                       field->number_x, style.width, base_line, node);
}

static void
add_label_lines (PanahFlow *self,
                 Field     *field,
                 int        node)
{
  double pitch = PANAH_SIZE_BODY * PANAH_LINE_PITCH;

  for (guint i = 0; i < field->label->len; i++)
    {
      const PanahLine *line = &g_array_index (field->label, PanahLine, i);
      double height = MAX (pitch, line->ascent + line->descent);

      panah_flow_begin_strip (self, height, PANAH_KEEP_LINES);
      if (i == 0)
        add_number (self, field, line->ascent, node);
      panah_flow_add_text (self, line, field->box.x, field->box.width, line->ascent, node);
    }
  panah_flow_keep (self, self->strips->len - 1, self->strips->len, PANAH_KEEP_ALWAYS);
  panah_flow_add_space (self, SPACE_AFTER_LABEL);
}

static double
get_line_height (Field *field,
                 guint  i)
{
  double height = get_pitch (field->result.size_pt);

  /* The label on the first line keeps its size when the answer shrinks. */
  if (i == 0)
    height = MAX (height, get_pitch (PANAH_SIZE_BODY));
  if (field->value != NULL && i < field->value->len)
    {
      const PanahLine *line = &g_array_index (field->value, PanahLine, i);

      height = MAX (height, line->ascent + RULE_BELOW_BASE + RULE_ABOVE_END);
    }
  return height;
}

/* Pango indents an answer at its own beginning. One that runs against the page has the label at its end, where there is
 * less room already and nothing to be moved. */
static PanahLine
place_beside_label (PanahFlow *self,
                    Field     *field,
                    guint      i)
{
  PanahLine line = g_array_index (field->value, PanahLine, i);
  gboolean rtl = line.line != NULL &&
                 pango_layout_line_get_resolved_direction (line.line) == PANGO_DIRECTION_RTL;

  if (i == 0 && line.line != NULL && rtl != self->rtl)
    line.x += rtl ? field->rule_start : -field->rule_start;
  return line;
}

static PanahKeep
get_line_keep (Field *field,
               guint  i)
{
  gboolean held = i + 1 < field->n_lines && (i == 0 || i + 2 == field->n_lines);

  return held ? PANAH_KEEP_LINES : PANAH_KEEP_NONE;
}

static void
add_ruled_lines (PanahFlow *self,
                 Field     *field,
                 int        label_node,
                 int        value_node)
{
  const PanahBox *box = &field->box;

  for (guint i = 0; i < field->n_lines; i++)
    {
      double height = get_line_height (field, i);
      double rule = height - RULE_ABOVE_END;
      double base_line = rule - RULE_BELOW_BASE;

      panah_flow_begin_strip (self, height, get_line_keep (field, i));
      if (i == 0 && field->inline_label)
        {
          add_number (self, field, base_line, label_node);
          if (field->label != NULL)
            panah_flow_add_text (self, &g_array_index (field->label, PanahLine, 0),
                                 box->x, box->width, base_line, label_node);
        }
      if (field->value != NULL && i < field->value->len)
        {
          PanahLine line = place_beside_label (self, field, i);

          panah_flow_add_text (self, &line, box->x + VALUE_INSET, box->width - VALUE_INSET, base_line,
                               value_node);
        }
      panah_flow_add_line (self, box->x + (i == 0 ? field->rule_start : 0), rule,
                           box->x + box->width, rule, PANAH_RULE_STROKE);
    }
}

static void
add_small_words (PanahFlow       *self,
                 Field           *field,
                 const PanahText *text,
                 PanahAlign       align)
{
  double start = field->n_lines == 1 ? field->rule_start : 0;
  PanahBox box = { .x = field->box.x + start, .width = field->box.width - start };
  PanahTextStyle style = { .size = CAPTION_SIZE, .width = box.width, .align = align };
  g_autoptr (GArray) lines = NULL;

  if (is_blank (text))
    return;
  panah_flow_keep (self, self->strips->len - 1, self->strips->len, PANAH_KEEP_ALWAYS);
  panah_flow_check_text (self, text, FALSE);
  lines = panah_flow_get_lines (self, text, &style);
  panah_flow_add_lines (self, lines, &box, CAPTION_SIZE * 1.25,
                        add_node (self, field, PANAH_ROLE_SPAN, text));
}

/* Adds the strips of a field and notes what became of its answer. */
void
panah_flow_add_field (PanahFlow            *self,
                      const PanahBox       *box,
                      const PanahFieldSpec *spec)
{
  Field field = {
    .spec = spec,
    .box = { .x = box->x + box->hang, .width = box->width - box->hang },
    .number_x = box->x,
  };
  int label_node, value_node;
  gboolean own_lines;
  guint first;

  place_label (self, &field);
  place_value (self, &field);
  own_lines = field.label != NULL && !field.inline_label;

  field.node = panah_flow_add_node (self, PANAH_ROLE_P, 0, NULL);
  label_node = add_node (self, &field, PANAH_ROLE_SPAN, &spec->label);
  value_node = add_node (self, &field, PANAH_ROLE_FORM, &spec->value);
  panah_flow_add_space (self, own_lines ? SPACE_BEFORE_LABEL : SPACE_BEFORE);
  first = self->strips->len;
  if (own_lines)
    add_label_lines (self, &field, label_node);
  add_ruled_lines (self, &field, label_node, value_node);
  if (field.result.mode == PANAH_FIELD_CONTINUE)
    add_small_words (self, &field, &spec->continued, PANAH_ALIGN_END);
  add_small_words (self, &field, &spec->caption, PANAH_ALIGN_CENTER);
  if (panah_flow_measure (self, first, self->strips->len) <= KEPT_WHOLE * PANAH_BODY_HEIGHT)
    panah_flow_keep (self, first, self->strips->len - 1, PANAH_KEEP_GROUP);

  g_clear_pointer (&field.label, g_array_unref);
  g_clear_pointer (&field.value, g_array_unref);
}
