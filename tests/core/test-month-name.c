/* test-month-name.c - months as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core-support.h"

#include "core/month-name.h"

#include <locale.h>
#include <string.h>

#define G PANAH_CALENDAR_GREGORIAN
#define P PANAH_CALENDAR_PERSIAN
#define I PANAH_CALENDAR_ISLAMIC

/* Months are separated by `|`, ways to write one by `;`. Typed from calendars and documents, not from the program's tables. */
typedef struct
{
  const char         *name;
  PanahCalendarSystem system;
  const char         *months;
} NamesRow;

static const NamesRow names_rows[] = {
  { "english/gregorian", G,
    "January;JAN;Jan.;jan;JANUARY|February;FEB|March;MAR;mar.|April;APR|May;MAY|June;JUN|July;JUL|August;AUG|"
    "September;SEP;Sept;SEPT.|October;OCT|November;NOV|December;DEC;dec." },
  { "english/persian", P,
    "Hamal;HAMAL|Sawr;Saur;Thawr|Jawza;Jauza|Saratan|Asad|Sunbula;Sonbola|Mizan|Aqrab|Qaws;Qaus|Jadi;Jady|Dalw|Hut;Hoot" },
  { "english/iranian", P,
    "Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand" },
  { "english/islamic", I,
    "Muharram;Muḥarram|Safar;Ṣafar|Rabi al-Awwal;Rabi' I;Rabīʿ al-Awwal|Rabi al-Thani;Rabi II;Rabi-al-Akhir|"
    "Jumada al-Ula;Jumada I;Jumādā al-Ūlā|Jumada al-Akhirah;Jumada II|Rajab|Sha'ban;Shaʿbān;Shaban|Ramadan;Ramaḍān;Ramazan|"
    "Shawwal|Dhu al-Qa'dah;Dhu al-Qadah;Dhul Qadah|Dhu al-Hijjah;Dhul-Hijja" },
  { "russian/gregorian", G,
    "январь;января;ЯНВ;янв.|февраль;февраля;фев;февр.|март;марта;МАР|апрель;апреля;апр.|май;мая;МАЙ|июнь;июня;июн|"
    "июль;июля;июл|август;августа;авг|сентябрь;сентября;сен;сент.|октябрь;октября;окт|ноябрь;ноября;ноя;нояб.|"
    "декабрь;декабря;ДЕК" },
  { "russian/persian", P,
    "Хамаль;хамал|Саур;Савр|Джауза|Саратан|Асад|Сунбула;Сумбула|Мизан|Акраб|Каус|Джади|Дальв;Далв|Хут" },
  { "russian/iranian", P, "фарвардин|ордибехешт|хордад|тир|мордад|шахривар|мехр|абан|азар|дей|бахман|эсфанд" },
  { "russian/islamic", I,
    "мухаррам|сафар|раби аль-авваль;раби-уль-авваль|раби ас-сани;раби-уль-ахир|джумада аль-уля|джумада аль-ахира|раджаб|"
    "шаабан|рамадан;рамазан|шавваль|зуль-каада|зуль-хиджа;зуль-хиджжа" },
  { "kazakh/gregorian", G,
    "қаңтар;Қаңтар;кантар;ҚАҢ|ақпан;акпан|наурыз;нау.|сәуір;сауир|мамыр|маусым|шілде;шилде|тамыз|қыркүйек;кыркуйек|"
    "қазан;казан|қараша;караша|желтоқсан;желтоксан;ЖЕЛТОҚСАН" },
  { "kazakh/persian", P, "хамал|саур|зауза|саратан|асад|сүмбіле|мизан|ақырап|қауыс|жәди|дәлу|хұт" },
  { "kazakh/islamic", I,
    "мұхаррам|сафар|рабиғул-әууал|рабиғул-ахир|жумадал-ула|жумадал-ахира|ражаб|шағбан|рамазан|шәууал|зулқағда|зулхижжа" },
  { "kyrgyz/gregorian", G,
    "январь;январь айы|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь" },
  { "kyrgyz/own", G,
    "үчтүн айы;Үчтүн айы;учтун айы|бирдин айы|жалган куран|чын куран|бугу|кулжа|теке|баш оона|аяк оона|тогуздун айы|"
    "жетинин айы|бештин айы" },
  { "kyrgyz/persian", P, "хамал|савр|жавза|саратан|асад|сунбула|мизан|акраб|кавс|жади|далв|хут" },
  { "kyrgyz/islamic", I,
    "мухаррам|сафар|рабиул-аввал|рабиул-ахир|жумадал-ула|жумадал-ахира|ражаб|шаабан|рамазан|шаввал|зулкаада|зулхижжа" },
  { "uzbek/gregorian", G,
    "yanvar;YANVAR;yan|fevral;fev|mart|aprel|may|iyun|iyul|avgust|sentabr;sentyabr|oktabr;oktyabr|noyabr|dekabr" },
  { "uzbek/persian", P, "Hamal|Savr|Javzo|Saraton|Asad|Sunbula|Mezon|Aqrab|Qavs|Jadiy;Jadi|Dalv|Hut" },
  { "uzbek/islamic", I,
    "muharram|safar|rabiʼul-avval;rabi'ul-avval;rabi’ul avval;rabi`ul-avval|rabiʼus-soniy;rabi‘us-soniy|jumodul-avval|"
    "jumodul-oxir|rajab|shaʼbon;sha'bon;sha’bon;shaʻbon|ramazon;ramazon oyi|shavvol|zulqaʼda;zulqa'da|zulhijja" },
  { "uzbek-cyrillic/gregorian", G,
    "январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр;Декабр" },
  { "uzbek-cyrillic/persian", P, "Ҳамал|Савр|Жавзо|Саратон|Асад|Сунбула|Мезон|Ақраб|Қавс|Жадий|Далв|Ҳут" },
  { "uzbek-cyrillic/islamic", I,
    "муҳаррам|сафар|рабиул-аввал|рабиус-соний|жумодул-аввал|жумодул-охир|ражаб|шаъбон|рамазон|шаввол|зулқаъда|зулҳижжа" },
  { "uyghur/gregorian", G,
    "يانۋار|فېۋرال|مارت|ئاپرېل|ماي|ئىيۇن|ئىيۇل|ئاۋغۇست|سېنتەبىر|ئۆكتەبىر|نويابىر|دېكابىر" },
  { "uyghur/persian", P, "ھەمەل|سەۋر|جەۋزا|سەرەتان|ئەسەد|سۇنبۇلە|مىزان|ئەقرەب|قەۋس|جەدى|دەلۋە|ھۇت" },
  { "uyghur/islamic", I,
    "مۇھەررەم|سەپەر|رەبىئۇلئەۋۋەل|رەبىئۇلئاخىر|جەمادىيەلئەۋۋەل|جەمادىيەلئاخىر|رەجەب|شەئبان|رامىزان;رامزان|شەۋۋال|"
    "زۇلقەئدە|زۇلھەججە" },
  { "dari/gregorian", G,
    "جنوری;جنوري|فبروری;فبروري|مارچ|اپریل;اپريل;آپریل|می|جون|جولای|آگست;اگست;اګست|سپتمبر;سپتامبر|اکتوبر;اكتوبر|نومبر|"
    "دسمبر" },
  { "iranian/gregorian", G,
    "ژانویه|فوریه|مارس|آوریل|مه|ژوئن;ژوین|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر" },
  { "dari/persian", P,
    "حمل;برج حمل;ماه حمل|ثور|جوزا|سرطان|اسد|سنبله;سنبلة|میزان;ميزان|عقرب|قوس|جدی;جدي;جدى|دلو|حوت;حُوت" },
  { "iranian/persian", P,
    "فروردین;فروردين;فروردین‌ماه;فروردین ماه|اردیبهشت;اردي‌بهشت|خرداد|تیر|مرداد|شهریور|مهر;مهر ماه|آبان;ابان|آذر|دی;دی‌ماه|"
    "بهمن|اسفند" },
  { "dari/islamic", I,
    "محرم;محرّم|صفر|ربیع‌الاول;ربیع الاول;ربيع الأول|ربیع‌الثانی;ربيع الثاني|جمادی‌الاول|جمادی‌الثانی|رجب|شعبان|رمضان|شوال|"
    "ذیقعده;ذوالقعده;ذی القعده|ذیحجه;ذوالحجه;ذی الحجة" },
  { "pashto/persian", P,
    "وری;وري|غویی|غبرګولی;غبرگولی|چنګاښ|زمری;زمري|وږی|تله|لړم|لیندۍ|مرغومی|سلواغه|کب" },
  { "arabic-egypt-gulf/gregorian", G,
    "يناير|فبراير|مارس|أبريل;ابريل;إبريل|مايو|يونيو;يونيه|يوليو;يوليه|أغسطس;اغسطس|سبتمبر|أكتوبر;اكتوبر|نوفمبر|ديسمبر" },
  { "arabic-levant/gregorian", G,
    "كانون الثاني;كانون ثاني|شباط;شُبَاط|آذار;اذار|نيسان|أيار;ايار|حزيران|تموز;تمّوز|آب;اب|أيلول;ايلول|"
    "تشرين الأول;تشرين الاول|تشرين الثاني;تشرين ثاني|كانون الأول;كانون اول" },
  { "arabic-algeria-tunisia/gregorian", G,
    "جانفي|فيفري|مارس|أفريل;افريل|ماي|جوان|جويلية;جويليه|أوت;اوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر" },
  { "arabic-morocco/gregorian", G,
    "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر" },
  { "arabic/persian", P, "حمل;الحمل|ثور;الثور|جوزاء;الجوزاء|سرطان|أسد;الأسد|سنبلة|ميزان|عقرب|قوس|جدي|دلو|حوت" },
  { "arabic/islamic", I,
    "محرم;مُحَرَّم;المحرم|صفر|ربيع الأول;ربيع الاول|ربيع الآخر;ربيع الثاني|جمادى الأولى;جمادي الاولى|"
    "جمادى الآخرة;جمادى الثانية|رجب;شهر رجب|شعبان|رمضان;رمـضـان;شهر رمضان|شوال;شوّال|ذو القعدة;ذي القعدة|ذو الحجة;ذي الحجة" },
  { "chinese/gregorian", G,
    "一月;1月;１月;元月|二月;2月|三月;3月|四月;4月|五月;5月|六月;6月|七月;7月|八月;8月|九月;9月|十月;10月|十一月;11月|"
    "十二月;12月;十二" },
  { "chinese/persian", P, "一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月" },
  { "chinese/islamic", I, "穆哈兰姆月|2月|赖比尔·敖外鲁月|四月|五月|六月|赖哲卜月|舍尔邦月|赖买丹月|闪瓦鲁月|十一月|十二月" },
  { "digits", G, "1;01;١;۱;１; 1|2;٢;۲|3|4;۴;٤|5;٥;۵|6;۶|7|8|9;09;٠٩|10;۱۰|11;11.|12;١٢" },
  { "numbered", P, "1-ай;1-oy;1-ئاي;ماه ۱|2-ой|3-айы|4|5|6|7|8|9|برج ۱۰|11|12" },
  { "two-languages", G,
    "JAN/ЯНВ;ҚАҢ / JAN|FEB/ФЕВ|MAR/МАР|APR/АПР|MAY/МАЙ|JUN/ИЮН|JUL/ИЮЛ|AUG/АВГ|SEP/СЕН|OCT/ОКТ|NOV/НОЯ|DEC/ДЕК" },
};

