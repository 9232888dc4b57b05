/* mrz.h - the lines at the bottom of a passport, read by a person and typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PANAH_MRZ_MAX_LINES  3
#define PANAH_MRZ_MAX_LENGTH 44

/**
 * PanahMrzFormat:
 * @PANAH_MRZ_TD1: a card: three lines of 30
 * @PANAH_MRZ_TD2: a larger card: two lines of 36
 * @PANAH_MRZ_TD3: a passport: two lines of 44
 * @PANAH_MRZ_VISA_A: a visa: two lines of 44
 * @PANAH_MRZ_VISA_B: a smaller visa: two lines of 36
 */
typedef enum
{
  PANAH_MRZ_TD1,
  PANAH_MRZ_TD2,
  PANAH_MRZ_TD3,
  PANAH_MRZ_VISA_A,
  PANAH_MRZ_VISA_B,
  PANAH_MRZ_N_FORMATS,
} PanahMrzFormat;

/**
 * PanahMrzGroup:
 * @PANAH_MRZ_NUMBER: number of the document
 * @PANAH_MRZ_BIRTH: date of birth
 * @PANAH_MRZ_EXPIRY: last day of validity
 * @PANAH_MRZ_OPTIONAL: what the state adds; has a check digit in passports alone
 * @PANAH_MRZ_COMPOSITE: all of these together; visas have none
 *
 * What has a check digit. Names, states and the sex have none.
 */
typedef enum
{
  PANAH_MRZ_NUMBER,
  PANAH_MRZ_BIRTH,
  PANAH_MRZ_EXPIRY,
  PANAH_MRZ_OPTIONAL,
  PANAH_MRZ_COMPOSITE,
  PANAH_MRZ_N_GROUPS,
} PanahMrzGroup;

/**
 * PanahMrzCheck:
 * @PANAH_MRZ_NOT_CHECKED: nothing is there, or the format has no digit for it
 * @PANAH_MRZ_RIGHT: the check digit fits; of a hundred single mistakes it finds more than ninety
 * @PANAH_MRZ_WRONG: the check digit does not fit, or no such date can be
 */
typedef enum
{
  PANAH_MRZ_NOT_CHECKED,
  PANAH_MRZ_RIGHT,
  PANAH_MRZ_WRONG,
} PanahMrzCheck;

/**
 * PanahMrzGroupState:
 * @line: 0 to 2
 * @start: its first place in that line, from 0
 * @length: how many places, with the check digit
 * @is_repairable: whether exactly one likely mistake (O for 0, I for 1, S for 5, B for 8, Z for 2, G for 6, or the
 *   other way round) explains a wrong digit; the members after this one then say which
 * @repair_line: where, 0 to 2
 * @repair_at: where, from 0
 * @from: what stands there
 * @to: what should
 */
typedef struct
{
  PanahMrzCheck check;
  guint         line;
  guint         start;
  guint         length;
  gboolean      is_repairable;
  guint         repair_line;
  guint         repair_at;
  char          from;
  char          to;
} PanahMrzGroupState;

/**
 * PanahMrzDate:
 * @year: four digits; 0 = not known
 * @month: 1 to 12; 0 = not known
 * @day: 1 to 31; 0 = not known
 */
typedef struct
{
  guint year;
  guint month;
  guint day;
} PanahMrzDate;

/**
 * PanahMrz:
 * @format: what it is, or seems to become while it is being typed
 * @n_lines: how many lines there are
 * @expected_lines: how many the format has
 * @expected_length: how long each of them is
 * @lengths: how long they are, in places of the alphabet 0-9 A-Z <
 * @lines: what was typed, in that alphabet; `?` for what is not in it
 * @foreign: the first letter that is not in it, or 0
 * @is_complete: whether there are as many lines as there should be, and all of the right length; only then are the
 *   members after this one set
 * @groups: what the check digits say
 * @code: one or two letters: what kind of document it is
 * @issuer: who issued it: up to three letters of ICAO, as they stand there
 * @citizenship: of the holder: ISO 3166 alpha-2, `stateless`, or "" if the lines do not say one that is known
 * @number: of the document, without fillers
 * @surname: in Latin letters, with large first letters; "" if there is one name alone
 * @given: the other names, or the only one
 * @sex: `F`, `M`, or 0
 * @birth: the century is the last one in which that day has already been
 * @expiry: the last day of validity
 * @may_be_cut: whether the names fill the line to its end, so that some of them may be missing
 *
 * Everything stands in the structure itself, so that panah_mrz_clear() leaves nothing of it behind.
 */
typedef struct
{
  PanahMrzFormat     format;
  guint              n_lines;
  guint              expected_lines;
  guint              expected_length;
  guint              lengths[PANAH_MRZ_MAX_LINES];
  char               lines[PANAH_MRZ_MAX_LINES][PANAH_MRZ_MAX_LENGTH + 1];
  gunichar           foreign;
  gboolean           is_complete;
  PanahMrzGroupState groups[PANAH_MRZ_N_GROUPS];
  char               code[3];
  char               issuer[4];
  char               citizenship[10];
  char               number[PANAH_MRZ_MAX_LENGTH + 1];
  char               surname[PANAH_MRZ_MAX_LENGTH + 1];
  char               given[PANAH_MRZ_MAX_LENGTH + 1];
  char               sex;
  PanahMrzDate       birth;
  PanahMrzDate       expiry;
  gboolean           may_be_cut;
} PanahMrz;

void  panah_mrz_read         (PanahMrz       *self,
                              const char     *text,
                              guint32         today);
char *panah_mrz_to_text      (const PanahMrz *self) G_GNUC_WARN_UNUSED_RESULT;
char *panah_mrz_make_repair  (const PanahMrz *self,
                              PanahMrzGroup   group) G_GNUC_WARN_UNUSED_RESULT;
void  panah_mrz_clear        (PanahMrz       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PanahMrz, panah_mrz_clear)

G_END_DECLS
