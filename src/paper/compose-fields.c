/* compose-fields.c - answers on a form: fields, tables, signature lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "paper/words.h"

#include <string.h>

/* A copy has all the room it needs. */
static PanahOverflow
get_overflow (PanahComposer        *self,
              const PanahBlockSpec *block)
{
  if (self->reading != NULL)
    return PANAH_OVERFLOW_GROW;
  return g_strcmp0 (block->overflow, "shrink") == 0     ? PANAH_OVERFLOW_SHRINK
         : g_strcmp0 (block->overflow, "continue") == 0 ? PANAH_OVERFLOW_CONTINUE
                                                        : PANAH_OVERFLOW_GROW;
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (text->len > 0 && *part != '\0')
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* An answer in one language is said to be in it; a line of answers in several, to be as the paper around it. */
static void
note_language (PanahComposer      *self,
               PanahEntry         *entry,
               const PanahPrinted *printed)
{
  const char *language = printed->language != NULL ? printed->language : self->usual;

  if (*printed->text == '\0' || strcmp (entry->language, language) == 0)
    return;
  g_free (entry->language);
  entry->language = g_strdup (entry->bytes == 0 ? language : self->usual);
}

/* How a letter to the one office of that kind is headed, on a copy what that office is called; NULL if there is none, or
 * a choice. */
static const char *
find_addressee (PanahComposer        *self,
                const PanahBlockSpec *block)
{
  const GPtrArray *offices = panah_plan_get_offices (self->plan);
  const char *found = NULL;

  for (guint i = 0; block->office != NULL && self->official_index != G_MAXUINT && i < offices->len; i++)
    {
      const PanahOfficeSpec *office = offices->pdata[i];
      const char *addressee = office->addressee[self->official_index];
      if (strcmp (office->kind, block->office) != 0 || addressee == NULL)
        continue;
      if (found != NULL)
        return NULL;
      found = self->reading != NULL ? panah_reading_translate (self, office->name).string : addressee;
    }
  return found;
}

static void
print_fact (PanahComposer        *self,
            const PanahBlockSpec *block,
            const char           *id,
            PanahEntry           *entry,
            GString              *text)
{
  g_auto (PanahPrinted) printed = { 0 };
  const char *addressee = find_addressee (self, block);

  if (addressee != NULL && panah_value_get_answer (panah_facts_get (self->facts, id)) == PANAH_ANSWER_ABSENT)
    {
      g_string_append (text, addressee);
      panah_entry_add_fact (entry, id, strlen (addressee), FALSE);
      return;
    }

  panah_composer_print (self, panah_pack_find_fact (self->pack, id), panah_facts_get (self->facts, id), id, block,
                        &printed);
  append_part (text, ", ", printed.text);
  note_language (self, entry, &printed);
  panah_entry_add_fact (entry, id, printed.bytes, *printed.text == '\0');
}

static PanahTruth
entry_belongs (PanahComposer        *self,
               const PanahBlockSpec *block,
               const PanahValue     *list,
               guint                 entry)
{
  PanahConditionScope scope;

  panah_plan_init_scope (self->plan, &scope);
  scope.list = list;
  scope.list_id = block->list;
  scope.entry = entry;
  return panah_condition_evaluate (block->where, &scope);
}

/* Of somebody who may belong here and may not, nothing is printed. */
static void
report_unsettled (PanahComposer        *self,
                  const PanahBlockSpec *block,
                  guint                 index)
{
  g_autofree char *path = g_strdup_printf ("%s[%u]", block->list, index);
  const PanahFactSpec *list = panah_pack_find_fact (self->pack, block->list);

  if (self->reading != NULL)
    return;
  panah_composer_add_problem (self, PANAH_SEVERITY_MISSING, path,
                              "whether this entry belongs on the paper is not known, so there is room to write it: %1",
                              list->label, NULL);
}

/* A number that depends on an answer that is missing stays blank. */
static void
print_count (PanahComposer        *self,
             const PanahBlockSpec *block,
             PanahEntry           *entry,
             GString              *text)
{
  const PanahValue *list = panah_facts_get (self->facts, block->list);
  PanahAnswer answer = panah_value_get_answer (list);
  guint n = block->plus;

  if (answer != PANAH_ANSWER_GIVEN && answer != PANAH_ANSWER_NONE)
    {
      print_fact (self, block, block->list, entry, text);
      return;
    }
  for (guint i = 0; i < panah_value_get_n_entries (list); i++)
    {
      PanahTruth belongs = entry_belongs (self, block, list, i);
      if (belongs == PANAH_TRUTH_UNKNOWN)
        {
          report_unsettled (self, block, i);
          panah_entry_add_fact (entry, block->list, 0, TRUE);
          return;
        }
      n += belongs == PANAH_TRUTH_TRUE;
    }

  const char *suffix = panah_composer_get_word (self, block, "suffix");
  g_string_append_printf (text, "%u%s%s", n, suffix != NULL ? " " : "", suffix != NULL ? suffix : "");
  panah_entry_add_fact (entry, block->list, text->len, FALSE);
}

/* One member of an entry. Before a word for *unknown* or *none* stands what it is about. */
static void
print_member (PanahComposer        *self,
              const PanahBlockSpec *block,
              const PanahFactSpec  *spec,
              const PanahValue     *value,
              const char           *path,
              PanahEntry           *entry,
              GString              *line)
{
  g_auto (PanahPrinted) printed = { 0 };
  const char *about = panah_composer_get_word (self, block, spec->id);

  panah_composer_print (self, spec, value, path, block, &printed);
  note_language (self, entry, &printed);
  panah_entry_add_fact (entry, path, printed.bytes, *printed.text == '\0');
  if (printed.kind == PANAH_PRINTED_WORD && about != NULL)
    {
      append_part (line, ", ", about);
      g_string_append_printf (line, ": %s", printed.text);
    }
  else
    append_part (line, ", ", printed.text);
}

/* One entry after the other as running text. */
static void
print_list (PanahComposer        *self,
            const PanahBlockSpec *block,
            PanahEntry           *entry,
            GString              *text)
{
  const PanahFactSpec *spec = panah_pack_find_fact (self->pack, block->list);
  const PanahValue *list = panah_facts_get (self->facts, block->list);

  if (!panah_value_is_given (list))
    {
      print_fact (self, block, block->list, entry, text);
      return;
    }

  for (guint i = 0; i < panah_value_get_n_entries (list); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      PanahTruth belongs = entry_belongs (self, block, list, i);
      if (belongs == PANAH_TRUTH_UNKNOWN)
        {
          g_autofree char *entry_path = g_strdup_printf ("%s[%u]", block->list, i);
          report_unsettled (self, block, i);
          panah_entry_add_fact (entry, entry_path, 0, TRUE);
        }
      for (guint j = 0; belongs == PANAH_TRUTH_TRUE && block->members[j] != NULL; j++)
        {
          g_autofree char *path = g_strdup_printf ("%s[%u].%s", block->list, i, block->members[j]);
          print_member (self, block, panah_fact_spec_find_item (spec, block->members[j]),
                        panah_value_get_member (list, i, block->members[j]), path, entry, line);
        }
      append_part (text, "; ", line->str);
    }
}

/* Where one of several parts is written by hand, a line stays free for it. */
static guint
count_free_lines (const PanahEntry *entry)
{
  for (guint i = 0; entry->bytes > 0 && i < entry->facts->len; i++)
    {
      if (((const PanahPrintedFact *) entry->facts->pdata[i])->left_out)
        return 1;
    }
  return 0;
}

/* On a form's ruled lines a new paragraph begins in the next line; blank lines would only eat the room. */
static char *
close_up (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != '\n' || (out->len > 0 && out->str[out->len - 1] != '\n'))
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static char *
make_key (const PanahBlockSpec *block)
{
  if (block->list != NULL)
    return g_strdup (block->list);
  if (block->facts != NULL)
    return g_strjoinv (" ", (char **) block->facts);
  return g_strdup (block->fact);
}

/* All that is printed of one item, into @entry. */
void
panah_composer_print_item (PanahComposer        *self,
                           const PanahBlockSpec *block,
                           PanahEntry           *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (block->counts)
    print_count (self, block, entry, text);
  else if (block->list != NULL)
    print_list (self, block, entry, text);
  else if (block->facts != NULL)
    {
      for (guint i = 0; block->facts[i] != NULL; i++)
        print_fact (self, block, block->facts[i], entry, text);
    }
  else
    print_fact (self, block, block->fact, entry, text);

  entry->block = block;
  entry->text = g_strdup (text->str);
}

void
panah_compose_field (PanahComposer        *self,
                     PanahBlock           *group,
                     const PanahBlockSpec *block)
{
  PanahText label = panah_composer_get_text (self, block, "label");
  g_autofree char *plain_key = make_key (block);
  g_autofree char *key = g_strdup_printf ("%s/%s", block->id, plain_key);
  PanahEntry *entry = panah_entry_new (key, block->number, label.string, self->usual);

  panah_composer_print_item (self, block, entry);
  g_ptr_array_add (self->out->entries, entry);
  g_autofree char *on_form = close_up (entry->text);

  PanahFieldSpec spec = {
    .number = block->number,
    .label = label,
    .caption = panah_composer_get_text (self, block, "caption"),
    .continued = panah_composer_get_text (self, block, "continued"),
    .value = { .string = on_form, .language = entry->language, .fact = key, .bytes_in = entry->bytes },
    .min_lines = self->reading != NULL ? 1 : block->lines,
    .max_lines = block->max_lines,
    .blank_lines = self->reading != NULL ? 1 : block->blank_lines,
    .free_lines = count_free_lines (entry),
    .stacked = block->stacked,
    .overflow = get_overflow (self, block),
  };
  panah_block_add_field (group, &spec);
}

static void
compose_row (PanahComposer        *self,
             PanahBlock           *table,
             const PanahBlockSpec *block,
             const PanahValue     *list,
             guint                 index,
             guint                 number)
{
  const PanahFactSpec *spec = panah_pack_find_fact (self->pack, block->list);
  guint n = g_strv_length ((char **) block->ids);
  g_autofree PanahText *cells = g_new0 (PanahText, n);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      if (*block->members[i] == '\0')
        {
          char *digits = g_strdup_printf ("%u", number);
          g_ptr_array_add (owned, digits);
          cells[i] = panah_composer_text (self, digits);
          continue;
        }

      char *path = g_strdup_printf ("%s[%u].%s", block->list, index, block->members[i]);
      PanahEntry *entry = panah_entry_new (path, NULL, panah_composer_get_word (self, block, block->ids[i]), self->usual);
      g_auto (PanahPrinted) printed = { 0 };
      g_ptr_array_add (owned, path);
      panah_composer_print (self, panah_fact_spec_find_item (spec, block->members[i]),
                            panah_value_get_member (list, index, block->members[i]), path, block, &printed);
      note_language (self, entry, &printed);
      panah_entry_add_fact (entry, path, printed.bytes, *printed.text == '\0');
      entry->text = g_steal_pointer (&printed.text);
      g_ptr_array_add (self->out->entries, entry);
      cells[i] = (PanahText) { entry->text, entry->language, path, entry->bytes };
    }
  panah_block_add_row (table, cells);
}

