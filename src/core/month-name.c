/* month-name.c - months by number or name, in the languages and calendars of the people who write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gregorian names are CLDR's. For the two Hijri calendars CLDR mixes Afghan with Iranian names, gives Latin ones to
 * languages of other scripts, and in Kazakh abbreviates lunar months as Gregorian ones; those names stand here. Words are
 * compared without anything that keyboards and offices disagree about: case, vowel signs, hamza, apostrophes, spaces and
 * hyphens, Arabic against Persian forms of a letter, and Cyrillic letters that a Russian keyboard does not have. */

#include "core/month-name.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#define N_MONTHS 12
#define LONGEST  64

#define G PANAH_CALENDAR_GREGORIAN
#define P PANAH_CALENDAR_PERSIAN
#define I PANAH_CALENDAR_ISLAMIC

/* Months are separated by `|`, spellings by `/`; the first is the one that is shown. @language is %NULL for names that are
 * only read. All are for review by those who read the language. */
typedef struct
{
  const char         *language; /* (nullable) */
  PanahCalendarSystem system;
  const char         *names;
} NameRow;

static const NameRow rows[] = {
  /* Afghan papers are in Dari and Pashto, and name the signs of the zodiac */
  { "fa-AF", P, "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت" },
  { "fa", P, "فروردین|اردیبهشت|خرداد|تیر|مرداد/امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند" },
  { "ps", P, "وری|غویی/غوایی|غبرګولی/غبرگولی|چنګاښ/چنگاښ|زمری|وږی|تله|لړم|لیندۍ/لیندی|مرغومی|سلواغه|کب" },
  { "ar", P, "حمل|ثور|جوزاء|سرطان|أسد|سنبلة|ميزان|عقرب|قوس|جدي|دلو|حوت" },
  { "ug", P, "ھەمەل|سەۋر|جەۋزا|سەرەتان|ئەسەد|سۇنبۇلە|مىزان|ئەقرەب|قەۋس|جەدى|دەلۋە/دەلۋ|ھۇت" },
  { "en", P, "Hamal|Sawr/Saur/Sowr/Thawr|Jawza/Jauza/Jowza|Saratan|Asad|Sunbula/Sonbola/Sonbula/Sunbola/Sumbula|Mizan|"
             "Aqrab|Qaws/Qaus/Qows|Jadi/Jady|Dalw/Dalwa|Hut/Hoot/Hout" },
  { NULL, P, "Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand" },
  { "ru", P, "хамаль|саур/савр|джауза/джавза|саратан|асад|сунбула/сумбула/сонбола|мизан|акраб|каус/кавс|джади|дальв/далау|"
             "хут" },
  { NULL, P, "фарвардин|ордибехешт|хордад|тир|мордад|шахривар/шахривер|мехр|абан|азар/азер|дей|бахман|эсфанд" },
  { "kk", P, "хамал/амал|саур|зауза/жауза|саратан|асад/әсет|сүмбіле|мизан|ақырап|қауыс|жәди|дәлу|хұт" },
  { "ky", P, "хамал|савр|жавза|саратан|асад|сунбула|мизан|акраб|кавс|жади|далв|хут" },
  { "uz", P, "Hamal|Savr|Javzo|Saraton|Asad|Sunbula|Mezon|Aqrab|Qavs|Jadiy/Jadi|Dalv|Hut" },
  { "uz-Cyrl", P, "Ҳамал|Савр|Жавзо|Саратон|Асад|Сунбула|Мезон|Ақраб|Қавс|Жадий/Жади|Далв|Ҳут" },

  { "fa-AF", I, "محرم|صفر|ربیع‌الاول|ربیع‌الثانی/ربیع‌الآخر|جمادی‌الاول/جمادی‌الاولی|جمادی‌الثانی/جمادی‌الآخر|رجب|شعبان|"
                "رمضان|شوال|ذیقعده/ذوالقعده/ذی‌القعده|ذیحجه/ذوالحجه/ذی‌الحجه" },
  { "ar", I, "محرم|صفر|ربيع الأول|ربيع الآخر/ربيع الثاني|جمادى الأولى/جمادى الأول|"
             "جمادى الآخرة/جمادى الآخر/جمادى الثانية/جمادى الثاني|رجب|شعبان|رمضان|شوال|ذو القعدة/ذي القعدة|ذو الحجة/ذي الحجة" },
  { "ug", I, "مۇھەررەم|سەپەر|رەبىئۇلئەۋۋەل|رەبىئۇلئاخىر|جەمادىيەلئەۋۋەل|جەمادىيەلئاخىر|رەجەب|شەئبان|رامىزان/رامزان|"
             "شەۋۋال|زۇلقەئدە|زۇلھەججە" },
  { "en", I, "Muharram/Moharram|Safar|Rabi al-Awwal/Rabi ul-Awwal/Rabi I/Rabi 1|"
             "Rabi al-Thani/Rabi al-Akhir/Rabi us-Sani/Rabi II/Rabi 2|"
             "Jumada al-Ula/Jumada al-Awwal/Jumada I/Jumada 1|"
             "Jumada al-Akhirah/Jumada al-Thani/Jumada al-Thaniyah/Jumada II/Jumada 2|Rajab|Shaban|Ramadan/Ramazan|"
             "Shawwal/Shawal|Dhu al-Qadah/Dhul-Qadah/Dhul-Qidah/Zulqada|Dhu al-Hijjah/Dhul-Hijjah/Dhul-Hijja/Zulhijja" },
  { "ru", I, "мухаррам|сафар|раби аль-авваль/раби-уль-авваль/раби I|раби ас-сани/раби-уль-ахир/раби аль-ахир/раби II|"
             "джумада аль-уля/джумада аль-ула/джумад-уль-авваль/джумада I|"
             "джумада аль-ахира/джумад-уль-ахир/джумада ас-сани/джумада II|раджаб|шаабан|рамадан/рамазан|шавваль|"
             "зуль-каада|зуль-хиджа/зуль-хиджжа" },
  { "kk", I, "мұхаррам|сафар|рабиғул-әууал/рабиғ әл-әууәл|рабиғул-ахир/рабиғ әс-сәни|жумадал-ула/джумада әл-әууәл|"
             "жумадал-ахира/жумад ас-сәни|ражаб/раджаб|шағбан|рамазан/рамадан|шәууал|зулқағда|зулхижжа/зул-хиджа" },
  { "ky", I, "мухаррам|сафар|рабиул-аввал|рабиул-ахир/рабиус-сани|жумадал-ула|жумадал-ахира|ражаб|шаабан/шабан|рамазан|"
             "шаввал|зулкаада|зулхижжа" },
  { "uz", I, "muharram|safar|rabiʼul-avval/robiʼ ul-avval|rabiʼus-soniy/robiʼ ul-oxir|jumodul-avval/jumad ul-avval|"
             "jumodul-oxir/jumodus-soniy/jumad ul-oxir|rajab|shaʼbon|ramazon|shavvol|zulqaʼda|zulhijja" },
  { "uz-Cyrl", I, "муҳаррам|сафар|рабиул-аввал|рабиус-соний/рабиул-охир|жумодул-аввал|жумодул-охир/жумодус-соний|ражаб|"
                  "шаъбон|рамазон|шаввол|зулқаъда|зулҳижжа" },
  { NULL, I, "穆哈兰姆月|色法尔月|赖比尔·敖外鲁月|赖比尔·阿色尼月|主马达·敖外鲁月|主马达·阿色尼月|赖哲卜月|舍尔邦月|赖买丹月|闪瓦鲁月|"
             "都尔喀尔德月|都尔黑哲月" },

  /* what CLDR does not have: other spellings, and the Kyrgyz names beside the Russian ones */
  { NULL, G, "元月||||||||Sept|||" },
  { NULL, G, "كانون ثاني||مارت|إبريل||يونيه|يوليه|||تشرين أول|تشرين ثاني|كانون أول" },
  { NULL, G, "|فروری/فیبروری||||||آگست/اگوست|سپتمبر/سپتامبر|||دیسمبر" },
  { NULL, G, "||||||||sentyabr|oktyabr||" },
  { NULL, G, "үчтүн айы|бирдин айы|жалган куран|чын куран|бугу|кулжа|теке|баш оона|аяк оона|тогуздун айы|жетинин айы|"
             "бештин айы" },
};

