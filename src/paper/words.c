/* words.c - the few words that any form in a language needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/words.h"

#include "core/fact-spec.h"
#include "core/month-name.h"
#include "paper/sheet-words.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/upluralrules.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

/* All but English are drafts. Russian, Kazakh and Kyrgyz stand on forms: for review by a lawyer who reads them. */
static const PanahWords all_words[] = {
  { "en", "yes", "no", "unknown", "none", "stateless", "about", "%1", "%1–%2", "exact date unknown",
    "Solar Hijri: %1", "lunar Hijri: %1", "told in: %1",
    "Made by rules that did not come with the program and that nobody has signed" },
  { "ru", "да", "нет", "неизвестно", "нет", "без гражданства", "около", "%1 г.", "%1–%2 гг.",
    "точная дата неизвестна", "по солнечной хиджре: %1", "по лунной хиджре: %1", "изложено на языке: %1",
    "Составлено по правилам, которые не входят в программу и никем не подписаны" },
  { "kk", "иә", "жоқ", "белгісіз", "жоқ", "азаматтығы жоқ", "шамамен", "%1 ж.", "%1–%2 жж.", "нақты күні белгісіз",
    "күн хижрасы бойынша: %1", "ай хижрасы бойынша: %1", "мына тілде баяндалған: %1",
    "Бағдарламаға кірмейтін, ешкім қол қоймаған ережелер бойынша жасалды" },
  { "ky", "ооба", "жок", "белгисиз", "жок", "жарандыгы жок", "болжол менен", "%1-ж.", "%1–%2-жж.",
    "так күнү белгисиз", "күн хижрасы боюнча: %1", "ай хижрасы боюнча: %1", "бул тилде баяндалган: %1",
    "Программага кирбеген, эч ким кол койбогон эрежелер боюнча түзүлдү" },
  { "ar", "نعم", "لا", "غير معروف", "لا يوجد", "عديم الجنسية", "نحو", "سنة %1", "بين سنة %1 وسنة %2",
    "التاريخ الدقيق غير معروف", "هجري شمسي: %1", "هجري قمري: %1", "رُوي بهذه اللغة: %1",
    "أُنشئت بقواعد لم تأتِ مع البرنامج ولم يوقّع عليها أحد" },
  { "fa-AF", "بلی", "نه", "نامعلوم", "هیچ", "بی‌تابعیت", "تقریباً", "سال %1", "بین سال‌های %1 و %2",
    "تاریخ دقیق نامعلوم", "هجری شمسی: %1", "هجری قمری: %1", "گفته شده به زبان: %1",
    "ساخته شده به اساس قواعدی که با برنامه نیامده است و هیچ کس آن را امضا نکرده است" },
  { "ug", "ھەئە", "ياق", "نامەلۇم", "يوق", "پۇقرالىقى يوق", "تەخمىنەن", "%1-يىلى",
    "%1-يىلى بىلەن %2-يىلى ئارىلىقىدا", "ئېنىق چېسلا نامەلۇم", "ھىجرىيە شەمسىيە: %1", "ھىجرىيە قەمەرىيە: %1",
    "ئېيتىلغان تىلى: %1", "پروگرامما بىلەن كەلمىگەن ۋە ھېچكىم ئىمزا قويمىغان قائىدىلەر بويىچە ياسالغان" },
  { "uz", "ha", "yoʻq", "nomaʼlum", "yoʻq", "fuqaroligi yoʻq", "taxminan", "%1-yil", "%1–%2-yillar",
    "aniq sanasi nomaʼlum", "hijriy-shamsiy: %1", "hijriy-qamariy: %1", "bayon qilingan til: %1",
    "Dastur bilan birga kelmagan va hech kim imzolamagan qoidalar boʻyicha tuzilgan" },
  { "zh-CN", "是", "否", "未知", "无", "无国籍", "约", "%1年", "%1年至%2年之间", "确切日期未知", "伊斯兰太阳历：%1", "伊斯兰太阴历：%1", "讲述所用语言：%1",
    "根据不是随程序来的、也没有人签名的规则制作" },
  { "uz-Cyrl", "ҳа", "йўқ", "номаълум", "йўқ", "фуқаролиги йўқ", "тахминан", "%1-йил", "%1–%2-йиллар",
    "аниқ санаси номаълум", "ҳижрий-шамсий: %1", "ҳижрий-қамарий: %1", "баён қилинган тил: %1",
    "Дастур билан бирга келмаган ва ҳеч ким имзоламаган қоидалар бўйича тузилган" },
};

