/* test-unprintable.c - what cannot stand on the form: said in another language, or in letters no font has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool-support.h"

#include <string.h>

#define UZBEK "Mazori Sharif shahri"
#define DARI "شهر مزار شریف"
#define FORM "kinds.ru.pdf"

typedef struct
{
  const char *name;
  const char *facts; /* of the pack xt */
  const char *fact;  /* which of them */
} Row;

/* No words in the language of the form: lines to write on, and the whole original on the continuation sheet */
static const Row originals[] = {
  { "text", "\"kind.text\":{\"said\":\"" UZBEK "\",\"language\":\"uz\"}", "kind.text" },
  { "text-official-empty",
    "\"kind.text\":{\"said\":\"" UZBEK "\",\"language\":\"uz\",\"official\":{\"ru\":\"\"}}", "kind.text" },
  { "text-official-elsewhere",
    "\"kind.text\":{\"said\":\"" UZBEK "\",\"language\":\"uz\",\"official\":{\"kk\":\"қала\"}}", "kind.text" },
  { "long-text", "\"kind.long-text\":{\"said\":\"" UZBEK "\",\"language\":\"uz\"}", "kind.long-text" },
  { "list-member", "\"kind.list\":[{\"note\":{\"said\":\"" UZBEK "\",\"language\":\"uz\"}}]", "kind.list[0].note" },
  { "cell", "\"sheet.list\":[{\"note\":{\"said\":\"" UZBEK "\",\"language\":\"uz\"}}]", "sheet.list[0].note" },
};

typedef struct
{
  const char *name;
  const char *facts;
  const char *fact;
  const char *character;
  const char *code;
} GlyphRow;

/* Letters that none of our fonts has: an emoji, a hanzi beyond the first plane, a hieroglyph, a private one */
static const GlyphRow glyphs[] = {
  { "emoji-name", "\"kind.name\":{\"cyrillic\":{\"given\":\"Насим😀\"}}", "kind.name", "😀", "U+1F600" },
  { "hanzi-name", "\"kind.name\":{\"cyrillic\":{\"given\":\"𠮷\"}}", "kind.name", "𠮷", "U+20BB7" },
  { "hieroglyph-text", "\"kind.text\":{\"official\":{\"ru\":\"слово 𓀀\"}}", "kind.text", "𓀀", "U+13000" },
  { "emoji-long-text", "\"kind.long-text\":{\"official\":{\"ru\":\"слово 😀 слово\"}}", "kind.long-text",
    "😀", "U+1F600" },
  { "emoji-number", "\"kind.number-text\":{\"official\":{\"ru\":\"12😀\"}}", "kind.number-text", "😀", "U+1F600" },
  { "private-use", "\"kind.text\":{\"official\":{\"ru\":\"\xee\x80\x80\"}}", "kind.text", "\xee\x80\x80", "U+E000" },
  { "emoji-list-member", "\"kind.list\":[{\"note\":{\"official\":{\"ru\":\"😀\"}}}]", "kind.list[0].note",
    "😀", "U+1F600" },
  { "emoji-cell", "\"sheet.list\":[{\"note\":{\"official\":{\"ru\":\"😀\"}}}]", "sheet.list[0].note", "😀", "U+1F600" },
};

/* Characters that are no text are left out and told. */
static const GlyphRow controls[] = {
  { "direction-override", "\"kind.text\":{\"official\":{\"ru\":\"аб\\u202eвг\"}}", "kind.text", "абвг", NULL },
  { "escape", "\"kind.text\":{\"official\":{\"ru\":\"аб\\u001b[2Jвг\"}}", "kind.text", "аб[2Jвг", NULL },
  { "delete", "\"kind.name\":{\"cyrillic\":{\"given\":\"аб\\u007fвг\"}}", "kind.name", "абвг", NULL },
  { "tags", "\"kind.text\":{\"official\":{\"ru\":\"аб\\udb40\\udc41вг\"}}", "kind.text", "абвг", NULL },
};

typedef struct
{
  char     *folder;
  char     *out;
  ToolRun  *run;
  JsonNode *root;
} Rendering;

static void
clear_rendering (Rendering *self)
{
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->run, tool_run_free);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->folder, tool_remove_folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rendering, clear_rendering)

