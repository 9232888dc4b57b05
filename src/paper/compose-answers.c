/* compose-answers.c - one answer at a time: what is printed, what is left out, and who is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/compose-private.h"

#include "paper/font-set.h"
#include "paper/printed-told.h"

#include <stdlib.h>
#include <string.h>

/* A letter that no font has, and its number; both empty if there is none */
typedef struct
{
  char character[8];
  char code[12];
} Letter;

/**
 * panah_problem_copy:
 * @self: a problem
 *
 * Returns: (transfer full): the same; free it with [func@Panah.problem_free]
 */
PanahProblem *
panah_problem_copy (const PanahProblem *self)
{
  PanahProblem *copy = g_new0 (PanahProblem, 1);

  copy->severity = self->severity;
  copy->fact = g_strdup (self->fact);
  copy->message = g_strdup (self->message);
  copy->pattern = g_strdup (self->pattern);
  copy->args = g_strdupv (self->args);
  return copy;
}

/**
 * panah_problem_free:
 * @self: (type PanahProblem): a problem
 */
void
panah_problem_free (gpointer self)
{
  panah_problem_clear (self);
  g_free (self);
}

static void
printed_fact_free (gpointer data)
{
  PanahPrintedFact *self = data;

  g_free (self->fact);
  g_free (self);
}