/* whose Gregorian names are CLDR's; Arabic has four sets */
static const char *const locales[] = { "en", "ru", "kk", "ky", "uz", "uz_Cyrl", "ug", "fa_AF", "fa", "ps",
                                       "ar", "ar_SY", "ar_DZ", "ar_MA" };

/* numbers in words, which belong to every calendar */
static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" };

/* "month", and the Arabic article, as they stand before or after a name or a number */
static const char *const before[] = { "شهر", "ماه", "برج", "ال" };
static const char *const after[] = { "月", "ماه", "айы", "ай", "ойи", "ой", "oyi", "oy", "ئېيى", "ئاي" };

static gunichar
fold_letter (gunichar c)
{
  static const struct
  {
    gunichar from, to;
  } letters[] = {
    { 0x064a, 0x06cc }, { 0x0649, 0x06cc }, /* ي ى: ی */
    { 0x0643, 0x06a9 },                     /* ك: ک */
    { 0x0629, 0x0647 }, { 0x06d5, 0x0647 }, { 0x06be, 0x0647 }, { 0x06c1, 0x0647 }, /* ة ە ھ ہ: ه */
    { 0x049b, 0x043a }, { 0x0493, 0x0433 }, { 0x04a3, 0x043d }, { 0x04d9, 0x0430 }, /* қ ғ ң ә: к г н а */
    { 0x04e9, 0x043e }, { 0x04af, 0x0443 }, { 0x04b1, 0x0443 }, { 0x0456, 0x0438 }, /* ө ү ұ і: о у у и */
    { 0x04bb, 0x0445 }, { 0x04b3, 0x0445 },                                         /* һ ҳ: х */
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].from == c)
        return letters[i].to;
    }
  return c;
}