static void
compose_blank_row (PanahComposer        *self,
                   PanahBlock           *table,
                   const PanahBlockSpec *block,
                   guint                 number)
{
  guint n = g_strv_length ((char **) block->ids);
  g_autofree PanahText *cells = g_new0 (PanahText, n);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  for (guint i = 0; i < n; i++)
    cells[i] = panah_composer_text (self, *block->members[i] == '\0' ? digits : "");
  panah_block_add_row (table, cells);
}

/* There is nobody, or the person does not know: the word for it stands in the first column, and no row invites to more. */
static void
compose_word_row (PanahComposer        *self,
                  PanahBlock           *table,
                  const PanahBlockSpec *block)
{
  guint n = g_strv_length ((char **) block->ids), column = *block->members[0] == '\0' && n > 1 ? 1 : 0;
  g_autofree PanahText *cells = g_new0 (PanahText, n);
  g_autofree char *key = g_strdup_printf ("%s/%s", block->id, block->list);
  PanahEntry *entry = panah_entry_new (key, NULL, panah_composer_get_word (self, block, block->ids[column]), self->usual);
  g_autoptr (GString) text = g_string_new (NULL);

  print_fact (self, block, block->list, entry, text);
  entry->text = g_strdup (text->str);
  g_ptr_array_add (self->out->entries, entry);
  for (guint i = 0; i < n; i++)
    cells[i] = panah_composer_text (self, "");
  cells[column] = (PanahText) { entry->text, entry->language, entry->key, entry->bytes };
  panah_block_add_row (table, cells);
}