/**
 * panah_words_are_cyrillic:
 * @language: BCP 47
 *
 * Returns: %TRUE if @language is written in Cyrillic letters: `ru`, `uz-Cyrl`
 */
gboolean
panah_words_are_cyrillic (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  UScriptCode scripts[8];

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  int n = uscript_getCode (locale, scripts, G_N_ELEMENTS (scripts), &status);
  return U_SUCCESS (status) && n > 0 && scripts[0] == USCRIPT_CYRILLIC;
}

/**
 * panah_words_run_from_right:
 * @language: BCP 47
 *
 * Returns: %TRUE if @language is written from right to left
 */
gboolean
panah_words_run_from_right (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  return U_SUCCESS (status) && uloc_isRightToLeft (locale);
}

/**
 * panah_words_get:
 * @language: BCP 47
 *
 * Returns: the words in @language; in English if there are none
 */
const PanahWords *
panah_words_get (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_words); i++)
    {
      if (strcmp (all_words[i].language, language) == 0)
        return &all_words[i];
    }
  return &all_words[0];
}

/**
 * panah_words_fill:
 * @pattern: words with %1 and %2
 * @one: (nullable): for %1
 * @two: (nullable): for %2
 *
 * Returns: (transfer full): @pattern with both put in
 */
char *
panah_words_fill (const char *pattern,
                  const char *one,
                  const char *two)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (p[0] == '%' && (p[1] == '1' || p[1] == '2'))
        {
          const char *word = p[1] == '1' ? one : two;
          g_string_append (out, word != NULL ? word : "");
          p++;
        }
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/* Which of @n_forms the number takes: of two, one and other; of three, one, few and all else; else all that CLDR has. */
static guint
select_form (const char *language,
             guint       n_forms,
             guint       n)
{
  static const char *const categories[] = { "zero", "one", "two", "few", "many", "other" };
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[16];
  char category[16] = "other";
  UPluralRules *rules = uplrules_open (language, &status);

  if (U_SUCCESS (status))
    {
      uplrules_select (rules, n, wide, G_N_ELEMENTS (wide), &status);
      if (U_SUCCESS (status))
        u_austrncpy (category, wide, sizeof category - 1);
      uplrules_close (rules);
    }

  if (n_forms == 2)
    return strcmp (category, "one") != 0;
  if (n_forms == 3)
    return strcmp (category, "one") == 0 ? 0 : strcmp (category, "few") == 0 ? 1 : 2;
  for (guint i = 0; i < MIN (n_forms, G_N_ELEMENTS (categories)); i++)
    {
      if (strcmp (categories[i], category) == 0)
        return i;
    }
  return n_forms - 1;
}

/**
 * panah_words_fill_count:
 * @language: BCP 47
 * @forms: words with %1, one form for each kind of number, separated by `|`: `%1 day|%1 days`, `%1 день|%1 дня|%1 дней`
 * @n: how many
 *
 * Returns: (transfer full): the form that @n takes, with @n put in
 */
char *
panah_words_fill_count (const char *language,
                        const char *forms,
                        guint       n)
{
  g_auto (GStrv) all = g_strsplit (forms, "|", -1);
  guint n_forms = g_strv_length (all);
  g_autofree char *digits = g_strdup_printf ("%u", n);

  return panah_words_fill (n_forms > 0 ? all[select_form (language, n_forms, n)] : "%1", digits, NULL);
}