static gboolean
is_left_out (gunichar c)
{
  return !g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_MODIFIER_LETTER || c == 0x044a || c == 0x044c; /* ъ ь */
}

/* Returns: (transfer full): the letters and digits of @text as they are compared; empty if it is no name of anything */
static char *
fold (const char *text)
{
  GString *out = g_string_new (NULL);

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > LONGEST)
    return g_string_free (out, FALSE);

  g_autofree char *small = g_utf8_casefold (text, -1);
  g_autofree char *plain = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_digit_value (c) >= 0)
        g_string_append_c (out, '0' + g_unichar_digit_value (c));
      else if (!is_left_out (c))
        g_string_append_unichar (out, fold_letter (c));
    }
  return g_string_free (out, FALSE);
}

/* One table for each calendar, and one for numbers in words. */
#define N_TABLES 4
#define NUMERALS 3

static void
add_name (GHashTable *table,
          const char *name,
          guint       month)
{
  g_autofree char *folded = fold (name);

  if (*folded != '\0' && !g_hash_table_contains (table, folded))
    g_hash_table_insert (table, g_steal_pointer (&folded), GUINT_TO_POINTER (month));
}

static void
add_row (GHashTable    *table,
         const NameRow *row)
{
  g_auto (GStrv) months = g_strsplit (row->names, "|", -1);

  for (guint i = 0; i < g_strv_length (months); i++)
    {
      g_auto (GStrv) spellings = g_strsplit (months[i], "/", -1);
      for (guint j = 0; spellings[j] != NULL; j++)
        add_name (table, spellings[j], i + 1);
    }
}

static void
add_locale (GHashTable *table,
            const char *locale)
{
  static const UDateFormatSymbolType types[] = { UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS,
                                                 UDAT_STANDALONE_SHORT_MONTHS };
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *gregorian = g_strconcat (locale, "@calendar=gregorian", NULL);
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_SHORT, gregorian, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (types) * N_MONTHS; i++)
    {
      UChar wide[LONGEST];
      char name[LONGEST * 4];
      status = U_ZERO_ERROR;
      udat_getSymbols (format, types[i / N_MONTHS], i % N_MONTHS, wide, G_N_ELEMENTS (wide), &status);
      u_strToUTF8 (name, sizeof name, NULL, wide, -1, &status);
      if (U_SUCCESS (status))
        add_name (table, name, i % N_MONTHS + 1);
    }
  udat_close (format);
}