void
panah_compose_table (PanahComposer        *self,
                     PanahBlock           *group,
                     const PanahBlockSpec *block)
{
  const PanahValue *list = panah_facts_get (self->facts, block->list);
  PanahAnswer answer = panah_value_get_answer (list);
  guint n_columns = g_strv_length ((char **) block->ids), n_rows = 0, n_unsettled = 0;
  g_autofree double *weights = g_new0 (double, n_columns);
  g_autofree PanahText *heads = g_new0 (PanahText, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      weights[i] = block->weights[i];
      heads[i] = panah_composer_get_text (self, block, block->ids[i]);
    }

  PanahBlock *table = panah_block_add_table (group, n_columns, weights, heads);
  if (answer == PANAH_ANSWER_UNKNOWN || answer == PANAH_ANSWER_NONE)
    {
      compose_word_row (self, table, block);
      return;
    }
  if (answer == PANAH_ANSWER_ABSENT)
    panah_composer_report_blank (self, panah_pack_find_fact (self->pack, block->list), block->list);
  for (guint i = 0; i < panah_value_get_n_entries (list); i++)
    {
      PanahTruth belongs = entry_belongs (self, block, list, i);
      if (belongs == PANAH_TRUTH_TRUE)
        compose_row (self, table, block, list, i, ++n_rows);
      if (belongs == PANAH_TRUTH_UNKNOWN)
        report_unsettled (self, block, i);
      n_unsettled += belongs == PANAH_TRUTH_UNKNOWN;
    }
  for (guint n = MAX (block->blank_rows, n_rows + n_unsettled); n_rows < n;)
    compose_blank_row (self, table, block, ++n_rows);
}

