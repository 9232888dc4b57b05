/* transliterate.c - how a name in Latin letters may be written in Cyrillic ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Passports spell a name as it sounds in English, translators write it as Russian newspapers do, and no standard goes
 * from one to the other: ICU's own rules give the usual spelling of one name in three. So the rules here were taken from
 * names, each from several of them. What comes out is a suggestion and is called one: the spelling that counts stands in
 * the translation of the passport. Arabic script writes no short vowels; nothing is ever guessed from it. */

#include "core/transliterate.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

typedef enum
{
  ANYWHERE = 0,
  START = 1 << 0,
  END = 1 << 1,
  AFTER_VOWEL = 1 << 2,
  AFTER_CONSONANT = 1 << 3,
  BEFORE_VOWEL = 1 << 4,
  BEFORE_CONSONANT = 1 << 5, /* of another letter: a double one is no sign of a soft one */
  WORD = START | END,
} Where;

/* @other: 0 = always; else the way of writing to which it belongs, and which is tried after the usual one */
typedef struct
{
  const char *latin;
  const char *cyrillic;
  Where       where;
  guint       other;
} Rule;

enum
{
  USUAL,
  AI_AS_EI,      /* Layla, Sulaiman, Hussain */
  O_AS_U,        /* Mohammad, Hossein, Osman */
  E_AS_I,        /* Hekmat, Nesar */
  TH_AS_S,       /* Uthman, Ramadhan */
  J_AS_ZH,       /* Jusup, Jasur */
  W_AS_U,        /* Nawroz, Dawlat */
  S_DOUBLE,      /* Hassan */
  L_HARD,        /* Dilshod, Gulnar */
  L_SOFT,        /* Adil, Kamil; but Khalil, Jalil */
  H_AS_G,        /* Hussein */
  N_WAYS,
};

