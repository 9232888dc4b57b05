/* words.h - the few words that any form in a language needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/**
 * PanahWords:
 * @unknown: printed for *does not know*
 * @none: printed for an explicit *there is none*
 * @about: before a date that is not sure
 * @year: a year alone; %1 is the year
 * @years: two years between which it lies; %1 and %2
 * @inexact: after a date of which a part is not known
 * @persian: after a date told in Solar Hijri; %1 is that date
 * @islamic: after a date told in lunar Hijri; %1 is that date
 * @said_in: over words that nobody has put into the language of the form; %1 is the language they are in
 * @unverified: at the foot of every page made by rules that nobody vouches for
 */
typedef struct
{
  const char *language;
  const char *yes;
  const char *no;
  const char *unknown;
  const char *none;
  const char *stateless;
  const char *about;
  const char *year;
  const char *years;
  const char *inexact;
  const char *persian;
  const char *islamic;
  const char *said_in;
  const char *unverified;
} PanahWords;

gboolean          panah_words_are_cyrillic  (const char *language);
gboolean          panah_words_run_from_right (const char *language);
const PanahWords *panah_words_get           (const char *language);
char             *panah_words_fill          (const char *pattern,
                                             const char *one,
                                             const char *two) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_fill_count    (const char *language,
                                             const char *forms,
                                             guint       n) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_format_day    (const char *language,
                                             guint32     day) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_format_date   (const char *language,
                                             guint32     day) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_format_day_in (const char         *language,
                                             PanahCalendarSystem system,
                                             guint32             day) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_format_own    (const char *language,
                                             guint32     day) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_format_told   (const char      *language,
                                             const PanahDate *date) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_format_moment (const char *language,
                                             gint64      moment,
                                             gboolean    is_end) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_name_country  (const char *language,
                                             const char *code) G_GNUC_WARN_UNUSED_RESULT;
char             *panah_words_name_language (const char *language,
                                             const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