/* Who does not know the day of signing yet writes it when signing. */
static gboolean
is_for_the_pen (const PanahValue *value)
{
  PanahAnswer answer = panah_value_get_answer (value);

  return answer == PANAH_ANSWER_UNKNOWN || answer == PANAH_ANSWER_NONE;
}

void
panah_compose_signature (PanahComposer        *self,
                         PanahBlock           *group,
                         const PanahBlockSpec *block)
{
  guint n = g_strv_length ((char **) block->ids);
  g_autofree PanahText *captions = g_new0 (PanahText, n), *values = g_new0 (PanahText, n);

  for (guint i = 0; i < n; i++)
    {
      const char *fact = block->members[i];
      captions[i] = panah_composer_get_text (self, block, block->ids[i]);
      values[i] = panah_composer_text (self, "");
      if (*fact == '\0')
        continue;

      g_autofree char *key = g_strdup_printf ("%s/%s", block->id, fact);
      PanahEntry *entry = panah_entry_new (key, NULL, captions[i].string, self->usual);
      g_autoptr (GString) text = g_string_new (NULL);
      if (is_for_the_pen (panah_facts_get (self->facts, fact)))
        {
          panah_composer_report_blank (self, panah_pack_find_fact (self->pack, fact), fact);
          panah_entry_add_fact (entry, fact, 0, TRUE);
        }
      else
        print_fact (self, block, fact, entry, text);
      entry->text = g_strdup (text->str);
      g_ptr_array_add (self->out->entries, entry);
      values[i] = (PanahText) { entry->text, entry->language, entry->key, entry->bytes };
    }
  panah_block_add_signature (group, n, captions, values);
}