/* The first that fits is taken: the longer ones, and those for a place, come first. */
static const Rule rules[] = {
  { "ai", "ей", BEFORE_CONSONANT, AI_AS_EI },
  { "ay", "ей", BEFORE_CONSONANT, AI_AS_EI },
  { "oo", "у", ANYWHERE, O_AS_U },
  { "ou", "у", ANYWHERE, O_AS_U },
  { "oy", "ой", ANYWHERE, O_AS_U },
  { "ov", "ов", END, O_AS_U },
  { "ova", "ова", END, O_AS_U },
  { "o", "у", BEFORE_CONSONANT, O_AS_U },
  { "ee", "и", ANYWHERE, E_AS_I },
  { "ei", "ей", ANYWHERE, E_AS_I },
  { "ey", "ей", ANYWHERE, E_AS_I },
  { "ev", "ев", END, E_AS_I },
  { "eva", "ева", END, E_AS_I },
  { "e", "и", AFTER_CONSONANT | BEFORE_CONSONANT, E_AS_I },
  { "th", "с", ANYWHERE, TH_AS_S },
  { "dh", "з", ANYWHERE, TH_AS_S },
  { "j", "ж", ANYWHERE, J_AS_ZH },
  { "w", "у", AFTER_VOWEL | BEFORE_CONSONANT, W_AS_U },
  { "w", "у", AFTER_VOWEL | END, W_AS_U },
  { "ss", "сс", ANYWHERE, S_DOUBLE },
  { "gul", "гул", ANYWHERE, L_HARD },
  { "dil", "дил", ANYWHERE, L_HARD },
  { "il", "ил", ANYWHERE, L_HARD },
  { "el", "ел", AFTER_CONSONANT, L_HARD },
  { "zul", "зул", ANYWHERE, L_HARD },
  { "il", "иль", END, L_SOFT },
  { "kh", "х", ANYWHERE, H_AS_G },
  { "gh", "г", ANYWHERE, H_AS_G },
  { "sh", "ш", ANYWHERE, H_AS_G },
  { "ch", "ч", ANYWHERE, H_AS_G },
  { "zh", "ж", ANYWHERE, H_AS_G },
  { "th", "т", ANYWHERE, H_AS_G },
  { "dh", "д", ANYWHERE, H_AS_G },
  { "ph", "ф", ANYWHERE, H_AS_G },
  { "brahim", "брагим", ANYWHERE, H_AS_G },
  { "h", "г", START | BEFORE_VOWEL, H_AS_G },

  { "al", "аль", WORD },
  { "el", "эль", WORD },

  /* a final h that nobody hears: Abdullah, Fatimah, Khadijah, but Shah, Salah, Fattah */
  { "llah", "лла", END },
  { "imah", "има", END },
  { "inah", "ина", END },
  { "idah", "ида", END },
  { "ijah", "иджа", END },
  { "iyah", "ия", END },
  { "iah", "ия", END },

  /* a soft l: Gulnar, Patigul, Dilshod, Zulfiya, Ilham, Elmira; a hard one in Gulam, Khalil */
  { "gul", "гуль", BEFORE_CONSONANT },
  { "gul", "гуль", END },
  { "gül", "гюль", BEFORE_CONSONANT },
  { "gül", "гюль", END },
  { "zulf", "зульф", ANYWHERE },
  { "zulq", "зульк", ANYWHERE },
  { "zulh", "зульх", ANYWHERE },
  { "kuls", "кульс", ANYWHERE },
  { "il", "иль", BEFORE_CONSONANT },
  { "el", "эль", START | BEFORE_CONSONANT },
  { "el", "ель", AFTER_CONSONANT | BEFORE_CONSONANT },

  /* two vowels that stay two: Ismail, Said, Naim; Zia, Safia, Riaz, but Mariam */
  { "ail", "аил", ANYWHERE },
  { "said", "саид", ANYWHERE },
  { "aim", "аим", END },
  { "aee", "аи", ANYWHERE },
  { "iam", "иам", END },
  { "iana", "иана", END },
  { "iya", "ия", ANYWHERE },
  { "iye", "ие", ANYWHERE },
  { "iyu", "ию", ANYWHERE },
  { "ia", "ия", ANYWHERE },

  { "shch", "щ", ANYWHERE },
  { "sch", "ш", ANYWHERE },
  { "tch", "ч", ANYWHERE },
  { "kh", "х", ANYWHERE },
  { "gh", "г", ANYWHERE },
  { "zh", "ж", ANYWHERE },
  { "sh", "ш", ANYWHERE },
  { "ch", "ч", ANYWHERE },
  { "ts", "ц", ANYWHERE },
  { "tz", "ц", ANYWHERE },
  { "ph", "ф", ANYWHERE },
  { "dh", "д", ANYWHERE },
  { "th", "т", ANYWHERE },
  { "ck", "к", ANYWHERE },
  { "dj", "дж", ANYWHERE },
  { "dzh", "дж", ANYWHERE },
  { "ss", "с", ANYWHERE },

  { "oo", "у", ANYWHERE },
  { "ou", "у", ANYWHERE },
  { "uu", "у", ANYWHERE },
  { "ee", "и", ANYWHERE },
  { "aa", "а", ANYWHERE },
  { "ai", "ай", ANYWHERE },
  { "ei", "ей", ANYWHERE },
  { "oi", "ой", ANYWHERE },
  { "ui", "уй", ANYWHERE },

  { "yya", "йя", ANYWHERE },
  { "yyi", "йи", ANYWHERE },
  { "yye", "йе", ANYWHERE },
  { "yoo", "ю", ANYWHERE },
  { "you", "ю", ANYWHERE },
  { "ya", "ья", AFTER_CONSONANT },
  { "ya", "я", ANYWHERE },
  { "yu", "ью", AFTER_CONSONANT },
  { "yu", "ю", ANYWHERE },
  { "yo", "ьо", AFTER_CONSONANT },
  { "yo", "йо", AFTER_VOWEL },
  { "yo", "ё", ANYWHERE },
  { "yev", "ев", END },
  { "yeva", "ева", END },
  { "ye", "ье", AFTER_CONSONANT },
  { "ye", "йе", AFTER_VOWEL },
  { "ye", "е", ANYWHERE },
  { "yi", "и", START },
  { "y", "й", AFTER_VOWEL },
  { "y", "и", ANYWHERE },

  { "ie", "ие", ANYWHERE },
  { "e", "э", START },
  { "ev", "ев", AFTER_VOWEL | END },
  { "eva", "ева", AFTER_VOWEL | END },
  { "e", "э", AFTER_VOWEL },

  { "c", "с", BEFORE_VOWEL | START },
  { "ce", "се", ANYWHERE },
  { "ci", "си", ANYWHERE },
  { "q", "к", ANYWHERE },
  { "x", "кс", ANYWHERE },
  { "j", "дж", ANYWHERE },
  { "o'", "у", ANYWHERE },
  { "g'", "г", ANYWHERE },
  { "'", "", ANYWHERE },
  { "ş", "ш", ANYWHERE },
  { "ç", "ч", ANYWHERE },
  { "ğ", "г", ANYWHERE },
  { "ı", "ы", ANYWHERE },
  { "ö", "о", ANYWHERE },
  { "ü", "у", ANYWHERE },
  { "ə", "а", ANYWHERE },
  { "ä", "а", ANYWHERE },
  { "ž", "ж", ANYWHERE },
  { "š", "ш", ANYWHERE },
  { "č", "ч", ANYWHERE },
  { "ý", "й", ANYWHERE },
  { "ø", "о", ANYWHERE },
  { "ł", "л", ANYWHERE },
  { "a", "а", ANYWHERE }, { "b", "б", ANYWHERE }, { "c", "к", ANYWHERE }, { "d", "д", ANYWHERE },
  { "e", "е", ANYWHERE }, { "f", "ф", ANYWHERE }, { "g", "г", ANYWHERE }, { "h", "х", ANYWHERE },
  { "i", "и", ANYWHERE }, { "k", "к", ANYWHERE }, { "l", "л", ANYWHERE }, { "m", "м", ANYWHERE },
  { "n", "н", ANYWHERE }, { "o", "о", ANYWHERE }, { "p", "п", ANYWHERE }, { "r", "р", ANYWHERE },
  { "s", "с", ANYWHERE }, { "t", "т", ANYWHERE }, { "u", "у", ANYWHERE }, { "v", "в", ANYWHERE },
  { "w", "в", ANYWHERE }, { "z", "з", ANYWHERE },
};