/* Whatever calendar is meant, a name is the month of its own, a number the month of the one that is meant. */
static void
check_word (const char         *word,
            PanahCalendarSystem system,
            guint               number)
{
  PanahMonth month;

  g_test_message ("%s", word);
  g_assert_true (panah_month_read (word, system, &month));
  g_assert_cmpuint (month.number, ==, number);
  g_assert_cmpint (month.system, ==, system);
  for (guint meant = G; meant <= I; meant++)
    {
      PanahMonth other;
      g_assert_true (panah_month_read (word, meant, &other) || month.named);
      g_assert_cmpuint (other.number, ==, number);
      g_assert_cmpint (other.named, ==, month.named);
      g_assert_cmpint (other.system, ==, month.named ? system : meant);
    }
}

static void
test_names (gconstpointer data)
{
  const NamesRow *row = data;
  g_auto (GStrv) months = g_strsplit (row->months, "|", -1);

  g_assert_cmpuint (g_strv_length (months), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      g_auto (GStrv) words = g_strsplit (months[i], ";", -1);
      for (guint j = 0; words[j] != NULL; j++)
        check_word (words[j], row->system, i + 1);
    }
}

typedef struct
{
  const char *name;
  const char *text;
} WrongRow;

static const WrongRow wrong_rows[] = {
  { "empty", "" },
  { "space", "  " },
  { "zero", "0" },
  { "zeros", "000" },
  { "thirteen", "13" },
  { "large", "99999999999999999999" },
  { "negative-word", "no month" },
  { "letter", "M" },
  { "half-typed", "Janua" },
  { "month-alone", "月" },
  { "month-alone-dari", "ماه" },
  { "article-alone", "ال" },
  { "turkish", "Ocak" },
  { "two-months", "JAN/FEB" },
  { "two-calendars", "JAN/حمل" },
  { "three-languages", "JAN/ЯНВ/JAN" },
  { "slash", "/" },
  { "slash-after", "JAN/" },
  { "not-utf-8", "\xff\xfe" },
  { "cut-utf-8", "\xd8" },
  { "chinese-thirteen", "十三月" },
  { "ordinal", "3rd" },
};

