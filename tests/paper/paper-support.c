/* paper-support.c - what several tests of the paper layer need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-support.h"

#include "core/date.h"
#include "paper/pages-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

PanahText
own_text (const char *words)
{
  return (PanahText) { .string = words, .language = "ru" };
}

PanahText
answer_text (const char *words,
             const char *fact)
{
  return (PanahText) {
    .string = words,
    .language = "ru",
    .fact = fact,
    .bytes_in = strlen (words),
  };
}

PanahDocument *
new_document (void)
{
  PanahDocument *document = panah_document_new ("application", "ru");

  panah_document_set_title (document, "Ходатайство — Өтініш");
  return document;
}

PanahPages *
lay_out (PanahDocument *document)
{
  g_autoptr (GError) error = NULL;
  PanahPages *pages = panah_pages_new (document, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pages);
  return pages;
}

GBytes *
print_pages (PanahPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = panah_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

static void
add_sample_fields (PanahBlock *body)
{
  static const char *const rows[][3] = {
    { "Фамилия, имя, отчество", "Ахмади Фарид Мохаммад", "applicant.name" },
    { "Мекенжайы", "Алматы қ., Жібек жолы көшесі, 12-үй", "applicant.address_here" },
    { "Телефон", "+7 701 555 12 34", "applicant.phone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      PanahFieldSpec spec = {
        .number = number,
        .label = own_text (rows[i][0]),
        .caption = own_text ("(заполняется печатными буквами)"),
        .value = answer_text (rows[i][1], rows[i][2]),
        .min_lines = 1,
        .max_lines = 2,
      };

      panah_block_add_field (body, &spec);
    }
}

/* One of every kind of block, in two languages. */
PanahDocument *
new_sample (void)
{
  static const double weights[] = { 2, 1 };
  PanahDocument *document = new_document ();
  PanahBlock *body = panah_document_get_body (document);
  PanahBlock *group = panah_block_add_group (body, 0.5, FALSE, TRUE);
  PanahText kazakh = { .string = "Босқын мәртебесін беру туралы өтініш", .language = "kk" };
  PanahText heads[] = { own_text ("Имя"), own_text ("Дата рождения") };
  PanahText cells[] = {
    answer_text ("Лейла", "family[0].name"),
    answer_text ("03.09.2014", "family[0].birth_date"),
  };
  PanahText captions[] = { own_text ("(подпись)"), own_text ("(дата)") };
  PanahText values[] = { own_text (""), answer_text ("24.11.2026", "application.signed_on") };
  PanahBlock *table;

  panah_document_set_footer (document, "Бет %1 / %2");
  panah_block_add_paragraph (group, PANAH_TONE_BODY, PANAH_ALIGN_START, own_text ("В управление"));
  panah_block_add_heading (body, 1, PANAH_ALIGN_CENTER, own_text ("Ходатайство"));
  panah_block_add_heading (body, 2, PANAH_ALIGN_CENTER, kazakh);
  panah_block_add_paragraph (body, PANAH_TONE_BODY, PANAH_ALIGN_JUSTIFY,
                             own_text ("Прошу признать меня беженцем."));
  add_sample_fields (body);
  table = panah_block_add_table (body, 2, weights, heads);
  panah_block_add_row (table, cells);
  panah_block_add_item (body, PANAH_MARK_BULLET, own_text ("фотографии"));
  panah_block_add_item (body, PANAH_MARK_BOX_TICKED, own_text ("копия паспорта"));
  group = panah_block_add_group (body, 0, TRUE, TRUE);
  panah_block_add_paragraph (group, PANAH_TONE_LARGE, PANAH_ALIGN_START, own_text ("27 ноября"));
  panah_block_add_rule (body);
  panah_block_add_space (body, 10);
  panah_block_add_signature (body, 2, captions, values);
  return document;
}

/* @words again and again until they are at least @length bytes. */
char *
repeat_words (const char *words,
              gsize       length)
{
  GString *string = g_string_sized_new (length + strlen (words));

  while (string->len < length)
    g_string_append (string, words);
  return g_string_free (string, FALSE);
}

const PanahFieldResult *
get_result (PanahPages *pages,
            const char *fact)
{
  const GPtrArray *fields = panah_pages_get_fields (pages);

  for (guint i = 0; i < fields->len; i++)
    {
      const PanahFieldResult *result = g_ptr_array_index (fields, i);

      if (g_str_equal (result->fact, fact))
        return result;
    }
  g_test_fail_printf ("no result for %s", fact);
  return NULL;
}

/* Returns the path of a new temporary file; the caller removes it. */
char *
write_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("panah-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  return path;
}

gboolean
has_program (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  return path != NULL;
}

/* Returns what the program printed; it must succeed. */
char *
run_program (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *warnings = NULL;
  char *output = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                &output, &warnings, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_test_message ("%s: %s%s", argv[0], output, warnings);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

const PanahRendered *
find_document (const PanahRendering *rendering,
               const char           *id)
{
  for (guint i = 0; i < rendering->documents->len; i++)
    {
      const PanahRendered *rendered = rendering->documents->pdata[i];
      if (strcmp (rendered->id, id) == 0)
        return rendered;
    }
  return NULL;
}

/* A case of @pack with these facts; @journey may be NULL. */
PanahCase *
make_case (PanahPack  *pack,
           JsonObject *facts,
           const char *journey,
           const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "format", "panah-case");
  json_object_set_int_member (object, "schema", 1);
  json_object_set_string_member (object, "pack", panah_pack_get_id (pack));
  json_object_set_string_member (object, "official_language", language);
  if (journey != NULL)
    json_object_set_string_member (object, "journey", journey);
  json_object_set_object_member (object, "facts", json_object_ref (facts));
  json_node_take_object (root, object);
  PanahCase *a_case = panah_case_new_from_json (root, pack, &error);
  g_assert_no_error (error);
  return a_case;
}

/* A day is its morning. */
gint64
read_moment (const char *on)
{
  g_autofree char *whole = strchr (on, 'T') != NULL ? g_strdup (on) : g_strconcat (on, "T10:00", NULL);
  gint64 moment;

  g_assert_true (panah_moment_parse (whole, &moment));
  return moment;
}

/* All words, a space between two lines, without what isolates the answers. */
char *
read_text (const PanahRendered *rendered)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < rendered->pages->sheets->len; i++)
    {
      PanahSheet *sheet = rendered->pages->sheets->pdata[i];
      for (guint j = 0; j < sheet->len; j++)
        {
          const PanahInk *ink = &g_array_index (sheet, PanahInk, j);
          if (ink->kind != PANAH_INK_TEXT)
            continue;
          g_string_append_len (text, pango_layout_get_text (ink->layout) + ink->line->start_index, ink->line->length);
          g_string_append_c (text, ' ');
        }
    }
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean again = c == ' ' && (plain->len == 0 || plain->str[plain->len - 1] == ' ');
      if (!again && (c < 0x2066 || c > 0x2069))
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

guint
count_problems_with (const PanahRendering *rendering,
                     const char           *words)
{
  guint n = 0;

  for (guint i = 0; i < rendering->problems->len; i++)
    n += strstr (((const PanahProblem *) rendering->problems->pdata[i])->message, words) != NULL;
  return n;
}