/* Returns: (transfer none): built once; a pointer to @N_TABLES tables */
static GHashTable *const *
get_tables (void)
{
  static GHashTable *tables[N_TABLES];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < N_TABLES; i++)
        tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        add_row (tables[rows[i].system], &rows[i]);
      for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
        add_locale (tables[G], locales[i]);
      for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
        add_name (tables[NUMERALS], numerals[i], i + 1);
      g_once_init_leave (&ready, 1);
    }
  return tables;
}

static guint
parse_digits (const char *folded)
{
  guint number = 0;

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p) || number > N_MONTHS)
        return 0;
      number = number * 10 + (*p - '0');
    }
  return number <= N_MONTHS ? number : 0;
}

static gboolean
look_up (const char          *folded,
         PanahCalendarSystem  system,
         PanahMonth          *out_month)
{
  GHashTable *const *tables = get_tables ();
  guint number = parse_digits (folded);

  if (number == 0)
    number = GPOINTER_TO_UINT (g_hash_table_lookup (tables[NUMERALS], folded));
  if (number != 0)
    {
      *out_month = (PanahMonth) { number, system, FALSE };
      return TRUE;
    }
  for (guint i = 0; i < NUMERALS; i++)
    {
      PanahCalendarSystem other = (system + i) % NUMERALS; /* the calendar that is meant goes first */
      number = GPOINTER_TO_UINT (g_hash_table_lookup (tables[other], folded));
      if (number != 0)
        {
          *out_month = (PanahMonth) { number, other, TRUE };
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_one (const char          *text,
          PanahCalendarSystem  system,
          PanahMonth          *out_month)
{
  g_autofree char *folded = fold (text);

  if (look_up (folded, system, out_month))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *word = fold (before[i]);
      if (g_str_has_prefix (folded, word) && look_up (folded + strlen (word), system, out_month))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      g_autofree char *word = fold (after[i]);
      if (!g_str_has_suffix (folded, word))
        continue;
      g_autofree char *name = g_strndup (folded, strlen (folded) - strlen (word));
      if (look_up (name, system, out_month))
        return TRUE;
    }
  return FALSE;
}

/**
 * panah_month_read:
 * @text: what somebody wrote: a number from 1 to 12 in the digits of any script, or the name of a month or its
 *   abbreviation in one of our languages; passports put two languages beside each other: `MAR/МАР`
 * @system: the calendar that is meant
 * @out_month: (out): the month; of another calendar if @system has no month of that name
 *
 * Returns: %TRUE if @text is a month of any calendar
 */
gboolean
panah_month_read (const char          *text,
                  PanahCalendarSystem  system,
                  PanahMonth          *out_month)
{
  g_auto (GStrv) pieces = g_strsplit (text, "/", 3);
  guint n = g_strv_length (pieces);
  PanahMonth second;

  if (n == 0 || n > 2 || !read_one (pieces[0], system, out_month))
    return FALSE;
  return n == 1 || (read_one (pieces[1], system, &second) && second.number == out_month->number &&
                    second.system == out_month->system);
}

static gboolean
is_row_of (const NameRow       *row,
           PanahCalendarSystem  system,
           const char          *language,
           gsize                length)
{
  return row->language != NULL && row->system == system && strlen (row->language) == length &&
         strncmp (row->language, language, length) == 0;
}

/* Returns: (nullable): the row of the language itself, else of what stands before the first hyphen */
static const NameRow *
find_row (const char          *language,
          PanahCalendarSystem  system)
{
  const gsize lengths[] = { strlen (language), strcspn (language, "-") };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          if (is_row_of (&rows[j], system, language, lengths[i]))
            return &rows[j];
        }
    }
  return NULL;
}

/**
 * panah_month_get_name:
 * @language: BCP 47
 * @system: a calendar
 * @month: 1 to 12
 *
 * Returns: (transfer none) (nullable): what readers of @language call the month; %NULL where CLDR's name is the right one,
 *   as for all Gregorian months
 */
const char *
panah_month_get_name (const char          *language,
                      PanahCalendarSystem  system,
                      guint                month)
{
  const NameRow *row = find_row (language, system);

  g_return_val_if_fail (month >= 1 && month <= N_MONTHS, NULL);
  if (row == NULL)
    return NULL;

  const char *start = row->names;
  for (guint i = 1; i < month; i++)
    start = strchr (start, '|') + 1;
  g_autofree char *name = g_strndup (start, strcspn (start, "|/"));
  return g_intern_string (name);
}
