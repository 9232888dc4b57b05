/* test-keyboard-layout.c - every letter of every language can be typed, where its readers look for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/keyboard-layout.h"

#include <string.h>

#define LAST_KEYCODE 255

typedef struct
{
  const char *name;
  const char *wanted;
  const char *keys; /* as an English keyboard has them; capitals and signs with Shift */
  const char *typed;
} Row;

/* What people type who learnt it on that keyboard: from photographs of keyboards and the standards, not from the data. */
static const Row rows[] = {
  { "uyghur", "ug", "qwer", "چۋېر" },
  { "uyghur/vowels", "ug", "fgoisbHKJ", "اەوڭسبخۆج" },
  { "dari", "fa-AF", "hsk", "اسن" },
  { "dari/four", "fa-AF", "];'m", "چکگپ" },
  { "dari/non-joiner", "fa-AF", "B", "\u200C" },
  { "dari/non-joiner-on-space", "fa-AF", "\x01", "\u200C" },
  { "dari/digits", "fa-AF", "1234567890", "۱۲۳۴۵۶۷۸۹۰" },
  { "arabic", "ar", "hgsghl", "السلام" },
  { "arabic/lam-alef-is-two-letters", "ar", "b", "لا" },
  { "arabic/lam-alef-with-hamza", "ar", "G", "لأ" },
  { "kazakh/letters-on-digits", "kk", "234589-0=", "әіңғүұөқһ" },
  { "kazakh/capitals", "kk", "@#$%*(_)+", "ӘІҢҒҮҰӨҚҺ" },
  { "kazakh/region", "kk-KZ", "fyf", "ана" },
  { "kyrgyz", "ky", "-=\\", "өңү" },
  { "russian", "ru", "ghbdtn", "привет" },
  { "russian/capitals", "ru", "GHBDTN", "ПРИВЕТ" },
  { "uzbek", "uz", "o'g'", "oʻgʻ" },
  { "uzbek/script", "uz-Latn", "o'", "oʻ" },
  { "uzbek/cyrillic", "uz-Cyrl", "o=-s", "ўҳғқ" },
  { "latin", PANAH_KEYBOARD_LATIN, "Nasim-2'", "Nasim-2'" },
  { "english", "en", "az", "az" },
  { "digits", PANAH_KEYBOARD_DIGITS, "+7(700)", "+7(700)" },
};