static char *
to_utf8 (const UChar *text,
         int          length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/* The parts of a date in the order of the language. Where we have words of our own, @pattern is that order; for calendars
 * that CLDR does not know in the language, its order is that of no language. */
static void
find_pattern (const char         *language,
              PanahCalendarSystem system,
              const char         *locale,
              const char         *pattern,
              UChar              *out,
              int                 size)
{
  static const char *const of_forms[] = { "en", "ru", "kk", "ky", NULL };
  UErrorCode status = U_ZERO_ERROR;
  UChar skeleton[64];
  UDateTimePatternGenerator *generator;

  u_uastrcpy (out, pattern);
  if (g_strv_contains (of_forms, language) || panah_month_get_name (language, system, 1) != NULL)
    return;
  generator = udatpg_open (locale, &status);
  if (U_FAILURE (status))
    return;

  int n = udatpg_getSkeleton (NULL, out, -1, skeleton, G_N_ELEMENTS (skeleton), &status);
  udatpg_getBestPattern (generator, skeleton, n, out, size, &status);
  udatpg_close (generator);
  if (U_FAILURE (status))
    u_uastrcpy (out, pattern);
}

static const char *const calendar_types[] = {
  [PANAH_CALENDAR_GREGORIAN] = "gregorian",
  [PANAH_CALENDAR_PERSIAN] = "persian",
  [PANAH_CALENDAR_ISLAMIC] = "islamic-umalqura",
};

/* Our names of months, where CLDR’s are not those that the readers use. */
static void
set_months (UDateFormat        *format,
            const char         *language,
            PanahCalendarSystem system)
{
  for (guint i = 0; i < 12; i++)
    {
      const char *name = panah_month_get_name (language, system, i + 1);
      UErrorCode status = U_ZERO_ERROR;
      UChar wide[64];

      if (name == NULL)
        return;
      u_strFromUTF8 (wide, G_N_ELEMENTS (wide), NULL, name, -1, &status);
      udat_setSymbols (format, UDAT_MONTHS, i, wide, -1, &status);
      udat_setSymbols (format, UDAT_STANDALONE_MONTHS, i, wide, -1, &status);
    }
}

/* Opening a format costs a hundred times what using it does; each thread keeps its own. */
static GPrivate thread_formats = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);

/* Returns: (transfer none) (nullable) */
static UDateFormat *
get_format (const char         *language,
            PanahCalendarSystem system,
            const char         *pattern)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  GHashTable *formats = g_private_get (&thread_formats);
  g_autofree char *key = g_strconcat (language, "@calendar=", calendar_types[system], ";numbers=latn", pattern, NULL);
  g_autofree char *locale = g_strndup (key, strlen (key) - strlen (pattern));
  UErrorCode status = U_ZERO_ERROR;
  UChar wide_pattern[64];

  if (formats == NULL)
    {
      formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) udat_close);
      g_private_set (&thread_formats, formats);
    }
  UDateFormat *format = g_hash_table_lookup (formats, key);
  if (format != NULL)
    return format;

  find_pattern (language, system, locale, pattern, wide_pattern, G_N_ELEMENTS (wide_pattern));
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, wide_pattern, -1, &status);
  if (U_FAILURE (status))
    return NULL;
  set_months (format, language, system);
  g_hash_table_insert (formats, g_steal_pointer (&key), format);
  return format;
}

/* Noon in UTC, so that no zone can move the day. */
static char *
format_pattern (const char         *language,
                PanahCalendarSystem system,
                guint32             day,
                const char         *pattern)
{
  UDateFormat *format = get_format (language, system, pattern);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];

  if (format == NULL)
    return panah_day_to_string (day);

  double milliseconds = ((double) day - 719163) * 86400000.0 + 43200000.0;
  int length = udat_format (format, milliseconds, text, G_N_ELEMENTS (text), NULL, &status);
  return U_FAILURE (status) ? panah_day_to_string (day) : to_utf8 (text, length);
}

/**
 * panah_words_format_day:
 * @language: BCP 47
 * @day: a day
 *
 * Returns: (transfer full): the day with its weekday, `пятница, 27 ноября 2026`, in Western digits
 */
char *
panah_words_format_day (const char *language,
                        guint32     day)
{
  return format_pattern (language, PANAH_CALENDAR_GREGORIAN, day, "EEEE, d MMMM y");
}

/**
 * panah_words_format_date:
 * @language: BCP 47
 * @day: a day
 *
 * Returns: (transfer full): the day without its weekday, `27 ноября 2026`: for editions, which nobody has to keep
 */
char *
panah_words_format_date (const char *language,
                         guint32     day)
{
  return format_pattern (language, PANAH_CALENDAR_GREGORIAN, day, "d MMMM y");
}

/**
 * panah_words_format_day_in:
 * @language: BCP 47
 * @system: a calendar
 * @day: a day
 *
 * Returns: (transfer full): the day as that calendar has it, without its weekday: `12 حمل 1365`
 */
char *
panah_words_format_day_in (const char         *language,
                           PanahCalendarSystem system,
                           guint32             day)
{
  return format_pattern (language, system, day, "d MMMM y");
}

