/* mrz-private.h - where things stand in the lines of a passport
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/mrz.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 line;
  guint8 start;
  guint8 length;
} PanahMrzSpan;

/**
 * PanahMrzLayout:
 * @number, @birth, @expiry, @optional: each without its check digit
 * @checks: of each group: its check digit; a length of 0 = the format has none
 * @composite: what the digit over everything is counted from, in that order
 *
 * ICAO Doc 9303, eighth edition: part 5 (TD1), 6 (TD2), 4 (TD3), 7 (visas).
 */
typedef struct
{
  guint        n_lines;
  guint        length;
  PanahMrzSpan issuer;
  PanahMrzSpan names;
  PanahMrzSpan nationality;
  PanahMrzSpan sex;
  PanahMrzSpan groups[PANAH_MRZ_COMPOSITE];
  PanahMrzSpan checks[PANAH_MRZ_N_GROUPS];
  PanahMrzSpan composite[4];
} PanahMrzLayout;

extern const PanahMrzLayout panah_mrz_layouts[PANAH_MRZ_N_FORMATS];

void panah_mrz_check_groups (PanahMrz *self);
void panah_mrz_find_repairs (PanahMrz *self);
void panah_mrz_read_fields  (PanahMrz *self,
                             guint32   today);

/* Whether six places can be a date of which parts are not known. */
gboolean panah_mrz_is_date     (const char *six);
guint    panah_mrz_long_number (const PanahMrz *self);

G_END_DECLS