static gboolean
is_vowel (gunichar letter)
{
  return letter != 0 && g_utf8_strchr ("aeiouäöüəı", -1, letter) != NULL;
}

static gboolean
is_consonant (gunichar letter)
{
  return letter != 0 && letter != '\'' && letter != 'y' && !is_vowel (letter);
}

static gboolean
fits (const Rule *rule,
      const char *word,
      const char *at)
{
  gsize n = strlen (rule->latin);
  gunichar before = at > word ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;

  if (strncmp (at, rule->latin, n) != 0)
    return FALSE;
  gunichar after = g_utf8_get_char (at + n), last = g_utf8_get_char (g_utf8_prev_char (at + n));
  if ((rule->where & START) && before != 0)
    return FALSE;
  if ((rule->where & END) && after != 0)
    return FALSE;
  if ((rule->where & AFTER_VOWEL) && !is_vowel (before))
    return FALSE;
  if ((rule->where & AFTER_CONSONANT) && !is_consonant (before))
    return FALSE;
  if ((rule->where & BEFORE_VOWEL) && !is_vowel (after))
    return FALSE;
  return !(rule->where & BEFORE_CONSONANT) || (is_consonant (after) && after != last);
}

/* @word: small letters. Letters that no rule knows stay, and show that it did not work. */
static void
write_by_table (const char *word,
                guint       way,
                GString    *out)
{
  for (const char *p = word; *p != '\0';)
    {
      gsize i = 0;
      while (i < G_N_ELEMENTS (rules) &&
             ((rules[i].other != USUAL && rules[i].other != way) || !fits (&rules[i], word, p)))
        i++;
      if (i == G_N_ELEMENTS (rules))
        {
          g_string_append_unichar (out, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
          continue;
        }
      g_string_append (out, rules[i].cyrillic);
      p += strlen (rules[i].latin);
    }
}

/* By rules of ICU. Returns: (transfer full) (nullable) */
static char *
write_by_icu (const char *text,
              const char *rules_id)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[64], buffer[256];
  int32_t length = 0, limit;
  char written[G_N_ELEMENTS (buffer) * 3 + 1];

  u_uastrncpy (id, rules_id, G_N_ELEMENTS (id));
  u_strFromUTF8 (buffer, G_N_ELEMENTS (buffer), &length, text, -1, &status);
  if (U_FAILURE (status))
    return NULL;
  UTransliterator *transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    return NULL;
  limit = length;
  utrans_transUChars (transliterator, buffer, &length, G_N_ELEMENTS (buffer), 0, &limit, &status);
  utrans_close (transliterator);
  u_strToUTF8 (written, sizeof written, NULL, buffer, length, &status);
  return U_SUCCESS (status) ? g_strdup (written) : NULL;
}

