/* sheet-words.c - what a sheet for its reader says besides what its pack says, and its days in the reader's calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window says the same of its dates, in the same words. */

#include "paper/sheet-words.h"

#include "paper/text.h"
#include "paper/words.h"

#include <string.h>

/* All but English are drafts. */
static const PanahSheetWords all_words[] = {
  { "en", "This translation is a draft: no native reader has signed it. What carries a date, a duty or a right stands in a "
          "second language too.",
    "%1 (%2)", "%1 (about %2)", ". ", ", ", "; " },
  { "ru", "Этот перевод – черновик: ни один носитель языка его не подписал. То, что содержит дату, обязанность или право, "
          "дано и на втором языке.",
    "%1 (%2)", "%1 (примерно %2)", ". ", ", ", "; " },
  { "kk", "Бұл аударма – жоба: оған осы тілде сөйлеп өскен бірде-бір оқырман қол қойған жоқ. Белгілі бір күн, міндет "
          "немесе құқық айтылған жерлер екінші тілде де беріледі.",
    "%1 (%2)", "%1 (шамамен %2)", ". ", ", ", "; " },
  { "ky", "Бул котормо – долбоор: ага бул тил эне тили болгон бир да окурман кол койгон эмес. Белгилүү бир күн, милдет же "
          "укук айтылган жерлер экинчи тилде да берилет.",
    "%1 (%2)", "%1 (болжол менен %2)", ". ", ", ", "; " },
  { "ar", "هذه الترجمة مسودة: لم يوقّع عليها أي قارئ هي لغته الأم. ما يتضمن موعدًا أو واجبًا أو حقًا مكتوب بلغة ثانية أيضًا.",
    "%1 (%2)", "%1 (يوافق %2 تقريبًا)", ". ", "، ", "؛ " },
  { "fa-AF", "این ترجمه مسوده است: هیچ خوانندهٔ اهل این زبان آن را امضا نکرده است. آنچه تاریخ، مکلفیت یا حق در آن است، به "
             "زبان دوم هم نوشته شده است.",
    "%1 (%2)", "%1 (تقریباً %2)", ". ", "، ", "؛ " },
  { "ug", "بۇ تەرجىمە لايىھە: ئانا تىلى مۇشۇ تىل بولغان ھېچبىر ئوقۇغۇچى ئۇنىڭغا ئىمزا قويمىدى. چېسلا، مەجبۇرىيەت ياكى "
          "ھوقۇق بار يەرلەر ئىككىنچى تىلدىمۇ يېزىلغان.",
    "%1 (%2)", "%1 (تەخمىنەن %2)", ". ", "، ", "؛ " },
  { "uz", "Bu tarjima qoralama: uni shu til ona tili boʻlgan birorta oʻquvchi imzolamagan. Sana, majburiyat yoki huquq "
          "aytilgan joylar ikkinchi tilda ham beriladi.",
    "%1 (%2)", "%1 (taxminan %2)", ". ", ", ", "; " },
  { "uz-Cyrl", "Бу таржима қоралама: уни шу тил она тили бўлган бирорта ўқувчи имзоламаган. Сана, мажбурият ёки ҳуқуқ "
               "айтилган жойлар иккинчи тилда ҳам берилади.",
    "%1 (%2)", "%1 (тахминан %2)", ". ", ", ", "; " },
  { "zh-CN", "本译文是草稿：没有母语读者签字确认。凡涉及日期、义务或权利的内容，也用第二种语言写出。", "%1（%2）", "%1（大约%2）", "。", "，", "；" },
};

/**
 * panah_sheet_words_get:
 * @language: BCP 47
 *
 * Returns: the words in @language; in English if there are none
 */
const PanahSheetWords *
panah_sheet_words_get (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_words); i++)
    {
      if (strcmp (all_words[i].language, language) == 0)
        return &all_words[i];
    }
  return &all_words[0];
}

/* @gregorian: (transfer full): the day in words. Returns: (transfer full): the same, and the day in the other calendar that
 * the reader goes by, if there is one: that of the language, else that in which the event was told */
static char *
add_other_calendar (const char         *language,
                    PanahCalendarSystem told,
                    guint32             day,
                    char               *gregorian)
{
  const PanahSheetWords *words = panah_sheet_words_get (language);
  g_autofree char *text = gregorian, *other = panah_words_format_own (language, day);
  gboolean lunar = other == NULL && told == PANAH_CALENDAR_ISLAMIC;

  if (other == NULL && told != PANAH_CALENDAR_GREGORIAN)
    other = panah_words_format_day_in (language, told, day);
  if (other == NULL)
    return g_steal_pointer (&text);

  g_autofree char *isolated = panah_text_isolate (other, PANAH_ISOLATE_FIRST_STRONG);
  return panah_words_fill (lunar ? words->both_about : words->both, text, isolated);
}

/* Returns: the calendar in which the person told the event of @deadline; the Gregorian one if that is not known */
static PanahCalendarSystem
find_told_system (PanahFacts          *facts,
                  const PanahDeadline *deadline)
{
  if (deadline == NULL || deadline->event == NULL || deadline->event->fact == NULL)
    return PANAH_CALENDAR_GREGORIAN;

  const PanahDate *told = panah_value_get_date (panah_facts_get (facts, deadline->event->fact));
  return told != NULL ? told->system : PANAH_CALENDAR_GREGORIAN;
}

/**
 * panah_sheet_words_format_day:
 * @language: BCP 47
 * @day: a day
 *
 * Returns: (transfer full): the day with its weekday; beside it the same day in the calendar of those who read @language,
 *   where they go by another than the Gregorian one
 */
char *
panah_sheet_words_format_day (const char *language,
                              guint32     day)
{
  return add_other_calendar (language, PANAH_CALENDAR_GREGORIAN, day, panah_words_format_day (language, day));
}

/**
 * panah_sheet_words_format_point:
 * @language: BCP 47
 * @facts: what was answered
 * @deadline: (nullable): whose end or event it is: who told the event in another calendar wants to read the end in it too
 * @point: a day or a moment
 * @is_end: whether midnight is 24:00 of the day that ends
 *
 * Returns: (transfer full): @point with its weekday, and the same day in the other calendar that its reader goes by
 */
char *
panah_sheet_words_format_point (const char          *language,
                                PanahFacts          *facts,
                                const PanahDeadline *deadline,
                                const PanahPoint    *point,
                                gboolean             is_end)
{
  PanahCalendarSystem told = find_told_system (facts, deadline);

  if (!point->is_moment)
    return add_other_calendar (language, told, point->day, panah_words_format_day (language, point->day));
  return add_other_calendar (language, told,
                             is_end ? panah_moment_get_end_day (point->moment) : panah_moment_get_day (point->moment),
                             panah_words_format_moment (language, point->moment, is_end));
}