void
panah_entry_free (gpointer data)
{
  PanahEntry *self = data;

  g_free (self->key);
  g_free (self->number);
  g_free (self->label);
  g_free (self->part);
  g_free (self->text);
  g_free (self->language);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

PanahEntry *
panah_entry_new (const char *key,
                 const char *number,
                 const char *label,
                 const char *language)
{
  PanahEntry *self = g_new0 (PanahEntry, 1);

  self->key = g_strdup (key);
  self->number = g_strdup (number);
  self->label = g_strdup (label);
  self->language = g_strdup (language);
  self->facts = g_ptr_array_new_with_free_func (printed_fact_free);
  return self;
}

/* @left_out: the answer does not stand on the paper */
void
panah_entry_add_fact (PanahEntry *self,
                      const char *fact,
                      gsize       bytes,
                      gboolean    left_out)
{
  PanahPrintedFact *printed = g_new0 (PanahPrintedFact, 1);

  printed->fact = g_strdup (fact);
  printed->bytes = bytes;
  printed->left_out = left_out;
  if (!left_out)
    self->bytes += bytes;
  g_ptr_array_add (self->facts, printed);
}

PanahEntry *
panah_entry_copy (const PanahEntry *entry)
{
  PanahEntry *copy = panah_entry_new (entry->key, entry->number, entry->label, entry->language);

  for (guint i = 0; i < entry->facts->len; i++)
    {
      const PanahPrintedFact *fact = entry->facts->pdata[i];
      panah_entry_add_fact (copy, fact->fact, fact->bytes, fact->left_out);
    }
  copy->text = g_strdup (entry->text);
  return copy;
}

/* What follows @pattern stands in its gaps; the last one is NULL. */
void
panah_composer_add_problem (PanahComposer *self,
                            PanahSeverity  severity,
                            const char    *fact,
                            const char    *pattern,
                            ...)
{
  const char *args[10] = { NULL };
  va_list list;

  va_start (list, pattern);
  for (guint i = 0; i < G_N_ELEMENTS (args) - 1 && (args[i] = va_arg (list, const char *)) != NULL; i++)
    continue;
  va_end (list);
  g_ptr_array_add (self->out->problems, panah_problem_new_pattern (severity, fact, pattern, args));
}

/* On a form as the office wants it, on a copy as it was told. */
void
panah_composer_print_fact (PanahComposer       *self,
                           const PanahFactSpec *spec,
                           const PanahValue    *value,
                           PanahPrinted        *out)
{
  if (self->reading != NULL)
    panah_printed_init_told (out, spec, value, self->pack, self->language, self->reading->paper->language);
  else
    panah_printed_init (out, spec, value, self->language, self->official_index);
  panah_printed_check (out);
}

/* What an entry of a list is called: by the name of the person, else by what its first member says; NULL if that cannot
 * be printed. */
static char *
find_name (PanahComposer       *self,
           const PanahFactSpec *list,
           guint                index)
{
  const PanahFactSpec *item = panah_fact_spec_find_role (list, PANAH_ROLE_MEMBER_NAME);
  g_auto (PanahPrinted) printed = { 0 };

  item = item != NULL ? item : list->items[0];
  const PanahValue *value = panah_value_get_member (panah_facts_get (self->facts, list->id), index, item->id);
  if (!panah_value_is_given (value))
    return NULL;
  if (item->kind == PANAH_FACT_CHOICE && self->spec->for_user)
    {
      const PanahChoice *choice = panah_fact_spec_find_choice (item, panah_value_get_codes (value)[0]);
      return choice != NULL ? g_strdup (panah_composer_translate (self, choice->label)) : NULL;
    }

  panah_composer_print_fact (self, item, value, &printed);
  return *printed.text != '\0' ? g_steal_pointer (&printed.text) : NULL;
}

/* Returns: what the paper calls an entry of a list; its number if it has no name */
char *
panah_composer_name_entry (PanahComposer       *self,
                           const PanahFactSpec *list,
                           guint                index)
{
  char *name = find_name (self, list, index);

  return name != NULL ? name : g_strdup_printf ("%u", index + 1);
}

/* The name of a fact in the language of the paper, and whose it is: “Омид: дата рождения” for `family[1].birth_date`;
 * NULL if nobody knows the fact. */
char *
panah_composer_describe (PanahComposer *self,
                         const char    *path)
{
  g_autofree char *id = g_strndup (path, strcspn (path, "["));
  const PanahFactSpec *spec = panah_pack_find_fact (self->pack, id), *item = NULL;
  const char *open = strchr (path, '['), *dot = open != NULL ? strchr (open, '.') : NULL;

  if (spec == NULL)
    return NULL;
  if (open == NULL || spec->kind != PANAH_FACT_LIST)
    return g_strdup (panah_composer_translate (self, spec->label));

  g_autofree char *name = find_name (self, spec, strtoul (open + 1, NULL, 10));
  g_autofree char *who =
    name != NULL ? g_steal_pointer (&name)
                 : g_strdup_printf ("%s, %lu", panah_composer_translate (self, spec->label), strtoul (open + 1, NULL, 10) + 1);
  item = dot != NULL ? panah_fact_spec_find_item (spec, dot + 1) : NULL;
  if (item == NULL)
    return g_steal_pointer (&who);
  return g_strdup_printf ("%s: %s", who, panah_composer_translate (self, item->label));
}

/* What the form calls one member of a list: the head of its column, or the word before it in running text. */
static const char *
find_member_word (PanahComposer        *self,
                  const PanahFactSpec  *spec,
                  const PanahBlockSpec *block)
{
  for (guint i = 0; block->list != NULL && block->members[i] != NULL; i++)
    {
      if (strcmp (block->members[i], spec->id) == 0)
        return panah_composer_get_word (self, block, block->ids != NULL ? block->ids[i] : spec->id);
    }
  return NULL;
}

/*
 * panah_composer_describe_line:
 * @path: (nullable): of one answer, if it is not all of the line
 * @out_part: (out) (nullable): in a list: whose answer it is, and to what
 *
 * Returns: (nullable): what the paper calls the line that @block prints
 */
const char *
panah_composer_describe_line (PanahComposer        *self,
                              const PanahBlockSpec *block,
                              const char           *path,
                              char                **out_part)
{
  const char *label = panah_composer_get_word (self, block, "label"), *open = path != NULL ? strchr (path, '[') : NULL;
  const char *dot = open != NULL ? strchr (open, '.') : NULL;

  *out_part = NULL;
  if (block->list == NULL || dot == NULL)
    return label;

  const PanahFactSpec *list = panah_pack_find_fact (self->pack, block->list);
  const char *member = find_member_word (self, panah_fact_spec_find_item (list, dot + 1), block);
  char *name = panah_composer_name_entry (self, list, strtoul (open + 1, NULL, 10));
  *out_part = label != NULL && member != NULL ? g_strdup_printf ("%s, %s", name, member) : g_strdup (name);
  g_free (name);
  return label != NULL ? label : member;
}

/* What was told in another language, for the continuation sheet. */
static void
add_original (PanahComposer        *self,
              const char           *said,
              const char           *said_language,
              const char           *path,
              const PanahBlockSpec *block)
{
  g_autofree char *part = NULL;
  const char *label = panah_composer_describe_line (self, block, path, &part);

  for (guint i = 0; i < self->out->originals->len; i++)
    {
      if (strcmp (((const PanahEntry *) self->out->originals->pdata[i])->key, path) == 0)
        return;
    }

  const char *language = said_language != NULL && panah_is_language_code (said_language) ? said_language : "und";
  PanahEntry *entry = panah_entry_new (path, block->number, label != NULL ? label : "", language);

  entry->part = g_steal_pointer (&part);
  entry->original = TRUE;
  entry->block = block;
  entry->text = panah_text_isolate (said, PANAH_ISOLATE_FIRST_STRONG);
  panah_entry_add_fact (entry, path, strlen (said), FALSE);
  g_ptr_array_add (self->out->originals, entry);
}

/* A sheet that nobody hands in has no continuation. */
static gboolean
has_continuation_sheet (PanahComposer *self)
{
  guint n;
  const PanahDocumentSpec *const *documents = panah_pack_get_documents (self->pack, &n);

  for (guint i = 0; i < n; i++)
    {
      if (strcmp (documents[i]->kind, "continuation") == 0 && strcmp (self->spec->kind, "sheet") != 0)
        return TRUE;
    }
  return FALSE;
}

static Letter
describe_letter (gunichar c)
{
  Letter letter = { 0 };

  if (c != 0)
    {
      g_unichar_to_utf8 (c, letter.character);
      g_snprintf (letter.code, sizeof letter.code, "U+%04X", c);
    }
  return letter;
}

static void
report_removed (PanahComposer *self,
                const char    *path,
                const char    *label,
                guint          removed)
{
  g_autofree char *n = g_strdup_printf ("%u", removed);

  if (removed > 0)
    panah_composer_add_problem (self, PANAH_SEVERITY_WARNING, path,
                                "characters that cannot be printed were left out (%1): %2", n, label, NULL);
}

/* Nobody has put the answer into the language of the paper: one problem says so, and what becomes of the original. */
static void
report_untranslated (PanahComposer        *self,
                     const PanahFactSpec  *spec,
                     const PanahValue     *value,
                     const char           *path,
                     const PanahBlockSpec *block)
{
  const char *said = spec->kind == PANAH_FACT_NAME ? panah_value_get_name (value)->native : panah_value_get_said (value);
  guint removed = 0;
  g_autofree char *clean = said != NULL ? panah_text_clean (said, -1, &removed) : g_strdup ("");
  const Letter missing = describe_letter (panah_fonts_find_missing (clean));

  if (*missing.character != '\0')
    panah_composer_add_problem (self, PANAH_SEVERITY_WARNING, path,
                                "there are no words for it in the language of the paper (%1), and no font has the "
                                "character “%2” (%3) of what was said: the paper has lines to write on: %4",
                                self->language, missing.character, missing.code, spec->label, NULL);
  else if (*clean == '\0' || !has_continuation_sheet (self))
    panah_composer_add_problem (self, PANAH_SEVERITY_WARNING, path,
                                "there are no words for it in the language of the paper (%1): the paper has lines to "
                                "write on: %2",
                                self->language, spec->label, NULL);
  else
    {
      panah_composer_add_problem (self, PANAH_SEVERITY_WARNING, path,
                                  "there are no words for it in the language of the paper (%1): the paper has lines to "
                                  "write on, and what was said stands on the continuation sheet: %2",
                                  self->language, spec->label, NULL);
      add_original (self, clean, panah_value_get_said_language (value), path, block);
      report_removed (self, path, spec->label, removed);
    }
}

/* Says that the paper has a line to write on; what a copy leaves blank, its paper has been asked for. */
void
panah_composer_report_blank (PanahComposer       *self,
                             const PanahFactSpec *spec,
                             const char          *path)
{
  if (self->reading != NULL)
    return;
  panah_composer_add_problem (self, PANAH_SEVERITY_MISSING, path,
                              "not answered: the paper has a line to write on: %1", spec->label, NULL);
}

/*
 * panah_composer_print:
 * @path: path of the fact
 * @block: (nullable): where it is printed; %NULL if nobody is to be told about what is left blank
 *
 * Prints an answer and notes what the person should know about it.
 */
void
panah_composer_print (PanahComposer        *self,
                      const PanahFactSpec  *spec,
                      const PanahValue     *value,
                      const char           *path,
                      const PanahBlockSpec *block,
                      PanahPrinted         *out)
{
  panah_composer_print_fact (self, spec, value, out);
  report_removed (self, path, spec->label, out->removed);
  if (out->kind == PANAH_PRINTED_UNPRINTABLE)
    {
      const Letter missing = describe_letter (out->missing);
      panah_composer_add_problem (self, PANAH_SEVERITY_WARNING, path,
                                  "no font has the character “%1” (%2): the paper has a line to write on: %3",
                                  missing.character, missing.code, spec->label, NULL);
    }
  if (out->kind == PANAH_PRINTED_UNTRANSLATED && block != NULL && self->reading == NULL)
    report_untranslated (self, spec, value, path, block);
  if (out->kind == PANAH_PRINTED_BLANK && block != NULL)
    panah_composer_report_blank (self, spec, path);
}