static void
test_wrong (gconstpointer data)
{
  const WrongRow *row = data;
  PanahMonth month;

  for (guint system = G; system <= I; system++)
    g_assert_false (panah_month_read (row->text, system, &month));
}

static void
test_endless (void)
{
  g_autofree char *text = g_strnfill (1 << 20, '1');
  PanahMonth month;

  g_assert_false (panah_month_read (text, G, &month));
  memset (text, 'a', strlen (text));
  g_assert_false (panah_month_read (text, G, &month));
}

/* What is shown can be typed, in every language that has names of its own. */
static void
test_shown (void)
{
  static const char *const languages[] = { "ar", "en", "fa-AF", "kk", "ky", "ru", "ug", "uz", "uz-Latn", "uz-Cyrl" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      for (guint system = P; system <= I; system++)
        {
          for (guint number = 1; number <= 12; number++)
            {
              const char *name = panah_month_get_name (languages[i], system, number);
              g_assert_nonnull (name);
              check_word (name, system, number);
            }
        }
      g_assert_null (panah_month_get_name (languages[i], G, 1));
    }
  g_assert_cmpstr (panah_month_get_name ("fa-AF", P, 1), ==, "حمل");
  g_assert_cmpstr (panah_month_get_name ("uz-Latn", P, 12), ==, "Hut");
  g_assert_cmpstr (panah_month_get_name ("uz-Cyrl-AF", P, 12), ==, "Hut");
  g_assert_null (panah_month_get_name ("zh-CN", I, 1));
  g_assert_null (panah_month_get_name ("", P, 1));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8"); /* the words are printed */
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/core/month-name", names_rows, test_names);
  ADD_ROWS ("/core/month-name/wrong", wrong_rows, test_wrong);
  g_test_add_func ("/core/month-name/endless", test_endless);
  g_test_add_func ("/core/month-name/shown", test_shown);

  return g_test_run ();
}