/**
 * panah_words_format_own:
 * @language: BCP 47
 * @day: a day
 *
 * Where people go by another calendar than the Gregorian one, they should not have to convert a day themselves. CLDR
 * says where they do: `fa-AF` has the Solar Hijri one.
 *
 * Returns: (transfer full) (nullable): the day in the calendar of those who read @language, `6 قوس 1405`, in Western
 *   digits; %NULL if they go by the Gregorian one
 */
char *
panah_words_format_own (const char *language,
                        guint32     day)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  if (status != U_ZERO_ERROR)
    return NULL;
  UCalendar *calendar = ucal_open (NULL, 0, locale, UCAL_DEFAULT, &status);
  if (U_FAILURE (status))
    return NULL;

  const char *type = ucal_getType (calendar, &status);
  gboolean persian = U_SUCCESS (status) && strcmp (type, "persian") == 0;
  ucal_close (calendar);
  return persian ? panah_words_format_day_in (language, PANAH_CALENDAR_PERSIAN, day) : NULL;
}

/**
 * panah_words_format_told:
 * @language: BCP 47
 * @date: a date
 *
 * Returns: (transfer full): the date in the calendar in which it was told, as far as it was told: `12 حمل 1365`
 */
char *
panah_words_format_told (const char      *language,
                         const PanahDate *date)
{
  guint32 middle = date->from + (date->to - date->from) / 2;

  if (date->month == 0)
    return g_strdup_printf ("%u", date->year);
  return format_pattern (language, date->system, middle, date->day != 0 ? "d MMMM y" : "LLLL y");
}

/**
 * panah_words_format_moment:
 * @language: BCP 47
 * @moment: a moment
 * @is_end: whether midnight is 24:00 of the day that ends
 *
 * Returns: (transfer full): the day with its weekday, and the time
 */
char *
panah_words_format_moment (const char *language,
                           gint64      moment,
                           gboolean    is_end)
{
  g_autofree char *exact = is_end ? panah_moment_end_to_string (moment) : panah_moment_to_string (moment);
  gboolean midnight = g_str_has_suffix (exact, "T24:00");
  g_autofree char *day =
    panah_words_format_day (language, midnight ? panah_moment_get_end_day (moment) : panah_moment_get_day (moment));

  return g_strconcat (day, panah_sheet_words_get (language)->comma, strchr (exact, 'T') + 1, NULL);
}

/**
 * panah_words_name_country:
 * @language: BCP 47
 * @code: ISO 3166 alpha-2, or `stateless`
 *
 * Returns: (transfer full) (nullable): the country's name from CLDR; %NULL if nobody knows the code
 */
char *
panah_words_name_country (const char *language,
                          const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  g_autofree char *locale = g_strconcat ("und_", code, NULL);

  if (strcmp (code, "stateless") == 0)
    return g_strdup (panah_words_get (language)->stateless);
  if (strcmp (code, "unknown-state") == 0)
    return g_strdup (panah_words_get (language)->unknown);
  if (!panah_is_country_code (code))
    return NULL;

  int length = uloc_getDisplayCountry (locale, language, text, G_N_ELEMENTS (text), &status);
  return U_FAILURE (status) || status == U_USING_DEFAULT_WARNING || length == 0 ? NULL : to_utf8 (text, length);
}

/**
 * panah_words_name_language:
 * @language: BCP 47, in which to name it
 * @code: BCP 47 of the language that is named; a dialect with a name of its own gets it (`fa-AF` is Dari)
 *
 * Returns: (transfer full) (nullable): its name from CLDR
 */
char *
panah_words_name_language (const char *language,
                           const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  UChar text[128];

  if (!panah_is_language_code (code))
    return NULL;
  uloc_forLanguageTag (code, locale, sizeof locale, NULL, &status);
  ULocaleDisplayNames *names = uldn_open (language, ULDN_DIALECT_NAMES, &status);
  if (U_FAILURE (status))
    return NULL;

  int length = uldn_localeDisplayName (names, locale, text, G_N_ELEMENTS (text), &status);
  uldn_close (names);
  if (U_FAILURE (status) || length == 0)
    return NULL;

  g_autofree char *name = to_utf8 (text, length);
  return g_ascii_strcasecmp (name, locale) == 0 ? NULL : g_steal_pointer (&name);
}