/* Renders @facts beside two answers that can be printed. */
static JsonObject *
render (Rendering  *self,
        const char *facts,
        int         code)
{
  g_autofree char *all = g_strdup_printf ("%s,\"kind.date\":\"2026-11-23\",\"kind.choice\":\"red\"", facts);
  g_autofree char *json = tool_make_case ("xt", "kinds", all);

  self->folder = tool_new_folder ();
  self->out = g_build_filename (self->folder, "out", NULL);
  self->run = tool_render (json, self->out);
  tool_assert_code (self->run, code);
  self->root = tool_run_get_json (self->run);
  return json_node_get_object (self->root);
}

static JsonObject *
find_field (JsonObject *root,
            const char *file,
            const char *fact)
{
  JsonObject *document = tool_find_by (root, "documents", "file", file);

  return document != NULL ? tool_find_by (document, "fields", "fact", fact) : NULL;
}

static void
assert_others_printed (const Rendering *rendering)
{
  if (!tool_has_program ("pdftotext"))
    return;
  g_autofree char *text = tool_read_pdf (rendering->out, FORM);
  g_assert_true (tool_text_has (text, "23.11.2026"));
  g_assert_true (tool_text_has (text, "красный"));
}

static void
assert_not_on_form (const Rendering *rendering)
{
  if (!tool_has_program ("pdftotext"))
    return;
  g_autofree char *form = tool_read_pdf (rendering->out, FORM);
  g_autofree char *sheet = tool_read_pdf (rendering->out, "more.ru.pdf");
  g_assert_false (tool_text_has (form, UZBEK));
  g_assert_true (tool_text_has (sheet, UZBEK));
}

static void
test_original (gconstpointer data)
{
  const Row *row = data;
  g_auto (Rendering) rendering = { NULL };
  JsonObject *root = render (&rendering, row->facts, TOOL_ATTENTION);
  JsonObject *field = find_field (root, FORM, row->fact), *original = find_field (root, "more.ru.pdf", row->fact);

  g_assert_true (tool_has_problem (root, "warning", row->fact, "no words for it"));
  g_assert_nonnull (field);
  g_assert_cmpstr (json_object_get_string_member (field, "mode"), ==, "line");
  g_assert_cmpint (json_object_get_int_member (field, "bytes_placed"), ==, 0);
  g_assert_nonnull (original);
  g_assert_cmpint (json_object_get_int_member (original, "bytes_in"), ==, strlen (UZBEK));
  g_assert_cmpint (json_object_get_int_member (original, "bytes_placed"), ==, strlen (UZBEK));
  assert_not_on_form (&rendering);
  assert_others_printed (&rendering);
}

static void
test_glyph (gconstpointer data)
{
  const GlyphRow *row = data;
  g_auto (Rendering) rendering = { NULL };
  JsonObject *root = render (&rendering, row->facts, TOOL_ATTENTION);
  JsonObject *field = find_field (root, FORM, row->fact);

  g_assert_true (tool_has_problem (root, "warning", row->fact, row->character));
  g_assert_true (tool_has_problem (root, "warning", row->fact, row->code));
  g_assert_nonnull (strstr (rendering.run->err, row->code));
  g_assert_nonnull (field);
  g_assert_cmpstr (json_object_get_string_member (field, "mode"), ==, "line");
  g_assert_cmpint (json_object_get_int_member (field, "bytes_in"), >, 0);
  g_assert_cmpint (json_object_get_int_member (field, "bytes_placed"), ==, 0);
  assert_others_printed (&rendering);
}

/* The same letter in what was said: it stands nowhere, and one warning says both. */
static void
test_glyph_in_original (void)
{
  g_auto (Rendering) rendering = { NULL };
  JsonObject *root =
    render (&rendering, "\"kind.text\":{\"said\":\"" UZBEK " 😀\",\"language\":\"uz\"}", TOOL_ATTENTION);

  g_assert_true (tool_has_problem (root, "warning", "kind.text", "no words for it in the language of the paper"));
  g_assert_true (tool_has_problem (root, "warning", "kind.text", "😀"));
  assert_others_printed (&rendering);
}

static void
test_control (gconstpointer data)
{
  const GlyphRow *row = data;
  g_auto (Rendering) rendering = { NULL };
  JsonObject *root = render (&rendering, row->facts, TOOL_ATTENTION);
  JsonObject *field = find_field (root, FORM, row->fact);

  g_assert_true (tool_has_problem (root, "warning", row->fact, "left out"));
  g_assert_nonnull (field);
  g_assert_cmpint (json_object_get_int_member (field, "bytes_in"), ==, strlen (row->character));
  g_assert_cmpint (json_object_get_int_member (field, "bytes_placed"), ==, strlen (row->character));
  if (tool_has_program ("pdftotext"))
    {
      g_autofree char *text = tool_read_pdf (rendering.out, FORM);
      g_assert_true (tool_text_has (text, row->character));
    }
  assert_others_printed (&rendering);
}