/* The alphabets, by the laws and school books of their countries. Keyboards of Kazakhstan have no ё. */
static const Row alphabets[] = {
  { "dari", "fa-AF", NULL, "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤأ" },
  { "arabic", "ar", NULL, "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" },
  { "uyghur", "ug", NULL, "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي" },
  { "kazakh", "kk", NULL, "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘБВГҒДЕЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ" },
  { "kyrgyz", "ky", NULL, "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ" },
  { "russian", "ru", NULL, "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ" },
  { "uzbek", "uz", NULL, "abdefghijklmnopqrstuvxyzʻABDEFGHIJKLMNOPQRSTUVXYZ" },
  { "uzbek-cyrillic", "uz-Cyrl", NULL, "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЪЬЭЮЯЎҚҒҲ" },
  { "latin", PANAH_KEYBOARD_LATIN, NULL, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'" },
};

static GPtrArray *layouts;

/* Where the keys of an English keyboard are, as Linux counts them. */
static guint
find_key (char      c,
          gboolean *out_shift)
{
  static const struct { guint first; const char *plain, *shifted; } keys[] = {
    { 10, "1234567890-=", "!@#$%^&*()_+" },
    { 24, "qwertyuiop[]", "QWERTYUIOP{}" },
    { 38, "asdfghjkl;'`", "ASDFGHJKL:\"~" },
    { 51, "\\zxcvbnm,./", "|ZXCVBNM<>?" },
    { 65, " ", "\x01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *plain = strchr (keys[i].plain, c), *shifted = strchr (keys[i].shifted, c);
      *out_shift = shifted != NULL;
      if (plain != NULL || shifted != NULL)
        return keys[i].first + (plain != NULL ? plain - keys[i].plain : shifted - keys[i].shifted);
    }
  g_assert_not_reached ();
}

static PanahKeyboardLayout *
find_layout (const char *wanted)
{
  PanahKeyboardLayout *layout = panah_keyboard_layouts_find (layouts, wanted);

  g_assert_nonnull (layout);
  return layout;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GString) typed = g_string_new (NULL);

  for (const char *key = row->keys; *key != '\0'; key++)
    {
      gboolean shift;
      guint keycode = find_key (*key, &shift);
      g_autofree char *text = panah_keyboard_layout_get_text (find_layout (row->wanted), keycode, shift, FALSE);
      g_string_append (typed, text != NULL ? text : "");
    }
  g_assert_cmpstr (typed->str, ==, row->typed);
}

static gboolean
can_type (PanahKeyboardLayout *layout,
          const char          *letter)
{
  for (guint i = 0; i <= LAST_KEYCODE * 2; i++)
    {
      g_autofree char *text = panah_keyboard_layout_get_text (layout, i / 2, i % 2 != 0, FALSE);
      if (g_strcmp0 (text, letter) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_alphabet (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GString) missing = g_string_new (NULL);

  for (const char *c = row->typed; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *letter = g_strndup (c, g_utf8_next_char (c) - c);
      if (!can_type (find_layout (row->wanted), letter))
        g_string_append (missing, letter);
    }
  g_assert_cmpstr (missing->str, ==, "");
}

static void
test_caps_lock (void)
{
  static const struct { const char *wanted; guint keycode; gboolean shift; const char *typed; } keys[] = {
    { "kk", 11, FALSE, "Ә" }, { "kk", 11, TRUE, "ә" }, { "ru", 38, FALSE, "Ф" }, { "en", 38, TRUE, "a" },
    { "en", 11, FALSE, "2" }, { "fa-AF", 43, FALSE, "ا" }, { "ug", 24, FALSE, "چ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = panah_keyboard_layout_get_text (find_layout (keys[i].wanted), keys[i].keycode, keys[i].shift, TRUE);
      g_assert_cmpstr (text, ==, keys[i].typed);
    }
}

/* One key after another must not change what the next one types. */
static void
test_shift_is_not_kept (void)
{
  g_autofree char *big = panah_keyboard_layout_get_text (find_layout ("ru"), 38, TRUE, TRUE);
  g_autofree char *small = panah_keyboard_layout_get_text (find_layout ("ru"), 38, FALSE, FALSE);

  g_assert_cmpstr (big, ==, "ф");
  g_assert_cmpstr (small, ==, "ф");
}

static gboolean
is_seen_by_nobody (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x200D || c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB50 && c <= 0xFD3D) || (c >= 0xFE70 && c <= 0xFEFF);
}

static void
test_nothing_odd (void)
{
  guint n_typed = 0;

  for (guint i = 0; i < layouts->len; i++)
    {
      for (guint j = 0; j <= LAST_KEYCODE * 4; j++)
        {
          g_autofree char *text = panah_keyboard_layout_get_text (layouts->pdata[i], j / 4, (j & 1) != 0, (j & 2) != 0);
          if (text == NULL)
            continue;
          g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
          g_assert_cmpstr (text, ==, normal);
          for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
            g_assert_false (is_seen_by_nobody (g_utf8_get_char (c)));
          n_typed++;
        }
    }
  g_assert_cmpuint (n_typed, >, layouts->len * 40 * 4);
}

static void
test_other_keys (void)
{
  /* Escape, Backspace, Tab, Enter, both Shifts, Control, Alt, Caps Lock, F1, F12, the keypad's 7, an arrow, none */
  static const guint keys[] = { 9, 22, 23, 36, 50, 62, 37, 64, 66, 67, 96, 79, 111, 0, 256, G_MAXUINT };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_false (panah_keyboard_layout_has_key (keys[i]));
      g_assert_null (panah_keyboard_layout_get_text (find_layout ("ru"), keys[i], FALSE, FALSE));
    }
}

static void
test_find (void)
{
  static const struct { const char *wanted, *name; } wishes[] = {
    { "zxx", "123" }, { "und-Latn", "ABC" }, { "en-GB", "ABC" }, { "kk", "Қазақша" }, { "kk-Cyrl-KZ", "Қазақша" },
    { "uz", "Oʻzbekcha" }, { "uz-Cyrl", "Ўзбекча" }, { "uz-Cyrl-UZ", "Ўзбекча" }, { "ug", "ئۇيغۇرچە" },
    { "fa-AF", "دری" }, { "ar", "العربية" }, { "ky", "Кыргызча" }, { "ru", "Русский" },
    { "zh-Hans", NULL }, { "und", NULL }, { "", NULL }, { "-", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      PanahKeyboardLayout *layout = panah_keyboard_layouts_find (layouts, wishes[i].wanted);
      g_assert_cmpstr (layout != NULL ? panah_keyboard_layout_get_name (layout) : NULL, ==, wishes[i].name);
      g_assert_cmpint (layout != NULL && panah_keyboard_layout_is_digits (layout), ==, strcmp (wishes[i].wanted, "zxx") == 0);
    }
}

static void
test_absent (void)
{
  g_autoptr (GPtrArray) none = panah_keyboard_layouts_load ("/nonexistent");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (panah_keyboard_layouts_find (none, "ru"));
}

static void
add_rows (const char   *folder,
          const Row    *table,
          guint         n,
          GTestDataFunc test)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/keyboard-layout/%s/%s", folder, table[i].name);
      g_test_add_data_func (path, &table[i], test);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  /* none of this may have a say */
  g_setenv ("XKB_CONFIG_ROOT", "/nonexistent", TRUE);
  g_setenv ("XKB_DEFAULT_LAYOUT", "de", TRUE);
  layouts = panah_keyboard_layouts_load (PANAH_XKB_DIR);

  add_rows ("types", rows, G_N_ELEMENTS (rows), test_row);
  add_rows ("alphabet", alphabets, G_N_ELEMENTS (alphabets), test_alphabet);
  g_test_add_func ("/ui/keyboard-layout/caps-lock", test_caps_lock);
  g_test_add_func ("/ui/keyboard-layout/shift-is-not-kept", test_shift_is_not_kept);
  g_test_add_func ("/ui/keyboard-layout/nothing-odd", test_nothing_odd);
  g_test_add_func ("/ui/keyboard-layout/other-keys", test_other_keys);
  g_test_add_func ("/ui/keyboard-layout/find", test_find);
  g_test_add_func ("/ui/keyboard-layout/absent", test_absent);
  result = g_test_run ();
  g_ptr_array_unref (layouts);
  return result;
}