/* Uzbek has letters that Russian forms do not, and ICU writes э within words. */
static char *
make_russian (const char *uzbek)
{
  static const char *const letters[][2] = { { "қ", "к" }, { "ғ", "г" }, { "ҳ", "х" }, { "ў", "у" } };
  g_autoptr (GString) text = g_string_new (uzbek);

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    g_string_replace (text, letters[i][0], letters[i][1], 0);
  if (g_str_has_prefix (text->str, "э"))
    {
      g_string_erase (text, 0, strlen ("э"));
      g_string_replace (text, "э", "е", 0);
      g_string_prepend (text, "э");
    }
  else
    g_string_replace (text, "э", "е", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

enum
{
  BY_PINYIN = N_WAYS, /* Palladius */
  BY_UZBEK,
  BY_UZBEK_ITSELF,
};

static char *
write_word (const char *word,
            guint       way)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (way == BY_PINYIN)
    return write_by_icu (word, "zh_Latn_PINYIN-ru");
  if (way == BY_UZBEK || way == BY_UZBEK_ITSELF)
    {
      /* ICU knows the Uzbek letter, not the sign that people find on a keyboard */
      g_string_append (text, word);
      g_string_replace (text, "'", "\u02bb", 0);
      g_autofree char *uzbek = write_by_icu (text->str, "uz_Latn-uz_Cyrl");
      return uzbek != NULL && way == BY_UZBEK ? make_russian (uzbek) : g_steal_pointer (&uzbek);
    }
  write_by_table (word, way, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_apostrophe (gunichar letter)
{
  return letter == '\'' || letter == '`' || letter == 0xb4 || (letter >= 0x2bb && letter <= 0x2bd) ||
         (letter >= 0x2018 && letter <= 0x201b) || letter == 0x2032;
}

/* Small letters and one apostrophe; marks that no rule knows are left out. Returns: whether it is Latin at all */
static gboolean
normalise (const char *latin,
           GString    *out)
{
  g_autofree char *composed = g_utf8_normalize (latin, -1, G_NORMALIZE_NFC);
  gboolean has_letters = FALSE;

  for (const char *p = composed != NULL ? composed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (p)), parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      if (is_apostrophe (letter))
        {
          g_string_append_c (out, '\'');
          continue;
        }
      if (g_unichar_isalpha (letter) && g_unichar_get_script (letter) != G_UNICODE_SCRIPT_LATIN)
        return FALSE;
      if (g_utf8_strchr ("şçğıöüəäžščý", -1, letter) == NULL &&
          g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts)) > 0)
        letter = parts[0];
      has_letters = has_letters || g_unichar_isalpha (letter);
      g_string_append_unichar (out, letter);
    }
  return has_letters;
}

static void
append_capitalised (GString    *out,
                    const char *word)
{
  if (*word == '\0')
    return;
  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (word)));
  g_string_append (out, g_utf8_next_char (word));
}

/* Every word of @text, with what stands between them as it is. Returns: (transfer full) (nullable) */
static char *
write_all (const char *text,
           guint       way)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;
      while (*end != '\0' && (g_unichar_isalpha (g_utf8_get_char (end)) || *end == '\''))
        end = g_utf8_next_char (end);
      if (end == p)
        {
          g_string_append_unichar (out, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
          continue;
        }
      g_autofree char *word = g_strndup (p, end - p);
      g_autofree char *written = write_word (word, way);
      if (written == NULL)
        return NULL;
      append_capitalised (out, written);
      p = end;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Names are short; what is longer is a text, and not for this. */
#define MAX_BYTES 200

static gboolean
is_cyrillic (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      if (g_unichar_isalpha (letter) && g_unichar_get_script (letter) != G_UNICODE_SCRIPT_CYRILLIC)
        return FALSE;
    }
  return *text != '\0';
}

static void
try_way (GPtrArray  *candidates,
         const char *text,
         guint       way)
{
  g_autofree char *candidate = write_all (text, way);

  if (candidate != NULL && is_cyrillic (candidate) && candidates->len < PANAH_TRANSLITERATE_MAX &&
      !g_ptr_array_find_with_equal_func (candidates, candidate, g_str_equal, NULL))
    g_ptr_array_add (candidates, g_steal_pointer (&candidate));
}

/**
 * panah_transliterate:
 * @latin: valid UTF-8: one or several names in Latin letters, as in a passport
 * @country: (nullable): ISO 3166 alpha-2 of the country whose passport spells it so: names of China are read as pinyin
 *   and written after Palladius, names of Uzbekistan as Uzbek, all others as they sound in English
 *
 * Suggests how a Russian form may write a name. None of it is certain: translators differ, and the spelling of the
 * person's own papers goes before all of this.
 *
 * Returns: (transfer full) (array zero-terminated=1): up to %PANAH_TRANSLITERATE_MAX spellings, the likeliest first;
 *   none if there is a letter that is not Latin, or no letter at all
 */
char **
panah_transliterate (const char *latin,
                     const char *country)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  if (strlen (latin) <= MAX_BYTES && normalise (latin, text))
    {
      if (g_strcmp0 (country, "CN") == 0)
        try_way (candidates, text->str, BY_PINYIN);
      if (g_strcmp0 (country, "UZ") == 0)
        {
          try_way (candidates, text->str, BY_UZBEK);
          try_way (candidates, text->str, USUAL);
          try_way (candidates, text->str, BY_UZBEK_ITSELF);
        }
      for (guint way = USUAL; way < N_WAYS && candidates->len < PANAH_TRANSLITERATE_MAX; way++)
        try_way (candidates, text->str, way);
    }
  g_ptr_array_add (candidates, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&candidates), FALSE);
}