/* Both things that can be wrong with one answer are told. */
static void
test_control_and_glyph (void)
{
  g_auto (Rendering) rendering = { NULL };
  JsonObject *root = render (&rendering, "\"kind.text\":{\"official\":{\"ru\":\"😀\\u202e\"}}", TOOL_ATTENTION);

  g_assert_true (tool_has_problem (root, "warning", "kind.text", "U+1F600"));
  g_assert_true (tool_has_problem (root, "warning", "kind.text", "left out"));
}

/* What did not fit goes on elsewhere, whole. */
static void
test_continued (void)
{
  g_autofree char *words = g_strnfill (5000, 'a');
  g_auto (Rendering) rendering = { NULL };

  for (guint i = 9; i < 5000; i += 10)
    words[i] = ' ';
  words[4999] = 'z';
  g_autofree char *facts = g_strdup_printf ("\"kind.long-text\":{\"official\":{\"ru\":\"%s\"}}", words);
  JsonObject *root = render (&rendering, facts, TOOL_DONE);
  JsonObject *field = find_field (root, FORM, "kind.long-text");
  JsonObject *rest = find_field (root, "more.ru.pdf", "kind.long-text");

  g_assert_nonnull (field);
  g_assert_nonnull (rest);
  g_assert_cmpstr (json_object_get_string_member (field, "mode"), ==, "continue");
  g_assert_cmpint (json_object_get_int_member (field, "bytes_in"), ==, 5000);
  g_assert_cmpint (json_object_get_int_member (rest, "bytes_placed"), ==, 5000);
  assert_others_printed (&rendering);
}

/* A story in Dari, as it comes from somebody who was alone with the program: lines for the interpreter … */
static JsonNode *
render_story (int *code)
{
  g_autoptr (ToolFolder) folder = tool_new_folder ();
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *json =
    tool_make_case ("kz", "apply", "\"reasons.text\":{\"said\":\"" DARI "\",\"language\":\"fa-AF\"}");
  g_autoptr (ToolRun) run = tool_render (json, out);

  *code = run->code;
  return tool_run_get_json (run);
}

static void
test_story (void)
{
  int code;
  g_autoptr (JsonNode) root = render_story (&code);
  JsonObject *manifest = json_node_get_object (root);
  JsonObject *field = find_field (manifest, "application.ru.pdf", "reasons.text");

  g_assert_cmpint (code, <, TOOL_REFUSED);
  g_assert_true (tool_has_problem (manifest, "warning", "reasons.text", "no words for it"));
  g_assert_nonnull (field);
  g_assert_cmpstr (json_object_get_string_member (field, "mode"), ==, "line");
}

/* … and what was said, whole, on the sheet that goes with the form */
static void
test_story_on_the_sheet (void)
{
  int code;
  g_autoptr (JsonNode) root = render_story (&code);
  JsonObject *field = find_field (json_node_get_object (root), "annex.ru.pdf", "reasons.text");

  g_assert_cmpint (code, ==, TOOL_ATTENTION);
  g_assert_nonnull (field);
  g_assert_cmpint (json_object_get_int_member (field, "bytes_in"), ==, strlen (DARI));
  g_assert_cmpint (json_object_get_int_member (field, "bytes_placed"), ==, strlen (DARI));
}

static void
add_glyph_rows (const char     *folder,
                const GlyphRow *rows,
                guint           n_rows,
                GTestDataFunc   func)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/unprintable/%s/%s", folder, rows[i].name);
      g_test_add_data_func (path, &rows[i], func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (originals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/unprintable/original/%s", originals[i].name);
      g_test_add_data_func (path, &originals[i], test_original);
    }
  add_glyph_rows ("glyph", glyphs, G_N_ELEMENTS (glyphs), test_glyph);
  add_glyph_rows ("control", controls, G_N_ELEMENTS (controls), test_control);
  g_test_add_func ("/unprintable/glyph-in-original", test_glyph_in_original);
  g_test_add_func ("/unprintable/control-and-glyph", test_control_and_glyph);
  g_test_add_func ("/unprintable/continued", test_continued);
  g_test_add_func ("/unprintable/dari/story", test_story);
  g_test_add_func ("/unprintable/dari/story-on-the-sheet", test_story_on_the_sheet);

  return g_test_run ();
}
